//! Papers of such a meeting: put on the table, and withdrawn.

use accord_domain::error::Form;
use accord_domain::house_meeting::PaperAudience;
use accord_domain::ids::PaperId;
use accord_domain::paper::MOST;
use accord_domain::{AppError, FieldError, text};
use sha2::{Digest, Sha256};

use super::{Locked, of_meeting};
use crate::actor::new_id;
use crate::changes::Command;
use crate::commands::papers::{PaperForm, safe_name, told};
use crate::db::Db;

/// Puts a paper on the table of a meeting; answers its id.
pub async fn put(db: &Db, by: Command, number: i64, sent: PaperForm) -> Result<PaperId, AppError> {
    let sha256: String = Sha256::digest(&sent.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::kept(conn, &by, number).await?;
            let mut form = Form::default();
            let file_name = safe_name(&sent.file_name, sent.kind);
            let title =
                form.take(text::optional_line("title", &sent.title)).map(|title| title.unwrap_or_else(|| file_name.clone()));
            let audience = form.take(text::choice("audience", &sent.audience, PaperAudience::from_code));
            let (many,): (i64,) =
                fetch_one!(&mut *conn, (i64,), "select count(*) from house_papers where meeting_id = $1", locked.id.0)?;
            if many >= MOST {
                form.refuse(FieldError::with("paper", "too-many-papers", MOST));
            }
            form.finish()?;
            locked.stands("paper")?;
            let (Some(title), Some(audience)) = (title, audience) else { return Err(AppError::NotFound) };
            let id = PaperId(new_id());
            let size = i64::try_from(sent.bytes.len()).unwrap_or(i64::MAX);
            execute!(
                &mut *conn,
                "insert into house_papers (id, meeting_id, audience, title, file_name, kind, size, sha256, put_by, put_at) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
                id.0,
                locked.id.0,
                audience.code(),
                title,
                file_name,
                sent.kind.code(),
                size,
                sha256,
                by.actor.name,
                by.at
            )?;
            execute!(&mut *conn, "insert into house_paper_files (paper_id, bytes) values ($1, $2)", id.0, sent.bytes)?;
            let change = of_meeting(locked.id, "put-paper", None, Some(told(sent.kind.code(), &sha256, &title)), None);
            locked.recorded(conn, change).await?;
            Ok(id)
        })
    }))
    .await
}

/// Withdraws a paper, with a reason: its file is gone, the record keeps what it was.
pub async fn withdraw(db: &Db, by: Command, number: i64, paper: PaperId, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::kept(conn, &by, number).await?;
            let row: Option<(String, String, String)> = fetch_optional!(
                &mut *conn,
                (String, String, String),
                "select kind, sha256, title from house_papers where id = $1 and meeting_id = $2",
                paper.0,
                locked.id.0
            )?;
            let (kind, sha256, title) = row.ok_or(AppError::NotFound)?;
            let reason = text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "delete from house_paper_files where paper_id = $1", paper.0)?;
            execute!(&mut *conn, "delete from house_papers where id = $1", paper.0)?;
            let change = of_meeting(locked.id, "withdraw-paper", Some(told(&kind, &sha256, &title)), None, Some(reason));
            locked.recorded(conn, change).await
        })
    }))
    .await
}
