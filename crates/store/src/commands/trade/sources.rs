//! What is known of who published figures, edited.

use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::SourceId;
use accord_domain::{AppError, text};

use super::{Source, SourceForm, keeper, preferences, totals};
use crate::changes::{Command, Record};
use crate::commands::saving::{Edits, same_version, yes_or_no};
use crate::db::{Conn, Db};

row! {
    struct Stands {
        publisher: String,
        title: String,
        verified: bool,
        illustrative: bool,
        complete: bool,
        version: i64,
    }
}

async fn stands(conn: &mut Conn, id: SourceId) -> Result<Stands, AppError> {
    let row: Option<Stands> = fetch_optional!(
        conn,
        Stands,
        "select publisher, title, verified, illustrative, complete, version from trade_sources where id = $1",
        id.0
    )?;
    row.ok_or(AppError::NotFound)
}

/// Refuses the name of another source.
async fn is_free(conn: &mut Conn, id: SourceId, new: &Source) -> Result<(), AppError> {
    let (others,): (i64,) = fetch_one!(
        conn,
        (i64,),
        "select count(*) from trade_sources where publisher = $1 and title = $2 and id <> $3",
        new.publisher,
        new.title,
        id.0
    )?;
    if others == 0 { Ok(()) } else { Err(AppError::field("publisher", "source-exists")) }
}

/// Edits a source, its totals with it. `version` is the one that was edited.
pub async fn edit(db: &Db, by: Command, id: SourceId, version: i64, typed: SourceForm, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let old = stands(conn, id).await?;
            same_version(old.version, version)?;
            let mut form = Form::default();
            let new = typed.sound(&mut form);
            let reason = form.take(text::optional_paragraphs("reason", &reason)).flatten();
            form.finish()?;
            let new = new.ok_or(AppError::NotFound)?;
            is_free(conn, id, &new).await?;
            execute!(
                &mut *conn,
                "update trade_sources set publisher = $2, title = $3, verified = $4, illustrative = $5, complete = $6, \
                 version = version + 1 where id = $1",
                id.0,
                new.publisher,
                new.title,
                new.verified,
                new.illustrative,
                new.complete
            )?;
            let clearance = Field::TradeFigure.clearance();
            let mut edits = Edits { record: &mut record, chapter: None, subject: "trade_source", subject_id: id.0, reason };
            edits.field(conn, "publisher", &old.publisher, &new.publisher, clearance).await?;
            edits.field(conn, "source_title", &old.title, &new.title, clearance).await?;
            for (field, old, new) in [
                ("verified", old.verified, new.verified),
                ("illustrative", old.illustrative, new.illustrative),
                ("complete", old.complete, new.complete),
            ] {
                edits.field(conn, field, yes_or_no(old), yes_or_no(new), clearance).await?;
            }
            record.finish(conn).await?;
            if old.complete != new.complete {
                totals::renew(conn, id.0, None).await?;
                preferences::end_of_silent(conn, &by, id).await?;
            }
            Ok(())
        })
    }))
    .await
}
