//! The papers of a meeting's sessions, as far as the reader may have them.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::clearance::Clearance;
use accord_domain::ids::{ChapterId, MeetingId, PaperId};
use accord_domain::paper::PaperKind;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Db, word};

/// A paper in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    pub id: PaperId,
    pub title: String,
    pub kind: PaperKind,
    /// In bytes.
    pub size: i64,
    /// Whom it is for.
    pub audience: Clearance,
    pub put_by: String,
    pub put_at: DateTime<Utc>,
}

/// A paper's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFile {
    pub name: String,
    pub kind: PaperKind,
    pub bytes: Vec<u8>,
}

row! {
    struct Row {
        chapter_id: Uuid,
        id: Uuid,
        title: String,
        kind: String,
        size: i64,
        clearance: i16,
        put_by: String,
        put_at: DateTime<Utc>,
    }
}

/// The papers of a meeting that the actor may have, each with its chapter, in the order they were put. For readers of the meeting.
pub(super) async fn in_meeting(
    conn: &mut Conn,
    actor: &Actor,
    meeting: MeetingId,
) -> Result<Vec<(ChapterId, PaperLine)>, AppError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "select s.chapter_id, p.id, p.title, p.kind, p.size, p.clearance, p.put_by, p.put_at from papers p \
         join meeting_sessions s on s.id = p.session_id join meetings m on m.id = s.meeting_id where m.id = $1 \
         and exists (select 1 from grants g where g.agreement_id = m.agreement_id and g.account_id = $2 and g.agreement_rank >= m.clearance \
         and case when g.chapter_id = s.chapter_id then g.chapter_rank else g.agreement_rank end >= p.clearance) \
         order by p.put_at, p.id",
        meeting.0,
        actor.account.0
    )?;
    rows.into_iter()
        .map(|row| {
            let line = PaperLine {
                id: PaperId(row.id),
                title: row.title,
                kind: word(&row.kind, PaperKind::from_code)?,
                size: row.size,
                audience: Clearance::from_rank(row.clearance).unwrap_or(Clearance::Principals),
                put_by: row.put_by,
                put_at: row.put_at,
            };
            Ok((ChapterId(row.chapter_id), line))
        })
        .collect()
}

/// A paper's file, for who may have it.
///
/// # Errors
/// `NotFound` for anybody else, and where it was withdrawn.
pub async fn file(db: &Db, actor: &Actor, slug: &str, meeting: &str, paper: PaperId) -> Result<PaperFile, AppError> {
    let row: Option<(String, String, Vec<u8>)> = fetch_optional!(
        &mut db.read().await?,
        (String, String, Vec<u8>),
        "select p.file_name, p.kind, f.bytes from papers p join paper_files f on f.paper_id = p.id \
         join meeting_sessions s on s.id = p.session_id join meetings m on m.id = s.meeting_id \
         join agreements a on a.id = m.agreement_id where p.id = $1 and a.slug = $2 and m.address = $3 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $4 and g.agreement_rank >= m.clearance \
         and case when g.chapter_id = s.chapter_id then g.chapter_rank else g.agreement_rank end >= p.clearance)",
        paper.0,
        slug,
        meeting,
        actor.account.0
    )?;
    let (name, kind, bytes) = row.ok_or(AppError::NotFound)?;
    Ok(PaperFile { name, kind: word(&kind, PaperKind::from_code)?, bytes })
}
