//! Meetings: which steps are allowed, who may know of them, and what a form of one may say.

use accord_domain::clearance::Clearance;
use accord_domain::dates::PartialDate;
use accord_domain::meeting::{
    Item, MeetingKind, MeetingState, agenda_lines, agenda_text, clearance, clock, dates, may_move, number, people, usual_address,
};
use proptest::prelude::*;

fn kinds() -> impl Strategy<Value = MeetingKind> {
    prop::sample::select(MeetingKind::ALL)
}

fn states() -> impl Strategy<Value = MeetingState> {
    prop::sample::select(MeetingState::ALL)
}

/// Every pair of states with whether a step leads from one to the other, and whether it asks for a reason.
#[test]
fn the_steps_are_those_of_the_product() {
    use MeetingState::{CalledOff, Closed, Draft, InProgress, Open};
    let table = [
        (Draft, Open, false),
        (Draft, CalledOff, true),
        (Open, InProgress, false),
        (Open, Draft, true),
        (Open, CalledOff, true),
        (InProgress, Closed, false),
        (Closed, InProgress, true),
    ];
    for from in MeetingState::ALL.iter().copied() {
        for to in MeetingState::ALL.iter().copied() {
            let allowed = table.iter().find(|(a, b, _)| (*a, *b) == (from, to));
            assert_eq!(may_move(from, to, true, true).is_ok(), allowed.is_some(), "{from:?} to {to:?} with a reason");
            let plainly = may_move(from, to, true, false).is_ok();
            assert_eq!(plainly, allowed.is_some_and(|(.., asks)| !asks), "{from:?} to {to:?} without a reason");
        }
    }
}

#[test]
fn a_step_that_is_refused_says_why() {
    use MeetingState::{CalledOff, Closed, Draft, InProgress, Open};
    for (from, to, begun, reason, field, code) in [
        (Open, Open, true, true, "state", "state-unchanged"),
        (Draft, InProgress, true, true, "state", "state-not-next"),
        (CalledOff, Open, true, true, "state", "state-not-next"),
        (Open, InProgress, false, true, "state", "meeting-not-begun"),
        (Open, Draft, true, false, "reason", "reason-for-going-back"),
        (Closed, InProgress, true, false, "reason", "reason-for-going-back"),
        (Draft, CalledOff, false, false, "reason", "reason-for-calling-off"),
    ] {
        let told = may_move(from, to, begun, reason).map_err(|error| (error.field, error.code));
        assert_eq!(told, Err((field.to_owned(), code.to_owned())), "{from:?} to {to:?}");
    }
}

#[test]
fn who_knows_of_a_meeting() {
    use Clearance::{Delegation, Partner, Public};
    use MeetingState::{Closed, Draft, InProgress, Open};
    for (kind, expected) in [
        (MeetingKind::Round, [Delegation, Partner, Public, Public]),
        (MeetingKind::SpecialRound, [Delegation, Partner, Public, Public]),
        (MeetingKind::Ministerial, [Delegation, Partner, Partner, Partner]),
        (MeetingKind::InternalPreparation, [Delegation; 4]),
    ] {
        for (state, expected) in [Draft, Open, InProgress, Closed].into_iter().zip(expected) {
            assert_eq!(clearance(kind, state, Clearance::Principals), expected, "{kind:?} {state:?}");
        }
    }
}

