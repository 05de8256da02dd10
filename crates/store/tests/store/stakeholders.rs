//! Stakeholders: known by where they were asked, merged on purpose, and told to nobody who may not know.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::consultation::LineStance;
use accord_domain::ids::StakeholderId;
use accord_store::actor::new_id;
use accord_store::commands::agreements;
use accord_store::commands::consultations::{ConsultationForm, InvitationForm, LineAnswer, When, answer, invite, open};
use accord_store::commands::stakeholders::{MergeForm, StakeholderForm, edit, merge};
use accord_store::commands::stances::{StanceForm, record, withdraw};
use accord_store::queries::changes::{Of, recent};
use accord_store::queries::consultations::{self, by_token};
use accord_store::queries::stakeholders::{alike, list, load, pair};
use accord_store::queries::stances::{self, StanceLine};
use accord_store::queries::{agreement, chapter};

use crate::harness::{Bench, Engine, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{self, PERU, World, assert_whole, now};

on_both!(
    one_who_is_known_is_not_entered_twice,
    who_looks_like_one_invited_is_invited_knowingly,
    a_reader_is_told_of_those_asked_where_the_reader_belongs,
    two_are_merged_with_all_they_said,
    one_merged_into_one_that_is_merged_follows,
    who_may_not_consult_everywhere_merges_nothing,
    faults_of_a_merge_are_refused,
    a_card_is_edited,
    a_stance_heard_elsewhere_is_told_where_it_concerns,
    a_stance_is_somebodys_known_or_knowingly_new,
    faults_of_a_stance_are_refused,
    invitations_of_before_the_register_are_kept,
);

/// Two that are one now: the first to be entered is the one that went.
pub async fn plant(world: &World) -> Outcome {
    asked(world, &["Tea of Assam", "Tea of Assam Ltd"]).await?;
    merged(world, &world.lead, "Tea of Assam", "Tea of Assam Ltd").await?;
    record(&world.bench.db, world.by(&world.lead), PERU.into(), heard("Tea of Assam Ltd", "support")).await?;
    Ok(())
}

fn heard(name: &str, stance: &str) -> StanceForm {
    StanceForm {
        name: name.into(),
        kind: "council".into(),
        chapter: "goods".into(),
        stance: stance.into(),
        words: "Not before ten years".into(),
        heard_on: "2026-01-15".into(),
        publisher: "A meeting with councils".into(),
        ..StanceForm::default()
    }
}

async fn a_stance_heard_elsewhere_is_told_where_it_concerns(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (db, by) = (&world.bench.db, || world.by(&world.lead));
    let id = record(db, by(), PERU.into(), heard("Council of tea", "oppose")).await?;
    record(db, by(), PERU.into(), StanceForm { chapter: String::new(), ..heard("Council of tea", "conditional") }).await?;
    let told = |lines: &[StanceLine]| lines.iter().map(|line| (line.name.clone(), line.stance)).collect::<Vec<_>>();
    let council = |stance| ("Council of tea".to_owned(), stance);
    for (who, actor) in world.everybody() {
        let cleared = !matches!(who, "partner" | "admin" | "stranger");
        match stances::load(db, actor, PERU).await {
            Ok(found) => assert!(cleared && found.stances.len() == 2, "{who}"),
            Err(error) => assert!(!cleared && error == AppError::NotFound, "{who}: {error:?}"),
        }
        if let Ok(goods) = chapter::load(db, actor, PERU, "goods").await {
            let wanted = if cleared { vec![council(LineStance::Oppose)] } else { Vec::new() };
            assert_eq!(told(&goods.stances), wanted, "{who}");
        }
    }
    let known = list(db, &world.official).await?;
    assert_eq!(known.iter().map(|line| (line.name.as_str(), line.asked)).collect::<Vec<_>>(), [("Council of tea", 0)]);
    let found = load(db, &world.official, known[0].id).await?;
    assert_eq!(told(&found.stances), [council(LineStance::Conditional), council(LineStance::Oppose)]);
    assert!(!found.edits && load(db, &world.lead, known[0].id).await?.edits);
    assert_not_found(record(db, world.by(&world.official), PERU.into(), heard("Council of tea", "support")).await.map(|_| ()));
    assert_not_found(withdraw(db, world.by(&world.official), PERU.into(), id, "No".into()).await);
    assert_refused(withdraw(db, by(), PERU.into(), id, " ".into()).await, "withdraw_reason", "required");
    withdraw(db, by(), PERU.into(), id, "Misheard".into()).await?;
    assert_refused(withdraw(db, by(), PERU.into(), id, "Again".into()).await, "withdrawn", "unknown-choice");
    assert_eq!(stances::load(db, &world.lead, PERU).await?.stances.len(), 1);
    let told: Vec<(String, Option<String>)> =
        world.bench.rows("select verb, reason from changes where verb in ('hear', 'unhear') order by revision").await?;
    assert_eq!(told, [("hear".into(), None), ("hear".into(), None), ("unhear".into(), Some("Misheard".to_owned()))]);
    assert_whole(&world.bench).await
}

async fn a_stance_is_somebodys_known_or_knowingly_new(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (db, by) = (&world.bench.db, || world.by(&world.lead));
    asked(&world, &["Tea of Assam"]).await?;
    record(db, by(), PERU.into(), heard("Tea of Assam", "support")).await?;
    assert_eq!(list(db, &world.lead).await?.len(), 1, "one who was asked is not entered twice");
    assert_refused(record(db, by(), PERU.into(), heard("Tea of Assam Ltd", "oppose")).await.map(|_| ()), "name", "looks-known");
    record(db, by(), PERU.into(), StanceForm { anyway: true, ..heard("Tea of Assam Ltd", "oppose") }).await?;
    assert_eq!(list(db, &world.lead).await?.len(), 2);
    // Two who were one are merged with what was heard of both.
    merged(&world, &world.lead, "Tea of Assam", "Tea of Assam Ltd").await?;
    let one = list(db, &world.lead).await?;
    assert_eq!(one.iter().map(|line| (line.name.as_str(), line.asked)).collect::<Vec<_>>(), [("Tea of Assam Ltd", 1)]);
    assert_eq!(load(db, &world.lead, one[0].id).await?.stances.len(), 2);
    record(db, by(), PERU.into(), heard("Tea of Assam", "conditional")).await?;
    assert_eq!(load(db, &world.lead, one[0].id).await?.stances.len(), 3, "by its old name it is the one that stays");
    Ok(())
}

async fn faults_of_a_stance_are_refused(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (db, by) = (&world.bench.db, || world.by(&world.lead));
    for (field, code, form) in [
        ("name", "required", heard(" ", "support")),
        ("stakeholder_kind", "required", StanceForm { kind: String::new(), ..heard("Tea", "support") }),
        ("stance", "unknown-choice", heard("Tea", "perhaps")),
        ("heard_on", "not-a-day", StanceForm { heard_on: "soon".into(), ..heard("Tea", "support") }),
        ("heard_on", "day-ahead", StanceForm { heard_on: "2099-01-01".into(), ..heard("Tea", "support") }),
        ("publisher", "required", StanceForm { publisher: String::new(), ..heard("Tea", "support") }),
        ("chapter", "unknown-choice", StanceForm { chapter: "nowhere".into(), ..heard("Tea", "support") }),
    ] {
        assert_refused(record(db, by(), PERU.into(), form).await.map(|_| ()), field, code);
    }
    assert_eq!(world.bench.number("select count(*) from stakeholders").await?, 0, "nobody is entered");
    Ok(())
}

const ELSEWHERE: &str = "elsewhere";

fn form(title: &str, chapter: &str) -> ConsultationForm {
    ConsultationForm {
        title: title.into(),
        chapter: chapter.into(),
        closes_on: "2099-01-01".into(),
        lines: "8703 Motor cars\n304 Fish fillets".into(),
        ..ConsultationForm::default()
    }
}

fn exporter(name: &str) -> InvitationForm {
    InvitationForm { name: name.into(), kind: "exporter".into(), anyway: true }
}

/// Asks some on goods; the number, and the secret part of each link.
async fn asked(world: &World, names: &[&str]) -> Result<(i64, Vec<String>), AppError> {
    let (db, by) = (&world.bench.db, || world.by(&world.lead));
    let number = open(db, by(), PERU.into(), form("Cars", "goods")).await?;
    let mut tokens = Vec::new();
    for name in names {
        tokens.push(invite(db, by(), PERU.into(), number, exporter(name)).await?);
    }
    Ok((number, tokens))
}

/// Asks some in an agreement of the chief's alone.
async fn asked_elsewhere(world: &World, names: &[&str]) -> Outcome {
    let (db, by) = (&world.bench.db, || world.by(&world.chief));
    agreements::open(db, by(), world::agreement(ELSEWHERE, "Elsewhere")).await?;
    let number = open(db, by(), ELSEWHERE.into(), form("A secret question", "")).await?;
    for name in names {
        invite(db, by(), ELSEWHERE.into(), number, exporter(name)).await?;
    }
    Ok(())
}

async fn said(world: &World, token: &str, position: i64, stance: &str) -> Result<(), AppError> {
    let line = LineAnswer { position, stance: stance.into(), comment: String::new() };
    answer(&world.bench.db, When { at: now(), imported: false }, token.to_owned(), 1, vec![line]).await
}

async fn names(world: &World, actor: &Actor) -> Result<Vec<(String, i64)>, AppError> {
    Ok(list(&world.bench.db, actor).await?.into_iter().map(|line| (line.name, line.asked)).collect())
}

async fn id_of(world: &World, actor: &Actor, name: &str) -> Result<StakeholderId, Fault> {
    let lines = list(&world.bench.db, actor).await?;
    Ok(lines.iter().find(|line| line.name == name).ok_or_else(|| format!("{name} is not known"))?.id)
}

async fn merged(world: &World, actor: &Actor, goes: &str, stays: &str) -> Result<StakeholderId, Fault> {
    let (db, goes, stays) = (&world.bench.db, id_of(world, actor, goes).await?, id_of(world, actor, stays).await?);
    let found = pair(db, actor, goes, stays).await?;
    let form = MergeForm { stays: stays.0.to_string(), reason: "The same tax number".into() };
    Ok(merge(db, world.by(actor), [(goes, found.one.version), (stays, found.other.version)], form).await?)
}

async fn one_who_is_known_is_not_entered_twice(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    asked(&world, &["Motors of Pune"]).await?;
    let (number, _) = asked(&world, &["Motors of Pune", "Fish of Kochi"]).await?;
    assert_eq!(names(&world, &world.official).await?, [("Fish of Kochi".into(), 1), ("Motors of Pune".into(), 2)]);
    // Known by another kind, it is still the one that is known.
    let again = InvitationForm { kind: "council".into(), ..exporter("Motors of Pune") };
    let refused = invite(&world.bench.db, world.by(&world.lead), PERU.into(), number, again).await;
    assert_refused(refused, "name", "already-invited");
    Ok(())
}

async fn who_looks_like_one_invited_is_invited_knowingly(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (number, _) = asked(&world, &["Motors of Pune"]).await?;
    let invites = |name: &str, anyway| {
        let form = InvitationForm { anyway, ..exporter(name) };
        invite(&world.bench.db, world.by(&world.lead), PERU.into(), number, form)
    };
    let before = world.count().await?;
    assert_refused(invites("MOTORS OF PUNE Pvt. Ltd.", false).await, "name", "looks-invited");
    assert_refused(invites("Motors of Pune", true).await, "name", "already-invited");
    assert_eq!(world.count().await?, before);
    invites("MOTORS OF PUNE Pvt. Ltd.", true).await?;
    let lines = list(&world.bench.db, &world.official).await?;
    let groups: Vec<Vec<&str>> = alike(&lines).iter().map(|group| group.iter().map(|line| line.name.as_str()).collect()).collect();
    assert_eq!(groups, [["Motors of Pune", "MOTORS OF PUNE Pvt. Ltd."]]);
    Ok(())
}

async fn a_reader_is_told_of_those_asked_where_the_reader_belongs(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    asked(&world, &["Motors of Pune"]).await?;
    asked_elsewhere(&world, &["Motors of Pune", "A canary"]).await?;
    assert_eq!(names(&world, &world.chief).await?, [("A canary".into(), 1), ("Motors of Pune".into(), 2)]);
    for actor in [&world.lead, &world.official, &world.principal, &world.member] {
        assert_eq!(names(&world, actor).await?, [("Motors of Pune".into(), 1)], "{}", actor.name);
        let view = load(db, actor, id_of(&world, actor, "Motors of Pune").await?).await?;
        assert!(!format!("{view:?}").contains("secret") && view.asked.len() == 1, "{view:?}");
        let known = consultations::load(db, actor, PERU, 1).await?.known;
        assert!(known.iter().all(|line| line.name != "A canary"));
    }
    let canary = id_of(&world, &world.chief, "A canary").await?;
    assert_not_found(load(db, &world.lead, canary).await.map(|_| ()));
    assert_not_found(load(db, &world.chief, StakeholderId(new_id())).await.map(|_| ()));
    for actor in [&world.partner, &world.stranger, &world.admin] {
        assert_not_found(list(db, actor).await.map(|_| ()));
        assert_not_found(load(db, actor, canary).await.map(|_| ()));
    }
    // Whoever knows of nobody by that name enters somebody new, and learns nothing.
    let (number, _) = asked(&world, &["A canary"]).await?;
    assert_ne!(id_of(&world, &world.lead, "A canary").await?, canary);
    assert_eq!(names(&world, &world.chief).await?.iter().filter(|(name, _)| name == "A canary").count(), 2);
    assert_eq!(consultations::load(db, &world.lead, PERU, number).await?.invitations.len(), 1);
    Ok(())
}

async fn two_are_merged_with_all_they_said(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, tokens) = asked(&world, &["Motors of Pune", "Motors of Pune Ltd", "Fish of Kochi"]).await?;
    said(&world, &tokens[0], 1, "support").await?;
    said(&world, &tokens[1], 2, "oppose").await?;
    let rate = async || -> Result<(i64, i64), AppError> {
        let beside = chapter::load(db, &world.official, PERU, "goods").await?.consultations.unwrap_or_default();
        let beside = beside.into_iter().map(|heard| heard.consultation).collect();
        let listed = consultations::list(db, &world.official, PERU).await?.consultations;
        let view = consultations::load(db, &world.official, PERU, number).await?;
        let rates = [beside, listed].map(|lines| lines.first().map(|line| (line.answered, line.invited)));
        assert_eq!(rates, [Some(view.rate()); 2]);
        Ok(view.rate())
    };
    assert_eq!(rate().await?, (2, 3));
    let gone = id_of(&world, &world.lead, "Motors of Pune Ltd").await?;
    let stays = merged(&world, &world.lead, "Motors of Pune Ltd", "Motors of Pune").await?;
    assert_eq!(rate().await?, (1, 2), "of those asked, not of links");
    let view = load(db, &world.official, gone).await?;
    assert_eq!((view.id, view.name.as_str()), (stays, "Motors of Pune"), "the one that went leads to the one that stays");
    let asked: Vec<(&str, i64)> =
        view.asked.iter().map(|time| (time.name.as_str(), time.said.first().map_or(0, |said| said.line.position))).collect();
    assert_eq!(asked, [("Motors of Pune", 1), ("Motors of Pune Ltd", 2)], "both answers stay");
    let known: Vec<(&str, &str, &str)> =
        view.merged.iter().map(|other| (other.name.as_str(), other.by.as_str(), other.reason.as_str())).collect();
    assert_eq!(known, [("Motors of Pune Ltd", world.lead.name.as_str(), "The same tax number")]);
    assert!(view.alike.is_empty());
    assert_eq!(names(&world, &world.lead).await?, [("Fish of Kochi".into(), 1), ("Motors of Pune".into(), 1)]);
    assert_eq!(by_token(db, &tokens[1]).await?.name, "Motors of Pune Ltd", "its link still opens");
    let read = consultations::load(db, &world.official, PERU, number).await?;
    assert_eq!(read.answers.len(), 2);
    let of = agreement::load(db, &world.chief, PERU).await?.id;
    let told = recent(db, &world.official, Of::Agreement(of), 1).await?;
    let told: Vec<_> = told
        .iter()
        .map(|change| (change.verb.as_str(), change.old.as_deref(), change.new.as_deref(), change.reason.as_deref()))
        .collect();
    assert_eq!(told, [("merge", Some("Motors of Pune Ltd"), Some("Motors of Pune"), Some("The same tax number"))]);
    let partner = recent(db, &world.partner, Of::Agreement(of), 100).await?;
    assert!(partner.iter().all(|change| change.subject != "stakeholder"));
    // Its other name is known from now on.
    for name in ["Motors of Pune", "Motors of Pune Ltd"] {
        let again = invite(db, world.by(&world.lead), PERU.into(), number, exporter(name)).await;
        assert_refused(again, "name", "already-invited");
    }
    let next = open(db, world.by(&world.lead), PERU.into(), form("Next", "goods")).await?;
    invite(db, world.by(&world.lead), PERU.into(), next, exporter("Motors of Pune Ltd")).await?;
    assert_eq!(names(&world, &world.lead).await?.len(), 2);
    assert_whole(&world.bench).await
}

