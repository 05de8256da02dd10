//! The two engines: versions, migrations, and the same tables on both.

use std::collections::BTreeSet;

use accord_domain::AppError;
use accord_store::changes::StoredChange;
use accord_store::db::{Db, migrate};

use crate::harness::{Bench, Engine, Fault, Outcome, block_on, run, run_pair};
use crate::world::{World, assert_strips, assert_whole, portfolio, text};

on_both!(
    migrations_run_twice_without_harm,
    a_newer_database_is_refused,
    a_migration_that_was_altered_is_refused,
    an_address_with_a_zero_byte_is_nobodys_fault,
    a_closed_database_answers_with_an_error,
    the_position_rises_with_every_command,
    strips_are_made_of_what_is_there,
);

#[test]
fn sqlite_has_no_wal_reset_bug() -> Outcome {
    run(Engine::Sqlite, async |bench| {
        let version = bench.db.version().await?;
        let numbers = version.strip_prefix("SQLite ").ok_or("not SQLite")?;
        let parts = numbers.split('.').map(str::parse).collect::<Result<Vec<u32>, _>>()?;
        // Up to 3.51.2 a WAL reset could corrupt the file.
        assert!(parts >= vec![3, 51, 3], "SQLite {numbers} is older than 3.51.3");
        Ok(())
    })
}

#[test]
fn sqlite_is_opened_as_the_house_rules_say() -> Outcome {
    run(Engine::Sqlite, async |bench| {
        let pragma = async |name: &str| bench.row::<(i64,)>(&format!("pragma {name}")).await.map(|row| row.0);
        assert_eq!(bench.row::<(String,)>("pragma journal_mode").await?.0, "wal");
        assert_eq!(pragma("synchronous").await?, 2, "FULL: an acknowledged change survives the loss of power");
        assert_eq!(pragma("foreign_keys").await?, 1);
        assert_eq!(pragma("trusted_schema").await?, 0);
        assert_eq!(pragma("busy_timeout").await?, 5_000);
        assert_eq!(bench.rows::<(i64,)>("pragma mmap_size").await?.first().map_or(0, |row| row.0), 0);
        let readers_only = bench.rows::<(i64,)>("insert into settings (name, value) values ('a', 'b') returning 1").await;
        assert!(readers_only.is_err(), "a reader's connection must not write");
        Ok(())
    })
}

/// A database whose record lay in the order of its key.
#[test]
fn records_stay_as_they_were_written() -> Outcome {
    run(Engine::Sqlite, async |bench| {
        let world = World::make(bench).await?;
        world.step(&world.lead, "goods", text("consolidated-text", "As agreed.")).await??;
        let records = "select * from changes order by scope, revision, ordinal";
        let before: Vec<StoredChange> = world.bench.rows(records).await?;
        let table: (String,) = world.bench.row("select sql from sqlite_schema where name = 'changes'").await?;
        let columns = table.0.split_once('(').ok_or("a table without columns")?.1;
        world.bench.tamper(&format!("create table changes_in_order ({columns} without rowid")).await?;
        for sql in [
            "insert into changes_in_order select * from changes",
            "drop table changes",
            "alter table changes_in_order rename to changes",
            "create index changes_by_chapter on changes (chapter_id, revision, ordinal)",
        ] {
            world.bench.tamper(sql).await?;
        }
        let migration = include_str!("../../../../migrations/sqlite/0015_in_order.sql");
        let writing = migration.find("create table changes_as_written").ok_or("the migration writes no record")?;
        world.bench.tamper(&migration[writing..]).await?;
        let after: Vec<StoredChange> = world.bench.rows(records).await?;
        assert!(before.len() > 20, "{}", before.len());
        assert_eq!(after, before);
        world.step(&world.lead, "goods", text("under-negotiation", "As agreed.")).await??;
        assert_whole(&world.bench).await
    })
}

#[test]
fn an_unknown_address_is_refused() -> Outcome {
    block_on(async {
        assert!(matches!(Db::open("mysql://x").await, Err(AppError::Internal(_))));
        assert!(matches!(Db::open("sqlite:/no/such/folder/accord.db").await, Err(AppError::Internal(_))));
    })
}

