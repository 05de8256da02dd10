//! A region: the trade of its countries, added up.

use std::collections::{BTreeMap, BTreeSet};

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::trade::amount::Currency;
use accord_domain::trade::figure::Traded;
use accord_domain::trade::period::{PeriodKind, TradePeriod};

use super::bilateral::{PeriodLine, Series, lined};
use super::targets::{TargetView, of_pair};
use super::{Sayings, Total, TotalRow, gathered, reads_reasons};
use crate::db::{Conn, Db, word};

/// A region with what the reporter trades with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionView {
    pub code: String,
    pub name: String,
    pub publisher: String,
    pub illustrative: bool,
    pub version: i64,
    /// Its countries, whether there are figures on them or not.
    pub countries: Vec<String>,
    /// What figures are kept of on its countries.
    pub known: BTreeSet<Series>,
    /// What of it is told here.
    pub series: Series,
    /// By country.
    pub members: BTreeMap<String, BTreeMap<TradePeriod, PeriodLine>>,
    /// What sources say of the region as one.
    pub whole: BTreeMap<Series, BTreeMap<TradePeriod, PeriodLine>>,
    pub targets: Vec<TargetView>,
    /// Address, name and the country of each agreement with one of its countries that the reader has a role in.
    pub agreements: Vec<(String, String, String)>,
}

row! {
    /// A region in a list.
    #[derive(Clone, Debug)]
    pub struct RegionLine {
        pub code: String,
        pub name: String,
        pub illustrative: bool,
        pub countries: i64,
    }
}

/// Every region.
pub async fn all(db: &Db, _actor: &Actor) -> Result<Vec<RegionLine>, AppError> {
    let mut conn = db.read().await?;
    fetch_all!(
        &mut conn,
        RegionLine,
        "select code, name, illustrative, (select count(*) from region_members m where m.region = r.code) as countries from regions r \
         order by name"
    )
}

/// What most readers mean by the trade with a region.
const USUAL: Series = Series { traded: Traded::Goods, currency: Currency::Usd, kind: PeriodKind::FiscalYear };

/// What figures are kept of on the countries of a region.
async fn known(conn: &mut Conn, code: &str, reporter: &str) -> Result<BTreeSet<Series>, AppError> {
    let rows: Vec<(String, String, String)> = fetch_all!(
        conn,
        (String, String, String),
        "select distinct t.traded, t.currency, t.period_kind from trade_totals t where t.reporter = $1 \
         and t.partner in (select country from region_members where region = $2)",
        reporter,
        code
    )?;
    rows.into_iter()
        .map(|(traded, currency, kind)| {
            Ok(Series {
                traded: word(&traded, Traded::from_code)?,
                currency: word(&currency, Currency::from_code)?,
                kind: word(&kind, PeriodKind::from_code)?,
            })
        })
        .collect()
}

/// A series of the trade with each country of a region.
async fn members(
    conn: &mut Conn,
    code: &str,
    reporter: &str,
    series: Series,
) -> Result<BTreeMap<String, BTreeMap<TradePeriod, PeriodLine>>, AppError> {
    let rows: Vec<TotalRow> = fetch_all!(
        conn,
        TotalRow,
        totals_where!(
            "t.reporter = $1 and t.partner in (select country from region_members where region = $2) \
             and t.traded = $3 and t.currency = $4 and t.period_kind = $5"
        ),
        reporter,
        code,
        series.traded.code(),
        series.currency.code(),
        series.kind.code()
    )?;
    let mut by_country: BTreeMap<String, BTreeMap<Total, Sayings>> = BTreeMap::new();
    for (of, sayings) in gathered(rows, false)? {
        by_country.entry(of.partner.clone()).or_default().insert(of, sayings);
    }
    Ok(by_country.into_iter().filter_map(|(country, totals)| Some((country, lined(totals).remove(&series)?))).collect())
}

/// Loads a region and the trade a reporter has with it: of the series that is asked for, else of goods in US$ by fiscal year or, where
/// there is none of it, what comes first.
pub async fn load(db: &Db, actor: &Actor, code: &str, reporter: &str, asked: Option<Series>) -> Result<RegionView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(String, String, bool, i64)> = fetch_optional!(
        &mut conn,
        (String, String, bool, i64),
        "select name, publisher, illustrative, version from regions where code = $1",
        code
    )?;
    let (name, publisher, illustrative, version) = row.ok_or(AppError::NotFound)?;
    let countries: Vec<(String,)> =
        fetch_all!(&mut conn, (String,), "select country from region_members where region = $1 order by country", code)?;
    let known = known(&mut conn, code, reporter).await?;
    let told = asked.filter(|asked| known.contains(asked)).or_else(|| known.get(&USUAL).or_else(|| known.first()).copied());
    let series = told.unwrap_or(USUAL);
    let reasons = reads_reasons(&mut conn, actor).await?;
    let rows: Vec<TotalRow> = fetch_all!(&mut conn, TotalRow, totals_where!("t.reporter = $1 and t.partner = $2"), reporter, code)?;
    let agreements = fetch_all!(
        &mut conn,
        (String, String, String),
        "select a.slug, a.name, p.code from agreements a join agreement_parties p on p.agreement_id = a.id \
         join region_members m on m.country = p.code and m.region = $1 where a.archived_at is null and exists \
         (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2) order by a.stage_order, a.sort_name, p.code",
        code,
        actor.account.0
    )?;
    Ok(RegionView {
        code: code.to_owned(),
        name,
        publisher,
        illustrative,
        version,
        countries: countries.into_iter().map(|(country,)| country).collect(),
        known,
        series,
        members: members(&mut conn, code, reporter, series).await?,
        whole: lined(gathered(rows, reasons)?),
        targets: of_pair(&mut conn, actor, reporter, code).await?,
        agreements,
    })
}
