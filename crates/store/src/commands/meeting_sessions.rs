//! The sessions of a meeting, one a chapter: agenda, minutes, and the outcome, which may move the chapter in the same step.

use accord_domain::access::Act;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::error::Form;
use accord_domain::ids::{ChapterId, MeetingId};
use accord_domain::meeting::{Item, MINUTES, MOST_ITEMS, agenda_text};
use accord_domain::{AppError, FieldError, text};
use uuid::Uuid;

use super::chapters::{self, Step, StepForm};
use super::meetings::Locked;
use super::papers;
use super::saving::{Edits, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, taken};

/// An item of the agenda, as typed. A blank title is no item, or removes the one that stands.
#[derive(Clone, Debug, Default)]
pub struct ItemForm {
    /// None for a new one.
    pub id: Option<Uuid>,
    pub title: String,
    /// Its place; those of the same place stay in the order they were sent in.
    pub order: String,
    pub shared: bool,
    pub done: bool,
}

/// A session, as typed.
#[derive(Clone, Debug, Default)]
pub struct SessionForm {
    pub items: Vec<ItemForm>,
    pub minutes: String,
    pub outcome: String,
    /// Where the outcome leaves the chapter's text; blank or unchanged leaves it where it is.
    pub text_status: String,
    pub reason: String,
    pub override_brackets: bool,
    /// The version of the chapter the person saw.
    pub chapter_version: i64,
}

/// Which session is commanded, and the version the person saw.
#[derive(Clone, Debug)]
pub struct At {
    pub slug: String,
    pub meeting: String,
    pub chapter: String,
    pub version: i64,
}

struct SoundItem {
    id: Option<Uuid>,
    order: u32,
    item: Item,
}

fn sound_items(typed: &[ItemForm], shareable: bool, form: &mut Form) -> Vec<SoundItem> {
    let mut items = Vec::new();
    for (index, line) in typed.iter().enumerate() {
        let title = form.take(text::optional_line(&format!("item-title-{index}"), &line.title)).flatten();
        let order = form.take(text::count(&format!("item-order-{index}"), &line.order, 999)).unwrap_or_default();
        if let Some(title) = title {
            items.push(SoundItem { id: line.id, order, item: Item { title, shared: line.shared && shareable, done: line.done } });
        }
    }
    if items.len() > MOST_ITEMS {
        form.refuse(FieldError::with("item-title-0", "too-many-items", MOST_ITEMS));
    }
    items.sort_by_key(|item| item.order);
    items
}

/// Finds a chapter of the meeting's agreement by its address.
pub(super) async fn chapter_here(conn: &mut Conn, locked: &Locked, address: &str) -> Result<Option<ChapterId>, AppError> {
    let row: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
        locked.agreement.0,
        address
    )?;
    Ok(row.map(|(id,)| ChapterId(id)))
}

/// Puts a chapter on a meeting's programme.
pub async fn add(db: &Db, by: Command, slug: String, meeting: String, chapter: String, illustrative: bool) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &slug, &meeting, Act::WriteSessions).await?;
            let found = chapter_here(conn, &locked, chapter.trim()).await?;
            let id = match found {
                Some(id) if locked.roles.may_in_chapter(id, Act::WriteSessions) => id,
                // A lead is offered the chapters they lead, and no other is theirs to name.
                _ if !locked.roles.may(Act::WriteSessions) => return Err(AppError::NotFound),
                _ if chapter.trim().is_empty() => return Err(AppError::field("chapter", "required")),
                _ => return Err(AppError::field("chapter", "chapter-of-another-agreement")),
            };
            if !locked.state.takes_words() {
                return Err(AppError::field("chapter", "meeting-over"));
            }
            insert(conn, &mut locked, id, illustrative).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Puts a chapter on the programme of a meeting.
pub(super) async fn insert(conn: &mut Conn, locked: &mut Locked, chapter: ChapterId, illustrative: bool) -> Result<Uuid, AppError> {
    let id = new_id();
    let inserted = execute!(
        &mut *conn,
        "insert into meeting_sessions (id, meeting_id, chapter_id, outcome, illustrative, version) values ($1, $2, $3, '', $4, 1)",
        id,
        locked.meeting.0,
        chapter.0,
        illustrative
    );
    inserted.map_err(|error| taken(error, "meeting_sessions_once", "meeting_sessions.chapter_id", "chapter", "session-exists"))?;
    let clearance = locked.clearance.max(Field::SharedAgenda.clearance());
    locked.record.append(conn, of_session(locked.meeting, chapter, "add", clearance)).await?;
    Ok(id)
}

