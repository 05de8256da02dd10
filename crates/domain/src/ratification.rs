//! Ratification: the steps each party takes by its own law before an agreement enters into force.

use serde::{Deserialize, Serialize};

/// A step towards ratification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RatificationStep {
    ExecutiveApproval,
    LaidBeforeParliament,
    ParliamentApproval,
    InstrumentDeposited,
    PartnerNotified,
}

impl RatificationStep {
    /// All steps, in the order they usually come.
    pub const ALL: [Self; 5] = [
        Self::ExecutiveApproval,
        Self::LaidBeforeParliament,
        Self::ParliamentApproval,
        Self::InstrumentDeposited,
        Self::PartnerNotified,
    ];

    /// The word in data, forms and locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::ExecutiveApproval => "executive-approval",
            Self::LaidBeforeParliament => "laid-before-parliament",
            Self::ParliamentApproval => "parliament-approval",
            Self::InstrumentDeposited => "instrument-deposited",
            Self::PartnerNotified => "partner-notified",
        }
    }

    /// The step of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}
