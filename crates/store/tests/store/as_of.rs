//! As of a day: what the record tells of a day long past is what stood on it when it ended, for every reader.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::action_point::ActionState;
use accord_domain::clearance::Clearance;
use accord_domain::ids::EventId;
use accord_domain::lifecycle::EventKind;
use accord_domain::meeting::MeetingState;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::commands::action_point_steps;
use accord_store::commands::action_points::{self, ActionPointForm};
use accord_store::commands::agreements::{self, AgreementForm, RatificationForm};
use accord_store::commands::chapters::{self, ChapterForm};
use accord_store::commands::events;
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::queries::agreement::{self, AgreementView};
use accord_store::queries::portfolio::Filters;
use accord_store::queries::{as_of, portfolio_as_of};
use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use uuid::Uuid;

use crate::harness::{Bench, Fault, Outcome, assert_not_found};
use crate::world::{
    PERU, Portfolio, World, action_point, agreement as other, assert_whole, event, market, now, peru, portfolio, round, text,
};

on_both!(any_history_is_told_as_it_was, before_it_was_opened_there_was_nothing, a_stranger_is_told_nothing_of_the_past);

/// What somebody does in a day of the history. Numbers pick among what there is.
#[derive(Clone, Debug)]
enum Hand {
    Text(usize, usize),
    Market(usize),
    Park(usize, bool),
    Escalate(usize, bool),
    Card(usize, u8),
    Open(u8),
    ArchiveChapter(usize),
    Agreement(u8),
    Event(usize, i64),
    Correct(usize),
    Withdraw(usize),
    Ratify(bool),
    Relate(bool),
    Archive(bool),
    Plan(i64, bool),
    Meeting(usize, usize),
    MeetingCard(usize, i64),
    ActionPoint(usize, i64),
    PutOff(usize, i64),
    Settle(usize, usize),
    ActionPointCard(usize, u8),
    Sleep(i64),
}

const CHAPTERS: [&str; 4] = ["goods", "services", "sps", "tbt"];

fn hands() -> impl Strategy<Value = Vec<Hand>> {
    let pick = || 0..20usize;
    let hand = prop_oneof![
        6 => (pick(), 0..8usize).prop_map(|(chapter, status)| Hand::Text(chapter, status)),
        2 => (0..6usize).prop_map(Hand::Market),
        2 => (pick(), any::<bool>()).prop_map(|(chapter, parked)| Hand::Park(chapter, parked)),
        2 => (pick(), any::<bool>()).prop_map(|(chapter, up)| Hand::Escalate(chapter, up)),
        2 => (pick(), 0..9u8).prop_map(|(chapter, n)| Hand::Card(chapter, n)),
        1 => (0..9u8).prop_map(Hand::Open),
        1 => (2..4usize).prop_map(Hand::ArchiveChapter),
        1 => (0..9u8).prop_map(Hand::Agreement),
        3 => (pick(), -9..9i64).prop_map(|(kind, days)| Hand::Event(kind, days)),
        1 => pick().prop_map(Hand::Correct),
        1 => pick().prop_map(Hand::Withdraw),
        1 => any::<bool>().prop_map(Hand::Ratify),
        1 => any::<bool>().prop_map(Hand::Relate),
        4 => proptest::bool::weighted(0.2).prop_map(Hand::Archive),
        3 => (-9..9i64, any::<bool>()).prop_map(|(days, ours)| Hand::Plan(days, ours)),
        5 => (pick(), 0..5usize).prop_map(|(meeting, state)| Hand::Meeting(meeting, state)),
        2 => (pick(), -9..9i64).prop_map(|(meeting, days)| Hand::MeetingCard(meeting, days)),
        3 => (pick(), -9..30i64).prop_map(|(chapter, days)| Hand::ActionPoint(chapter, days)),
        2 => (pick(), -9..30i64).prop_map(|(point, days)| Hand::PutOff(point, days)),
        2 => (pick(), 0..3usize).prop_map(|(point, state)| Hand::Settle(point, state)),
        1 => (pick(), 0..9u8).prop_map(|(point, n)| Hand::ActionPointCard(point, n)),
        6 => (1..4i64).prop_map(Hand::Sleep),
    ];
    proptest::collection::vec(hand, 25..45)
}

/// The day it is so many minutes into the history.
fn day(minutes: i64) -> NaiveDate {
    day_in(HOME_ZONE, now() + Duration::minutes(minutes))
}

