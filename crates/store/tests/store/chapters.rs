//! Chapters: opened, edited, moved, parked, escalated, answered, archived; and refused by the rules with the right field and code.

use accord_domain::chapter::ChapterKind;
use accord_domain::tracks::{MarketAccessStatus, TextStatus};
use accord_domain::{AppError, FieldError};
use accord_store::commands::chapters::{self, ChapterForm, StepForm};
use accord_store::queries::chapter::{self, ChapterView};
use chrono::Duration;

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, market, now, portfolio, text};

on_both!(
    is_opened,
    is_refused_for_its_faults,
    a_step_is_kept_with_its_reason_and_instant,
    a_step_shows_in_the_strip_wherever_the_chapter_stands,
    back_needs_a_reason,
    closing_needs_a_chief,
    reopening_needs_a_chief_and_a_reason,
    open_brackets_hold_a_closing_back,
    a_parked_chapter_does_not_move,
    scrubbing_waits_for_the_agreement,
    market_access_has_the_same_rules,
    both_tracks_move_or_neither,
    is_parked_and_unparked,
    is_escalated_and_answered,
    an_edit_records_what_changed_and_nothing_else,
    brackets_are_not_added_to_a_closed_chapter,
    a_note_is_for_the_team,
    is_archived_with_a_reason,
);

async fn goods(world: &World) -> Result<ChapterView, AppError> {
    chapter::load(&world.bench.db, &world.chief, PERU, "goods").await
}

fn card(number: &str) -> ChapterForm {
    ChapterForm { number: number.into(), ..ChapterForm::default() }
}

async fn open(world: &World, typed: ChapterForm) -> Result<String, AppError> {
    chapters::open(&world.bench.db, world.by(&world.chief), PERU.into(), typed).await
}

async fn is_opened(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let typed = ChapterForm {
        kind: "critical-minerals".into(),
        title: " Minerals ".into(),
        our_lead: "Ours".into(),
        their_lead: "Theirs".into(),
        line_ministry: "Mines".into(),
        target_round: "Round 9".into(),
        illustrative: true,
        ..card("15")
    };
    assert_eq!(open(&world, typed).await?, "critical-minerals", "the address is the kind's unless another is typed");
    let view = chapter::load(&world.bench.db, &world.chief, PERU, "critical-minerals").await?;
    assert_eq!((view.kind, view.number, view.title.as_str(), view.version), (ChapterKind::CriticalMinerals, 15, "Minerals", 1));
    assert_eq!((view.our_lead.as_str(), view.their_lead.as_str()), ("Ours", "Theirs"));
    assert_eq!((view.line_ministry.as_str(), view.target_round.as_str()), ("Mines", "Round 9"));
    assert_eq!((view.text, view.text_since, view.open_brackets, view.illustrative), (TextStatus::NotStarted, now(), 0, true));
    let known = view.confidences.ok_or("the chief sees all")?;
    assert_eq!((known.market, known.parked, known.escalated), (None, None, None));
    let other = ChapterForm { kind: "other".into(), address: "ports".into(), title: "Ports".into(), ..card("16") };
    assert_eq!(open(&world, other).await?, "ports");
    let told: Vec<_> = world.news().await?.into_iter().rev().take(2).map(|c| (c.verb, c.new, c.clearance)).collect();
    assert_eq!(told, [("open".into(), Some("Ports".into()), 1), ("open".into(), Some("Minerals".into()), 1)]);
    assert_whole(&world.bench).await
}

