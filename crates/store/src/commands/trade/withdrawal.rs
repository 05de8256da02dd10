//! An import taken back as a whole: the figures it added go, those it changed become what they were. What was corrected by hand since stays.

use accord_domain::ids::{ImportId, SourceId};
use accord_domain::{AppError, text};
use uuid::Uuid;

use super::{change, keeper, preferences, recorded, totals};
use crate::changes::Command;
use crate::db::{Conn, Db};

/// What a withdrawal did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    pub removed: u64,
    pub restored: u64,
}

row! {
    struct Import {
        source_id: Uuid,
        file_name: String,
        sha256: String,
        traced: bool,
        withdrawn: bool,
        later: i64,
    }
}

impl Import {
    /// Refuses to take back what is no longer, or not yet, to be taken back.
    fn may_go(&self) -> Result<(), AppError> {
        if self.withdrawn {
            return Err(AppError::field("reason", "import-withdrawn-already"));
        }
        if !self.traced {
            return Err(AppError::field("reason", "import-untraced"));
        }
        if self.later > 0 {
            return Err(AppError::field("reason", "import-not-last"));
        }
        Ok(())
    }
}

/// Withdraws an import, with a reason.
///
/// # Errors
/// The reason's field where it is blank, the import is withdrawn already or was made before its effects were kept, or a later file of its
/// source stands: what that one changed is told against this one.
pub async fn withdraw(db: &Db, by: Command, id: ImportId, reason: String) -> Result<Undone, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let import = locked(conn, id).await?;
            let reason = text::paragraphs("reason", &reason).map_err(super::invalid)?;
            import.may_go()?;
            let undone = Undone { restored: restore(conn, id).await?, removed: remove(conn, id).await? };
            execute!(
                &mut *conn,
                "update trade_imports set withdrawn_by = $2, withdrawn_at = $3 where id = $1",
                id.0,
                by.actor.name,
                by.at
            )?;
            totals::renew(conn, import.source_id, None).await?;
            preferences::end_of_silent(conn, &by, SourceId(import.source_id)).await?;
            let told = format!("{}\n{}\n{}\n{}", import.file_name, import.sha256, undone.removed, undone.restored);
            recorded(conn, &by, change("import", id.0, "withdraw", Some(told), None, Some(reason))).await?;
            Ok(undone)
        })
    }))
    .await
}

async fn locked(conn: &mut Conn, id: ImportId) -> Result<Import, AppError> {
    // As an import does: nobody takes in or back a file of the same source meanwhile.
    execute!(
        &mut *conn,
        "update trade_sources set version = version where id = (select source_id from trade_imports where id = $1)",
        id.0
    )?;
    let row: Option<Import> = fetch_optional!(
        conn,
        Import,
        "select i.source_id, i.file_name, i.sha256, i.traced, i.withdrawn_at is not null as withdrawn, \
         (select count(*) from trade_imports l where l.source_id = i.source_id and l.withdrawn_at is null \
         and (l.imported_at > i.imported_at or (l.imported_at = i.imported_at and l.id > i.id))) as later \
         from trade_imports i where i.id = $1",
        id.0
    )?;
    row.ok_or(AppError::NotFound)
}

/// Makes those it changed what they were, unless they were changed again.
async fn restore(conn: &mut Conn, id: ImportId) -> Result<u64, AppError> {
    execute!(
        conn,
        "update trade_figures set version = version + 1, \
         amount = (select c.amount from trade_import_changes c where c.figure_id = trade_figures.id and c.import_id = $1), \
         scale = (select c.scale from trade_import_changes c where c.figure_id = trade_figures.id and c.import_id = $1), \
         places = (select c.places from trade_import_changes c where c.figure_id = trade_figures.id and c.import_id = $1) \
         where exists (select 1 from trade_import_changes c where c.figure_id = trade_figures.id and c.import_id = $1 \
         and c.version = trade_figures.version)",
        id.0
    )
}

/// Removes those it added, unless they were corrected by hand.
async fn remove(conn: &mut Conn, id: ImportId) -> Result<u64, AppError> {
    execute!(
        &mut *conn,
        "delete from trade_import_changes where figure_id in (select id from trade_figures where import_id = $1)",
        id.0
    )?;
    execute!(conn, "delete from trade_figures where import_id = $1", id.0)
}
