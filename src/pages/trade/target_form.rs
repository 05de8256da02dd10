//! Setting a target for trade, and dropping one.

use accord_domain::AppError;
use accord_domain::ids::TargetId;
use accord_domain::trade::amount::Currency;
use accord_domain::trade::figure::{Flow, Traded};
use accord_store::commands::trade::targets::{self, TargetForm};
use accord_store::queries::trade::targets::{TargetOf, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::figure_form::{Asked, code_typed, place_field, place_list, value_fields, value_of};
use super::{keeper, pair, pair_path};
use crate::components::form::{Filled, area, input, select, summary, tick};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, options, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 12] =
    ["reporter", "partner", "traded", "flow", "currency", "value", "scale", "by", "publisher", "note", "verified", "illustrative"];

async fn document(reader: &Reader, filled: &Filled) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let places = place_list(reader).await?;
    let title = l.t("set-target");
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1>{title}</h1>
            {summary(filled, l.t("problem"))}
            <form method="post" action="/trade/targets/new">
                {places}
                {place_field(filled, "reporter", l.t("trade-reporter"), l.t("trade-reporter-hint"))}
                {place_field(filled, "partner", l.t("partner"), l.t("trade-partner-hint"))}
                {select(filled, "flow", l.t("flow"), String::new(), options(&l, "flow", Flow::ALL.iter().map(|flow| flow.code())))}
                {select(filled, "traded", l.t("traded"), String::new(), options(&l, "traded", Traded::ALL.iter().map(|traded| traded.code())))}
                {select(filled, "currency", l.t("currency"), String::new(), options(&l, "currency", Currency::ALL.iter().map(|currency| currency.code())))}
                {value_fields(&l, filled)}
                {input(filled, "by", l.t("target-by"), l.t("target-by-hint"), "text", "off")}
                {input(filled, "publisher", l.t("source"), l.t("publisher-hint"), "text", "off")}
                {area(filled, "note", l.t("note"), l.t("target-note-hint"))}
                {tick(filled, "verified", "yes", l.t("source-verified"))}
                {tick(filled, "illustrative", "yes", l.t("figure-illustrative"))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
        }
    }))
}

/// The empty form.
pub async fn new(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    keeper(&reader)?;
    let filled = asked.filled(reader.speaker());
    Ok(document(&reader, &filled).await?.into_response())
}

/// Where a target is shown: with the trade of two places, or with the region.
fn shown_at(reporter: &str, partner: &str) -> String {
    pair_path(&reporter.to_uppercase(), &partner.to_uppercase())
}

/// Sets the target.
pub async fn set(reader: Reader, fields: Fields) -> Answer {
    keeper(&reader)?;
    let (reporter, partner) = (code_typed(&fields, "reporter"), code_typed(&fields, "partner"));
    let form = TargetForm {
        reporter: reporter.clone(),
        partner: partner.clone(),
        traded: fields.get("traded"),
        flow: fields.get("flow"),
        currency: fields.get("currency"),
        value: value_of(&fields),
        by: fields.get("by"),
        publisher: fields.get("publisher"),
        note: fields.get("note"),
        verified: fields.get("verified") == "yes",
        illustrative: fields.get("illustrative") == "yes",
    };
    match targets::set(reader.db(), reader.command(), form).await {
        Ok(_) => Ok(done(&shown_at(&reporter, &partner), "target")),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "value");
            let document = document(&reader, &filled).await?;
            again(error, |_| document)
        }
    }
}

fn target_id(raw: &str) -> Result<TargetId, AppError> {
    raw.parse().map(TargetId).map_err(|_| AppError::NotFound)
}

fn drop_document(reader: &Reader, target: &TargetOf, version: i64, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let (title, between) = (l.t("drop-target"), pair(&l, &target.reporter, &target.partner));
    let way = vec![("/trade".into(), l.t("trade")), (pair_path(&target.reporter, &target.partner), between)];
    let view = &target.view;
    let told = format!(
        "{}, {}: {}, {}",
        l.word("flow", view.flow.code()),
        l.word("traded", view.traded.code()),
        l.amount(view.amount, view.currency),
        l.trade_period(view.by)
    );
    page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title.clone()}</h1>
            <p class="lede">{told}</p>
            {summary(filled, l.t("problem"))}
            <form method="post" action=format!("/trade/targets/{}", target.view.id.0)>
                <input type="hidden" name="version" value=version />
                {area(filled, "reason", l.t("reason"), l.t("drop-target-hint"))}
                <p class="actions"><button class="danger">{title}</button></p>
            </form>
        }
    })
}

/// The form that drops a target.
pub async fn show(reader: Reader, Path(id): Path<String>) -> Answer {
    keeper(&reader)?;
    let target = load(reader.db(), reader.actor(), target_id(&id)?).await?;
    Ok(drop_document(&reader, &target, target.view.version, &Filled::default()).into_response())
}

/// Drops it.
pub async fn drop_it(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let target = load(reader.db(), reader.actor(), target_id(&id)?).await?;
    match targets::drop_target(reader.db(), reader.command(), target.view.id, fields.version(), fields.get("reason")).await {
        Ok(()) => Ok(done(&shown_at(&target.reporter, &target.partner), "target-dropped")),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &["reason"]), &error, "reason");
            again(error, |_| drop_document(&reader, &target, fields.version(), &filled))
        }
    }
}
