//! Action points: agreed and edited. How they are put off, settled and taken up again stands in [`super::action_point_steps`].

use accord_domain::access::{Act, Roles};
use accord_domain::action_point::{ActionState, Side};
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::{ActionPointId, AgreementId, ChapterId, MeetingId};
use accord_domain::{AppError, FieldError, dates, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::saving::{Edits, same_version};
use crate::actor::{new_id, roles_in};
use crate::cards::{self, ActionPointCard};
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, word};

/// An action point, as typed.
#[derive(Clone, Debug, Default)]
pub struct ActionPointForm {
    pub title: String,
    pub note: String,
    /// Who has to do it: the id of an account of the delegation, or a word of [`Side`] for somebody named in `owner`.
    pub who: String,
    pub owner: String,
    /// The day it is due. Of one that stands, the day is changed by a step of its own.
    pub due: String,
    /// The address of a chapter; blank for the agreement as a whole. Kept once it is agreed, as is the meeting.
    pub chapter: String,
    /// The address of the meeting it was agreed at; blank for none.
    pub meeting: String,
    pub reason: String,
    pub illustrative: bool,
}

/// Which action point is commanded, and the version the person saw.
#[derive(Clone, Debug)]
pub struct At {
    pub slug: String,
    pub number: i16,
    pub version: i64,
}

/// Who has to do it, found to be somebody who may.
struct Owner {
    side: Side,
    account: Option<Uuid>,
    /// The name of the account's person, or of whom was named.
    name: String,
}

impl Owner {
    /// What the table keeps as a name: that of an account is the account's.
    fn named(&self) -> &str {
        if self.account.is_some() { "" } else { &self.name }
    }
}

/// Finds who was chosen: a person of the delegation, or whoever is named.
async fn owner_of(
    conn: &mut Conn,
    agreement: AgreementId,
    typed: &ActionPointForm,
    form: &mut Form,
) -> Result<Option<Owner>, AppError> {
    let Some(name) = form.take(text::optional_line("owner", &typed.owner)) else { return Ok(None) };
    let who = typed.who.trim();
    if who.is_empty() {
        form.refuse(FieldError::new("who", "required"));
        return Ok(None);
    }
    if let Some(side) = Side::from_code(who) {
        if side == Side::Ours && name.is_none() {
            form.refuse(FieldError::new("owner", "owner-to-be-named"));
            return Ok(None);
        }
        return Ok(Some(Owner { side, account: None, name: name.unwrap_or_default() }));
    }
    let found: Option<(Uuid, String)> = match who.parse::<Uuid>() {
        Ok(id) => fetch_optional!(
            conn,
            (Uuid, String),
            "select p.id, p.name from accounts p where p.id = $2 and p.disabled_at is null \
             and exists (select 1 from grants g where g.agreement_id = $1 and g.account_id = p.id and g.agreement_rank >= $3)",
            agreement.0,
            id,
            Field::ActionPoint.clearance().rank()
        )?,
        Err(_) => None,
    };
    match found {
        None => form.refuse(FieldError::new("who", "not-of-the-delegation")),
        Some(_) if name.is_some() => form.refuse(FieldError::new("owner", "owner-named-twice")),
        Some((id, name)) => return Ok(Some(Owner { side: Side::Ours, account: Some(id), name })),
    }
    Ok(None)
}

/// A chapter of the agreement by its address; none where none was named.
async fn chapter_of(
    conn: &mut Conn,
    agreement: AgreementId,
    address: &str,
    form: &mut Form,
) -> Result<Option<ChapterId>, AppError> {
    if address.trim().is_empty() {
        return Ok(None);
    }
    let found: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
        agreement.0,
        address.trim()
    )?;
    if found.is_none() {
        form.refuse(FieldError::new("chapter", "chapter-of-another-agreement"));
    }
    Ok(found.map(|(id,)| ChapterId(id)))
}

/// A meeting of the agreement by its address; none where none was named. Whoever keeps action points may know of every meeting.
async fn meeting_of(
    conn: &mut Conn,
    agreement: AgreementId,
    address: &str,
    form: &mut Form,
) -> Result<Option<MeetingId>, AppError> {
    if address.trim().is_empty() {
        return Ok(None);
    }
    let found: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select id from meetings where agreement_id = $1 and address = $2",
        agreement.0,
        address.trim()
    )?;
    if found.is_none() {
        form.refuse(FieldError::new("meeting", "no-such-meeting"));
    }
    Ok(found.map(|(id,)| MeetingId(id)))
}

/// Whether the person keeps action points of a chapter, or of the agreement as a whole.
pub(super) fn keeps(roles: &Roles, chapter: Option<ChapterId>) -> bool {
    match chapter {
        Some(chapter) => roles.may_in_chapter(chapter, Act::KeepActionPoints),
        None => roles.may(Act::KeepActionPoints),
    }
}

