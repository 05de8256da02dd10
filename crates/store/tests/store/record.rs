//! The change record: appended by every command, chained by hash, whole under load, and broken by any tampering.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_store::audit::verify;
use accord_store::changes::StoredChange;
use accord_store::commands::accounts;
use accord_store::commands::agreements;
use accord_store::commands::chapters;
use futures::future::{join, try_join_all};

use crate::harness::{Bench, Engine, Fault, Outcome};
use crate::world::{PERU, World, agreement, assert_whole, email, event, market, text};

on_both!(
    revisions_and_records_are_contiguous,
    a_refused_command_leaves_no_trace,
    a_change_of_any_column_is_found,
    a_record_taken_away_is_found,
    a_record_put_in_is_found,
    records_in_another_order_are_found,
    a_head_that_was_swapped_is_found,
    a_scope_taken_away_is_found,
    commands_at_once_keep_every_chain_whole,
    the_record_can_be_verified_while_it_grows,
    what_is_imported_says_so,
    a_long_record_is_read_page_by_page,
);

/// A world with a record of several commands, of every kind of value, in two scopes.
async fn told(bench: Bench) -> Result<World, Fault> {
    let world = World::make(bench).await?;
    world.held("launched", "2025-01-01").await?;
    world.step(&world.lead, "goods", text("under-negotiation", "")).await??;
    world.step(&world.lead, "goods", text("consolidated-text", "They came back")).await??;
    world.step(&world.lead, "goods", market("offers-exchanged", "")).await??;
    accounts::set_rights(&world.bench.db, world.by(&world.admin), email("official"), vec!["mission".into()]).await?;
    accounts::set_disabled(&world.bench.db, world.by(&world.admin), email("stranger"), true).await?;
    assert_whole(&world.bench).await?;
    // What is tampered with is put back from here.
    world.bench.tamper("create table kept as select * from changes; create table kept_scopes as select * from scopes").await?;
    Ok(world)
}

async fn put_back(world: &World) -> Outcome {
    let all = "begin; delete from changes; delete from scopes; insert into scopes select * from kept_scopes; \
               insert into changes select * from kept; commit";
    world.bench.tamper(all).await
}

/// Does something to the record, asserts that verification tells of a break, and puts the record back as it was.
async fn assert_found(world: &World, what: &str, sql: &str) -> Outcome {
    world.bench.tamper(sql).await.map_err(|fault| format!("{what}: {fault}"))?;
    let found = verify(&world.bench.db).await.map_err(|error| format!("{what}: {error}"))?;
    assert!(!found.breaks.is_empty(), "{what} was not found: {sql}");
    put_back(world).await?;
    assert_whole(&world.bench).await
}

fn place(change: &StoredChange) -> String {
    format!("scope = '{}' and revision = {} and ordinal = {}", change.scope, change.revision, change.ordinal)
}

async fn revisions_and_records_are_contiguous(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    let mut scopes: BTreeMap<String, Vec<(i64, i64)>> = BTreeMap::new();
    for change in world.changes().await? {
        scopes.entry(change.scope).or_default().push((change.revision, change.ordinal));
    }
    assert_eq!(scopes.len(), 2);
    for (scope, places) in scopes {
        let (mut revision, mut ordinal) = (1, 0);
        for (next_revision, next_ordinal) in places {
            let follows = if next_revision == revision {
                next_ordinal == ordinal + 1
            } else {
                next_revision == revision + 1 && next_ordinal == 1
            };
            assert!(follows, "{scope}: {next_revision}.{next_ordinal} after {revision}.{ordinal}");
            (revision, ordinal) = (next_revision, next_ordinal);
        }
        let raised = world.bench.number(&format!("select revision from scopes where scope = '{scope}'")).await?;
        assert_eq!(raised, revision);
    }
    Ok(())
}

async fn a_refused_command_leaves_no_trace(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    let heads = "select scope, revision, head from scopes order by scope";
    let before: Vec<(String, i64, String)> = world.bench.rows(heads).await?;
    let count = world.count().await?;
    assert!(world.step(&world.lead, "goods", text("closed", "")).await?.is_err());
    assert!(world.held("launched", "2099-01-01").await.is_err());
    assert!(world.grant(PERU, "official", "official", "", "").await.is_err());
    let card = chapters::ChapterForm { kind: "goods".into(), number: "3".into(), ..Default::default() };
    assert!(chapters::open(&world.bench.db, world.by(&world.chief), PERU.into(), card).await.is_err());
    assert_eq!(world.bench.rows::<(String, i64, String)>(heads).await?, before);
    assert_eq!(world.count().await?, count);
    assert_whole(&world.bench).await
}

