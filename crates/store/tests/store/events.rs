//! Lifecycle events: recorded, corrected, withdrawn; the stage that is kept is the stage that follows from them.

use accord_domain::dates::{PartialDate, Precision};
use accord_domain::ids::{AgreementId, EventId};
use accord_domain::lifecycle::{Event, EventKind, Stage, Standing, stage};
use accord_domain::{AppError, FieldError};
use accord_store::changes::Command;
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::commands::agreements;
use accord_store::commands::events::{self, ClaimForm, EventForm, derived_stage};
use accord_store::queries::agreement::{self, EventLine};
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use uuid::Uuid;

use crate::harness::{Bench, Engine, Fault, Outcome, assert_not_found, assert_refused, run};
use crate::world::{self, PERU, World, assert_whole, event, now};

on_both!(
    the_stage_follows_the_events,
    a_planned_event_moves_nothing,
    every_kind_leads_to_its_stage,
    claims_stay_side_by_side,
    is_refused_for_its_faults,
    a_correction_keeps_the_old_entry,
    a_withdrawal_falls_back,
    a_superseded_entry_is_left_alone,
    a_day_is_the_day_in_delhi,
);

async fn lines(world: &World) -> Result<Vec<EventLine>, AppError> {
    agreement::load(&world.bench.db, &world.chief, PERU).await.map(|view| view.events)
}

async fn kept_stage(world: &World) -> Result<Stage, AppError> {
    agreement::load(&world.bench.db, &world.partner, PERU).await.map(|view| view.stage)
}

async fn the_stage_follows_the_events(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    assert_eq!(kept_stage(&world).await?, Stage::Proposed);
    world.held("round-held", "2025-05").await?;
    assert_eq!(kept_stage(&world).await?, Stage::Negotiating);
    // Entered later, happened earlier: it does not turn the stage back.
    world.held("launched", "2025-01-10").await?;
    assert_eq!(kept_stage(&world).await?, Stage::Negotiating);
    world.held("paused", "2025-06-01").await?;
    assert_eq!(kept_stage(&world).await?, Stage::Paused);
    // The same day: the later entry stands.
    world.held("resumed", "2025-06-01").await?;
    assert_eq!(kept_stage(&world).await?, Stage::Negotiating);
    // Same start, later end.
    world.held("concluded-in-principle", "2025-06-01..2025-06-02").await?;
    world.held("terminated", "2025-06-01").await?;
    assert_eq!(kept_stage(&world).await?, Stage::ConcludedInPrinciple);
    let told: Vec<_> = world
        .changes()
        .await?
        .into_iter()
        .filter(|change| change.field == "stage")
        .map(|change| (change.old.unwrap_or_default(), change.new.unwrap_or_default(), change.clearance))
        .collect();
    let moved = [
        ("proposed", "negotiating"),
        ("negotiating", "paused"),
        ("paused", "negotiating"),
        ("negotiating", "concluded-in-principle"),
    ];
    assert_eq!(told, moved.map(|(old, new)| (old.to_owned(), new.to_owned(), 0)));
    let order = world.bench.number("select cast(stage_order as bigint) from agreements").await?;
    assert_eq!(order, i64::from(Stage::ConcludedInPrinciple.portfolio_order()));
    assert_whole(&world.bench).await
}

async fn a_planned_event_moves_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let planned = |date: &str| events::record(&world.bench.db, world.by(&world.chief), PERU.into(), event("signed", date, false));
    planned("2026-05-01").await?;
    planned("2026-01-01").await?;
    assert_eq!(kept_stage(&world).await?, Stage::Proposed);
    let records: Vec<_> = world.news().await?.into_iter().filter(|change| change.subject == "event").collect();
    assert_eq!(records.iter().map(|change| change.clearance).collect::<Vec<_>>(), [1, 1], "what is planned is for partners");
    Ok(())
}

async fn every_kind_leads_to_its_stage(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    for (index, kind) in EventKind::ALL.into_iter().enumerate() {
        let date = (now().date_naive() - Days::new(100) + Days::new(index as u64)).to_string();
        world.held(kind.code(), &date).await?;
        assert_eq!(kept_stage(&world).await?, kind.leads_to(), "{}", kind.code());
    }
    Ok(())
}

