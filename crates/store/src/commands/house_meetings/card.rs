//! Such a meeting is planned, edited, and taken from draft to closed.

use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::HouseMeetingId;
use accord_domain::meeting::{self, MINUTES, MeetingKind, MeetingState};
use accord_domain::{AppError, FieldError, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{Locked, SUBJECT, keeper, of_meeting};
use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::clock::zone;
use crate::commands::meeting_card::{Sound, sound, stored_dates};
use crate::commands::meetings::{MeetingForm, has_begun};
use crate::commands::saving::{Edits, same_version, yes_or_no};
use crate::db::{Conn, Db};

/// Such a meeting, as typed.
#[derive(Clone, Debug, Default)]
pub struct HouseMeetingForm {
    /// Blank for the standard title of the kind.
    pub title: String,
    pub mode: String,
    pub place: String,
    pub zone: String,
    pub dates: String,
    pub clock: String,
    /// Its agenda, or what it is for.
    pub note: String,
    /// What came of it.
    pub outcome: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub reason: String,
    pub illustrative: bool,
}

impl HouseMeetingForm {
    /// What of it is judged as of every meeting.
    fn as_meeting(&self) -> MeetingForm {
        MeetingForm {
            title: self.title.clone(),
            mode: self.mode.clone(),
            place: self.place.clone(),
            zone: self.zone.clone(),
            dates: self.dates.clone(),
            clock: self.clock.clone(),
            note: self.note.clone(),
            publisher: self.publisher.clone(),
            source_title: self.source_title.clone(),
            verified: self.verified,
            reason: self.reason.clone(),
            ..MeetingForm::default()
        }
    }
}

/// The kind of a meeting: with a body, or without one.
pub(crate) fn kind_of(of_body: bool) -> MeetingKind {
    if of_body { MeetingKind::JointCommittee } else { MeetingKind::MissionConference }
}

fn outcome(raw: &str, state: MeetingState, form: &mut Form) -> String {
    let outcome = form.take(text::optional_text("outcome", raw, MINUTES)).flatten().unwrap_or_default();
    if !outcome.is_empty() && !state.is_held() {
        form.refuse(FieldError::new("outcome", "outcome-before-meeting"));
    }
    outcome
}

async fn body_of(conn: &mut Conn, address: &str) -> Result<Option<Uuid>, AppError> {
    if address.is_empty() {
        return Ok(None);
    }
    let row: Option<(Uuid,)> =
        fetch_optional!(conn, (Uuid,), "select id from standing_bodies where address = $1 and ended_on is null", address)?;
    row.map(|(id,)| Some(id)).ok_or(AppError::NotFound)
}

/// Plans a meeting as a draft: of the standing body of an address or, where that is blank, a conference of missions. Answers its number.
pub async fn plan(db: &Db, by: Command, body: String, typed: HouseMeetingForm) -> Result<i64, AppError> {
    keeper(&by)?;
    let mut form = Form::default();
    let read = sound(&typed.as_meeting(), Some(kind_of(!body.is_empty())), &mut form);
    outcome(&typed.outcome, MeetingState::Draft, &mut form);
    form.finish()?;
    let Sound { card, reason, .. } = read.ok_or(AppError::NotFound)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let body = body_of(conn, &body).await?;
            let id = HouseMeetingId(new_id());
            let (number,): (i64,) = fetch_one!(
                &mut *conn,
                (i64,),
                "insert into house_meetings (id, number, body_id, title, state, state_reason, mode, place, zone, starts, ends, \
                 date_precision, clock, note, outcome, publisher, source_title, verified, illustrative, version, planned_at) \
                 select $1, coalesce(max(number), 0) + 1, $2, $3, $4, '', $5, $6, $7, $8, $9, $10, $11, $12, '', $13, $14, $15, $16, 1, $17 \
                 from house_meetings returning number",
                id.0,
                body,
                card.title,
                MeetingState::Draft.code(),
                card.mode,
                card.place,
                card.zone,
                card.starts,
                card.ends,
                card.date_precision,
                card.clock,
                card.note,
                card.publisher,
                card.source_title,
                card.verified,
                typed.illustrative,
                by.at
            )?;
            record.append(conn, of_meeting(id, "plan", None, Some(card.title), reason)).await?;
            record.finish(conn).await?;
            Ok(number)
        })
    }))
    .await
}

