//! The portfolio: every negotiation the reader has a role in, one row each. The question it answers: where must I look?

use std::collections::HashMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Clearance;
use accord_domain::ids::AgreementId;
use accord_domain::lifecycle::Stage;
use accord_domain::meeting::MeetingKind;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::changes::{Of, SeenChange, recent_on};
use super::meetings::MeetingName;
use crate::db::{Conn, Db, internal, word};
use crate::standings::open_end;
use crate::strips::{Confidence, StripMark, marks};

/// Rows a page holds: two looks at a desk, and no more bytes than a slow line brings at once.
pub const PAGE: i64 = 20;

/// What the reader asks for; blank means any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    pub stage: Option<Stage>,
    /// The code of a party.
    pub party: String,
    /// Part of a name.
    pub words: String,
    pub archived: bool,
    /// From 1.
    pub page: u32,
}

/// A chapter in its agreement's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterMark {
    pub number: i16,
    pub kind: ChapterKind,
    pub title: String,
    pub address: String,
    pub text: TextStatus,
    pub text_since: DateTime<Utc>,
    pub open_brackets: i64,
    /// None below the delegation's clearance.
    pub confidence: Option<Confidence>,
}

/// One negotiation.
#[derive(Clone, Debug)]
pub struct PortfolioRow {
    pub slug: String,
    pub name: String,
    pub stage: Stage,
    pub illustrative: bool,
    pub archived: bool,
    /// Codes and names of the parties, the home party first.
    pub parties: Vec<(String, String)>,
    /// The names of earlier agreements of the lineage.
    pub after: Vec<String>,
    /// None below the partner's clearance.
    pub chapters: Option<Vec<StripMark>>,
    /// Brackets open in all chapters.
    pub open_brackets: i64,
    /// When a chapter last moved along its text track; none if none ever did.
    pub last_moved: Option<DateTime<Utc>>,
    /// The next meeting announced, as far as the reader may know of it.
    pub next_meeting: Option<NextMeeting>,
    /// Action points that were due and are open; 0 below the delegation's clearance.
    pub overdue: i64,
}

/// The meeting an agreement has next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextMeeting {
    pub name: MeetingName,
    /// The first of its days.
    pub from: NaiveDate,
}

impl PortfolioRow {
    fn marks(&self) -> &[StripMark] {
        self.chapters.as_deref().unwrap_or_default()
    }

    /// Chapters closed or scrubbed.
    pub fn closed(&self) -> usize {
        self.marks().iter().filter(|mark| mark.text.counts_as_closed()).count()
    }

    /// Chapters escalated, as far as the reader may know.
    pub fn escalated(&self) -> usize {
        self.marks().iter().filter(|mark| mark.confidence.as_ref().is_some_and(|known| known.escalated)).count()
    }

    /// Chapters parked, as far as the reader may know.
    pub fn parked(&self) -> usize {
        self.marks().iter().filter(|mark| mark.confidence.as_ref().is_some_and(|known| known.parked)).count()
    }
}

/// What stands around the rows of every page. It grows with all the reader's negotiations, so a server may remember it for as
/// long as the record stands.
#[derive(Clone, Debug)]
pub struct Frame {
    /// How many negotiations the filters let through, on all pages.
    pub total: i64,
    /// The parties of the reader's negotiations, to filter by: code and name.
    pub parties: Vec<(String, String)>,
}

row! {
    struct AgreementRow {
        id: Uuid,
        slug: String,
        name: String,
        stage: String,
        illustrative: bool,
        archived_at: Option<DateTime<Utc>>,
        /// None below the partner's clearance, or where no chapter was opened; so too the brackets and the movement.
        texts: Option<String>,
        /// None below the delegation's clearance.
        confidences: Option<String>,
        open_brackets: Option<i64>,
        last_moved: Option<DateTime<Utc>>,
        /// None where no meeting is announced; so too its kind, number, title and first day.
        meeting_address: Option<String>,
        meeting_kind: Option<String>,
        meeting_number: Option<i16>,
        meeting_title: Option<String>,
        meeting_starts: Option<NaiveDate>,
        /// Codes and names as JSON, the home party first.
        parties: Option<String>,
        overdue: i64,
        clearance: i16,
        /// Whether an earlier agreement of its lineage is recorded, which the reader may see or not.
        follows: bool,
    }
}

/// Loads every row; the next meeting is that of `today`.
pub async fn load_all(db: &Db, actor: &Actor, filters: &Filters, today: NaiveDate) -> Result<Vec<PortfolioRow>, AppError> {
    rows(&mut db.read().await?, actor, filters, today, false).await
}

