//! Consultations: opened on an agreement, read with their answers, corrected, and answered by a private link.

mod answers;
pub mod beside;
pub mod by_link;
pub mod downloads;
pub mod edit;
pub mod list;
pub mod single;

use accord_domain::AppError;
use accord_domain::consultation::Stances;
use accord_language::Speaker;
use accord_store::queries::consultations::Line;

/// The address of a consultation.
pub fn path(slug: &str, number: i64) -> String {
    format!("/agreements/{slug}/consultations/{number}")
}

/// What a line asks about: its code with the chapter it is in, and the words.
pub fn asked(l: &Speaker, line: &Line) -> String {
    match &line.hs {
        Some(hs) if line.question.is_empty() => format!("{} {}", hs.as_str(), l.hs_title(hs)),
        Some(hs) => format!("{} {}", hs.as_str(), line.question),
        None => line.question.clone(),
    }
}

/// Where a line stands on the page of its consultation.
fn anchor(position: i64) -> String {
    format!("line-{position}")
}

/// How many take each stance, in words.
fn told(l: &Speaker, stances: &Stances) -> String {
    let each = stances.each().map(|(stance, many)| format!("{} {}", l.number(many), l.word("line-stance", stance.code())));
    each.collect::<Vec<_>>().join(" · ")
}

fn number_of(raw: &str) -> Result<i64, AppError> {
    raw.parse().map_err(|_| AppError::NotFound)
}
