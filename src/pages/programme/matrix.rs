//! The matrix: what stands where, in one look and on one sheet.

use accord_domain::programme::{CellStatus, SectorKind};
use accord_exchange::programme::{list, workbook};
use accord_language::Speaker;
use accord_store::queries::house_meetings::conferences;
use accord_store::queries::programme::{Cell, FocusCountry, Programme, Sector, Seen, load};
use axum::extract::Query;
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::cell_path;
use crate::components::form::{Filled, select};
use crate::pages::barriers::list::pursued_path;
use crate::pages::document::{Place, Screen, page};
use crate::pages::downloads::{Format, file};
use crate::pages::house_meetings::table as meetings;
use crate::pages::lists::options_or_blank;
use crate::pages::words::saved;
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// What stands for a filled cell that the filter leaves out; the legend says what it means.
const LEFT_OUT: &str = "…";

/// The filters of the address; unknown words are no filter.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub kind: String,
    pub status: String,
    pub saved: Option<String>,
}

impl Asked {
    /// The status of the cells looked for.
    fn status(&self) -> Option<CellStatus> {
        CellStatus::from_code(&self.status)
    }
}

/// What is left of the programme by the filters: sectors of a kind, their cells, and countries with a cell of a status among these. A cell
/// of another status is left, so that it is not taken for one that nobody filled.
fn filtered(asked: &Asked, mut programme: Programme) -> Programme {
    if let Some(kind) = SectorKind::from_code(&asked.kind) {
        programme.sectors.retain(|sector| sector.kind == kind);
    }
    let sectors: Vec<&str> = programme.sectors.iter().map(|sector| sector.address.as_str()).collect();
    programme.cells.retain(|cell| sectors.contains(&cell.sector.as_str()));
    if let Some(status) = asked.status() {
        let cells = &programme.cells;
        programme.countries.retain(|country| cells.iter().any(|cell| cell.country == country.code && cell.status == status));
    }
    programme
}

/// The screen.
pub async fn show(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let found = filtered(&asked, load(reader.db(), reader.actor()).await?);
    let l = *reader.speaker();
    let conferences = conferences(reader.db(), reader.actor(), l.today()).await?;
    let filled = Filled::of([("kind", asked.kind.clone()), ("status", asked.status.clone())]);
    let document = page(&reader.visitor, Screen::plain(l.t("programme"), Place::Programme), || {
        let query = format!(
            "?kind={}&status={}",
            crate::web::visitor::form_urlencoded(&asked.kind),
            crate::web::visitor::form_urlencoded(&asked.status)
        );
        view! {
            <h1>{l.t("programme")}</h1>
            <p class="lede">{lede(&l, &found, asked.status())}</p>
            {saved(&l, asked.saved.as_deref())}
            <form class="bar" method="get" action="/programme">
                {select(&filled, "kind", l.t("sectors"), String::new(), options_or_blank(&l, "all-sectors", "sector-kind", SectorKind::ALL.iter().map(|kind| kind.code())))}
                {select(&filled, "status", l.t("state"), String::new(), options_or_blank(&l, "all-states", "cell-status", CellStatus::ALL.iter().map(|status| status.code())))}
                <button class="plain">{l.t("show")}</button>
                <a href="#conferences">{l.t("mission-conferences")}</a>
                <span class="downloads"><a href=format!("/programme.xlsx{query}")>"XLSX"</a> <a href=format!("/programme.csv{query}")>"CSV"</a></span>
            </form>
            {matrix(&l, &found, asked.status())}
            {legend(&l, has_invented(&found), asked.status().is_some())}
            {found.seen.keeps().then(|| view! { <p class="actions"><a class="button" href="/programme/shape">{l.t("shape-programme")}</a></p> })}
            <section class="screen-only" aria-labelledby="conferences">
                <h2 id="conferences">{l.t("mission-conferences")}</h2>
                {meetings(&l, &conferences, l.t("mission-conferences"), l.t("no-conferences"))}
                {found.seen.keeps().then(|| view! { <p class="actions"><a class="button" href="/meetings/new">{l.t("plan-conference")}</a></p> })}
            </section>
        }
    });
    Ok(document.into_response())
}

/// Whether anything in the matrix is invented.
fn has_invented(found: &Programme) -> bool {
    let (sectors, countries, cells) = (found.sectors.iter(), found.countries.iter(), found.cells.iter());
    let marks = sectors.map(|sector| sector.illustrative).chain(countries.map(|country| country.illustrative));
    marks.chain(cells.map(|cell| cell.illustrative)).any(|is| is)
}

fn lede(l: &Speaker, found: &Programme, only: Option<CellStatus>) -> String {
    match &found.seen {
        Seen::Country(own) => l.with("programme-of-mission", &[("country", l.party(own, own).into())]),
        Seen::Whole { .. } => {
            let countries = l.count("countries-count", found.countries.len());
            let sectors = l.count("sectors-count", found.sectors.len());
            let cells = found.cells.iter().filter(|cell| is_shown(cell, only)).count();
            [countries, sectors, l.count("cells-filled", cells)].join(" · ")
        }
    }
}

/// Whether the filter leaves what a cell holds.
fn is_shown(cell: &Cell, only: Option<CellStatus>) -> bool {
    only.is_none_or(|only| cell.status == only)
}

/// A status by its shape and its word.
pub fn status(l: &Speaker, status: CellStatus) -> AnyView {
    let class = format!("cell-status {}", status.code());
    view! { <span class=class><span aria-hidden="true">{status.shape().to_string()}</span> " " {l.word("cell-status", status.code())}</span> }
        .into_any()
}

