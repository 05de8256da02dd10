//! A consultation by its private link.

use accord_domain::AppError;
use accord_domain::consultation::LineStance;
use accord_domain::ids::InvitationId;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{Answer, Line, lines_of};
use crate::db::{Db, word};
use crate::queries::calendar::hash_of;

/// A consultation as one who was invited sees it: what is asked, and their own answers. Nothing of the agreement but its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub agreement: String,
    pub title: String,
    pub introduction: String,
    pub closes_on: NaiveDate,
    pub name: String,
    pub version: i64,
    pub lines: Vec<Line>,
    pub answers: Vec<Answer>,
}

row! {
    struct AskedRow {
        id: Uuid,
        consultation_id: Uuid,
        agreement: String,
        title: String,
        introduction: String,
        closes_on: NaiveDate,
        name: String,
        version: i64,
    }
}

/// Opens a consultation by the secret part of a link; not found where it opens nothing, or no longer.
pub async fn by_token(db: &Db, token: &str) -> Result<Asked, AppError> {
    let mut conn = db.read().await?;
    let row: Option<AskedRow> = fetch_optional!(
        &mut conn,
        AskedRow,
        "select i.id, i.consultation_id, a.name as agreement, c.title, c.introduction, c.closes_on, s.name, i.version \
         from consultation_invitations i join stakeholders s on s.id = i.stakeholder_id \
         join consultations c on c.id = i.consultation_id \
         join agreements a on a.id = c.agreement_id and a.archived_at is null where i.token_hash = $1",
        hash_of(token)
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let answers: Vec<(i64, String, String)> = fetch_all!(
        &mut conn,
        (i64, String, String),
        "select l.position, w.stance, w.comment from consultation_answers w join consultation_lines l on l.id = w.line_id \
         where w.invitation_id = $1",
        row.id
    )?;
    let answers = answers
        .into_iter()
        .map(|(position, stance, comment)| {
            let (invitation, stance) = (InvitationId(row.id), word(&stance, LineStance::from_code)?);
            Ok(Answer { position, invitation, name: row.name.clone(), stance, comment })
        })
        .collect::<Result<_, AppError>>()?;
    let lines = lines_of(&mut conn, row.consultation_id).await?;
    let AskedRow { agreement, title, introduction, closes_on, name, version, .. } = row;
    Ok(Asked { agreement, title, introduction, closes_on, name, version, lines, answers })
}
