//! Consultations: opened on an agreement, read with their answers, and answered by a private link.

pub mod by_link;
pub mod list;
pub mod single;

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
