//! The stage of an agreement, against a naive model written from the product's words alone.

use accord_domain::dates::PartialDate;
use accord_domain::lifecycle::{Event, EventKind, Stage, Standing, stage};
use chrono::NaiveDate;
use proptest::prelude::*;

/// What a source says of a date, in plain numbers: the model has a calendar of its own.
#[derive(Clone, Copy, Debug)]
enum Said {
    Day(i32, u32, u32),
    Range(i32, u32, u32, u32),
    Month(i32, u32),
    Year(i32),
    Until(i32, u32, u32),
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn said() -> impl Strategy<Value = Said> {
    // Few years, months and days, so that same days and overlaps are common.
    let year = 2023..=2025i32;
    let month = 1..=12u32;
    prop_oneof![
        4 => (year.clone(), 1..=3u32, 1..=5u32).prop_map(|(y, m, d)| Said::Day(y, m, d)),
        2 => (year.clone(), month.clone(), 1..=31u32).prop_map(|(y, m, d)| Said::Day(y, m, d.min(days_in(y, m)))),
        3 => (year.clone(), 1..=3u32, 1..=5u32, 0..=4u32).prop_map(|(y, m, d, more)| Said::Range(y, m, d, d + more)),
        2 => (year.clone(), month.clone()).prop_map(|(y, m)| Said::Month(y, m)),
        1 => year.clone().prop_map(Said::Year),
        2 => (year, 1..=3u32, 1..=5u32).prop_map(|(y, m, d)| Said::Until(y, m, d)),
    ]
}

impl Said {
    fn text(self) -> String {
        match self {
            Self::Day(y, m, d) => format!("{y:04}-{m:02}-{d:02}"),
            Self::Range(y, m, d, e) => format!("{y:04}-{m:02}-{d:02}..{y:04}-{m:02}-{e:02}"),
            Self::Month(y, m) => format!("{y:04}-{m:02}"),
            Self::Year(y) => format!("{y:04}"),
            Self::Until(y, m, d) => format!("..{y:04}-{m:02}-{d:02}"),
        }
    }