fn claim(date: &str, publisher: &str) -> ClaimForm {
    ClaimForm { date: date.into(), publisher: publisher.into(), ..ClaimForm::default() }
}

async fn claims_stay_side_by_side(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let typed = EventForm {
        kind: "round-held".into(),
        note: " Round 1 ".into(),
        held: true,
        illustrative: true,
        claims: vec![
            ClaimForm { place: "New Delhi".into(), title: "Press note".into(), verified: true, ..claim("2017-08", "cmm.org.pe") },
            claim("2017-08-08..11", "Ministry"),
            claim("..2017-08-12", "Newspaper"),
            claim("2099", "Misprint"),
        ],
    };
    events::record(&world.bench.db, world.by(&world.chief), PERU.into(), typed).await?;
    let event = lines(&world).await?.pop().ok_or("no event")?;
    assert_eq!((event.note.as_str(), event.held, event.illustrative, event.standing), ("Round 1", true, true, Standing::Stands));
    let claims: Vec<_> =
        event.claims.iter().map(|c| (c.date.to_text(), c.publisher.as_str(), c.place.as_str(), c.preferred, c.verified)).collect();
    let expected = [
        ("2017-08", "cmm.org.pe", "New Delhi", true, true),
        ("2017-08-08..2017-08-11", "Ministry", "", false, false),
        ("..2017-08-12", "Newspaper", "", false, false),
        ("2099", "Misprint", "", false, false),
    ];
    assert_eq!(
        claims,
        expected.map(|(date, publisher, place, preferred, verified)| (date.to_owned(), publisher, place, preferred, verified))
    );
    assert_eq!(event.claims[0].title, "Press note");
    assert_eq!(kept_stage(&world).await?, Stage::Negotiating, "the preferred claim decides");
    Ok(())
}

async fn is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let record = |typed| events::record(&world.bench.db, world.by(&world.chief), PERU.into(), typed);
    assert_refused(record(event("wedding", "2025", true)).await, "event_kind", "unknown-choice");
    assert_refused(record(event("signed", "2026-04-02", true)).await, "date", "in-the-future");
    assert_refused(record(event("signed", "2027", true)).await, "date", "in-the-future");
    assert_refused(record(event("signed", "2025-02-30", true)).await, "date", "not-a-date");
    assert_refused(record(event("signed", "2025-02-03..2025-02-01", true)).await, "date", "ends-before-start");
    assert_refused(record(event("signed", "", true)).await, "date", "required");
    assert_refused(record(EventForm { claims: Vec::new(), ..event("signed", "2025", true) }).await, "date", "required");
    assert_refused(
        record(EventForm { claims: vec![claim("2025", " ")], ..event("signed", "2025", true) }).await,
        "publisher",
        "required",
    );
    let both = record(EventForm { kind: String::new(), note: "x".repeat(201), ..event("", "2025", true) }).await;
    let expected = vec![FieldError::new("event_kind", "required"), FieldError::with("note", "too-long", 200)];
    assert_eq!(both.err(), Some(AppError::Invalid(expected)));
    for actor in [&world.lead, &world.member, &world.official, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(events::record(&world.bench.db, world.by(actor), PERU.into(), event("signed", "2025", true)).await);
    }
    assert_eq!(world.count().await?, before);
    assert_eq!(world.bench.number("select count(*) from lifecycle_events").await?, 0);
    // A month, a year and a range count once they have begun.
    for begun in ["2026-04", "2026", "2026-04-01..2026-04-09"] {
        record(event("round-held", begun, true)).await?;
    }
    Ok(())
}

