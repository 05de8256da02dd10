//! The trade in one code or one named commodity over time.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::trade::figure::Basis;
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use accord_domain::trade::sum::Sums;
use uuid::Uuid;

use super::bilateral::{PeriodLine, Series, lined};
use super::{TotalRow, gathered, period, printed, reads_reasons};
use crate::db::Db;

/// Which goods: a code, or a commodity that a source names without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goods {
    pub hs: Option<HsCode>,
    pub commodity: String,
}

/// What is kept on some goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodsTrade {
    /// What the code is called in the nomenclature of the house; blank where it has none.
    pub description: String,
    /// From the oldest period to the newest; empty where nothing is kept.
    pub series: BTreeMap<Series, BTreeMap<TradePeriod, PeriodLine>>,
}

/// Some goods that figures are kept on, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodsLine {
    pub goods: Goods,
    /// What the code is called in the nomenclature of the house; blank where it has none.
    pub description: String,
    pub figures: i64,
}

/// The goods of two places that figures are kept on, by code and name: the first of them, and how many there are.
pub async fn kept(db: &Db, _actor: &Actor, reporter: &str, partner: &str, most: i64) -> Result<(Vec<GoodsLine>, i64), AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<(String, String, String, i64)> = fetch_all!(
        &mut conn,
        (String, String, String, i64),
        "select f.hs, f.commodity, coalesce(max(h.description), ''), count(*) from trade_figures f left join hs_lines h on h.code = f.hs \
         where f.reporter = $1 and f.partner = $2 and (f.hs <> '' or f.commodity <> '') group by f.hs, f.commodity \
         order by f.hs, f.commodity limit $3",
        reporter,
        partner,
        most
    )?;
    let (count,): (i64,) = fetch_one!(
        &mut conn,
        (i64,),
        "select count(*) from (select distinct hs, commodity from trade_figures where reporter = $1 and partner = $2 \
         and (hs <> '' or commodity <> '')) g",
        reporter,
        partner
    )?;
    let line = |(hs, commodity, description, figures): (String, String, String, i64)| GoodsLine {
        goods: Goods { hs: HsCode::parse("hs", &hs).ok(), commodity },
        description,
        figures,
    };
    Ok((rows.into_iter().map(line).collect(), count))
}

/// Loads what all sources say of some goods that two places trade.
pub async fn load(db: &Db, actor: &Actor, reporter: &str, partner: &str, goods: &Goods) -> Result<GoodsTrade, AppError> {
    let mut conn = db.read().await?;
    let digits = goods.hs.as_ref().map_or("", HsCode::as_str);
    let rows: Vec<TotalRow> = fetch_all!(
        &mut conn,
        TotalRow,
        "select f.reporter, f.partner, f.traded, f.flow, f.currency, f.period_kind, f.starts, f.ends, f.source_id, s.publisher, s.title, \
         s.verified, s.illustrative, s.entry, f.amount, f.scale, f.places, cast(0 as bigint) as lines, 'printed' as basis, \
         f.id as figure_id, p.source_id as preferred, p.reason, p.version as preference_version \
         from trade_figures f join trade_sources s on s.id = f.source_id \
         left join trade_preferences p on p.reporter = f.reporter and p.partner = f.partner and p.traded = f.traded and p.flow = f.flow \
         and p.currency = f.currency and p.starts = f.starts and p.ends = f.ends and p.hs = f.hs and p.commodity = f.commodity \
         where f.reporter = $1 and f.partner = $2 and f.hs = $3 and f.commodity = $4",
        reporter,
        partner,
        digits,
        goods.commodity
    )?;
    let description: Option<(String,)> =
        fetch_optional!(&mut conn, (String,), "select description from hs_lines where code = $1", digits)?;
    let reasons = reads_reasons(&mut conn, actor).await?;
    let description = description.map(|(description,)| description).unwrap_or_default();
    Ok(GoodsTrade { description, series: lined(gathered(with_years(rows)?, reasons)?) })
}

/// Adds the years of which a source gives all twelve months and does not tell the year itself.
fn with_years(mut rows: Vec<TotalRow>) -> Result<Vec<TotalRow>, AppError> {
    let mut sums: Sums<(String, String, String, Uuid, TradePeriod)> = Sums::default();
    for row in rows.iter().filter(|row| row.period_kind == PeriodKind::Month.code()) {
        let month = period(row.starts, row.ends, &row.period_kind)?;
        for year in month.years_of().into_iter().flatten() {
            let whole = (row.traded.clone(), row.flow.clone(), row.currency.clone(), row.source_id, year);
            sums.add(whole, printed(row.amount, &row.scale, row.places)?, 1);
        }
    }
    for ((traded, flow, currency, source, year), printed, months) in sums.of(12) {
        let same = |row: &&TotalRow| (&row.traded, &row.flow, &row.currency, row.source_id) == (&traded, &flow, &currency, source);
        let told = rows.iter().filter(same).any(|row| (row.starts, row.ends) == (year.from(), year.to()));
        let Some(month) = rows.iter().find(same).filter(|_| !told) else { continue };
        rows.push(TotalRow {
            period_kind: year.kind().code().to_owned(),
            starts: year.from(),
            ends: year.to(),
            amount: printed.amount.0,
            scale: printed.scale.code().to_owned(),
            places: i16::from(printed.places),
            lines: months,
            basis: Basis::Months.code().to_owned(),
            figure_id: None,
            preferred: None,
            reason: None,
            preference_version: None,
            ..month.clone()
        });
    }
    Ok(rows)
}
