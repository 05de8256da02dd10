//! Priority areas: proposed, decided, edited and flagged; the list of any day is told by the record alone.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::{PriorityId, ProposalId};
use accord_domain::priority::ProposalState;
use accord_store::changes::StoredChange;
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::commands::agreements;
use accord_store::commands::priorities::{self, AreaForm, AtArea};
use accord_store::commands::priority_proposals::{Wanted, decide, propose, withdraw};
use accord_store::queries::priorities::{PrioritiesView, awaiting, load};
use accord_store::queries::{as_of, chapter};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use uuid::Uuid;

use crate::harness::{Bench, Engine, Fault, Outcome, assert_not_found, assert_refused, run};
use crate::world::{PERU, World, adding, agreement, area_form, assert_whole, now};

on_both!(
    a_proposal_changes_nothing_until_it_is_approved,
    ones_own_proposal_may_be_approved_in_the_same_step,
    an_outdated_proposal_is_not_approved,
    a_proposal_is_decided_once,
    an_order_is_proposed_of_the_list_one_saw,
    is_refused_for_its_faults,
    a_card_is_edited_by_who_may_and_shows_both_edits,
    the_flag_is_the_principals,
    what_awaits_is_told_to_who_decides,
    another_agreements_areas_are_not_found,
);

async fn seen(world: &World) -> Result<PrioritiesView, AppError> {
    load(&world.bench.db, &world.chief, PERU).await
}

async fn titles(world: &World) -> Result<Vec<String>, Fault> {
    let view = seen(world).await?;
    let ranks: Vec<i16> = view.areas.iter().map(|area| area.rank).collect();
    assert_eq!(ranks, (1..=view.areas.len() as i16).collect::<Vec<_>>());
    Ok(view.areas.into_iter().map(|area| area.title).collect())
}

async fn made(world: &World, actor: &Actor, wanted: Wanted, approve: bool) -> Result<ProposalId, AppError> {
    propose(&world.bench.db, world.by(actor), PERU.into(), wanted, "Why".into(), approve).await
}

async fn approved(world: &World, proposal: ProposalId) -> Result<(), AppError> {
    decide(&world.bench.db, world.by(&world.principal), PERU.into(), proposal, true, String::new()).await
}

/// Three areas, the last one first in the list.
async fn three(world: &World) -> Outcome {
    for title in ["Textiles", "Pharma", "Dairy"] {
        made(world, &world.chief, adding(title, "goods"), true).await?;
    }
    Ok(())
}

fn order(version: i64, ranks: &[&str]) -> Wanted {
    Wanted::Order { version, ranks: ranks.iter().map(|rank| (*rank).to_owned()).collect() }
}

async fn area(world: &World, title: &str) -> Result<PriorityId, Fault> {
    let areas = seen(world).await?.areas;
    Ok(areas.into_iter().find(|area| area.title == title).ok_or("no such area")?.id)
}

async fn a_proposal_changes_nothing_until_it_is_approved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let add = made(&world, &world.lead, adding("Pharma", "goods"), false).await?;
    let refused = made(&world, &world.lead, adding("Dairy", "goods"), false).await?;
    let withdrawn = made(&world, &world.lead, adding("Rice", "goods"), false).await?;
    assert_eq!(titles(&world).await?, Vec::<String>::new());
    assert_eq!(seen(&world).await?.pending().count(), 3);
    let db = &world.bench.db;
    decide(db, world.by(&world.chief), PERU.into(), refused, false, "Sensitive".into()).await?;
    withdraw(db, world.by(&world.lead), PERU.into(), withdrawn).await?;
    assert_eq!(titles(&world).await?, Vec::<String>::new());
    approved(&world, add).await?;
    assert_eq!(titles(&world).await?, ["Pharma"]);
    let view = seen(&world).await?;
    assert_eq!((view.version, view.pending().count()), (1, 0));
    let state = |id| view.proposals.iter().find(|line| line.id == id).map(|line| (line.state, line.decided.clone()));
    let (is, how) = state(refused).ok_or("gone")?;
    assert_eq!((is, how.map(|how| (how.reason, how.own))), (ProposalState::Refused, Some(("Sensitive".into(), false))));
    assert_eq!(state(withdrawn).map(|(state, _)| state), Some(ProposalState::Withdrawn));
    let linked = chapter::load(db, &world.official, PERU, "goods").await?.priorities;
    assert_eq!(linked.iter().map(|area| area.title.as_str()).collect::<Vec<_>>(), ["Pharma"]);
    assert!(chapter::load(db, &world.partner, PERU, "goods").await?.priorities.is_empty());
    assert_whole(&world.bench).await
}

