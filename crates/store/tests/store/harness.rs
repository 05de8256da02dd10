//! A database of its own for every test, on each engine.

use std::error::Error;
use std::future::Future;
use std::io::Write;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, Once};

use accord_domain::AppError;
use accord_store::actor::new_id;
use accord_store::db::{Db, FromRow, migrate};
use futures::FutureExt;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use tokio::sync::Mutex;
use uuid::Uuid;

/// How a test ends: it passes, or an error it did not expect.
pub type Outcome = Result<(), Fault>;
/// An error a test did not expect.
pub type Fault = Box<dyn Error + Send + Sync>;

/// The variable that names the PostgreSQL server.
const SERVER: &str = "ACCORD_TEST_POSTGRES";

/// Runs each test on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $name() -> crate::harness::Outcome {
                crate::harness::run(crate::harness::Engine::Sqlite, super::$name)
            })+
        }
        mod postgres {
            $(#[test]
            fn $name() -> crate::harness::Outcome {
                crate::harness::run(crate::harness::Engine::Postgres, super::$name)
            })+
        }
    };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A migrated database.
#[derive(Clone)]
pub struct Bench {
    pub db: Db,
    pub engine: Engine,
    /// The address `Db::open` takes.
    pub address: String,
    /// A connection beside the application's.
    back: Arc<Mutex<Option<Back>>>,
}

enum Back {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Bench {
    /// Rows of a query without parameters.
    pub async fn rows<T: FromRow>(&self, sql: &str) -> Result<Vec<T>, Fault> {
        Ok(self.db.all(sql).await?)
    }

    /// The only row of a query.
    pub async fn row<T: FromRow>(&self, sql: &str) -> Result<T, Fault> {
        let mut rows = self.rows(sql).await?;
        assert_eq!(rows.len(), 1, "{sql}");
        rows.pop().ok_or_else(|| "no row".into())
    }

    /// A number from the database.
    pub async fn number(&self, sql: &str) -> Result<i64, Fault> {
        Ok(self.row::<(i64,)>(sql).await?.0)
    }

    /// Runs statements behind the application's back, without foreign keys where the engine can.
    pub async fn tamper(&self, sql: &str) -> Outcome {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        let mut back = self.back.lock().await;
        let open = match back.take() {
            Some(open) => open,
            None => self.by_the_back_door().await?,
        };
        match back.insert(open) {
            Back::Sqlite(conn) => sql.execute(conn).await.map(|_| ())?,
            Back::Postgres(conn) => sql.execute(conn).await.map(|_| ())?,
        }
        Ok(())
    }

    async fn by_the_back_door(&self) -> Result<Back, Fault> {
        Ok(match self.engine {
            Engine::Sqlite => {
                let path = self.address.strip_prefix("sqlite:").ok_or("not a SQLite address")?;
                Back::Sqlite(SqliteConnectOptions::new().filename(path).foreign_keys(false).connect().await?)
            }
            Engine::Postgres => Back::Postgres(PgConnectOptions::from_str(&self.address)?.connect().await?),
        })
    }

    /// The same database, opened anew.
    pub async fn reopened(&self) -> Result<Self, Fault> {
        Ok(Self { db: Db::open(&self.address).await?, ..self.clone() })
    }

