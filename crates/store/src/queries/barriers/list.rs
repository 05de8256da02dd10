//! The register as a list, by its filters; and what of it concerns a chapter, an action point or a cell of the export programme.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::barrier::{BarrierKind, BarrierStatus, Publicity, Rag};
use accord_domain::ids::ChapterId;
use chrono::{DateTime, Utc};

use super::filters::Filters;
use super::{Reads, reads};
use crate::db::{Conn, Db, word};

/// Barriers on one page.
pub const PAGE: i64 = 50;

/// A barrier in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarrierLine {
    pub number: i64,
    pub title: String,
    pub kind: BarrierKind,
    pub imposing: String,
    pub affected: String,
    pub codes: String,
    pub rag: Rag,
    pub status: BarrierStatus,
    pub next_step: String,
    pub owner: String,
    pub illustrative: bool,
    pub moved_at: DateTime<Utc>,
    pub publicity: Publicity,
}

row! {
    struct LineRow {
        number: i64,
        title: String,
        kind: String,
        imposing: String,
        affected: String,
        codes: Option<String>,
        rag: String,
        status: String,
        next_step: String,
        owner: String,
        illustrative: bool,
        moved_at: DateTime<Utc>,
        published: Option<String>,
        facts: String,
    }
}

impl LineRow {
    fn line(self) -> Result<BarrierLine, AppError> {
        let publicity = match &self.published {
            None => Publicity::None,
            Some(told) if *told == self.facts => Publicity::Published,
            Some(_) => Publicity::Changed,
        };
        Ok(BarrierLine {
            number: self.number,
            kind: word(&self.kind, BarrierKind::from_code)?,
            rag: word(&self.rag, Rag::from_code)?,
            status: word(&self.status, BarrierStatus::from_code)?,
            title: self.title,
            imposing: self.imposing,
            affected: self.affected,
            codes: self.codes.unwrap_or_default(),
            next_step: self.next_step,
            owner: self.owner,
            illustrative: self.illustrative,
            moved_at: self.moved_at,
            publicity,
        })
    }
}

/// What a line is read from; the condition follows.
const LINES: &str = "select b.number, b.title, b.kind, b.imposing, b.affected, \
     (select string_agg(c.code, ', ') from (select code from barrier_codes where barrier_id = b.id order by code) c) as codes, \
     b.rag, b.status, b.next_step, b.owner, b.illustrative, b.moved_at, \
     (select p.facts from barrier_publications p where p.barrier_id = b.id and p.state = 'published') as published, b.facts \
     from barriers b where ";

/// What is pursued first, the worst first, what moved last first.
const ORDER: &str = " order by case b.status when 'open' then 0 when 'in-part' then 0 else 1 end, \
     case b.rag when 'red' then 0 when 'amber' then 1 else 2 end, b.moved_at desc, b.number";

/// The register, a page of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    pub reads: Reads,
    pub lines: Vec<BarrierLine>,
    /// How many there are on all pages.
    pub total: i64,
    /// Address and name of the sectors of the programme.
    pub sectors: Vec<(String, String)>,
    /// The letters of those who impose anything the reader sees.
    pub imposing: Vec<String>,
    /// The letters of those whose exports meet it.
    pub affected: Vec<String>,
    /// Who follows them.
    pub owners: Vec<String>,
}

/// Whether the reader reads the register at all; who does not is shown what is published.
pub async fn reads_register(db: &Db, actor: &Actor) -> Result<bool, AppError> {
    let mut conn = db.read().await?;
    Ok(reads(&mut conn, actor).await?.register())
}

