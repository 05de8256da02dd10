//! Correcting a consultation: its words and its closing day at any time, its lines until somebody has answered one.

use accord_domain::access::Act;
use accord_domain::clearance::Field;
use accord_domain::consultation::{AskedLine, lines};
use accord_domain::error::Form;
use accord_domain::ids::ConsultationId;
use accord_domain::trade::hs::HsCode;
use accord_domain::{AppError, FieldError, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{closing_day, consultation, keep_lines};
use crate::changes::{Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::commands::saving::{Edits, agreement_for, same_version};
use crate::db::{Conn, Db};

/// A consultation corrected, as typed.
#[derive(Clone, Debug, Default)]
pub struct EditForm {
    pub title: String,
    pub introduction: String,
    /// The last day on which it is answered: a later one extends it, yesterday closes it.
    pub closes_on: String,
    /// None where the lines stay as they are asked.
    pub lines: Option<String>,
}

row! {
    struct Stands {
        title: String,
        introduction: String,
        closes_on: NaiveDate,
        version: i64,
        /// How many have answered.
        answered: i64,
    }
}

async fn stands(conn: &mut Conn, id: Uuid) -> Result<Stands, AppError> {
    fetch_one!(
        conn,
        Stands,
        "select c.title, c.introduction, c.closes_on, c.version, (select count(*) from consultation_invitations i \
         where i.consultation_id = c.id and i.answered_at is not null) as answered from consultations c where c.id = $1",
        id
    )
}

/// The lines as they are asked, one a line, as they are typed.
async fn asked(conn: &mut Conn, id: Uuid) -> Result<String, AppError> {
    let rows: Vec<(String, String)> = fetch_all!(
        conn,
        (String, String),
        "select hs, question from consultation_lines where consultation_id = $1 order by position",
        id
    )?;
    Ok(rows.iter().map(|(hs, question)| format!("{hs} {question}").trim().to_owned()).collect::<Vec<_>>().join("\n"))
}

/// Lines as typed, in the text of the change record.
fn told(lines: &[AskedLine]) -> String {
    let line = |line: &AskedLine| {
        let hs = line.hs.as_ref().map_or("", HsCode::as_str);
        format!("{hs} {}", line.question).trim().to_owned()
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The closing day as typed: that which stands, or one from yesterday on, which closes it.
fn moved_day(raw: &str, stands: NaiveDate, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    if raw.trim() == stands.to_string() { Ok(stands) } else { closing_day(raw, today.pred_opt().unwrap_or(today)) }
}

/// Asks other lines. Whoever has a link and saw those of before is told so when they send their answers.
async fn ask_anew(conn: &mut Conn, id: Uuid, asked: &[AskedLine]) -> Result<(), AppError> {
    execute!(&mut *conn, "delete from consultation_lines where consultation_id = $1", id)?;
    keep_lines(conn, ConsultationId(id), asked).await?;
    execute!(conn, "update consultation_invitations set version = version + 1 where consultation_id = $1", id)?;
    Ok(())
}

/// Corrects a consultation. Its lines stay as they are asked once somebody has answered.
pub async fn edit(db: &Db, by: Command, slug: String, number: i64, version: i64, typed: EditForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let (id, chapter) = consultation(conn, agreement, number).await?;
            let old = stands(conn, id).await?;
            same_version(old.version, version)?;
            let old_lines = asked(conn, id).await?;
            let mut form = Form::default();
            let title = form.take(text::line("title", &typed.title));
            let introduction =
                form.take(text::optional_paragraphs("introduction", &typed.introduction)).map(Option::unwrap_or_default);
            let closes_on = form.take(moved_day(&typed.closes_on, old.closes_on, day_in(HOME_ZONE, by.at)));
            let wanted = typed.lines.and_then(|raw| form.take(lines("lines", &raw))).filter(|wanted| told(wanted) != old_lines);
            if wanted.is_some() && old.answered > 0 {
                form.refuse(FieldError::new("lines", "lines-are-answered"));
            }
            form.finish()?;
            let (Some(title), Some(introduction), Some(closes_on)) = (title, introduction, closes_on) else {
                return Err(AppError::NotFound);
            };
            execute!(
                &mut *conn,
                "update consultations set title = $2, introduction = $3, closes_on = $4, version = version + 1 where id = $1",
                id,
                title,
                introduction,
                closes_on
            )?;
            let new_lines = wanted.as_deref().map_or_else(|| old_lines.clone(), told);
            if let Some(wanted) = &wanted {
                ask_anew(conn, id, wanted).await?;
            }
            let clearance = Field::Consultation.clearance();
            let (old_day, new_day) = (old.closes_on.to_string(), closes_on.to_string());
            let mut edits = Edits { record: &mut record, chapter, subject: "consultation", subject_id: id, reason: None };
            edits.field(conn, "title", &old.title, &title, clearance).await?;
            edits.field(conn, "introduction", &old.introduction, &introduction, clearance).await?;
            edits.field(conn, "closes_on", &old_day, &new_day, clearance).await?;
            edits.field(conn, "lines", &old_lines, &new_lines, clearance).await?;
            record.finish(conn).await
        })
    }))
    .await
}
