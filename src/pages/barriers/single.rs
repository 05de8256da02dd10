//! One barrier: what it is, where it stands, how it went on, what it is linked to, and its forms.

use accord_domain::AppError;
use accord_domain::barrier::{BarrierKind, BarrierStatus, Linked, Rag};
use accord_domain::chapter::ChapterKind;
use accord_language::Speaker;
use accord_store::commands::barriers::card::{self, MoveForm};
use accord_store::commands::barriers::{links, notes};
use accord_store::queries::barriers::single::{BarrierView, Link, Note, linkable, load};
use accord_store::queries::house_changes::HouseChange;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use chrono::NaiveDate;
use leptos::prelude::*;

use super::{between, light, number_of, path, public, status_tag};
use crate::components::form::{Filled, area, select, summary};
use crate::pages::action_points::list_path;
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::history::house_history;
use crate::pages::lists::{Saved, again, done, options, refuse, typed};
use crate::pages::words::{chapter_title, illustrative, saved};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The fields of the forms on the page.
const NAMES: [&str; 11] = [
    "status",
    "rag",
    "next_step",
    "reason",
    "note",
    "link",
    "public_title",
    "public_summary",
    "refused_because",
    "take_back_reason",
    public::PUBLICATION,
];

/// The screen.
pub async fn show(reader: Reader, Path(number): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = load(reader.db(), reader.actor(), number_of(&number)?).await?;
    Ok(document(&reader, &found, &stands(&found), None, query.saved.as_deref()).await?.into_response())
}

/// The forms with what stands.
fn stands(found: &BarrierView) -> Filled {
    let barrier = &found.barrier;
    let told = found.waiting().or(found.published());
    Filled::of([
        ("status", barrier.status.code().to_owned()),
        ("rag", barrier.rag.code().to_owned()),
        ("next_step", barrier.next_step.clone()),
        ("public_title", told.map_or_else(|| barrier.title.clone(), |told| told.title.clone())),
        ("public_summary", told.map(|told| told.summary.clone()).unwrap_or_default()),
    ])
}

async fn document(
    reader: &Reader,
    found: &BarrierView,
    filled: &Filled,
    conflict: Option<&Filled>,
    told: Option<&str>,
) -> Result<Html<String>, Failure> {
    let choices = if found.may.keep { linkable(reader.db(), reader.actor()).await? } else { Vec::new() };
    let l = *reader.speaker();
    let barrier = &found.barrier;
    Ok(page(&reader.visitor, Screen::plain(barrier.title.clone(), Place::Barriers), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/barriers".into(), l.t("barriers"))], barrier.title.clone())}
            <h1 dir="auto">{barrier.title.clone()}</h1>
            <p class="lede">
                {light(&l, barrier.rag)} " · " {status_tag(&l, barrier.status)} " · " {between(&l, &barrier.imposing, &barrier.affected)} " "
                {illustrative(&l, barrier.illustrative)}
            </p>
            {saved(&l, told)}
            {conflict.map(|stands| if filled.value(public::PUBLICATION).is_empty() {
                both_edits(reader, stands, filled, &[
                    ("status", l.t("state")), ("rag", l.t("rag")), ("next_step", l.t("next-step")),
                    ("public_title", l.t("public-title")), ("public_summary", l.t("public-summary")),
                ])
            } else {
                public::another_waits(&l)
            })}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            <div class="cols">
                <div>
                    <p class="prose" dir="auto">{barrier.description.clone()}</p>
                    {(!barrier.next_step.is_empty()).then(|| view! {
                        <div class="notice"><strong>{l.t("next-step")}</strong> " " <span class="prose" dir="auto">{barrier.next_step.clone()}</span></div>
                    })}
                    {found.may.keep.then(|| move_form(&l, found, filled))}
                    {progress(&l, found, filled)}
                    {public::section(&l, found, filled)}
                    {house_history(&l, &found.history, "barrier-field", |change, text| value(&l, found, change, text))}
                </div>
                <aside>{card(&l, found)} {linked(&l, found, &choices, filled)}</aside>
            </div>
        }
    }))
}

/// A value of the record in the reader's words.
fn value(l: &Speaker, found: &BarrierView, change: &HouseChange, text: &str) -> String {
    match Linked::parse("link", text) {
        Ok(linked) if matches!(change.field.as_str(), "link" | "unlink") => linked_to(l, found, &linked),
        _ => told(l, &change.field, text),
    }
}

/// What it was linked to, by the names of today.
fn linked_to(l: &Speaker, found: &BarrierView, linked: &Linked) -> String {
    let agreement = found.agreements.get(linked.slug()).cloned().unwrap_or_default();
    match linked {
        Linked::Agreement(_) => agreement,
        Linked::Chapter(_, address) => {
            let title = ChapterKind::from_code(address).map_or_else(|| address.clone(), |kind| l.word("chapter", kind.code()));
            format!("{agreement} · {title}")
        }
        Linked::ActionPoint(_, number) => {
            format!("{agreement} · {}", l.with("action-point-number", &[("n", l.number((*number).into()).into())]))
        }
    }
}

