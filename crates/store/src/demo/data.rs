//! The data files, read: see `demo/README.md` for what they say.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::dates::PartialDate;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use serde::Deserialize;

use super::barriers::{Barrier, Barriers};
use super::consultations::{Consultation, Consultations, Stance};
use super::house_meetings::House;
use super::programme::Programme;
use super::trade::Trade;

/// The texts of the files: accounts, milestones, trade, the export programme, consultations, barriers, standing
/// bodies with the meetings that are of no agreement, and agreements in order.
#[derive(Clone, Copy)]
pub struct Files<'f> {
    pub accounts: &'f str,
    pub milestones: &'f str,
    pub trade: &'f str,
    pub programme: &'f str,
    pub consultations: &'f str,
    pub barriers: &'f str,
    pub bodies: &'f str,
    pub agreements: &'f [&'f str],
}

pub(super) struct Data {
    pub accounts: Vec<Account>,
    pub agreements: Vec<Agreement>,
    pub milestones: Vec<Milestone>,
    pub trade: Trade,
    pub programme: Programme,
    pub consultations: Vec<Consultation>,
    pub stances: Vec<Stance>,
    pub barriers: Vec<Barrier>,
    pub house: House,
}

#[derive(Default, Deserialize)]
struct Milestones {
    #[serde(default)]
    milestones: Vec<Milestone>,
}

