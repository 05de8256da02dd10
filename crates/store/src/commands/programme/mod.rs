//! Commands on the export programme: its keeper shapes it, a mission fills the cells of its own country.

mod cells;
mod countries;
mod order;
mod sectors;

use accord_domain::AppError;
use accord_domain::access::HouseRight;
use accord_domain::clearance::Field;
use uuid::Uuid;

pub use self::cells::{CellForm, fill};
pub use self::countries::{CountryForm, accredit, add_country, retire_country};
pub use self::order::{move_country, move_sector};
pub use self::sectors::{RenameForm, SectorForm, add_sector, rename_sector, retire_sector};
use crate::changes::{Change, Command, Record};
use crate::db::Conn;

fn keeper(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::EditProgramme) { Ok(()) } else { Err(AppError::NotFound) }
}

fn change(
    subject: &'static str,
    id: Uuid,
    verb: &'static str,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
) -> Change {
    Change {
        chapter: None,
        subject,
        subject_id: id,
        verb,
        field: subject,
        old,
        new,
        reason,
        clearance: Field::Programme.clearance(),
    }
}

async fn recorded(conn: &mut Conn, by: &Command, change: Change) -> Result<(), AppError> {
    let mut record = Record::of_house(conn, by).await?;
    record.append(conn, change).await?;
    record.finish(conn).await
}
