//! What trade is made of: codes and named commodities, by their share.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::SourceId;
use accord_domain::trade::amount::{Amount, Printed};
use accord_domain::trade::figure::Flow;
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::TradePeriod;
use uuid::Uuid;

use super::bilateral::Series;
use super::printed;
use crate::db::{Conn, Db};

/// A part of the trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub hs: Option<HsCode>,
    pub commodity: String,
    /// What the code is called in the nomenclature of the house; blank where it has none.
    pub description: String,
    pub printed: Printed,
}

/// The parts a source gives of one flow in one period, the largest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    pub source: SourceId,
    pub publisher: String,
    pub title: String,
    pub parts: Vec<Part>,
    /// How many there are in all.
    pub count: i64,
    /// All the source tells of the flow; nothing where it tells of some of it alone.
    pub whole: Amount,
}

row! {
    struct Row {
        hs: String,
        commodity: String,
        description: Option<String>,
        amount: i64,
        scale: String,
        places: i16,
    }
}

/// Of what the breakdown is asked.
#[derive(Clone, Copy, Debug)]
pub struct Of<'p> {
    pub reporter: &'p str,
    pub partner: &'p str,
    pub series: Series,
    pub flow: Flow,
    pub period: TradePeriod,
}

/// The parts of one source, its coarsest codes or, where it has no codes, its named commodities: finer codes are parts of coarser ones.
struct Level {
    source: Uuid,
    publisher: String,
    title: String,
    /// How many digits its codes have; 0 where the parts are commodities.
    digits: i64,
    count: i64,
    /// All it tells of the flow, nothing where its codes are no whole.
    whole: i64,
}

/// The source that gives the most parts, at its coarsest level.
async fn level(conn: &mut Conn, of: Of<'_>) -> Result<Option<Level>, AppError> {
    let levels: Vec<(Uuid, String, String, i64, i64, i64)> = fetch_all!(
        conn,
        (Uuid, String, String, i64, i64, i64),
        "select s.id, s.publisher, s.title, cast(length(f.hs) as bigint), count(*), coalesce((select t.amount from trade_totals t \
         where t.source_id = s.id and t.reporter = $1 and t.partner = $2 and t.traded = $3 and t.currency = $4 and t.flow = $5 \
         and t.starts = $6 and t.ends = $7), 0) \
         from trade_figures f join trade_sources s on s.id = f.source_id where f.reporter = $1 and f.partner = $2 and f.traded = $3 \
         and f.currency = $4 and f.flow = $5 and f.starts = $6 and f.ends = $7 and (f.hs <> '' or f.commodity <> '') \
         group by s.id, s.publisher, s.title, length(f.hs) order by s.publisher, s.title, s.id",
        of.reporter,
        of.partner,
        of.series.traded.code(),
        of.series.currency.code(),
        of.flow.code(),
        of.period.from(),
        of.period.to()
    )?;
    let mut coarsest: Vec<Level> = Vec::new();
    for (source, publisher, title, digits, count, whole) in levels {
        let level = Level { source, publisher, title, digits, count, whole };
        match coarsest.iter_mut().find(|known| known.source == source) {
            Some(known) if digits > 0 && (known.digits == 0 || digits < known.digits) => *known = level,
            Some(_) => {}
            None => coarsest.push(level),
        }
    }
    // Of sources with as many parts the first by name.
    Ok(coarsest.into_iter().rev().max_by_key(|level| level.count))
}

/// The breakdown by the source that gives the most parts; none where there is none.
pub async fn load(db: &Db, _actor: &Actor, of: Of<'_>, most: i64) -> Result<Option<Breakdown>, AppError> {
    let mut conn = db.read().await?;
    let Some(Level { source, publisher, title, digits, count, whole }) = level(&mut conn, of).await? else { return Ok(None) };
    let rows: Vec<Row> = fetch_all!(
        &mut conn,
        Row,
        "select f.hs, f.commodity, n.description, f.amount, f.scale, f.places from trade_figures f left join hs_lines n on n.code = f.hs \
         where f.reporter = $1 and f.partner = $2 and f.source_id = $3 and f.traded = $4 and f.currency = $5 and f.flow = $6 \
         and f.starts = $7 and f.ends = $8 and (f.hs <> '' or f.commodity <> '') and length(f.hs) = $9 \
         order by f.amount desc, f.hs, f.commodity limit $10",
        of.reporter,
        of.partner,
        source,
        of.series.traded.code(),
        of.series.currency.code(),
        of.flow.code(),
        of.period.from(),
        of.period.to(),
        digits,
        most
    )?;
    let parts = rows
        .into_iter()
        .map(|row| {
            Ok(Part {
                hs: HsCode::parse("hs", &row.hs).ok(),
                commodity: row.commodity,
                description: row.description.unwrap_or_default(),
                printed: printed(row.amount, &row.scale, row.places)?,
            })
        })
        .collect::<Result<_, AppError>>()?;
    Ok(Some(Breakdown { source: SourceId(source), publisher, title, parts, count, whole: Amount(whole) }))
}
