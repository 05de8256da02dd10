//! The minister's brief as it prints on one page of A4, and as a Word document.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_exchange::brief::{Body, Section, Sheet, sheet, written_in};
use accord_exchange::docx;
use accord_language::{Locale, Speaker};
use accord_store::commands::briefs::LANGUAGES;
use accord_store::queries::brief::{Brief, BriefView, load};
use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;

use super::document::{Place, Screen, crumbs, page};
use super::words::saved;
use crate::components::form::{Filled, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::visitor::Reader;

/// The version and the language as the address has them, and what a redirect said was saved.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Blank means the newest.
    pub version: String,
    /// Blank means the one it is written in.
    pub language: String,
    pub saved: Option<String>,
}

/// Loads the version asked for; a number that is none is not found.
async fn found(reader: &Reader, slug: &str, asked: &Asked) -> Result<BriefView, Failure> {
    let number = match asked.version.as_str() {
        "" => None,
        typed => Some(typed.parse::<i64>().map_err(|_| Failure(AppError::NotFound))?),
    };
    Ok(load(reader.db(), reader.actor(), slug, number).await?)
}

/// The speaker of the language asked for, else of the one the brief is written in.
fn speaking(reader: &Reader, brief: &Brief, asked: &str) -> Speaker {
    Speaker { locale: Locale::from_code(asked).unwrap_or_else(|| written_in(brief)), ..*reader.speaker() }
}

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let view = found(&reader, &slug, &asked).await?;
    Ok(document(&reader, &view, &asked, &Filled::of([("language", reader.speaker().locale.code().into())])).into_response())
}

/// The Word document.
pub async fn docx(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let view = found(&reader, &slug, &asked).await?;
    let brief = view.brief.as_ref().ok_or(AppError::NotFound)?;
    let speaker = speaking(&reader, brief, &asked.language);
    let file = docx::write(&sheet(&speaker, &view, brief), brief.shown.generated_at)?;
    let name = format!("{slug}-brief-{}-{}.docx", brief.shown.number, speaker.locale.code());
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}

/// The page of a brief, or the offer to draft one.
pub fn document(reader: &Reader, view: &BriefView, asked: &Asked, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let title = format!("{}: {}", l.t("brief"), view.name);
    let way = vec![("/".into(), l.t("portfolio")), (format!("/agreements/{}", view.slug), view.name.clone())];
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        let speaker = view.brief.as_ref().map_or(l, |brief| speaking(reader, brief, &asked.language));
        let sheet = view.brief.as_ref().map(|brief| (brief, sheet(&speaker, view, brief)));
        // In the language of the sheet, whose title it is.
        let heading = sheet.as_ref().map_or(title, |(_, sheet)| format!("{}: {}", sheet.title, sheet.agreement));
        view! {
            {crumbs(l.t("breadcrumb"), way, l.t("brief"))}
            <h1 lang=speaker.locale.code() dir="auto">{heading}</h1>
            {saved(&l, asked.saved.as_deref())}
            {summary(filled, l.t("problem"))}
            {match &sheet {
                Some((brief, sheet)) => view! { {tools(&l, view, brief, &speaker)} {on_paper(sheet)} }.into_any(),
                None => offer(&l, view, filled),
            }}
        }
    })
}

/// The languages a brief may be in, by their own names.
fn languages() -> Vec<(String, String)> {
    let known = LANGUAGES.into_iter().filter_map(Locale::from_code);
    known.map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).collect()
}

fn offer(l: &Speaker, view: &BriefView, filled: &Filled) -> AnyView {
    view! {
        <p class="lede">{l.t("brief-none")}</p>
        <form method="post" action=format!("/agreements/{}/brief", view.slug)>
            {select(filled, "language", l.t("brief-language"), String::new(), languages())}
            <p class="actions"><button>{l.t("brief-begin")}</button></p>
        </form>
    }
    .into_any()
}

/// What the reader can do with the version shown: edit, approve, download, read in another language, read another version.
fn tools(l: &Speaker, view: &BriefView, brief: &Brief, speaker: &Speaker) -> AnyView {
    let l = *l;
    let base = format!("/agreements/{}/brief", view.slug);
    let is_newest = brief.versions.first().is_some_and(|newest| newest.number == brief.shown.number);
    let approves = is_newest && brief.shown.approved_at.is_none() && view.may(Act::ApproveBrief);
    let here = (brief.shown.number, speaker.locale);
    view! {
        <div class="screen-only sheet-tools">
            <p class="actions">
                {view.may(Act::EditBrief).then(|| view! { <a class="button" href=format!("{base}/edit")>{l.t("brief-edit")}</a> })}
                <a class="button" href=format!("{base}.docx?version={}&language={}", here.0, here.1.code())>{l.t("brief-word")}</a>
            </p>
            {approves.then(|| view! {
                <form method="post" action=format!("{base}/approve")>
                    <input type="hidden" name="version" value=brief.version />
                    <p class="actions"><button id="approve">{l.t("brief-approve")}</button></p>
                </form>
            })}
            <p class="q">
                {Locale::ALL
                    .map(|locale| {
                        let current = (locale == here.1).then_some("true");
                        let href = format!("{base}?version={}&language={}", here.0, locale.code());
                        view! { <a href=href lang=locale.code() aria-current=current>{locale.own_name()}</a> " " }
                    })
                    .collect_view()}
            </p>
            <p class="q">
                {l.t("brief-versions")} ": "
                {brief
                    .versions
                    .iter()
                    .map(|line| {
                        let told = l.with("brief-version", &[("n", l.number(line.number).into())]);
                        let href = format!("{base}?version={}&language={}", line.number, here.1.code());
                        view! { <a href=href aria-current=(line.number == here.0).then_some("true")>{told}</a> " " }
                    })
                    .collect_view()}
            </p>
        </div>
    }
    .into_any()
}

fn on_paper(sheet: &Sheet) -> AnyView {
    let told = [Some(sheet.standing.clone()), Some(sheet.generated.clone()), sheet.illustrative.clone()];
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <article class="sheet" lang=sheet.locale.code()>
            <p class="marking">{sheet.marking.clone()}</p>
            <p class=if sheet.approved { "standing" } else { "standing draft" }>{told}</p>
            {sheet.sections.iter().map(section).collect_view()}
            <p class="marking">{sheet.marking.clone()}</p>
        </article>
    }
    .into_any()
}

fn section(section: &Section) -> AnyView {
    let lang = section.language.code();
    let body = match &section.body {
        Body::Paragraphs(lines) => {
            lines.iter().map(|text| view! { <p dir="auto">{text.clone()}</p> }).collect_view().into_any()
        }
        Body::Table { head, rows } => view! {
            <table>
                <thead class="visually-hidden"><tr><th scope="col">{head[0].clone()}</th><th scope="col">{head[1].clone()}</th></tr></thead>
                <tbody>
                    {rows
                        .iter()
                        .map(|[name, text]| view! { <tr><th scope="row" dir="auto">{name.clone()}</th><td dir="auto">{text.clone()}</td></tr> })
                        .collect_view()}
                </tbody>
            </table>
        }
        .into_any(),
    };
    view! { <section><h2>{section.heading.clone()}</h2><div lang=lang>{body}</div></section> }.into_any()
}
