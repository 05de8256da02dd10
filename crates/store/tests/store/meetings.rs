//! Meetings and their sessions: from draft to closed, agenda to outcome, and what is left open taken up later.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::meeting::{MINUTES, MeetingState};
use accord_domain::tracks::TextStatus;
use accord_exchange::tables::{self, Cell};
use accord_language::{Locale, Speaker};
use accord_store::clock::HOME_ZONE;
use accord_store::commands::agreements;
use accord_store::commands::carry_over;
use accord_store::commands::meeting_card::CARD;
use accord_store::commands::meeting_sessions::{self, ItemForm, SessionForm};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::queries::meeting::{MeetingView, SessionView, load};
use accord_store::queries::portfolio::{Filters, load_all};
use accord_store::queries::timeline::{self, Entry, Of};
use accord_store::queries::{agreement, chapter};
use chrono::Offset;

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, agreement as other, assert_whole, now, portfolio, round};

on_both!(
    a_round_goes_from_draft_to_closed,
    what_cannot_be_is_refused_beside_its_field,
    an_hour_that_comes_twice_is_the_earlier_one,
    a_meeting_begins_on_its_day_at_the_venue,
    a_closed_meeting_is_corrected_with_a_reason,
    a_session_is_of_a_chapter_of_the_same_agreement,
    minutes_of_many_pages_are_kept_or_refused_whole,
    an_outcome_moves_its_chapter_in_the_same_step,
    a_refused_step_refuses_the_whole_session,
    of_two_who_write_in_a_session_one_is_saved,
    what_is_left_open_is_taken_up_once,
    an_item_taken_up_is_not_removed,
    the_record_alone_tells_what_is_known_of_a_meeting,
    a_meeting_taken_back_is_not_found_again,
    the_next_meeting_is_the_readers,
    the_timeline_tells_of_a_meeting_once,
);

async fn plan(world: &World, form: MeetingForm) -> Result<String, AppError> {
    meetings::plan(&world.bench.db, world.by(&world.chief), PERU.into(), form).await
}

async fn add(world: &World, actor: &Actor, meeting: &str, chapter: &str) -> Result<(), AppError> {
    meeting_sessions::add(&world.bench.db, world.by(actor), PERU.into(), meeting.into(), chapter.into(), false).await
}

async fn seen(world: &World, actor: &Actor, meeting: &str) -> Result<MeetingView, AppError> {
    load(&world.bench.db, actor, PERU, meeting).await
}

async fn session(world: &World, meeting: &str, chapter: &str) -> Result<SessionView, Fault> {
    let view = seen(world, &world.chief, meeting).await?;
    let found = view.sessions.into_iter().flatten().find(|session| session.chapter_address == chapter);
    found.ok_or_else(|| format!("{chapter} is not on the programme").into())
}

/// Writes in a session as it stands now.
async fn write(
    world: &World,
    actor: &Actor,
    meeting: &str,
    chapter: &str,
    form: SessionForm,
) -> Result<Result<(), AppError>, Fault> {
    let now = session(world, meeting, chapter).await?;
    let at = meeting_sessions::At { slug: PERU.into(), meeting: meeting.into(), chapter: chapter.into(), version: now.version };
    let form = SessionForm { chapter_version: now.chapter_version, ..form };
    Ok(meeting_sessions::save(&world.bench.db, world.by(actor), at, form).await)
}

fn item(title: &str, shared: bool, done: bool) -> ItemForm {
    ItemForm { title: title.into(), shared, done, ..ItemForm::default() }
}

/// The agenda of a session as it stands, ready to be sent again.
fn items(session: &SessionView) -> Vec<ItemForm> {
    let line = |line: &accord_store::queries::meeting::AgendaLine| ItemForm {
        id: Some(line.id),
        title: line.title.clone(),
        order: String::new(),
        shared: line.shared,
        done: line.done,
    };
    session.agenda.iter().map(line).collect()
}

