//! Consultations: opened on an agreement or one of its chapters, answered by a private link without an account.

use accord_domain::access::{Act, Actor};
use accord_domain::clearance::Field;
use accord_domain::consultation::{AskedLine, LineStance, StakeholderKind, lines};
use accord_domain::error::Form;
use accord_domain::ids::{AccountId, AgreementId, ChapterId, ConsultationId, InvitationId};
use accord_domain::trade::hs::HsCode;
use accord_domain::{AppError, FieldError, dates, text};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::calendars::new_token;
use super::saving::{agreement_for, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db};
use crate::queries::calendar::hash_of;

/// A consultation, as typed.
#[derive(Clone, Debug, Default)]
pub struct ConsultationForm {
    pub title: String,
    pub introduction: String,
    /// The address of the chapter it concerns; blank for the whole agreement.
    pub chapter: String,
    /// The last day on which it is answered.
    pub closes_on: String,
    /// One a line: a code with words, or a question.
    pub lines: String,
}

/// Whom to ask, as typed.
#[derive(Clone, Debug, Default)]
pub struct InvitationForm {
    pub name: String,
    pub kind: String,
}

/// What one says to one line.
#[derive(Clone, Debug, Default)]
pub struct LineAnswer {
    /// The place of the line among those asked.
    pub position: i64,
    /// Blank where nothing is said.
    pub stance: String,
    pub comment: String,
}

fn of_consultation(chapter: Option<ChapterId>, id: Uuid, verb: &'static str, old: Option<String>, new: Option<String>) -> Change {
    Change {
        chapter,
        subject: "consultation",
        subject_id: id,
        verb,
        field: "consultation",
        old,
        new,
        reason: None,
        clearance: Field::Consultation.clearance(),
    }
}

async fn chapter_of(conn: &mut Conn, agreement: AgreementId, address: &str) -> Result<Option<ChapterId>, AppError> {
    if address.is_empty() {
        return Ok(None);
    }
    let row: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
        agreement.0,
        address
    )?;
    row.map(|(id,)| Some(ChapterId(id))).ok_or_else(|| AppError::field("chapter", "unknown-choice"))
}

fn closing_day(raw: &str, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = dates::day("closes_on", raw.trim())?;
    if day < today { Err(FieldError::new("closes_on", "day-is-past")) } else { Ok(day) }
}

/// Opens a consultation; answers its number in the agreement.
pub async fn open(db: &Db, by: Command, slug: String, typed: ConsultationForm) -> Result<i64, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let mut form = Form::default();
            let title = form.take(text::line("title", &typed.title));
            let introduction = form.take(text::optional_paragraphs("introduction", &typed.introduction));
            let closes_on = form.take(closing_day(&typed.closes_on, day_in(HOME_ZONE, by.at)));
            let asked = form.take(lines("lines", &typed.lines));
            let chapter = match chapter_of(conn, agreement, typed.chapter.trim()).await {
                Ok(chapter) => chapter,
                Err(AppError::Invalid(errors)) => {
                    errors.into_iter().for_each(|error| form.refuse(error));
                    None
                }
                Err(error) => return Err(error),
            };
            form.finish()?;
            let (Some(title), Some(closes_on), Some(asked)) = (title, closes_on, asked) else { return Err(AppError::NotFound) };
            let id = ConsultationId(new_id());
            let (number,): (i64,) = fetch_one!(
                &mut *conn,
                (i64,),
                "insert into consultations (id, agreement_id, chapter_id, number, title, introduction, closes_on, opened_by, opened_at) \
                 select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8 from consultations where agreement_id = $2 \
                 returning number",
                id.0,
                agreement.0,
                chapter.map(|chapter| chapter.0),
                title,
                introduction.flatten().unwrap_or_default(),
                closes_on,
                by.actor.name,
                by.at
            )?;
            keep_lines(conn, id, &asked).await?;
            let told = format!("{title}\n{closes_on}\n{}", asked.len());
            record.append(conn, of_consultation(chapter, id.0, "open", None, Some(told))).await?;
            record.finish(conn).await?;
            Ok(number)
        })
    }))
    .await
}

async fn keep_lines(conn: &mut Conn, id: ConsultationId, asked: &[AskedLine]) -> Result<(), AppError> {
    for (position, line) in asked.iter().enumerate() {
        execute!(
            &mut *conn,
            "insert into consultation_lines (id, consultation_id, position, hs, question) values ($1, $2, $3, $4, $5)",
            new_id(),
            id.0,
            position as i64 + 1,
            line.hs.as_ref().map_or("", HsCode::as_str),
            line.question
        )?;
    }
    Ok(())
}

