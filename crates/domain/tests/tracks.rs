//! Moving along the tracks: whatever is tried in whatever order, no chapter comes to stand where the product forbids it.

use accord_domain::access::{Act, Grant, Role, Roles};
use accord_domain::ids::ChapterId;
use accord_domain::lifecycle::Stage;
use accord_domain::tracks::{
    Circumstances, MarketAccessStatus, TextStatus, Track, may_move_market, may_move_text, may_set_brackets,
};
use proptest::prelude::*;
use uuid::Uuid;

fn here() -> ChapterId {
    ChapterId(Uuid::from_u128(1))
}

/// Something a person tries to do to the chapter.
#[derive(Clone, Copy, Debug)]
enum Try {
    Text { to: TextStatus, by: Role, reason: bool, overriding: bool },
    Market { to: MarketAccessStatus, by: Role, reason: bool },
    Brackets(u32),
    Park,
    Unpark,
    Stage(Stage),
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        3 => Just(Role::Chief),
        1 => Just(Role::Principal),
        3 => Just(Role::ChapterLead),
        1 => Just(Role::TeamMember),
        1 => Just(Role::Official),
        1 => Just(Role::Partner),
    ]
}

fn attempt() -> impl Strategy<Value = Try> {
    prop_oneof![
        8 => (prop::sample::select(TextStatus::ALL.to_vec()), role(), any::<bool>(), any::<bool>())
            .prop_map(|(to, by, reason, overriding)| Try::Text { to, by, reason, overriding }),
        4 => (prop::sample::select(MarketAccessStatus::ALL.to_vec()), role(), any::<bool>())
            .prop_map(|(to, by, reason)| Try::Market { to, by, reason }),
        4 => prop_oneof![Just(0u32), 0..6u32].prop_map(Try::Brackets),
        1 => Just(Try::Park),
        2 => Just(Try::Unpark),
        3 => prop::sample::select(Stage::ALL.to_vec()).prop_map(Try::Stage),
    ]
}

/// The chapter, with what an auditor would want to have on record.
#[derive(Clone, Copy, Debug)]
struct Chapter {
    text: TextStatus,
    market: MarketAccessStatus,
    brackets: u32,
    parked: bool,
    stage: Stage,
    /// Whether the last entry into a closing was an override of open brackets, with its reason.
    override_on_record: bool,
}

/// The places of the words in the product's own order, kept apart from the code under test.
const TEXT: [&str; 8] = [
    "not-started",
    "proposals-exchanged",
    "consolidated-text",
    "under-negotiation",
    "substantially-closed",
    "provisionally-closed",
    "closed",
    "scrubbed",
];
const MARKET: [&str; 6] =
    ["not-started", "requests-exchanged", "offers-exchanged", "improved-offers", "package-agreed-ad-ref", "agreed"];
const SCRUBBING_ON: [&str; 6] = ["legal-scrubbing", "initialled", "signed", "ratifying", "in-force", "under-review"];

fn place(words: &[&str], code: &str) -> usize {
    words.iter().position(|word| *word == code).unwrap_or(usize::MAX)
}

/// Where the text track's closing begins, and the market-access track's.
const TEXT_CLOSING: usize = 5;
const MARKET_CLOSING: usize = 4;

/// The product's rules common to both tracks, told anew: none of these may be true of a move that was let through.
fn forbidden(from: usize, to: usize, closing: usize, by: Role, reason: bool, parked: bool) -> Option<&'static str> {
    let leads = by == Role::Chief || by == Role::Principal;
    if parked {
        Some("moved while parked")
    } else if from == to {
        Some("moved nowhere")
    } else if to >= closing && !leads {
        Some("a closing entered by someone else")
    } else if to < from && from >= closing && !leads {
        Some("reopened by someone else")
    } else if to < from && !reason {
        Some("went back without a reason")
    } else {
        None
    }
}

fn circumstances(chapter: &Chapter, by: Role, reason: bool, overriding: bool) -> Circumstances {
    let roles = Roles(vec![Grant { role: by, chapter: by.is_for_a_chapter().then(here) }]);
    Circumstances {
        chief_or_principal: roles.may_in_chapter(here(), Act::CloseOrReopen),
        parked: chapter.parked,
        open_brackets: chapter.brackets,
        stage: chapter.stage,
        reason_given: reason,
        override_brackets: overriding,
    }
}

fn text_forbidden(chapter: &Chapter, to: TextStatus, by: Role, reason: bool, overriding: bool) -> Option<&'static str> {
    let (from, next) = (place(&TEXT, chapter.text.code()), place(&TEXT, to.code()));
    forbidden(from, next, TEXT_CLOSING, by, reason, chapter.parked).or(
        if next == 7 && !SCRUBBING_ON.contains(&chapter.stage.code()) {
            Some("scrubbed too early")
        } else if next >= TEXT_CLOSING && chapter.brackets > 0 && !(overriding && reason) {
            Some("closed over open brackets")
        } else {
            None
        },
    )
}

