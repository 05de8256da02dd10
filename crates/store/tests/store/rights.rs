//! Every command against every role: done exactly when `domain::access` says so, and otherwise not found.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor};
use accord_domain::ids::AgreementId;
use accord_domain::tracks::{TextStatus, Track};
use accord_store::actor::roles_in;
use accord_store::changes::Command;
use accord_store::commands::action_points::{self, ActionPointForm, agree};
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::commands::barriers::{notes, publications};
use accord_store::commands::chapters::{self, ChapterForm, StepForm};
use accord_store::commands::consultations::{self, ConsultationForm};
use accord_store::commands::documents::{self, DraftForm};
use accord_store::commands::events;
use accord_store::commands::grants::{self, GrantForm};
use accord_store::commands::meeting_sessions::{self, SessionForm};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::priorities::{self, AreaForm, AtArea};
use accord_store::commands::priority_proposals::{decide, propose};
use accord_store::queries::document::{self, About};
use accord_store::queries::priorities::load;
use accord_store::queries::{agreement, chapter};

use crate::barriers::linked;
use crate::briefs::{begun, peru_itself, written};
use crate::harness::{Bench, Fault, Outcome, assert_refused};
use crate::world::{
    PERU, World, action_point, adding, agreement as other, area_form, assert_whole, email, event, now, person, peru, round, text,
};

on_both!(every_act_is_done_by_those_who_may, roles_of_one_agreement_are_none_in_another, the_ranks_kept_are_those_of_the_domain);

/// Moves a chapter to a status, or back to the start when it is there already.
async fn to_and_fro(world: &World, actor: &Actor, address: &str, status: TextStatus) -> Result<Result<(), AppError>, Fault> {
    let now = chapter::load(&world.bench.db, &world.chief, PERU, address).await?.text;
    let to = if now == status { TextStatus::NotStarted } else { status };
    world.step(actor, address, text(to.code(), "To and fro")).await
}