async fn lift(world: &World, hand: &Hand, minutes: i64) -> Result<Result<(), AppError>, Fault> {
    let db = &world.bench.db;
    let by = world.by_after(&world.chief, minutes);
    let slug = PERU.to_owned();
    let chapter = |pick: &usize| CHAPTERS[pick % CHAPTERS.len()];
    Ok(match hand {
        Hand::Text(pick, status) => {
            let step = text(TextStatus::ALL[*status].code(), "As agreed");
            chapters::record_step(db, by, world.at(chapter(pick)).await?, step).await
        }
        Hand::Market(status) => {
            let step = market(MarketAccessStatus::ALL[*status].code(), "As offered");
            chapters::record_step(db, by, world.at("goods").await?, step).await
        }
        Hand::Park(pick, parked) => chapters::set_parked(db, by, world.at(chapter(pick)).await?, *parked, "It waits".into()).await,
        Hand::Escalate(pick, true) => {
            chapters::escalate(db, by, world.at(chapter(pick)).await?, "ministers".into(), "May we?".into()).await
        }
        Hand::Escalate(pick, false) => chapters::answer_escalation(db, by, world.at(chapter(pick)).await?, "Yes".into()).await,
        Hand::Card(pick, n) => {
            let card = ChapterForm {
                number: (n + 1).to_string(),
                open_brackets: n.to_string(),
                our_lead: format!("Lead {n}"),
                note: Some(format!("Note {n}")),
                ..ChapterForm::default()
            };
            chapters::edit(db, by, world.at(chapter(pick)).await?, card).await
        }
        Hand::Open(n) => {
            let card = ChapterForm {
                kind: "other".into(),
                address: format!("other-{n}"),
                number: (n + 30).to_string(),
                title: format!("Another matter {n}"),
                ..ChapterForm::default()
            };
            chapters::open(db, by, slug, card).await.map(|_| ())
        }
        Hand::ArchiveChapter(pick) => chapters::archive(db, by, world.at(chapter(pick)).await?, "Merged".into()).await,
        Hand::Agreement(n) => {
            let version = world.bench.number(&format!("select version from agreements where slug = '{PERU}'")).await?;
            let form = AgreementForm {
                name: format!("India–Peru {n}"),
                objective: format!("Objective {n}"),
                home_chief: format!("Chief {n}"),
                partners: if n % 2 == 0 { "PE Peru; Chief of Peru".into() } else { "PE Perú\nCL Chile; Chief of Chile".into() },
                ..peru()
            };
            agreements::edit(db, by, slug, form, version).await
        }
        Hand::Event(kind, days) => {
            let on = day(minutes) + Duration::days(*days);
            let kind = EventKind::ALL[kind % EventKind::ALL.len()].code();
            events::record(db, by, slug, event(kind, &on.to_string(), *days <= 0)).await.map(|_| ())
        }
        Hand::Correct(pick) | Hand::Withdraw(pick) => {
            let entered: Vec<(Uuid,)> = world.bench.rows("select id from lifecycle_events order by entry").await?;
            let Some((id,)) = entered.get(pick % entered.len().max(1)) else { return Ok(Ok(())) };
            let reason = "Entered in error".to_owned();
            if matches!(hand, Hand::Withdraw(_)) {
                events::withdraw(db, by, slug, EventId(*id), reason).await
            } else {
                let form = event("launched", &day(minutes).to_string(), true);
                events::correct(db, by, slug, EventId(*id), form, reason).await.map(|_| ())
            }
        }
        Hand::Ratify(dated) => {
            let date = if *dated { day(minutes).to_string() } else { String::new() };
            let form = RatificationForm {
                party: "PE".into(),
                step: "parliament".into(),
                date,
                publisher: "El Peruano".into(),
                illustrative: false,
            };
            agreements::record_ratification(db, by, slug, form, day(minutes)).await
        }
        Hand::Relate(expands) => {
            let relation = if *expands { "expands" } else { "supersedes" };
            agreements::relate(db, by, slug, relation.into(), "earlier".into()).await
        }
        Hand::Plan(days, ours) => {
            let form = meeting_of(minutes, *days, *ours);
            meetings::plan(db, by, slug, form).await.map(|_| ())
        }
        Hand::Meeting(pick, state) => {
            let Some(at) = planned(world, *pick).await? else { return Ok(Ok(())) };
            meetings::move_to(db, by, at, MeetingState::ALL[*state].code().into(), "As agreed".into()).await
        }
        Hand::MeetingCard(pick, days) => {
            let Some(at) = planned(world, *pick).await? else { return Ok(Ok(())) };
            let ours = at.address.starts_with("internal");
            let form = MeetingForm { place: format!("Hall {days}"), reason: "Moved".into(), ..meeting_of(minutes, *days, ours) };
            meetings::edit(db, by, at, form).await
        }
        Hand::ActionPoint(pick, days) => {
            let due = (day(minutes) + Duration::days(*days)).to_string();
            let chapter = if days % 3 == 0 { "" } else { chapter(pick) };
            action_points::agree(db, by, slug, action_point(chapter, &due)).await.map(|_| ())
        }
        Hand::PutOff(pick, days) => {
            let Some(at) = agreed(world, *pick).await? else { return Ok(Ok(())) };
            let due = (day(minutes) + Duration::days(*days)).to_string();
            action_point_steps::put_off(db, by, at, due, "They wait for us".into()).await
        }
        Hand::Settle(pick, state) => {
            let Some(at) = agreed(world, *pick).await? else { return Ok(Ok(())) };
            action_point_steps::move_to(db, by, at, ActionState::ALL[*state].code().into(), "As agreed".into()).await
        }
        Hand::ActionPointCard(pick, n) => {
            let Some(at) = agreed(world, *pick).await? else { return Ok(Ok(())) };
            let who = if n % 2 == 0 { "theirs".into() } else { world.official.account.0.to_string() };
            let form = ActionPointForm { title: format!("Send list {n}"), who, ..ActionPointForm::default() };
            action_points::edit(db, by, at, form).await
        }
        Hand::Archive(archived) => agreements::set_archived(db, by, slug, *archived, "For now".into()).await,
        Hand::Sleep(_) => Ok(()),
    })
}