async fn a_round_goes_from_draft_to_closed(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let address = plan(&world, MeetingForm { our_head: "Head".into(), ..round("2026-03-30..2026-04-01") }).await?;
    assert_eq!(address, "round-9");
    let view = seen(&world, &world.official, "round-9").await?;
    assert_eq!((view.state, view.version, view.name.number), (MeetingState::Draft, 0, Some(9)));
    assert_not_found(seen(&world, &world.partner, "round-9").await);
    assert_refused(plan(&world, round("2027")).await, "address", "meeting-address-taken");
    world.take_to("round-9", &["open"], "").await?;
    let partner = seen(&world, &world.partner, "round-9").await?;
    assert_eq!(partner.delegations.as_ref().map(|known| known.our_head.as_str()), Some("Head"));
    assert!(partner.confidences.is_none());
    world.take_to("round-9", &["in-progress", "closed"], "").await?;
    let ranks: Vec<(String, i16, i64)> = world.bench.rows("select state, clearance, version from meetings").await?;
    assert_eq!(ranks, [("closed".to_owned(), 0, 4)]);
    // Each step is recorded for those who may know of it, and all that is known is told anew to those who learn of it.
    let told: Vec<_> = world
        .changes()
        .await?
        .into_iter()
        .filter(|change| change.subject == "meeting" && change.field != "our_head")
        .map(|change| (change.verb, change.new.unwrap_or_default().chars().take(12).collect::<String>(), change.clearance))
        .collect();
    let card = "{\"address\":\"".to_owned();
    let expected = [
        ("plan", card.clone(), 2),
        ("move", "open".to_owned(), 1),
        ("announce", card.clone(), 1),
        ("move", "in-progress".to_owned(), 0),
        ("announce", card, 0),
        ("move", "closed".to_owned(), 0),
    ];
    assert_eq!(told, expected.map(|(verb, new, rank)| (verb.to_owned(), new, rank)));
    assert_whole(&world.bench).await
}

async fn what_cannot_be_is_refused_beside_its_field(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let form = || round("2026-09-05..2026-09-07");
    for (wrong, field, code) in [
        (MeetingForm { dates: "2026-09-07..2026-09-05".into(), ..form() }, "dates", "ends-before-start"),
        (MeetingForm { zone: "America/Lyma".into(), ..form() }, "zone", "unknown-zone"),
        (MeetingForm { zone: String::new(), ..form() }, "zone", "required"),
        // In Santiago the clocks go from midnight to one o'clock on 6 September 2026; in Delhi they never do.
        (
            MeetingForm { zone: "America/Santiago".into(), dates: "2026-09-06".into(), clock: "00:30".into(), ..form() },
            "clock",
            "clock-skipped",
        ),
        (MeetingForm { clock: "25:00".into(), ..form() }, "clock", "not-a-clock"),
        (MeetingForm { clock: "09:00".into(), dates: "2026-09".into(), ..form() }, "clock", "clock-needs-day"),
        (MeetingForm { kind: "party".into(), number: String::new(), ..form() }, "kind", "unknown-choice"),
        (MeetingForm { mode: "telepathy".into(), ..form() }, "mode", "unknown-choice"),
        (MeetingForm { number: String::new(), ..form() }, "number", "number-for-round"),
        (MeetingForm { kind: "stocktake".into(), ..form() }, "number", "number-for-rounds-only"),
        (MeetingForm { host_party: "CL".into(), ..form() }, "host_party", "not-a-party-here"),
        (MeetingForm { our_count: "many".into(), ..form() }, "our_count", "not-a-count"),
        (MeetingForm { our_delegates: "x".repeat(201), ..form() }, "our_delegates", "too-long"),
        (MeetingForm { address: "Round 9".into(), ..form() }, "address", "not-a-slug"),
        (MeetingForm { address: "new".into(), ..form() }, "address", "meeting-address-taken"),
    ] {
        assert_refused(plan(&world, wrong).await, field, code);
    }
    assert_eq!(world.count().await?, before, "a refusal leaves no trace");
    let delhi = MeetingForm { zone: "Asia/Kolkata".into(), dates: "2026-09-06".into(), clock: "00:30".into(), ..form() };
    plan(&world, delhi).await?;
    assert_whole(&world.bench).await
}

