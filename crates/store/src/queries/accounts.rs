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

/// Every account, by address.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<AccountLine>, AppError> {
    if !actor.holds(HouseRight::Administrator) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    let rows: Vec<(Uuid, String, String, String, Option<DateTime<Utc>>, bool)> = fetch_all!(
        &mut conn,
        (Uuid, String, String, String, Option<DateTime<Utc>>, bool),
        "select id, email, name, language, disabled_at, must_change_password from accounts order by email"
    )?;
    let mut lines = Vec::with_capacity(rows.len());
    for (id, email, name, language, disabled_at, must_change_password) in rows {
        lines.push(AccountLine {
            rights: rights_of(&mut conn, AccountId(id)).await?,
            own: id == actor.account.0,
            disabled: disabled_at.is_some(),
            email,
            name,
            language,
            must_change_password,
        });
    }
    Ok(lines)
}
