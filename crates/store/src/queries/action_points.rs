//! Action points in lists: those of an agreement, a chapter or a meeting, and those somebody owes. Nothing below the delegation's
//! clearance.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Roles};
use accord_domain::action_point::{ActionState, Side};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Field;
use accord_domain::ids::{AccountId, ActionPointId, AgreementId, ChapterId, MeetingId};
use accord_domain::meeting::MeetingKind;
use chrono::NaiveDate;
use uuid::Uuid;

use super::agreement::id_of;
use super::meetings::MeetingName;
use super::priorities::LinkedChapter;
use crate::actor::roles_in;
use crate::db::{Conn, Db, word};

/// An action point in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionPointLine {
    pub number: i16,
    pub title: String,
    pub side: Side,
    /// Who has to do it; empty for the other side as such.
    pub owner: String,
    pub first_due: NaiveDate,
    pub due: NaiveDate,
    /// How often the day was changed.
    pub moved: i16,
    pub state: ActionState,
    /// None where it is the agreement's as a whole, or its chapter is archived.
    pub chapter: Option<LinkedChapter>,
    pub illustrative: bool,
}

/// An action point with the agreement and the meeting it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionPoint {
    pub agreement_slug: String,
    pub agreement_name: String,
    pub line: ActionPointLine,
    /// Whether the reader has to do it.
    pub owed: bool,
    /// The meeting it was agreed at.
    pub meeting: Option<MeetingName>,
    pub note: String,
    /// Why it is in its state; empty where nobody said.
    pub state_reason: String,
    /// The account that has to do it.
    pub account: Option<AccountId>,
    pub version: i64,
}

/// Which action points are wanted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Of {
    Agreement(AgreementId),
    Chapter(ChapterId),
    /// Agreed at the meeting, or carried over to it.
    Meeting(MeetingId),
    /// What the reader owes.
    Reader,
    One(AgreementId, i16),
}

row! {
    struct Row {
        agreement_slug: String,
        agreement_name: String,
        number: i16,
        title: String,
        note: String,
        side: String,
        owner: String,
        owner_id: Option<Uuid>,
        first_due: NaiveDate,
        due: NaiveDate,
        moved: i16,
        state: String,
        state_reason: String,
        chapter_id: Option<Uuid>,
        chapter_address: Option<String>,
        chapter_kind: Option<String>,
        chapter_title: Option<String>,
        meeting_address: Option<String>,
        meeting_kind: Option<String>,
        meeting_number: Option<i16>,
        meeting_title: Option<String>,
        illustrative: bool,
        version: i64,
    }
}

impl Row {
    fn read(self, actor: &Actor) -> Result<ActionPoint, AppError> {
        let chapter = match (self.chapter_id, self.chapter_address, self.chapter_kind) {
            (Some(id), Some(address), Some(kind)) => Some(LinkedChapter {
                id: ChapterId(id),
                address,
                kind: word(&kind, ChapterKind::from_code)?,
                title: self.chapter_title.unwrap_or_default(),
            }),
            _ => None,
        };
        let meeting = match (self.meeting_address, self.meeting_kind) {
            (Some(address), Some(kind)) => Some(MeetingName {
                address,
                kind: word(&kind, MeetingKind::from_code)?,
                number: self.meeting_number,
                title: self.meeting_title.unwrap_or_default(),
            }),
            _ => None,
        };
        Ok(ActionPoint {
            line: ActionPointLine {
                number: self.number,
                title: self.title,
                side: word(&self.side, Side::from_code)?,
                owner: self.owner,
                first_due: self.first_due,
                due: self.due,
                moved: self.moved,
                state: word(&self.state, ActionState::from_code)?,
                chapter,
                illustrative: self.illustrative,
            },
            owed: self.owner_id == Some(actor.account.0),
            account: self.owner_id.map(AccountId),
            agreement_slug: self.agreement_slug,
            agreement_name: self.agreement_name,
            meeting,
            note: self.note,
            state_reason: self.state_reason,
            version: self.version,
        })
    }
}

/// The action points the actor may see, open ones first, by the day they are due.
pub(super) async fn load(conn: &mut Conn, actor: &Actor, of: Of, only: Option<ActionState>) -> Result<Vec<ActionPoint>, AppError> {
    let rows: Vec<Row> = built_all!(conn, Row, |query| {
        query.push(
            "select a.slug as agreement_slug, a.name as agreement_name, p.number, p.title, p.note, p.side, \
             coalesce(o.name, p.owner) as owner, p.owner_id, p.first_due, p.due, p.moved, p.state, p.state_reason, \
             c.id as chapter_id, c.address as chapter_address, c.kind as chapter_kind, c.title as chapter_title, \
             m.address as meeting_address, m.kind as meeting_kind, m.number as meeting_number, m.title as meeting_title, \
             p.illustrative, p.version from action_points p join agreements a on a.id = p.agreement_id \
             left join chapters c on c.id = p.chapter_id and c.archived_at is null left join meetings m on m.id = p.meeting_id \
             left join accounts o on o.id = p.owner_id where exists (select 1 from grants g where g.agreement_id = p.agreement_id \
             and g.agreement_rank >= ",
        );
        query.push_bind(Field::ActionPoint.clearance().rank());
        query.push(" and g.account_id = ");
        query.push_bind(actor.account.0);
        query.push(")");
        match of {
            Of::Agreement(id) => {
                query.push(" and p.agreement_id = ");
                query.push_bind(id.0);
            }
            Of::Chapter(id) => {
                query.push(" and p.chapter_id = ");
                query.push_bind(id.0);
            }
            Of::Meeting(id) => {
                query.push(" and (p.meeting_id = ");
                query.push_bind(id.0);
                query.push(" or p.id in (select h.action_point_id from action_point_meetings h where h.meeting_id = ");
                query.push_bind(id.0);
                query.push("))");
            }
            Of::Reader => {
                query.push(" and a.archived_at is null and p.owner_id = ");
                query.push_bind(actor.account.0);
            }
            Of::One(agreement, number) => {
                query.push(" and p.agreement_id = ");
                query.push_bind(agreement.0);
                query.push(" and p.number = ");
                query.push_bind(number);
            }
        }
        if let Some(state) = only {
            query.push(" and p.state = ");
            query.push_bind(state.code());
        }
        query.push(" order by case p.state when 'open' then 0 else 1 end, p.due, a.slug, p.number");
    })?;
    rows.into_iter().map(|row| row.read(actor)).collect()
}

