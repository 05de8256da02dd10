//! How an agreement stood in the portfolio from one day until another: its name, stage and parties. Kept beside the record for speed, and
//! written anew when a command changed one of them.

use accord_domain::AppError;
use accord_domain::ids::AgreementId;
use chrono::NaiveDate;

use crate::db::{Conn, internal};

/// The day until which what stands now stands: the last both engines can write in four digits.
pub(crate) fn open_end() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

row! {
    #[derive(PartialEq, Eq)]
    struct Standing {
        name: String,
        sort_name: String,
        stage: String,
        stage_order: i16,
        illustrative: bool,
        archived: bool,
        home_party: String,
    }
}

/// Writes how an agreement stands from a day on, if it stands otherwise than before.
pub(crate) async fn keep(conn: &mut Conn, agreement: AgreementId, today: NaiveDate) -> Result<(), AppError> {
    let now: Standing = fetch_one!(
        &mut *conn,
        Standing,
        "select name, sort_name, stage, stage_order, illustrative, archived_at is not null as archived, home_party \
         from agreements where id = $1",
        agreement.0
    )?;
    let parties: Vec<(String, String)> = fetch_all!(
        &mut *conn,
        (String, String),
        "select code, name from agreement_parties where agreement_id = $1 order by position",
        agreement.0
    )?;
    let parties = serde_json::to_string(&parties).map_err(internal)?;
    let before: Option<Standing> = fetch_optional!(
        &mut *conn,
        Standing,
        "select name, sort_name, stage, stage_order, illustrative, archived, home_party from agreement_standings \
         where agreement_id = $1 and until = $2 and parties = $3",
        agreement.0,
        open_end(),
        parties
    )?;
    if before.as_ref() == Some(&now) {
        return Ok(());
    }
    // What stood for less than a day leaves no trace: a day is asked for as it ended.
    execute!(&mut *conn, "delete from agreement_standings where agreement_id = $1 and since = $2", agreement.0, today)?;
    execute!(
        &mut *conn,
        "update agreement_standings set until = $2 where agreement_id = $1 and until = $3",
        agreement.0,
        today,
        open_end()
    )?;
    execute!(
        conn,
        "insert into agreement_standings (agreement_id, since, until, name, sort_name, stage, stage_order, illustrative, archived, \
         home_party, parties) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        agreement.0,
        today,
        open_end(),
        now.name,
        now.sort_name,
        now.stage,
        now.stage_order,
        now.illustrative,
        now.archived,
        now.home_party,
        parties
    )?;
    Ok(())
}
