//! Dates and numbers as ICU4X writes them for each locale.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use fixed_decimal::Decimal;
use icu::calendar::Date;
use icu::calendar::cal::Gregorian;
use icu::datetime::fieldsets::{T, YM, YMD};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::time::Time;

use crate::Locale;

/// The formatters of one locale. `None` where ICU4X has no data: then the ISO form is shown.
pub(crate) struct Formatters {
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    time: Option<NoCalendarFormatter<T>>,
    number: Option<DecimalFormatter>,
    /// Whether numbers too small for grouping are written in plain digits.
    plain_digits: bool,
}

/// The formatters of a locale, made once.
pub(crate) fn formatters(locale: Locale) -> &'static Formatters {
    static ALL: OnceLock<Vec<Formatters>> = OnceLock::new();
    &ALL.get_or_init(|| Locale::ALL.into_iter().map(make).collect())[locale as usize]
}

fn make(locale: Locale) -> Formatters {
    let parsed = icu::locale::Locale::try_from_str(locale.code()).unwrap_or(icu::locale::Locale::UNKNOWN);
    let number = DecimalFormatter::try_new(parsed.clone().into(), Default::default()).ok();
    let plain_digits =
        number.as_ref().is_none_or(|number| number.format(&Decimal::from(1_234_567_890_i64)).to_string().contains("90"));
    Formatters {
        day: FixedCalendarDateTimeFormatter::try_new(parsed.clone().into(), YMD::medium()).ok(),
        month: FixedCalendarDateTimeFormatter::try_new(parsed.clone().into(), YM::long()).ok(),
        time: NoCalendarFormatter::try_new(parsed.into(), T::hm()).ok(),
        number,
        plain_digits,
    }
}

fn gregorian(date: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(date.year(), date.month() as u8, date.day() as u8).ok()
}

impl Formatters {
    /// A day, as in 14 Feb 2024.
    pub(crate) fn day(&self, date: NaiveDate) -> String {
        match (&self.day, gregorian(date)) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => date.to_string(),
        }
    }

    /// A month, as in April 2018.
    pub(crate) fn month(&self, date: NaiveDate) -> String {
        match (&self.month, gregorian(date)) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => date.format("%Y-%m").to_string(),
        }
    }

    /// A time of day.
    pub(crate) fn time(&self, time: NaiveTime) -> String {
        let exact = Time::try_new(time.hour() as u8, time.minute() as u8, 0, 0).ok();
        match (&self.time, exact) {
            (Some(formatter), Some(time)) => formatter.format(&time).to_string(),
            _ => time.format("%H:%M").to_string(),
        }
    }

    /// A whole number, grouped as the locale groups (lakh and crore in India).
    pub(crate) fn number(&self, number: i64) -> String {
        match &self.number {
            _ if self.plain_digits && (0..1_000).contains(&number) => number.to_string(),
            Some(formatter) => formatter.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }
}
