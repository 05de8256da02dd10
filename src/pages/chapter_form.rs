//! Opening a chapter, editing its card, archiving it.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::chapter::ChapterKind;
use accord_store::commands::chapters::{self, At, ChapterForm};
use accord_store::queries::agreement::{AgreementView, load as load_agreement};
use accord_store::queries::chapter::{ChapterView, load};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::chapter::{Address, refused};
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, options, refuse, typed};
use super::words::chapter_title;
use crate::components::form::{Filled, area, input, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 11] = [
    "kind",
    "address",
    "number",
    "title",
    "our_lead",
    "their_lead",
    "line_ministry",
    "target_round",
    "open_brackets",
    "note",
    "reason",
];

fn form_of(fields: &Fields) -> ChapterForm {
    ChapterForm {
        kind: fields.get("kind"),
        address: fields.get("address"),
        number: fields.get("number"),
        title: fields.get("title"),
        our_lead: fields.get("our_lead"),
        their_lead: fields.get("their_lead"),
        line_ministry: fields.get("line_ministry"),
        target_round: fields.get("target_round"),
        open_brackets: fields.get("open_brackets"),
        note: fields.has("note").then(|| fields.get("note")),
        reason: fields.get("reason"),
        illustrative: false,
    }
}

fn filled_of(c: &ChapterView) -> Filled {
    Filled::of([
        ("number", c.number.to_string()),
        ("title", c.title.clone()),
        ("our_lead", c.our_lead.clone()),
        ("their_lead", c.their_lead.clone()),
        ("line_ministry", c.line_ministry.clone()),
        ("target_round", c.target_round.clone()),
        ("open_brackets", c.open_brackets.to_string()),
        ("note", c.note.clone().unwrap_or_default()),
    ])
}

struct Form<'a> {
    agreement: (&'a str, &'a str),
    chapter: Option<(&'a ChapterView, i64)>,
    filled: &'a Filled,
    conflict: Option<&'a Filled>,
}

fn document(reader: &Reader, form: Form<'_>) -> Html<String> {
    let l = *reader.speaker();
    let filled = form.filled;
    let (slug, name) = form.agreement;
    let title = if form.chapter.is_some() { l.t("edit-chapter") } else { l.t("open-chapter") };
    let mut links = vec![("/".to_owned(), l.t("portfolio")), (format!("/agreements/{slug}"), name.to_owned())];
    let action = match form.chapter {
        Some((c, _)) => {
            links.push((format!("/agreements/{slug}/chapters/{}", c.address), chapter_title(&l, c.kind, &c.title)));
            format!("/agreements/{slug}/chapters/{}/edit", c.address)
        }
        None => format!("/agreements/{slug}/chapters/new"),
    };
    let kinds = options(&l, "chapter", ChapterKind::ALL.iter().map(|kind| kind.code()));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        let archive = form.chapter.filter(|(c, _)| c.roles.may(Act::OpenChapters)).map(|(c, version)| {
            view! {
                <details open=filled.error("archive_reason").is_some()>
                    <summary>{l.t("archive-chapter")}</summary>
                    <form method="post" action=format!("/agreements/{slug}/chapters/{}/archive", c.address)>
                        <input type="hidden" name="version" value=version />
                        {area(filled, "archive_reason", l.t("reason"), l.t("archive-chapter-hint"))}
                        <p class="actions"><button class="danger">{l.t("archive-chapter")}</button></p>
                    </form>
                </details>
            }
        });
        view! {
            {crumbs(l.t("breadcrumb"), links, title.clone())}
            <h1>{title}</h1>
            {form.conflict.map(|stands| both_edits(reader, stands, filled, &[
                ("number", l.t("number")), ("title", l.t("title")), ("our_lead", l.t("our-lead")), ("their_lead", l.t("their-lead")),
                ("line_ministry", l.t("line-ministry")), ("target_round", l.t("target-round")), ("open_brackets", l.t("open-brackets")),
                ("note", l.t("team-note")),
            ]))}
            {form.conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {form.chapter.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {form.chapter.is_none().then(|| view! {
                    {select(filled, "kind", l.t("kind"), String::new(), kinds)}
                    {input(filled, "address", l.t("address"), l.t("chapter-address-hint"), "text", "off")}
                })}
                {input(filled, "number", l.t("number"), String::new(), "text", "off")}
                {input(filled, "title", l.t("title"), l.t("title-hint"), "text", "off")}
                {input(filled, "our_lead", l.t("our-lead"), String::new(), "text", "off")}
                {input(filled, "their_lead", l.t("their-lead"), String::new(), "text", "off")}
                {input(filled, "line_ministry", l.t("line-ministry"), String::new(), "text", "off")}
                {input(filled, "target_round", l.t("target-round"), String::new(), "text", "off")}
                {form.chapter.map(|(c, _)| view! {
                    {input(filled, "open_brackets", l.t("open-brackets"), l.t("open-brackets-hint"), "text", "off")}
                    {c.may(Act::ReadNotes).then(|| area(filled, "note", l.t("team-note"), l.t("team-note-hint")))}
                    {area(filled, "reason", l.t("reason"), l.t("reason-optional"))}
                })}
                <p class="actions"><button>{if form.chapter.is_some() { l.t("save") } else { l.t("open-chapter") }}</button></p>
            </form>
            {archive}
        }
    })
}

