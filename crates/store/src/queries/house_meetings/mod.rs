//! Meetings that are of no agreement, as far as the reader may know of them: whoever sees the whole programme knows of all, a mission of
//! the conferences and of the meetings of bodies its own country has a part in; drafts are known to who keeps the programme.

pub mod papers;
pub mod plan;
pub mod single;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::dates::PartialDate;
use accord_domain::meeting::{MeetingKind, MeetingState};
use chrono::NaiveDate;
use uuid::Uuid;

use super::calendar::MeetingRow;
use super::meetings::MeetingName;
use super::programme::Seen;
use crate::commands::house_meetings::card::kind_of;
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db, word};

/// A query on meetings `m` that the reader may know of: `$1` whether the reader keeps the programme, `$2` the country of a mission, blank
/// for others.
macro_rules! known_meetings {
    ($($select:literal),+; $($and:literal),+) => {
        concat!(
            $($select),+,
            " where (m.state <> 'draft' or $1) and ($2 = '' or m.body_id is null or exists \
             (select 1 from standing_body_countries v where v.body_id = m.body_id and v.country = $2)) ",
            $($and),+
        )
    };
}
use known_meetings;

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseMeetingLine {
    pub number: i64,
    pub kind: MeetingKind,
    /// Blank for the standard title of its kind.
    pub title: String,
    pub state: MeetingState,
    pub dates: Option<PartialDate>,
    pub place: String,
    pub illustrative: bool,
    /// The lines of its action plan that the reader sees, how many of them are settled, and how many are overdue.
    pub lines: i64,
    pub settled: i64,
    pub overdue: i64,
}

impl HouseMeetingLine {
    /// What it is called.
    pub fn name(&self) -> MeetingName {
        MeetingName { address: self.number.to_string(), kind: self.kind, number: None, title: self.title.clone() }
    }
}

row! {
    struct LineRow {
        number: i64,
        of_body: bool,
        title: String,
        state: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        place: String,
        illustrative: bool,
        lines: i64,
        settled: i64,
        overdue: i64,
    }
}

impl LineRow {
    fn line(self) -> Result<HouseMeetingLine, AppError> {
        Ok(HouseMeetingLine {
            number: self.number,
            kind: kind_of(self.of_body),
            title: self.title,
            state: word(&self.state, MeetingState::from_code)?,
            dates: stored_dates(self.starts, self.ends, self.date_precision.as_deref())?,
            place: self.place,
            illustrative: self.illustrative,
            lines: self.lines,
            settled: self.settled,
            overdue: self.overdue,
        })
    }
}

/// The conferences of missions, or the meetings of a standing body, that the reader may know of, the latest first.
pub(crate) async fn listed(
    conn: &mut Conn,
    seen: &Seen,
    body: Option<Uuid>,
    today: NaiveDate,
) -> Result<Vec<HouseMeetingLine>, AppError> {
    let rows: Vec<LineRow> = fetch_all!(
        conn,
        LineRow,
        known_meetings!(
            "select m.number, m.body_id is not null as of_body, m.title, m.state, m.starts, m.ends, m.date_precision, m.place, \
             m.illustrative, count(p.id) as lines, \
             count(case when p.state <> 'open' then 1 end) as settled, ",
            "count(case when p.state = 'open' and p.due < $4 then 1 end) as overdue \
             from house_meetings m left join plan_lines p on p.meeting_id = m.id and ($2 = '' or p.country = $2)";
            "and (m.body_id = $3 or (m.body_id is null and $3 is null)) group by m.id order by m.starts desc, m.number desc"
        ),
        seen.keeps(),
        seen.country(),
        body,
        today
    )?;
    rows.into_iter().map(LineRow::line).collect()
}

/// The conferences of missions that the reader may know of, the latest first.
pub async fn conferences(db: &Db, actor: &Actor, today: NaiveDate) -> Result<Vec<HouseMeetingLine>, AppError> {
    let mut conn = db.read().await?;
    let seen = super::programme::seen(&mut conn, actor).await?;
    listed(&mut conn, &seen, None, today).await
}

/// A meeting that lies ahead, with the body it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseAheadLine {
    pub number: i64,
    pub kind: MeetingKind,
    pub title: String,
    /// The name of the body; blank for a conference of missions.
    pub body: String,
    pub dates: Option<PartialDate>,
    pub place: String,
    pub illustrative: bool,
}

row! {
    struct AheadRow {
        number: i64,
        of_body: bool,
        title: String,
        body: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        place: String,
        illustrative: bool,
    }
}

/// The next of these meetings that a reader of the programme may know of.
pub(super) async fn ahead(conn: &mut Conn, seen: &Seen, today: NaiveDate, most: i64) -> Result<Vec<HouseAheadLine>, AppError> {
    let rows: Vec<AheadRow> = fetch_all!(
        conn,
        AheadRow,
        known_meetings!(
            "select m.number, m.body_id is not null as of_body, m.title, coalesce(b.name, '') as body, m.starts, m.ends, m.date_precision, \
             m.place, m.illustrative from house_meetings m left join standing_bodies b on b.id = m.body_id";
            "and m.state in ('draft', 'open', 'in-progress') and m.ends >= $3 order by m.starts, m.number limit $4"
        ),
        seen.keeps(),
        seen.country(),
        today,
        most
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(HouseAheadLine {
                number: row.number,
                kind: kind_of(row.of_body),
                title: row.title,
                body: row.body,
                dates: stored_dates(row.starts, row.ends, row.date_precision.as_deref())?,
                place: row.place,
                illustrative: row.illustrative,
            })
        })
        .collect()
}

/// These meetings, as far as a reader of the programme may know of them, that end on a day or later.
pub(super) async fn since(conn: &mut Conn, seen: &Seen, from: NaiveDate) -> Result<Vec<MeetingRow>, AppError> {
    fetch_all!(
        conn,
        MeetingRow,
        known_meetings!(
            "select m.id, '' as slug, coalesce(b.name, '') as holder, cast(m.number as text) as address, \
             case when m.body_id is null then $4 else $5 end as kind, cast(null as smallint) as number, m.title, m.state, m.mode, \
             m.starts, m.ends, m.date_precision, m.clock, m.zone, m.place, m.version, $1 as holds \
             from house_meetings m left join standing_bodies b on b.id = m.body_id";
            "and m.ends >= $3 order by m.starts, m.number"
        ),
        seen.keeps(),
        seen.country(),
        from,
        kind_of(false).code(),
        kind_of(true).code()
    )
}
