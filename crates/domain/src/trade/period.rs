//! The period a figure is of. India's fiscal year, in which its figures are published, runs from April to March.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::error::FieldError;

words!(
    /// What kind of period it is.
    PeriodKind {
        FiscalYear = "fiscal-year",
        CalendarYear = "calendar-year",
        Month = "month",
        /// Several months that are no year.
        Months = "months",
    }
);

words!(
    /// How a column of periods is to be read, where its writing leaves a doubt: `2010-11` is a fiscal year or a month.
    PeriodReading {
        AsWritten = "as-written",
        FiscalYears = "fiscal-years",
        CalendarYears = "calendar-years",
        Months = "months",
    }
);

/// Whole months in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TradePeriod {
    from: NaiveDate,
    to: NaiveDate,
    kind: PeriodKind,
}

const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn months(year: i32, month: u32, count: u32, kind: PeriodKind) -> Option<TradePeriod> {
    let from = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1900..=2199).contains(&year))?;
    let to = from.checked_add_months(Months::new(count))?.pred_opt()?;
    Some(TradePeriod { from, to, kind })
}

/// A whole number of so many digits.
fn number(text: &str, digits: usize) -> Option<i32> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A month's name, as a spreadsheet shortens it or in full, in English.
fn named(text: &str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    let full =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let at = NAMES.iter().position(|name| *name == text).or_else(|| full.iter().position(|name| *name == text))?;
    u32::try_from(at + 1).ok()
}

fn month_number(text: &str) -> Option<u32> {
    let number = number(text, text.len().clamp(1, 2))?;
    u32::try_from(number).ok().filter(|month| (1..=12).contains(month))
}

/// A year of four digits, or of two: this century's.
fn year(text: &str) -> Option<i32> {
    number(text, 4).or_else(|| number(text, 2).map(|year| 2000 + year))
}

impl TradePeriod {
    /// The fiscal year that begins in April of a year.
    pub fn fiscal(start: i32) -> Option<Self> {
        months(start, 4, 12, PeriodKind::FiscalYear)
    }

    /// A calendar year.
    pub fn calendar(year: i32) -> Option<Self> {
        months(year, 1, 12, PeriodKind::CalendarYear)
    }