async fn opening(reader: &Reader, slug: &str) -> Result<AgreementView, Failure> {
    let a = load_agreement(reader.db(), reader.actor(), slug).await?;
    if a.may(Act::OpenChapters) { Ok(a) } else { Err(Failure(AppError::NotFound)) }
}

async fn editable(reader: &Reader, slug: &str, address: &str, act: Act) -> Result<ChapterView, Failure> {
    let c = load(reader.db(), reader.actor(), slug, address).await?;
    if c.may(act) { Ok(c) } else { Err(Failure(AppError::NotFound)) }
}

/// The empty form.
pub async fn new(reader: Reader, Path(slug): Path<String>) -> Answer {
    let a = opening(&reader, &slug).await?;
    let next = a.chapters.iter().flatten().map(|mark| mark.number).max().unwrap_or_default() + 1;
    let filled = Filled::of([("number", next.to_string())]);
    Ok(document(&reader, Form { agreement: (&slug, &a.name), chapter: None, filled: &filled, conflict: None }).into_response())
}

/// Opens the chapter.
pub async fn open(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match chapters::open(reader.db(), reader.command(), slug.clone(), form_of(&fields)).await {
        Ok(address) => Ok(done(&format!("/agreements/{slug}/chapters/{address}"), "opened")),
        Err(error) => {
            let a = opening(&reader, &slug).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "kind");
                document(&reader, Form { agreement: (&slug, &a.name), chapter: None, filled: &filled, conflict: None })
            })
        }
    }
}

/// The form of a chapter that stands.
pub async fn edit(reader: Reader, Path((slug, address)): Address) -> Answer {
    let c = editable(&reader, &slug, &address, Act::EditChapter).await?;
    let filled = filled_of(&c);
    let form = Form { agreement: (&slug, &c.agreement_name), chapter: Some((&c, c.version)), filled: &filled, conflict: None };
    Ok(document(&reader, form).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    let at = At { slug: slug.clone(), address: address.clone(), version: fields.version() };
    match chapters::edit(reader.db(), reader.command(), at, form_of(&fields)).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}/chapters/{address}"), "card")),
        Err(error) => {
            let c = editable(&reader, &slug, &address, Act::EditChapter).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "number");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&c));
                let version = if stands.is_some() { c.version } else { fields.version() };
                let agreement = (slug.as_str(), c.agreement_name.as_str());
                document(&reader, Form { agreement, chapter: Some((&c, version)), filled: &filled, conflict: stands.as_ref() })
            })
        }
    }
}

/// Archives the chapter.
pub async fn archive(reader: Reader, Path((slug, address)): Address, fields: Fields) -> Answer {
    let at = At { slug: slug.clone(), address: address.clone(), version: fields.version() };
    match chapters::archive(reader.db(), reader.command(), at, fields.get("archive_reason")).await {
        Ok(()) => Ok(done(&format!("/agreements/{slug}"), "archived")),
        // Whoever moved the chapter meanwhile is shown on its page, beside the reason typed here.
        Err(error @ AppError::Conflict { .. }) => refused(&reader, &slug, &address, &fields, Act::OpenChapters, error).await,
        Err(error) => {
            let c = editable(&reader, &slug, &address, Act::OpenChapters).await?;
            again(error, |error| {
                let mut values = filled_of(&c).values().to_vec();
                values.extend(typed(&fields, &["archive_reason"]));
                let filled = refuse(reader.speaker(), values, error, "reason").told_at("reason", "archive_reason");
                let agreement = (slug.as_str(), c.agreement_name.as_str());
                document(&reader, Form { agreement, chapter: Some((&c, c.version)), filled: &filled, conflict: None })
            })
        }
    }
}
