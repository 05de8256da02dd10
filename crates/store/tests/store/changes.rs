//! The change record as it is read: the newest first, each reader's own, none lost to a limit.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_store::commands::agreements;
use accord_store::commands::chapters::{self, ChapterForm};
use accord_store::queries::changes::{Net, NetChange, Of, SeenChange, Span, net, recent, steps};
use accord_store::queries::{agreement, chapter};
use chrono::{Duration, NaiveDate, TimeZone, Utc};

use crate::harness::{Bench, Fault, Outcome};
use crate::world::{PERU, World, agreement as other, now, text};

on_both!(
    the_newest_come_first,
    a_limit_is_taken_of_what_the_reader_may_see,
    the_newest_of_a_chapter_lie_in_all_its_threads,
    the_portfolio_shows_what_moved,
    one_instant_has_one_order,
    who_changed_what_and_when,
    the_effect_is_told_and_not_the_steps,
    the_effect_is_the_readers_own,
    days_begin_and_end_in_delhi,
    a_span_is_found_in_a_long_record,
    the_record_does_not_go_back_in_time,
);

async fn seen(world: &World, actor: &Actor, of: Of, limit: i64) -> Result<Vec<SeenChange>, AppError> {
    recent(&world.bench.db, actor, of, limit).await
}

async fn note(world: &World, minutes: i64, note: &str) -> Outcome {
    let card = ChapterForm { number: "2".into(), note: Some(note.into()), ..ChapterForm::default() };
    chapters::edit(&world.bench.db, world.by_after(&world.lead, minutes), world.at("goods").await?, card).await?;
    Ok(())
}

async fn the_newest_come_first(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let id = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    for (minutes, status) in [(1, "proposals-exchanged"), (2, "consolidated-text"), (3, "under-negotiation")] {
        chapters::record_step(&world.bench.db, world.by_after(&world.lead, minutes), world.at("goods").await?, text(status, ""))
            .await?;
    }
    let told = seen(&world, &world.chief, Of::Agreement(id), 3).await?;
    let read: Vec<_> = told.iter().map(|c| (c.new.as_deref().unwrap_or_default(), c.at)).collect();
    let at = |minutes| now() + Duration::minutes(minutes);
    assert_eq!(read, [("under-negotiation", at(3)), ("consolidated-text", at(2)), ("proposals-exchanged", at(1))]);
    // Several records of one command are read from the last to the first.
    let opened = seen(&world, &world.chief, Of::Agreement(id), 100).await?;
    assert_eq!(opened.len(), 16 + 5 + 3);
    assert_eq!(opened.last().map(|change| (change.subject.as_str(), change.verb.as_str())), Some(("agreement", "open")));
    assert!(seen(&world, &world.chief, Of::Agreement(id), 0).await?.is_empty());
    Ok(())
}

async fn a_limit_is_taken_of_what_the_reader_may_see(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let view = chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?;
    world.step(&world.lead, "goods", text("proposals-exchanged", "")).await??;
    for minutes in 1..=60 {
        note(&world, minutes, &format!("Note {minutes}")).await?;
    }
    for of in [Of::Chapter(view.id), Of::Agreement(view.agreement_id), Of::Portfolio] {
        let newest = seen(&world, &world.partner, of, 1).await?;
        assert_eq!(newest.first().and_then(|change| change.new.as_deref()), Some("proposals-exchanged"), "{of:?}");
    }
    let team = seen(&world, &world.member, Of::Chapter(view.id), 1).await?;
    assert_eq!(team.first().and_then(|change| change.new.as_deref()), Some("Note 60"));
    // The pages themselves hold as many of the reader's own as they hold of anybody's.
    let shown = agreement::load(&world.bench.db, &world.partner, PERU).await?.changes;
    assert_eq!((shown.len(), shown[0].new.as_deref()), (12, Some("proposals-exchanged")));
    assert_eq!(chapter::load(&world.bench.db, &world.member, PERU, "goods").await?.changes.len(), 50);
    Ok(())
}

async fn the_newest_of_a_chapter_lie_in_all_its_threads(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let id = chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?.id;
    // Long threads and short ones, one within the other.
    for minutes in 1..=23 {
        match minutes {
            5 => {
                let card = ChapterForm { number: "2".into(), our_lead: "Ours".into(), ..ChapterForm::default() };
                let (by, at) = (world.by_after(&world.lead, 5), world.at("goods").await?);
                chapters::edit(&world.bench.db, by, at, card).await?;
            }
            23 => {
                let (by, at) = (world.by_after(&world.lead, 23), world.at("goods").await?);
                chapters::set_parked(&world.bench.db, by, at, true, "Wait.".into()).await?;
            }
            even if even % 2 == 0 => {
                let to = if even % 4 == 0 { "proposals-exchanged" } else { "consolidated-text" };
                let (by, at) = (world.by_after(&world.lead, even), world.at("goods").await?);
                chapters::record_step(&world.bench.db, by, at, text(to, "As agreed.")).await?;
            }
            odd => note(&world, odd, &format!("Note {odd}")).await?,
        }
    }
    let all = seen(&world, &world.lead, Of::Chapter(id), 1_000).await?;
    for (from, until) in [(0, 25), (0, 13), (4, 9), (7, 24), (30, 40)] {
        let (from, until) = (now() + Duration::minutes(from), now() + Duration::minutes(until));
        let of_span: Vec<_> = all.iter().filter(|change| change.at >= from && change.at < until).cloned().collect();
        for limit in [1, 2, 3, 7, 12, 100] {
            let found = steps(&world.bench.db, &world.lead, Of::Chapter(id), Span { from, until }, limit).await?;
            assert_eq!(found, of_span[..of_span.len().min(limit as usize)], "{from} {until} {limit}");
        }
    }
    Ok(())
}

