//! One such meeting: what it is for, its action plan by country, its papers, and who comes.

use accord_domain::AppError;
use accord_domain::house_meeting::Attendance;
use accord_domain::meeting::{MeetingState, STATE};
use accord_exchange::tables::action_plan;
use accord_language::Speaker;
use accord_store::commands::house_meetings::card;
use accord_store::queries::house_changes::HouseChange;
use accord_store::queries::house_meetings::plan::PlanLine;
use accord_store::queries::house_meetings::single::{Attendee, HouseMeetingView, load};
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{PLACE, Under, lines, number_of, path, way};
use crate::components::form::{Filled, summary};
use crate::pages::agreement_form::both_edits;
use crate::pages::document::{Screen, crumbs, page};
use crate::pages::downloads::{Format, sent};
use crate::pages::history::house_history;
use crate::pages::lists::{Saved, again, done, refuse, typed};
use crate::pages::meeting::{opening, reason_field, step_id, steps};
use crate::pages::meetings::{days_left, days_told, meeting_title, state_tag};
use crate::pages::words::{illustrative, saved};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Path(number): Path<String>, Query(query): Query<Saved>) -> Answer {
    let found = load(reader.db(), reader.actor(), number_of(&number)?).await?;
    Ok(document(&reader, &found, &Filled::default(), None, query.saved.as_deref()).into_response())
}

fn document(
    reader: &Reader,
    found: &HouseMeetingView,
    filled: &Filled,
    conflict: Option<&[Filled; 2]>,
    told: Option<&str>,
) -> Html<String> {
    let l = *reader.speaker();
    let m = &found.meeting;
    let title = meeting_title(&l, &m.name());
    page(&reader.visitor, Screen::plain(title.clone(), PLACE), || {
        let left = days_left(&l, m.state, m.dates).map(|left| format!(" · {left}"));
        let prose = |text: &String| view! { <p class="prose" dir="auto">{text.clone()}</p> };
        view! {
            {crumbs(l.t("breadcrumb"), way(&l, m), title.clone())}
            <h1 dir="auto">{title.clone()}</h1>
            <p class="lede">{state_tag(&l, m.state)} " · " {days_told(&l, m.dates)} {left} " " {illustrative(&l, m.illustrative)}</p>
            {saved(&l, told)}
            {conflict.map(|[stands, mine]| both_edits(reader, stands, mine, &[("state", l.t("state")), ("reason", l.t("reason"))]))}
            {conflict.is_none().then(|| summary(filled, l.t("problem")))}
            {(!m.state_reason.is_empty()).then(|| view! {
                <div class="notice warn">
                    <strong>{l.word("meeting-notice", m.state.code())}</strong> " " <span dir="auto">{m.state_reason.clone()}</span>
                </div>
            })}
            <div class="cols">
                <div>
                    {(!m.note.is_empty()).then(|| view! { <h2>{l.t("agenda")}</h2> {prose(&m.note)} })}
                    {(!m.outcome.is_empty()).then(|| view! { <h2>{l.t("outcome")}</h2> {prose(&m.outcome)} })}
                    {plan(&l, found)}
                    {super::papers::list(&l, found)}
                </div>
                <aside>
                    {glance(&l, found)}
                    {attendees(&l, found)}
                    {found.seen.keeps().then(|| steps(&l, filled, m.state, m.version, &path(m.number)))}
                </aside>
            </div>
            {house_history(&l, &found.history, "house-meeting-field", |change, text| value(&l, change, text))}
        }
    })
}