proptest! {
    /// Whatever steps are tried, those allowed lead to states that can be explained: nothing is held before its day, nothing follows
    /// calling off, only what was held is closed, and only a reason leads back.
    #[test]
    fn no_steps_lead_where_none_may(kind in kinds(), tries in prop::collection::vec((states(), any::<bool>(), any::<bool>()), 0..40)) {
        let (mut state, mut begun) = (MeetingState::Draft, false);
        let mut known = clearance(kind, state, Clearance::Principals);
        for (to, day_comes, reason) in tries {
            begun |= day_comes;
            if may_move(state, to, begun, reason).is_err() {
                continue;
            }
            prop_assert!(state != MeetingState::CalledOff);
            prop_assert!(state != to);
            prop_assert!(!to.is_held() || begun);
            prop_assert!(to > state || reason);
            prop_assert!(to != MeetingState::CalledOff || (!state.is_held() && reason));
            prop_assert!(to != MeetingState::Closed || state == MeetingState::InProgress);
            let next = clearance(kind, to, known);
            prop_assert!(kind.is_with_partner() || next == Clearance::Delegation);
            prop_assert!(next > Clearance::Public || (kind.is_round() && to.is_held()));
            prop_assert!(to != MeetingState::Draft || next == Clearance::Delegation);
            prop_assert!(to != MeetingState::CalledOff || next == known);
            (state, known) = (to, next);
        }
    }

    /// The states offered are exactly those a step can lead to, if all is given.
    #[test]
    fn what_is_offered_can_be_done(from in states(), to in states()) {
        prop_assert_eq!(from.following().contains(&to), may_move(from, to, true, true).is_ok());
        if from.following().contains(&to) {
            prop_assert_eq!(from.asks_reason_for(to), may_move(from, to, true, false).is_err());
        }
    }

    /// An agenda is read back from the record as it was written.
    #[test]
    fn an_agenda_is_told_whole(items in prop::collection::vec(("[^\n\r]{1,40}", any::<bool>(), any::<bool>()), 0..10)) {
        let items: Vec<Item> = items.into_iter().map(|(title, shared, done)| Item { title, shared, done }).collect();
        let text = agenda_text(&items);
        let read: Vec<(String, bool)> = agenda_lines(&text).map(|(title, done)| (title.to_owned(), done)).collect();
        let written: Vec<(String, bool)> = items.into_iter().map(|item| (item.title, item.done)).collect();
        prop_assert_eq!(read, written);
    }

    /// Nothing that is typed brings the reading down.
    #[test]
    fn whatever_is_typed_is_read_or_refused(typed in ".{0,60}", kind in kinds()) {
        let date = dates("dates", &typed).ok().flatten();
        let _ = (clock("clock", &typed, date), number("number", &typed, kind), people("our_delegates", &typed));
    }
}

#[test]
fn a_meeting_that_ends_before_it_starts_is_refused() {
    let code = |raw: &str| dates("dates", raw).map_err(|error| error.code);
    assert_eq!(code("2026-12-07..2026-12-05"), Err("ends-before-start".to_owned()));
    assert_eq!(code("2026-12-07..05"), Err("ends-before-start".to_owned()));
    assert_eq!(code("2026-02-30"), Err("not-a-date".to_owned()));
    assert_eq!(code("  "), Ok(None));
    assert!(code("..2018-12-07").is_ok_and(|date| date.is_some()));
}

#[test]
fn an_hour_needs_a_day() {
    let day = PartialDate::parse("dates", "2026-12-05..07").ok();
    let month = PartialDate::parse("dates", "2026-12").ok();
    let code = |raw: &str, date| clock("clock", raw, date).map(|time| time.is_some()).map_err(|error| error.code);
    assert_eq!(code("09:30", day), Ok(true));
    assert_eq!(code("", day), Ok(false));
    assert_eq!(code("", None), Ok(false));
    assert_eq!(code("09:30", month), Err("clock-needs-day".to_owned()));
    assert_eq!(code("09:30", None), Err("clock-needs-day".to_owned()));
    for wrong in ["24:00", "9.30", "09:30:10", "morning", "09:60", "१०:००"] {
        assert_eq!(code(wrong, day), Err("not-a-clock".to_owned()), "{wrong}");
    }
}

#[test]
fn rounds_are_numbered_and_others_are_not() {
    let code = |raw: &str, kind| number("number", raw, kind).map_err(|error| error.code);
    assert_eq!(code("9", MeetingKind::Round), Ok(Some(9)));
    assert_eq!(code("", MeetingKind::Round), Err("number-for-round".to_owned()));
    assert_eq!(code("9", MeetingKind::Stocktake), Err("number-for-rounds-only".to_owned()));
    assert_eq!(code("", MeetingKind::Stocktake), Ok(None));
    assert_eq!(code("-1", MeetingKind::Round), Err("not-a-count".to_owned()));
}

#[test]
fn an_address_follows_from_kind_number_and_day() {
    let day = PartialDate::parse("dates", "2026-12-05..07").ok();
    assert_eq!(usual_address(MeetingKind::Round, Some(9), day), "round-9");
    assert_eq!(usual_address(MeetingKind::Stocktake, None, day), "stocktake-2026-12-05");
    assert_eq!(usual_address(MeetingKind::Ministerial, None, None), "ministerial");
}

#[test]
fn people_stand_one_a_line() {
    let read = |raw: &str| people("our_delegates", raw).map_err(|error| error.code);
    assert_eq!(read(" One \r\n\n\tTwo "), Ok(vec!["One".to_owned(), "Two".to_owned()]));
    assert_eq!(read(""), Ok(Vec::new()));
    assert_eq!(read(&"x".repeat(201)), Err("too-long".to_owned()));
    assert_eq!(read("a\u{7}b"), Err("control-character".to_owned()));
}