async fn one_merged_into_one_that_is_merged_follows(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    asked(&world, &["Motors", "Motors Ltd", "Motors Pvt Ltd"]).await?;
    merged(&world, &world.lead, "Motors Pvt Ltd", "Motors Ltd").await?;
    let stays = merged(&world, &world.lead, "Motors Ltd", "Motors").await?;
    let view = load(db, &world.lead, stays).await?;
    let mut known: Vec<&str> = view.merged.iter().map(|other| other.name.as_str()).collect();
    known.sort_unstable();
    assert_eq!(known, ["Motors Ltd", "Motors Pvt Ltd"]);
    assert_eq!((view.asked.len(), names(&world, &world.lead).await?.len()), (3, 1));
    Ok(())
}

async fn who_may_not_consult_everywhere_merges_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    asked(&world, &["Motors of Pune", "Motors of Pune Ltd"]).await?;
    asked_elsewhere(&world, &["Motors of Pune Ltd"]).await?;
    // Where the chief knows both, there is one that was asked in both agreements.
    let (one, other) =
        (id_of(&world, &world.chief, "Motors of Pune").await?, id_of(&world, &world.chief, "Motors of Pune Ltd").await?);
    let before = world.count().await?;
    for actor in [&world.lead, &world.official, &world.partner, &world.stranger, &world.admin] {
        let form = MergeForm { stays: one.0.to_string(), reason: "The same".into() };
        assert_not_found(merge(db, world.by(actor), [(one, 1), (other, 1)], form).await.map(|_| ()));
    }
    assert_eq!(world.count().await?, before);
    assert!(!pair(db, &world.lead, one, other).await?.merges && pair(db, &world.chief, one, other).await?.merges);
    assert_not_found(pair(db, &world.lead, one, one).await.map(|_| ()));
    // Merged by the chief, it is told in both agreements, and the reader of one learns nothing of the other.
    merged(&world, &world.chief, "Motors of Pune Ltd", "Motors of Pune").await?;
    let view = load(db, &world.official, one).await?;
    assert!(view.asked.len() == 2 && !format!("{view:?}").contains("secret"), "{view:?}");
    let told = "select count(*) from changes where subject = 'stakeholder' and verb = 'merge'";
    assert_eq!(world.bench.number(told).await?, 3, "in both agreements and of the house");
    assert_whole(&world.bench).await
}