/// Loads one page, and the newest movements of the whole portfolio, at most `newest`.
pub async fn load_page(
    db: &Db,
    actor: &Actor,
    filters: &Filters,
    today: NaiveDate,
    newest: i64,
) -> Result<(Vec<PortfolioRow>, Vec<SeenChange>), AppError> {
    let mut conn = db.read().await?;
    let rows = rows(&mut conn, actor, filters, today, true).await?;
    Ok((rows, recent_on(&mut conn, actor, Of::Portfolio, None, newest).await?))
}

/// Loads what stands around the rows.
pub async fn load_frame(db: &Db, actor: &Actor, filters: &Filters) -> Result<Frame, AppError> {
    let mut conn = db.read().await?;
    let (total,) = counted(&mut conn, actor, filters).await?;
    let parties = fetch_all!(
        &mut conn,
        (String, String),
        "select distinct p.code, p.name from agreement_parties p join agreements a on a.id = p.agreement_id \
         where p.code <> a.home_party and p.agreement_id in (select agreement_id from grants where account_id = $1) order by p.code",
        actor.account.0
    )?;
    Ok(Frame { total, parties })
}

async fn rows(
    conn: &mut Conn,
    actor: &Actor,
    filters: &Filters,
    today: NaiveDate,
    paged: bool,
) -> Result<Vec<PortfolioRow>, AppError> {
    let found = matching(conn, actor, filters, today, paged).await?;
    let following: Vec<Uuid> = found.iter().filter(|row| row.follows).map(|row| row.id).collect();
    let mut after = earlier_of(conn, actor, &following).await?;
    found
        .into_iter()
        .map(|row| {
            let chapters = marks(row.texts.as_deref().unwrap_or_default(), row.confidences.as_deref())?;
            Ok(PortfolioRow {
                stage: word(&row.stage, Stage::from_code)?,
                parties: row.parties.as_deref().map(parties).transpose()?.unwrap_or_default(),
                after: after.remove(&row.id).unwrap_or_default(),
                open_brackets: row.open_brackets.unwrap_or_default(),
                last_moved: row.last_moved,
                next_meeting: next_meeting(&row)?,
                overdue: row.overdue,
                chapters: (row.clearance >= Clearance::Partner.rank()).then_some(chapters),
                slug: row.slug,
                name: row.name,
                illustrative: row.illustrative,
                archived: row.archived_at.is_some(),
            })
        })
        .collect()
}

/// Adds what the filters let through, of the agreements the actor has a role in.
macro_rules! let_through {
    ($query:ident, $actor:expr, $filters:expr) => {
        // Asked of each agreement in its order, so that a page ends the search once it is full.
        $query.push(" from agreements a where exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = ");
        $query.push_bind($actor.account.0);
        $query.push(") and a.archived_at is ");
        $query.push(if $filters.archived { "not null" } else { "null" });
        if let Some(stage) = $filters.stage {
            $query.push(" and a.stage = ");
            $query.push_bind(stage.code());
        }
        if !$filters.party.is_empty() {
            $query.push(" and exists (select 1 from agreement_parties p where p.agreement_id = a.id and p.code = ");
            $query.push_bind($filters.party.clone());
            $query.push(")");
        }
        for part in $filters.words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            $query.push(" and a.sort_name like ");
            $query.push_bind(format!("%{part}%"));
        }
    };
}

async fn counted(conn: &mut Conn, actor: &Actor, filters: &Filters) -> Result<(i64,), AppError> {
    let counts: Vec<(i64,)> = built_all!(conn, (i64,), |query| {
        query.push("select count(*)");
        let_through!(query, actor, filters);
    })?;
    Ok(counts.into_iter().next().unwrap_or_default())
}

