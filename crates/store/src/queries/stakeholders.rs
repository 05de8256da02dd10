//! Stakeholders as a reader may know of them: those asked in an agreement whose delegation the reader belongs to, with what they said
//! there. That somebody was asked elsewhere is told to nobody who may not read it there.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::{Act, Actor};
use accord_domain::clearance::Field;
use accord_domain::consultation::LineStance;
use accord_domain::ids::{AgreementId, StakeholderId};
use accord_domain::stakeholder::{StakeholderKind, likeness};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::consultations::{Line, line_of};
use super::stances::{StanceLine, of_stakeholder};
use crate::actor::cleared_somewhere;
use crate::actor::roles_in;
use crate::db::{Conn, Db, word};

/// A stakeholder in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderLine {
    pub id: StakeholderId,
    pub name: String,
    pub kind: StakeholderKind,
    /// The letters of its country, blank where nobody has said.
    pub country: String,
    /// In how many consultations it was asked that the reader may see, and how many of them it answered.
    pub asked: i64,
    pub answered: i64,
}

row! {
    struct LineRow {
        id: Uuid,
        name: String,
        kind: String,
        country: String,
        asked: i64,
        answered: i64,
    }
}

/// Who has the delegation's clearance in no agreement knows of no register.
async fn reads(conn: &mut Conn, actor: &Actor) -> Result<(), AppError> {
    if cleared_somewhere(conn, actor, Field::Consultation).await? { Ok(()) } else { Err(AppError::NotFound) }
}

/// Those the actor may know of, by name.
pub(crate) async fn known(conn: &mut Conn, actor: &Actor) -> Result<Vec<StakeholderLine>, AppError> {
    let rows: Vec<LineRow> = fetch_all!(
        conn,
        LineRow,
        "select s.id, s.name, s.kind, s.country, count(distinct x.asked) as asked, count(distinct x.answered) as answered \
         from stakeholders s join (select coalesce(o.merged_into, o.id) as id, c.agreement_id, i.consultation_id as asked, \
         case when i.answered_at is not null then i.consultation_id end as answered from consultation_invitations i \
         join stakeholders o on o.id = i.stakeholder_id join consultations c on c.id = i.consultation_id \
         union all select coalesce(o.merged_into, o.id), t.agreement_id, null, null from stakeholder_stances t \
         join stakeholders o on o.id = t.stakeholder_id) x on x.id = s.id where exists (select 1 from grants g \
         where g.agreement_id = x.agreement_id and g.account_id = $1 and g.agreement_rank >= $2) \
         group by s.id, s.name, s.kind, s.country",
        actor.account.0,
        Field::Consultation.clearance().rank()
    )?;
    let mut lines = rows
        .into_iter()
        .map(|row| {
            Ok(StakeholderLine {
                id: StakeholderId(row.id),
                kind: word(&row.kind, StakeholderKind::from_code)?,
                name: row.name,
                country: row.country,
                asked: row.asked,
                answered: row.answered,
            })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    lines.sort_by_cached_key(|line| (line.name.to_lowercase(), line.id.0));
    Ok(lines)
}

/// Loads the register.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<StakeholderLine>, AppError> {
    let mut conn = db.read().await?;
    reads(&mut conn, actor).await?;
    known(&mut conn, actor).await
}

/// Those who look alike, each group by name.
pub fn alike(lines: &[StakeholderLine]) -> Vec<Vec<&StakeholderLine>> {
    let mut groups: BTreeMap<String, Vec<&StakeholderLine>> = BTreeMap::new();
    for line in lines {
        groups.entry(likeness(&line.name)).or_default().push(line);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// What a stakeholder said to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub line: Line,
    pub stance: LineStance,
    pub comment: String,
}

/// A time it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The address and the name of the agreement.
    pub slug: String,
    pub agreement: String,
    pub number: i64,
    pub title: String,
    pub closes_on: NaiveDate,
    /// The name it was asked by.
    pub name: String,
    pub answered_at: Option<DateTime<Utc>>,
    pub said: Vec<Said>,
}

row! {
    struct AskedRow {
        invitation: Uuid,
        slug: String,
        agreement: String,
        number: i64,
        title: String,
        closes_on: NaiveDate,
        name: String,
        answered_at: Option<DateTime<Utc>>,
    }
}

row! {
    struct SaidRow {
        invitation: Uuid,
        position: i64,
        hs: String,
        question: String,
        stance: String,
        comment: String,
    }
}

/// One that was merged into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub name: String,
    pub kind: StakeholderKind,
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
}

