//! What happened and what lies ahead, by date: lifecycle events, meetings and milestones of one agreement, or of all the reader has a role in.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::dates::{PartialDate, Period, Precision};
use accord_domain::ids::{AgreementId, MilestoneId};
use accord_domain::lifecycle::EventKind;
use accord_domain::meeting::{MeetingKind, MeetingState};
use accord_domain::milestone::MilestoneKind;
use chrono::NaiveDate;
use uuid::Uuid;

use super::meetings::MeetingName;
use crate::db::{Conn, Db, word};

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A lifecycle event that stands, held or only planned.
    Event {
        kind: EventKind,
        note: String,
        held: bool,
    },
    /// A meeting that was not called off and is no lifecycle event already.
    Meeting {
        name: MeetingName,
        state: MeetingState,
    },
    Milestone {
        id: MilestoneId,
        kind: MilestoneKind,
        title: String,
    },
}

/// An entry with its date and its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub entry: Entry,
    pub date: PartialDate,
    pub place: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub illustrative: bool,
    /// Address and name of each agreement it is of, as far as the reader has a role there.
    pub agreements: Vec<(String, String)>,
}

/// Which agreements are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Those in the portfolio that the reader has a role in.
    Portfolio,
    Agreement(AgreementId),
}

row! {
    struct Row {
        id: Uuid,
        kind: String,
        told: String,
        held: bool,
        starts: NaiveDate,
        ends: NaiveDate,
        date_precision: String,
        place: String,
        publisher: String,
        source_title: String,
        verified: bool,
        illustrative: bool,
        slug: String,
        name: String,
    }
}

/// Adds which agreements are wanted and whether the reader's rank there reaches, and the span.
macro_rules! within {
    ($query:ident, $actor:expr, $of:expr, $span:expr, $rank:literal, $starts:literal, $ends:literal) => {
        $query.push(concat!(
            "exists (select 1 from grants g where g.agreement_id = a.id and g.agreement_rank >= ",
            $rank,
            " and g.account_id = "
        ));
        $query.push_bind($actor.account.0);
        $query.push(")");
        match $of {
            Of::Portfolio => {
                $query.push(" and a.archived_at is null");
            }
            Of::Agreement(id) => {
                $query.push(" and a.id = ");
                $query.push_bind(id.0);
            }
        }
        if let Some(span) = $span {
            $query.push(concat!(" and ", $ends, " >= "));
            $query.push_bind(span.from);
            $query.push(concat!(" and ", $starts, " <= "));
            $query.push_bind(span.to);
        }
    };
}

/// Everything of a span, or of all time, in the order of its dates.
pub async fn load(db: &Db, actor: &Actor, of: Of, span: Option<Period>) -> Result<Vec<Dated>, AppError> {
    let mut conn = db.read().await?;
    let mut entries = events(&mut conn, actor, of, span).await?;
    entries.extend(meetings(&mut conn, actor, of, span).await?);
    entries.extend(milestones(&mut conn, actor, of, span).await?);
    entries.sort_by_key(|entry| entry.date.order());
    Ok(entries)
}

async fn events(conn: &mut Conn, actor: &Actor, of: Of, span: Option<Period>) -> Result<Vec<Dated>, AppError> {
    let rows: Vec<Row> = built_all!(conn, Row, |query| {
        query.push(
            "select e.id, e.kind, e.note as told, e.held, c.starts, c.ends, c.date_precision, c.place, c.publisher, \
             c.title as source_title, c.verified, e.illustrative, a.slug, a.name \
             from lifecycle_events e join lifecycle_claims c on c.event_id = e.id and c.preferred \
             join agreements a on a.id = e.agreement_id where e.standing = 'stands' and ",
        );
        within!(query, actor, of, span, "e.clearance", "c.starts", "c.ends");
        query.push(" order by a.stage_order, a.sort_name, a.id, e.entry");
    })?;
    rows.into_iter()
        .map(|row| {
            let kind = word(&row.kind, EventKind::from_code)?;
            dated(Entry::Event { kind, note: row.told.clone(), held: row.held }, row)
        })
        .collect()
}

row! {
    struct MeetingRow {
        address: String,
        kind: String,
        number: Option<i16>,
        title: String,
        state: String,
        starts: NaiveDate,
        ends: NaiveDate,
        date_precision: String,
        place: String,
        publisher: String,
        source_title: String,
        verified: bool,
        illustrative: bool,
        slug: String,
        name: String,
    }
}

