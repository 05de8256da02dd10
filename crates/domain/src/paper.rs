//! Papers: files put on the table of a session, and what a file may be.

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::clearance::Clearance;

words!(
    /// What a paper's file is, found from its content. Nothing else is taken.
    PaperKind {
        Pdf = "pdf",
        Word = "word",
        Excel = "excel",
        PowerPoint = "powerpoint",
        PlainText = "text",
        Csv = "csv",
        Png = "png",
        Jpeg = "jpeg",
    }
);

impl PaperKind {
    /// The endings of file names of the kind, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Word => &["docx"],
            Self::Excel => &["xlsx"],
            Self::PowerPoint => &["pptx"],
            Self::PlainText => &["txt"],
            Self::Csv => &["csv"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
        }
    }

    /// The kind a file's name says it is of.
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())?;
        Self::ALL.iter().copied().find(|kind| kind.endings().contains(&ending.as_str()))
    }

    /// The media type it is sent with.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::PowerPoint => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::PlainText => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// The largest file, in bytes: 20 MiB.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Most papers of one session.
pub const MOST: i64 = 50;

/// Whom a paper may be for, the delegation first: a paper goes no further unless somebody says so.
pub fn audiences(with_partner: bool) -> &'static [Clearance] {
    if with_partner {
        &[Clearance::Delegation, Clearance::ChapterTeam, Clearance::Partner]
    } else {
        &[Clearance::Delegation, Clearance::ChapterTeam]
    }
}
