//! The export programme: kept by its keeper, filled by missions in their own country alone, seen by the delegation.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::lifecycle::Stage;
use accord_domain::programme::CellStatus;
use accord_domain::trade::amount::Amount;
use accord_store::commands::programme::{
    self, CellForm, CountryForm, RenameForm, SectorForm, accredit, add_country, add_sector, fill, move_country, move_sector,
    rename_sector, retire_country, retire_sector,
};
use accord_store::queries::programme::{Programme, Seen, cell, load, missions};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, assert_whole, email, person};

on_both!(
    a_mission_fills_its_country_and_sees_no_other,
    a_mission_with_a_role_sees_all_and_fills_its_country,
    who_is_no_mission_and_has_no_clearance_sees_nothing,
    what_a_mission_sends_for_target_and_owner_is_left_as_it_was,
    a_cell_tells_its_history,
    a_stale_version_is_a_conflict,
    faults_are_refused_beside_their_fields,
    what_is_retired_is_gone_and_comes_back_with_its_cells,
    a_sector_is_renamed_and_keeps_its_address,
    sectors_and_countries_change_places,
);

/// Something in every table of the programme.
pub async fn plant(world: &World) -> Outcome {
    let (_, mission) = programme_of(world).await?;
    fill(&world.bench.db, world.by(&mission), "PE".into(), "textiles".into(), 0, form("at-risk", "They ask for labels")).await?;
    Ok(())
}

/// A programme of two countries and two sectors, its keeper, and the mission to Peru.
async fn programme_of(world: &World) -> Result<(Actor, Actor), Fault> {
    let keeper = person(&world.bench, "keeper", &[HouseRight::EditProgramme]).await?;
    let mission = person(&world.bench, "mission", &[HouseRight::Mission]).await?;
    let db = &world.bench.db;
    for country in ["PE", "CL"] {
        let form = CountryForm { country: country.into(), publisher: "The ministry".into(), illustrative: false };
        add_country(db, world.by(&keeper), form).await?;
    }
    for (kind, name) in [("goods", "Textiles"), ("services", "Tourism")] {
        add_sector(db, world.by(&keeper), sector(kind, name)).await?;
    }
    accredit(db, world.by(&keeper), email("mission"), "PE".into()).await?;
    Ok((keeper, mission))
}

fn sector(kind: &str, name: &str) -> SectorForm {
    SectorForm { kind: kind.into(), name: name.into(), publisher: "The ministry".into(), illustrative: false }
}

fn form(status: &str, input: &str) -> CellForm {
    CellForm {
        status: status.into(),
        mission_input: input.into(),
        scale: "million".into(),
        currency: "USD".into(),
        ..CellForm::default()
    }
}

fn targeted(target: &str, by: &str) -> CellForm {
    CellForm { target: target.into(), by: by.into(), owner: "The textiles council".into(), ..form("on-course", "") }
}

async fn filled(world: &World, actor: &Actor, country: &str, version: i64, form: CellForm) -> Result<(), AppError> {
    fill(&world.bench.db, world.by(actor), country.into(), "textiles".into(), version, form).await.map(|_| ())
}

