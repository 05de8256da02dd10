//! Where sessions are kept. A session is found by the SHA-256 of its cookie's value.

use accord_domain::AppError;
use accord_domain::ids::AccountId;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::{Conn, Db};

fn key(id: &str) -> String {
    Sha256::digest(id.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Tells whoever remembers a session to ask again.
async fn turn(conn: &mut Conn) -> Result<(), AppError> {
    execute!(conn, "update session_turns set turn = turn + 1")?;
    Ok(())
}

/// Keeps a new session unless its id is taken, or a known one unless it was ended meanwhile; answers whether it was kept.
pub async fn save(
    db: &Db,
    id: &str,
    account: Option<AccountId>,
    data: String,
    expires_at: DateTime<Utc>,
    only_new: bool,
) -> Result<bool, AppError> {
    let (key, account) = (key(id), account.map(|id| id.0));
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let written = if only_new {
                execute!(
                    &mut *conn,
                    "insert into sessions (id, account_id, data, expires_at) values ($1, $2, $3, $4) on conflict (id) do nothing",
                    key,
                    account,
                    data,
                    expires_at
                )?
            } else {
                execute!(
                    &mut *conn,
                    "update sessions set account_id = $2, data = $3, expires_at = $4 where id = $1",
                    key,
                    account,
                    data,
                    expires_at
                )?
            };
            turn(conn).await?;
            Ok(written > 0)
        })
    }))
    .await
}

/// The data of a session that has not expired, and when it will.
pub async fn load(db: &Db, id: &str, now: DateTime<Utc>) -> Result<Option<(String, DateTime<Utc>)>, AppError> {
    let mut conn = db.read().await?;
    fetch_optional!(
        &mut conn,
        (String, DateTime<Utc>),
        "select data, expires_at from sessions where id = $1 and expires_at > $2",
        key(id),
        now
    )
}

/// Forgets a session.
pub async fn delete(db: &Db, id: &str) -> Result<(), AppError> {
    let key = key(id);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            execute!(&mut *conn, "delete from sessions where id = $1", key)?;
            turn(conn).await
        })
    }))
    .await
}

/// Forgets every session of an account: after a new password, or when it is disabled.
pub async fn end_all(conn: &mut Conn, account: Uuid) -> Result<(), AppError> {
    execute!(&mut *conn, "delete from sessions where account_id = $1", account)?;
    turn(conn).await
}

/// Forgets the sessions that have expired.
pub async fn sweep(db: &Db, now: DateTime<Utc>) -> Result<u64, AppError> {
    db.write(Box::new(move |conn| Box::pin(async move { execute!(conn, "delete from sessions where expires_at <= $1", now) })))
        .await
}
