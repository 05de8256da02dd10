//! Agreements: opened, edited, archived and restored, put in a lineage, ratified.

use accord_domain::access::{Act, Role};
use accord_domain::chapter::ChapterTemplate;
use accord_domain::lifecycle::Stage;
use accord_domain::{AppError, FieldError};
use accord_store::commands::agreements::{self, AgreementForm, RatificationForm};
use accord_store::commands::chapters;
use accord_store::queries::portfolio::Filters;
use accord_store::queries::{agreement, chapter};
use chrono::{Days, NaiveDate};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{self, PERU, World, assert_whole, now, peru, portfolio};

on_both!(
    is_opened_with_the_chapters_of_its_template,
    is_opened_only_with_the_right,
    a_form_is_refused_for_all_its_faults_at_once,
    a_taken_address_is_a_field_error,
    an_edit_records_what_changed_and_nothing_else,
    is_archived_with_a_reason_and_restored,
    a_lineage_is_kept,
    a_lineage_has_no_circle,
    a_lineage_has_no_circle_even_when_made_at_once,
    ratification_steps_are_recorded,
    ratification_is_refused_for_its_faults,
);

async fn is_opened_with_the_chapters_of_its_template(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let view = agreement::load(&world.bench.db, &world.chief, PERU).await?;
    assert_eq!((view.name.as_str(), view.kind.code(), view.stage), ("India–Peru FTA", "fta", Stage::Proposed));
    assert_eq!((view.home_party.as_str(), view.lead_ministry.as_str()), ("IN", "Department of Commerce"));
    assert_eq!((view.version, view.archived, view.illustrative), (1, false, false));
    let parties: Vec<_> = view.parties.iter().map(|p| (p.code.as_str(), p.name.as_str(), p.chief_negotiator.as_deref())).collect();
    assert_eq!(parties, [("IN", "India", Some("Chief of India")), ("PE", "Peru", Some("Chief of Peru"))]);
    let chapters = view.chapters.ok_or("the chief sees chapters")?;
    let kinds: Vec<_> = chapters.iter().map(|mark| mark.kind).collect();
    assert_eq!(kinds, ChapterTemplate::Fta.chapters());
    assert_eq!(chapters.iter().map(|mark| i64::from(mark.number)).collect::<Vec<_>>(), (1..=14).collect::<Vec<i64>>());
    assert!(chapters.iter().all(|mark| mark.address == mark.kind.code() && mark.open_brackets == 0 && mark.text_since == now()));
    let people = view.people.ok_or("the chief sees the people")?;
    let own: Vec<_> = people.iter().filter(|line| line.own).map(|line| line.role).collect();
    assert_eq!(own, [Role::Chief], "who opens an agreement becomes its chief");
    let record: Vec<_> = world.changes().await?.into_iter().filter(|change| change.revision == 1).collect();
    let verbs: Vec<_> = record.iter().map(|change| (change.subject.as_str(), change.verb.as_str())).collect();
    assert_eq!(verbs.first(), Some(&("agreement", "open")));
    assert_eq!(verbs.iter().filter(|verb| **verb == ("chapter", "open")).count(), 14);
    assert_eq!(verbs.last(), Some(&("grant", "grant")));
    assert!(record.iter().all(|change| change.at == now() && change.actor_name == "Name of chief" && !change.imported));
    assert_whole(&world.bench).await
}

async fn is_opened_only_with_the_right(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    for actor in [&world.principal, &world.official, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(agreements::open(&world.bench.db, world.by(actor), world::agreement("other", "Other")).await);
    }
    assert_eq!(world.count().await?, before);
    assert_eq!(world.bench.number("select count(*) from agreements").await?, 1);
    Ok(())
}

async fn a_form_is_refused_for_all_its_faults_at_once(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let typed = AgreementForm {
        slug: "Not a slug".into(),
        name: " ".into(),
        kind: "treaty".into(),
        home_party: "1".into(),
        partners: String::new(),
        objective: "a\u{7}b".into(),
        template: "opera".into(),
        ..peru()
    };
    let refused = agreements::open(&world.bench.db, world.by(&world.chief), typed).await;
    let error = |field: &str, code: &str| FieldError::new(field, code);
    let expected = vec![
        error("slug", "not-a-slug"),
        error("name", "required"),
        error("kind", "unknown-choice"),
        error("home_party", "not-a-party"),
        error("partners", "required"),
        error("objective", "control-character"),
        error("template", "unknown-choice"),
    ];
    assert_eq!(refused.err(), Some(AppError::Invalid(expected)));
    for partners in ["IN India", "PE Peru\npe Peru again"] {
        let typed = AgreementForm { slug: "other".into(), partners: partners.into(), ..peru() };
        assert_refused(agreements::open(&world.bench.db, world.by(&world.chief), typed).await, "partners", "party-twice");
    }
    Ok(())
}

