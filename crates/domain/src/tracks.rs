//! The two tracks of a chapter, and the rules of moving along them (product rules "Text track" and "Market-access track").

use serde::{Deserialize, Serialize};

use crate::error::FieldError;
use crate::lifecycle::Stage;

/// A ladder of statuses: ordered, with a step from which only a chief or principal may enter.
pub trait Track: Copy + Ord + Sized + 'static {
    /// The statuses, first to last.
    const ALL: &'static [Self];
    /// The first status that is a closing: entered and left by a chief or principal alone.
    const CLOSING: Self;
    /// The name of the form field.
    const FIELD: &'static str;

    /// The word in data, forms and locale keys.
    fn code(self) -> &'static str;

    /// The status of a word.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|status| status.code() == code)
    }

    /// How far along the track, 0 for the first status.
    fn step(self) -> usize {
        Self::ALL.iter().take_while(|status| **status < self).count()
    }

    /// Whether the status is a closing or later.
    fn is_closing(self) -> bool {
        self >= Self::CLOSING
    }
}

/// Where the text of a chapter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TextStatus {
    NotStarted,
    ProposalsExchanged,
    ConsolidatedText,
    UnderNegotiation,
    SubstantiallyClosed,
    ProvisionallyClosed,
    Closed,
    Scrubbed,
}

impl Track for TextStatus {
    const ALL: &'static [Self] = &[
        Self::NotStarted,
        Self::ProposalsExchanged,
        Self::ConsolidatedText,
        Self::UnderNegotiation,
        Self::SubstantiallyClosed,
        Self::ProvisionallyClosed,
        Self::Closed,
        Self::Scrubbed,
    ];
    const CLOSING: Self = Self::ProvisionallyClosed;
    const FIELD: &'static str = "text_status";

    fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::ProposalsExchanged => "proposals-exchanged",
            Self::ConsolidatedText => "consolidated-text",
            Self::UnderNegotiation => "under-negotiation",
            Self::SubstantiallyClosed => "substantially-closed",
            Self::ProvisionallyClosed => "provisionally-closed",
            Self::Closed => "closed",
            Self::Scrubbed => "scrubbed",
        }
    }
}

impl TextStatus {
    /// Whether the chapter counts in "closed x of y".
    pub fn counts_as_closed(self) -> bool {
        self >= Self::Closed
    }
}

/// Where the exchange of requests and offers of a chapter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MarketAccessStatus {
    NotStarted,
    RequestsExchanged,
    OffersExchanged,
    ImprovedOffers,
    PackageAgreedAdRef,
    Agreed,
}

impl Track for MarketAccessStatus {
    const ALL: &'static [Self] = &[
        Self::NotStarted,
        Self::RequestsExchanged,
        Self::OffersExchanged,
        Self::ImprovedOffers,
        Self::PackageAgreedAdRef,
        Self::Agreed,
    ];
    const CLOSING: Self = Self::PackageAgreedAdRef;
    const FIELD: &'static str = "market_status";

    fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::RequestsExchanged => "requests-exchanged",
            Self::OffersExchanged => "offers-exchanged",
            Self::ImprovedOffers => "improved-offers",
            Self::PackageAgreedAdRef => "package-agreed-ad-ref",
            Self::Agreed => "agreed",
        }
    }
}

/// What a move along a track is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// Whether the mover is the agreement's chief negotiator or a principal.
    pub chief_or_principal: bool,
    /// Whether the chapter is parked.
    pub parked: bool,
    /// Brackets still open in the chapter's text; a market-access move is not judged by them.
    pub open_brackets: u32,
    /// The stage of the agreement.
    pub stage: Stage,
    /// Whether a reason was given.
    pub reason_given: bool,
    /// Whether the mover closes in spite of open brackets.
    pub override_brackets: bool,
}

fn common<T: Track>(from: T, to: T, by: &Circumstances) -> Result<(), FieldError> {
    if by.parked {
        return Err(FieldError::new(T::FIELD, "chapter-parked"));
    }
    if from == to {
        return Err(FieldError::new(T::FIELD, "status-unchanged"));
    }
    let closing = from.is_closing() && to < from || to.is_closing();
    if closing && !by.chief_or_principal {
        let code = if to < from { "reopening-needs-chief" } else { "closing-needs-chief" };
        return Err(FieldError::new(T::FIELD, code));
    }
    if to < from && !by.reason_given {
        return Err(FieldError::new("reason", "reason-for-going-back"));
    }
    Ok(())
}

/// Whether the text may move from one status to another: forward freely, back with a reason, closing and reopening by a chief or
/// principal, never closing over open brackets unless overridden with a reason, scrubbed only from legal scrubbing on.
pub fn may_move_text(from: TextStatus, to: TextStatus, by: &Circumstances) -> Result<(), FieldError> {
    common(from, to, by)?;
    if to == TextStatus::Scrubbed && !by.stage.allows_scrubbing() {
        return Err(FieldError::new(TextStatus::FIELD, "not-in-scrubbing"));
    }
    if to.is_closing() && by.open_brackets > 0 {
        if !by.override_brackets {
            return Err(FieldError::with(TextStatus::FIELD, "brackets-open", by.open_brackets));
        }
        if !by.reason_given {
            return Err(FieldError::new("reason", "reason-for-override"));
        }
    }
    Ok(())
}

/// Whether market access may move: the same rules, without the brackets and the scrubbing of the text.
pub fn may_move_market(from: MarketAccessStatus, to: MarketAccessStatus, by: &Circumstances) -> Result<(), FieldError> {
    common(from, to, by)
}

/// Whether the count of open brackets may be set: a chapter that is closing has none unless it is reopened first.
pub fn may_set_brackets(status: TextStatus, now: u32, next: u32) -> Result<(), FieldError> {
    if status.is_closing() && next > now {
        return Err(FieldError::new("open_brackets", "reopen-before-brackets"));
    }
    Ok(())
}
