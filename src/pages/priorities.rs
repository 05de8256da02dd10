//! The priority areas of an agreement: the list as it stands, what is proposed of it by whom, when and why, and the forms to propose
//! another order or that an area be dropped.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::ids::PriorityId;
use accord_domain::priority::ProposalState;
use accord_language::Speaker;
use accord_store::commands::priorities as areas;
use accord_store::commands::priority_proposals::{Wanted, propose};
use accord_store::queries::agreement::AgreementView;
use accord_store::queries::priorities::{AreaLine, LinkedChapter, PrioritiesView, ProposalLine, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::*;

use super::document::{Place, Screen, crumbs, page};
use super::lists::{Saved, again, done, refuse, typed};
use super::priority_draft::{Draft, draft_form};
use super::priority_proposal::asked;
use super::words::{chapter_title, illustrative, saved};
use crate::components::form::{Filled, area, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// How many areas the page of the agreement shows.
const TOP: usize = 5;

/// What the page shows beside what stands.
#[derive(Default)]
struct Shown {
    filled: Filled,
    draft: Option<Draft>,
    /// The order that was wanted of a list that has changed since, by the titles.
    conflict: Option<Vec<String>>,
}

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(query): Query<Saved>) -> Answer {
    let view = load(reader.db(), reader.actor(), &slug).await?;
    Ok(document(&reader, &view, Shown::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, v: &PrioritiesView, shown: Shown, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let base = format!("/agreements/{}", v.slug);
    let proposes = v.may(Act::ProposePriorities);
    page(&reader.visitor, Screen::plain(format!("{} – {}", l.t("priorities"), v.name), Place::Portfolio), || {
        let Shown { filled, draft, conflict } = shown;
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio")), (base.clone(), v.name.clone())], l.t("priorities"))}
            <h1>{l.t("priorities")}</h1>
            <p class="lede">{l.t("priorities-lede")}</p>
            {saved(&l, told)}
            {conflict.map(|wanted| overtaken(&l, wanted))}
            {summary(&filled, l.t("problem"))}
            <div class="cols">
                <div>
                    {list(&l, v)}
                    {proposes.then(|| view! {
                        <p class="actions"><a class="button" href=format!("{base}/priorities/new")>{l.t("propose-area")}</a></p>
                    })}
                    {(proposes && v.areas.len() > 1).then(|| draft_form(&l, v, draft.unwrap_or_else(|| Draft::standing(v.areas.len())), &filled))}
                    {(proposes && !v.areas.is_empty()).then(|| dropping(&l, v, &filled))}
                </div>
                <aside>{pending(&l, v)} {settled(&l, v)}</aside>
            </div>
        }
    })
}

/// What was wanted of a list that has changed meanwhile.
fn overtaken(l: &Speaker, wanted: Vec<String>) -> AnyView {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus">
            <h2>{l.t("failure-conflict")}</h2>
            <p>{l.t("priorities-overtaken")}</p>
            {(!wanted.is_empty()).then(|| view! {
                <p>{l.t("conflict-yours")} ":"</p>
                <ol class="numbered">{wanted.into_iter().map(|title| view! { <li dir="auto">{title}</li> }).collect_view()}</ol>
            })}
        </div>
    }
    .into_any()
}

fn list(l: &Speaker, v: &PrioritiesView) -> AnyView {
    if v.areas.is_empty() {
        return view! { <p class="empty">{l.t("no-priorities")}</p> }.into_any();
    }
    let l = *l;
    let acts = v.may(Act::FlagForMinister) || v.areas.iter().any(|area| v.may_edit(area));
    view! {
        <table>
            <caption class="visually-hidden">{l.t("priorities")}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{l.t("rank")}</th>
                    <th scope="col">{l.t("priority-area")}</th>
                    <th scope="col">{l.t("stance")}</th>
                    <th scope="col">{l.t("owner")}</th>
                    <th scope="col">{l.t("chapters")}</th>
                    {acts.then(|| view! { <th scope="col"><span class="visually-hidden">{l.t("manage")}</span></th> })}
                </tr>
            </thead>
            <tbody>{v.areas.iter().map(|area| row(&l, v, area, acts)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(l: &Speaker, v: &PrioritiesView, area: &AreaLine, acts: bool) -> AnyView {
    let base = format!("/agreements/{}/priorities/{}", v.slug, area.id.0);
    let flags = v.may(Act::FlagForMinister).then(|| {
        let (label, value) = if area.for_minister { (l.t("unflag-area"), "") } else { (l.t("flag-area"), "yes") };
        view! {
            <form method="post" action=format!("{base}/flag")>
                <input type="hidden" name="flagged" value=value />
                <button class="link">{label} <span class="visually-hidden" dir="auto">": " {area.title.clone()}</span></button>
            </form>
        }
    });
    view! {
        <tr>
            <td class="n" data-l=l.t("rank")>{l.number(area.rank.into())}</td>
            <td class="wide">
                <strong dir="auto">{area.title.clone()}</strong> {illustrative(l, area.illustrative)}
                {area.for_minister.then(|| view! { " " {flag(l)} })}
                {(!area.sector.is_empty()).then(|| view! { <span class="q" dir="auto">{area.sector.clone()}</span> })}
            </td>
            <td data-l=l.t("stance")>{stance(l, area)}</td>
            <td data-l=(!area.owner.is_empty()).then(|| l.t("owner")) dir="auto">{area.owner.clone()}</td>
            <td class="wide">{chapters(l, &v.slug, &area.chapters)}</td>
            {acts.then(|| view! {
                <td>
                    {v.may_edit(area).then(|| view! {
                        <a href=format!("{base}/edit")>{l.t("edit-area")} <span class="visually-hidden" dir="auto">": " {area.title.clone()}</span></a>
                    })}
                    {flags}
                </td>
            })}
        </tr>
    }
    .into_any()
}

/// The minister's flag: a word with a sign.
fn flag(l: &Speaker) -> AnyView {
    view! { <span class="flag minister">{l.t("for-minister")}</span> }.into_any()
}

/// Offensive or defensive: a word with a sign, outward or inward.
fn stance(l: &Speaker, area: &AreaLine) -> AnyView {
    view! { <span class=format!("stance {}", area.stance.code())>{l.word("stance", area.stance.code())}</span> }.into_any()
}

/// Links to chapters.
pub fn chapters(l: &Speaker, slug: &str, chapters: &[LinkedChapter]) -> AnyView {
    let links = chapters.iter().map(|chapter| {
        let href = format!("/agreements/{slug}/chapters/{}", chapter.address);
        view! { <div><a href=href dir="auto">{chapter_title(l, chapter.kind, &chapter.title)}</a></div> }
    });
    links.collect_view().into_any()
}

fn dropping(l: &Speaker, v: &PrioritiesView, filled: &Filled) -> AnyView {
    let offered = v.areas.iter().map(|area| (area.id.0.to_string(), format!("{}. {}", l.number(area.rank.into()), area.title)));
    let mut choice = vec![(String::new(), l.t("choose-area"))];
    choice.extend(offered);
    view! {
        <details open=filled.error("dropped").is_some() || filled.error("drop_reason").is_some()>
            <summary>{l.t("propose-drop")}</summary>
            <form method="post" action=format!("/agreements/{}/priorities/drop", v.slug)>
                {select(filled, "dropped", l.t("priority-area"), String::new(), choice)}
                {area(filled, "drop_reason", l.t("reason"), l.t("proposal-reason-hint"))}
                {proposing(l, v, l.t("propose-drop"))}
            </form>
        </details>
    }
    .into_any()
}

/// The buttons of a form that proposes: who may approve may do both at once.
pub fn proposing(l: &Speaker, v: &PrioritiesView, label: String) -> AnyView {
    let both = v.may(Act::ApprovePriorities);
    view! {
        <p class="actions">
            <button>{label}</button>
            {both.then(|| view! { <button class="plain" name="approve" value="yes">{l.t("propose-and-approve")}</button> })}
        </p>
    }
    .into_any()
}

fn pending(l: &Speaker, v: &PrioritiesView) -> AnyView {
    let l = *l;
    let lines: Vec<&ProposalLine> = v.pending().collect();
    let none = lines.is_empty();
    view! {
        <section class="card" aria-labelledby="pending">
            <h2 id="pending">{l.t("proposals-pending")}</h2>
            {none.then(|| view! { <p class="empty">{l.t("no-proposals")}</p> })}
            <ul class="plain-list">
                {lines
                    .into_iter()
                    .map(|line| {
                        let decides = v.may(Act::ApprovePriorities);
                        let label = if decides { l.t("decide-proposal") } else { l.t("show-proposal") };
                        view! {
                            <li>
                                {asked(&l, line)}
                                {(!line.fits).then(|| view! { " " <span class="flag late">{l.t("outdated")}</span> })}
                                <span class="q" dir="auto">{line.reason.clone()}</span>
                                <span class="q">{line.proposer.clone()} " · " {l.ago(line.proposed_at)}</span>
                                <a href=format!("/agreements/{}/priorities/proposals/{}", v.slug, line.id.0)>{label}</a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

fn settled(l: &Speaker, v: &PrioritiesView) -> AnyView {
    let l = *l;
    let lines: Vec<&ProposalLine> = v.proposals.iter().filter(|line| line.state != ProposalState::Pending).collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="decided">
            <h2 id="decided">{l.t("proposals-decided")}</h2>
            <ul class="plain-list">
                {lines
                    .into_iter()
                    .map(|line| {
                        view! {
                            <li>
                                <a href=format!("/agreements/{}/priorities/proposals/{}", v.slug, line.id.0)>{asked(&l, line)}</a>
                                <span class="q">{decision(&l, line)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

/// What has become of a proposal, by whom and when.
pub fn decision(l: &Speaker, line: &ProposalLine) -> String {
    let Some(decided) = &line.decided else { return l.word("proposal", line.state.code()) };
    let state = if decided.own && line.state == ProposalState::Approved {
        l.t("proposal-approved-own")
    } else {
        l.word("proposal", line.state.code())
    };
    format!("{state} · {} · {}", decided.by, l.ago(decided.at))
}

/// The first areas on the page of the agreement; nothing below the delegation's clearance.
pub fn top(l: &Speaker, a: &AgreementView) -> AnyView {
    let Some(areas) = &a.priorities else { return ().into_any() };
    let more = areas.len().saturating_sub(TOP);
    view! {
        <h2 id="priorities">{l.t("priorities")}</h2>
        {ranked(l, areas.iter().take(TOP), l.t("no-priorities"))}
        {a.as_of.is_none().then(|| view! {
            <p class="actions">
                <a href=format!("/agreements/{}/priorities", a.slug)>
                    {if more > 0 { l.count("priorities-all-and", more) } else { l.t("priorities-all") }}
                </a>
            </p>
        })}
    }
    .into_any()
}

/// The areas a chapter serves, on its page.
pub fn of_chapter(l: &Speaker, slug: &str, areas: &[AreaLine]) -> AnyView {
    if areas.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="priorities">
            <h2 id="priorities">{l.t("priorities")}</h2>
            {ranked(l, areas.iter(), String::new())}
            <p class="actions"><a href=format!("/agreements/{slug}/priorities")>{l.t("priorities-all")}</a></p>
        </section>
    }
    .into_any()
}

/// Areas in a list, each with its rank, or a sentence where there are none.
pub fn ranked<'a>(l: &Speaker, areas: impl Iterator<Item = &'a AreaLine>, empty: String) -> AnyView {
    let mut areas = areas.peekable();
    if areas.peek().is_none() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let items = areas.map(|area| {
        view! {
            <li>
                <span class="rank">{l.number(area.rank.into())}</span>
                <span>
                    <strong dir="auto">{area.title.clone()}</strong> " " {stance(l, area)}
                    {area.for_minister.then(|| view! { " " {flag(l)} })} {illustrative(l, area.illustrative)}
                </span>
            </li>
        }
    });
    view! { <ul class="ranked">{items.collect_view()}</ul> }.into_any()
}

/// Loads the page for those who may propose.
pub async fn proposer(reader: &Reader, slug: &str) -> Result<PrioritiesView, Failure> {
    let view = load(reader.db(), reader.actor(), slug).await?;
    if view.may(Act::ProposePriorities) { Ok(view) } else { Err(Failure(AppError::NotFound)) }
}

/// Where a proposal leads.
pub fn proposed(slug: &str, approve: bool) -> Response {
    done(&format!("/agreements/{slug}/priorities"), if approve { "proposed-approved" } else { "proposed" })
}

/// Proposes another order, or moves an area within the draft of one, which changes nothing yet.
pub async fn order(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let view = proposer(&reader, &slug).await?;
    let draft = Draft::read(&fields);
    let filled = || typed(&fields, &["order_reason"]);
    if fields.has("move") && fields.version() == view.version {
        let draft = Some(draft.moved(&fields.get("move"), view.areas.len()));
        let shown = Shown { filled: Filled::refused(filled(), Vec::new()), draft, conflict: None };
        return Ok(document(&reader, &view, shown, None).into_response());
    }
    let wanted = Wanted::Order { version: fields.version(), ranks: draft.typed(view.areas.len()) };
    let approve = fields.get("approve") == "yes";
    let outcome = match fields.has("move") {
        true => Err(AppError::Conflict { current_version: view.version }),
        false => {
            propose(reader.db(), reader.command(), slug.clone(), wanted, fields.get("order_reason"), approve).await.map(|_| ())
        }
    };
    match outcome {
        Ok(()) => Ok(proposed(&slug, approve)),
        Err(error) => again(error, |error| {
            let filled = refuse(reader.speaker(), filled(), error, "order").told_at("reason", "order_reason");
            let conflict = matches!(error, AppError::Conflict { .. }).then(|| draft.titles(&fields));
            let draft = conflict.is_none().then_some(draft);
            document(&reader, &view, Shown { filled, draft, conflict }, None)
        }),
    }
}

/// Proposes that an area be dropped.
pub async fn drop(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let area = fields.get("dropped").parse().ok().map(PriorityId);
    let approve = fields.get("approve") == "yes";
    let reason = fields.get("drop_reason");
    match propose(reader.db(), reader.command(), slug.clone(), Wanted::Drop { area }, reason, approve).await {
        Ok(_) => Ok(proposed(&slug, approve)),
        Err(error) => {
            let view = proposer(&reader, &slug).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &["dropped", "drop_reason"]), error, "dropped");
                let filled = filled.told_at("area", "dropped").told_at("reason", "drop_reason");
                document(&reader, &view, Shown { filled, ..Shown::default() }, None)
            })
        }
    }
}

/// Flags an area for the minister, or takes the flag away.
pub async fn set_flag(reader: Reader, Path((slug, area)): Path<(String, String)>, fields: Fields) -> Answer {
    let area = area.parse().map(PriorityId).map_err(|_| AppError::NotFound)?;
    areas::flag(reader.db(), reader.command(), slug.clone(), area, fields.get("flagged") == "yes").await?;
    Ok(done(&format!("/agreements/{slug}/priorities"), "flag"))
}