    /// A month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        months(year, month, 1, PeriodKind::Month)
    }

    /// A period as kept in the database, or none if its parts contradict each other.
    pub fn stored(from: NaiveDate, to: NaiveDate, kind: PeriodKind) -> Option<Self> {
        (from <= to).then_some(Self { from, to, kind })
    }

    /// Reads a fiscal year (`2022-23`, `2022-2023`, `FY23`, `FY2022-23`: an `FY` with one year names the year it ends in), a calendar
    /// year (`2022`, `CY2022`), a month (`2022-04`, `04/2022`, `Apr-22`, `April 2022`, or a day of it: `2022-04-30`, `30/04/2022`)
    /// or several months (`2024-04..2024-11`).
    ///
    /// # Errors
    /// The field, where it is blank, cannot be read, or reads as a fiscal year as well as a month while nothing says which.
    pub fn parse(field: &str, raw: &str, reading: PeriodReading) -> Result<Self, FieldError> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(FieldError::new(field, "required"));
        }
        if let Some((from, to)) = text.split_once("..") {
            return Self::span(from.trim(), to.trim()).ok_or_else(|| FieldError::with(field, "not-a-period", text));
        }
        let (fiscal, calendar, month) = (read_fiscal(text, reading), read_calendar(text), read_month(text));
        let found = match reading {
            PeriodReading::FiscalYears => fiscal,
            PeriodReading::CalendarYears => calendar,
            PeriodReading::Months => month,
            PeriodReading::AsWritten if fiscal.is_some() && month.is_some() => {
                return Err(FieldError::with(field, "ambiguous-period", text));
            }
            PeriodReading::AsWritten => fiscal.or(calendar).or(month),
        };
        found.ok_or_else(|| FieldError::with(field, "not-a-period", text))
    }

    fn span(from: &str, to: &str) -> Option<Self> {
        let (first, last) = (read_month(from)?, read_month(to)?);
        let (from, to) = (first.from, last.to);
        let next_year = from.checked_add_months(Months::new(12))?.pred_opt()?;
        let kind = match (from.month(), to == next_year) {
            (1, true) => PeriodKind::CalendarYear,
            (4, true) => PeriodKind::FiscalYear,
            _ if first == last => PeriodKind::Month,
            _ => PeriodKind::Months,
        };
        Self::stored(from, to, kind)
    }

    /// The first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// Its kind.
    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    /// The text that [`Self::parse`] reads back, as it is written: `FY2022-23`, `2022`, `2022-04`, `2024-04..2024-11`, and by its name
    /// a month that would read as a fiscal year too: `Nov-2010`.
    pub fn to_text(self) -> String {
        let month = |day: NaiveDate| format!("{:04}-{:02}", day.year(), day.month());
        let doubtful = (self.from.year() + 1) % 100 == self.from.month() as i32;
        match self.kind {
            PeriodKind::FiscalYear => format!("FY{:04}-{:02}", self.from.year(), self.to.year() % 100),
            PeriodKind::CalendarYear => format!("{:04}", self.from.year()),
            PeriodKind::Month if doubtful => self.from.format("%b-%Y").to_string(),
            PeriodKind::Month => month(self.from),
            PeriodKind::Months => format!("{}..{}", month(self.from), month(self.to)),
        }
    }

    /// The fiscal year and the calendar year a month is of; none for any other period.
    pub fn years_of(self) -> Option<[Self; 2]> {
        if self.kind != PeriodKind::Month {
            return None;
        }
        let year = self.from.year();
        let fiscal = if self.from.month() < 4 { year - 1 } else { year };
        Some([Self::fiscal(fiscal)?, Self::calendar(year)?])
    }

    /// The period of as many months that follows.
    pub fn following(self) -> Option<Self> {
        let from = self.to.succ_opt()?;
        months(from.year(), from.month(), self.count(), self.kind)
    }

    /// Of how many months it is.
    fn count(self) -> u32 {
        let count = (self.to.year() - self.from.year()) * 12 + self.to.month() as i32 - self.from.month() as i32 + 1;
        count.unsigned_abs()
    }

    /// The period of the same kind a year before.
    pub fn year_before(self) -> Option<Self> {
        months(self.from.year() - 1, self.from.month(), self.count(), self.kind)
    }
}

fn read_fiscal(text: &str, reading: PeriodReading) -> Option<TradePeriod> {
    let marked = text.get(..2).filter(|start| start.eq_ignore_ascii_case("fy")).and_then(|_| text.get(2..));
    let years = marked.unwrap_or(text).trim().trim_start_matches(['-', '\'']);
    match years.split_once(['-', '/', '–']) {
        Some((first, second)) => {
            let first = if marked.is_some() { year(first.trim())? } else { number(first.trim(), 4)? };
            let second = year(second.trim())?;
            (second % 100 == (first + 1) % 100 && (second == first + 1 || second < 2100)).then(|| TradePeriod::fiscal(first))?
        }
        // A year alone names a fiscal year only where it is said to: by the letters, or by who imports the column.
        None if marked.is_some() => TradePeriod::fiscal(year(years)? - 1),
        None if reading == PeriodReading::FiscalYears => TradePeriod::fiscal(number(years, 4)?),
        None => None,
    }
}

fn read_calendar(text: &str) -> Option<TradePeriod> {
    let marked = text.get(..2).filter(|start| start.eq_ignore_ascii_case("cy")).and_then(|_| text.get(2..));
    TradePeriod::calendar(number(marked.unwrap_or(text).trim(), 4)?)
}