async fn migrations_run_twice_without_harm(bench: Bench) -> Outcome {
    let tables = tables_of(&bench).await?;
    assert!(tables.len() >= 15, "{tables:?}");
    let world = World::make(bench).await?;
    let (before, ran) = (world.count().await?, "select count(*) from _sqlx_migrations where success");
    let migrations = world.bench.number(ran).await?;
    migrate(&world.bench.db).await?;
    assert_eq!(world.count().await?, before);
    assert_eq!(world.bench.number(ran).await?, migrations);
    assert_eq!(tables_of(&world.bench).await?, tables);
    // A second process that opens the same database finds nothing to do either.
    let second = Db::open(&world.bench.address).await?;
    migrate(&second).await?;
    second.close().await;
    Ok(())
}

async fn a_newer_database_is_refused(bench: Bench) -> Outcome {
    let checksum = if bench.engine == Engine::Sqlite { "x'00'" } else { "'\\x00'" };
    bench
        .tamper(&format!(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (99990101, 'later', true, {checksum}, 1)"
        ))
        .await?;
    assert!(matches!(migrate(&bench.db).await, Err(AppError::Internal(_))));
    Ok(())
}

async fn a_migration_that_was_altered_is_refused(bench: Bench) -> Outcome {
    let checksum = if bench.engine == Engine::Sqlite { "x'00'" } else { "'\\x00'" };
    bench.tamper(&format!("update _sqlx_migrations set checksum = {checksum} where version = 1")).await?;
    assert!(matches!(migrate(&bench.db).await, Err(AppError::Internal(_))));
    Ok(())
}

async fn an_address_with_a_zero_byte_is_nobodys_fault(bench: Bench) -> Outcome {
    use accord_store::queries::portfolio::Filters;
    use accord_store::queries::{agreement, chapter};
    let world = World::make(bench).await?;
    let (db, chief) = (&world.bench.db, &world.chief);
    // PostgreSQL keeps no zero byte in a text; that must not look like a failure of the server.
    let answers = [
        agreement::load(db, chief, "india\0peru").await.err(),
        chapter::load(db, chief, "india-peru", "goo\0ds").await.err(),
        portfolio(db, chief, &Filters { party: "P\0E".into(), ..Default::default() }).await.err(),
        world.grant("india-peru", "stran\0ger", "official", "", "").await.err(),
        accord_store::commands::agreements::relate(db, world.by(chief), "india-peru".into(), "expands".into(), "a\0b".into())
            .await
            .err(),
    ];
    for (index, answer) in answers.iter().enumerate() {
        assert!(!matches!(answer, Some(AppError::Internal(_))), "call {index}: {answer:?}");
    }
    Ok(())
}

async fn a_closed_database_answers_with_an_error(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    world.bench.db.close().await;
    assert!(matches!(world.bench.db.read().await.err(), Some(AppError::Internal(_))));
    assert!(matches!(world.held("launched", "2026-01-01").await, Err(AppError::Internal(_))));
    Ok(())
}

async fn the_position_rises_with_every_command(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let (stamp, position) = (db.stamp()?, db.position().await?);
    assert_eq!((db.stamp()?, db.position().await?), (stamp, position), "reading changes neither");
    assert_eq!(stamp.is_some(), world.bench.engine == Engine::Sqlite);
    world.held("launched", "2026-01-01").await?;
    assert_eq!(db.position().await?, position + 1);
    let later = db.stamp()?;
    assert!(stamp.is_none() || later != stamp, "a commit must change the stamp");
    assert!(world.held("launched", "2099-01-01").await.is_err());
    assert_eq!(db.position().await?, position + 1, "a refused command leaves no trace");
    Ok(())
}

/// A database that had chapters before it had strips.
async fn strips_are_made_of_what_is_there(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let moved = "update chapters set text_status = 'under-negotiation', open_brackets = 4 where address = 'goods'";
    let known = "update chapter_confidences set market_status = 'offers-exchanged', parked_since = market_since where chapter_id in \
                 (select id from chapters where address in ('goods', 'services'))";
    for sql in [moved, known, "delete from agreement_strips"] {
        world.bench.tamper(sql).await?;
    }
    let migration = match world.bench.engine {
        Engine::Sqlite => include_str!("../../../../migrations/sqlite/0003_strips.sql"),
        Engine::Postgres => include_str!("../../../../migrations/postgres/0003_strips.sql"),
    };
    let filling = migration.find("insert into").ok_or("the migration fills nothing")?;
    world.bench.tamper(&migration[filling..]).await?;
    assert!(
        world.bench.number("select count(*) from agreement_strips where texts like '%3%' and confidences like '%2p%'").await? > 0
    );
    assert_strips(&world.bench).await
}

