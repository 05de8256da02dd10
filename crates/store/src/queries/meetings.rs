//! The meetings of an agreement in short, the sessions of a chapter, and when a meeting was.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::clearance::Clearance;
use accord_domain::dates::PartialDate;
use accord_domain::ids::{AgreementId, ChapterId};
use accord_domain::meeting::{MeetingKind, MeetingState};
use chrono::NaiveDate;

use crate::actor::roles_in;
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db, word};

/// What a meeting is called, and its part of the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingName {
    pub address: String,
    pub kind: MeetingKind,
    pub number: Option<i16>,
    /// Empty for the standard title of the kind.
    pub title: String,
}

/// A meeting in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLine {
    pub name: MeetingName,
    pub state: MeetingState,
    /// None where its days are not known.
    pub dates: Option<PartialDate>,
    pub place: String,
    pub verified: bool,
    /// Who says so; empty for what the house knows itself.
    pub publisher: String,
    pub illustrative: bool,
}

row! {
    struct LineRow {
        address: String,
        kind: String,
        number: Option<i16>,
        title: String,
        state: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        place: String,
        verified: bool,
        publisher: String,
        illustrative: bool,
    }
}

/// The meetings of an agreement that a clearance sees, the latest first; those without days by their number.
pub(super) async fn meetings_of(
    conn: &mut Conn,
    agreement: AgreementId,
    clearance: Clearance,
) -> Result<Vec<MeetingLine>, AppError> {
    let rows: Vec<LineRow> = fetch_all!(
        conn,
        LineRow,
        "select address, kind, number, title, state, starts, ends, date_precision, place, verified, publisher, illustrative \
         from meetings where agreement_id = $1 and clearance <= $2 order by id",
        agreement.0,
        clearance.rank()
    )?;
    let lines = rows
        .into_iter()
        .map(|row| {
            Ok(MeetingLine {
                state: word(&row.state, MeetingState::from_code)?,
                dates: stored_dates(row.starts, row.ends, row.date_precision.as_deref())?,
                name: MeetingName {
                    kind: word(&row.kind, MeetingKind::from_code)?,
                    address: row.address,
                    number: row.number,
                    title: row.title,
                },
                place: row.place,
                verified: row.verified,
                publisher: row.publisher,
                illustrative: row.illustrative,
            })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    Ok(latest_first(lines))
}

/// Meetings in the order they were planned, by their days. Rounds whose days are not known stand where their number says they were;
/// other undated meetings come first.
pub(super) fn latest_first(lines: Vec<MeetingLine>) -> Vec<MeetingLine> {
    let (undated, mut dated): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.dates.is_none());
    dated.sort_by_key(|line| (line.dates.map(PartialDate::order), line.name.number));
    for line in undated {
        let later = |other: &MeetingLine| other.name.number.zip(line.name.number).is_some_and(|(other, own)| other > own);
        let place = dated.iter().position(later).unwrap_or(dated.len());
        dated.insert(place, line);
    }
    dated.reverse();
    dated
}

/// A session of a chapter, in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterSession {
    pub meeting: MeetingName,
    pub state: MeetingState,
    pub dates: Option<PartialDate>,
    pub outcome: String,
    /// Items on the agenda that the reader sees, and those of them that are open.
    pub items: i64,
    pub open_items: i64,
    pub illustrative: bool,
}

row! {
    struct SessionRow {
        address: String,
        kind: String,
        number: Option<i16>,
        title: String,
        state: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        outcome: String,
        items: i64,
        open_items: i64,
        illustrative: bool,
    }
}

/// The sessions on a chapter that a clearance sees, the latest first. For readers of partner clearance and above.
pub(super) async fn sessions_of(
    conn: &mut Conn,
    chapter: ChapterId,
    clearance: Clearance,
) -> Result<Vec<ChapterSession>, AppError> {
    let rows: Vec<SessionRow> = fetch_all!(
        conn,
        SessionRow,
        "select m.address, m.kind, m.number, m.title, m.state, m.starts, m.ends, m.date_precision, s.outcome, \
         (select count(*) from agenda_items i where i.session_id = s.id and (i.shared or cast($2 as smallint) >= 2)) as items, \
         (select count(*) from agenda_items i where i.session_id = s.id and not i.done \
         and (i.shared or cast($2 as smallint) >= 2)) as open_items, s.illustrative \
         from meeting_sessions s join meetings m on m.id = s.meeting_id \
         where s.chapter_id = $1 and m.clearance <= $2 and cast($2 as smallint) >= 1 order by case when m.starts is null then 1 else 0 end, m.starts desc, m.id desc",
        chapter.0,
        clearance.rank()
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(ChapterSession {
                state: word(&row.state, MeetingState::from_code)?,
                dates: stored_dates(row.starts, row.ends, row.date_precision.as_deref())?,
                meeting: MeetingName {
                    kind: word(&row.kind, MeetingKind::from_code)?,
                    address: row.address,
                    number: row.number,
                    title: row.title,
                },
                outcome: row.outcome,
                items: row.items,
                open_items: row.open_items,
                illustrative: row.illustrative,
            })
        })
        .collect()
}

/// A meeting of an agreement the actor may see, by its address: its name and its days.
pub async fn named(
    db: &Db,
    actor: &Actor,
    agreement: AgreementId,
    address: &str,
) -> Result<Option<(MeetingName, Option<PartialDate>)>, AppError> {
    let mut conn = db.read().await?;
    let Some(clearance) = roles_in(&mut conn, actor, agreement).await?.clearance() else { return Ok(None) };
    let lines = meetings_of(&mut conn, agreement, clearance).await?;
    Ok(lines.into_iter().find(|line| line.name.address == address).map(|line| (line.name, line.dates)))
}

/// The days and the place that a change record tells of a meeting planned or announced, as written there; either may be blank.
pub fn told(record: &str) -> (String, String) {
    let values: serde_json::Value = serde_json::from_str(record).unwrap_or_default();
    let text = |name: &str| values[name].as_str().unwrap_or_default().to_owned();
    (text("dates"), text("place"))
}