async fn the_portfolio_shows_what_moved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreements::open(db, world.by(&world.chief), other("other", "Other")).await?;
    world.held("launched", "2025-01-01").await?;
    world.step(&world.lead, "goods", text("proposals-exchanged", "")).await??;
    chapters::set_parked(db, world.by(&world.lead), world.at("goods").await?, true, "Waiting".into()).await?;
    let verbs = async |actor| -> Result<Vec<String>, Fault> {
        Ok(seen(&world, actor, Of::Portfolio, 100).await?.into_iter().map(|change| change.verb).collect())
    };
    assert_eq!(verbs(&world.official).await?, ["park", "move", "stage"]);
    assert_eq!(verbs(&world.partner).await?, ["move", "stage"]);
    assert!(verbs(&world.stranger).await?.is_empty());
    agreements::set_archived(db, world.by(&world.chief), PERU.into(), true, "Over".into()).await?;
    assert!(verbs(&world.chief).await?.is_empty(), "what is archived is out of the portfolio");
    let id = agreement::load(db, &world.partner, PERU).await?.id;
    assert!(!seen(&world, &world.partner, Of::Agreement(id), 100).await?.is_empty(), "and not out of the record");
    Ok(())
}

async fn one_instant_has_one_order(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let slugs = ["a", "b", "c"];
    for slug in slugs {
        agreements::open(db, world.by(&world.chief), other(slug, slug)).await?;
    }
    // The same instant, the same revision and the same place in it, in several agreements.
    for slug in ["c", "a", "b"] {
        let event = crate::world::event("launched", "2025-01-01", true);
        accord_store::commands::events::record(db, world.by(&world.chief), slug.into(), event).await?;
    }
    let told: Vec<_> = seen(&world, &world.chief, Of::Portfolio, 100).await?.into_iter().map(|c| c.agreement_slug).collect();
    assert_eq!(told, ["c", "b", "a"], "by the age of the agreements, the youngest first, whatever the engine reads first");
    Ok(())
}

async fn who_changed_what_and_when(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let id = chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?.id;
    world.step(&world.lead, "goods", text("under-negotiation", "After Lima")).await??;
    let expected = SeenChange {
        at: now(),
        actor_name: "Name of lead".into(),
        agreement_slug: PERU.into(),
        agreement_name: "India–Peru FTA".into(),
        chapter_address: Some("goods".into()),
        chapter_kind: Some("goods".into()),
        chapter_title: Some(String::new()),
        meeting_address: None,
        meeting_kind: None,
        meeting_number: None,
        meeting_title: None,
        point_number: None,
        point_title: None,
        subject: "chapter".into(),
        verb: "move".into(),
        field: "text_status".into(),
        old: Some("not-started".into()),
        new: Some("under-negotiation".into()),
        reason: Some("After Lima".into()),
        imported: false,
    };
    let newest = async |actor| seen(&world, actor, Of::Chapter(id), 1).await.map(|changes| changes.into_iter().next());
    assert_eq!(newest(&world.official).await?.as_ref(), Some(&expected));
    assert_eq!(newest(&world.partner).await?, Some(SeenChange { reason: None, ..expected }));
    Ok(())
}

/// The hour that begins so many minutes after the world's instant.
fn hour_from(minutes: i64) -> Span {
    Span { from: now() + Duration::minutes(minutes), until: now() + Duration::minutes(minutes + 60) }
}

/// Field, what it was, what it is, and in how many steps.
fn told(found: &Net) -> Vec<(String, Option<String>, Option<String>, i64)> {
    let tell = |net: &'_ NetChange| (net.change.field.clone(), net.change.old.clone(), net.change.new.clone(), net.steps);
    found.changes.iter().map(tell).collect()
}

