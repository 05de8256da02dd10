//! Single figures: one, what all sources say of its subject, and all of a relation for a download.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::{FigureId, SourceId};
use accord_domain::trade::amount::Printed;
use accord_domain::trade::figure::{Basis, Subject};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{Preference, Said, Sayings, TotalRow, gathered, printed, reads_reasons};
use crate::commands::trade::StoredSubject;
use crate::db::Db;

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureView {
    pub id: FigureId,
    pub subject: Subject,
    pub printed: Printed,
    pub publisher: String,
    pub title: String,
    pub version: i64,
}

row! {
    struct Row {
        id: Uuid,
        source_id: Uuid,
        publisher: String,
        title: String,
        verified: bool,
        illustrative: bool,
        entry: i64,
        amount: i64,
        scale: String,
        places: i16,
    }
}

fn no_subject() -> AppError {
    AppError::Internal("a trade figure of no subject".into())
}

/// Loads a figure.
pub async fn load(db: &Db, _actor: &Actor, id: FigureId) -> Result<FigureView, AppError> {
    let mut conn = db.read().await?;
    let stored: Option<StoredSubject> = fetch_optional!(
        &mut conn,
        StoredSubject,
        "select reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity from trade_figures where id = $1",
        id.0
    )?;
    let subject = stored.ok_or(AppError::NotFound)?.read().ok_or_else(no_subject)?;
    let (amount, scale, places, publisher, title, version): (i64, String, i16, String, String, i64) = fetch_one!(
        &mut conn,
        (i64, String, i16, String, String, i64),
        "select f.amount, f.scale, f.places, s.publisher, s.title, f.version from trade_figures f \
         join trade_sources s on s.id = f.source_id where f.id = $1",
        id.0
    )?;
    Ok(FigureView { id, subject, printed: printed(amount, &scale, places)?, publisher, title, version })
}

/// What all sources say of a subject; not found where none says anything.
pub async fn said_of(db: &Db, actor: &Actor, of: &Subject) -> Result<Sayings, AppError> {
    let mut conn = db.read().await?;
    let reasons = reads_reasons(&mut conn, actor).await?;
    if of.is_whole() {
        let rows: Vec<TotalRow> = fetch_all!(
            &mut conn,
            TotalRow,
            totals_where!(
                "t.reporter = $1 and t.partner = $2 and t.traded = $3 and t.flow = $4 and t.currency = $5 and t.starts = $6 \
                 and t.ends = $7"
            ),
            of.reporter,
            of.partner,
            of.traded.code(),
            of.flow.code(),
            of.currency.code(),
            of.period.from(),
            of.period.to()
        )?;
        return gathered(rows, reasons)?.into_values().next().ok_or(AppError::NotFound);
    }
    let digits = of.hs.as_ref().map_or("", |hs| hs.as_str());
    let rows: Vec<Row> = fetch_all!(
        &mut conn,
        Row,
        "select f.id, f.source_id, s.publisher, s.title, s.verified, s.illustrative, s.entry, f.amount, f.scale, f.places \
         from trade_figures f join trade_sources s on s.id = f.source_id where f.reporter = $1 and f.partner = $2 and f.traded = $3 \
         and f.flow = $4 and f.currency = $5 and f.starts = $6 and f.ends = $7 and f.hs = $8 and f.commodity = $9",
        of.reporter,
        of.partner,
        of.traded.code(),
        of.flow.code(),
        of.currency.code(),
        of.period.from(),
        of.period.to(),
        digits,
        of.commodity
    )?;
    let preference: Option<(Uuid, String, i64)> = fetch_optional!(
        &mut conn,
        (Uuid, String, i64),
        "select source_id, reason, version from trade_preferences where reporter = $1 and partner = $2 and traded = $3 and flow = $4 \
         and currency = $5 and starts = $6 and ends = $7 and hs = $8 and commodity = $9",
        of.reporter,
        of.partner,
        of.traded.code(),
        of.flow.code(),
        of.currency.code(),
        of.period.from(),
        of.period.to(),
        digits,
        of.commodity
    )?;
    if rows.is_empty() {
        return Err(AppError::NotFound);
    }
    let said = rows
        .into_iter()
        .map(|row| {
            Ok(Said {
                source: SourceId(row.source_id),
                publisher: row.publisher,
                title: row.title,
                verified: row.verified,
                illustrative: row.illustrative,
                printed: printed(row.amount, &row.scale, row.places)?,
                basis: Basis::Printed,
                lines: 0,
                figure: Some(FigureId(row.id)),
                entry: row.entry,
            })
        })
        .collect::<Result<_, AppError>>()?;
    let told = |reason| if reasons { reason } else { String::new() };
    let preference =
        preference.map(|(source, reason, version)| Preference { source: SourceId(source), reason: told(reason), version });
    Ok(Sayings::of(said, preference))
}

/// A figure in a table to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    pub subject: Subject,
    pub printed: Printed,
    pub publisher: String,
    pub title: String,
    pub verified: bool,
    pub illustrative: bool,
}

row! {
    struct LineRow {
        reporter: String,
        partner: String,
        traded: String,
        flow: String,
        currency: String,
        period_kind: String,
        starts: NaiveDate,
        ends: NaiveDate,
        hs: String,
        commodity: String,
        amount: i64,
        scale: String,
        places: i16,
        publisher: String,
        title: String,
        verified: bool,
        illustrative: bool,
    }
}

/// Every figure on a reporter and a partner.
pub async fn of_pair(db: &Db, _actor: &Actor, reporter: &str, partner: &str) -> Result<Vec<FigureLine>, AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<LineRow> = fetch_all!(
        &mut conn,
        LineRow,
        "select f.reporter, f.partner, f.traded, f.flow, f.currency, f.period_kind, f.starts, f.ends, f.hs, f.commodity, f.amount, \
         f.scale, f.places, s.publisher, s.title, s.verified, s.illustrative from trade_figures f \
         join trade_sources s on s.id = f.source_id where f.reporter = $1 and f.partner = $2 \
         order by f.starts, f.ends, f.traded, f.flow, f.hs, f.commodity, s.publisher, s.title",
        reporter,
        partner
    )?;
    rows.into_iter()
        .map(|row| {
            let LineRow { reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, .. } = row;
            let stored = StoredSubject { reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity };
            Ok(FigureLine {
                subject: stored.read().ok_or_else(no_subject)?,
                printed: printed(row.amount, &row.scale, row.places)?,
                publisher: row.publisher,
                title: row.title,
                verified: row.verified,
                illustrative: row.illustrative,
            })
        })
        .collect()
}