    /// An identifier as the engine's SQL writes it.
    pub fn uuid(&self, id: Uuid) -> String {
        match self.engine {
            Engine::Sqlite => format!("x'{}'", id.simple()),
            Engine::Postgres => format!("'{id}'::uuid"),
        }
    }
}

/// What is removed after a test.
enum Keep {
    Folder(tempfile::TempDir),
    Schema { server: String, name: String },
}

/// The database on the server that tests running at the same time share, a schema each: a database takes long to make.
struct Shared {
    name: String,
    users: usize,
}

static SHARED: Mutex<Option<Shared>> = Mutex::const_new(None);

/// The address of a database on the server of another address.
fn on_server(server: &str, name: &str) -> Result<String, Fault> {
    let (place, options) = server.split_once('?').unwrap_or((server, ""));
    let host = place.find("://").ok_or("the address of the server has no scheme")? + 3;
    let end = place[host..].find('/').map_or(place.len(), |slash| host + slash);
    Ok(format!("{}/{name}?{options}", &place[..end]))
}

async fn run_on(address: &str, statements: &[String]) -> Outcome {
    let mut conn = PgConnectOptions::from_str(address)?.connect().await?;
    for statement in statements {
        conn.execute(AssertSqlSafe(statement.clone())).await?;
    }
    Ok(conn.close().await?)
}

/// Makes a schema in the shared database, and the database for the first who asks. Answers the schema's address.
async fn new_schema(server: &str, name: &str) -> Result<String, Fault> {
    let mut shared = SHARED.lock().await;
    let shared = match &mut *shared {
        Some(shared) => shared,
        none => {
            let database = format!("accord_test_{}", new_id().simple());
            let plain = format!("create database {database} template template0 encoding 'UTF8'");
            // Names sort by language where the server can, as on many a server in use: a query that leans on the order of bytes is found.
            if run_on(server, &[format!("{plain} locale_provider icu icu_locale 'en-US'")]).await.is_err() {
                run_on(server, &[plain]).await?;
            }
            none.insert(Shared { name: database, users: 0 })
        }
    };
    let database = on_server(server, &shared.name)?;
    run_on(&database, &[format!("create schema {name}")]).await?;
    shared.users += 1;
    Ok(format!("{database}&options[search_path]={name}"))
}

/// Drops a schema, and with the last one the database.
async fn drop_schema(server: &str, name: &str) -> Outcome {
    let mut held = SHARED.lock().await;
    let Some(shared) = &mut *held else { return Ok(()) };
    run_on(&on_server(server, &shared.name)?, &[format!("drop schema {name} cascade")]).await?;
    shared.users -= 1;
    if shared.users == 0 {
        run_on(server, &[format!("drop database {} with (force)", shared.name)]).await?;
        *held = None;
    }
    Ok(())
}

/// A fresh database, or none where no server is named.
async fn fresh(engine: Engine) -> Result<Option<(Bench, Keep)>, Fault> {
    let (address, keep) = match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir()?;
            let path: PathBuf = folder.path().join("accord.db");
            (format!("sqlite:{}", path.display()), Keep::Folder(folder))
        }
        Engine::Postgres => {
            let Ok(server) = std::env::var(SERVER) else {
                static TOLD: Once = Once::new();
                // Straight to the error stream: the test harness would swallow a print.
                TOLD.call_once(|| {
                    let _ = writeln!(std::io::stderr(), "{SERVER} is not set: the tests on PostgreSQL are skipped");
                });
                return Ok(None);
            };
            let name = format!("test_{}", new_id().simple());
            (new_schema(&server, &name).await?, Keep::Schema { server, name })
        }
    };
    let db = Db::open(&address).await?;
    migrate(&db).await?;
    Ok(Some((Bench { db, engine, address, back: Arc::default() }, keep)))
}

async fn remove(bench: Bench, keep: Keep) -> Outcome {
    bench.db.close().await;
    match bench.back.lock().await.take() {
        Some(Back::Sqlite(conn)) => conn.close().await?,
        Some(Back::Postgres(conn)) => conn.close().await?,
        None => {}
    }
    match keep {
        Keep::Folder(folder) => folder.close()?,
        Keep::Schema { server, name } => drop_schema(&server, &name).await?,
    }
    Ok(())
}

/// Runs on a runtime like the server's.
pub fn block_on<T>(future: impl Future<Output = T>) -> Result<T, Fault> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(future))
}

/// Does something on a fresh database of an engine, which is removed however that ends; nothing where no server is named.
pub async fn beside<T, F, R>(engine: Engine, work: F) -> Result<Option<T>, Fault>
where
    F: FnOnce(Bench) -> R,
    R: Future<Output = Result<T, Fault>>,
{
    let Some((bench, keep)) = fresh(engine).await? else { return Ok(None) };
    let ended = AssertUnwindSafe(work(bench.clone())).catch_unwind().await;
    remove(bench, keep).await?;
    ended.unwrap_or_else(|panic| resume_unwind(panic)).map(Some)
}

/// Runs a test on a fresh database of an engine.
pub fn run<F, R>(engine: Engine, test: F) -> Outcome
where
    F: FnOnce(Bench) -> R,
    R: Future<Output = Outcome>,
{
    block_on(beside(engine, test))?.map(|_| ())
}

/// Runs a test on a database of each engine side by side; without a PostgreSQL server it does not run.
pub fn run_pair<F, R>(test: F) -> Outcome
where
    F: FnOnce(Bench, Bench) -> R,
    R: Future<Output = Outcome>,
{
    run(Engine::Postgres, async |postgres| beside(Engine::Sqlite, async |sqlite| test(sqlite, postgres).await).await.map(|_| ()))
}

/// Asserts that a command refused one field with one code.
#[track_caller]
pub fn assert_refused<T: std::fmt::Debug>(result: Result<T, AppError>, field: &str, code: &str) {
    match result {
        Err(AppError::Invalid(errors)) => {
            assert!(
                errors.iter().any(|error| error.field == field && error.code == code),
                "expected {field}: {code}, was refused for {errors:?}"
            );
            assert_eq!(errors.len(), 1, "refused for more than {field}: {code}: {errors:?}");
        }
        other => panic!("expected a refusal of {field}: {code}, got {other:?}"),
    }
}

/// Asserts that a command answered that there is no such thing.
#[track_caller]
pub fn assert_not_found<T: std::fmt::Debug>(result: Result<T, AppError>) {
    assert!(matches!(result, Err(AppError::NotFound)), "expected not found, got {result:?}");
}
