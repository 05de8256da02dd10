//! Files that wait to be imported: kept for a day, for who sent them alone.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, HouseRight, Role};
use accord_domain::ids::WaitingFileId;
use chrono::Duration;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::actor::new_id;
use crate::changes::Command;
use crate::db::Db;

/// How long a file waits.
const WAITS: Duration = Duration::days(1);
/// How many files of one person wait at the same time; the oldest makes room.
const MOST: i64 = 5;

/// What a file is to be imported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    TradeFigures,
    Nomenclature,
    StatusTable,
}

impl Purpose {
    fn code(self) -> &'static str {
        match self {
            Self::TradeFigures => "trade-figures",
            Self::Nomenclature => "nomenclature",
            Self::StatusTable => "status-table",
        }
    }
}

/// The roles that move chapters, be it their own alone.
pub(super) fn moving() -> Vec<&'static str> {
    Role::ALL.iter().filter(|role| role.may(Act::MoveStatus, true)).map(|role| role.code()).collect()
}

/// Whether somebody imports files of a purpose: who keeps trade figures, or who moves a chapter somewhere.
pub async fn may_import(db: &Db, actor: &Actor, purpose: Purpose) -> Result<bool, AppError> {
    if purpose != Purpose::StatusTable {
        return Ok(actor.holds(HouseRight::EditTradeFigures));
    }
    let mut conn = db.read().await?;
    let found: Vec<(i16,)> = built_all!(&mut conn, (i16,), |query| {
        query.push("select agreement_rank from grants where account_id = ");
        query.push_bind(actor.account.0);
        query.push(" and role in (");
        let roles = moving();
        listed!(query, roles);
        query.push(") limit 1");
    })?;
    Ok(!found.is_empty())
}

/// A file that waits.
#[derive(Clone, Debug)]
pub struct WaitingFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl WaitingFile {
    /// The digest of its bytes in hexadecimal (SHA-256).
    pub fn sha256(&self) -> String {
        Sha256::digest(&self.bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Keeps a file until it is imported.
pub async fn keep(db: &Db, by: Command, purpose: Purpose, file: WaitingFile) -> Result<WaitingFileId, AppError> {
    if !may_import(db, &by.actor, purpose).await? {
        return Err(AppError::NotFound);
    }
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let id = new_id();
            execute!(&mut *conn, "delete from waiting_files where sent_at < $1", by.at - WAITS)?;
            execute!(
                &mut *conn,
                "delete from waiting_files where account_id = $1 and id not in \
                 (select id from waiting_files where account_id = $1 order by sent_at desc, id desc limit $2)",
                by.actor.account.0,
                MOST - 1
            )?;
            execute!(
                &mut *conn,
                "insert into waiting_files (id, account_id, purpose, file_name, bytes, sent_at) values ($1,$2,$3,$4,$5,$6)",
                id,
                by.actor.account.0,
                purpose.code(),
                file.name,
                file.bytes,
                by.at
            )?;
            Ok(WaitingFileId(id))
        })
    }))
    .await
}

/// The file of an id that the actor sent for a purpose.
pub async fn load(db: &Db, actor: &Actor, purpose: Purpose, id: WaitingFileId) -> Result<WaitingFile, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(String, Vec<u8>)> = fetch_optional!(
        &mut conn,
        (String, Vec<u8>),
        "select file_name, bytes from waiting_files where id = $1 and account_id = $2 and purpose = $3",
        id.0,
        actor.account.0,
        purpose.code()
    )?;
    row.map(|(name, bytes)| WaitingFile { name, bytes }).ok_or(AppError::NotFound)
}

/// The id in an address.
pub fn id_of(raw: &str) -> Result<WaitingFileId, AppError> {
    raw.parse::<Uuid>().map(WaitingFileId).map_err(|_| AppError::NotFound)
}
