//! The report of a meeting: what it tells of it, that no reader is told more than the report is meant to say, and who reads it when.

use accord_domain::AppError;
use accord_domain::document::Part;
use accord_domain::tracks::TextStatus;
use accord_store::commands::chapters::{self, ChapterForm};
use accord_store::commands::documents::{self, DocumentForm, DraftForm, PartForm};
use accord_store::commands::meeting_sessions::{self, ItemForm, SessionForm};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::publications::publish;
use accord_store::queries::changes::{Of, recent};
use accord_store::queries::document::{self, About, Document};
use accord_store::queries::facts::{Facts, Text};
use accord_store::queries::report_facts::ReportFacts;
use accord_store::queries::{agreement, meeting};
use chrono::NaiveDate;

use crate::briefs::begun;
use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, round, text};

on_both!(
    it_tells_what_came_of_the_meeting,
    it_says_no_more_than_its_readers_may_know,
    facts_for_few_go_when_it_is_meant_for_more,
    each_version_keeps_its_readers,
    it_is_read_once_it_is_published,
    what_is_written_survives,
    bad_reports
);

/// An edit that writes the summary of a report meant for a clearance.
pub fn summed_up(words: &str, clearance: &str) -> DocumentForm {
    let part = PartForm { part: Part::Summary, text: Some(words.into()), shown: String::new(), settlement: String::new() };
    DocumentForm { parts: vec![part], clearance: clearance.into(), regenerate: false }
}

fn of_round() -> About {
    About::Meeting(PERU.into(), "round-9".into())
}

/// Minutes after the world's instant, on so many days after it.
fn day(days: i64) -> i64 {
    days * 24 * 60
}

/// The form of a chapter's card with its open brackets.
fn brackets(count: &str) -> ChapterForm {
    ChapterForm { number: "2".into(), open_brackets: count.into(), ..ChapterForm::default() }
}

/// A round from the second to the fourth day, opened on the third and closed on the fifth, with a canary in all that is not to be told.
async fn held(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    world.step(&world.chief, "goods", text("consolidated-text", "")).await??;
    world.set_brackets("goods", "8").await??;
    let form = MeetingForm {
        our_head: "told head".into(),
        our_count: "18".into(),
        our_delegates: "canary delegate".into(),
        ..round("2026-04-03..05")
    };
    meetings::plan(db, world.by(&world.chief), PERU.into(), form).await?;
    let (slug, chief) = (PERU.to_owned(), &world.chief);
    meeting_sessions::add(db, world.by(chief), slug.clone(), "round-9".into(), "goods".into(), false).await?;
    meetings::plan(
        db,
        world.by(chief),
        slug.clone(),
        MeetingForm { number: "10".into(), place: "told santiago".into(), ..round("2026-05-04..06") },
    )
    .await?;
    world.take_to("round-10", &["open"], "").await?;
    world.take_to("round-9", &["open"], "").await?;
    // On the first day of the meeting, before anybody opened it.
    chapters::record_step(db, world.by_after(chief, day(2)), world.at("services").await?, text("proposals-exchanged", "")).await?;
    let state = |state: &'static str, days| (state.to_owned(), world.by_after(chief, day(days)));
    let (begun, by) = state("in-progress", 3);
    meetings::move_to(db, by, world.meeting("round-9").await?, begun, String::new()).await?;
    let item = |title: &str, shared| ItemForm { title: title.into(), shared, done: shared, ..ItemForm::default() };
    let written = SessionForm {
        items: vec![item("told item", true), item("canary own item", false)],
        minutes: "canary minutes".into(),
        outcome: "told outcome".into(),
        text_status: "under-negotiation".into(),
        reason: "canary reason".into(),
        chapter_version: world.at("goods").await?.version,
        ..SessionForm::default()
    };
    let session = meeting_sessions::At { slug: slug.clone(), meeting: "round-9".into(), chapter: "goods".into(), version: 1 };
    meeting_sessions::save(db, world.by_after(chief, day(3)), session, written).await?;
    chapters::edit(db, world.by_after(chief, day(3)), world.at("goods").await?, brackets("5")).await?;
    chapters::record_step(db, world.by_after(chief, day(4)), world.at("customs").await?, text("closed", "")).await?;
    chapters::set_parked(db, world.by_after(chief, day(4)), world.at("services").await?, true, "canary parked".into()).await?;
    let (closed, by) = state("closed", 5);
    meetings::move_to(db, by, world.meeting("round-9").await?, closed, String::new()).await?;
    // After the meeting: no part of it.
    chapters::record_step(db, world.by_after(chief, day(6)), world.at("goods").await?, text("substantially-closed", "")).await?;
    chapters::edit(db, world.by_after(chief, day(6)), world.at("goods").await?, brackets("3")).await?;
    Ok(world)
}

