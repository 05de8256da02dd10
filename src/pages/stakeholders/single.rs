//! A stakeholder: who it is, what it said wherever it was asked, who else it may be.

use accord_domain::AppError;
use accord_domain::country::COUNTRIES;
use accord_domain::stakeholder::StakeholderKind;
use accord_language::Speaker;
use accord_store::commands::stakeholders::{StakeholderForm, edit};
use accord_store::queries::stakeholders::{Asked, Said, StakeholderLine, StakeholderView, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Redirect};
use leptos::prelude::*;

use super::list::beside;
use super::{stakeholder_id, stakeholder_path};
use crate::components::form::{Filled, area, input, input_from, select, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::consultations::{asked, path};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::stances::{Beside, table};
use crate::pages::trade::figure_form::code_typed;
use crate::pages::words::saved;
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 4] = ["name", "stakeholder_kind", "country", "note"];

fn filled_of(l: &Speaker, found: &StakeholderView) -> Filled {
    Filled::of([
        ("name", found.name.clone()),
        ("stakeholder_kind", found.kind.code().to_owned()),
        ("country", l.party(&found.country, &found.country)),
        ("note", found.note.clone()),
    ])
}

/// The screen.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(query): Query<Saved>) -> Answer {
    let id = stakeholder_id(&id)?;
    let found = load(reader.db(), reader.actor(), id).await?;
    if found.id != id {
        return Ok(Redirect::to(&stakeholder_path(found.id)).into_response());
    }
    let filled = filled_of(reader.speaker(), &found);
    Ok(document(&reader, &found, found.version, &filled, None, query.saved.as_deref()).into_response())
}

fn document(
    reader: &Reader,
    found: &StakeholderView,
    version: i64,
    filled: &Filled,
    conflict: Option<&Filled>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let way = vec![("/".to_owned(), l.t("portfolio")), ("/stakeholders".to_owned(), l.t("stakeholders"))];
    page(&reader.visitor, Screen::plain(found.name.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, found.name.clone())}
            <h1 dir="auto">{found.name.clone()}</h1>
            <p class="lede">{who(&l, found)}</p>
            {saved(&l, told)}
            {conflict.map(|stands| both_edits(reader, stands, filled, &[
                ("name", l.t("name")), ("stakeholder_kind", l.t("kind")), ("country", l.t("country")), ("note", l.t("note")),
            ]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            {(!found.note.is_empty()).then(|| view! { <p class="prose" dir="auto">{found.note.clone()}</p> })}
            {found.edits.then(|| form(&l, found, version, filled, conflict.is_some()))}
            {(!found.stances.is_empty()).then(|| view! {
                <h2 id="stances">{l.t("stances")}</h2>
                {table(&l, &found.stances, Beside::Stakeholder)}
            })}
            {found.asked.iter().map(|time| asked_once(&l, found, time)).collect_view()}
            {merged(&l, found)}
            {alike(&l, found)}
        }
    })
}

