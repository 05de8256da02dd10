//! One barrier: what it is, what it is linked to, how it went on, and what of it is public.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::{Act, Actor};
use accord_domain::barrier::{BarrierKind, BarrierStatus, Linked, PublicState, Rag, may_approve};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Field;
use accord_domain::ids::AccountId;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{Reads, reads, roles_in_linked};
use crate::db::{Conn, Db, word};
use crate::queries::house_changes::{self, HouseChange, net_since};

/// A barrier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barrier {
    pub number: i64,
    pub title: String,
    pub kind: BarrierKind,
    pub imposing: String,
    pub affected: String,
    pub codes: String,
    pub measure: String,
    pub description: String,
    pub owner: String,
    pub raised_on: NaiveDate,
    pub publisher: String,
    pub illustrative: bool,
    pub rag: Rag,
    pub status: BarrierStatus,
    pub next_step: String,
    pub version: i64,
    pub moved_at: DateTime<Utc>,
}

row! {
    struct BarrierRow {
        id: Uuid,
        title: String,
        kind: String,
        imposing: String,
        affected: String,
        codes: Option<String>,
        measure: String,
        description: String,
        owner: String,
        raised_on: NaiveDate,
        publisher: String,
        illustrative: bool,
        rag: String,
        status: String,
        next_step: String,
        version: i64,
        moved_at: DateTime<Utc>,
    }
}

row! {
    /// A note on how it went on.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Note {
        pub note: String,
        pub written_by: String,
        pub written_at: DateTime<Utc>,
    }
}

/// What a barrier is linked to, in an agreement the reader is cleared for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub linked: Linked,
    pub agreement: String,
    /// Kind and own title of a chapter.
    pub chapter: Option<(ChapterKind, String)>,
    /// What an action point is.
    pub action_point: Option<String>,
}

/// What is or was meant for the public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its number among those of its barrier.
    pub number: i64,
    pub title: String,
    pub summary: String,
    /// The facts it tells beside its words, each field with its text as it stood when this was proposed.
    pub facts: [(&'static str, String); 5],
    pub state: PublicState,
    pub proposed_by: String,
    pub proposed_at: DateTime<Utc>,
    pub decided_by: String,
    pub decided_at: Option<DateTime<Utc>>,
    pub refused_because: String,
    pub published_by: String,
    pub published_at: Option<DateTime<Utc>>,
    proposer: AccountId,
    /// What changed of what it is written from since it was proposed, each field from what to what; told of what is published and of what
    /// waits.
    pub changed: Vec<(String, String, String)>,
}

/// What the reader may do with a barrier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    pub keep: bool,
    pub note: bool,
    /// Approve or refuse what is proposed for the public.
    pub decide: bool,
}

/// The screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarrierView {
    pub barrier: Barrier,
    /// Address and name of each sector.
    pub sectors: Vec<(String, String)>,
    pub links: Vec<Link>,
    /// The agreements the reader is cleared for, each name by its address: what the history tells by.
    pub agreements: BTreeMap<String, String>,
    /// The newest first.
    pub notes: Vec<Note>,
    /// The newest first.
    pub publications: Vec<Publication>,
    /// The newest first.
    pub history: Vec<HouseChange>,
    pub may: May,
}

impl Publication {
    /// What a fact of it is by now, if it is another.
    pub fn by_now(&self, fact: &str) -> Option<&str> {
        self.changed.iter().find(|(field, _, _)| field == fact).map(|(_, _, new)| new.as_str())
    }
}

impl BarrierView {
    /// What is published.
    pub fn published(&self) -> Option<&Publication> {
        self.publications.iter().find(|publication| publication.state == PublicState::Published)
    }

    /// What waits for an approval or for its publication.
    pub fn waiting(&self) -> Option<&Publication> {
        self.publications.iter().find(|publication| matches!(publication.state, PublicState::Proposed | PublicState::Approved))
    }
}

async fn row_of(conn: &mut Conn, reads: &Reads, number: i64) -> Result<BarrierRow, AppError> {
    let rows: Vec<BarrierRow> = built_all!(conn, BarrierRow, |query| {
        query.push(
            "select b.id, b.title, b.kind, b.imposing, b.affected, \
             (select string_agg(c.code, ', ') from (select code from barrier_codes where barrier_id = b.id order by code) c) as codes, \
             b.measure, b.description, b.owner, b.raised_on, b.publisher, b.illustrative, b.rag, b.status, b.next_step, b.version, \
             b.moved_at from barriers b where b.number = ",
        );
        query.push_bind(number);
        query.push(" and ");
        barrier_seen!(query, reads);
    })?;
    rows.into_iter().next().ok_or(AppError::NotFound)
}

