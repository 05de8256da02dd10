//! How stakeholders stand to an agreement and its chapters, as it was heard in meetings, letters and elsewhere: told, recorded, withdrawn;
//! and beside the chapter and the stakeholder it concerns.

use accord_domain::AppError;
use accord_domain::consultation::LineStance;
use accord_domain::ids::StanceId;
use accord_domain::stakeholder::StakeholderKind;
use accord_language::Speaker;
use accord_store::commands::stances::{self, StanceForm};
use accord_store::queries::stances::{StanceLine, StancesView, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::stakeholders::stakeholder_path;
use crate::components::form::{Filled, area, input, input_from, select, summary, tick};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::words::{chapter_title, illustrative, saved};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 11] = [
    "name",
    "stakeholder_kind",
    "chapter",
    "stance",
    "words",
    "heard_on",
    "publisher",
    "anyway",
    "illustrative",
    "withdrawn",
    "withdraw_reason",
];

/// The address of what was heard on an agreement.
fn path(slug: &str) -> String {
    format!("/agreements/{slug}/stances")
}

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = load(reader.db(), reader.actor(), &slug).await?;
    Ok(document(&reader, &found, &Filled::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, found: &StancesView, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t("stances");
    let own = format!("/agreements/{}", found.slug);
    let way = vec![
        ("/".to_owned(), l.t("portfolio")),
        (own.clone(), found.name.clone()),
        (format!("{own}/consultations"), l.t("consultations")),
    ];
    page(&reader.visitor, Screen::plain(format!("{title} – {}", found.name), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title.clone()}</h1>
            <p class="lede">{l.t("stances-lede")}</p>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
            {found.stances.is_empty().then(|| view! { <p class="empty">{l.t("no-stances")}</p> })}
            {(!found.stances.is_empty()).then(|| table(&l, &found.stances, Beside::Agreement))}
            {found.records.then(|| view! { {form(&l, found, filled)} {withdrawal(&l, found, filled)} })}
        }
    })
}

/// What a table of stances stands beside, and need not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Agreement,
    Chapter,
    Stakeholder,
}