/// Finds an agreement that is not archived and in which the actor is of the delegation.
async fn agreement_of(conn: &mut Conn, by: &Command, slug: &str) -> Result<(AgreementId, Roles), AppError> {
    let row: Option<(Uuid, bool)> =
        fetch_optional!(&mut *conn, (Uuid, bool), "select id, archived_at is not null from agreements where slug = $1", slug)?;
    let (id, archived) = row.ok_or(AppError::NotFound)?;
    let roles = roles_in(conn, &by.actor, AgreementId(id)).await?;
    if roles.clearance().is_none_or(|clearance| clearance < Field::ActionPoint.clearance()) {
        return Err(AppError::NotFound);
    }
    if archived {
        return Err(AppError::field("title", "agreement-archived"));
    }
    Ok((AgreementId(id), roles))
}

/// Agrees an action point; answers its number.
pub async fn agree(db: &Db, by: Command, slug: String, typed: ActionPointForm) -> Result<i16, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, roles) = agreement_of(conn, &by, &slug).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let mut form = Form::default();
            let chapter = chapter_of(conn, agreement, &typed.chapter, &mut form).await?;
            // Whoever leads a chapter is offered what they lead, and nothing else is theirs to name.
            if !keeps(&roles, chapter) {
                return Err(AppError::NotFound);
            }
            let title = form.take(text::line("title", &typed.title));
            let note = form.take(text::optional_paragraphs("note", &typed.note)).flatten().unwrap_or_default();
            let owner = owner_of(conn, agreement, &typed, &mut form).await?;
            let due = form.take(due(&typed.due));
            let meeting = meeting_of(conn, agreement, &typed.meeting, &mut form).await?;
            form.finish()?;
            let (Some(title), Some(owner), Some(due)) = (title, owner, due) else { return Err(AppError::NotFound) };
            let (last,): (i16,) = fetch_one!(
                &mut *conn,
                (i16,),
                "select coalesce(max(number), cast(0 as smallint)) from action_points where agreement_id = $1",
                agreement.0
            )?;
            let number = last.checked_add(1).ok_or_else(|| AppError::field("title", "too-many-action-points"))?;
            let id = ActionPointId(new_id());
            execute!(
                &mut *conn,
                "insert into action_points (id, agreement_id, chapter_id, meeting_id, number, title, note, side, owner_id, owner, \
                 first_due, due, moved, state, state_reason, illustrative, version, agreed_at) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$11,0,$12,'',$13,1,$14)",
                id.0,
                agreement.0,
                chapter.map(|id| id.0),
                meeting.map(|id| id.0),
                number,
                title,
                note,
                owner.side.code(),
                owner.account,
                owner.named(),
                due,
                ActionState::Open.code(),
                typed.illustrative,
                by.at
            )?;
            let told = told(due, owner.side, &owner.name, &title);
            record.append(conn, of_action_point(chapter, id, "agree", "action_point", None, Some(told))).await?;
            let card = card_of(conn, id).await?;
            record.append(conn, card).await?;
            record.finish(conn).await?;
            Ok(number)
        })
    }))
    .await
}

/// The day something is due, as typed.
pub(super) fn due(typed: &str) -> Result<NaiveDate, FieldError> {
    if typed.trim().is_empty() { Err(FieldError::new("due", "required")) } else { dates::day("due", typed) }
}

/// An action point in the text of the change record: the day, the side, who and what, each on a line.
fn told(due: NaiveDate, side: Side, owner: &str, title: &str) -> String {
    [due.to_string().as_str(), side.code(), owner, title].join("\n")
}

/// A change of an action point.
pub(super) fn of_action_point(
    chapter: Option<ChapterId>,
    id: ActionPointId,
    verb: &'static str,
    field: &'static str,
    old: Option<String>,
    new: Option<String>,
) -> Change {
    Change {
        chapter,
        subject: "action_point",
        subject_id: id.0,
        verb,
        field,
        old,
        new,
        reason: None,
        clearance: Field::ActionPoint.clearance(),
    }
}

row! {
    struct Row {
        number: i16,
        chapter_id: Option<Uuid>,
        title: String,
        side: String,
        owner: String,
        first_due: NaiveDate,
        due: NaiveDate,
        moved: i16,
        state: String,
        illustrative: bool,
    }
}

