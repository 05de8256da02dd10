//! One agreement: its card, its chapters, its life, its lineage, what changed.

use std::sync::Arc;

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::agreement::Relation;
use accord_domain::lifecycle::{EventKind, Standing};
use accord_domain::ratification::RatificationStep;
use accord_domain::tracks::Track as _;
use accord_language::Speaker;
use accord_store::commands::agreements::{self, RatificationForm};
use accord_store::queries::agreement::{AgreementView, EventLine, load, named};
use accord_store::queries::as_of::load as past;
use accord_store::queries::portfolio::ChapterMark;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use chrono::NaiveDate;
use leptos::either::Either;
use leptos::prelude::*;

use super::action_points;
use super::as_of::{self, AS_OF};
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use super::meetings;
use super::portfolio::{Steps, chapter_strip, legend, mark_title, vessel_of};
use super::priorities;
use super::trade::section::trade_figures;
use super::words::{Shown, changes, illustrative, saved, stage_tag};
use crate::components::form::{Filled, area, input, select, summary};
use crate::components::strip::single;
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen, now or as of a day.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(query): Query<as_of::Asked>) -> Answer {
    let day = match as_of::chosen(reader.speaker(), &query.as_of) {
        Ok(None) => {
            let agreement = load(reader.db(), reader.actor(), &slug).await?;
            return Ok(document(&reader, agreement, &Filled::default(), query.saved.as_deref()).into_response());
        }
        Ok(Some(day)) => day,
        Err(error) => {
            let agreement = load(reader.db(), reader.actor(), &slug).await?;
            let filled = as_of::filled(reader.speaker(), &query.as_of, Some(&error));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, document(&reader, agreement, &filled, None)).into_response());
        }
    };
    let filled = as_of::filled(reader.speaker(), &query.as_of, None);
    match past(reader.db(), reader.actor(), &slug, day).await? {
        Some(agreement) => Ok(document(&reader, agreement, &filled, None).into_response()),
        None => Ok(before(&reader, &slug, day, &filled).await?.into_response()),
    }
}

/// The screen of a day on which Accord held nothing of the agreement.
async fn before(reader: &Reader, slug: &str, day: NaiveDate, filled: &Filled) -> Result<Html<String>, AppError> {
    let (_, name) = named(reader.db(), reader.actor(), slug).await?;
    let l = *reader.speaker();
    Ok(page(&reader.visitor, Screen::plain(name.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio"))], name.clone())}
            <h1 dir="auto">{name}</h1>
            {as_of::banner(&l, day, format!("/agreements/{slug}"))}
            <p class="empty">{l.t("as-of-nothing")}</p>
            {as_of::choice(&l, filled, format!("/agreements/{slug}"))}
        }
    }))
}

fn document(reader: &Reader, agreement: AgreementView, filled: &Filled, told: Option<&str>) -> Html<String> {
    let a = agreement;
    let l = a.as_of.map_or(*reader.speaker(), |day| as_of::then(reader.speaker(), day));
    let base = format!("/agreements/{}", a.slug);
    let until = a.as_of.map(|day| format!("?to={day}")).unwrap_or_default();
    page(&reader.visitor, Screen::plain(a.name.clone(), Place::Portfolio), || {
        let chapters = a.chapters.as_deref().map(|marks| chapters_section(&l, &a, marks));
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio"))], a.name.clone())}
            <h1 dir="auto">{a.name.clone()}</h1>
            <p class="lede">
                {stage_tag(&l, a.stage)} " · " {l.word("kind", a.kind.code())} {illustrative(&l, a.illustrative)}
                {a.archived.then(|| view! { " · " <strong>{l.t("archived")}</strong> })}
            </p>
            {a.as_of.map(|day| as_of::banner(&l, day, base.clone()))}
            {saved(&l, told)}
            {summary(filled, l.t(if filled.error(AS_OF).is_some() { "as-of-problem" } else { "problem" }))}
            <div class="cols">
                <div>
                    {chapters}
                    {priorities::top(&l, &a)}
                    {action_points::top(&l, &a)}
                    {(a.as_of.is_none() && a.action_points.is_some()).then(|| view! {
                        <p class="actions"><a href=format!("{base}/consultations")>{l.t("consultations")}</a> " " <a href=format!("/barriers?agreement={}", a.slug)>{l.t("barriers")}</a></p>
                    })}
                    {meetings::section(&l, &a)}
                    {trade_figures(&l, &a.trade)}
                    <h2 id="life">{l.t("lifecycle")}</h2>
                    <p><a href=format!("{base}/timeline")>{l.t("timeline-with-milestones")}</a></p>
                    {timeline(&l, &a)}
                    {a.may(Act::RecordEvents).then(|| view! {
                        <p class="actions"><a class="button" href=format!("{base}/events/new")>{l.t("record-event")}</a></p>
                    })}
                    {ratification(&l, &a, filled)}
                    <h2>{l.t("recent-changes")}</h2>
                    {changes(&l, &a.changes, Shown::Agreement, l.t("no-changes"))}
                    <p class="actions"><a href=format!("{base}/changes{until}")>{l.t("what-changed-between")}</a></p>
                </div>
                <aside>
                    {card(&l, &a)}
                    {a.brief.then(|| view! { <p class="actions"><a class="button" href=format!("{base}/brief")>{l.word("document-kind", "brief")}</a></p> })}
                    {lineage(&l, &a, filled)}
                    <section class="screen-only">{as_of::choice(&l, filled, base.clone())}</section>
                    {a.as_of.is_none().then(|| manage(&l, &a, filled))}
                </aside>
            </div>
        }
    })
}

