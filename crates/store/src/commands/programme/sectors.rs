//! The sectors of the export programme: added, renamed, retired and taken back in.

use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::programme::SectorKind;
use accord_domain::{AppError, text};
use uuid::Uuid;

use super::{change, keeper, recorded};
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::commands::saving::Edits;
use crate::db::{Conn, Db};

/// A sector, as typed.
#[derive(Clone, Debug, Default)]
pub struct SectorForm {
    pub kind: String,
    pub name: String,
    pub publisher: String,
    pub illustrative: bool,
}

row! {
    /// A sector as its commands read it.
    struct Stands {
        id: Uuid,
        address: String,
        name: String,
        position: i64,
        retired: bool,
    }
}

/// Every sector, those that stand first.
async fn all(conn: &mut Conn) -> Result<Vec<Stands>, AppError> {
    fetch_all!(
        conn,
        Stands,
        "select id, address, name, position, retired from programme_sectors order by case when retired then 1 else 0 end, position"
    )
}

/// Whether two names are one to a reader.
fn alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// An address of the name that no sector has.
fn address_for(name: &str, known: &[Stands], next: i64) -> String {
    let address = text::address_of(name, "sector", next);
    if known.iter().any(|sector| sector.address == address) { format!("{address}-{next}") } else { address }
}

/// Adds a sector, or takes one of the same name that was retired back in with its cells; answers its address.
pub async fn add_sector(db: &Db, by: Command, typed: SectorForm) -> Result<String, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let kind = form.take(text::choice("sector_kind", &typed.kind, SectorKind::from_code));
            let name = form.take(text::line("sector_name", &typed.name));
            let publisher = form.take(text::line("sector_publisher", &typed.publisher));
            form.finish()?;
            let (Some(kind), Some(name), Some(publisher)) = (kind, name, publisher) else { return Err(AppError::NotFound) };
            let known = all(conn).await?;
            let (id, address, changed) = match known.iter().find(|sector| alike(&sector.name, &name)) {
                Some(retired) if retired.retired => {
                    let changed = execute!(
                        &mut *conn,
                        "update programme_sectors set kind = $2, name = $3, publisher = $4, illustrative = $5, retired = false where id = $1",
                        retired.id,
                        kind.code(),
                        name,
                        publisher,
                        typed.illustrative
                    )?;
                    (retired.id, retired.address.clone(), changed)
                }
                Some(_) => return Err(AppError::field("sector_name", "sector-exists")),
                None => {
                    let next = known.iter().map(|sector| sector.position).max().unwrap_or_default() + 1;
                    let (id, address) = (new_id(), address_for(&name, &known, next));
                    let changed = execute!(
                        &mut *conn,
                        "insert into programme_sectors (id, address, kind, name, publisher, illustrative, position, retired) \
                         values ($1, $2, $3, $4, $5, $6, $7, false) on conflict do nothing",
                        id,
                        address,
                        kind.code(),
                        name,
                        publisher,
                        typed.illustrative,
                        next
                    )?;
                    (id, address, changed)
                }
            };
            // Somebody else added it in the same moment.
            if changed == 0 {
                return Err(AppError::field("sector_name", "sector-exists"));
            }
            let told = format!("{}\n{name}\n{publisher}", kind.code());
            recorded(conn, &by, change("programme_sector", id, "add", None, Some(told), None)).await?;
            Ok(address)
        })
    }))
    .await
}

/// Another name for a sector, as typed.
#[derive(Clone, Debug, Default)]
pub struct RenameForm {
    /// The name it had where it was edited.
    pub was: String,
    pub name: String,
    pub reason: String,
}

/// Renames a sector; its address stays.
///
/// # Errors
/// `Conflict` where it was renamed since.
pub async fn rename_sector(db: &Db, by: Command, address: String, typed: RenameForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let known = all(conn).await?;
            let old = known.iter().find(|sector| sector.address == address && !sector.retired).ok_or(AppError::NotFound)?;
            if old.name != typed.was {
                return Err(AppError::Conflict { current_version: old.position });
            }
            let mut form = Form::default();
            let name = form.take(text::line("sector_name", &typed.name));
            let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
            form.finish()?;
            let name = name.ok_or(AppError::NotFound)?;
            if known.iter().any(|sector| sector.id != old.id && !sector.retired && alike(&sector.name, &name)) {
                return Err(AppError::field("sector_name", "sector-exists"));
            }
            execute!(&mut *conn, "update programme_sectors set name = $2 where id = $1", old.id, name)?;
            let mut edits = Edits { record: &mut record, chapter: None, subject: "programme_sector", subject_id: old.id, reason };
            edits.field(conn, "name", &old.name, &name, Field::Programme.clearance()).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Retires a sector by its address, with a reason; its cells stay in the record.
pub async fn retire_sector(db: &Db, by: Command, address: String, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let row: Option<(Uuid, String)> = fetch_optional!(
                &mut *conn,
                (Uuid, String),
                "select id, name from programme_sectors where address = $1 and not retired",
                address
            )?;
            let (id, name) = row.ok_or_else(|| AppError::field("retired_sector", "unknown-choice"))?;
            let reason = text::paragraphs("retire_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "update programme_sectors set retired = true where id = $1", id)?;
            recorded(conn, &by, change("programme_sector", id, "retire", Some(name), None, Some(reason))).await
        })
    }))
    .await
}
