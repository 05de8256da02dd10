//! The demonstration: accounts and agreements from data files, their history replayed in order through the same commands people use,
//! with a clock supplied; every record is marked imported.

mod action_points;
mod barriers;
mod consultations;
mod data;
mod documents;
mod house_meetings;
mod meetings;
mod programme;
mod replay;
mod trade;

use accord_domain::AppError;
use chrono::{DateTime, Utc};

use crate::db::Db;

pub use data::Files;

/// The password of every demo account.
pub const PASSWORD: &str = "accord-demo";

/// Whether the database holds no account yet.
pub async fn is_empty(db: &Db) -> Result<bool, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(i64,)> = fetch_optional!(&mut conn, (i64,), "select cast(1 as bigint) from accounts limit 1")?;
    Ok(row.is_none())
}

/// Whether the database is a demonstration's.
pub async fn is_demo(db: &Db) -> Result<bool, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(String,)> = fetch_optional!(&mut conn, (String,), "select value from settings where name = 'demo'")?;
    Ok(row.is_some())
}

/// Fills an empty database. Relative dates count from `now`.
pub async fn seed(db: &Db, files: Files<'_>, now: DateTime<Utc>) -> Result<(), AppError> {
    let data = data::read(files, now)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            execute!(conn, "insert into settings (name, value) values ('demo', $1)", now.to_rfc3339())?;
            Ok(())
        })
    }))
    .await?;
    replay::run(db, data, now).await
}