async fn ones_own_proposal_may_be_approved_in_the_same_step(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    made(&world, &world.chief, adding("Pharma", "goods"), true).await?;
    assert_eq!(titles(&world).await?, ["Pharma"]);
    let view = seen(&world).await?;
    assert!(view.proposals.iter().all(|line| line.decided.as_ref().is_some_and(|decided| decided.own)));
    let told: Vec<String> = world.changes().await?.into_iter().filter(|c| c.subject == "proposal").map(|c| c.verb).collect();
    assert_eq!(told, ["propose", "approve-own"]);
    // A lead approves nothing, in this step or another.
    assert_not_found(made(&world, &world.lead, adding("Dairy", "goods"), true).await);
    let pending = made(&world, &world.lead, adding("Dairy", "goods"), false).await?;
    assert_not_found(decide(&world.bench.db, world.by(&world.lead), PERU.into(), pending, true, String::new()).await);
    assert_not_found(withdraw(&world.bench.db, world.by(&world.chief), PERU.into(), pending).await);
    assert_eq!(titles(&world).await?, ["Pharma"]);
    Ok(())
}

async fn an_outdated_proposal_is_not_approved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    three(&world).await?;
    let drop = made(&world, &world.lead, Wanted::Drop { area: Some(area(&world, "Pharma").await?) }, false).await?;
    let drop_again = made(&world, &world.lead, Wanted::Drop { area: Some(area(&world, "Pharma").await?) }, false).await?;
    let rerank = made(&world, &world.lead, order(3, &["3", "1", "2"]), false).await?;
    let below = Wanted::Add { rank: "3".into(), area: area_form("Rice", "goods") };
    let below = made(&world, &world.lead, below, false).await?;
    let above = made(&world, &world.lead, adding("Sugar", "goods"), false).await?;
    approved(&world, drop).await?;
    assert_eq!(titles(&world).await?, ["Dairy", "Textiles"]);
    let fits = |view: &PrioritiesView, id| view.proposals.iter().find(|line| line.id == id).map(|line| line.fits);
    let view = seen(&world).await?;
    for outdated in [drop_again, rerank, below] {
        assert_eq!(fits(&view, outdated), Some(false));
        assert_refused(approved(&world, outdated).await, "decision", "proposal-outdated");
    }
    assert_eq!(titles(&world).await?, ["Dairy", "Textiles"]);
    assert_eq!(fits(&view, above), Some(true));
    approved(&world, above).await?;
    assert_eq!(titles(&world).await?, ["Sugar", "Dairy", "Textiles"]);
    // What cannot be approved can be refused.
    decide(&world.bench.db, world.by(&world.chief), PERU.into(), rerank, false, "The list has changed".into()).await?;
    assert_whole(&world.bench).await
}

async fn a_proposal_is_decided_once(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let add = made(&world, &world.lead, adding("Pharma", "goods"), false).await?;
    approved(&world, add).await?;
    let recorded = world.count().await?;
    assert_refused(approved(&world, add).await, "decision", "proposal-settled");
    let refusing = decide(&world.bench.db, world.by(&world.chief), PERU.into(), add, false, "No".into()).await;
    assert_refused(refusing, "decision", "proposal-settled");
    assert_refused(withdraw(&world.bench.db, world.by(&world.lead), PERU.into(), add).await, "decision", "proposal-settled");
    assert_eq!((world.count().await?, titles(&world).await?), (recorded, vec!["Pharma".to_owned()]));
    Ok(())
}

async fn an_order_is_proposed_of_the_list_one_saw(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    three(&world).await?;
    assert_eq!(titles(&world).await?, ["Dairy", "Pharma", "Textiles"]);
    assert_eq!(
        made(&world, &world.lead, order(2, &["3", "1", "2"]), false).await.err(),
        Some(AppError::Conflict { current_version: 3 })
    );
    let proposal = made(&world, &world.lead, order(3, &["3", "1", "2"]), false).await?;
    approved(&world, proposal).await?;
    assert_eq!(titles(&world).await?, ["Pharma", "Textiles", "Dairy"]);
    Ok(())
}

