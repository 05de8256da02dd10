//! A nomenclature from a file: tried first, then kept all or none.

use std::collections::HashMap;

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::ids::WaitingFileId;
use accord_domain::trade::hs::HsCode;

use super::import::Effect;
use super::{change, keeper, recorded};
use crate::actor::new_id;
use crate::changes::Command;
use crate::db::{Conn, Db};

/// What a code is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HsLine {
    pub code: HsCode,
    pub description: String,
}

/// A file read to its end.
pub struct Intake {
    pub file: WaitingFileId,
    pub file_name: String,
    /// The digest of the file in hexadecimal (SHA-256).
    pub sha256: String,
    pub lines: Vec<HsLine>,
}

async fn effect(conn: &mut Conn, lines: &[HsLine]) -> Result<Effect, AppError> {
    let rows: Vec<(String, String)> = fetch_all!(conn, (String, String), "select code, description from hs_lines")?;
    let known: HashMap<String, String> = rows.into_iter().collect();
    let mut effect = Effect::default();
    for line in lines {
        match known.get(line.code.as_str()) {
            None => effect.added += 1,
            Some(description) if *description == line.description => effect.same += 1,
            Some(_) => effect.changed += 1,
        }
    }
    Ok(effect)
}

/// Tells what an import would do, and does nothing.
pub async fn trial(db: &Db, actor: &Actor, lines: &[HsLine]) -> Result<Effect, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) {
        return Err(AppError::NotFound);
    }
    effect(&mut db.read().await?, lines).await
}

/// Keeps all lines of a file in one transaction; a code that is known is called what the file says from then on.
pub async fn commit(db: &Db, by: Command, intake: Intake) -> Result<Effect, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let effect = effect(conn, &intake.lines).await?;
            insert_rows!(
                &mut *conn,
                "insert into hs_lines (code, description)",
                intake.lines,
                |line| [line.code.as_str(), line.description.as_str()],
                "on conflict (code) do update set description = excluded.description"
            )?;
            execute!(&mut *conn, "delete from waiting_files where id = $1 and account_id = $2", intake.file.0, by.actor.account.0)?;
            let told = format!("{}\n{}\n{}\n{}", intake.file_name, intake.sha256, effect.added, effect.changed);
            recorded(conn, &by, change("nomenclature", new_id(), "import", None, Some(told), None)).await?;
            Ok(effect)
        })
    }))
    .await
}
