//! The minister's brief: who sees it when, and that nothing written is ever lost.

use accord_domain::AppError;
use accord_domain::document::Part;
use accord_store::commands::documents::{self, DocumentForm, DraftForm, PartForm};
use accord_store::queries::document::{self, About, Document};
use accord_store::queries::facts::Facts;

use crate::harness::{Bench, Engine, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, text};

on_both!(
    a_draft_is_for_its_writers,
    a_raised_brief_is_not_there,
    what_is_written_survives,
    an_approved_version_is_frozen,
    a_brief_of_before_reports_is_read_as_it_was,
    bad_briefs
);

/// What the brief is about.
pub fn peru_itself() -> About {
    About::Agreement(PERU.into())
}

/// A first version in a language.
pub fn begun(language: &str) -> DraftForm {
    DraftForm { language: language.into(), ..DraftForm::default() }
}

/// An edit that writes the objectives.
pub fn written(objectives: &str) -> DocumentForm {
    let part = PartForm { part: Part::Objectives, text: Some(objectives.into()), shown: String::new(), settlement: String::new() };
    DocumentForm { parts: vec![part], clearance: "delegation".into(), regenerate: false }
}

async fn drafted(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    documents::draft(&world.bench.db, world.by(&world.chief), peru_itself(), begun("en-IN")).await?;
    Ok(world)
}

async fn now(world: &World) -> Result<Document, Fault> {
    Ok(document::load(&world.bench.db, &world.chief, &peru_itself(), None).await?.document.ok_or("no brief")?)
}

async fn edit(world: &World, form: DocumentForm) -> Result<Result<(), AppError>, Fault> {
    let version = now(world).await?.version;
    Ok(documents::edit(&world.bench.db, world.by(&world.chief), peru_itself(), form, version).await)
}

async fn approve(world: &World) -> Result<Result<(), AppError>, Fault> {
    let version = now(world).await?.version;
    Ok(documents::approve(&world.bench.db, world.by(&world.principal), peru_itself(), version).await)
}

fn of(brief: &Document, part: Part) -> accord_store::queries::facts::Text {
    let found = brief.parts.iter().find(|(of, _)| *of == part).map(|(_, text)| text.clone());
    found.unwrap_or_else(|| accord_domain::document::PartText::fresh(None))
}

async fn a_draft_is_for_its_writers(bench: Bench) -> Outcome {
    let world = drafted(bench).await?;
    for (name, actor) in world.everybody() {
        let seen = document::load(&world.bench.db, actor, &peru_itself(), None).await;
        assert_eq!(seen.is_ok(), ["chief", "principal"].contains(&name), "{name} and the draft");
    }
    approve(&world).await??;
    for (name, actor) in world.everybody() {
        let seen = document::load(&world.bench.db, actor, &peru_itself(), None).await;
        assert_eq!(seen.is_ok(), !["partner", "stranger", "admin"].contains(&name), "{name} and the approved brief");
    }
    assert_whole(&world.bench).await
}

async fn a_raised_brief_is_not_there(bench: Bench) -> Outcome {
    let world = drafted(bench).await?;
    edit(&world, DocumentForm { clearance: "principals".into(), ..written("Only for the minister") }).await??;
    approve(&world).await??;
    for actor in [&world.lead, &world.member, &world.official, &world.partner] {
        assert_not_found(document::load(&world.bench.db, actor, &peru_itself(), None).await);
        assert_not_found(document::load(&world.bench.db, actor, &peru_itself(), Some(1)).await);
    }
    edit(&world, written("Only for the minister")).await??;
    assert!(document::load(&world.bench.db, &world.official, &peru_itself(), None).await?.document.is_some());
    Ok(())
}

