//! Publishing an approved report to those it is meant for.

use accord_domain::AppError;
use accord_domain::document::may_publish;

use super::documents::Locked;
use crate::changes::Command;
use crate::db::Db;
use crate::queries::document::About;

/// Publishes the approved version of a report to those it is meant for; whoever does confirms to know who reads it.
pub async fn publish(db: &Db, by: Command, about: About, confirmed: bool, version: i64) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &about, about.kind().approve_act(), version).await?;
            may_publish(locked.latest.approved, locked.latest.published, confirmed)?;
            execute!(&mut *conn, "update document_versions set published_at = $2 where id = $1", locked.latest.id, by.at)?;
            let values = (None, Some(locked.latest.number.to_string()));
            locked.append(conn, "publish", "published", values, locked.clearance()).await?;
            locked.finish(conn).await
        })
    }))
    .await
}
