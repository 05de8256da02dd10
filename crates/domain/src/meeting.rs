//! Meetings: their kinds, the steps from draft to closed, who may know of them, and the agenda of a session.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::clearance::{Clearance, Field};
use crate::dates::{PartialDate, Precision};
use crate::error::FieldError;
use crate::text;

words!(
    /// What a meeting is. A standard title is translated by its kind, a round's with its number.
    MeetingKind {
        Round = "round",
        SpecialRound = "special-round",
        Intersessional = "intersessional",
        Stocktake = "stocktake",
        Ministerial = "ministerial",
        JointCommittee = "joint-committee",
        InternalPreparation = "internal-preparation",
        MissionConference = "mission-conference",
    }
);

impl MeetingKind {
    /// The kinds a meeting of an agreement can be of.
    pub const OF_AGREEMENTS: [Self; 7] = [
        Self::Round,
        Self::SpecialRound,
        Self::Intersessional,
        Self::Stocktake,
        Self::Ministerial,
        Self::JointCommittee,
        Self::InternalPreparation,
    ];

    /// Whether it is one of the numbered rounds.
    pub fn is_numbered(self) -> bool {
        self == Self::Round
    }

    /// Whether the public may know of it once it is held: rounds, the special ones among them.
    pub fn is_round(self) -> bool {
        matches!(self, Self::Round | Self::SpecialRound)
    }

    /// Whether the other side takes part.
    pub fn is_with_partner(self) -> bool {
        !matches!(self, Self::InternalPreparation | Self::MissionConference)
    }
}

words!(
    /// How the delegations meet.
    MeetingMode {
        InPerson = "in-person",
        Virtual = "virtual",
        Hybrid = "hybrid",
    }
);

words!(
    /// Where a meeting stands, from draft to closed; or called off.
    MeetingState {
        Draft = "draft",
        Open = "open",
        InProgress = "in-progress",
        Closed = "closed",
        CalledOff = "called-off",
    }
);

/// The form field of the state.
pub const STATE: &str = "state";
/// Most characters of a session's minutes: some seventy printed pages.
pub const MINUTES: usize = 200_000;
/// Most delegates counted on a side.
pub const MOST_DELEGATES: u32 = 9_999;
/// Most items of one session's agenda.
pub const MOST_ITEMS: usize = 100;

impl MeetingState {
    /// Whether the meeting has begun.
    pub fn is_held(self) -> bool {
        matches!(self, Self::InProgress | Self::Closed)
    }

    /// Whether its sessions may be written in: until it is closed or called off.
    pub fn takes_words(self) -> bool {
        matches!(self, Self::Draft | Self::Open | Self::InProgress)
    }

    /// The states that can follow, whatever they ask for: the one step forward first.
    pub fn following(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Open, Self::CalledOff],
            Self::Open => &[Self::InProgress, Self::Draft, Self::CalledOff],
            Self::InProgress => &[Self::Closed],
            Self::Closed => &[Self::InProgress],
            Self::CalledOff => &[],
        }
    }

    /// Whether the step to another state asks for a reason: every one but those forward.
    pub fn asks_reason_for(self, to: Self) -> bool {
        to == Self::CalledOff || to < self
    }
}

/// Whether a meeting may go from one state to another: one step forward; back from open to draft, back from closed, and called off
/// from draft or open with a reason. None begins before the first of its days.
pub fn may_move(from: MeetingState, to: MeetingState, has_begun: bool, reason_given: bool) -> Result<(), FieldError> {
    if from == to {
        return Err(FieldError::new(STATE, "state-unchanged"));
    }
    if !from.following().contains(&to) {
        return Err(FieldError::new(STATE, "state-not-next"));
    }
    if to.is_held() && !has_begun {
        return Err(FieldError::new(STATE, "meeting-not-begun"));
    }
    if from.asks_reason_for(to) && !reason_given {
        let code = if to == MeetingState::CalledOff { "reason-for-calling-off" } else { "reason-for-going-back" };
        return Err(FieldError::new("reason", code));
    }
    Ok(())
}

/// The clearance of a meeting in a state; one that is called off keeps what it had, `before`.
pub fn clearance(kind: MeetingKind, state: MeetingState, before: Clearance) -> Clearance {
    match state {
        _ if !kind.is_with_partner() => Field::DraftMeeting.clearance(),
        MeetingState::CalledOff => before,
        MeetingState::Draft => Field::DraftMeeting.clearance(),
        MeetingState::InProgress | MeetingState::Closed if kind.is_round() => Field::HeldRound.clearance(),
        _ => Field::PlannedMeeting.clearance(),
    }
}

/// The number of a meeting, as typed: that of a round, which every round has; no other kind has one.
pub fn number(field: &str, raw: &str, kind: MeetingKind) -> Result<Option<i16>, FieldError> {
    let number = text::count(field, raw, 999)?;
    match (kind.is_numbered(), number) {
        (true, 0) => Err(FieldError::new(field, "number-for-round")),
        (false, 1..) => Err(FieldError::new(field, "number-for-rounds-only")),
        (_, number) => Ok(i16::try_from(number).ok().filter(|number| *number > 0)),
    }
}

/// The readable address a meeting is given when none is typed: its kind, with its number or else the day it begins.
pub fn usual_address(kind: MeetingKind, number: Option<i16>, date: Option<PartialDate>) -> String {
    match (number, date) {
        (Some(number), _) => format!("{}-{number}", kind.code()),
        (None, Some(date)) => format!("{}-{}", kind.code(), date.from()),
        (None, None) => kind.code().to_owned(),
    }
}

/// The days of a meeting, as typed; blank where they are not known yet.
pub fn dates(field: &str, raw: &str) -> Result<Option<PartialDate>, FieldError> {
    if raw.trim().is_empty() { Ok(None) } else { PartialDate::parse(field, raw).map(Some) }
}

/// The hour a meeting opens, as typed: `HH:MM`. It needs a first day to be the hour of.
pub fn clock(field: &str, raw: &str, date: Option<PartialDate>) -> Result<Option<NaiveTime>, FieldError> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let time = NaiveTime::parse_from_str(raw.trim(), "%H:%M").map_err(|_| FieldError::new(field, "not-a-clock"))?;
    match date.map(PartialDate::precision) {
        Some(Precision::Day) => Ok(Some(time)),
        _ => Err(FieldError::new(field, "clock-needs-day")),
    }
}

/// The people of a list, one a line: each trimmed, blank lines left out, none longer than a line may be.
pub fn people(field: &str, raw: &str) -> Result<Vec<String>, FieldError> {
    let text = text::optional_paragraphs(field, raw)?.unwrap_or_default();
    text.lines().filter_map(|line| text::optional_line(field, line).transpose()).collect()
}

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub title: String,
    /// Whether the partner sees it; else it is ours only.
    pub shared: bool,
    pub done: bool,
}

/// An agenda in the text of the change record: an item a line, `x` before one that is done and `-` before one that is open.
pub fn agenda_text<'i>(items: impl IntoIterator<Item = &'i Item>) -> String {
    let line = |item: &Item| format!("{} {}", if item.done { 'x' } else { '-' }, item.title);
    items.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The items of such a text: the title, and whether it is done.
pub fn agenda_lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.lines().filter_map(|line| match line.split_at_checked(2) {
        Some(("x ", title)) => Some((title, true)),
        Some(("- ", title)) => Some((title, false)),
        _ => None,
    })
}