async fn a_mission_fills_its_country_and_sees_no_other(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    let db = &world.bench.db;
    filled(&world, &keeper, "CL", 0, targeted("10", "2030")).await?;
    filled(&world, &mission, "PE", 0, form("at-risk", "They ask for labels")).await?;
    assert_not_found(filled(&world, &mission, "CL", 1, form("met", "Mine")).await);
    let seen = load(db, &mission).await?;
    assert_eq!(seen.seen, Seen::Country("PE".into()));
    assert_eq!(seen.countries.iter().map(|country| country.code.as_str()).collect::<Vec<_>>(), ["PE"]);
    assert_eq!(seen.cells.iter().map(|cell| cell.country.as_str()).collect::<Vec<_>>(), ["PE"]);
    assert_not_found(cell(db, &mission, "CL", "textiles").await.map(|_| ()));
    let own = cell(db, &mission, "PE", "textiles").await?;
    let known: Vec<_> = own.agreements.iter().map(|with| (with.slug.as_deref(), with.name.as_str(), with.stage)).collect();
    assert_eq!(known, [(None, "India–Peru FTA", Stage::Proposed)], "what is public, and no way to the rest");
    assert_not_found(missions(db, &mission).await.map(|_| ()));
    assert_not_found(add_sector(db, world.by(&mission), sector("goods", "Mine")).await);
    assert_not_found(retire_country(db, world.by(&mission), "CL".into(), "x".into()).await);
    let whole = load(db, &world.official).await?;
    assert_eq!((whole.seen.clone(), whole.countries.len(), whole.cells.len()), (Seen::Whole { keeps: false, mission: None }, 2, 2));
    let told = cell(db, &world.official, "PE", "textiles").await?;
    assert_eq!(told.cell.as_ref().map(|cell| (cell.status, cell.saved_by.as_str())), Some((CellStatus::AtRisk, "Name of mission")));
    assert_eq!(told.agreements.iter().map(|with| with.slug.as_deref()).collect::<Vec<_>>(), [Some(PERU)]);
    assert_whole(&world.bench).await
}

async fn a_mission_with_a_role_sees_all_and_fills_its_country(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    let db = &world.bench.db;
    filled(&world, &keeper, "CL", 0, targeted("10", "2030")).await?;
    world.grant(PERU, "mission", "official", "", "").await?;
    let seen = load(db, &mission).await?;
    assert_eq!(seen.seen, Seen::Whole { keeps: false, mission: Some("PE".into()) });
    assert_eq!((seen.countries.len(), seen.cells.len()), (2, 1));
    assert!(seen.seen.fills("PE") && !seen.seen.fills("CL") && !seen.seen.keeps());
    filled(&world, &mission, "PE", 0, form("at-risk", "They ask for labels")).await?;
    assert_not_found(filled(&world, &mission, "CL", 1, form("met", "Mine")).await);
    assert!(cell(db, &mission, "CL", "textiles").await?.cell.is_some());
    Ok(())
}

async fn who_is_no_mission_and_has_no_clearance_sees_nothing(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    programme_of(&world).await?;
    let db = &world.bench.db;
    let elsewhere = person(&world.bench, "elsewhere", &[HouseRight::Mission]).await?;
    for actor in [&world.partner, &world.admin, &elsewhere] {
        assert_not_found(load(db, actor).await.map(|_| ()));
        assert_not_found(cell(db, actor, "PE", "textiles").await.map(|_| ()));
        assert_not_found(filled(&world, actor, "PE", 0, form("met", "Mine")).await);
    }
    assert_not_found(filled(&world, &world.official, "PE", 0, form("met", "Mine")).await);
    Ok(())
}

async fn what_a_mission_sends_for_target_and_owner_is_left_as_it_was(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    filled(&world, &keeper, "PE", 0, targeted("10", "FY2029-30")).await?;
    let forged = CellForm { target: "1".into(), by: "2026".into(), owner: "Me".into(), ..form("met", "Reached") };
    filled(&world, &mission, "PE", 1, forged).await?;
    let stands = cell(&world.bench.db, &keeper, "PE", "textiles").await?.cell.ok_or("no cell")?;
    assert_eq!(
        (stands.target, stands.owner.as_str(), stands.status),
        (Some(Amount(1_000_000_000)), "The textiles council", CellStatus::Met)
    );
    assert_eq!(stands.by.map(|by| by.to_text()).as_deref(), Some("FY2029-30"));
    Ok(())
}

