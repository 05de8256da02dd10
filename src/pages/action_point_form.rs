//! Agreeing an action point, and editing what it is and whose.

use accord_domain::AppError;
use accord_domain::action_point::Side;
use accord_store::commands::action_points::{self, ActionPointForm, At};
use accord_store::queries::action_point::{ActionPointView, Choices, choices, one};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;
use serde::Deserialize;

use super::action_point::{Address, number_of, way};
use super::action_points::list_path;
use super::agreement_form::both_edits;
use super::document::{Place, Screen, crumbs, page};
use super::lists::{again, done, refuse, typed};
use super::meetings::{days_told, meeting_path, meeting_title};
use super::words::chapter_title;
use crate::components::form::{Filled, area, input, select, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

const NAMES: [&str; 9] = ["title", "note", "who", "owner", "due", "chapter", "meeting", "reason", "back"];

/// Where the page was opened from.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The address of the meeting it is agreed at.
    pub meeting: String,
    /// The address of the chapter it is of.
    pub chapter: String,
}

fn form_of(fields: &Fields) -> ActionPointForm {
    ActionPointForm {
        title: fields.get("title"),
        note: fields.get("note"),
        who: fields.get("who"),
        owner: fields.get("owner"),
        due: fields.get("due"),
        chapter: fields.get("chapter"),
        meeting: fields.get("meeting"),
        reason: fields.get("reason"),
        illustrative: false,
    }
}

fn filled_of(v: &ActionPointView) -> Filled {
    let (point, line) = (&v.point, &v.point.line);
    let (who, owner) = match point.account {
        Some(account) => (account.0.to_string(), String::new()),
        None => (line.side.code().to_owned(), line.owner.clone()),
    };
    Filled::of([("title", line.title.clone()), ("note", point.note.clone()), ("who", who), ("owner", owner)])
}

/// The action point being edited and its version; none when one is being agreed.
type Edited<'v> = Option<(&'v ActionPointView, i64)>;

