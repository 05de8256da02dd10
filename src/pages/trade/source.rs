//! What is known of who published figures: its name, whether it was verified, whether its codes are all trade.

use accord_domain::AppError;
use accord_domain::ids::SourceId;
use accord_language::Speaker;
use accord_store::commands::trade::{SourceForm, sources};
use accord_store::queries::house_changes::HouseChange;
use accord_store::queries::trade::sources::{ImportLine, SourceView, imports, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::figure_form::source_of;
use super::imported::import_list;
use super::keeper;
use super::tables::source_name;
use crate::components::form::{Filled, area, input, summary, tick};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::history::house_history;
use crate::pages::lists::{Saved, again, done, refuse, typed};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 6] = ["publisher", "source_title", "verified", "illustrative", "complete", "reason"];

/// The address of a source.
pub fn path(id: SourceId) -> String {
    format!("/trade/sources/{}", id.0)
}

fn source_id(raw: &str) -> Result<SourceId, AppError> {
    raw.parse().map(SourceId).map_err(|_| AppError::NotFound)
}

fn filled_of(source: &SourceView) -> Filled {
    let ticked = |is: bool| if is { "yes".to_owned() } else { String::new() };
    Filled::of([
        ("publisher", source.publisher.clone()),
        ("source_title", source.title.clone()),
        ("verified", ticked(source.verified)),
        ("illustrative", ticked(source.illustrative)),
        ("complete", ticked(source.complete)),
    ])
}

/// A source with all that stands on its page.
struct Loaded {
    source: SourceView,
    history: Vec<HouseChange>,
    imported: Vec<ImportLine>,
}

/// How many imports are listed.
const IMPORTS: i64 = 50;

async fn loaded(reader: &Reader, id: SourceId) -> Result<Loaded, AppError> {
    let (source, history) = load(reader.db(), reader.actor(), id).await?;
    let imported = imports(reader.db(), reader.actor(), Some(id), IMPORTS).await?;
    Ok(Loaded { source, history, imported })
}

/// The screen.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(query): Query<Saved>) -> Answer {
    keeper(&reader)?;
    let found = loaded(&reader, source_id(&id)?).await?;
    let filled = filled_of(&found.source);
    Ok(document(&reader, &found, found.source.version, &filled, None, query.saved.as_deref()).into_response())
}

fn document(
    reader: &Reader,
    Loaded { source, history, imported }: &Loaded,
    version: i64,
    filled: &Filled,
    conflict: Option<&Filled>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let title = source_name(&source.publisher, &source.title);
    let compared = [("publisher", l.t("publisher")), ("source_title", l.t("source-title"))];
    page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1 dir="auto">{title.clone()}</h1>
            <p class="lede">{l.count("figures-of-source", usize::try_from(source.figures).unwrap_or_default())}</p>
            {saved(&l, told)}
            {conflict.map(|stands| both_edits(reader, stands, filled, &compared))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=path(source.id)>
                <input type="hidden" name="version" value=version />
                {input(filled, "publisher", l.t("publisher"), String::new(), "text", "off")}
                {input(filled, "source_title", l.t("source-title"), String::new(), "text", "off")}
                {tick(filled, "verified", "yes", l.t("source-verified"))}
                {tick(filled, "complete", "yes", l.t("source-complete"))}
                {tick(filled, "illustrative", "yes", l.t("figure-illustrative"))}
                {area(filled, "reason", l.t("reason"), l.t("reason-optional"))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
            {import_list(&l, imported, false)}
            {house_history(&l, history, "source-field", |change, text| value(&l, change, text))}
        }
    })
}

fn value(l: &Speaker, change: &HouseChange, text: &str) -> String {
    match (change.field.as_str(), text) {
        ("verified" | "illustrative" | "complete", "yes") => l.t("yes"),
        ("verified" | "illustrative" | "complete", _) => l.t("no"),
        _ => text.to_owned(),
    }
}

/// Saves the edit.
pub async fn save(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let id = source_id(&id)?;
    let form = SourceForm { complete: fields.has("complete"), ..source_of(&fields) };
    match sources::edit(reader.db(), reader.command(), id, fields.version(), form, fields.get("reason")).await {
        Ok(()) => Ok(done(&path(id), "source")),
        Err(AppError::NotFound) => Err(Failure(AppError::NotFound)),
        Err(error) => {
            let found = loaded(&reader, id).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "publisher");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&found.source));
                let version = if stands.is_some() { found.source.version } else { fields.version() };
                document(&reader, &found, version, &filled, stands.as_ref(), None)
            })
        }
    }
}