fn card(l: &Speaker, a: &AgreementView) -> impl IntoView + use<> {
    let shows_chiefs = a.parties.iter().any(|party| party.chief_negotiator.as_ref().is_some_and(|name| !name.is_empty()));
    view! {
        <div class="card">
            <h2>{l.t("at-a-glance")}</h2>
            <dl>
                <dt>{l.t("parties")}</dt>
                <dd>{a.parties.iter().map(|party| l.party(&party.code, &party.name)).collect::<Vec<_>>().join(", ")}</dd>
                <dt>{l.t("stage")}</dt>
                <dd>{l.word("stage", a.stage.code())}</dd>
                {(!a.lead_ministry.is_empty()).then(|| view! { <dt>{l.t("lead-ministry")}</dt><dd dir="auto">{a.lead_ministry.clone()}</dd> })}
                {shows_chiefs.then(|| view! {
                    <dt>{l.t("chief-negotiators")}</dt>
                    <dd>
                        {a.parties
                            .iter()
                            .filter_map(|party| party.chief_negotiator.clone().filter(|name| !name.is_empty()).map(|name| (party, name)))
                            .map(|(party, name)| view! { <div><span dir="auto">{name}</span> " " <span class="q">{l.party(&party.code, &party.name)}</span></div> })
                            .collect_view()}
                    </dd>
                })}
                {(!a.languages.is_empty()).then(|| view! { <dt>{l.t("languages")}</dt><dd>{a.languages.clone()}</dd> })}
                {(!a.objective.is_empty()).then(|| view! { <dt>{l.t("objective")}</dt><dd dir="auto">{a.objective.clone()}</dd> })}
            </dl>
        </div>
    }
}

fn chapters_section(l: &Speaker, a: &AgreementView, marks: &[ChapterMark]) -> impl IntoView + use<> {
    let l = *l;
    let base = format!("/agreements/{}", a.slug);
    let opens = a.may(Act::OpenChapters);
    let new = opens
        .then(|| view! { <p class="actions"><a class="button" href=format!("{base}/chapters/new")>{l.t("open-chapter")}</a></p> });
    if marks.is_empty() {
        return Either::Left(view! { <h2>{l.t("chapters")}</h2><p class="empty">{l.t("no-chapters-yet")}</p>{new} });
    }
    let confident = marks.iter().any(|mark| mark.confidence.is_some());
    let labels = RowLabels::of(&l);
    let closed = marks.iter().filter(|mark| mark.text.counts_as_closed()).count();
    let told = l.with("closed-of", &[("part", l.number(closed as i64).into()), ("total", l.number(marks.len() as i64).into())]);
    Either::Right(view! {
        <h2 id="chapters">{l.t("chapters")}</h2>
        <p class="strip-line">
            {chapter_strip(&l, &Steps::of(&l), &marks.iter().map(vessel_of).collect::<Vec<_>>())} <span>{told}</span>
            {a.as_of.is_none().then(|| view! {
                <span class="downloads">
                    <a href=format!("{base}/chapters.xlsx")>"XLSX"</a> " " <a href=format!("{base}/chapters.csv")>"CSV"</a>
                </span>
            })}
        </p>
        <table>
            <caption class="visually-hidden">{l.t("chapters")}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{l.t("number-short")}</th>
                    <th scope="col">{l.t("chapter")}</th>
                    <th scope="col">{l.t("text-track")}</th>
                    {confident.then(|| view! { <th scope="col">{l.t("market-access")}</th> })}
                    <th scope="col" class="n">{l.t("open-brackets")}</th>
                    <th scope="col">{l.t("since")}</th>
                    {confident.then(|| view! { <th scope="col">{l.t("look-here")}</th> })}
                </tr>
            </thead>
            <tbody>{marks.iter().map(|mark| chapter_row(&l, &labels, a, mark, confident)).collect_view()}</tbody>
        </table>
        {legend(&l, confident)}
        {new}
    })
}