/// The action plan, each country under a heading of its own.
fn plan(l: &Speaker, found: &HouseMeetingView) -> AnyView {
    let l = *l;
    let m = &found.meeting;
    let own = path(m.number);
    let agrees = found.seen.keeps() && m.state != MeetingState::CalledOff;
    let empty = if found.seen.keeps() { l.t("no-plan-lines") } else { l.t("no-plan-lines-seen") };
    view! {
        <h2 id="plan">{l.t("action-plan")}</h2>
        {found.lines.is_empty().then(|| view! { <p class="empty">{empty}</p> })}
        {by_country(&l, &found.lines)
            .into_iter()
            .map(|(name, of_country)| view! { <h3>{name.clone()}</h3> {lines(&l, &of_country, Under::Meeting, name)} })
            .collect_view()}
        <p class="actions screen-only">
            {agrees.then(|| view! { <a class="button" href=format!("{own}/lines/new")>{l.t("add-plan-line")}</a> })}
            {(!found.lines.is_empty()).then(|| view! {
                <span class="downloads"><a href=format!("{own}/plan.xlsx")>"XLSX"</a> " " <a href=format!("{own}/plan.csv")>"CSV"</a></span>
            })}
        </p>
    }
    .into_any()
}

/// The lines of each country with its name, in the order of the names.
fn by_country<'p>(l: &Speaker, lines: &'p [PlanLine]) -> Vec<(String, Vec<&'p PlanLine>)> {
    let mut countries: Vec<(String, Vec<&PlanLine>)> = Vec::new();
    for line in lines {
        let name = l.party(&line.country, &line.country);
        match countries.iter_mut().find(|(known, _)| *known == name) {
            Some((_, of_country)) => of_country.push(line),
            None => countries.push((name, vec![line])),
        }
    }
    countries.sort_by(|(a, _), (b, _)| a.cmp(b));
    countries
}

fn glance(l: &Speaker, found: &HouseMeetingView) -> AnyView {
    let l = *l;
    let m = &found.meeting;
    let source = if m.source_title.is_empty() { m.publisher.clone() } else { format!("{}, {}", m.publisher, m.source_title) };
    view! {
        <div class="card">
            <h2>{l.t("at-a-glance")}</h2>
            <dl>
                <dt>{l.t("kind")}</dt><dd>{l.word("meeting-kind", m.kind.code())}</dd>
                {m.body.clone().map(|(address, name)| view! {
                    <dt>{l.t("standing-body")}</dt><dd><a href=format!("/bodies/{address}") dir="auto">{name}</a></dd>
                })}
                <dt>{l.t("date")}</dt><dd>{days_told(&l, m.dates)}</dd>
                {m.opens().map(|at| opening(&l, &at, m.zone))}
                {(!m.place.is_empty()).then(|| view! { <dt>{l.t("place")}</dt><dd dir="auto">{m.place.clone()}</dd> })}
                {m.mode.map(|mode| view! { <dt>{l.t("meeting-mode")}</dt><dd>{l.word("mode", mode.code())}</dd> })}
                {(!source.is_empty()).then(|| view! {
                    <dt>{l.t("source")}</dt>
                    <dd>
                        <cite dir="auto">{source}</cite>
                        {(!m.verified).then(|| view! { " " <span class="illustrative">{l.t("unverified")}</span> })}
                    </dd>
                })}
            </dl>
        </div>
    }
    .into_any()
}

/// How many of those asked said what, in the order of the words.
fn counted(l: &Speaker, all: &[Attendee]) -> String {
    let told = Attendance::ALL.iter().filter_map(|of| {
        let count = all.iter().filter(|one| one.attendance == *of).count();
        (count > 0).then(|| format!("{} {}", l.number(count as i64), l.word("attendance", of.code())))
    });
    told.collect::<Vec<_>>().join(" · ")
}

