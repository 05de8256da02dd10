//! The export programme of the demonstration.

use accord_domain::AppError;
use serde::Deserialize;

use crate::changes::Command;
use crate::commands::programme::{CellForm, CountryForm, SectorForm, accredit, add_country, add_sector, fill};
use crate::db::Db;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Programme {
    announcement: String,
    named_countries: Vec<String>,
    other_countries: Vec<String>,
    goods: Vec<String>,
    services: Vec<String>,
    other_services: Vec<String>,
    missions: Vec<Mission>,
    cells: Vec<Cell>,
}

/// Which account is the mission to which country.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mission {
    account: String,
    country: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    country: String,
    sector: String,
    status: String,
    target: String,
    by: String,
    owner: String,
    next_step: String,
    input: String,
}

/// What is invented is said to come from nobody.
const INVENTED: &str = "Demonstration data";

/// Enters all of it; `address` is that of the account of a key.
pub(super) async fn enter(
    db: &Db,
    by: &Command,
    programme: Programme,
    address: impl Fn(&str) -> Result<String, AppError>,
) -> Result<(), AppError> {
    let countries = [(programme.named_countries, false), (programme.other_countries, true)];
    for (country, illustrative) in countries.into_iter().flat_map(|(all, is)| all.into_iter().map(move |code| (code, is))) {
        let publisher = if illustrative { INVENTED.to_owned() } else { programme.announcement.clone() };
        add_country(db, by.clone(), CountryForm { country, publisher, illustrative }).await?;
    }
    let sectors =
        [("goods", programme.goods, false), ("services", programme.services, false), ("services", programme.other_services, true)];
    for (kind, names, illustrative) in sectors {
        for name in names {
            let publisher = if illustrative { INVENTED.to_owned() } else { programme.announcement.clone() };
            add_sector(db, by.clone(), SectorForm { kind: kind.to_owned(), name, publisher, illustrative }).await?;
        }
    }
    for mission in programme.missions {
        accredit(db, by.clone(), address(&mission.account)?, mission.country).await?;
    }
    for cell in programme.cells {
        let form = CellForm {
            status: cell.status,
            target: cell.target,
            scale: "million".into(),
            currency: "USD".into(),
            by: cell.by,
            owner: cell.owner,
            next_step: cell.next_step,
            mission_input: cell.input,
            reason: String::new(),
            illustrative: true,
        };
        fill(db, by.clone(), cell.country, cell.sector, 0, form).await?;
    }
    Ok(())
}
