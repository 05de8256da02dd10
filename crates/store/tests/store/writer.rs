//! The writer: commands that fail leave the others, a caller who goes away changes nothing, an end waits for what was begun.

use std::pin::Pin;
use std::sync::Arc;

use accord_domain::AppError;
use accord_store::db::{Conn, Db, Work};
use futures::future::join_all;
use tokio::sync::Semaphore;

use crate::harness::{Bench, Engine, Fault, Outcome};

on_both!(
    a_failure_leaves_the_others,
    a_panic_is_an_error_and_no_more,
    nothing_is_seen_before_it_is_kept,
    a_caller_who_goes_away_changes_nothing,
    a_caller_who_goes_away_while_waiting_changes_nothing,
    the_end_waits_for_what_was_begun,
    more_than_a_group_is_kept,
);

/// Keeps a name in the settings.
async fn put(conn: &mut Conn, name: &str) -> Result<(), AppError> {
    let sql = "insert into settings (name, value) values ($1, '')";
    match conn {
        Conn::Sqlite(conn) => conn.execute(sql, &[&name]).map(|_| ()),
        Conn::Postgres(conn) => {
            let done = sqlx::query(sql).bind(name).execute(&mut **conn).await;
            done.map(|_| ()).map_err(|error| AppError::Internal(error.to_string()))
        }
    }
}

fn putting(name: String) -> Work<()> {
    Box::new(move |conn| Box::pin(async move { put(conn, &name).await }))
}

/// A gate in front of commands: they tell that they have begun, and wait for a permit to go on.
#[derive(Clone)]
struct Gate {
    begun: Arc<Semaphore>,
    open: Arc<Semaphore>,
}

impl Gate {
    fn shut() -> Self {
        Self { begun: Arc::new(Semaphore::new(0)), open: Arc::new(Semaphore::new(0)) }
    }

    /// Keeps one name, waits at the gate, and keeps another.
    fn around(&self, name: &str) -> Work<()> {
        let (gate, name) = (self.clone(), name.to_owned());
        Box::new(move |conn| {
            Box::pin(async move {
                put(conn, &format!("{name}, before")).await?;
                gate.begun.add_permits(1);
                let _permit = gate.open.acquire().await.map_err(|error| AppError::Internal(error.to_string()))?;
                put(conn, &format!("{name}, after")).await
            })
        })
    }

    async fn until_begun(&self, many: u32) -> Outcome {
        self.begun.acquire_many(many).await?.forget();
        Ok(())
    }
}

async fn names(bench: &Bench) -> Result<Vec<String>, Fault> {
    let mut names: Vec<String> = bench.rows::<(String,)>("select name from settings").await?.into_iter().map(|row| row.0).collect();
    names.sort();
    Ok(names)
}

type Written<'d> = Pin<Box<dyn Future<Output = Result<(), AppError>> + Send + 'd>>;

/// Begins to write: the command waits with the writer, or for a connection.
async fn begun<'d>(db: &'d Db, work: Work<()>) -> Written<'d> {
    let mut written: Written<'d> = Box::pin(db.write(work));
    assert!(futures::poll!(&mut written).is_pending());
    written
}

async fn a_failure_leaves_the_others(bench: Bench) -> Outcome {
    let gate = Gate::shut();
    // The first command holds the writer until the others wait, so that they are committed in a group with it.
    let first = begun(&bench.db, gate.around("first")).await;
    let mut others = Vec::new();
    for index in 0..12 {
        let work: Work<()> = match index % 4 {
            // Refused after it has written.
            1 => Box::new(move |conn| {
                Box::pin(async move {
                    put(conn, &format!("refused {index}")).await?;
                    Err(AppError::field("name", "refused"))
                })
            }),
            // Fails in the database after it has written.
            2 => Box::new(move |conn| {
                Box::pin(async move {
                    put(conn, &format!("twice {index}")).await?;
                    put(conn, &format!("twice {index}")).await
                })
            }),
            _ => putting(format!("kept {index:02}")),
        };
        others.push(begun(&bench.db, work).await);
    }
    let writing = tokio::spawn({
        let gate = gate.clone();
        async move {
            gate.begun.acquire().await.map(|permit| permit.forget()).map_err(|error| error.to_string())?;
            gate.open.add_permits(1);
            Ok::<(), String>(())
        }
    });
    let (first, others) = tokio::join!(first, join_all(others));
    writing.await??;
    first?;
    for (index, other) in others.iter().enumerate() {
        match index % 4 {
            1 => assert_eq!(*other, Err(AppError::field("name", "refused"))),
            2 => assert!(matches!(other, Err(AppError::Internal(_))), "{other:?}"),
            _ => assert_eq!(*other, Ok(())),
        }
    }
    let kept = ["first, after", "first, before", "kept 00", "kept 03", "kept 04", "kept 07", "kept 08", "kept 11"];
    assert_eq!(names(&bench).await?, kept);
    Ok(())
}

