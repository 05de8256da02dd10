//! Barriers to trade other than tariffs: what kind they are, how bad, how far towards being lifted, and what of them is public.

use serde::{Deserialize, Serialize};

use crate::access::{Act, Roles};
use crate::agreement::words;
use crate::error::FieldError;
use crate::ids::AccountId;
use crate::trade::hs::HsCode;

words!(
    /// How a barrier stands to the public.
    Publicity {
        /// Nothing is published.
        None = "none",
        /// What is published tells what stands.
        Published = "published",
        /// What is published no longer does.
        Changed = "changed",
    }
);

words!(
    /// What kind of measure it is: the chapters of the International Classification of Non-Tariff Measures (UNCTAD/MAST, 2019), and
    /// after them what hinders services and persons, which that classification leaves out.
    BarrierKind {
        Sps = "sps",
        Tbt = "tbt",
        PreShipment = "pre-shipment",
        TradeRemedy = "trade-remedy",
        Licensing = "licensing",
        PriceControl = "price-control",
        Finance = "finance",
        Competition = "competition",
        Investment = "investment",
        Distribution = "distribution",
        PostSales = "post-sales",
        Subsidy = "subsidy",
        Procurement = "procurement",
        IntellectualProperty = "intellectual-property",
        RulesOfOrigin = "rules-of-origin",
        Export = "export",
        Services = "services",
        NaturalPersons = "natural-persons",
    }
);

words!(
    /// How much it hurts, as a traffic light.
    Rag {
        Red = "red",
        Amber = "amber",
        Green = "green",
    }
);

impl Rag {
    /// The shape that tells the light beside its word.
    pub fn shape(self) -> char {
        match self {
            Self::Red => '■',
            Self::Amber => '◆',
            Self::Green => '●',
        }
    }
}

words!(
    /// How far a barrier is from being lifted. Dormant: nobody pursues it, though it stands.
    BarrierStatus {
        Open = "open",
        InPart = "in-part",
        Resolved = "resolved",
        Dormant = "dormant",
    }
);

impl BarrierStatus {
    /// Where a barrier stands that still hinders and is pursued.
    pub const PURSUED: [Self; 2] = [Self::Open, Self::InPart];

    /// Whether it still hinders and is pursued.
    pub fn is_pursued(self) -> bool {
        Self::PURSUED.contains(&self)
    }

    /// Judges a step: that from open to in part resolved speaks for itself; how it was resolved, why nobody pursues it, or why it stands
    /// again, must be said.
    ///
    /// # Errors
    /// `status` where nothing moves, `reason` where one is missing.
    pub fn step(self, to: Self, reason: Option<&str>) -> Result<(), FieldError> {
        match (self, to) {
            (from, to) if from == to => Err(FieldError::new("status", "same-status")),
            (Self::Open, Self::InPart) => Ok(()),
            _ if reason.is_none() => Err(FieldError::new("reason", "required")),
            _ => Ok(()),
        }
    }
}

words!(
    /// How far the public version of a barrier is from the public.
    PublicState {
        Proposed = "proposed",
        Approved = "approved",
        Published = "published",
        Refused = "refused",
        /// Published once; taken back, or followed by a newer one.
        Superseded = "superseded",
    }
);

/// Whether somebody approves what another proposed for the public: who keeps the register, or who leads an agreement the barrier is linked
/// to; never who proposed it.
pub fn may_approve(proposer: AccountId, reader: AccountId, keeps: bool, linked: &[Roles]) -> bool {
    proposer != reader && (keeps || linked.iter().any(|roles| roles.may(Act::ApproveBarriers)))
}

/// What a barrier is linked to, by its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Linked {
    Agreement(String),
    /// With its agreement.
    Chapter(String, String),
    /// With its agreement.
    ActionPoint(String, i16),
}

impl Linked {
    /// Reads `india-peru`, `india-peru/goods` or `india-peru#3`.
    ///
    /// # Errors
    /// The field, where it is nothing of the kind.
    pub fn parse(field: &str, raw: &str) -> Result<Self, FieldError> {
        let raw = raw.trim();
        let refused = || FieldError::new(field, if raw.is_empty() { "required" } else { "unknown-choice" });
        if let Some((slug, number)) = raw.split_once('#') {
            return number.parse().map(|number| Self::ActionPoint(slug.to_owned(), number)).map_err(|_| refused());
        }
        match raw.split_once('/') {
            Some((slug, chapter)) => Ok(Self::Chapter(slug.to_owned(), chapter.to_owned())),
            None if raw.is_empty() => Err(refused()),
            None => Ok(Self::Agreement(raw.to_owned())),
        }
    }

