//! Roles: granted and taken back by the chief or a principal, never to or from oneself.

use accord_domain::AppError;
use accord_domain::access::{Actor, Role};
use accord_domain::ids::GrantId;
use accord_store::actor::new_id;
use accord_store::commands::accounts;
use accord_store::commands::grants::{self, GrantForm};
use accord_store::queries::agreement::{self, RoleLine};
use accord_store::queries::portfolio::Filters;

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, email, person, portfolio};

on_both!(
    are_granted_and_seen,
    are_not_granted_to_oneself,
    are_refused_for_their_faults,
    a_role_is_held_once,
    are_taken_back,
    are_not_taken_from_oneself,
    a_disabled_account_is_given_none,
);

async fn people(world: &World, actor: &Actor) -> Result<Vec<RoleLine>, Fault> {
    Ok(agreement::load(&world.bench.db, actor, PERU).await?.people.ok_or("the people are not shown")?)
}

fn form(key: &str, role: &str, chapter: &str, party: &str) -> GrantForm {
    GrantForm { email: email(key), role: role.into(), chapter: chapter.into(), party: party.into() }
}

async fn are_granted_and_seen(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let seen: Vec<_> = people(&world, &world.principal)
        .await?
        .into_iter()
        .map(|line| (line.role, line.name, line.party, line.chapter.unwrap_or_default(), line.own))
        .collect();
    let line = |role, key: &str, party: &str, chapter: &str| {
        (role, format!("Name of {key}"), party.to_owned(), chapter.to_owned(), key == "principal")
    };
    assert_eq!(
        seen,
        [
            line(Role::Principal, "principal", "", ""),
            line(Role::Chief, "chief", "", ""),
            line(Role::ChapterLead, "lead", "", "goods"),
            line(Role::TeamMember, "member", "", "goods"),
            line(Role::Official, "official", "", ""),
            line(Role::Partner, "partner", "PE", ""),
        ]
    );
    for actor in [&world.lead, &world.member, &world.official, &world.partner] {
        assert!(agreement::load(&world.bench.db, actor, PERU).await?.people.is_none());
    }
    // An address is read as people type it; a chapter or party that the role has not is left out.
    let typed = GrantForm { email: " Stranger@TEST.example ".into(), ..form("", "official", "goods", "PE") };
    grants::grant(&world.bench.db, world.by(&world.principal), PERU.into(), typed).await?;
    let line = people(&world, &world.chief).await?.into_iter().find(|line| line.email == email("stranger")).ok_or("not granted")?;
    assert_eq!((line.role, line.party.as_str(), line.chapter), (Role::Official, "", None));
    let told = world.changes().await?.pop().ok_or("no record")?;
    assert_eq!((told.verb.as_str(), told.new.as_deref(), told.clearance), ("grant", Some("Name of stranger: official"), 2));
    assert_whole(&world.bench).await
}

async fn are_not_granted_to_oneself(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    for (key, actor) in [("chief", &world.chief), ("principal", &world.principal)] {
        for role in ["principal", "chief", "official"] {
            let own = grants::grant(&world.bench.db, world.by(actor), PERU.into(), form(key, role, "", "")).await;
            assert_refused(own, "email", "not-yourself");
        }
    }
    let shouted = GrantForm { email: " CHIEF@Test.Example".into(), ..form("", "principal", "", "") };
    assert_refused(grants::grant(&world.bench.db, world.by(&world.chief), PERU.into(), shouted).await, "email", "not-yourself");
    assert_eq!(world.count().await?, before);
    Ok(())
}

