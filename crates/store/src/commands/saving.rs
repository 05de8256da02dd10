//! What commands share: finding the agreement or chapter with the actor's roles, and recording edited fields.

use accord_domain::AppError;
use accord_domain::access::{Act, Roles};
use accord_domain::clearance::Clearance;
use accord_domain::ids::{AgreementId, ChapterId};
use uuid::Uuid;

use crate::actor::roles_in;
use crate::changes::{Change, Command, Record};
use crate::db::Conn;

/// Finds an agreement the actor has a role in and does the act in; anything else is not found. One that is archived is brought
/// back before it is changed; only who sees it may still be settled.
pub async fn agreement_for(conn: &mut Conn, by: &Command, slug: &str, act: Act) -> Result<(AgreementId, Roles), AppError> {
    let (id, roles, archived) = agreement_even_archived(conn, by, slug, act).await?;
    if archived && act != Act::GrantRoles {
        return Err(AppError::field("reason", "agreement-archived"));
    }
    Ok((id, roles))
}

/// As [`agreement_for`], and whether it is archived.
pub async fn agreement_even_archived(
    conn: &mut Conn,
    by: &Command,
    slug: &str,
    act: Act,
) -> Result<(AgreementId, Roles, bool), AppError> {
    let row: Option<(Uuid, bool)> =
        fetch_optional!(conn, (Uuid, bool), "select id, archived_at is not null from agreements where slug = $1", slug)?;
    let (id, archived) = row.ok_or(AppError::NotFound)?;
    let id = AgreementId(id);
    let roles = roles_in(conn, &by.actor, id).await?;
    if roles.may(act) { Ok((id, roles, archived)) } else { Err(AppError::NotFound) }
}

/// Finds a chapter by the addresses, and the actor's roles; a stranger to the agreement is told it is not found.
pub async fn chapter_for(
    conn: &mut Conn,
    by: &Command,
    slug: &str,
    address: &str,
) -> Result<(AgreementId, ChapterId, Roles), AppError> {
    let row: Option<(Uuid, Uuid)> = fetch_optional!(
        conn,
        (Uuid, Uuid),
        "select a.id, c.id from chapters c join agreements a on a.id = c.agreement_id \
         where a.slug = $1 and c.address = $2 and a.archived_at is null and c.archived_at is null",
        slug,
        address
    )?;
    let (agreement, chapter) = row.ok_or(AppError::NotFound)?;
    let agreement = AgreementId(agreement);
    let roles = roles_in(conn, &by.actor, agreement).await?;
    Ok((agreement, ChapterId(chapter), roles))
}

/// Refuses a version other than the one that stands.
pub fn same_version(stands: i64, edited: i64) -> Result<(), AppError> {
    if stands == edited { Ok(()) } else { Err(AppError::Conflict { current_version: stands }) }
}

/// A tick in the text of the change record.
pub fn yes_or_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// Appends a change of one field, if it changed.
pub struct Edits<'r> {
    pub record: &'r mut Record,
    pub chapter: Option<ChapterId>,
    pub subject: &'static str,
    pub subject_id: Uuid,
    pub reason: Option<String>,
}

impl Edits<'_> {
    /// Records the field when old and new differ; answers whether they do.
    pub async fn field(
        &mut self,
        conn: &mut Conn,
        field: &'static str,
        old: &str,
        new: &str,
        clearance: Clearance,
    ) -> Result<bool, AppError> {
        if old == new {
            return Ok(false);
        }
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let change = Change {
            chapter: self.chapter,
            subject: self.subject,
            subject_id: self.subject_id,
            verb: "edit",
            field,
            old: filled(old),
            new: filled(new),
            reason: self.reason.clone(),
            clearance,
        };
        self.record.append(conn, change).await?;
        Ok(true)
    }
}
