//! One action point: what has to be done, by whom, and what has become of it.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Field;
use accord_domain::ids::{AccountId, AgreementId, ChapterId};
use chrono::NaiveDate;
use uuid::Uuid;

use super::action_points::{ActionPoint, Of, is_archived, load, seeing};
use super::agreement::id_of;
use super::barriers::list::{BarrierLine, of_action_point};
use super::changes::{self, SeenChange, recent_on};
use super::meetings::{MeetingLine, MeetingName, meetings_of};
use super::priorities::LinkedChapter;
use crate::db::{Conn, Db, word};

/// The screen.
#[derive(Clone, Debug)]
pub struct ActionPointView {
    pub point: ActionPoint,
    /// The later meetings it was carried over to, the earliest first.
    pub carried: Vec<MeetingName>,
    /// The barriers it works on.
    pub barriers: Vec<BarrierLine>,
    /// The latest first.
    pub changes: Vec<SeenChange>,
    /// Whether the reader edits and drops it.
    pub keeps: bool,
    /// Whether the reader says that it is done, or puts it off: who has to do it may, as may who keeps it.
    pub settles: bool,
}

/// Changes shown in its history.
const HISTORY: i64 = 50;

/// Loads an action point.
///
/// # Errors
/// `NotFound` below the delegation's clearance, and where there is none of this number.
pub async fn one(db: &Db, actor: &Actor, slug: &str, number: i16) -> Result<ActionPointView, AppError> {
    let mut conn = db.read().await?;
    let (agreement, _) = id_of(&mut conn, actor, slug).await?;
    let roles = seeing(&mut conn, actor, agreement).await?;
    let found = load(&mut conn, actor, Of::One(agreement, number), None).await?.into_iter().next();
    let mut point = found.ok_or(AppError::NotFound)?;
    let (id, chapter): (Uuid, Option<Uuid>) = fetch_one!(
        &mut conn,
        (Uuid, Option<Uuid>),
        "select id, chapter_id from action_points where agreement_id = $1 and number = $2",
        agreement.0,
        number
    )?;
    let stands = !is_archived(&mut conn, agreement).await?;
    let keeps = stands
        && match chapter {
            Some(chapter) => roles.may_in_chapter(ChapterId(chapter), Act::KeepActionPoints),
            None => roles.may(Act::KeepActionPoints),
        };
    let settles = keeps || (stands && point.owed);
    if !settles {
        point.version = 0;
    }
    let changes = recent_on(&mut conn, actor, changes::Of::Thing(agreement, id), None, HISTORY).await?;
    let barriers = of_action_point(&mut conn, id).await?;
    Ok(ActionPointView { barriers, carried: carried(&mut conn, agreement, id).await?, point, changes, keeps, settles })
}

async fn carried(conn: &mut Conn, agreement: AgreementId, id: Uuid) -> Result<Vec<MeetingName>, AppError> {
    let rows: Vec<(String,)> = fetch_all!(
        &mut *conn,
        (String,),
        "select m.address from action_point_meetings h join meetings m on m.id = h.meeting_id where h.action_point_id = $1",
        id
    )?;
    // All meetings an agreement has are the delegation's to see.
    let mut lines = meetings_of(conn, agreement, Field::ActionPoint.clearance()).await?;
    lines.reverse();
    lines.retain(|line| rows.iter().any(|(address,)| *address == line.name.address));
    Ok(lines.into_iter().map(|line| line.name).collect())
}

/// What is chosen from when an action point is agreed or edited.
#[derive(Clone, Debug)]
pub struct Choices {
    pub slug: String,
    pub name: String,
    /// Who may have to do it, by name.
    pub people: Vec<(AccountId, String)>,
    /// The chapters whose action points the reader keeps.
    pub chapters: Vec<LinkedChapter>,
    /// Whether the reader keeps those of the agreement as a whole.
    pub whole: bool,
    /// The latest first.
    pub meetings: Vec<MeetingLine>,
    /// The first day of the next meeting with the other side from a day on: what is agreed is usually due by then.
    pub next: Option<NaiveDate>,
}

/// Loads the choices of whoever keeps action points in an agreement, on a day.
///
/// # Errors
/// `NotFound` for anybody else, and of an agreement that is archived.
pub async fn choices(db: &Db, actor: &Actor, slug: &str, today: NaiveDate) -> Result<Choices, AppError> {
    let mut conn = db.read().await?;
    let (agreement, name) = id_of(&mut conn, actor, slug).await?;
    let roles = seeing(&mut conn, actor, agreement).await?;
    let rows: Vec<(Uuid, String, String, String)> = fetch_all!(
        &mut conn,
        (Uuid, String, String, String),
        "select id, address, kind, title from chapters where agreement_id = $1 and archived_at is null order by number, address",
        agreement.0
    )?;
    let mut chapters = Vec::new();
    for (id, address, kind, title) in rows {
        if roles.may_in_chapter(ChapterId(id), Act::KeepActionPoints) {
            chapters.push(LinkedChapter { id: ChapterId(id), address, kind: word(&kind, ChapterKind::from_code)?, title });
        }
    }
    let whole = roles.may(Act::KeepActionPoints);
    if (chapters.is_empty() && !whole) || is_archived(&mut conn, agreement).await? {
        return Err(AppError::NotFound);
    }
    let mut people: Vec<(Uuid, String)> = fetch_all!(
        &mut conn,
        (Uuid, String),
        "select distinct p.id, p.name from accounts p join grants g on g.account_id = p.id \
         where g.agreement_id = $1 and g.agreement_rank >= $2 and p.disabled_at is null",
        agreement.0,
        Field::ActionPoint.clearance().rank()
    )?;
    people.sort_by(|(_, a), (_, b)| a.cmp(b));
    let meetings = meetings_of(&mut conn, agreement, Field::ActionPoint.clearance()).await?;
    let ahead = |line: &&MeetingLine| line.state.takes_words() && line.name.kind.is_with_partner();
    let next =
        meetings.iter().filter(ahead).filter_map(|line| line.dates.map(|dates| dates.from())).filter(|from| *from > today).min();
    Ok(Choices {
        slug: slug.to_owned(),
        name,
        people: people.into_iter().map(|(id, name)| (AccountId(id), name)).collect(),
        chapters,
        whole,
        meetings,
        next,
    })
}