/// Loads a page of the register, or all of it.
pub async fn load(db: &Db, actor: &Actor, filters: &Filters, paged: bool) -> Result<Register, AppError> {
    let mut conn = db.read().await?;
    let reads = reads(&mut conn, actor).await?;
    if !reads.register() {
        return Err(AppError::NotFound);
    }
    let rows: Vec<LineRow> = built_all!(&mut conn, LineRow, |query| {
        query.push(LINES);
        barrier_seen!(query, reads);
        filtered!(query, filters);
        linked!(query, reads, filters);
        query.push(ORDER);
        if paged {
            query.push(" limit ");
            query.push_bind(PAGE);
            query.push(" offset ");
            query.push_bind(i64::from(filters.page.max(1) - 1) * PAGE);
        }
    })?;
    let total: Vec<(i64,)> = built_all!(&mut conn, (i64,), |query| {
        query.push("select count(*) from barriers b where ");
        barrier_seen!(query, reads);
        filtered!(query, filters);
        linked!(query, reads, filters);
    })?;
    let imposing = met(&mut conn, &reads, "b.imposing").await?;
    let affected = met(&mut conn, &reads, "b.affected").await?;
    let owners = met(&mut conn, &reads, "b.owner").await?;
    let sectors = fetch_all!(
        &mut conn,
        (String, String),
        "select address, name from programme_sectors where not retired order by kind, position"
    )?;
    Ok(Register {
        reads,
        lines: lines(rows)?,
        total: total.first().map_or(0, |(total,)| *total),
        sectors,
        imposing,
        affected,
        owners,
    })
}

/// What stands in a column of the barriers the reader sees.
async fn met(conn: &mut Conn, reads: &Reads, column: &'static str) -> Result<Vec<String>, AppError> {
    let rows: Vec<(String,)> = built_all!(&mut *conn, (String,), |query| {
        query.push("select distinct ").push(column).push(" from barriers b where ").push(column).push(" <> '' and ");
        barrier_seen!(query, reads);
        query.push(" order by ").push(column);
    })?;
    Ok(rows.into_iter().map(|(value,)| value).collect())
}

fn lines(rows: Vec<LineRow>) -> Result<Vec<BarrierLine>, AppError> {
    rows.into_iter().map(LineRow::line).collect()
}

/// Those linked to a chapter, for a reader of the delegation's clearance in its agreement.
pub(crate) async fn of_chapter(conn: &mut Conn, chapter: ChapterId) -> Result<Vec<BarrierLine>, AppError> {
    let rows: Vec<LineRow> = built_all!(conn, LineRow, |query| {
        query.push(LINES).push("exists (select 1 from barrier_chapters l where l.barrier_id = b.id and l.chapter_id = ");
        query.push_bind(chapter.0);
        query.push(")").push(ORDER);
    })?;
    lines(rows)
}

/// Those an action point works on, for a reader of the delegation's clearance in its agreement.
pub(crate) async fn of_action_point(conn: &mut Conn, point: uuid::Uuid) -> Result<Vec<BarrierLine>, AppError> {
    let rows: Vec<LineRow> = built_all!(conn, LineRow, |query| {
        query.push(LINES).push("exists (select 1 from barrier_action_points l where l.barrier_id = b.id and l.action_point_id = ");
        query.push_bind(point);
        query.push(")").push(ORDER);
    })?;
    lines(rows)
}

/// Those of a sector that a country imposes, as far as the reader sees them.
pub(crate) async fn of_cell(conn: &mut Conn, actor: &Actor, country: &str, sector: &str) -> Result<Vec<BarrierLine>, AppError> {
    let reads = reads(conn, actor).await?;
    let filters = Filters { imposing: country.to_owned(), sector: sector.to_owned(), ..Filters::default() };
    let rows: Vec<LineRow> = built_all!(conn, LineRow, |query| {
        query.push(LINES);
        barrier_seen!(query, reads);
        filtered!(query, filters);
        query.push(ORDER);
    })?;
    lines(rows)
}

/// How many barriers that are pursued each country imposes on each sector, as far as the reader sees them: country, address of the sector, how
/// many.
pub(crate) async fn counts(conn: &mut Conn, actor: &Actor) -> Result<Vec<(String, String, i64)>, AppError> {
    let reads = reads(conn, actor).await?;
    built_all!(conn, (String, String, i64), |query| {
        query.push(
            "select b.imposing, p.address, count(*) from barriers b join barrier_sectors s on s.barrier_id = b.id \
             join programme_sectors p on p.id = s.sector_id where ",
        );
        stands_at!(query, BarrierStatus::PURSUED);
        query.push(" and ");
        barrier_seen!(query, reads);
        query.push(" group by b.imposing, p.address");
    })
}