async fn a_correction_keeps_the_old_entry(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let wrong = world.held("signed", "2025-03-01").await?;
    let correct = |reason: &str| {
        events::correct(db, world.by(&world.chief), PERU.into(), wrong, event("launched", "2025-03-02", true), reason.into())
    };
    assert_refused(correct("  ").await, "reason", "required");
    assert_eq!(lines(&world).await?.len(), 1);
    let right = correct("Misread").await?;
    let lines = lines(&world).await?;
    let seen: Vec<_> = lines.iter().map(|line| (line.id, line.standing, line.standing_reason.as_str())).collect();
    assert_eq!(seen, [(wrong, Standing::Corrected, "Misread"), (right, Standing::Stands, "")]);
    let (old, new) = (world.bench.uuid(wrong.0), world.bench.uuid(right.0));
    assert_eq!(
        world.bench.number(&format!("select count(*) from lifecycle_events where id = {old} and superseded_by = {new}")).await?,
        1
    );
    assert_eq!(kept_stage(&world).await?, Stage::Launched);
    let change = world.changes().await?.into_iter().find(|change| change.verb == "correct").ok_or("no record")?;
    assert_eq!(
        (change.subject_id, change.new.as_deref(), change.reason.as_deref()),
        (wrong.0, Some("launched 2025-03-02"), Some("Misread"))
    );
    assert_whole(&world.bench).await
}

async fn a_withdrawal_falls_back(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    world.held("launched", "2025-01-01").await?;
    let paused = world.held("paused", "2025-02-01").await?;
    let withdraw = |reason: &str| events::withdraw(db, world.by(&world.principal), PERU.into(), paused, reason.into());
    assert_refused(withdraw("").await, "reason", "required");
    assert_eq!(kept_stage(&world).await?, Stage::Paused);
    withdraw("Never happened").await?;
    assert_eq!(kept_stage(&world).await?, Stage::Launched);
    let line = lines(&world).await?.into_iter().find(|line| line.id == paused).ok_or("a withdrawn entry stays")?;
    assert_eq!((line.standing, line.standing_reason.as_str()), (Standing::Withdrawn, "Never happened"));
    assert_whole(&world.bench).await
}

async fn a_superseded_entry_is_left_alone(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (first, second) = (world.held("launched", "2025-01-01").await?, world.held("signed", "2025-02-01").await?);
    events::withdraw(db, world.by(&world.chief), PERU.into(), first, "Wrong".into()).await?;
    let third =
        events::correct(db, world.by(&world.chief), PERU.into(), second, event("paused", "2025-02-01", true), "Wrong".into())
            .await?;
    let before = world.count().await?;
    for gone in [first, second] {
        assert_refused(
            events::withdraw(db, world.by(&world.chief), PERU.into(), gone, "Again".into()).await,
            "event",
            "event-superseded",
        );
        let again =
            events::correct(db, world.by(&world.chief), PERU.into(), gone, event("signed", "2025-02-01", true), "Again".into());
        assert_refused(again.await, "event", "event-superseded");
    }
    // Nor is an event reached through another agreement, or one that is not there.
    agreements::open(db, world.by(&world.chief), world::agreement("other", "Other")).await?;
    let before_other = world.count().await?;
    assert_not_found(events::withdraw(db, world.by(&world.chief), "other".into(), third, "Elsewhere".into()).await);
    assert_not_found(events::withdraw(db, world.by(&world.chief), PERU.into(), EventId(Uuid::nil()), "Nowhere".into()).await);
    assert_not_found(events::withdraw(db, world.by(&world.official), PERU.into(), third, "May not".into()).await);
    assert_eq!(world.count().await?, before_other);
    assert_eq!(world.bench.number("select count(*) from lifecycle_events").await?, 3, "a refused correction enters nothing");
    assert!(before < before_other);
    assert_eq!(kept_stage(&world).await?, Stage::Paused);
    assert_whole(&world.bench).await
}

async fn a_day_is_the_day_in_delhi(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    // Half past six in the evening in UTC is midnight in Delhi.
    for (minutes, soon) in [(8 * 60 + 59, true), (9 * 60, false)] {
        let by = Command { at: now() + Duration::minutes(minutes), ..world.by(&world.chief) };
        let entered = events::record(&world.bench.db, by, PERU.into(), event("signed", "2026-04-02", true)).await;
        if soon {
            assert_refused(entered, "date", "in-the-future");
        } else {
            entered?;
        }
    }
    Ok(())
}

/// What a hand may do to the events of an agreement.
#[derive(Clone, Debug)]
enum Hand {
    Record(EventKind, When, bool),
    /// The number of the entry, counted around.
    Correct(usize, EventKind, When, bool),
    Withdraw(usize),
    Sleep(u8),
}

