//! The form that enters a standing body or edits it.

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_language::Speaker;
use accord_store::commands::bodies::{self, BodyForm};
use accord_store::queries::bodies::{BodyView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{PLACE, path};
use crate::components::form::{Filled, area, input, summary, tick};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 9] =
    ["name", "abbreviation", "countries", "mandate", "founded_on", "ended_on", "publisher", "illustrative", "reason"];

fn form_of(fields: &Fields) -> BodyForm {
    BodyForm {
        name: fields.get("name"),
        abbreviation: fields.get("abbreviation"),
        countries: fields.get("countries"),
        mandate: fields.get("mandate"),
        founded_on: fields.get("founded_on"),
        ended_on: fields.get("ended_on"),
        publisher: fields.get("publisher"),
        reason: fields.get("reason"),
        illustrative: fields.get("illustrative") == "yes",
    }
}

fn filled_of(body: &BodyView) -> Filled {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Filled::of([
        ("name", body.name.clone()),
        ("abbreviation", body.abbreviation.clone()),
        ("countries", body.countries.join(" ")),
        ("mandate", body.mandate.clone()),
        ("founded_on", day(body.founded_on)),
        ("ended_on", day(body.ended_on)),
        ("publisher", body.publisher.clone()),
    ])
}

fn compared(l: &Speaker) -> [(&'static str, String); 7] {
    [
        ("name", l.t("name")),
        ("abbreviation", l.t("abbreviation")),
        ("countries", l.t("countries")),
        ("mandate", l.t("mandate")),
        ("founded_on", l.t("founded-on")),
        ("ended_on", l.t("ended-on")),
        ("publisher", l.t("source")),
    ]
}

fn document(reader: &Reader, edited: Option<(&BodyView, i64)>, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t(if edited.is_some() { "edit-body" } else { "enter-body" });
    let action = edited.map_or_else(|| "/bodies/new".to_owned(), |(body, _)| format!("{}/edit", path(&body.address)));
    let mut way = vec![("/trade".to_owned(), l.t("trade")), ("/bodies".to_owned(), l.t("standing-bodies"))];
    way.extend(edited.map(|(body, _)| (path(&body.address), body.name.clone())));
    page(&reader.visitor, Screen::plain(title.clone(), PLACE), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            {conflict.map(|stands| both_edits(reader, stands, filled, &compared(&l)))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {edited.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {input(filled, "name", l.t("name"), String::new(), "text", "off")}
                {input(filled, "abbreviation", l.t("abbreviation"), l.t("abbreviation-hint"), "text", "off")}
                {area(filled, "countries", l.t("countries"), l.t("body-countries-hint"))}
                {area(filled, "mandate", l.t("mandate"), l.t("mandate-hint"))}
                {input(filled, "founded_on", l.t("founded-on"), l.t("founded-on-hint"), "text", "off")}
                {input(filled, "ended_on", l.t("ended-on"), l.t("ended-on-hint"), "text", "off")}
                {input(filled, "publisher", l.t("source"), l.t("body-source-hint"), "text", "off")}
                {edited.is_none().then(|| tick(filled, "illustrative", "yes", l.t("figure-illustrative")))}
                {edited.is_some().then(|| area(filled, "reason", l.t("reason"), l.t("reason-optional")))}
                <p class="actions"><button>{if edited.is_some() { l.t("save") } else { l.t("enter-body") }}</button></p>
            </form>
        }
    })
}

fn keeper(reader: &Reader) -> Result<(), Failure> {
    if reader.actor().holds(HouseRight::EditProgramme) { Ok(()) } else { Err(Failure(AppError::NotFound)) }
}

/// The empty form.
pub async fn new(reader: Reader) -> Answer {
    keeper(&reader)?;
    Ok(document(&reader, None, &Filled::default(), None).into_response())
}

/// Enters the body.
pub async fn found(reader: Reader, fields: Fields) -> Answer {
    match bodies::found(reader.db(), reader.command(), form_of(&fields)).await {
        Ok(address) => Ok(done(&path(&address), "body")),
        Err(error) => {
            again(error, |error| document(&reader, None, &refuse(reader.speaker(), typed(&fields, &NAMES), error, "name"), None))
        }
    }
}

/// The form of a body that stands.
pub async fn edit(reader: Reader, Path(address): Path<String>) -> Answer {
    keeper(&reader)?;
    let body = load(reader.db(), reader.actor(), &address, reader.speaker().today()).await?;
    Ok(document(&reader, Some((&body, body.version)), &filled_of(&body), None).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path(address): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let body = load(reader.db(), reader.actor(), &address, reader.speaker().today()).await?;
    match bodies::edit(reader.db(), reader.command(), address, fields.version(), form_of(&fields)).await {
        Ok(()) => Ok(done(&path(&body.address), "body")),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "name");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&body));
            let version = if stands.is_some() { body.version } else { fields.version() };
            again(error, |_| document(&reader, Some((&body, version)), &filled, stands.as_ref()))
        }
    }
}
