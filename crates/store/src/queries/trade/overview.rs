//! Who trades with whom, as far as figures are kept.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::trade::period::TradePeriod;

use super::bilateral::{PeriodLine, Series, lined};
use super::{Sayings, Total, TotalRow, gathered};
use crate::db::Db;

/// What is kept on the trade of a reporter with one partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub reporter: String,
    pub partner: String,
    /// The newest period of what most readers mean by the trade of two places.
    pub newest: (Series, TradePeriod, PeriodLine),
    /// The year before it, in which growth begins.
    pub before: Option<PeriodLine>,
    /// How many totals sources contradict each other on.
    pub conflicts: usize,
}

/// Every relation, by reporter and partner.
pub async fn load(db: &Db, _actor: &Actor) -> Result<Vec<Relation>, AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<TotalRow> = fetch_all!(&mut conn, TotalRow, totals_where!("1 = 1"))?;
    let mut pairs: BTreeMap<(String, String), BTreeMap<Total, Sayings>> = BTreeMap::new();
    for (of, sayings) in gathered(rows, false)? {
        pairs.entry((of.reporter.clone(), of.partner.clone())).or_default().insert(of, sayings);
    }
    Ok(pairs.into_iter().filter_map(|((reporter, partner), totals)| relation(reporter, partner, totals)).collect())
}

/// Who trades with whom, where figures are kept on some goods alone: reporter and partner.
pub async fn of_goods_alone(db: &Db, _actor: &Actor) -> Result<Vec<(String, String)>, AppError> {
    fetch_all!(
        &mut db.read().await?,
        (String, String),
        "select p.reporter, p.partner from (select distinct reporter, partner from trade_figures) p where not exists \
         (select 1 from trade_totals t where t.reporter = p.reporter and t.partner = p.partner) order by p.reporter, p.partner"
    )
}

fn relation(reporter: String, partner: String, totals: BTreeMap<Total, Sayings>) -> Option<Relation> {
    let conflicts = totals.values().filter(|sayings| sayings.conflicts()).count();
    let all = super::bilateral::Bilateral { reporter, partner, series: lined(totals), targets: Vec::new() };
    let series = all.main_series()?;
    let lines = all.series.get(&series)?;
    let (period, newest) = lines.last_key_value()?;
    let before = period.year_before().and_then(|before| lines.get(&before)).cloned();
    let newest = (series, *period, newest.clone());
    Some(Relation { newest, before, conflicts, reporter: all.reporter, partner: all.partner })
}