/// Stances, each with who holds it, in which words, and where it was heard.
pub fn table(l: &Speaker, stances: &[StanceLine], beside: Beside) -> AnyView {
    let l = *l;
    let row = |line: &StanceLine| {
        let chapter = line.chapter.as_ref().map_or_else(|| l.t("whole-agreement"), |(kind, title)| chapter_title(&l, *kind, title));
        view! {
            <tr>
                <td class="wide">
                    <strong>{l.word("line-stance", line.stance.code())}</strong> " "
                    {(beside != Beside::Stakeholder).then(|| view! {
                        "– " <a href=stakeholder_path(line.stakeholder) dir="auto">{line.name.clone()}</a> " "
                    })}
                    {illustrative(&l, line.illustrative)}
                    {(!line.words.is_empty()).then(|| view! { <p class="prose progress" dir="auto">{line.words.clone()}</p> })}
                </td>
                {(beside != Beside::Chapter).then(|| view! {
                    <td data-l=l.t("concerns") dir="auto">
                        {chapter}
                        {(beside == Beside::Stakeholder).then(|| view! {
                            <span class="q"><a href=path(&line.slug) dir="auto">{line.agreement.clone()}</a></span>
                        })}
                    </td>
                })}
                <td data-l=l.t("heard-at")><cite dir="auto">{line.publisher.clone()}</cite> <span class="q">{l.day(line.heard_on)}</span></td>
            </tr>
        }
    };
    view! {
        <table class="points">
            <caption class="visually-hidden">{l.t("stances")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("line-stance")}</th>
                    {(beside != Beside::Chapter).then(|| view! { <th scope="col">{l.t("concerns")}</th> })}
                    <th scope="col">{l.t("heard-at")}</th>
                </tr>
            </thead>
            <tbody>{stances.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What was heard on a chapter, on its page; nothing where nothing was.
pub fn beside_chapter(l: &Speaker, slug: &str, stances: &[StanceLine]) -> AnyView {
    if stances.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 id="stances"><a href=path(slug)>{l.t("stances")}</a></h2>
        {table(l, stances, Beside::Chapter)}
    }
    .into_any()
}

fn form(l: &Speaker, found: &StancesView, filled: &Filled) -> AnyView {
    let l = *l;
    let mut chapters = vec![(String::new(), l.t("whole-agreement"))];
    chapters.extend(found.chapters.iter().map(|(address, kind, title)| (address.clone(), chapter_title(&l, *kind, title))));
    let kinds = options(&l, "stakeholder-kind", StakeholderKind::ALL.iter().map(|kind| kind.code()));
    let stances = options(&l, "line-stance", LineStance::ALL.iter().map(|stance| stance.code()));
    // Asked for only where the name looks like another.
    let alike = filled.error("name").is_some() && !filled.value("name").trim().is_empty() || filled.ticked("anyway", "yes");
    view! {
        <h2>{l.t("record-stance")}</h2>
        <form method="post" action=path(&found.slug)>
            {input_from(filled, "name", l.t("name"), l.t("stance-name-hint"), "known")}
            {alike.then(|| tick(filled, "anyway", "yes", l.t("not-the-same")))}
            {select(filled, "stakeholder_kind", l.t("kind"), String::new(), kinds)}
            {select(filled, "stance", l.t("line-stance"), String::new(), stances)}
            {select(filled, "chapter", l.t("concerns"), String::new(), chapters)}
            {area(filled, "words", l.t("stance-words"), l.t("stance-words-hint"))}
            {input(filled, "heard_on", l.t("heard-on"), l.t("day-hint"), "text", "off")}
            {input(filled, "publisher", l.t("heard-at"), l.t("heard-at-hint"), "text", "off")}
            {tick(filled, "illustrative", "yes", l.t("figure-illustrative"))}
            <p class="actions"><button>{l.t("record-stance")}</button></p>
        </form>
        <datalist id="known">
            {found.known.iter().map(|known| view! { <option value=known.name.clone()></option> }).collect_view()}
        </datalist>
    }
    .into_any()
}

fn withdrawal(l: &Speaker, found: &StancesView, filled: &Filled) -> AnyView {
    if found.stances.is_empty() {
        return ().into_any();
    }
    let told =
        |line: &StanceLine| format!("{}, {}, {}", line.name, l.word("line-stance", line.stance.code()), l.day(line.heard_on));
    let mut choice = vec![(String::new(), l.t("choose-one"))];
    choice.extend(found.stances.iter().map(|line| (line.id.0.to_string(), told(line))));
    view! {
        <details open=filled.error("withdrawn").is_some() || filled.error("withdraw_reason").is_some()>
            <summary>{l.t("withdraw-stance")}</summary>
            <form method="post" action=format!("{}/withdraw", path(&found.slug))>
                {select(filled, "withdrawn", l.t("stance-withdrawn"), String::new(), choice)}
                {area(filled, "withdraw_reason", l.t("reason"), String::new())}
                <p class="actions"><button class="danger">{l.t("withdraw-stance")}</button></p>
            </form>
        </details>
    }
    .into_any()
}

async fn answered(reader: &Reader, slug: &str, fields: &Fields, error: AppError, fallback: &str) -> Answer {
    let found = load(reader.db(), reader.actor(), slug).await?;
    if !found.records {
        return Err(Failure(AppError::NotFound));
    }
    again(error, |error| document(reader, &found, &refuse(reader.speaker(), typed(fields, &NAMES), error, fallback), None))
}

/// Records a stance.
pub async fn record(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let form = StanceForm {
        name: fields.get("name"),
        kind: fields.get("stakeholder_kind"),
        anyway: fields.get("anyway") == "yes",
        chapter: fields.get("chapter"),
        stance: fields.get("stance"),
        words: fields.get("words"),
        heard_on: fields.get("heard_on"),
        publisher: fields.get("publisher"),
        illustrative: fields.get("illustrative") == "yes",
    };
    match stances::record(reader.db(), reader.command(), slug.clone(), form).await {
        Ok(_) => Ok(done(&path(&slug), "stance")),
        Err(error) => answered(&reader, &slug, &fields, error, "name").await,
    }
}

/// Withdraws one.
pub async fn withdraw(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let outcome = match fields.get("withdrawn").parse().map(StanceId) {
        Ok(stance) => stances::withdraw(reader.db(), reader.command(), slug.clone(), stance, fields.get("withdraw_reason")).await,
        Err(_) => Err(AppError::field("withdrawn", "required")),
    };
    match outcome {
        Ok(()) => Ok(done(&path(&slug), "stance-withdrawn")),
        Err(error) => answered(&reader, &slug, &fields, error, "withdrawn").await,
    }
}
