//! The calendar feed of one's own account: made, made anew, revoked.

use accord_domain::AppError;
use rand::TryRngCore;
use rand::rngs::OsRng;
use uuid::Uuid;

use super::accounts::of_account;
use crate::changes::{Command, Record};
use crate::db::{Conn, Db, internal};
use crate::queries::calendar::hash_of;

/// The secret part of an address that opens something to whoever has it: 256 bits, in hexadecimal.
pub(super) fn new_token() -> Result<String, AppError> {
    let mut secret = [0; 32];
    OsRng.try_fill_bytes(&mut secret).map_err(internal)?;
    Ok(secret.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Makes the feed of the actor's account, and answers its token, which is shown this once. A token made before opens nothing more.
pub async fn make(db: &Db, by: Command) -> Result<String, AppError> {
    let token = new_token()?;
    let hash = hash_of(&token);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let account = by.actor.account.0;
            execute!(
                &mut *conn,
                "insert into calendar_feeds (account_id, token_hash, made_at) values ($1, $2, $3) \
                 on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at",
                account,
                hash,
                by.at
            )?;
            record.append(conn, of_account(account, "make", "calendar", None, None)).await?;
            record.finish(conn).await
        })
    }))
    .await?;
    Ok(token)
}

/// Revokes the feed of the actor's account: its token opens nothing more.
///
/// # Errors
/// `NotFound` where there is none.
pub async fn revoke(db: &Db, by: Command) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let account = by.actor.account.0;
            if !end(conn, &mut record, account).await? {
                return Err(AppError::NotFound);
            }
            record.finish(conn).await
        })
    }))
    .await
}

/// Ends the feed of an account and answers whether there was one: wherever its sessions are ended by an administrator.
pub(super) async fn end(conn: &mut Conn, record: &mut Record, account: Uuid) -> Result<bool, AppError> {
    let was_there = execute!(&mut *conn, "delete from calendar_feeds where account_id = $1", account)? > 0;
    if was_there {
        record.append(conn, of_account(account, "revoke", "calendar", None, None)).await?;
    }
    Ok(was_there)
}