async fn an_hour_that_comes_twice_is_the_earlier_one(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    // In Santiago the clocks go back from midnight to eleven on 4 April 2026.
    let form = MeetingForm { zone: "America/Santiago".into(), clock: "23:30".into(), ..round("2026-04-04") };
    plan(&world, form).await?;
    let opens = seen(&world, &world.chief, "round-9").await?.opens().ok_or("no hour")?;
    assert_eq!(opens.offset().fix().local_minus_utc(), -3 * 3600);
    assert_eq!(opens.to_utc().to_rfc3339(), "2026-04-05T02:30:00+00:00");
    Ok(())
}

async fn a_meeting_begins_on_its_day_at_the_venue(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    // It is the afternoon of 1 April in Delhi, and half past four in the morning in Lima.
    plan(&world, round("2026-04-02")).await?;
    world.take_to("round-9", &["open"], "").await?;
    let begin = async |minutes| {
        let at = world.meeting("round-9").await?;
        let by = world.by_after(&world.chief, minutes);
        Ok::<_, Fault>(meetings::move_to(&world.bench.db, by, at, "in-progress".into(), String::new()).await)
    };
    assert_refused(begin(0).await?, "state", "meeting-not-begun");
    // Midnight in Delhi is not midnight in Lima.
    assert_refused(begin(9 * 60 + 1).await?, "state", "meeting-not-begun");
    begin(20 * 60).await??;
    // Nor can it be moved into the future once it has begun.
    let at = world.meeting("round-9").await?;
    let edit = meetings::edit(&world.bench.db, world.by_after(&world.chief, 20 * 60), at, round("2026-04-05")).await;
    assert_refused(edit, "dates", "held-in-the-future");
    assert_whole(&world.bench).await
}

async fn a_closed_meeting_is_corrected_with_a_reason(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plan(&world, round("2026-03-30")).await?;
    add(&world, &world.lead, "round-9", "goods").await?;
    world.take_to("round-9", &["open", "in-progress", "closed"], "").await?;
    let edit = async |form| {
        let at = world.meeting("round-9").await?;
        Ok::<_, Fault>(meetings::edit(&world.bench.db, world.by(&world.chief), at, form).await)
    };
    assert_refused(edit(round("2026-03-29")).await?, "reason", "reason-for-closed-meeting");
    edit(MeetingForm { reason: "It began a day earlier".into(), ..round("2026-03-29..30") }).await??;
    let minutes = SessionForm { minutes: "Late".into(), ..SessionForm::default() };
    assert_refused(write(&world, &world.lead, "round-9", "goods", minutes.clone()).await?, "outcome", "meeting-over");
    assert_refused(add(&world, &world.chief, "round-9", "services").await, "chapter", "meeting-over");
    let reopen = async |reason: &str| {
        let at = world.meeting("round-9").await?;
        Ok::<_, Fault>(
            meetings::move_to(&world.bench.db, world.by(&world.principal), at, "in-progress".into(), reason.into()).await,
        )
    };
    assert_refused(reopen(" ").await?, "reason", "reason-for-going-back");
    reopen("Minutes were missing").await??;
    write(&world, &world.lead, "round-9", "goods", minutes).await??;
    let known = seen(&world, &world.official, "round-9").await?.confidences.ok_or("no confidences")?;
    assert_eq!(known.state_reason, "Minutes were missing");
    assert_whole(&world.bench).await
}