async fn a_taken_address_is_a_field_error(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    assert_refused(agreements::open(&world.bench.db, world.by(&world.chief), peru()).await, "slug", "slug-taken");
    assert_eq!(world.count().await?, before);
    assert_eq!(world.bench.number("select count(*) from scopes").await?, 1, "nothing is left of the refused command");
    Ok(())
}

async fn an_edit_records_what_changed_and_nothing_else(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.news().await?.len();
    let typed = AgreementForm {
        slug: "a-slug-typed-is-not-taken".into(),
        name: "India–Peru CEPA".into(),
        kind: "cepa".into(),
        partners: "PE Perú; Chief of Peru\nBO Bolivia".into(),
        objective: String::new(),
        reason: "Wider now".into(),
        ..peru()
    };
    agreements::edit(&world.bench.db, world.by_after(&world.principal, 5), PERU.into(), typed, 1).await?;
    let view = agreement::load(&world.bench.db, &world.chief, PERU).await?;
    assert_eq!((view.slug.as_str(), view.name.as_str(), view.kind.code(), view.version), (PERU, "India–Peru CEPA", "cepa", 2));
    assert_eq!(view.parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>(), ["India", "Perú", "Bolivia"]);
    let changes = world.news().await?;
    let told: Vec<_> = changes[before..]
        .iter()
        .map(|c| (c.field.as_str(), c.old.as_deref().unwrap_or("-"), c.new.as_deref().unwrap_or("-"), c.clearance))
        .collect();
    assert_eq!(
        told,
        [
            ("name", "India–Peru FTA", "India–Peru CEPA", 0),
            ("kind", "fta", "cepa", 0),
            ("objective", "Goods, services and professionals.", "-", 0),
            ("parties", "IN India, PE Peru", "IN India, PE Perú, BO Bolivia", 0),
            ("chief_negotiators", "IN: Chief of India, PE: Chief of Peru", "IN: Chief of India, PE: Chief of Peru, BO: ", 1),
        ]
    );
    assert!(changes[before..].iter().all(|change| change.reason.as_deref() == Some("Wider now")));
    // The form that was saved, sent again with its new version, changes nothing and records nothing.
    let after = world.news().await?.len();
    let same = AgreementForm {
        name: view.name,
        kind: "cepa".into(),
        partners: "PE Perú; Chief of Peru\nBO Bolivia".into(),
        objective: String::new(),
        ..peru()
    };
    agreements::edit(&world.bench.db, world.by(&world.chief), PERU.into(), same, 2).await?;
    assert_eq!(world.news().await?.len(), after);
    assert_not_found(agreements::edit(&world.bench.db, world.by(&world.chief), "no-such".into(), peru(), 1).await);
    assert_whole(&world.bench).await
}

async fn slugs(world: &World, archived: bool) -> Result<Vec<String>, Fault> {
    let filters = Filters { archived, ..Filters::default() };
    let found = portfolio(&world.bench.db, &world.official, &filters).await?;
    assert_eq!(found.total as usize, found.rows.len());
    Ok(found.rows.into_iter().map(|row| row.slug).collect())
}

