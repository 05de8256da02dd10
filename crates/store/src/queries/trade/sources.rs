//! Who published figures, and what was imported of theirs.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use chrono::{DateTime, Utc};

use crate::db::Db;

row! {
    /// A source.
    #[derive(Clone, Debug)]
    pub struct SourceView {
        pub publisher: String,
        pub title: String,
        pub verified: bool,
        pub illustrative: bool,
        /// How the columns of its last file were read; empty before the first.
        pub mapping: String,
    }
}

row! {
    /// A file that was imported.
    #[derive(Clone, Debug)]
    pub struct ImportLine {
        pub publisher: String,
        pub title: String,
        pub file_name: String,
        pub added: i64,
        pub changed: i64,
        pub imported_by: String,
        pub imported_at: DateTime<Utc>,
    }
}

/// Every source, by name, for who keeps figures.
pub async fn all(db: &Db, actor: &Actor) -> Result<Vec<SourceView>, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    fetch_all!(
        &mut conn,
        SourceView,
        "select publisher, title, verified, illustrative, mapping from trade_sources order by publisher, title"
    )
}

/// The newest imports, for who keeps figures.
pub async fn imports(db: &Db, actor: &Actor, most: i64) -> Result<Vec<ImportLine>, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    fetch_all!(
        &mut conn,
        ImportLine,
        "select s.publisher, s.title, i.file_name, i.added, i.changed, i.imported_by, i.imported_at from trade_imports i \
         join trade_sources s on s.id = i.source_id order by i.imported_at desc, i.id desc limit $1",
        most
    )
}