async fn consultation(conn: &mut Conn, agreement: AgreementId, number: i64) -> Result<(Uuid, Option<ChapterId>), AppError> {
    let row: Option<(Uuid, Option<Uuid>)> = fetch_optional!(
        conn,
        (Uuid, Option<Uuid>),
        "select id, chapter_id from consultations where agreement_id = $1 and number = $2",
        agreement.0,
        number
    )?;
    row.map(|(id, chapter)| (id, chapter.map(ChapterId))).ok_or(AppError::NotFound)
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
            let known: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select id from consultation_invitations where consultation_id = $1 and name = $2",
                id,
                name
            )?;
            if known.is_some() {
                return Err(AppError::field("name", "already-invited"));
            }
            execute!(
                &mut *conn,
                "insert into consultation_invitations (id, consultation_id, name, kind, token_hash, invited_by, invited_at, version) \
                 values ($1, $2, $3, $4, $5, $6, $7, 1)",
                new_id(),
                id,
                name,
                kind.code(),
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
                 returning name",
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

/// When an answer was given, and whether history is being replayed: who answers by a link commands nothing else.
#[derive(Clone, Copy, Debug)]
pub struct When {
    pub at: DateTime<Utc>,
    pub imported: bool,
}

row! {
    struct Invited {
        id: Uuid,
        name: String,
        version: i64,
        consultation_id: Uuid,
        agreement_id: Uuid,
        chapter_id: Option<Uuid>,
        closes_on: NaiveDate,
    }
}

/// Answers by a link, all lines together; what is left blank is no answer. `version` is of the answers that were shown.
pub async fn answer(db: &Db, when: When, token: String, version: i64, said: Vec<LineAnswer>) -> Result<(), AppError> {
    let When { at, imported } = when;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let found: Option<Invited> = fetch_optional!(
                &mut *conn,
                Invited,
                "select i.id, i.name, i.version, i.consultation_id, c.agreement_id, c.chapter_id, c.closes_on \
                 from consultation_invitations i join consultations c on c.id = i.consultation_id \
                 join agreements a on a.id = c.agreement_id and a.archived_at is null where i.token_hash = $1",
                hash_of(&token)
            )?;
            let invited = found.ok_or(AppError::NotFound)?;
            // Who has no account is told by name in the record.
            let actor = Actor { account: AccountId(Uuid::nil()), name: invited.name.clone(), rights: Vec::new() };
            let by = Command { actor, at, imported };
            let mut record = Record::of_agreement(conn, &by, AgreementId(invited.agreement_id)).await?;
            same_version(invited.version, version)?;
            if invited.closes_on < day_in(HOME_ZONE, at) {
                return Err(AppError::field("answers", "consultation-closed"));
            }
            let mut form = Form::default();
            let mut sound = Vec::new();
            for line in &said {
                let comment = form.take(text::optional_text(&format!("comment-{}", line.position), &line.comment, 2_000)).flatten();
                let stance = match line.stance.trim() {
                    "" => None,
                    typed => form.take(text::choice(&format!("stance-{}", line.position), typed, LineStance::from_code)),
                };
                if stance.is_none() && comment.is_some() {
                    form.refuse(FieldError::new(&format!("stance-{}", line.position), "stance-missing"));
                }
                if let Some(stance) = stance {
                    sound.push((line.position, stance, comment.unwrap_or_default()));
                }
            }
            if sound.is_empty() && form.is_sound() {
                form.refuse(FieldError::new("answers", "nothing-answered"));
            }
            form.finish()?;
            execute!(&mut *conn, "delete from consultation_answers where invitation_id = $1", invited.id)?;
            for (position, stance, comment) in &sound {
                execute!(
                    &mut *conn,
                    "insert into consultation_answers (invitation_id, line_id, stance, comment) \
                     select $1, id, $4, $5 from consultation_lines where consultation_id = $2 and position = $3",
                    invited.id,
                    invited.consultation_id,
                    position,
                    stance.code(),
                    comment
                )?;
            }
            execute!(
                &mut *conn,
                "update consultation_invitations set answered_at = $2, version = version + 1 where id = $1",
                invited.id,
                by.at
            )?;
            let told = format!("{}\n{}", invited.name, sound.len());
            let chapter = invited.chapter_id.map(ChapterId);
            record.append(conn, of_consultation(chapter, invited.consultation_id, "answer", None, Some(told))).await?;
            record.finish(conn).await
        })
    }))
    .await
}
