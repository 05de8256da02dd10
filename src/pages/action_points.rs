//! What has to be done: the action points of an agreement on a page, and in short on the pages of a chapter, a meeting, the agreement.

use accord_domain::action_point::{ActionState, Side};
use accord_language::Speaker;
use accord_store::queries::action_points::{ActionPoint, ActionPointLine, ActionPointsView, list};
use accord_store::queries::agreement::AgreementView;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use chrono::NaiveDate;
use leptos::prelude::*;

use super::document::{Place, Screen, crumbs, page};
use super::lists::Saved;
use super::meetings::meeting_link;
use super::words::{chapter_title, illustrative, saved};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// How many the page of the agreement shows.
const TOP: usize = 6;

/// The address of an agreement's list.
pub fn list_path(agreement: &str) -> String {
    format!("/agreements/{agreement}/action-points")
}

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(query): Query<Saved>) -> Answer {
    let view = list(reader.db(), reader.actor(), &slug).await?;
    Ok(document(&reader, &view, query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, v: &ActionPointsView, told: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let path = list_path(&v.slug);
    let (open, settled): (Vec<&ActionPoint>, Vec<&ActionPoint>) =
        v.points.iter().partition(|point| point.line.state == ActionState::Open);
    page(&reader.visitor, Screen::plain(format!("{} – {}", l.t("action-points"), v.name), Place::Portfolio), || {
        let links = vec![("/".into(), l.t("portfolio")), (format!("/agreements/{}", v.slug), v.name.clone())];
        view! {
            {crumbs(l.t("breadcrumb"), links, l.t("action-points"))}
            <h1>{l.t("action-points")}</h1>
            <p class="lede">{summary(&l, open.iter().map(|point| &point.line))}</p>
            {saved(&l, told)}
            <p class="actions">
                {v.keeps.then(|| view! { <a class="button" href=format!("{path}/new")>{l.t("agree-action-point")}</a> })}
                {(!v.points.is_empty()).then(|| view! {
                    <span class="downloads"><a href=format!("{path}.xlsx")>"XLSX"</a> " " <a href=format!("{path}.csv")>"CSV"</a></span>
                })}
            </p>
            <h2>{l.t("action-points-open")}</h2>
            {table(&l, &open, With::Meeting, l.t("action-points-open"), l.t("no-action-points-open"))}
            {(!settled.is_empty()).then(|| view! {
                <h2>{l.t("action-points-settled")}</h2>
                {table(&l, &settled, With::Meeting, l.t("action-points-settled"), String::new())}
            })}
        }
    })
}

/// How many are open, and how many of them late.
fn summary<'p>(l: &Speaker, open: impl Iterator<Item = &'p ActionPointLine>) -> String {
    let (mut count, mut late) = (0, 0);
    for line in open {
        count += 1;
        late += usize::from(line.state.is_overdue(line.due, l.today()));
    }
    let told = l.count("action-points-count", count);
    if late > 0 { format!("{told} · {}", l.count("flag-overdue", late)) } else { told }
}

/// What stands beside an action point in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// Its chapter, and the meeting it was agreed at.
    Meeting,
    /// Its chapter; the meeting is that of the page.
    Chapter,
    /// The meeting; the chapter is that of the page.
    Source,
    /// Its agreement and chapter, and no owner: it is the reader's.
    Agreement,
}

/// Action points in a table, or a sentence where there are none.
pub fn table(l: &Speaker, points: &[&ActionPoint], with: With, caption: String, empty: String) -> AnyView {
    if points.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let l = *l;
    let rows = points.iter().map(|point| {
        let beside = match with {
            With::Meeting | With::Source => point.meeting.as_ref().map(|meeting| {
                let agreed = l.t("agreed-at");
                view! { <span class="q">{agreed} " " {meeting_link(&l, &point.agreement_slug, meeting)}</span> }.into_any()
            }),
            With::Agreement => Some(view! {
                <span class="q"><a href=format!("/agreements/{}", point.agreement_slug) dir="auto">{point.agreement_name.clone()}</a></span>
            }.into_any()),
            With::Chapter => None,
        };
        row(&l, &point.agreement_slug, &point.line, beside, with)
    });
    framed(&l, caption, with, rows.collect_view().into_any())
}