/// Does an act in a chapter, as well as it can be done.
async fn attempt(world: &World, actor: &Actor, address: &str, act: Act, turn: usize) -> Result<Result<(), AppError>, Fault> {
    let (db, by, slug) = (&world.bench.db, world.by(actor), PERU.to_owned());
    let at = world.at(address).await?;
    Ok(match act {
        Act::ReadPublic | Act::ReadTracks | Act::ReadReasons | Act::ReadNotes => Ok(()),
        Act::MoveStatus => to_and_fro(world, actor, address, TextStatus::ProposalsExchanged).await?,
        Act::CloseOrReopen => {
            let done = to_and_fro(world, actor, address, TextStatus::Closed).await?;
            if done.is_ok() {
                to_and_fro(world, &world.chief, address, TextStatus::Closed).await??;
            }
            done
        }
        Act::Park => {
            let done = chapters::set_parked(db, by, at, true, "Waiting".into()).await;
            if done.is_ok() {
                chapters::set_parked(db, world.by(actor), world.at(address).await?, false, String::new()).await?;
            }
            done
        }
        Act::Escalate => chapters::escalate(db, by, at, "ministers".into(), "May we?".into()).await,
        Act::AnswerEscalation => {
            chapters::escalate(db, world.by(&world.chief), at, "ministers".into(), "May we?".into()).await?;
            chapters::answer_escalation(db, by, world.at(address).await?, "Yes".into()).await
        }
        Act::EditChapter => {
            let card = ChapterForm { number: "2".into(), our_lead: format!("Lead {turn}"), ..ChapterForm::default() };
            chapters::edit(db, by, at, card).await
        }
        Act::OpenChapters => {
            let card = ChapterForm {
                kind: "other".into(),
                address: format!("other-{turn}"),
                number: "20".into(),
                title: "Other".into(),
                ..ChapterForm::default()
            };
            chapters::open(db, by, slug, card).await.map(|_| ())
        }
        Act::Consult => {
            let form = ConsultationForm {
                title: "What do exporters say?".into(),
                closes_on: "2099-01-01".into(),
                lines: "8703 Motor cars".into(),
                ..ConsultationForm::default()
            };
            consultations::open(db, by, slug, form).await.map(|_| ())
        }
        Act::FollowBarriers => {
            let number = linked(world, &format!("keeper{turn}"), false).await?;
            notes::write(db, by, number, "Raised".into()).await
        }
        Act::ApproveBarriers => {
            let number = linked(world, &format!("keeper{turn}"), true).await?;
            publications::decide(db, by, number, 1, None).await
        }
        Act::ProposePriorities => propose(db, by, slug, adding("Proposed", address), "Why".into(), false).await.map(|_| ()),
        Act::ApprovePriorities => {
            let chief = world.by(&world.chief);
            let proposal = propose(db, chief, slug.clone(), adding("Approved", address), "Why".into(), false).await?;
            decide(db, by, slug, proposal, true, String::new()).await
        }
        Act::EditPriorities => {
            propose(db, world.by(&world.chief), slug.clone(), adding("Edited", address), "Why".into(), true).await?;
            let area = load(db, &world.chief, PERU).await?.areas.remove(0);
            let card = AreaForm { stance: "defensive".into(), ..area_form("Edited", address) };
            priorities::edit(db, by, AtArea { slug, area: area.id, version: area.version }, card, String::new()).await
        }
        Act::FlagForMinister => {
            let area = load(db, &world.chief, PERU).await?.areas.remove(0);
            priorities::flag(db, by, slug, area.id, !area.for_minister).await
        }
        Act::EditAgreement => {
            let version = agreement::load(db, &world.chief, PERU).await?.version;
            let card = AgreementForm { name: format!("India–Peru {turn}"), ..peru() };
            agreements::edit(db, by, slug, card, version).await
        }
        Act::RecordEvents => events::record(db, by, slug, event("round-held", "2025-01-01", true)).await.map(|_| ()),
        Act::HoldMeetings => {
            let form = MeetingForm { number: turn.to_string(), ..round("") };
            meetings::plan(db, by, slug, form).await.map(|_| ())
        }
        Act::WriteSessions => {
            let form = MeetingForm { number: turn.to_string(), ..round("") };
            let planned = meetings::plan(db, world.by(&world.chief), slug.clone(), form).await?;
            let chapter = address.to_owned();
            meeting_sessions::add(db, world.by(&world.chief), slug.clone(), planned.clone(), chapter.clone(), false).await?;
            let at = meeting_sessions::At { slug, meeting: planned, chapter, version: 1 };
            let form = SessionForm { minutes: "Said".into(), ..SessionForm::default() };
            meeting_sessions::save(db, by, at, form).await
        }
        Act::KeepActionPoints => {
            let number = agree(db, world.by(&world.chief), slug.clone(), action_point(address, "2026-05-01")).await?;
            let form = ActionPointForm { title: "Send another".into(), who: "theirs".into(), ..ActionPointForm::default() };
            action_points::edit(db, by, action_points::At { slug, number, version: 1 }, form).await
        }
        Act::EditBrief | Act::ApproveBrief => write_document(world, by, act, peru_itself(), turn).await?,
        Act::EditReport | Act::ApproveReport => {
            let form = MeetingForm { number: turn.to_string(), ..round("") };
            let meeting = meetings::plan(db, world.by(&world.chief), slug.clone(), form).await?;
            world.take_to(&meeting, &["open", "in-progress"], "").await?;
            write_document(world, by, act, About::Meeting(slug, meeting), turn).await?
        }
        Act::GrantRoles => {
            let key = format!("new{turn}");
            person(&world.bench, &key, &[]).await?;
            let form = GrantForm { email: email(&key), role: "official".into(), ..GrantForm::default() };
            grants::grant(db, by, slug, form).await
        }
    })
}

