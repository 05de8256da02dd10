//! The figures of a source as they are kept.

use accord_domain::AppError;
use accord_domain::trade::amount::Printed;
use accord_domain::trade::figure::Subject;
use uuid::Uuid;

use super::StoredFigure;
use crate::db::Conn;

/// How many figures a question reads: a hundred thousand would fill the memory.
const AT_ONCE: i64 = 5_000;

/// Calls a function with each figure of a source: of all, or of those on one reporter and partner.
pub(super) async fn each_of(
    conn: &mut Conn,
    source: Uuid,
    of: Option<(&str, &str)>,
    mut each: impl FnMut(Uuid, Subject, Printed),
) -> Result<(), AppError> {
    let mut after = Uuid::nil();
    loop {
        let rows: Vec<StoredFigure> = built_all!(&mut *conn, StoredFigure, |query| {
            query.push(
                "select id, reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, amount, scale, places \
                 from trade_figures where source_id = ",
            );
            query.push_bind(source);
            if let Some((reporter, partner)) = of {
                query.push(" and reporter = ");
                query.push_bind(reporter.to_owned());
                query.push(" and partner = ");
                query.push_bind(partner.to_owned());
            }
            query.push(" and id > ");
            query.push_bind(after);
            query.push(" order by id limit ");
            query.push_bind(AT_ONCE);
        })?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.id;
        for row in rows {
            let id = row.id;
            let (subject, printed) = row.read()?;
            each(id, subject, printed);
        }
    }
}
