//! Targets for trade, for who has the delegation's clearance somewhere or keeps figures.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::clearance::Field;
use accord_domain::ids::TargetId;
use accord_domain::trade::amount::{Amount, Currency};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::period::TradePeriod;
use chrono::NaiveDate;
use uuid::Uuid;

use super::period;
use crate::actor::cleared_somewhere;
use crate::db::{Conn, Db, word};

/// A target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetView {
    pub id: TargetId,
    pub traded: Traded,
    pub flow: Flow,
    pub currency: Currency,
    pub amount: Amount,
    pub by: TradePeriod,
    pub publisher: String,
    pub note: String,
    pub verified: bool,
    pub illustrative: bool,
    pub version: i64,
}

row! {
    struct Row {
        id: Uuid,
        traded: String,
        flow: String,
        currency: String,
        amount: i64,
        period_kind: String,
        starts: NaiveDate,
        ends: NaiveDate,
        publisher: String,
        note: String,
        verified: bool,
        illustrative: bool,
        version: i64,
    }
}

/// A target with what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetOf {
    pub reporter: String,
    pub partner: String,
    pub view: TargetView,
}

/// Loads a target.
pub async fn load(db: &Db, actor: &Actor, id: TargetId) -> Result<TargetOf, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(String, String)> =
        fetch_optional!(&mut conn, (String, String), "select reporter, partner from trade_targets where id = $1", id.0)?;
    let (reporter, partner) = row.ok_or(AppError::NotFound)?;
    let all = of_pair(&mut conn, actor, &reporter, &partner).await?;
    let view = all.into_iter().find(|target| target.id == id).ok_or(AppError::NotFound)?;
    Ok(TargetOf { reporter, partner, view })
}

/// The targets for the trade of two places; none for who does not see targets.
pub(super) async fn of_pair(conn: &mut Conn, actor: &Actor, reporter: &str, partner: &str) -> Result<Vec<TargetView>, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) && !cleared_somewhere(conn, actor, Field::TradeTarget).await? {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "select id, traded, flow, currency, amount, period_kind, starts, ends, publisher, note, verified, illustrative, version \
         from trade_targets where reporter = $1 and partner = $2 order by ends, id",
        reporter,
        partner
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(TargetView {
                id: TargetId(row.id),
                traded: word(&row.traded, Traded::from_code)?,
                flow: word(&row.flow, Flow::from_code)?,
                currency: word(&row.currency, Currency::from_code)?,
                amount: Amount(row.amount),
                by: period(row.starts, row.ends, &row.period_kind)?,
                publisher: row.publisher,
                note: row.note,
                verified: row.verified,
                illustrative: row.illustrative,
                version: row.version,
            })
        })
        .collect()
}
