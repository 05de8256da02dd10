//! Milestones: dated outside events tied to agreements, kept by holders of a right of the house for agreements they have a role in.
//! The history of each agreement tells what became of the milestones it is tied to, so a command writes into the record of each.

use accord_domain::access::HouseRight;
use accord_domain::clearance::Field;
use accord_domain::dates::{PartialDate, Precision};
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, MilestoneId};
use accord_domain::milestone::MilestoneKind;
use accord_domain::{AppError, FieldError, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::saving::same_version;
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::{Conn, Db, word};

/// A milestone, as typed.
#[derive(Clone, Debug, Default)]
pub struct MilestoneForm {
    pub kind: String,
    pub title: String,
    pub date: String,
    pub place: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub illustrative: bool,
    /// The addresses of the agreements it is tied to.
    pub agreements: Vec<String>,
}

struct Sound {
    kind: MilestoneKind,
    title: String,
    date: PartialDate,
    place: String,
    publisher: String,
    source_title: String,
    verified: bool,
    illustrative: bool,
}

fn sound(typed: &MilestoneForm, form: &mut Form) -> Option<Sound> {
    let kind = form.take(text::choice("milestone_kind", &typed.kind, MilestoneKind::from_code));
    let title = form.take(text::line("title", &typed.title));
    let date = form.take(PartialDate::parse("date", &typed.date));
    let place = form.take(text::optional_line("place", &typed.place)).flatten().unwrap_or_default();
    let publisher = form.take(text::line("publisher", &typed.publisher));
    let source_title = form.take(text::optional_line("source_title", &typed.source_title)).flatten().unwrap_or_default();
    let (verified, illustrative) = (typed.verified, typed.illustrative);
    match (kind, title, date, publisher) {
        (Some(kind), Some(title), Some(date), Some(publisher)) => {
            Some(Sound { kind, title, date, place, publisher, source_title, verified, illustrative })
        }
        _ => None,
    }
}

impl Sound {
    /// The milestone as the record tells it, a line for each: kind, date, title, place, publisher, title of the source, whether it is
    /// verified, whether illustrative.
    fn told(&self) -> String {
        let mark = |is: bool, word: &'static str| if is { word } else { "" };
        let Self { title, place, publisher, source_title, .. } = self;
        format!(
            "{}\n{}\n{title}\n{place}\n{publisher}\n{source_title}\n{}\n{}",
            self.kind.code(),
            self.date.to_text(),
            mark(self.verified, "verified"),
            mark(self.illustrative, "illustrative")
        )
    }
}

/// The agreements of these addresses that the actor has a role in and that are not archived.
async fn agreements_of(conn: &mut Conn, by: &Command, slugs: &[String], form: &mut Form) -> Result<Vec<Uuid>, AppError> {
    let mut found = Vec::new();
    for slug in slugs {
        let row: Option<(Uuid,)> = fetch_optional!(
            &mut *conn,
            (Uuid,),
            "select a.id from agreements a where a.slug = $1 and a.archived_at is null \
             and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2 and g.agreement_rank >= $3)",
            slug,
            by.actor.account.0,
            Field::Milestone.clearance().rank()
        )?;
        match row {
            Some((id,)) => found.push(id),
            None => {
                form.refuse(FieldError::new("agreements", "no-such-agreement"));
                return Ok(Vec::new());
            }
        }
    }
    if found.is_empty() {
        form.refuse(FieldError::new("agreements", "required"));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn of_milestone(id: MilestoneId, verb: &'static str, old: Option<String>, new: Option<String>, reason: Option<String>) -> Change {
    Change {
        chapter: None,
        subject: "milestone",
        subject_id: id.0,
        verb,
        field: "milestone",
        old,
        new,
        reason,
        clearance: Field::Milestone.clearance(),
    }
}

async fn tie(conn: &mut Conn, id: MilestoneId, agreement: Uuid) -> Result<(), AppError> {
    execute!(conn, "insert into milestone_agreements (milestone_id, agreement_id) values ($1, $2)", id.0, agreement)?;
    Ok(())
}

async fn untie(conn: &mut Conn, id: MilestoneId, agreement: Uuid) -> Result<(), AppError> {
    execute!(conn, "delete from milestone_agreements where milestone_id = $1 and agreement_id = $2", id.0, agreement)?;
    Ok(())
}

/// Enters a milestone.
pub async fn record(db: &Db, by: Command, typed: MilestoneForm) -> Result<MilestoneId, AppError> {
    if !by.actor.holds(HouseRight::EditMilestones) {
        return Err(AppError::NotFound);
    }
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let new = sound(&typed, &mut form);
            let agreements = agreements_of(conn, &by, &typed.agreements, &mut form).await?;
            form.finish()?;
            let Some(new) = new else { return Err(AppError::NotFound) };
            let id = MilestoneId(new_id());
            execute!(
                &mut *conn,
                "insert into milestones (id, kind, title, starts, ends, date_precision, place, publisher, source_title, verified, \
                 illustrative, version) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,1)",
                id.0,
                new.kind.code(),
                new.title,
                new.date.from(),
                new.date.to(),
                new.date.precision().code(),
                new.place,
                new.publisher,
                new.source_title,
                new.verified,
                new.illustrative
            )?;
            for agreement in agreements {
                tie(conn, id, agreement).await?;
                let mut record = Record::of_agreement(conn, &by, AgreementId(agreement)).await?;
                record.append(conn, of_milestone(id, "record", None, Some(new.told()), None)).await?;
                record.finish(conn).await?;
            }
            Ok(id)
        })
    }))
    .await
}