async fn a_panic_is_an_error_and_no_more(bench: Bench) -> Outcome {
    let panics: Work<()> = Box::new(|conn| {
        Box::pin(async move {
            put(conn, "before the panic").await?;
            panic!("a command panics on purpose")
        })
    });
    let (first, second, third) =
        tokio::join!(bench.db.write(putting("one".into())), bench.db.write(panics), bench.db.write(putting("two".into())));
    first?;
    assert!(matches!(second, Err(AppError::Internal(_))));
    third?;
    bench.db.write(putting("three".into())).await?;
    assert_eq!(names(&bench).await?, ["one", "three", "two"]);
    Ok(())
}

async fn nothing_is_seen_before_it_is_kept(bench: Bench) -> Outcome {
    let gate = Gate::shut();
    let writing = begun(&bench.db, gate.around("a")).await;
    let looking = async {
        gate.until_begun(1).await?;
        assert!(names(&bench).await?.is_empty());
        gate.open.add_permits(1);
        Ok::<(), Fault>(())
    };
    let (written, looked) = tokio::join!(writing, looking);
    looked?;
    written?;
    assert_eq!(names(&bench).await?, ["a, after", "a, before"], "who is told of success can read it");
    Ok(())
}

/// Ends all connections and reads what is there when the database is opened anew.
async fn names_afterwards(bench: &Bench) -> Result<Vec<String>, Fault> {
    bench.db.close().await;
    let again = bench.reopened().await?;
    let found = names(&again).await;
    again.db.close().await;
    found
}

async fn a_caller_who_goes_away_changes_nothing(bench: Bench) -> Outcome {
    let gate = Gate::shut();
    let mut writing = begun(&bench.db, gate.around("a")).await;
    tokio::select! {
        _ = &mut writing => panic!("the gate is shut"),
        begun = gate.until_begun(1) => begun?,
    }
    drop(writing);
    gate.open.add_permits(1);
    assert_eq!(names_afterwards(&bench).await?, ["a, after", "a, before"]);
    Ok(())
}

async fn a_caller_who_goes_away_while_waiting_changes_nothing(bench: Bench) -> Outcome {
    if bench.engine == Engine::Postgres {
        // Who waits for a connection there has begun nothing.
        return Ok(());
    }
    let gate = Gate::shut();
    let mut first = begun(&bench.db, gate.around("first")).await;
    tokio::select! {
        _ = &mut first => panic!("the gate is shut"),
        begun = gate.until_begun(1) => begun?,
    }
    let waiting = begun(&bench.db, putting("second".into())).await;
    drop(waiting);
    gate.open.add_permits(1);
    first.await?;
    assert_eq!(names_afterwards(&bench).await?, ["first, after", "first, before", "second"]);
    Ok(())
}

async fn the_end_waits_for_what_was_begun(bench: Bench) -> Outcome {
    let gate = Gate::shut();
    // More than one group of the writer's, and fewer than the 128 steps a task takes at a time; on PostgreSQL as many as have a
    // connection.
    let (many, holding) = if bench.engine == Engine::Sqlite { (100, 1) } else { (6, 6) };
    let mut writing = Vec::new();
    for index in 0..many {
        writing.push(begun(&bench.db, gate.around(&format!("{index:03}"))).await);
    }
    let mut writing = Box::pin(join_all(writing));
    tokio::select! {
        _ = &mut writing => panic!("the gate is shut"),
        begun = gate.until_begun(holding) => begun?,
    }
    let mut closing = Box::pin(bench.db.close());
    assert!(futures::poll!(&mut closing).is_pending());
    gate.open.add_permits(many);
    let (written, ()) = tokio::join!(writing, closing);
    assert!(written.iter().all(Result::is_ok), "{written:?}");
    assert_eq!(names_afterwards(&bench).await?.len(), 2 * many);
    let late = bench.db.write(putting("late".into())).await;
    assert!(matches!(late, Err(AppError::Internal(_))), "{late:?}");
    Ok(())
}

async fn more_than_a_group_is_kept(bench: Bench) -> Outcome {
    let done = join_all((0..300).map(|index| bench.db.write(putting(format!("{index:03}"))))).await;
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    let expected: Vec<_> = (0..300).map(|index| format!("{index:03}")).collect();
    assert_eq!(names(&bench).await?, expected);
    Ok(())
}
