//! Standing bodies: listed, each with its meetings, and in short beside the trade of the countries that have a part in them.

pub mod form;

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_language::Speaker;
use accord_store::queries::bodies::{BodyLine, BodyView, HeldMeeting, all, load, with_any_of};
use accord_store::queries::house_changes::HouseChange;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::document::{Place, Screen, crumbs, page};
use super::history::house_history;
use super::lists::Saved;
use super::meetings::days_told;
use super::words::{illustrative, or_dash, saved};
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// Under which part of the navigation these screens stand.
const PLACE: Place = Place::Trade;

/// The address of a body.
fn path(address: &str) -> String {
    format!("/bodies/{address}")
}

fn countries_told(l: &Speaker, countries: &[String]) -> String {
    countries.iter().map(|code| l.party(code, code)).collect::<Vec<_>>().join(", ")
}

/// The list.
pub async fn list(reader: Reader, Query(query): Query<Saved>) -> Answer {
    let l = *reader.speaker();
    let found = all(reader.db(), reader.actor(), l.today()).await?;
    let keeps = reader.actor().holds(HouseRight::EditProgramme);
    let title = l.t("standing-bodies");
    let document = page(&reader.visitor, Screen::plain(title.clone(), PLACE), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1>{title.clone()}</h1>
            <p class="lede">{l.t("standing-bodies-lede")}</p>
            {saved(&l, query.saved.as_deref())}
            {table(&l, &found, title.clone())}
            {keeps.then(|| view! { <p class="actions"><a class="button" href="/bodies/new">{l.t("enter-body")}</a></p> })}
        }
    });
    Ok(document.into_response())
}

fn table(l: &Speaker, lines: &[BodyLine], caption: String) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{l.t("no-bodies")}</p> }.into_any();
    }
    let l = *l;
    let row = |line: &BodyLine| {
        view! {
            <tr>
                <td class="wide">
                    <strong><a href=path(&line.address) dir="auto">{line.name.clone()}</a></strong> " " {illustrative(&l, line.illustrative)}
                    {(!line.abbreviation.is_empty()).then(|| view! { <span class="q">{line.abbreviation.clone()}</span> })}
                    {line.ended_on.map(|day| view! { <span class="q">{l.with("body-ended", &[("day", l.day(day).into())])}</span> })}
                </td>
                <td data-l=l.t("countries")>{countries_told(&l, &line.countries)}</td>
                <td class="day" data-l=l.t("last-meeting")>{or_dash(line.last.map(|dates| l.partial_date(dates)).unwrap_or_default())}</td>
                <td class="day" data-l=l.t("next-meeting")>{or_dash(line.next.map(|dates| l.partial_date(dates)).unwrap_or_default())}</td>
            </tr>
        }
    };
    view! {
        <table class="bodies">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("standing-body")}</th>
                    <th scope="col">{l.t("countries")}</th>
                    <th scope="col">{l.t("last-meeting")}</th>
                    <th scope="col">{l.t("next-meeting")}</th>
                </tr>
            </thead>
            <tbody>{lines.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The bodies with any of the countries, for a page about these; nothing where there are none.
pub async fn beside(reader: &Reader, countries: &[String]) -> Result<AnyView, AppError> {
    let l = *reader.speaker();
    let found = with_any_of(reader.db(), reader.actor(), countries, l.today()).await?;
    if found.is_empty() {
        return Ok(().into_any());
    }
    let title = l.t("standing-bodies");
    Ok(view! { <h2 id="bodies">{title.clone()}</h2> {table(&l, &found, title)} }.into_any())
}

/// One body.
pub async fn show(reader: Reader, Path(address): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = load(reader.db(), reader.actor(), &address, reader.speaker().today()).await?;
    Ok(document(&reader, &found, query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, found: &BodyView, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let own = path(&found.address);
    page(&reader.visitor, Screen::plain(found.name.clone(), PLACE), || {
        let links = vec![("/trade".into(), l.t("trade")), ("/bodies".into(), l.t("standing-bodies"))];
        let plans = found.keeps && found.ended_on.is_none();
        view! {
            {crumbs(l.t("breadcrumb"), links, found.name.clone())}
            <h1 dir="auto">{found.name.clone()}</h1>
            <p class="lede">{countries_told(&l, &found.countries)} " " {illustrative(&l, found.illustrative)}</p>
            {saved(&l, told)}
            <dl class="facts">
                {(!found.abbreviation.is_empty()).then(|| view! { <dt>{l.t("abbreviation")}</dt><dd>{found.abbreviation.clone()}</dd> })}
                {(!found.mandate.is_empty()).then(|| view! { <dt>{l.t("mandate")}</dt><dd class="prose" dir="auto">{found.mandate.clone()}</dd> })}
                <dt>{l.t("founded-on")}</dt><dd>{found.founded_on.map_or_else(|| l.t("not-founded"), |day| l.day(day))}</dd>
                {found.ended_on.map(|day| view! { <dt>{l.t("ended-on")}</dt><dd>{l.day(day)}</dd> })}
                <dt>{l.t("source")}</dt><dd><cite dir="auto">{found.publisher.clone()}</cite></dd>
            </dl>
            <h2 id="meetings">{l.t("meetings")}</h2>
            {match &found.meetings {
                Some(lines) => super::house_meetings::table(&l, lines, l.t("meetings"), l.t("no-body-meetings")),
                None => held(&l, &found.held),
            }}
            {found.keeps.then(|| view! {
                <p class="actions screen-only">
                    {plans.then(|| view! {
                        <a class="button" href=format!("/meetings/new?body={}", form_urlencoded(&found.address))>{l.t("plan-body-meeting")}</a>
                    })}
                    <a class="button" href=format!("{own}/edit")>{l.t("edit-body")}</a>
                </p>
            })}
            {house_history(&l, &found.history, "body-field", |change, text| value(&l, change, text))}
        }
    })
}

/// The meetings that were held, as the public knows them.
fn held(l: &Speaker, lines: &[HeldMeeting]) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{l.t("no-body-meetings")}</p> }.into_any();
    }
    let l = *l;
    let line = |line: &HeldMeeting| {
        view! {
            <li>
                {days_told(&l, line.dates)} {(!line.place.is_empty()).then(|| format!(", {}", line.place))} " "
                {illustrative(&l, line.illustrative)}
            </li>
        }
    };
    view! { <ul class="plain-list">{lines.iter().map(line).collect_view()}</ul> }.into_any()
}

fn value(l: &Speaker, change: &HouseChange, text: &str) -> String {
    match change.field.as_str() {
        "countries" => text.split(' ').map(|code| l.party(code, code)).collect::<Vec<_>>().join(", "),
        "founded_on" | "ended_on" => text.parse().map_or_else(|_| text.to_owned(), |day| l.day(day)),
        // The countries stand on the line after the name.
        "found" => text.lines().next().unwrap_or_default().to_owned(),
        _ => text.to_owned(),
    }
}
