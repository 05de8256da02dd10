//! The form that enters a barrier in the register or corrects it.

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::barrier::{BarrierKind, Rag};
use accord_language::{Speaker, places};
use accord_store::commands::barriers::card::{self, BarrierForm};
use accord_store::queries::barriers::filters::Filters;
use accord_store::queries::barriers::list::load as register;
use accord_store::queries::barriers::single::{BarrierView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{number_of, path};
use crate::components::form::{Filled, area, group, input, select, summary, tick};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, options, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 15] = [
    "title",
    "kind",
    "imposing",
    "affected",
    "codes",
    "sectors",
    "measure",
    "description",
    "owner",
    "raised_on",
    "publisher",
    "rag",
    "next_step",
    "illustrative",
    "reason",
];

fn keeper(reader: &Reader) -> Result<(), Failure> {
    if reader.actor().holds(HouseRight::EditBarriers) { Ok(()) } else { Err(Failure(AppError::NotFound)) }
}

/// The barrier that is edited, at a version.
struct Edited<'e> {
    number: i64,
    version: i64,
    stands: Option<&'e Filled>,
}

async fn document(reader: &Reader, edited: Option<Edited<'_>>, filled: &Filled) -> Result<Html<String>, Failure> {
    let sectors = register(reader.db(), reader.actor(), &Filters::default(), true).await?.sectors;
    let l = *reader.speaker();
    let title = if edited.is_some() { l.t("edit-barrier") } else { l.t("enter-barrier") };
    let action = edited.as_ref().map_or_else(|| "/barriers/new".to_owned(), |edited| format!("{}/edit", path(edited.number)));
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Barriers), || {
        let conflict = edited.as_ref().and_then(|edited| edited.stands);
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/barriers".into(), l.t("barriers"))], title.clone())}
            <h1>{title}</h1>
            {conflict.map(|stands| both_edits(reader, stands, filled, &labels(&l)))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {edited.as_ref().map(|edited| view! { <input type="hidden" name="version" value=edited.version /> })}
                {input(filled, "title", l.t("title"), l.t("barrier-title-hint"), "text", "off")}
                {select(filled, "kind", l.t("kind"), l.t("barrier-kind-hint"), options(&l, "barrier-kind", BarrierKind::ALL.iter().map(|of| of.code())))}
                {input(filled, "imposing", l.t("imposed-by"), l.t("country-or-group-hint"), "text", "off")}
                {input(filled, "affected", l.t("exports-of"), l.t("country-or-group-hint"), "text", "off")}
                {input(filled, "codes", l.t("hs-codes"), l.t("hs-codes-hint"), "text", "off")}
                {(!sectors.is_empty()).then(|| group(filled, "sectors".into(), l.t("sectors-hindered"), view! {
                    {sectors.iter().map(|(address, name)| tick(filled, "sectors", address, name.clone())).collect_view()}
                }.into_any()))}
                {input(filled, "measure", l.t("measure"), l.t("measure-hint"), "text", "off")}
                {area(filled, "description", l.t("what-it-does"), l.t("what-it-does-hint"))}
                {input(filled, "owner", l.t("owner"), String::new(), "text", "off")}
                {input(filled, "raised_on", l.t("raised-on"), l.t("day-hint"), "text", "off")}
                {input(filled, "publisher", l.t("source"), l.t("barrier-source-hint"), "text", "off")}
                {edited.is_none().then(|| view! {
                    {select(filled, "rag", l.t("rag"), String::new(), options(&l, "rag", Rag::ALL.iter().map(|of| of.code())))}
                    {area(filled, "next_step", l.t("next-step"), String::new())}
                    {tick(filled, "illustrative", "yes", l.t("figure-illustrative"))}
                })}
                {edited.is_some().then(|| area(filled, "reason", l.t("reason"), l.t("reason-optional")))}
                <p class="actions"><button>{if edited.is_some() { l.t("save") } else { l.t("enter-barrier") }}</button></p>
            </form>
        }
    }))
}

