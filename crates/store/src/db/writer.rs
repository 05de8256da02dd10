//! SQLite's one writer. Commands that wait run in savepoints of one transaction and are committed together (group commit): one
//! flush to disk for all of them. Each is told of its success only after the commit.

use std::panic::AssertUnwindSafe;

use accord_domain::AppError;
use futures::FutureExt;
use futures::future::BoxFuture;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};

use super::{Conn, SqliteConn, Work, internal};

/// The most commands committed together: bounds how long the first of them waits.
const GROUP: usize = 64;

/// Tells the waiting caller how its command ended, once the commit's fate is known.
type Tell = Box<dyn FnOnce(Result<(), AppError>) + Send>;

/// A command without its result type: answers whether its changes are to be kept, and how to tell the caller.
type Job = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, (bool, Tell)> + Send>;

enum Asked {
    Run(Job),
    /// Ends the writer; told once its connection is closed.
    Stop(oneshot::Sender<()>),
}

/// A handle on the writer; clones share it.
#[derive(Clone)]
pub struct Writer(mpsc::Sender<Asked>);

impl Writer {
    /// Starts the writer on a thread of its own, as a flush to disk would hold up whoever else runs there.
    pub(super) fn start(connection: SqliteConn) -> Result<Self, AppError> {
        let (asks, waiting) = mpsc::channel(1024);
        let runtime = Handle::try_current().map_err(internal)?;
        let thread = std::thread::Builder::new().name("accord-writer".into());
        thread.spawn(move || runtime.block_on(write_all(connection, waiting))).map_err(internal)?;
        Ok(Self(asks))
    }

    /// Ends the writing connection once every command that waits is done.
    pub(super) async fn stop(&self) {
        let (ended, told) = oneshot::channel();
        // A writer that has stopped already needs no end.
        if self.0.send(Asked::Stop(ended)).await.is_ok() {
            let _ = told.await;
        }
    }

    /// Runs one command among those that wait.
    pub(super) async fn run<T: Send + 'static>(&self, work: Work<T>) -> Result<T, AppError> {
        let (answer, told) = oneshot::channel::<Result<T, AppError>>();
        let job: Job = Box::new(move |conn| {
            Box::pin(async move {
                let done = caught(work(conn)).await;
                let keep = done.is_ok();
                let tell: Tell = Box::new(move |committed| {
                    // The caller may have gone away; the change stands all the same.
                    let _ = answer.send(committed.and(done));
                });
                (keep, tell)
            })
        });
        self.0.send(Asked::Run(job)).await.map_err(|_| AppError::Internal("the writer has stopped".into()))?;
        told.await.map_err(|_| AppError::Internal("the writer has stopped".into()))?
    }
}

async fn caught<T>(work: BoxFuture<'_, Result<T, AppError>>) -> Result<T, AppError> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(AppError::Internal("a command panicked".into())))
}

async fn write_all(connection: SqliteConn, mut waiting: mpsc::Receiver<Asked>) {
    let mut conn = Conn::Sqlite(connection);
    while let Some(asked) = waiting.recv().await {
        let ended = match asked {
            Asked::Run(first) => write_group(first, &mut conn, &mut waiting).await,
            Asked::Stop(ended) => Some(ended),
        };
        if let Some(ended) = ended {
            drop(conn);
            // Whoever asked for the end may have gone away.
            let _ = ended.send(());
            return;
        }
    }
}

/// Commits a command together with those that wait behind it; answers whom to tell of the end, if it was asked for among them.
async fn write_group(first: Job, conn: &mut Conn, waiting: &mut mpsc::Receiver<Asked>) -> Option<oneshot::Sender<()>> {
    if let Err(error) = execute!(&mut *conn, "begin immediate") {
        // Dropping the job drops its channel: the caller is told that the writer did not take it.
        tracing::error!(%error, "a transaction could not be begun");
        return None;
    }
    let (mut kept, tell) = in_savepoint(first, conn).await;
    let mut group = vec![tell];
    let mut ended = None;
    while group.len() < GROUP && ended.is_none() {
        match waiting.try_recv() {
            Ok(Asked::Run(job)) => {
                let (keep, tell) = in_savepoint(job, conn).await;
                kept |= keep;
                group.push(tell);
            }
            Ok(Asked::Stop(asked)) => ended = Some(asked),
            Err(_) => break,
        }
    }
    // Pages written and undone would still be written by a commit.
    let committed = execute!(&mut *conn, if kept { "commit" } else { "rollback" }).map(|_| ());
    if committed.is_err() {
        // Nothing to add if this fails too: each caller is told of the commit's error.
        let _ = execute!(&mut *conn, "rollback");
    }
    for tell in group {
        tell(committed.clone());
    }
    ended
}

/// Runs a command; answers whether it is to be kept, and what tells its caller.
async fn in_savepoint(job: Job, conn: &mut Conn) -> (bool, Tell) {
    if let Err(error) = execute!(&mut *conn, "savepoint command") {
        return (false, Box::new(move |_| tracing::error!(%error, "no savepoint")));
    }
    let (keep, tell) = job(conn).await;
    let ended = if keep {
        execute!(&mut *conn, "release command").map(|_| ())
    } else {
        let undone = execute!(&mut *conn, "rollback to command");
        undone.and(execute!(&mut *conn, "release command")).map(|_| ())
    };
    match ended {
        Ok(()) => (keep, tell),
        Err(error) => (keep, Box::new(move |_| tell(Err(error)))),
    }
}

/// Runs one command in one transaction on a connection of its own.
pub(super) async fn one_transaction<T: Send + 'static>(mut conn: Conn, work: Work<T>) -> Result<T, AppError> {
    execute!(&mut conn, "begin")?;
    match caught(work(&mut conn)).await {
        Ok(value) => {
            execute!(&mut conn, "commit").map_err(internal)?;
            Ok(value)
        }
        Err(error) => {
            execute!(&mut conn, "rollback")?;
            Err(error)
        }
    }
}