/// A date as a source writes it, so many days from the first day.
#[derive(Clone, Copy, Debug)]
enum When {
    Day(i64),
    Days(i64, i64),
    Month(i64),
    Year(i64),
    Until(i64),
}

impl When {
    fn text(self, first: NaiveDate) -> String {
        let day = |days| first + Duration::days(days);
        match self {
            Self::Day(days) => day(days).to_string(),
            Self::Days(days, more) => format!("{}..{}", day(days), day(days + more)),
            Self::Month(days) => day(days).format("%Y-%m").to_string(),
            Self::Year(days) => day(days).format("%Y").to_string(),
            Self::Until(days) => format!("..{}", day(days)),
        }
    }
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        4 => (-3..=6i64).prop_map(When::Day),
        2 => (-3..=6i64, 0..=3i64).prop_map(|(days, more)| When::Days(days, more)),
        2 => (-40..=40i64).prop_map(When::Month),
        1 => (-400..=400i64).prop_map(When::Year),
        1 => (-3..=6i64).prop_map(When::Until),
    ]
}

fn hands() -> impl Strategy<Value = Vec<Hand>> {
    let kind = || proptest::sample::select(EventKind::ALL.to_vec());
    let held = || proptest::bool::weighted(0.75);
    let hand = prop_oneof![
        5 => (kind(), when(), held()).prop_map(|(kind, when, held)| Hand::Record(kind, when, held)),
        3 => (0..20usize, kind(), when(), held()).prop_map(|(pick, kind, when, held)| Hand::Correct(pick, kind, when, held)),
        2 => (0..20usize).prop_map(Hand::Withdraw),
        2 => (1..=3u8).prop_map(Hand::Sleep),
    ];
    proptest::collection::vec(hand, 1..14)
}

/// An entry as the product's words have it, kept beside the database.
#[derive(Debug)]
struct Entry {
    id: EventId,
    kind: EventKind,
    from: NaiveDate,
    to: NaiveDate,
    held: bool,
    stands: bool,
}

fn stage_by_the_words(entries: &[Entry], today: NaiveDate) -> Stage {
    let mut latest: Option<&Entry> = None;
    for entry in entries.iter().filter(|entry| entry.held && entry.stands && entry.from <= today) {
        if latest.is_none_or(|known| (entry.from, entry.to) >= (known.from, known.to)) {
            latest = Some(entry);
        }
    }
    latest.map_or(Stage::Proposed, |entry| entry.kind.leads_to())
}

/// Kind, held, standing, entry, start, end, precision.
type Kept = (String, bool, String, i64, NaiveDate, NaiveDate, String);

async fn events_kept(bench: &Bench, id: AgreementId) -> Result<Vec<Event>, Fault> {
    let rows: Vec<Kept> = bench
        .rows(&format!(
            "select e.kind, e.held, e.standing, e.entry, c.starts, c.ends, c.date_precision from lifecycle_events e \
             join lifecycle_claims c on c.event_id = e.id where c.preferred and e.agreement_id = {}",
            bench.uuid(id.0)
        ))
        .await?;
    rows.into_iter()
        .map(|(kind, held, standing, entry, starts, ends, precision)| {
            let precision = Precision::from_code(&precision).ok_or("precision")?;
            Ok(Event {
                kind: EventKind::from_code(&kind).ok_or("kind")?,
                date: PartialDate::stored(starts, ends, precision).ok_or("date")?,
                held,
                standing: Standing::from_code(&standing).ok_or("standing")?,
                entry,
            })
        })
        .collect()
}

