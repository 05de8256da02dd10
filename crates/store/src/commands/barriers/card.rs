//! A barrier is entered in the register, corrected, and moved towards being lifted.

use accord_domain::barrier::{BarrierKind, BarrierStatus, Rag, codes, told};
use accord_domain::clearance::Field;
use accord_domain::country::{self, WORLD};
use accord_domain::error::Form;
use accord_domain::trade::hs::HsCode;
use accord_domain::{AppError, FieldError, dates, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{Facts, SUBJECT, Stands, codes_of, confidential, keeper, of_number};
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::commands::saving::{Edits, same_version};
use crate::db::{Conn, Db, word};

/// A barrier, as typed.
#[derive(Clone, Debug, Default)]
pub struct BarrierForm {
    pub title: String,
    pub kind: String,
    /// The letters of who imposes it.
    pub imposing: String,
    /// The letters of whose exports it hinders.
    pub affected: String,
    pub codes: String,
    /// The addresses of the sectors of the export programme it hinders.
    pub sectors: Vec<String>,
    /// The law, regulation or practice it consists of.
    pub measure: String,
    pub description: String,
    pub owner: String,
    /// The day it was raised.
    pub raised_on: String,
    pub publisher: String,
    pub illustrative: bool,
    pub reason: String,
    /// Where it stands at first; afterwards moved by [`move_to`] alone.
    pub rag: String,
    pub next_step: String,
}

/// A barrier whose fields are sound.
struct Card {
    title: String,
    kind: BarrierKind,
    imposing: String,
    affected: String,
    codes: Vec<HsCode>,
    sectors: Vec<(Uuid, String)>,
    measure: String,
    description: String,
    owner: String,
    raised_on: NaiveDate,
    publisher: String,
    reason: Option<String>,
}

fn place(field: &str, raw: &str) -> Result<String, FieldError> {
    match country::place(field, raw, &[])? {
        // The world imposes nothing.
        world if world == WORLD => Err(FieldError::with(field, "no-such-place", raw.trim())),
        code => Ok(code),
    }
}

fn raised(raw: &str, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = dates::day("raised_on", raw.trim())?;
    if day > today { Err(FieldError::new("raised_on", "day-ahead")) } else { Ok(day) }
}

/// Every sector of the programme by its address, with its name; those that were retired can be taken off, not put on.
async fn sectors_of(conn: &mut Conn, addresses: &[String], form: &mut Form) -> Result<Vec<(Uuid, String)>, AppError> {
    let known: Vec<(Uuid, String, String)> = fetch_all!(
        conn,
        (Uuid, String, String),
        "select id, address, name from programme_sectors where not retired order by position"
    )?;
    if addresses.iter().any(|typed| !known.iter().any(|(_, address, _)| address == typed)) {
        form.refuse(FieldError::new("sectors", "unknown-choice"));
    }
    Ok(known.into_iter().filter(|(_, address, _)| addresses.contains(address)).map(|(id, _, name)| (id, name)).collect())
}

async fn sound(conn: &mut Conn, typed: &BarrierForm, today: NaiveDate, form: &mut Form) -> Result<Option<Card>, AppError> {
    let title = form.take(text::line("title", &typed.title));
    let kind = form.take(text::choice("kind", &typed.kind, BarrierKind::from_code));
    let imposing = form.take(place("imposing", &typed.imposing));
    let affected = form.take(place("affected", &typed.affected));
    if imposing.is_some() && imposing == affected {
        form.refuse(FieldError::new("affected", "imposing-is-affected"));
    }
    let codes = form.take(codes("codes", &typed.codes));
    let sectors = sectors_of(conn, &typed.sectors, form).await?;
    let measure = form.take(text::optional_line("measure", &typed.measure));
    let description = form.take(text::paragraphs("description", &typed.description));
    let owner = form.take(text::optional_line("owner", &typed.owner));
    let raised_on = form.take(raised(&typed.raised_on, today));
    let publisher = form.take(text::line("publisher", &typed.publisher));
    let reason = form.take(text::optional_paragraphs("reason", &typed.reason));
    let (Some(title), Some(kind), Some(imposing), Some(affected), Some(codes)) = (title, kind, imposing, affected, codes) else {
        return Ok(None);
    };
    let (Some(description), Some(raised_on), Some(publisher)) = (description, raised_on, publisher) else { return Ok(None) };
    Ok(Some(Card {
        title,
        kind,
        imposing,
        affected,
        codes,
        sectors,
        measure: measure.flatten().unwrap_or_default(),
        description,
        owner: owner.flatten().unwrap_or_default(),
        raised_on,
        publisher,
        reason: reason.flatten(),
    }))
}

impl Card {
    fn digest(&self, status: BarrierStatus) -> String {
        let Self { title, kind, imposing, affected, codes, description, .. } = self;
        Facts { title, kind: kind.code(), imposing, affected, codes: &told(codes), description, status }.digest()
    }

    async fn keep_lists(&self, conn: &mut Conn, id: Uuid) -> Result<(), AppError> {
        execute!(&mut *conn, "delete from barrier_codes where barrier_id = $1", id)?;
        execute!(&mut *conn, "delete from barrier_sectors where barrier_id = $1", id)?;
        for code in &self.codes {
            execute!(&mut *conn, "insert into barrier_codes (barrier_id, code) values ($1, $2)", id, code.as_str())?;
        }
        for (sector, _) in &self.sectors {
            execute!(&mut *conn, "insert into barrier_sectors (barrier_id, sector_id) values ($1, $2)", id, sector)?;
        }
        Ok(())
    }

    fn sectors_told(&self) -> String {
        self.sectors.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Enters a barrier in the register; answers its number.
pub async fn open(db: &Db, by: Command, typed: BarrierForm) -> Result<i64, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let mut form = Form::default();
            let card = sound(conn, &typed, day_in(HOME_ZONE, by.at), &mut form).await?;
            let rag = form.take(text::choice("rag", &typed.rag, Rag::from_code));
            let next_step = form.take(text::optional_paragraphs("next_step", &typed.next_step));
            form.finish()?;
            let (Some(card), Some(rag)) = (card, rag) else { return Err(AppError::NotFound) };
            let id = new_id();
            let (number,): (i64,) = fetch_one!(
                &mut *conn,
                (i64,),
                "insert into barriers (id, number, title, kind, imposing, affected, measure, description, owner, raised_on, publisher, \
                 illustrative, rag, status, next_step, facts, version, opened_at, moved_at) \
                 select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16, $16 \
                 from barriers returning number",
                id,
                card.title,
                card.kind.code(),
                card.imposing,
                card.affected,
                card.measure,
                card.description,
                card.owner,
                card.raised_on,
                card.publisher,
                typed.illustrative,
                rag.code(),
                BarrierStatus::Open.code(),
                next_step.flatten().unwrap_or_default(),
                card.digest(BarrierStatus::Open),
                by.at
            )?;
            card.keep_lists(conn, id).await?;
            record.append(conn, confidential(id, "open", None, Some(card.title), card.reason)).await?;
            record.finish(conn).await?;
            Ok(number)
        })
    }))
    .await
}

