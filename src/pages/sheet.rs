//! A document, the minister's brief or the report of a meeting, as it prints on A4, and as a Word document.

use accord_domain::AppError;
use accord_domain::clearance::Clearance;
use accord_domain::document::DocumentKind;
use accord_exchange::docx;
use accord_exchange::sheet::{Body, Section, Sheet, sheet, title, written_in};
use accord_language::{Locale, Speaker};
use accord_store::commands::documents::LANGUAGES;
use accord_store::queries::document::{About, Document, DocumentView, load};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;

use super::document::{Place, Screen, crumbs, page};
use super::lists::options;
use super::meetings::{meeting_path, meeting_title};
use super::words::saved;
use crate::components::form::{Filled, group, select, summary, tick};
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

/// The address of a document.
pub fn path(about: &About) -> String {
    match about {
        About::Agreement(slug) => format!("/agreements/{slug}/brief"),
        About::Meeting(slug, meeting) => format!("{}/report", meeting_path(slug, meeting)),
    }
}

/// The links that lead back from a document: to the agreement, and to the meeting of a report.
pub fn way(l: &Speaker, view: &DocumentView) -> Vec<(String, String)> {
    let slug = view.about.agreement();
    let mut way = vec![("/".into(), l.t("portfolio")), (format!("/agreements/{slug}"), view.name.clone())];
    way.extend(view.meeting.as_ref().map(|meeting| (meeting_path(slug, &meeting.name.address), meeting_title(l, &meeting.name))));
    way
}

/// Loads the version asked for; a number that is none is not found.
async fn found(reader: &Reader, about: &About, asked: &Asked) -> Result<DocumentView, Failure> {
    let number = match asked.version.as_str() {
        "" => None,
        typed => Some(typed.parse::<i64>().map_err(|_| Failure(AppError::NotFound))?),
    };
    Ok(load(reader.db(), reader.actor(), about, number).await?)
}

/// The speaker of the language asked for, else of the one the document is written in.
fn speaking(reader: &Reader, document: &Document, asked: &str) -> Speaker {
    Speaker { locale: Locale::from_code(asked).unwrap_or_else(|| written_in(document)), ..*reader.speaker() }
}

/// The screen.
pub async fn show(reader: Reader, about: About, asked: Asked) -> Answer {
    let view = found(&reader, &about, &asked).await?;
    let usual = Clearance::Partner.code().to_owned();
    let filled = Filled::of([("language", reader.speaker().locale.code().into()), ("clearance", usual)]);
    Ok(document(&reader, &view, &asked, &filled).into_response())
}

/// The Word document.
pub async fn docx(reader: Reader, about: About, asked: Asked) -> Answer {
    let view = found(&reader, &about, &asked).await?;
    let document = view.document.as_ref().ok_or(AppError::NotFound)?;
    let speaker = speaking(&reader, document, &asked.language);
    let file = docx::write(&sheet(&speaker, &view, document), document.shown.generated_at)?;
    let meeting = view.meeting.as_ref().map(|meeting| format!("-{}", meeting.name.address)).unwrap_or_default();
    let kind = view.kind().code();
    let name = format!("{}{meeting}-{kind}-{}-{}.docx", about.agreement(), document.shown.number, speaker.locale.code());
    let headers = [
        (CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}

/// The page of a document, or the offer to draft one.
pub fn document(reader: &Reader, view: &DocumentView, asked: &Asked, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let kind = l.word("document-kind", view.kind().code());
    let title = format!("{}: {}", title(&l, view), view.name);
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        let speaker = view.document.as_ref().map_or(l, |document| speaking(reader, document, &asked.language));
        let sheet = view.document.as_ref().map(|document| (document, sheet(&speaker, view, document)));
        // In the language of the sheet, whose title it is.
        let heading = sheet.as_ref().map_or(title, |(_, sheet)| format!("{}: {}", sheet.title, sheet.agreement));
        view! {
            {crumbs(l.t("breadcrumb"), way(&l, view), kind)}
            <h1 lang=speaker.locale.code() dir="auto">{heading}</h1>
            {saved(&l, asked.saved.as_deref())}
            {summary(filled, l.t("problem"))}
            {match &sheet {
                Some((document, sheet)) => {
                    let publishing = publishing(&l, view, document, filled);
                    view! { {tools(&l, view, document, &speaker)} {publishing} {on_paper(sheet)} }.into_any()
                }
                None => offer(&l, view, filled),
            }}
        }
    })
}

/// The languages a document may be in, by their own names.
fn languages() -> Vec<(String, String)> {
    let known = LANGUAGES.into_iter().filter_map(Locale::from_code);
    known.map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).collect()
}

/// The choice of for whom a document is meant.
pub fn clearance(l: &Speaker, view: &DocumentView, filled: &Filled) -> AnyView {
    let kind = view.kind().code();
    let offered = options(l, "clearance", view.clearances().iter().map(|clearance| clearance.code()));
    select(filled, "clearance", l.word("document-clearance", kind), l.word("document-clearance-hint", kind), offered)
}