async fn drafted(bench: Bench, clearance: &str) -> Result<World, Fault> {
    let world = held(bench).await?;
    let form = DraftForm { clearance: clearance.into(), ..begun("en-IN") };
    documents::draft(&world.bench.db, world.by_after(&world.chief, day(7)), of_round(), form).await?;
    Ok(world)
}

async fn now(world: &World) -> Result<Document, Fault> {
    Ok(document::load(&world.bench.db, &world.chief, &of_round(), None).await?.document.ok_or("no report")?)
}

async fn edit(world: &World, form: DocumentForm) -> Result<Result<(), AppError>, Fault> {
    let version = now(world).await?.version;
    Ok(documents::edit(&world.bench.db, world.by(&world.chief), of_round(), form, version).await)
}

async fn approve(world: &World) -> Result<Result<(), AppError>, Fault> {
    let version = now(world).await?.version;
    Ok(documents::approve(&world.bench.db, world.by(&world.principal), of_round(), version).await)
}

async fn put_out(world: &World, confirmed: bool) -> Result<Result<(), AppError>, Fault> {
    let version = now(world).await?.version;
    Ok(publish(&world.bench.db, world.by(&world.principal), of_round(), confirmed, version).await)
}

fn of(document: &Document, part: Part) -> Text {
    let found = document.parts.iter().find(|(of, _)| *of == part).map(|(_, text)| text.clone());
    found.unwrap_or_else(|| Text::fresh(None))
}

fn told(document: &Document, part: Part) -> Result<ReportFacts, Fault> {
    match of(document, part).generated {
        Some(Facts::Report(facts)) => Ok(facts),
        other => Err(format!("{part:?}: {other:?}").into()),
    }
}

async fn it_tells_what_came_of_the_meeting(bench: Bench) -> Outcome {
    let world = drafted(bench, "partner").await?;
    let report = now(&world).await?;
    let ReportFacts::Sitting(sitting) = told(&report, Part::Sitting)? else { return Err("no sitting".into()) };
    assert_eq!((sitting.place.as_str(), sitting.number), ("Lima", Some(9)));
    assert_eq!(sitting.delegations.map(|[ours, _]| (ours.head, ours.count)), Some(("told head".into(), Some(18))));
    let ReportFacts::InSession(dealt) = told(&report, Part::InSession)? else { return Err("no sessions".into()) };
    assert_eq!(dealt.len(), 1);
    assert_eq!((dealt[0].agenda.clone(), dealt[0].outcome.as_str()), (vec![("told item".to_owned(), true)], "told outcome"));
    let ReportFacts::NotDiscussed(left) = told(&report, Part::NotDiscussed)? else { return Err("nothing left".into()) };
    assert!(left.iter().any(|chapter| chapter.kind.code() == "sps"));
    // The one was in session, the other moved outside one.
    assert!(left.iter().all(|chapter| !["goods", "services"].contains(&chapter.kind.code())));
    let ReportFacts::Movement { from, to, moves } = told(&report, Part::Movement)? else { return Err("no movement".into()) };
    let date = |text: &str| text.parse::<NaiveDate>();
    assert_eq!((from, to), (date("2026-04-03")?, date("2026-04-06")?));
    let mut moved: Vec<_> = moves.iter().map(|step| (step.chapter.kind.code(), step.from, step.to)).collect();
    moved.sort();
    let expected = [
        ("customs", TextStatus::NotStarted, TextStatus::Closed),
        ("goods", TextStatus::ConsolidatedText, TextStatus::UnderNegotiation),
        ("services", TextStatus::NotStarted, TextStatus::ProposalsExchanged),
    ];
    assert_eq!(moved, expected);
    let ReportFacts::ClosedChapters { now: closed, closed: count, .. } = told(&report, Part::ClosedChapters)? else {
        return Err("none closed".into());
    };
    assert_eq!((closed.len(), closed[0].kind.code(), count), (1, "customs", 1));
    let ReportFacts::BracketCounts(counts) = told(&report, Part::BracketCounts)? else { return Err("no counts".into()) };
    assert_eq!(counts.iter().map(|count| (count.before, count.after)).collect::<Vec<_>>(), [(Some(8), 5)]);
    let ReportFacts::NextMeeting(Some(next)) = told(&report, Part::NextMeeting)? else { return Err("no next meeting".into()) };
    assert_eq!((next.number, next.place.as_str()), (Some(10), "told santiago"));
    assert_whole(&world.bench).await
}

