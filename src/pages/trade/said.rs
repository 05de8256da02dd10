//! All that is said of one subject, and which source is believed.

use accord_domain::AppError;
use accord_domain::error::Form;
use accord_domain::ids::SourceId;
use accord_domain::trade::figure::Subject;
use accord_language::Speaker;
use accord_store::commands::trade::{SubjectForm, preferences};
use accord_store::queries::trade::Sayings;
use accord_store::queries::trade::bilateral::Series;
use accord_store::queries::trade::figures::said_of;
use accord_store::queries::trade::region::all;
use axum::extract::Query;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;

use super::tables::{sayings, source_name};
use super::{keeper, keeps, pair, pair_path, query_of};
use crate::components::form::{Filled, area, select, summary};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, refuse, typed};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The subject asked for, in the words of an address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    reporter: String,
    partner: String,
    traded: String,
    flow: String,
    currency: String,
    period: String,
    hs: String,
    commodity: String,
    saved: Option<String>,
}

/// The subject of some words; not found where they name none.
async fn subject(reader: &Reader, words: SubjectForm) -> Result<Subject, Failure> {
    let regions = all(reader.db(), reader.actor()).await?;
    let codes: Vec<String> = regions.into_iter().map(|region| region.code).collect();
    words.sound(&codes, &mut Form::default()).ok_or(Failure(AppError::NotFound))
}

/// What a subject is, in words.
pub fn told(l: &Speaker, of: &Subject) -> String {
    let mut parts = vec![l.word("flow", of.flow.code()), l.word("traded", of.traded.code())];
    if let Some(hs) = &of.hs {
        parts.push(format!("{} {}", hs.as_str(), l.hs_title(hs)));
    }
    if !of.commodity.is_empty() {
        parts.push(of.commodity.to_string());
    }
    parts.push(l.trade_period(of.period));
    parts.join(", ")
}

/// The screen.
pub async fn show(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let Asked { reporter, partner, traded, flow, currency, period, hs, commodity, saved } = asked;
    let of = subject(&reader, SubjectForm { reporter, partner, traded, flow, hs, commodity, currency, period }).await?;
    let said = said_of(reader.db(), reader.actor(), &of).await?;
    let version = said.preference.as_ref().map_or(0, |preference| preference.version);
    Ok(document(&reader, &of, &said, version, &Filled::default(), saved.as_deref()).into_response())
}

fn document(reader: &Reader, of: &Subject, said: &Sayings, version: i64, filled: &Filled, what: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let title = told(&l, of);
    let own = pair_path(&of.reporter, &of.partner);
    let between = pair(&l, &of.reporter, &of.partner);
    let series = Series { traded: of.traded, currency: of.currency, kind: of.period.kind() };
    page(&reader.visitor, Screen::plain(format!("{title} – {between}"), Place::Trade), || {
        let figures = said.said.iter().filter_map(|said| Some((said.figure?, source_name(&said.publisher, &said.title))));
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade")), (own, between)], title.clone())}
            <h1 dir="auto">{title}</h1>
            {saved(&l, what)}
            {summary(filled, l.t("problem"))}
            {sayings(&l, series, said)}
            {keeps(reader).then(|| view! {
                {(said.said.len() > 1).then(|| preference(&l, of, said, version, filled))}
                <h2>{l.t("single-figures")}</h2>
                <ul class="plain-list">
                    {figures
                        .map(|(figure, name)| view! { <li><a href=format!("/trade/figures/{}", figure.0) dir="auto">{name}</a></li> })
                        .collect_view()}
                </ul>
            })}
        }
    })
}

fn preference(l: &Speaker, of: &Subject, said: &Sayings, version: i64, filled: &Filled) -> AnyView {
    let mut sources = vec![(String::new(), l.t("choose-source"))];
    sources.extend(said.said.iter().map(|said| (said.source.0.to_string(), source_name(&said.publisher, &said.title))));
    let hs = of.hs.as_ref().map_or(String::new(), |hs| hs.as_str().to_owned());
    let hidden = [
        ("reporter", of.reporter.to_string()),
        ("partner", of.partner.to_string()),
        ("traded", of.traded.code().to_owned()),
        ("flow", of.flow.code().to_owned()),
        ("currency", of.currency.code().to_owned()),
        ("period", of.period.to_text()),
        ("hs", hs),
        ("commodity", of.commodity.to_string()),
        ("version", version.to_string()),
    ];
    view! {
        <h2 id="prefer">{l.t("prefer-source")}</h2>
        <form method="post" action="/trade/prefer">
            {hidden.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()}
            {select(filled, "source", l.t("source"), String::new(), sources)}
            {area(filled, "reason", l.t("reason"), l.t("prefer-hint"))}
            <p class="actions"><button>{l.t("prefer-source")}</button></p>
        </form>
    }
    .into_any()
}

fn words(fields: &Fields) -> SubjectForm {
    SubjectForm {
        reporter: fields.get("reporter"),
        partner: fields.get("partner"),
        traded: fields.get("traded"),
        flow: fields.get("flow"),
        hs: fields.get("hs"),
        commodity: fields.get("commodity"),
        currency: fields.get("currency"),
        period: fields.get("period"),
    }
}

/// Prefers a source.
pub async fn prefer(reader: Reader, fields: Fields) -> Answer {
    keeper(&reader)?;
    let of = subject(&reader, words(&fields)).await?;
    let chosen = fields.get("source");
    let outcome = match chosen.parse().map(SourceId) {
        Ok(source) => {
            preferences::prefer(reader.db(), reader.command(), of.clone(), source, fields.version(), fields.get("reason")).await
        }
        Err(_) if chosen.is_empty() => Err(AppError::field("source", "required")),
        Err(_) => Err(AppError::field("source", "unknown-choice")),
    };
    match outcome {
        Ok(()) => {
            let way = format!("/trade/said?{}&saved=preference", query_of(&of));
            Ok(axum::response::Redirect::to(&way).into_response())
        }
        Err(error) => {
            let said = said_of(reader.db(), reader.actor(), &of).await?;
            let filled = match &error {
                AppError::Conflict { .. } => {
                    let told = vec![("source".to_owned(), reader.speaker().t("failure-conflict-advice"))];
                    Filled::refused(typed(&fields, &["source", "reason"]), told)
                }
                error => refuse(reader.speaker(), typed(&fields, &["source", "reason"]), error, "source"),
            };
            // Who prefers again has seen what another preferred.
            let version = said.preference.as_ref().map_or(0, |preference| preference.version);
            let shown = document(&reader, &of, &said, version, &filled, None);
            again(error, |_| shown)
        }
    }
}