/// The value of a field in the reader's words.
pub fn told(l: &Speaker, field: &str, text: &str) -> String {
    let word = |known: bool, prefix: &str| if known { l.word(prefix, text) } else { text.to_owned() };
    match field {
        "kind" => word(BarrierKind::from_code(text).is_some(), "barrier-kind"),
        "status" => word(BarrierStatus::from_code(text).is_some(), "barrier-status"),
        "rag" => word(Rag::from_code(text).is_some(), "rag"),
        "imposing" | "affected" => l.party(text, text),
        "raised_on" => NaiveDate::parse_from_str(text, "%Y-%m-%d").map_or_else(|_| text.to_owned(), |day| l.day(day)),
        _ => text.to_owned(),
    }
}

fn card(l: &Speaker, found: &BarrierView) -> AnyView {
    let l = *l;
    let barrier = &found.barrier;
    let line = |label: String, text: &str| {
        let text = text.to_owned();
        (!text.is_empty()).then(|| view! { <dt>{label}</dt><dd dir="auto">{text}</dd> })
    };
    let sectors = found.sectors.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
    view! {
        <div class="card">
            <h2>{l.t("at-a-glance")}</h2>
            <dl>
                <dt>{l.t("kind")}</dt><dd>{l.word("barrier-kind", barrier.kind.code())}</dd>
                <dt>{l.t("imposed-by")}</dt><dd>{l.party(&barrier.imposing, &barrier.imposing)}</dd>
                <dt>{l.t("exports-of")}</dt><dd>{l.party(&barrier.affected, &barrier.affected)}</dd>
                {line(l.t("hs-codes"), &barrier.codes)}
                {line(l.t("sectors"), &sectors)}
                {line(l.t("measure"), &barrier.measure)}
                {line(l.t("owner"), &barrier.owner)}
                <dt>{l.t("raised-on")}</dt><dd>{l.day(barrier.raised_on)}</dd>
                {line(l.t("source"), &barrier.publisher)}
                <dt>{l.t("last-movement")}</dt><dd>{l.ago(barrier.moved_at)}</dd>
            </dl>
            {found.may.keep.then(|| view! {
                <p class="actions screen-only"><a class="button" href=format!("{}/edit", path(barrier.number))>{l.t("edit-barrier")}</a></p>
            })}
        </div>
    }
    .into_any()
}

fn move_form(l: &Speaker, found: &BarrierView, filled: &Filled) -> AnyView {
    let barrier = &found.barrier;
    view! {
        <details class="screen-only" open=["status", "rag", "next_step", "reason"].iter().any(|name| filled.error(name).is_some())>
            <summary>{l.t("move-barrier")}</summary>
            <form method="post" action=format!("{}/move", path(barrier.number))>
                <input type="hidden" name="version" value=barrier.version />
                {select(filled, "status", l.t("state"), String::new(), options(l, "barrier-status", BarrierStatus::ALL.iter().map(|of| of.code())))}
                {select(filled, "rag", l.t("rag"), String::new(), options(l, "rag", Rag::ALL.iter().map(|of| of.code())))}
                {area(filled, "next_step", l.t("next-step"), String::new())}
                {area(filled, "reason", l.t("reason"), l.t("barrier-reason-hint"))}
                <p class="actions"><button>{l.t("save")}</button></p>
            </form>
        </details>
    }
    .into_any()
}

fn progress(l: &Speaker, found: &BarrierView, filled: &Filled) -> AnyView {
    let l = *l;
    let line = |note: &Note| {
        view! {
            <li>
                <p class="prose" dir="auto">{note.note.clone()}</p>
                <div class="q">{note.written_by.clone()} " · " {l.ago(note.written_at)}</div>
            </li>
        }
    };
    view! {
        <h2 id="progress">{l.t("progress")}</h2>
        {found.notes.is_empty().then(|| view! { <p class="empty">{l.t("no-notes")}</p> })}
        <ul class="changes">{found.notes.iter().map(line).collect_view()}</ul>
        {found.may.note.then(|| view! {
            <form class="screen-only" method="post" action=format!("{}/notes", path(found.barrier.number))>
                {area(filled, "note", l.t("add-note"), l.t("add-note-hint"))}
                <p class="actions"><button class="plain">{l.t("add-note")}</button></p>
            </form>
        })}
    }
    .into_any()
}

fn link_label(l: &Speaker, link: &Link) -> String {
    match (&link.chapter, &link.action_point) {
        (Some((kind, title)), _) => chapter_title(l, *kind, title),
        (None, Some(point)) => point.clone(),
        (None, None) => link.agreement.clone(),
    }
}

fn link_path(link: &Link) -> String {
    match &link.linked {
        Linked::Agreement(slug) => format!("/agreements/{slug}"),
        Linked::Chapter(slug, chapter) => format!("/agreements/{slug}/chapters/{chapter}"),
        Linked::ActionPoint(slug, number) => format!("{}/{number}", list_path(slug)),
    }
}

