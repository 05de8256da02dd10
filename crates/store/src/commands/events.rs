//! Lifecycle events: entered with a source, corrected or withdrawn with a reason, never deleted. The stage follows from them.

use accord_domain::access::Act;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::dates::{PartialDate, Precision};
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, EventId};
use accord_domain::lifecycle::{Event, EventKind, Stage, Standing, stage};
use accord_domain::{AppError, FieldError, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::saving::agreement_for;
use crate::actor::new_id;
use crate::cards::{self, ClaimCard, EventCard};
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db, word};

/// What a source says of an event, as typed.
#[derive(Clone, Debug, Default)]
pub struct ClaimForm {
    pub date: String,
    pub place: String,
    pub publisher: String,
    pub title: String,
    pub verified: bool,
}

/// An event, as typed. The first claim is the preferred one.
#[derive(Clone, Debug, Default)]
pub struct EventForm {
    pub kind: String,
    pub note: String,
    pub held: bool,
    pub illustrative: bool,
    pub claims: Vec<ClaimForm>,
}

struct SoundClaim {
    date: PartialDate,
    place: String,
    publisher: String,
    title: String,
    verified: bool,
}

/// The fields of the first claim, by name: date, place, publisher.
const FIRST_SOURCE: [&str; 3] = ["date", "place", "publisher"];
/// Those of a source that says otherwise.
const OTHER_SOURCE: [&str; 3] = ["other_date", "other_place", "other_publisher"];

struct SoundEvent {
    kind: EventKind,
    note: String,
    held: bool,
    illustrative: bool,
    claims: Vec<SoundClaim>,
}

impl SoundEvent {
    fn card(&self) -> EventCard {
        let claim = |claim: &SoundClaim| ClaimCard {
            date: claim.date,
            place: claim.place.clone(),
            publisher: claim.publisher.clone(),
            title: claim.title.clone(),
            verified: claim.verified,
        };
        EventCard {
            kind: self.kind.code().to_owned(),
            note: self.note.clone(),
            held: self.held,
            illustrative: self.illustrative,
            claims: self.claims.iter().map(claim).collect(),
        }
    }
}

fn sound(typed: &EventForm, today: NaiveDate) -> Result<SoundEvent, AppError> {
    let mut form = Form::default();
    let kind = form.take(text::choice("event_kind", &typed.kind, EventKind::from_code));
    let note = form.take(text::optional_line("note", &typed.note)).flatten().unwrap_or_default();
    let mut claims = Vec::new();
    for (index, claim) in typed.claims.iter().enumerate() {
        let [date, place, publisher] = if index == 0 { FIRST_SOURCE } else { OTHER_SOURCE };
        let date = form.take(PartialDate::parse(date, &claim.date));
        let place = form.take(text::optional_line(place, &claim.place)).flatten().unwrap_or_default();
        let publisher = form.take(text::line(publisher, &claim.publisher));
        let title = form.take(text::optional_line("source_title", &claim.title)).flatten().unwrap_or_default();
        if let (Some(date), Some(publisher)) = (date, publisher) {
            if index == 0 && typed.held && !date.has_begun(today) {
                form.refuse(FieldError::new("date", "in-the-future"));
            }
            claims.push(SoundClaim { date, place, publisher, title, verified: claim.verified });
        }
    }
    if typed.claims.is_empty() {
        form.refuse(FieldError::new("date", "required"));
    }
    form.finish()?;
    let kind = kind.ok_or_else(|| AppError::field("event_kind", "required"))?;
    Ok(SoundEvent { kind, note, held: typed.held, illustrative: typed.illustrative, claims })
}

/// Enters an event.
pub async fn record(db: &Db, by: Command, slug: String, typed: EventForm) -> Result<EventId, AppError> {
    enter(db, by, slug, None, typed, String::new()).await
}

/// Corrects an event: the new entry supersedes the old one, which stays readable. The reason is kept.
pub async fn correct(
    db: &Db,
    by: Command,
    slug: String,
    event: EventId,
    typed: EventForm,
    reason: String,
) -> Result<EventId, AppError> {
    enter(db, by, slug, Some(event), typed, reason).await
}