async fn a_session_is_of_a_chapter_of_the_same_agreement(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let elsewhere = agreements::AgreementForm { template: "pta".into(), ..other("other", "Other") };
    agreements::open(db, world.by(&world.chief), elsewhere).await?;
    let card = accord_store::commands::chapters::ChapterForm {
        kind: "gender".into(),
        number: "30".into(),
        ..accord_store::commands::chapters::ChapterForm::default()
    };
    accord_store::commands::chapters::open(db, world.by(&world.chief), "other".into(), card).await?;
    plan(&world, round("2026-05")).await?;
    assert_refused(add(&world, &world.chief, "round-9", "gender").await, "chapter", "chapter-of-another-agreement");
    assert_refused(add(&world, &world.chief, "round-9", " ").await, "chapter", "required");
    assert_not_found(add(&world, &world.lead, "round-9", "services").await);
    add(&world, &world.lead, "round-9", "goods").await?;
    assert_refused(add(&world, &world.chief, "round-9", "goods").await, "chapter", "session-exists");
    for actor in [&world.official, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(add(&world, actor, "round-9", "services").await);
    }
    assert_not_found(add(&world, &world.chief, "round-10", "services").await);
    assert_whole(&world.bench).await
}

async fn minutes_of_many_pages_are_kept_or_refused_whole(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plan(&world, round("2026-03-30")).await?;
    add(&world, &world.chief, "round-9", "goods").await?;
    let form = |minutes: String| SessionForm { minutes, outcome: "Agreed".into(), ..SessionForm::default() };
    // As many letters as are kept, three bytes each.
    let most: String = "क".repeat(MINUTES);
    write(&world, &world.lead, "round-9", "goods", form(most.clone())).await??;
    assert_eq!(session(&world, "round-9", "goods").await?.minutes.as_deref(), Some(most.as_str()));
    let before = world.count().await?;
    let refused = write(&world, &world.lead, "round-9", "goods", form(format!("{most}क"))).await?;
    assert_refused(refused, "minutes", "too-long");
    assert_eq!(world.count().await?, before);
    // The lists of changes tell that minutes were written, and do not repeat them.
    let shown = format!("{:?}", chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?.changes);
    assert!(shown.contains("minute") && !shown.contains('क'));
    assert_whole(&world.bench).await
}

async fn an_outcome_moves_its_chapter_in_the_same_step(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plan(&world, round("2026-03-30")).await?;
    add(&world, &world.lead, "round-9", "goods").await?;
    let form = SessionForm {
        outcome: "The text is settled but for the annex".into(),
        text_status: "substantially-closed".into(),
        ..SessionForm::default()
    };
    write(&world, &world.lead, "round-9", "goods", form).await??;
    let goods = chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?;
    assert_eq!((goods.text, goods.version), (TextStatus::SubstantiallyClosed, 2));
    assert_eq!(goods.sessions.first().map(|session| session.outcome.as_str()), Some("The text is settled but for the annex"));
    // One step of the record holds both.
    let told: Vec<_> =
        world.changes().await?.into_iter().filter(|c| ["text_status", "outcome"].contains(&c.field.as_str())).collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].revision, told[1].revision);
    assert_whole(&world.bench).await
}