row! {
    struct MergedRow {
        name: String,
        kind: String,
        merged_by: String,
        merged_at: DateTime<Utc>,
        merge_reason: String,
    }
}

/// A stakeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderView {
    pub id: StakeholderId,
    pub name: String,
    pub kind: StakeholderKind,
    pub country: String,
    pub note: String,
    pub version: i64,
    /// Each time it was asked that the reader may see, the latest to close first.
    pub asked: Vec<Asked>,
    /// How it stands, as it was heard elsewhere, the latest first.
    pub stances: Vec<StanceLine>,
    /// Who it was known as besides, where it was asked by that name in an agreement the reader may see.
    pub merged: Vec<Merged>,
    /// Others that look like it.
    pub alike: Vec<StakeholderLine>,
    /// Whether the reader may edit its card.
    pub edits: bool,
}

row! {
    struct Row {
        id: Uuid,
        name: String,
        kind: String,
        country: String,
        note: String,
        version: i64,
    }
}

/// Whether the actor may consult in one of some agreements.
pub(crate) async fn consults_in_one(conn: &mut Conn, actor: &Actor, agreements: &[AgreementId]) -> Result<bool, AppError> {
    for agreement in agreements {
        if roles_in(conn, actor, *agreement).await?.may(Act::Consult) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The agreements in which a stakeholder was asked or heard, by whatever name, in the order of their ids. It is for a command to judge by, never
/// to be shown.
pub(crate) async fn asked_in(conn: &mut Conn, id: StakeholderId) -> Result<Vec<AgreementId>, AppError> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        conn,
        (Uuid,),
        concat!(
            "select distinct h.agreement_id from ",
            heard_in!(),
            " h join stakeholders s on s.id = h.stakeholder_id where coalesce(s.merged_into, s.id) = $1 order by h.agreement_id"
        ),
        id.0
    )?;
    Ok(rows.into_iter().map(|(id,)| AgreementId(id)).collect())
}

