//! One import: whose figures, from which file, what it did, and whether it can be taken back.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::ids::{FigureId, ImportId, SourceId};
use accord_domain::trade::amount::Printed;
use accord_domain::trade::figure::Subject;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::printed;
use crate::commands::trade::StoredFigure;
use crate::db::{Conn, Db};
use crate::queries::house_changes;

/// How many changed figures are told one by one.
const TOLD: i64 = 100;

/// Who took an import back, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
}

/// A figure that an import changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub figure: FigureId,
    pub subject: Subject,
    pub before: Printed,
    /// As it stands today.
    pub now: Printed,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportView {
    pub id: ImportId,
    pub source: SourceId,
    pub publisher: String,
    pub title: String,
    pub file_name: String,
    pub sha256: String,
    pub added: i64,
    pub changed: i64,
    pub imported_by: String,
    pub imported_at: DateTime<Utc>,
    pub withdrawal: Option<Withdrawal>,
    /// Whether what it did was kept: without that it cannot be taken back.
    pub traced: bool,
    /// The later import of its source that stands, and has to be taken back before.
    pub later: Option<ImportId>,
    /// The first of those it changed and that are kept still.
    pub changes: Vec<Changed>,
}

row! {
    struct Row {
        source_id: Uuid,
        publisher: String,
        title: String,
        file_name: String,
        sha256: String,
        added: i64,
        changed: i64,
        imported_by: String,
        imported_at: DateTime<Utc>,
        traced: bool,
        withdrawn_by: Option<String>,
        withdrawn_at: Option<DateTime<Utc>>,
    }
}

/// Loads an import, for who keeps figures.
///
/// # Errors
/// `NotFound` for who does not, and where there is none.
pub async fn load(db: &Db, actor: &Actor, id: ImportId) -> Result<ImportView, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    let row: Option<Row> = fetch_optional!(
        &mut conn,
        Row,
        "select i.source_id, s.publisher, s.title, i.file_name, i.sha256, i.added, i.changed, i.imported_by, i.imported_at, i.traced, \
         i.withdrawn_by, i.withdrawn_at from trade_imports i join trade_sources s on s.id = i.source_id where i.id = $1",
        id.0
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let history = house_changes::of(&mut conn, actor, true, "import", id.0).await?;
    let reason = history.into_iter().find(|change| change.verb == "withdraw").and_then(|change| change.reason).unwrap_or_default();
    let withdrawal = row.withdrawn_at.zip(row.withdrawn_by).map(|(at, by)| Withdrawal { by, at, reason });
    Ok(ImportView {
        id,
        source: SourceId(row.source_id),
        publisher: row.publisher,
        title: row.title,
        file_name: row.file_name,
        sha256: row.sha256,
        added: row.added,
        changed: row.changed,
        imported_by: row.imported_by,
        imported_at: row.imported_at,
        withdrawal,
        traced: row.traced,
        later: later(&mut conn, id).await?,
        changes: changes(&mut conn, id).await?,
    })
}

/// The last import of a source that stands, if it is later than one of the same source.
async fn later(conn: &mut Conn, id: ImportId) -> Result<Option<ImportId>, AppError> {
    let row: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select l.id from trade_imports l join trade_imports i on i.source_id = l.source_id where i.id = $1 and l.withdrawn_at is null \
         and (l.imported_at > i.imported_at or (l.imported_at = i.imported_at and l.id > i.id)) \
         order by l.imported_at desc, l.id desc limit 1",
        id.0
    )?;
    Ok(row.map(|(id,)| ImportId(id)))
}

/// The first figures that an import changed and that are kept still.
async fn changes(conn: &mut Conn, id: ImportId) -> Result<Vec<Changed>, AppError> {
    let rows: Vec<StoredFigure> = fetch_all!(
        &mut *conn,
        StoredFigure,
        "select f.id, f.reporter, f.partner, f.traded, f.flow, f.currency, f.period_kind, f.starts, f.ends, f.hs, f.commodity, f.amount, \
         f.scale, f.places from trade_import_changes c join trade_figures f on f.id = c.figure_id where c.import_id = $1 \
         order by f.starts, f.ends, f.flow, f.hs, f.commodity, f.id limit $2",
        id.0,
        TOLD
    )?;
    let mut changes = Vec::with_capacity(rows.len());
    for row in rows {
        let figure = FigureId(row.id);
        let (amount, scale, places): (i64, String, i16) = fetch_one!(
            &mut *conn,
            (i64, String, i16),
            "select amount, scale, places from trade_import_changes where figure_id = $1 and import_id = $2",
            figure.0,
            id.0
        )?;
        let (subject, now) = row.read()?;
        changes.push(Changed { figure, subject, before: printed(amount, &scale, places)?, now });
    }
    Ok(changes)
}
