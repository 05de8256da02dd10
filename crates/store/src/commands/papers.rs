//! Papers: put on the table of a session, and withdrawn.

use accord_domain::access::Act;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::error::Form;
use accord_domain::ids::{ChapterId, PaperId};
use accord_domain::paper::{MOST, PaperKind, audiences};
use accord_domain::{AppError, FieldError, text};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::meeting_sessions::chapter_here;
use super::meetings::Locked;
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db};

/// A paper, as sent; what its file is has been found already.
#[derive(Clone, Debug)]
pub struct PaperForm {
    /// Blank for the file's name.
    pub title: String,
    /// A word of [`Clearance`].
    pub audience: String,
    pub file_name: String,
    pub kind: PaperKind,
    pub bytes: Vec<u8>,
}

/// On which table a paper is put.
#[derive(Clone, Debug)]
pub struct At {
    pub slug: String,
    pub meeting: String,
    pub chapter: String,
}

/// Longest name of a file kept, in characters; its ending is kept whole.
const LONGEST_NAME: usize = 120;

/// The name of a file without its folders and without what no file system takes.
pub(super) fn safe_name(sent: &str, kind: PaperKind) -> String {
    let clean = text::file_name(sent);
    let ending = kind.endings()[0];
    let stem = clean.rsplit_once('.').map_or(clean.as_str(), |(stem, _)| stem).trim();
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    format!("{}.{ending}", if stem.is_empty() { "paper" } else { stem.trim() })
}

/// Puts a paper on the table of a session; answers its id.
pub async fn put(db: &Db, by: Command, at: At, sent: PaperForm) -> Result<PaperId, AppError> {
    let sha256: String = Sha256::digest(&sent.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at.slug, &at.meeting, Act::WriteSessions).await?;
            let chapter = chapter_here(conn, &locked, &at.chapter).await?.ok_or(AppError::NotFound)?;
            if !locked.roles.may_in_chapter(chapter, Act::WriteSessions) {
                return Err(AppError::NotFound);
            }
            let session: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select id from meeting_sessions where meeting_id = $1 and chapter_id = $2",
                locked.meeting.0,
                chapter.0
            )?;
            let (session,) = session.ok_or(AppError::NotFound)?;
            let mut form = Form::default();
            let file_name = safe_name(&sent.file_name, sent.kind);
            let title =
                form.take(text::optional_line("title", &sent.title)).map(|title| title.unwrap_or_else(|| file_name.clone()));
            let audience = form.take(text::choice("audience", &sent.audience, Clearance::from_code));
            if audience.is_some_and(|audience| !audiences(locked.kind.is_with_partner()).contains(&audience)) {
                form.refuse(FieldError::new("audience", "unknown-choice"));
            }
            if !locked.state.takes_words() {
                form.refuse(FieldError::new("paper", "meeting-over"));
            }
            let (many,): (i64,) = fetch_one!(&mut *conn, (i64,), "select count(*) from papers where session_id = $1", session)?;
            if many >= MOST {
                form.refuse(FieldError::with("paper", "too-many-papers", MOST));
            }
            form.finish()?;
            let (Some(title), Some(audience)) = (title, audience) else { return Err(AppError::NotFound) };
            let id = PaperId(new_id());
            let size = i64::try_from(sent.bytes.len()).unwrap_or(i64::MAX);
            execute!(
                &mut *conn,
                "insert into papers (id, session_id, clearance, title, file_name, kind, size, sha256, put_by, put_at) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
                id.0,
                session,
                audience.rank(),
                title,
                file_name,
                sent.kind.code(),
                size,
                sha256,
                by.actor.name,
                by.at
            )?;
            execute!(&mut *conn, "insert into paper_files (paper_id, bytes) values ($1, $2)", id.0, sent.bytes)?;
            let told = told(sent.kind.code(), &sha256, &title);
            let clearance = locked.clearance.max(audience);
            locked.record.append(conn, of_paper(chapter, id, "put", None, Some(told), clearance)).await?;
            locked.record.finish(conn).await?;
            Ok(id)
        })
    }))
    .await
}

/// A paper in the text of the change record: its kind, the digest of its file and its title, each on a line.
pub(super) fn told(kind: &str, sha256: &str, title: &str) -> String {
    [kind, sha256, title].join("\n")
}

fn of_paper(
    chapter: ChapterId,
    id: PaperId,
    verb: &'static str,
    old: Option<String>,
    new: Option<String>,
    clearance: Clearance,
) -> Change {
    Change { chapter: Some(chapter), subject: "paper", subject_id: id.0, verb, field: "paper", old, new, reason: None, clearance }
}

row! {
    struct Row {
        chapter_id: Uuid,
        clearance: i16,
        title: String,
        kind: String,
        sha256: String,
    }
}

/// Withdraws a paper, with a reason: its file is gone, the record keeps what it was.
pub async fn withdraw(db: &Db, by: Command, slug: String, meeting: String, paper: PaperId, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &slug, &meeting, Act::WriteSessions).await?;
            let row: Option<Row> = fetch_optional!(
                &mut *conn,
                Row,
                "select s.chapter_id, p.clearance, p.title, p.kind, p.sha256 from papers p \
                 join meeting_sessions s on s.id = p.session_id where p.id = $1 and s.meeting_id = $2",
                paper.0,
                locked.meeting.0
            )?;
            let row = row.ok_or(AppError::NotFound)?;
            let chapter = ChapterId(row.chapter_id);
            if !locked.roles.may_in_chapter(chapter, Act::WriteSessions) {
                return Err(AppError::NotFound);
            }
            if !locked.state.takes_words() {
                return Err(AppError::field("withdrawn", "meeting-over"));
            }
            let reason = text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "delete from paper_files where paper_id = $1", paper.0)?;
            execute!(&mut *conn, "delete from papers where id = $1", paper.0)?;
            let clearance = locked.clearance.max(Clearance::from_rank(row.clearance).unwrap_or(Clearance::Principals));
            let was = told(&row.kind, &row.sha256, &row.title);
            let change = of_paper(chapter, paper, "withdraw", Some(was), None, clearance);
            locked.record.append(conn, Change { reason: Some(reason), ..change }).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Records the papers of a session anew for the other side, who may know of them from now on.
pub(super) async fn announce(conn: &mut Conn, record: &mut Record, session: Uuid, chapter: ChapterId) -> Result<(), AppError> {
    let shared: Vec<(Uuid, String, String, String)> = fetch_all!(
        &mut *conn,
        (Uuid, String, String, String),
        "select id, kind, sha256, title from papers where session_id = $1 and clearance <= $2 order by put_at, id",
        session,
        Field::SharedAgenda.clearance().rank()
    )?;
    for (id, kind, sha256, title) in shared {
        let change =
            of_paper(chapter, PaperId(id), "put", None, Some(told(&kind, &sha256, &title)), Field::SharedAgenda.clearance());
        record.append(conn, change).await?;
    }
    Ok(())
}