fn linked(l: &Speaker, found: &BarrierView, choices: &[Link], filled: &Filled) -> AnyView {
    let l = *l;
    let action = path(found.barrier.number);
    let left: Vec<&Link> = choices.iter().filter(|choice| !found.links.iter().any(|link| link.linked == choice.linked)).collect();
    let chosen = filled.value("link");
    let mut groups: Vec<(String, Vec<&Link>)> = Vec::new();
    for link in left {
        match groups.last_mut().filter(|(name, _)| *name == link.agreement) {
            Some((_, group)) => group.push(link),
            None => groups.push((link.agreement.clone(), vec![link])),
        }
    }
    let error = filled.error("link");
    let invalid = error.as_ref().map(|_| "true");
    let described = error.as_ref().map(|_| "link-error");
    let class = if error.is_some() { "field bad" } else { "field" };
    view! {
        <div class="card">
            <h2>{l.t("linked-to")}</h2>
            {found.links.is_empty().then(|| view! { <p class="empty">{l.t("no-links")}</p> })}
            <ul class="plain-list">
                {found
                    .links
                    .iter()
                    .map(|link| {
                        let label = link_label(&l, link);
                        let part = (label != link.agreement).then(|| view! { <span class="q" dir="auto">{link.agreement.clone()}</span> });
                        let unlink = found.may.keep.then(|| view! {
                            <form class="screen-only" method="post" action=format!("{action}/unlink")>
                                <input type="hidden" name="link" value=link.linked.to_text() />
                                <button class="link" aria-label=l.with("unlink-what", &[("what", label.clone().into())])>{l.t("unlink")}</button>
                            </form>
                        });
                        view! { <li><a href=link_path(link) dir="auto">{label}</a> {part} {unlink}</li> }
                    })
                    .collect_view()}
            </ul>
            {(!groups.is_empty()).then(|| view! {
                <form class="screen-only" method="post" action=format!("{action}/link")>
                    <div class=class>
                        <label for="link">{l.t("link-to")}</label>
                        {error.map(|sentence| view! { <p class="field-error" id="link-error">{sentence}</p> })}
                        <select id="link" name="link" aria-invalid=invalid aria-describedby=described>
                            <option value="">{l.t("choose-one")}</option>
                            {groups
                                .into_iter()
                                .map(|(name, group)| view! {
                                    <optgroup label=name>
                                        {group
                                            .into_iter()
                                            .map(|link| {
                                                let value = link.linked.to_text();
                                                let selected = value == chosen;
                                                view! { <option value=value selected=selected>{link_label(&l, link)}</option> }
                                            })
                                            .collect_view()}
                                    </optgroup>
                                })
                                .collect_view()}
                        </select>
                    </div>
                    <p class="actions"><button class="plain">{l.t("link-it")}</button></p>
                </form>
            })}
        </div>
    }
    .into_any()
}

/// Answers with the page again where a form of it was refused; what was typed stays.
pub async fn answered(reader: Reader, number: i64, fields: Fields, outcome: Result<(), AppError>, saved: &str) -> Answer {
    let Err(error) = outcome else { return Ok(done(&path(number), saved)) };
    if matches!(error, AppError::NotFound) {
        return Err(Failure(error));
    }
    let found = load(reader.db(), reader.actor(), number).await?;
    let standing = stands(&found);
    let mut values = typed(&fields, &NAMES);
    // The forms that were not sent show what stands.
    let sent: Vec<String> = values.iter().map(|(name, _)| name.clone()).collect();
    values.extend(standing.values().iter().filter(|(name, _)| !sent.contains(name)).cloned());
    let filled = refuse(reader.speaker(), values, &error, "status");
    let conflict = matches!(error, AppError::Conflict { .. }).then_some(&standing);
    let document = document(&reader, &found, &filled, conflict, None).await?;
    again(error, |_| document)
}

/// Moves it.
pub async fn move_it(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let form = MoveForm {
        status: fields.get("status"),
        rag: fields.get("rag"),
        next_step: fields.get("next_step"),
        reason: fields.get("reason"),
    };
    let outcome = card::move_to(reader.db(), reader.command(), number, fields.version(), form).await;
    answered(reader, number, fields, outcome, "barrier").await
}

/// Says how it goes on.
pub async fn note(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let outcome = notes::write(reader.db(), reader.command(), number, fields.get("note")).await;
    answered(reader, number, fields, outcome, "note").await
}

/// Links it.
pub async fn link(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let outcome = links::link(reader.db(), reader.command(), number, fields.get("link")).await;
    answered(reader, number, fields, outcome, "link").await
}

/// Unlinks it.
pub async fn unlink(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    links::unlink(reader.db(), reader.command(), number, fields.get("link")).await?;
    Ok(done(&path(number), "unlink"))
}