fn document(reader: &Reader, of: &Choices, edited: Edited<'_>, filled: &Filled, conflict: Option<&Filled>) -> Html<String> {
    let l = *reader.speaker();
    let title = if edited.is_some() { l.t("edit-action-point") } else { l.t("agree-action-point") };
    let list = list_path(&of.slug);
    let action = edited.map_or_else(|| format!("{list}/new"), |(v, _)| format!("{list}/{}/edit", v.point.line.number));
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        let mut links = way(&l, &of.slug, &of.name);
        links.extend(edited.map(|(v, _)| {
            let number = v.point.line.number;
            (format!("{list}/{number}"), l.with("action-point-number", &[("n", l.number(number.into()).into())]))
        }));
        view! {
            {crumbs(l.t("breadcrumb"), links, title.clone())}
            <h1>{title}</h1>
            {conflict.map(|stands| both_edits(reader, &shown(reader, of, stands), &shown(reader, of, filled), &[
                ("title", l.t("action-point")), ("note", l.t("note")), ("who", l.t("owed-by")), ("owner", l.t("owner-name")),
            ]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <form method="post" action=action>
                {edited.map(|(_, version)| view! { <input type="hidden" name="version" value=version /> })}
                {input(filled, "title", l.t("action-point"), l.t("action-point-hint"), "text", "off")}
                {select(filled, "who", l.t("owed-by"), String::new(), people(reader, of))}
                {input(filled, "owner", l.t("owner-name"), l.t("owner-name-hint"), "text", "off")}
                {edited.is_none().then(|| placed(reader, of, filled))}
                {edited.is_none().then(|| view! { <input type="hidden" name="back" value=filled.value("back") /> })}
                {area(filled, "note", l.t("note"), l.t("optional"))}
                {edited.is_some().then(|| area(filled, "reason", l.t("reason"), l.t("reason-optional")))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
        }
    })
}

/// The values with a name for who was chosen, to be set beside each other.
fn shown(reader: &Reader, of: &Choices, filled: &Filled) -> Filled {
    let who = filled.value("who");
    let name = people(reader, of).into_iter().find(|(value, _)| *value == who).map_or(who, |(_, name)| name);
    Filled::of([("title", filled.value("title")), ("note", filled.value("note")), ("who", name), ("owner", filled.value("owner"))])
}

fn people(reader: &Reader, of: &Choices) -> Vec<(String, String)> {
    let l = reader.speaker();
    let mut all = vec![(String::new(), l.t("choose-owner"))];
    all.extend(of.people.iter().map(|(id, name)| (id.0.to_string(), name.clone())));
    all.extend(Side::ALL.iter().map(|side| (side.code().to_owned(), l.word("owner-of", side.code()))));
    all
}

/// The day, the chapter and the meeting, which are said once.
fn placed(reader: &Reader, of: &Choices, filled: &Filled) -> AnyView {
    let l = *reader.speaker();
    let mut chapters = Vec::new();
    if of.whole {
        chapters.push((String::new(), l.t("whole-agreement")));
    }
    chapters.extend(of.chapters.iter().map(|chapter| (chapter.address.clone(), chapter_title(&l, chapter.kind, &chapter.title))));
    let mut meetings = vec![(String::new(), l.t("no-source-meeting"))];
    meetings.extend(
        of.meetings
            .iter()
            .map(|line| (line.name.address.clone(), format!("{}, {}", meeting_title(&l, &line.name), days_told(&l, line.dates)))),
    );
    let next = of.next.map(|day| l.with("due-hint-next", &[("day", l.day(day).into())])).unwrap_or_default();
    view! {
        {input(filled, "due", l.t("due"), next, "date", "off")}
        {select(filled, "chapter", l.t("chapter"), String::new(), chapters)}
        {select(filled, "meeting", l.t("source-meeting"), String::new(), meetings)}
    }
    .into_any()
}

async fn chosen(reader: &Reader, slug: &str) -> Result<Choices, AppError> {
    choices(reader.db(), reader.actor(), slug, reader.speaker().today()).await
}

/// The empty form.
pub async fn new(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let of = chosen(&reader, &slug).await?;
    let back = if !asked.meeting.is_empty() {
        "meeting"
    } else if !asked.chapter.is_empty() {
        "chapter"
    } else {
        ""
    };
    let filled = Filled::of([("meeting", asked.meeting), ("chapter", asked.chapter), ("back", back.to_owned())]);
    Ok(document(&reader, &of, None, &filled, None).into_response())
}

/// Where whoever agreed it came from: a meeting, a chapter, or the list.
fn back_to(slug: &str, fields: &Fields) -> String {
    let (meeting, chapter) = (fields.get("meeting"), fields.get("chapter"));
    match fields.get("back").as_str() {
        "meeting" if !meeting.is_empty() => meeting_path(slug, &meeting),
        "chapter" if !chapter.is_empty() => format!("/agreements/{slug}/chapters/{chapter}"),
        _ => list_path(slug),
    }
}

/// Agrees it.
pub async fn agree(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    match action_points::agree(reader.db(), reader.command(), slug.clone(), form_of(&fields)).await {
        Ok(_) => Ok(done(&back_to(&slug, &fields), "action-point-agreed")),
        Err(error) => {
            let of = chosen(&reader, &slug).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                document(&reader, &of, None, &filled, None)
            })
        }
    }
}

async fn editable(reader: &Reader, slug: &str, number: &str) -> Result<(Choices, ActionPointView), Failure> {
    let view = one(reader.db(), reader.actor(), slug, number_of(number)?).await?;
    if !view.keeps {
        return Err(Failure(AppError::NotFound));
    }
    Ok((chosen(reader, slug).await?, view))
}

/// The form of one that stands.
pub async fn edit(reader: Reader, Path((slug, number)): Address) -> Answer {
    let (of, view) = editable(&reader, &slug, &number).await?;
    Ok(document(&reader, &of, Some((&view, view.point.version)), &filled_of(&view), None).into_response())
}

/// Saves the edit.
pub async fn save(reader: Reader, Path((slug, number)): Address, fields: Fields) -> Answer {
    let at = At { slug: slug.clone(), number: number_of(&number)?, version: fields.version() };
    match action_points::edit(reader.db(), reader.command(), at, form_of(&fields)).await {
        Ok(()) => Ok(done(&format!("{}/{number}", list_path(&slug)), "action-point")),
        Err(error) => {
            let (of, view) = editable(&reader, &slug, &number).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &NAMES), error, "title");
                let stands = matches!(error, AppError::Conflict { .. }).then(|| filled_of(&view));
                let version = if stands.is_some() { view.point.version } else { fields.version() };
                document(&reader, &of, Some((&view, version)), &filled, stands.as_ref())
            })
        }
    }
}
