//! The replay of a meeting: planned, taken step by step to where it stands, with what was written in its sessions on the way.

use accord_domain::AppError;
use accord_domain::meeting::MeetingState;
use accord_domain::paper::PaperKind;
use chrono::{DateTime, Utc};

use super::data::{Meeting, Session};
use super::replay::{CHIEF, Replay};
use crate::commands::carry_over;
use crate::commands::meeting_sessions::{self, ItemForm, SessionForm};
use crate::commands::meetings::{self, MeetingForm};
use crate::commands::papers::{self, PaperForm};

/// Plans the meeting and takes it to its state; what is said of its sessions is written before it is closed.
pub(super) async fn hold(replay: &Replay<'_>, meeting: Meeting, at: DateTime<Utc>) -> Result<(), AppError> {
    let slug = replay.agreement.slug.clone();
    let (sessions, carries, closes_later) = (meeting.sessions.clone(), meeting.carry_over, meeting.closed.is_some());
    let end = MeetingState::from_code(&meeting.state)
        .ok_or_else(|| AppError::Internal(format!("demo data: the state {}", meeting.state)))?;
    let address = meetings::plan(replay.db, replay.by(CHIEF, at)?, slug.clone(), form_of(meeting)).await?;
    let mut version = 1;
    for state in [MeetingState::Open, MeetingState::InProgress, MeetingState::Closed] {
        if state == MeetingState::Closed || state > end {
            break;
        }
        version = step(replay, &address, version, state, at).await?;
    }
    if carries {
        carry_over::take_over(replay.db, replay.by(CHIEF, at)?, slug.clone(), address.clone()).await?;
    }
    for session in sessions {
        write(replay, &address, session, at).await?;
    }
    if end == MeetingState::Closed && !closes_later {
        step(replay, &address, version, end, at).await?;
    }
    Ok(())
}

/// Closes a meeting that is under way.
pub(super) async fn close(replay: &Replay<'_>, address: &str, at: DateTime<Utc>) -> Result<(), AppError> {
    let mut conn = replay.db.read().await?;
    let (version,): (i64,) = fetch_one!(
        &mut conn,
        (i64,),
        "select m.version from meetings m join agreements a on a.id = m.agreement_id where a.slug = $1 and m.address = $2",
        replay.agreement.slug,
        address
    )?;
    drop(conn);
    step(replay, address, version, MeetingState::Closed, at).await.map(|_| ())
}

async fn step(replay: &Replay<'_>, address: &str, version: i64, state: MeetingState, at: DateTime<Utc>) -> Result<i64, AppError> {
    let place = meetings::At { slug: replay.agreement.slug.clone(), address: address.to_owned(), version };
    meetings::move_to(replay.db, replay.by(CHIEF, at)?, place, state.code().to_owned(), String::new()).await?;
    Ok(version + 1)
}

async fn write(replay: &Replay<'_>, address: &str, session: Session, at: DateTime<Utc>) -> Result<(), AppError> {
    let slug = replay.agreement.slug.clone();
    let (meeting, chapter) = (address.to_owned(), session.chapter.clone());
    let standing = standing(replay, address, &session.chapter).await?;
    let (version, mut items) = match standing {
        Some(standing) => standing,
        None => {
            let by = replay.by(CHIEF, at)?;
            meeting_sessions::add(replay.db, by, slug.clone(), meeting.clone(), chapter.clone(), true).await?;
            (1, Vec::new())
        }
    };
    items.extend(session.items.into_iter().map(|item| ItemForm {
        title: item.title,
        shared: !item.ours,
        done: item.done,
        ..ItemForm::default()
    }));
    let form = SessionForm { items, minutes: session.minutes, outcome: session.outcome, ..SessionForm::default() };
    let place = meeting_sessions::At { slug, meeting, chapter, version };
    meeting_sessions::save(replay.db, replay.by(&session.by, at)?, place.clone(), form).await?;
    for paper in session.papers {
        let kind =
            PaperKind::of_name(&paper.file).ok_or_else(|| AppError::Internal(format!("demo data: the file {}", paper.file)))?;
        let form =
            PaperForm { title: paper.title, audience: paper.audience, file_name: paper.file, kind, bytes: paper.text.into_bytes() };
        let table = papers::At { slug: place.slug.clone(), meeting: place.meeting.clone(), chapter: place.chapter.clone() };
        papers::put(replay.db, replay.by(&session.by, at)?, table, form).await?;
    }
    Ok(())
}

/// The version of a session and the items carried over into it, if the chapter is on the programme already.
async fn standing(replay: &Replay<'_>, meeting: &str, chapter: &str) -> Result<Option<(i64, Vec<ItemForm>)>, AppError> {
    let mut conn = replay.db.read().await?;
    let found: Option<(uuid::Uuid, i64)> = fetch_optional!(
        &mut conn,
        (uuid::Uuid, i64),
        "select s.id, s.version from meeting_sessions s join meetings m on m.id = s.meeting_id join chapters c on c.id = s.chapter_id \
         join agreements a on a.id = m.agreement_id where a.slug = $1 and m.address = $2 and c.address = $3",
        replay.agreement.slug,
        meeting,
        chapter
    )?;
    let Some((session, version)) = found else { return Ok(None) };
    let items: Vec<(uuid::Uuid, String, bool)> = fetch_all!(
        &mut conn,
        (uuid::Uuid, String, bool),
        "select id, title, shared from agenda_items where session_id = $1 order by position, id",
        session
    )?;
    let items = items.into_iter().map(|(id, title, shared)| ItemForm { id: Some(id), title, shared, ..ItemForm::default() });
    Ok(Some((version, items.collect())))
}

fn form_of(meeting: Meeting) -> MeetingForm {
    MeetingForm {
        kind: meeting.kind,
        address: meeting.address,
        number: meeting.number,
        title: meeting.title,
        mode: meeting.mode,
        host_party: meeting.host,
        place: meeting.place,
        zone: meeting.zone,
        dates: meeting.dates,
        clock: meeting.clock,
        note: meeting.note,
        publisher: meeting.publisher,
        source_title: meeting.source_title,
        verified: meeting.verified,
        our_head: meeting.our_head,
        their_head: meeting.their_head,
        our_count: meeting.our_count,
        their_count: meeting.their_count,
        our_delegates: meeting.our_delegates,
        their_delegates: meeting.their_delegates,
        reason: String::new(),
        illustrative: meeting.illustrative,
    }
}
