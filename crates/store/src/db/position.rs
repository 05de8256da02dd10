//! How far the record has come: what tells whether something read before still stands.

use accord_domain::AppError;
use sqlx::SqlitePool;
use tokio::sync::Mutex;

use super::{Conn, Db, internal};

/// Watches a SQLite file for commits on a connection of its own, held for good: no pool stands between.
pub struct Watch {
    pool: SqlitePool,
    held: Mutex<Option<Conn>>,
}

impl Watch {
    pub(super) fn new(pool: SqlitePool) -> Self {
        Self { pool, held: Mutex::new(None) }
    }

    /// A number that differs from an earlier answer exactly when any process has committed since.
    async fn stamp(&self) -> Result<i64, AppError> {
        let mut held = self.held.lock().await;
        let mut conn = match held.take() {
            Some(conn) => conn,
            None => Conn::Sqlite(self.pool.acquire().await.map_err(internal)?),
        };
        let stamp: (i64,) = fetch_one!(&mut conn, (i64,), "pragma data_version")?;
        *held = Some(conn);
        Ok(stamp.0)
    }

    pub(super) async fn stop(&self) {
        self.held.lock().await.take();
        self.pool.close().await;
    }
}

impl Db {
    /// On SQLite a number that changes with every commit, of this process or another; on PostgreSQL none, where only a query
    /// knows.
    pub async fn stamp(&self) -> Result<Option<i64>, AppError> {
        match self {
            Self::Sqlite { watch, .. } => watch.stamp().await.map(Some),
            Self::Postgres(_) => Ok(None),
        }
    }

    /// How many commands the record holds: each raises the revision of its scope, and so this sum. What was read at a position
    /// is still true at the same one, save for sessions and failed sign-ins, which the record does not keep.
    pub async fn position(&self) -> Result<i64, AppError> {
        let mut conn = self.read().await?;
        let sum: (i64,) = fetch_one!(&mut conn, (i64,), "select cast(coalesce(sum(revision), 0) as bigint) from scopes")?;
        Ok(sum.0)
    }
}
