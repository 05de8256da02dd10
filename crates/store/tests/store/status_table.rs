//! A status table: each row goes by the rules of a chapter's own page, and a table is kept as a whole or not at all.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::chapter::ChapterKind;
use accord_domain::ids::WaitingFileId;
use accord_domain::tracks::TextStatus;
use accord_store::commands::agreements;
use accord_store::commands::chapters;
use accord_store::commands::status_table::{StatusRow, TableEffect, commit, trial};
use accord_store::commands::waiting::{Purpose, WaitingFile, keep, may_import};
use accord_store::queries::chapter;
use uuid::Uuid;

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, agreement, assert_whole};

on_both!(
    rows_move_chapters_by_their_own_rules,
    a_trial_leaves_nothing,
    a_table_is_kept_as_a_whole_or_not_at_all,
    what_is_not_ones_own_is_refused_row_by_row,
    a_chapter_that_is_not_there_is_opened_by_who_may,
    two_tables_at_once_do_not_hold_each_other_up,
    who_moves_a_chapter_imports,
);

fn row(number: u32, chapter: &str, status: TextStatus) -> StatusRow {
    StatusRow {
        number,
        agreement: "India - Peru".into(),
        chapter: chapter.into(),
        kind: None,
        status,
        lead: String::new(),
        remarks: "From the table of the ministry".into(),
    }
}

fn file() -> WaitingFileId {
    WaitingFileId(Uuid::nil())
}

async fn tried(world: &World, actor: &Actor, rows: &[StatusRow]) -> Result<TableEffect, AppError> {
    trial(&world.bench.db, world.by(actor), rows.to_vec()).await
}

async fn kept(world: &World, actor: &Actor, rows: &[StatusRow], leave_out: bool) -> Result<TableEffect, AppError> {
    commit(&world.bench.db, world.by(actor), file(), rows.to_vec(), leave_out).await
}

async fn text_of(world: &World, address: &str) -> Result<TextStatus, Fault> {
    Ok(chapter::load(&world.bench.db, &world.chief, PERU, address).await?.text)
}

fn refusals(effect: &TableEffect) -> Vec<(u32, &str, &str)> {
    effect
        .refused
        .iter()
        .flat_map(|(number, errors)| errors.iter().map(|error| (*number, error.field.as_str(), error.code.as_str())))
        .collect()
}

async fn rows_move_chapters_by_their_own_rules(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let goods = StatusRow { lead: "R. Sharma".into(), ..row(2, "Goods", TextStatus::UnderNegotiation) };
    let by_kind = StatusRow { kind: Some(ChapterKind::Services), ..row(3, "Trade in services", TextStatus::Closed) };
    let effect = kept(&world, &world.chief, &[goods, by_kind], false).await?;
    assert_eq!(
        effect.done.iter().map(|row| (row.from, row.to, row.lead)).collect::<Vec<_>>(),
        [
            (Some(TextStatus::NotStarted), TextStatus::UnderNegotiation, true),
            (Some(TextStatus::NotStarted), TextStatus::Closed, false),
        ]
    );
    let goods = chapter::load(&world.bench.db, &world.official, PERU, "goods").await?;
    assert_eq!((goods.text, goods.our_lead.as_str()), (TextStatus::UnderNegotiation, "R. Sharma"));
    assert_eq!(goods.changes.iter().filter_map(|change| change.reason.as_deref()).next(), Some("From the table of the ministry"));
    // Back without a reason, and what is parked.
    let back = StatusRow { remarks: String::new(), ..row(2, "goods", TextStatus::NotStarted) };
    chapters::set_parked(&world.bench.db, world.by(&world.chief), world.at("tbt").await?, true, "Waiting".into()).await?;
    let effect = tried(&world, &world.chief, &[back, row(3, "tbt", TextStatus::Closed)]).await?;
    assert_eq!(refusals(&effect).iter().map(|(number, ..)| *number).collect::<Vec<_>>(), [2, 3]);
    // Of two rows on one chapter the second is refused, however it is named.
    let number = chapter::load(&world.bench.db, &world.chief, PERU, "goods").await?.number;
    let twice =
        tried(&world, &world.chief, &[row(2, "goods", TextStatus::Closed), row(3, &number.to_string(), TextStatus::Closed)])
            .await?;
    assert_eq!(refusals(&twice), [(3, "row", "row-repeats")]);
    assert_whole(&world.bench).await
}

async fn a_trial_leaves_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.changes().await?;
    let effect =
        tried(&world, &world.chief, &[row(2, "goods", TextStatus::Closed), row(3, "Fisheries", TextStatus::Closed)]).await?;
    assert_eq!((effect.done.len(), effect.done.iter().filter(|row| row.from.is_none()).count()), (2, 1));
    assert_eq!(world.changes().await?, before);
    assert_eq!(text_of(&world, "goods").await?, TextStatus::NotStarted);
    assert_whole(&world.bench).await
}

