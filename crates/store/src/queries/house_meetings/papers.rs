//! The papers of such a meeting: those for missions to every reader, those for headquarters to who sees the whole programme.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::house_meeting::PaperAudience;
use accord_domain::ids::PaperId;
use accord_domain::paper::PaperKind;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::known_meetings;
use crate::db::{Conn, Db, word};
use crate::queries::papers::PaperFile;
use crate::queries::programme::{Seen, seen};

/// A paper in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HousePaper {
    pub id: PaperId,
    pub title: String,
    pub kind: PaperKind,
    /// In bytes.
    pub size: i64,
    /// Whom it is for.
    pub audience: PaperAudience,
    pub put_by: String,
    pub put_at: DateTime<Utc>,
}

row! {
    struct Row {
        id: Uuid,
        title: String,
        kind: String,
        size: i64,
        audience: String,
        put_by: String,
        put_at: DateTime<Utc>,
    }
}

/// The papers of a meeting the reader knows of, in the order they were put.
pub(super) async fn of_meeting(conn: &mut Conn, seen: &Seen, meeting: Uuid) -> Result<Vec<HousePaper>, AppError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "select id, title, kind, size, audience, put_by, put_at from house_papers where meeting_id = $1 \
         and ($2 = '' or audience = 'missions') order by put_at, id",
        meeting,
        seen.country()
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(HousePaper {
                id: PaperId(row.id),
                title: row.title,
                kind: word(&row.kind, PaperKind::from_code)?,
                size: row.size,
                audience: word(&row.audience, PaperAudience::from_code)?,
                put_by: row.put_by,
                put_at: row.put_at,
            })
        })
        .collect()
}

/// A paper's file, for who may have it.
///
/// # Errors
/// `NotFound` for anybody else, and where it was withdrawn.
pub async fn file(db: &Db, actor: &Actor, meeting: i64, paper: PaperId) -> Result<PaperFile, AppError> {
    let mut conn = db.read().await?;
    let seen = seen(&mut conn, actor).await?;
    let row: Option<(String, String, Vec<u8>)> = fetch_optional!(
        &mut conn,
        (String, String, Vec<u8>),
        known_meetings!(
            "select p.file_name, p.kind, f.bytes from house_papers p join house_paper_files f on f.paper_id = p.id \
             join house_meetings m on m.id = p.meeting_id";
            "and m.number = $3 and p.id = $4 and ($2 = '' or p.audience = 'missions')"
        ),
        seen.keeps(),
        seen.country(),
        meeting,
        paper.0
    )?;
    let (name, kind, bytes) = row.ok_or(AppError::NotFound)?;
    Ok(PaperFile { name, kind: word(&kind, PaperKind::from_code)?, bytes })
}
