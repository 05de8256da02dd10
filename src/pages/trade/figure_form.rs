//! Entering a figure by hand.

use accord_domain::country::{COUNTRIES, GROUPS};
use accord_domain::trade::amount::{Currency, Scale};
use accord_domain::trade::figure::{Flow, Traded};
use accord_language::{Speaker, places};
use accord_store::commands::trade::figures::{self, FigureForm, ValueForm};
use accord_store::commands::trade::{SourceForm, SubjectForm};
use accord_store::queries::trade::region::all;
use accord_store::queries::trade::sources::{self, SourceView};
use axum::extract::Query;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;

use super::{keeper, pair_path, place};
use crate::components::form::{Filled, input, input_from, select, summary, tick};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, options, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 14] = [
    "reporter",
    "partner",
    "traded",
    "flow",
    "hs",
    "commodity",
    "currency",
    "period",
    "value",
    "scale",
    "publisher",
    "source_title",
    "verified",
    "illustrative",
];

/// Whom the form was opened for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    reporter: String,
    partner: String,
}

impl Asked {
    /// What a new form on these two starts with.
    pub fn filled(&self, l: &Speaker) -> Filled {
        let named = |code: &str, usual: &str| if code.is_empty() { usual.to_owned() } else { place(l, code) };
        Filled::of([
            ("reporter", named(&self.reporter, &place(l, "IN"))),
            ("partner", named(&self.partner, "")),
            ("traded", Traded::Goods.code().to_owned()),
            ("currency", Currency::Usd.code().to_owned()),
            ("scale", Scale::Million.code().to_owned()),
        ])
    }
}

/// The code of a place as it was typed: by its letters, or by its name in any language.
pub fn code_typed(fields: &Fields, name: &str) -> String {
    let typed = fields.get(name);
    places::code_of(&typed).map_or(typed, str::to_owned)
}

/// The names of all places, for the fields of a form to offer.
pub async fn place_list(reader: &Reader) -> Result<AnyView, Failure> {
    let l = *reader.speaker();
    let regions = all(reader.db(), reader.actor()).await?;
    let mut names: Vec<String> = COUNTRIES.iter().chain(&GROUPS).map(|code| place(&l, code)).collect();
    names.extend(regions.into_iter().map(|region| region.code));
    names.sort_unstable();
    Ok(view! { <datalist id="places">{names.into_iter().map(|name| view! { <option value=name></option> }).collect_view()}</datalist> }
        .into_any())
}

/// A field for a place.
pub fn place_field(filled: &Filled, name: &'static str, label: String, hint: String) -> AnyView {
    input_from(filled, name, label, hint, "places")
}

/// The fields of a source.
pub fn source_fields(l: &Speaker, filled: &Filled, known: Vec<SourceView>) -> AnyView {
    view! {
        {input(filled, "publisher", l.t("publisher"), l.t("figure-publisher-hint"), "text", "off")}
        {input(filled, "source_title", l.t("source-title"), String::new(), "text", "off")}
        {(!known.is_empty()).then(|| {
            let names: Vec<String> = known.into_iter().map(|source| super::tables::source_name(&source.publisher, &source.title)).collect();
            view! {
                <details>
                    <summary>{l.t("known-sources")}</summary>
                    <ul>{names.into_iter().map(|name| view! { <li dir="auto">{name}</li> }).collect_view()}</ul>
                </details>
            }
        })}
        {tick(filled, "verified", "yes", l.t("source-verified"))}
        {tick(filled, "illustrative", "yes", l.t("figure-illustrative"))}
    }
    .into_any()
}

/// The fields of a value.
pub fn value_fields(l: &Speaker, filled: &Filled) -> AnyView {
    view! {
        {input(filled, "value", l.t("value"), l.t("value-hint"), "text", "off")}
        {select(filled, "scale", l.t("scale"), String::new(), options(l, "scale", Scale::ALL.iter().map(|scale| scale.code())))}
    }
    .into_any()
}

/// The value as it was typed.
pub fn value_of(fields: &Fields) -> ValueForm {
    ValueForm { value: fields.get("value"), scale: fields.get("scale") }
}

/// The source as it was typed.
pub fn source_of(fields: &Fields) -> SourceForm {
    SourceForm {
        publisher: fields.get("publisher"),
        title: fields.get("source_title"),
        verified: fields.get("verified") == "yes",
        illustrative: fields.get("illustrative") == "yes",
        complete: false,
    }
}

async fn document(reader: &Reader, filled: &Filled) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let known = sources::all(reader.db(), reader.actor()).await?;
    let places = place_list(reader).await?;
    let title = l.t("record-figure");
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("record-figure-lede")}</p>
            {summary(filled, l.t("problem"))}
            <form method="post" action="/trade/figures/new">
                {places}
                {place_field(filled, "reporter", l.t("trade-reporter"), l.t("trade-reporter-hint"))}
                {place_field(filled, "partner", l.t("partner"), l.t("trade-partner-hint"))}
                {select(filled, "flow", l.t("flow"), String::new(), options(&l, "flow", Flow::ALL.iter().map(|flow| flow.code())))}
                {select(filled, "traded", l.t("traded"), String::new(), options(&l, "traded", Traded::ALL.iter().map(|traded| traded.code())))}
                {input(filled, "hs", l.t("hs-code"), l.t("hs-hint"), "text", "off")}
                {input(filled, "commodity", l.t("commodity"), l.t("commodity-hint"), "text", "off")}
                {input(filled, "period", l.t("period"), l.t("period-hint"), "text", "off")}
                {select(filled, "currency", l.t("currency"), String::new(), options(&l, "currency", Currency::ALL.iter().map(|currency| currency.code())))}
                {value_fields(&l, filled)}
                {source_fields(&l, filled, known)}
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

/// Enters the figure.
pub async fn record(reader: Reader, fields: Fields) -> Answer {
    keeper(&reader)?;
    let (reporter, partner) = (code_typed(&fields, "reporter"), code_typed(&fields, "partner"));
    let subject = SubjectForm {
        reporter: reporter.clone(),
        partner: partner.clone(),
        traded: fields.get("traded"),
        flow: fields.get("flow"),
        hs: fields.get("hs"),
        commodity: fields.get("commodity"),
        currency: fields.get("currency"),
        period: fields.get("period"),
    };
    let form = FigureForm { subject, value: value_of(&fields), source: source_of(&fields) };
    match figures::record(reader.db(), reader.command(), form).await {
        Ok(_) => Ok(done(&pair_path(&reporter.to_uppercase(), &partner.to_uppercase()), "figure")),
        Err(error) => {
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "value");
            let document = document(&reader, &filled).await?;
            again(error, |_| document)
        }
    }
}
