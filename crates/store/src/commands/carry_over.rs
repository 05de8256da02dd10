//! Unfinished items of the agenda, and action points still open, go on from meeting to meeting.

use accord_domain::AppError;
use accord_domain::access::Act;
use accord_domain::ids::ChapterId;
use accord_domain::meeting::Item;
use uuid::Uuid;

use super::action_point_steps;
use super::meeting_sessions::{ItemRow, insert, items_of, record_agenda};
use super::meetings::Locked;
use super::saving::Edits;
use crate::actor::new_id;
use crate::changes::Command;
use crate::db::{Conn, Db};

row! {
    struct OpenItem {
        id: Uuid,
        chapter_id: Uuid,
        title: String,
        shared: bool,
    }
}

/// Takes the unfinished items of closed meetings, as far as no later meeting took them up, and the action points left open at
/// closed meetings into this one; answers how many.
pub async fn take_over(db: &Db, by: Command, slug: String, meeting: String) -> Result<usize, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &slug, &meeting, Act::HoldMeetings).await?;
            if !locked.state.takes_words() || !locked.kind.is_with_partner() {
                return Err(AppError::field("carry_over", "meeting-over"));
            }
            let open: Vec<OpenItem> = fetch_all!(
                &mut *conn,
                OpenItem,
                "select i.id, s.chapter_id, i.title, i.shared from agenda_items i join meeting_sessions s on s.id = i.session_id \
                 join meetings m on m.id = s.meeting_id join chapters c on c.id = s.chapter_id \
                 where m.agreement_id = $1 and m.id <> $2 and m.state = 'closed' and m.kind <> 'internal-preparation' and not i.done \
                 and c.archived_at is null and not exists (select 1 from agenda_items l where l.carried_from = i.id) \
                 order by c.number, c.id, m.starts, m.id, i.position, i.id",
                locked.agreement.0,
                locked.meeting.0
            )?;
            let action_points = action_point_steps::carry_over(conn, &mut locked).await?;
            if open.is_empty() && action_points == 0 {
                return Err(AppError::field("carry_over", "nothing-to-carry-over"));
            }
            for of_chapter in open.chunk_by(|a, b| a.chapter_id == b.chapter_id) {
                take_up(conn, &mut locked, of_chapter).await?;
            }
            locked.record.finish(conn).await?;
            Ok(open.len() + action_points)
        })
    }))
    .await
}

/// Puts open items of one chapter behind what stands on its agenda.
async fn take_up(conn: &mut Conn, locked: &mut Locked, open: &[OpenItem]) -> Result<(), AppError> {
    let Some(chapter) = open.first().map(|item| ChapterId(item.chapter_id)) else { return Ok(()) };
    let standing: Option<(Uuid,)> = fetch_optional!(
        &mut *conn,
        (Uuid,),
        "select id from meeting_sessions where meeting_id = $1 and chapter_id = $2",
        locked.meeting.0,
        chapter.0
    )?;
    let session = match standing {
        Some((id,)) => id,
        None => insert(conn, locked, chapter, false).await?,
    };
    let before: Vec<Item> = items_of(conn, session).await?.into_iter().map(ItemRow::item).collect();
    let mut after = before.clone();
    for item in open {
        execute!(
            &mut *conn,
            "insert into agenda_items (id, session_id, position, title, shared, done, carried_from) values ($1, $2, $3, $4, $5, $6, $7)",
            new_id(),
            session,
            after.len() as i16,
            item.title,
            item.shared,
            false,
            item.id
        )?;
        after.push(Item { title: item.title.clone(), shared: item.shared, done: false });
    }
    execute!(&mut *conn, "update meeting_sessions set version = version + 1 where id = $1", session)?;
    let mut edits = Edits {
        record: &mut locked.record,
        chapter: Some(chapter),
        subject: "session",
        subject_id: locked.meeting.0,
        reason: None,
    };
    record_agenda(conn, &mut edits, &before, &after, locked.clearance).await
}
