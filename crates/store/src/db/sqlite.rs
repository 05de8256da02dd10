//! SQLite on the spot: a statement runs on the thread that asks, as it takes microseconds, while a way through another thread and
//! back takes tens of them (docs/adr/0007).

use std::collections::VecDeque;
use std::fmt::{Display, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use accord_domain::AppError;
use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, OpenFlags};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::cells::{Bound, Cells, FromCells};
use super::{PATIENCE, internal};

/// Connections that read at the same time.
const READERS: usize = 4;
/// Statements a connection keeps prepared: more than the application has.
const PREPARED: usize = 256;
/// The bytes of a page, in a file that is new: a change touches many pages and little of each.
const PAGE: i64 = 2_048;
/// Pages that wait in the log before they are moved to the file: 16 MiB.
const WAITING: i64 = 8_192;
/// Pages the writing connection keeps, in KiB.
const WRITER_PAGES: i64 = 1_000;
/// Pages a reading connection keeps, in KiB: the system keeps the rest, and there are several.
const READER_PAGES: i64 = 400;

/// A connection, given back when it is dropped.
pub struct SqliteConn {
    /// None only while it is given back.
    connection: Option<Connection>,
    home: Option<(Arc<Mutex<VecDeque<Connection>>>, OwnedSemaphorePermit)>,
}

impl Drop for SqliteConn {
    fn drop(&mut self) {
        let (Some(connection), Some((idle, _permit))) = (self.connection.take(), self.home.take()) else { return };
        // One that stayed within its transaction would answer the next reader from the past.
        let ended = connection.prepare_cached("rollback").and_then(|mut statement| statement.execute([]));
        if ended.is_ok() {
            idle.lock().unwrap_or_else(PoisonError::into_inner).push_front(connection);
        }
    }
}

impl SqliteConn {
    /// A connection that writes, and makes the file when it is missing.
    pub(super) fn writing(path: &str) -> Result<Self, AppError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = opened(path, flags, WRITER_PAGES)?;
        connection.pragma_update(None, "page_size", PAGE).map_err(internal)?;
        connection.pragma_update(None, "journal_mode", "wal").map_err(internal)?;
        connection.pragma_update(None, "synchronous", "full").map_err(internal)?;
        // A change writes a dozen pages; those many changes share are moved to the file the fewer times the longer it waits.
        connection.pragma_update(None, "wal_autocheckpoint", WAITING).map_err(internal)?;
        Ok(Self { connection: Some(connection), home: None })
    }

    fn connection(&self) -> Result<&Connection, AppError> {
        self.connection.as_ref().ok_or_else(|| AppError::Internal("the connection was given back".into()))
    }

    fn prepared(&self, sql: &str, values: &[&dyn Bound]) -> Result<CachedStatement<'_>, AppError> {
        let mut statement = self.connection()?.prepare_cached(sql).map_err(internal)?;
        for at in 1..=statement.parameter_count() {
            // `$2` is the second value wherever it stands; to SQLite it is a name. A built statement has `?`, which has none.
            let number = statement.parameter_name(at).map_or(Some(at), |name| name.get(1..)?.parse().ok());
            let value = number.and_then(|number| values.get(number.wrapping_sub(1)));
            let value = value.ok_or_else(|| AppError::Internal(format!("a statement lacks a value: {sql}")))?;
            statement.raw_bind_parameter(at, value.bound()).map_err(internal)?;
        }
        Ok(statement)
    }

    /// Calls a function with each row of a query.
    pub(crate) fn for_each(
        &self,
        sql: &str,
        values: &[&dyn Bound],
        mut each: impl FnMut(&rusqlite::Row<'_>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let mut statement = self.prepared(sql, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(internal)? {
            each(row)?;
        }
        Ok(())
    }

    /// Every row of a query.
    pub(crate) fn fetch_all<T: FromCells>(&self, sql: &str, values: &[&dyn Bound]) -> Result<Vec<T>, AppError> {
        let mut statement = self.prepared(sql, values)?;
        let columns: Vec<usize> = if T::NAMES.is_empty() {
            (0..statement.column_count()).collect()
        } else {
            // Most stand where the row names them: only the others are looked for.
            let place = |(at, name): (usize, &&str)| match statement.column_name(at) {
                Ok(found) if found == *name => Ok(at),
                _ => statement.column_index(name),
            };
            T::NAMES.iter().enumerate().map(place).collect::<Result<_, _>>().map_err(internal)?
        };
        let mut found = Vec::new();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(internal)? {
            found.push(T::from_cells(&mut Cells::of(row, &columns))?);
        }
        Ok(found)
    }

    /// The first row of a query.
    pub(crate) fn fetch_optional<T: FromCells>(&self, sql: &str, values: &[&dyn Bound]) -> Result<Option<T>, AppError> {
        Ok(self.fetch_all(sql, values)?.into_iter().next())
    }

    /// The row of a query that must have one.
    pub(crate) fn fetch_one<T: FromCells>(&self, sql: &str, values: &[&dyn Bound]) -> Result<T, AppError> {
        self.fetch_optional(sql, values)?.ok_or_else(|| AppError::Internal(format!("no row: {sql}")))
    }

    /// A statement without rows that is run many times, each `?` the next of its values.
    pub(crate) fn repeated(&self, sql: &str) -> Result<Repeated<'_>, AppError> {
        self.connection()?.prepare_cached(sql).map(Repeated).map_err(internal)
    }

    /// Runs a statement without rows; answers how many it touched.
    pub fn execute(&self, sql: &str, values: &[&dyn Bound]) -> Result<u64, AppError> {
        let touched = self.prepared(sql, values)?.raw_execute().map_err(internal)?;
        Ok(touched as u64)
    }
}