async fn faults_of_a_merge_are_refused(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    asked(&world, &["Motors", "Motors Ltd"]).await?;
    let (one, other) = (id_of(&world, &world.lead, "Motors").await?, id_of(&world, &world.lead, "Motors Ltd").await?);
    let merges = |pair: [(StakeholderId, i64); 2], stays: &str, reason: &str| {
        merge(db, world.by(&world.lead), pair, MergeForm { stays: stays.into(), reason: reason.into() })
    };
    let before = world.count().await?;
    let sound = one.0.to_string();
    assert_refused(merges([(one, 1), (other, 1)], &sound, " ").await.map(|_| ()), "reason", "required");
    assert_refused(merges([(one, 1), (other, 1)], "", "Why").await.map(|_| ()), "stays", "unknown-choice");
    assert_refused(merges([(one, 1), (other, 1)], &new_id().to_string(), "Why").await.map(|_| ()), "stays", "unknown-choice");
    assert_not_found(merges([(one, 1), (one, 1)], &sound, "Why").await.map(|_| ()));
    assert_eq!(merges([(one, 1), (other, 0)], &sound, "Why").await, Err(AppError::Conflict { current_version: 1 }));
    assert_eq!(world.count().await?, before);
    merges([(one, 1), (other, 1)], &sound, "Why").await?;
    assert_not_found(merges([(one, 1), (other, 2)], &sound, "Again").await.map(|_| ()));
    Ok(())
}