/// The card of an action point as it stands.
pub(super) async fn card_of(conn: &mut Conn, id: ActionPointId) -> Result<Change, AppError> {
    let row: Row = fetch_one!(
        conn,
        Row,
        "select p.number, p.chapter_id, p.title, p.side, coalesce(o.name, p.owner) as owner, p.first_due, p.due, p.moved, p.state, \
         p.illustrative from action_points p left join accounts o on o.id = p.owner_id where p.id = $1",
        id.0
    )?;
    let chapter = row.chapter_id.map(ChapterId);
    let card = ActionPointCard {
        number: row.number,
        chapter: row.chapter_id,
        title: row.title,
        side: row.side,
        owner: row.owner,
        first_due: row.first_due,
        due: row.due,
        moved: row.moved,
        state: row.state,
        illustrative: row.illustrative,
    };
    cards::card(chapter, "action_point", id.0, Field::ActionPoint.clearance(), &card)
}

row! {
    /// What a command needs to know of an action point.
    struct LockedRow {
        id: Uuid,
        chapter_id: Option<Uuid>,
        title: String,
        note: String,
        side: String,
        owner_id: Option<Uuid>,
        owner: String,
        due: NaiveDate,
        state: String,
        version: i64,
    }
}

/// An action point locked for a command.
pub(super) struct Locked {
    pub agreement: AgreementId,
    pub id: ActionPointId,
    pub chapter: Option<ChapterId>,
    pub due: NaiveDate,
    pub state: ActionState,
    pub roles: Roles,
    /// Whether the actor is who has to do it.
    pub owes: bool,
    pub record: Record,
    title: String,
    note: String,
    side: Side,
    /// The name as shown.
    owner: String,
}

impl Locked {
    /// Finds an action point of an agreement in which the actor is of the delegation.
    pub async fn take(conn: &mut Conn, by: &Command, at: &At) -> Result<Self, AppError> {
        let (agreement, roles) = agreement_of(conn, by, &at.slug).await?;
        let record = Record::of_agreement(conn, by, agreement).await?;
        let row: Option<LockedRow> = fetch_optional!(
            &mut *conn,
            LockedRow,
            "select p.id, p.chapter_id, p.title, p.note, p.side, p.owner_id, coalesce(o.name, p.owner) as owner, p.due, p.state, \
             p.version from action_points p left join accounts o on o.id = p.owner_id where p.agreement_id = $1 and p.number = $2",
            agreement.0,
            at.number
        )?;
        let row = row.ok_or(AppError::NotFound)?;
        let locked = Self {
            agreement,
            id: ActionPointId(row.id),
            chapter: row.chapter_id.map(ChapterId),
            due: row.due,
            state: word(&row.state, ActionState::from_code)?,
            owes: row.owner_id == Some(by.actor.account.0),
            side: word(&row.side, Side::from_code)?,
            roles,
            record,
            title: row.title,
            note: row.note,
            owner: row.owner,
        };
        if !locked.keeps() && !locked.owes {
            return Err(AppError::NotFound);
        }
        same_version(row.version, at.version)?;
        Ok(locked)
    }

    /// Whether the actor keeps the action points of its chapter.
    pub fn keeps(&self) -> bool {
        keeps(&self.roles, self.chapter)
    }

    /// Ends the command: how it stands now is put on record.
    pub async fn finish(mut self, conn: &mut Conn) -> Result<(), AppError> {
        let card = card_of(conn, self.id).await?;
        self.record.append(conn, card).await?;
        self.record.finish(conn).await
    }
}

/// Edits what is to be done and by whom. The chapter, the meeting and the day stay.
pub async fn edit(db: &Db, by: Command, at: At, typed: ActionPointForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at).await?;
            if !locked.keeps() {
                return Err(AppError::NotFound);
            }
            let mut form = Form::default();
            let title = form.take(text::line("title", &typed.title));
            let note = form.take(text::optional_paragraphs("note", &typed.note)).flatten().unwrap_or_default();
            let owner = owner_of(conn, locked.agreement, &typed, &mut form).await?;
            let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
            form.finish()?;
            let (Some(title), Some(owner)) = (title, owner) else { return Err(AppError::NotFound) };
            execute!(
                &mut *conn,
                "update action_points set title = $2, note = $3, side = $4, owner_id = $5, owner = $6, version = version + 1 \
                 where id = $1",
                locked.id.0,
                title,
                note,
                owner.side.code(),
                owner.account,
                owner.named()
            )?;
            let clearance = Field::ActionPoint.clearance();
            let (was, is) = (owed_by(locked.side, &locked.owner), owed_by(owner.side, &owner.name));
            let mut edits = Edits {
                record: &mut locked.record,
                chapter: locked.chapter,
                subject: "action_point",
                subject_id: locked.id.0,
                reason,
            };
            edits.field(conn, "title", &locked.title, &title, clearance).await?;
            edits.field(conn, "note", &locked.note, &note, clearance).await?;
            edits.field(conn, "owner", &was, &is, clearance).await?;
            locked.finish(conn).await
        })
    }))
    .await
}

/// Who has to do it, in the text of the change record: the side, and who of it.
fn owed_by(side: Side, owner: &str) -> String {
    format!("{}\n{owner}", side.code())
}
