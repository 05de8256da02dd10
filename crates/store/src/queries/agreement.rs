//! One agreement: its card, its life, its chapters, its people.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Role, Roles};
use accord_domain::agreement::{AgreementKind, Relation};
use accord_domain::clearance::Clearance;
use accord_domain::dates::{PartialDate, Precision};
use accord_domain::document::DocumentKind;
use accord_domain::ids::{AgreementId, EventId, GrantId};
use accord_domain::lifecycle::{EventKind, Stage, Standing};
use accord_domain::ratification::RatificationStep;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::action_points::{ActionPointLine, open_in};
use super::changes::{Of, SeenChange, recent_on};
use super::document::lead_to;
use super::meetings::{MeetingLine, meetings_of};
use super::portfolio::{ChapterMark, chapters_of};
use super::priorities::{AreaLine, areas_of};
use super::trade::bilateral::{Bilateral, of_agreement};
use crate::actor::roles_in;
use crate::db::{Conn, Db, word};

/// A party and its chief negotiator; the latter from partner clearance on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyLine {
    pub code: String,
    pub name: String,
    pub chief_negotiator: Option<String>,
}

/// What a source says of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub date: PartialDate,
    pub place: String,
    pub publisher: String,
    pub title: String,
    pub preferred: bool,
    pub verified: bool,
}

/// A lifecycle event with its sources, the preferred one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLine {
    pub id: EventId,
    pub kind: EventKind,
    pub note: String,
    pub held: bool,
    pub standing: Standing,
    /// Why it was corrected or withdrawn; empty below the delegation's clearance.
    pub standing_reason: String,
    pub illustrative: bool,
    pub claims: Vec<Claim>,
}

impl EventLine {
    /// The order of the timeline: start, then end.
    fn order(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.claims.first().map(|claim| claim.date.order())
    }
}

/// An agreement of the same lineage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    pub slug: String,
    pub name: String,
    pub stage: Stage,
    pub relation: Relation,
    /// Whether it is the earlier one of the two.
    pub earlier: bool,
}

/// A step of ratification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatificationLine {
    pub party: String,
    pub step: RatificationStep,
    pub date: Option<PartialDate>,
    pub publisher: String,
    pub illustrative: bool,
}

