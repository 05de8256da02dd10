//! Milestones: kept by holders of the right for agreements they see, told in the history of each, and shown on the timeline.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::dates::Period;
use accord_domain::ids::MilestoneId;
use accord_store::commands::agreements;
use accord_store::commands::events;
use accord_store::commands::milestones::{self, MilestoneForm};
use accord_store::queries::changes::{Of as Record, recent};
use accord_store::queries::milestones::load;
use accord_store::queries::timeline::{self, Entry, Of};
use accord_store::queries::{agreement, milestones as queries};
use chrono::NaiveDate;

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{self, PERU, World, assert_whole, event, person};

on_both!(
    a_milestone_is_told_in_each_of_its_agreements,
    who_sees_one_agreement_is_told_of_no_other,
    ties_to_what_one_does_not_see_stay,
    is_refused_for_its_faults,
    the_right_and_a_role_are_both_needed,
    a_stale_version_is_a_conflict,
    the_timeline_is_in_order_and_within_its_span,
);

fn form(title: &str, agreements: &[&str]) -> MilestoneForm {
    MilestoneForm {
        kind: "summit".into(),
        title: title.into(),
        date: "2026-09".into(),
        place: "New Delhi".into(),
        publisher: "The Gazette".into(),
        agreements: agreements.iter().map(|slug| (*slug).to_owned()).collect(),
        ..MilestoneForm::default()
    }
}

/// The world with a second agreement, of the chief alone.
async fn two(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    agreements::open(&world.bench.db, world.by(&world.chief), world::agreement("other", "Other")).await?;
    Ok(world)
}

async fn history(world: &World, slug: &str) -> Result<Vec<String>, Fault> {
    let id = agreement::load(&world.bench.db, &world.chief, slug).await?.id;
    let told = recent(&world.bench.db, &world.chief, Record::Agreement(id), 100).await?;
    Ok(told.into_iter().rev().filter(|change| change.subject == "milestone").map(|change| change.verb).collect())
}

async fn named(world: &World, actor: &Actor) -> Result<Vec<(String, Vec<String>)>, Fault> {
    let found = timeline::load(&world.bench.db, actor, Of::Portfolio, None).await?;
    Ok(found
        .into_iter()
        .filter_map(|dated| match dated.entry {
            Entry::Milestone { title, .. } => Some((title, dated.agreements.into_iter().map(|(slug, _)| slug).collect())),
            Entry::Event { .. } | Entry::Meeting { .. } => None,
        })
        .collect())
}

async fn a_milestone_is_told_in_each_of_its_agreements(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    let (db, by) = (&world.bench.db, || world.by(&world.chief));
    let id = milestones::record(db, by(), form("Summit", &[PERU, "other"])).await?;
    milestones::edit(db, by(), id, 1, form("The summit", &[PERU, "other"]), String::new()).await?;
    milestones::edit(db, by(), id, 2, form("The summit", &[PERU]), "Not theirs".into()).await?;
    milestones::edit(db, by(), id, 3, form("The summit", &[PERU, "other"]), String::new()).await?;
    assert_eq!(history(&world, PERU).await?, ["record", "change"]);
    assert_eq!(history(&world, "other").await?, ["record", "change", "untie", "tie"]);
    let told: Vec<_> =
        world.changes().await?.into_iter().filter(|change| change.verb == "change").map(|c| (c.old, c.new)).collect();
    let line = |title: &str| Some(format!("summit\n2026-09\n{title}\nNew Delhi\nThe Gazette\n\n\n"));
    assert_eq!(told, [(line("Summit"), line("The summit")), (line("Summit"), line("The summit"))]);
    milestones::withdraw(db, by(), id, 4, "It was another year".into()).await?;
    assert_eq!(history(&world, PERU).await?, ["record", "change", "withdraw"]);
    assert_not_found(load(db, &world.chief, id).await);
    assert_whole(&world.bench).await
}

async fn who_sees_one_agreement_is_told_of_no_other(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    milestones::record(&world.bench.db, world.by(&world.chief), form("Both", &[PERU, "other"])).await?;
    milestones::record(&world.bench.db, world.by(&world.chief), form("Theirs", &["other"])).await?;
    let both = |slugs: &[&str]| ("Both".to_owned(), slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>());
    for (name, actor) in world.everybody() {
        let found = named(&world, actor).await?;
        match name {
            "chief" => assert_eq!(found.len(), 2),
            "stranger" | "admin" => assert!(found.is_empty(), "{name}"),
            _ => assert_eq!(found, [both(&[PERU])], "{name}"),
        }
    }
    let mut agreements = named(&world, &world.chief).await?.remove(0).1;
    agreements.sort();
    assert_eq!(agreements, [PERU, "other"]);
    Ok(())
}

async fn ties_to_what_one_does_not_see_stay(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    let db = &world.bench.db;
    let keeper = person(&world.bench, "keeper", &[HouseRight::EditMilestones]).await?;
    world.grant(PERU, "keeper", "official", "", "").await?;
    let id = milestones::record(db, world.by(&world.chief), form("Both", &[PERU, "other"])).await?;
    assert_eq!(load(db, &keeper, id).await?.agreements, [PERU]);
    assert_eq!(queries::agreements(db, &keeper).await?.len(), 1);
    milestones::edit(db, world.by(&keeper), id, 1, form("Renamed", &[PERU]), String::new()).await?;
    assert_eq!(load(db, &world.chief, id).await?.agreements.len(), 2);
    assert_eq!(history(&world, "other").await?, ["record", "change"]);
    milestones::withdraw(db, world.by(&keeper), id, 2, "Not for us".into()).await?;
    assert_not_found(load(db, &keeper, id).await);
    assert_eq!(load(db, &world.chief, id).await?.agreements, ["other"]);
    // What one sees no agreement of, one does not edit.
    assert_not_found(milestones::edit(db, world.by(&keeper), id, 3, form("Mine", &[PERU]), String::new()).await);
    assert_not_found(milestones::withdraw(db, world.by(&keeper), id, 3, "Mine".into()).await);
    assert_whole(&world.bench).await
}

