//! The life of an agreement: dated, sourced events, and the stage derived from them. A stage is never typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::dates::PartialDate;

/// Where an agreement stands, in the order it usually passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    Proposed,
    JointStudy,
    TermsOfReference,
    Launched,
    Negotiating,
    Paused,
    ConcludedInPrinciple,
    LegalScrubbing,
    Initialled,
    Signed,
    Ratifying,
    InForce,
    UnderReview,
    Terminated,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 14] = [
        Self::Proposed,
        Self::JointStudy,
        Self::TermsOfReference,
        Self::Launched,
        Self::Negotiating,
        Self::Paused,
        Self::ConcludedInPrinciple,
        Self::LegalScrubbing,
        Self::Initialled,
        Self::Signed,
        Self::Ratifying,
        Self::InForce,
        Self::UnderReview,
        Self::Terminated,
    ];

    /// The word in data, addresses and locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::JointStudy => "joint-study",
            Self::TermsOfReference => "terms-of-reference",
            Self::Launched => "launched",
            Self::Negotiating => "negotiating",
            Self::Paused => "paused",
            Self::ConcludedInPrinciple => "concluded-in-principle",
            Self::LegalScrubbing => "legal-scrubbing",
            Self::Initialled => "initialled",
            Self::Signed => "signed",
            Self::Ratifying => "ratifying",
            Self::InForce => "in-force",
            Self::UnderReview => "under-review",
            Self::Terminated => "terminated",
        }
    }

    /// The stage of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Whether chapters may be scrubbed: from legal scrubbing on.
    pub fn allows_scrubbing(self) -> bool {
        (Self::LegalScrubbing..=Self::UnderReview).contains(&self)
    }

    /// The place in the portfolio: talks first, then what is being prepared, then what is concluded.
    pub fn portfolio_order(self) -> i16 {
        match self {
            Self::Launched | Self::Negotiating | Self::Paused | Self::ConcludedInPrinciple | Self::LegalScrubbing => 0,
            Self::Proposed | Self::JointStudy | Self::TermsOfReference => 1,
            Self::Initialled | Self::Signed | Self::Ratifying => 2,
            Self::InForce | Self::UnderReview => 3,
            Self::Terminated => 4,
        }
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventKind {
    Proposed,
    MandateGiven,
    JointStudyBegun,
    JointStudyReported,
    TermsOfReferenceAgreed,
    Launched,
    RoundHeld,
    Paused,
    Resumed,
    ConcludedInPrinciple,
    LegalScrubbingBegun,
    Initialled,
    Signed,
    RatificationBegun,
    EnteredIntoForce,
    ReviewBegun,
    Terminated,
}

impl EventKind {
    /// All kinds, in the order they usually come.
    pub const ALL: [Self; 17] = [
        Self::Proposed,
        Self::MandateGiven,
        Self::JointStudyBegun,
        Self::JointStudyReported,
        Self::TermsOfReferenceAgreed,
        Self::Launched,
        Self::RoundHeld,
        Self::Paused,
        Self::Resumed,
        Self::ConcludedInPrinciple,
        Self::LegalScrubbingBegun,
        Self::Initialled,
        Self::Signed,
        Self::RatificationBegun,
        Self::EnteredIntoForce,
        Self::ReviewBegun,
        Self::Terminated,
    ];

    /// The word in data, forms and locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::MandateGiven => "mandate-given",
            Self::JointStudyBegun => "joint-study-begun",
            Self::JointStudyReported => "joint-study-reported",
            Self::TermsOfReferenceAgreed => "terms-of-reference-agreed",
            Self::Launched => "launched",
            Self::RoundHeld => "round-held",
            Self::Paused => "paused",
            Self::Resumed => "resumed",
            Self::ConcludedInPrinciple => "concluded-in-principle",
            Self::LegalScrubbingBegun => "legal-scrubbing-begun",
            Self::Initialled => "initialled",
            Self::Signed => "signed",
            Self::RatificationBegun => "ratification-begun",
            Self::EnteredIntoForce => "entered-into-force",
            Self::ReviewBegun => "review-begun",
            Self::Terminated => "terminated",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The stage an agreement is in once this has happened.
    pub fn leads_to(self) -> Stage {
        match self {
            Self::Proposed | Self::MandateGiven => Stage::Proposed,
            Self::JointStudyBegun | Self::JointStudyReported => Stage::JointStudy,
            Self::TermsOfReferenceAgreed => Stage::TermsOfReference,
            Self::Launched => Stage::Launched,
            Self::RoundHeld | Self::Resumed => Stage::Negotiating,
            Self::Paused => Stage::Paused,
            Self::ConcludedInPrinciple => Stage::ConcludedInPrinciple,
            Self::LegalScrubbingBegun => Stage::LegalScrubbing,
            Self::Initialled => Stage::Initialled,
            Self::Signed => Stage::Signed,
            Self::RatificationBegun => Stage::Ratifying,
            Self::EnteredIntoForce => Stage::InForce,
            Self::ReviewBegun => Stage::UnderReview,
            Self::Terminated => Stage::Terminated,
        }
    }
}

/// What has become of an event's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// It stands as entered.
    Stands,
    /// Another entry replaced it.
    Corrected,
    /// It was entered in error, or did not happen.
    Withdrawn,
}

impl Standing {
    /// All standings.
    pub const ALL: [Self; 3] = [Self::Stands, Self::Corrected, Self::Withdrawn];

    /// The word in data and locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The standing of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// An event as the stage is derived from it. `date` is its preferred claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub kind: EventKind,
    pub date: PartialDate,
    pub held: bool,
    pub standing: Standing,
    /// The order of entry, rising.
    pub entry: i64,
}

impl Event {
    /// Whether it happened, as far as the record says by the end of `today`.
    pub fn happened(&self, today: NaiveDate) -> bool {
        self.held && self.standing == Standing::Stands && self.date.has_begun(today)
    }
}

/// The stage of an agreement on a day: that of the latest event that happened, by start, end and entry. Without any, it is proposed.
pub fn stage(events: &[Event], today: NaiveDate) -> Stage {
    events
        .iter()
        .filter(|event| event.happened(today))
        .max_by_key(|event| (event.date.order(), event.entry))
        .map_or(Stage::Proposed, |event| event.kind.leads_to())
}
