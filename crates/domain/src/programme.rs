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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_has_a_shape_of_its_own() {
        let shapes: std::collections::BTreeSet<char> = CellStatus::ALL.iter().map(|status| status.shape()).collect();
        assert_eq!(shapes.len(), CellStatus::ALL.len());
    }
}