fn read_month(text: &str) -> Option<TradePeriod> {
    // A spreadsheet writes a day with its time.
    let text = text.split(['T', ' ']).next().filter(|day| day.len() == 10).unwrap_or(text);
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [first, second] => {
            let by_name = named(first).and_then(|month| Some((year(second)?, month)));
            let year_first = || Some((number(first, 4)?, month_number(second)?));
            let month_first = || Some((number(second, 4)?, month_number(first)?));
            let named_last = || Some((year(first)?, named(second)?));
            let (year, month) = by_name.or_else(year_first).or_else(month_first).or_else(named_last)?;
            TradePeriod::month(year, month)
        }
        [first, second, third] => {
            let day =
                |year: i32, month: u32, day: &str| NaiveDate::from_ymd_opt(year, month, number(day, day.len().clamp(1, 2))? as u32);
            let found = if first.len() == 4 {
                day(number(first, 4)?, month_number(second)?, third)?
            } else {
                let month = named(second).or_else(|| month_number(second))?;
                day(year(third)?, month, first)?
            };
            TradePeriod::month(found.year(), found.month())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, reading: PeriodReading) -> Result<String, String> {
        TradePeriod::parse("period", text, reading).map(TradePeriod::to_text).map_err(|error| error.code)
    }

    #[test]
    fn years_and_months_are_read_as_people_write_them() {
        for (typed, told) in [
            ("2022-23", "FY2022-23"),
            ("2022-2023", "FY2022-23"),
            ("2022/23", "FY2022-23"),
            ("FY23", "FY2022-23"),
            ("fy 2023", "FY2022-23"),
            ("FY2022-23", "FY2022-23"),
            ("FY22-23", "FY2022-23"),
            ("FY1999-00", "FY1999-00"),
            ("2022", "2022"),
            ("CY2022", "2022"),
            ("2022-04", "2022-04"),
            ("04/2022", "2022-04"),
            ("Apr-22", "2022-04"),
            ("April 2022", "2022-04"),
            ("30/04/2022", "2022-04"),
            ("30-Apr-2022", "2022-04"),
            ("2022-04-30", "2022-04"),
            ("2022-04-30 00:00:00", "2022-04"),
            ("2024-04..2024-11", "2024-04..2024-11"),
            ("2024-04..2025-03", "FY2024-25"),
        ] {
            assert_eq!(read(typed, PeriodReading::AsWritten), Ok(told.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_reads_as_two_is_not_guessed() {
        assert_eq!(read("2010-11", PeriodReading::AsWritten), Err("ambiguous-period".into()));
        assert_eq!(read("2010-11", PeriodReading::FiscalYears), Ok("FY2010-11".into()));
        assert_eq!(read("2010-11", PeriodReading::Months), Ok("Nov-2010".into()));
        assert_eq!(read("2022", PeriodReading::FiscalYears), Ok("FY2022-23".into()));
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for typed in ["2022-24", "2022-13", "22", "FY", "30/02/2022", "1899", "2022-04-31", "2024-11..2024-04", "अप्रैल", "é-é"]
        {
            assert_eq!(read(typed, PeriodReading::AsWritten), Err("not-a-period".into()), "{typed}");
        }
        assert_eq!(read(" ", PeriodReading::AsWritten), Err("required".into()));
    }

    proptest! {
        #[test]
        fn a_period_reads_back_as_it_is_written(year in 1901_i32..=2198, month in 1_u32..=12, kind in 0..3) {
            let (period, reading) = match kind {
                0 => (TradePeriod::fiscal(year), PeriodReading::FiscalYears),
                1 => (TradePeriod::calendar(year), PeriodReading::CalendarYears),
                _ => (TradePeriod::month(year, month), PeriodReading::Months),
            };
            let Some(period) = period else { panic!("no period of {year}-{month}") };
            for reading in [reading, PeriodReading::AsWritten] {
                prop_assert_eq!(TradePeriod::parse("period", &period.to_text(), reading), Ok(period));
            }
            prop_assert!(period.year_before().is_some_and(|before| before.to() < period.from() || kind == 2));
            let next = period.following().unwrap_or_else(|| panic!("nothing follows {period:?}"));
            prop_assert_eq!((next.kind(), period.to().succ_opt()), (period.kind(), Some(next.from())));
        }

        #[test]
        fn a_month_is_of_the_years_that_hold_it(year in 1901_i32..=2198, month in 1_u32..=12) {
            let Some(of) = TradePeriod::month(year, month) else { panic!("no month {year}-{month}") };
            let years = of.years_of().unwrap_or_else(|| panic!("{of:?} is of no year"));
            prop_assert_eq!(years.map(TradePeriod::kind), [PeriodKind::FiscalYear, PeriodKind::CalendarYear]);
            prop_assert!(years.iter().all(|year| year.from() <= of.from() && of.to() <= year.to()));
            prop_assert_eq!(years[0].years_of(), None);
        }

        #[test]
        fn nothing_typed_is_a_panic(typed in "\\PC{0,20}") {
            let _ = TradePeriod::parse("period", &typed, PeriodReading::AsWritten);
        }
    }
}