/// The chief drafts a document, or begins a new draft after one that was approved; somebody edits or approves it.
async fn write_document(world: &World, by: Command, act: Act, about: About, turn: usize) -> Result<Result<(), AppError>, Fault> {
    let (db, of_chief) = (&world.bench.db, world.by(&world.chief));
    let stands = document::load(db, &world.chief, &about, None).await?.document.map(|document| document.version);
    match stands {
        Some(version) => documents::edit(db, of_chief, about.clone(), written(&format!("Close {turn}")), version).await?,
        None => {
            let form = DraftForm { clearance: "delegation".into(), ..begun("en-IN") };
            documents::draft(db, of_chief, about.clone(), form).await?;
        }
    }
    let version = document::load(db, &world.chief, &about, None).await?.document.map_or(0, |document| document.version);
    Ok(match act {
        Act::EditBrief | Act::EditReport => documents::edit(db, by, about, written("Mine"), version).await,
        _ => documents::approve(db, by, about, version).await,
    })
}

async fn every_act_is_done_by_those_who_may(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let id = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    let mut turn = 0;
    for address in ["goods", "services"] {
        let chapter = chapter::load(&world.bench.db, &world.chief, PERU, address).await?.id;
        for (name, actor) in world.everybody() {
            let roles = roles_in(&mut world.bench.db.read().await?, actor, id).await?;
            for act in Act::ALL.iter().copied() {
                turn += 1;
                let done = attempt(&world, actor, address, act, turn).await?;
                let told = format!("{name} does {} in {address}: {done:?}", act.code());
                if act.code().starts_with("read") || roles.may_in_chapter(chapter, act) {
                    assert!(done.is_ok(), "{told}");
                } else if act == Act::CloseOrReopen && roles.may_in_chapter(chapter, Act::MoveStatus) {
                    assert_refused(done, "text_status", "closing-needs-chief");
                } else {
                    assert!(matches!(done, Err(AppError::NotFound)), "{told}");
                }
            }
        }
    }
    assert_whole(&world.bench).await
}

async fn roles_of_one_agreement_are_none_in_another(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreements::open(db, world.by(&world.chief), AgreementForm { template: "pta".into(), ..other("other", "Other") }).await?;
    world.grant("other", "stranger", "chief", "", "").await?;
    let goods = || chapters::At { slug: "other".into(), address: "goods".into(), version: 1 };
    for actor in [&world.principal, &world.lead, &world.member, &world.official, &world.partner, &world.admin] {
        let refused = [
            agreement::load(db, actor, "other").await.err(),
            chapter::load(db, actor, "other", "goods").await.err(),
            chapters::record_step(db, world.by(actor), goods(), StepForm { reason: "x".into(), ..text("closed", "") }).await.err(),
            agreements::edit(db, world.by(actor), "other".into(), other("other", "Mine"), 1).await.err(),
            agreements::set_archived(db, world.by(actor), "other".into(), true, "Away".into()).await.err(),
        ];
        assert!(refused.iter().all(|error| *error == Some(AppError::NotFound)), "{refused:?}");
    }
    // And the chief of the other one reaches nothing of this one.
    assert_eq!(agreement::load(db, &world.stranger, PERU).await.err(), Some(AppError::NotFound));
    let at = chapters::At { slug: PERU.into(), address: "goods".into(), version: 1 };
    assert_eq!(chapters::record_step(db, world.by(&world.stranger), at, text("closed", "x")).await.err(), Some(AppError::NotFound));
    Ok(())
}

async fn the_ranks_kept_are_those_of_the_domain(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let rows: Vec<(String, i16, i16)> = world.bench.rows("select role, agreement_rank, chapter_rank from grants").await?;
    assert_eq!(rows.len(), 6);
    for (code, agreement_rank, chapter_rank) in rows {
        let role = accord_domain::access::Role::from_code(&code).ok_or("a role")?;
        assert_eq!((agreement_rank, chapter_rank), (role.clearance().rank(), role.clearance_in_own_chapter().rank()), "{code}");
    }
    let id: AgreementId = agreement::load(&world.bench.db, &world.chief, PERU).await?.id;
    assert!(roles_in(&mut world.bench.db.read().await?, &world.stranger, id).await?.0.is_empty());
    assert!(world.changes().await?.iter().all(|change| change.at == now()));
    Ok(())
}