async fn the_effect_is_told_and_not_the_steps(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let id = agreement::load(db, &world.chief, PERU).await?.id;
    let move_to = async |minutes: i64, status: &str, reason: &str| {
        chapters::record_step(db, world.by_after(&world.lead, minutes), world.at("goods").await?, text(status, reason)).await?;
        Ok::<_, Fault>(())
    };
    let park = async |minutes: i64, parked: bool, reason: &str| {
        chapters::set_parked(db, world.by_after(&world.lead, minutes), world.at("goods").await?, parked, reason.into()).await?;
        Ok::<_, Fault>(())
    };
    move_to(1, "proposals-exchanged", "").await?;
    move_to(61, "consolidated-text", "").await?;
    move_to(62, "under-negotiation", "Articles 1 to 4 merged").await?;
    park(63, true, "Waits for the tariff offer").await?;
    park(64, false, "The offer is here").await?;
    park(121, true, "Again").await?;

    let of = Of::Agreement(id);
    let second = net(db, &world.chief, of, hour_from(60)).await?;
    assert_eq!(told(&second), [("text_status".into(), Some("proposals-exchanged".into()), Some("under-negotiation".into()), 2)]);
    assert_eq!((second.back, second.steps), (1, 4), "parked and unparked is back, and told");
    let last = &second.changes[0].change;
    assert_eq!((last.reason.as_deref(), last.at), (Some("Articles 1 to 4 merged"), now() + Duration::minutes(62)));
    let third = net(db, &world.chief, of, hour_from(120)).await?;
    assert_eq!(told(&third), [("parked".into(), None, None, 1)], "parking alone is an effect without values");
    assert_eq!(net(db, &world.chief, Of::Portfolio, hour_from(60)).await?.changes, second.changes);
    assert_eq!(net(db, &world.chief, of, hour_from(600)).await?, Net::default());
    let each = steps(db, &world.chief, of, hour_from(60), 100).await?;
    assert_eq!(each.iter().map(|step| step.verb.as_str()).collect::<Vec<_>>(), ["unpark", "park", "move", "move"]);
    Ok(())
}

async fn the_effect_is_the_readers_own(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let id = agreement::load(db, &world.chief, PERU).await?.id;
    note(&world, 1, "What only the team reads").await?;
    chapters::record_step(db, world.by_after(&world.lead, 2), world.at("goods").await?, text("consolidated-text", "Why")).await?;
    let fields = async |actor: &Actor| {
        let found = net(db, actor, Of::Agreement(id), hour_from(1)).await?;
        Ok::<_, Fault>(found.changes.into_iter().map(|net| (net.change.field, net.change.reason)).collect::<Vec<_>>())
    };
    let moved = |reason: Option<&str>| ("text_status".to_owned(), reason.map(str::to_owned));
    assert_eq!(fields(&world.partner).await?, [moved(None)], "a partner reads the move, not the reason");
    assert_eq!(fields(&world.official).await?, [moved(Some("Why"))]);
    assert_eq!(fields(&world.member).await?.len(), 2);
    assert!(net(db, &world.stranger, Of::Agreement(id), hour_from(1)).await?.changes.is_empty());
    assert!(matches!(agreement::named(db, &world.stranger, PERU).await, Err(AppError::NotFound)));
    assert_eq!(agreement::named(db, &world.partner, PERU).await?.0, id);
    Ok(())
}

async fn days_begin_and_end_in_delhi(_: Bench) -> Outcome {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap_or_default();
    let span = Span::of_days(day(1), day(2));
    assert_eq!(span.from, Utc.with_ymd_and_hms(2026, 2, 28, 18, 30, 0).single().unwrap_or_default());
    assert_eq!(span.until, Utc.with_ymd_and_hms(2026, 3, 2, 18, 30, 0).single().unwrap_or_default());
    Ok(())
}

/// Every span of minutes holds its own steps: the revisions it begins and ends with are found by halving.
async fn a_span_is_found_in_a_long_record(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let id = agreement::load(db, &world.chief, PERU).await?.id;
    let statuses = ["proposals-exchanged", "consolidated-text"];
    for minute in 1..=9 {
        let to = text(statuses[minute as usize % 2], "To and fro");
        chapters::record_step(db, world.by_after(&world.lead, minute), world.at("goods").await?, to).await?;
    }
    for first in 0..=10 {
        for last in first..=11 {
            let span = Span { from: now() + Duration::minutes(first), until: now() + Duration::minutes(last) };
            let found: Vec<_> = steps(db, &world.chief, Of::Agreement(id), span, 100).await?.into_iter().map(|c| c.at).collect();
            let inside = (first.max(1)..last.min(10)).rev().map(|minute| now() + Duration::minutes(minute)).collect::<Vec<_>>();
            let opened = if first == 0 && last > 0 { 16 + 5 } else { 0 };
            assert_eq!((found.len(), &found[..inside.len()]), (inside.len() + opened, inside.as_slice()), "{first} to {last}");
            let net = net(db, &world.chief, Of::Agreement(id), span).await?;
            assert_eq!(net.steps, (inside.len() + opened) as i64, "{first} to {last}");
        }
    }
    Ok(())
}

/// A server whose clock is behind records at the time of the record before.
async fn the_record_does_not_go_back_in_time(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let id = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    note(&world, 5, "On time").await?;
    note(&world, -5, "From a clock that is behind").await?;
    let newest = seen(&world, &world.chief, Of::Agreement(id), 2).await?;
    let told: Vec<_> = newest.iter().map(|change| (change.new.as_deref(), change.at)).collect();
    let at = now() + Duration::minutes(5);
    assert_eq!(told, [(Some("From a clock that is behind"), at), (Some("On time"), at)]);
    crate::world::assert_whole(&world.bench).await
}
