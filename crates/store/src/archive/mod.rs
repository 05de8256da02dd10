//! Backup and restore: the whole record as one file that either engine reads, and so the way from SQLite to PostgreSQL.
//!
//! The file is gzip over lines of JSON: a header, then per table a line naming its columns and a line per row, then a closing
//! line with the number of rows and the SHA-256 of every line before it. Sessions and failed sign-ins stay behind: after a
//! restore everybody signs in again.

mod backup;
mod restore;
mod tables;
mod value;

use accord_domain::AppError;
use serde::{Deserialize, Serialize};

pub use backup::backup;
pub use restore::restore;

const FORMAT: &str = "accord-backup";

/// The first line.
#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
    /// The newest migration of the database the archive was made of.
    migration: i64,
    /// When it was made, RFC 3339.
    made_at: String,
}

/// The line before a table's rows.
#[derive(Serialize, Deserialize)]
struct TableLine {
    table: String,
    columns: Vec<String>,
}

/// The last line.
#[derive(Serialize, Deserialize)]
struct Closing {
    rows: u64,
    sha256: String,
}

/// What an archive held.
#[derive(Debug, PartialEq, Eq)]
pub struct Summary {
    /// Rows of all tables.
    pub rows: u64,
    /// Change records among them.
    pub changes: u64,
}

/// A file that cannot be used, in a sentence for the person at the command line.
fn unusable(told: impl Into<String>) -> AppError {
    AppError::Internal(told.into())
}

/// The newest migration that has run.
async fn migration(conn: &mut crate::db::Conn) -> Result<i64, AppError> {
    let row: (i64,) = fetch_one!(conn, (i64,), "select max(version) from _sqlx_migrations")?;
    Ok(row.0)
}
