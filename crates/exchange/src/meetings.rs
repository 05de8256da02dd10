//! What meetings are called, on screens and in files.

use accord_language::Speaker;
use accord_store::queries::meetings::MeetingName;

/// A meeting's title: its own, else the standard one of its kind, a round's with its number.
pub fn meeting_title(l: &Speaker, name: &MeetingName) -> String {
    match name.number {
        _ if !name.title.is_empty() => name.title.clone(),
        Some(number) => l.with("round-number", &[("n", l.number(number.into()).into())]),
        None => l.word("meeting-kind", name.kind.code()),
    }
}
