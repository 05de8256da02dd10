//! Meetings: planned, edited, and taken from draft to closed.

use accord_domain::access::{Act, Roles};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::dates::PartialDate;
use accord_domain::error::Form;
use accord_domain::ids::{AgreementId, MeetingId};
use accord_domain::meeting::{self, MeetingKind, MeetingState, STATE};
use accord_domain::{AppError, FieldError, text};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::meeting_card::{CARD, Card, DELEGATES, Delegations, HEADS, Sound, Told, sound};
use super::meeting_sessions::announce_sessions;
use super::saving::{Edits, agreement_for, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::clock::{day_in, zone};
use crate::db::{Conn, Db, taken, word};

/// A meeting, as typed.
#[derive(Clone, Debug, Default)]
pub struct MeetingForm {
    pub kind: String,
    /// Blank for the usual one of the kind.
    pub address: String,
    pub number: String,
    /// Blank for the standard title of the kind.
    pub title: String,
    pub mode: String,
    pub host_party: String,
    pub place: String,
    pub zone: String,
    pub dates: String,
    pub clock: String,
    pub note: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub our_head: String,
    pub their_head: String,
    pub our_count: String,
    pub their_count: String,
    /// One a line, as those of the other side.
    pub our_delegates: String,
    pub their_delegates: String,
    pub reason: String,
    pub illustrative: bool,
}

/// Which meeting is commanded, and the version the person saw.
#[derive(Clone, Debug)]
pub struct At {
    pub slug: String,
    pub address: String,
    pub version: i64,
}

/// Refuses a host that is no party of the agreement.
async fn check_host(conn: &mut Conn, agreement: AgreementId, host: &str) -> Result<(), AppError> {
    let known: Option<(String,)> = fetch_optional!(
        conn,
        (String,),
        "select code from agreement_parties where agreement_id = $1 and code = $2",
        agreement.0,
        host
    )?;
    if host.is_empty() || known.is_some() { Ok(()) } else { Err(AppError::field("host_party", "not-a-party-here")) }
}

/// Plans a meeting, as a draft; answers its address.
pub async fn plan(db: &Db, by: Command, slug: String, typed: MeetingForm) -> Result<String, AppError> {
    let mut form = Form::default();
    let of_agreement = |code: &str| MeetingKind::from_code(code).filter(|kind| MeetingKind::OF_AGREEMENTS.contains(kind));
    let kind = form.take(text::choice("kind", &typed.kind, of_agreement));
    let read = sound(&typed, kind, &mut form);
    let address = match (kind, &read, typed.address.trim()) {
        (Some(kind), Some(read), "") => Some(meeting::usual_address(kind, read.card.number, read.dates)),
        (.., "") => None,
        (.., written) => form.take(text::slug("address", written)),
    };
    if address.as_deref() == Some("new") {
        form.refuse(FieldError::new("address", "meeting-address-taken"));
    }
    form.finish()?;
    let (Some(kind), Some(new), Some(address)) = (kind, read, address) else {
        return Err(AppError::NotFound);
    };
    let illustrative = typed.illustrative;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::HoldMeetings).await?;
            check_host(conn, agreement, &new.card.host_party).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let id = new_id();
            let clearance = meeting::clearance(kind, MeetingState::Draft, Clearance::Principals);
            let inserted = execute!(
                &mut *conn,
                "insert into meetings (id, agreement_id, kind, address, number, title, state, clearance, mode, host_party, place, zone, \
                 starts, ends, date_precision, clock, note, publisher, source_title, verified, illustrative, version, planned_at) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,1,$22)",
                id,
                agreement.0,
                kind.code(),
                address,
                new.card.number,
                new.card.title,
                MeetingState::Draft.code(),
                clearance.rank(),
                new.card.mode,
                new.card.host_party,
                new.card.place,
                new.card.zone,
                new.card.starts,
                new.card.ends,
                new.card.date_precision,
                new.card.clock,
                new.card.note,
                new.card.publisher,
                new.card.source_title,
                new.card.verified,
                illustrative,
                by.at
            );
            inserted
                .map_err(|error| taken(error, "meetings_address_taken", "meetings.address", "address", "meeting-address-taken"))?;
            execute!(
                &mut *conn,
                "insert into meeting_delegations (meeting_id, our_head, their_head, our_count, their_count) values ($1, $2, $3, $4, $5)",
                id,
                new.heads.our_head,
                new.heads.their_head,
                new.heads.our_count,
                new.heads.their_count
            )?;
            let [ours, theirs] = &new.delegates;
            execute!(
                &mut *conn,
                "insert into meeting_confidences (meeting_id, our_delegates, their_delegates, state_reason) values ($1, $2, $3, '')",
                id,
                ours,
                theirs
            )?;
            let card = Told { kind, address: &address, illustrative, values: new.card.values()? };
            record.append(conn, of_meeting(id, "plan", "meeting", None, Some(card.text()), None, clearance)).await?;
            let mut edits = edits_of(&mut record, id, None);
            heads(conn, &mut edits, &Default::default(), &new.heads.values(), clearance).await?;
            delegates(conn, &mut edits, &Default::default(), &new.delegates).await?;
            record.finish(conn).await?;
            Ok(address)
        })
    }))
    .await
}