/// Other values for a column of a record; none that leaves the record as it was.
fn otherwise(column: &str, declared: &str, change: &StoredChange, bench: &Bench) -> Vec<String> {
    let other = bench.uuid(uuid::Uuid::max());
    let nothing = match column {
        "actor_id" | "agreement_id" | "chapter_id" | "old" | "new" | "reason" => {
            format!("{change:?}").contains(&format!("{column}: Some"))
        }
        _ => false,
    };
    let mut values = match (column, declared) {
        ("scope", _) => vec![if change.scope == "house" { format!("'{}'", uuid::Uuid::nil()) } else { "'house'".into() }],
        ("revision" | "ordinal", _) => vec![format!("{column} + 1000")],
        ("at", _) => vec!["'2001-01-01T00:00:00+00:00'".into()],
        ("clearance", _) => (0..=4).filter(|rank| *rank != change.clearance).map(|rank| rank.to_string()).collect(),
        (_, "boolean") => vec![format!("not {column}")],
        (_, "uuid") => vec![other],
        _ => vec![format!("coalesce({column}, '') || 'x'"), format!("coalesce({column}, '') || ' '")],
    };
    if nothing {
        values.push("null".into());
    } else if matches!(column, "old" | "new" | "reason") {
        values.push("''".into());
    }
    values
}

async fn a_change_of_any_column_is_found(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    let columns: Vec<(String, String)> = world
        .bench
        .rows(match world.bench.engine {
            Engine::Sqlite => "select name, lower(type) from pragma_table_info('changes')",
            Engine::Postgres => {
                "select column_name::text, data_type::text from information_schema.columns where table_schema = current_schema() and table_name = 'changes'"
            }
        })
        .await?;
    assert_eq!(columns.len(), 19);
    // A record to move from one scope to another must find a scope there.
    let nil = uuid::Uuid::nil();
    world
        .bench
        .tamper(&format!("insert into scopes values ('{nil}', 0, '', null); insert into kept_scopes values ('{nil}', 0, '', null)"))
        .await?;
    let changes = world.changes().await?;
    let wanted = [
        changes.iter().find(|change| change.reason.is_some()),
        changes.iter().find(|change| change.field == "market_status"),
        changes.iter().find(|change| change.scope == "house"),
        changes.iter().rfind(|change| change.scope != "house"),
    ];
    for change in wanted.into_iter().flatten() {
        for (column, declared) in &columns {
            for value in otherwise(column, declared, change, &world.bench) {
                let sql = format!("update changes set {column} = {value} where {}", place(change));
                assert_found(&world, &format!("{column} = {value}"), &sql).await?;
            }
        }
    }
    Ok(())
}

async fn a_record_taken_away_is_found(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    for change in world.changes().await? {
        assert_found(&world, "a record taken away", &format!("delete from changes where {}", place(&change))).await?;
    }
    assert_found(&world, "the newest command", "delete from changes where scope = 'house' and revision = 2").await?;
    assert_found(&world, "a whole scope's records", "delete from changes where scope = 'house'").await?;
    assert_found(&world, "everything", "delete from changes").await
}

async fn a_record_put_in_is_found(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    let mut last = world.changes().await?.into_iter().rfind(|change| change.scope == "house").ok_or("no record")?;
    // A forger who knows how hashes are made, and does not move the head.
    (last.previous_hash, last.revision) = (last.hash.clone(), last.revision + 1);
    last.hash = last.computed_hash();
    let columns = "scope, revision, ordinal, at, actor_id, actor_name, agreement_id, chapter_id, subject, subject_id, verb, field, old, new, \
                   reason, clearance, imported, previous_hash, hash";
    let copied = columns
        .replace("revision", "revision + 1")
        .replace("previous_hash, hash", &format!("'{}', '{}'", last.previous_hash, last.hash));
    let sql = format!(
        "insert into changes ({columns}) select {copied} from changes where scope = 'house' and revision = {}",
        last.revision - 1
    );
    assert_found(&world, "a record put at the end", &sql).await?;
    let between = columns.replace("ordinal", "ordinal + 100");
    let sql = format!("insert into changes ({columns}) select {between} from changes where scope = 'house' and revision = 1");
    assert_found(&world, "a record put in between", &sql).await
}

async fn records_in_another_order_are_found(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    let sql = "update changes set revision = 99 where scope = 'house' and revision = 1; \
               update changes set revision = 1 where scope = 'house' and revision = 2; \
               update changes set revision = 2 where scope = 'house' and revision = 99";
    assert_found(&world, "two commands in another order", sql).await
}

async fn a_head_that_was_swapped_is_found(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    let other = world.changes().await?.into_iter().find(|change| change.scope != "house").ok_or("no record")?.scope;
    let swap = format!(
        "update scopes set head = case scope when 'house' then (select head from kept_scopes where scope = '{other}') \
         else (select head from kept_scopes where scope = 'house') end where scope in ('house', '{other}')"
    );
    assert_found(&world, "heads swapped", &swap).await?;
    assert_found(&world, "a head made empty", "update scopes set head = '' where scope = 'house'").await?;
    let back =
        "update scopes set head = (select previous_hash from changes where scope = 'house' and revision = 2) where scope = 'house'";
    assert_found(&world, "a head put back by one", back).await
}

