//! Papers: put by who writes the session, had by whom they are for, and gone once they are withdrawn.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::PaperId;
use accord_domain::paper::{MOST, PaperKind};
use accord_store::commands::meeting_sessions;
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::papers::{At, PaperForm, put, withdraw};
use accord_store::queries::meeting;
use accord_store::queries::papers::{PaperFile, file};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, round};

on_both!(
    is_had_by_whom_it_is_for,
    is_put_by_who_writes_the_session,
    is_refused_for_its_faults,
    is_gone_once_withdrawn,
    a_shared_one_is_told_when_the_meeting_is_announced,
);

/// A world with a round in draft and goods on its programme.
async fn world(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    meetings::plan(&world.bench.db, world.by(&world.chief), PERU.into(), round("2026-05-04..06")).await?;
    for chapter in ["goods", "services"] {
        let (by, slug) = (world.by(&world.chief), PERU.to_owned());
        meeting_sessions::add(&world.bench.db, by, slug, "round-9".into(), chapter.into(), false).await?;
    }
    Ok(world)
}

fn on(chapter: &str) -> At {
    At { slug: PERU.into(), meeting: "round-9".into(), chapter: chapter.into() }
}

fn paper(title: &str, audience: &str) -> PaperForm {
    PaperForm {
        title: title.into(),
        audience: audience.into(),
        file_name: "Offer.pdf".into(),
        kind: PaperKind::Pdf,
        bytes: b"%PDF-1.7 \0\xff".to_vec(),
    }
}

async fn sent(world: &World, actor: &Actor, chapter: &str, form: PaperForm) -> Result<PaperId, AppError> {
    put(&world.bench.db, world.by(actor), on(chapter), form).await
}

async fn had(world: &World, actor: &Actor, id: PaperId) -> Result<PaperFile, AppError> {
    file(&world.bench.db, actor, PERU, "round-9", id).await
}

/// The titles of the papers somebody sees at the round.
async fn seen(world: &World, actor: &Actor) -> Result<Vec<String>, AppError> {
    let m = meeting::load(&world.bench.db, actor, PERU, "round-9").await?;
    Ok(m.sessions.into_iter().flatten().flat_map(|session| session.papers).map(|paper| paper.title).collect())
}

async fn is_had_by_whom_it_is_for(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let shared = sent(&world, &world.lead, "goods", paper("Shared", "partner")).await?;
    let ours = sent(&world, &world.lead, "goods", paper("Ours", "delegation")).await?;
    let teams = sent(&world, &world.member, "goods", paper("Of the team", "chapter-team")).await?;
    let others = sent(&world, &world.chief, "services", paper("Of the others", "chapter-team")).await?;
    // A draft is the delegation's, and so are its papers.
    assert_not_found(had(&world, &world.partner, shared).await);
    world.take_to("round-9", &["open"], "").await?;
    for (actor, titles, files) in [
        (&world.chief, vec!["Shared", "Ours", "Of the team", "Of the others"], [true, true, true, true]),
        (&world.lead, vec!["Shared", "Ours", "Of the team"], [true, true, true, false]),
        (&world.official, vec!["Shared", "Ours"], [true, true, false, false]),
        (&world.partner, vec!["Shared"], [true, false, false, false]),
    ] {
        assert_eq!(seen(&world, actor).await?, titles, "{}", actor.name);
        for (id, may) in [shared, ours, teams, others].into_iter().zip(files) {
            assert_eq!(had(&world, actor, id).await.is_ok(), may, "{}", actor.name);
        }
    }
    for actor in [&world.stranger, &world.admin] {
        assert_not_found(had(&world, actor, shared).await);
    }
    let found = had(&world, &world.partner, shared).await?;
    assert_eq!((found.name.as_str(), found.kind, found.bytes), ("Offer.pdf", PaperKind::Pdf, b"%PDF-1.7 \0\xff".to_vec()));
    assert_not_found(file(&world.bench.db, &world.chief, PERU, "round-8", shared).await);
    assert_whole(&world.bench).await
}

