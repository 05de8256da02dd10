//! The totals of a source: a projection of its figures, made anew whenever they change. What a source does not print whole is added up: of
//! its codes where they are all its trade, of the twelve months of a year, of exports and imports.

use accord_domain::AppError;
use accord_domain::trade::amount::{Amount, Printed, Scale};
use accord_domain::trade::figure::{Basis, Flow};
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use accord_domain::trade::sum::Sums;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::db::{Conn, Db, word};

/// How many sums a statement keeps.
const AT_ONCE: usize = 200;

/// Makes the totals of a source anew: of all its figures, or of those on one reporter and partner.
pub(super) async fn renew(conn: &mut Conn, source: Uuid, of: Option<(&str, &str)>) -> Result<(), AppError> {
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
    of_figures(conn, source, of).await?;
    let months = kept(conn, source, of).await?.into_iter().filter(|total| total.of.period.kind() == PeriodKind::Month);
    keep(conn, source, Basis::Months, of_years(months.collect())).await?;
    let flows = kept(conn, source, of).await?;
    keep(conn, source, Basis::Flows, of_both_flows(flows)).await
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

/// What is printed whole; else, where the codes of the source are all its trade, the sum of the coarsest.
async fn of_figures(conn: &mut Conn, source: Uuid, of: Option<(&str, &str)>) -> Result<(), AppError> {
    let (complete,): (bool,) = fetch_one!(&mut *conn, (bool,), "select complete from trade_sources where id = $1", source)?;
    built_execute!(&mut *conn, |query| {
        // Finer codes are parts of coarser ones. What tells most figures apart comes first among what they are grouped by, which makes the
        // sorting of a large source a third shorter.
        query.push(
            "insert into trade_totals (reporter, partner, traded, flow, currency, starts, ends, source_id, period_kind, amount, scale, \
             places, lines, basis) select reporter, partner, traded, flow, currency, starts, ends, source_id, period_kind, amount, scale, \
             places, case when level = 0 then 0 else lines end, case when level = 0 then 'printed' else 'codes' end from ( \
             select reporter, partner, traded, flow, currency, starts, ends, source_id, length(hs) as level, \
             min(period_kind) as period_kind, cast(sum(amount) as bigint) as amount, min(scale) as scale, max(places) as places, \
             count(*) as lines, \
             min(length(hs)) over (partition by reporter, partner, traded, flow, currency, starts, ends) as coarsest \
             from trade_figures where commodity = '' and source_id = ",
        );
        query.push_bind(source);
        if !complete {
            query.push(" and hs = ''");
        }
        if let Some((reporter, partner)) = of {
            query.push(" and reporter = ");
            query.push_bind(reporter.to_owned());
            query.push(" and partner = ");
            query.push_bind(partner.to_owned());
        }
        query.push(
            " group by starts, length(hs), ends, partner, reporter, flow, traded, currency, source_id) as leveled where level = coarsest",
        );
    })?;
    Ok(())
}

/// What a total is of, as the database keeps its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Of {
    reporter: String,
    partner: String,
    traded: String,
    flow: String,
    currency: String,
    period: TradePeriod,
}

/// A total, and how many figures were added up to it.
struct Total {
    of: Of,
    printed: Printed,
    lines: i64,
}

row! {
    struct Row {
        reporter: String,
        partner: String,
        traded: String,
        flow: String,
        currency: String,
        period_kind: String,
        starts: NaiveDate,
        ends: NaiveDate,
        amount: i64,
        scale: String,
        places: i16,
        lines: i64,
    }
}

impl Row {
    fn total(self) -> Result<Total, AppError> {
        let period = TradePeriod::stored(self.starts, self.ends, word(&self.period_kind, PeriodKind::from_code)?)
            .ok_or_else(|| AppError::Internal("a period ends before it starts".into()))?;
        let places = u8::try_from(self.places).map_err(|error| AppError::Internal(error.to_string()))?;
        let printed = Printed { amount: Amount(self.amount), scale: word(&self.scale, Scale::from_code)?, places };
        let Self { reporter, partner, traded, flow, currency, .. } = self;
        Ok(Total { of: Of { reporter, partner, traded, flow, currency, period }, printed, lines: self.lines.max(1) })
    }
}

/// The totals of a source as they are kept by now.
async fn kept(conn: &mut Conn, source: Uuid, of: Option<(&str, &str)>) -> Result<Vec<Total>, AppError> {
    let rows: Vec<Row> = built_all!(&mut *conn, Row, |query| {
        query.push(
            "select reporter, partner, traded, flow, currency, period_kind, starts, ends, amount, scale, places, lines from trade_totals \
             where source_id = ",
        );
        query.push_bind(source);
        if let Some((reporter, partner)) = of {
            query.push(" and reporter = ");
            query.push_bind(reporter.to_owned());
            query.push(" and partner = ");
            query.push_bind(partner.to_owned());
        }
    })?;
    rows.into_iter().map(Row::total).collect()
}

/// The sums of which so many totals are all the parts.
fn whole(sums: Sums<Of>, parts: usize) -> Vec<Total> {
    sums.of(parts).map(|(of, printed, lines)| Total { of, printed, lines }).collect()
}

/// The years, fiscal and of the calendar, of which all months are known.
fn of_years(months: Vec<Total>) -> Vec<Total> {
    let mut sums = Sums::default();
    for month in months {
        for year in month.of.period.years_of().into_iter().flatten() {
            sums.add(Of { period: year, ..month.of.clone() }, month.printed, month.lines);
        }
    }
    whole(sums, 12)
}

/// The totals of exports and imports where both are known.
fn of_both_flows(flows: Vec<Total>) -> Vec<Total> {
    let mut sums = Sums::default();
    for one in flows.iter().filter(|one| [Flow::Exports.code(), Flow::Imports.code()].contains(&one.of.flow.as_str())) {
        sums.add(Of { flow: Flow::Total.code().to_owned(), ..one.of.clone() }, one.printed, one.lines);
    }
    whole(sums, 2)
}

/// Keeps sums where the source does not say the same itself.
async fn keep(conn: &mut Conn, source: Uuid, basis: Basis, sums: Vec<Total>) -> Result<(), AppError> {
    for some in sums.chunks(AT_ONCE) {
        built_execute!(&mut *conn, |query| {
            query.push(
                "insert into trade_totals (source_id, basis, reporter, partner, traded, flow, currency, period_kind, starts, ends, amount, \
                 scale, places, lines) values ",
            );
            for (at, Total { of, printed, lines }) in some.iter().enumerate() {
                query.push(if at == 0 { "(" } else { ", (" });
                query.push_bind(source);
                query.push(", ");
                query.push_bind(basis.code());
                for text in [&of.reporter, &of.partner, &of.traded, &of.flow, &of.currency] {
                    query.push(", ");
                    query.push_bind(text.clone());
                }
                query.push(", ");
                query.push_bind(of.period.kind().code());
                for day in [of.period.from(), of.period.to()] {
                    query.push(", ");
                    query.push_bind(day);
                }
                query.push(", ");
                query.push_bind(printed.amount.0);
                query.push(", ");
                query.push_bind(printed.scale.code());
                query.push(", ");
                query.push_bind(i16::from(printed.places));
                query.push(", ");
                query.push_bind(*lines);
                query.push(")");
            }
            query.push(" on conflict do nothing");
        })?;
    }
    Ok(())
}