async fn a_refused_step_refuses_the_whole_session(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plan(&world, round("2026-03-30")).await?;
    add(&world, &world.chief, "round-9", "goods").await?;
    world.set_brackets("goods", "3").await??;
    let before = world.count().await?;
    let form = |status: &str, outcome: &str| SessionForm {
        items: vec![item("Tariffs", true, false)],
        minutes: "Said".into(),
        outcome: outcome.into(),
        text_status: status.into(),
        ..SessionForm::default()
    };
    for (actor, status, outcome, field, code) in [
        (&world.lead, "closed", "Done", "text_status", "closing-needs-chief"),
        (&world.chief, "closed", "Done", "text_status", "brackets-open"),
        (&world.chief, "scrubbed", "Done", "text_status", "not-in-scrubbing"),
        (&world.chief, "consolidated-text", "", "outcome", "outcome-for-step"),
        (&world.chief, "nowhere", "Done", "text_status", "unknown-choice"),
    ] {
        let refused = write(&world, actor, "round-9", "goods", form(status, outcome)).await?;
        match (code, refused) {
            // A chapter that can be neither scrubbed nor closed is told both.
            ("not-in-scrubbing", refused) => assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}"),
            (_, refused) => assert_refused(refused, field, code),
        }
    }
    assert_eq!(world.count().await?, before);
    let stands = session(&world, "round-9", "goods").await?;
    assert_eq!((stands.version, stands.outcome.as_str(), stands.minutes.as_deref()), (1, "", Some("")));
    // Whoever moved the chapter meanwhile is a conflict of this step too.
    let at = meeting_sessions::At { slug: PERU.into(), meeting: "round-9".into(), chapter: "goods".into(), version: 1 };
    let late = SessionForm { chapter_version: stands.chapter_version - 1, ..form("consolidated-text", "Done") };
    let refused = meeting_sessions::save(&world.bench.db, world.by(&world.chief), at, late).await;
    assert_eq!(refused, Err(AppError::Conflict { current_version: stands.chapter_version }));
    assert_whole(&world.bench).await
}

async fn of_two_who_write_in_a_session_one_is_saved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plan(&world, round("2026-03-30")).await?;
    add(&world, &world.lead, "round-9", "goods").await?;
    let at = || meeting_sessions::At { slug: PERU.into(), meeting: "round-9".into(), chapter: "goods".into(), version: 1 };
    let form = |minutes: &str| SessionForm { minutes: minutes.into(), ..SessionForm::default() };
    let db = &world.bench.db;
    meeting_sessions::save(db, world.by(&world.lead), at(), form("Mine")).await?;
    let second = meeting_sessions::save(db, world.by(&world.member), at(), form("Theirs")).await;
    assert_eq!(second, Err(AppError::Conflict { current_version: 2 }));
    assert_eq!(session(&world, "round-9", "goods").await?.minutes.as_deref(), Some("Mine"));
    // So too of the meeting's card.
    let stale = meetings::At { version: 7, ..world.meeting("round-9").await? };
    let edit = meetings::edit(db, world.by(&world.chief), stale.clone(), round("2026-03-29")).await;
    assert_eq!(edit, Err(AppError::Conflict { current_version: 1 }));
    let moved = meetings::move_to(db, world.by(&world.chief), stale, "open".into(), String::new()).await;
    assert_eq!(moved, Err(AppError::Conflict { current_version: 1 }));
    assert_whole(&world.bench).await
}

/// Round 9 closed with two items open in goods, and round 10 in draft.
async fn with_open_items(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    plan(&world, round("2026-03-30")).await?;
    add(&world, &world.lead, "round-9", "goods").await?;
    let agenda = vec![item("Settled", true, true), item("Vehicles", true, false), item("Reserve", false, false)];
    write(&world, &world.lead, "round-9", "goods", SessionForm { items: agenda, ..SessionForm::default() }).await??;
    world.take_to("round-9", &["open", "in-progress", "closed"], "").await?;
    plan(&world, MeetingForm { number: "10".into(), ..round("2026-05") }).await?;
    Ok(world)
}

/// An item: title, shared, done, and the meetings it came from and went to.
type Told = (String, bool, bool, Option<String>, Option<String>);