async fn meetings(conn: &mut Conn, actor: &Actor, of: Of, span: Option<Period>) -> Result<Vec<Dated>, AppError> {
    let rows: Vec<MeetingRow> = built_all!(conn, MeetingRow, |query| {
        // Most rounds held are lifecycle events too: one whose days such an event shares is told by the event.
        query.push(
            "select m.address, m.kind, m.number, m.title, m.state, m.starts, m.ends, m.date_precision, m.place, m.publisher, \
             m.source_title, m.verified, m.illustrative, a.slug, a.name from meetings m join agreements a on a.id = m.agreement_id \
             where m.starts is not null and m.state <> 'called-off' and not (m.kind in ('round', 'special-round') \
             and exists (select 1 from lifecycle_events e join lifecycle_claims c on c.event_id = e.id and c.preferred \
             where e.agreement_id = a.id and e.kind = 'round-held' and e.standing = 'stands' \
             and c.starts <= m.ends and c.ends >= m.starts)) and ",
        );
        within!(query, actor, of, span, "m.clearance", "m.starts", "m.ends");
        query.push(" order by a.stage_order, a.sort_name, a.id, m.id");
    })?;
    rows.into_iter()
        .map(|row| {
            let name = MeetingName {
                kind: word(&row.kind, MeetingKind::from_code)?,
                address: row.address,
                number: row.number,
                title: row.title,
            };
            let entry = Entry::Meeting { name, state: word(&row.state, MeetingState::from_code)? };
            Ok(Dated {
                entry,
                date: date_of(row.starts, row.ends, &row.date_precision)?,
                place: row.place,
                // What the house knows itself needs no source.
                verified: row.verified || row.publisher.is_empty(),
                publisher: row.publisher,
                source_title: row.source_title,
                illustrative: row.illustrative,
                agreements: vec![(row.slug, row.name)],
            })
        })
        .collect()
}

async fn milestones(conn: &mut Conn, actor: &Actor, of: Of, span: Option<Period>) -> Result<Vec<Dated>, AppError> {
    let rows: Vec<Row> = built_all!(&mut *conn, Row, |query| {
        // Of one agreement's milestones the other agreements are named too, as far as the reader has a role there.
        query.push(
            "select m.id, m.kind, m.title as told, true as held, m.starts, m.ends, m.date_precision, m.place, m.publisher, \
             m.source_title, m.verified, m.illustrative, o.slug, o.name from milestones m \
             join milestone_agreements t on t.milestone_id = m.id join agreements a on a.id = t.agreement_id \
             join milestone_agreements s on s.milestone_id = m.id join agreements o on o.id = s.agreement_id and o.archived_at is null \
             where exists (select 1 from grants h where h.agreement_id = o.id and h.agreement_rank >= 1 and h.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(") and ");
        within!(query, actor, of, span, "1", "m.starts", "m.ends");
        query.push(" order by m.starts, m.ends, m.id, o.stage_order, o.sort_name, o.id");
    })?;
    let mut found: Vec<Dated> = Vec::new();
    let mut last = None;
    for row in rows {
        let (id, agreement) = (row.id, (row.slug.clone(), row.name.clone()));
        match found.last_mut().filter(|_| last == Some(id)) {
            Some(same) if same.agreements.contains(&agreement) => {}
            Some(same) => same.agreements.push(agreement),
            None => {
                let kind = word(&row.kind, MilestoneKind::from_code)?;
                found.push(dated(Entry::Milestone { id: MilestoneId(id), kind, title: row.told.clone() }, row)?);
                last = Some(id);
            }
        }
    }
    Ok(found)
}

fn dated(entry: Entry, row: Row) -> Result<Dated, AppError> {
    Ok(Dated {
        entry,
        date: date_of(row.starts, row.ends, &row.date_precision)?,
        place: row.place,
        publisher: row.publisher,
        source_title: row.source_title,
        verified: row.verified,
        illustrative: row.illustrative,
        agreements: vec![(row.slug, row.name)],
    })
}

fn date_of(starts: NaiveDate, ends: NaiveDate, precision: &str) -> Result<PartialDate, AppError> {
    PartialDate::stored(starts, ends, word(precision, Precision::from_code)?)
        .ok_or_else(|| AppError::Internal("an entry ends before it starts".into()))
}