async fn is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    let db = &world.bench.db;
    let before = world.count().await?;
    let record = async |form: MilestoneForm| milestones::record(db, world.by(&world.chief), form).await;
    let sound = || form("Summit", &[PERU]);
    assert_refused(record(MilestoneForm { date: "2025-02-30".into(), ..sound() }).await, "date", "not-a-date");
    assert_refused(record(MilestoneForm { date: "2026-03-02..01".into(), ..sound() }).await, "date", "ends-before-start");
    assert_refused(record(MilestoneForm { title: String::new(), ..sound() }).await, "title", "required");
    assert_refused(record(MilestoneForm { kind: "wedding".into(), ..sound() }).await, "milestone_kind", "unknown-choice");
    assert_refused(record(MilestoneForm { publisher: " ".into(), ..sound() }).await, "publisher", "required");
    assert_refused(record(form("Summit", &[])).await, "agreements", "required");
    assert_refused(record(form("Summit", &[PERU, "nowhere"])).await, "agreements", "no-such-agreement");
    agreements::set_archived(db, world.by(&world.chief), "other".into(), true, "Over".into()).await?;
    assert_refused(record(form("Summit", &["other"])).await, "agreements", "no-such-agreement");
    let id = record(sound()).await?;
    let silent = milestones::withdraw(db, world.by(&world.chief), id, 1, String::new()).await;
    assert_refused(silent, "reason", "required");
    assert_eq!(world.count().await?, before + 2);
    Ok(())
}

async fn the_right_and_a_role_are_both_needed(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    let db = &world.bench.db;
    for actor in [&world.principal, &world.lead, &world.official, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(milestones::record(db, world.by(actor), form("Summit", &[PERU])).await);
    }
    let keeper = person(&world.bench, "keeper", &[HouseRight::EditMilestones]).await?;
    assert_refused(milestones::record(db, world.by(&keeper), form("Summit", &[PERU])).await, "agreements", "no-such-agreement");
    let id = milestones::record(db, world.by(&world.chief), form("Summit", &[PERU])).await?;
    assert_not_found(milestones::edit(db, world.by(&world.official), id, 1, form("Mine", &[PERU]), String::new()).await);
    assert_not_found(load(db, &world.stranger, id).await);
    assert_eq!(load(db, &world.partner, id).await?.title, "Summit");
    assert_not_found(load(db, &world.chief, MilestoneId(uuid::Uuid::nil())).await);
    Ok(())
}

async fn a_stale_version_is_a_conflict(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    let (db, by) = (&world.bench.db, || world.by(&world.chief));
    let id = milestones::record(db, by(), form("Summit", &[PERU])).await?;
    milestones::edit(db, by(), id, 1, form("First", &[PERU]), String::new()).await?;
    let stale = AppError::Conflict { current_version: 2 };
    assert_eq!(milestones::edit(db, by(), id, 1, form("Second", &[PERU]), String::new()).await, Err(stale.clone()));
    assert_eq!(milestones::withdraw(db, by(), id, 1, "Away".into()).await, Err(stale));
    assert_eq!(load(db, &world.chief, id).await?.title, "First");
    Ok(())
}

async fn the_timeline_is_in_order_and_within_its_span(bench: Bench) -> Outcome {
    let world = two(bench).await?;
    let db = &world.bench.db;
    let dated = |date: &str| MilestoneForm { date: date.into(), ..form("Milestone", &[PERU]) };
    milestones::record(db, world.by(&world.chief), dated("2025-06")).await?;
    milestones::record(db, world.by(&world.chief), dated("2027-01-05")).await?;
    world.held("launched", "2025-01-10").await?;
    let wrong = world.held("paused", "2025-02-01").await?;
    events::withdraw(db, world.by(&world.chief), PERU.into(), wrong, "It was not".into()).await?;
    events::record(db, world.by(&world.chief), PERU.into(), event("signed", "2026-12-01", false)).await?;
    let id = agreement::load(db, &world.partner, PERU).await?.id;
    let days = async |span: Option<(&str, &str)>| -> Result<Vec<String>, Fault> {
        let day = |text: &str| text.parse::<NaiveDate>();
        let span = span.map(|(from, to)| Ok::<_, Fault>(Period { from: day(from)?, to: day(to)? })).transpose()?;
        let found = timeline::load(db, &world.partner, Of::Agreement(id), span).await?;
        Ok(found.into_iter().map(|dated| dated.date.to_text()).collect())
    };
    assert_eq!(days(None).await?, ["2025-01-10", "2025-06", "2026-12-01", "2027-01-05"]);
    // Of a month, any day may be the one.
    assert_eq!(days(Some(("2025-06-30", "2026-11-30"))).await?, ["2025-06"]);
    assert_eq!(days(Some(("2025-07-01", "2026-12-01"))).await?, ["2026-12-01"]);
    // Below the partner's clearance neither milestones nor what is planned are known.
    world.bench.tamper("update grants set agreement_rank = 0 where role = 'partner'").await?;
    assert_eq!(days(None).await?, ["2025-01-10"]);
    Ok(())
}
