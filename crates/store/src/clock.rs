//! What time it is: asked of a clock that is passed in, never of the system from within a rule or a query.

use std::time::SystemTime;

use accord_domain::FieldError;
use chrono::{DateTime, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// A clock: the system's, or one that stands still for tests and replays.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    System,
    Frozen(DateTime<Utc>),
}

impl Clock {
    /// The instant, in whole microseconds: what both engines keep without loss.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => whole_microseconds(DateTime::<Utc>::from(SystemTime::now())),
            Self::Frozen(at) => whole_microseconds(at),
        }
    }
}

fn whole_microseconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(at.timestamp_micros()).unwrap_or(at)
}

/// The day it is in a zone at an instant.
pub fn day_in(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    zone.from_utc_datetime(&at.naive_utc()).date_naive()
}

/// The instant a day begins in a zone: its first, where the clocks skip midnight.
pub fn beginning_of(zone: Tz, day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // Clocks are never put forward by more than an hour or two at a time.
    (0..24)
        .find_map(|hour| zone.from_local_datetime(&(midnight + TimeDelta::hours(hour))).earliest())
        .map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}

/// A zone by its IANA name, as typed.
pub fn zone(field: &str, raw: &str) -> Result<Tz, FieldError> {
    let name = raw.trim();
    if name.is_empty() {
        return Err(FieldError::new(field, "required"));
    }
    name.parse().map_err(|_| FieldError::new(field, "unknown-zone"))
}

/// The instant the clocks of a zone show a time on a day: the earlier of two where they are put back over it.
///
/// # Errors
/// The field is refused where they are put forward over it, so that they never show it.
pub fn instant_of(field: &str, zone: Tz, day: NaiveDate, time: NaiveTime) -> Result<DateTime<Tz>, FieldError> {
    match zone.from_local_datetime(&day.and_time(time)) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(at),
        LocalResult::None => Err(FieldError::new(field, "clock-skipped")),
    }
}

/// The zone of the home party, by which a day of the record begins and ends.
pub const HOME_ZONE: Tz = chrono_tz::Asia::Kolkata;