/// A statement that is run many times.
pub(crate) struct Repeated<'c>(CachedStatement<'c>);

impl Repeated<'_> {
    /// Runs it once.
    pub(crate) fn execute(&mut self, values: &[&dyn Bound]) -> Result<(), AppError> {
        for (at, value) in values.iter().enumerate() {
            self.0.raw_bind_parameter(at + 1, value.bound()).map_err(internal)?;
        }
        self.0.raw_execute().map(|_| ()).map_err(internal)
    }
}

fn opened(path: &str, flags: OpenFlags, pages: i64) -> Result<Connection, AppError> {
    let connection = Connection::open_with_flags(path, flags).map_err(internal)?;
    connection.busy_timeout(PATIENCE).map_err(internal)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    // Otherwise a statement is planned anew whenever it is given other values.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(internal)?;
    for (pragma, value) in [("foreign_keys", 1), ("trusted_schema", 0), ("mmap_size", 0), ("cache_size", -pages)] {
        connection.pragma_update(None, pragma, value).map_err(internal)?;
    }
    Ok(connection)
}

/// The reading connections, each opened when it is first needed.
#[derive(Clone)]
pub struct Readers {
    path: Arc<str>,
    idle: Arc<Mutex<VecDeque<Connection>>>,
    permits: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn of(path: &str) -> Self {
        Self { path: path.into(), idle: Arc::default(), permits: Arc::new(Semaphore::new(READERS)) }
    }

    /// The file.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// A connection to read with, as the record stands at the first thing read.
    pub(super) async fn acquire(&self) -> Result<SqliteConn, AppError> {
        let permit = timeout(PATIENCE, self.permits.clone().acquire_owned()).await.map_err(internal)?.map_err(internal)?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let connection = match idle {
            Some(connection) => connection,
            None => opened(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX, READER_PAGES)?,
        };
        // One transaction for all that is read: it sees one moment of the record, and takes the file's lock once.
        connection.prepare_cached("begin").and_then(|mut statement| statement.execute([])).map_err(internal)?;
        Ok(SqliteConn { connection: Some(connection), home: Some((self.idle.clone(), permit)) })
    }

    /// Ends the connections that are idle, and lends none any more.
    pub(super) fn close(&self) {
        self.permits.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A statement built piece by piece, with the values it takes.
#[derive(Default)]
pub struct Statement {
    sql: String,
    values: Vec<Box<dyn Bound>>,
}

impl Statement {
    /// Adds SQL.
    pub(crate) fn push(&mut self, sql: impl Display) -> &mut Self {
        // Writing to a string does not fail.
        let _ = write!(self.sql, "{sql}");
        self
    }

    /// Adds a value.
    pub(crate) fn push_bind(&mut self, value: impl Bound + 'static) -> &mut Self {
        self.values.push(Box::new(value));
        self.push('?')
    }

    /// The SQL and its values.
    pub(crate) fn parts(&self) -> (&str, Vec<&dyn Bound>) {
        (&self.sql, self.values.iter().map(|value| &**value).collect())
    }
}
