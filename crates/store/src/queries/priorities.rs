//! Priority areas and what is proposed of them, for readers of the delegation's clearance and above.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Role, Roles};
use accord_domain::chapter::ChapterKind;
use accord_domain::ids::{AgreementId, ChapterId, PriorityId, ProposalId};
use accord_domain::priority::{Proposal, ProposalState, Stance, Wish};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actor::roles_in;
use crate::commands::priority_proposals::proposal_of;
use crate::db::{Conn, Db, word};

/// A chapter an area is pursued in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedChapter {
    pub id: ChapterId,
    pub address: String,
    pub kind: ChapterKind,
    pub title: String,
}

/// An area that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaLine {
    pub id: PriorityId,
    pub rank: i16,
    pub title: String,
    pub stance: Stance,
    pub sector: String,
    pub owner: String,
    pub for_minister: bool,
    pub illustrative: bool,
    pub version: i64,
    pub chapters: Vec<LinkedChapter>,
}

/// What a proposal asks for, in words to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    Add {
        rank: i16,
        title: String,
        stance: Stance,
        sector: String,
        owner: String,
        illustrative: bool,
        chapters: Vec<LinkedChapter>,
    },
    Drop {
        title: String,
    },
    /// The titles in the order wanted, each with the rank it stood at.
    Rerank(Vec<(i16, String)>),
}

/// How a proposal was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
    /// Whether it was decided by whoever proposed it.
    pub own: bool,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalLine {
    pub id: ProposalId,
    pub asked: Asked,
    pub reason: String,
    pub state: ProposalState,
    pub proposer: String,
    pub proposed_at: DateTime<Utc>,
    /// Whether the reader proposed it.
    pub mine: bool,
    /// Whether it still fits the list as it stands.
    pub fits: bool,
    pub decided: Option<Decided>,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct PrioritiesView {
    pub agreement: AgreementId,
    pub slug: String,
    pub name: String,
    pub archived: bool,
    /// How often the list has changed.
    pub version: i64,
    pub areas: Vec<AreaLine>,
    /// Those pending in the order they were made, then the newest of those decided.
    pub proposals: Vec<ProposalLine>,
    /// The chapters an area may be linked to.
    pub chapters: Vec<LinkedChapter>,
    pub roles: Roles,
}

impl PrioritiesView {
    /// Whether the reader does the act here now.
    pub fn may(&self, act: Act) -> bool {
        self.roles.may(act) && !self.archived
    }

    /// Whether the reader edits the card of an area.
    pub fn may_edit(&self, area: &AreaLine) -> bool {
        let linked = || area.chapters.iter().any(|chapter| self.roles.may_in_chapter(chapter.id, Act::EditPriorities));
        !self.archived && (self.roles.may(Act::EditPriorities) || linked())
    }

    /// The proposals that await a decision.
    pub fn pending(&self) -> impl Iterator<Item = &ProposalLine> {
        self.proposals.iter().filter(|proposal| proposal.state == ProposalState::Pending)
    }
}

/// Decided proposals shown.
const DECIDED: usize = 20;

/// Loads the priorities of an agreement.
///
/// # Errors
/// `NotFound` below the delegation's clearance.
pub async fn load(db: &Db, actor: &Actor, slug: &str) -> Result<PrioritiesView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(Uuid, String, String, bool)> = fetch_optional!(
        &mut conn,
        (Uuid, String, String, bool),
        "select a.id, a.slug, a.name, a.archived_at is not null from agreements a where a.slug = $1 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2 and g.agreement_rank >= 2)",
        slug,
        actor.account.0
    )?;
    let (id, slug, name, archived) = row.ok_or(AppError::NotFound)?;
    let agreement = AgreementId(id);
    let areas = areas_of(&mut conn, actor, agreement).await?;
    let (version,): (i64,) = fetch_one!(
        &mut conn,
        (i64,),
        "select count(*) from priority_proposals where agreement_id = $1 and state = 'approved'",
        id
    )?;
    let chapters: Vec<ChapterRow> = fetch_all!(
        &mut conn,
        ChapterRow,
        "select id as of_id, id, address, kind, title from chapters where agreement_id = $1 and archived_at is null order by number, address",
        id
    )?;
    Ok(PrioritiesView {
        agreement,
        slug,
        name,
        archived,
        version,
        proposals: proposals_of(&mut conn, actor, agreement, &areas).await?,
        areas,
        chapters: chapters.into_iter().map(|row| row.read().map(|(_, chapter)| chapter)).collect::<Result<_, _>>()?,
        roles: roles_in(&mut conn, actor, agreement).await?,
    })
}