fn chapter() -> impl Strategy<Value = Chapter> {
    (
        prop::sample::select(TextStatus::ALL.to_vec()),
        prop::sample::select(MarketAccessStatus::ALL.to_vec()),
        0..4u32,
        any::<bool>(),
        prop::sample::select(Stage::ALL.to_vec()),
    )
        .prop_map(|(text, market, brackets, parked, stage)| Chapter {
            text,
            market,
            brackets,
            parked,
            stage,
            override_on_record: false,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_sequence_of_allowed_steps_reaches_a_forbidden_state(attempts in prop::collection::vec(attempt(), 0..60)) {
        let mut chapter = Chapter {
            text: TextStatus::NotStarted,
            market: MarketAccessStatus::NotStarted,
            brackets: 0,
            parked: false,
            stage: Stage::Proposed,
            override_on_record: false,
        };
        for attempt in attempts {
            match attempt {
                Try::Text { to, by, reason, overriding } => {
                    let judged = circumstances(&chapter, by, reason, overriding);
                    if may_move_text(chapter.text, to, &judged).is_ok() {
                        let wrong = text_forbidden(&chapter, to, by, reason, overriding);
                        prop_assert_eq!(wrong, None, "{:?} from {:?}", attempt, chapter);
                        chapter.override_on_record = chapter.brackets > 0 && overriding && reason && to.is_closing();
                        chapter.text = to;
                    }
                }
                Try::Market { to, by, reason } => {
                    let judged = circumstances(&chapter, by, reason, false);
                    if may_move_market(chapter.market, to, &judged).is_ok() {
                        let (from, next) = (place(&MARKET, chapter.market.code()), place(&MARKET, to.code()));
                        let wrong = forbidden(from, next, MARKET_CLOSING, by, reason, chapter.parked);
                        prop_assert_eq!(wrong, None, "{:?} from {:?}", attempt, chapter);
                        chapter.market = to;
                    }
                }
                Try::Brackets(next) => {
                    if may_set_brackets(chapter.text, chapter.brackets, next).is_ok() {
                        chapter.brackets = next;
                    }
                }
                Try::Park => chapter.parked = true,
                Try::Unpark => chapter.parked = false,
                Try::Stage(stage) => chapter.stage = stage,
            }
            let closing = place(&TEXT, chapter.text.code()) >= TEXT_CLOSING;
            prop_assert!(!closing || chapter.brackets == 0 || chapter.override_on_record, "{:?} after {:?}", chapter, attempt);
        }
    }

    #[test]
    fn a_text_move_is_allowed_exactly_when_nothing_forbids_it(
        chapter in chapter(), to in prop::sample::select(TextStatus::ALL.to_vec()), by in role(), reason: bool, overriding: bool,
    ) {
        let judged = circumstances(&chapter, by, reason, overriding);
        let answer = may_move_text(chapter.text, to, &judged);
        let wrong = text_forbidden(&chapter, to, by, reason, overriding);
        prop_assert_eq!(answer.is_ok(), wrong.is_none(), "{:?}, yet {:?}", answer, wrong);
    }

    #[test]
    fn a_market_move_is_allowed_exactly_when_nothing_forbids_it(
        chapter in chapter(), to in prop::sample::select(MarketAccessStatus::ALL.to_vec()), by in role(), reason: bool, overriding: bool,
    ) {
        let judged = circumstances(&chapter, by, reason, overriding);
        let answer = may_move_market(chapter.market, to, &judged);
        let (from, next) = (place(&MARKET, chapter.market.code()), place(&MARKET, to.code()));
        let wrong = forbidden(from, next, MARKET_CLOSING, by, reason, chapter.parked);
        prop_assert_eq!(answer.is_ok(), wrong.is_none(), "{:?}, yet {:?}", answer, wrong);
    }

    #[test]
    fn giving_a_reason_or_being_chief_never_turns_a_yes_into_a_no(
        chapter in chapter(), to in prop::sample::select(TextStatus::ALL.to_vec()), by in role(), overriding: bool,
    ) {
        let least = circumstances(&chapter, by, false, overriding);
        let more = circumstances(&chapter, Role::Chief, true, true);
        if may_move_text(chapter.text, to, &least).is_ok() {
            prop_assert!(may_move_text(chapter.text, to, &more).is_ok());
        }
    }

    #[test]
    fn a_refusal_names_a_field_and_a_code(
        chapter in chapter(), to in prop::sample::select(TextStatus::ALL.to_vec()), by in role(), reason: bool, overriding: bool,
    ) {
        if let Err(error) = may_move_text(chapter.text, to, &circumstances(&chapter, by, reason, overriding)) {
            prop_assert!(["text_status", "reason"].contains(&error.field.as_str()));
            prop_assert!(!error.code.is_empty());
        }
    }

    #[test]
    fn brackets_of_a_closing_only_fall(status in prop::sample::select(TextStatus::ALL.to_vec()), now in 0..20u32, next in 0..20u32) {
        let closing = place(&TEXT, status.code()) >= TEXT_CLOSING;
        prop_assert_eq!(may_set_brackets(status, now, next).is_ok(), !closing || next <= now);
    }
}

#[test]
fn the_ladders_are_those_of_the_product() {
    let text: Vec<_> = TextStatus::ALL.iter().map(|status| status.code()).collect();
    assert_eq!(text, TEXT);
    let market: Vec<_> = MarketAccessStatus::ALL.iter().map(|status| status.code()).collect();
    assert_eq!(market, MARKET);
    for (step, status) in TextStatus::ALL.iter().enumerate() {
        assert_eq!(status.step(), step);
        assert_eq!(status.is_closing(), step >= TEXT_CLOSING);
        assert_eq!(status.counts_as_closed(), step >= 6);
        assert_eq!(TextStatus::from_code(status.code()), Some(*status));
    }
    for (step, status) in MarketAccessStatus::ALL.iter().enumerate() {
        assert_eq!(status.step(), step);
        assert_eq!(status.is_closing(), step >= MARKET_CLOSING);
        assert_eq!(MarketAccessStatus::from_code(status.code()), Some(*status));
    }
}
