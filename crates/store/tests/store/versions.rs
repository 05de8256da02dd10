//! Optimistic versions: of two edits of the same version one is saved, and the other is told which version stands.

use std::sync::Arc;

use accord_domain::AppError;
use accord_domain::tracks::TextStatus;
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::commands::chapters::{self, At, ChapterForm};
use accord_store::queries::{agreement, chapter};
use tokio::sync::Barrier;

use crate::harness::{Bench, Outcome};
use crate::world::{PERU, World, assert_whole, market, peru, text};

on_both!(
    of_two_cards_of_a_chapter_one_is_saved,
    of_two_cards_of_an_agreement_one_is_saved,
    every_command_of_a_chapter_looks_at_the_version,
    of_eight_steps_at_once_one_is_taken,
    of_eight_edits_at_once_one_is_saved,
    who_tries_again_loses_nothing,
);

fn stale(version: i64) -> Option<AppError> {
    Some(AppError::Conflict { current_version: version })
}

async fn of_two_cards_of_a_chapter_one_is_saved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let at = world.at("goods").await?;
    let card = |lead: &str| ChapterForm { number: "2".into(), our_lead: lead.into(), ..ChapterForm::default() };
    chapters::edit(db, world.by(&world.lead), at.clone(), card("Asha")).await?;
    let recorded = world.count().await?;
    let theirs = card("Bela");
    assert_eq!(chapters::edit(db, world.by(&world.member), at.clone(), theirs.clone()).await.err(), stale(2));
    assert_eq!(world.count().await?, recorded, "a conflict leaves no trace");
    // Both edits can be shown: what stands is read, what was typed is still in the hands of who typed it.
    let stands = chapter::load(db, &world.member, PERU, "goods").await?;
    assert_eq!((stands.our_lead.as_str(), stands.version, theirs.our_lead.as_str()), ("Asha", 2, "Bela"));
    chapters::edit(db, world.by(&world.member), At { version: stands.version, ..at }, theirs).await?;
    assert_eq!(chapter::load(db, &world.lead, PERU, "goods").await?.our_lead, "Bela");
    let told: Vec<_> = world.changes().await?.into_iter().filter(|c| c.field == "our_lead").map(|c| (c.old, c.new)).collect();
    assert_eq!(told, [(None, Some("Asha".to_owned())), (Some("Asha".to_owned()), Some("Bela".to_owned()))]);
    assert_whole(&world.bench).await
}

async fn of_two_cards_of_an_agreement_one_is_saved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let card = |name: &str| AgreementForm { name: name.into(), ..peru() };
    agreements::edit(db, world.by(&world.chief), PERU.into(), card("First"), 1).await?;
    let second = agreements::edit(db, world.by(&world.principal), PERU.into(), card("Second"), 1).await;
    assert_eq!(second.err(), stale(2));
    assert_eq!(agreement::load(db, &world.chief, PERU).await?.name, "First");
    // A version from the future is no better than one from the past.
    assert_eq!(agreements::edit(db, world.by(&world.chief), PERU.into(), card("Third"), 3).await.err(), stale(2));
    // An event moves the stage and touches no card.
    world.held("launched", "2025-01-01").await?;
    agreements::edit(db, world.by(&world.principal), PERU.into(), card("Second"), 2).await?;
    assert_whole(&world.bench).await
}