async fn a_cell_tells_its_history(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    filled(&world, &keeper, "PE", 0, targeted("10", "2030")).await?;
    filled(&world, &mission, "PE", 1, CellForm { reason: "An inspection".into(), ..form("stalled", "") }).await?;
    let told = cell(&world.bench.db, &keeper, "PE", "textiles").await?.history;
    let lines: Vec<_> =
        told.iter().map(|line| (line.field.as_str(), line.old.as_deref(), line.new.as_deref(), line.reason.as_deref())).collect();
    assert_eq!(
        lines,
        [
            ("status", Some("on-course"), Some("stalled"), Some("An inspection")),
            ("status", None, Some("on-course"), None),
            ("target", None, Some("1000000000 USD 2030"), None),
            ("owner", None, Some("The textiles council"), None),
        ]
    );
    assert_whole(&world.bench).await
}

async fn a_stale_version_is_a_conflict(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    filled(&world, &keeper, "PE", 0, targeted("10", "2030")).await?;
    let stale = Err(AppError::Conflict { current_version: 1 });
    assert_eq!(filled(&world, &mission, "PE", 0, form("met", "Mine")).await, stale, "both filled the empty cell");
    let stands = cell(&world.bench.db, &keeper, "PE", "textiles").await?.cell.ok_or("no cell")?;
    assert_eq!((stands.version, stands.status), (1, CellStatus::OnCourse));
    Ok(())
}

async fn faults_are_refused_beside_their_fields(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, _) = programme_of(&world).await?;
    let db = &world.bench.db;
    let before = world.count().await?;
    for (field, code, form) in [
        ("cell_status", "unknown-choice", form("splendid", "")),
        ("target", "not-an-amount", targeted("ten", "2030")),
        ("target", "target-of-nothing", targeted("0", "2030")),
        ("target", "required", targeted("", "2030")),
        ("by", "required", targeted("10", "")),
        ("by", "not-a-year", targeted("10", "2030-04")),
    ] {
        assert_refused(filled(&world, &keeper, "PE", 0, form).await, field, code);
    }
    let known = |country: &str| CountryForm { country: country.into(), publisher: "x".into(), illustrative: false };
    assert_refused(add_country(db, world.by(&keeper), known("Atlantis")).await, "country", "no-such-country");
    assert_refused(add_country(db, world.by(&keeper), known("PE")).await, "country", "country-in-programme");
    assert_refused(add_sector(db, world.by(&keeper), sector("goods", "TEXTILES")).await, "sector_name", "sector-exists");
    assert_refused(accredit(db, world.by(&keeper), email("keeper"), "PE".into()).await, "mission", "no-such-mission");
    assert_refused(accredit(db, world.by(&keeper), email("mission"), "BR".into()).await, "mission_country", "unknown-choice");
    assert_refused(retire_country(db, world.by(&keeper), "BR".into(), "x".into()).await, "retired_country", "unknown-choice");
    assert_refused(
        programme::retire_sector(db, world.by(&keeper), "textiles".into(), " ".into()).await,
        "retire_reason",
        "required",
    );
    assert_not_found(fill(db, world.by(&keeper), "BR".into(), "textiles".into(), 0, form("met", "")).await);
    assert_eq!(world.count().await?, before, "nothing was changed");
    Ok(())
}

async fn what_is_retired_is_gone_and_comes_back_with_its_cells(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    let db = &world.bench.db;
    filled(&world, &keeper, "PE", 0, targeted("10", "2030")).await?;
    retire_country(db, world.by(&keeper), "PE".into(), "Another year".into()).await?;
    assert_not_found(load(db, &mission).await.map(|_| ()));
    assert_not_found(filled(&world, &keeper, "PE", 1, form("met", "")).await);
    let back = CountryForm { country: "PE".into(), publisher: "The ministry".into(), illustrative: false };
    add_country(db, world.by(&keeper), back).await?;
    assert_eq!(load(db, &mission).await?.cells.len(), 1);
    retire_sector(db, world.by(&keeper), "textiles".into(), "Split in two".into()).await?;
    assert!(load(db, &keeper).await?.cells.is_empty());
    assert_eq!(add_sector(db, world.by(&keeper), sector("goods", "TEXTILES")).await?, "textiles");
    let back = load(db, &keeper).await?;
    assert_eq!((names(&back), back.cells.len()), (vec!["TEXTILES", "Tourism"], 1));
    assert_refused(add_sector(db, world.by(&keeper), sector("goods", "Textiles")).await, "sector_name", "sector-exists");
    assert_whole(&world.bench).await
}