/// A role held by somebody.
#[derive(Clone, Debug)]
pub struct RoleLine {
    pub id: GrantId,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub party: String,
    pub chapter: Option<String>,
    pub own: bool,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct AgreementView {
    pub id: AgreementId,
    pub slug: String,
    pub name: String,
    pub kind: AgreementKind,
    pub home_party: String,
    pub lead_ministry: String,
    pub objective: String,
    pub languages: String,
    pub illustrative: bool,
    pub stage: Stage,
    pub version: i64,
    pub archived: bool,
    pub parties: Vec<PartyLine>,
    pub events: Vec<EventLine>,
    pub relatives: Vec<Relative>,
    pub ratification: Vec<RatificationLine>,
    /// None below the partner's clearance.
    pub chapters: Option<Vec<ChapterMark>>,
    /// The latest first.
    pub meetings: Vec<MeetingLine>,
    /// None below the delegation's clearance.
    pub priorities: Option<Vec<AreaLine>>,
    /// What is open, by the day it is due. None below the delegation's clearance.
    pub action_points: Option<Vec<ActionPointLine>>,
    pub changes: Vec<SeenChange>,
    /// None unless the reader grants roles here.
    pub people: Option<Vec<RoleLine>>,
    pub roles: Roles,
    /// The day at whose end it stood so; none for now.
    pub as_of: Option<NaiveDate>,
    /// Whether there is a brief the reader may see, or may draft.
    pub brief: bool,
    /// The home party's trade with each of the others, as far as figures are kept; none of a day past.
    pub trade: Vec<Bilateral>,
}

impl AgreementView {
    /// Whether the reader does the act here now: one that is archived is brought back first, and the past stays as it was.
    pub fn may(&self, act: Act) -> bool {
        self.roles.may(act) && !self.archived && self.as_of.is_none()
    }
}

row! {
    struct CardRow {
        id: Uuid,
        slug: String,
        name: String,
        kind: String,
        home_party: String,
        lead_ministry: String,
        objective: String,
        languages: String,
        illustrative: bool,
        stage: String,
        version: i64,
        archived_at: Option<DateTime<Utc>>,
    }
}

/// Changes shown on the agreement's own page.
const RECENT: i64 = 12;

/// The id and name of an agreement the actor has a role in.
///
/// # Errors
/// `NotFound` for any other.
pub async fn named(db: &Db, actor: &Actor, slug: &str) -> Result<(AgreementId, String), AppError> {
    id_of(&mut db.read().await?, actor, slug).await
}

/// As [`named`], on a connection already held.
pub(super) async fn id_of(conn: &mut Conn, actor: &Actor, slug: &str) -> Result<(AgreementId, String), AppError> {
    let row: Option<(Uuid, String)> = fetch_optional!(
        conn,
        (Uuid, String),
        "select a.id, a.name from agreements a where a.slug = $1 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2)",
        slug,
        actor.account.0
    )?;
    row.map(|(id, name)| (AgreementId(id), name)).ok_or(AppError::NotFound)
}

/// Loads an agreement the actor has a role in.
pub async fn load(db: &Db, actor: &Actor, slug: &str) -> Result<AgreementView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<CardRow> = fetch_optional!(
        &mut conn,
        CardRow,
        "select a.id, a.slug, a.name, a.kind, a.home_party, a.lead_ministry, a.objective, a.languages, a.illustrative, a.stage, a.version, \
         a.archived_at from agreements a where a.slug = $1 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2)",
        slug,
        actor.account.0
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let id = AgreementId(row.id);
    let roles = roles_in(&mut conn, actor, id).await?;
    let clearance = roles.clearance().ok_or(AppError::NotFound)?;
    let chapters = if clearance >= Clearance::Partner { Some(chapters_of(&mut conn, actor, id).await?) } else { None };
    let priorities = if clearance >= Clearance::Delegation { Some(areas_of(&mut conn, actor, id).await?) } else { None };
    let action_points = if clearance >= Clearance::Delegation { Some(open_in(&mut conn, actor, id).await?) } else { None };
    let brief = lead_to(&mut conn, actor, (DocumentKind::Brief, id.0), &roles, row.archived_at.is_some()).await?;
    let people = if roles.may(Act::GrantRoles) { Some(people_in(&mut conn, actor, id).await?) } else { None };
    Ok(AgreementView {
        id,
        kind: word(&row.kind, AgreementKind::from_code)?,
        stage: word(&row.stage, Stage::from_code)?,
        slug: row.slug,
        name: row.name,
        home_party: row.home_party,
        lead_ministry: row.lead_ministry,
        objective: row.objective,
        languages: row.languages,
        illustrative: row.illustrative,
        version: row.version,
        archived: row.archived_at.is_some(),
        parties: parties_of(&mut conn, id, clearance).await?,
        events: events_of(&mut conn, id, clearance).await?,
        relatives: relatives_of(&mut conn, actor, id).await?,
        ratification: ratification_of(&mut conn, id).await?,
        chapters,
        meetings: meetings_of(&mut conn, id, clearance).await?,
        priorities,
        action_points,
        changes: recent_on(&mut conn, actor, Of::Agreement(id), None, RECENT).await?,
        people,
        roles,
        as_of: None,
        brief: brief.is_some(),
        trade: of_agreement(&mut conn, id).await?,
    })
}

pub(super) async fn parties_of(conn: &mut Conn, id: AgreementId, clearance: Clearance) -> Result<Vec<PartyLine>, AppError> {
    let rows: Vec<(String, String, Option<String>)> = fetch_all!(
        conn,
        (String, String, Option<String>),
        "select code, name, case when cast($2 as smallint) >= 1 then chief_negotiator end from agreement_parties \
         where agreement_id = $1 order by position",
        id.0,
        clearance.rank()
    )?;
    Ok(rows.into_iter().map(|(code, name, chief_negotiator)| PartyLine { code, name, chief_negotiator }).collect())
}

row! {
    struct EventRow {
        id: Uuid,
        kind: String,
        note: String,
        held: bool,
        standing: String,
        standing_reason: String,
        illustrative: bool,
        starts: NaiveDate,
        ends: NaiveDate,
        date_precision: String,
        place: String,
        publisher: String,
        title: String,
        preferred: bool,
        verified: bool,
    }
}

pub(super) async fn events_of(conn: &mut Conn, id: AgreementId, clearance: Clearance) -> Result<Vec<EventLine>, AppError> {
    let rows: Vec<EventRow> = fetch_all!(
        conn,
        EventRow,
        "select e.id, e.kind, e.note, e.held, e.standing, \
         case when cast($2 as smallint) >= 2 then e.standing_reason else '' end as standing_reason, e.illustrative, c.starts, c.ends, c.date_precision, c.place, \
         c.publisher, c.title, c.preferred, c.verified from lifecycle_events e join lifecycle_claims c on c.event_id = e.id \
         where e.agreement_id = $1 and e.clearance <= $2 order by e.entry, c.preferred desc, c.position",
        id.0,
        clearance.rank()
    )?;
    let mut events: Vec<EventLine> = Vec::new();
    for row in rows {
        let claim = Claim {
            date: PartialDate::stored(row.starts, row.ends, word(&row.date_precision, Precision::from_code)?)
                .ok_or_else(|| AppError::Internal("an event ends before it starts".into()))?,
            place: row.place,
            publisher: row.publisher,
            title: row.title,
            preferred: row.preferred,
            verified: row.verified,
        };
        match events.last_mut().filter(|last| last.id.0 == row.id) {
            Some(last) => last.claims.push(claim),
            None => events.push(EventLine {
                id: EventId(row.id),
                kind: word(&row.kind, EventKind::from_code)?,
                note: row.note,
                held: row.held,
                standing: word(&row.standing, Standing::from_code)?,
                standing_reason: row.standing_reason,
                illustrative: row.illustrative,
                claims: vec![claim],
            }),
        }
    }
    Ok(in_order(events))
}

/// Events in the order of their days; the order of entry is the last word among those of the same days.
pub(super) fn in_order(mut events: Vec<EventLine>) -> Vec<EventLine> {
    events.sort_by_key(EventLine::order);
    events
}

async fn relatives_of(conn: &mut Conn, actor: &Actor, id: AgreementId) -> Result<Vec<Relative>, AppError> {
    let rows: Vec<(String, String, String, String, bool)> = fetch_all!(
        conn,
        (String, String, String, String, bool),
        "select a.slug, a.name, a.stage, r.relation, r.agreement_id = $1 from agreement_relations r \
         join agreements a on a.id = case when r.agreement_id = $1 then r.earlier_id else r.agreement_id end \
         where (r.agreement_id = $1 or r.earlier_id = $1) \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2) order by a.opened_at, a.sort_name",
        id.0,
        actor.account.0
    )?;
    rows.into_iter()
        .map(|(slug, name, stage, relation, earlier)| {
            let (stage, relation) = (word(&stage, Stage::from_code)?, word(&relation, Relation::from_code)?);
            Ok(Relative { slug, name, stage, relation, earlier })
        })
        .collect()
}

row! {
    struct StepRow {
        party: String,
        step: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        publisher: String,
        illustrative: bool,
    }
}

async fn ratification_of(conn: &mut Conn, id: AgreementId) -> Result<Vec<RatificationLine>, AppError> {
    let rows: Vec<StepRow> = fetch_all!(
        conn,
        StepRow,
        "select party, step, starts, ends, date_precision, publisher, illustrative from ratification_steps where agreement_id = $1",
        id.0
    )?;
    let mut lines = rows
        .into_iter()
        .map(|row| {
            let date = match (row.starts, row.ends, &row.date_precision) {
                (Some(from), Some(to), Some(code)) => PartialDate::stored(from, to, word(code, Precision::from_code)?),
                _ => None,
            };
            let step = word(&row.step, RatificationStep::from_code)?;
            Ok(RatificationLine { party: row.party, step, date, publisher: row.publisher, illustrative: row.illustrative })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    lines.sort_by(|a, b| (&a.party, a.step).cmp(&(&b.party, b.step)));
    Ok(lines)
}

row! {
    struct RoleRow {
        id: Uuid,
        name: String,
        email: String,
        role: String,
        party: String,
        chapter: Option<String>,
        account_id: Uuid,
    }
}

async fn people_in(conn: &mut Conn, actor: &Actor, id: AgreementId) -> Result<Vec<RoleLine>, AppError> {
    let rows: Vec<RoleRow> = fetch_all!(
        conn,
        RoleRow,
        "select g.id, p.name, p.email, g.role, g.party, c.address as chapter, g.account_id from grants g join accounts p on p.id = g.account_id \
         left join chapters c on c.id = g.chapter_id where g.agreement_id = $1",
        id.0
    )?;
    let mut people = rows
        .into_iter()
        .map(|row| {
            Ok(RoleLine {
                id: GrantId(row.id),
                role: word(&row.role, Role::from_code)?,
                own: row.account_id == actor.account.0,
                name: row.name,
                email: row.email,
                party: row.party,
                chapter: row.chapter,
            })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    people.sort_by(|a, b| (a.role, &a.chapter, &a.name).cmp(&(b.role, &b.chapter, &b.name)));
    Ok(people)
}