async fn is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let of = |kind: &str, number: &str| ChapterForm { kind: kind.into(), ..card(number) };
    assert_refused(open(&world, of("goods", "2")).await, "address", "address-taken");
    assert_refused(open(&world, of("weather", "2")).await, "kind", "unknown-choice");
    assert_refused(open(&world, of("labour", "")).await, "number", "required");
    assert_refused(open(&world, of("labour", "0")).await, "number", "required");
    assert_refused(open(&world, of("labour", "1000")).await, "number", "too-large");
    assert_refused(open(&world, of("labour", "two")).await, "number", "not-a-count");
    assert_refused(open(&world, of("other", "2")).await, "title", "title-for-other");
    assert_refused(open(&world, ChapterForm { address: "Two Words".into(), ..of("labour", "2") }).await, "address", "not-a-slug");
    assert_refused(open(&world, ChapterForm { title: "a\nb".into(), ..of("labour", "2") }).await, "title", "control-character");
    assert_refused(open(&world, ChapterForm { our_lead: "x".repeat(201), ..of("labour", "2") }).await, "our_lead", "too-long");
    assert_eq!(world.count().await?, before);
    assert_eq!(world.bench.number("select count(*) from chapters").await?, 14);
    assert_eq!(world.bench.number("select count(*) from chapter_confidences").await?, 14);
    Ok(())
}

async fn a_step_is_kept_with_its_reason_and_instant(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let at = world.at("goods").await?;
    let form = StepForm { market_status: "requests-exchanged".into(), ..text("consolidated-text", "Agreed in Lima\r\nby both") };
    chapters::record_step(&world.bench.db, world.by_after(&world.member, 7), at, form).await?;
    let view = goods(&world).await?;
    let then = now() + Duration::minutes(7);
    assert_eq!((view.text, view.text_since, view.version), (TextStatus::ConsolidatedText, then, 2));
    let known = view.confidences.ok_or("the chief sees all")?;
    assert_eq!(known.market, Some((MarketAccessStatus::RequestsExchanged, then)));
    let mut told: Vec<_> = world.changes().await?;
    let told: Vec<_> = told.split_off(told.len() - 2);
    let seen: Vec<_> =
        told.iter().map(|c| (c.verb.as_str(), c.field.as_str(), c.old.as_deref(), c.new.as_deref(), c.clearance)).collect();
    assert_eq!(
        seen,
        [
            ("move", "text_status", Some("not-started"), Some("consolidated-text"), 1),
            ("move", "market_status", Some("not-started"), Some("requests-exchanged"), 2),
        ]
    );
    assert!(
        told.iter()
            .all(|c| c.reason.as_deref() == Some("Agreed in Lima\nby both") && c.at == then && c.chapter_id == Some(view.id.0))
    );
    assert!(told.iter().all(|c| c.actor_id == Some(world.member.account.0) && c.actor_name == "Name of member"));
    // Moving market access does not touch the date of the text.
    let at = world.at("goods").await?;
    chapters::record_step(&world.bench.db, world.by_after(&world.lead, 9), at, market("offers-exchanged", "")).await?;
    assert_eq!(goods(&world).await?.text_since, then);
    assert_whole(&world.bench).await
}

async fn a_step_shows_in_the_strip_wherever_the_chapter_stands(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let moved = |address: &'static str, to: &'static str, minutes: i64| {
        let by = world.by_after(&world.chief, minutes);
        let world = &world;
        async move {
            let at = world.at(address).await?;
            Ok::<_, Fault>(chapters::record_step(&world.bench.db, by, at, text(to, "As agreed.")).await?)
        }
    };
    // The first of its agreement, one in the midst and the last; again on the day after, when the strip of this day is put aside.
    for (minutes, to) in [(0, "consolidated-text"), (1_440, "under-negotiation")] {
        for (later, address) in [(2, "final-provisions"), (0, "initial-provisions"), (1, "services")] {
            moved(address, to, minutes + later).await?;
            assert_whole(&world.bench).await?;
        }
    }
    chapters::set_parked(&world.bench.db, world.by_after(&world.chief, 1_450), world.at("goods").await?, true, "Wait.".into())
        .await?;
    assert_whole(&world.bench).await?;
    // The last movement taken back leaves that of another chapter as the last; so does one by a clock that is behind.
    moved("final-provisions", "not-started", 1_460).await?;
    assert_whole(&world.bench).await?;
    moved("services", "substantially-closed", 1).await?;
    assert_whole(&world.bench).await?;
    // One that is archived before them moves those behind it up.
    let at = world.at("initial-provisions").await?;
    chapters::archive(&world.bench.db, world.by_after(&world.chief, 1_470), at, "Dropped.".into()).await?;
    moved("services", "under-negotiation", 1_480).await?;
    assert_whole(&world.bench).await
}

