//! Consultations: opened by leads, answered by link without an account, read by the delegation.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::consultation::{LineStance, MOST_INVITED};
use accord_domain::ids::InvitationId;
use accord_store::actor::new_id;
use accord_store::commands::consultations::{
    self, ConsultationForm, EditForm, InvitationForm, LineAnswer, When, answer, edit, invite, open, renew, revoke,
};
use accord_store::queries::changes::{Of, recent};
use accord_store::queries::consultations::{by_token, list, load};
use accord_store::queries::{agreement, chapter};
use chrono::Duration;

use crate::harness::{Bench, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, now};

on_both!(
    who_has_the_link_answers_and_sees_nothing_else,
    answers_are_changed_until_it_closes,
    what_was_answered_before_is_told_line_by_line,
    who_says_again_what_stands_changes_nothing,
    a_link_that_is_revoked_opens_nothing,
    a_new_link_takes_the_place_of_one_that_was_lost,
    no_more_are_invited_than_may_be,
    its_words_and_its_day_are_corrected,
    its_lines_are_edited_until_somebody_answers,
    two_who_correct_it_are_told_of_each_other,
    only_the_delegation_reads_and_only_leads_open,
    faults_are_refused_beside_their_fields,
    the_history_tells_who_answered,
    it_stands_beside_the_chapter_it_concerns,
    the_line_that_divides_them_stands_first,
);

/// Something in every table of consultations.
pub async fn plant(world: &World) -> Outcome {
    let (_, token) = asked(world).await?;
    answer(&world.bench.db, live(), token, 1, vec![said(1, "support", "Gladly")]).await?;
    Ok(())
}

fn after(days: i64) -> When {
    When { at: now() + Duration::days(days), imported: false }
}

fn live() -> When {
    after(0)
}

fn form() -> ConsultationForm {
    ConsultationForm {
        title: "Cars and fish".into(),
        introduction: "Before round 11.".into(),
        chapter: "goods".into(),
        closes_on: (now() + Duration::days(30)).date_naive().to_string(),
        lines: "8703 Motor cars\n304 Fish fillets\nWhich rule of origin serves you?".into(),
    }
}

fn exporter(name: &str) -> InvitationForm {
    InvitationForm { name: name.into(), kind: "exporter".into(), anyway: false }
}

fn said(position: i64, stance: &str, comment: &str) -> LineAnswer {
    LineAnswer { position, stance: stance.into(), comment: comment.into() }
}

/// A consultation on goods with one exporter asked; its number and the link's secret part.
async fn asked(world: &World) -> Result<(i64, String), AppError> {
    let number = open(&world.bench.db, world.by(&world.lead), PERU.into(), form()).await?;
    let token = invite(&world.bench.db, world.by(&world.lead), PERU.into(), number, exporter("Motors of Pune")).await?;
    Ok((number, token))
}

async fn answered(world: &World, token: &str, version: i64, lines: Vec<LineAnswer>) -> Result<(), AppError> {
    answer(&world.bench.db, live(), token.to_owned(), version, lines).await
}

async fn who_has_the_link_answers_and_sees_nothing_else(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    let other = invite(db, world.by(&world.lead), PERU.into(), number, exporter("Fish of Kochi")).await?;
    assert_ne!(token, other);
    let kept: Vec<(String,)> = world.bench.rows("select token_hash from consultation_invitations").await?;
    assert!(kept.iter().all(|(hash,)| *hash != token && hash.len() == 64), "the link itself is not kept");
    answered(&world, &token, 1, vec![said(1, "support", "Gladly"), said(2, "", ""), said(3, "conditional", "CTH")]).await?;
    let own = by_token(db, &token).await?;
    assert_eq!((own.name.as_str(), own.lines.len(), own.answers.len(), own.version), ("Motors of Pune", 3, 2, 2));
    assert_eq!(own.lines[1].hs.as_ref().map(|hs| hs.as_str()), Some("0304"));
    assert!(by_token(db, &other).await?.answers.is_empty(), "one sees nothing of another's answers");
    assert_not_found(by_token(db, "").await.map(|_| ()));
    assert_not_found(by_token(db, &token[1..]).await.map(|_| ()));
    let read = load(db, &world.official, PERU, number).await?;
    let answers: Vec<_> = read.answers.iter().map(|answer| (answer.position, answer.stance, answer.comment.as_str())).collect();
    assert_eq!(answers, [(1, LineStance::Support, "Gladly"), (3, LineStance::Conditional, "CTH")]);
    let rates = list(db, &world.official, PERU).await?.consultations;
    assert_eq!(rates.iter().map(|line| (line.answered, line.invited)).collect::<Vec<_>>(), [(1, 2)]);
    assert_whole(&world.bench).await
}