async fn a_table_is_kept_as_a_whole_or_not_at_all(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let rows = [
        row(2, "goods", TextStatus::UnderNegotiation),
        row(3, "nowhere at all 99", TextStatus::Scrubbed),
        row(4, "99", TextStatus::Closed),
    ];
    let before = world.changes().await?;
    assert_refused(kept(&world, &world.chief, &rows, false).await, "leave_out-yes", "rows-refused");
    assert_eq!(world.changes().await?, before, "nothing of it is kept");
    let effect = kept(&world, &world.chief, &rows, true).await?;
    assert_eq!((effect.done.len(), effect.refused.len()), (1, 2));
    assert_eq!(text_of(&world, "goods").await?, TextStatus::UnderNegotiation);
    assert_not_found(chapter::load(&world.bench.db, &world.chief, PERU, "chapter-31").await.map(|_| ()));
    let chapters = world.bench.number("select count(*) from chapters where title = 'nowhere at all 99'").await?;
    assert_eq!(chapters, 0, "a refused row opens nothing");
    assert_refused(kept(&world, &world.chief, &rows[2..], true).await, "commit", "no-sound-row");
    assert_whole(&world.bench).await
}

async fn what_is_not_ones_own_is_refused_row_by_row(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    agreements::open(&world.bench.db, world.by(&world.chief), agreement("other", "India–Other")).await?;
    let elsewhere = StatusRow { agreement: "India–Other".into(), ..row(4, "goods", TextStatus::Closed) };
    let unknown = StatusRow { agreement: "India–Atlantis".into(), ..elsewhere.clone() };
    let rows = [row(2, "goods", TextStatus::UnderNegotiation), row(3, "services", TextStatus::UnderNegotiation)];
    let effect = tried(&world, &world.lead, &[rows[0].clone(), rows[1].clone(), elsewhere, unknown]).await?;
    assert_eq!(effect.done.len(), 1, "the lead of goods moves goods");
    assert_eq!(
        refusals(&effect),
        [(3, "chapter", "chapter-not-yours"), (4, "agreement", "agreement-unknown"), (4, "agreement", "agreement-unknown"),]
    );
    let closing = tried(&world, &world.lead, &[row(2, "goods", TextStatus::Closed)]).await?;
    assert_eq!(refusals(&closing), [(2, "text_status", "closing-needs-chief")]);
    let opening = tried(&world, &world.lead, &[row(2, "Fisheries", TextStatus::NotStarted)]).await?;
    assert_eq!(refusals(&opening), [(2, "chapter", "no-such-chapter")]);
    for actor in [&world.official, &world.partner, &world.stranger, &world.admin] {
        let effect = tried(&world, actor, &rows).await?;
        assert_eq!(refusals(&effect), [(2, "agreement", "agreement-unknown"), (3, "agreement", "agreement-unknown")]);
    }
    Ok(())
}

async fn a_chapter_that_is_not_there_is_opened_by_who_may(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let known = chapter::load(&world.bench.db, &world.chief, PERU, "critical-minerals").await.is_ok();
    assert!(!known, "the template has no such chapter");
    let minerals =
        StatusRow { kind: Some(ChapterKind::CriticalMinerals), ..row(2, "Critical minerals", TextStatus::ConsolidatedText) };
    kept(&world, &world.chief, &[minerals, row(3, "Fisheries, in detail", TextStatus::NotStarted)], false).await?;
    assert_eq!(text_of(&world, "critical-minerals").await?, TextStatus::ConsolidatedText);
    let own: Vec<(String,)> = world.bench.rows("select address from chapters where title = 'Fisheries, in detail'").await?;
    assert_eq!(own.len(), 1);
    // Taken in again, the table changes nothing.
    let again = tried(&world, &world.chief, &[row(2, "FISHERIES in detail", TextStatus::NotStarted)]).await?;
    assert!(again.done.iter().all(|row| row.is_same()));
    assert_whole(&world.bench).await
}

async fn two_tables_at_once_do_not_hold_each_other_up(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    agreements::open(&world.bench.db, world.by(&world.chief), agreement("other", "India–Other")).await?;
    let here = row(2, "goods", TextStatus::UnderNegotiation);
    let there = StatusRow { agreement: "other".into(), ..row(3, "goods", TextStatus::UnderNegotiation) };
    let (forth, back) = ([here.clone(), there.clone()], [there, here]);
    for _ in 0..5 {
        let (one, other) = tokio::join!(tried(&world, &world.chief, &forth), tried(&world, &world.chief, &back));
        assert_eq!((one?.done.len(), other?.done.len()), (2, 2));
    }
    Ok(())
}

async fn who_moves_a_chapter_imports(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    for (name, actor) in world.everybody() {
        let moves = matches!(name, "principal" | "chief" | "lead" | "member");
        assert_eq!(may_import(&world.bench.db, actor, Purpose::StatusTable).await?, moves, "{name}");
        let file = WaitingFile { name: "status.csv".into(), bytes: b"a,b".to_vec() };
        assert_eq!(keep(&world.bench.db, world.by(actor), Purpose::StatusTable, file).await.is_ok(), moves, "{name}");
    }
    Ok(())
}