/// What is open in an agreement, by the day it is due.
pub(super) async fn open_in(conn: &mut Conn, actor: &Actor, id: AgreementId) -> Result<Vec<ActionPointLine>, AppError> {
    let found = load(conn, actor, Of::Agreement(id), Some(ActionState::Open)).await?;
    Ok(found.into_iter().map(|found| found.line).collect())
}

/// What is open in an agreement, each with the meeting it was agreed at.
///
/// # Errors
/// `NotFound` below the delegation's clearance.
pub async fn open(db: &Db, actor: &Actor, slug: &str) -> Result<Vec<ActionPoint>, AppError> {
    let mut conn = db.read().await?;
    let (id, _) = id_of(&mut conn, actor, slug).await?;
    seeing(&mut conn, actor, id).await?;
    load(&mut conn, actor, Of::Agreement(id), Some(ActionState::Open)).await
}

/// Everything the actor has to do, in all agreements, by the day it is due.
pub async fn owed(db: &Db, actor: &Actor) -> Result<Vec<ActionPoint>, AppError> {
    load(&mut db.read().await?, actor, Of::Reader, Some(ActionState::Open)).await
}

/// The screen of all action points of an agreement.
#[derive(Clone, Debug)]
pub struct ActionPointsView {
    pub slug: String,
    pub name: String,
    pub points: Vec<ActionPoint>,
    /// Whether the reader agrees new ones.
    pub keeps: bool,
}

/// Loads the screen.
///
/// # Errors
/// `NotFound` below the delegation's clearance.
pub async fn list(db: &Db, actor: &Actor, slug: &str) -> Result<ActionPointsView, AppError> {
    let mut conn = db.read().await?;
    let (id, name) = id_of(&mut conn, actor, slug).await?;
    let roles = seeing(&mut conn, actor, id).await?;
    let points = load(&mut conn, actor, Of::Agreement(id), None).await?;
    let keeps = roles.0.iter().any(|grant| grant.role.may(Act::KeepActionPoints, grant.chapter.is_some()));
    Ok(ActionPointsView { slug: slug.to_owned(), name, points, keeps: keeps && !is_archived(&mut conn, id).await? })
}

/// The roles of an actor of the delegation.
pub(super) async fn seeing(conn: &mut Conn, actor: &Actor, agreement: AgreementId) -> Result<Roles, AppError> {
    let roles = roles_in(conn, actor, agreement).await?;
    let sees = roles.clearance().is_some_and(|clearance| clearance >= Field::ActionPoint.clearance());
    if sees { Ok(roles) } else { Err(AppError::NotFound) }
}

pub(super) async fn is_archived(conn: &mut Conn, agreement: AgreementId) -> Result<bool, AppError> {
    let (archived,): (bool,) =
        fetch_one!(conn, (bool,), "select archived_at is not null from agreements where id = $1", agreement.0)?;
    Ok(archived)
}

/// Action points left open: agreed at, or carried over to, a meeting now closed, and not on the table of this one; each with its
/// chapter.
pub(crate) async fn left_open(
    conn: &mut Conn,
    agreement: AgreementId,
    meeting: MeetingId,
) -> Result<Vec<(ActionPointId, Option<ChapterId>)>, AppError> {
    let rows: Vec<(Uuid, Option<Uuid>)> = fetch_all!(
        conn,
        (Uuid, Option<Uuid>),
        "select p.id, p.chapter_id from action_points p where p.agreement_id = $1 and p.state = 'open' \
         and (p.meeting_id is null or p.meeting_id <> $2) \
         and not exists (select 1 from action_point_meetings h where h.action_point_id = p.id and h.meeting_id = $2) \
         and exists (select 1 from meetings m where m.state = 'closed' and (m.id = p.meeting_id \
         or m.id in (select e.meeting_id from action_point_meetings e where e.action_point_id = p.id))) order by p.number",
        agreement.0,
        meeting.0
    )?;
    Ok(rows.into_iter().map(|(id, chapter)| (ActionPointId(id), chapter.map(ChapterId))).collect())
}