/// A meeting some days from now, with the partner or of our own.
fn meeting_of(minutes: i64, days: i64, ours: bool) -> MeetingForm {
    let on = (day(minutes) + Duration::days(days)).to_string();
    let form = round(if days == 5 { "" } else { &on });
    let title = if days % 2 == 0 { format!("Of day {days}") } else { String::new() };
    let address = format!("{}-{minutes}", if ours { "internal" } else { "round" });
    let form = MeetingForm { title, address, number: (minutes % 900 + 1).to_string(), ..form };
    if ours { MeetingForm { kind: "internal-preparation".into(), number: String::new(), ..form } } else { form }
}

/// One of the meetings planned so far, as it stands.
async fn planned(world: &World, pick: usize) -> Result<Option<meetings::At>, Fault> {
    let addresses: Vec<(String,)> = world.bench.rows("select address from meetings order by id").await?;
    match addresses.get(pick % addresses.len().max(1)) {
        Some((address,)) => Ok(Some(world.meeting(address).await?)),
        None => Ok(None),
    }
}

/// One of the action points agreed so far, as it stands.
async fn agreed(world: &World, pick: usize) -> Result<Option<action_points::At>, Fault> {
    let points: Vec<(i16, i64)> = world.bench.rows("select number, version from action_points order by number").await?;
    let found = points.get(pick % points.len().max(1));
    Ok(found.map(|(number, version)| action_points::At { slug: PERU.into(), number: *number, version: *version }))
}

/// What one reader was shown on a day: the portfolio, of what is archived too, and the agreement.
#[derive(Debug)]
struct Shown {
    open: Portfolio,
    archived: Portfolio,
    agreement: AgreementView,
}

fn archived() -> Filters {
    Filters { archived: true, ..Filters::default() }
}

impl Shown {
    async fn live(world: &World, actor: &Actor) -> Result<Self, AppError> {
        let db = &world.bench.db;
        Ok(Self {
            open: portfolio(db, actor, &Filters::default()).await?,
            archived: portfolio(db, actor, &archived()).await?,
            agreement: agreement::load(db, actor, PERU).await?,
        })
    }

    async fn told(world: &World, actor: &Actor, day: NaiveDate) -> Result<Self, AppError> {
        let db = &world.bench.db;
        let portfolio = async |filters: Filters| {
            let (rows, frame, _) = portfolio_as_of::load(db, actor, &filters, day, 0).await?;
            Ok::<_, AppError>(Portfolio { rows, total: frame.total, parties: Vec::new() })
        };
        Ok(Self {
            open: portfolio(Filters::default()).await?,
            archived: portfolio(archived()).await?,
            agreement: as_of::load(db, actor, PERU, day).await?.ok_or(AppError::NotFound)?,
        })
    }

