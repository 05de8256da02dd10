//! The export programme: focus countries and sectors, and how far each has come.

use serde::{Deserialize, Serialize};

use crate::agreement::words;

words!(
    /// What a sector trades in.
    SectorKind {
        Goods = "goods",
        Services = "services",
    }
);

words!(
    /// How exports of a sector to a country stand against what is wanted.
    CellStatus {
        NotStarted = "not-started",
        OnCourse = "on-course",
        AtRisk = "at-risk",
        Stalled = "stalled",
        Met = "met",
    }
);

impl CellStatus {
    /// The shape that tells the status beside its word: an empty ring before anything is done, a full one once it is met.
    pub fn shape(self) -> char {
        match self {
            Self::NotStarted => '○',
            Self::OnCourse => '▲',
            Self::AtRisk => '◆',
            Self::Stalled => '■',
            Self::Met => '●',
        }
    }
}

/// The readable part of a sector's address, made of its name; `sector` and its place where the name has no Latin letters.
pub fn sector_address(name: &str, position: i64) -> String {
    let spaced: String = name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let address = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let short: String = address.chars().take(50).collect();
    let short = short.trim_end_matches('-');
    if short.is_empty() { format!("sector-{position}") } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_has_a_shape_of_its_own() {
        let shapes: std::collections::BTreeSet<char> = CellStatus::ALL.iter().map(|status| status.shape()).collect();
        assert_eq!(shapes.len(), CellStatus::ALL.len());
    }

    #[test]
    fn an_address_is_made_of_the_name() {
        assert_eq!(sector_address("Drugs & pharmaceuticals", 4), "drugs-pharmaceuticals");
        assert_eq!(sector_address("औषधि", 4), "sector-4");
    }
}
