//! A person's calendar as iCalendar (RFC 5545): meetings, milestones and what they owe.

use accord_domain::meeting::MeetingState;
use accord_language::Speaker;
use accord_store::queries::action_points::ActionPoint;
use accord_store::queries::calendar::{CalendarView, Holder, MeetingDays, MilestoneDays};
use chrono::{Duration, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Property};

use crate::meetings::meeting_title;

/// How long a reader of the feed may keep it before asking again.
const KEPT: Duration = Duration::hours(6);

/// The feed of a person. `name` is who reads it; links lead to `public_url`.
pub fn feed(l: &Speaker, public_url: &str, name: &str, view: &CalendarView) -> String {
    let name = line(&l.with("calendar-of", &[("name", name.into())]));
    let properties = Property::from_array([
        ("VERSION", "2.0"),
        ("PRODID", "-//Accord//Calendar//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", name.as_str()),
    ]);
    let mut calendar = Calendar { properties, components: Vec::new() };
    // The library takes it for a text, and escapes it, only where that is said.
    calendar.append_property(Property::new("NAME", &name).add_parameter("VALUE", "TEXT").done());
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
    event.uid(&format!("{uid}@accord")).timestamp(l.now.with_timezone(&Utc)).summary(&line(summary)).url(url);
    let told: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).chain([url]).collect();
    event.description(&plain(&told.join("\n")));
    // In a calendar that is shown to colleagues, its owner's business; and it takes nobody's time before they say so.
    event.class(Class::Private).add_property("TRANSP", "TRANSPARENT");
    event
}

/// A text without what a program could take for the end of a line of the feed: the library escapes line feeds, and those alone.
fn plain(text: &str) -> String {
    let unbroken = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    unbroken.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// The same in one line.
fn line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// Puts an event on whole days, both included.
fn on_days(event: &mut Event, from: NaiveDate, to: NaiveDate) {
    event.starts(from).ends(to.succ_opt().unwrap_or(to));
}

fn meeting(l: &Speaker, public_url: &str, m: &MeetingDays) -> Event {
    let (url, holder) = match &m.holder {
        Holder::Agreement { slug, name } => (format!("{public_url}/agreements/{slug}/meetings/{}", m.name.address), name),
        Holder::House { body } => (format!("{public_url}/meetings/{}", m.name.address), body),
    };
    let opens = m.opens.map(|at| format!("{} {}", l.t("opens"), l.opening(&at))).unwrap_or_default();
    let mode = m.mode.map(|mode| l.word("mode", mode.code())).unwrap_or_default();
    let lines = [l.word("meeting-state", m.state.code()), mode, opens];
    let title = meeting_title(l, &m.name);
    // Not every program shows a state, so that a draft and what is called off say it in words.
    let title = match m.state {
        MeetingState::Draft | MeetingState::CalledOff => format!("{}: {title}", l.word("meeting-state", m.state.code())),
        MeetingState::Open | MeetingState::InProgress | MeetingState::Closed => title,
    };
    let summary = if holder.is_empty() { title } else { format!("{title} · {holder}") };
    let mut event = event(l, &m.uid, &summary, &url, &lines);
    match m.opens.filter(|_| m.from == m.to) {
        // When it ends, nobody said.
        Some(at) => event.starts(at.to_utc()),
        None => event.starts(m.from).ends(m.to.succ_opt().unwrap_or(m.to)),
    };
    if !m.place.is_empty() {
        event.location(&line(&m.place));
    }
    if let Some(version) = m.version {
        event.sequence(u32::try_from(version).unwrap_or(u32::MAX));
    }
    event.status(match m.state {
        MeetingState::Draft => EventStatus::Tentative,
        MeetingState::CalledOff => EventStatus::Cancelled,
        MeetingState::Open | MeetingState::InProgress | MeetingState::Closed => EventStatus::Confirmed,
    });
    event
}

fn milestone(l: &Speaker, public_url: &str, m: &MilestoneDays) -> Event {
    let lines = [l.word("milestone", m.kind.code()), m.agreements.join(", ")];
    let mut event = event(l, &m.uid, &m.title, &format!("{public_url}/timeline"), &lines);
    on_days(&mut event, m.from, m.to);
    if !m.place.is_empty() {
        event.location(&line(&m.place));
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
