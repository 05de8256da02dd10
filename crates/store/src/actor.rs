//! Who acts: loaded once for a request, with the roles in one agreement loaded where they are needed.

use accord_domain::AppError;
use accord_domain::access::{Actor, Grant, HouseRight, Role, Roles};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::ids::{AccountId, AgreementId, ChapterId};
use uuid::Uuid;

use crate::db::{Conn, Db, word};

/// A signed-in person: the actor, and how they like to read.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub actor: Actor,
    pub email: String,
    pub language: String,
    pub zone: String,
    pub theme: String,
    pub must_change_password: bool,
    pub version: i64,
    /// Whether the person has the delegation's clearance in some agreement.
    pub delegation: bool,
}

row! {
    struct AccountRow {
        email: String,
        name: String,
        language: String,
        zone: String,
        theme: String,
        must_change_password: bool,
        version: i64,
        delegation: bool,
    }
}

/// Whether somebody has the clearance of a field in some agreement: what is of the house has that of the delegations together.
pub async fn cleared_somewhere(conn: &mut Conn, actor: &Actor, field: Field) -> Result<bool, AppError> {
    let cleared: Option<(i16,)> = fetch_optional!(
        conn,
        (i16,),
        "select agreement_rank from grants where account_id = $1 and agreement_rank >= $2 limit 1",
        actor.account.0,
        field.clearance().rank()
    )?;
    Ok(cleared.is_some())
}

/// The person of an account that is not disabled.
pub async fn signed_in(db: &Db, account: AccountId) -> Result<Option<SignedIn>, AppError> {
    let mut conn = db.read().await?;
    let row: Option<AccountRow> = fetch_optional!(
        &mut conn,
        AccountRow,
        "select email, name, language, zone, theme, must_change_password, version, exists (select 1 from grants g where g.account_id = $1 \
         and g.agreement_rank >= $2) as delegation from accounts where id = $1 and disabled_at is null",
        account.0,
        Clearance::Delegation.rank()
    )?;
    let Some(row) = row else { return Ok(None) };
    let actor = Actor { account, name: row.name, rights: rights_of(&mut conn, account).await? };
    Ok(Some(SignedIn {
        actor,
        email: row.email,
        language: row.language,
        zone: row.zone,
        theme: row.theme,
        must_change_password: row.must_change_password,
        version: row.version,
        delegation: row.delegation,
    }))
}

/// The rights of the house an account holds.
pub async fn rights_of(conn: &mut Conn, account: AccountId) -> Result<Vec<HouseRight>, AppError> {
    let rows: Vec<(String,)> = fetch_all!(
        conn,
        (String,),
        "select distinct house_right from house_rights where account_id = $1 order by house_right",
        account.0
    )?;
    rows.iter().map(|(code,)| word(code, HouseRight::from_code)).collect()
}

/// The roles of the actor in one agreement.
pub async fn roles_in(conn: &mut Conn, actor: &Actor, agreement: AgreementId) -> Result<Roles, AppError> {
    let rows: Vec<(String, Option<Uuid>)> = fetch_all!(
        conn,
        (String, Option<Uuid>),
        "select role, chapter_id from grants where account_id = $1 and agreement_id = $2",
        actor.account.0,
        agreement.0
    )?;
    let grants = rows
        .into_iter()
        .map(|(role, chapter)| Ok(Grant { role: word(&role, Role::from_code)?, chapter: chapter.map(ChapterId) }))
        .collect::<Result<_, AppError>>()?;
    Ok(Roles(grants))
}

/// The actor of the command line, which acts for the administrator of the machine.
pub fn command_line() -> Actor {
    Actor { account: AccountId(Uuid::nil()), name: "Command line".into(), rights: vec![HouseRight::Administrator] }
}

/// A new identifier, ordered by the time it is made.
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}
