//! A cell: how exports of a sector to a country stand, what the mission says, what comes next.

use accord_domain::AppError;
use accord_domain::programme::CellStatus;
use accord_domain::trade::amount::{Currency, Scale};
use accord_language::Speaker;
use accord_store::commands::programme::{self, CellForm};
use accord_store::queries::house_changes::HouseChange;
use accord_store::queries::programme::{AgreementWith, Cell, CellView, cell};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::cell_path;
use super::matrix::status;
use crate::components::form::{Filled, area, input, select, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::barriers::beside;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::history::house_history;
use crate::pages::house_meetings::beside as planned;
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::words::{illustrative, saved, stage_tag};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 9] = ["cell_status", "target", "scale", "currency", "by", "owner", "next_step", "mission_input", "reason"];

fn filled_of(found: Option<&Cell>) -> Filled {
    let Some(cell) = found else {
        return Filled::of([
            ("cell_status", CellStatus::NotStarted.code().to_owned()),
            ("scale", Scale::Million.code().to_owned()),
            ("currency", Currency::Usd.code().to_owned()),
        ]);
    };
    Filled::of([
        ("cell_status", cell.status.code().to_owned()),
        ("target", cell.target.map(|target| target.to_text(Scale::Million)).unwrap_or_default()),
        ("scale", Scale::Million.code().to_owned()),
        ("currency", cell.currency.code().to_owned()),
        ("by", cell.by.map(|by| by.to_text()).unwrap_or_default()),
        ("owner", cell.owner.clone()),
        ("next_step", cell.next_step.clone()),
        ("mission_input", cell.mission_input.clone()),
    ])
}

/// The screen.
pub async fn show(reader: Reader, Path((country, sector)): Path<(String, String)>, Query(query): Query<Saved>) -> Answer {
    let found = cell(reader.db(), reader.actor(), &country.to_uppercase(), &sector).await?;
    let filled = filled_of(found.cell.as_ref());
    let version = found.cell.as_ref().map_or(0, |cell| cell.version);
    Ok(document(&reader, &found, version, &filled, None, query.saved.as_deref()).into_response())
}

