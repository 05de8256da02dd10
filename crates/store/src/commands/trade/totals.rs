//! The totals of a source: a projection of its figures, made anew whenever they change. What a source does not print whole is added up: of
//! its codes where they are all its trade, of the twelve months of a year, of exports and imports.

use std::collections::BTreeMap;
use std::sync::Arc;

use accord_domain::AppError;
use accord_domain::trade::amount::{Currency, Printed};
use accord_domain::trade::figure::{Basis, Flow, Subject, Traded};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use accord_domain::trade::sum::Sums;
use uuid::Uuid;

use super::NewFigure;
use super::kept::each_of;
use crate::db::{Conn, Db};

/// Makes the totals of a source anew: of all its figures, or of those on one reporter and partner.
pub(super) async fn renew(conn: &mut Conn, source: Uuid, of: Option<(&str, &str)>) -> Result<(), AppError> {
    let mut levels = Levels::of(conn, source).await?;
    each_of(conn, source, of, |_, subject, printed| levels.add(&subject, printed)).await?;
    built_execute!(&mut *conn, |query| {
        query.push("delete from trade_totals where source_id = ");
        query.push_bind(source);
        if let Some((reporter, partner)) = of {
            query.push(" and reporter = ");
            query.push_bind(reporter.to_owned());
            query.push(" and partner = ");
            query.push_bind(partner.to_owned());
        }
    })?;
    keep(conn, source, levels.totals()).await
}

/// Makes the totals of a source that had no figure before these.
pub(super) async fn make(conn: &mut Conn, source: Uuid, figures: &[NewFigure]) -> Result<(), AppError> {
    let mut levels = Levels::of(conn, source).await?;
    for NewFigure { subject, printed } in figures {
        levels.add(subject, *printed);
    }
    keep(conn, source, levels.totals()).await
}

/// Makes the totals of every source that has figures and no total: after a migration that left them to be made anew.
pub async fn renew_missing(db: &Db) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let sources: Vec<(Uuid,)> = fetch_all!(
                &mut *conn,
                (Uuid,),
                "select id from trade_sources s where exists (select 1 from trade_figures f where f.source_id = s.id) \
                 and not exists (select 1 from trade_totals t where t.source_id = s.id)"
            )?;
            for (source,) in sources {
                renew(conn, source, None).await?;
            }
            Ok(())
        })
    }))
    .await
}

/// What a total is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Of {
    reporter: Arc<str>,
    partner: Arc<str>,
    traded: Traded,
    flow: Flow,
    currency: Currency,
    period: TradePeriod,
}

/// A total, and how many figures were added up to it.
struct Total {
    printed: Printed,
    lines: i64,
    basis: Basis,
}

/// The figures of a source added up, those of each level of codes for themselves.
struct Levels {
    /// Whether the codes of the source are all its trade.
    complete: bool,
    sums: Sums<(Of, usize)>,
}

impl Levels {
    async fn of(conn: &mut Conn, source: Uuid) -> Result<Self, AppError> {
        let (complete,): (bool,) = fetch_one!(conn, (bool,), "select complete from trade_sources where id = $1", source)?;
        Ok(Self { complete, sums: Sums::default() })
    }

    fn add(&mut self, subject: &Subject, printed: Printed) {
        let level = subject.hs.as_ref().map_or(0, |code| HsCode::as_str(code).len());
        if !subject.commodity.is_empty() || (level > 0 && !self.complete) {
            return;
        }
        let Subject { reporter, partner, traded, flow, currency, period, .. } = subject;
        let (reporter, partner) = (reporter.clone(), partner.clone());
        let of = Of { reporter, partner, traded: *traded, flow: *flow, currency: *currency, period: *period };
        self.sums.add((of, level), printed, 1);
    }

    /// What is printed whole; else, where the codes of the source are all its trade, the sum of the coarsest; then years of twelve months
    /// and both flows together, where the source does not say the same itself.
    fn totals(self) -> BTreeMap<Of, Total> {
        let mut totals = BTreeMap::new();
        for (of, level, printed, lines) in self.sums.coarsest() {
            let basis = if level == 0 { Basis::Printed } else { Basis::Codes };
            totals.insert(of, Total { printed, lines, basis });
        }
        let years = of_years(&totals);
        add_unsaid(&mut totals, years, 12, Basis::Months);
        let flows = of_both_flows(&totals);
        add_unsaid(&mut totals, flows, 2, Basis::Flows);
        totals
    }
}

/// Adds sums of which so many totals are all the parts, where the source does not say the same itself.
fn add_unsaid(totals: &mut BTreeMap<Of, Total>, sums: Sums<Of>, parts: usize, basis: Basis) {
    for (of, printed, lines) in sums.of(parts) {
        totals.entry(of).or_insert(Total { printed, lines, basis });
    }
}

/// The years, fiscal and of the calendar, that months are parts of.
fn of_years(totals: &BTreeMap<Of, Total>) -> Sums<Of> {
    let mut sums = Sums::default();
    for (month, total) in totals.iter().filter(|(of, _)| of.period.kind() == PeriodKind::Month) {
        for year in month.period.years_of().into_iter().flatten() {
            sums.add(Of { period: year, ..month.clone() }, total.printed, total.lines);
        }
    }
    sums
}

/// The totals that exports and imports are parts of.
fn of_both_flows(totals: &BTreeMap<Of, Total>) -> Sums<Of> {
    let mut sums = Sums::default();
    for (one, total) in totals.iter().filter(|(of, _)| matches!(of.flow, Flow::Exports | Flow::Imports)) {
        sums.add(Of { flow: Flow::Total, ..one.clone() }, total.printed, total.lines);
    }
    sums
}

async fn keep(conn: &mut Conn, source: Uuid, totals: BTreeMap<Of, Total>) -> Result<(), AppError> {
    let rows: Vec<(Of, Total)> = totals.into_iter().collect();
    insert_rows!(
        conn,
        "insert into trade_totals (source_id, basis, reporter, partner, traded, flow, currency, period_kind, starts, ends, amount, scale, \
         places, lines)",
        rows,
        |row| [
            source,
            row.1.basis.code(),
            &*row.0.reporter,
            &*row.0.partner,
            row.0.traded.code(),
            row.0.flow.code(),
            row.0.currency.code(),
            row.0.period.kind().code(),
            row.0.period.from(),
            row.0.period.to(),
            row.1.printed.amount.0,
            row.1.printed.scale.code(),
            i16::from(row.1.printed.places),
            // What is printed is no sum of any lines.
            if row.1.basis == Basis::Printed { 0 } else { row.1.lines },
        ],
        ""
    )
}