row! {
    struct AreaRow {
        id: Uuid,
        rank: i16,
        title: String,
        stance: String,
        sector: String,
        owner: String,
        for_minister: bool,
        illustrative: bool,
        version: i64,
    }
}

row! {
    /// A chapter, and the area or proposal it is linked to.
    struct ChapterRow {
        of_id: Uuid,
        id: Uuid,
        address: String,
        kind: String,
        title: String,
    }
}

impl ChapterRow {
    fn read(self) -> Result<(Uuid, LinkedChapter), AppError> {
        let kind = word(&self.kind, ChapterKind::from_code)?;
        Ok((self.of_id, LinkedChapter { id: ChapterId(self.id), address: self.address, kind, title: self.title }))
    }
}

/// The areas that stand in an agreement, in their order; none below the delegation's clearance.
pub(crate) async fn areas_of(conn: &mut Conn, actor: &Actor, agreement: AgreementId) -> Result<Vec<AreaLine>, AppError> {
    let rows: Vec<AreaRow> = fetch_all!(
        &mut *conn,
        AreaRow,
        "select p.id, p.rank, p.title, p.stance, p.sector, p.owner, p.for_minister, p.illustrative, p.version from priority_areas p \
         where p.agreement_id = $1 and p.rank is not null and exists (select 1 from grants g where g.agreement_id = p.agreement_id \
         and g.account_id = $2 and g.agreement_rank >= 2) order by p.rank",
        agreement.0,
        actor.account.0
    )?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let links: Vec<ChapterRow> = fetch_all!(
        &mut *conn,
        ChapterRow,
        "select l.area_id as of_id, c.id, c.address, c.kind, c.title from priority_chapters l join chapters c on c.id = l.chapter_id \
         where c.agreement_id = $1 and c.archived_at is null order by c.number, c.address",
        agreement.0
    )?;
    let links = links.into_iter().map(ChapterRow::read).collect::<Result<Vec<_>, _>>()?;
    rows.into_iter()
        .map(|row| {
            Ok(AreaLine {
                id: PriorityId(row.id),
                rank: row.rank,
                title: row.title,
                stance: word(&row.stance, Stance::from_code)?,
                sector: row.sector,
                owner: row.owner,
                for_minister: row.for_minister,
                illustrative: row.illustrative,
                version: row.version,
                chapters: linked(&links, row.id),
            })
        })
        .collect()
}

fn linked(links: &[(Uuid, LinkedChapter)], to: Uuid) -> Vec<LinkedChapter> {
    links.iter().filter(|(of, _)| *of == to).map(|(_, chapter)| chapter.clone()).collect()
}

row! {
    struct ProposalRow {
        id: Uuid,
        wish: String,
        area_id: Option<Uuid>,
        rank: Option<i16>,
        title: String,
        stance: String,
        sector: String,
        owner: String,
        illustrative: bool,
        reason: String,
        state: String,
        proposed_by: Uuid,
        proposer: String,
        proposed_at: DateTime<Utc>,
        decided_by: Option<Uuid>,
        decider: Option<String>,
        decided_at: Option<DateTime<Utc>>,
        decision_reason: String,
        /// The title of the area to be dropped.
        area_title: Option<String>,
    }
}

/// A proposal, an area it was made upon, the rank it stood at and the one wanted, with its title.
type RankRow = (Uuid, Uuid, i16, Option<i16>, String);

