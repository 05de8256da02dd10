//! Action points: agreed, put off with a reason, settled, taken up again and carried over; each by who may.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::action_point::{ActionState, Side};
use accord_store::commands::action_point_steps::{move_to, put_off};
use accord_store::commands::action_points::{ActionPointForm, At, agree, edit};
use accord_store::commands::{agreements, carry_over, grants, meetings};
use accord_store::queries::action_point::{choices, one};
use accord_store::queries::action_points::{ActionPoint, list, owed};
use accord_store::queries::portfolio::Filters;
use accord_store::queries::{agreement, chapter, meeting};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, action_point, assert_whole, now, portfolio, round};

on_both!(
    is_agreed_by_who_keeps_the_list_and_owed_by_one_person,
    is_refused_for_its_faults,
    is_put_off_with_a_reason_by_who_owes_it,
    is_settled_once_and_taken_up_again_with_a_reason,
    who_neither_keeps_nor_owes_it_changes_nothing,
    two_who_edit_one_end_with_one_conflict,
    what_is_left_open_is_carried_over_once,
    what_was_due_is_counted_in_the_portfolio,
    an_archived_agreement_takes_none,
    the_partner_is_told_nothing,
);

async fn agreed(world: &World, actor: &Actor, form: ActionPointForm) -> Result<i16, AppError> {
    agree(&world.bench.db, world.by(actor), PERU.into(), form).await
}

/// An action point as it stands, as somebody may command it.
async fn at(world: &World, number: i16) -> Result<At, Fault> {
    let version = world.bench.number(&format!("select version from action_points where number = {number}")).await?;
    Ok(At { slug: PERU.into(), number, version })
}

async fn settle(world: &World, actor: &Actor, number: i16, to: &str, reason: &str) -> Result<Result<(), AppError>, Fault> {
    Ok(move_to(&world.bench.db, world.by(actor), at(world, number).await?, to.into(), reason.into()).await)
}

async fn seen(world: &World, actor: &Actor) -> Result<Vec<ActionPoint>, AppError> {
    Ok(list(&world.bench.db, actor, PERU).await?.points)
}

fn to(actor: &Actor) -> String {
    actor.account.0.to_string()
}

async fn is_agreed_by_who_keeps_the_list_and_owed_by_one_person(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    meetings::plan(db, world.by(&world.chief), PERU.into(), round("2026-05-04..06")).await?;
    let mine = ActionPointForm { who: to(&world.official), meeting: "round-9".into(), ..action_point("goods", "2026-04-20") };
    assert_eq!(agreed(&world, &world.lead, mine).await?, 1);
    let theirs = ActionPointForm { who: "theirs".into(), chapter: String::new(), ..action_point("", "2026-04-10") };
    assert_eq!(agreed(&world, &world.chief, theirs).await?, 2);
    let points = seen(&world, &world.member).await?;
    let told: Vec<_> = points.iter().map(|point| (point.line.number, point.line.side, point.line.owner.as_str())).collect();
    assert_eq!(told, [(2, Side::Theirs, ""), (1, Side::Ours, "Name of official")], "by the day they are due");
    assert_eq!(points[1].meeting.as_ref().map(|meeting| meeting.address.as_str()), Some("round-9"));
    assert_eq!(points[1].line.chapter.as_ref().map(|chapter| chapter.address.as_str()), Some("goods"));
    let owes = |actor: Actor| async move { owed(db, &actor).await.map(|points| points.len()) };
    assert_eq!((owes(world.official.clone()).await?, owes(world.lead.clone()).await?), (1, 0));
    assert!(one(db, &world.official, PERU, 1).await?.settles && !one(db, &world.official, PERU, 1).await?.keeps);
    assert_eq!(chapter::load(db, &world.official, PERU, "goods").await?.action_points.len(), 1);
    assert_eq!(meeting::load(db, &world.official, PERU, "round-9").await?.action_points.len(), 1);
    assert_eq!(agreement::load(db, &world.official, PERU).await?.action_points.map(|open| open.len()), Some(2));
    let news = world.news().await?;
    let last = news.last().ok_or("no news")?;
    assert_eq!((last.verb.as_str(), last.new.as_deref()), ("agree", Some("2026-04-10\ntheirs\n\nSend the list")));
    assert_whole(&world.bench).await
}