fn matrix(l: &Speaker, found: &Programme, only: Option<CellStatus>) -> AnyView {
    if found.countries.is_empty() || found.sectors.is_empty() {
        return view! { <p class="empty">{l.t("no-programme")}</p> }.into_any();
    }
    let l = *l;
    let goods = found.sectors.iter().filter(|sector| sector.kind == SectorKind::Goods).count();
    let services = found.sectors.len() - goods;
    let group = |kind: SectorKind, count: usize| {
        (count > 0).then(|| view! { <th scope="colgroup" colspan=count>{l.word("sector-kind", kind.code())}</th> })
    };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=l.t("programme")>
            <table class="programme">
                <caption class="visually-hidden">{l.t("programme")}</caption>
                <thead>
                    <tr><td></td>{group(SectorKind::Goods, goods)} {group(SectorKind::Services, services)}</tr>
                    <tr>
                        <th scope="col">{l.t("country")}</th>
                        {found
                            .sectors
                            .iter()
                            .map(|sector| view! { <th scope="col"><span dir="auto">{sector.name.clone()}</span> {invented(&l, sector.illustrative)}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{found.countries.iter().map(|country| row(&l, found, country, only)).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(l: &Speaker, found: &Programme, country: &FocusCountry, only: Option<CellStatus>) -> AnyView {
    let l = *l;
    let name = l.party(&country.code, &country.code);
    let fills = found.seen.fills(&country.code);
    let cell = |sector: &Sector| match found.cell(&country.code, &sector.address) {
        Some(cell) if !is_shown(cell, only) => left_out(&l, &name, country, sector),
        cell => shown(&l, &name, country, sector, cell, fills),
    };
    view! {
        <tr>
            <th scope="row">{name.clone()} {invented(&l, country.illustrative)}</th>
            {found
                .sectors
                .iter()
                .map(|sector| view! {
                    <td data-l=sector.name.clone()>{cell(sector)} {hindered(&l, found, country, sector)}</td>
                })
                .collect_view()}
        </tr>
    }
    .into_any()
}

fn shown(l: &Speaker, name: &str, country: &FocusCountry, sector: &Sector, cell: Option<&Cell>, fills: bool) -> AnyView {
    let l = *l;
    let path = cell_path(&country.code, &sector.address);
    let label = |what: String| format!("{name}, {}: {what}", sector.name);
    match cell {
        Some(cell) => {
            let told = label(l.word("cell-status", cell.status.code()));
            let target = cell.target.map(|target| l.amount(target, cell.currency));
            view! {
                <a href=path aria-label=told>{status(&l, cell.status)}</a>
                {invented(&l, cell.illustrative)}
                {target.map(|target| view! { <span class="q">{target}</span> })}
            }
            .into_any()
        }
        None if fills => view! { <a href=path aria-label=label(l.t("fill-cell"))>{l.t("fill-cell")}</a> }.into_any(),
        None => view! { <a class="left-out" href=path aria-label=label(l.t("cell-empty"))>"–"</a> }.into_any(),
    }
}

/// A cell whose status is not the one looked for: that it is filled, and no more.
fn left_out(l: &Speaker, name: &str, country: &FocusCountry, sector: &Sector) -> AnyView {
    let told = format!("{name}, {}: {}", sector.name, l.t("cell-left-out"));
    view! { <a class="left-out" href=cell_path(&country.code, &sector.address) aria-label=told>{LEFT_OUT}</a> }.into_any()
}

/// How many barriers that are pursued stand in the way, with the register of them.
fn hindered(l: &Speaker, found: &Programme, country: &FocusCountry, sector: &Sector) -> Option<AnyView> {
    let count = usize::try_from(found.barriers(&country.code, &sector.address)).unwrap_or_default();
    let path = pursued_path(&country.code, &sector.address);
    (count > 0).then(|| view! { <a class="q" href=path>{l.count("barriers-count", count)}</a> }.into_any())
}

/// The mark of what is invented, short enough for a matrix; the legend says what it means.
fn invented(l: &Speaker, is: bool) -> Option<impl IntoView + use<>> {
    let word = l.t("illustrative");
    is.then(|| view! { <span aria-hidden="true">"*"</span><span class="visually-hidden">{word}</span> })
}

fn legend(l: &Speaker, marked: bool, filtered: bool) -> AnyView {
    let l = *l;
    view! {
        <div class="legend" role="group" aria-label=l.t("legend")>
            {CellStatus::ALL.iter().map(|of| status(&l, *of)).collect_view()}
            {filtered.then(|| view! { <span><span class="left-out">{LEFT_OUT}</span> " " {l.t("cell-left-out")}</span> })}
            {marked.then(|| view! { <span>"* " {l.t("illustrative")}</span> })}
        </div>
    }
    .into_any()
}

async fn download(reader: Reader, asked: Asked, format: Format) -> Answer {
    let found = filtered(&asked, load(reader.db(), reader.actor()).await?);
    let (l, only) = (reader.speaker(), asked.status());
    let bytes = match format {
        Format::Xlsx => workbook(l, &found, only)?,
        Format::Csv => list(l, &found, only).csv()?,
    };
    Ok(file(bytes, "export-programme", format))
}

/// The matrix as a workbook, with the list of its cells on a second sheet.
pub async fn xlsx(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    download(reader, asked, Format::Xlsx).await
}

/// The list of its cells as comma-separated values.
pub async fn csv(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    download(reader, asked, Format::Csv).await
}