async fn is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    three(&world).await?;
    agreements::open(&world.bench.db, world.by(&world.chief), agreement("other", "Other")).await?;
    let before = world.count().await?;
    let lead = &world.lead;
    for (ranks, field, code) in [
        (["1", "2", "2"], "order", "ranks-each-once"),
        (["0", "1", "2"], "order", "ranks-each-once"),
        (["1", "2", "3"], "order", "order-unchanged"),
        (["1", "x", "3"], "rank_2", "not-a-count"),
        (["1", "2", ""], "rank_3", "required"),
        (["99", "2", "1"], "rank_1", "too-large"),
    ] {
        assert_refused(made(&world, lead, order(3, &ranks), false).await, field, code);
    }
    assert_refused(made(&world, lead, order(3, &["2", "1"]), false).await, "order", "ranks-each-once");
    let add = |rank: &str, form: AreaForm| Wanted::Add { rank: rank.into(), area: form };
    let sound = || area_form("Rice", "goods");
    assert_refused(made(&world, lead, add("5", sound()), false).await, "rank", "no-such-rank");
    assert_refused(made(&world, lead, add("0", sound()), false).await, "rank", "no-such-rank");
    assert_refused(made(&world, lead, add("", sound()), false).await, "rank", "required");
    let untitled = AreaForm { title: " ".into(), ..sound() };
    assert_refused(made(&world, lead, add("1", untitled), false).await, "title", "required");
    let stance = AreaForm { stance: "aggressive".into(), ..sound() };
    assert_refused(made(&world, lead, add("1", stance), false).await, "stance", "unknown-choice");
    // A chapter of another agreement is none of this one.
    let elsewhere = AreaForm { chapters: vec!["goods".into(), "gender".into()], ..sound() };
    assert_refused(made(&world, lead, add("1", elsewhere), false).await, "chapters", "not-a-chapter-here");
    assert_refused(made(&world, lead, Wanted::Drop { area: None }, false).await, "area", "no-such-priority");
    let nothing = Wanted::Drop { area: Some(PriorityId(Uuid::nil())) };
    assert_refused(made(&world, lead, nothing, false).await, "area", "no-such-priority");
    let silent = propose(&world.bench.db, world.by(lead), PERU.into(), adding("Rice", "goods"), " ".into(), false).await;
    assert_refused(silent, "reason", "required");
    let pending = made(&world, lead, adding("Rice", "goods"), false).await?;
    let mute = decide(&world.bench.db, world.by(&world.chief), PERU.into(), pending, false, String::new()).await;
    assert_refused(mute, "reason", "required");
    assert_eq!(world.count().await?, before + 1, "only one proposal is recorded");
    Ok(())
}

async fn a_card_is_edited_by_who_may_and_shows_both_edits(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    made(&world, &world.chief, adding("Pharma", "goods"), true).await?;
    made(&world, &world.chief, adding("Professionals", "services"), true).await?;
    let at = |area, version| AtArea { slug: PERU.into(), area, version };
    let (pharma, professionals) = (area(&world, "Pharma").await?, area(&world, "Professionals").await?);
    let card = |title: &str| area_form(title, "goods");
    priorities::edit(db, world.by(&world.lead), at(pharma, 1), card("Pharmaceuticals"), String::new()).await?;
    // The lead of goods leads no chapter that the other one is linked to.
    assert_not_found(priorities::edit(db, world.by(&world.lead), at(professionals, 1), card("Mine"), String::new()).await);
    assert_not_found(priorities::edit(db, world.by(&world.member), at(pharma, 2), card("Mine"), String::new()).await);
    let stale = priorities::edit(db, world.by(&world.chief), at(pharma, 1), card("Medicines"), String::new()).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 2 }));
    let moved = AreaForm { chapters: vec!["services".into()], ..card("Pharmaceuticals") };
    priorities::edit(db, world.by(&world.chief), at(pharma, 2), moved, "Services too".into()).await?;
    let told: Vec<_> =
        world.changes().await?.into_iter().filter(|c| c.field == "link").map(|c| (c.verb, c.new.or(c.old))).collect();
    let [.., on, off] = told.as_slice() else { return Err("no links".into()) };
    assert_eq!((on.0.as_str(), off.0.as_str()), ("link", "unlink"));
    assert_eq!(on.1.as_deref(), Some("Pharmaceuticals"));
    assert_not_found(priorities::edit(db, world.by(&world.lead), at(pharma, 3), card("Mine again"), String::new()).await);
    made(&world, &world.chief, Wanted::Drop { area: Some(pharma) }, true).await?;
    assert_not_found(priorities::edit(db, world.by(&world.chief), at(pharma, 4), card("Gone"), String::new()).await);
    assert_whole(&world.bench).await
}

