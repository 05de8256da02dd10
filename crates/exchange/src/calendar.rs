//! A person's calendar as iCalendar (RFC 5545): meetings, milestones and what they owe.

use accord_domain::meeting::MeetingState;
use accord_language::Speaker;
use accord_store::queries::action_points::ActionPoint;
use accord_store::queries::calendar::{CalendarView, MeetingDays, MilestoneDays};
use chrono::{Duration, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use crate::meetings::meeting_title;

/// How long a reader of the feed may keep it before asking again.
const KEPT: Duration = Duration::hours(6);

/// The feed of a person. `name` is who reads it; links lead to `public_url`.
pub fn feed(l: &Speaker, public_url: &str, name: &str, view: &CalendarView) -> String {
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("PRODID", "-//Accord//Calendar//EN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(&l.with("calendar-of", &[("name", name.into())]));
    calendar.ttl(&KEPT);
    for found in &view.meetings {
        calendar.push(meeting(l, public_url, found));
    }
    for found in &view.milestones {
        calendar.push(milestone(l, public_url, found));
    }
    for found in &view.owed {
        calendar.push(due(l, public_url, found));
    }
    calendar.to_string()
}

/// An event with what all of them have. `lines` are its description.
fn event(l: &Speaker, uid: &str, summary: &str, url: &str, lines: &[String]) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{uid}@accord")).timestamp(l.now.with_timezone(&Utc)).summary(summary).url(url);
    let told: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).chain([url]).collect();
    event.description(&told.join("\n"));
    event
}

/// Puts an event on whole days, both included.
fn on_days(event: &mut Event, from: NaiveDate, to: NaiveDate) {
    event.starts(from).ends(to.succ_opt().unwrap_or(to));
}

fn meeting(l: &Speaker, public_url: &str, m: &MeetingDays) -> Event {
    let url = format!("{public_url}/agreements/{}/meetings/{}", m.agreement_slug, m.name.address);
    let opens = m.opens.map(|at| format!("{} {}", l.t("opens"), l.opening(&at))).unwrap_or_default();
    let mode = m.mode.map(|mode| l.word("mode", mode.code())).unwrap_or_default();
    let lines = [l.word("meeting-state", m.state.code()), mode, opens];
    let summary = format!("{} · {}", meeting_title(l, &m.name), m.agreement_name);
    let mut event = event(l, &m.id.to_string(), &summary, &url, &lines);
    match m.opens.filter(|_| m.from == m.to) {
        // When it ends, nobody said.
        Some(at) => event.starts(at.to_utc()),
        None => event.starts(m.from).ends(m.to.succ_opt().unwrap_or(m.to)),
    };
    if !m.place.is_empty() {
        event.location(&m.place);
    }
    event.sequence(u32::try_from(m.version).unwrap_or(u32::MAX));
    event.status(match m.state {
        MeetingState::Draft => EventStatus::Tentative,
        MeetingState::CalledOff => EventStatus::Cancelled,
        MeetingState::Open | MeetingState::InProgress | MeetingState::Closed => EventStatus::Confirmed,
    });
    event
}

fn milestone(l: &Speaker, public_url: &str, m: &MilestoneDays) -> Event {
    let lines = [l.word("milestone", m.kind.code()), m.agreements.join(", ")];
    let mut event = event(l, &m.id.to_string(), &m.title, &format!("{public_url}/timeline"), &lines);
    on_days(&mut event, m.from, m.to);
    if !m.place.is_empty() {
        event.location(&m.place);
    }
    event
}

fn due(l: &Speaker, public_url: &str, point: &ActionPoint) -> Event {
    let line = &point.line;
    let url = format!("{public_url}/agreements/{}/action-points/{}", point.agreement_slug, line.number);
    let number = l.with("action-point-number", &[("n", l.number(line.number.into()).into())]);
    let lines = [format!("{} · {number}", point.agreement_name), point.note.clone()];
    let summary = l.with("calendar-due", &[("what", line.title.clone().into())]);
    let uid = format!("{}-action-point-{}", point.agreement_slug, line.number);
    let mut event = event(l, &uid, &summary, &url, &lines);
    on_days(&mut event, line.due, line.due);
    event.sequence(u32::try_from(point.version).unwrap_or(u32::MAX));
    event
}
