//! Meetings that are of no agreement: conferences of missions and meetings of standing bodies, with who comes, papers and an action plan.

pub mod attendees;
pub mod form;
pub mod line;
pub mod papers;
pub mod single;

use accord_domain::AppError;
use accord_language::Speaker;
use accord_store::queries::house_meetings::HouseMeetingLine;
use accord_store::queries::house_meetings::plan::PlanLine;
use accord_store::queries::house_meetings::single::HouseMeeting;
use leptos::prelude::*;

use super::action_points::due_on;
use super::document::Place;
use super::meetings::{days_left, days_told, meeting_title, state_tag};
use super::words::illustrative;

/// Under which part of the navigation these screens stand.
const PLACE: Place = Place::Programme;

/// The address of such a meeting.
pub fn path(number: i64) -> String {
    format!("/meetings/{number}")
}

/// The number in an address.
fn number_of(raw: &str) -> Result<i64, AppError> {
    raw.parse().map_err(|_| AppError::NotFound)
}

/// The links that lead back from such a meeting: to the body it is of, or to the programme.
fn way(l: &Speaker, meeting: &HouseMeeting) -> Vec<(String, String)> {
    match &meeting.body {
        Some((address, name)) => {
            vec![("/bodies".into(), l.t("standing-bodies")), (format!("/bodies/{address}"), name.clone())]
        }
        None => vec![("/programme".into(), l.t("programme"))],
    }
}

/// As [`way`], with the meeting: from what lies below it.
fn way_through(l: &Speaker, meeting: &HouseMeeting) -> Vec<(String, String)> {
    let mut links = way(l, meeting);
    links.push((path(meeting.number), meeting_title(l, &meeting.name())));
    links
}

/// Meetings in a table, or a sentence where there are none.
pub fn table(l: &Speaker, lines: &[HouseMeetingLine], caption: String, empty: String) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let l = *l;
    view! {
        <table class="house-meetings">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("meeting")}</th>
                    <th scope="col">{l.t("state")}</th>
                    <th scope="col">{l.t("place")}</th>
                    <th scope="col">{l.t("action-plan")}</th>
                </tr>
            </thead>
            <tbody>{lines.iter().map(|line| row(&l, line)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(l: &Speaker, line: &HouseMeetingLine) -> AnyView {
    let left = days_left(l, line.state, line.dates).map(|left| format!(" · {left}"));
    view! {
        <tr>
            <td class="wide">
                <strong><a href=path(line.number) dir="auto">{meeting_title(l, &line.name())}</a></strong> " "
                {illustrative(l, line.illustrative)}
                <span class="q">{days_told(l, line.dates)} {left}</span>
            </td>
            <td class="wide">{state_tag(l, line.state)}</td>
            <td data-l=(!line.place.is_empty()).then(|| l.t("place")) dir="auto">{line.place.clone()}</td>
            <td data-l=l.t("action-plan")>{plan_told(l, line.lines, line.settled, line.overdue)}</td>
        </tr>
    }
    .into_any()
}

/// How far an action plan has come.
fn plan_told(l: &Speaker, lines: i64, settled: i64, overdue: i64) -> AnyView {
    if lines == 0 {
        return view! { <span class="q">{l.t("no-plan-yet")}</span> }.into_any();
    }
    let told = l.with("plan-settled", &[("part", l.number(settled).into()), ("total", l.number(lines).into())]);
    let late = usize::try_from(overdue).unwrap_or_default();
    view! { {told} {(late > 0).then(|| view! { " " <span class="flag due">{l.count("flag-overdue", late)}</span> })} }.into_any()
}

/// Where a line of an action plan stands in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// On the page of its meeting, under its country.
    Meeting,
    /// On a page of another thing: the meeting is named.
    Elsewhere,
}

/// Lines of action plans in a table.
pub fn lines(l: &Speaker, lines: &[&PlanLine], under: Under, caption: String) -> AnyView {
    let l = *l;
    view! {
        <table class="points planned">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("to-be-done")}</th>
                    <th scope="col">{l.t("owed-by")}</th>
                    <th scope="col">{l.t("due")}</th>
                </tr>
            </thead>
            <tbody>{lines.iter().map(|line| line_row(&l, line, under)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn line_row(l: &Speaker, line: &PlanLine, under: Under) -> AnyView {
    let settled = (line.state != accord_domain::action_point::ActionState::Open).then(|| l.word("action-state", line.state.code()));
    let meeting = (under == Under::Elsewhere).then(|| {
        let title = meeting_title(l, &line.meeting_name());
        view! { <span class="q"><a href=path(line.meeting) dir="auto">{title}</a></span> }
    });
    view! {
        <tr>
            <td class="wide">
                <strong><a href=line_path(line) dir="auto">{line.title.clone()}</a></strong> " " {illustrative(l, line.illustrative)}
                {(!line.sector.1.is_empty()).then(|| view! { <span class="q" dir="auto">{line.sector.1.clone()}</span> })}
                {(!line.progress.is_empty()).then(|| view! { <p class="prose progress" dir="auto">{line.progress.clone()}</p> })}
                {meeting}
            </td>
            <td data-l=l.t("owed-by") dir="auto">{line.owner.clone()}</td>
            <td class="day" data-l=l.t("due")>
                {settled.map(|settled| view! { <strong>{settled}</strong> <br /> })}
                {due_on(l, line.state, line.due, line.moved)}
            </td>
        </tr>
    }
    .into_any()
}

/// The address of a line.
fn line_path(line: &PlanLine) -> String {
    format!("{}/lines/{}", path(line.meeting), line.number)
}

/// What is planned and open about what a page is of; nothing where there is none.
pub fn beside(l: &Speaker, open: &[PlanLine]) -> AnyView {
    if open.is_empty() {
        return ().into_any();
    }
    let all: Vec<&PlanLine> = open.iter().collect();
    view! { <h2 id="plan">{l.t("action-plan-open")}</h2> {lines(l, &all, Under::Elsewhere, l.t("action-plan-open"))} }.into_any()
}
