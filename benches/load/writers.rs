//! Durable status changes: eight people at once through the plain form, against one row per commit on the same disk.

use std::path::Path;
use std::str::FromStr;
use std::thread;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection as _};

use crate::client::{Connection, Speed};
use crate::report::Report;
use crate::server::Accord;
use crate::{Outcome, data};

const WRITERS: usize = 8;
const SPAN: Duration = Duration::from_secs(4);

/// Measures both and reports.
pub fn measure(runtime: &tokio::runtime::Runtime, accord: &Accord, folder: &Path, report: &mut Report) -> Outcome<()> {
    let rows = runtime.block_on(rows(folder))?;
    let changes = changes(accord)?;
    report.writers(rows, changes);
    Ok(())
}

/// One row per commit, as durable as the application's changes.
async fn rows(folder: &Path) -> Outcome<Speed> {
    let mut connection = SqliteConnectOptions::from_str(&format!("sqlite:{}", folder.join("rows.db").display()))?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    sqlx::query("create table status (chapter integer, status text, reason text)").execute(&mut connection).await?;
    let start = Instant::now();
    let mut each = Vec::new();
    while start.elapsed() < SPAN {
        let began = Instant::now();
        sqlx::query("insert into status values ($1, $2, $3)")
            .bind(each.len() as i64)
            .bind("substantially-closed")
            .bind("As agreed in the round.")
            .execute(&mut connection)
            .await?;
        each.push(began.elapsed());
    }
    let speed = Speed::of(each, start.elapsed());
    connection.close().await?;
    Ok(speed)
}

/// Each writer moves chapters of an agreement of its own, from one status to the next and back, with a reason.
fn changes(accord: &Accord) -> Outcome<Speed> {
    let cookie = accord.sign_in(data::CHIEF)?;
    let start = Instant::now();
    let each = thread::scope(|scope| {
        let writing: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (address, cookie) = (&accord.address, &cookie);
                scope.spawn(move || write(address, cookie, writer, start))
            })
            .collect();
        writing.into_iter().map(|writing| writing.join().map_err(|_| "a writer panicked")?).collect::<Outcome<Vec<_>>>()
    })?;
    Ok(Speed::of(each.concat(), start.elapsed()))
}

fn write(address: &str, cookie: &str, writer: usize, start: Instant) -> Outcome<Vec<Duration>> {
    let mut connection = Connection::open(address)?;
    let path = format!("/agreements/{}/chapters/customs", data::slug(100 + writer));
    let mut each = Vec::new();
    for version in 1.. {
        let status = if version % 2 == 1 { "under-negotiation" } else { "consolidated-text" };
        let form = format!("version={version}&text_status={status}&reason=As+agreed+in+the+round.");
        let began = Instant::now();
        let answer = connection.post(&path, cookie, &form)?;
        if answer.status != 303 {
            return Err(format!("a status change was answered with {}", answer.status).into());
        }
        each.push(began.elapsed());
        if start.elapsed() >= SPAN {
            break;
        }
    }
    Ok(each)
}