async fn the_flag_is_the_principals(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    three(&world).await?;
    let (db, id) = (&world.bench.db, area(&world, "Pharma").await?);
    for actor in [&world.chief, &world.lead, &world.official, &world.partner, &world.stranger] {
        assert_not_found(priorities::flag(db, world.by(actor), PERU.into(), id, true).await);
    }
    priorities::flag(db, world.by(&world.principal), PERU.into(), id, true).await?;
    let recorded = world.count().await?;
    priorities::flag(db, world.by(&world.principal), PERU.into(), id, true).await?;
    assert_eq!(world.count().await?, recorded, "what stands is not recorded again");
    let flagged = |view: PrioritiesView| view.areas.iter().filter(|area| area.for_minister).count();
    assert_eq!(flagged(load(db, &world.official, PERU).await?), 1);
    assert_not_found(load(db, &world.partner, PERU).await);
    Ok(())
}

async fn what_awaits_is_told_to_who_decides(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    made(&world, &world.lead, adding("Pharma", "goods"), false).await?;
    let second = made(&world, &world.lead, adding("Dairy", "goods"), false).await?;
    approved(&world, second).await?;
    let db = &world.bench.db;
    for (name, actor) in world.everybody() {
        let found = awaiting(db, actor).await?;
        let told: Vec<&str> = found.iter().map(|line| line.title.as_str()).collect();
        let decides = ["principal", "chief"].contains(&name);
        assert_eq!(told, if decides { vec!["Pharma"] } else { Vec::new() }, "{name}");
    }
    agreements::set_archived(db, world.by(&world.chief), PERU.into(), true, "Over".into()).await?;
    assert!(awaiting(db, &world.chief).await?.is_empty());
    assert_refused(made(&world, &world.chief, adding("Rice", "goods"), false).await, "reason", "agreement-archived");
    Ok(())
}

async fn another_agreements_areas_are_not_found(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    three(&world).await?;
    let db = &world.bench.db;
    agreements::open(db, world.by(&world.chief), agreement("other", "Other")).await?;
    let pending = made(&world, &world.lead, adding("Rice", "goods"), false).await?;
    let by = || world.by(&world.chief);
    let id = area(&world, "Pharma").await?;
    assert_not_found(decide(db, by(), "other".into(), pending, true, String::new()).await);
    assert_not_found(withdraw(db, world.by(&world.lead), "other".into(), pending).await);
    let at = AtArea { slug: "other".into(), area: id, version: 1 };
    assert_not_found(priorities::edit(db, by(), at, AreaForm::default(), String::new()).await);
    assert_refused(
        propose(db, by(), "other".into(), Wanted::Drop { area: Some(id) }, "Why".into(), false).await,
        "area",
        "no-such-priority",
    );
    Ok(())
}

/// The list, and what is pending, as the record alone tells it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    /// Id and card in order: title, stance, sector, owner.
    list: Vec<(Uuid, [String; 4])>,
    flagged: Vec<Uuid>,
    pending: Vec<Uuid>,
}

fn card(told: &str) -> (usize, [String; 4]) {
    let parts: Vec<&str> = told.split('\n').collect();
    let rank = parts.first().and_then(|rank| rank.parse().ok()).unwrap_or_default();
    (rank, [1, 2, 3, 4].map(|at| parts.get(at).copied().unwrap_or_default().to_owned()))
}

impl Told {
    fn hear(&mut self, change: &StoredChange) {
        let id = change.subject_id;
        let new = change.new.as_deref().unwrap_or_default();
        match (change.subject.as_str(), change.verb.as_str()) {
            ("proposal", "propose") => self.pending.push(id),
            ("proposal", _) => self.pending.retain(|other| *other != id),
            ("priority", "add") => {
                let (rank, card) = card(new);
                self.list.insert(rank - 1, (id, card));
            }
            ("priority", "drop") => {
                self.list.retain(|(other, _)| *other != id);
                self.flagged.retain(|other| *other != id);
            }
            ("priority", "change") => {
                if let Some(found) = self.list.iter_mut().find(|(other, _)| *other == id) {
                    found.1 = card(new).1;
                }
            }
            ("priority", "flag") => self.flagged.push(id),
            ("priority", "unflag") => self.flagged.retain(|other| *other != id),
            ("priorities", "rank") => {
                let order: BTreeMap<Uuid, usize> =
                    new.lines().zip(1..).filter_map(|(line, rank)| Some((line.get(..36)?.parse().ok()?, rank))).collect();
                self.list.sort_by_key(|(id, _)| order.get(id).copied());
            }
            _ => {}
        }
    }
}

