//! Imports of figures: tried, kept whole or not at all, taken back as a whole.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::ids::{FigureId, ImportId};
use accord_domain::trade::amount::Amount;
use accord_store::commands::trade::figures;
use accord_store::commands::trade::import::{Effect, Intake, commit, trial};
use accord_store::commands::trade::withdrawal::{Undone, withdraw};
use accord_store::commands::trade::{NewFigure, SourceForm};
use accord_store::commands::waiting::{self, Purpose, WaitingFile};
use accord_store::queries::trade::{import, sources};

use crate::harness::{Bench, Outcome, assert_not_found, assert_refused};
use crate::trade::{keeper, new, source, value};
use crate::world::{World, assert_whole, person};

on_both!(
    a_file_is_tried_and_then_kept_whole,
    an_import_that_fails_keeps_nothing,
    a_waiting_file_is_for_its_sender,
    an_import_is_withdrawn_as_a_whole,
    what_was_corrected_by_hand_since_stays,
    imports_are_withdrawn_from_the_last,
    only_who_keeps_figures_withdraws_imports,
);

pub async fn waiting_file(world: &World, keeper: &Actor) -> Result<accord_domain::ids::WaitingFileId, AppError> {
    let file = WaitingFile { name: "monthly.csv".into(), bytes: vec![1, 2, 3] };
    waiting::keep(&world.bench.db, world.by(keeper), Purpose::TradeFigures, file).await
}

pub fn intake(file: accord_domain::ids::WaitingFileId, figures: Vec<NewFigure>) -> Intake {
    Intake {
        source: SourceForm { complete: true, ..source("monthly") },
        file,
        file_name: "monthly.csv".into(),
        sha256: "00".into(),
        mapping: "mark=point".into(),
        figures,
    }
}

async fn a_file_is_tried_and_then_kept_whole(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    // More than a statement takes.
    let all: Vec<NewFigure> =
        (1..=99).filter(|c| *c != 77).flat_map(|c| (1..=5).map(move |h| new(&format!("{c:02}{h:02}"), 100 * c))).collect();
    let count = i64::try_from(all.len())?;
    let fresh = Effect { added: count, changed: 0, same: 0 };
    assert_eq!(trial(db, &keeper, &source("monthly"), &all).await?, fresh);
    assert_eq!(world.bench.number("select count(*) from trade_figures").await?, 0, "a trial keeps nothing");
    let file = waiting_file(&world, &keeper).await?;
    assert_eq!(commit(db, world.by(&keeper), intake(file, all.clone())).await?, fresh);
    assert_not_found(waiting::load(db, &keeper, Purpose::TradeFigures, file).await.map(|_| ()));
    let sum: i64 = all.iter().map(|figure| figure.printed.amount.0).sum();
    assert_eq!(world.bench.number("select amount from trade_totals").await?, sum);
    let mut again = all;
    again[0].printed.amount = Amount(7);
    again.push(new("0199", 5));
    let effect = Effect { added: 1, changed: 1, same: count - 1 };
    assert_eq!(trial(db, &keeper, &source("monthly"), &again).await?, effect);
    let file = waiting_file(&world, &keeper).await?;
    assert_eq!(commit(db, world.by(&keeper), intake(file, again)).await?, effect);
    let known = sources::all(db, &keeper).await?;
    assert_eq!(known.iter().map(|source| source.mapping.as_str()).collect::<Vec<_>>(), ["mark=point"]);
    assert_eq!(
        sources::imports(db, &keeper, None, 10).await?.iter().map(|line| (line.added, line.changed)).collect::<Vec<_>>(),
        [(1, 1), (count, 0)]
    );
    assert_whole(&world.bench).await
}

async fn an_import_that_fails_keeps_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let file = waiting_file(&world, &keeper).await?;
    let before = world.count().await?;
    let figures = || vec![new("0101", 1), new("0102", 1)];
    let unnamed = Intake { source: SourceForm::default(), ..intake(file, figures()) };
    assert_refused(commit(&world.bench.db, world.by(&keeper), unnamed).await, "publisher", "required");
    // What is written after the figures cannot be.
    world.bench.tamper("alter table trade_totals rename to elsewhere").await?;
    assert!(matches!(commit(&world.bench.db, world.by(&keeper), intake(file, figures())).await, Err(AppError::Internal(_))));
    assert_eq!(world.bench.number("select count(*) from trade_figures").await?, 0);
    assert_eq!(world.bench.number("select count(*) from trade_sources").await?, 0);
    assert_eq!(world.count().await?, before);
    assert_eq!(waiting::load(&world.bench.db, &keeper, Purpose::TradeFigures, file).await?.bytes, [1, 2, 3], "the file waits on");
    Ok(())
}

async fn a_waiting_file_is_for_its_sender(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let other = person(&world.bench, "other", &[HouseRight::EditTradeFigures]).await?;
    let db = &world.bench.db;
    let file = waiting_file(&world, &keeper).await?;
    assert_eq!(waiting::load(db, &keeper, Purpose::TradeFigures, file).await?.name, "monthly.csv");
    assert_not_found(waiting::load(db, &other, Purpose::TradeFigures, file).await.map(|_| ()));
    assert_not_found(waiting::load(db, &keeper, Purpose::StatusTable, file).await.map(|_| ()));
    for _ in 0..6 {
        waiting_file(&world, &keeper).await?;
    }
    assert_eq!(world.bench.number("select count(*) from waiting_files").await?, 5, "the oldest make room");
    assert_not_found(waiting::load(db, &keeper, Purpose::TradeFigures, file).await.map(|_| ()));
    let late = world.by_after(&keeper, 60 * 25);
    let newest = WaitingFile { name: "late.csv".into(), bytes: vec![1] };
    waiting::keep(db, late, Purpose::TradeFigures, newest).await?;
    assert_eq!(world.bench.number("select count(*) from waiting_files").await?, 1, "a file waits a day");
    Ok(())
}