async fn back_needs_a_reason(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.step(&world.lead, "goods", text("under-negotiation", "")).await??;
    let before = world.count().await?;
    assert_refused(world.step(&world.lead, "goods", text("consolidated-text", " \n ")).await?, "reason", "reason-for-going-back");
    assert_refused(world.step(&world.chief, "goods", text("not-started", "")).await?, "reason", "reason-for-going-back");
    assert_refused(world.step(&world.lead, "goods", text("under-negotiation", "x")).await?, "text_status", "status-unchanged");
    assert_refused(world.step(&world.lead, "goods", text("", "x")).await?, "text_status", "status-unchanged");
    assert_refused(world.step(&world.lead, "goods", text("finished", "x")).await?, "text_status", "unknown-choice");
    assert_eq!((world.count().await?, goods(&world).await?.version), (before, 2));
    world.step(&world.lead, "goods", text("consolidated-text", "They came back on Article 4")).await??;
    assert_eq!(goods(&world).await?.text, TextStatus::ConsolidatedText);
    Ok(())
}

async fn closing_needs_a_chief(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.step(&world.lead, "goods", text("substantially-closed", "")).await??;
    for status in ["provisionally-closed", "closed"] {
        assert_refused(world.step(&world.lead, "goods", text(status, "Done")).await?, "text_status", "closing-needs-chief");
        assert_refused(world.step(&world.member, "goods", text(status, "Done")).await?, "text_status", "closing-needs-chief");
    }
    world.step(&world.principal, "goods", text("provisionally-closed", "")).await??;
    world.step(&world.chief, "goods", text("closed", "")).await??;
    let view = goods(&world).await?;
    assert_eq!((view.text, view.version), (TextStatus::Closed, 4));
    Ok(())
}

async fn reopening_needs_a_chief_and_a_reason(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.step(&world.chief, "goods", text("closed", "")).await??;
    assert_refused(
        world.step(&world.lead, "goods", text("under-negotiation", "Please")).await?,
        "text_status",
        "reopening-needs-chief",
    );
    assert_refused(
        world.step(&world.lead, "goods", text("provisionally-closed", "Please")).await?,
        "text_status",
        "reopening-needs-chief",
    );
    assert_refused(world.step(&world.chief, "goods", text("under-negotiation", "")).await?, "reason", "reason-for-going-back");
    world.step(&world.chief, "goods", text("under-negotiation", "Ministers asked")).await??;
    // Up to substantially closed the lead goes back alone.
    world.step(&world.lead, "goods", text("proposals-exchanged", "New proposal")).await??;
    Ok(())
}

async fn open_brackets_hold_a_closing_back(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.set_brackets("goods", "3").await??;
    for status in ["provisionally-closed", "closed"] {
        let refused = world.step(&world.chief, "goods", text(status, "Nearly")).await?;
        assert_eq!(refused.err(), Some(AppError::Invalid(vec![FieldError::with("text_status", "brackets-open", 3)])));
    }
    let overriding = |reason: &str| StepForm { override_brackets: true, ..text("closed", reason) };
    assert_refused(world.step(&world.chief, "goods", overriding("")).await?, "reason", "reason-for-override");
    assert_refused(world.step(&world.lead, "goods", overriding("Tired")).await?, "text_status", "closing-needs-chief");
    let before = world.count().await?;
    world.step(&world.chief, "goods", overriding("Drafting only")).await??;
    let told: Vec<_> = world.changes().await?.split_off(before as usize);
    let seen: Vec<_> =
        told.iter().map(|c| (c.verb.as_str(), c.old.as_deref(), c.new.as_deref(), c.reason.as_deref(), c.clearance)).collect();
    assert_eq!(
        seen,
        [
            ("move", Some("not-started"), Some("closed"), Some("Drafting only"), 1),
            ("override", Some("3"), None, Some("Drafting only"), 2),
        ]
    );
    // Brackets do not hold market access back, nor a step that is no closing.
    world.set_brackets("services", "4").await??;
    let both = StepForm { market_status: "agreed".into(), ..text("substantially-closed", "") };
    world.step(&world.chief, "services", both).await??;
    Ok(())
}

