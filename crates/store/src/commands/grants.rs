//! Roles in an agreement: granted and taken back by its chief or a principal, never to oneself.

use accord_domain::access::{Act, Role};
use accord_domain::agreement::party_code;
use accord_domain::clearance::Clearance;
use accord_domain::error::Form;
use accord_domain::ids::{AccountId, AgreementId, ChapterId, GrantId};
use accord_domain::{AppError, FieldError, text};
use uuid::Uuid;

use super::saving::agreement_for;
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, taken};

/// A role, as typed.
#[derive(Clone, Debug, Default)]
pub struct GrantForm {
    pub email: String,
    pub role: String,
    /// The chapter's address, for a lead or team member.
    pub chapter: String,
    /// The party of a partner's guest.
    pub party: String,
}

/// Grants a role.
pub async fn grant(db: &Db, by: Command, slug: String, typed: GrantForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::GrantRoles).await?;
            let mut form = Form::default();
            let role = form.take(text::choice("role", &typed.role, Role::from_code));
            let account: Option<(Uuid,)> = fetch_optional!(
                conn,
                (Uuid,),
                "select id from accounts where email = $1 and disabled_at is null",
                typed.email.trim().to_lowercase()
            )?;
            match account {
                None => form.refuse(FieldError::new("email", "no-such-account")),
                Some((id,)) if id == by.actor.account.0 => form.refuse(FieldError::new("email", "not-yourself")),
                Some(_) => {}
            }
            let chapter: Option<(Uuid,)> = fetch_optional!(
                conn,
                (Uuid,),
                "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
                agreement.0,
                typed.chapter.trim()
            )?;
            let for_chapter = role.is_some_and(Role::is_for_a_chapter);
            if for_chapter && chapter.is_none() {
                form.refuse(FieldError::new("chapter", "required"));
            }
            let party = if role == Some(Role::Partner) {
                form.take(party_code("party", &typed.party)).unwrap_or_default()
            } else {
                String::new()
            };
            if !party.is_empty() {
                let known: Option<(String,)> = fetch_optional!(
                    conn,
                    (String,),
                    "select p.code from agreement_parties p join agreements a on a.id = p.agreement_id \
                     where p.agreement_id = $1 and p.code = $2 and p.code <> a.home_party",
                    agreement.0,
                    party
                )?;
                if known.is_none() {
                    form.refuse(FieldError::new("party", "not-a-party-here"));
                }
            }
            form.finish()?;
            let (Some(role), Some((account,))) = (role, account) else { return Err(AppError::NotFound) };
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let chapter = chapter.filter(|_| for_chapter).map(|(id,)| ChapterId(id));
            insert_grant(conn, &by, &mut record, agreement, AccountId(account), role, &party, chapter).await?;
            record.finish(conn).await
        })
    }))
    .await
}

#[expect(clippy::too_many_arguments, reason = "a grant is exactly these facts, and two callers have them apart")]
pub(super) async fn insert_grant(
    conn: &mut Conn,
    by: &Command,
    record: &mut Record,
    agreement: AgreementId,
    account: AccountId,
    role: Role,
    party: &str,
    chapter: Option<ChapterId>,
) -> Result<(), AppError> {
    let id = new_id();
    let inserted = execute!(
        conn,
        "insert into grants (id, account_id, agreement_id, role, party, chapter_id, agreement_rank, chapter_rank, granted_at) \
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
        id,
        account.0,
        agreement.0,
        role.code(),
        party,
        chapter.map(|id| id.0),
        role.clearance().rank(),
        role.clearance_in_own_chapter().rank(),
        by.at
    );
    inserted.map_err(|error| taken(error, "grants_once", "grants.account_id", "email", "role-held"))?;
    let (name,): (String,) = fetch_one!(conn, (String,), "select name from accounts where id = $1", account.0)?;
    record.append(conn, of_grant(id, chapter, "grant", format!("{name}: {}", role.code()))).await
}

fn of_grant(id: Uuid, chapter: Option<ChapterId>, verb: &'static str, told: String) -> Change {
    let (old, new) = if verb == "grant" { (None, Some(told)) } else { (Some(told), None) };
    Change {
        chapter,
        subject: "grant",
        subject_id: id,
        verb,
        field: "role",
        old,
        new,
        reason: None,
        clearance: Clearance::Delegation,
    }
}

/// Takes a role back. Nobody takes their own, so an agreement never loses its last chief by accident.
pub async fn revoke(db: &Db, by: Command, slug: String, grant: GrantId) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::GrantRoles).await?;
            let found: Option<(Uuid, String, String, Option<Uuid>)> = fetch_optional!(
                conn,
                (Uuid, String, String, Option<Uuid>),
                "select g.account_id, a.name, g.role, g.chapter_id from grants g join accounts a on a.id = g.account_id \
                 where g.id = $1 and g.agreement_id = $2",
                grant.0,
                agreement.0
            )?;
            let (account, name, role, chapter) = found.ok_or(AppError::NotFound)?;
            if account == by.actor.account.0 {
                return Err(AppError::field("grant", "not-yourself"));
            }
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            execute!(conn, "delete from grants where id = $1", grant.0)?;
            record.append(conn, of_grant(grant.0, chapter.map(ChapterId), "revoke", format!("{name}: {role}"))).await?;
            record.finish(conn).await
        })
    }))
    .await
}