/// The agreements a reader of barriers is cleared for, each name by its address.
async fn cleared(conn: &mut Conn, actor: &Actor) -> Result<BTreeMap<String, String>, AppError> {
    let rows: Vec<(String, String)> = fetch_all!(
        conn,
        (String, String),
        "select a.slug, a.name from agreements a where exists \
         (select 1 from grants g where g.agreement_id = a.id and g.account_id = $1 and g.agreement_rank >= $2)",
        actor.account.0,
        Field::Barrier.clearance().rank()
    )?;
    Ok(rows.into_iter().collect())
}

/// Whether a link that was made or taken away leads into one of the agreements.
fn is_of(agreements: &BTreeMap<String, String>, change: &HouseChange) -> bool {
    let told = change.new.as_deref().or(change.old.as_deref()).unwrap_or_default();
    Linked::parse("link", told).is_ok_and(|linked| agreements.contains_key(linked.slug()))
}

/// Loads a barrier the reader may see.
pub async fn load(db: &Db, actor: &Actor, number: i64) -> Result<BarrierView, AppError> {
    let mut conn = db.read().await?;
    let reads = reads(&mut conn, actor).await?;
    let row = row_of(&mut conn, &reads, number).await?;
    let id = row.id;
    let roles = roles_in_linked(&mut conn, actor, id).await?;
    let own = reads.mission.as_ref() == Some(&row.imposing);
    let agreements = cleared(&mut conn, actor).await?;
    let mut history = house_changes::of(&mut conn, actor, reads.keeps, "barrier", id).await?;
    history.retain(|change| !matches!(change.verb.as_str(), "link" | "unlink") || is_of(&agreements, change));
    let publications = publications(&mut conn, id, &history).await?;
    let proposed = publications.iter().find(|publication| publication.state == PublicState::Proposed);
    let may = May {
        keep: reads.keeps,
        note: reads.keeps || own || roles.iter().any(|roles| roles.may(Act::FollowBarriers)),
        decide: proposed.is_some_and(|proposed| may_approve(proposed.proposer, actor.account, reads.keeps, &roles)),
    };
    let sectors = fetch_all!(
        &mut conn,
        (String, String),
        "select s.address, s.name from barrier_sectors b join programme_sectors s on s.id = b.sector_id where b.barrier_id = $1 order by s.position",
        id
    )?;
    let notes = fetch_all!(
        &mut conn,
        Note,
        "select note, written_by, written_at from barrier_notes where barrier_id = $1 order by written_at desc, id desc",
        id
    )?;
    Ok(BarrierView {
        agreements,
        sectors,
        links: links(&mut conn, actor, id).await?,
        notes,
        publications,
        history,
        may,
        barrier: Barrier {
            number,
            kind: word(&row.kind, BarrierKind::from_code)?,
            rag: word(&row.rag, Rag::from_code)?,
            status: word(&row.status, BarrierStatus::from_code)?,
            title: row.title,
            imposing: row.imposing,
            affected: row.affected,
            codes: row.codes.unwrap_or_default(),
            measure: row.measure,
            description: row.description,
            owner: row.owner,
            raised_on: row.raised_on,
            publisher: row.publisher,
            illustrative: row.illustrative,
            next_step: row.next_step,
            version: if reads.keeps { row.version } else { 0 },
            moved_at: row.moved_at,
        },
    })
}

/// The fields a public version tells, or is written from.
const FACTS: [&str; 7] = ["title", "kind", "imposing", "affected", "codes", "description", "status"];

row! {
    struct PublicationRow {
        number: i64,
        title: String,
        summary: String,
        kind: String,
        imposing: String,
        affected: String,
        codes: String,
        status: String,
        state: String,
        revision: i64,
        proposer_id: Uuid,
        proposed_by: String,
        proposed_at: DateTime<Utc>,
        decided_by: String,
        decided_at: Option<DateTime<Utc>>,
        refused_because: String,
        published_by: String,
        published_at: Option<DateTime<Utc>>,
    }
}

