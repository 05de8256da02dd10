//! What a document says of itself from the record, in no language yet: kept as it was generated, worded when it is read. What is here
//! gathered is that of the minister's brief.
//!
//! Only fields that the delegation sees are asked for, whoever generates: an approved brief is read by all of it.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::chapter::{ChapterKind, EscalationLevel};
use accord_domain::clearance::Field;
use accord_domain::dates::PartialDate;
use accord_domain::document::Part;
use accord_domain::ids::AgreementId;
use accord_domain::lifecycle::{EventKind, Stage, Standing};
use accord_domain::tracks::{TextStatus, Track};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::agreement::{events_of, parties_of};
use super::changes::{NetChange, Of, Span, net_on};
use super::report_facts::ReportFacts;
use crate::clock::{HOME_ZONE, beginning_of, day_in};
use crate::db::{Conn, word};

/// The facts of one part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Facts {
    Header {
        parties: Vec<Party>,
        stage: Stage,
        closed: usize,
        chapters: usize,
        open_brackets: i64,
    },
    State(Vec<ChapterState>),
    Changes {
        from: NaiveDate,
        to: NaiveDate,
        effects: Vec<Effect>,
    },
    Background(Vec<Step>),
    /// Of the report of a meeting.
    Report(ReportFacts),
}

/// A party and its chief negotiator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    pub code: String,
    pub name: String,
    pub chief_negotiator: String,
}

/// Where a chapter stands, and what holds it up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChapterState {
    pub kind: ChapterKind,
    pub title: String,
    pub text: TextStatus,
    /// Why it is parked.
    pub parked: Option<String>,
    /// To whom it is escalated, with what question.
    pub escalated: Option<(EscalationLevel, String)>,
}

/// What became of one thing lately, by the words of the change record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    pub chapter: Option<(ChapterKind, String)>,
    pub verb: String,
    pub field: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// A step in the life of the agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub kind: EventKind,
    pub date: PartialDate,
    pub place: String,
}

/// How far back "lately" reaches, in days, and how many steps of the life are told.
const LATELY: u64 = 30;
const LATEST_STEPS: usize = 5;

/// The verbs of what moves a negotiation, of which a brief tells on its one page. How many brackets are open it says at a glance.
const TOLD: [&str; 6] = ["move", "park", "unpark", "escalate", "answer", "stage"];

/// The facts of each generated part, as the record stands at an instant.
pub async fn gather(conn: &mut Conn, actor: &Actor, id: AgreementId, at: DateTime<Utc>) -> Result<Vec<(Part, Facts)>, AppError> {
    let states = states_of(conn, id).await?;
    let open_brackets: (i64,) = fetch_one!(
        &mut *conn,
        (i64,),
        "select cast(coalesce(sum(open_brackets), 0) as bigint) from chapters where agreement_id = $1 and archived_at is null",
        id.0
    )?;
    let (stage,): (String,) = fetch_one!(&mut *conn, (String,), "select stage from agreements where id = $1", id.0)?;
    let parties = parties_of(conn, id, Field::Brief.clearance()).await?;
    let header = Facts::Header {
        parties: parties
            .into_iter()
            .map(|party| Party { code: party.code, name: party.name, chief_negotiator: party.chief_negotiator.unwrap_or_default() })
            .collect(),
        stage: word(&stage, Stage::from_code)?,
        closed: states.iter().filter(|state| state.text.counts_as_closed()).count(),
        chapters: states.len(),
        open_brackets: open_brackets.0,
    };
    Ok(vec![
        (Part::Header, header),
        (Part::State, Facts::State(states)),
        (Part::Changes, lately(conn, actor, id, at).await?),
        (Part::Background, Facts::Background(steps_of(conn, id).await?)),
    ])
}

row! {
    struct StateRow {
        kind: String,
        title: String,
        text_status: String,
        parked_reason: Option<String>,
        escalated_to: Option<String>,
        escalated_question: Option<String>,
    }
}

