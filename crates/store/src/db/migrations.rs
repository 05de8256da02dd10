//! Brings a database to this version's tables, forward only.

use accord_domain::AppError;

use super::{Db, internal};

/// Runs the migrations that are missing. A database newer than this program is refused.
pub async fn migrate(db: &Db) -> Result<(), AppError> {
    match db {
        Db::Sqlite { writer, .. } => sqlx::migrate!("../../migrations/sqlite").run(writer.pool()).await.map_err(internal),
        Db::Postgres(pool) => sqlx::migrate!("../../migrations/postgres").run(pool).await.map_err(internal),
    }
}