/// Imports figures, code and amount; answers which import it was.
async fn import(world: &World, keeper: &Actor, figures: &[(&str, i64)]) -> Result<ImportId, AppError> {
    let file = waiting_file(world, keeper).await?;
    let figures = figures.iter().map(|(code, amount)| new(code, *amount)).collect();
    commit(&world.bench.db, world.by(keeper), intake(file, figures)).await?;
    let newest = sources::imports(&world.bench.db, keeper, None, 1).await?;
    newest.first().map(|line| ImportId(line.id)).ok_or(AppError::NotFound)
}

/// Every figure kept, by its code.
async fn kept(world: &World) -> Result<Vec<(String, i64)>, AppError> {
    world.bench.db.all("select hs, amount from trade_figures order by hs").await
}

fn codes(figures: &[(&str, i64)]) -> Vec<(String, i64)> {
    figures.iter().map(|(code, amount)| ((*code).to_owned(), *amount)).collect()
}

async fn undone(world: &World, keeper: &Actor, id: ImportId) -> Result<Undone, AppError> {
    withdraw(&world.bench.db, world.by(keeper), id, "The wrong flow".into()).await
}

async fn an_import_is_withdrawn_as_a_whole(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    import(&world, &keeper, &[("0101", 10), ("0102", 20), ("0103", 30)]).await?;
    let second = import(&world, &keeper, &[("0101", 11), ("0102", 20), ("0104", 40)]).await?;
    assert_eq!(kept(&world).await?, codes(&[("0101", 11), ("0102", 20), ("0103", 30), ("0104", 40)]));
    let told = import::load(&world.bench.db, &keeper, second).await?;
    let changed: Vec<_> = told.changes.iter().map(|one| (one.before.amount.0, one.now.amount.0)).collect();
    assert_eq!(changed, [(10, 11)]);
    assert_eq!(undone(&world, &keeper, second).await?, Undone { removed: 1, restored: 1 });
    assert_eq!(kept(&world).await?, codes(&[("0101", 10), ("0102", 20), ("0103", 30)]));
    assert_eq!(world.bench.number("select amount from trade_totals").await?, 60, "the totals go with it");
    let told = import::load(&world.bench.db, &keeper, second).await?;
    assert_eq!(told.withdrawal.map(|withdrawal| withdrawal.reason), Some("The wrong flow".to_owned()));
    assert_refused(undone(&world, &keeper, second).await, "reason", "import-withdrawn-already");
    assert_whole(&world.bench).await
}

async fn what_was_corrected_by_hand_since_stays(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let db = &world.bench.db;
    import(&world, &keeper, &[("0101", 10), ("0102", 20)]).await?;
    let second = import(&world, &keeper, &[("0101", 11), ("0102", 21), ("0103", 30), ("0104", 40), ("0105", 50)]).await?;
    let figures: Vec<(uuid::Uuid, String, i64)> = db.all("select id, hs, version from trade_figures order by hs").await?;
    for (id, hs, version) in figures {
        let by = world.by(&keeper);
        match hs.as_str() {
            "0101" | "0103" => figures::correct(db, by, FigureId(id), version, value("0.0099", "units"), "Misread".into()).await?,
            "0102" | "0104" => figures::withdraw(db, by, FigureId(id), version, "Not theirs".into()).await?,
            _ => {}
        }
    }
    assert_eq!(undone(&world, &keeper, second).await?, Undone { removed: 1, restored: 0 });
    assert_eq!(kept(&world).await?, codes(&[("0101", 1), ("0103", 1)]));
    Ok(())
}

async fn imports_are_withdrawn_from_the_last(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let first = import(&world, &keeper, &[("0101", 10), ("0102", 20)]).await?;
    let second = import(&world, &keeper, &[("0101", 11)]).await?;
    assert_refused(undone(&world, &keeper, first).await, "reason", "import-not-last");
    assert_eq!(import::load(&world.bench.db, &keeper, first).await?.later, Some(second));
    undone(&world, &keeper, second).await?;
    assert_eq!(undone(&world, &keeper, first).await?, Undone { removed: 2, restored: 0 });
    assert_eq!(kept(&world).await?, []);
    import(&world, &keeper, &[("0101", 12)]).await?;
    assert_eq!(kept(&world).await?, codes(&[("0101", 12)]), "the file mended is taken in anew");
    let blank = withdraw(&world.bench.db, world.by(&keeper), first, String::new()).await;
    assert_refused(blank, "reason", "required");
    Ok(())
}

async fn only_who_keeps_figures_withdraws_imports(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let keeper = keeper(&world.bench).await?;
    let id = import(&world, &keeper, &[("0101", 10)]).await?;
    assert_not_found(undone(&world, &world.official, id).await.map(|_| ()));
    assert_not_found(import::load(&world.bench.db, &world.official, id).await.map(|_| ()));
    let nowhere = ImportId(uuid::Uuid::nil());
    assert_not_found(undone(&world, &keeper, nowhere).await.map(|_| ()));
    // One made before its effects were kept.
    world.bench.tamper("update trade_imports set traced = false").await?;
    assert_refused(undone(&world, &keeper, id).await, "reason", "import-untraced");
    Ok(())
}