fn of_meeting(
    id: Uuid,
    verb: &'static str,
    field: &'static str,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
    clearance: Clearance,
) -> Change {
    Change { chapter: None, subject: "meeting", subject_id: id, verb, field, old, new, reason, clearance }
}

fn edits_of(record: &mut Record, meeting: Uuid, reason: Option<String>) -> Edits<'_> {
    Edits { record, chapter: None, subject: "meeting", subject_id: meeting, reason }
}

/// Records what differs of the delegations' heads and numbers, `clearance` being the meeting's.
async fn heads(
    conn: &mut Conn,
    edits: &mut Edits<'_>,
    old: &[String; 4],
    new: &[String; 4],
    clearance: Clearance,
) -> Result<(), AppError> {
    let clearance = clearance.max(Field::MeetingHeads.clearance());
    for (name, (old, new)) in HEADS.into_iter().zip(old.iter().zip(new)) {
        edits.field(conn, name, old, new, clearance).await?;
    }
    Ok(())
}

async fn delegates(conn: &mut Conn, edits: &mut Edits<'_>, old: &[String; 2], new: &[String; 2]) -> Result<(), AppError> {
    for (name, (old, new)) in DELEGATES.into_iter().zip(old.iter().zip(new)) {
        edits.field(conn, name, old, new, Field::Delegates.clearance()).await?;
    }
    Ok(())
}

row! {
    struct Standing {
        id: Uuid,
        kind: String,
        address: String,
        state: String,
        clearance: i16,
        illustrative: bool,
        version: i64,
    }
}

/// A meeting locked for a command.
pub(super) struct Locked {
    pub agreement: AgreementId,
    pub meeting: MeetingId,
    pub roles: Roles,
    pub record: Record,
    pub kind: MeetingKind,
    pub state: MeetingState,
    pub clearance: Clearance,
    address: String,
    illustrative: bool,
    version: i64,
}

impl Locked {
    /// Finds the meeting for somebody with any role that does the act somewhere in the agreement, and locks the agreement.
    pub(super) async fn take(conn: &mut Conn, by: &Command, slug: &str, address: &str, act: Act) -> Result<Self, AppError> {
        let (agreement, roles) = agreement_for(conn, by, slug, Act::ReadReasons).await?;
        let may = roles.0.iter().any(|grant| grant.role.may(act, grant.chapter.is_some()));
        let record = if may { Record::of_agreement(conn, by, agreement).await? } else { return Err(AppError::NotFound) };
        let now: Option<Standing> = fetch_optional!(
            conn,
            Standing,
            "select id, kind, address, state, clearance, illustrative, version from meetings where agreement_id = $1 and address = $2",
            agreement.0,
            address
        )?;
        let now = now.ok_or(AppError::NotFound)?;
        Ok(Self {
            agreement,
            meeting: MeetingId(now.id),
            roles,
            record,
            kind: word(&now.kind, MeetingKind::from_code)?,
            state: word(&now.state, MeetingState::from_code)?,
            clearance: Clearance::from_rank(now.clearance).unwrap_or(Clearance::Principals),
            address: now.address,
            illustrative: now.illustrative,
            version: now.version,
        })
    }

    /// As [`Self::take`], for who holds meetings, at the version the person saw.
    async fn at(conn: &mut Conn, by: &Command, at: &At) -> Result<Self, AppError> {
        let locked = Self::take(conn, by, &at.slug, &at.address, Act::HoldMeetings).await?;
        same_version(locked.version, at.version)?;
        Ok(locked)
    }

    async fn card(&self, conn: &mut Conn) -> Result<Card, AppError> {
        fetch_one!(
            conn,
            Card,
            "select number, title, mode, host_party, place, zone, starts, ends, date_precision, clock, note, publisher, source_title, \
             verified from meetings where id = $1",
            self.meeting.0
        )
    }

    async fn heads(&self, conn: &mut Conn) -> Result<Delegations, AppError> {
        fetch_one!(
            conn,
            Delegations,
            "select our_head, their_head, our_count, their_count from meeting_delegations where meeting_id = $1",
            self.meeting.0
        )
    }
}

/// Whether a meeting of these days has begun where it is held; one whose days are not known may have.
pub(super) fn has_begun(dates: Option<PartialDate>, zone: Tz, at: DateTime<Utc>) -> bool {
    dates.is_none_or(|dates| dates.has_begun(day_in(zone, at)))
}