/// Corrects what is said of a barrier. `version` is the one that was edited.
pub async fn save(db: &Db, by: Command, number: i64, version: i64, typed: BarrierForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let old = of_number(conn, number).await?;
            same_version(old.version, version)?;
            let mut form = Form::default();
            let card = sound(conn, &typed, day_in(HOME_ZONE, by.at), &mut form).await?;
            form.finish()?;
            let card = card.ok_or(AppError::NotFound)?;
            let old_codes = codes_of(conn, old.id).await?;
            let old_sectors = sector_names(conn, old.id).await?;
            card.keep_lists(conn, old.id).await?;
            let status = word(&old.status, BarrierStatus::from_code)?;
            execute!(
                &mut *conn,
                "update barriers set title = $2, kind = $3, imposing = $4, affected = $5, measure = $6, description = $7, owner = $8, \
                 raised_on = $9, publisher = $10, facts = $11, version = version + 1 where id = $1",
                old.id,
                card.title,
                card.kind.code(),
                card.imposing,
                card.affected,
                card.measure,
                card.description,
                card.owner,
                card.raised_on,
                card.publisher,
                card.digest(status)
            )?;
            let reason = card.reason.clone();
            let mut edits = Edits { record: &mut record, chapter: None, subject: SUBJECT, subject_id: old.id, reason };
            let before = old.raised_on.to_string();
            let (codes, sectors, raised_on) = (told(&card.codes), card.sectors_told(), card.raised_on.to_string());
            for (field, old, new) in [
                ("title", &old.title, &card.title),
                ("imposing", &old.imposing, &card.imposing),
                ("affected", &old.affected, &card.affected),
                ("codes", &old_codes, &codes),
                ("sectors", &old_sectors, &sectors),
                ("measure", &old.measure, &card.measure),
                ("description", &old.description, &card.description),
                ("owner", &old.owner, &card.owner),
                ("raised_on", &before, &raised_on),
                ("publisher", &old.publisher, &card.publisher),
            ] {
                edits.field(conn, field, old, new, Field::Barrier.clearance()).await?;
            }
            edits.field(conn, "kind", &old.kind, card.kind.code(), Field::Barrier.clearance()).await?;
            record.finish(conn).await
        })
    }))
    .await
}

