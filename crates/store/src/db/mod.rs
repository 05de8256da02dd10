//! Two engines behind one enum. Each statement is written once, in the SQL both speak, and run by the macros of `crate::macros`.

mod cells;
mod migrations;
mod position;
mod sqlite;
mod writer;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use accord_domain::AppError;
use futures::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{PgPool, Postgres};

pub use cells::{Bound, Cell, Cells, FromCells, FromRow};
pub use migrations::migrate;
pub(crate) use position::Watch;
pub use sqlite::{Readers, SqliteConn, Statement};
pub(crate) use writer::Writer;

/// How long a connection waits for a lock, or a reader for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// A database: SQLite with one writer and a few readers, or PostgreSQL.
#[derive(Clone)]
pub enum Db {
    Sqlite { readers: Readers, writer: Writer, watch: Arc<Watch> },
    Postgres(PgPool),
}

/// A connection of either engine.
pub enum Conn {
    Sqlite(SqliteConn),
    Postgres(PoolConnection<Postgres>),
}

impl Conn {
    /// Gives back a connection of [`Db::snapshot`]. SQLite's readers see one moment anyway, and end it when they are dropped.
    pub(crate) async fn release(mut self) -> Result<(), AppError> {
        if let Self::Postgres(_) = &self {
            execute!(&mut self, "rollback")?;
        }
        Ok(())
    }

    /// What is put behind a text that is ordered by, so that both engines order it by its bytes, as SQLite does unasked.
    pub(crate) fn by_bytes(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " collate \"C\"",
        }
    }
}

/// The work of a command: runs in a transaction, which is kept if it answers `Ok` and undone otherwise.
pub type Work<T> = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, AppError>> + Send>;

impl Db {
    /// Opens the database named by an address: `sqlite:PATH` or `postgres://…`. A SQLite file is made when missing.
    pub async fn open(address: &str) -> Result<Self, AppError> {
        if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(address).map_err(internal)?;
            let pool = PgPoolOptions::new().max_connections(8).acquire_timeout(PATIENCE).connect_with(options).await;
            return pool.map(Self::Postgres).map_err(internal);
        }
        let path = address.strip_prefix("sqlite:").ok_or_else(|| {
            AppError::Internal(format!("the database address must begin with sqlite: or postgres:, not {address}"))
        })?;
        let writer = Writer::start(SqliteConn::writing(path)?)?;
        Ok(Self::Sqlite { readers: Readers::of(path), writer, watch: Arc::new(Watch::open(path)?) })
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn, AppError> {
        match self {
            Self::Sqlite { readers, .. } => readers.acquire().await.map(Conn::Sqlite),
            Self::Postgres(pool) => pool.acquire().await.map(Conn::Postgres).map_err(internal),
        }
    }

    /// A connection that sees one moment of the record however often it is asked; to be given back with [`Conn::release`].
    pub(crate) async fn snapshot(&self) -> Result<Conn, AppError> {
        let mut conn = self.read().await?;
        if let Conn::Postgres(_) = &conn {
            execute!(&mut conn, "begin transaction isolation level repeatable read read only")?;
        }
        Ok(conn)
    }

    /// Runs the work of a command in a transaction and answers once it is durable.
    pub async fn write<T: Send + 'static>(&self, work: Work<T>) -> Result<T, AppError> {
        match self {
            Self::Sqlite { writer, .. } => writer.run(work).await,
            Self::Postgres(pool) => {
                let connection = pool.acquire().await.map_err(internal)?;
                // A task of its own: a browser that goes away must not leave the transaction open.
                tokio::spawn(writer::one_transaction(Conn::Postgres(connection), work)).await.map_err(internal)?
            }
        }
    }

    /// Ends all connections, after the commands that wait.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer, .. } => {
                writer.stop().await;
                readers.close();
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Every row of a query that takes no values, for whoever looks at the record from outside.
    pub async fn all<T: FromRow>(&self, sql: &str) -> Result<Vec<T>, AppError> {
        match self.read().await? {
            Conn::Sqlite(conn) => conn.fetch_all(sql, &[]),
            Conn::Postgres(mut conn) => sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await.map_err(internal),
        }
    }

    /// The engine's name and version, for the log.
    pub async fn version(&self) -> Result<String, AppError> {
        let mut conn = self.read().await?;
        let sql = match &conn {
            Conn::Sqlite(_) => "select 'SQLite ' || sqlite_version()",
            Conn::Postgres(_) => "select version()",
        };
        let row: (String,) = fetch_one!(&mut conn, (String,), sql)?;
        Ok(row.0)
    }
}

/// An error of the database as the application knows it; a violated named constraint stays recognisable by its name.
pub(crate) fn internal(error: impl std::fmt::Display) -> AppError {
    let cause = error.to_string();
    // PostgreSQL has no zero byte in a text, and says so of one that an address asks for. Forms refuse it before.
    if cause.contains("\"UTF8\": 0x00") { AppError::NotFound } else { AppError::Internal(cause) }
}

/// Turns the violation of a constraint or unique column into a field error; any other error stays what it is.
pub(crate) fn taken(error: AppError, constraint: &str, column: &str, field: &str, code: &str) -> AppError {
    match &error {
        AppError::Internal(cause) if cause.contains(constraint) || (cause.contains("UNIQUE") && cause.contains(column)) => {
            AppError::field(field, code)
        }
        _ => error,
    }
}

/// A word of the domain read back from the database.
pub(crate) fn word<T>(code: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T, AppError> {
    from_code(code).ok_or_else(|| AppError::Internal(format!("the database holds the unknown word {code:?}")))
}