async fn answers_are_changed_until_it_closes(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    answered(&world, &token, 1, vec![said(1, "support", "Gladly")]).await?;
    let stale = answered(&world, &token, 1, vec![said(1, "oppose", "No")]).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 2 }), "the same link in two windows");
    answered(&world, &token, 2, vec![said(2, "oppose", "No")]).await?;
    let read = load(db, &world.official, PERU, number).await?;
    assert_eq!(read.answers.iter().map(|answer| answer.position).collect::<Vec<_>>(), [2], "what was said before is replaced");
    let late = answer(db, after(31), token.clone(), 3, vec![said(1, "support", "")]).await;
    assert_refused(late, "answers", "consultation-closed");
    answer(db, after(30), token, 3, vec![said(1, "support", "")]).await?;
    Ok(())
}

async fn a_link_that_is_revoked_opens_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    answered(&world, &token, 1, vec![said(1, "support", "Gladly")]).await?;
    let id = load(db, &world.lead, PERU, number).await?.invitations[0].id;
    assert_not_found(revoke(db, world.by(&world.official), PERU.into(), number, id).await);
    revoke(db, world.by(&world.lead), PERU.into(), number, id).await?;
    assert_not_found(by_token(db, &token).await.map(|_| ()));
    assert_not_found(answered(&world, &token, 2, vec![said(1, "oppose", "")]).await);
    assert_not_found(revoke(db, world.by(&world.lead), PERU.into(), number, id).await);
    assert_eq!(load(db, &world.lead, PERU, number).await?.answers.len(), 1, "what was answered stays");
    Ok(())
}

async fn only_the_delegation_reads_and_only_leads_open(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, _) = asked(&world).await?;
    let opens = |actor: &Actor| open(db, world.by(actor), PERU.into(), form());
    for actor in [&world.partner, &world.admin] {
        assert_not_found(list(db, actor, PERU).await.map(|_| ()));
        assert_not_found(load(db, actor, PERU, number).await.map(|_| ()));
        assert_not_found(opens(actor).await);
    }
    assert_not_found(opens(&world.official).await);
    assert_not_found(invite(db, world.by(&world.official), PERU.into(), number, exporter("Mine")).await);
    assert!(!list(db, &world.official, PERU).await?.consults());
    assert_not_found(load(db, &world.official, PERU, number + 1).await.map(|_| ()));
    assert_eq!(opens(&world.chief).await?, number + 1);
    Ok(())
}

async fn faults_are_refused_beside_their_fields(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    let before = world.count().await?;
    for (field, code, form) in [
        ("title", "required", ConsultationForm { title: " ".into(), ..form() }),
        ("closes_on", "not-a-day", ConsultationForm { closes_on: "2025-02-30".into(), ..form() }),
        ("closes_on", "day-is-past", ConsultationForm { closes_on: "2020-01-01".into(), ..form() }),
        ("lines", "required", ConsultationForm { lines: String::new(), ..form() }),
        ("lines", "no-such-hs-chapter", ConsultationForm { lines: "7701 Nothing".into(), ..form() }),
        ("chapter", "unknown-choice", ConsultationForm { chapter: "nowhere".into(), ..form() }),
    ] {
        assert_refused(open(db, world.by(&world.lead), PERU.into(), form).await, field, code);
    }
    let again = invite(db, world.by(&world.lead), PERU.into(), number, exporter("Motors of Pune")).await;
    assert_refused(again, "name", "already-invited");
    let strange = InvitationForm { name: "X".into(), kind: "spy".into(), anyway: false };
    assert_refused(invite(db, world.by(&world.lead), PERU.into(), number, strange).await, "stakeholder_kind", "unknown-choice");
    for (field, code, lines) in [
        ("answers", "nothing-answered", vec![said(1, "", "")]),
        ("stance-2", "stance-missing", vec![said(1, "support", ""), said(2, "", "But")]),
        ("stance-1", "unknown-choice", vec![said(1, "perhaps", "")]),
        ("comment-1", "too-long", vec![said(1, "support", &"a".repeat(2_001))]),
        ("answers", "nothing-answered", vec![said(99, "support", "")]),
    ] {
        assert_refused(answered(&world, &token, 1, lines).await, field, code);
    }
    assert_eq!(world.count().await?, before, "nothing was changed");
    Ok(())
}