/// Does it all to an agreement of its own, and compares the stage kept with the stage of the events after each hand.
async fn play(world: &World, slug: &str, hands: &[Hand]) -> Outcome {
    let bench = &world.bench;
    let id = agreements::open(&bench.db, world.by(&world.chief), world::agreement(slug, slug)).await?;
    let first = day_in(HOME_ZONE, now());
    let mut at: DateTime<Utc> = now();
    let mut entries: Vec<Entry> = Vec::new();
    for hand in hands {
        at += Duration::minutes(1);
        let today = day_in(HOME_ZONE, at);
        let by = Command { at, ..world.by(&world.chief) };
        let entered = |id, kind: EventKind, when: When, held| -> Result<Entry, Fault> {
            let date = PartialDate::parse("date", &when.text(first)).map_err(|error| error.code)?;
            Ok(Entry { id, kind, from: date.from(), to: date.to(), held, stands: true })
        };
        match hand {
            Hand::Sleep(days) => {
                at += Duration::days((*days).into());
                continue;
            }
            Hand::Record(kind, when, held) => {
                let typed = event(kind.code(), &when.text(first), *held);
                match events::record(&bench.db, by, slug.into(), typed).await {
                    Ok(id) => entries.push(entered(id, *kind, *when, *held)?),
                    refused => assert_refused(refused, "date", "in-the-future"),
                }
            }
            Hand::Correct(pick, kind, when, held) if !entries.is_empty() => {
                let pick = pick % entries.len();
                let typed = event(kind.code(), &when.text(first), *held);
                match events::correct(&bench.db, by, slug.into(), entries[pick].id, typed, "Because".into()).await {
                    Ok(id) => {
                        assert!(entries[pick].stands);
                        entries[pick].stands = false;
                        entries.push(entered(id, *kind, *when, *held)?);
                    }
                    refused if entries[pick].stands => assert_refused(refused, "date", "in-the-future"),
                    refused => assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}"),
                }
            }
            Hand::Withdraw(pick) if !entries.is_empty() => {
                let pick = pick % entries.len();
                let withdrawn = events::withdraw(&bench.db, by, slug.into(), entries[pick].id, "Because".into()).await;
                if entries[pick].stands {
                    withdrawn?;
                    entries[pick].stands = false;
                } else {
                    assert_refused(withdrawn, "event", "event-superseded");
                }
            }
            Hand::Correct(..) | Hand::Withdraw(_) => continue,
        }
        let kept = events_kept(bench, id).await?;
        assert_eq!(kept.len(), entries.len());
        let expected = stage_by_the_words(&entries, today);
        assert_eq!(stage(&kept, today), expected, "the domain's rule and the words disagree: {entries:?}");
        let (code, order): (String, i64) = bench
            .row(&format!("select stage, cast(stage_order as bigint) from agreements where id = {}", bench.uuid(id.0)))
            .await?;
        assert_eq!((code.as_str(), order), (expected.code(), i64::from(expected.portfolio_order())), "{entries:?}");
        assert_eq!(derived_stage(&mut bench.db.read().await?, id, today).await?, expected);
        let last = bench
            .rows::<(String,)>(&format!(
                "select new from changes where scope = '{}' and field = 'stage' order by revision desc limit 1",
                id.0
            ))
            .await?;
        assert_eq!(last.first().map_or(Stage::Proposed.code(), |(code,)| code), expected.code(), "the record tells the stage too");
    }
    Ok(())
}

/// However events are entered, corrected and withdrawn, the stage kept is the one that follows from the events kept.
fn the_projection_can_be_rebuilt(engine: Engine) -> Outcome {
    run(engine, async |bench| {
        let world = World::make(bench).await?;
        let handle = tokio::runtime::Handle::current();
        let played = tokio::task::block_in_place(|| {
            let config = Config { cases: 40, failure_persistence: None, ..Config::default() };
            let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
            let case = std::cell::Cell::new(0);
            let outcome = runner.run(&hands(), |hands| {
                case.set(case.get() + 1);
                let slug = format!("case-{}", case.get());
                handle.block_on(play(&world, &slug, &hands)).map_err(|fault| TestCaseError::fail(fault.to_string()))
            });
            outcome.map_err(|error| error.to_string())
        });
        played?;
        assert_whole(&world.bench).await
    })
}

#[test]
fn the_projection_can_be_rebuilt_on_sqlite() -> Outcome {
    the_projection_can_be_rebuilt(Engine::Sqlite)
}

#[test]
fn the_projection_can_be_rebuilt_on_postgres() -> Outcome {
    the_projection_can_be_rebuilt(Engine::Postgres)
}
