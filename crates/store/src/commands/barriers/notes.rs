//! How it goes on with a barrier, in words that are kept as they were written.

use accord_domain::{AppError, text};

use super::{confidential, of_number, recorded};
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::db::Db;
use crate::queries::barriers::{follows, reads};

/// Writes a note: who keeps the register may, the mission to who imposes the barrier, and who leads in an agreement it is linked to.
pub async fn write(db: &Db, by: Command, number: i64, note: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let reads = reads(conn, &by.actor).await?;
            if !follows(conn, &reads, &by.actor, number).await? {
                return Err(AppError::NotFound);
            }
            let record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            let note = text::paragraphs("note", &note).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(
                &mut *conn,
                "insert into barrier_notes (id, barrier_id, note, written_by, written_at) values ($1, $2, $3, $4, $5)",
                new_id(),
                barrier.id,
                note,
                by.actor.name,
                by.at
            )?;
            execute!(&mut *conn, "update barriers set moved_at = $2 where id = $1", barrier.id, by.at)?;
            recorded(conn, record, confidential(barrier.id, "note", None, Some(note), None)).await
        })
    }))
    .await
}