async fn is_archived_with_a_reason_and_restored(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    assert_refused(agreements::set_archived(db, world.by(&world.chief), PERU.into(), true, " ".into()).await, "reason", "required");
    let goods = world.at("goods").await?;
    agreements::set_archived(db, world.by(&world.chief), PERU.into(), true, "Overtaken".into()).await?;
    assert_eq!((slugs(&world, false).await?.len(), slugs(&world, true).await?), (0, vec![PERU.to_owned()]));
    assert!(agreement::load(db, &world.official, PERU).await?.archived, "an archived agreement stays readable");
    assert_not_found(chapter::load(db, &world.official, PERU, "goods").await);
    let moved = chapters::record_step(db, world.by(&world.chief), goods, world::text("proposals-exchanged", "")).await;
    assert_not_found(moved);
    let again = agreements::set_archived(db, world.by(&world.chief), PERU.into(), true, "Twice".into()).await;
    assert_refused(again, "reason", "already-archived");
    let version = agreement::load(db, &world.chief, PERU).await?.version;
    let edited = agreements::edit(db, world.by(&world.chief), PERU.into(), peru(), version).await;
    assert_refused(edited, "reason", "agreement-archived");
    assert_refused(world.held("launched", "2026-01-01").await, "reason", "agreement-archived");
    assert_refused(relate(&world, PERU, "expands", PERU).await, "reason", "agreement-archived");
    assert!(!agreement::load(db, &world.chief, PERU).await?.may(Act::RecordEvents));
    // A stranger learns no more of it than before.
    assert_not_found(agreements::edit(db, world.by(&world.official), PERU.into(), peru(), version).await);
    agreements::set_archived(db, world.by(&world.principal), PERU.into(), false, "Revived".into()).await?;
    let again = agreements::set_archived(db, world.by(&world.chief), PERU.into(), false, "Twice".into()).await;
    assert_refused(again, "reason", "not-archived");
    assert_eq!((slugs(&world, false).await?, slugs(&world, true).await?.len()), (vec![PERU.to_owned()], 0));
    let told: Vec<_> =
        world.changes().await?.into_iter().rev().take(2).map(|c| (c.verb, c.reason.unwrap_or_default(), c.actor_name)).collect();
    let expected = [("restore", "Revived", "Name of principal"), ("archive", "Overtaken", "Name of chief")];
    assert_eq!(told, expected.map(|(verb, reason, who)| (verb.to_owned(), reason.to_owned(), who.to_owned())));
    assert_whole(&world.bench).await
}

async fn relate(world: &World, later: &str, relation: &str, earlier: &str) -> Result<(), AppError> {
    agreements::relate(&world.bench.db, world.by(&world.chief), later.into(), relation.into(), earlier.into()).await
}

async fn open(world: &World, slug: &str) -> Outcome {
    agreements::open(&world.bench.db, world.by(&world.chief), world::agreement(slug, &format!("Agreement {slug}"))).await?;
    Ok(())
}

async fn a_lineage_is_kept(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    for slug in ["framework", "pta"] {
        open(&world, slug).await?;
    }
    relate(&world, "pta", "implements", "framework").await?;
    relate(&world, PERU, "expands", "pta").await?;
    relate(&world, PERU, "supersedes", "pta").await?;
    let seen = agreement::load(db, &world.chief, "pta").await?;
    let relatives: Vec<_> = seen.relatives.iter().map(|r| (r.slug.as_str(), r.relation.code(), r.earlier)).collect();
    assert_eq!(relatives, [("framework", "implements", true), (PERU, "supersedes", false)], "the later word replaces the earlier");
    // Who has a role in only one of the two is not told of the other.
    assert!(agreement::load(db, &world.official, PERU).await?.relatives.is_empty());
    let row = portfolio(db, &world.official, &Filters::default()).await?.rows.remove(0);
    assert!(row.after.is_empty(), "{:?}", row.after);
    let rows = portfolio(db, &world.chief, &Filters { words: "peru".into(), ..Filters::default() }).await?.rows;
    assert_eq!(rows.first().map(|row| row.after.clone()), Some(vec!["Agreement pta".to_owned()]));
    assert_whole(&world.bench).await
}

async fn a_lineage_has_no_circle(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    for slug in ["a", "b", "c"] {
        open(&world, slug).await?;
    }
    relate(&world, "b", "expands", "a").await?;
    relate(&world, "c", "expands", "b").await?;
    let before = world.count().await?;
    assert_refused(relate(&world, "a", "expands", "a").await, "earlier", "related-to-itself");
    assert_refused(relate(&world, "a", "expands", "b").await, "earlier", "lineage-circle");
    assert_refused(relate(&world, "a", "expands", "c").await, "earlier", "lineage-circle");
    assert_refused(relate(&world, "a", "expands", "no-such").await, "earlier", "no-such-agreement");
    assert_refused(relate(&world, "a", "resembles", PERU).await, "relation", "unknown-choice");
    relate(&world, "c", "expands", "a").await?;
    // A principal of one agreement cannot place it after one they cannot see.
    let unseen = agreements::relate(db, world.by(&world.principal), PERU.into(), "expands".into(), "a".into()).await;
    assert_refused(unseen, "earlier", "no-such-agreement");
    assert_not_found(agreements::relate(db, world.by(&world.official), PERU.into(), "expands".into(), PERU.into()).await);
    assert_eq!(world.count().await?, before + 1);
    assert_whole(&world.bench).await
}

