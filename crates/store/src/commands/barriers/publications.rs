//! What of a barrier is public: proposed in words of its own, approved by another than its proposer, and only then published.

use accord_domain::barrier::{PublicState, may_approve};
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::AccountId;
use accord_domain::{AppError, text};
use uuid::Uuid;

use super::{codes_of, confidential, keeper, of_barrier, of_number};
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::commands::saving::same_version;
use crate::db::{Conn, Db};
use crate::queries::barriers::{keeps, roles_in_linked};

/// The words of a public version, as typed.
#[derive(Clone, Debug, Default)]
pub struct PublicForm {
    pub title: String,
    pub summary: String,
}

row! {
    struct Waiting {
        id: Uuid,
        number: i64,
        title: String,
        state: String,
        proposer_id: Uuid,
    }
}

impl Waiting {
    /// Refuses to decide on what was not seen, and on what does not stand where it would be decided.
    fn seen(self, publication: i64, state: PublicState) -> Result<Self, AppError> {
        same_version(self.number, publication)?;
        if self.state == state.code() { Ok(self) } else { Err(AppError::NotFound) }
    }
}

async fn waiting(conn: &mut Conn, barrier: Uuid) -> Result<Option<Waiting>, AppError> {
    fetch_optional!(
        conn,
        Waiting,
        "select id, number, title, state, proposer_id from barrier_publications where barrier_id = $1 and state in ('proposed', 'approved')",
        barrier
    )
}

async fn set_state(conn: &mut Conn, id: Uuid, state: PublicState) -> Result<(), AppError> {
    execute!(&mut *conn, "update barrier_publications set state = $2 where id = $1", id, state.code())?;
    Ok(())
}

/// Proposes a public version of a barrier as it stands at `version`. One that waited is superseded by it.
pub async fn propose(db: &Db, by: Command, number: i64, version: i64, typed: PublicForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            same_version(barrier.version, version)?;
            let mut form = Form::default();
            let title = form.take(text::line("public_title", &typed.title));
            let summary = form.take(text::paragraphs("public_summary", &typed.summary));
            form.finish()?;
            let (Some(title), Some(summary)) = (title, summary) else { return Err(AppError::NotFound) };
            if let Some(older) = waiting(conn, barrier.id).await? {
                set_state(conn, older.id, PublicState::Superseded).await?;
            }
            let codes = codes_of(conn, barrier.id).await?;
            execute!(
                &mut *conn,
                "insert into barrier_publications (id, barrier_id, number, title, summary, kind, imposing, affected, codes, status, facts, \
                 revision, state, proposer_id, proposed_by, proposed_at, decided_by, refused_because, published_by) \
                 select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', '', '' \
                 from barrier_publications where barrier_id = $2",
                new_id(),
                barrier.id,
                title,
                summary,
                barrier.kind,
                barrier.imposing,
                barrier.affected,
                codes,
                barrier.status,
                barrier.facts,
                record.revision(),
                PublicState::Proposed.code(),
                by.actor.account.0,
                by.actor.name,
                by.at
            )?;
            record.append(conn, confidential(barrier.id, "propose", None, Some(title), None)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Approves what waits, or refuses it with a reason. `publication` is the number of the one that was seen.
///
/// # Errors
/// `Conflict` where another waits by now.
pub async fn decide(db: &Db, by: Command, number: i64, publication: i64, refusal: Option<String>) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            let found = waiting(conn, barrier.id).await?.ok_or(AppError::NotFound)?;
            let linked = roles_in_linked(conn, &by.actor, barrier.id).await?;
            if !may_approve(AccountId(found.proposer_id), by.actor.account, keeps(&by.actor), &linked) {
                return Err(AppError::NotFound);
            }
            let found = found.seen(publication, PublicState::Proposed)?;
            let because = match &refusal {
                Some(raw) => Some(text::paragraphs("refused_because", raw).map_err(|error| AppError::Invalid(vec![error]))?),
                None => None,
            };
            let state = if because.is_some() { PublicState::Refused } else { PublicState::Approved };
            execute!(
                &mut *conn,
                "update barrier_publications set state = $2, decided_by = $3, decided_at = $4, refused_because = $5 where id = $1",
                found.id,
                state.code(),
                by.actor.name,
                by.at,
                because.clone().unwrap_or_default()
            )?;
            let verb = if because.is_some() { "refuse" } else { "approve" };
            record.append(conn, confidential(barrier.id, verb, None, Some(found.title), because)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Publishes what was approved, in place of what was published before. `publication` is the number of the one that was seen.
///
/// # Errors
/// `Conflict` where another waits by now.
pub async fn publish(db: &Db, by: Command, number: i64, publication: i64) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            let found = waiting(conn, barrier.id).await?.ok_or(AppError::NotFound)?.seen(publication, PublicState::Approved)?;
            supersede(conn, barrier.id).await?;
            execute!(
                &mut *conn,
                "update barrier_publications set state = $2, published_by = $3, published_at = $4 where id = $1",
                found.id,
                PublicState::Published.code(),
                by.actor.name,
                by.at
            )?;
            let clearance = Field::PublicBarrier.clearance();
            record.append(conn, of_barrier(barrier.id, "publish", None, Some(found.title), None, clearance)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

async fn supersede(conn: &mut Conn, barrier: Uuid) -> Result<u64, AppError> {
    execute!(
        &mut *conn,
        "update barrier_publications set state = $2 where barrier_id = $1 and state = $3",
        barrier,
        PublicState::Superseded.code(),
        PublicState::Published.code()
    )
}

/// Takes back what is published, with a reason.
pub async fn take_back(db: &Db, by: Command, number: i64, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            let reason = text::paragraphs("take_back_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            if supersede(conn, barrier.id).await? == 0 {
                return Err(AppError::NotFound);
            }
            let clearance = Field::PublicBarrier.clearance();
            record.append(conn, of_barrier(barrier.id, "take-back", None, None, Some(reason), clearance)).await?;
            record.finish(conn).await
        })
    }))
    .await
}