async fn is_refused_for_its_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let sound = || ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") };
    let faults = [
        (ActionPointForm { title: " ".into(), ..sound() }, "title", "required"),
        (ActionPointForm { title: "a".repeat(201), ..sound() }, "title", "too-long"),
        (ActionPointForm { note: "\u{7}".into(), ..sound() }, "note", "control-character"),
        (ActionPointForm { who: String::new(), ..sound() }, "who", "required"),
        (ActionPointForm { who: "anybody".into(), ..sound() }, "who", "not-of-the-delegation"),
        (ActionPointForm { who: to(&world.partner), ..sound() }, "who", "not-of-the-delegation"),
        (ActionPointForm { who: to(&world.stranger), ..sound() }, "who", "not-of-the-delegation"),
        (ActionPointForm { owner: "And another".into(), ..sound() }, "owner", "owner-named-twice"),
        (ActionPointForm { who: "ours".into(), ..sound() }, "owner", "owner-to-be-named"),
        (ActionPointForm { due: String::new(), ..sound() }, "due", "required"),
        (ActionPointForm { due: "2025-02-30".into(), ..sound() }, "due", "not-a-day"),
        (ActionPointForm { chapter: "no-such".into(), ..sound() }, "chapter", "chapter-of-another-agreement"),
        (ActionPointForm { meeting: "round-99".into(), ..sound() }, "meeting", "no-such-meeting"),
    ];
    for (form, field, code) in faults {
        assert_refused(agreed(&world, &world.chief, form).await, field, code);
    }
    let of_services = ActionPointForm { chapter: "services".into(), ..sound() };
    assert_not_found(agreed(&world, &world.lead, of_services).await);
    assert_not_found(agreed(&world, &world.lead, ActionPointForm { chapter: String::new(), ..sound() }).await);
    assert_eq!(world.count().await?, before, "a refusal leaves nothing");
    Ok(())
}