fn framed(l: &Speaker, caption: String, with: With, rows: AnyView) -> AnyView {
    view! {
        <table class="points">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{l.t("number-short")}</th>
                    <th scope="col">{l.t("action-point")}</th>
                    {(with != With::Agreement).then(|| view! { <th scope="col">{l.t("owed-by")}</th> })}
                    {(with != With::Source).then(|| view! { <th scope="col">{l.t("chapter")}</th> })}
                    <th scope="col">{l.t("due")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(l: &Speaker, agreement: &str, line: &ActionPointLine, beside: Option<AnyView>, with: With) -> AnyView {
    let chapter = line.chapter.as_ref().map(|chapter| {
        let href = format!("/agreements/{agreement}/chapters/{}", chapter.address);
        view! { <a href=href dir="auto">{chapter_title(l, chapter.kind, &chapter.title)}</a> }
    });
    let settled = (line.state != ActionState::Open).then(|| l.word("action-state", line.state.code()));
    view! {
        <tr>
            <td class="n" data-l=l.t("number-short")>{l.number(line.number.into())}</td>
            <td class="wide">
                <strong><a href=format!("{}/{}", list_path(agreement), line.number) dir="auto">{line.title.clone()}</a></strong> " "
                {illustrative(l, line.illustrative)} {beside}
            </td>
            {(with != With::Agreement).then(|| view! { <td data-l=l.t("owed-by") dir="auto">{owed_by(l, line)}</td> })}
            {(with != With::Source).then(|| {
                let label = chapter.is_some().then(|| l.t("chapter"));
                view! { <td class="wide" data-l=label>{chapter}</td> }
            })}
            <td class="day" data-l=l.t("due")>{settled.map(|settled| view! { <strong>{settled}</strong> <br /> })} {due(l, line)}</td>
        </tr>
    }
    .into_any()
}

/// Who has to do it: a name, with the other side said to be it.
pub fn owed_by(l: &Speaker, line: &ActionPointLine) -> String {
    match (line.side, line.owner.as_str()) {
        (Side::Ours, name) => name.to_owned(),
        (Side::Theirs, "") => l.t("side-theirs"),
        (Side::Theirs, name) => l.with("their-side", &[("name", name.into())]),
    }
}

/// The day it is due, how far it is, and how often it was changed.
pub fn due(l: &Speaker, line: &ActionPointLine) -> AnyView {
    due_on(l, line.state, line.due, line.moved)
}

/// A day on which something is due that stands in a state, how far it is, and how often it was changed.
pub fn due_on(l: &Speaker, state: ActionState, due: NaiveDate, moved: i16) -> AnyView {
    let open = state == ActionState::Open;
    let late = state.is_overdue(due, l.today());
    let days = usize::try_from((l.today() - due).num_days()).unwrap_or_default();
    let moved = usize::try_from(moved).unwrap_or_default();
    view! {
        {l.day(due)}
        {late.then(|| view! { " " <span class="flag due">{l.count("overdue-by", days)}</span> })}
        {(open && !late).then(|| view! { " " <span class="q">{l.when(due)}</span> })}
        {(moved > 0).then(|| view! { " " <span class="q">{l.count("day-changed", moved)}</span> })}
    }
    .into_any()
}

/// What is open, on the page of the agreement; nothing below the delegation's clearance.
pub fn top(l: &Speaker, a: &AgreementView) -> AnyView {
    let Some(open) = &a.action_points else { return ().into_any() };
    let now = a.as_of.is_none();
    let rows = open
        .iter()
        .take(if now { TOP } else { usize::MAX })
        .map(|line| if now { row(l, &a.slug, line, None, With::Chapter) } else { past_row(l, line) });
    let shown = match open.is_empty() {
        true => view! { <p class="empty">{l.t("no-action-points-open")}</p> }.into_any(),
        false => framed(l, l.t("action-points-open"), With::Chapter, rows.collect_view().into_any()),
    };
    view! {
        <h2 id="action-points">{l.t("action-points")}</h2>
        {(!open.is_empty()).then(|| view! { <p>{summary(l, open.iter())}</p> })}
        {shown}
        {now.then(|| view! {
            <p class="actions">
                <a href=list_path(&a.slug)>{if open.len() > TOP { l.count("action-points-all-and", open.len() - TOP) } else { l.t("action-points-all") }}</a>
            </p>
        })}
    }
    .into_any()
}

/// A row of the past: there is no screen of the past to lead to.
fn past_row(l: &Speaker, line: &ActionPointLine) -> AnyView {
    let chapter = line.chapter.as_ref().map(|chapter| chapter_title(l, chapter.kind, &chapter.title)).unwrap_or_default();
    view! {
        <tr>
            <td class="n" data-l=l.t("number-short")>{l.number(line.number.into())}</td>
            <td class="wide"><strong dir="auto">{line.title.clone()}</strong> " " {illustrative(l, line.illustrative)}</td>
            <td data-l=l.t("owed-by") dir="auto">{owed_by(l, line)}</td>
            <td class="wide" data-l=(!chapter.is_empty()).then(|| l.t("chapter")) dir="auto">{chapter.clone()}</td>
            <td class="day" data-l=l.t("due")>{due(l, line)}</td>
        </tr>
    }
    .into_any()
}

/// The action points of a chapter or a meeting on its page, with the way to agree another: an address, where the reader may.
pub fn section(l: &Speaker, points: &[ActionPoint], with: With, new: Option<String>) -> AnyView {
    if points.is_empty() && new.is_none() {
        return ().into_any();
    }
    let all: Vec<&ActionPoint> = points.iter().collect();
    view! {
        <h2 id="action-points">{l.t("action-points")}</h2>
        {table(l, &all, with, l.t("action-points"), l.t("no-action-points"))}
        {new.map(|href| view! { <p class="actions screen-only"><a class="button" href=href>{l.t("agree-action-point")}</a></p> })}
    }
    .into_any()
}
