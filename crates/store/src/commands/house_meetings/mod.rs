//! Meetings that are of no agreement: conferences of missions, and meetings of standing bodies. Who keeps the programme plans them.

pub mod attendees;
pub mod card;
pub mod papers;
pub mod plan;

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::clearance::Field;
use accord_domain::ids::HouseMeetingId;
use accord_domain::meeting::MeetingState;
use uuid::Uuid;

use crate::changes::{Change, Command, Record};
use crate::db::{Conn, word};

/// The subject of the change record.
const SUBJECT: &str = "house_meeting";

fn keeper(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::EditProgramme) { Ok(()) } else { Err(AppError::NotFound) }
}

fn of_meeting(id: HouseMeetingId, verb: &'static str, old: Option<String>, new: Option<String>, reason: Option<String>) -> Change {
    let clearance = Field::HouseMeeting.clearance();
    Change { chapter: None, subject: SUBJECT, subject_id: id.0, verb, field: verb, old, new, reason, clearance }
}

/// A meeting locked for a command.
struct Locked {
    record: Record,
    id: HouseMeetingId,
    body: Option<Uuid>,
    state: MeetingState,
    version: i64,
}

impl Locked {
    /// Finds the meeting of a number, whoever asks.
    async fn of_number(conn: &mut Conn, by: &Command, number: i64) -> Result<Self, AppError> {
        let record = Record::of_house(conn, by).await?;
        let row: Option<(Uuid, Option<Uuid>, String, i64)> = fetch_optional!(
            conn,
            (Uuid, Option<Uuid>, String, i64),
            "select id, body_id, state, version from house_meetings where number = $1",
            number
        )?;
        let (id, body, state, version) = row.ok_or(AppError::NotFound)?;
        Ok(Self { record, id: HouseMeetingId(id), body, state: word(&state, MeetingState::from_code)?, version })
    }

    /// As [`Self::of_number`], for who keeps the programme.
    async fn kept(conn: &mut Conn, by: &Command, number: i64) -> Result<Self, AppError> {
        keeper(by)?;
        Self::of_number(conn, by, number).await
    }

    /// Refuses to have anything put to a meeting that was called off.
    fn stands(&self, field: &str) -> Result<(), AppError> {
        if self.state == MeetingState::CalledOff { Err(AppError::field(field, "meeting-called-off")) } else { Ok(()) }
    }

    async fn recorded(mut self, conn: &mut Conn, change: Change) -> Result<(), AppError> {
        self.record.append(conn, change).await?;
        self.record.finish(conn).await
    }
}