async fn a_parked_chapter_does_not_move(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    chapters::set_parked(&world.bench.db, world.by(&world.lead), world.at("goods").await?, true, "Waiting".into()).await?;
    assert_refused(world.step(&world.chief, "goods", text("closed", "x")).await?, "text_status", "chapter-parked");
    assert_refused(world.step(&world.lead, "goods", market("offers-exchanged", "x")).await?, "market_status", "chapter-parked");
    chapters::set_parked(&world.bench.db, world.by(&world.lead), world.at("goods").await?, false, String::new()).await?;
    world.step(&world.lead, "goods", text("proposals-exchanged", "")).await??;
    Ok(())
}

async fn scrubbing_waits_for_the_agreement(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.held("concluded-in-principle", "2026-03-01").await?;
    assert_refused(world.step(&world.chief, "goods", text("scrubbed", "")).await?, "text_status", "not-in-scrubbing");
    world.held("legal-scrubbing-begun", "2026-03-02").await?;
    world.step(&world.chief, "goods", text("scrubbed", "")).await??;
    world.held("terminated", "2026-03-03").await?;
    assert_refused(world.step(&world.chief, "services", text("scrubbed", "")).await?, "text_status", "not-in-scrubbing");
    Ok(())
}

async fn market_access_has_the_same_rules(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    assert_refused(world.step(&world.chief, "sps", market("offers-exchanged", "")).await?, "market_status", "no-market-access");
    assert_refused(world.step(&world.lead, "goods", market("settled", "")).await?, "market_status", "unknown-choice");
    world.step(&world.lead, "goods", market("improved-offers", "")).await??;
    assert_refused(world.step(&world.lead, "goods", market("offers-exchanged", "")).await?, "reason", "reason-for-going-back");
    assert_refused(
        world.step(&world.lead, "goods", market("package-agreed-ad-ref", "")).await?,
        "market_status",
        "closing-needs-chief",
    );
    world.step(&world.chief, "goods", market("package-agreed-ad-ref", "")).await??;
    assert_refused(
        world.step(&world.lead, "goods", market("improved-offers", "No")).await?,
        "market_status",
        "reopening-needs-chief",
    );
    world.step(&world.chief, "goods", market("improved-offers", "Sugar")).await??;
    Ok(())
}

async fn both_tracks_move_or_neither(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let form = StepForm { market_status: "agreed".into(), ..text("proposals-exchanged", "") };
    assert_refused(world.step(&world.lead, "goods", form).await?, "market_status", "closing-needs-chief");
    let form = StepForm { market_status: "offers-exchanged".into(), ..text("proposals-exchanged", "") };
    assert_refused(world.step(&world.chief, "sps", form).await?, "market_status", "no-market-access");
    let view = goods(&world).await?;
    assert_eq!((view.text, view.version, world.count().await?), (TextStatus::NotStarted, 1, before));
    // An unchanged status beside a changed one is no fault.
    let form = StepForm { market_status: "not-started".into(), ..text("proposals-exchanged", "") };
    world.step(&world.lead, "goods", form).await??;
    assert_eq!(world.count().await?, before + 1);
    Ok(())
}

async fn is_parked_and_unparked(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let park = async |parked: bool, reason: &str| -> Result<Result<(), AppError>, crate::harness::Fault> {
        let by = world.by_after(&world.lead, 3);
        Ok(chapters::set_parked(&world.bench.db, by, world.at("goods").await?, parked, reason.into()).await)
    };
    assert_refused(park(true, "").await?, "reason", "reason-for-parking");
    assert_refused(park(false, "").await?, "reason", "not-parked");
    park(true, "Waiting for the study").await??;
    assert_refused(park(true, "Again").await?, "reason", "already-parked");
    let parked = goods(&world).await?.confidences.and_then(|known| known.parked);
    assert_eq!(parked, Some(("Waiting for the study".into(), now() + Duration::minutes(3))));
    park(false, "It came").await??;
    assert_eq!(goods(&world).await?.confidences.and_then(|known| known.parked), None);
    let mut told = world.changes().await?;
    let told: Vec<_> =
        told.split_off(told.len() - 2).into_iter().map(|c| (c.verb, c.reason.unwrap_or_default(), c.clearance)).collect();
    assert_eq!(told, [("park".into(), "Waiting for the study".into(), 2), ("unpark".into(), "It came".into(), 2)]);
    let left = world
        .bench
        .number("select count(*) from chapter_confidences where parked_reason is not null or parked_since is not null")
        .await?;
    assert_eq!(left, 0);
    assert_whole(&world.bench).await
}

