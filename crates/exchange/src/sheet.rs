//! A document worded in one language: the same sheet is a page, a sheet of paper and a Word document.

use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Clearance;
use accord_domain::document::{DocumentKind, Part};
use accord_language::{Locale, Speaker};
use accord_store::queries::document::{Document, DocumentView, VersionLine};
use accord_store::queries::facts::{Facts, Text};
use similar::{ChangeTag, TextDiff};

use crate::meetings::meeting_title;
use crate::{brief, report};

/// A document as it is read.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub locale: Locale,
    pub title: String,
    pub agreement: String,
    /// Who may read it, at the head and the foot of every page.
    pub marking: String,
    /// A draft, or by whom and when it was approved.
    pub standing: String,
    pub approved: bool,
    /// When and as of what it was generated.
    pub generated: String,
    /// The mark of what is invented for the demonstration.
    pub illustrative: Option<String>,
    pub sections: Vec<Section>,
}

/// A part with its heading.
#[derive(Clone, Debug)]
pub struct Section {
    pub part: Part,
    pub heading: String,
    pub body: Body,
    /// The language of the body: a person's words stay in the one they were written in.
    pub language: Locale,
}

/// What stands under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Paragraphs(Vec<String>),
    /// Rows of as many cells as there are heads of columns; the first cell names the row.
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

/// What parts the columns of a table in a field for text.
const COLUMN: &str = " | ";

/// A row of a table as a field for text shows it. No cell has more than one line, or holds what parts it from the next.
pub(crate) fn row<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    cells.into_iter().map(|cell| one_line(cell).replace(COLUMN, " / ")).collect::<Vec<_>>().join(COLUMN)
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A chapter's title: its own, else the standard one of its kind.
pub(crate) fn title_of(l: &Speaker, kind: ChapterKind, title: &str) -> String {
    if title.is_empty() { l.word("chapter", kind.code()) } else { title.to_owned() }
}

/// The generated text of a part, as a field for text shows it; a person may edit it there.
pub fn worded(l: &Speaker, facts: &Facts) -> String {
    match facts {
        Facts::Report(facts) => report::worded(l, facts),
        facts => brief::worded(l, facts),
    }
}

/// The text of a part as it is read: a person's, else the generated one.
pub fn shown(l: &Speaker, text: &Text) -> String {
    match (&text.edited, &text.generated) {
        (Some(edited), _) => edited.clone(),
        (None, Some(facts)) => worded(l, facts),
        (None, None) => String::new(),
    }
}

/// The language a document is written in.
pub fn written_in(document: &Document) -> Locale {
    Locale::from_code(&document.shown.language).unwrap_or(Locale::EnIn)
}

/// What a document is called.
pub fn title(l: &Speaker, view: &DocumentView) -> String {
    match &view.meeting {
        Some(meeting) => l.with("report-of", &[("meeting", meeting_title(l, &meeting.name).into())]),
        None => l.word("document-kind", view.kind().code()),
    }
}

/// The sheet of a document in the language the speaker speaks.
pub fn sheet(l: &Speaker, view: &DocumentView, document: &Document) -> Sheet {
    let own = written_in(document);
    let sections = document
        .parts
        .iter()
        .map(|(part, text)| (*part, shown(l, text), if text.edited.is_some() { own } else { l.locale }))
        .filter(|(_, text, _)| !text.trim().is_empty())
        .map(|(part, text, language)| Section {
            part,
            heading: l.word("document-part", part.code()),
            body: body(l, part, &text),
            language,
        })
        .collect();
    Sheet {
        locale: l.locale,
        title: title(l, view),
        agreement: view.name.clone(),
        marking: marking(l, view.kind(), &document.shown),
        approved: document.shown.approved_at.is_some(),
        standing: standing(l, view.kind(), &document.shown),
        generated: l.with("document-generated", &[("when", l.instant(document.shown.generated_at).into())]),
        illustrative: document.shown.illustrative.then(|| l.t("illustrative")),
        sections,
    }
}

/// Who may read it. A report says until it is published that it is not for those it is meant for yet.
fn marking(l: &Speaker, kind: DocumentKind, version: &VersionLine) -> String {
    let clearance = version.clearance();
    let word = l.word("clearance", clearance.code());
    match (kind, version.published_at.is_some(), clearance) {
        (DocumentKind::Report, false, _) => l.with("report-marking-unpublished", &[("clearance", word.into())]),
        (DocumentKind::Report, true, Clearance::Public) => l.t("report-marking-public"),
        _ => l.with("document-marking", &[("clearance", word.into())]),
    }
}

fn standing(l: &Speaker, kind: DocumentKind, version: &VersionLine) -> String {
    let Some(at) = version.approved_at else { return l.t("document-draft") };
    let approved = l.with("document-approved-by", &[("who", version.approved_by.clone().into()), ("when", l.instant(at).into())]);
    let published = kind.is_published_apart().then(|| match version.published_at {
        Some(at) => l.with("report-published", &[("when", l.instant(at).into())]),
        None => l.t("report-not-published"),
    });
    [Some(approved), published].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The heads of the columns of a part that is a table.
fn head(l: &Speaker, part: Part) -> Vec<String> {
    match part {
        Part::Header => vec![l.t("field"), l.t("document-fact")],
        Part::Sitting => vec![l.t("field"), l.t("report-detail")],
        Part::State => vec![l.t("state"), l.t("chapters")],
        Part::InSession => vec![l.t("chapter"), l.t("report-dealt")],
        Part::Movement | Part::BracketCounts => vec![l.t("chapter"), l.t("report-before"), l.t("report-after")],
        _ => Vec::new(),
    }
}

/// A text whose lines all have the columns of its part is a table, any other is paragraphs.
fn body(l: &Speaker, part: Part, text: &str) -> Body {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let cells = |line: &&str, columns: usize| -> Option<Vec<String>> {
        let cells: Vec<String> = line.splitn(columns, COLUMN).map(|cell| cell.trim().to_owned()).collect();
        (cells.len() == columns).then_some(cells)
    };
    let rows = part.columns().and_then(|columns| lines.iter().map(|line| cells(line, columns)).collect());
    match rows {
        Some(rows) => Body::Table { head: head(l, part), rows },
        None => Body::Paragraphs(lines.into_iter().map(str::to_owned).collect()),
    }
}

/// A piece of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Same,
    Gone,
    Come,
}

/// What moved between two texts, word by word.
pub fn moved(old: &str, new: &str) -> Vec<(Moved, String)> {
    let mut pieces: Vec<(Moved, String)> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => Moved::Same,
            ChangeTag::Delete => Moved::Gone,
            ChangeTag::Insert => Moved::Come,
        };
        match pieces.last_mut().filter(|(last, _)| *last == tag) {
            Some((_, text)) => text.push_str(change.value()),
            None => pieces.push((tag, change.value().to_owned())),
        }
    }
    pieces
}
