//! The lines of action plans: all of them to who sees the whole programme, those of its own country to a mission.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::action_point::ActionState;
use accord_domain::meeting::MeetingKind;
use chrono::NaiveDate;
use uuid::Uuid;

use super::known_meetings;
use crate::commands::house_meetings::card::kind_of;
use crate::db::{Conn, Db, word};
use crate::queries::house_changes::{self, HouseChange};
use crate::queries::meetings::MeetingName;
use crate::queries::programme::{Seen, seen};

/// A line of an action plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// The number of the meeting, and that of the line in its plan.
    pub meeting: i64,
    pub number: i64,
    pub kind: MeetingKind,
    /// The title of the meeting, blank for the standard one of its kind.
    pub meeting_title: String,
    pub country: String,
    /// Address and name; blank where it concerns no one sector.
    pub sector: (String, String),
    pub title: String,
    pub owner: String,
    pub first_due: NaiveDate,
    pub due: NaiveDate,
    /// How often the day was changed.
    pub moved: i16,
    pub state: ActionState,
    /// Why it was dropped or taken up again.
    pub state_reason: String,
    pub progress: String,
    pub illustrative: bool,
    pub version: i64,
}

impl PlanLine {
    /// What the meeting is called.
    pub fn meeting_name(&self) -> MeetingName {
        MeetingName { address: self.meeting.to_string(), kind: self.kind, number: None, title: self.meeting_title.clone() }
    }
}

row! {
    struct Row {
        id: Uuid,
        meeting: i64,
        number: i64,
        of_body: bool,
        meeting_title: String,
        country: String,
        sector: String,
        sector_name: String,
        title: String,
        owner: String,
        first_due: NaiveDate,
        due: NaiveDate,
        moved: i16,
        state: String,
        state_reason: String,
        progress: String,
        illustrative: bool,
        version: i64,
    }
}

impl Row {
    fn line(self) -> Result<PlanLine, AppError> {
        Ok(PlanLine {
            meeting: self.meeting,
            number: self.number,
            kind: kind_of(self.of_body),
            meeting_title: self.meeting_title,
            country: self.country,
            sector: (self.sector, self.sector_name),
            title: self.title,
            owner: self.owner,
            first_due: self.first_due,
            due: self.due,
            moved: self.moved,
            state: word(&self.state, ActionState::from_code)?,
            state_reason: self.state_reason,
            progress: self.progress,
            illustrative: self.illustrative,
            version: self.version,
        })
    }
}

/// A query on lines whose meeting the reader may know of and whose country the reader sees; `$1` and `$2` as of the meetings.
macro_rules! known_lines {
    ($($and:literal),+) => {
        known_meetings!(
            "select p.id, m.number as meeting, p.number, m.body_id is not null as of_body, m.title as meeting_title, p.country, \
             coalesce(s.address, '') as sector, coalesce(s.name, '') as sector_name, p.title, p.owner, p.first_due, p.due, p.moved, \
             p.state, p.state_reason, p.progress, p.illustrative, p.version from plan_lines p join house_meetings m on m.id = p.meeting_id \
             left join programme_sectors s on s.id = p.sector_id";
            "and ($2 = '' or p.country = $2) ", $($and),+
        )
    };
}

fn lines(rows: Vec<Row>) -> Result<Vec<PlanLine>, AppError> {
    rows.into_iter().map(Row::line).collect()
}

/// The lines of a meeting's plan, by country and day.
pub(super) async fn of_meeting(conn: &mut Conn, seen: &Seen, meeting: Uuid) -> Result<Vec<PlanLine>, AppError> {
    lines(fetch_all!(
        conn,
        Row,
        known_lines!("and m.id = $3 order by p.country, p.due, p.number"),
        seen.keeps(),
        seen.country(),
        meeting
    )?)
}

/// The open lines about a country and a sector, or about a country and no one sector; by day.
pub(crate) async fn of_cell(conn: &mut Conn, seen: &Seen, country: &str, sector: &str) -> Result<Vec<PlanLine>, AppError> {
    lines(fetch_all!(
        conn,
        Row,
        known_lines!(
            "and p.country = $3 and (s.address = $4 or p.sector_id is null) and p.state = 'open' and m.state <> 'called-off' \
             order by p.due, m.number, p.number"
        ),
        seen.keeps(),
        seen.country(),
        country,
        sector
    )?)
}

/// The open lines of a mission's own country, by day; none for any other reader.
pub(crate) async fn of_mission(conn: &mut Conn, seen: &Seen) -> Result<Vec<PlanLine>, AppError> {
    let Some(own) = seen.mission() else { return Ok(Vec::new()) };
    lines(fetch_all!(
        conn,
        Row,
        known_lines!("and p.country = $3 and p.state = 'open' and m.state <> 'called-off' order by p.due, m.number, p.number"),
        seen.keeps(),
        seen.country(),
        own
    )?)
}

/// A line with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLineView {
    pub seen: Seen,
    pub line: PlanLine,
    /// The newest first.
    pub history: Vec<HouseChange>,
}

/// Loads a line that the reader sees.
///
/// # Errors
/// `NotFound` for who does not see it.
pub async fn load(db: &Db, actor: &Actor, meeting: i64, number: i64) -> Result<PlanLineView, AppError> {
    let mut conn = db.read().await?;
    let seen = seen(&mut conn, actor).await?;
    let row: Option<Row> = fetch_optional!(
        &mut conn,
        Row,
        known_lines!("and m.number = $3 and p.number = $4"),
        seen.keeps(),
        seen.country(),
        meeting,
        number
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let history = house_changes::of(&mut conn, actor, seen.keeps(), "plan_line", row.id).await?;
    Ok(PlanLineView { seen, line: row.line()?, history })
}