fn of_session(meeting: MeetingId, chapter: ChapterId, verb: &'static str, clearance: Clearance) -> Change {
    Change {
        chapter: Some(chapter),
        subject: "session",
        subject_id: meeting.0,
        verb,
        field: "session",
        old: None,
        new: None,
        reason: None,
        clearance,
    }
}

/// Minutes run to hundreds of pages: the record keeps them whole, and its readers are told only that they were written.
fn of_minutes(meeting: MeetingId, chapter: ChapterId, old: String, new: String) -> Change {
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    Change {
        field: "minutes",
        old: filled(old),
        new: filled(new),
        ..of_session(meeting, chapter, "minute", Field::Minutes.clearance())
    }
}

row! {
    /// An item, as kept.
    pub(super) struct ItemRow {
        id: Uuid,
        title: String,
        shared: bool,
        done: bool,
    }
}

impl ItemRow {
    /// The item itself.
    pub(super) fn item(self) -> Item {
        Item { title: self.title, shared: self.shared, done: self.done }
    }
}

/// The agenda of a session.
pub(super) async fn items_of(conn: &mut Conn, session: Uuid) -> Result<Vec<ItemRow>, AppError> {
    fetch_all!(
        conn,
        ItemRow,
        "select id, title, shared, done from agenda_items where session_id = $1 order by position, id",
        session
    )
}

/// The text of an agenda's items that are shared, or of those that are not.
fn told(items: &[Item], shared: bool) -> String {
    agenda_text(items.iter().filter(|item| item.shared == shared))
}

/// Records what differs of an agenda: what is shared, and what is ours only. `clearance` is the meeting's.
pub(super) async fn record_agenda(
    conn: &mut Conn,
    edits: &mut Edits<'_>,
    old: &[Item],
    new: &[Item],
    clearance: Clearance,
) -> Result<(), AppError> {
    let partner = clearance.max(Field::SharedAgenda.clearance());
    edits.field(conn, "agenda", &told(old, true), &told(new, true), partner).await?;
    edits.field(conn, "own_agenda", &told(old, false), &told(new, false), Field::Minutes.clearance()).await?;
    Ok(())
}

/// Saves a session: agenda, minutes and outcome, and the step of the chapter's text that the outcome is; all of it, or nothing.
pub async fn save(db: &Db, by: Command, at: At, typed: SessionForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::take(conn, &by, &at.slug, &at.meeting, Act::WriteSessions).await?;
            let chapter = chapter_here(conn, &locked, &at.chapter).await?.ok_or(AppError::NotFound)?;
            let found: Option<(Uuid, String, i64)> = fetch_optional!(
                &mut *conn,
                (Uuid, String, i64),
                "select id, outcome, version from meeting_sessions where meeting_id = $1 and chapter_id = $2",
                locked.meeting.0,
                chapter.0
            )?;
            let (session, outcome_before, version) = found.ok_or(AppError::NotFound)?;
            if !locked.roles.may_in_chapter(chapter, Act::WriteSessions) {
                return Err(AppError::NotFound);
            }
            same_version(version, at.version)?;
            let mut form = Form::default();
            let items = sound_items(&typed.items, locked.kind.is_with_partner(), &mut form);
            let minutes = form.take(text::optional_text("minutes", &typed.minutes, MINUTES)).flatten().unwrap_or_default();
            let outcome = form.take(text::optional_paragraphs("outcome", &typed.outcome)).flatten().unwrap_or_default();
            let step = Step::read(
                &StepForm {
                    text_status: typed.text_status.clone(),
                    market_status: String::new(),
                    reason: typed.reason.clone(),
                    override_brackets: typed.override_brackets,
                },
                &mut form,
            );
            if !locked.state.takes_words() {
                form.refuse(FieldError::new("outcome", "meeting-over"));
            }
            form.finish()?;
            let Locked { agreement, meeting, roles, record, clearance, .. } = locked;
            let mut of_chapter = chapters::Locked::of(conn, agreement, chapter, roles, record).await?;
            if of_chapter.would_move_text(&step) {
                of_chapter.check_version(typed.chapter_version)?;
                if outcome.is_empty() {
                    return Err(AppError::field("outcome", "outcome-for-step"));
                }
                of_chapter.step(conn, &by, step).await?;
            }
            let record = &mut of_chapter.record;
            execute!(
                &mut *conn,
                "update meeting_sessions set outcome = $2, version = version + 1 where id = $1",
                session,
                outcome
            )?;
            let before = items_of(conn, session).await?;
            keep_items(conn, session, &before, &items).await?;
            let before: Vec<Item> = before.into_iter().map(ItemRow::item).collect();
            let after: Vec<Item> = items.into_iter().map(|item| item.item).collect();
            let mut edits = Edits { record, chapter: Some(chapter), subject: "session", subject_id: meeting.0, reason: None };
            record_agenda(conn, &mut edits, &before, &after, clearance).await?;
            let partner = clearance.max(Field::Outcome.clearance());
            edits.field(conn, "outcome", &outcome_before, &outcome, partner).await?;
            let kept: Option<(String,)> =
                fetch_optional!(&mut *conn, (String,), "select minutes from session_minutes where session_id = $1", session)?;
            let kept = kept.map(|(minutes,)| minutes).unwrap_or_default();
            if kept != minutes {
                let change = of_minutes(meeting, chapter, kept, minutes.clone());
                of_chapter.record.append(conn, change).await?;
            }
            execute!(
                &mut *conn,
                "insert into session_minutes (session_id, minutes) values ($1, $2) \
                 on conflict (session_id) do update set minutes = excluded.minutes",
                session,
                minutes
            )?;
            of_chapter.record.finish(conn).await
        })
    }))
    .await
}

