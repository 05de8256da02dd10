//! Partial dates: read and written back, refused when they are none, never a panic.

use accord_domain::dates::{PartialDate, Period, Precision, period};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(2199, 12, 31).unwrap_or_default();
    (0..=(last - first).num_days() as u64).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap_or(first))
}

fn code(raw: &str) -> Result<String, String> {
    PartialDate::parse("date", raw).map(PartialDate::to_text).map_err(|error| {
        assert_eq!(error.field, "date");
        error.code
    })
}

fn written() -> impl Strategy<Value = String> {
    prop_oneof![
        day().prop_map(|date| date.format("%Y").to_string()),
        day().prop_map(|date| date.format("%Y-%m").to_string()),
        day().prop_map(|date| date.to_string()),
        day().prop_map(|date| format!("..{date}")),
        (day(), day()).prop_map(|(a, b)| format!("{}..{}", a.min(b), a.max(b))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_read_is_written_and_read_again(raw in written()) {
        let Ok(date) = PartialDate::parse("date", &raw) else {
            return Err(TestCaseError::fail(format!("{raw} refused")));
        };
        prop_assert_eq!(PartialDate::parse("date", &date.to_text()), Ok(date));
        prop_assert!(date.from() <= date.to());
        prop_assert_eq!(PartialDate::stored(date.from(), date.to(), date.precision()), Some(date));
        // A range of one day is that day; everything else is written as it was.
        let same = raw.split_once("..").is_some_and(|(from, to)| from == to);
        prop_assert_eq!(date.to_text(), if same { date.from().to_string() } else { raw });
    }

    #[test]
    fn spaces_around_do_not_matter(raw in written(), before in " {0,3}", after in "[ \t\n]{0,3}") {
        let spaced = format!("{before}{raw}{after}");
        prop_assert_eq!(PartialDate::parse("date", &spaced), PartialDate::parse("date", &raw));
    }

    #[test]
    fn the_short_range_is_the_long_one(first in day(), a in 1..=28u32, b in 1..=28u32) {
        let month = first.format("%Y-%m");
        let (from, to) = (a.min(b), a.max(b));
        let short = format!("{month}-{from:02}..{to:02}");
        let long = format!("{month}-{from:02}..{month}-{to:02}");
        let read = PartialDate::parse("date", &short);
        prop_assert!(read.is_ok(), "{} refused", short);
        prop_assert_eq!(read, PartialDate::parse("date", &long));
    }

    #[test]
    fn a_reversed_range_is_refused(a in day(), b in day()) {
        prop_assume!(a != b);
        let reversed = format!("{}..{}", a.max(b), a.min(b));
        prop_assert_eq!(code(&reversed), Err("ends-before-start".to_owned()));
        prop_assert_eq!(PartialDate::stored(a.max(b), a.min(b), Precision::Day), None);
    }

    #[test]
    fn no_text_panics_and_none_reads_as_another(raw in any::<String>()) {
        if let Ok(date) = PartialDate::parse("date", &raw) {
            prop_assert_eq!(PartialDate::parse("date", &date.to_text()), Ok(date));
        }
    }

    #[test]
    fn no_text_that_nearly_is_a_date_panics(raw in "[0-9०-९ .\\-–+T]{0,24}") {
        if let Ok(date) = PartialDate::parse("date", &raw) {
            prop_assert_eq!(PartialDate::parse("date", &date.to_text()), Ok(date));
            prop_assert!(date.from() <= date.to());
        }
    }

    #[test]
    fn any_numbers_are_a_day_or_refused(y in 0..=9999u32, m in 0..=99u32, d in 0..=99u32) {
        let raw = format!("{y:04}-{m:02}-{d:02}");
        let there_is = (1900..=2199).contains(&y) && NaiveDate::from_ymd_opt(y as i32, m, d).is_some();
        prop_assert_eq!(code(&raw), if there_is { Ok(raw.clone()) } else { Err("not-a-date".to_owned()) });
    }

    #[test]
    fn it_has_begun_from_its_first_day_on(raw in written(), today in day()) {
        let Ok(date) = PartialDate::parse("date", &raw) else {
            return Err(TestCaseError::fail(format!("{raw} refused")));
        };
        prop_assert_eq!(date.has_begun(today), today >= date.from());
    }

    #[test]
    fn the_order_is_start_then_end(a in written(), b in written()) {
        let (Ok(a), Ok(b)) = (PartialDate::parse("date", &a), PartialDate::parse("date", &b)) else {
            return Err(TestCaseError::fail("refused"));
        };
        let by_hand = if a.from() == b.from() { a.to().cmp(&b.to()) } else { a.from().cmp(&b.from()) };
        prop_assert_eq!(a.order().cmp(&b.order()), by_hand);
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for blank in ["", " ", "\t\n"] {
        assert_eq!(code(blank), Err("required".to_owned()), "{blank:?}");
    }
    for raw in [
        "2025-02-30",
        "2025-02-29",
        "2025-13",
        "2025-00",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "1899",
        "2200",
        "0000",
        "25",
        "20250101",
        "2025-1-1",
        "2025-1",
        "2025-01-01-01",
        "-2025-01-01",
        "+2025",
        "2025-01-01T00:00",
        "..",
        "...",
        "..2025",
        "..2025-01",
        "2025-01-01..",
        "2025-01..2025-02",
        "2025..2026",
        "2025-01-01..32",
        "2025-02-01..30",
        "2025-01-01..2025-01-02..2025-01-03",
        "2025-01-01...2025-01-02",
        "yesterday",
        "२०२५-०१-०१",
        "2025–01–01",
        "'; drop table events; --",
    ] {
        assert_eq!(code(raw), Err("not-a-date".to_owned()), "{raw:?}");
    }
    for raw in ["2025-01-02..2025-01-01", "2025-01-02..01"] {
        assert_eq!(code(raw), Err("ends-before-start".to_owned()), "{raw:?}");
    }
}

#[test]
fn the_outermost_days_are_those_of_the_calendar() {
    for (raw, from, to, precision) in [
        ("2024", "2024-01-01", "2024-12-31", Precision::Year),
        ("2024-02", "2024-02-01", "2024-02-29", Precision::Month),
        ("2025-02", "2025-02-01", "2025-02-28", Precision::Month),
        ("2025-12", "2025-12-01", "2025-12-31", Precision::Month),
        ("2199-12", "2199-12-01", "2199-12-31", Precision::Month),
        ("2024-02-29", "2024-02-29", "2024-02-29", Precision::Day),
        ("2024-04-08..2024-04-11", "2024-04-08", "2024-04-11", Precision::Day),
        ("2024-04-08..11", "2024-04-08", "2024-04-11", Precision::Day),
        ("..2018-12-07", "2018-12-07", "2018-12-07", Precision::Until),
    ] {
        let read = PartialDate::parse("date", raw).map(|d| (d.from().to_string(), d.to().to_string(), d.precision()));
        assert_eq!(read, Ok((from.to_owned(), to.to_owned(), precision)), "{raw}");
    }
}

#[test]
fn every_precision_reads_back() {
    for precision in Precision::ALL {
        assert_eq!(Precision::from_code(precision.code()), Some(precision));
    }
}

#[test]
fn a_period_is_two_days_in_order() {
    let told = |from: &str, to: &str| {
        let read = period(("from", from), ("to", to));
        read.map_err(|errors| {
            errors.into_iter().map(|error| format!("{}: {}", error.field, error.code)).collect::<Vec<_>>().join(", ")
        })
    };
    let day = |day| NaiveDate::from_ymd_opt(2024, 2, day).unwrap_or_default();
    assert_eq!(told("2024-02-01", "2024-02-29"), Ok(Period { from: day(1), to: day(29) }));
    assert_eq!(told("2024-02-29", "2024-02-29"), Ok(Period { from: day(29), to: day(29) }));
    assert_eq!(told("2024-02-02", "2024-02-01"), Err("to: ends-before-start".into()));
    assert_eq!(told("2025-02-29", "2025-02-30"), Err("from: not-a-day, to: not-a-day".into()));
    for raw in ["", "2024", "2024-02", "2024-02-01..02", "1899-12-31", "2200-01-01", "2024-2-1", "round-7", "२०२४-०२-०१"]
    {
        assert_eq!(told(raw, "2024-02-29"), Err("from: not-a-day".into()), "{raw:?}");
    }
}