async fn a_card_is_edited(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    asked(&world, &["Motors of Pune"]).await?;
    let id = id_of(&world, &world.lead, "Motors of Pune").await?;
    let sound =
        StakeholderForm { name: "Motors, Pune".into(), kind: "importer".into(), country: "in".into(), note: "Of trucks".into() };
    for actor in [&world.official, &world.member, &world.partner, &world.admin] {
        assert_not_found(edit(db, world.by(actor), id, 1, sound.clone()).await);
    }
    for (field, code, form) in [
        ("name", "required", StakeholderForm { name: " ".into(), ..sound.clone() }),
        ("stakeholder_kind", "unknown-choice", StakeholderForm { kind: "spy".into(), ..sound.clone() }),
        ("country", "no-such-country", StakeholderForm { country: "Atlantis".into(), ..sound.clone() }),
        ("note", "too-long", StakeholderForm { note: "a".repeat(20_001), ..sound.clone() }),
    ] {
        assert_refused(edit(db, world.by(&world.lead), id, 1, form).await, field, code);
    }
    edit(db, world.by(&world.lead), id, 1, sound.clone()).await?;
    let stale = edit(db, world.by(&world.chief), id, 1, sound).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 2 }));
    let view = load(db, &world.official, id).await?;
    assert_eq!(
        (view.name.as_str(), view.kind.code(), view.country.as_str(), view.note.as_str()),
        ("Motors, Pune", "importer", "IN", "Of trucks")
    );
    assert!(!view.edits && load(db, &world.lead, id).await?.edits);
    let told = "select count(*) from changes where scope = 'house' and subject = 'stakeholder' and verb = 'edit'";
    assert_eq!(world.bench.number(told).await?, 4);
    assert_whole(&world.bench).await
}

