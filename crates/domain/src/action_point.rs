//! Action points: what somebody of our side or theirs has to do by a day, agreed at a meeting or between meetings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::error::FieldError;

words!(
    /// Whose delegation has to do it.
    Side {
        Ours = "ours",
        Theirs = "theirs",
    }
);

words!(
    /// Where an action point stands.
    ActionState {
        Open = "open",
        Done = "done",
        Dropped = "dropped",
    }
);

/// The form field of the state.
pub const STATE: &str = "state";
/// Most changes of the day that are counted.
pub const MOST_MOVES: i16 = i16::MAX;

impl ActionState {
    /// Whether the step to another state asks for a reason: dropping what was agreed, and taking up again what was settled.
    pub fn asks_reason_for(self, to: Self) -> bool {
        to == Self::Dropped || to < self
    }

    /// The states that can follow.
    pub fn following(self) -> &'static [Self] {
        match self {
            Self::Open => &[Self::Done, Self::Dropped],
            Self::Done | Self::Dropped => &[Self::Open],
        }
    }

    /// Whether what is in this state is late at the end of the day before `today`.
    pub fn is_overdue(self, due: NaiveDate, today: NaiveDate) -> bool {
        self == Self::Open && due < today
    }
}

/// Whether an action point may go from one state to another.
///
/// # Errors
/// The field, where the step leads nowhere or lacks the reason it asks for.
pub fn may_move(from: ActionState, to: ActionState, reason_given: bool) -> Result<(), FieldError> {
    if !from.following().contains(&to) {
        return Err(FieldError::new(STATE, "action-state-not-next"));
    }
    if from.asks_reason_for(to) && !reason_given {
        let code = if to == ActionState::Dropped { "reason-for-dropping" } else { "reason-for-taking-up" };
        return Err(FieldError::new("reason", code));
    }
    Ok(())
}

/// Whether the day may be changed: of an open action point, to another day, with a reason (product word "Action point").
///
/// # Errors
/// The field that stands against it.
pub fn may_change_day(state: ActionState, from: NaiveDate, to: NaiveDate, reason_given: bool) -> Result<(), FieldError> {
    if state != ActionState::Open {
        return Err(FieldError::new("due", "action-settled"));
    }
    if from == to {
        return Err(FieldError::new("due", "due-unchanged"));
    }
    if !reason_given {
        return Err(FieldError::new("reason", "reason-for-other-day"));
    }
    Ok(())
}
