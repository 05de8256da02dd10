//! One meeting that is of no agreement, with who comes, its papers and its action plan.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::dates::PartialDate;
use accord_domain::house_meeting::Attendance;
use accord_domain::ids::AttendeeId;
use accord_domain::meeting::{MeetingKind, MeetingMode, MeetingState};
use chrono::{DateTime, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use uuid::Uuid;

use super::known_meetings;
use super::papers::{HousePaper, of_meeting as papers_of};
use super::plan::{PlanLine, of_meeting as lines_of};
use crate::clock::{instant_of, zone};
use crate::commands::house_meetings::card::kind_of;
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db, word};
use crate::queries::house_changes::{self, HouseChange};
use crate::queries::meetings::MeetingName;
use crate::queries::programme::{Seen, seen};

/// Somebody who was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    pub id: AttendeeId,
    pub name: String,
    pub office: String,
    /// Blank for a department at home.
    pub country: String,
    pub attendance: Attendance,
    pub illustrative: bool,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseMeeting {
    pub number: i64,
    /// The address and the name of the body; none of a conference of missions.
    pub body: Option<(String, String)>,
    pub kind: MeetingKind,
    pub title: String,
    pub state: MeetingState,
    pub state_reason: String,
    pub mode: Option<MeetingMode>,
    pub place: String,
    pub zone: Tz,
    pub dates: Option<PartialDate>,
    pub clock: Option<NaiveTime>,
    pub note: String,
    pub outcome: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub illustrative: bool,
    pub version: i64,
}

impl HouseMeeting {
    /// What it is called.
    pub fn name(&self) -> MeetingName {
        MeetingName { address: self.number.to_string(), kind: self.kind, number: None, title: self.title.clone() }
    }

    /// The instant it opens, where its day and hour are known.
    pub fn opens(&self) -> Option<DateTime<Tz>> {
        instant_of("clock", self.zone, self.dates?.from(), self.clock?).ok()
    }
}

/// A meeting with all that a reader sees of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseMeetingView {
    pub seen: Seen,
    pub meeting: HouseMeeting,
    /// The countries a line of its plan may be about: those of the body, or the focus countries.
    pub countries: Vec<String>,
    pub attendees: Vec<Attendee>,
    /// In the order they were put.
    pub papers: Vec<HousePaper>,
    /// By country, then by the day they are due.
    pub lines: Vec<PlanLine>,
    /// The newest first; empty for a mission.
    pub history: Vec<HouseChange>,
}

impl HouseMeetingView {
    /// Whether the reader says of somebody whether they come: who keeps the programme of everybody, a mission of its country's people.
    pub fn answers_for(&self, one: &Attendee) -> bool {
        let state = self.meeting.state;
        let own = self.seen.mission() == Some(one.country.as_str()) && !state.is_held();
        state != MeetingState::CalledOff && (self.seen.keeps() || own)
    }
}

row! {
    struct Row {
        id: Uuid,
        number: i64,
        body_address: Option<String>,
        body_name: Option<String>,
        title: String,
        state: String,
        state_reason: String,
        mode: String,
        place: String,
        zone: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        clock: String,
        note: String,
        outcome: String,
        publisher: String,
        source_title: String,
        verified: bool,
        illustrative: bool,
        version: i64,
    }
}

impl Row {
    fn meeting(self) -> Result<HouseMeeting, AppError> {
        let body = self.body_address.zip(self.body_name);
        Ok(HouseMeeting {
            number: self.number,
            kind: kind_of(body.is_some()),
            body,
            title: self.title,
            state: word(&self.state, MeetingState::from_code)?,
            state_reason: self.state_reason,
            mode: MeetingMode::from_code(&self.mode),
            place: self.place,
            zone: zone("zone", &self.zone).map_err(|_| AppError::Internal("a meeting is in no zone".into()))?,
            dates: stored_dates(self.starts, self.ends, self.date_precision.as_deref())?,
            clock: NaiveTime::parse_from_str(&self.clock, "%H:%M").ok(),
            note: self.note,
            outcome: self.outcome,
            publisher: self.publisher,
            source_title: self.source_title,
            verified: self.verified,
            illustrative: self.illustrative,
            version: self.version,
        })
    }
}

/// Loads a meeting that the reader may know of.
///
/// # Errors
/// `NotFound` for who may not, and where none has the number.
pub async fn load(db: &Db, actor: &Actor, number: i64) -> Result<HouseMeetingView, AppError> {
    let mut conn = db.read().await?;
    let seen = seen(&mut conn, actor).await?;
    let row: Option<Row> = fetch_optional!(
        &mut conn,
        Row,
        known_meetings!(
            "select m.id, m.number, b.address as body_address, b.name as body_name, m.title, m.state, m.state_reason, m.mode, m.place, \
             m.zone, m.starts, m.ends, m.date_precision, m.clock, m.note, m.outcome, m.publisher, m.source_title, m.verified, \
             m.illustrative, m.version from house_meetings m left join standing_bodies b on b.id = m.body_id";
            "and m.number = $3"
        ),
        seen.keeps(),
        seen.country(),
        number
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let id = row.id;
    let meeting = row.meeting()?;
    let countries: Vec<(String,)> = fetch_all!(
        &mut conn,
        (String,),
        "select c.country from standing_body_countries c join house_meetings m on m.body_id = c.body_id where m.id = $1 \
         union select f.code from programme_countries f, house_meetings m where m.id = $1 and m.body_id is null and not f.retired \
         order by 1",
        id
    )?;
    let history = if seen.country().is_empty() {
        house_changes::of(&mut conn, actor, seen.keeps(), "house_meeting", id).await?
    } else {
        Vec::new()
    };
    Ok(HouseMeetingView {
        attendees: attendees(&mut conn, id).await?,
        papers: papers_of(&mut conn, &seen, id).await?,
        lines: lines_of(&mut conn, &seen, id).await?,
        countries: countries.into_iter().map(|(country,)| country).collect(),
        seen,
        meeting,
        history,
    })
}

async fn attendees(conn: &mut Conn, meeting: Uuid) -> Result<Vec<Attendee>, AppError> {
    let rows: Vec<(Uuid, String, String, String, String, bool)> = fetch_all!(
        conn,
        (Uuid, String, String, String, String, bool),
        "select id, name, office, country, attendance, illustrative from house_attendees where meeting_id = $1 order by country, position",
        meeting
    )?;
    rows.into_iter()
        .map(|(id, name, office, country, attendance, illustrative)| {
            let attendance = word(&attendance, Attendance::from_code)?;
            Ok(Attendee { id: AttendeeId(id), name, office, country, attendance, illustrative })
        })
        .collect()
}