fn document(
    reader: &Reader,
    found: &CellView,
    version: i64,
    filled: &Filled,
    conflict: Option<&Filled>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let country = l.party(&found.country.code, &found.country.code);
    let title = format!("{country}: {}", found.sector.name);
    page(&reader.visitor, Screen::plain(title.clone(), Place::Programme), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/programme".into(), l.t("programme"))], title.clone())}
            <h1 dir="auto">{title.clone()}</h1>
            {saved(&l, told)}
            {conflict.map(|stands| both_edits(reader, stands, filled, &[
                ("cell_status", l.t("state")), ("target", l.t("trade-target")), ("owner", l.t("owner")), ("next_step", l.t("next-step")),
                ("mission_input", l.t("mission-input")),
            ]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            {card(&l, found)}
            {found.seen.fills(&found.country.code).then(|| form(&l, found, version, filled))}
            {house_history(&l, &found.history, "cell-field", |change, text| value(&l, change, text))}
        }
    })
}

fn card(l: &Speaker, found: &CellView) -> AnyView {
    let l = *l;
    let facts = match &found.cell {
        None => view! { <p class="empty">{l.t("cell-empty-yet")}</p> }.into_any(),
        Some(cell) => {
            let target = cell.target.map(|target| {
                let by = cell.by.map(|by| l.trade_period(by)).unwrap_or_default();
                l.with("target-told", &[("amount", l.amount(target, cell.currency).into()), ("by", by.into())])
            });
            let line = |label: String, text: String| {
                (!text.is_empty()).then(|| view! { <dt>{label}</dt><dd dir="auto" class="prose">{text}</dd> })
            };
            view! {
                <dl class="facts">
                    <dt>{l.t("state")}</dt><dd>{status(&l, cell.status)} " " {illustrative(&l, cell.illustrative)}</dd>
                    {target.map(|target| view! { <dt>{l.t("trade-target")}</dt><dd>{target}</dd> })}
                    {line(l.t("owner"), cell.owner.clone())}
                    {line(l.t("mission-input"), cell.mission_input.clone())}
                    {line(l.t("next-step"), cell.next_step.clone())}
                    <dt>{l.t("last-saved")}</dt><dd>{cell.saved_by.clone()} ", " {l.ago(cell.saved_at)}</dd>
                </dl>
            }
            .into_any()
        }
    };
    view! {
        {facts}
        {planned(&l, &found.plan)}
        {beside(&l, &found.barriers)}
        {(!found.agreements.is_empty()).then(|| view! {
            <h2>{l.t("agreements-with-country")}</h2>
            <ul class="plain-list">
                {found
                    .agreements
                    .iter()
                    .map(|with| view! { <li>{named(with)} " " {stage_tag(&l, with.stage)} " " {illustrative(&l, with.illustrative)}</li> })
                    .collect_view()}
            </ul>
        })}
    }
    .into_any()
}

/// The name of an agreement, with the way to it for who has a role in it.
fn named(with: &AgreementWith) -> AnyView {
    let name = with.name.clone();
    match &with.slug {
        Some(slug) => view! { <a href=format!("/agreements/{slug}") dir="auto">{name}</a> }.into_any(),
        None => view! { <span dir="auto">{name}</span> }.into_any(),
    }
}

fn form(l: &Speaker, found: &CellView, version: i64, filled: &Filled) -> AnyView {
    let l = *l;
    let keeps = found.seen.keeps();
    view! {
        <h2 id="fill">{l.t("fill-cell")}</h2>
        <form method="post" action=cell_path(&found.country.code, &found.sector.address)>
            <input type="hidden" name="version" value=version />
            {select(filled, "cell_status", l.t("state"), String::new(), options(&l, "cell-status", CellStatus::ALL.iter().map(|of| of.code())))}
            {keeps.then(|| view! {
                {input(filled, "target", l.t("trade-target"), l.t("cell-target-hint"), "text", "off")}
                {select(filled, "scale", l.t("scale"), String::new(), options(&l, "scale", Scale::ALL.iter().map(|of| of.code())))}
                {select(filled, "currency", l.t("currency"), String::new(), options(&l, "currency", Currency::ALL.iter().map(|of| of.code())))}
                {input(filled, "by", l.t("target-by"), l.t("target-by-hint"), "text", "off")}
                {input(filled, "owner", l.t("owner"), String::new(), "text", "off")}
            })}
            {area(filled, "mission_input", l.t("mission-input"), l.t("mission-input-hint"))}
            {area(filled, "next_step", l.t("next-step"), String::new())}
            {area(filled, "reason", l.t("reason"), l.t("reason-optional"))}
            <p class="actions"><button>{l.t("save")}</button></p>
        </form>
    }
    .into_any()
}

/// A value of the record in the reader's words.
fn value(l: &Speaker, change: &HouseChange, text: &str) -> String {
    match change.field.as_str() {
        "status" => CellStatus::from_code(text).map_or_else(|| text.to_owned(), |of| l.word("cell-status", of.code())),
        "target" => text
            .split_once(' ')
            .and_then(|(amount, rest)| Some((amount.parse().ok()?, rest.split_once(' ')?)))
            .and_then(|(amount, (currency, by))| {
                let amount = l.amount(accord_domain::trade::amount::Amount(amount), Currency::from_code(currency)?);
                Some(l.with("target-told", &[("amount", amount.into()), ("by", by.to_owned().into())]))
            })
            .unwrap_or_else(|| text.to_owned()),
        _ => text.to_owned(),
    }
}

/// Fills the cell.
pub async fn fill(reader: Reader, Path((country, sector)): Path<(String, String)>, fields: Fields) -> Answer {
    let country = country.to_uppercase();
    let form = CellForm {
        status: fields.get("cell_status"),
        target: fields.get("target"),
        scale: fields.get("scale"),
        currency: fields.get("currency"),
        by: fields.get("by"),
        owner: fields.get("owner"),
        next_step: fields.get("next_step"),
        mission_input: fields.get("mission_input"),
        reason: fields.get("reason"),
        illustrative: false,
    };
    match programme::fill(reader.db(), reader.command(), country.clone(), sector.clone(), fields.version(), form).await {
        Ok(_) => Ok(done(&cell_path(&country, &sector), "cell")),
        Err(error) => {
            let found = cell(reader.db(), reader.actor(), &country, &sector).await?;
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "cell_status");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(found.cell.as_ref()));
            let version = match &found.cell {
                Some(cell) if stands.is_some() => cell.version,
                _ => fields.version(),
            };
            again(error, |_| document(&reader, &found, version, &filled, stands.as_ref(), None))
        }
    }
}