async fn the_history_tells_who_answered(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    answered(&world, &token, 1, vec![said(1, "support", "Gladly")]).await?;
    let id = load(db, &world.lead, PERU, number).await?.invitations[0].id;
    consultations::revoke(db, world.by(&world.lead), PERU.into(), number, id).await?;
    let of = agreement::load(db, &world.chief, PERU).await?.id;
    let told = recent(db, &world.official, Of::Agreement(of), 100).await?;
    let verbs: Vec<_> = told
        .iter()
        .rev()
        .filter(|change| change.subject == "consultation")
        .map(|change| (change.verb.as_str(), change.actor_name.as_str()))
        .collect();
    let lead = world.lead.name.as_str();
    assert_eq!(verbs, [("open", lead), ("invite", lead), ("answer", "Motors of Pune"), ("revoke", lead)]);
    let partner = recent(db, &world.partner, Of::Agreement(of), 100).await?;
    assert!(partner.iter().all(|change| change.subject != "consultation"), "the partner is told of none");
    assert_whole(&world.bench).await
}

async fn it_stands_beside_the_chapter_it_concerns(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, _) = asked(&world).await?;
    let beside = chapter::load(db, &world.official, PERU, "goods").await?.consultations.ok_or("not for the delegation")?;
    assert_eq!(beside.iter().map(|heard| heard.consultation.number).collect::<Vec<_>>(), [number]);
    assert!(beside.iter().all(|heard| heard.lines.is_empty()), "a line that nobody answered is not told");
    assert_eq!(chapter::load(db, &world.official, PERU, "sps").await?.consultations, Some(Vec::new()));
    assert_eq!(chapter::load(db, &world.partner, PERU, "goods").await?.consultations, None);
    Ok(())
}

/// Position, who changed it, and the stances before and after, the latest first.
async fn changed(world: &World, number: i64) -> Result<Vec<(i64, String, Option<LineStance>, Option<LineStance>)>, AppError> {
    let read = load(&world.bench.db, &world.official, PERU, number).await?;
    let stance = |answer: Option<(LineStance, String)>| answer.map(|(stance, _)| stance);
    Ok(read.changed.into_iter().map(|changed| (changed.position, changed.name, stance(changed.old), stance(changed.new))).collect())
}

async fn what_was_answered_before_is_told_line_by_line(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    answered(&world, &token, 1, vec![said(1, "support", "Gladly"), said(2, "support", ""), said(3, "conditional", "CTH")]).await?;
    assert_eq!(changed(&world, number).await?, [], "what was said first is no change");
    let first = "select count(*) from changes where verb = 'answer-line' and old is null";
    assert_eq!(world.bench.number(first).await?, 3, "and stands in the record");
    answered(&world, &token, 2, vec![said(1, "oppose", "No"), said(3, "conditional", "CTH")]).await?;
    let name = || "Motors of Pune".to_owned();
    let (support, oppose) = (Some(LineStance::Support), Some(LineStance::Oppose));
    assert_eq!(changed(&world, number).await?, [(1, name(), support, oppose), (2, name(), support, None)]);
    answered(&world, &token, 3, vec![said(1, "oppose", "Never"), said(2, "oppose", ""), said(3, "conditional", "CTH")]).await?;
    let latest = &load(db, &world.official, PERU, number).await?.changed[0];
    assert_eq!((&latest.old, &latest.new), (&Some((LineStance::Oppose, "No".into())), &Some((LineStance::Oppose, "Never".into()))));
    let of = agreement::load(db, &world.chief, PERU).await?.id;
    let told = recent(db, &world.official, Of::Agreement(of), 100).await?;
    let news: Vec<_> = told.iter().filter(|change| change.verb.starts_with("answer")).map(|change| change.verb.as_str()).collect();
    assert_eq!(news, ["answer-anew", "answer-anew", "answer"], "the news is that it was answered, not each line");
    let others = invite(db, world.by(&world.lead), PERU.into(), number, exporter("Fish of Kochi")).await?;
    answered(&world, &others, 1, vec![said(1, "support", "")]).await?;
    assert_eq!(changed(&world, number).await?.len(), 4, "another's first answer is no change of theirs");
    assert_whole(&world.bench).await
}

