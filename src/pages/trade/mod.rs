//! Trade: who trades what with whom by which source, why one is believed, and how figures come in.

pub mod bilateral;
pub mod downloads;
mod drawing;
pub mod figure;
pub mod figure_form;
pub mod goods;
pub mod hs;
pub mod import;
pub mod imported;
pub mod overview;
mod preview;
pub mod region;
pub mod region_form;
pub mod said;
pub mod section;
mod some_goods;
pub mod source;
mod tables;
pub mod target_form;
mod targets;

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::trade::figure::Subject;
use accord_language::Speaker;

use crate::web::visitor::{Reader, form_urlencoded};

/// Whether the reader keeps trade figures.
fn keeps(reader: &Reader) -> bool {
    reader.actor().holds(HouseRight::EditTradeFigures)
}

/// What one who does not keep figures is told of the pages on which they are kept.
fn keeper(reader: &Reader) -> Result<(), AppError> {
    if keeps(reader) { Ok(()) } else { Err(AppError::NotFound) }
}

/// The address of the trade of two places.
pub fn pair_path(reporter: &str, partner: &str) -> String {
    format!("/trade/{}/{}", reporter.to_lowercase(), partner.to_lowercase())
}

/// A country or a region as it is called here.
fn place(l: &Speaker, code: &str) -> String {
    l.party(code, code)
}

/// The trade of two places as it is called.
fn pair(l: &Speaker, reporter: &str, partner: &str) -> String {
    format!("{} – {}", place(l, reporter), place(l, partner))
}

/// The part of an address that names a subject.
fn query_of(subject: &Subject) -> String {
    let hs = subject.hs.as_ref().map_or("", |hs| hs.as_str());
    [
        ("reporter", &*subject.reporter),
        ("partner", &subject.partner),
        ("traded", subject.traded.code()),
        ("flow", subject.flow.code()),
        ("currency", subject.currency.code()),
        ("period", &subject.period.to_text()),
        ("hs", hs),
        ("commodity", &subject.commodity),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| format!("{name}={}", form_urlencoded(value)))
    .collect::<Vec<_>>()
    .join("&")
}
