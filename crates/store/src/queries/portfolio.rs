//! The portfolio: every negotiation the reader has a role in, one row each. The question it answers: where must I look?

use std::collections::HashMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Clearance;
use accord_domain::ids::AgreementId;
use accord_domain::lifecycle::Stage;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::{Conn, Db, FromRow, word};
use crate::strips::{Confidence, StripMark, marks};

/// Rows a page holds.
pub const PAGE: i64 = 25;

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
        clearance: i16,
    }
}

/// Loads every row.
pub async fn load_all(db: &Db, actor: &Actor, filters: &Filters) -> Result<Vec<PortfolioRow>, AppError> {
    rows(&mut db.read().await?, actor, filters, false).await
}

/// Loads one page.
pub async fn load_page(db: &Db, actor: &Actor, filters: &Filters) -> Result<Vec<PortfolioRow>, AppError> {
    rows(&mut db.read().await?, actor, filters, true).await
}

/// Loads what stands around the rows.
pub async fn load_frame(db: &Db, actor: &Actor, filters: &Filters) -> Result<Frame, AppError> {
    let mut conn = db.read().await?;
    let (total,) = matching::<(i64,)>(&mut conn, actor, filters, Wanted::Count).await?.into_iter().next().unwrap_or((0,));
    let parties = fetch_all!(
        &mut conn,
        (String, String),
        "select distinct p.code, p.name from agreement_parties p join agreements a on a.id = p.agreement_id \
         where p.code <> a.home_party and p.agreement_id in (select agreement_id from grants where account_id = $1) order by p.code",
        actor.account.0
    )?;
    Ok(Frame { total, parties })
}

async fn rows(conn: &mut Conn, actor: &Actor, filters: &Filters, paged: bool) -> Result<Vec<PortfolioRow>, AppError> {
    let found: Vec<AgreementRow> = matching(conn, actor, filters, Wanted::Rows { paged }).await?;
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let mut parties = parties_of(conn, &ids).await?;
    let mut after = earlier_of(conn, actor, &ids).await?;
    let mut chapters = strips_of(conn, actor, &ids).await?;
    found
        .into_iter()
        .map(|row| {
            let clears = row.clearance >= Clearance::Partner.rank();
            let strip = chapters.remove(&row.id).unwrap_or_default();
            Ok(PortfolioRow {
                stage: word(&row.stage, Stage::from_code)?,
                parties: parties.remove(&row.id).unwrap_or_default(),
                after: after.remove(&row.id).unwrap_or_default(),
                open_brackets: strip.open_brackets,
                last_moved: strip.last_moved,
                chapters: clears.then_some(strip.marks),
                slug: row.slug,
                name: row.name,
                illustrative: row.illustrative,
                archived: row.archived_at.is_some(),
            })
        })
        .collect()
}

enum Wanted {
    Count,
    Rows { paged: bool },
}

async fn matching<T>(conn: &mut Conn, actor: &Actor, filters: &Filters, wanted: Wanted) -> Result<Vec<T>, AppError>
where
    T: FromRow,
{
    let by_bytes = conn.by_bytes();
    built_all!(conn, T, |query| {
        query.push(match wanted {
            Wanted::Count => "select count(*)",
            Wanted::Rows { .. } => {
                "select a.id, a.slug, a.name, a.stage, a.illustrative, a.archived_at, \
                 (select max(g.agreement_rank) from grants g where g.agreement_id = a.id and g.account_id = "
            }
        });
        if let Wanted::Rows { .. } = wanted {
            query.push_bind(actor.account.0);
            query.push(") as clearance");
        }
        // Asked of each agreement in its order, so that a page ends the search once it is full.
        query.push(" from agreements a where exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = ");
        query.push_bind(actor.account.0);
        query.push(") and a.archived_at is ");
        query.push(if filters.archived { "not null" } else { "null" });
        if let Some(stage) = filters.stage {
            query.push(" and a.stage = ");
            query.push_bind(stage.code());
        }
        if !filters.party.is_empty() {
            query.push(" and exists (select 1 from agreement_parties p where p.agreement_id = a.id and p.code = ");
            query.push_bind(filters.party.clone());
            query.push(")");
        }
        for part in filters.words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            query.push(" and a.sort_name like ");
            query.push_bind(format!("%{part}%"));
        }
        if let Wanted::Rows { paged } = wanted {
            query.push(" order by a.stage_order, a.sort_name").push(by_bytes).push(", a.id");
            if paged {
                query.push(" limit ");
                query.push_bind(PAGE);
                query.push(" offset ");
                query.push_bind(i64::from(filters.page.max(1) - 1) * PAGE);
            }
        }
    })
}

async fn parties_of(conn: &mut Conn, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<(String, String)>>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, String, String)> = built_all!(conn, (Uuid, String, String), |query| {
        query.push("select agreement_id, code, name from agreement_parties where agreement_id in (");
        listed!(query, ids);
        query.push(") order by agreement_id, position");
    })?;
    let mut parties: HashMap<Uuid, Vec<(String, String)>> = HashMap::new();
    for (id, code, name) in rows {
        parties.entry(id).or_default().push((code, name));
    }
    Ok(parties)
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

#[derive(Default)]
struct Strip {
    marks: Vec<StripMark>,
    open_brackets: i64,
    last_moved: Option<DateTime<Utc>>,
}

row! {
    struct StripRow {
        agreement_id: Uuid,
        texts: String,
        confidences: Option<String>,
        open_brackets: i64,
        last_moved: Option<DateTime<Utc>>,
    }
}

/// The chapters of agreements in short: none below partner, no confidences below delegation.
async fn strips_of(conn: &mut Conn, actor: &Actor, ids: &[Uuid]) -> Result<HashMap<Uuid, Strip>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<StripRow> = built_all!(conn, StripRow, |query| {
        query.push(
            "select s.agreement_id, s.texts, case when g.clearance >= 2 then s.confidences end as confidences, s.open_brackets, \
             s.last_moved from agreement_strips s \
             join (select agreement_id, max(agreement_rank) as clearance from grants where account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(" and agreement_id in (");
        listed!(query, ids);
        query.push(") group by agreement_id) g on g.agreement_id = s.agreement_id and g.clearance >= 1");
    })?;
    rows.into_iter()
        .map(|row| {
            let marks = marks(&row.texts, row.confidences.as_deref())?;
            Ok((row.agreement_id, Strip { marks, open_brackets: row.open_brackets, last_moved: row.last_moved }))
        })
        .collect()
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