/// Writes the items of a session in their order, and removes those that were left out, unless a later meeting took them up.
async fn keep_items(conn: &mut Conn, session: Uuid, before: &[ItemRow], items: &[SoundItem]) -> Result<(), AppError> {
    for gone in before.iter().filter(|row| items.iter().all(|item| item.id != Some(row.id))) {
        let later: Option<(Uuid,)> =
            fetch_optional!(&mut *conn, (Uuid,), "select id from agenda_items where carried_from = $1", gone.id)?;
        if later.is_some() {
            return Err(AppError::field("item-title-0", "item-taken-up"));
        }
        execute!(&mut *conn, "delete from agenda_items where id = $1", gone.id)?;
    }
    for (position, SoundItem { id, item, .. }) in items.iter().enumerate() {
        let position = position as i16;
        match id.filter(|id| before.iter().any(|row| row.id == *id)) {
            Some(id) => execute!(
                &mut *conn,
                "update agenda_items set position = $2, title = $3, shared = $4, done = $5 where id = $1",
                id,
                position,
                item.title,
                item.shared,
                item.done
            )?,
            None => execute!(
                &mut *conn,
                "insert into agenda_items (id, session_id, position, title, shared, done) values ($1, $2, $3, $4, $5, $6)",
                new_id(),
                session,
                position,
                item.title,
                item.shared,
                item.done
            )?,
        };
    }
    Ok(())
}

/// Records the sessions of a meeting anew for the partner, who may know of them from now on.
pub(super) async fn announce_sessions(conn: &mut Conn, record: &mut Record, meeting: MeetingId) -> Result<(), AppError> {
    let sessions: Vec<(Uuid, Uuid, String)> = fetch_all!(
        &mut *conn,
        (Uuid, Uuid, String),
        "select s.id, s.chapter_id, s.outcome from meeting_sessions s join chapters c on c.id = s.chapter_id \
         where s.meeting_id = $1 order by c.number, c.id",
        meeting.0
    )?;
    for (session, chapter, outcome) in sessions {
        let chapter = ChapterId(chapter);
        record.append(conn, of_session(meeting, chapter, "add", Field::SharedAgenda.clearance())).await?;
        let items: Vec<Item> = items_of(conn, session).await?.into_iter().map(ItemRow::item).collect();
        let mut edits = Edits { record, chapter: Some(chapter), subject: "session", subject_id: meeting.0, reason: None };
        edits.field(conn, "agenda", "", &told(&items, true), Field::SharedAgenda.clearance()).await?;
        edits.field(conn, "outcome", "", &outcome, Field::Outcome.clearance()).await?;
        papers::announce(conn, record, session, chapter).await?;
    }
    Ok(())
}
