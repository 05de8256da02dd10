//! Entering, editing and withdrawing a milestone.

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::ids::MilestoneId;
use accord_domain::milestone::MilestoneKind;
use accord_store::commands::milestones::{self, MilestoneForm};
use accord_store::queries::milestones::{MilestoneView, agreements, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use crate::components::form::{Filled, area, group, input, select, summary, tick};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 10] = [
    "milestone_kind",
    "title",
    "date",
    "place",
    "publisher",
    "source_title",
    "verified",
    "agreements",
    "reason",
    "withdraw_reason",
];

/// Whom the page was opened for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The address of an agreement to tie it to.
    pub agreement: String,
}

fn form_of(fields: &Fields) -> MilestoneForm {
    MilestoneForm {
        kind: fields.get("milestone_kind"),
        title: fields.get("title"),
        date: fields.get("date"),
        place: fields.get("place"),
        publisher: fields.get("publisher"),
        source_title: fields.get("source_title"),
        verified: fields.get("verified") == "yes",
        illustrative: false,
        agreements: fields.all("agreements"),
    }
}

fn filled_of(m: &MilestoneView) -> Filled {
    let values = [
        ("milestone_kind", m.kind.code().to_owned()),
        ("title", m.title.clone()),
        ("date", m.date.to_text()),
        ("place", m.place.clone()),
        ("publisher", m.publisher.clone()),
        ("source_title", m.source_title.clone()),
        ("verified", if m.verified { "yes".into() } else { String::new() }),
    ];
    Filled::of(values.into_iter().chain(m.agreements.iter().map(|slug| ("agreements", slug.clone()))))
}

/// The milestone being edited and its version; none when one is being entered.
type Edited<'m> = Option<(&'m MilestoneView, i64)>;

async fn document(
    reader: &Reader,
    edited: Edited<'_>,
    filled: &Filled,
    conflict: Option<&Filled>,
) -> Result<Html<String>, AppError> {
    let l = *reader.speaker();
    let ties = agreements(reader.db(), reader.actor()).await?;
    let title = if edited.is_some() { l.t("edit-milestone") } else { l.t("record-milestone") };
    let action = edited.map_or_else(|| "/milestones/new".to_owned(), |(m, _)| format!("/milestones/{}", m.id.0));
    let kinds = options(&l, "milestone", MilestoneKind::ALL.iter().map(|kind| kind.code()));
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Timeline), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/".into(), l.t("portfolio")), ("/timeline".into(), l.t("timeline"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("milestone-lede")}</p>
            {conflict.map(|stands| both_edits(reader, stands, filled, &[
                ("title", l.t("title")), ("date", l.t("date")), ("place", l.t("place")), ("publisher", l.t("source")),
                ("source_title", l.t("source-title")),
            ]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action.clone()>
                {edited.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {select(filled, "milestone_kind", l.t("kind"), String::new(), kinds)}
                {input(filled, "title", l.t("name"), l.t("milestone-title-hint"), "text", "off")}
                {input(filled, "date", l.t("date"), l.t("date-hint"), "text", "off")}
                {input(filled, "place", l.t("place"), String::new(), "text", "off")}
                {input(filled, "publisher", l.t("source"), l.t("publisher-hint"), "text", "off")}
                {input(filled, "source_title", l.t("source-title"), String::new(), "text", "off")}
                {tick(filled, "verified", "yes", l.t("source-verified"))}
                {group(filled, "agreements".into(), l.t("tied-to"), ties
                    .into_iter()
                    .map(|(slug, name)| tick(filled, "agreements", &slug, name))
                    .collect_view()
                    .into_any())}
                {edited.is_some().then(|| area(filled, "reason", l.t("reason"), l.t("reason-optional")))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
            {edited.map(|(_, version)| view! {
                <details open=filled.error("withdraw_reason").is_some()>
                    <summary>{l.t("withdraw-milestone")}</summary>
                    <form method="post" action=format!("{action}/withdraw")>
                        <input type="hidden" name="version" value=version />
                        {area(filled, "withdraw_reason", l.t("reason"), l.t("withdraw-milestone-hint"))}
                        <p class="actions"><button class="danger">{l.t("withdraw-milestone")}</button></p>
                    </form>
                </details>
            })}
        }
    }))
}

fn editor(reader: &Reader) -> Result<(), AppError> {
    if reader.actor().holds(HouseRight::EditMilestones) { Ok(()) } else { Err(AppError::NotFound) }
}

async fn editable(reader: &Reader, id: &str) -> Result<MilestoneView, Failure> {
    editor(reader)?;
    Ok(load(reader.db(), reader.actor(), milestone_id(id)?).await?)
}

fn milestone_id(raw: &str) -> Result<MilestoneId, AppError> {
    raw.parse::<Uuid>().map(MilestoneId).map_err(|_| AppError::NotFound)
}

/// The empty form.
pub async fn new(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    editor(&reader)?;
    let filled = Filled::of([("agreements", asked.agreement)]);
    Ok(document(&reader, None, &filled, None).await?.into_response())
}

/// Enters the milestone.
pub async fn record(reader: Reader, fields: Fields) -> Answer {
    match milestones::record(reader.db(), reader.command(), form_of(&fields)).await {
        Ok(_) => Ok(done("/timeline", "milestone")),
        Err(error) => {
            editor(&reader)?;
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "title");
            let document = document(&reader, None, &filled, None).await?;
            again(error, |_| document)
        }
    }
}

/// The form of a milestone.
pub async fn edit(reader: Reader, Path(id): Path<String>) -> Answer {
    let m = editable(&reader, &id).await?;
    Ok(document(&reader, Some((&m, m.version)), &filled_of(&m), None).await?.into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    let form = form_of(&fields);
    let outcome =
        milestones::edit(reader.db(), reader.command(), milestone_id(&id)?, fields.version(), form, fields.get("reason")).await;
    match outcome {
        Ok(()) => Ok(done("/timeline", "milestone")),
        Err(error) => {
            let m = editable(&reader, &id).await?;
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "title");
            refused(&reader, &m, &fields, filled, error).await
        }
    }
}

/// Takes the milestone from the agreements.
pub async fn withdraw(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    let reason = fields.get("withdraw_reason");
    match milestones::withdraw(reader.db(), reader.command(), milestone_id(&id)?, fields.version(), reason).await {
        Ok(()) => Ok(done("/timeline", "milestone-withdrawn")),
        Err(error) => {
            let m = editable(&reader, &id).await?;
            let mut values = filled_of(&m).values().to_vec();
            values.extend(typed(&fields, &["withdraw_reason"]));
            let filled = refuse(reader.speaker(), values, &error, "withdraw_reason").told_at("reason", "withdraw_reason");
            refused(&reader, &m, &fields, filled, error).await
        }
    }
}

async fn refused(reader: &Reader, m: &MilestoneView, fields: &Fields, filled: Filled, error: AppError) -> Answer {
    let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(m));
    let version = if stands.is_some() { m.version } else { fields.version() };
    let document = document(reader, Some((m, version)), &filled, stands.as_ref()).await?;
    again(error, |_| document)
}