async fn what_is_left_open_is_taken_up_once(bench: Bench) -> Outcome {
    let world = with_open_items(bench).await?;
    let db = &world.bench.db;
    let take = async |actor: &Actor, meeting: &str| carry_over::take_over(db, world.by(actor), PERU.into(), meeting.into()).await;
    assert_eq!(seen(&world, &world.chief, "round-10").await?.to_carry_over, 2);
    assert_not_found(take(&world.lead, "round-10").await);
    assert_refused(take(&world.chief, "round-9").await, "carry_over", "meeting-over");
    assert_eq!(take(&world.chief, "round-10").await?, 2);
    assert_refused(take(&world.chief, "round-10").await, "carry_over", "nothing-to-carry-over");
    let told = |view: &SessionView| -> Vec<Told> {
        let name = |name: &Option<accord_store::queries::meetings::MeetingName>| name.clone().map(|name| name.address);
        view.agenda.iter().map(|i| (i.title.clone(), i.shared, i.done, name(&i.from), name(&i.to))).collect()
    };
    let (nine, ten) = (Some("round-9".to_owned()), Some("round-10".to_owned()));
    assert_eq!(
        told(&session(&world, "round-10", "goods").await?),
        [("Vehicles".into(), true, false, nine.clone(), None), ("Reserve".into(), false, false, nine, None)]
    );
    assert_eq!(
        told(&session(&world, "round-9", "goods").await?),
        [
            ("Settled".into(), true, true, None, None),
            ("Vehicles".into(), true, false, None, ten.clone()),
            ("Reserve".into(), false, false, None, ten)
        ]
    );
    // The partner, who knows of round 9 alone, is not told where its item went, and never of ours.
    let partner = seen(&world, &world.partner, "round-9").await?.sessions.unwrap_or_default();
    let line = |title: &str, done| (title.to_owned(), true, done, None, None);
    assert_eq!(partner.iter().map(told).collect::<Vec<_>>(), [vec![line("Settled", true), line("Vehicles", false)]]);
    // What is on the agenda already comes first, and the item goes on from meeting to meeting.
    plan(&world, MeetingForm { number: "11".into(), ..round("2026-06") }).await?;
    add(&world, &world.chief, "round-11", "goods").await?;
    let own = SessionForm { items: vec![item("New", true, false)], ..SessionForm::default() };
    write(&world, &world.chief, "round-11", "goods", own).await??;
    let edited = MeetingForm { number: "10".into(), ..round("2026-03-31") };
    meetings::edit(db, world.by(&world.chief), world.meeting("round-10").await?, edited).await?;
    world.take_to("round-10", &["open", "in-progress", "closed"], "").await?;
    assert_eq!(take(&world.chief, "round-11").await?, 2);
    let titles: Vec<_> = session(&world, "round-11", "goods").await?.agenda.into_iter().map(|item| item.title).collect();
    assert_eq!(titles, ["New", "Vehicles", "Reserve"]);
    assert_whole(&world.bench).await
}

async fn an_item_taken_up_is_not_removed(bench: Bench) -> Outcome {
    let world = with_open_items(bench).await?;
    carry_over::take_over(&world.bench.db, world.by(&world.chief), PERU.into(), "round-10".into()).await?;
    world.take_to("round-9", &["in-progress"], "Minutes were missing").await?;
    let stands = items(&session(&world, "round-9", "goods").await?);
    let without = SessionForm { items: stands[..2].to_vec(), ..SessionForm::default() };
    assert_refused(write(&world, &world.lead, "round-9", "goods", without).await?, "item-title-0", "item-taken-up");
    let done = stands.into_iter().map(|item| ItemForm { done: true, ..item }).collect();
    write(&world, &world.lead, "round-9", "goods", SessionForm { items: done, ..SessionForm::default() }).await??;
    // Items are ordered by their place, and an emptied line is gone.
    let later = items(&session(&world, "round-10", "goods").await?);
    let turned = vec![
        ItemForm { order: "2".into(), ..later[0].clone() },
        ItemForm { order: "1".into(), ..later[1].clone() },
        item(" ", true, false),
    ];
    write(&world, &world.lead, "round-10", "goods", SessionForm { items: turned, ..SessionForm::default() }).await??;
    let agenda = session(&world, "round-10", "goods").await?.agenda;
    assert_eq!(agenda.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["Reserve", "Vehicles"]);
    assert!(agenda.iter().all(|item| item.from.is_some()), "an item keeps where it came from");
    assert_whole(&world.bench).await
}

