//! Who is asked: each by a private link of their own, whose secret part is shown once.

use accord_domain::access::Act;
use accord_domain::clearance::Field;
use accord_domain::consultation::MOST_INVITED;
use accord_domain::error::Form;
use accord_domain::ids::{InvitationId, StakeholderId};
use accord_domain::stakeholder::{StakeholderKind, likeness};
use accord_domain::{AppError, FieldError, text};
use uuid::Uuid;

use super::{consultation, of_consultation};
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::commands::calendars::new_token;
use crate::commands::saving::agreement_for;
use crate::db::{Conn, Db};
use crate::queries::calendar::hash_of;
use crate::queries::stakeholders::known;

/// Whom to ask, as typed.
#[derive(Clone, Debug, Default)]
pub struct InvitationForm {
    /// That of somebody known, or of somebody new.
    pub name: String,
    pub kind: String,
    /// Whether to invite although somebody invited looks alike.
    pub anyway: bool,
}

/// Whom a name stands for among those the actor may know of, one of the same kind before others; by the name of one that was merged,
/// the one that stays.
pub(in crate::commands) async fn known_by(
    conn: &mut Conn,
    by: &Command,
    name: &str,
    kind: StakeholderKind,
) -> Result<Option<StakeholderId>, AppError> {
    let mut named = known(conn, &by.actor).await?;
    named.retain(|line| line.name == name);
    named.sort_by_key(|line| line.kind != kind);
    if let Some(line) = named.first() {
        return Ok(Some(line.id));
    }
    let merged: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        concat!(
            "select s.merged_into from stakeholders s where s.name = $1 and s.merged_into is not null and exists (select 1 from ",
            heard_in!(),
            " h join grants g on g.agreement_id = h.agreement_id and g.account_id = $2 and g.agreement_rank >= $3 \
             where h.stakeholder_id = s.id) limit 1"
        ),
        name,
        by.actor.account.0,
        Field::Consultation.clearance().rank()
    )?;
    Ok(merged.map(|(id,)| StakeholderId(id)))
}

/// Refuses whoever was invited already, and a name that looks like that of one who was, unless it is said that they are not the same.
async fn not_invited_yet(
    conn: &mut Conn,
    consultation: Uuid,
    name: &str,
    known: Option<StakeholderId>,
    anyway: bool,
) -> Result<(), AppError> {
    let invited: Vec<(Uuid, String, String)> = fetch_all!(
        conn,
        (Uuid, String, String),
        "select t.id, t.name, s.name from consultation_invitations i join stakeholders s on s.id = i.stakeholder_id \
         join stakeholders t on t.id = coalesce(s.merged_into, s.id) where i.consultation_id = $1 order by i.invited_at, i.id",
        consultation
    )?;
    if invited.iter().any(|(id, stands, asked)| known.is_some_and(|known| known.0 == *id) || stands == name || asked == name) {
        return Err(AppError::field("name", "already-invited"));
    }
    let looks = likeness(name);
    let alike = invited.iter().flat_map(|(_, stands, asked)| [stands, asked]).find(|other| likeness(other) == looks);
    match alike.filter(|_| !anyway) {
        Some(other) => Err(AppError::Invalid(vec![FieldError::with("name", "looks-invited", other)])),
        None => Ok(()),
    }
}

/// Refuses one more where as many were invited as may be.
async fn not_too_many(conn: &mut Conn, consultation: Uuid) -> Result<(), AppError> {
    let (invited,): (i64,) =
        fetch_one!(conn, (i64,), "select count(*) from consultation_invitations where consultation_id = $1", consultation)?;
    if invited < MOST_INVITED {
        return Ok(());
    }
    Err(AppError::Invalid(vec![FieldError::with("name", "too-many-invited", MOST_INVITED)]))
}

/// Enters somebody new in the register.
pub(in crate::commands) async fn enter(conn: &mut Conn, name: &str, kind: StakeholderKind) -> Result<StakeholderId, AppError> {
    let id = StakeholderId(new_id());
    execute!(
        conn,
        "insert into stakeholders (id, name, kind, country, note, merged_by, merge_reason, version) values ($1, $2, $3, '', '', '', '', 1)",
        id.0,
        name,
        kind.code()
    )?;
    Ok(id)
}

/// Invites somebody; answers the secret part of their link, which is shown this once.
pub async fn invite(db: &Db, by: Command, slug: String, number: i64, typed: InvitationForm) -> Result<String, AppError> {
    let token = new_token()?;
    let hash = hash_of(&token);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let (id, chapter) = consultation(conn, agreement, number).await?;
            let mut form = Form::default();
            let name = form.take(text::line("name", &typed.name));
            let kind = form.take(text::choice("stakeholder_kind", &typed.kind, StakeholderKind::from_code));
            form.finish()?;
            let (Some(name), Some(kind)) = (name, kind) else { return Err(AppError::NotFound) };
            let known = known_by(conn, &by, &name, kind).await?;
            not_too_many(conn, id).await?;
            not_invited_yet(conn, id, &name, known, typed.anyway).await?;
            let stakeholder = match known {
                Some(known) => known,
                None => enter(conn, &name, kind).await?,
            };
            execute!(
                &mut *conn,
                "insert into consultation_invitations (id, consultation_id, stakeholder_id, token_hash, invited_by, invited_at, version) \
                 values ($1, $2, $3, $4, $5, $6, 1)",
                new_id(),
                id,
                stakeholder.0,
                hash,
                by.actor.name,
                by.at
            )?;
            record.append(conn, of_consultation(chapter, id, "invite", None, Some(name))).await?;
            record.finish(conn).await
        })
    }))
    .await?;
    Ok(token)
}

/// Ends the link of somebody invited; what they answered stays.
pub async fn revoke(db: &Db, by: Command, slug: String, number: i64, invitation: InvitationId) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let (id, chapter) = consultation(conn, agreement, number).await?;
            let row: Option<(String,)> = fetch_optional!(
                &mut *conn,
                (String,),
                "update consultation_invitations set token_hash = '' where id = $1 and consultation_id = $2 and token_hash <> '' \
                 returning (select s.name from stakeholders s where s.id = consultation_invitations.stakeholder_id)",
                invitation.0,
                id
            )?;
            let (name,) = row.ok_or(AppError::NotFound)?;
            record.append(conn, of_consultation(chapter, id, "revoke", Some(name), None)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Makes a new link for somebody invited, in place of one that was lost, went astray or was revoked: the one before opens nothing any
/// more, what they answered stays. Answers its secret part, which is shown this once.
pub async fn renew(db: &Db, by: Command, slug: String, number: i64, invitation: InvitationId) -> Result<String, AppError> {
    let token = new_token()?;
    let hash = hash_of(&token);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let (id, chapter) = consultation(conn, agreement, number).await?;
            let row: Option<(String,)> = fetch_optional!(
                &mut *conn,
                (String,),
                "update consultation_invitations set token_hash = $3 where id = $1 and consultation_id = $2 \
                 returning (select s.name from stakeholders s where s.id = consultation_invitations.stakeholder_id)",
                invitation.0,
                id,
                hash
            )?;
            let (name,) = row.ok_or(AppError::NotFound)?;
            record.append(conn, of_consultation(chapter, id, "renew", None, Some(name))).await?;
            record.finish(conn).await
        })
    }))
    .await?;
    Ok(token)
}
