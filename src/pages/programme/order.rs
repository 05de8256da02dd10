//! The order and the names of what shapes the programme: countries and sectors moved up and down, a sector renamed.

use accord_domain::AppError;
use accord_domain::programme::SectorKind;
use accord_language::Speaker;
use accord_store::commands::programme::{RenameForm, move_country, move_sector, rename_sector};
use accord_store::queries::programme::{FocusCountry, Programme, Sector, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use crate::components::form::{Filled, area, input, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse, typed};
use crate::pages::words::illustrative;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 2] = ["sector_name", "reason"];

/// Where all of it is shaped.
const SHAPE: &str = "/programme/shape";

/// The address of a sector's form.
fn path(address: &str) -> String {
    format!("/programme/sectors/{address}")
}

/// The focus countries in their order, each with the way up and down.
pub fn countries(l: &Speaker, programme: &Programme) -> AnyView {
    let l = *l;
    let all = &programme.countries;
    let row = |(at, country): (usize, &FocusCountry)| {
        let name = l.party(&country.code, &country.code);
        let action = format!("/programme/countries/{}/move", country.code.to_lowercase());
        view! {
            <tr>
                <td class="wide">{name.clone()} " " {illustrative(&l, country.illustrative)}</td>
                <td data-l=l.t("order")>{steps(&l, action, &name, (at, all.len()))}</td>
            </tr>
        }
    };
    table(&l, l.t("focus-countries"), l.t("country"), all.iter().enumerate().map(row).collect_view().into_any())
}

/// The sectors in their order, those of goods first, each with the way up and down and to its form.
pub fn sectors(l: &Speaker, programme: &Programme) -> AnyView {
    let l = *l;
    let of = |kind: SectorKind| programme.sectors.iter().filter(move |sector| sector.kind == kind);
    let row = |at: usize, many: usize, sector: &Sector| {
        view! {
            <tr>
                <td class="wide">
                    <a href=path(&sector.address) dir="auto">{sector.name.clone()}</a> " " {illustrative(&l, sector.illustrative)}
                    <span class="q">{l.word("sector-kind", sector.kind.code())}</span>
                </td>
                <td data-l=l.t("order")>{steps(&l, format!("{}/move", path(&sector.address)), &sector.name, (at, many))}</td>
            </tr>
        }
    };
    let rows = SectorKind::ALL.iter().flat_map(|kind| {
        let many = of(*kind).count();
        of(*kind).enumerate().map(move |(at, sector)| (at, many, sector))
    });
    table(&l, l.t("sectors"), l.t("sector"), rows.map(|(at, many, sector)| row(at, many, sector)).collect_view().into_any())
}

fn table(l: &Speaker, caption: String, of: String, rows: AnyView) -> AnyView {
    view! {
        <table>
            <caption class="visually-hidden">{caption}</caption>
            <thead><tr><th scope="col">{of}</th><th scope="col">{l.t("order")}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The buttons that move something up and down from its place among so many.
fn steps(l: &Speaker, action: String, name: &str, (at, many): (usize, usize)) -> AnyView {
    let button = |to: &'static str, label: String, end: bool| {
        let name = name.to_owned();
        view! {
            <button class="plain" name="to" value=to disabled=end>{label} <span class="visually-hidden" dir="auto">": " {name}</span></button>
        }
    };
    view! {
        <form class="screen-only" method="post" action=action>
            {button("up", l.t("move-up"), at == 0)} " " {button("down", l.t("move-down"), at + 1 == many)}
        </form>
    }
    .into_any()
}

/// The sector of an address, for who keeps the programme.
async fn kept(reader: &Reader, address: &str) -> Result<Sector, Failure> {
    let programme = load(reader.db(), reader.actor()).await?;
    if !programme.seen.keeps() {
        return Err(Failure(AppError::NotFound));
    }
    programme.sectors.into_iter().find(|sector| sector.address == address).ok_or(Failure(AppError::NotFound))
}

/// The form that renames a sector.
pub async fn show(reader: Reader, Path(address): Path<String>) -> Answer {
    let sector = kept(&reader, &address).await?;
    let filled = stands(&sector);
    Ok(document(&reader, &sector, &sector.name, &filled, None).into_response())
}

fn stands(sector: &Sector) -> Filled {
    Filled::of([("sector_name", sector.name.clone())])
}

/// `was` is the name that the one who edits has seen.
fn document(reader: &Reader, sector: &Sector, was: &str, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t("rename-sector");
    page(&reader.visitor, Screen::plain(format!("{title} – {}", sector.name), Place::Programme), || {
        let way = vec![("/programme".into(), l.t("programme")), (SHAPE.into(), l.t("shape-programme"))];
        view! {
            {crumbs(l.t("breadcrumb"), way, sector.name.clone())}
            <h1 dir="auto">{sector.name.clone()}</h1>
            {conflict.map(|stands| both_edits(reader, stands, filled, &[("sector_name", l.t("name"))]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=path(&sector.address)>
                <input type="hidden" name="was" value=was.to_owned() />
                {input(filled, "sector_name", l.t("name"), String::new(), "text", "off")}
                {area(filled, "reason", l.t("reason"), l.t("reason-optional"))}
                <p class="actions"><button>{title}</button></p>
            </form>
        }
    })
}

/// Renames a sector.
pub async fn rename(reader: Reader, Path(address): Path<String>, fields: Fields) -> Answer {
    let form = RenameForm { was: fields.get("was"), name: fields.get("sector_name"), reason: fields.get("reason") };
    let was = form.was.clone();
    let Err(error) = rename_sector(reader.db(), reader.command(), address.clone(), form).await else {
        return Ok(done(SHAPE, "programme"));
    };
    let sector = kept(&reader, &address).await?;
    again(error, |error| {
        let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "sector_name");
        let conflict = matches!(error, AppError::Conflict { .. }).then(|| stands(&sector));
        let was = if conflict.is_some() { &sector.name } else { &was };
        document(&reader, &sector, was, &filled, conflict.as_ref())
    })
}

/// Moves a sector up or down.
pub async fn shift_sector(reader: Reader, Path(address): Path<String>, fields: Fields) -> Answer {
    move_sector(reader.db(), reader.command(), address, fields.get("to")).await?;
    Ok(done(SHAPE, "programme"))
}

/// Moves a focus country up or down.
pub async fn shift_country(reader: Reader, Path(code): Path<String>, fields: Fields) -> Answer {
    move_country(reader.db(), reader.command(), code.to_uppercase(), fields.get("to")).await?;
    Ok(done(SHAPE, "programme"))
}