/// What the record says of a meeting: the values it was planned or announced with, and each edit since.
async fn told_by_the_record(world: &World) -> Result<BTreeMap<String, String>, Fault> {
    let mut known = BTreeMap::new();
    for change in world.changes().await?.into_iter().filter(|change| change.subject == "meeting") {
        if change.field == "meeting" {
            let values: BTreeMap<String, serde_json::Value> = serde_json::from_str(change.new.as_deref().unwrap_or("{}"))?;
            known.extend(values.into_iter().filter_map(|(name, value)| value.as_str().map(|text| (name, text.to_owned()))));
        } else {
            known.insert(change.field, change.new.unwrap_or_default());
        }
    }
    known.retain(|_, value| !value.is_empty());
    Ok(known)
}

async fn the_record_alone_tells_what_is_known_of_a_meeting(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let form = MeetingForm {
        title: "The ninth round".into(),
        clock: "09:00".into(),
        note: "A note".into(),
        publisher: "The Gazette".into(),
        source_title: "No. 1".into(),
        verified: true,
        our_head: "Head".into(),
        their_head: "Their head".into(),
        our_count: "12".into(),
        their_count: "0".into(),
        our_delegates: "One\nTwo".into(),
        their_delegates: "Three".into(),
        ..round("2026-03-30..2026-04-01")
    };
    plan(&world, form.clone()).await?;
    world.take_to("round-9", &["open"], "").await?;
    let edited = MeetingForm {
        title: String::new(),
        place: "Cusco".into(),
        mode: "hybrid".into(),
        our_head: String::new(),
        their_count: "3".into(),
        our_delegates: "One".into(),
        verified: false,
        ..form
    };
    meetings::edit(&world.bench.db, world.by(&world.chief), world.meeting("round-9").await?, edited).await?;
    world.take_to("round-9", &["in-progress"], "").await?;
    let expected = [
        ("address", "round-9"),
        ("kind", "round"),
        ("state", "in-progress"),
        ("number", "9"),
        ("mode", "hybrid"),
        ("host_party", "PE"),
        ("place", "Cusco"),
        ("zone", "America/Lima"),
        ("dates", "2026-03-30..2026-04-01"),
        ("clock", "09:00"),
        ("note", "A note"),
        ("publisher", "The Gazette"),
        ("source_title", "No. 1"),
        ("verified", "no"),
        ("their_head", "Their head"),
        ("our_count", "12"),
        ("their_count", "3"),
        ("our_delegates", "One"),
        ("their_delegates", "Three"),
    ];
    let expected: BTreeMap<String, String> = expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    assert_eq!(told_by_the_record(&world).await?, expected);
    assert!(CARD.iter().all(|name| *name == "title" || expected.contains_key(*name)));
    assert_whole(&world.bench).await
}

async fn a_meeting_taken_back_is_not_found_again(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    plan(&world, round("2026-05")).await?;
    world.take_to("round-9", &["open"], "").await?;
    assert_eq!(seen(&world, &world.partner, "round-9").await?.state, MeetingState::Open);
    world.take_to("round-9", &["draft"], "Not agreed yet").await?;
    assert_not_found(seen(&world, &world.partner, "round-9").await);
    // That it was taken back is known to those who knew of it; what it is called now is not.
    let view = agreement::load(&world.bench.db, &world.partner, PERU).await?;
    let newest = view.changes.first().ok_or("no change")?;
    assert_eq!((newest.verb.as_str(), newest.new.as_deref(), &newest.reason), ("move", Some("draft"), &None));
    assert_eq!(newest.meeting_address, None);
    assert!(view.meetings.is_empty());
    world.take_to("round-9", &["called-off"], "No dates suit").await?;
    assert_not_found(seen(&world, &world.partner, "round-9").await);
    let at = world.meeting("round-9").await?;
    let edit = meetings::edit(&world.bench.db, world.by(&world.chief), at, round("2026-06")).await;
    assert_refused(edit, "title", "meeting-called-off");
    assert_whole(&world.bench).await
}