fn offer(l: &Speaker, view: &DocumentView, filled: &Filled) -> AnyView {
    if !view.has_matter() {
        return view! { <p class="lede">{l.t("report-too-early")}</p> }.into_any();
    }
    let kind = view.kind();
    view! {
        <p class="lede">{l.word("document-none", kind.code())}</p>
        <form method="post" action=path(&view.about)>
            {select(filled, "language", l.t("document-language"), String::new(), languages())}
            {(kind == DocumentKind::Report).then(|| clearance(l, view, filled))}
            <p class="actions"><button>{l.word("document-begin", kind.code())}</button></p>
        </form>
    }
    .into_any()
}

fn is_newest(document: &Document) -> bool {
    document.versions.first().is_some_and(|newest| newest.number == document.shown.number)
}

/// What the reader can do with the version shown: edit, approve, download, read in another language, read another version.
fn tools(l: &Speaker, view: &DocumentView, document: &Document, speaker: &Speaker) -> AnyView {
    let l = *l;
    let (base, kind) = (path(&view.about), view.kind());
    let approves = is_newest(document) && document.shown.approved_at.is_none() && view.may(kind.approve_act());
    let here = (document.shown.number, speaker.locale);
    let edits = view.may(kind.edit_act());
    view! {
        <div class="screen-only sheet-tools">
            <p class="actions">
                {edits.then(|| view! { <a class="button" href=format!("{base}/edit")>{l.word("document-edit", kind.code())}</a> })}
                <a class="button" href=format!("{base}.docx?version={}&language={}", here.0, here.1.code())>{l.t("document-word")}</a>
            </p>
            {approves.then(|| view! {
                <form method="post" action=format!("{base}/approve")>
                    <input type="hidden" name="version" value=document.version />
                    <p class="actions"><button id="approve">{l.t("document-approve")}</button></p>
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
                {l.t("document-versions")} ": "
                {document
                    .versions
                    .iter()
                    .map(|line| {
                        let told = l.with("document-version", &[("n", l.number(line.number).into())]);
                        let href = format!("{base}?version={}&language={}", line.number, here.1.code());
                        view! { <a href=href aria-current=(line.number == here.0).then_some("true")>{told}</a> " " }
                    })
                    .collect_view()}
            </p>
        </div>
    }
    .into_any()
}

/// Publishing what is approved: it says who will read it, and asks to confirm that.
fn publishing(l: &Speaker, view: &DocumentView, document: &Document, filled: &Filled) -> AnyView {
    let shown = &document.shown;
    let waits = is_newest(document) && shown.approved_at.is_some() && shown.published_at.is_none();
    if !(waits && view.may(view.kind().approve_act())) {
        return ().into_any();
    }
    let l = *l;
    let confirm = tick(filled, "confirm", "yes", l.t("report-confirm"));
    view! {
        <form class="notice screen-only" method="post" action=format!("{}/publish", path(&view.about))>
            <input type="hidden" name="version" value=document.version />
            {group(filled, "confirm".into(), l.t("report-publish-title"), view! {
                <p>{l.word("report-readers", shown.clearance().code())}</p>
                {confirm}
            }.into_any())}
            <p class="actions"><button>{l.t("report-publish")}</button></p>
        </form>
    }
    .into_any()
}

fn on_paper(sheet: &Sheet) -> AnyView {
    let told = [Some(sheet.standing.clone()), Some(sheet.generated.clone()), sheet.illustrative.clone()];
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <article class="sheet" id="sheet" lang=sheet.locale.code()>
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
        Body::Paragraphs(lines) => lines.iter().map(|text| view! { <p dir="auto">{text.clone()}</p> }).collect_view().into_any(),
        Body::Table { head, rows } => table(head, rows),
    };
    view! { <section><h2>{section.heading.clone()}</h2><div lang=lang>{body}</div></section> }.into_any()
}

/// A table; of two columns the heads need not be seen, since the first names what the second tells.
fn table(head: &[String], rows: &[Vec<String>]) -> AnyView {
    let is_pair = head.len() == 2;
    // On a narrow screen the head of its column stands before each cell.
    let labels: Vec<Option<String>> = head.iter().skip(1).map(|head| Some(head.clone()).filter(|_| !is_pair)).collect();
    let labels = labels.as_slice();
    let heads = head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let rows = rows
        .iter()
        .map(|cells| {
            let (name, others) = cells.split_first().map(|(name, others)| (name.clone(), others)).unwrap_or_default();
            let others = others
                .iter()
                .zip(labels)
                .map(|(text, label)| view! { <td data-l=label.clone() dir="auto">{text.clone()}</td> })
                .collect_view();
            view! { <tr><th scope="row" dir="auto">{name}</th>{others}</tr> }
        })
        .collect_view();
    view! {
        <table>
            <thead class=is_pair.then_some("visually-hidden")><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
