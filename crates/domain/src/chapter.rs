//! Chapters: their kinds, and the usual designs of new agreements.

use serde::{Deserialize, Serialize};

use crate::agreement::words;

words!(
    /// What a chapter is about. A standard title is translated by its kind.
    ChapterKind {
        InitialProvisions = "initial-provisions",
        Goods = "goods",
        RulesOfOrigin = "rules-of-origin",
        Customs = "customs",
        Sps = "sps",
        Tbt = "tbt",
        TradeRemedies = "trade-remedies",
        Services = "services",
        FinancialServices = "financial-services",
        Telecommunications = "telecommunications",
        NaturalPersons = "natural-persons",
        Investment = "investment",
        DigitalTrade = "digital-trade",
        IntellectualProperty = "intellectual-property",
        Procurement = "procurement",
        Competition = "competition",
        StateEnterprises = "state-enterprises",
        Smes = "smes",
        SustainableDevelopment = "sustainable-development",
        Labour = "labour",
        Environment = "environment",
        Gender = "gender",
        Cooperation = "cooperation",
        CriticalMinerals = "critical-minerals",
        AntiCorruption = "anti-corruption",
        GoodRegulatoryPractice = "good-regulatory-practice",
        Innovation = "innovation",
        DisputeSettlement = "dispute-settlement",
        Transparency = "transparency",
        Institutional = "institutional",
        Exceptions = "exceptions",
        FinalProvisions = "final-provisions",
        Other = "other",
    }
);

impl ChapterKind {
    /// Whether requests and offers are exchanged in it, so that it has a market-access track.
    pub fn has_market_access(self) -> bool {
        matches!(
            self,
            Self::Goods
                | Self::Services
                | Self::FinancialServices
                | Self::Telecommunications
                | Self::NaturalPersons
                | Self::Investment
                | Self::Procurement
        )
    }
}

words!(
    /// To whom a question is escalated.
    EscalationLevel {
        ChiefNegotiators = "chief-negotiators",
        Ministers = "ministers",
    }
);

words!(
    /// A common design of chapters, offered when an agreement is opened.
    ChapterTemplate {
        None = "none",
        Pta = "pta",
        Fta = "fta",
        Cepa = "cepa",
    }
);

impl ChapterTemplate {
    /// The chapters of the design, in order.
    pub const fn chapters(self) -> &'static [ChapterKind] {
        use ChapterKind::*;
        match self {
            Self::None => &[],
            Self::Pta => &[InitialProvisions, Goods, RulesOfOrigin, TradeRemedies, DisputeSettlement, FinalProvisions],
            Self::Fta => &[
                InitialProvisions,
                Goods,
                RulesOfOrigin,
                Customs,
                Sps,
                Tbt,
                TradeRemedies,
                Services,
                NaturalPersons,
                Cooperation,
                DisputeSettlement,
                Institutional,
                Exceptions,
                FinalProvisions,
            ],
            Self::Cepa => &[
                InitialProvisions,
                Goods,
                RulesOfOrigin,
                Customs,
                Sps,
                Tbt,
                TradeRemedies,
                Services,
                NaturalPersons,
                DigitalTrade,
                Investment,
                IntellectualProperty,
                Procurement,
                Smes,
                Cooperation,
                DisputeSettlement,
                Transparency,
                Institutional,
                Exceptions,
                FinalProvisions,
            ],
        }
    }
}

/// The most a chapter's count of open brackets may be; more is a slip of the hand.
pub const MOST_BRACKETS: u32 = 9_999;