    /// As [`Self::parse`] reads it.
    pub fn to_text(&self) -> String {
        match self {
            Self::Agreement(slug) => slug.clone(),
            Self::Chapter(slug, chapter) => format!("{slug}/{chapter}"),
            Self::ActionPoint(slug, number) => format!("{slug}#{number}"),
        }
    }

    /// The address of the agreement.
    pub fn slug(&self) -> &str {
        match self {
            Self::Agreement(slug) | Self::Chapter(slug, _) | Self::ActionPoint(slug, _) => slug,
        }
    }
}

/// The most codes one barrier names.
pub const MOST_CODES: usize = 100;

/// Reads codes with commas, semicolons, spaces or line ends between them: each once, in order.
///
/// # Errors
/// The field, where one is no code, or there are too many.
pub fn codes(field: &str, raw: &str) -> Result<Vec<HsCode>, FieldError> {
    let mut codes = raw
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .filter(|part| !part.is_empty())
        .map(|part| HsCode::parse(field, part))
        .collect::<Result<Vec<_>, _>>()?;
    codes.sort();
    codes.dedup();
    if codes.len() > MOST_CODES { Err(FieldError::with(field, "too-many-codes", MOST_CODES)) } else { Ok(codes) }
}

/// The codes as one text.
pub fn told(codes: &[HsCode]) -> String {
    codes.iter().map(HsCode::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::access::{Grant, Role};

    fn status() -> impl Strategy<Value = BarrierStatus> {
        prop::sample::select(BarrierStatus::ALL.to_vec())
    }

    proptest! {
        #[test]
        fn every_step_can_be_taken_with_a_reason_and_only_progress_without(from in status(), to in status()) {
            prop_assert_eq!(from.step(to, Some("why")).is_ok(), from != to);
            prop_assert_eq!(from.step(to, None).is_ok(), (from, to) == (BarrierStatus::Open, BarrierStatus::InPart));
        }

        #[test]
        fn codes_told_are_read_again(numbers in prop::collection::btree_set(1_u32..=97, 0..20)) {
            let typed: Vec<String> = numbers.iter().filter(|n| **n != 77).map(|n| format!("{n:02}")).collect();
            let read = codes("hs", &typed.join("; ")).unwrap_or_default();
            prop_assert_eq!(told(&read), typed.join(", "));
            prop_assert_eq!(codes("hs", &told(&read)), Ok(read));
        }
    }

    #[test]
    fn what_is_linked_is_read_as_it_is_told() {
        for text in ["india-peru", "india-peru/goods", "india-peru#3"] {
            assert_eq!(Linked::parse("link", text).map(|linked| linked.to_text()), Ok(text.to_owned()));
        }
        for (text, code) in [(" ", "required"), ("india-peru#x", "unknown-choice"), ("india-peru#99999", "unknown-choice")] {
            assert_eq!(Linked::parse("link", text).map_err(|error| error.code), Err(code.to_owned()));
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        assert_eq!(codes("hs", "0304, x").map_err(|error| error.code), Err("not-an-hs-code".into()));
        let many: Vec<String> = (0..=MOST_CODES).map(|n| format!("{:04}", 101 + n)).collect();
        assert_eq!(codes("hs", &many.join(" ")).map_err(|error| error.code), Err("too-many-codes".into()));
        assert_eq!(codes("hs", " 304\n0304.").map(|codes| told(&codes)), Ok("0304".into()));
    }

    #[test]
    fn nobody_approves_what_they_propose() {
        let (one, other) = (AccountId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));
        let chief = [Roles(vec![Grant { role: Role::Chief, chapter: None }])];
        let official = [Roles(vec![Grant { role: Role::Official, chapter: None }])];
        assert!(!may_approve(one, one, true, &chief));
        assert!(may_approve(one, other, true, &[]) && may_approve(one, other, false, &chief));
        assert!(!may_approve(one, other, false, &official) && !may_approve(one, other, false, &[]));
    }

    #[test]
    fn each_light_has_a_shape_of_its_own() {
        let shapes: std::collections::BTreeSet<char> = Rag::ALL.iter().map(|rag| rag.shape()).collect();
        assert_eq!(shapes.len(), Rag::ALL.len());
    }
}