async fn what_is_written_survives(bench: Bench) -> Outcome {
    let world = drafted(bench).await?;
    let own = PartForm { part: Part::State, text: Some("All is well".into()), shown: String::new(), settlement: String::new() };
    let mut form = written("Close goods");
    form.parts.push(own);
    edit(&world, form).await??;
    world.step(&world.chief, "goods", text("under-negotiation", "")).await??;
    edit(&world, DocumentForm { parts: Vec::new(), regenerate: true, ..written("") }).await??;
    let brief = now(&world).await?;
    let state = of(&brief, Part::State);
    assert_eq!(state.edited.as_deref(), Some("All is well"));
    assert!(matches!((&state.generated, &state.newer), (Some(Facts::State(_)), Some(Facts::State(_)))), "{state:?}");
    assert_eq!(of(&brief, Part::Objectives).edited.as_deref(), Some("Close goods"));
    let keep = PartForm { part: Part::State, text: Some("Merged by hand".into()), shown: String::new(), settlement: "keep".into() };
    edit(&world, DocumentForm { parts: vec![keep], ..written("") }).await??;
    let state = of(&now(&world).await?, Part::State);
    assert_eq!((state.edited.as_deref(), state.newer), (Some("Merged by hand"), None));
    let told: Vec<_> =
        world.changes().await?.into_iter().filter(|change| change.subject == "brief" && change.verb == "write").collect();
    assert!(told.iter().any(|change| change.old.as_deref() == Some("All is well")), "the record keeps what was replaced");
    Ok(())
}

async fn an_approved_version_is_frozen(bench: Bench) -> Outcome {
    let world = drafted(bench).await?;
    edit(&world, written("First")).await??;
    approve(&world).await??;
    assert_refused(approve(&world).await?, "approve", "document-approved-already");
    edit(&world, written("Second")).await??;
    let brief = now(&world).await?;
    assert_eq!((brief.shown.number, brief.shown.approved_at), (2, None));
    assert_eq!(of(&brief, Part::Objectives).edited.as_deref(), Some("Second"));
    for actor in [&world.chief, &world.official] {
        let first = document::load(&world.bench.db, actor, &peru_itself(), Some(1)).await?.document.ok_or("no first version")?;
        assert_eq!(of(&first, Part::Objectives).edited.as_deref(), Some("First"));
    }
    assert_not_found(document::load(&world.bench.db, &world.official, &peru_itself(), Some(2)).await);
    assert_whole(&world.bench).await
}

async fn bad_briefs(bench: Bench) -> Outcome {
    let world = drafted(bench).await?;
    assert_refused(edit(&world, written("a\u{7}b")).await?, "objectives", "control-character");
    assert_refused(edit(&world, written(&"x".repeat(20_001))).await?, "objectives", "too-long");
    assert_refused(edit(&world, DocumentForm { clearance: "public".into(), ..written("x") }).await?, "clearance", "unknown-choice");
    let again = documents::draft(&world.bench.db, world.by(&world.chief), peru_itself(), begun("hi-IN")).await;
    assert_refused(again, "language", "document-drafted-already");
    let stale = documents::edit(&world.bench.db, world.by(&world.chief), peru_itself(), written("x"), 0).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 1 }));
    Ok(())
}

/// A database that had briefs before it had reports: the clearance was that of the document.
async fn a_brief_of_before_reports_is_read_as_it_was(bench: Bench) -> Outcome {
    let world = drafted(bench).await?;
    let raised = DocumentForm { clearance: "principals".into(), ..written("Raised.") };
    for form in [written("As it was."), raised] {
        edit(&world, form).await??;
        approve(&world).await??;
    }
    edit(&world, DocumentForm { clearance: "principals".into(), ..written("A draft.") }).await??;
    let before = now(&world).await?;
    for sql in [
        "alter table documents add column clearance smallint not null default 0",
        "update documents set clearance = (select max(v.clearance) from document_versions v where v.document_id = documents.id)",
        "alter table document_versions drop column clearance",
        "alter table document_versions drop column published_at",
        match world.bench.engine {
            Engine::Sqlite => include_str!("../../../../migrations/sqlite/0014_reports.sql"),
            Engine::Postgres => include_str!("../../../../migrations/postgres/0014_reports.sql"),
        },
    ] {
        world.bench.tamper(sql).await?;
    }
    let after = now(&world).await?;
    assert_eq!(of(&after, Part::Objectives), of(&before, Part::Objectives));
    let told = |brief: &Document| (brief.version, brief.versions.len(), brief.shown.rank, brief.shown.approved_at);
    assert_eq!(told(&after), told(&before));
    // What was raised to principals before is theirs in all its versions, as the clearance was one for all of them.
    let official = document::load(&world.bench.db, &world.official, &peru_itself(), None).await;
    assert!(official.is_err(), "a raised brief is not there for the delegation");
    assert_whole(&world.bench).await
}
