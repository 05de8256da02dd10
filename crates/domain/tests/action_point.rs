//! Action points: no sequence of allowed steps settles one silently, and no day is changed without a reason.

use accord_domain::action_point::{ActionState, may_change_day, may_move};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn state() -> impl Strategy<Value = ActionState> {
    proptest::sample::select(ActionState::ALL.to_vec())
}

fn day(n: u64) -> NaiveDate {
    NaiveDate::default() + Days::new(n)
}

proptest! {
    #[test]
    fn what_is_dropped_or_taken_up_again_has_a_reason(from in state(), to in state()) {
        let (told, silent) = (may_move(from, to, true), may_move(from, to, false));
        prop_assert_eq!(told.is_ok(), from.following().contains(&to));
        prop_assert_eq!(silent.is_ok(), from == ActionState::Open && to == ActionState::Done);
    }

    #[test]
    fn a_state_is_left_only_for_another(from in state()) {
        prop_assert!(may_move(from, from, true).is_err());
        // What is settled one way is taken up again before it is settled the other.
        let settled = |state| state != ActionState::Open;
        prop_assert!(from.following().iter().all(|to| settled(from) != settled(*to)));
    }

    #[test]
    fn the_day_of_an_open_one_is_changed_with_a_reason(state in state(), from in 0..900u64, to in 0..900u64, reason in any::<bool>()) {
        let may = may_change_day(state, day(from), day(to), reason).is_ok();
        prop_assert_eq!(may, state == ActionState::Open && from != to && reason);
    }

    #[test]
    fn only_what_is_open_is_overdue_and_not_on_its_day(state in state(), due in 0..900u64, today in 0..900u64) {
        prop_assert_eq!(state.is_overdue(day(due), day(today)), state == ActionState::Open && today > due);
    }
}
