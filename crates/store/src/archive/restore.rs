//! Reading an archive into an empty database, all or nothing.

use std::io::{BufRead, BufReader, Read};

use accord_domain::AppError;
use flate2::read::GzDecoder;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::backup::hex;
use super::tables::{CHANGES, TABLES, Table};
use super::value::Value;
use super::{Closing, FORMAT, Header, Summary, TableLine, migration, unusable};
use crate::audit;
use crate::db::{Conn, Db};

/// How many rows one statement inserts: with the widest table well below SQLite's 32,766 values.
const TOGETHER: usize = 200;
/// From how many bytes of its line on a row is inserted without waiting for others.
const HEAVY: usize = 64 * 1024;

/// Reads an archive into an empty, migrated database. It is kept only if the archive is whole, of the same version, and the
/// hash chains of its change record hold.
pub async fn restore(db: &Db, from: impl Read + Send + 'static) -> Result<Summary, AppError> {
    db.write(Box::new(move |conn| Box::pin(read_all(conn, from)))).await
}

async fn read_all(conn: &mut Conn, from: impl Read + Send) -> Result<Summary, AppError> {
    let accounts: (i64,) = fetch_one!(&mut *conn, (i64,), "select count(*) from accounts")?;
    if accounts.0 > 0 {
        return Err(unusable("the database is not empty: an archive is restored into a new one"));
    }
    let mut lines = Lines { from: BufReader::new(GzDecoder::new(from)), digest: Sha256::new(), line: String::new() };
    check_header(conn, &lines.expect::<Header>()?).await?;
    let mut summary = Summary { rows: 0, changes: 0 };
    let mut table = None;
    let mut rows: Vec<Vec<Value>> = Vec::new();
    loop {
        let before = lines.digest.clone();
        match lines.next()? {
            Line::Row(cells) => {
                let table: &Table = table.ok_or_else(|| unusable("the archive has a row before any table"))?;
                rows.push(values(table, cells)?);
                summary.rows += 1;
                summary.changes += u64::from(table.name == CHANGES);
                // Files are large: whoever restores them need not hold two hundred at once.
                if rows.len() == TOGETHER || lines.line.len() > HEAVY {
                    insert(conn, table, &mut rows).await?;
                }
            }
            Line::Table(named) => {
                if let Some(last) = table {
                    insert(conn, last, &mut rows).await?;
                }
                table = Some(known(&named)?);
            }
            Line::Closing(closing) => {
                if let Some(last) = table {
                    insert(conn, last, &mut rows).await?;
                }
                if closing.rows != summary.rows || closing.sha256 != hex(before) {
                    return Err(unusable("the archive was altered: its closing line does not fit what is before it"));
                }
                break;
            }
        }
    }
    let findings = audit::verify_with(conn).await?;
    match findings.breaks.first() {
        Some(found) => Err(unusable(format!("the archive's change record is broken: {found}"))),
        None => Ok(summary),
    }
}

async fn check_header(conn: &mut Conn, header: &Header) -> Result<(), AppError> {
    if header.format != FORMAT {
        return Err(unusable("this is not an archive of Accord"));
    }
    let ours = migration(conn).await?;
    if header.migration != ours {
        return Err(unusable(format!(
            "the archive was made with tables of version {}, this program has version {ours}: restore it with the program that \
             made it, then upgrade",
            header.migration
        )));
    }
    Ok(())
}

fn known(named: &TableLine) -> Result<&'static Table, AppError> {
    TABLES
        .iter()
        .find(|table| table.name == named.table && table.columns.iter().map(|(name, _)| *name).eq(named.columns.iter()))
        .ok_or_else(|| unusable(format!("the archive has a table {} that this program does not know so", named.table)))
}

fn values(table: &Table, cells: Vec<Json>) -> Result<Vec<Value>, AppError> {
    if cells.len() != table.columns.len() {
        return Err(unusable(format!("a row of {} has {} values instead of {}", table.name, cells.len(), table.columns.len())));
    }
    table.columns.iter().zip(cells).map(|((_, kind), cell)| kind.read(cell)).collect()
}

async fn insert(conn: &mut Conn, table: &Table, rows: &mut Vec<Vec<Value>>) -> Result<(), AppError> {
    let rows = std::mem::take(rows);
    if rows.is_empty() {
        return Ok(());
    }
    let start = format!("insert into {} ({}) ", table.name, table.list());
    built_execute!(conn, |query| {
        query.push(start).push("values ");
        for (number, row) in rows.iter().enumerate() {
            query.push(if number == 0 { "(" } else { "), (" });
            for (at, value) in row.iter().enumerate() {
                if at > 0 {
                    query.push(", ");
                }
                match value {
                    Value::Text(value) => query.push_bind(value.clone()),
                    Value::Small(value) => query.push_bind(*value),
                    Value::Long(value) => query.push_bind(*value),
                    Value::Bool(value) => query.push_bind(*value),
                    Value::Id(value) => query.push_bind(*value),
                    Value::Instant(value) => query.push_bind(*value),
                    Value::Day(value) => query.push_bind(*value),
                    Value::Bytes(value) => query.push_bind(value.clone()),
                };
            }
        }
        query.push(")");
    })?;
    Ok(())
}

enum Line {
    Table(TableLine),
    Row(Vec<Json>),
    Closing(Closing),
}

/// The lines of an archive, counted into its digest.
struct Lines<R: Read> {
    from: BufReader<GzDecoder<R>>,
    digest: Sha256,
    line: String,
}

impl<R: Read> Lines<R> {
    fn advance(&mut self) -> Result<(), AppError> {
        self.line.clear();
        let read = self.from.read_line(&mut self.line).map_err(|error| unusable(format!("the archive cannot be read: {error}")))?;
        if read == 0 {
            return Err(unusable("the archive is cut off"));
        }
        self.digest.update(self.line.as_bytes());
        Ok(())
    }

    fn expect<T: DeserializeOwned>(&mut self) -> Result<T, AppError> {
        self.advance()?;
        serde_json::from_str(&self.line).map_err(|_| unusable("this is not an archive of Accord"))
    }

    fn next(&mut self) -> Result<Line, AppError> {
        self.advance()?;
        let line = if self.line.starts_with('[') {
            serde_json::from_str(&self.line).map(Line::Row)
        } else if self.line.starts_with("{\"table\"") {
            serde_json::from_str(&self.line).map(Line::Table)
        } else {
            serde_json::from_str(&self.line).map(Line::Closing)
        };
        line.map_err(|error| unusable(format!("the archive holds a line that is none of its own: {error}")))
    }
}