fn attendees(l: &Speaker, found: &HouseMeetingView) -> AnyView {
    let l = *l;
    let m = &found.meeting;
    let keeps = found.seen.keeps() && m.state != MeetingState::CalledOff;
    if found.attendees.is_empty() && !keeps {
        return ().into_any();
    }
    let one = |one: &Attendee| {
        let country = (!one.country.is_empty()).then(|| l.party(&one.country, &one.country));
        let beside: Vec<String> = [one.office.clone()].into_iter().filter(|office| !office.is_empty()).chain(country).collect();
        view! {
            <li>
                <span dir="auto">{one.name.clone()}</span> " " {illustrative(&l, one.illustrative)}
                <div class="q" dir="auto">{beside.join(", ")}</div>
                <div class="q">{l.word("attendance", one.attendance.code())}</div>
            </li>
        }
    };
    view! {
        <div class="card">
            <h2>{l.t("attendees")}</h2>
            {if found.attendees.is_empty() {
                view! { <p class="empty">{l.t("no-attendees")}</p> }.into_any()
            } else {
                view! {
                    <p class="q">{counted(&l, &found.attendees)}</p>
                    <ul class="plain-list">{found.attendees.iter().map(one).collect_view()}</ul>
                }
                .into_any()
            }}
            {(keeps || found.attendees.iter().any(|one| found.answers_for(one))).then(|| view! {
                <p class="actions screen-only">
                    <a class="button" href=format!("{}/attendees", path(m.number))>{l.t(if keeps { "edit-attendees" } else { "answer-invitation" })}</a>
                </p>
            })}
        </div>
    }
    .into_any()
}

/// A value of the history in the reader's words.
fn value(l: &Speaker, change: &HouseChange, text: &str) -> String {
    match change.field.as_str() {
        "state" => l.word("meeting-state", text),
        "mode" => l.word("mode", text),
        "verified" if text == "yes" => l.t("verified"),
        "verified" => l.t("unverified"),
        "attendance" => match text.rsplit_once(": ") {
            Some((name, code)) => format!("{name}: {}", l.word("attendance", code)),
            None => text.to_owned(),
        },
        // The kind and the digest of the file stand before the title.
        "put-paper" | "withdraw-paper" => text.lines().nth(2).unwrap_or(text).to_owned(),
        "dates" => {
            accord_domain::dates::PartialDate::parse("dates", text).map_or_else(|_| text.to_owned(), |dates| l.partial_date(dates))
        }
        _ => text.to_owned(),
    }
}

/// Takes the meeting to another state.
pub async fn move_to(reader: Reader, Path(number): Path<String>, fields: Fields) -> Answer {
    let number = number_of(&number)?;
    let to = MeetingState::from_code(&fields.get(STATE));
    let reason = to.map(|to| fields.get(reason_field(to))).unwrap_or_default();
    match card::move_to(reader.db(), reader.command(), number, fields.version(), fields.get(STATE), reason).await {
        Ok(()) => Ok(done(&path(number), "meeting-state")),
        Err(AppError::NotFound) => Err(Failure(AppError::NotFound)),
        Err(error) => {
            let l = reader.speaker();
            let found = load(reader.db(), reader.actor(), number).await?;
            let conflict = to.filter(|_| matches!(error, AppError::Conflict { .. })).map(|to| {
                let told = |state: MeetingState, reason: String| {
                    Filled::of([("state", l.word("meeting-state", state.code())), ("reason", reason)])
                };
                [told(found.meeting.state, found.meeting.state_reason.clone()), told(to, fields.get(reason_field(to)))]
            });
            again(error, |error| {
                let mut filled = refuse(l, typed(&fields, &["off_reason", "back_reason"]), error, "manage");
                if let Some(to) = to {
                    let following = found.meeting.state.following().contains(&to);
                    let place = if following { step_id(to) } else { "manage".to_owned() };
                    filled = filled.told_at("reason", reason_field(to)).told_at(STATE, &place);
                }
                document(&reader, &found, &filled, conflict.as_ref(), None)
            })
        }
    }
}

async fn download(reader: Reader, number: String, format: Format) -> Answer {
    let found = load(reader.db(), reader.actor(), number_of(&number)?).await?;
    Ok(sent(&action_plan(reader.speaker(), &found.lines), "action-plan", format)?)
}

/// The action plan as a workbook.
pub async fn xlsx(reader: Reader, Path(number): Path<String>) -> Answer {
    download(reader, number, Format::Xlsx).await
}

/// The action plan as comma-separated values.
pub async fn csv(reader: Reader, Path(number): Path<String>) -> Answer {
    download(reader, number, Format::Csv).await
}