/// The labels of the cells on a narrow screen, looked up once for all rows.
struct RowLabels {
    number: Arc<str>,
    market_access: Arc<str>,
    open_brackets: Arc<str>,
    since: Arc<str>,
}

impl RowLabels {
    fn of(l: &Speaker) -> Self {
        Self {
            number: l.t("number-short").into(),
            market_access: l.t("market-access").into(),
            open_brackets: l.t("open-brackets").into(),
            since: l.t("since").into(),
        }
    }
}

fn chapter_row(l: &Speaker, labels: &RowLabels, a: &AgreementView, mark: &ChapterMark, confident: bool) -> impl IntoView + use<> {
    // A chapter has no screen of the past to lead to.
    let title = match a.as_of {
        None => {
            let address = format!("/agreements/{}/chapters/{}", a.slug, mark.address);
            Either::Left(view! { <a href=address dir="auto">{mark_title(l, mark)}</a> })
        }
        Some(_) => Either::Right(view! { <span dir="auto">{mark_title(l, mark)}</span> }),
    };
    let market = mark.confidence.as_ref().and_then(|known| known.market);
    let known = mark.confidence.clone();
    view! {
        <tr>
            <td class="n" data-l=labels.number.clone()>{l.number(mark.number.into())}</td>
            <td class="wide">{title}</td>
            <td class="wide"><span class="status">{single(vessel_of(mark))} {l.word("text", mark.text.code())}</span></td>
            {confident.then(|| view! {
                <td data-l=labels.market_access.clone()>{market.map_or_else(|| "–".to_owned(), |status| l.word("market", status.code()))}</td>
            })}
            <td class="n" data-l=labels.open_brackets.clone()>{l.number(mark.open_brackets)}</td>
            <td class="day" data-l=labels.since.clone()>{l.day(mark.text_since.with_timezone(&l.zone).date_naive())}</td>
            {confident.then(|| view! {
                <td class="wide">
                    {known.as_ref().is_some_and(|known| known.escalated).then(|| view! { <span class="flag up">{l.t("escalated")}</span> })}
                    {known.as_ref().is_some_and(|known| known.parked).then(|| view! { <span class="flag late">{l.t("parked")}</span> })}
                </td>
            })}
        </tr>
    }
}

fn timeline(l: &Speaker, a: &AgreementView) -> impl IntoView + use<> {
    if a.events.is_empty() {
        return Either::Left(view! { <p class="empty">{l.t("no-events")}</p> });
    }
    let l = *l;
    Either::Right(view! { <ol class="timeline">{a.events.iter().rev().map(|event| event_line(&l, event, a)).collect_view()}</ol> })
}

fn event_line(l: &Speaker, event: &EventLine, a: &AgreementView) -> impl IntoView + use<> {
    let superseded = event.standing != Standing::Stands;
    let class = match (event.held, superseded) {
        (_, true) => "superseded",
        (false, _) => "planned",
        _ => "held",
    };
    let date = event.claims.first().map(|claim| l.partial_date(claim.date)).unwrap_or_default();
    let place = event.claims.first().map(|claim| claim.place.clone()).filter(|place| !place.is_empty());
    let what = l.word("event", event.kind.code());
    let why = Some(event.standing_reason.clone()).filter(|why| superseded && !why.is_empty() && a.roles.may(Act::ReadReasons));
    let edit = (a.may(Act::RecordEvents) && !superseded).then(|| {
        let correct = l.with("correct-event", &[("what", format!("{what}, {date}").into())]);
        view! { <a class="q" href=format!("/agreements/{}/events/{}", a.slug, event.id.0)>{correct}</a> }
    });
    view! {
        <li class=class>
            <span class="when">{date}</span>
            <div>
                <strong>{what}</strong>
                {place.map(|place| view! { ", " <span dir="auto">{place}</span> })}
                {(!event.held).then(|| view! { " " <span class="illustrative">{l.t("planned")}</span> })}
                {illustrative(l, event.illustrative)}
                {superseded.then(|| view! { " " <span class="illustrative">{l.word("standing", event.standing.code())}</span> })}
                {(!event.note.is_empty()).then(|| view! { <div class="q" dir="auto">{event.note.clone()}</div> })}
                {why.map(|why| view! { <div class="q" dir="auto">{why}</div> })}
                {sources(l, event)}
                {edit}
            </div>
        </li>
    }
}

