//! Brings a database to this version's tables, forward only.

use accord_domain::AppError;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use super::{Db, internal};

/// Runs the migrations that are missing. A database newer than this program is refused.
pub async fn migrate(db: &Db) -> Result<(), AppError> {
    match db {
        Db::Sqlite { readers, .. } => {
            let options = SqliteConnectOptions::new().filename(readers.path()).foreign_keys(true);
            let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(internal)?;
            let done = sqlx::migrate!("../../migrations/sqlite").run(&pool).await.map_err(internal);
            pool.close().await;
            done
        }
        Db::Postgres(pool) => sqlx::migrate!("../../migrations/postgres").run(pool).await.map_err(internal),
    }
}