async fn is_escalated_and_answered(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let escalate = async |to: &str, question: &str| -> Result<Result<(), AppError>, crate::harness::Fault> {
        Ok(chapters::escalate(db, world.by(&world.member), world.at("goods").await?, to.into(), question.into()).await)
    };
    let answer = async |actor, answer: &str| -> Result<Result<(), AppError>, crate::harness::Fault> {
        Ok(chapters::answer_escalation(db, world.by(actor), world.at("goods").await?, answer.into()).await)
    };
    assert_refused(escalate("the press", "May we?").await?, "escalated_to", "unknown-choice");
    assert_refused(escalate("ministers", " ").await?, "question", "required");
    assert_refused(answer(&world.chief, "Yes").await?, "answer", "not-escalated");
    escalate("chief-negotiators", "May we?").await??;
    escalate("ministers", "May we now?").await??;
    let known = goods(&world).await?.confidences.and_then(|known| known.escalated).ok_or("not escalated")?;
    assert_eq!((known.to.code(), known.question.as_str(), known.since), ("ministers", "May we now?", now()));
    assert_refused(answer(&world.chief, "").await?, "answer", "required");
    assert_not_found(answer(&world.lead, "Yes").await?);
    answer(&world.principal, "Yes, after the round").await??;
    assert_eq!(goods(&world).await?.confidences.and_then(|known| known.escalated), None);
    let mut told = world.changes().await?;
    let told: Vec<_> = told.split_off(told.len() - 3);
    let seen: Vec<_> = told.iter().map(|c| (c.verb.as_str(), c.old.as_deref(), c.new.as_deref(), c.reason.as_deref())).collect();
    assert_eq!(
        seen,
        [
            ("escalate", None, Some("chief-negotiators"), Some("May we?")),
            ("escalate", Some("chief-negotiators"), Some("ministers"), Some("May we now?")),
            ("answer", Some("May we now?"), None, Some("Yes, after the round")),
        ]
    );
    assert!(told.iter().all(|change| change.clearance == 2));
    assert_whole(&world.bench).await
}

async fn an_edit_records_what_changed_and_nothing_else(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let before = world.news().await?.len();
    let typed = ChapterForm {
        title: "Market access for goods".into(),
        our_lead: "Ours".into(),
        their_lead: "Theirs".into(),
        line_ministry: "Commerce".into(),
        target_round: "Round 9".into(),
        open_brackets: "12".into(),
        reason: "After the round".into(),
        ..card("3")
    };
    chapters::edit(db, world.by(&world.lead), world.at("goods").await?, typed.clone()).await?;
    let view = goods(&world).await?;
    assert_eq!((view.number, view.title.as_str(), view.open_brackets, view.version), (3, "Market access for goods", 12, 2));
    let told: Vec<_> = world.news().await?.split_off(before);
    let seen: Vec<_> = told.iter().map(|c| (c.field.as_str(), c.old.as_deref(), c.new.as_deref())).collect();
    assert_eq!(
        seen,
        [
            ("number", Some("2"), Some("3")),
            ("title", None, Some("Market access for goods")),
            ("our_lead", None, Some("Ours")),
            ("their_lead", None, Some("Theirs")),
            ("line_ministry", None, Some("Commerce")),
            ("target_round", None, Some("Round 9")),
            ("open_brackets", Some("0"), Some("12")),
        ]
    );
    assert!(told.iter().all(|c| c.verb == "edit" && c.clearance == 1 && c.reason.as_deref() == Some("After the round")));
    let after = world.news().await?.len();
    chapters::edit(db, world.by(&world.lead), world.at("goods").await?, typed.clone()).await?;
    assert_eq!(world.news().await?.len(), after, "the same card again records nothing");
    for (wrong, field, code) in [
        (ChapterForm { open_brackets: "10000".into(), ..typed.clone() }, "open_brackets", "too-large"),
        (ChapterForm { open_brackets: "-1".into(), ..typed.clone() }, "open_brackets", "not-a-count"),
        (ChapterForm { number: String::new(), ..typed.clone() }, "number", "required"),
        (ChapterForm { reason: "\u{0}".into(), ..typed.clone() }, "reason", "control-character"),
    ] {
        assert_refused(chapters::edit(db, world.by(&world.lead), world.at("goods").await?, wrong).await, field, code);
    }
    open(&world, ChapterForm { kind: "other".into(), address: "ports".into(), title: "Ports".into(), ..card("16") }).await?;
    let untitled = chapters::edit(db, world.by(&world.chief), world.at("ports").await?, card("16")).await;
    assert_refused(untitled, "title", "title-for-other");
    assert_whole(&world.bench).await
}