async fn a_lineage_has_no_circle_even_when_made_at_once(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    for round in 0..6 {
        let (a, b) = (format!("a{round}"), format!("b{round}"));
        open(&world, &a).await?;
        open(&world, &b).await?;
        let (first, second) = tokio::join!(relate(&world, &a, "expands", &b), relate(&world, &b, "expands", &a));
        assert!(first.is_ok() != second.is_ok(), "round {round}: {first:?} and {second:?}");
        assert_refused(first.and(second), "earlier", "lineage-circle");
    }
    assert_whole(&world.bench).await
}

fn step(party: &str, step: &str, date: &str, publisher: &str) -> RatificationForm {
    RatificationForm { party: party.into(), step: step.into(), date: date.into(), publisher: publisher.into(), illustrative: false }
}

fn today() -> NaiveDate {
    now().date_naive()
}

async fn ratify(world: &World, form: RatificationForm) -> Result<(), AppError> {
    agreements::record_ratification(&world.bench.db, world.by(&world.chief), PERU.into(), form, today()).await
}

async fn ratification_steps_are_recorded(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    ratify(&world, step("pe", "parliament-approval", "", "")).await?;
    ratify(&world, step("IN", "partner-notified", "2026-03", "Gazette")).await?;
    ratify(&world, step("IN", "executive-approval", "2026-02-01..2026-02-03", "Gazette")).await?;
    ratify(&world, step("PE", "parliament-approval", "2026-03-30", "El Peruano")).await?;
    let view = agreement::load(&world.bench.db, &world.partner, PERU).await?;
    let lines: Vec<_> = view
        .ratification
        .iter()
        .map(|line| (line.party.as_str(), line.step.code(), line.date.map(|date| date.to_text()), line.publisher.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            ("IN", "executive-approval", Some("2026-02-01..2026-02-03".into()), "Gazette"),
            ("IN", "partner-notified", Some("2026-03".into()), "Gazette"),
            ("PE", "parliament-approval", Some("2026-03-30".into()), "El Peruano"),
        ]
    );
    let told: Vec<_> = world.changes().await?.into_iter().filter(|c| c.field == "ratification").filter_map(|c| c.new).collect();
    assert_eq!(
        told,
        [
            "PE parliament-approval",
            "IN partner-notified 2026-03",
            "IN executive-approval 2026-02-01..2026-02-03",
            "PE parliament-approval 2026-03-30",
        ]
    );
    assert_whole(&world.bench).await
}

async fn ratification_is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let tomorrow = today().checked_add_days(Days::new(1)).ok_or("no tomorrow")?.to_string();
    assert_refused(ratify(&world, step("CL", "partner-notified", "", "")).await, "party", "not-a-party-here");
    assert_refused(ratify(&world, step("", "partner-notified", "", "")).await, "party", "required");
    assert_refused(ratify(&world, step("PE", "blessing", "", "")).await, "step", "unknown-choice");
    assert_refused(ratify(&world, step("PE", "partner-notified", "soon", "Gazette")).await, "ratified_on", "not-a-date");
    assert_refused(ratify(&world, step("PE", "partner-notified", &tomorrow, "Gazette")).await, "ratified_on", "in-the-future");
    assert_refused(ratify(&world, step("PE", "partner-notified", "2026-03", " ")).await, "ratification_source", "source-required");
    let by_official = agreements::record_ratification(
        &world.bench.db,
        world.by(&world.official),
        PERU.into(),
        step("PE", "partner-notified", "", ""),
        today(),
    );
    assert_not_found(by_official.await);
    assert_eq!(world.count().await?, before);
    assert_eq!(world.bench.number("select count(*) from ratification_steps").await?, 0);
    Ok(())
}
