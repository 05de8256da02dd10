//! Correcting a consultation: its words, the day it closes, and its lines until somebody has answered.

use accord_domain::AppError;
use accord_store::commands::consultations::{self, EditForm};
use accord_store::queries::consultations::{ConsultationView, Line, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{number_of, path};
use crate::components::form::{Filled, area, input, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 4] = ["title", "introduction", "closes_on", "lines"];

/// A line as it is typed: its code, and the words.
fn typed_as(line: &Line) -> String {
    let hs = line.hs.as_ref().map(|hs| hs.as_str()).unwrap_or_default();
    format!("{hs} {}", line.question).trim().to_owned()
}

fn filled_of(found: &ConsultationView) -> Filled {
    Filled::of([
        ("title", found.title.clone()),
        ("introduction", found.introduction.clone()),
        ("closes_on", found.closes_on.to_string()),
        ("lines", found.lines.iter().map(typed_as).collect::<Vec<_>>().join("\n")),
    ])
}

async fn editable(reader: &Reader, slug: &str, number: i64) -> Result<ConsultationView, Failure> {
    let found = load(reader.db(), reader.actor(), slug, number).await?;
    if found.consults() { Ok(found) } else { Err(Failure(AppError::NotFound)) }
}

/// `stands` is what stands where somebody else saved meanwhile.
fn document(reader: &Reader, found: &ConsultationView, version: i64, filled: &Filled, stands: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let own = path(&found.slug, found.number);
    let agreement = format!("/agreements/{}", found.slug);
    let title = l.t("edit-consultation");
    let way = vec![
        ("/".to_owned(), l.t("portfolio")),
        (agreement.clone(), found.agreement.clone()),
        (format!("{agreement}/consultations"), l.t("consultations")),
        (own.clone(), found.title.clone()),
    ];
    // Lines that were typed before somebody answered are not lost.
    let may_ask = !found.is_answered() || filled.error("lines").is_some();
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            {stands.map(|stands| both_edits(reader, stands, filled, &[
                ("title", l.t("title")), ("introduction", l.t("introduction")), ("closes_on", l.t("closes-on")), ("lines", l.t("lines-asked")),
            ]))}
            {stands.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=format!("{own}/edit")>
                <input type="hidden" name="version" value=version />
                {input(filled, "title", l.t("title"), String::new(), "text", "off")}
                {area(filled, "introduction", l.t("introduction"), l.t("introduction-hint"))}
                {input(filled, "closes_on", l.t("closes-on"), l.t("closes-on-edit-hint"), "text", "off")}
                {if may_ask {
                    area(filled, "lines", l.t("lines-asked"), l.t("lines-edit-hint"))
                } else {
                    view! { <p class="q">{l.t("lines-stay")}</p> }.into_any()
                }}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
        }
    })
}

/// The form of a consultation that stands.
pub async fn show(reader: Reader, Path((slug, number)): Path<(String, String)>) -> Answer {
    let found = editable(&reader, &slug, number_of(&number)?).await?;
    Ok(document(&reader, &found, found.version, &filled_of(&found), None).into_response())
}

/// Saves the corrections.
pub async fn save(reader: Reader, Path((slug, number)): Path<(String, String)>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let form = EditForm {
        title: fields.get("title"),
        introduction: fields.get("introduction"),
        closes_on: fields.get("closes_on"),
        lines: fields.has("lines").then(|| fields.get("lines")),
    };
    match consultations::edit(reader.db(), reader.command(), slug.clone(), number, fields.version(), form).await {
        Ok(()) => Ok(done(&path(&slug, number), "card")),
        Err(error) => {
            let found = editable(&reader, &slug, number).await?;
            again(error, |error| {
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&found));
                let mut values = typed(&fields, &NAMES);
                if !fields.has("lines") {
                    values.push(("lines".to_owned(), filled_of(&found).value("lines")));
                }
                let filled = refuse(reader.speaker(), values, error, "title");
                let version = if stands.is_some() { found.version } else { fields.version() };
                document(&reader, &found, version, &filled, stands.as_ref())
            })
        }
    }
}