    /// First and last day the statement allows, as numbers that sort.
    fn bounds(self) -> ((i32, u32, u32), (i32, u32, u32)) {
        match self {
            Self::Day(y, m, d) | Self::Until(y, m, d) => ((y, m, d), (y, m, d)),
            Self::Range(y, m, d, e) => ((y, m, d), (y, m, e)),
            Self::Month(y, m) => ((y, m, 1), (y, m, days_in(y, m))),
            Self::Year(y) => ((y, 1, 1), (y, 12, 31)),
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Entered {
    kind: EventKind,
    said: Said,
    held: bool,
    standing: Standing,
    entry: i64,
}

impl Entered {
    fn event(self) -> Result<Event, TestCaseError> {
        let date = PartialDate::parse("date", &self.said.text()).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        Ok(Event { kind: self.kind, date, held: self.held, standing: self.standing, entry: self.entry })
    }
}

fn events(entered: &[Entered]) -> Result<Vec<Event>, TestCaseError> {
    entered.iter().map(|one| one.event()).collect()
}

fn entered() -> impl Strategy<Value = Vec<Entered>> {
    let one = (
        prop::sample::select(EventKind::ALL.to_vec()),
        said(),
        prop::bool::weighted(0.8),
        prop_oneof![
            4 => Just(Standing::Stands),
            1 => Just(Standing::Corrected),
            1 => Just(Standing::Withdrawn),
        ],
    );
    prop::collection::vec(one, 0..12).prop_map(|all| {
        all.into_iter()
            .zip(1..)
            .map(|((kind, said, held, standing), entry)| Entered { kind, said, held, standing, entry })
            .collect()
    })
}

fn today() -> impl Strategy<Value = (i32, u32, u32)> {
    (2022..=2026i32, 1..=12u32, 1..=31u32).prop_map(|(y, m, d)| (y, m, d.min(days_in(y, m))))
}

fn naive_date((y, m, d): (i32, u32, u32)) -> Result<NaiveDate, TestCaseError> {
    NaiveDate::from_ymd_opt(y, m, d).ok_or_else(|| TestCaseError::fail("no such day"))
}

/// The stage each event brings, by word.
const BRINGS: &[(&str, &str)] = &[
    ("proposed", "proposed"),
    ("mandate-given", "proposed"),
    ("joint-study-begun", "joint-study"),
    ("joint-study-reported", "joint-study"),
    ("terms-of-reference-agreed", "terms-of-reference"),
    ("launched", "launched"),
    ("round-held", "negotiating"),
    ("paused", "paused"),
    ("resumed", "negotiating"),
    ("concluded-in-principle", "concluded-in-principle"),
    ("legal-scrubbing-begun", "legal-scrubbing"),
    ("initialled", "initialled"),
    ("signed", "signed"),
    ("ratification-begun", "ratifying"),
    ("entered-into-force", "in-force"),
    ("review-begun", "under-review"),
    ("terminated", "terminated"),
];

/// The model: walk over the entries, keep the later of two by hand.
fn model(entered: &[Entered], today: (i32, u32, u32)) -> &'static str {
    let mut latest: Option<&Entered> = None;
    for one in entered {
        let stands = matches!(one.standing, Standing::Stands);
        if !one.held || !stands || one.said.bounds().0 > today {
            continue;
        }
        let replaces = match latest {
            None => true,
            Some(before) => {
                let (from, to) = one.said.bounds();
                let (from_before, to_before) = before.said.bounds();
                if from != from_before {
                    from > from_before
                } else if to != to_before {
                    to > to_before
                } else {
                    one.entry > before.entry
                }
            }
        };
        if replaces {
            latest = Some(one);
        }
    }
    let Some(latest) = latest else {
        return "proposed";
    };
    BRINGS.iter().find(|(kind, _)| *kind == latest.kind.code()).map_or("?", |(_, stage)| stage)
}

fn shuffled() -> impl Strategy<Value = (Vec<Entered>, Vec<Entered>)> {
    entered().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_stage_is_that_of_the_model(all in entered(), day in today()) {
        let stage = stage(&events(&all)?, naive_date(day)?);
        prop_assert_eq!(stage.code(), model(&all, day));
    }

    #[test]
    fn the_order_in_which_entries_are_read_does_not_matter((as_entered, mixed) in shuffled(), day in today()) {
        let day = naive_date(day)?;
        prop_assert_eq!(stage(&events(&as_entered)?, day), stage(&events(&mixed)?, day));
    }

    #[test]
    fn what_does_not_stand_or_is_only_planned_changes_nothing(all in entered(), day in today()) {
        let counting: Vec<_> = all
            .iter()
            .copied()
            .filter(|one| one.held && one.standing == Standing::Stands && one.said.bounds().0 <= day)
            .collect();
        let day = naive_date(day)?;
        prop_assert_eq!(stage(&events(&all)?, day), stage(&events(&counting)?, day));
    }

    #[test]
    fn an_earlier_event_entered_late_changes_nothing(mut all in entered(), kinds in prop::collection::vec(prop::sample::select(EventKind::ALL.to_vec()), 2), more in 0..400u32) {
        let held = |kind, said, entry| Entered { kind, said, held: true, standing: Standing::Stands, entry };
        // One event has happened for certain, on the first of all days.
        all.push(held(kinds[0], Said::Day(2023, 1, 1), 999));
        let mut later = all.clone();
        later.push(held(kinds[1], Said::Day(2022, 12, 31), 1_000));
        let day = naive_date((2023, 1, 1))? + chrono::Days::new(u64::from(more));
        prop_assert_eq!(stage(&events(&all)?, day), stage(&events(&later)?, day));
    }

    #[test]
    fn of_two_on_the_same_date_the_one_entered_last_decides(said in said(), first in prop::sample::select(EventKind::ALL.to_vec()), second in prop::sample::select(EventKind::ALL.to_vec())) {
        let one = |kind, entry| Entered { kind, said, held: true, standing: Standing::Stands, entry };
        let day = naive_date((2026, 12, 31))?;
        prop_assert_eq!(stage(&events(&[one(first, 1), one(second, 2)])?, day), second.leads_to());
        prop_assert_eq!(stage(&events(&[one(first, 2), one(second, 1)])?, day), first.leads_to());
    }

    #[test]
    fn a_correction_takes_the_place_of_what_it_corrects(mut all in entered(), at in any::<prop::sample::Index>(), date in said(), kind in prop::sample::select(EventKind::ALL.to_vec()), day in today()) {
        prop_assume!(!all.is_empty());
        let at = at.index(all.len());
        let mut without = all.clone();
        without.remove(at);
        all[at].standing = Standing::Corrected;
        let correction = Entered { kind, said: date, held: true, standing: Standing::Stands, entry: 1_000 };
        all.push(correction);
        without.push(correction);
        prop_assert_eq!(stage(&events(&all)?, naive_date(day)?).code(), model(&without, day));
    }

    #[test]
    fn a_withdrawal_restores_the_stage_before(all in entered(), date in said(), kind in prop::sample::select(EventKind::ALL.to_vec()), day in today()) {
        let mut with = all.clone();
        with.push(Entered { kind, said: date, held: true, standing: Standing::Withdrawn, entry: 1_000 });
        let day = naive_date(day)?;
        prop_assert_eq!(stage(&events(&with)?, day), stage(&events(&all)?, day));
    }
}

#[test]
fn without_events_an_agreement_is_proposed() {
    assert_eq!(stage(&[], NaiveDate::MIN), Stage::Proposed);
    assert_eq!(stage(&[], NaiveDate::MAX), Stage::Proposed);
}

#[test]
fn every_kind_has_a_stage_in_the_model_and_every_word_reads_back() {
    assert_eq!(BRINGS.len(), EventKind::ALL.len());
    for kind in EventKind::ALL {
        assert_eq!(EventKind::from_code(kind.code()), Some(kind));
        assert!(BRINGS.contains(&(kind.code(), kind.leads_to().code())), "{kind:?}");
    }
    for stage in Stage::ALL {
        assert_eq!(Stage::from_code(stage.code()), Some(stage));
    }
    for standing in Standing::ALL {
        assert_eq!(Standing::from_code(standing.code()), Some(standing));
    }
}

#[test]
fn chapters_are_scrubbed_from_legal_scrubbing_until_the_end() {
    let allowed: Vec<_> = Stage::ALL.into_iter().filter(|stage| stage.allows_scrubbing()).map(Stage::code).collect();
    assert_eq!(allowed, ["legal-scrubbing", "initialled", "signed", "ratifying", "in-force", "under-review"]);
}