fn live(view: &PrioritiesView) -> Told {
    let card = |area: &accord_store::queries::priorities::AreaLine| {
        [area.title.clone(), area.stance.code().to_owned(), area.sector.clone(), area.owner.clone()]
    };
    Told {
        list: view.areas.iter().map(|area| (area.id.0, card(area))).collect(),
        flagged: view.areas.iter().filter(|area| area.for_minister).map(|area| area.id.0).collect(),
        pending: view.pending().map(|line| line.id.0).collect(),
    }
}

/// Does one of many things, which may be refused.
async fn do_something(world: &World, (what, which, much): (u8, usize, usize), turn: usize) -> Outcome {
    let view = seen(world).await?;
    let db = &world.bench.db;
    let chosen = view.areas.get(which % view.areas.len().max(1)).cloned();
    let pending: Vec<ProposalId> = view.pending().map(|line| line.id).collect();
    let done = match what {
        0 | 1 => {
            let rank = (much % (view.areas.len() + 1) + 1).to_string();
            let wanted = Wanted::Add { rank, area: area_form(&format!("Area {turn}"), "goods") };
            made(world, if what == 0 { &world.chief } else { &world.lead }, wanted, what == 0).await.map(|_| ())
        }
        2 => made(world, &world.lead, Wanted::Drop { area: chosen.map(|area| area.id) }, false).await.map(|_| ()),
        3 => {
            let mut ranks: Vec<String> = (1..=view.areas.len()).map(|rank| rank.to_string()).collect();
            ranks.rotate_left(which % view.areas.len().max(1));
            made(world, &world.chief, Wanted::Order { version: view.version, ranks }, much % 2 == 0).await.map(|_| ())
        }
        4 | 5 => match pending.get(which % pending.len().max(1)) {
            Some(id) => decide(db, world.by(&world.principal), PERU.into(), *id, what == 4, "Because".into()).await,
            None => Ok(()),
        },
        6 => match chosen {
            Some(area) => {
                let at = AtArea { slug: PERU.into(), area: area.id, version: area.version };
                let card = AreaForm { stance: "defensive".into(), ..area_form(&format!("Renamed {turn}"), "services") };
                priorities::edit(db, world.by(&world.chief), at, card, String::new()).await
            }
            None => Ok(()),
        },
        _ => match chosen {
            Some(area) => priorities::flag(db, world.by(&world.principal), PERU.into(), area.id, !area.for_minister).await,
            None => Ok(()),
        },
    };
    match done {
        Ok(()) | Err(AppError::Invalid(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Replays the record from its beginning beside a random history: at each step it tells what is live.
async fn the_record_tells_the_list(bench: Bench, history: Vec<(u8, usize, usize)>) -> Outcome {
    let world = World::make(bench).await?;
    for (turn, step) in history.into_iter().enumerate() {
        do_something(&world, step, turn).await?;
        let mut told = Told::default();
        let mut changes = world.changes().await?;
        changes.sort_by_key(|change| (change.revision, change.ordinal));
        changes.iter().for_each(|change| told.hear(change));
        let mut live = live(&seen(&world).await?);
        told.flagged.sort();
        live.flagged.sort();
        told.pending.sort();
        live.pending.sort();
        assert_eq!(told, live, "after step {turn}");
        titles(&world).await?;
        // And the page of the agreement as of that day.
        let historic = as_of::load(&world.bench.db, &world.chief, PERU, day_in(HOME_ZONE, now())).await?;
        let (historic, mut now) = (historic.and_then(|view| view.priorities).unwrap_or_default(), seen(&world).await?.areas);
        for area in &mut now {
            (area.version, area.chapters) = (0, Vec::new());
        }
        assert_eq!(historic, now, "as of the day of step {turn}");
    }
    assert_whole(&world.bench).await
}

#[test]
fn the_record_tells_the_list_of_any_day() -> Outcome {
    let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let histories = prop::collection::vec((0..8u8, 0..6usize, 0..6usize), 1..24);
    let told = runner.run(&histories, |history| {
        run(Engine::Sqlite, |bench| the_record_tells_the_list(bench, history))
            .map_err(|error| TestCaseError::fail(error.to_string()))
    });
    Ok(told.map_err(|error| error.to_string())?)
}