/// The names of the sectors, in their order.
fn names(programme: &Programme) -> Vec<&str> {
    programme.sectors.iter().map(|sector| sector.name.as_str()).collect()
}

fn renamed(was: &str, name: &str) -> RenameForm {
    RenameForm { was: was.into(), name: name.into(), reason: "As the ministry says".into() }
}

async fn a_sector_is_renamed_and_keeps_its_address(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    let db = &world.bench.db;
    filled(&world, &keeper, "PE", 0, targeted("10", "2030")).await?;
    let rename =
        async |actor: &Actor, address: &str, form: RenameForm| rename_sector(db, world.by(actor), address.to_owned(), form).await;
    assert_refused(rename(&keeper, "textiles", renamed("Textiles", "tourism")).await, "sector_name", "sector-exists");
    assert_refused(rename(&keeper, "textiles", renamed("Textiles", " ")).await, "sector_name", "required");
    rename(&keeper, "textiles", renamed("Textiles", "Textiles and garments")).await?;
    let told = cell(db, &keeper, "PE", "textiles").await?;
    assert_eq!((told.sector.name.as_str(), told.cell.is_some()), ("Textiles and garments", true));
    let stale = rename(&keeper, "textiles", renamed("Textiles", "Cloth")).await;
    assert!(matches!(stale, Err(AppError::Conflict { .. })), "{stale:?}");
    assert_not_found(rename(&mission, "textiles", renamed("Textiles and garments", "Mine")).await);
    assert_not_found(rename(&keeper, "nowhere", renamed("Nowhere", "Somewhere")).await);
    // The name it had is free for another, which has an address of its own.
    assert_eq!(add_sector(db, world.by(&keeper), sector("goods", "Textiles")).await?, "textiles-3");
    assert_whole(&world.bench).await
}

async fn sectors_and_countries_change_places(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (keeper, mission) = programme_of(&world).await?;
    let db = &world.bench.db;
    for name in ["Leather", "Toys"] {
        add_sector(db, world.by(&keeper), sector("goods", name)).await?;
    }
    let put = async |address: &str, to: &str| move_sector(db, world.by(&keeper), address.to_owned(), to.to_owned()).await;
    put("toys", "up").await?;
    assert_eq!(names(&load(db, &keeper).await?), ["Textiles", "Toys", "Leather", "Tourism"]);
    retire_sector(db, world.by(&keeper), "toys".into(), "Another year".into()).await?;
    put("textiles", "down").await?;
    assert_eq!(names(&load(db, &keeper).await?), ["Leather", "Textiles", "Tourism"], "what is retired is passed over");
    put("leather", "up").await?;
    put("tourism", "down").await?;
    assert_eq!(names(&load(db, &keeper).await?), ["Leather", "Textiles", "Tourism"], "the first and the last stay");
    move_country(db, world.by(&keeper), "CL".into(), "up".into()).await?;
    let countries: Vec<_> = load(db, &keeper).await?.countries.into_iter().map(|country| country.code).collect();
    assert_eq!(countries, ["CL", "PE"]);
    for (address, to) in [("nowhere", "up"), ("toys", "up"), ("leather", "aside")] {
        assert_not_found(put(address, to).await);
    }
    assert_not_found(move_country(db, world.by(&keeper), "BR".into(), "up".into()).await);
    assert_not_found(move_country(db, world.by(&mission), "PE".into(), "up".into()).await);
    assert_whole(&world.bench).await
}
