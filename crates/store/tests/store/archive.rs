//! Backup and restore: everything comes back on either engine, and nothing that was cut off, altered or broken is taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use accord_domain::AppError;
use accord_store::archive::{backup, restore};
use accord_store::commands::sign_in;
use accord_store::sessions;
use chrono::Duration;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::clearance::plant;
use crate::engines::{columns_of, tables_of};
use crate::harness::{Bench, Engine, Fault, Outcome, assert_refused, beside, run, run_pair};
use crate::world::{World, assert_whole, now};

on_both!(holds_every_column_of_every_table, is_restored_only_into_an_empty_database, what_is_not_whole_is_not_taken_in);

async fn archive(bench: &Bench) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    backup(&bench.db, &mut bytes, now()).await?;
    Ok(bytes)
}

fn lines(archive: &[u8]) -> Result<String, Fault> {
    let mut text = String::new();
    GzDecoder::new(archive).read_to_string(&mut text)?;
    Ok(text)
}

fn packed(lines: &str) -> Result<Vec<u8>, Fault> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(lines.as_bytes())?;
    Ok(packer.finish()?)
}

/// A world with something in every table that an archive holds.
async fn world(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    plant(&world).await?;
    crate::trade::plant(&world).await?;
    crate::programme::plant(&world).await?;
    crate::consultations::plant(&world).await?;
    crate::barriers::plant(&world).await?;
    crate::stakeholders::plant(&world).await?;
    crate::house_meetings::plant(&world).await?;
    world.bench.tamper("insert into settings (name, value) values ('a', 'b')").await?;
    let other = crate::world::agreement("other", "Other");
    accord_store::commands::agreements::open(&world.bench.db, world.by(&world.chief), other).await?;
    let (by, slug) = (world.by(&world.chief), crate::world::PERU.to_owned());
    accord_store::commands::agreements::relate(&world.bench.db, by, slug, "expands".into(), "other".into()).await?;
    let (by, slug) = (world.by(&world.chief), crate::world::PERU.to_owned());
    accord_store::commands::carry_over::take_over(&world.bench.db, by, slug, "round-10".into()).await?;
    // A strip of the day before, which is put aside.
    let step = crate::world::text("consolidated-text", "");
    accord_store::commands::chapters::record_step(
        &world.bench.db,
        world.by_after(&world.chief, 2_000),
        world.at("tbt").await?,
        step,
    )
    .await?;
    sessions::save(&world.bench.db, "one", Some(world.chief.account), "{}".into(), now() + Duration::days(1), true).await?;
    assert_refused(sign_in::check(&world.bench.db, "x@test.example", "a guess", "c", now()).await, "password", "wrong-sign-in");
    Ok(world)
}

/// What stays with the database: nobody is signed in where an archive is restored, and no calendar is open.
const NOT_HELD: [&str; 5] = ["sessions", "session_turns", "sign_in_attempts", "calendar_feeds", "waiting_files"];

async fn there_and_back(from: Bench, to: Bench) -> Outcome {
    let world = world(from).await?;
    let first = archive(&world.bench).await?;
    let taken_in = restore(&to.db, Cursor::new(first.clone())).await?;
    assert_eq!(taken_in.changes as i64, world.count().await?);
    assert_whole(&to).await?;
    assert_eq!(lines(&archive(&to).await?)?, lines(&first)?, "an archive of what was restored is the same archive");
    for left_behind in ["sessions", "sign_in_attempts"] {
        assert_eq!(to.number(&format!("select count(*) from {left_behind}")).await?, 0);
    }
    // Work goes on where it stopped.
    let (bench, position) = (World { bench: to, ..world }, "select cast(sum(revision) as bigint) from scopes");
    let before = bench.bench.number(position).await?;
    bench.held("paused", "2026-03-30").await?;
    assert_eq!(bench.bench.number(position).await?, before + 1);
    assert_whole(&bench.bench).await
}

#[test]
fn sqlite_to_sqlite() -> Outcome {
    run(Engine::Sqlite, async |from| beside(Engine::Sqlite, async |to| there_and_back(from, to).await).await.map(|_| ()))
}