async fn sector_names(conn: &mut Conn, id: Uuid) -> Result<String, AppError> {
    let rows: Vec<(String,)> = fetch_all!(
        conn,
        (String,),
        "select s.name from barrier_sectors b join programme_sectors s on s.id = b.sector_id where b.barrier_id = $1 order by s.position",
        id
    )?;
    Ok(rows.into_iter().map(|(name,)| name).collect::<Vec<_>>().join(", "))
}

/// How a barrier moved, as typed.
#[derive(Clone, Debug, Default)]
pub struct MoveForm {
    pub status: String,
    pub rag: String,
    pub next_step: String,
    pub reason: String,
}

/// Says how a barrier stands now. `version` is the one that was shown.
pub async fn move_to(db: &Db, by: Command, number: i64, version: i64, typed: MoveForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let old = of_number(conn, number).await?;
            same_version(old.version, version)?;
            let from = word(&old.status, BarrierStatus::from_code)?;
            let mut form = Form::default();
            let to = form.take(text::choice("status", &typed.status, BarrierStatus::from_code));
            let rag = form.take(text::choice("rag", &typed.rag, Rag::from_code));
            let next_step = form.take(text::optional_paragraphs("next_step", &typed.next_step)).flatten().unwrap_or_default();
            let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
            let stays = rag.is_some_and(|rag| rag.code() == old.rag) && next_step == old.next_step;
            if let Some(to) = to
                && (to != from || stays)
            {
                form.take(from.step(to, reason.as_deref()));
            }
            form.finish()?;
            let (Some(to), Some(rag)) = (to, rag) else { return Err(AppError::NotFound) };
            let facts = stood(conn, &old, to).await?;
            execute!(
                &mut *conn,
                "update barriers set status = $2, rag = $3, next_step = $4, facts = $5, version = version + 1, moved_at = $6 where id = $1",
                old.id,
                to.code(),
                rag.code(),
                next_step,
                facts,
                by.at
            )?;
            let clearance = Field::Barrier.clearance();
            let mut edits = Edits { record: &mut record, chapter: None, subject: SUBJECT, subject_id: old.id, reason };
            edits.field(conn, "status", &old.status, to.code(), clearance).await?;
            edits.field(conn, "rag", &old.rag, rag.code(), clearance).await?;
            edits.field(conn, "next_step", &old.next_step, &next_step, clearance).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// The digest of a barrier's facts with another status.
async fn stood(conn: &mut Conn, old: &Stands, status: BarrierStatus) -> Result<String, AppError> {
    let codes = codes_of(conn, old.id).await?;
    let Stands { title, kind, imposing, affected, description, .. } = old;
    Ok(Facts { title, kind, imposing, affected, codes: &codes, description, status }.digest())
}
