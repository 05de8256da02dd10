//! Dates and numbers as ICU4X writes them for each locale.

use std::array;
use std::cell::RefCell;
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

/// How many writings of one kind a thread remembers: a page names few days, and the same ones again and again.
const REMEMBERED: usize = 64;

/// What was last written, each at the place its number falls on.
struct Written([Option<(i64, Box<str>)>; REMEMBERED]);

impl Written {
    fn or(&mut self, number: i64, write: impl FnOnce() -> String) -> String {
        let place = &mut self.0[number.rem_euclid(REMEMBERED as i64) as usize];
        match place {
            Some((known, text)) if *known == number => (**text).to_owned(),
            _ => {
                let text = write();
                *place = Some((number, text.as_str().into()));
                text
            }
        }
    }
}

impl Default for Written {
    fn default() -> Self {
        Self(array::from_fn(|_| None))
    }
}

thread_local! {
    /// Days and times of day, by locale.
    static DAYS: RefCell<[Written; Locale::ALL.len()]> = RefCell::default();
    static TIMES: RefCell<[Written; Locale::ALL.len()]> = RefCell::default();
}

/// The formatters of one locale. `None` where ICU4X has no data: then the ISO form is shown.
pub(crate) struct Formatters {
    locale: Locale,
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
        locale,
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
        let write = || match (&self.day, gregorian(date)) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => date.to_string(),
        };
        DAYS.with_borrow_mut(|days| days[self.locale as usize].or(date.num_days_from_ce().into(), write))
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
        let minute = time.num_seconds_from_midnight() / 60;
        let write = || match (&self.time, Time::try_new(time.hour() as u8, time.minute() as u8, 0, 0)) {
            (Some(formatter), Ok(time)) => formatter.format(&time).to_string(),
            _ => time.format("%H:%M").to_string(),
        };
        TIMES.with_borrow_mut(|times| times[self.locale as usize].or(minute.into(), write))
    }

    /// A whole number, grouped as the locale groups (lakh and crore in India).
    pub(crate) fn number(&self, number: i64) -> String {
        match &self.number {
            _ if self.plain_digits && (0..1_000).contains(&number) => number.to_string(),
            Some(formatter) => formatter.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    /// A number of so many decimals, given without the mark between.
    pub(crate) fn decimal(&self, digits: i64, places: u8) -> String {
        let mut number = Decimal::from(digits);
        number.multiply_pow10(-i16::from(places));
        self.number.as_ref().map_or_else(|| number.to_string(), |formatter| formatter.format(&number).to_string())
    }
}
