//! Commands on the register of barriers. Its keeper shapes it; missions and leads say how it goes on; what is public is approved by another.

pub mod card;
pub mod links;
pub mod notes;
pub mod publications;

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::barrier::BarrierStatus;
use accord_domain::clearance::{Clearance, Field};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::changes::{Change, Command, Record};
use crate::db::Conn;

/// The subject of the change record.
const SUBJECT: &str = "barrier";

fn keeper(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::EditBarriers) { Ok(()) } else { Err(AppError::NotFound) }
}

fn of_barrier(
    id: Uuid,
    verb: &'static str,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
    clearance: Clearance,
) -> Change {
    Change { chapter: None, subject: SUBJECT, subject_id: id, verb, field: verb, old, new, reason, clearance }
}

fn confidential(id: Uuid, verb: &'static str, old: Option<String>, new: Option<String>, reason: Option<String>) -> Change {
    of_barrier(id, verb, old, new, reason, Field::Barrier.clearance())
}

row! {
    /// A barrier as its commands read it.
    struct Stands {
        id: Uuid,
        title: String,
        kind: String,
        imposing: String,
        affected: String,
        measure: String,
        description: String,
        owner: String,
        raised_on: chrono::NaiveDate,
        publisher: String,
        rag: String,
        status: String,
        next_step: String,
        facts: String,
        version: i64,
    }
}

/// The barrier of a number, for its keeper.
async fn of_number(conn: &mut Conn, number: i64) -> Result<Stands, AppError> {
    let row: Option<Stands> = fetch_optional!(
        conn,
        Stands,
        "select id, title, kind, imposing, affected, measure, description, owner, raised_on, publisher, rag, status, next_step, facts, \
         version from barriers where number = $1",
        number
    )?;
    row.ok_or(AppError::NotFound)
}

async fn codes_of(conn: &mut Conn, id: Uuid) -> Result<String, AppError> {
    let rows: Vec<(String,)> =
        fetch_all!(conn, (String,), "select code from barrier_codes where barrier_id = $1 order by code", id)?;
    Ok(rows.into_iter().map(|(code,)| code).collect::<Vec<_>>().join(", "))
}

/// What a public version tells of a barrier, or is written from.
struct Facts<'f> {
    title: &'f str,
    kind: &'f str,
    imposing: &'f str,
    affected: &'f str,
    codes: &'f str,
    description: &'f str,
    status: BarrierStatus,
}

impl Facts<'_> {
    /// Two barriers of one digest would be told alike.
    fn digest(&self) -> String {
        let Self { title, kind, imposing, affected, codes, description, status } = self;
        let mut digest = Sha256::new();
        for part in [title, kind, imposing, affected, codes, description, status.code()] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
        digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

async fn recorded(conn: &mut Conn, mut record: Record, change: Change) -> Result<(), AppError> {
    record.append(conn, change).await?;
    record.finish(conn).await
}