async fn it_says_no_more_than_its_readers_may_know(bench: Bench) -> Outcome {
    let world = drafted(bench, "public").await?;
    // Of each clearance, lowest first; what the one tells is told to those above it too.
    for (clearance, tells) in [("public", false), ("partner", true), ("delegation", true), ("principals", true)] {
        edit(&world, DocumentForm { clearance: clearance.into(), ..DocumentForm::default() }).await??;
        let said = format!("{:?}", now(&world).await?.parts);
        assert!(said.contains("Lima"), "{clearance}: {said}");
        for words in ["told head", "told item", "told outcome", "told santiago", "ConsolidatedText", "Report(BracketCounts"] {
            assert_eq!(said.contains(words), tells, "{words} in a report for {clearance}: {said}");
        }
        assert!(!said.contains("canary"), "a report for {clearance}: {said}");
    }
    Ok(())
}

async fn facts_for_few_go_when_it_is_meant_for_more(bench: Bench) -> Outcome {
    let world = drafted(bench, "partner").await?;
    let own = PartForm { part: Part::Movement, text: Some("Talks moved".into()), shown: String::new(), settlement: String::new() };
    edit(&world, DocumentForm { parts: vec![own], ..summed_up("", "partner") }).await??;
    // Facts that wait for a decision go with the others.
    world.step(&world.chief, "sps", text("consolidated-text", "")).await??;
    edit(&world, DocumentForm { regenerate: true, ..summed_up("A good round", "partner") }).await??;
    edit(&world, summed_up("A good round", "public")).await??;
    for kept in ["facts", "newer"] {
        let still = format!("select count(*) from document_parts where {kept} like '%told%' or {kept} like '%ConsolidatedText%'");
        assert_eq!(world.bench.number(&still).await?, 0, "{kept}");
    }
    let report = now(&world).await?;
    assert_eq!(of(&report, Part::Movement).edited.as_deref(), Some("Talks moved"), "what a person wrote stays");
    approve(&world).await??;
    put_out(&world, true).await??;
    let seen = document::load(&world.bench.db, &world.partner, &of_round(), None).await?;
    let seen = format!("{:?}", seen.document.ok_or("the partner reads no report")?);
    assert!(seen.contains("A good round") && !seen.contains("told"), "{seen}");
    Ok(())
}

async fn each_version_keeps_its_readers(bench: Bench) -> Outcome {
    let world = drafted(bench, "delegation").await?;
    edit(&world, summed_up("Between us", "delegation")).await??;
    approve(&world).await??;
    put_out(&world, true).await??;
    // A draft for everybody changes nothing of what is published for few.
    edit(&world, summed_up("For everybody", "public")).await??;
    for step in ["a draft", "approved"] {
        for number in [None, Some(1), Some(2)] {
            assert_not_found(document::load(&world.bench.db, &world.partner, &of_round(), number).await);
        }
        if step == "a draft" {
            approve(&world).await??;
        }
    }
    put_out(&world, true).await??;
    let partner = document::load(&world.bench.db, &world.partner, &of_round(), None).await?.document.ok_or("no report")?;
    assert_eq!(partner.versions.iter().map(|line| line.number).collect::<Vec<_>>(), [2]);
    assert_not_found(document::load(&world.bench.db, &world.partner, &of_round(), Some(1)).await);
    let official = document::load(&world.bench.db, &world.official, &of_round(), Some(1)).await?.document.ok_or("no first")?;
    assert_eq!(of(&official, Part::Summary).edited.as_deref(), Some("Between us"));
    assert_eq!(official.versions.len(), 2);
    assert_whole(&world.bench).await
}

async fn it_is_read_once_it_is_published(bench: Bench) -> Outcome {
    let world = drafted(bench, "partner").await?;
    let id = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    for step in ["a draft", "approved", "published"] {
        for (name, actor) in world.everybody() {
            let sees = match step {
                "published" => !["stranger", "admin"].contains(&name),
                _ => ["chief", "principal"].contains(&name),
            };
            let seen = document::load(&world.bench.db, actor, &of_round(), None).await;
            assert_eq!(seen.is_ok(), sees, "{name} and the report, {step}");
            // Nothing leads there either, and the record says nothing.
            if let Ok(view) = meeting::load(&world.bench.db, actor, PERU, "round-9").await {
                assert_eq!(view.report.is_some(), sees, "{name} is led to the report, {step}");
            }
            let heard = recent(&world.bench.db, actor, Of::Agreement(id), 1_000).await?;
            assert_eq!(heard.iter().any(|change| change.subject == "report"), sees, "{name} hears of the report, {step}");
        }
        match step {
            "a draft" => {
                assert_refused(put_out(&world, true).await?, "confirm", "report-not-approved");
                approve(&world).await??;
            }
            "approved" => {
                assert_refused(put_out(&world, false).await?, "confirm", "readers-not-confirmed");
                put_out(&world, true).await??;
            }
            _ => assert_refused(put_out(&world, true).await?, "confirm", "report-published-already"),
        }
    }
    let heard = recent(&world.bench.db, &world.partner, Of::Agreement(id), 1_000).await?;
    let of_report: Vec<_> = heard.iter().filter(|change| change.subject == "report").collect();
    assert_eq!(of_report.iter().map(|change| change.verb.as_str()).collect::<Vec<_>>(), ["publish"]);
    assert_eq!(of_report[0].meeting_address.as_deref(), Some("round-9"));
    Ok(())
}

