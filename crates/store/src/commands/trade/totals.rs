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
        // The coarsest codes a source gives add up to its total: finer ones are parts of them.
        query.push(
            "insert into trade_totals (reporter, partner, traded, flow, currency, starts, ends, source_id, period_kind, amount, scale, \
             places, lines) select reporter, partner, traded, flow, currency, starts, ends, source_id, min(period_kind), \
             cast(sum(amount) as bigint), min(scale), max(places), case when max(length(hs)) = 0 then 0 else count(*) end from ( \
             select f.*, min(length(hs)) over (partition by reporter, partner, traded, flow, currency, starts, ends) as coarsest \
             from trade_figures f where commodity = '' and source_id = ",
        );
        query.push_bind(source);
        if let Some((reporter, partner)) = of {
            query.push(" and reporter = ");
            query.push_bind(reporter.to_owned());
            query.push(" and partner = ");
            query.push_bind(partner.to_owned());
        }
        query.push(
            ") as leveled where length(hs) = coarsest group by reporter, partner, traded, flow, currency, starts, ends, source_id",
        );
    })?;
    Ok(())
}
