//! One proposal about the priority areas: what it asks for, by whom and why, and the decision.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::ids::ProposalId;
use accord_domain::priority::ProposalState;
use accord_language::Speaker;
use accord_store::commands::priority_proposals::{decide, withdraw as take_back};
use accord_store::queries::priorities::{Asked, PrioritiesView, ProposalLine, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, refuse, typed};
use super::priorities::{chapters, decision};
use super::words::{illustrative, or_dash};
use crate::components::form::{Filled, area, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// Which proposal: the agreement's part of the address and the proposal's.
type Address = Path<(String, String)>;

/// What a proposal asks for, in a line.
pub fn asked(l: &Speaker, line: &ProposalLine) -> AnyView {
    match &line.asked {
        Asked::Add { rank, title, .. } => view! {
            <span>{l.with("asked-add", &[("rank", l.number((*rank).into()).into())])} " " <strong dir="auto">{title.clone()}</strong></span>
        }
        .into_any(),
        Asked::Drop { title } => view! { <span>{l.t("asked-drop")} " " <strong dir="auto">{title.clone()}</strong></span> }.into_any(),
        Asked::Rerank(order) => {
            let moved = order.iter().zip(1_i16..).filter(|((stood, _), rank)| stood != rank).count();
            view! { <span>{l.count("asked-rerank", moved)}</span> }.into_any()
        }
    }
}

fn details(l: &Speaker, v: &PrioritiesView, line: &ProposalLine) -> AnyView {
    let l = *l;
    match &line.asked {
        Asked::Add { stance, sector, owner, chapters: linked, illustrative: is, .. } => view! {
            <dt>{l.t("stance")}</dt><dd>{l.word("stance", stance.code())} {illustrative(&l, *is)}</dd>
            <dt>{l.t("sector")}</dt><dd dir="auto">{or_dash(sector.clone())}</dd>
            <dt>{l.t("owner")}</dt><dd dir="auto">{or_dash(owner.clone())}</dd>
            {(!linked.is_empty()).then(|| view! { <dt>{l.t("linked-chapters")}</dt><dd>{chapters(&l, &v.slug, linked)}</dd> })}
        }
        .into_any(),
        Asked::Drop { .. } => ().into_any(),
        Asked::Rerank(order) => view! {
            <dt>{l.t("wanted-order")}</dt>
            <dd>
                <ol class="numbered">
                    {order
                        .iter()
                        .zip(1_i16..)
                        .map(|((stood, title), rank)| {
                            let was = (*stood != rank).then(|| l.with("rank-was", &[("rank", l.number((*stood).into()).into())]));
                            view! { <li><span dir="auto">{title.clone()}</span> {was.map(|was| view! { " " <span class="q">{was}</span> })}</li> }
                        })
                        .collect_view()}
                </ol>
            </dd>
        }
        .into_any(),
    }
}

fn document(reader: &Reader, v: &PrioritiesView, line: &ProposalLine, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let base = format!("/agreements/{}", v.slug);
    let way =
        vec![("/".to_owned(), l.t("portfolio")), (base.clone(), v.name.clone()), (format!("{base}/priorities"), l.t("priorities"))];
    let outdated = line.state == ProposalState::Pending && !line.fits;
    page(&reader.visitor, Screen::plain(l.t("proposal"), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, l.t("proposal"))}
            <h1>{l.t("proposal")}</h1>
            <p class="lede">{asked(&l, line)}</p>
            {summary(filled, l.t("problem"))}
            {outdated.then(|| view! { <div class="notice warn"><strong>{l.t("outdated")}</strong> " " {l.t("outdated-told")}</div> })}
            <dl class="facts">
                {details(&l, v, line)}
                <dt>{l.t("reason")}</dt><dd class="prose" dir="auto">{line.reason.clone()}</dd>
                <dt>{l.t("proposed-by")}</dt><dd><span dir="auto">{line.proposer.clone()}</span> " · " {l.instant(line.proposed_at)}</dd>
                <dt>{l.t("state")}</dt><dd>{decision(&l, line)}</dd>
                {line.decided.as_ref().filter(|decided| !decided.reason.is_empty()).map(|decided| view! {
                    <dt>{l.t("decision-reason")}</dt><dd class="prose" dir="auto">{decided.reason.clone()}</dd>
                })}
            </dl>
            <div id="decision" class="screen-only">{forms(&l, v, line, filled)}</div>
        }
    })
}

