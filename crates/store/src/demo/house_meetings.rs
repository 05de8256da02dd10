//! Standing bodies of the demonstration, and the meetings that are of no agreement.

use accord_domain::AppError;
use accord_domain::house_meeting::Attendance;
use accord_domain::paper::PaperKind;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::data::instant;
use super::replay::{People, person};
use crate::changes::Command;
use crate::commands::bodies::{BodyForm, found};
use crate::commands::house_meetings::attendees::{AttendeeForm, Said, answer, ask};
use crate::commands::house_meetings::card::{HouseMeetingForm, edit, move_to, plan};
use crate::commands::house_meetings::papers::put;
use crate::commands::house_meetings::plan::{LineForm, agree, save};
use crate::commands::papers::PaperForm;
use crate::db::Db;

/// Standing bodies, and meetings.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct House {
    bodies: Vec<Body>,
    meetings: Vec<Meeting>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    by: String,
    on: String,
    name: String,
    abbreviation: String,
    countries: String,
    mandate: String,
    #[serde(default)]
    founded_on: String,
    publisher: String,
    #[serde(default)]
    illustrative: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meeting {
    by: String,
    on: String,
    /// The address of the body; blank for a conference of missions.
    #[serde(default)]
    body: String,
    title: String,
    #[serde(default)]
    mode: String,
    #[serde(default)]
    place: String,
    zone: String,
    dates: String,
    #[serde(default)]
    clock: String,
    note: String,
    #[serde(default)]
    outcome: String,
    publisher: String,
    #[serde(default)]
    source_title: String,
    #[serde(default)]
    illustrative: bool,
    /// The states it is taken to.
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    attendees: Vec<Attendee>,
    #[serde(default)]
    papers: Vec<Paper>,
    #[serde(default)]
    plan: Vec<Line>,
}

/// Somebody asked; all of them are invented.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attendee {
    name: String,
    office: String,
    #[serde(default)]
    country: String,
    attendance: String,
}

/// A paper of plain text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    title: String,
    file: String,
    audience: String,
    text: String,
}

/// A line of the action plan; all of them are invented.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    country: String,
    #[serde(default)]
    sector: String,
    title: String,
    owner: String,
    due: String,
    step: Option<Step>,
}

/// How it went on with a line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    by: String,
    state: String,
    progress: String,
}

impl House {
    /// Makes each relative day a day.
    pub(super) fn date(&mut self, absolute: impl Fn(&str) -> Result<String, AppError>) -> Result<(), AppError> {
        for meeting in &mut self.meetings {
            meeting.dates = absolute(&meeting.dates)?;
            for line in &mut meeting.plan {
                line.due = absolute(&line.due)?;
            }
        }
        Ok(())
    }
}

/// Enters the bodies, then the meetings in their order.
pub(super) async fn enter(db: &Db, people: &People, house: House, now: DateTime<Utc>) -> Result<(), AppError> {
    let by = |key: &str, on: &str| -> Result<Command, AppError> {
        Ok(Command { actor: person(people, key)?.clone(), at: instant(on, now)?, imported: true })
    };
    for body in house.bodies {
        let form = BodyForm {
            name: body.name,
            abbreviation: body.abbreviation,
            countries: body.countries,
            mandate: body.mandate,
            founded_on: body.founded_on,
            publisher: body.publisher,
            illustrative: body.illustrative,
            ..BodyForm::default()
        };
        found(db, by(&body.by, &body.on)?, form).await?;
    }
    for meeting in house.meetings {
        hold(db, by(&meeting.by, &meeting.on)?, |key| by(key, &meeting.on), &meeting).await?;
    }
    Ok(())
}

fn form_of(meeting: &Meeting, outcome: String) -> HouseMeetingForm {
    HouseMeetingForm {
        title: meeting.title.clone(),
        mode: meeting.mode.clone(),
        place: meeting.place.clone(),
        zone: meeting.zone.clone(),
        dates: meeting.dates.clone(),
        clock: meeting.clock.clone(),
        note: meeting.note.clone(),
        outcome,
        publisher: meeting.publisher.clone(),
        source_title: meeting.source_title.clone(),
        verified: false,
        reason: String::new(),
        illustrative: meeting.illustrative,
    }
}

async fn hold(db: &Db, by: Command, of: impl Fn(&str) -> Result<Command, AppError>, meeting: &Meeting) -> Result<(), AppError> {
    let number = plan(db, by.clone(), meeting.body.clone(), form_of(meeting, String::new())).await?;
    let mut version = 1;
    for state in meeting.states.iter().filter(|state| *state != "closed") {
        move_to(db, by.clone(), number, version, state.clone(), String::new()).await?;
        version += 1;
    }
    let mut said = Vec::new();
    for one in &meeting.attendees {
        let form =
            AttendeeForm { name: one.name.clone(), office: one.office.clone(), country: one.country.clone(), illustrative: true };
        let attendee = ask(db, by.clone(), number, form).await?;
        said.push(Said { attendee, was: Attendance::Invited.code().to_owned(), now: one.attendance.clone() });
    }
    answer(db, by.clone(), number, said).await?;
    for paper in &meeting.papers {
        let form = PaperForm {
            title: paper.title.clone(),
            audience: paper.audience.clone(),
            file_name: paper.file.clone(),
            kind: PaperKind::PlainText,
            bytes: paper.text.clone().into_bytes(),
        };
        put(db, by.clone(), number, form).await?;
    }
    for line in &meeting.plan {
        let form = LineForm {
            country: line.country.clone(),
            sector: line.sector.clone(),
            title: line.title.clone(),
            owner: line.owner.clone(),
            due: line.due.clone(),
            illustrative: true,
            ..LineForm::default()
        };
        let at = agree(db, by.clone(), number, form.clone()).await?;
        if let Some(step) = &line.step {
            let form = LineForm { state: step.state.clone(), progress: step.progress.clone(), ..form };
            save(db, of(&step.by)?, number, at, 1, form).await?;
        }
    }
    if !meeting.outcome.is_empty() {
        edit(db, by.clone(), number, version, form_of(meeting, meeting.outcome.clone())).await?;
        version += 1;
    }
    if meeting.states.iter().any(|state| state == "closed") {
        move_to(db, by, number, version, "closed".into(), String::new()).await?;
    }
    Ok(())
}