async fn brackets_are_not_added_to_a_closed_chapter(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.set_brackets("goods", "5").await??;
    world.step(&world.chief, "goods", StepForm { override_brackets: true, ..text("provisionally-closed", "Drafting") }).await??;
    assert_refused(world.set_brackets("goods", "6").await?, "open_brackets", "reopen-before-brackets");
    world.set_brackets("goods", "4").await??;
    world.set_brackets("goods", "").await??;
    assert_eq!(goods(&world).await?.open_brackets, 0);
    assert_refused(world.set_brackets("goods", "1").await?, "open_brackets", "reopen-before-brackets");
    Ok(())
}

async fn a_note_is_for_the_team(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let note = |note: Option<&str>| ChapterForm { note: note.map(Into::into), ..card("2") };
    chapters::edit(db, world.by(&world.member), world.at("goods").await?, note(Some("Between\r\nus"))).await?;
    assert_eq!(goods(&world).await?.note.as_deref(), Some("Between\nus"));
    chapters::edit(db, world.by(&world.lead), world.at("goods").await?, note(None)).await?;
    assert_eq!(goods(&world).await?.note.as_deref(), Some("Between\nus"), "a form without the note leaves it");
    chapters::edit(db, world.by(&world.chief), world.at("goods").await?, note(Some(""))).await?;
    assert_eq!(goods(&world).await?.note.as_deref(), Some(""));
    let told: Vec<_> =
        world.changes().await?.into_iter().filter(|c| c.field == "note").map(|c| (c.old, c.new, c.clearance)).collect();
    assert_eq!(told, [(None, Some("Between\nus".into()), 3), (Some("Between\nus".into()), None, 3)]);
    assert_not_found(chapters::edit(db, world.by(&world.official), world.at("goods").await?, note(Some("Me too"))).await);
    assert_not_found(chapters::edit(db, world.by(&world.lead), world.at("services").await?, note(Some("Me too"))).await);
    Ok(())
}

async fn is_archived_with_a_reason(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let archive = async |actor, reason: &str| -> Result<Result<(), AppError>, crate::harness::Fault> {
        Ok(chapters::archive(db, world.by(actor), world.at("goods").await?, reason.into()).await)
    };
    assert_refused(archive(&world.chief, "").await?, "reason", "required");
    assert_not_found(archive(&world.lead, "Not mine to close").await?);
    archive(&world.chief, "Merged into services").await??;
    assert_not_found(chapter::load(db, &world.chief, PERU, "goods").await);
    assert_not_found(world.step(&world.chief, "goods", text("closed", "x")).await?);
    let rows = portfolio(db, &world.chief, &Default::default()).await?.rows;
    let marks = rows.first().and_then(|row| row.chapters.as_ref()).ok_or("no chapters")?;
    assert_eq!(marks.len(), 13);
    let told = world.changes().await?.pop().ok_or("no record")?;
    assert_eq!(
        (told.verb.as_str(), told.field.as_str(), told.reason.as_deref()),
        ("archive", "chapter", Some("Merged into services"))
    );
    assert_whole(&world.bench).await
}