#[derive(Deserialize)]
struct Accounts {
    accounts: Vec<Account>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Account {
    pub key: String,
    pub email: String,
    pub name: String,
    pub language: String,
    #[serde(default)]
    pub rights: Vec<String>,
    #[serde(default)]
    pub roles: Vec<Role>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Role {
    pub agreement: String,
    pub role: String,
    #[serde(default)]
    pub chapter: String,
    #[serde(default)]
    pub party: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Agreement {
    pub slug: String,
    pub name: String,
    pub kind: String,
    pub home_party: String,
    #[serde(default)]
    pub lead_ministry: String,
    #[serde(default)]
    pub objective: String,
    #[serde(default)]
    pub objective_illustrative: bool,
    #[serde(default)]
    pub illustrative: bool,
    #[serde(default)]
    pub languages: Vec<String>,
    pub opened: String,
    pub parties: Vec<Party>,
    #[serde(default)]
    pub relations: Vec<Relation>,
    #[serde(default)]
    pub events: Vec<Event>,
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    #[serde(default)]
    pub ratification: Vec<Ratification>,
    #[serde(default)]
    pub chapters: Vec<Chapter>,
    #[serde(default)]
    pub priorities: Vec<Priority>,
    #[serde(default)]
    pub action_points: Vec<ActionPoint>,
    pub brief: Option<Brief>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Priority {
    pub on: String,
    pub by: String,
    pub title: String,
    pub stance: String,
    #[serde(default)]
    pub sector: String,
    #[serde(default)]
    pub owner: String,
    #[serde(default)]
    pub chapters: Vec<String>,
    pub rank: u32,
    pub reason: String,
    /// Whether it still awaits a decision; else it is approved in the same step.
    #[serde(default)]
    pub pending: bool,
    /// The key of the principal who flags it for the minister.
    #[serde(default)]
    pub flagged_by: String,
    #[serde(default)]
    pub illustrative: bool,
}

/// An action point; all of them are illustrative.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionPoint {
    pub on: String,
    pub by: String,
    pub title: String,
    #[serde(default)]
    pub note: String,
    /// The key of an account, or the side of whom `owner` names.
    pub who: String,
    #[serde(default)]
    pub owner: String,
    pub due: String,
    #[serde(default)]
    pub chapter: String,
    #[serde(default)]
    pub meeting: String,
    #[serde(default)]
    pub steps: Vec<ActionPointStep>,
}

/// What became of an action point: settled, or put off to another day.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionPointStep {
    pub on: String,
    pub by: String,
    pub state: Option<String>,
    #[serde(default)]
    pub due: String,
    #[serde(default)]
    pub reason: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Milestone {
    pub kind: String,
    pub title: String,
    pub date: String,
    pub place: String,
    pub publisher: String,
    #[serde(default)]
    pub source_title: String,
    pub verified: bool,
    pub illustrative: bool,
    pub agreements: Vec<String>,
    pub recorded: String,
}

/// A draft of the minister's brief; all of it is illustrative.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Brief {
    pub on: String,
    pub language: String,
    /// What is written in it, by part.
    pub parts: BTreeMap<String, String>,
}

/// The report of a meeting, approved and published on the day it was drafted; what is written in it is illustrative.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    pub on: String,
    pub language: String,
    /// For whom it is meant.
    pub clearance: String,
    /// What is written in it, by part.
    pub parts: BTreeMap<String, String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Party {
    pub code: String,
    pub name: String,
    #[serde(default)]
    pub chief_negotiator: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Relation {
    pub relation: String,
    pub slug: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    pub kind: String,
    #[serde(default)]
    pub note: String,
    pub held: bool,
    pub recorded: Option<String>,
    #[serde(default)]
    pub illustrative: bool,
    pub claims: Vec<Claim>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claim {
    pub date: String,
    #[serde(default)]
    pub place: String,
    pub publisher: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub preferred: bool,
    #[serde(default)]
    pub verified: bool,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ratification {
    pub party: String,
    pub step: String,
    #[serde(default)]
    pub date: String,
    #[serde(default)]
    pub publisher: String,
    #[serde(default)]
    pub illustrative: bool,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub kind: String,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub address: String,
    /// Where it stands at the end of the history.
    pub state: String,
    pub recorded: Option<String>,
    /// When it was closed, if not as soon as it was recorded.
    pub closed: Option<String>,
    pub report: Option<Report>,
    #[serde(default)]
    pub dates: String,
    #[serde(default)]
    pub clock: String,
    #[serde(default)]
    pub place: String,
    pub zone: String,
    #[serde(default)]
    pub mode: String,
    #[serde(default)]
    pub host: String,
    #[serde(default)]
    pub publisher: String,
    #[serde(default)]
    pub source_title: String,
    #[serde(default)]
    pub verified: bool,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub our_head: String,
    #[serde(default)]
    pub their_head: String,
    #[serde(default)]
    pub our_count: String,
    #[serde(default)]
    pub their_count: String,
    #[serde(default)]
    pub our_delegates: String,
    #[serde(default)]
    pub their_delegates: String,
    #[serde(default)]
    pub illustrative: bool,
    /// Whether it takes up what earlier meetings left open.
    #[serde(default)]
    pub carry_over: bool,
    #[serde(default)]
    pub sessions: Vec<Session>,
}

impl Meeting {
    /// The meeting's part of the address: its own, else that of a round.
    pub(super) fn place(&self) -> String {
        if self.address.is_empty() { format!("{}-{}", self.kind, self.number) } else { self.address.clone() }
    }
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Session {
    pub chapter: String,
    pub by: String,
    #[serde(default)]
    pub items: Vec<Item>,
    #[serde(default)]
    pub papers: Vec<Paper>,
    #[serde(default)]
    pub minutes: String,
    #[serde(default)]
    pub outcome: String,
}

/// A paper of plain text.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub title: String,
    pub file: String,
    pub audience: String,
    pub text: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub title: String,
    #[serde(default)]
    pub ours: bool,
    #[serde(default)]
    pub done: bool,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chapter {
    pub kind: String,
    #[serde(default)]
    pub key: String,
    pub number: u32,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub our_lead: String,
    #[serde(default)]
    pub their_lead: String,
    #[serde(default)]
    pub line_ministry: String,
    #[serde(default)]
    pub target_round: String,
    #[serde(default)]
    pub open_brackets: u32,
    #[serde(default)]
    pub illustrative: bool,
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Chapter {
    /// The chapter's part of the address.
    pub(super) fn address(&self) -> &str {
        if self.key.is_empty() { &self.kind } else { &self.key }
    }
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub on: String,
    pub by: String,
    pub text: Option<String>,
    pub market: Option<String>,
    pub park: Option<String>,
    pub unpark: Option<bool>,
    pub escalate: Option<Escalate>,
    pub answer: Option<String>,
    pub brackets: Option<u32>,
    pub note: Option<String>,
    #[serde(default)]
    pub reason: String,
    #[serde(default, rename = "override")]
    pub override_brackets: bool,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Escalate {
    pub to: String,
    pub question: String,
}

pub(super) fn wrong(what: impl std::fmt::Display) -> AppError {
    AppError::Internal(format!("demo data: {what}"))
}

/// Reads the files and makes the dates of events absolute.
pub(super) fn read(files: Files<'_>, now: DateTime<Utc>) -> Result<Data, AppError> {
    let accounts: Accounts = toml::from_str(files.accounts).map_err(wrong)?;
    let mut agreements = Vec::with_capacity(files.agreements.len());
    for text in files.agreements {
        let mut agreement: Agreement = toml::from_str(text).map_err(wrong)?;
        for claim in agreement.events.iter_mut().flat_map(|event| &mut event.claims) {
            claim.date = absolute(&claim.date, now.date_naive())?;
        }
        for meeting in &mut agreement.meetings {
            meeting.dates = absolute(&meeting.dates, now.date_naive())?;
        }
        for point in &mut agreement.action_points {
            point.due = absolute(&point.due, now.date_naive())?;
            for step in &mut point.steps {
                step.due = absolute(&step.due, now.date_naive())?;
            }
        }
        agreements.push(agreement);
    }
    let mut milestones: Milestones = toml::from_str(files.milestones).map_err(wrong)?;
    for milestone in &mut milestones.milestones {
        milestone.date = absolute(&milestone.date, now.date_naive())?;
    }
    let trade = toml::from_str(files.trade).map_err(wrong)?;
    let programme = toml::from_str(files.programme).map_err(wrong)?;
    let Consultations { consultations, stances } = toml::from_str(files.consultations).map_err(wrong)?;
    let Barriers { barriers } = toml::from_str(files.barriers).map_err(wrong)?;
    let mut house: House = toml::from_str(files.bodies).map_err(wrong)?;
    house.date(|text| absolute(text, now.date_naive()))?;
    Ok(Data {
        accounts: accounts.accounts,
        agreements,
        milestones: milestones.milestones,
        trade,
        programme,
        consultations,
        stances,
        barriers,
        house,
    })
}

pub(super) fn day_of(text: &str, today: NaiveDate) -> Result<NaiveDate, AppError> {
    match text.trim().strip_prefix("days:") {
        Some(days) => {
            let days: i64 = days.trim().parse().map_err(|_| wrong(format!("the relative day {text}")))?;
            Ok(today + Duration::days(days))
        }
        None => text.trim().parse().map_err(|_| wrong(format!("the day {text}"))),
    }
}

/// Turns `days:+12..+14` into two days; any other date stays.
fn absolute(text: &str, today: NaiveDate) -> Result<String, AppError> {
    let Some(relative) = text.strip_prefix("days:") else { return Ok(text.to_owned()) };
    let mut days = relative.split("..").map(|part| day_of(&format!("days:{part}"), today));
    let from = days.next().transpose()?.ok_or_else(|| wrong(text))?;
    Ok(match days.next().transpose()? {
        Some(to) => format!("{from}..{to}"),
        None => from.to_string(),
    })
}

/// The instant an entry was made: the day, at the time given or at ten in the morning in Delhi, and never after `now`.
pub(super) fn instant(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, AppError> {
    let (day, time) = text.trim().split_once(' ').unwrap_or((text.trim(), "04:30"));
    let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").map_err(|_| wrong(format!("the time {text}")))?;
    Ok(Utc.from_utc_datetime(&day_of(day, now.date_naive())?.and_time(time)).min(now))
}

/// When an event was entered: as told, else the day after its preferred date, or when the file was opened if that is later.
pub(super) fn entered(event: &Event, opened: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, AppError> {
    if let Some(recorded) = &event.recorded {
        return instant(recorded, now);
    }
    let claim = event
        .claims
        .iter()
        .find(|claim| claim.preferred)
        .or(event.claims.first())
        .ok_or_else(|| wrong("an event without a date"))?;
    day_after(&claim.date, opened, now)
}

/// When a meeting was entered: as told, else the day after its last, or when the file was opened if that is later.
pub(super) fn planned(meeting: &Meeting, opened: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, AppError> {
    match &meeting.recorded {
        Some(recorded) => instant(recorded, now),
        None => day_after(&meeting.dates, opened, now),
    }
}

fn day_after(date: &str, opened: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, AppError> {
    let read = PartialDate::parse("date", date).map_err(|error| wrong(format!("{date}: {}", error.code)))?;
    let after = read.to().succ_opt().ok_or_else(|| wrong("the end of time"))?;
    Ok(instant(&after.to_string(), now)?.max(opened))
}