fn labels(l: &Speaker) -> Vec<(&'static str, String)> {
    vec![
        ("title", l.t("title")),
        ("kind", l.t("kind")),
        ("imposing", l.t("imposed-by")),
        ("affected", l.t("exports-of")),
        ("codes", l.t("hs-codes")),
        ("measure", l.t("measure")),
        ("description", l.t("what-it-does")),
        ("owner", l.t("owner")),
        ("raised_on", l.t("raised-on")),
        ("publisher", l.t("source")),
    ]
}

/// The empty form.
pub async fn new(reader: Reader) -> Answer {
    keeper(&reader)?;
    let l = reader.speaker();
    let filled =
        Filled::of([("affected", l.party("IN", "IN")), ("raised_on", l.today().to_string()), ("rag", Rag::Red.code().to_owned())]);
    Ok(document(&reader, None, &filled).await?.into_response())
}

fn form_of(fields: &Fields) -> BarrierForm {
    let place = |name: &str| {
        let typed = fields.get(name);
        places::code_of(&typed).map_or(typed, str::to_owned)
    };
    BarrierForm {
        title: fields.get("title"),
        kind: fields.get("kind"),
        imposing: place("imposing"),
        affected: place("affected"),
        codes: fields.get("codes"),
        sectors: fields.all("sectors"),
        measure: fields.get("measure"),
        description: fields.get("description"),
        owner: fields.get("owner"),
        raised_on: fields.get("raised_on"),
        publisher: fields.get("publisher"),
        illustrative: fields.get("illustrative") == "yes",
        reason: fields.get("reason"),
        rag: fields.get("rag"),
        next_step: fields.get("next_step"),
    }
}

/// Enters it.
pub async fn open(reader: Reader, fields: Fields) -> Answer {
    match card::open(reader.db(), reader.command(), form_of(&fields)).await {
        Ok(number) => Ok(done(&path(number), "barrier")),
        Err(AppError::NotFound) => Err(Failure(AppError::NotFound)),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "title");
            let document = document(&reader, None, &filled).await?;
            again(error, |_| document)
        }
    }
}

fn filled_of(l: &Speaker, found: &BarrierView) -> Filled {
    let barrier = &found.barrier;
    let mut values: Vec<(String, String)> = [
        ("title", barrier.title.clone()),
        ("kind", barrier.kind.code().to_owned()),
        ("imposing", l.party(&barrier.imposing, &barrier.imposing)),
        ("affected", l.party(&barrier.affected, &barrier.affected)),
        ("codes", barrier.codes.clone()),
        ("measure", barrier.measure.clone()),
        ("description", barrier.description.clone()),
        ("owner", barrier.owner.clone()),
        ("raised_on", barrier.raised_on.to_string()),
        ("publisher", barrier.publisher.clone()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    values.extend(found.sectors.iter().map(|(address, _)| ("sectors".to_owned(), address.clone())));
    Filled::refused(values, Vec::new())
}

/// The form with what stands.
pub async fn edit(reader: Reader, Path(number): Path<String>) -> Answer {
    keeper(&reader)?;
    let number = number_of(&number)?;
    let found = load(reader.db(), reader.actor(), number).await?;
    let edited = Edited { number, version: found.barrier.version, stands: None };
    Ok(document(&reader, Some(edited), &filled_of(reader.speaker(), &found)).await?.into_response())
}

/// Corrects it.
pub async fn save(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    match card::save(reader.db(), reader.command(), number, fields.version(), form_of(&fields)).await {
        Ok(()) => Ok(done(&path(number), "barrier")),
        Err(AppError::NotFound) => Err(Failure(AppError::NotFound)),
        Err(error) => {
            let found = load(reader.db(), reader.actor(), number).await?;
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "title");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(reader.speaker(), &found));
            let version = if stands.is_some() { found.barrier.version } else { fields.version() };
            let document = document(&reader, Some(Edited { number, version, stands: stands.as_ref() }), &filled).await?;
            again(error, |_| document)
        }
    }
}
