//! SQLite's one writer. Commands that wait run in savepoints of one transaction and are committed together (group commit): one
//! flush to disk for all of them. Each is told of its success only after the commit.

use std::panic::AssertUnwindSafe;

use accord_domain::AppError;
use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};

use super::{Conn, Work, internal};

/// The most commands committed together: bounds how long the first of them waits.
const GROUP: usize = 64;

/// Tells the waiting caller how its command ended, once the commit's fate is known.
type Tell = Box<dyn FnOnce(Result<(), AppError>) + Send>;

/// A command without its result type: answers whether its changes are to be kept, and how to tell the caller.
type Job = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, (bool, Tell)> + Send>;

/// A handle on the writer; clones share it.
#[derive(Clone)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
    pool: SqlitePool,
}

impl Writer {
    /// Starts the writer on a pool of one connection.
    pub(super) fn start(pool: SqlitePool) -> Self {
        let (jobs, waiting) = mpsc::channel(1024);
        tokio::spawn(write_all(pool.clone(), waiting));
        Self { jobs, pool }
    }

    /// The pool of the writing connection, for migrations before the first command.
    pub(super) fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// Ends the writing connection once every command that waits is done.
    pub(super) async fn stop(&self) {
        // First come, first served: when an empty command is done, so are all before it. If the writer has stopped already, none is.
        let _ = self.run::<()>(Box::new(|_| Box::pin(async { Ok(()) }))).await;
        self.pool.close().await;
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
        self.jobs.send(job).await.map_err(|_| AppError::Internal("the writer has stopped".into()))?;
        told.await.map_err(|_| AppError::Internal("the writer has stopped".into()))?
    }
}

async fn caught<T>(work: BoxFuture<'_, Result<T, AppError>>) -> Result<T, AppError> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(AppError::Internal("a command panicked".into())))
}

async fn write_all(pool: SqlitePool, mut waiting: mpsc::Receiver<Job>) {
    while let Some(first) = waiting.recv().await {
        let Ok(connection) = pool.acquire().await else {
            return;
        };
        let mut conn = Conn::Sqlite(connection);
        if let Err(error) = execute!(&mut conn, "begin immediate") {
            // Dropping the job drops its channel: the caller is told that the writer did not take it.
            tracing::error!(%error, "a transaction could not be begun");
            continue;
        }
        let mut group = vec![in_savepoint(first, &mut conn).await];
        while group.len() < GROUP {
            let Ok(job) = waiting.try_recv() else { break };
            group.push(in_savepoint(job, &mut conn).await);
        }
        let committed = execute!(&mut conn, "commit").map(|_| ());
        if committed.is_err() {
            // Nothing to add if this fails too: each caller is told of the commit's error.
            let _ = execute!(&mut conn, "rollback");
        }
        for tell in group {
            tell(committed.clone());
        }
    }
}

async fn in_savepoint(job: Job, conn: &mut Conn) -> Tell {
    if let Err(error) = execute!(&mut *conn, "savepoint command") {
        return Box::new(move |_| tracing::error!(%error, "no savepoint"));
    }
    let (keep, tell) = job(conn).await;
    let ended = if keep {
        execute!(&mut *conn, "release command").map(|_| ())
    } else {
        let undone = execute!(&mut *conn, "rollback to command");
        undone.and(execute!(&mut *conn, "release command")).map(|_| ())
    };
    match ended {
        Ok(()) => tell,
        Err(error) => Box::new(move |_| tell(Err(error))),
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