async fn enter(
    db: &Db,
    by: Command,
    slug: String,
    corrects: Option<EventId>,
    typed: EventForm,
    reason: String,
) -> Result<EventId, AppError> {
    let today = day_in(HOME_ZONE, by.at);
    let new = sound(&typed, today)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::RecordEvents).await?;
            let reason = match corrects {
                Some(_) => Some(text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?),
                None => None,
            };
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let id = new_id();
            let clearance = if new.held { Field::HeldEvent.clearance() } else { Field::PlannedEvent.clearance() };
            execute!(
                conn,
                "insert into lifecycle_events (id, agreement_id, kind, note, held, standing, standing_reason, clearance, illustrative, \
                 entry, entered_at) values ($1,$2,$3,$4,$5,'stands','',$6,$7, \
                 (select coalesce(max(entry), 0) + 1 from lifecycle_events where agreement_id = $2), $8)",
                id,
                agreement.0,
                new.kind.code(),
                new.note,
                new.held,
                clearance.rank(),
                new.illustrative,
                by.at
            )?;
            for (position, claim) in new.claims.iter().enumerate() {
                execute!(
                    conn,
                    "insert into lifecycle_claims (event_id, position, starts, ends, date_precision, place, publisher, title, preferred, \
                     verified) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
                    id,
                    position as i16,
                    claim.date.from(),
                    claim.date.to(),
                    claim.date.precision().code(),
                    claim.place,
                    claim.publisher,
                    claim.title,
                    position == 0,
                    claim.verified
                )?;
            }
            record.append(conn, cards::card(None, "event", id, clearance, &new.card())?).await?;
            let told = format!("{} {}", new.kind.code(), new.claims[0].date.to_text());
            if let Some(old) = corrects {
                supersede(conn, agreement, old, Standing::Corrected, Some(id), reason.as_deref().unwrap_or_default()).await?;
                let change = of_event(old.0, "correct", Some(told), reason, clearance);
                record.append(conn, change).await?;
            } else {
                record.append(conn, of_event(id, "record", Some(told), None, clearance)).await?;
            }
            restage(conn, &mut record, agreement, today).await?;
            record.finish(conn).await?;
            Ok(EventId(id))
        })
    }))
    .await
}

/// Withdraws an event entered in error. The entry stays, struck through, with the reason.
pub async fn withdraw(db: &Db, by: Command, slug: String, event: EventId, reason: String) -> Result<(), AppError> {
    let today = day_in(HOME_ZONE, by.at);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::RecordEvents).await?;
            let reason = text::paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let clearance = supersede(conn, agreement, event, Standing::Withdrawn, None, &reason).await?;
            record.append(conn, of_event(event.0, "withdraw", None, Some(reason), clearance)).await?;
            restage(conn, &mut record, agreement, today).await?;
            record.finish(conn).await
        })
    }))
    .await
}

fn of_event(id: Uuid, verb: &'static str, new: Option<String>, reason: Option<String>, clearance: Clearance) -> Change {
    Change { chapter: None, subject: "event", subject_id: id, verb, field: "event", old: None, new, reason, clearance }
}

async fn supersede(
    conn: &mut Conn,
    agreement: AgreementId,
    event: EventId,
    standing: Standing,
    by: Option<Uuid>,
    reason: &str,
) -> Result<Clearance, AppError> {
    let found: Option<(String, i16)> = fetch_optional!(
        conn,
        (String, i16),
        "select standing, clearance from lifecycle_events where id = $1 and agreement_id = $2",
        event.0,
        agreement.0
    )?;
    let (was, rank) = found.ok_or(AppError::NotFound)?;
    if was != Standing::Stands.code() {
        return Err(AppError::field("event", "event-superseded"));
    }
    execute!(
        conn,
        "update lifecycle_events set standing = $2, superseded_by = $3, standing_reason = $4 where id = $1",
        event.0,
        standing.code(),
        by,
        reason
    )?;
    Ok(Clearance::from_rank(rank).unwrap_or(Clearance::Principals))
}

row! {
    struct EventRow {
        kind: String,
        held: bool,
        standing: String,
        entry: i64,
        starts: NaiveDate,
        ends: NaiveDate,
        date_precision: String,
    }
}

/// The stage of an agreement as its events give it on a day.
pub async fn derived_stage(conn: &mut Conn, agreement: AgreementId, today: NaiveDate) -> Result<Stage, AppError> {
    let rows: Vec<EventRow> = fetch_all!(
        conn,
        EventRow,
        "select e.kind, e.held, e.standing, e.entry, c.starts, c.ends, c.date_precision from lifecycle_events e \
         join lifecycle_claims c on c.event_id = e.id and c.preferred where e.agreement_id = $1",
        agreement.0
    )?;
    let events = rows
        .iter()
        .map(|row| {
            let precision = word(&row.date_precision, Precision::from_code)?;
            Ok(Event {
                kind: word(&row.kind, EventKind::from_code)?,
                date: PartialDate::stored(row.starts, row.ends, precision)
                    .ok_or_else(|| AppError::Internal("an event ends before it starts".into()))?,
                held: row.held,
                standing: word(&row.standing, Standing::from_code)?,
                entry: row.entry,
            })
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    Ok(stage(&events, today))
}

/// Brings the projection of the stage up to date and records a change of it.
async fn restage(conn: &mut Conn, record: &mut Record, agreement: AgreementId, today: NaiveDate) -> Result<(), AppError> {
    let next = derived_stage(conn, agreement, today).await?;
    let (was,): (String,) = fetch_one!(conn, (String,), "select stage from agreements where id = $1", agreement.0)?;
    if was == next.code() {
        return Ok(());
    }
    execute!(
        conn,
        "update agreements set stage = $2, stage_order = $3 where id = $1",
        agreement.0,
        next.code(),
        next.portfolio_order()
    )?;
    let change = Change {
        chapter: None,
        subject: "agreement",
        subject_id: agreement.0,
        verb: "stage",
        field: "stage",
        old: Some(was),
        new: Some(next.code().to_owned()),
        reason: None,
        clearance: Field::Stage.clearance(),
    };
    record.append(conn, change).await
}
