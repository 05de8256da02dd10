//! The totals of a source: a projection of its figures, made anew whenever they change.

use accord_domain::AppError;
use uuid::Uuid;

use crate::db::Conn;

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
    built_execute!(&mut *conn, |query| {
        // The coarsest codes a source gives add up to its total: finer ones are parts of them. What tells most figures apart comes first
        // among what they are grouped by, which makes the sorting of a large source a third shorter.
        query.push(
            "insert into trade_totals (reporter, partner, traded, flow, currency, starts, ends, source_id, period_kind, amount, scale, \
             places, lines) select reporter, partner, traded, flow, currency, starts, ends, source_id, period_kind, amount, scale, places, \
             case when level = 0 then 0 else lines end from ( \
             select reporter, partner, traded, flow, currency, starts, ends, source_id, length(hs) as level, \
             min(period_kind) as period_kind, cast(sum(amount) as bigint) as amount, min(scale) as scale, max(places) as places, \
             count(*) as lines, \
             min(length(hs)) over (partition by reporter, partner, traded, flow, currency, starts, ends) as coarsest \
             from trade_figures where commodity = '' and source_id = ",
        );
        query.push_bind(source);
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
