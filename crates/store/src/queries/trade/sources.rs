//! Who published figures, and what was imported of theirs.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::ids::SourceId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::house_changes::{self, HouseChange};
use crate::db::{Conn, Db};

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceView {
    pub id: SourceId,
    pub publisher: String,
    pub title: String,
    pub verified: bool,
    pub illustrative: bool,
    /// Whether its codes add up to all trade.
    pub complete: bool,
    /// How the columns of its last file were read; empty before the first.
    pub mapping: String,
    /// How many figures are kept of it.
    pub figures: i64,
    pub version: i64,
}

row! {
    struct Row {
        id: Uuid,
        publisher: String,
        title: String,
        verified: bool,
        illustrative: bool,
        complete: bool,
        mapping: String,
        figures: i64,
        version: i64,
    }
}

impl Row {
    fn view(self) -> SourceView {
        let Self { id, publisher, title, verified, illustrative, complete, mapping, figures, version } = self;
        SourceView { id: SourceId(id), publisher, title, verified, illustrative, complete, mapping, figures, version }
    }
}

row! {
    /// A file that was imported.
    #[derive(Clone, Debug)]
    pub struct ImportLine {
        pub id: Uuid,
        pub publisher: String,
        pub title: String,
        pub file_name: String,
        pub added: i64,
        pub changed: i64,
        pub imported_by: String,
        pub imported_at: DateTime<Utc>,
        /// None while it stands.
        pub withdrawn_at: Option<DateTime<Utc>>,
    }
}

fn keeper(actor: &Actor) -> Result<(), AppError> {
    if actor.holds(HouseRight::EditTradeFigures) { Ok(()) } else { Err(AppError::NotFound) }
}

async fn every(conn: &mut Conn) -> Result<Vec<SourceView>, AppError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "select s.id, s.publisher, s.title, s.verified, s.illustrative, s.complete, s.mapping, coalesce(f.figures, 0) as figures, \
         s.version from trade_sources s \
         left join (select source_id, count(*) as figures from trade_figures group by source_id) f on f.source_id = s.id \
         order by s.publisher, s.title"
    )?;
    Ok(rows.into_iter().map(Row::view).collect())
}

/// Every source, by name, for who keeps figures.
pub async fn all(db: &Db, actor: &Actor) -> Result<Vec<SourceView>, AppError> {
    keeper(actor)?;
    let mut conn = db.read().await?;
    every(&mut conn).await
}

/// A source with what was changed of it, for who keeps figures.
///
/// # Errors
/// `NotFound` for who does not, and where there is none.
pub async fn load(db: &Db, actor: &Actor, id: SourceId) -> Result<(SourceView, Vec<HouseChange>), AppError> {
    keeper(actor)?;
    let mut conn = db.read().await?;
    let source = every(&mut conn).await?.into_iter().find(|source| source.id == id).ok_or(AppError::NotFound)?;
    let history = house_changes::of(&mut conn, actor, true, "trade_source", id.0).await?;
    Ok((source, history))
}

/// The newest imports of all sources, or of one, for who keeps figures.
pub async fn imports(db: &Db, actor: &Actor, of: Option<SourceId>, most: i64) -> Result<Vec<ImportLine>, AppError> {
    keeper(actor)?;
    let mut conn = db.read().await?;
    fetch_all!(
        &mut conn,
        ImportLine,
        "select i.id, s.publisher, s.title, i.file_name, i.added, i.changed, i.imported_by, i.imported_at, i.withdrawn_at \
         from trade_imports i join trade_sources s on s.id = i.source_id where $2 or i.source_id = $3 \
         order by i.imported_at desc, i.id desc limit $1",
        most,
        of.is_none(),
        of.map_or(Uuid::nil(), |source| source.0)
    )
}
