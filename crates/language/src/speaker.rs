//! Speaks to one reader: their language, their zone, and the instant the page is made.

use accord_domain::FieldError;
use accord_domain::dates::{PartialDate, Precision};
use chrono::{DateTime, Datelike, NaiveDate, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use crate::Locale;
use crate::dates::formatters;
use crate::messages::{Argument, has, message};

/// From how many days on a past day is named instead of counted.
const LONG_AGO: i64 = 90;

/// How a page is spoken.
#[derive(Clone, Copy, Debug)]
pub struct Speaker {
    pub locale: Locale,
    pub zone: Tz,
    pub now: DateTime<Utc>,
}

impl Speaker {
    /// The message of a key.
    pub fn t(&self, key: &str) -> String {
        message(self.locale, key, &[])
    }

    /// The message of a key with its gaps filled.
    pub fn with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.locale, key, arguments)
    }

    /// The message of a key for a count: `$count` chooses the plural form, `$n` is the number as written here.
    pub fn count(&self, key: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.with(key, &[("count", Argument::Count(count)), ("n", self.number(count).into())])
    }

    /// The word of a code: `PREFIX-CODE` in the locales.
    pub fn word(&self, prefix: &str, code: &str) -> String {
        self.t(&format!("{prefix}-{code}"))
    }

    /// A party's name in this language, else the name it was entered with.
    pub fn party(&self, code: &str, name: &str) -> String {
        let key = format!("party-{}", code.to_lowercase());
        if has(self.locale, &key) { self.t(&key) } else { name.to_owned() }
    }

    /// The sentence of a field error.
    pub fn field_error(&self, error: &FieldError) -> String {
        let argument = error.argument.clone().unwrap_or_default();
        let shown = argument.parse::<i64>().map_or(argument, |number| self.number(number));
        self.with(&format!("error-{}", error.code), &[("argument", shown.into())])
    }

    /// A whole number as written here.
    pub fn number(&self, number: i64) -> String {
        formatters(self.locale).number(number)
    }

    /// The day it is for the reader.
    pub fn today(&self) -> NaiveDate {
        self.zone.from_utc_datetime(&self.now.naive_utc()).date_naive()
    }

    /// A day.
    pub fn day(&self, date: NaiveDate) -> String {
        formatters(self.locale).day(date)
    }

    /// An instant in the reader's zone: day and time.
    pub fn instant(&self, at: DateTime<Utc>) -> String {
        let local = self.zone.from_utc_datetime(&at.naive_utc());
        let shown = formatters(self.locale);
        format!("{}, {}", shown.day(local.date_naive()), shown.time(local.time()))
    }

    /// An instant on the clocks of a place: day, time, and how far they are from universal time.
    pub fn opening(&self, at: &DateTime<Tz>) -> String {
        let shown = formatters(self.locale);
        format!("{}, {} ({})", shown.day(at.date_naive()), shown.time(at.time()), self.offset_of(at))
    }

    /// How far the clocks of a place are from universal time at an instant: `UTC−05:00`.
    pub fn offset_of(&self, at: &DateTime<Tz>) -> String {
        format!("UTC{}", at.offset().fix()).replace('-', "−")
    }

    /// How far the reader's clocks are from universal time at an instant.
    pub fn offset_at(&self, at: DateTime<Utc>) -> String {
        self.offset_of(&self.zone.from_utc_datetime(&at.naive_utc()))
    }

    /// How long ago or ahead, in days of the reader's calendar; the day itself where counting says nothing any more.
    pub fn ago(&self, at: DateTime<Utc>) -> String {
        self.when(self.zone.from_utc_datetime(&at.naive_utc()).date_naive())
    }

    /// The same of a day.
    pub fn when(&self, then: NaiveDate) -> String {
        let days = (self.today() - then).num_days();
        match days {
            0 => self.t("ago-today"),
            1 => self.t("ago-yesterday"),
            days if days > LONG_AGO => self.day(then),
            days if days < 0 => self.count("ahead-days", days.unsigned_abs() as usize),
            days => self.count("ago-days", days as usize),
        }
    }

    /// Whole days since an instant.
    pub fn days_since(&self, at: DateTime<Utc>) -> i64 {
        let then = self.zone.from_utc_datetime(&at.naive_utc()).date_naive();
        (self.today() - then).num_days().max(0)
    }

    /// A partial date, no more precise than it is.
    pub fn partial_date(&self, date: PartialDate) -> String {
        let shown = formatters(self.locale);
        match date.precision() {
            Precision::Day if date.from() == date.to() => shown.day(date.from()),
            Precision::Day => {
                let (from, to) = (shown.day(date.from()), shown.day(date.to()));
                // Within a month the first day needs no more than its number, with which all three languages begin.
                let short = (date.from().year(), date.from().month()) == (date.to().year(), date.to().month());
                let from = if short { from.split(' ').next().unwrap_or_default().to_owned() } else { from };
                self.with("date-range", &[("from", from.into()), ("to", to.into())])
            }
            Precision::Month => shown.month(date.from()),
            Precision::Year => date.from().format("%Y").to_string(),
            Precision::Until => self.with("date-until", &[("to", shown.day(date.to()).into())]),
        }
    }
}