/// The agreements with their strips: no strip below partner, no confidences below delegation.
async fn matching(
    conn: &mut Conn,
    actor: &Actor,
    filters: &Filters,
    today: NaiveDate,
    paged: bool,
) -> Result<Vec<AgreementRow>, AppError> {
    let by_bytes = conn.by_bytes();
    built_all!(conn, AgreementRow, |query| {
        query.push(
            "select p.id, p.slug, p.name, p.stage, p.illustrative, p.archived_at, p.clearance, s.texts, \
             case when p.clearance >= 2 then s.confidences end as confidences, s.open_brackets, s.last_moved, \
             m.address as meeting_address, m.kind as meeting_kind, m.number as meeting_number, m.title as meeting_title, \
             m.starts as meeting_starts, t.parties, case when p.clearance >= 2 then (select count(*) from action_points x \
             where x.agreement_id = p.id and x.state = 'open' and x.due < ",
        );
        query.push_bind(today);
        query.push(
            ") else 0 end as overdue, exists (select 1 from agreement_relations r where r.agreement_id = p.id) as follows from (select a.id, a.slug, a.name, a.stage, a.illustrative, a.archived_at, a.stage_order, a.sort_name, \
             (select max(g.agreement_rank) from grants g where g.agreement_id = a.id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(") as clearance");
        let_through!(query, actor, filters);
        query.push(" order by a.stage_order, a.sort_name").push(by_bytes).push(", a.id");
        if paged {
            query.push(" limit ");
            query.push_bind(PAGE);
            query.push(" offset ");
            query.push_bind(i64::from(filters.page.max(1) - 1) * PAGE);
        }
        query.push(
            ") p left join agreement_strips s on s.agreement_id = p.id and p.clearance >= 1 \
             left join agreement_standings t on t.agreement_id = p.id and t.until = ",
        );
        query.push_bind(open_end());
        query.push(
            " left join meetings m on m.id = (select n.id from meetings n where n.agreement_id = p.id \
             and n.state in ('open', 'in-progress') and n.clearance <= p.clearance and n.ends >= ",
        );
        query.push_bind(today);
        query.push(" order by n.starts, n.id limit 1) order by p.stage_order, p.sort_name").push(by_bytes).push(", p.id");
    })
}

fn next_meeting(row: &AgreementRow) -> Result<Option<NextMeeting>, AppError> {
    let (Some(address), Some(kind), Some(from)) = (&row.meeting_address, &row.meeting_kind, row.meeting_starts) else {
        return Ok(None);
    };
    let title = row.meeting_title.clone().unwrap_or_default();
    let kind = word(kind, MeetingKind::from_code)?;
    let name = MeetingName { address: address.clone(), kind, number: row.meeting_number, title };
    Ok(Some(NextMeeting { name, from }))
}

/// Parties as they are kept beside the agreement.
pub(super) fn parties(kept: &str) -> Result<Vec<(String, String)>, AppError> {
    serde_json::from_str(kept).map_err(internal)
}

async fn earlier_of(conn: &mut Conn, actor: &Actor, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let by_bytes = conn.by_bytes();
    let rows: Vec<(Uuid, String)> = built_all!(conn, (Uuid, String), |query| {
        query.push(
            "select r.agreement_id, a.name from agreement_relations r join agreements a on a.id = r.earlier_id \
             where exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(") and r.agreement_id in (");
        listed!(query, ids);
        query.push(") order by r.agreement_id, a.sort_name").push(by_bytes);
    })?;
    let mut earlier: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (id, name) in rows {
        earlier.entry(id).or_default().push(name);
    }
    Ok(earlier)
}

row! {
    struct MarkRow {
        number: i16,
        kind: String,
        title: String,
        address: String,
        text_status: String,
        text_since: DateTime<Utc>,
        open_brackets: i64,
        market_status: Option<String>,
        parked: Option<bool>,
        escalated: Option<bool>,
    }
}

/// The chapters of an agreement as the actor's clearance shows them: none below partner, no confidences below delegation.
pub(super) async fn chapters_of(conn: &mut Conn, actor: &Actor, id: AgreementId) -> Result<Vec<ChapterMark>, AppError> {
    let rows: Vec<MarkRow> = fetch_all!(
        conn,
        MarkRow,
        "select c.number, c.kind, c.title, c.address, c.text_status, c.text_since, c.open_brackets, d.market_status, \
         d.parked_since is not null as parked, d.escalated_to is not null as escalated \
         from chapters c join (select agreement_id, max(agreement_rank) as clearance from grants \
         where account_id = $1 and agreement_id = $2 group by agreement_id) g on g.agreement_id = c.agreement_id and g.clearance >= 1 \
         left join chapter_confidences d on d.chapter_id = c.id and g.clearance >= 2 \
         where c.archived_at is null and c.agreement_id = $2 order by c.number, c.address",
        actor.account.0,
        id.0
    )?;
    let mut chapters = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = word(&row.kind, ChapterKind::from_code)?;
        let confidence = match &row.market_status {
            None => None,
            Some(code) => {
                let market = word(code, <MarketAccessStatus as Track>::from_code)?;
                Some(Confidence {
                    market: kind.has_market_access().then_some(market),
                    parked: row.parked.unwrap_or_default(),
                    escalated: row.escalated.unwrap_or_default(),
                })
            }
        };
        chapters.push(ChapterMark {
            number: row.number,
            kind,
            title: row.title,
            address: row.address,
            text: word(&row.text_status, <TextStatus as Track>::from_code)?,
            text_since: row.text_since,
            open_brackets: row.open_brackets,
            confidence,
        });
    }
    Ok(chapters)
}