fn sources(l: &Speaker, event: &EventLine) -> impl IntoView + use<> {
    event
        .claims
        .iter()
        .map(|claim| {
            let source =
                if claim.title.is_empty() { claim.publisher.clone() } else { format!("{}, {}", claim.publisher, claim.title) };
            let conflicting = (!claim.preferred).then(|| {
                let says = [l.partial_date(claim.date), claim.place.clone()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>();
                l.with("other-source-says", &[("claim", says.join(", ").into())])
            });
            view! {
                <div class="source">
                    {conflicting.map(|says| view! { <span>{says} " "</span> })}
                    {l.t("source")} ": " <cite dir="auto">{source}</cite>
                    {(!claim.verified).then(|| view! { " " <span class="illustrative">{l.t("unverified")}</span> })}
                </div>
            }
        })
        .collect_view()
}

fn ratification(l: &Speaker, a: &AgreementView, filled: &Filled) -> AnyView {
    let l = *l;
    let records = a.may(Act::RecordEvents);
    let after_signing = a.stage >= accord_domain::lifecycle::Stage::Signed;
    if a.ratification.is_empty() && !(records && after_signing) {
        return ().into_any();
    }
    let parties: Vec<(String, String)> =
        a.parties.iter().map(|party| (party.code.clone(), l.party(&party.code, &party.name))).collect();
    let name =
        |code: &str| parties.iter().find(|(known, _)| known == code).map_or_else(|| code.to_owned(), |(_, name)| name.clone());
    let rows = a
        .ratification
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <td class="wide">{name(&line.party)}</td>
                    <td class="wide">{l.word("ratification", line.step.code())} {illustrative(&l, line.illustrative)}</td>
                    <td class="day" data-l=l.t("date")>{line.date.map_or_else(|| l.t("expected"), |date| l.partial_date(date))}</td>
                    <td class="wide"><span class="source"><cite dir="auto">{line.publisher.clone()}</cite></span></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h2>{l.t("ratification")}</h2>
        {if a.ratification.is_empty() {
            view! { <p class="empty">{l.t("no-ratification")}</p> }.into_any()
        } else {
            view! {
                <table>
                    <caption class="visually-hidden">{l.t("ratification")}</caption>
                    <thead>
                        <tr><th scope="col">{l.t("party")}</th><th scope="col">{l.t("step")}</th><th scope="col">{l.t("date")}</th><th scope="col">{l.t("source")}</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }.into_any()
        }}
        {records.then(|| view! {
            <details open=["party", "step", "ratified_on", "ratification_source"].iter().any(|name| filled.error(name).is_some())>
                <summary>{l.t("record-ratification")}</summary>
                <form method="post" action=format!("/agreements/{}/ratification", a.slug)>
                    {select(filled, "party", l.t("party"), String::new(), parties.clone())}
                    {select(filled, "step", l.t("step"), String::new(), options(&l, "ratification", RatificationStep::ALL.iter().map(|step| step.code())))}
                    {input(filled, "ratified_on", l.t("date"), l.t("ratified-on-hint"), "text", "off")}
                    {input(filled, "ratification_source", l.t("source"), l.t("publisher-hint"), "text", "off")}
                    <p class="actions"><button>{l.t("save")}</button></p>
                </form>
            </details>
        })}
    }
    .into_any()
}