async fn is_put_off_with_a_reason_by_who_owes_it(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreed(&world, &world.lead, ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") }).await?;
    let other = async |actor: &Actor, day: &str, reason: &str| -> Result<Result<(), AppError>, Fault> {
        Ok(put_off(db, world.by(actor), at(&world, 1).await?, day.into(), reason.into()).await)
    };
    assert_refused(other(&world.official, "2026-04-20", "As it was").await?, "due", "due-unchanged");
    assert_refused(other(&world.official, "2026-04-27", "").await?, "reason", "reason-for-other-day");
    assert_refused(other(&world.official, "tomorrow", "Late").await?, "due", "not-a-day");
    other(&world.official, "2026-04-27", "The ministry of mines has not answered").await??;
    other(&world.member, "2026-04-24", "It has").await??;
    let point = one(db, &world.chief, PERU, 1).await?;
    let line = &point.point.line;
    assert_eq!((line.first_due.to_string(), line.due.to_string(), line.moved), ("2026-04-20".into(), "2026-04-24".into(), 2));
    let told: Vec<_> = point.changes.iter().map(|change| (change.verb.as_str(), change.reason.as_deref())).collect();
    assert_eq!(
        told,
        [("put-off", Some("It has")), ("put-off", Some("The ministry of mines has not answered")), ("agree", None)],
        "every change of the day has its reason"
    );
    settle(&world, &world.official, 1, "done", "").await??;
    assert_refused(other(&world.official, "2026-05-01", "Again").await?, "due", "action-settled");
    assert_whole(&world.bench).await
}

async fn is_settled_once_and_taken_up_again_with_a_reason(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    agreed(&world, &world.lead, ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") }).await?;
    assert_refused(settle(&world, &world.official, 1, "open", "Why").await?, "state", "action-state-not-next");
    settle(&world, &world.official, 1, "done", "Sent on Monday").await??;
    assert_refused(settle(&world, &world.official, 1, "done", "").await?, "state", "action-state-not-next");
    assert_refused(settle(&world, &world.lead, 1, "dropped", "Not needed").await?, "state", "action-state-not-next");
    assert_refused(settle(&world, &world.lead, 1, "open", "").await?, "reason", "reason-for-taking-up");
    settle(&world, &world.lead, 1, "open", "The wrong list").await??;
    assert_refused(settle(&world, &world.lead, 1, "dropped", " ").await?, "reason", "reason-for-dropping");
    settle(&world, &world.lead, 1, "dropped", "The offer was withdrawn").await??;
    let points = seen(&world, &world.chief).await?;
    assert_eq!((points[0].line.state, points[0].state_reason.as_str()), (ActionState::Dropped, "The offer was withdrawn"));
    assert_not_found(settle(&world, &world.chief, 1, "burnt", "").await?);
    assert_whole(&world.bench).await
}

async fn who_neither_keeps_nor_owes_it_changes_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreed(&world, &world.chief, ActionPointForm { who: to(&world.official), ..action_point("services", "2026-04-20") }).await?;
    let before = world.count().await?;
    for actor in [&world.lead, &world.member, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(settle(&world, actor, 1, "done", "").await?);
        assert_not_found(put_off(db, world.by(actor), at(&world, 1).await?, "2026-05-01".into(), "Late".into()).await);
        assert_not_found(edit(db, world.by(actor), at(&world, 1).await?, action_point("", "")).await);
    }
    for actor in [&world.official, &world.partner, &world.stranger, &world.admin] {
        assert_not_found(agreed(&world, actor, action_point("goods", "2026-04-20")).await);
        assert_not_found(choices(db, actor, PERU, now().date_naive()).await);
    }
    // Who owes it says when it is done, not what it is nor that it need not be done.
    assert_not_found(edit(db, world.by(&world.official), at(&world, 1).await?, action_point("", "")).await);
    assert_not_found(settle(&world, &world.official, 1, "dropped", "Mine").await?);
    assert_eq!(world.count().await?, before);
    let missing = At { slug: PERU.into(), number: 9, version: 1 };
    assert_not_found(move_to(db, world.by(&world.chief), missing, "done".into(), String::new()).await);
    assert_not_found(one(db, &world.chief, PERU, 9).await);
    Ok(())
}

async fn two_who_edit_one_end_with_one_conflict(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreed(&world, &world.lead, ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") }).await?;
    let saw = at(&world, 1).await?;
    let form = |title: &str| ActionPointForm {
        title: title.into(),
        who: "ours".into(),
        owner: "Ministry of Mines".into(),
        reason: "Clearer".into(),
        ..ActionPointForm::default()
    };
    edit(db, world.by(&world.lead), saw.clone(), form("Send the list of copper lines")).await?;
    let late = edit(db, world.by(&world.member), saw, form("Send another")).await;
    assert!(matches!(late, Err(AppError::Conflict { current_version: 2 })), "{late:?}");
    let point = one(db, &world.member, PERU, 1).await?.point;
    assert_eq!((point.line.title.as_str(), point.line.owner.as_str()), ("Send the list of copper lines", "Ministry of Mines"));
    assert!(owed(db, &world.official).await?.is_empty());
    let fields: Vec<String> =
        world.news().await?.into_iter().filter(|change| change.verb == "edit").map(|change| change.field).collect();
    assert_eq!(fields, ["title", "owner"]);
    assert_whole(&world.bench).await
}

async fn what_is_left_open_is_carried_over_once(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    meetings::plan(db, world.by(&world.chief), PERU.into(), round("2026-03-02..04")).await?;
    let next = meetings::MeetingForm { number: "10".into(), ..round("2026-05-04..06") };
    meetings::plan(db, world.by(&world.chief), PERU.into(), next).await?;
    let of_round =
        |title: &str| ActionPointForm { title: title.into(), meeting: "round-9".into(), ..action_point("goods", "2026-04-20") };
    for title in ["Open", "Done by then"] {
        agreed(&world, &world.chief, ActionPointForm { who: to(&world.official), ..of_round(title) }).await?;
    }
    agreed(&world, &world.chief, ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") }).await?;
    settle(&world, &world.official, 2, "done", "").await??;
    let waiting = async || Ok::<_, Fault>(meeting::load(db, &world.chief, PERU, "round-10").await?.points_to_carry_over);
    assert_eq!(waiting().await?, 0, "the round is not over");
    world.take_to("round-9", &["open", "in-progress", "closed"], "").await?;
    assert_eq!(waiting().await?, 1);
    assert_eq!(carry_over::take_over(db, world.by(&world.chief), PERU.into(), "round-10".into()).await?, 1);
    assert_eq!(waiting().await?, 0);
    let again = carry_over::take_over(db, world.by(&world.chief), PERU.into(), "round-10".into()).await;
    assert_refused(again, "carry_over", "nothing-to-carry-over");
    let there = meeting::load(db, &world.official, PERU, "round-10").await?.action_points;
    assert_eq!(there.iter().map(|point| point.line.title.as_str()).collect::<Vec<_>>(), ["Open"]);
    let point = one(db, &world.official, PERU, 1).await?;
    assert_eq!(point.carried.iter().map(|meeting| meeting.address.as_str()).collect::<Vec<_>>(), ["round-10"]);
    assert_eq!(point.changes.first().and_then(|change| change.new.clone()), Some("round\n10\n".into()));
    assert_whole(&world.bench).await
}

async fn what_was_due_is_counted_in_the_portfolio(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let today = now().date_naive();
    for (due, number) in [(today - chrono::Days::new(1), 1), (today, 2), (today - chrono::Days::new(9), 3)] {
        let form = ActionPointForm { who: to(&world.official), ..action_point("goods", &due.to_string()) };
        assert_eq!(agreed(&world, &world.chief, form).await?, number);
    }
    settle(&world, &world.official, 3, "done", "").await??;
    for (who, actor, overdue) in [("official", &world.official, 1), ("partner", &world.partner, 0)] {
        let rows = portfolio(&world.bench.db, actor, &Filters::default()).await?.rows;
        assert_eq!(rows.iter().map(|row| row.overdue).collect::<Vec<_>>(), [overdue], "{who}");
    }
    Ok(())
}

async fn an_archived_agreement_takes_none(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreed(&world, &world.chief, ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") }).await?;
    agreements::set_archived(db, world.by(&world.chief), PERU.into(), true, "Over".into()).await?;
    assert_refused(agreed(&world, &world.chief, action_point("goods", "2026-04-20")).await, "title", "agreement-archived");
    assert_refused(settle(&world, &world.official, 1, "done", "").await?, "title", "agreement-archived");
    assert!(owed(db, &world.official).await?.is_empty(), "nothing is owed of what is put away");
    let point = one(db, &world.chief, PERU, 1).await?;
    assert!(!point.keeps && !point.settles);
    assert_not_found(choices(db, &world.chief, PERU, now().date_naive()).await);
    Ok(())
}

async fn the_partner_is_told_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    agreed(&world, &world.chief, ActionPointForm { who: to(&world.official), ..action_point("goods", "2026-04-20") }).await?;
    for actor in [&world.partner, &world.stranger, &world.admin] {
        assert_not_found(list(db, actor, PERU).await);
        assert_not_found(one(db, actor, PERU, 1).await);
        assert!(owed(db, actor).await?.is_empty());
    }
    assert_eq!(agreement::load(db, &world.partner, PERU).await?.action_points, None);
    assert!(chapter::load(db, &world.partner, PERU, "goods").await?.action_points.is_empty());
    // Whoever is of the delegation no more owes nothing that is shown.
    let grant = world
        .bench
        .row::<(uuid::Uuid,)>("select g.id from grants g join accounts a on a.id = g.account_id where g.role = 'official'")
        .await?
        .0;
    grants::revoke(db, world.by(&world.chief), PERU.into(), accord_domain::ids::GrantId(grant)).await?;
    assert!(owed(db, &world.official).await?.is_empty());
    Ok(())
}
