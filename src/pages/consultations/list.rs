//! The consultations of an agreement, with how many answered, and the form that opens another.

use accord_domain::chapter::ChapterKind;
use accord_domain::trade::amount::Amount;
use accord_domain::trade::growth::share;
use accord_language::Speaker;
use accord_store::commands::consultations::{self, ConsultationForm};
use accord_store::queries::consultations::{ConsultationLine, ConsultationsView, list};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::path;
use crate::components::form::{Filled, area, input, select, summary};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, refuse, typed};
use crate::pages::words::{chapter_title, saved};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 5] = ["title", "introduction", "chapter", "closes_on", "lines"];

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = list(reader.db(), reader.actor(), &slug).await?;
    Ok(document(&reader, &found, &Filled::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, found: &ConsultationsView, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let way = vec![("/".to_owned(), l.t("portfolio")), (format!("/agreements/{}", found.slug), found.name.clone())];
    let title = l.t("consultations");
    page(&reader.visitor, Screen::plain(format!("{title} – {}", found.name), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("consultations-lede")}</p>
            {saved(&l, told)}
            {summary(filled, l.t("problem"))}
            {table(&l, found)}
            <p class="actions">
                <a href=format!("/agreements/{}/stances", found.slug)>{l.t("stances")}</a> " " <a href="/stakeholders">{l.t("stakeholders")}</a>
            </p>
            {found.consults().then(|| form(&l, found, filled))}
        }
    })
}

/// How many of those asked have answered.
pub fn rate(l: &Speaker, answered: i64, invited: i64) -> String {
    let part = share(Amount(answered), Amount(invited)).map(|rate| format!(" ({})", l.percent(rate))).unwrap_or_default();
    let told = l.with("of-total", &[("part", l.number(answered).into()), ("total", l.number(invited).into())]);
    format!("{told}{part}")
}

fn about(l: &Speaker, line: &ConsultationLine) -> String {
    match (&line.chapter_kind, &line.chapter_title) {
        (Some(kind), Some(title)) => ChapterKind::from_code(kind).map_or_else(String::new, |kind| chapter_title(l, kind, title)),
        _ => l.t("whole-agreement"),
    }
}

fn table(l: &Speaker, found: &ConsultationsView) -> AnyView {
    if found.consultations.is_empty() {
        return view! { <p class="empty">{l.t("no-consultations")}</p> }.into_any();
    }
    let l = *l;
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("consultation")}</th>
                    <th scope="col">{l.t("concerns")}</th>
                    <th scope="col">{l.t("closes-on")}</th>
                    <th scope="col" class="n">{l.t("answered")}</th>
                </tr>
            </thead>
            <tbody>
                {found
                    .consultations
                    .iter()
                    .map(|line| view! {
                        <tr>
                            <td class="wide"><a href=path(&found.slug, line.number) dir="auto">{line.title.clone()}</a></td>
                            <td data-l=l.t("concerns") dir="auto">{about(&l, line)}</td>
                            <td class="day" data-l=l.t("closes-on")>{l.day(line.closes_on)}</td>
                            <td class="n" data-l=l.t("answered")>{rate(&l, line.answered, line.invited)}</td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

fn form(l: &Speaker, found: &ConsultationsView, filled: &Filled) -> AnyView {
    let mut chapters = vec![(String::new(), l.t("whole-agreement"))];
    chapters.extend(found.chapters.iter().map(|(address, kind, title)| (address.clone(), chapter_title(l, *kind, title))));
    view! {
        <h2>{l.t("open-consultation")}</h2>
        <form method="post" action=format!("/agreements/{}/consultations", found.slug)>
            {input(filled, "title", l.t("title"), String::new(), "text", "off")}
            {area(filled, "introduction", l.t("introduction"), l.t("introduction-hint"))}
            {select(filled, "chapter", l.t("concerns"), String::new(), chapters)}
            {input(filled, "closes_on", l.t("closes-on"), l.t("closes-on-hint"), "text", "off")}
            {area(filled, "lines", l.t("lines-asked"), l.t("lines-hint"))}
            <p class="actions"><button>{l.t("open-consultation")}</button></p>
        </form>
    }
    .into_any()
}

/// Opens one.
pub async fn open(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    let form = ConsultationForm {
        title: fields.get("title"),
        introduction: fields.get("introduction"),
        chapter: fields.get("chapter"),
        closes_on: fields.get("closes_on"),
        lines: fields.get("lines"),
    };
    match consultations::open(reader.db(), reader.command(), slug.clone(), form).await {
        Ok(number) => Ok(done(&path(&slug, number), "consultation")),
        Err(error) => {
            let found = list(reader.db(), reader.actor(), &slug).await?;
            let filled = refuse(reader.speaker(), typed(&fields, &NAMES), &error, "title");
            again(error, |_| document(&reader, &found, &filled, None))
        }
    }
}