row! {
    struct Row {
        kind: String,
        title: String,
        starts: NaiveDate,
        ends: NaiveDate,
        date_precision: String,
        place: String,
        publisher: String,
        source_title: String,
        verified: bool,
        illustrative: bool,
        version: i64,
    }
}

/// A tie of a milestone: the agreement, whether the actor has a role there, and whether it is archived.
struct Tie {
    agreement: Uuid,
    seen: bool,
    archived: bool,
}

/// A milestone locked for a command.
struct Locked {
    now: Sound,
    version: i64,
    ties: Vec<Tie>,
    /// The record of each agreement it is, or is to be, tied to.
    records: Vec<(Uuid, Record)>,
}

impl Locked {
    /// Finds a milestone tied to an agreement the actor has a role in, and locks the agreements it is tied to and others. They are
    /// locked in the order of their ids, so that no two commands on milestones wait for each other.
    async fn take(conn: &mut Conn, by: &Command, id: MilestoneId, others: &[Uuid]) -> Result<Self, AppError> {
        let ties = ties_of(conn, by, id).await?;
        if !ties.iter().any(|tie| tie.seen) {
            return Err(AppError::NotFound);
        }
        let mut scopes: Vec<Uuid> = ties.iter().map(|tie| tie.agreement).chain(others.iter().copied()).collect();
        scopes.sort_unstable();
        scopes.dedup();
        let mut records = Vec::with_capacity(scopes.len());
        for agreement in scopes {
            records.push((agreement, Record::of_agreement(conn, by, AgreementId(agreement)).await?));
        }
        let row: Option<Row> = fetch_optional!(
            &mut *conn,
            Row,
            "select kind, title, starts, ends, date_precision, place, publisher, source_title, verified, illustrative, version \
             from milestones where id = $1",
            id.0
        )?;
        let row = row.ok_or(AppError::NotFound)?;
        let date = PartialDate::stored(row.starts, row.ends, word(&row.date_precision, Precision::from_code)?)
            .ok_or_else(|| AppError::Internal("a milestone ends before it starts".into()))?;
        let now = Sound {
            kind: word(&row.kind, MilestoneKind::from_code)?,
            title: row.title,
            date,
            place: row.place,
            publisher: row.publisher,
            source_title: row.source_title,
            verified: row.verified,
            illustrative: row.illustrative,
        };
        Ok(Self { now, version: row.version, ties: ties_of(conn, by, id).await?, records })
    }

    /// Appends a change to the record of an agreement.
    async fn append(&mut self, conn: &mut Conn, agreement: Uuid, change: Change) -> Result<(), AppError> {
        let found = self.records.iter_mut().find(|(of, _)| *of == agreement);
        // Tied by another command between the first look and the lock.
        let (_, record) = found.ok_or(AppError::Conflict { current_version: self.version })?;
        record.append(conn, change).await
    }