fn lineage(l: &Speaker, a: &AgreementView, filled: &Filled) -> AnyView {
    let l = *l;
    let edits = a.may(Act::EditAgreement);
    if a.relatives.is_empty() && !edits {
        return ().into_any();
    }
    let as_of = a.as_of.map(|day| format!("?{AS_OF}={day}")).unwrap_or_default();
    view! {
        <section aria-labelledby="lineage">
            <h2 id="lineage">{l.t("lineage")}</h2>
            {a.relatives.is_empty().then(|| view! { <p class="empty">{l.t("no-lineage")}</p> })}
            <ul class="plain-list">
                {a.relatives
                    .iter()
                    .map(|other| {
                        let key = format!("{}-{}", other.relation.code(), if other.earlier { "earlier" } else { "later" });
                        view! {
                            <li>
                                <span class="q">{l.word("lineage", &key)}</span>
                                <a href=format!("/agreements/{}{as_of}", other.slug) dir="auto">{other.name.clone()}</a>
                                " " {stage_tag(&l, other.stage)}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            {edits.then(|| view! {
                <details open=filled.error("earlier").is_some() || filled.error("relation").is_some()>
                    <summary>{l.t("add-relation")}</summary>
                    <form method="post" action=format!("/agreements/{}/relations", a.slug)>
                        {select(filled, "relation", l.t("relation"), String::new(), options(&l, "relation", Relation::ALL.iter().map(|relation| relation.code())))}
                        {input(filled, "earlier", l.t("earlier-agreement"), l.t("earlier-agreement-hint"), "text", "off")}
                        <p class="actions"><button>{l.t("save")}</button></p>
                    </form>
                </details>
            })}
        </section>
    }
    .into_any()
}

fn manage(l: &Speaker, a: &AgreementView, filled: &Filled) -> AnyView {
    if !a.roles.may(Act::EditAgreement) {
        return ().into_any();
    }
    let base = format!("/agreements/{}", a.slug);
    let (verb, path) = if a.archived { ("restore-agreement", "restore") } else { ("archive-agreement", "archive") };
    view! {
        <section class="screen-only" aria-labelledby="manage">
            <h2 id="manage">{l.t("manage")}</h2>
            <p class="actions">
                {(!a.archived).then(|| view! { <a class="button" href=format!("{base}/edit")>{l.t("edit-agreement")}</a> })}
                <a class="button" href=format!("{base}/people")>{l.t("people")}</a>
            </p>
            <details open=filled.error("reason").is_some()>
                <summary>{l.t(verb)}</summary>
                <form method="post" action=format!("{base}/{path}")>
                    {area(filled, "reason", l.t("reason"), String::new())}
                    <p class="actions"><button class="danger">{l.t(verb)}</button></p>
                </form>
            </details>
        </section>
    }
    .into_any()
}

async fn refused(reader: &Reader, slug: &str, fields: &Fields, names: &[&str], error: AppError) -> Answer {
    let agreement = load(reader.db(), reader.actor(), slug).await?;
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(fields, names), error, "reason");
        document(reader, agreement, &filled, None)
    })
}

/// Archives the agreement.
pub async fn archive(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match agreements::set_archived(reader.db(), reader.command(), slug.clone(), true, fields.get("reason")).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "archived")),
        Err(error) => refused(&reader, &slug, &fields, &["reason"], error).await,
    }
}

/// Brings it back.
pub async fn restore(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match agreements::set_archived(reader.db(), reader.command(), slug.clone(), false, fields.get("reason")).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "restored")),
        Err(error) => refused(&reader, &slug, &fields, &["reason"], error).await,
    }
}

/// Places the agreement in a lineage.
pub async fn relate(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let (relation, earlier) = (fields.get("relation"), fields.get("earlier"));
    match agreements::relate(reader.db(), reader.command(), slug.clone(), relation, earlier).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "relation")),
        Err(error) => refused(&reader, &slug, &fields, &["relation", "earlier"], error).await,
    }
}

/// Records a step of ratification.
pub async fn ratify(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let form = RatificationForm {
        party: fields.get("party"),
        step: fields.get("step"),
        date: fields.get("ratified_on"),
        publisher: fields.get("ratification_source"),
        illustrative: false,
    };
    match agreements::record_ratification(reader.db(), reader.command(), slug.clone(), form, reader.speaker().today()).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "ratification")),
        Err(error) => refused(&reader, &slug, &fields, &["party", "step", "ratified_on", "ratification_source"], error).await,
    }
}

/// The kinds of event a form offers.
pub fn event_kinds(l: &Speaker) -> Vec<(String, String)> {
    options(l, "event", EventKind::ALL.iter().map(|kind| kind.code()))
}
