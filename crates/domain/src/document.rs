//! Documents made from the record and finished by a person: their parts, what is generated and what is written, drafts and approvals.

use serde::{Deserialize, Serialize};

use crate::access::Act;
use crate::agreement::words;
use crate::clearance::{Clearance, Field};
use crate::error::AppError;

words!(
    /// What a document is: the minister's brief of an agreement, or the report of a meeting.
    DocumentKind {
        Brief = "brief",
        Report = "report",
    }
);

impl DocumentKind {
    /// Its parts, in the order of the page.
    pub fn parts(self) -> impl Iterator<Item = Part> {
        Part::ALL.iter().copied().filter(move |part| part.kind() == self)
    }

    /// The clearances it may be read at, once it is approved and published: a brief is the delegation's or raised to principals;
    /// a report is for everybody down to those who may know of its meeting, whose clearance is `floor`. No report is for a
    /// chapter's team alone.
    pub fn clearances(self, floor: Clearance) -> Vec<Clearance> {
        let offered = |clearance: &Clearance| match self {
            Self::Brief => matches!(clearance, Clearance::Delegation | Clearance::Principals),
            Self::Report => *clearance != Clearance::ChapterTeam && *clearance >= floor,
        };
        Clearance::ALL.into_iter().filter(offered).collect()
    }

    /// Drafting and editing it.
    pub fn edit_act(self) -> Act {
        match self {
            Self::Brief => Act::EditBrief,
            Self::Report => Act::EditReport,
        }
    }

    /// Approving it, and publishing it.
    pub fn approve_act(self) -> Act {
        match self {
            Self::Brief => Act::ApproveBrief,
            Self::Report => Act::ApproveReport,
        }
    }

    /// Whether it is published in a step of its own; else its approval publishes it.
    pub fn is_published_apart(self) -> bool {
        self == Self::Report
    }
}

words!(
    /// A part of a document, in the order of the page: of the minister's brief where things stand, then what to say; of a report what
    /// the meeting was, what was dealt with in it and what came of it.
    Part {
        Header = "header",
        State = "state",
        Changes = "changes",
        Objectives = "objectives",
        Arguments = "arguments",
        TacticalArguments = "tactical-arguments",
        TheirObjectives = "their-objectives",
        OurResponse = "our-response",
        PressLine = "press-line",
        Background = "background",
        PointsCertain = "points-certain",
        PointsPossible = "points-possible",
        PointsUnlikely = "points-unlikely",
        Sitting = "sitting",
        Summary = "summary",
        InSession = "in-session",
        NotDiscussed = "not-discussed",
        Movement = "movement",
        ClosedChapters = "closed-chapters",
        BracketCounts = "bracket-counts",
        NextSteps = "next-steps",
        NextMeeting = "next-meeting",
    }
);

impl Part {
    /// The document it is of.
    pub fn kind(self) -> DocumentKind {
        if self < Self::Sitting { DocumentKind::Brief } else { DocumentKind::Report }
    }

    /// Whether the part is generated from the record. The others are a person's to write: nothing is invented for them.
    pub fn is_generated(self) -> bool {
        match self.kind() {
            DocumentKind::Brief => matches!(self, Self::Header | Self::State | Self::Changes | Self::Background),
            DocumentKind::Report => !matches!(self, Self::Summary | Self::NextSteps),
        }
    }

    /// How many columns its rows have where it is a table.
    pub fn columns(self) -> Option<usize> {
        match self {
            Self::Header | Self::State | Self::Sitting | Self::InSession => Some(2),
            Self::Movement | Self::BracketCounts => Some(3),
            _ => None,
        }
    }
}

words!(
    /// What an editor decides once the facts of a part have moved.
    Settlement {
        Take = "take",
        Keep = "keep",
    }
);

/// The text of one part. What was generated and what a person wrote stand apart, so that neither overwrites the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartText<F> {
    /// What was generated, and is shown unless a person wrote something else.
    pub generated: Option<F>,
    /// What a person wrote.
    pub edited: Option<String>,
    /// What has been generated since, until an editor decides between the two.
    pub newer: Option<F>,
}

impl<F: PartialEq + Clone> PartText<F> {
    /// A part as first generated.
    pub fn fresh(generated: Option<F>) -> Self {
        Self { generated, edited: None, newer: None }
    }

    /// A person writes; none means the generated text as it is.
    pub fn write(&mut self, text: Option<String>) {
        self.edited = text;
    }

    /// Generates anew: what is shown stays as it is, and what moved waits for an editor. Where nothing is shown yet, nothing is lost
    /// by showing it at once.
    pub fn regenerate(&mut self, now: Option<F>) {
        if self.generated.is_none() && self.edited.is_none() {
            *self = Self::fresh(now);
        } else {
            self.newer = if now == self.generated { None } else { now };
        }
    }

    /// Generates anew for readers who may know less: what was generated for others goes at once, and nothing of it waits. What a person
    /// wrote stays the person's.
    pub fn restrict(&mut self, now: Option<F>) {
        self.generated = now;
        self.newer = None;
    }

    /// Settles what moved. `shown` is the text on the page, which is kept as a person's own where it is to stay.
    pub fn settle(&mut self, choice: Settlement, shown: String) {
        let Some(newer) = self.newer.take() else { return };
        self.generated = Some(newer);
        self.edited = match choice {
            Settlement::Take => None,
            Settlement::Keep => Some(shown),
        };
    }
}

/// The number of the version an edit goes into: the draft itself, or the one after an approved version, which is frozen.
pub fn version_to_edit(latest: i64, approved: bool) -> i64 {
    if approved { latest + 1 } else { latest }
}

/// Whether a version may be approved.
///
/// # Errors
/// Refused when it is approved already.
pub fn may_approve(approved: bool) -> Result<(), AppError> {
    if approved { Err(AppError::field("approve", "document-approved-already")) } else { Ok(()) }
}

/// Whether a version may be published: approved, not published yet, and by somebody who confirms to know who reads it from then on.
///
/// # Errors
/// What stands against it.
pub fn may_publish(approved: bool, published: bool, confirmed: bool) -> Result<(), AppError> {
    if !approved {
        return Err(AppError::field("confirm", "report-not-approved"));
    }
    if published {
        return Err(AppError::field("confirm", "report-published-already"));
    }
    if confirmed { Ok(()) } else { Err(AppError::field("confirm", "readers-not-confirmed")) }
}

/// The clearance of one version: until it is published it is for those who write it, then for the readers it is meant for.
pub fn clearance_of(meant: Clearance, published: bool) -> Clearance {
    if published { meant } else { meant.max(Field::ReportDraft.clearance()) }
}
