//! The change record as it is read: the newest first, each reader's own, none lost to a limit.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_store::commands::agreements;
use accord_store::commands::chapters::{self, ChapterForm};
use accord_store::queries::changes::{Of, SeenChange, recent};
use accord_store::queries::{agreement, chapter};
use chrono::Duration;

use crate::harness::{Bench, Fault, Outcome};
use crate::world::{PERU, World, agreement as other, now, text};

on_both!(
    the_newest_come_first,
    a_limit_is_taken_of_what_the_reader_may_see,
    the_portfolio_shows_what_moved,
    one_instant_has_one_order,
    who_changed_what_and_when,
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