async fn states_of(conn: &mut Conn, id: AgreementId) -> Result<Vec<ChapterState>, AppError> {
    let rows: Vec<StateRow> = fetch_all!(
        conn,
        StateRow,
        "select c.kind, c.title, c.text_status, case when d.parked_since is not null then d.parked_reason end as parked_reason, \
         d.escalated_to, d.escalated_question from chapters c left join chapter_confidences d on d.chapter_id = c.id \
         where c.agreement_id = $1 and c.archived_at is null order by c.number, c.address",
        id.0
    )?;
    rows.into_iter()
        .map(|row| {
            let level = row.escalated_to.map(|code| word(&code, EscalationLevel::from_code)).transpose()?;
            Ok(ChapterState {
                kind: word(&row.kind, ChapterKind::from_code)?,
                title: row.title,
                text: word(&row.text_status, <TextStatus as Track>::from_code)?,
                parked: row.parked_reason,
                escalated: level.map(|level| (level, row.escalated_question.unwrap_or_default())),
            })
        })
        .collect()
}

async fn lately(conn: &mut Conn, actor: &Actor, id: AgreementId, at: DateTime<Utc>) -> Result<Facts, AppError> {
    let to = day_in(HOME_ZONE, at);
    let from = to.checked_sub_days(Days::new(LATELY)).unwrap_or(to);
    let span = Span { from: beginning_of(HOME_ZONE, from), until: at + TimeDelta::microseconds(1) };
    let net = net_on(conn, actor, Of::Agreement(id), span).await?;
    Ok(Facts::Changes { from, to, effects: net.changes.into_iter().filter_map(effect).collect() })
}

fn effect(net: NetChange) -> Option<Effect> {
    let change = net.change;
    if !["agreement", "chapter"].contains(&change.subject.as_str()) || !TOLD.contains(&change.verb.as_str()) {
        return None;
    }
    let kind = change.chapter_kind.as_deref().and_then(ChapterKind::from_code);
    Some(Effect {
        chapter: kind.map(|kind| (kind, change.chapter_title.unwrap_or_default())),
        verb: change.verb,
        field: change.field,
        old: change.old,
        new: change.new,
    })
}

async fn steps_of(conn: &mut Conn, id: AgreementId) -> Result<Vec<Step>, AppError> {
    let events = events_of(conn, id, Field::PlannedEvent.clearance()).await?;
    let mut steps: Vec<Step> = events
        .into_iter()
        .filter(|event| event.held && event.standing == Standing::Stands)
        .filter_map(|event| {
            event.claims.first().map(|claim| Step { kind: event.kind, date: claim.date, place: claim.place.clone() })
        })
        .collect();
    Ok(steps.split_off(steps.len().saturating_sub(LATEST_STEPS)))
}

/// Facts as they are kept.
pub fn kept(facts: &Facts) -> Result<String, AppError> {
    serde_json::to_string(facts).map_err(|error| AppError::Internal(format!("facts could not be kept: {error}")))
}

/// Facts as they were kept.
pub fn read(text: &str) -> Result<Facts, AppError> {
    serde_json::from_str(text).map_err(|error| AppError::Internal(format!("facts could not be read: {error}")))
}

row! {
    struct PartRow {
        part: String,
        facts: Option<String>,
        newer: Option<String>,
        edited: Option<String>,
    }
}

/// The text of a part, with what was generated in no language yet.
pub type Text = accord_domain::document::PartText<Facts>;

/// The parts of a version, in the order of the page.
pub async fn parts_of(conn: &mut Conn, version: Uuid) -> Result<Vec<(Part, Text)>, AppError> {
    let rows: Vec<PartRow> =
        fetch_all!(conn, PartRow, "select part, facts, newer, edited from document_parts where version_id = $1", version)?;
    let mut parts = rows
        .into_iter()
        .map(|row| {
            let text = Text {
                generated: row.facts.as_deref().map(read).transpose()?,
                newer: row.newer.as_deref().map(read).transpose()?,
                edited: row.edited,
            };
            Ok((word(&row.part, Part::from_code)?, text))
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    parts.sort_by_key(|(part, _)| *part);
    Ok(parts)
}