async fn proposals_of(
    conn: &mut Conn,
    actor: &Actor,
    agreement: AgreementId,
    areas: &[AreaLine],
) -> Result<Vec<ProposalLine>, AppError> {
    let rows: Vec<ProposalRow> = fetch_all!(
        &mut *conn,
        ProposalRow,
        "select p.id, p.wish, p.area_id, p.rank, p.title, p.stance, p.sector, p.owner, p.illustrative, p.reason, p.state, p.proposed_by, \
         b.name as proposer, p.proposed_at, p.decided_by, d.name as decider, p.decided_at, p.decision_reason, s.title as area_title \
         from priority_proposals p join accounts b on b.id = p.proposed_by left join accounts d on d.id = p.decided_by \
         left join priority_areas s on s.id = p.area_id \
         where p.agreement_id = $1 and exists (select 1 from grants g where g.agreement_id = p.agreement_id and g.account_id = $2 \
         and g.agreement_rank >= 2) order by p.proposed_at, p.id",
        agreement.0,
        actor.account.0
    )?;
    let ranks: Vec<RankRow> = fetch_all!(
        &mut *conn,
        RankRow,
        "select r.proposal_id, r.area_id, r.stood, r.wanted, s.title from priority_proposal_ranks r \
         join priority_proposals p on p.id = r.proposal_id join priority_areas s on s.id = r.area_id \
         where p.agreement_id = $1 order by r.stood",
        agreement.0
    )?;
    let links: Vec<ChapterRow> = fetch_all!(
        &mut *conn,
        ChapterRow,
        "select l.proposal_id as of_id, c.id, c.address, c.kind, c.title from priority_proposal_chapters l \
         join chapters c on c.id = l.chapter_id where c.agreement_id = $1 and c.archived_at is null order by c.number, c.address",
        agreement.0
    )?;
    let links = links.into_iter().map(ChapterRow::read).collect::<Result<Vec<_>, _>>()?;
    let standing: Vec<PriorityId> = areas.iter().map(|area| area.id).collect();
    let (mut pending, mut decided) = (Vec::new(), Vec::new());
    for row in rows {
        let own: Vec<&RankRow> = ranks.iter().filter(|(proposal, ..)| *proposal == row.id).collect();
        let chapters = linked(&links, row.id);
        let line = line(row, &own, chapters, actor, &standing)?;
        if line.state == ProposalState::Pending { pending.push(line) } else { decided.push(line) }
    }
    decided.sort_by_key(|line| std::cmp::Reverse(line.decided.as_ref().map(|decided| decided.at)));
    decided.truncate(DECIDED);
    pending.extend(decided);
    Ok(pending)
}

fn line(
    row: ProposalRow,
    ranks: &[&RankRow],
    chapters: Vec<LinkedChapter>,
    actor: &Actor,
    standing: &[PriorityId],
) -> Result<ProposalLine, AppError> {
    let wish = word(&row.wish, Wish::from_code)?;
    let upon: Vec<(Uuid, Option<i16>)> = ranks.iter().map(|(_, area, _, wanted, _)| (*area, *wanted)).collect();
    let proposal: Proposal = proposal_of(wish, row.area_id, &upon)?;
    let asked = match wish {
        Wish::Add => Asked::Add {
            rank: row.rank.unwrap_or_default(),
            title: row.title,
            stance: word(&row.stance, Stance::from_code)?,
            sector: row.sector,
            owner: row.owner,
            illustrative: row.illustrative,
            chapters,
        },
        Wish::Drop => Asked::Drop { title: row.area_title.unwrap_or_default() },
        Wish::Rerank => {
            let mut wanted: Vec<_> = ranks.iter().map(|(_, _, stood, wanted, title)| (*wanted, *stood, title.clone())).collect();
            wanted.sort();
            Asked::Rerank(wanted.into_iter().map(|(_, stood, title)| (stood, title)).collect())
        }
    };
    let decided = row.decider.zip(row.decided_at).map(|(by, at)| Decided {
        by,
        at,
        reason: row.decision_reason,
        own: row.decided_by == Some(row.proposed_by),
    });
    Ok(ProposalLine {
        id: ProposalId(row.id),
        asked,
        reason: row.reason,
        state: word(&row.state, ProposalState::from_code)?,
        proposer: row.proposer,
        proposed_at: row.proposed_at,
        mine: row.proposed_by == actor.account.0,
        fits: proposal.still_fits(standing),
        decided,
    })
}

row! {
    /// A proposal that awaits the reader's approval.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AwaitingLine {
        pub id: Uuid,
        pub agreement_slug: String,
        pub agreement_name: String,
        /// A word of `Wish`.
        pub wish: String,
        /// The title of the area to be added or dropped; empty for another order.
        pub title: String,
        pub proposer: String,
        pub proposed_at: DateTime<Utc>,
    }
}

/// The proposals that the actor may approve, in the order they were made.
pub async fn awaiting(db: &Db, actor: &Actor) -> Result<Vec<AwaitingLine>, AppError> {
    let mut conn = db.read().await?;
    let deciding: Vec<&str> =
        Role::ALL.iter().filter(|role| role.may(Act::ApprovePriorities, false)).map(|role| role.code()).collect();
    built_all!(&mut conn, AwaitingLine, |query| {
        query.push(
            "select p.id, a.slug as agreement_slug, a.name as agreement_name, p.wish, \
             case p.wish when 'drop' then coalesce(s.title, '') else p.title end as title, b.name as proposer, p.proposed_at \
             from priority_proposals p join agreements a on a.id = p.agreement_id join accounts b on b.id = p.proposed_by \
             left join priority_areas s on s.id = p.area_id where p.state = 'pending' and a.archived_at is null \
             and exists (select 1 from grants g where g.agreement_id = p.agreement_id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(" and g.role in (");
        listed!(query, deciding);
        query.push(")) order by p.proposed_at, p.id");
    })
}