fn forms(l: &Speaker, v: &PrioritiesView, line: &ProposalLine, filled: &Filled) -> AnyView {
    if line.state != ProposalState::Pending {
        return ().into_any();
    }
    let base = format!("/agreements/{}/priorities/proposals/{}", v.slug, line.id.0);
    let decides = v.may(Act::ApprovePriorities);
    let approve = (decides && line.fits).then(|| {
        view! {
            <form method="post" action=format!("{base}/approve")>
                {area(filled, "approve_reason", l.t("decision-note"), l.t("reason-optional"))}
                <p class="actions"><button>{l.t("approve-proposal")}</button></p>
            </form>
        }
    });
    let refuse = decides.then(|| {
        view! {
            <details open=filled.error("refuse_reason").is_some() || !line.fits>
                <summary>{l.t("refuse-proposal")}</summary>
                <form method="post" action=format!("{base}/refuse")>
                    {area(filled, "refuse_reason", l.t("reason"), l.t("refuse-hint"))}
                    <p class="actions"><button class="danger">{l.t("refuse-proposal")}</button></p>
                </form>
            </details>
        }
    });
    let withdraw = (line.mine && v.may(Act::ProposePriorities)).then(|| {
        view! {
            <form method="post" action=format!("{base}/withdraw")>
                <p class="actions"><button class="plain">{l.t("withdraw-proposal")}</button></p>
            </form>
        }
    });
    view! { {approve} {refuse} {withdraw} }.into_any()
}

async fn found(reader: &Reader, slug: &str, id: ProposalId) -> Result<(PrioritiesView, ProposalLine), Failure> {
    let view = load(reader.db(), reader.actor(), slug).await?;
    let line = view.proposals.iter().find(|line| line.id == id).cloned().ok_or(AppError::NotFound)?;
    Ok((view, line))
}

fn proposal_id(raw: &str) -> Result<ProposalId, AppError> {
    raw.parse().map(ProposalId).map_err(|_| AppError::NotFound)
}

/// The screen.
pub async fn show(reader: Reader, Path((slug, id)): Address) -> Answer {
    let (view, line) = found(&reader, &slug, proposal_id(&id)?).await?;
    Ok(document(&reader, &view, &line, &Filled::default()).into_response())
}

/// Approves the proposal.
pub async fn approve(reader: Reader, Path((slug, id)): Address, fields: Fields) -> Answer {
    let id = proposal_id(&id)?;
    let outcome = decide(reader.db(), reader.command(), slug.clone(), id, true, fields.get("approve_reason")).await;
    answered(&reader, &slug, id, &fields, ("approve_reason", "approved"), outcome).await
}

/// Refuses it with a reason.
pub async fn refuse_it(reader: Reader, Path((slug, id)): Address, fields: Fields) -> Answer {
    let id = proposal_id(&id)?;
    let outcome = decide(reader.db(), reader.command(), slug.clone(), id, false, fields.get("refuse_reason")).await;
    answered(&reader, &slug, id, &fields, ("refuse_reason", "refused"), outcome).await
}

/// Takes it back, by whoever made it.
pub async fn withdraw(reader: Reader, Path((slug, id)): Address, fields: Fields) -> Answer {
    let id = proposal_id(&id)?;
    let outcome = take_back(reader.db(), reader.command(), slug.clone(), id).await;
    answered(&reader, &slug, id, &fields, ("decision", "withdrawn"), outcome).await
}

async fn answered(
    reader: &Reader,
    slug: &str,
    id: ProposalId,
    fields: &Fields,
    (field, done_as): (&str, &str),
    outcome: Result<(), AppError>,
) -> Answer {
    let error = match outcome {
        Ok(()) => return Ok(done(&format!("/agreements/{slug}/priorities"), done_as)),
        Err(error) => error,
    };
    let (view, line) = found(reader, slug, id).await?;
    again(error, |error| {
        let typed = typed(fields, &["approve_reason", "refuse_reason"]);
        document(reader, &view, &line, &refuse(reader.speaker(), typed, error, "decision").told_at("reason", field))
    })
}
