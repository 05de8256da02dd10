//! The card of a priority area: proposed anew, or edited where it stands.

use accord_domain::AppError;
use accord_domain::ids::PriorityId;
use accord_domain::priority::Stance;
use accord_store::commands::priorities::{self, AreaForm, AtArea};
use accord_store::commands::priority_proposals::{Wanted, propose};
use accord_store::queries::priorities::{AreaLine, PrioritiesView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use super::priorities::{proposed, proposer, proposing};
use super::words::chapter_title;
use crate::components::form::{Filled, area, group, input, select, summary, tick};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 7] = ["rank", "title", "stance", "sector", "owner", "chapters", "reason"];

fn form_of(fields: &Fields) -> AreaForm {
    AreaForm {
        title: fields.get("title"),
        stance: fields.get("stance"),
        sector: fields.get("sector"),
        owner: fields.get("owner"),
        chapters: fields.all("chapters"),
        illustrative: false,
    }
}

fn filled_of(area: &AreaLine) -> Filled {
    let values = [
        ("title", area.title.clone()),
        ("stance", area.stance.code().to_owned()),
        ("sector", area.sector.clone()),
        ("owner", area.owner.clone()),
    ];
    Filled::of(values.into_iter().chain(area.chapters.iter().map(|chapter| ("chapters", chapter.address.clone()))))
}

/// The area being edited and its version; none when one is being proposed.
type Edited<'a> = Option<(&'a AreaLine, i64)>;

fn document(reader: &Reader, v: &PrioritiesView, edited: Edited<'_>, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let base = format!("/agreements/{}", v.slug);
    let title = if edited.is_some() { l.t("edit-priority") } else { l.t("propose-area") };
    let way =
        vec![("/".to_owned(), l.t("portfolio")), (base.clone(), v.name.clone()), (format!("{base}/priorities"), l.t("priorities"))];
    let action =
        edited.map_or_else(|| format!("{base}/priorities/new"), |(area, _)| format!("{base}/priorities/{}/edit", area.id.0));
    let stances = options(&l, "stance", Stance::ALL.iter().map(|stance| stance.code()));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            {edited.is_none().then(|| view! { <p class="lede">{l.t("propose-area-lede")}</p> })}
            {conflict.map(|stands| both_edits(reader, stands, filled, &[
                ("title", l.t("title")), ("stance", l.t("stance")), ("sector", l.t("sector")), ("owner", l.t("owner")),
            ]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {edited.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {edited.is_none().then(|| input(filled, "rank", l.t("rank"), l.count("rank-hint", v.areas.len() + 1), "text", "off"))}
                {input(filled, "title", l.t("title"), l.t("priority-title-hint"), "text", "off")}
                {select(filled, "stance", l.t("stance"), l.t("stance-hint"), stances)}
                {input(filled, "sector", l.t("sector"), String::new(), "text", "off")}
                {input(filled, "owner", l.t("owner"), l.t("owner-hint"), "text", "off")}
                {group(filled, "chapters".into(), l.t("linked-chapters"), v.chapters
                    .iter()
                    .map(|chapter| tick(filled, "chapters", &chapter.address, chapter_title(&l, chapter.kind, &chapter.title)))
                    .collect_view()
                    .into_any())}
                {match edited {
                    Some(_) => view! {
                        {area(filled, "reason", l.t("reason"), l.t("reason-optional"))}
                        <p class="actions"><button>{l.t("save")}</button></p>
                    }.into_any(),
                    None => view! {
                        {area(filled, "reason", l.t("reason"), l.t("proposal-reason-hint"))}
                        {proposing(&l, v, l.t("propose-area"))}
                    }.into_any(),
                }}
            </form>
        }
    })
}

/// The empty form.
pub async fn new(reader: Reader, Path(slug): Path<String>) -> Answer {
    let view = proposer(&reader, &slug).await?;
    let filled = Filled::of([("rank", (view.areas.len() + 1).to_string())]);
    Ok(document(&reader, &view, None, &filled, None).into_response())
}

/// Proposes the area.
pub async fn add(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let wanted = Wanted::Add { rank: fields.get("rank"), area: form_of(&fields) };
    let approve = fields.get("approve") == "yes";
    match propose(reader.db(), reader.command(), slug.clone(), wanted, fields.get("reason"), approve).await {
        Ok(_) => Ok(proposed(&slug, approve)),
        Err(error) => {
            let view = proposer(&reader, &slug).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                document(&reader, &view, None, &filled, None)
            })
        }
    }
}

/// The list, and the area of an address if the reader edits it.
async fn editable(reader: &Reader, slug: &str, area: &str) -> Result<(PrioritiesView, AreaLine), Failure> {
    let id = area_id(area)?;
    let view = load(reader.db(), reader.actor(), slug).await?;
    let area = view.areas.iter().find(|area| area.id == id && view.may_edit(area)).cloned().ok_or(AppError::NotFound)?;
    Ok((view, area))
}

fn area_id(raw: &str) -> Result<PriorityId, AppError> {
    raw.parse().map(PriorityId).map_err(|_| AppError::NotFound)
}

/// The form of an area that stands.
pub async fn edit(reader: Reader, Path((slug, area)): Path<(String, String)>) -> Answer {
    let (view, area) = editable(&reader, &slug, &area).await?;
    Ok(document(&reader, &view, Some((&area, area.version)), &filled_of(&area), None).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path((slug, area)): Path<(String, String)>, fields: Fields) -> Answer {
    let at = AtArea { slug: slug.clone(), area: area_id(&area)?, version: fields.version() };
    match priorities::edit(reader.db(), reader.command(), at, form_of(&fields), fields.get("reason")).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/priorities"), "card")),
        Err(error) => {
            let (view, area) = editable(&reader, &slug, &area).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&area));
                let version = if stands.is_some() { area.version } else { fields.version() };
                document(&reader, &view, Some((&area, version)), &filled, stands.as_ref())
            })
        }
    }
}