row! {
    struct Stands {
        title: String,
        mode: String,
        place: String,
        zone: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        clock: String,
        note: String,
        outcome: String,
        publisher: String,
        source_title: String,
        verified: bool,
    }
}

async fn stands(conn: &mut Conn, id: HouseMeetingId) -> Result<Stands, AppError> {
    fetch_one!(
        conn,
        Stands,
        "select title, mode, place, zone, starts, ends, date_precision, clock, note, outcome, publisher, source_title, verified \
         from house_meetings where id = $1",
        id.0
    )
}

/// Edits what is known of a meeting, and once it is held what came of it; after it is closed, with a reason.
pub async fn edit(db: &Db, by: Command, number: i64, version: i64, typed: HouseMeetingForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::kept(conn, &by, number).await?;
            same_version(locked.version, version)?;
            let mut form = Form::default();
            let read = sound(&typed.as_meeting(), Some(kind_of(locked.body.is_some())), &mut form);
            let outcome = outcome(&typed.outcome, locked.state, &mut form);
            if let Some(new) = read.as_ref().filter(|new| locked.state.is_held() && !has_begun(new.dates, new.zone, by.at)) {
                form.refuse(FieldError::with("dates", "held-in-the-future", new.card.zone.clone()));
            }
            if locked.state == MeetingState::Closed && typed.reason.trim().is_empty() {
                form.refuse(FieldError::new("reason", "reason-for-closed-meeting"));
            }
            form.finish()?;
            locked.stands("title")?;
            let Sound { card, dates, reason, .. } = read.ok_or(AppError::NotFound)?;
            let old = stands(conn, locked.id).await?;
            execute!(
                &mut *conn,
                "update house_meetings set title = $2, mode = $3, place = $4, zone = $5, starts = $6, ends = $7, date_precision = $8, \
                 clock = $9, note = $10, outcome = $11, publisher = $12, source_title = $13, verified = $14, version = version + 1 \
                 where id = $1",
                locked.id.0,
                card.title,
                card.mode,
                card.place,
                card.zone,
                card.starts,
                card.ends,
                card.date_precision,
                card.clock,
                card.note,
                outcome,
                card.publisher,
                card.source_title,
                card.verified
            )?;
            let were = stored_dates(old.starts, old.ends, old.date_precision.as_deref())?;
            let told = |dates: Option<accord_domain::dates::PartialDate>| dates.map(|dates| dates.to_text()).unwrap_or_default();
            let mut edits = Edits { record: &mut locked.record, chapter: None, subject: SUBJECT, subject_id: locked.id.0, reason };
            for (field, old, new) in [
                ("title", old.title, card.title),
                ("mode", old.mode, card.mode),
                ("place", old.place, card.place),
                ("zone", old.zone, card.zone),
                ("dates", told(were), told(dates)),
                ("clock", old.clock, card.clock),
                ("note", old.note, card.note),
                ("outcome", old.outcome, outcome),
                ("publisher", old.publisher, card.publisher),
                ("source_title", old.source_title, card.source_title),
                ("verified", yes_or_no(old.verified).to_owned(), yes_or_no(card.verified).to_owned()),
            ] {
                edits.field(conn, field, &old, &new, Field::HouseMeeting.clearance()).await?;
            }
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Takes a meeting to another state. `version` is the one that was shown.
pub async fn move_to(db: &Db, by: Command, number: i64, version: i64, to: String, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::kept(conn, &by, number).await?;
            same_version(locked.version, version)?;
            let to = MeetingState::from_code(&to).ok_or(AppError::NotFound)?;
            let reason = text::optional_paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            let card = stands(conn, locked.id).await?;
            let venue = zone("zone", &card.zone).map_err(|error| AppError::Invalid(vec![error]))?;
            let begun = has_begun(stored_dates(card.starts, card.ends, card.date_precision.as_deref())?, venue, by.at);
            meeting::may_move(locked.state, to, begun, reason.is_some()).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(
                &mut *conn,
                "update house_meetings set state = $2, state_reason = $3, version = version + 1 where id = $1",
                locked.id.0,
                to.code(),
                reason.clone().unwrap_or_default()
            )?;
            let (old, new) = (Some(locked.state.code().to_owned()), Some(to.code().to_owned()));
            let change = of_meeting(locked.id, "state", old, new, reason);
            locked.recorded(conn, change).await
        })
    }))
    .await
}