/// Whether the actor may consult in every agreement in which one of two stakeholders was asked.
pub(crate) async fn may_merge(conn: &mut Conn, actor: &Actor, pair: [StakeholderId; 2]) -> Result<bool, AppError> {
    for id in pair {
        let agreements = asked_in(conn, id).await?;
        for agreement in &agreements {
            if !roles_in(conn, actor, *agreement).await?.may(Act::Consult) {
                return Ok(false);
            }
        }
        if agreements.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The stakeholder that an id leads to: itself, or the one it was merged into.
async fn stands_for(conn: &mut Conn, id: StakeholderId) -> Result<Row, AppError> {
    let row: Option<Row> = fetch_optional!(
        conn,
        Row,
        "select s.id, s.name, s.kind, s.country, s.note, s.version from stakeholders o \
         join stakeholders s on s.id = coalesce(o.merged_into, o.id) where o.id = $1",
        id.0
    )?;
    row.ok_or(AppError::NotFound)
}

/// Loads a stakeholder the actor may know of; by the id of one that was merged, the one that stays.
pub async fn load(db: &Db, actor: &Actor, id: StakeholderId) -> Result<StakeholderView, AppError> {
    let mut conn = db.read().await?;
    loaded(&mut conn, actor, id).await
}

async fn loaded(conn: &mut Conn, actor: &Actor, id: StakeholderId) -> Result<StakeholderView, AppError> {
    let row = stands_for(conn, id).await?;
    let id = StakeholderId(row.id);
    let rank = Field::Consultation.clearance().rank();
    let asked: Vec<AskedRow> = fetch_all!(
        &mut *conn,
        AskedRow,
        "select i.id as invitation, a.slug, a.name as agreement, c.number, c.title, c.closes_on, o.name, \
         i.answered_at from consultation_invitations i join stakeholders o on o.id = i.stakeholder_id \
         join consultations c on c.id = i.consultation_id join agreements a on a.id = c.agreement_id \
         where coalesce(o.merged_into, o.id) = $1 and exists (select 1 from grants g where g.agreement_id = a.id \
         and g.account_id = $2 and g.agreement_rank >= $3) order by c.closes_on desc, a.slug, c.number, i.invited_at, i.id",
        id.0,
        actor.account.0,
        rank
    )?;
    let stances = of_stakeholder(conn, actor, id).await?;
    if asked.is_empty() && stances.is_empty() {
        return Err(AppError::NotFound);
    }
    let said: Vec<SaidRow> = fetch_all!(
        &mut *conn,
        SaidRow,
        "select i.id as invitation, l.position, l.hs, l.question, w.stance, w.comment from consultation_answers w \
         join consultation_lines l on l.id = w.line_id join consultation_invitations i on i.id = w.invitation_id \
         join stakeholders o on o.id = i.stakeholder_id join consultations c on c.id = i.consultation_id \
         where coalesce(o.merged_into, o.id) = $1 and exists (select 1 from grants g where g.agreement_id = c.agreement_id \
         and g.account_id = $2 and g.agreement_rank >= $3) order by l.position",
        id.0,
        actor.account.0,
        rank
    )?;
    let merged: Vec<MergedRow> = fetch_all!(
        &mut *conn,
        MergedRow,
        concat!(
            "select o.name, o.kind, o.merged_by, o.merged_at, o.merge_reason from stakeholders o where o.merged_into = $1 \
         and exists (select 1 from ",
            heard_in!(),
            " h join grants g on g.agreement_id = h.agreement_id and g.account_id = $2 and g.agreement_rank >= $3 \
             where h.stakeholder_id = o.id) order by o.merged_at desc, o.id"
        ),
        id.0,
        actor.account.0,
        rank
    )?;
    let agreements = asked_in(conn, id).await?;
    let looks = likeness(&row.name);
    let alike = known(conn, actor).await?.into_iter().filter(|line| line.id != id && likeness(&line.name) == looks).collect();
    let mut answers: BTreeMap<Uuid, Vec<Said>> = BTreeMap::new();
    for row in said {
        answers.entry(row.invitation).or_default().push(Said {
            line: line_of(row.position, &row.hs, row.question),
            stance: word(&row.stance, LineStance::from_code)?,
            comment: row.comment,
        });
    }
    Ok(StakeholderView {
        id,
        kind: word(&row.kind, StakeholderKind::from_code)?,
        name: row.name,
        country: row.country,
        note: row.note,
        version: row.version,
        edits: consults_in_one(conn, actor, &agreements).await?,
        alike,
        stances,
        asked: asked
            .into_iter()
            .map(|row| Asked {
                said: answers.remove(&row.invitation).unwrap_or_default(),
                slug: row.slug,
                agreement: row.agreement,
                number: row.number,
                title: row.title,
                closes_on: row.closes_on,
                name: row.name,
                answered_at: row.answered_at,
            })
            .collect(),
        merged: merged
            .into_iter()
            .map(|row| {
                Ok(Merged {
                    name: row.name,
                    kind: word(&row.kind, StakeholderKind::from_code)?,
                    by: row.merged_by,
                    at: row.merged_at,
                    reason: row.merge_reason,
                })
            })
            .collect::<Result<_, AppError>>()?,
    })
}

/// Two stakeholders side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub one: StakeholderView,
    pub other: StakeholderView,
    /// Whether the reader may merge them.
    pub merges: bool,
}

impl Pair {
    /// Whether they look alike.
    pub fn is_alike(&self) -> bool {
        likeness(&self.one.name) == likeness(&self.other.name)
    }
}

/// Loads two different stakeholders the actor may know of.
pub async fn pair(db: &Db, actor: &Actor, one: StakeholderId, other: StakeholderId) -> Result<Pair, AppError> {
    let mut conn = db.read().await?;
    let one = loaded(&mut conn, actor, one).await?;
    let other = loaded(&mut conn, actor, other).await?;
    if one.id == other.id {
        return Err(AppError::NotFound);
    }
    let merges = may_merge(&mut conn, actor, [one.id, other.id]).await?;
    Ok(Pair { one, other, merges })
}
