//! How stakeholders stand to an agreement or a chapter, as it was heard elsewhere than in a consultation: by whom, when and where.

use accord_domain::access::Act;
use accord_domain::consultation::LineStance;
use accord_domain::error::Form;
use accord_domain::ids::{ChapterId, StakeholderId, StanceId};
use accord_domain::stakeholder::{StakeholderKind, likeness};
use accord_domain::{AppError, FieldError, dates, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::consultations::{chapter_of, enter, known_by, of_consultation};
use super::saving::agreement_for;
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db};
use crate::queries::stakeholders::known;

/// A stance, as typed.
#[derive(Clone, Debug, Default)]
pub struct StanceForm {
    /// Whose it is: that of somebody known, or of somebody new.
    pub name: String,
    pub kind: String,
    /// Whether it is somebody new although somebody known looks alike.
    pub anyway: bool,
    /// The address of the chapter it concerns; blank for the whole agreement.
    pub chapter: String,
    pub stance: String,
    /// What they said, or wrote.
    pub words: String,
    /// The day they said it.
    pub heard_on: String,
    /// Where: a meeting, a letter, an article.
    pub publisher: String,
    pub illustrative: bool,
}

/// The day something was heard, as typed; none that lies ahead.
fn heard_on(raw: &str, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = dates::day("heard_on", raw.trim())?;
    if day > today { Err(FieldError::new("heard_on", "day-ahead")) } else { Ok(day) }
}

/// Who a name stands for: somebody known, or somebody new who is entered unless they look like one who is known.
async fn stakeholder(
    conn: &mut Conn,
    by: &Command,
    name: &str,
    kind: StakeholderKind,
    anyway: bool,
) -> Result<StakeholderId, AppError> {
    if let Some(known) = known_by(conn, by, name, kind).await? {
        return Ok(known);
    }
    let looks = likeness(name);
    let alike = known(conn, &by.actor).await?.into_iter().find(|line| likeness(&line.name) == looks);
    match alike.filter(|_| !anyway) {
        Some(other) => Err(AppError::Invalid(vec![FieldError::with("name", "looks-known", other.name)])),
        None => enter(conn, name, kind).await,
    }
}

/// Records how a stakeholder stands.
pub async fn record(db: &Db, by: Command, slug: String, typed: StanceForm) -> Result<StanceId, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let mut form = Form::default();
            let name = form.take(text::line("name", &typed.name));
            let kind = form.take(text::choice("stakeholder_kind", &typed.kind, StakeholderKind::from_code));
            let stance = form.take(text::choice("stance", &typed.stance, LineStance::from_code));
            let words = form.take(text::optional_paragraphs("words", &typed.words)).flatten().unwrap_or_default();
            let day = form.take(heard_on(&typed.heard_on, day_in(HOME_ZONE, by.at)));
            let publisher = form.take(text::line("publisher", &typed.publisher));
            form.finish()?;
            let chapter = chapter_of(conn, agreement, typed.chapter.trim()).await?;
            let (Some(name), Some(kind), Some(stance), Some(day), Some(publisher)) = (name, kind, stance, day, publisher) else {
                return Err(AppError::NotFound);
            };
            let stakeholder = stakeholder(conn, &by, &name, kind, typed.anyway).await?;
            let id = StanceId(new_id());
            execute!(
                &mut *conn,
                "insert into stakeholder_stances (id, stakeholder_id, agreement_id, chapter_id, stance, words, heard_on, publisher, \
                 illustrative, recorded_by, recorded_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
                id.0,
                stakeholder.0,
                agreement.0,
                chapter.map(|chapter| chapter.0),
                stance.code(),
                words,
                day,
                publisher,
                typed.illustrative,
                by.actor.name,
                by.at
            )?;
            let told = format!("{name}\n{}\n{day}\n{publisher}\n{words}", stance.code());
            record.append(conn, of_consultation(chapter, id.0, "hear", None, Some(told))).await?;
            record.finish(conn).await?;
            Ok(id)
        })
    }))
    .await
}

/// Withdraws a stance that was recorded wrongly, with a reason.
pub async fn withdraw(db: &Db, by: Command, slug: String, stance: StanceId, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let row: Option<(Option<Uuid>, String, String)> = fetch_optional!(
                &mut *conn,
                (Option<Uuid>, String, String),
                "select t.chapter_id, s.name, t.stance from stakeholder_stances t join stakeholders s on s.id = t.stakeholder_id \
                 where t.id = $1 and t.agreement_id = $2",
                stance.0,
                agreement.0
            )?;
            let (chapter, name, stands) = row.ok_or_else(|| AppError::field("withdrawn", "unknown-choice"))?;
            let reason = text::paragraphs("withdraw_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "delete from stakeholder_stances where id = $1", stance.0)?;
            let mut change = of_consultation(chapter.map(ChapterId), stance.0, "unhear", Some(format!("{name}\n{stands}")), None);
            change.reason = Some(reason);
            record.append(conn, change).await?;
            record.finish(conn).await
        })
    }))
    .await
}
