//! How far the record has come: what tells whether something read before still stands.

use std::sync::{Mutex, PoisonError};

use accord_domain::AppError;
use rusqlite::{Connection, OpenFlags};

use super::{Db, internal};

/// Watches a SQLite file for commits on a connection of its own. It is asked at each request and answers within microseconds, so
/// it is asked on the spot, where a connection of sqlx would be asked through another thread (docs/adr/0005).
pub struct Watch(Mutex<Connection>);

impl Watch {
    pub(super) fn open(path: &str) -> Result<Self, AppError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(path, flags).map(|connection| Self(Mutex::new(connection))).map_err(internal)
    }

    /// A number that differs from an earlier answer exactly when any process has committed since.
    fn stamp(&self) -> Result<i64, AppError> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut statement = connection.prepare_cached("pragma data_version").map_err(internal)?;
        statement.query_row([], |row| row.get(0)).map_err(internal)
    }
}

impl Db {
    /// On SQLite a number that changes with every commit, of this process or another; on PostgreSQL none, where only a query
    /// knows.
    pub fn stamp(&self) -> Result<Option<i64>, AppError> {
        match self {
            Self::Sqlite { watch, .. } => watch.stamp().map(Some),
            Self::Postgres(_) => Ok(None),
        }
    }

    /// A number that changes whenever an account, a right of the house or a session may have: who somebody is still stands at the
    /// same one.
    pub async fn turn_of_people(&self) -> Result<i64, AppError> {
        let mut conn = self.read().await?;
        let sum: (i64,) = fetch_one!(
            &mut conn,
            (i64,),
            "select (select turn from session_turns) + coalesce((select revision from scopes where scope = 'house'), 0)"
        )?;
        Ok(sum.0)
    }

    /// How many commands the record holds: each raises the revision of its scope, and so this sum. What was read at a position
    /// is still true at the same one, save for sessions and failed sign-ins, which the record does not keep.
    pub async fn position(&self) -> Result<i64, AppError> {
        let mut conn = self.read().await?;
        let sum: (i64,) = fetch_one!(&mut conn, (i64,), "select cast(coalesce(sum(revision), 0) as bigint) from scopes")?;
        Ok(sum.0)
    }
}
