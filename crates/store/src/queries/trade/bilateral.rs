//! The trade of a reporter with one partner.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::AgreementId;
use accord_domain::trade::amount::{Amount, Currency};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::period::{PeriodKind, TradePeriod};

use super::targets::{TargetView, of_pair};
use super::{Sayings, Total, TotalRow, gathered, reads_reasons};
use crate::db::{Conn, Db};

/// Periods of one kind, of one kind of trade in one currency, that a plot shows in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Series {
    pub traded: Traded,
    pub currency: Currency,
    pub kind: PeriodKind,
}

/// What is said of one period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodLine {
    pub flows: BTreeMap<Flow, Sayings>,
}

impl PeriodLine {
    /// What is said of a flow.
    pub fn said(&self, flow: Flow) -> Option<&Sayings> {
        self.flows.get(&flow)
    }

    /// The amount believed of a flow; total and balance are reckoned from exports and imports where no source says them.
    pub fn amount(&self, flow: Flow) -> Option<Amount> {
        let said = self.said(flow).map(Sayings::amount);
        let reckoned = |reckon: fn(i64, i64) -> i64| {
            let (exports, imports) = (self.said(Flow::Exports)?.amount(), self.said(Flow::Imports)?.amount());
            Some(Amount(reckon(exports.0, imports.0)))
        };
        said.or_else(|| match flow {
            Flow::Exports | Flow::Imports => None,
            Flow::Total => reckoned(i64::saturating_add),
            Flow::Balance => reckoned(i64::saturating_sub),
        })
    }

    /// Whether anything that is believed of it is invented.
    pub fn is_illustrative(&self) -> bool {
        self.flows.values().any(|said| said.believed().illustrative)
    }

    /// Whether sources contradict each other on any flow.
    pub fn conflicts(&self) -> bool {
        self.flows.values().any(Sayings::conflicts)
    }
}

/// The trade of two places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilateral {
    pub reporter: String,
    pub partner: String,
    /// From the oldest period to the newest.
    pub series: BTreeMap<Series, BTreeMap<TradePeriod, PeriodLine>>,
    pub targets: Vec<TargetView>,
}

impl Bilateral {
    /// What most readers mean by the trade of two places: fiscal years of goods in US$ where there are any, else what comes first.
    pub fn main_series(&self) -> Option<Series> {
        let usual = Series { traded: Traded::Goods, currency: Currency::Usd, kind: PeriodKind::FiscalYear };
        if self.series.contains_key(&usual) { Some(usual) } else { self.series.keys().next().copied() }
    }
}

pub(super) fn lined(gathered: BTreeMap<Total, Sayings>) -> BTreeMap<Series, BTreeMap<TradePeriod, PeriodLine>> {
    let mut series: BTreeMap<Series, BTreeMap<TradePeriod, PeriodLine>> = BTreeMap::new();
    for (of, sayings) in gathered {
        let key = Series { traded: of.traded, currency: of.currency, kind: of.period.kind() };
        series.entry(key).or_default().entry(of.period).or_default().flows.insert(of.flow, sayings);
    }
    series
}

/// Loads the trade of two places; none at all is no error.
pub async fn load(db: &Db, actor: &Actor, reporter: &str, partner: &str) -> Result<Bilateral, AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<TotalRow> =
        fetch_all!(&mut conn, TotalRow, totals_where!("t.reporter = $1 and t.partner = $2"), reporter, partner)?;
    let targets = of_pair(&mut conn, actor, reporter, partner).await?;
    let reasons = reads_reasons(&mut conn, actor).await?;
    Ok(Bilateral { reporter: reporter.into(), partner: partner.into(), series: lined(gathered(rows, reasons)?), targets })
}

/// The trade of an agreement's home party with each of the others, without targets and reasons; only what figures are kept on.
pub(crate) async fn of_agreement(conn: &mut Conn, id: AgreementId) -> Result<Vec<Bilateral>, AppError> {
    let rows: Vec<TotalRow> = fetch_all!(
        conn,
        TotalRow,
        totals_where!(
            "t.reporter = (select home_party from agreements where id = $1) \
             and t.partner in (select code from agreement_parties where agreement_id = $1)"
        ),
        id.0
    )?;
    let mut partners: BTreeMap<(String, String), BTreeMap<Total, Sayings>> = BTreeMap::new();
    for (of, sayings) in gathered(rows, false)? {
        partners.entry((of.reporter.clone(), of.partner.clone())).or_default().insert(of, sayings);
    }
    let trade = |((reporter, partner), totals)| Bilateral { reporter, partner, series: lined(totals), targets: Vec::new() };
    Ok(partners.into_iter().map(trade).collect())
}