/// Edits what is known of a meeting; once it is closed, with a reason. Its kind and its address stay.
pub async fn edit(db: &Db, by: Command, at: At, typed: MeetingForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::at(conn, &by, &at).await?;
            let mut form = Form::default();
            let read = sound(&typed, Some(locked.kind), &mut form);
            if let Some(new) = read.as_ref().filter(|new| locked.state.is_held() && !has_begun(new.dates, new.zone, by.at)) {
                form.refuse(FieldError::with("dates", "held-in-the-future", new.card.zone.clone()));
            }
            if locked.state == MeetingState::CalledOff {
                form.refuse(FieldError::new("title", "meeting-called-off"));
            }
            if locked.state == MeetingState::Closed && typed.reason.trim().is_empty() {
                form.refuse(FieldError::new("reason", "reason-for-closed-meeting"));
            }
            form.finish()?;
            let new = read.ok_or(AppError::NotFound)?;
            check_host(conn, locked.agreement, &new.card.host_party).await?;
            let (card, now) = (locked.card(conn).await?, locked.heads(conn).await?);
            let (ours, theirs): (String, String) = fetch_one!(
                &mut *conn,
                (String, String),
                "select our_delegates, their_delegates from meeting_confidences where meeting_id = $1",
                locked.meeting.0
            )?;
            save(conn, locked.meeting, &new).await?;
            let mut edits = edits_of(&mut locked.record, locked.meeting.0, new.reason.clone());
            for (name, (old, new)) in CARD.into_iter().zip(card.values()?.iter().zip(&new.card.values()?)) {
                edits.field(conn, name, old, new, locked.clearance).await?;
            }
            heads(conn, &mut edits, &now.values(), &new.heads.values(), locked.clearance).await?;
            delegates(conn, &mut edits, &[ours, theirs], &new.delegates).await?;
            locked.record.finish(conn).await
        })
    }))
    .await
}

async fn save(conn: &mut Conn, meeting: MeetingId, new: &Sound) -> Result<(), AppError> {
    execute!(
        &mut *conn,
        "update meetings set number = $2, title = $3, mode = $4, host_party = $5, place = $6, zone = $7, starts = $8, ends = $9, \
         date_precision = $10, clock = $11, note = $12, publisher = $13, source_title = $14, verified = $15, version = version + 1 \
         where id = $1",
        meeting.0,
        new.card.number,
        new.card.title,
        new.card.mode,
        new.card.host_party,
        new.card.place,
        new.card.zone,
        new.card.starts,
        new.card.ends,
        new.card.date_precision,
        new.card.clock,
        new.card.note,
        new.card.publisher,
        new.card.source_title,
        new.card.verified
    )?;
    execute!(
        &mut *conn,
        "update meeting_delegations set our_head = $2, their_head = $3, our_count = $4, their_count = $5 where meeting_id = $1",
        meeting.0,
        new.heads.our_head,
        new.heads.their_head,
        new.heads.our_count,
        new.heads.their_count
    )?;
    let [ours, theirs] = &new.delegates;
    execute!(
        conn,
        "update meeting_confidences set our_delegates = $2, their_delegates = $3 where meeting_id = $1",
        meeting.0,
        ours,
        theirs
    )?;
    Ok(())
}

/// Takes a meeting to another state.
pub async fn move_to(db: &Db, by: Command, at: At, to: String, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::at(conn, &by, &at).await?;
            let to = MeetingState::from_code(&to).ok_or(AppError::NotFound)?;
            let reason = text::optional_paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            let card = locked.card(conn).await?;
            let venue = zone("zone", &card.zone).map_err(|error| AppError::Invalid(vec![error]))?;
            let begun = has_begun(card.dates()?, venue, by.at);
            meeting::may_move(locked.state, to, begun, reason.is_some()).map_err(|error| AppError::Invalid(vec![error]))?;
            let (from, was) = (locked.state, locked.clearance);
            let clearance = meeting::clearance(locked.kind, to, was);
            execute!(
                &mut *conn,
                "update meetings set state = $2, clearance = $3, version = version + 1 where id = $1",
                locked.meeting.0,
                to.code(),
                clearance.rank()
            )?;
            execute!(
                &mut *conn,
                "update meeting_confidences set state_reason = $2 where meeting_id = $1",
                locked.meeting.0,
                reason.clone().unwrap_or_default()
            )?;
            // Who knew of the meeting learns that it was taken back.
            let (old, new) = (Some(from.code().to_owned()), Some(to.code().to_owned()));
            let change = of_meeting(locked.meeting.0, "move", STATE, old, new, reason, clearance.min(was));
            locked.record.append(conn, change).await?;
            if clearance < was {
                announce(conn, &mut locked, card, clearance).await?;
            }
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Records all that more people may now know: what was recorded before keeps the clearance it was recorded with.
async fn announce(conn: &mut Conn, locked: &mut Locked, card: Card, clearance: Clearance) -> Result<(), AppError> {
    let told = Told { kind: locked.kind, address: &locked.address, illustrative: locked.illustrative, values: card.values()? };
    let change = of_meeting(locked.meeting.0, "announce", "meeting", None, Some(told.text()), None, clearance);
    locked.record.append(conn, change).await?;
    // The heads and the agenda are the partner's to know, never the public's.
    if clearance != Field::PlannedMeeting.clearance() {
        return Ok(());
    }
    let now = locked.heads(conn).await?;
    let mut edits = edits_of(&mut locked.record, locked.meeting.0, None);
    heads(conn, &mut edits, &Default::default(), &now.values(), clearance).await?;
    announce_sessions(conn, &mut locked.record, locked.meeting).await
}
