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

/// What tables write before the number of a chapter.
const BEFORE_NUMBER: [&str; 8] = ["chapter", "chap.", "ch.", "capítulo", "capitulo", "cap.", "अध्याय", "ch"];

/// The number by which a table names a chapter, and the title without it: `Chapter 5: Rules of Origin`, `5. Rules of Origin`, `Chapter 5`.
/// A name without a number is all title.
pub fn numbered(name: &str) -> (Option<i16>, &str) {
    let name = name.trim();
    let worded = BEFORE_NUMBER.iter().find_map(|word| {
        let (start, rest) = name.split_at_checked(word.len())?;
        (start.to_lowercase() == *word).then(|| rest.trim_start())
    });
    let rest = worded.unwrap_or(name);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    match rest[..digits].parse() {
        Ok(number) if number < 1_000 => {
            (Some(number), rest[digits..].trim_start_matches([' ', '.', ':', ')', '-', '–', '—', '\u{a0}']).trim_end())
        }
        _ => (None, name),
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_before_the_title() {
        for (name, number, title) in [
            ("Chapter 5: Rules of Origin", Some(5), "Rules of Origin"),
            ("5. Rules of Origin", Some(5), "Rules of Origin"),
            ("CHAPTER 12", Some(12), ""),
            ("12", Some(12), ""),
            ("Ch. 3 – Goods", Some(3), "Goods"),
            ("Capítulo 7) Servicios", Some(7), "Servicios"),
            ("अध्याय 4 वस्तु व्यापार", Some(4), "वस्तु व्यापार"),
            ("Chapter on goods", None, "Chapter on goods"),
            ("2030 agenda", None, "2030 agenda"),
            ("", None, ""),
        ] {
            assert_eq!(numbered(name), (number, title), "{name}");
        }
    }
}