/// Kind and country in one line.
pub fn who(l: &Speaker, found: &StakeholderView) -> String {
    let country = l.party(&found.country, &found.country);
    [l.word("stakeholder-kind", found.kind.code()), country]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Where it was asked, and what it said there line by line.
fn asked_once(l: &Speaker, found: &StakeholderView, time: &Asked) -> AnyView {
    let l = *l;
    let other_name = (time.name != found.name).then(|| format!(" · {}", l.with("asked-as", &[("name", time.name.clone().into())])));
    let answered =
        time.answered_at.map_or_else(|| l.t("not-answered"), |at| l.with("answered-when", &[("when", l.ago(at).into())]));
    view! {
        <h2 dir="auto"><a href=path(&time.slug, time.number)>{time.title.clone()}</a></h2>
        <p class="q">
            <a href=format!("/agreements/{}", time.slug) dir="auto">{time.agreement.clone()}</a> " · "
            {l.with("closes-told", &[("day", l.day(time.closes_on).into())])} " · " {answered} {other_name}
        </p>
        {(!time.said.is_empty()).then(|| lines(&l, &time.said))}
    }
    .into_any()
}

fn lines(l: &Speaker, said: &[Said]) -> AnyView {
    let l = *l;
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("line-asked")}</th><th scope="col">{l.t("line-stance")}</th><th scope="col">{l.t("comment")}</th>
                </tr>
            </thead>
            <tbody>
                {said
                    .iter()
                    .map(|said| view! {
                        <tr>
                            <td class="wide" dir="auto">{asked(&l, &said.line)}</td>
                            <td data-l=l.t("line-stance")><strong>{l.word("line-stance", said.stance.code())}</strong></td>
                            <td data-l=l.t("comment") class="prose" dir="auto">{said.comment.clone()}</td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

fn merged(l: &Speaker, found: &StakeholderView) -> AnyView {
    if found.merged.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2 id="merged">{l.t("known-as")}</h2>
        <ul class="plain-list">
            {found
                .merged
                .iter()
                .map(|other| view! {
                    <li>
                        <strong dir="auto">{other.name.clone()}</strong> " (" {l.word("stakeholder-kind", other.kind.code())} ") "
                        <span class="q">{l.with("merged-by", &[("who", other.by.clone().into()), ("when", l.ago(other.at).into())])}</span>
                        <p class="prose" dir="auto">{other.reason.clone()}</p>
                    </li>
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

fn alike(l: &Speaker, found: &StakeholderView) -> AnyView {
    if found.alike.is_empty() {
        return ().into_any();
    }
    let own = StakeholderLine {
        id: found.id,
        name: found.name.clone(),
        kind: found.kind,
        country: found.country.clone(),
        asked: 0,
        answered: 0,
    };
    view! {
        <h2 id="duplicates">{l.t("possible-duplicates")}</h2>
        <p class="q">{l.t("possible-duplicates-told")}</p>
        <ul class="plain-list">{found.alike.iter().map(|other| beside(l, &own, other)).collect_view()}</ul>
    }
    .into_any()
}

fn form(l: &Speaker, found: &StakeholderView, version: i64, filled: &Filled, conflict: bool) -> AnyView {
    let l = *l;
    let mut countries: Vec<String> = COUNTRIES.iter().map(|code| l.party(code, code)).collect();
    countries.sort_unstable();
    view! {
        <details open=conflict || filled.is_refused()>
            <summary>{l.t("edit-stakeholder")}</summary>
            <form method="post" action=stakeholder_path(found.id)>
                <input type="hidden" name="version" value=version />
                {input(filled, "name", l.t("name"), String::new(), "text", "off")}
                {select(filled, "stakeholder_kind", l.t("kind"), String::new(), options(&l, "stakeholder-kind", StakeholderKind::ALL.iter().map(|kind| kind.code())))}
                {input_from(filled, "country", l.t("country"), l.t("stakeholder-country-hint"), "countries")}
                {area(filled, "note", l.t("note"), l.t("stakeholder-note-hint"))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
            <datalist id="countries">{countries.into_iter().map(|name| view! { <option value=name></option> }).collect_view()}</datalist>
        </details>
    }
    .into_any()
}

/// Saves the card.
pub async fn save(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = stakeholder_id(&id)?;
    let form = StakeholderForm {
        name: fields.get("name"),
        kind: fields.get("stakeholder_kind"),
        country: code_typed(&fields, "country"),
        note: fields.get("note"),
    };
    match edit(reader.db(), reader.command(), id, fields.version(), form).await {
        Ok(()) => Ok(done(&stakeholder_path(id), "stakeholder")),
        Err(error @ AppError::NotFound) => Err(error.into()),
        Err(error) => {
            let found = load(reader.db(), reader.actor(), id).await?;
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "name");
            let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(reader.speaker(), &found));
            let version = if stands.is_some() { found.version } else { fields.version() };
            again(error, |_| document(&reader, &found, version, &filled, stands.as_ref(), None))
        }
    }
}
