//! Which source is believed where several speak of the same.

use accord_domain::ids::SourceId;
use accord_domain::trade::figure::Subject;
use accord_domain::{AppError, text};
use chrono::NaiveDate;

use super::{change, digits, keeper, recorded, told_subject};
use crate::changes::Command;
use crate::commands::saving::same_version;
use crate::db::{Conn, Db};

/// The version of a preference and the publisher preferred.
async fn standing(conn: &mut Conn, of: &Subject) -> Result<Option<(i64, String)>, AppError> {
    fetch_optional!(
        conn,
        (i64, String),
        "select p.version, s.publisher from trade_preferences p join trade_sources s on s.id = p.source_id where p.reporter = $1 \
         and p.partner = $2 and p.traded = $3 and p.flow = $4 and p.currency = $5 and p.starts = $6 and p.ends = $7 and p.hs = $8 \
         and p.commodity = $9",
        of.reporter,
        of.partner,
        of.traded.code(),
        of.flow.code(),
        of.currency.code(),
        of.period.from(),
        of.period.to(),
        digits(of),
        of.commodity
    )
}

/// Whether a source speaks of a subject: with a figure, or with the sum of its codes.
async fn speaks(conn: &mut Conn, source: SourceId, of: &Subject) -> Result<Option<String>, AppError> {
    let row: Option<(String,)> = fetch_optional!(
        conn,
        (String,),
        "select s.publisher from trade_sources s where s.id = $1 and (exists (select 1 from trade_figures f where f.source_id = s.id \
         and f.reporter = $2 and f.partner = $3 and f.traded = $4 and f.flow = $5 and f.currency = $6 and f.starts = $7 and f.ends = $8 \
         and f.hs = $9 and f.commodity = $10) or ($9 = '' and $10 = '' and exists (select 1 from trade_totals t where t.source_id = s.id \
         and t.reporter = $2 and t.partner = $3 and t.traded = $4 and t.flow = $5 and t.currency = $6 and t.starts = $7 \
         and t.ends = $8)))",
        source.0,
        of.reporter,
        of.partner,
        of.traded.code(),
        of.flow.code(),
        of.currency.code(),
        of.period.from(),
        of.period.to(),
        digits(of),
        of.commodity
    )?;
    Ok(row.map(|(publisher,)| publisher))
}

/// Ends the preferences of a source for what it does not speak of any more, so that its reason is not told of another.
pub(super) async fn end_of_silent(conn: &mut Conn, by: &Command, source: SourceId) -> Result<(), AppError> {
    let ended: Vec<(String, String, NaiveDate, String, String)> = fetch_all!(
        &mut *conn,
        (String, String, NaiveDate, String, String),
        "delete from trade_preferences as p where p.source_id = $1 and not exists (select 1 from trade_figures f \
         where f.source_id = p.source_id and f.reporter = p.reporter and f.partner = p.partner and f.traded = p.traded and f.flow = p.flow \
         and f.currency = p.currency and f.starts = p.starts and f.ends = p.ends and f.hs = p.hs and f.commodity = p.commodity) \
         and not (p.hs = '' and p.commodity = '' and exists (select 1 from trade_totals t where t.source_id = p.source_id \
         and t.reporter = p.reporter and t.partner = p.partner and t.traded = p.traded and t.flow = p.flow and t.currency = p.currency \
         and t.starts = p.starts and t.ends = p.ends)) returning reporter, partner, starts, flow, reason",
        source.0
    )?;
    for (reporter, partner, starts, flow, reason) in ended {
        let old = format!("{reporter}\n{partner}\n{flow}\n{starts}\n{reason}");
        recorded(conn, by, change("preference", source.0, "end", Some(old), None, None)).await?;
    }
    Ok(())
}

/// Prefers a source on a subject, with a reason. `version` is of the preference that stood, 0 where there was none.
pub async fn prefer(db: &Db, by: Command, of: Subject, source: SourceId, version: i64, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let publisher = speaks(conn, source, &of).await?.ok_or_else(|| AppError::field("source", "unknown-choice"))?;
            let standing = standing(conn, &of).await?;
            same_version(standing.as_ref().map_or(0, |(version, _)| *version), version)?;
            let reason = text::paragraphs("reason", &reason).map_err(super::invalid)?;
            execute!(
                &mut *conn,
                "insert into trade_preferences (reporter, partner, traded, flow, currency, starts, ends, hs, commodity, source_id, \
                 reason, version) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,1) \
                 on conflict (reporter, partner, traded, flow, currency, starts, ends, hs, commodity) \
                 do update set source_id = excluded.source_id, reason = excluded.reason, version = trade_preferences.version + 1",
                of.reporter,
                of.partner,
                of.traded.code(),
                of.flow.code(),
                of.currency.code(),
                of.period.from(),
                of.period.to(),
                digits(&of),
                of.commodity,
                source.0,
                reason
            )?;
            let told = |publisher: String| format!("{}\n{publisher}", told_subject(&of));
            let old = standing.map(|(_, publisher)| told(publisher));
            recorded(conn, &by, change("preference", source.0, "prefer", old, Some(told(publisher)), Some(reason))).await
        })
    }))
    .await
}