async fn publications(conn: &mut Conn, barrier: Uuid, history: &[HouseChange]) -> Result<Vec<Publication>, AppError> {
    let rows: Vec<PublicationRow> = fetch_all!(
        conn,
        PublicationRow,
        "select number, title, summary, kind, imposing, affected, codes, status, state, revision, proposer_id, proposed_by, proposed_at, \
         decided_by, decided_at, refused_because, published_by, published_at from barrier_publications where barrier_id = $1 order by number desc",
        barrier
    )?;
    rows.into_iter()
        .map(|row| {
            let state = word(&row.state, PublicState::from_code)?;
            let over = matches!(state, PublicState::Refused | PublicState::Superseded);
            let changed = if over { Vec::new() } else { net_since(history, row.revision, &FACTS) };
            Ok(Publication {
                number: row.number,
                state,
                changed,
                facts: [
                    ("kind", row.kind),
                    ("imposing", row.imposing),
                    ("affected", row.affected),
                    ("codes", row.codes),
                    ("status", row.status),
                ],
                proposer: AccountId(row.proposer_id),
                title: row.title,
                summary: row.summary,
                proposed_by: row.proposed_by,
                proposed_at: row.proposed_at,
                decided_by: row.decided_by,
                decided_at: row.decided_at,
                refused_because: row.refused_because,
                published_by: row.published_by,
                published_at: row.published_at,
            })
        })
        .collect()
}

row! {
    struct LinkRow {
        slug: String,
        agreement: String,
        address: Option<String>,
        kind: Option<String>,
        title: Option<String>,
        number: Option<i16>,
        point: Option<String>,
    }
}

impl LinkRow {
    fn link(self) -> Result<Link, AppError> {
        let chapter = match (self.kind, self.title) {
            (Some(kind), Some(title)) => Some((word(&kind, ChapterKind::from_code)?, title)),
            _ => None,
        };
        let linked = match (self.address, self.number) {
            (Some(address), _) => Linked::Chapter(self.slug, address),
            (None, Some(number)) => Linked::ActionPoint(self.slug, number),
            (None, None) => Linked::Agreement(self.slug),
        };
        Ok(Link { linked, agreement: self.agreement, chapter, action_point: self.point })
    }
}

/// Its links, as far as they lead into agreements the reader is cleared for.
async fn links(conn: &mut Conn, actor: &Actor, barrier: Uuid) -> Result<Vec<Link>, AppError> {
    let rows: Vec<LinkRow> = fetch_all!(
        conn,
        LinkRow,
        "select a.slug, a.name as agreement, x.address, x.kind, x.title, x.number, x.point from ( \
         select agreement_id, 0 as sort, null as address, null as kind, null as title, cast(null as smallint) as number, null as point \
         from barrier_agreements where barrier_id = $1 union all \
         select c.agreement_id, 1, c.address, c.kind, c.title, null, null from barrier_chapters l join chapters c on c.id = l.chapter_id \
         and c.archived_at is null where l.barrier_id = $1 union all \
         select p.agreement_id, 2, null, null, null, p.number, p.title from barrier_action_points l \
         join action_points p on p.id = l.action_point_id where l.barrier_id = $1) x \
         join agreements a on a.id = x.agreement_id and a.archived_at is null \
         where exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2 and g.agreement_rank >= $3) \
         order by a.name, x.sort, x.number, x.address",
        barrier,
        actor.account.0,
        Field::Barrier.clearance().rank()
    )?;
    rows.into_iter().map(LinkRow::link).collect()
}

/// All a keeper may link a barrier to: agreements they are cleared for, their chapters, and their action points that are open.
pub async fn linkable(db: &Db, actor: &Actor) -> Result<Vec<Link>, AppError> {
    if !super::keeps(actor) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    let rows: Vec<LinkRow> = fetch_all!(
        &mut conn,
        LinkRow,
        "select a.slug, a.name as agreement, x.address, x.kind, x.title, x.number, x.point from ( \
         select id as agreement_id, 0 as sort, 0 as place, null as address, null as kind, null as title, \
         cast(null as smallint) as number, null as point from agreements union all \
         select agreement_id, 1, number, address, kind, title, null, null from chapters where archived_at is null union all \
         select agreement_id, 2, number, null, null, null, number, title from action_points where state = 'open') x \
         join agreements a on a.id = x.agreement_id and a.archived_at is null \
         where exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $1 and g.agreement_rank >= $2) \
         order by a.stage_order, a.name, x.sort, x.place",
        actor.account.0,
        Field::Barrier.clearance().rank()
    )?;
    rows.into_iter().map(LinkRow::link).collect()
}