async fn who_says_again_what_stands_changes_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (_, token) = asked(&world).await?;
    let lines = || vec![said(1, "support", "Gladly"), said(2, "", "")];
    answered(&world, &token, 1, lines()).await?;
    let before = world.count().await?;
    answered(&world, &token, 1, lines()).await?;
    answered(&world, &token, 2, lines()).await?;
    assert_eq!(world.count().await?, before, "a second click records nothing");
    assert_eq!(by_token(&world.bench.db, &token).await?.version, 2);
    assert_whole(&world.bench).await
}

async fn a_new_link_takes_the_place_of_one_that_was_lost(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, lost) = asked(&world).await?;
    answered(&world, &lost, 1, vec![said(1, "support", "Gladly")]).await?;
    let id = load(db, &world.lead, PERU, number).await?.invitations[0].id;
    for actor in [&world.official, &world.partner, &world.admin] {
        assert_not_found(renew(db, world.by(actor), PERU.into(), number, id).await.map(|_| ()));
    }
    let strange = renew(db, world.by(&world.lead), PERU.into(), number, InvitationId(new_id())).await;
    assert_not_found(strange.map(|_| ()));
    let second = renew(db, world.by(&world.lead), PERU.into(), number, id).await?;
    assert_not_found(by_token(db, &lost).await.map(|_| ()));
    assert_not_found(answered(&world, &lost, 2, vec![said(1, "oppose", "")]).await);
    assert_eq!(by_token(db, &second).await?.answers.len(), 1, "what they answered stays");
    answered(&world, &second, 2, vec![said(1, "oppose", "")]).await?;
    revoke(db, world.by(&world.lead), PERU.into(), number, id).await?;
    let third = renew(db, world.by(&world.lead), PERU.into(), number, id).await?;
    assert!(!load(db, &world.lead, PERU, number).await?.invitations[0].revoked);
    assert_eq!(by_token(db, &third).await?.name, "Motors of Pune");
    let told = "select count(*) from changes where subject = 'consultation' and verb = 'renew'";
    assert_eq!(world.bench.number(told).await?, 2);
    assert_whole(&world.bench).await
}

async fn no_more_are_invited_than_may_be(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, _) = asked(&world).await?;
    let (consultation, stakeholder): (uuid::Uuid, uuid::Uuid) =
        world.bench.row("select consultation_id, stakeholder_id from consultation_invitations").await?;
    let (consultation, stakeholder) = (world.bench.uuid(consultation), world.bench.uuid(stakeholder));
    let rows: Vec<String> = (1..MOST_INVITED - 1)
        .map(|_| {
            let id = world.bench.uuid(new_id());
            format!("({id}, {consultation}, {stakeholder}, '', 'lead', '2026-03-01T00:00:00+00:00', 1)")
        })
        .collect();
    let columns = "id, consultation_id, stakeholder_id, token_hash, invited_by, invited_at, version";
    let sql = format!("insert into consultation_invitations ({columns}) values {}", rows.join(", "));
    world.bench.tamper(&sql).await?;
    invite(db, world.by(&world.lead), PERU.into(), number, exporter("The last")).await?;
    let more = invite(db, world.by(&world.lead), PERU.into(), number, exporter("One more")).await;
    assert_refused(more, "name", "too-many-invited");
    Ok(())
}

/// The consultation as its form shows it.
fn corrected() -> EditForm {
    let form = form();
    EditForm { title: form.title, introduction: form.introduction, closes_on: form.closes_on, lines: None }
}