async fn what_is_written_survives(bench: Bench) -> Outcome {
    let world = drafted(bench, "partner").await?;
    let write = |text: &str, settlement: &str| {
        let own = PartForm { part: Part::InSession, text: Some(text.into()), shown: String::new(), settlement: settlement.into() };
        DocumentForm { parts: vec![own], ..summed_up("", "partner") }
    };
    edit(&world, write("One chapter was dealt with", "")).await??;
    let before = of(&now(&world).await?, Part::InSession);
    // The meeting is opened again, and says otherwise.
    let chief = &world.chief;
    let db = &world.bench.db;
    let by = || world.by_after(chief, day(8));
    meetings::move_to(db, by(), world.meeting("round-9").await?, "in-progress".into(), "A slip".into()).await?;
    let form = SessionForm { outcome: "told otherwise".into(), ..SessionForm::default() };
    let at = meeting_sessions::At { slug: PERU.into(), meeting: "round-9".into(), chapter: "goods".into(), version: 2 };
    meeting_sessions::save(db, by(), at, form).await?;
    edit(&world, DocumentForm { parts: Vec::new(), regenerate: true, ..summed_up("", "partner") }).await??;
    let report = now(&world).await?;
    let after = of(&report, Part::InSession);
    assert_eq!((after.edited.as_deref(), &after.generated), (Some("One chapter was dealt with"), &before.generated));
    assert!(format!("{:?}", after.newer).contains("told otherwise"), "{after:?}");
    // What nobody has to decide is not for readers.
    approve(&world).await??;
    put_out(&world, true).await??;
    let partner = document::load(db, &world.partner, &of_round(), None).await?.document.ok_or("no report")?;
    assert!(partner.parts.iter().all(|(_, text)| text.newer.is_none()));
    edit(&world, write("Merged by hand", "keep")).await??;
    let second = now(&world).await?;
    assert_eq!((second.shown.number, of(&second, Part::InSession).edited.as_deref()), (2, Some("Merged by hand")));
    let first = document::load(db, chief, &of_round(), Some(1)).await?.document.ok_or("no first version")?;
    assert_eq!(of(&first, Part::InSession).edited.as_deref(), Some("One chapter was dealt with"));
    assert_whole(&world.bench).await
}

async fn bad_reports(bench: Bench) -> Outcome {
    let world = drafted(bench, "partner").await?;
    let db = &world.bench.db;
    let draft = async |meeting: &str, language: &str, clearance: &str| {
        let form = DraftForm { clearance: clearance.into(), ..begun(language) };
        documents::draft(db, world.by(&world.chief), About::Meeting(PERU.into(), meeting.into()), form).await
    };
    assert_refused(draft("round-9", "hi-IN", "partner").await, "language", "document-drafted-already");
    assert_refused(draft("round-10", "hi-IN", "partner").await, "language", "report-before-meeting");
    assert_not_found(draft("round-99", "hi-IN", "partner").await);
    let preparation = MeetingForm {
        kind: "internal-preparation".into(),
        address: "preparation".into(),
        number: String::new(),
        ..round("2026-04-01")
    };
    meetings::plan(db, world.by(&world.chief), PERU.into(), preparation).await?;
    world.take_to("preparation", &["open", "in-progress"], "").await?;
    assert_refused(draft("preparation", "en-IN", "partner").await, "clearance", "unknown-choice");
    assert_refused(draft("preparation", "en-IN", "").await, "clearance", "required");
    assert_refused(draft("preparation", "fr-FR", "delegation").await, "language", "unknown-choice");
    draft("preparation", "en-IN", "delegation").await?;
    assert_refused(edit(&world, summed_up("a\u{7}b", "partner")).await?, "summary", "control-character");
    assert_refused(edit(&world, summed_up("x", "chapter-team")).await?, "clearance", "unknown-choice");
    let stale = documents::edit(db, world.by(&world.chief), of_round(), summed_up("x", "partner"), 0).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 1 }));
    approve(&world).await??;
    assert_refused(approve(&world).await?, "approve", "document-approved-already");
    Ok(())
}
