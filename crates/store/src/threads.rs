//! Threads of the change record: the line of all changes of one field of one thing, as far as they have one clearance. What became of
//! a thing within a span is read from a step or two of its thread, however many lie between.

use accord_domain::AppError;
use chrono::{DateTime, Utc};

use crate::changes::StoredChange;
use crate::db::Conn;

/// Puts a change, which is the newest of its scope, at the end of its thread.
pub(crate) async fn lengthen(conn: &mut Conn, change: &StoredChange) -> Result<(), AppError> {
    let lengthened = execute!(
        &mut *conn,
        "insert into thread_steps (scope, thread, revision, ordinal, step) select t.scope, t.thread, $6, $7, 1 + (select s.step \
         from thread_steps s where s.scope = t.scope and s.thread = t.thread order by s.revision desc, s.ordinal desc limit 1) \
         from threads t where t.scope = $1 and t.subject_id = $2 and t.field = $3 and t.clearance = $4 \
         and t.chapter_id is not distinct from $5",
        change.scope,
        change.subject_id,
        change.field,
        change.clearance,
        change.chapter_id,
        change.revision,
        change.ordinal
    )?;
    if lengthened > 0 {
        return Ok(());
    }
    let thread = begin(conn, change).await?;
    execute!(
        conn,
        "insert into thread_steps (scope, thread, revision, ordinal, step) values ($1, $2, $3, $4, 1)",
        change.scope,
        thread,
        change.revision,
        change.ordinal
    )?;
    Ok(())
}

async fn begin(conn: &mut Conn, change: &StoredChange) -> Result<i64, AppError> {
    let (thread,): (i64,) = fetch_one!(
        conn,
        (i64,),
        "insert into threads (scope, thread, chapter_id, subject_id, field, clearance) \
         values ($1, (select coalesce(max(thread), 0) + 1 from threads where scope = $1), $2, $3, $4, $5) returning thread",
        change.scope,
        change.chapter_id,
        change.subject_id,
        change.field,
        change.clearance
    )?;
    Ok(thread)
}

/// The last revision of a scope that was written before an instant, 0 when there is none. Times do not fall within a scope, so that
/// it is found by halving.
pub(crate) async fn revision_before(conn: &mut Conn, scope: &str, instant: DateTime<Utc>) -> Result<i64, AppError> {
    let newest: Option<(i64, Option<DateTime<Utc>>)> =
        fetch_optional!(&mut *conn, (i64, Option<DateTime<Utc>>), "select revision, at from scopes where scope = $1", scope)?;
    let Some((newest, at)) = newest else { return Ok(0) };
    if at.is_none_or(|at| at < instant) {
        return Ok(newest);
    }
    let (mut before, mut after) = (0, newest);
    while before + 1 < after {
        let middle = before + (after - before) / 2;
        // A command that changed nothing left no record of its revision.
        let found: Option<(i64, DateTime<Utc>)> = fetch_optional!(
            &mut *conn,
            (i64, DateTime<Utc>),
            "select revision, at from changes where scope = $1 and revision >= $2 order by revision, ordinal limit 1",
            scope,
            middle
        )?;
        match found {
            Some((revision, at)) if at < instant => before = revision,
            _ => after = middle,
        }
    }
    Ok(before)
}