async fn are_refused_for_their_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    assert_refused(world.grant(PERU, "nobody", "official", "", "").await, "email", "no-such-account");
    assert_refused(world.grant(PERU, "stranger", "emperor", "", "").await, "role", "unknown-choice");
    assert_refused(world.grant(PERU, "stranger", "", "", "").await, "role", "required");
    for role in ["chapter-lead", "team-member"] {
        assert_refused(world.grant(PERU, "stranger", role, "", "").await, "chapter", "required");
        assert_refused(world.grant(PERU, "stranger", role, "weather", "").await, "chapter", "required");
    }
    assert_refused(world.grant(PERU, "stranger", "partner", "", "").await, "party", "required");
    assert_refused(world.grant(PERU, "stranger", "partner", "", "CL").await, "party", "not-a-party-here");
    assert_refused(world.grant(PERU, "stranger", "partner", "", "IN").await, "party", "not-a-party-here");
    assert_refused(world.grant(PERU, "stranger", "partner", "", "peru!").await, "party", "not-a-party");
    for actor in [&world.lead, &world.official, &world.partner, &world.stranger, &world.admin] {
        let refused = grants::grant(&world.bench.db, world.by(actor), PERU.into(), form("stranger", "official", "", "")).await;
        assert_not_found(refused);
    }
    assert_eq!(world.count().await?, before);
    Ok(())
}

async fn a_role_is_held_once(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    assert_refused(world.grant(PERU, "official", "official", "", "").await, "email", "role-held");
    assert_refused(world.grant(PERU, "lead", "chapter-lead", "goods", "").await, "email", "role-held");
    assert_eq!(world.count().await?, before);
    world.grant(PERU, "lead", "chapter-lead", "services", "").await?;
    world.grant(PERU, "official", "team-member", "goods", "").await?;
    assert_whole(&world.bench).await
}

async fn grant_of(world: &World, key: &str) -> Result<GrantId, Fault> {
    Ok(people(world, &world.chief).await?.into_iter().find(|line| line.email == email(key)).ok_or("no role")?.id)
}

async fn are_taken_back(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let grant = grant_of(&world, "lead").await?;
    assert_not_found(grants::revoke(db, world.by(&world.official), PERU.into(), grant).await);
    assert_not_found(grants::revoke(db, world.by(&world.chief), PERU.into(), GrantId(new_id())).await);
    grants::revoke(db, world.by(&world.principal), PERU.into(), grant).await?;
    assert_not_found(agreement::load(db, &world.lead, PERU).await);
    assert_eq!(portfolio(db, &world.lead, &Filters::default()).await?.total, 0);
    assert_not_found(grants::revoke(db, world.by(&world.principal), PERU.into(), grant).await);
    let told = world.changes().await?.pop().ok_or("no record")?;
    assert_eq!((told.verb.as_str(), told.old.as_deref(), told.new), ("revoke", Some("Name of lead: chapter-lead"), None));
    world.grant(PERU, "lead", "chapter-lead", "goods", "").await?;
    assert_whole(&world.bench).await
}

async fn are_not_taken_from_oneself(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    for (key, actor) in [("chief", &world.chief), ("principal", &world.principal)] {
        let own = grant_of(&world, key).await?;
        assert_refused(grants::revoke(db, world.by(actor), PERU.into(), own).await, "grant", "not-yourself");
    }
    // So the last who may grant roles stays.
    grants::revoke(db, world.by(&world.principal), PERU.into(), grant_of(&world, "chief").await?).await?;
    let last = people(&world, &world.principal).await?.into_iter().find(|line| line.own).ok_or("no role")?.id;
    assert_refused(grants::revoke(db, world.by(&world.principal), PERU.into(), last).await, "grant", "not-yourself");
    Ok(())
}

async fn a_disabled_account_is_given_none(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    person(&world.bench, "gone", &[]).await?;
    accounts::set_disabled(&world.bench.db, world.by(&world.admin), email("gone"), true).await?;
    assert_refused(world.grant(PERU, "gone", "official", "", "").await, "email", "no-such-account");
    let twice: Result<(), AppError> = world.grant(PERU, "gone", "emperor", "", "").await;
    assert_eq!(twice.err().map(|error| error.fields().len()), Some(2), "all faults are told at once");
    Ok(())
}
