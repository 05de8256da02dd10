//! Consultations: opened on an agreement or one of its chapters, corrected, and answered by a private link without an account.

mod answers;
mod edits;
mod invitations;

use accord_domain::access::Act;
use accord_domain::clearance::Field;
use accord_domain::consultation::{AskedLine, lines};
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, ChapterId, ConsultationId};
use accord_domain::trade::hs::HsCode;
use accord_domain::{AppError, FieldError, dates, text};
use chrono::NaiveDate;
use uuid::Uuid;

pub use self::answers::{LineAnswer, When, answer};
pub use self::edits::{EditForm, edit};
pub use self::invitations::{InvitationForm, invite, renew, revoke};
pub(super) use self::invitations::{enter, known_by};
use super::saving::agreement_for;
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db};

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

pub(super) fn of_consultation(
    chapter: Option<ChapterId>,
    id: Uuid,
    verb: &'static str,
    old: Option<String>,
    new: Option<String>,
) -> Change {
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

pub(super) async fn chapter_of(conn: &mut Conn, agreement: AgreementId, address: &str) -> Result<Option<ChapterId>, AppError> {
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

/// The last day on which a consultation is answered, as typed; one before the earliest is refused.
fn closing_day(raw: &str, earliest: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = dates::day("closes_on", raw.trim())?;
    if day < earliest { Err(FieldError::new("closes_on", "day-is-past")) } else { Ok(day) }
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
                "insert into consultations (id, agreement_id, chapter_id, number, title, introduction, closes_on, opened_by, opened_at, version) \
                 select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, 1 from consultations where agreement_id = $2 \
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
