//! Writing an archive.

use std::io::Write;

use accord_domain::AppError;
use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures::TryStreamExt;
use serde::Serialize;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::tables::{CHANGES, TABLES, Table};
use super::value::{instant, row_as_json};
use super::{Closing, FORMAT, Header, Summary, TableLine, migration};
use crate::db::{Conn, Db, internal};

/// Writes the whole record as it stands at one moment; commands go on meanwhile.
pub async fn backup(db: &Db, into: impl Write, made_at: DateTime<Utc>) -> Result<Summary, AppError> {
    let mut conn = db.snapshot().await?;
    let written = write_all(&mut conn, into, made_at).await;
    conn.release().await?;
    written
}

async fn write_all(conn: &mut Conn, into: impl Write, made_at: DateTime<Utc>) -> Result<Summary, AppError> {
    let mut lines = Lines { into: GzEncoder::new(into, Compression::default()), digest: Sha256::new() };
    lines.line(&Header { format: FORMAT.into(), migration: migration(conn).await?, made_at: instant(made_at) })?;
    let mut summary = Summary { rows: 0, changes: 0 };
    for table in &TABLES {
        let rows = write_table(conn, table, &mut lines).await?;
        summary.rows += rows;
        if table.name == CHANGES {
            summary.changes = rows;
        }
    }
    lines.close(summary.rows)?;
    Ok(summary)
}

async fn write_table<W: Write>(conn: &mut Conn, table: &Table, lines: &mut Lines<W>) -> Result<u64, AppError> {
    lines.line(&TableLine { table: table.name.into(), columns: table.columns.iter().map(|(name, _)| (*name).into()).collect() })?;
    let sql = format!("select {} from {} order by {}", table.list(), table.name, table.order);
    let mut count = 0;
    let mut write = |cells: Vec<Json>| {
        count += 1;
        lines.line(&cells)
    };
    match conn {
        Conn::Sqlite(conn) => conn.for_each(&sql, &[], |row| write(row_as_json(row, table.columns)?))?,
        Conn::Postgres(conn) => {
            let mut rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch(&mut **conn);
            while let Some(row) = rows.try_next().await.map_err(internal)? {
                write(row_as_json(&row, table.columns)?)?;
            }
        }
    }
    Ok(count)
}

/// The lines of an archive, counted into its digest.
struct Lines<W: Write> {
    into: GzEncoder<W>,
    digest: Sha256,
}

impl<W: Write> Lines<W> {
    fn line(&mut self, line: &impl Serialize) -> Result<(), AppError> {
        let mut text = serde_json::to_vec(line).map_err(internal)?;
        text.push(b'\n');
        self.digest.update(&text);
        self.into.write_all(&text).map_err(internal)
    }

    fn close(mut self, rows: u64) -> Result<(), AppError> {
        let sha256 = hex(self.digest.clone());
        self.line(&Closing { rows, sha256 })?;
        self.into.finish().and_then(|mut into| into.flush()).map_err(internal)
    }
}

/// A digest as an archive writes it.
pub fn hex(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
