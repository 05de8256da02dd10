//! Accounts, for administrators: names and rights of the house, nothing of any agreement.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::ids::AccountId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::actor::rights_of;
use crate::db::Db;

/// One account.
#[derive(Clone, Debug)]
pub struct AccountLine {
    pub email: String,
    pub name: String,
    pub language: String,
    pub disabled: bool,
    pub must_change_password: bool,
    pub rights: Vec<HouseRight>,
    pub own: bool,
}

row! {
    struct AccountRow {
        id: Uuid,
        email: String,
        name: String,
        language: String,
        disabled_at: Option<DateTime<Utc>>,
        must_change_password: bool,
    }
}

/// Every account, by address.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<AccountLine>, AppError> {
    if !actor.holds(HouseRight::Administrator) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    let rows: Vec<AccountRow> = fetch_all!(
        &mut conn,
        AccountRow,
        "select id, email, name, language, disabled_at, must_change_password from accounts order by email"
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(AccountLine {
            rights: rights_of(&mut conn, AccountId(row.id)).await?,
            own: row.id == actor.account.0,
            disabled: row.disabled_at.is_some(),
            email: row.email,
            name: row.name,
            language: row.language,
            must_change_password: row.must_change_password,
        });
    }
    Ok(lines)
}