async fn every_command_of_a_chapter_looks_at_the_version(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let old = world.at("goods").await?;
    world.step(&world.lead, "goods", text("proposals-exchanged", "")).await??;
    let by = || world.by(&world.chief);
    let card = ChapterForm { number: "2".into(), ..ChapterForm::default() };
    let answers = [
        chapters::record_step(db, by(), old.clone(), text("closed", "")).await.err(),
        chapters::record_step(db, by(), old.clone(), market("agreed", "")).await.err(),
        chapters::set_parked(db, by(), old.clone(), true, "Waiting".into()).await.err(),
        chapters::set_parked(db, by(), old.clone(), false, String::new()).await.err(),
        chapters::escalate(db, by(), old.clone(), "ministers".into(), "May we?".into()).await.err(),
        chapters::answer_escalation(db, by(), old.clone(), "Yes".into()).await.err(),
        chapters::edit(db, by(), old.clone(), card).await.err(),
        chapters::archive(db, by(), old.clone(), "Over".into()).await.err(),
    ];
    assert_eq!(answers, std::array::from_fn(|_| stale(2)));
    // And each raises it.
    let version = async || world.at("goods").await.map(|at| at.version);
    chapters::set_parked(db, by(), world.at("goods").await?, true, "Waiting".into()).await?;
    assert_eq!(version().await?, 3);
    chapters::set_parked(db, by(), world.at("goods").await?, false, String::new()).await?;
    assert_eq!(version().await?, 4);
    chapters::escalate(db, by(), world.at("goods").await?, "ministers".into(), "May we?".into()).await?;
    assert_eq!(version().await?, 5);
    chapters::answer_escalation(db, by(), world.at("goods").await?, "Yes".into()).await?;
    assert_eq!(version().await?, 6);
    world.set_brackets("goods", "1").await??;
    assert_eq!(version().await?, 7);
    chapters::archive(db, by(), world.at("goods").await?, "Over".into()).await?;
    assert_eq!(version().await?, 8);
    Ok(())
}

async fn of_eight_steps_at_once_one_is_taken(bench: Bench) -> Outcome {
    let world = Arc::new(World::make(bench).await?);
    let at = world.at("goods").await?;
    let start = Arc::new(Barrier::new(8));
    let recorded = world.count().await?;
    let tasks: Vec<_> = (0..8)
        .map(|index| {
            let (world, at, start) = (Arc::clone(&world), at.clone(), Arc::clone(&start));
            tokio::spawn(async move {
                let actor = if index % 2 == 0 { &world.lead } else { &world.chief };
                let status = ["proposals-exchanged", "consolidated-text", "under-negotiation"][index % 3];
                start.wait().await;
                chapters::record_step(&world.bench.db, world.by(actor), at, text(status, "")).await
            })
        })
        .collect();
    let mut taken = 0;
    for task in tasks {
        match task.await? {
            Ok(()) => taken += 1,
            refused => assert_eq!(refused.err(), stale(2)),
        }
    }
    assert_eq!(taken, 1);
    let view = chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?;
    assert!(view.text > TextStatus::NotStarted && view.version == 2);
    assert_eq!(world.count().await?, recorded + 1);
    assert_whole(&world.bench).await
}

async fn of_eight_edits_at_once_one_is_saved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let edits = (0..8).map(|index| {
        let card = AgreementForm { name: format!("Name {index}"), ..peru() };
        agreements::edit(&world.bench.db, world.by(&world.chief), PERU.into(), card, 1)
    });
    let answers = futures::future::join_all(edits).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    assert!(answers.into_iter().filter_map(Result::err).all(|error| Some(error) == stale(2)));
    assert_whole(&world.bench).await
}

async fn who_tries_again_loses_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let world = &world;
    let marks = (1..=8).map(|mark| async move {
        loop {
            let at = world.at("goods").await?;
            let card = ChapterForm { number: "2".into(), open_brackets: mark.to_string(), ..ChapterForm::default() };
            match chapters::edit(&world.bench.db, world.by(&world.lead), at, card).await {
                Err(AppError::Conflict { .. }) => {}
                done => return done.map_err(crate::harness::Fault::from),
            }
        }
    });
    futures::future::try_join_all(marks).await?;
    let changes = world.changes().await?;
    let told: Vec<_> = changes.iter().filter(|change| change.field == "open_brackets").collect();
    assert_eq!((told.len(), world.at("goods").await?.version), (8, 9));
    assert!(told.windows(2).all(|pair| pair[0].new == pair[1].old), "each edit follows on the one before it");
    assert_whole(&world.bench).await
}
