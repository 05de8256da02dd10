//! Partial dates: what a source says of when a thing happened, no more precise than it says it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::FieldError;

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// From one day to another, or one day.
    Day,
    /// Some time in the month of `from`.
    Month,
    /// Some time in the year of `from`.
    Year,
    /// Ended on `to`; when it began is not known.
    Until,
}

impl Precision {
    /// All precisions.
    pub const ALL: [Self; 4] = [Self::Day, Self::Month, Self::Year, Self::Until];

    /// The word in data and locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Until => "until",
        }
    }

    /// The precision of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|precision| precision.code() == code)
    }
}

/// A period known to some precision. `from <= to` always; both are the outermost days the statement allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    from: NaiveDate,
    to: NaiveDate,
    precision: Precision,
}

impl PartialDate {
    /// A single day.
    pub fn day(date: NaiveDate) -> Self {
        Self { from: date, to: date, precision: Precision::Day }
    }

    /// A date as kept in the database, or none if its parts contradict each other.
    pub fn stored(from: NaiveDate, to: NaiveDate, precision: Precision) -> Option<Self> {
        (from <= to).then_some(Self { from, to, precision })
    }

    /// Reads `2018`, `2018-04`, `2018-04-03`, `2018-04-03..2018-04-06` (also `2018-04-03..06`) or `..2018-12-07`.
    pub fn parse(field: &str, raw: &str) -> Result<Self, FieldError> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(FieldError::new(field, "required"));
        }
        let wrong = || FieldError::new(field, "not-a-date");
        if let Some(end) = text.strip_prefix("..") {
            let to = parse_day(end).ok_or_else(wrong)?;
            return Ok(Self { from: to, to, precision: Precision::Until });
        }
        if let Some((start, end)) = text.split_once("..") {
            let from = parse_day(start).ok_or_else(wrong)?;
            let to = parse_day(end).or_else(|| day_of_same_month(from, end)).ok_or_else(wrong)?;
            return Self::stored(from, to, Precision::Day).ok_or_else(|| FieldError::new(field, "ends-before-start"));
        }
        match text.split('-').count() {
            1 => parse_year(text).ok_or_else(wrong),
            2 => parse_month(text).ok_or_else(wrong),
            _ => parse_day(text).map(Self::day).ok_or_else(wrong),
        }
    }

    /// The first day it may have begun; for `Until`, the day it ended, the only day known.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// The last day it may have ended.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// How precise the source is.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The order of dates: start, then end. Entry order is the caller's last word.
    pub fn order(self) -> (NaiveDate, NaiveDate) {
        (self.from, self.to)
    }

    /// Whether it had begun by the end of `today`.
    pub fn has_begun(self, today: NaiveDate) -> bool {
        self.from <= today
    }

    /// The text `parse` reads back to the same date.
    pub fn to_text(self) -> String {
        match self.precision {
            Precision::Day if self.from == self.to => self.from.to_string(),
            Precision::Day => format!("{}..{}", self.from, self.to),
            Precision::Month => format!("{:04}-{:02}", self.from.year(), self.from.month()),
            Precision::Year => format!("{:04}", self.from.year()),
            Precision::Until => format!("..{}", self.to),
        }
    }
}

/// Some days in a row, both ends included. `from <= to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// Reads one day, as `2018-04-03`.
///
/// # Errors
/// The field, where it is not a day.
pub fn day(field: &str, typed: &str) -> Result<NaiveDate, FieldError> {
    parse_day(typed).ok_or_else(|| FieldError::new(field, "not-a-day"))
}

/// Reads a period typed into two fields, each given by its name and what was typed.
///
/// # Errors
/// Each field that is not a day is named; the second where it lies before the first.
pub fn period(from: (&str, &str), to: (&str, &str)) -> Result<Period, Vec<FieldError>> {
    match (day(from.0, from.1), day(to.0, to.1)) {
        (Ok(from), Ok(to)) if from <= to => Ok(Period { from, to }),
        (Ok(_), Ok(_)) => Err(vec![FieldError::new(to.0, "ends-before-start")]),
        (from, to) => Err(from.err().into_iter().chain(to.err()).collect()),
    }
}

fn sane(date: NaiveDate) -> Option<NaiveDate> {
    (1900..=2199).contains(&date.year()).then_some(date)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(digits(year, 4)? as i32, digits(month, 2)?, digits(day, 2)?).and_then(sane)
}

fn day_of_same_month(from: NaiveDate, text: &str) -> Option<NaiveDate> {
    from.with_day(digits(text.trim(), 2)?)
}

fn parse_year(text: &str) -> Option<PartialDate> {
    let year = digits(text, 4)? as i32;
    let from = NaiveDate::from_ymd_opt(year, 1, 1).and_then(sane)?;
    Some(PartialDate { from, to: NaiveDate::from_ymd_opt(year, 12, 31)?, precision: Precision::Year })
}

fn parse_month(text: &str) -> Option<PartialDate> {
    let (year, month) = text.split_once('-')?;
    let from = NaiveDate::from_ymd_opt(digits(year, 4)? as i32, digits(month, 2)?, 1).and_then(sane)?;
    let next = from.checked_add_months(chrono::Months::new(1))?;
    Some(PartialDate { from, to: next.pred_opt()?, precision: Precision::Month })
}
