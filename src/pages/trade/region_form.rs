//! Making a region, and editing which countries it has.

use accord_store::commands::trade::regions::{self, RegionForm};
use accord_store::queries::trade::region::{RegionView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use accord_domain::AppError;

use super::keeper;
use crate::components::form::{Filled, area, input, summary, tick};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse, typed};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 5] = ["code", "name", "publisher", "countries", "illustrative"];

fn form_of(fields: &Fields) -> RegionForm {
    RegionForm {
        code: fields.get("code"),
        name: fields.get("name"),
        publisher: fields.get("publisher"),
        countries: fields.get("countries"),
        illustrative: fields.get("illustrative") == "yes",
    }
}

fn filled_of(region: &RegionView) -> Filled {
    Filled::of([("name", region.name.clone()), ("publisher", region.publisher.clone()), ("countries", region.countries.join(" "))])
}

fn path(code: &str) -> String {
    format!("/regions/{}", code.to_lowercase())
}

fn document(reader: &Reader, edited: Option<(&RegionView, i64)>, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t(if edited.is_some() { "edit-region" } else { "make-region" });
    let action = edited.map_or_else(|| "/regions/new".to_owned(), |(region, _)| format!("{}/edit", path(&region.code)));
    let mut way = vec![("/trade".to_owned(), l.t("trade"))];
    way.extend(edited.map(|(region, _)| (path(&region.code), region.name.clone())));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            {conflict.map(|stands| both_edits(reader, stands, filled, &[("name", l.t("name")), ("countries", l.t("countries"))]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {edited.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {edited.is_none().then(|| input(filled, "code", l.t("region-code"), l.t("region-code-hint"), "text", "off"))}
                {input(filled, "name", l.t("name"), String::new(), "text", "off")}
                {input(filled, "publisher", l.t("source"), l.t("region-publisher-hint"), "text", "off")}
                {area(filled, "countries", l.t("countries"), l.t("region-countries-hint"))}
                {edited.is_none().then(|| tick(filled, "illustrative", "yes", l.t("figure-illustrative")))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
        }
    })
}

/// The empty form.
pub async fn new(reader: Reader) -> Answer {
    keeper(&reader)?;
    Ok(document(&reader, None, &Filled::default(), None).into_response())
}

/// Makes the region.
pub async fn make(reader: Reader, fields: Fields) -> Answer {
    match regions::make(reader.db(), reader.command(), form_of(&fields)).await {
        Ok(code) => Ok(done(&path(&code), "region")),
        Err(error) => {
            again(error, |error| document(&reader, None, &refuse(reader.speaker(), typed(&fields, &NAMES), error, "code"), None))
        }
    }
}

/// The form of a region.
pub async fn edit(reader: Reader, Path(code): Path<String>) -> Answer {
    keeper(&reader)?;
    let region = load(reader.db(), reader.actor(), &code.to_uppercase(), "", None).await?;
    Ok(document(&reader, Some((&region, region.version)), &filled_of(&region), None).into_response())
}

/// Saves it.
pub async fn save(reader: Reader, Path(code): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let region = load(reader.db(), reader.actor(), &code.to_uppercase(), "", None).await?;
    match regions::edit(reader.db(), reader.command(), region.code.clone(), fields.version(), form_of(&fields)).await {
        Ok(()) => Ok(done(&path(&region.code), "region")),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "name");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&region));
            let version = if stands.is_some() { region.version } else { fields.version() };
            again(error, |_| document(&reader, Some((&region, version)), &filled, stands.as_ref()))
        }
    }
}
