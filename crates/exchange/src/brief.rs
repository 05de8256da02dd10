//! The minister's brief worded in one language: the same sheet is a page, a sheet of paper and a Word document.

use accord_domain::chapter::ChapterKind;
use accord_domain::document::Part;
use accord_domain::tracks::{TextStatus, Track};
use accord_language::{Locale, Speaker};
use accord_store::queries::brief::{Brief, BriefView};
use accord_store::queries::facts::{ChapterState, Effect, Facts, Text};
use similar::{ChangeTag, TextDiff};

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
    /// What is in which status, with the heads of both columns.
    Table {
        head: [String; 2],
        rows: Vec<[String; 2]>,
    },
}

/// What parts the two columns of a table in a field for text.
const COLUMN: &str = " | ";

/// The generated text of a part, as a field for text shows it; a person may edit it there.
pub fn worded(l: &Speaker, facts: &Facts) -> String {
    match facts {
        Facts::Header { parties, stage, closed, chapters, open_brackets } => {
            let named: Vec<String> = parties.iter().map(|party| l.party(&party.code, &party.name)).collect();
            let chiefs: Vec<String> = parties
                .iter()
                .filter(|party| !party.chief_negotiator.is_empty())
                .map(|party| format!("{} ({})", party.chief_negotiator, l.party(&party.code, &party.name)))
                .collect();
            let closed =
                l.with("closed-of", &[("part", l.number(*closed as i64).into()), ("total", l.number(*chapters as i64).into())]);
            let brackets = l.count("brackets", usize::try_from(*open_brackets).unwrap_or_default());
            let mut lines = vec![
                format!("{}{COLUMN}{}", l.t("parties"), named.join(", ")),
                format!("{}{COLUMN}{}", l.t("stage"), l.word("stage", stage.code())),
                format!("{}{COLUMN}{closed} · {brackets}", l.t("chapters")),
            ];
            if !chiefs.is_empty() {
                lines.push(format!("{}{COLUMN}{}", l.t("chief-negotiators"), chiefs.join(", ")));
            }
            lines.join("\n")
        }
        Facts::State(states) => state(l, states),
        Facts::Changes { from, to, effects } => {
            if effects.is_empty() {
                return l.with("brief-nothing-moved", &[("from", l.day(*from).into()), ("to", l.day(*to).into())]);
            }
            effects.iter().map(|effect| told(l, effect)).collect::<Vec<_>>().join("\n")
        }
        Facts::Background(steps) => steps
            .iter()
            .map(|step| {
                let place = if step.place.is_empty() { String::new() } else { format!(", {}", step.place) };
                format!("{}: {}{place}", l.partial_date(step.date), l.word("event", step.kind.code()))
            })
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn title_of(l: &Speaker, kind: ChapterKind, title: &str) -> String {
    if title.is_empty() { l.word("chapter", kind.code()) } else { title.to_owned() }
}

/// The chapters by their status, then each that is escalated or parked, with the question or the reason.
fn state(l: &Speaker, states: &[ChapterState]) -> String {
    let mut lines = Vec::new();
    for status in TextStatus::ALL.iter().rev() {
        let titles: Vec<String> =
            states.iter().filter(|state| state.text == *status).map(|state| title_of(l, state.kind, &state.title)).collect();
        if !titles.is_empty() {
            let status = l.word("text", status.code());
            lines.push(format!("{status} ({}){COLUMN}{}", l.number(titles.len() as i64), titles.join("; ")));
        }
    }
    for state in states {
        let title = title_of(l, state.kind, &state.title);
        if let Some((level, question)) = &state.escalated {
            let to = l.word("escalation", level.code());
            lines.push(format!("{}: {to}{COLUMN}{title}: {}", l.t("escalated"), one_line(question)));
        }
        if let Some(reason) = &state.parked {
            lines.push(format!("{}{COLUMN}{title}: {}", l.t("parked"), one_line(reason)));
        }
    }
    lines.join("\n")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(l: &Speaker, effect: &Effect) -> String {
    let subject = if effect.chapter.is_some() { "chapter" } else { "agreement" };
    let told = match (effect.verb.as_str(), effect.field.as_str()) {
        ("move", "market_status") => l.t("changed-market-access-move"),
        ("edit", field) => l.word("changed", &format!("{subject}-{field}")),
        (verb, _) => l.word("changed", &format!("{subject}-{verb}")),
    };
    let value = |raw: &String| match (effect.verb.as_str(), effect.field.as_str()) {
        (_, "text_status") => l.word("text", raw),
        (_, "market_status") => l.word("market", raw),
        (_, "stage") => l.word("stage", raw),
        ("escalate", "escalated") => l.word("escalation", raw),
        _ => one_line(raw),
    };
    let values: Vec<String> = [&effect.old, &effect.new].into_iter().flatten().map(value).collect();
    let about = effect.chapter.as_ref().map(|(kind, title)| format!("{}. ", title_of(l, *kind, title))).unwrap_or_default();
    format!("{about}{told} {}", values.join(" → ")).trim_end().to_owned()
}

/// The text of a part as it is read: a person's, else the generated one.
pub fn shown(l: &Speaker, text: &Text) -> String {
    match (&text.edited, &text.generated) {
        (Some(edited), _) => edited.clone(),
        (None, Some(facts)) => worded(l, facts),
        (None, None) => String::new(),
    }
}

/// The language a brief is written in.
pub fn written_in(brief: &Brief) -> Locale {
    Locale::from_code(&brief.shown.language).unwrap_or(Locale::EnIn)
}

/// The sheet of a brief in the language the speaker speaks.
pub fn sheet(l: &Speaker, view: &BriefView, brief: &Brief) -> Sheet {
    let approved = brief
        .shown
        .approved_at
        .map(|at| l.with("brief-approved-by", &[("who", brief.shown.approved_by.clone().into()), ("when", l.instant(at).into())]));
    let own = written_in(brief);
    let sections = brief
        .parts
        .iter()
        .map(|(part, text)| (*part, shown(l, text), if text.edited.is_some() { own } else { l.locale }))
        .filter(|(_, text, _)| !text.trim().is_empty())
        .map(|(part, text, language)| Section {
            part,
            heading: l.word("brief-part", part.code()),
            body: body(l, part, &text),
            language,
        })
        .collect();
    Sheet {
        locale: l.locale,
        title: l.t("brief"),
        agreement: view.name.clone(),
        marking: l.with("brief-marking", &[("clearance", l.word("clearance", brief.clearance.code()).into())]),
        approved: approved.is_some(),
        standing: approved.unwrap_or_else(|| l.t("brief-draft")),
        generated: l.with("brief-generated", &[("when", l.instant(brief.shown.generated_at).into())]),
        illustrative: brief.shown.illustrative.then(|| l.t("illustrative")),
        sections,
    }
}

/// A text whose lines all have two columns is a table, any other is paragraphs.
fn body(l: &Speaker, part: Part, text: &str) -> Body {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let tabular = matches!(part, Part::Header | Part::State);
    let rows: Option<Vec<[String; 2]>> =
        lines.iter().map(|line| line.split_once(COLUMN).map(|(a, b)| [a.trim().to_owned(), b.trim().to_owned()])).collect();
    match rows.filter(|_| tabular) {
        Some(rows) => {
            let head = if part == Part::State { [l.t("state"), l.t("chapters")] } else { [l.t("field"), l.t("brief-fact")] };
            Body::Table { head, rows }
        }
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