async fn the_next_meeting_is_the_readers(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let next = async |actor: &Actor| -> Result<Option<String>, Fault> {
        let found = portfolio(&world.bench.db, actor, &Filters::default()).await?;
        Ok(found.rows.into_iter().next().and_then(|row| row.next_meeting).map(|next| next.name.address))
    };
    plan(&world, round("2026-05-04..06")).await?;
    assert_eq!(next(&world.chief).await?, None, "a draft is no meeting yet");
    world.take_to("round-9", &["open"], "").await?;
    let preparation = MeetingForm { kind: "internal-preparation".into(), number: String::new(), ..round("2026-04-20") };
    let preparation = plan(&world, preparation).await?;
    world.take_to(&preparation, &["open"], "").await?;
    plan(&world, MeetingForm { number: "8".into(), ..round("2026-02-02") }).await?;
    world.take_to("round-8", &["open"], "").await?;
    assert_eq!(next(&world.official).await?.as_deref(), Some(preparation.as_str()));
    assert_eq!(next(&world.partner).await?.as_deref(), Some("round-9"));
    let speaker = Speaker { locale: Locale::EnIn, zone: HOME_ZONE, now: now() };
    for (actor, told) in [(&world.official, "2026-04-20 Internal preparation"), (&world.partner, "2026-05-04 Round 9")] {
        let rows = load_all(&world.bench.db, actor, &Filters::default(), now().date_naive()).await?;
        let table = tables::portfolio(&speaker, &rows);
        let column = table.head.iter().position(|head| head == "Next meeting").ok_or("no column")?;
        assert_eq!(table.rows[0][column], Cell::Text(told.into()));
    }
    // Those whose days went by are listed, latest first; one without days stands where its number says.
    plan(&world, MeetingForm { number: "7".into(), ..round("") }).await?;
    let listed: Vec<_> =
        agreement::load(&world.bench.db, &world.chief, PERU).await?.meetings.into_iter().map(|line| line.name.address).collect();
    assert_eq!(listed, ["round-9", preparation.as_str(), "round-8", "round-7"]);
    Ok(())
}

async fn the_timeline_tells_of_a_meeting_once(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let form = |number: &str, dates: &str| MeetingForm { number: number.into(), ..round(dates) };
    // Told by an event of those days, by one of the month, and by none.
    for (number, dates) in [("1", "2025-03-03..05"), ("2", "2025-05-06"), ("3", "2026-06-01"), ("4", ""), ("5", "2026-07-01")] {
        plan(&world, form(number, dates)).await?;
    }
    world.held("round-held", "2025-03-03..2025-03-05").await?;
    world.held("round-held", "2025-05").await?;
    // Another thing of the same days is no round.
    let stocktake = MeetingForm { kind: "stocktake".into(), title: "Stock".into(), ..form("", "2025-03-04") };
    let stocktake = plan(&world, stocktake).await?;
    world.take_to("round-3", &["open"], "").await?;
    world.take_to("round-5", &["open", "called-off"], "Not now").await?;
    let told = async |actor: &Actor, of: Of| -> Result<Vec<String>, Fault> {
        let found = timeline::load(&world.bench.db, actor, of, None).await?;
        let name = |dated: timeline::Dated| match dated.entry {
            Entry::Event { .. } => "event".to_owned(),
            Entry::Meeting { name, .. } => name.address,
            Entry::Milestone { title, .. } => title,
        };
        Ok(found.into_iter().map(name).collect())
    };
    let all = ["event", stocktake.as_str(), "event", "round-3"];
    let id = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    for of in [Of::Portfolio, Of::Agreement(id)] {
        assert_eq!(told(&world.official, of).await?, all);
        assert_eq!(told(&world.partner, of).await?, ["event", "event", "round-3"], "drafts are the delegation's");
        assert!(told(&world.stranger, of).await?.is_empty());
    }
    Ok(())
}
