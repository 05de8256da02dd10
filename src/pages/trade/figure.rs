//! One figure: corrected, or withdrawn.

use accord_domain::AppError;
use accord_domain::ids::FigureId;
use accord_store::commands::trade::figures;
use accord_store::queries::trade::figures::{FigureView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::figure_form::{value_fields, value_of};
use super::said::told;
use super::tables::source_name;
use super::{keeper, pair, pair_path, query_of};
use crate::components::form::{Filled, area, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse, typed};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

fn figure_id(raw: &str) -> Result<FigureId, AppError> {
    raw.parse().map(FigureId).map_err(|_| AppError::NotFound)
}

fn filled_of(figure: &FigureView) -> Filled {
    let scale = figure.printed.scale;
    Filled::of([("value", figure.printed.amount.to_text(scale)), ("scale", scale.code().to_owned())])
}

/// The screen.
pub async fn show(reader: Reader, Path(id): Path<String>) -> Answer {
    keeper(&reader)?;
    let figure = load(reader.db(), reader.actor(), figure_id(&id)?).await?;
    Ok(document(&reader, &figure, figure.version, &filled_of(&figure), None).into_response())
}

fn document(reader: &Reader, figure: &FigureView, version: i64, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let subject = &figure.subject;
    let title = told(&l, subject);
    let between = pair(&l, &subject.reporter, &subject.partner);
    let action = format!("/trade/figures/{}", figure.id.0);
    let links = vec![("/trade".into(), l.t("trade")), (pair_path(&subject.reporter, &subject.partner), between.clone())];
    page(&reader.visitor, Screen::plain(format!("{title} – {between}"), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), links, title.clone())}
            <h1 dir="auto">{title}</h1>
            <p class="lede">
                <strong>{l.printed(figure.printed, subject.currency)}</strong> ", "
                <span dir="auto">{source_name(&figure.publisher, &figure.title)}</span> " · "
                <a href=format!("/trade/said?{}", query_of(subject))>{l.t("all-sources-of-this")}</a>
            </p>
            {conflict.map(|stands| both_edits(reader, stands, filled, &[("value", l.t("value")), ("scale", l.t("scale"))]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <h2>{l.t("correct-figure")}</h2>
            <form method="post" action=action.clone()>
                <input type="hidden" name="version" value=version />
                {value_fields(&l, filled)}
                {area(filled, "reason", l.t("reason"), l.t("correct-figure-hint"))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
            <details open=filled.error("withdraw_reason").is_some()>
                <summary>{l.t("withdraw-figure")}</summary>
                <form method="post" action=format!("{action}/withdraw")>
                    <input type="hidden" name="version" value=version />
                    {area(filled, "withdraw_reason", l.t("reason"), l.t("withdraw-figure-hint"))}
                    <p class="actions"><button class="danger">{l.t("withdraw-figure")}</button></p>
                </form>
            </details>
        }
    })
}

fn refused(reader: &Reader, figure: &FigureView, fields: &Fields, filled: Filled, error: AppError) -> Answer {
    let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(figure));
    let version = if stands.is_some() { figure.version } else { fields.version() };
    again(error, |_| document(reader, figure, version, &filled, stands.as_ref()))
}

/// Corrects its value.
pub async fn correct(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let figure = load(reader.db(), reader.actor(), figure_id(&id)?).await?;
    let reason = fields.get("reason");
    match figures::correct(reader.db(), reader.command(), figure.id, fields.version(), value_of(&fields), reason).await {
        Ok(()) => Ok(done(&pair_path(&figure.subject.reporter, &figure.subject.partner), "figure")),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &["value", "scale", "reason"]), &error, "value");
            refused(&reader, &figure, &fields, filled, error)
        }
    }
}

/// Withdraws it.
pub async fn withdraw(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let figure = load(reader.db(), reader.actor(), figure_id(&id)?).await?;
    match figures::withdraw(reader.db(), reader.command(), figure.id, fields.version(), fields.get("withdraw_reason")).await {
        Ok(()) => Ok(done(&pair_path(&figure.subject.reporter, &figure.subject.partner), "figure-withdrawn")),
        Err(error) => {
            let mut values = filled_of(&figure).values().to_vec();
            values.extend(typed(&fields, &["withdraw_reason"]));
            let filled = refuse(reader.speaker(), values, &error, "withdraw_reason").told_at("reason", "withdraw_reason");
            refused(&reader, &figure, &fields, filled, error)
        }
    }
}