async fn its_words_and_its_day_are_corrected(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    let edits = |form| edit(db, world.by(&world.lead), PERU.into(), number, 1, form);
    assert_not_found(edit(db, world.by(&world.official), PERU.into(), number, 1, corrected()).await);
    let day = |days: i64| (now() + Duration::days(days)).date_naive().to_string();
    assert_refused(edits(EditForm { title: " ".into(), ..corrected() }).await, "title", "required");
    assert_refused(edits(EditForm { closes_on: day(-2), ..corrected() }).await, "closes_on", "day-is-past");
    edits(EditForm { title: "Cars".into(), introduction: String::new(), closes_on: day(60), lines: None }).await?;
    answer(db, after(59), token.clone(), 1, vec![said(1, "support", "")]).await?;
    let closed = EditForm { title: "Cars".into(), introduction: String::new(), closes_on: day(-1), lines: None };
    edit(db, world.by(&world.lead), PERU.into(), number, 2, closed.clone()).await?;
    let late = answered(&world, &token, 2, vec![said(1, "oppose", "")]).await;
    assert_refused(late, "answers", "consultation-closed");
    edit(db, world.by(&world.lead), PERU.into(), number, 3, EditForm { title: "Motor cars".into(), ..closed }).await?;
    let read = load(db, &world.official, PERU, number).await?;
    assert_eq!((read.title.as_str(), read.introduction.as_str(), read.version), ("Motor cars", "", 4));
    let told: Vec<(String,)> = world
        .bench
        .rows("select field from changes where subject = 'consultation' and verb = 'edit' order by revision, ordinal")
        .await?;
    let told: Vec<_> = told.iter().map(|(field,)| field.as_str()).collect();
    assert_eq!(told, ["title", "introduction", "closes_on", "closes_on", "title"]);
    assert_whole(&world.bench).await
}

async fn its_lines_are_edited_until_somebody_answers(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    let ask = |version: i64, lines: &str| {
        let form = EditForm { lines: Some(lines.into()), ..corrected() };
        edit(db, world.by(&world.lead), PERU.into(), number, version, form)
    };
    assert_refused(ask(1, "7701 Nothing").await, "lines", "no-such-hs-chapter");
    ask(1, "8711 Motor cycles\n0304 Fish fillets").await?;
    let shown = by_token(db, &token).await?;
    assert_eq!(shown.lines.iter().map(|line| line.question.as_str()).collect::<Vec<_>>(), ["Motor cycles", "Fish fillets"]);
    let stale = answered(&world, &token, 1, vec![said(1, "support", "Cars")]).await;
    assert_eq!(stale, Err(AppError::Conflict { current_version: 2 }), "who saw other lines is told");
    answered(&world, &token, 2, vec![said(1, "support", "Cycles")]).await?;
    assert_refused(ask(2, "8703 Motor cars").await, "lines", "lines-are-answered");
    ask(2, "8711  Motor cycles\n\n304 Fish fillets").await?;
    assert_eq!(load(db, &world.official, PERU, number).await?.answers.len(), 1, "the same lines stay");
    let told = "select count(*) from changes where subject = 'consultation' and verb = 'edit' and field = 'lines'";
    assert_eq!(world.bench.number(told).await?, 1);
    assert_whole(&world.bench).await
}

async fn two_who_correct_it_are_told_of_each_other(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, _) = asked(&world).await?;
    let edits = |actor: &Actor, title: &str| {
        edit(db, world.by(actor), PERU.into(), number, 1, EditForm { title: title.into(), ..corrected() })
    };
    edits(&world.lead, "Cars, fish").await?;
    assert_eq!(edits(&world.chief, "Fish, cars").await, Err(AppError::Conflict { current_version: 2 }));
    assert_eq!(load(db, &world.official, PERU, number).await?.title, "Cars, fish");
    Ok(())
}

async fn the_line_that_divides_them_stands_first(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (number, token) = asked(&world).await?;
    let other = invite(db, world.by(&world.lead), PERU.into(), number, exporter("Fish of Kochi")).await?;
    answered(&world, &token, 1, vec![said(1, "support", ""), said(2, "conditional", "")]).await?;
    answered(&world, &other, 1, vec![said(1, "support", ""), said(2, "oppose", "No")]).await?;
    let beside = chapter::load(db, &world.official, PERU, "goods").await?.consultations.ok_or("not for the delegation")?;
    let lines: Vec<_> =
        beside[0].lines.iter().map(|heard| (heard.line.position, heard.stances.each().collect::<Vec<_>>())).collect();
    let split = vec![(LineStance::Conditional, 1), (LineStance::Oppose, 1)];
    assert_eq!(lines, [(2, split), (1, vec![(LineStance::Support, 2)])]);
    let read = load(db, &world.official, PERU, number).await?;
    assert_eq!(read.stances(&read.lines[0]).each().collect::<Vec<_>>(), [(LineStance::Support, 2)]);
    Ok(())
}
