//! What shapes the programme: its sectors, its focus countries, and which mission is accredited where.

use accord_domain::AppError;
use accord_domain::programme::SectorKind;
use accord_language::{Speaker, places};
use accord_store::commands::programme::{self, CountryForm, SectorForm};
use accord_store::queries::programme::{MissionLine, Programme, load, missions};
use axum::extract::Query;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::order;
use crate::components::form::{Filled, area, input, select, summary, tick};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 11] = [
    "sector_kind",
    "sector_name",
    "sector_publisher",
    "country",
    "country_publisher",
    "retired_sector",
    "retired_country",
    "retire_reason",
    "mission",
    "mission_country",
    "illustrative",
];

async fn found(reader: &Reader) -> Result<(Programme, Vec<MissionLine>), Failure> {
    let missions = missions(reader.db(), reader.actor()).await?;
    Ok((load(reader.db(), reader.actor()).await?, missions))
}

/// The screen.
pub async fn show(reader: Reader, Query(query): Query<Saved>) -> Answer {
    let (programme, missions) = found(&reader).await?;
    Ok(document(&reader, &programme, &missions, &Filled::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, programme: &Programme, missions: &[MissionLine], filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t("shape-programme");
    let countries: Vec<(String, String)> =
        programme.countries.iter().map(|country| (country.code.clone(), l.party(&country.code, &country.code))).collect();
    let sectors = programme.sectors.iter().map(|sector| (sector.address.clone(), sector.name.clone())).collect::<Vec<_>>();
    let with_blank = |all: &[(String, String)]| [&[(String::new(), l.t("choose-one"))], all].concat();
    page(&reader.visitor, Screen::plain(title.clone(), Place::Programme), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/programme".into(), l.t("programme"))], title.clone())}
            <h1>{title}</h1>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
            <h2>{l.t("focus-countries")}</h2>
            {order::countries(&l, programme)}
            <h2>{l.t("sectors")}</h2>
            {order::sectors(&l, programme)}
            <h2>{l.t("add-country")}</h2>
            <form method="post" action="/programme/countries">
                {input(filled, "country", l.t("country"), l.t("focus-country-hint"), "text", "off")}
                {input(filled, "country_publisher", l.t("source"), l.t("programme-source-hint"), "text", "off")}
                <p class="actions"><button>{l.t("add-country")}</button></p>
            </form>
            <h2>{l.t("add-sector")}</h2>
            <form method="post" action="/programme/sectors">
                {select(filled, "sector_kind", l.t("traded"), String::new(), options(&l, "sector-kind", SectorKind::ALL.iter().map(|kind| kind.code())))}
                {input(filled, "sector_name", l.t("name"), String::new(), "text", "off")}
                {input(filled, "sector_publisher", l.t("source"), l.t("programme-source-hint"), "text", "off")}
                {tick(filled, "illustrative", "yes", l.t("figure-illustrative"))}
                <p class="actions"><button>{l.t("add-sector")}</button></p>
            </form>
            <h2>{l.t("missions")}</h2>
            {mission_table(&l, missions)}
            <form method="post" action="/programme/missions">
                {select(filled, "mission", l.t("mission-account"), l.t("mission-account-hint"), with_blank(&missions.iter().map(|line| (line.email.clone(), line.name.clone())).collect::<Vec<_>>()))}
                {select(filled, "mission_country", l.t("country"), String::new(), with_blank(&countries))}
                <p class="actions"><button>{l.t("accredit-mission")}</button></p>
            </form>
            <details open=filled.error("retire_reason").is_some() || filled.error("retired_country").is_some() || filled.error("retired_sector").is_some()>
                <summary>{l.t("retire-part")}</summary>
                <form method="post" action="/programme/retire">
                    {select(filled, "retired_country", l.t("country"), String::new(), with_blank(&countries))}
                    {select(filled, "retired_sector", l.t("sector"), l.t("retire-hint"), with_blank(&sectors))}
                    {area(filled, "retire_reason", l.t("reason"), String::new())}
                    <p class="actions"><button class="danger">{l.t("retire-part")}</button></p>
                </form>
            </details>
        }
    })
}

fn mission_table(l: &Speaker, missions: &[MissionLine]) -> AnyView {
    if missions.is_empty() {
        return view! { <p class="empty">{l.t("no-missions")}</p> }.into_any();
    }
    let l = *l;
    view! {
        <table>
            <thead><tr><th scope="col">{l.t("name")}</th><th scope="col">{l.t("country")}</th></tr></thead>
            <tbody>
                {missions
                    .iter()
                    .map(|line| view! {
                        <tr>
                            <td class="wide" dir="auto">{line.name.clone()} <span class="q">{line.email.clone()}</span></td>
                            <td data-l=l.t("country")>
                                {if line.country.is_empty() { l.t("not-accredited") } else { l.party(&line.country, &line.country) }}
                            </td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

async fn answered(reader: Reader, fields: Fields, outcome: Result<(), AppError>) -> Answer {
    let Err(error) = outcome else { return Ok(done("/programme", "programme")) };
    let (programme, missions) = found(&reader).await?;
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "country");
        document(&reader, &programme, &missions, &filled, None)
    })
}

/// Adds a sector.
pub async fn add_sector(reader: Reader, fields: Fields) -> Answer {
    let form = SectorForm {
        kind: fields.get("sector_kind"),
        name: fields.get("sector_name"),
        publisher: fields.get("sector_publisher"),
        illustrative: fields.get("illustrative") == "yes",
    };
    let outcome = programme::add_sector(reader.db(), reader.command(), form).await.map(|_| ());
    answered(reader, fields, outcome).await
}

/// Adds a focus country.
pub async fn add_country(reader: Reader, fields: Fields) -> Answer {
    let typed = fields.get("country");
    let country = places::code_of(&typed).map_or(typed, str::to_owned);
    let form = CountryForm { country, publisher: fields.get("country_publisher"), illustrative: false };
    let outcome = programme::add_country(reader.db(), reader.command(), form).await;
    answered(reader, fields, outcome).await
}

/// Accredits a mission to a country.
pub async fn accredit(reader: Reader, fields: Fields) -> Answer {
    let outcome = programme::accredit(reader.db(), reader.command(), fields.get("mission"), fields.get("mission_country")).await;
    answered(reader, fields, outcome).await
}

/// Retires a country or a sector.
pub async fn retire(reader: Reader, fields: Fields) -> Answer {
    let (country, sector, reason) = (fields.get("retired_country"), fields.get("retired_sector"), fields.get("retire_reason"));
    let outcome = if country.is_empty() {
        programme::retire_sector(reader.db(), reader.command(), sector, reason).await
    } else {
        programme::retire_country(reader.db(), reader.command(), country, reason).await
    };
    answered(reader, fields, outcome).await
}
