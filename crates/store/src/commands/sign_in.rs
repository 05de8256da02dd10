//! Signing in, with attempts throttled per address and client together: guessing is slow, and nobody can lock another person out.

use accord_domain::ids::AccountId;
use accord_domain::{AppError, text};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::Db;
use crate::passwords;

/// Failures that cost no wait.
const FREE_FAILURES: i64 = 5;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 900;
/// After so many seconds without a failure the count begins anew.
const FORGET_AFTER: i64 = 3_600;

fn wait_after(failures: i64) -> i64 {
    if failures < FREE_FAILURES { 0 } else { (15_i64 << (failures - FREE_FAILURES).min(10)).min(LONGEST_WAIT) }
}

/// Checks an address and a password. The answer is the account, or one error for whatever was wrong.
pub async fn check(db: &Db, email: &str, password: &str, client: &str, now: DateTime<Utc>) -> Result<AccountId, AppError> {
    // Whatever is typed here reaches the database: what no address holds, and PostgreSQL keeps in no text or index, is cut off first.
    let email: String = email.trim().to_lowercase().replace(char::is_control, "\u{fffd}").chars().take(text::LINE + 1).collect();
    let attempt = format!("{email} {client}");
    count(db, attempt.clone(), now).await?;
    let mut conn = db.read().await?;
    let account: Option<(Uuid, String)> = fetch_optional!(
        &mut conn,
        (Uuid, String),
        "select id, password_hash from accounts where email = $1 and disabled_at is null",
        email
    )?;
    drop(conn);
    let (id, hash) = account.map_or((None, None), |(id, hash)| (Some(id), Some(hash)));
    let right = passwords::verify(password.to_owned(), hash).await?;
    match id {
        Some(id) if right => {
            forget(db, attempt).await?;
            Ok(AccountId(id))
        }
        _ => Err(AppError::field("password", "wrong-sign-in")),
    }
}

/// Counts an attempt as a failure until it is known to be none, so that guesses made at once are counted too. One that must wait is
/// refused, and not counted.
async fn count(db: &Db, attempt: String, now: DateTime<Utc>) -> Result<(), AppError> {
    let fresh_since = now - chrono::Duration::seconds(FORGET_AFTER);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            execute!(conn, "delete from sign_in_attempts where last_at < $1", fresh_since)?;
            let (failures, last): (i64, DateTime<Utc>) = fetch_one!(
                conn,
                (i64, DateTime<Utc>),
                "insert into sign_in_attempts (client, failures, last_at) values ($1, 1, $2) \
                 on conflict (client) do update set failures = sign_in_attempts.failures + 1 returning failures, last_at",
                attempt,
                now
            )?;
            let remaining = wait_after(failures - 1) - (now - last).num_seconds();
            if remaining > 0 {
                return Err(AppError::TooMany { seconds: remaining.unsigned_abs() as u32 });
            }
            execute!(conn, "update sign_in_attempts set last_at = $2 where client = $1", attempt, now)?;
            Ok(())
        })
    }))
    .await
}

async fn forget(db: &Db, attempt: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            execute!(conn, "delete from sign_in_attempts where client = $1", attempt)?;
            Ok(())
        })
    }))
    .await
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn waits_grow_and_end() {
        assert_eq!(wait_after(0), 0);
        assert_eq!(wait_after(4), 0);
        assert_eq!(wait_after(5), 15);
        assert_eq!(wait_after(6), 30);
        assert_eq!(wait_after(1_000), 900);
    }
}