    async fn finish(self, conn: &mut Conn) -> Result<(), AppError> {
        for (_, record) in self.records {
            record.finish(conn).await?;
        }
        Ok(())
    }
}

async fn ties_of(conn: &mut Conn, by: &Command, id: MilestoneId) -> Result<Vec<Tie>, AppError> {
    let ties: Vec<(Uuid, bool, bool)> = fetch_all!(
        conn,
        (Uuid, bool, bool),
        "select t.agreement_id, exists (select 1 from grants g where g.agreement_id = t.agreement_id and g.account_id = $2 \
         and g.agreement_rank >= $3), a.archived_at is not null \
         from milestone_agreements t join agreements a on a.id = t.agreement_id where t.milestone_id = $1",
        id.0,
        by.actor.account.0,
        Field::Milestone.clearance().rank()
    )?;
    Ok(ties.into_iter().map(|(agreement, seen, archived)| Tie { agreement, seen, archived }).collect())
}

/// Edits a milestone and its ties to agreements the actor has a role in; ties to others, and to archived ones, stay.
pub async fn edit(
    db: &Db,
    by: Command,
    id: MilestoneId,
    version: i64,
    typed: MilestoneForm,
    reason: String,
) -> Result<(), AppError> {
    if !by.actor.holds(HouseRight::EditMilestones) {
        return Err(AppError::NotFound);
    }
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let wanted = agreements_of(conn, &by, &typed.agreements, &mut form).await?;
            let mut locked = Locked::take(conn, &by, id, &wanted).await?;
            same_version(locked.version, version)?;
            let new = sound(&typed, &mut form);
            let reason = form.take(text::optional_paragraphs("reason", &reason)).flatten();
            form.finish()?;
            let Some(new) = new else { return Err(AppError::NotFound) };
            let new = Sound { illustrative: locked.now.illustrative, ..new };
            execute!(
                &mut *conn,
                "update milestones set kind = $2, title = $3, starts = $4, ends = $5, date_precision = $6, place = $7, publisher = $8, \
                 source_title = $9, verified = $10, version = version + 1 where id = $1",
                id.0,
                new.kind.code(),
                new.title,
                new.date.from(),
                new.date.to(),
                new.date.precision().code(),
                new.place,
                new.publisher,
                new.source_title,
                new.verified
            )?;
            let (was, is) = (locked.now.told(), new.told());
            let tied: Vec<Uuid> = locked.ties.iter().map(|tie| tie.agreement).collect();
            for Tie { agreement, seen, archived } in std::mem::take(&mut locked.ties) {
                if seen && !archived && !wanted.contains(&agreement) {
                    untie(conn, id, agreement).await?;
                    let change = of_milestone(id, "untie", Some(was.clone()), None, reason.clone());
                    locked.append(conn, agreement, change).await?;
                } else if was != is {
                    let change = of_milestone(id, "change", Some(was.clone()), Some(is.clone()), reason.clone());
                    locked.append(conn, agreement, change).await?;
                }
            }
            for agreement in wanted.into_iter().filter(|wanted| !tied.contains(wanted)) {
                tie(conn, id, agreement).await?;
                locked.append(conn, agreement, of_milestone(id, "tie", None, Some(is.clone()), reason.clone())).await?;
            }
            locked.finish(conn).await
        })
    }))
    .await
}

/// Takes a milestone entered in error from all agreements the actor has a role in, with a reason.
pub async fn withdraw(db: &Db, by: Command, id: MilestoneId, version: i64, reason: String) -> Result<(), AppError> {
    if !by.actor.holds(HouseRight::EditMilestones) {
        return Err(AppError::NotFound);
    }
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, id, &[]).await?;
            same_version(locked.version, version)?;
            let reason = text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "update milestones set version = version + 1 where id = $1", id.0)?;
            for tie in std::mem::take(&mut locked.ties).into_iter().filter(|tie| tie.seen && !tie.archived) {
                untie(conn, id, tie.agreement).await?;
                let change = of_milestone(id, "withdraw", Some(locked.now.told()), None, Some(reason.clone()));
                locked.append(conn, tie.agreement, change).await?;
            }
            locked.finish(conn).await
        })
    }))
    .await
}