async fn is_put_by_who_writes_the_session(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let before = world.count().await?;
    for actor in [&world.official, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(sent(&world, actor, "goods", paper("A", "delegation")).await);
    }
    assert_not_found(sent(&world, &world.lead, "services", paper("A", "delegation")).await);
    assert_not_found(sent(&world, &world.chief, "sps", paper("A", "delegation")).await);
    assert_eq!(world.count().await?, before);
    let named = PaperForm { file_name: "C:\\secret\\..\\tab\tle?\u{202e}.PDF".into(), ..paper("", "delegation") };
    let id = sent(&world, &world.member, "goods", named).await?;
    assert_eq!(had(&world, &world.official, id).await?.name, "table.pdf");
    assert_eq!(seen(&world, &world.official).await?, ["table.pdf"]);
    Ok(())
}

async fn is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let long = "a".repeat(201);
    for (form, field, code) in [
        (paper(&long, "delegation"), "title", "too-long"),
        (paper("A\u{7}", "delegation"), "title", "control-character"),
        (paper("A", ""), "audience", "required"),
        (paper("A", "public"), "audience", "unknown-choice"),
        (paper("A", "principals"), "audience", "unknown-choice"),
    ] {
        assert_refused(sent(&world, &world.lead, "goods", form).await, field, code);
    }
    let ours =
        MeetingForm { kind: "internal-preparation".into(), number: String::new(), address: "ours".into(), ..round("2026-05-02") };
    meetings::plan(&world.bench.db, world.by(&world.chief), PERU.into(), ours).await?;
    let by = world.by(&world.chief);
    meeting_sessions::add(&world.bench.db, by, PERU.into(), "ours".into(), "goods".into(), false).await?;
    let at = At { meeting: "ours".into(), ..on("goods") };
    let shared = put(&world.bench.db, world.by(&world.lead), at, paper("A", "partner")).await;
    assert_refused(shared, "audience", "unknown-choice");
    for number in 0..MOST {
        sent(&world, &world.lead, "goods", paper(&number.to_string(), "delegation")).await?;
    }
    assert_refused(sent(&world, &world.lead, "goods", paper("A", "delegation")).await, "paper", "too-many-papers");
    world.take_to("round-9", &["called-off"], "No dates").await?;
    assert_refused(sent(&world, &world.chief, "services", paper("A", "delegation")).await, "paper", "meeting-over");
    Ok(())
}

async fn is_gone_once_withdrawn(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let db = &world.bench.db;
    let id = sent(&world, &world.lead, "goods", paper("Old offer", "delegation")).await?;
    let gone =
        async |actor: &Actor, reason: &str| withdraw(db, world.by(actor), PERU.into(), "round-9".into(), id, reason.into()).await;
    for actor in [&world.official, &world.partner, &world.stranger] {
        assert_not_found(gone(actor, "Why").await);
    }
    assert_refused(gone(&world.lead, " ").await, "reason", "required");
    gone(&world.member, "It was the wrong one").await?;
    assert_not_found(gone(&world.member, "Again").await);
    assert_not_found(had(&world, &world.chief, id).await);
    assert_eq!(world.bench.number("select count(*) from paper_files").await?, 0);
    let told: Vec<_> = world.news().await?.into_iter().filter(|change| change.subject == "paper").collect();
    let digest = told[0].new.clone().unwrap_or_default();
    assert!(digest.starts_with("pdf\n") && digest.ends_with("\nOld offer") && digest.len() > 64, "{digest}");
    assert_eq!((told[1].old.clone(), told[1].reason.as_deref()), (Some(digest), Some("It was the wrong one")));
    assert_whole(&world.bench).await
}

async fn a_shared_one_is_told_when_the_meeting_is_announced(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    sent(&world, &world.lead, "goods", paper("Shared", "partner")).await?;
    sent(&world, &world.lead, "goods", paper("Ours", "delegation")).await?;
    let told = async || -> Result<Vec<(String, i16)>, Fault> {
        let papers = world.news().await?.into_iter().filter(|change| change.subject == "paper");
        Ok(papers
            .map(|change| (change.new.unwrap_or_default().rsplit('\n').next().unwrap_or_default().to_owned(), change.clearance))
            .collect())
    };
    assert_eq!(told().await?, [("Shared".to_owned(), 2), ("Ours".to_owned(), 2)]);
    world.take_to("round-9", &["open"], "").await?;
    assert_eq!(told().await?.split_off(2), [("Shared".to_owned(), 1)]);
    assert_whole(&world.bench).await
}