#[test]
fn sqlite_to_postgres() -> Outcome {
    run_pair(async |sqlite, postgres| there_and_back(sqlite, postgres).await)
}

#[test]
fn postgres_to_sqlite() -> Outcome {
    run_pair(async |sqlite, postgres| there_and_back(postgres, sqlite).await)
}

async fn holds_every_column_of_every_table(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let text = lines(&archive(&world.bench).await?)?;
    let (mut held, mut table) = (BTreeSet::new(), String::new());
    let mut rows: BTreeMap<String, i64> = BTreeMap::new();
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line)?;
        match line.get("table").and_then(|name| name.as_str()) {
            Some(name) => {
                table = name.to_owned();
                rows.insert(table.clone(), 0);
                let columns = line["columns"].as_array().ok_or("a table without columns")?;
                held.extend(columns.iter().filter_map(|column| column.as_str()).map(|column| format!("{table}.{column}")));
            }
            None if line.is_array() => *rows.entry(table.clone()).or_default() += 1,
            None => {}
        }
    }
    let there: BTreeSet<String> = columns_of(&world.bench)
        .await?
        .iter()
        .filter_map(|column| column.split(' ').next())
        .filter(|column| !NOT_HELD.iter().any(|table| column.split('.').next() == Some(table)))
        .map(str::to_owned)
        .collect();
    assert_eq!(held, there, "a column that is not in the archive is lost");
    for table in tables_of(&world.bench).await?.iter().filter(|table| !NOT_HELD.contains(&table.as_str())) {
        let many = world.bench.number(&format!("select count(*) from {table}")).await?;
        assert!(many > 0 && rows.get(table) == Some(&many), "{table}: {many} rows, {rows:?}");
    }
    Ok(())
}

async fn is_restored_only_into_an_empty_database(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let (bytes, before) = (archive(&world.bench).await?, world.count().await?);
    let refused = restore(&world.bench.db, Cursor::new(bytes)).await;
    assert!(matches!(refused, Err(AppError::Internal(_))), "{refused:?}");
    assert_eq!(world.count().await?, before);
    Ok(())
}

async fn what_is_not_whole_is_not_taken_in(bench: Bench) -> Outcome {
    // The archive is of a SQLite file, so that the database of the test stays empty.
    let made = beside(Engine::Sqlite, async |from| {
        let world = world(from).await?;
        let whole = archive(&world.bench).await?;
        world.bench.tamper("update changes set reason = 'another' where reason = 'canary parked'").await?;
        Ok((whole, archive(&world.bench).await?))
    });
    let (whole, broken) = made.await?.ok_or("no SQLite")?;
    let text = lines(&whole)?;
    let altered = text.replace("canary objective", "another objective");
    assert_ne!(altered, text);
    let without_a_row =
        text.lines().filter(|line| !line.contains("canary ratification")).map(|line| format!("{line}\n")).collect::<String>();
    let newer = text.replacen("\"migration\":", "\"migration\":9", 1);
    let unclosed = text.lines().filter(|line| !line.contains("sha256")).map(|line| format!("{line}\n")).collect::<String>();
    for (what, bytes) in [
        ("nothing", Vec::new()),
        ("no archive", b"SQLite format 3\0".to_vec()),
        ("another file", packed("{\"format\":\"zip\",\"migration\":1,\"made_at\":\"\"}\n")?),
        ("half an archive", whole[..whole.len() / 2].to_vec()),
        ("one without its end", packed(&unclosed)?),
        ("one that was altered", packed(&altered)?),
        ("one that lacks a row", packed(&without_a_row)?),
        ("one of another version", packed(&newer)?),
        ("one whose record is broken", broken),
    ] {
        let refused = restore(&bench.db, Cursor::new(bytes)).await;
        assert!(matches!(refused, Err(AppError::Internal(_))), "{what}: {refused:?}");
        for table in ["accounts", "agreements", "changes", "scopes"] {
            assert_eq!(bench.number(&format!("select count(*) from {table}")).await?, 0, "{what} left rows in {table}");
        }
    }
    restore(&bench.db, Cursor::new(whole)).await?;
    assert_whole(&bench).await
}