    /// All that is shown, without what no past has: a version to edit, people to grant roles to. What changed is told of things by the
    /// names they have now, as one looks for them by these.
    fn text(mut self) -> String {
        for change in &mut self.agreement.changes {
            (change.agreement_name, change.chapter_title) = (String::new(), None);
            (change.meeting_address, change.meeting_kind) = (None, None);
            (change.meeting_number, change.meeting_title, change.point_title) = (None, None, None);
        }
        // Nor has a past a meeting that is next, or what is late.
        for row in self.open.rows.iter_mut().chain(&mut self.archived.rows) {
            (row.next_meeting, row.overdue) = (None, 0);
        }
        self.agreement = AgreementView { version: 0, people: None, brief: false, as_of: None, ..self.agreement };
        format!("{:#?}\n{:#?}\n{:#?}\n{}", self.open.rows, self.archived.rows, self.agreement, self.open.total)
    }
}

async fn any_history_is_told_as_it_was(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    agreements::open(&world.bench.db, world.by(&world.chief), other("earlier", "The earlier one")).await?;
    world.grant("earlier", "official", "official", "", "").await?;
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    let mut minutes = 0;
    let mut kept: Vec<(NaiveDate, &'static str, Actor, String)> = Vec::new();
    let (mut done, mut refused) = (0, 0);
    // One long life of the agreement: each history goes on where the one before stopped.
    for _ in 0..4 {
        let history = hands().new_tree(&mut runner).map_err(|reason| reason.to_string())?.current();
        for hand in history {
            if let Hand::Sleep(days) = hand {
                for (who, actor) in world.everybody().into_iter().filter(|(who, _)| !matches!(*who, "stranger" | "admin")) {
                    kept.push((day(minutes), who, actor.clone(), Shown::live(&world, actor).await?.text()));
                }
                minutes += days * 1_440;
                continue;
            }
            minutes += 1;
            match lift(&world, &hand, minutes).await? {
                Ok(()) => done += 1,
                Err(AppError::Internal(cause)) => return Err(format!("{hand:?}: {cause}").into()),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(done > 40 && kept.len() > 60, "{done} hands were done, {refused} refused, {} days kept", kept.len());
    for (day, who, actor, shown) in kept {
        let told = Shown::told(&world, &actor, day).await?.text();
        for (number, (was, is)) in shown.lines().zip(told.lines()).enumerate() {
            let before: Vec<&str> = shown.lines().take(number).collect();
            let context = &before[before.len().saturating_sub(12)..];
            assert_eq!(is, was, "as of {day}, to {who}, after {}", context.join("\n"));
        }
        assert_eq!(told.len(), shown.len(), "as of {day}, to {who}");
    }
    assert_whole(&world.bench).await
}

async fn before_it_was_opened_there_was_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (db, before) = (&world.bench.db, day(0) - Duration::days(1));
    assert!(as_of::load(db, &world.chief, PERU, before).await?.is_none());
    assert!(as_of::load(db, &world.chief, PERU, day(0)).await?.is_some());
    let (rows, frame, changes) = portfolio_as_of::load(db, &world.chief, &Filters::default(), before, 10).await?;
    assert_eq!((rows.len(), frame.total, frame.parties.len(), changes.len()), (0, 0, 0, 0));
    let (rows, frame, _) = portfolio_as_of::load(db, &world.chief, &Filters::default(), day(0), 10).await?;
    assert_eq!((rows.len(), frame.total, frame.parties), (1, 1, vec![("PE".to_owned(), "Peru".to_owned())]));
    for (filters, found) in [
        (Filters { party: "PE".into(), ..Filters::default() }, 1),
        (Filters { party: "CL".into(), ..Filters::default() }, 0),
        (Filters { party: "%".into(), ..Filters::default() }, 0),
        (Filters { words: "peru".into(), ..Filters::default() }, 1),
        (Filters { words: "chile".into(), ..Filters::default() }, 0),
    ] {
        assert_eq!(portfolio_as_of::load(db, &world.chief, &filters, day(0), 0).await?.1.total, found, "{filters:?}");
    }
    Ok(())
}

async fn a_stranger_is_told_nothing_of_the_past(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    world.step(&world.lead, "goods", text("under-negotiation", "A reason")).await??;
    assert_not_found(as_of::load(db, &world.stranger, PERU, day(0)).await);
    assert_not_found(as_of::load(db, &world.chief, "no-such", day(0)).await);
    assert!(portfolio_as_of::load(db, &world.stranger, &Filters::default(), day(0), 10).await?.0.is_empty());
    let partner = as_of::load(db, &world.partner, PERU, day(0)).await?.ok_or("nothing")?;
    assert_eq!(partner.roles.clearance(), Some(Clearance::Partner));
    assert!(partner.chapters.iter().flatten().all(|mark| mark.confidence.is_none()));
    assert!(partner.changes.iter().all(|change| change.reason.is_none()));
    Ok(())
}