type Named = BTreeSet<String>;

pub async fn tables_of(bench: &Bench) -> Result<Named, Fault> {
    let sql = match bench.engine {
        Engine::Sqlite => {
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> '_sqlx_migrations'"
        }
        Engine::Postgres => {
            "select table_name::text from information_schema.tables where table_schema = current_schema() and table_name <> '_sqlx_migrations'"
        }
    };
    Ok(bench.rows::<(String,)>(sql).await?.into_iter().map(|(name,)| name).collect())
}

/// Every column with its type and whether it may be null, one a line.
pub async fn columns_of(bench: &Bench) -> Result<Named, Fault> {
    let sql = match bench.engine {
        Engine::Sqlite => {
            "select t.name || '.' || c.name || ' ' || lower(c.type) || case when c.\"notnull\" = 1 or c.pk > 0 then ' not null' else '' end \
             || case when c.dflt_value is null then '' else ' default ' || c.dflt_value end \
             from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table' and t.name <> '_sqlx_migrations'"
        }
        Engine::Postgres => {
            "select table_name || '.' || column_name || ' ' || case data_type when 'timestamp with time zone' then 'timestamptz' when 'bytea' then 'blob' else data_type end \
             || case is_nullable when 'NO' then ' not null' else '' end || coalesce(' default ' || column_default, '') \
             from information_schema.columns where table_schema = current_schema() and table_name <> '_sqlx_migrations'"
        }
    };
    Ok(bench.rows::<(String,)>(sql).await?.into_iter().map(|(name,)| name).collect())
}

/// Every primary key, unique constraint and index by its columns, and every reference, one a line.
async fn keys_of(bench: &Bench) -> Result<Named, Fault> {
    let sql = match bench.engine {
        Engine::Sqlite => {
            "select t.name || ' ' || case i.origin when 'pk' then 'primary' when 'u' then 'unique' else i.name || case i.\"unique\" when 1 then ' unique' else '' end end \
             || case i.partial when 1 then ' partial' else '' end || ' (' || (select group_concat(name, ', ') from (select name from pragma_index_info(i.name) order by seqno)) || ')' \
             from sqlite_schema t join pragma_index_list(t.name) i where t.type = 'table' and t.name <> '_sqlx_migrations' \
             union all select t.name || '.' || f.\"from\" || ' -> ' || f.\"table\" || '.' || f.\"to\" \
             from sqlite_schema t join pragma_foreign_key_list(t.name) f where t.type = 'table'"
        }
        Engine::Postgres => {
            "select t.relname || ' ' || case when x.indisprimary then 'primary' when k.oid is not null then 'unique' else i.relname || case when x.indisunique then ' unique' else '' end end \
             || case when x.indpred is not null then ' partial' else '' end || ' (' || (select string_agg(a.attname, ', ' order by n.ord) \
             from unnest(x.indkey::int2[]) with ordinality n(att, ord) join pg_attribute a on a.attrelid = t.oid and a.attnum = n.att) || ')' \
             from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid \
             join pg_namespace s on s.oid = t.relnamespace and s.nspname = current_schema() \
             left join pg_constraint k on k.conindid = i.oid and k.contype = 'u' where t.relname <> '_sqlx_migrations' \
             union all select t.relname || '.' || a.attname || ' -> ' || r.relname || '.' || b.attname from pg_constraint k \
             join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid \
             join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] \
             join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1] where k.contype = 'f' and k.connamespace = current_schema()::regnamespace"
        }
    };
    Ok(bench.rows::<(String,)>(sql).await?.into_iter().map(|(name,)| name).collect())
}

#[test]
fn both_engines_have_the_same_tables() -> Outcome {
    run_pair(async |sqlite, postgres| {
        assert_eq!(tables_of(&sqlite).await?, tables_of(&postgres).await?);
        assert_eq!(columns_of(&sqlite).await?, columns_of(&postgres).await?);
        let keys = keys_of(&sqlite).await?;
        assert!(keys.contains("changes primary (scope, revision, ordinal)"), "{keys:?}");
        assert!(keys.contains("agreements unique (slug)") && keys.contains("grants.account_id -> accounts.id"), "{keys:?}");
        assert_eq!(keys, keys_of(&postgres).await?);
        Ok(())
    })
}