async fn a_scope_taken_away_is_found(bench: Bench) -> Outcome {
    let world = told(bench).await?;
    if world.bench.engine == Engine::Postgres {
        world.bench.tamper("alter table changes drop constraint changes_scope_fkey").await?;
    }
    assert_found(&world, "a scope without its row", "delete from scopes where scope = 'house'").await?;
    assert_found(&world, "no scope at all", "delete from scopes").await
}

async fn commands_at_once_keep_every_chain_whole(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (world, slugs) = (&world, ["one", "two", "three", "four"]);
    for slug in slugs {
        agreements::open(&world.bench.db, world.by(&world.chief), agreement(slug, slug)).await?;
    }
    let commands = (0..48).map(|index: usize| async move {
        let slug = slugs[index % 4].to_owned();
        let day = format!("2025-01-{:02}", index % 28 + 1);
        if index % 12 == 11 {
            let disabled = (index / 12).is_multiple_of(2);
            return accounts::set_disabled(
                &world.bench.db,
                world.by(&world.admin),
                email(["stranger", "lead"][index / 24]),
                disabled,
            )
            .await;
        }
        // Every third is refused.
        let kind = if index % 3 == 2 { "wedding" } else { "round-held" };
        let done =
            accord_store::commands::events::record(&world.bench.db, world.by(&world.chief), slug, event(kind, &day, true)).await;
        assert_eq!(done.is_ok(), index % 3 != 2);
        Ok(())
    });
    try_join_all(commands).await?;
    assert_whole(&world.bench).await?;
    let gaps = world
        .bench
        .number(
            "select count(*) from scopes s where s.revision <> (select count(distinct revision) from changes c where c.scope = s.scope) \
             or s.revision <> (select max(revision) from changes c where c.scope = s.scope)",
        )
        .await?;
    assert_eq!(gaps, 0);
    let entries = world.bench.number("select count(*) from lifecycle_events").await?;
    let distinct = world.bench.number("select count(*) from (select distinct agreement_id, entry from lifecycle_events) e").await?;
    assert_eq!((entries, distinct), (32, 32), "entries of an agreement are numbered apart");
    Ok(())
}

async fn the_record_can_be_verified_while_it_grows(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let grow = async {
        for index in 0..40 {
            let day = format!("2025-01-{:02}", index % 28 + 1);
            world.held("round-held", &day).await?;
        }
        Ok::<(), AppError>(())
    };
    let look = async {
        for _ in 0..40 {
            let found = verify(&world.bench.db).await?;
            assert_eq!(found.breaks, Vec::<String>::new(), "what is written meanwhile is no break");
        }
        Ok::<(), AppError>(())
    };
    let (grown, looked) = join(grow, look).await;
    grown?;
    looked?;
    assert_whole(&world.bench).await
}

async fn what_is_imported_says_so(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let by = accord_store::changes::Command { imported: true, ..world.by(&world.chief) };
    agreements::open(&world.bench.db, by, agreement("other", "Other")).await?;
    let changes = world.news().await?;
    let (imported, live): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.imported);
    assert_eq!((imported.len(), live.len()), (2, 21));
    let seen = accord_store::queries::agreement::load(&world.bench.db, &world.chief, "other").await?.changes;
    assert!(seen.iter().all(|change| change.imported));
    assert_whole(&world.bench).await
}

async fn a_long_record_is_read_page_by_page(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    // 5,200 records in one command, more than verification reads at a time.
    let by = world.by(&world.admin);
    world
        .bench
        .db
        .write(Box::new(move |conn| {
            Box::pin(async move {
                let mut record = accord_store::changes::Record::of_house(conn, &by).await?;
                for index in 0..5_200 {
                    let change = accord_store::changes::Change {
                        chapter: None,
                        subject: "account",
                        subject_id: uuid::Uuid::nil(),
                        verb: "edit",
                        field: "name",
                        old: None,
                        new: Some(index.to_string()),
                        reason: None,
                        clearance: accord_domain::clearance::Clearance::Principals,
                    };
                    record.append(conn, change).await?;
                }
                record.finish(conn).await
            })
        }))
        .await?;
    let found = verify(&world.bench.db).await?;
    assert_eq!((found.scopes, found.records, found.breaks.len()), (2, before as usize + 5_200, 0));
    world.bench.tamper("update changes set new = 'x' where scope = 'house' and ordinal = 5100").await?;
    assert_eq!(verify(&world.bench.db).await?.breaks.len(), 1);
    Ok(())
}
