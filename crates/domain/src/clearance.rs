//! Who may see what: five clearances, each seeing what those before it see (product rule "Who sees what").

use serde::{Deserialize, Serialize};

/// The clearance of a field, a record or a reader, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Clearance {
    Public,
    Partner,
    Delegation,
    ChapterTeam,
    Principals,
}

impl Clearance {
    /// All clearances, lowest first.
    pub const ALL: [Self; 5] = [Self::Public, Self::Partner, Self::Delegation, Self::ChapterTeam, Self::Principals];

    /// The rank the database compares, 0 (public) to 4 (principals).
    pub fn rank(self) -> i16 {
        self as i16
    }

    /// The clearance of a rank, if it is one.
    pub fn from_rank(rank: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|clearance| clearance.rank() == rank)
    }

    /// The word in code, data and locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Partner => "partner",
            Self::Delegation => "delegation",
            Self::ChapterTeam => "chapter-team",
            Self::Principals => "principals",
        }
    }

    /// The clearance of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clearance| clearance.code() == code)
    }
}

/// A field of the record that has a clearance of its own; the table of product rule "Who sees what", kept once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Agreement,
    Stage,
    HeldEvent,
    PlannedEvent,
    Ratification,
    TextTrack,
    Leads,
    TargetRound,
    OpenBrackets,
    Reason,
    MarketAccess,
    Parked,
    Escalated,
    InternalNote,
    HeldRound,
    PlannedMeeting,
    MeetingHeads,
    SharedAgenda,
    Outcome,
    DraftMeeting,
    Delegates,
    Minutes,
    Priorities,
    ActionPoint,
    Milestone,
    Brief,
    BriefDraft,
    BriefRaised,
    Report,
    ReportDraft,
    TradeFigure,
    TradeTarget,
    Programme,
    Consultation,
    Barrier,
    PublicBarrier,
    StandingBody,
    HouseMeeting,
}

impl Field {
    /// All fields, in the order of the table shown on the Rights page.
    pub const ALL: [Self; 38] = [
        Self::Agreement,
        Self::Stage,
        Self::HeldEvent,
        Self::PlannedEvent,
        Self::Ratification,
        Self::TextTrack,
        Self::Leads,
        Self::TargetRound,
        Self::OpenBrackets,
        Self::Reason,
        Self::MarketAccess,
        Self::Parked,
        Self::Escalated,
        Self::InternalNote,
        Self::HeldRound,
        Self::PlannedMeeting,
        Self::MeetingHeads,
        Self::SharedAgenda,
        Self::Outcome,
        Self::DraftMeeting,
        Self::Delegates,
        Self::Minutes,
        Self::Priorities,
        Self::ActionPoint,
        Self::Milestone,
        Self::Brief,
        Self::BriefDraft,
        Self::BriefRaised,
        Self::Report,
        Self::ReportDraft,
        Self::TradeFigure,
        Self::TradeTarget,
        Self::Programme,
        Self::Consultation,
        Self::Barrier,
        Self::PublicBarrier,
        Self::StandingBody,
        Self::HouseMeeting,
    ];

    /// The lowest clearance that sees the field.
    pub fn clearance(self) -> Clearance {
        match self {
            Self::Agreement | Self::Stage | Self::HeldEvent | Self::Ratification | Self::HeldRound => Clearance::Public,
            Self::Report | Self::TradeFigure | Self::PublicBarrier | Self::StandingBody => Clearance::Public,
            Self::PlannedEvent | Self::TextTrack | Self::Leads | Self::TargetRound | Self::OpenBrackets => Clearance::Partner,
            Self::PlannedMeeting | Self::MeetingHeads | Self::SharedAgenda | Self::Outcome => Clearance::Partner,
            Self::Reason | Self::MarketAccess | Self::Parked | Self::Escalated | Self::Brief => Clearance::Delegation,
            Self::DraftMeeting | Self::Delegates | Self::Minutes => Clearance::Delegation,
            Self::Milestone => Clearance::Partner,
            Self::Priorities | Self::ActionPoint | Self::Programme | Self::Consultation | Self::Barrier => Clearance::Delegation,
            Self::HouseMeeting | Self::TradeTarget => Clearance::Delegation,
            Self::InternalNote | Self::BriefDraft | Self::ReportDraft => Clearance::ChapterTeam,
            Self::BriefRaised => Clearance::Principals,
        }
    }

    /// The word in locale keys (`field-CODE`) and in the change record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Stage => "stage",
            Self::HeldEvent => "held-event",
            Self::PlannedEvent => "planned-event",
            Self::Ratification => "ratification",
            Self::TextTrack => "text-track",
            Self::Leads => "leads",
            Self::TargetRound => "target-round",
            Self::OpenBrackets => "open-brackets",
            Self::Reason => "reason",
            Self::MarketAccess => "market-access",
            Self::Parked => "parked",
            Self::Escalated => "escalated",
            Self::InternalNote => "internal-note",
            Self::HeldRound => "held-round",
            Self::PlannedMeeting => "planned-meeting",
            Self::MeetingHeads => "meeting-heads",
            Self::SharedAgenda => "shared-agenda",
            Self::Outcome => "outcome",
            Self::DraftMeeting => "draft-meeting",
            Self::Delegates => "delegates",
            Self::Minutes => "minutes",
            Self::Priorities => "priorities",
            Self::ActionPoint => "action-point",
            Self::Milestone => "milestone",
            Self::Brief => "brief",
            Self::BriefDraft => "brief-draft",
            Self::BriefRaised => "brief-raised",
            Self::Report => "report",
            Self::ReportDraft => "report-draft",
            Self::TradeFigure => "trade-figure",
            Self::TradeTarget => "trade-target",
            Self::Programme => "programme",
            Self::Consultation => "consultation",
            Self::Barrier => "barrier",
            Self::PublicBarrier => "public-barrier",
            Self::StandingBody => "standing-body",
            Self::HouseMeeting => "house-meeting",
        }
    }
}