/// A database in which every invitation had a name of its own.
async fn invitations_of_before_the_register_are_kept(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, _) = asked(&world, &[]).await?;
    let (consultation,): (uuid::Uuid,) = world.bench.row("select id from consultations").await?;
    let (line,): (uuid::Uuid,) = world.bench.row("select id from consultation_lines where position = 1").await?;
    let (before, migration, stances) = match world.bench.engine {
        Engine::Sqlite => (
            include_str!("../../../../migrations/sqlite/0018_consultations.sql"),
            include_str!("../../../../migrations/sqlite/0020_stakeholders.sql"),
            include_str!("../../../../migrations/sqlite/0026_stances.sql"),
        ),
        Engine::Postgres => (
            include_str!("../../../../migrations/postgres/0018_consultations.sql"),
            include_str!("../../../../migrations/postgres/0020_stakeholders.sql"),
            include_str!("../../../../migrations/postgres/0026_stances.sql"),
        ),
    };
    for table in ["stakeholder_stances", "consultation_answers", "consultation_invitations", "stakeholders"] {
        world.bench.tamper(&format!("drop table {table}")).await?;
    }
    let invitations = before.find("create table consultation_invitations").ok_or("no table of invitations")?;
    world.bench.tamper(&before[invitations..]).await?;
    let (consultation, line) = (world.bench.uuid(consultation), world.bench.uuid(line));
    for (name, kind, token) in
        [("Motors", "exporter", "'a'"), ("Fish", "council", "''"), ("Motors", "exporter", "'b'"), ("Motors", "importer", "'c'")]
    {
        let id = world.bench.uuid(new_id());
        let sql = format!(
            "insert into consultation_invitations (id, consultation_id, name, kind, token_hash, invited_by, invited_at, answered_at, version) \
             values ({id}, {consultation}, '{name}', '{kind}', {token}, 'lead', '2026-03-01T00:00:00+00:00', '2026-03-02T00:00:00+00:00', 3); \
             insert into consultation_answers (invitation_id, line_id, stance, comment) values ({id}, {line}, 'support', '{name}')"
        );
        world.bench.tamper(&sql).await?;
    }
    world.bench.tamper(migration).await?;
    world.bench.tamper(stances).await?;
    let lines = list(db, &world.lead).await?;
    let known: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.kind.code(), line.answered)).collect();
    assert_eq!(known.len(), 3);
    assert!(known.contains(&("Fish", "council", 1)) && known.contains(&("Motors", "exporter", 1)), "{known:?}");
    let view = consultations::load(db, &world.lead, PERU, number).await?;
    assert_eq!((view.invitations.len(), view.answers.len(), view.rate()), (4, 4, (3, 3)));
    assert!(view.answers.iter().all(|answer| answer.name == answer.comment));
    assert_eq!(view.invitations.iter().filter(|invited| invited.revoked).count(), 1);
    invite(db, world.by(&world.lead), PERU.into(), number, exporter("Rice")).await?;
    assert_whole(&world.bench).await
}
