//! What a report says of its meeting from the record, in no language yet.
//!
//! Only fields that both sides or the public see are asked for, and of those only what the readers the report is meant for may know,
//! whoever generates it.

use accord_domain::AppError;
use accord_domain::access::{Actor, Roles};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::dates::{PartialDate, Precision};
use accord_domain::document::Part;
use accord_domain::ids::{AgreementId, MeetingId};
use accord_domain::meeting::{MeetingKind, MeetingMode, MeetingState};
use accord_domain::tracks::TextStatus;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::as_of::chapters_at;
use super::facts::Facts;
use super::meeting::sessions_in;
use super::meetings::{MeetingLine, MeetingName, meetings_of};
use super::portfolio::ChapterMark;
use crate::changes::scope_of;
use crate::clock::{HOME_ZONE, beginning_of, day_in};
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, word};
use crate::threads::revision_before;

/// The facts of one part of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReportFacts {
    Sitting(Sitting),
    InSession(Vec<Dealt>),
    NotDiscussed(Vec<Titled>),
    Movement {
        from: NaiveDate,
        to: NaiveDate,
        moves: Vec<Move>,
    },
    /// The chapters closed since the meeting was opened, and how many of all were closed at its end.
    ClosedChapters {
        now: Vec<Titled>,
        closed: usize,
        chapters: usize,
    },
    BracketCounts(Vec<Count>),
    /// None where none is planned.
    NextMeeting(Option<Next>),
}

/// The meeting itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sitting {
    pub kind: MeetingKind,
    pub number: Option<i16>,
    pub title: String,
    pub dates: Option<PartialDate>,
    pub place: String,
    pub mode: Option<MeetingMode>,
    /// Code and name of the host.
    pub host: Option<(String, String)>,
    /// Code and name of every party, the home party first.
    pub parties: Vec<(String, String)>,
    /// Ours and theirs; none for readers below the partner's clearance.
    pub delegations: Option<[Delegation; 2]>,
}

/// A side's delegation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delegation {
    pub head: String,
    pub count: Option<i16>,
}

/// A chapter, by what it is called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Titled {
    pub kind: ChapterKind,
    pub title: String,
}

/// A chapter in session: its items with whether each is done, and the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dealt {
    pub chapter: Titled,
    pub agenda: Vec<(String, bool)>,
    pub outcome: String,
}

/// A chapter whose text moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    pub chapter: Titled,
    pub from: TextStatus,
    pub to: TextStatus,
}

/// Open brackets of a chapter when the meeting was opened, and at its end; none before a chapter was opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Count {
    pub chapter: Titled,
    pub before: Option<i64>,
    pub after: i64,
}

/// The meeting that follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Next {
    pub kind: MeetingKind,
    pub number: Option<i16>,
    pub title: String,
    pub dates: Option<PartialDate>,
    pub place: String,
}

impl Titled {
    fn of(mark: &ChapterMark) -> Self {
        Self { kind: mark.kind, title: mark.title.clone() }
    }
}

row! {
    struct Row {
        address: String,
        kind: String,
        number: Option<i16>,
        title: String,
        state: String,
        mode: String,
        host_party: String,
        place: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        our_head: String,
        their_head: String,
        our_count: Option<i16>,
        their_count: Option<i16>,
    }
}

/// The facts of each generated part for readers of a clearance, as the record stands at an instant. A part of which those readers may
/// know nothing has none.
pub async fn gather(
    conn: &mut Conn,
    actor: &Actor,
    (agreement, meeting): (AgreementId, MeetingId),
    readers: Clearance,
    at: DateTime<Utc>,
) -> Result<Vec<(Part, Facts)>, AppError> {
    let row: Row = fetch_one!(
        &mut *conn,
        Row,
        "select m.address, m.kind, m.number, m.title, m.state, m.mode, m.host_party, m.place, m.starts, m.ends, m.date_precision, \
         d.our_head, d.their_head, d.our_count, d.their_count from meetings m join meeting_delegations d on d.meeting_id = m.id \
         where m.id = $1",
        meeting.0
    )?;
    let kind = word(&row.kind, MeetingKind::from_code)?;
    let state = word(&row.state, MeetingState::from_code)?;
    let dates = stored_dates(row.starts, row.ends, row.date_precision.as_deref())?;
    let name = MeetingName { address: row.address.clone(), kind, number: row.number, title: row.title.clone() };
    let next = next(conn, agreement, (&name, dates), readers).await?;
    let mut facts = vec![(Part::Sitting, ReportFacts::Sitting(sitting(conn, agreement, row, (kind, dates), readers).await?))];
    if readers >= Field::SharedAgenda.clearance().max(Field::Outcome.clearance()) {
        facts.push((Part::InSession, ReportFacts::InSession(dealt(conn, meeting, kind).await?)));
    }
    if readers >= Field::TextTrack.clearance().max(Field::OpenBrackets.clearance()) {
        let stretch = Stretch::of(conn, (agreement, meeting), state, dates, at).await?;
        let before = chapters_at(conn, actor, agreement, stretch.before).await?;
        let after = chapters_at(conn, actor, agreement, stretch.after).await?;
        let dealt_with = chapters_in(conn, meeting).await?;
        facts.extend(of_chapters(&stretch, &before, &after, &dealt_with));
    }
    // That nothing is planned is no less the partner's to know than what is.
    if next.is_some() || readers >= Field::PlannedMeeting.clearance() {
        facts.push((Part::NextMeeting, ReportFacts::NextMeeting(next)));
    }
    Ok(facts.into_iter().map(|(part, facts)| (part, Facts::Report(facts))).collect())
}

async fn sitting(
    conn: &mut Conn,
    agreement: AgreementId,
    row: Row,
    (kind, dates): (MeetingKind, Option<PartialDate>),
    readers: Clearance,
) -> Result<Sitting, AppError> {
    let parties: Vec<(String, String)> = fetch_all!(
        conn,
        (String, String),
        "select code, name from agreement_parties where agreement_id = $1 order by position",
        agreement.0
    )?;
    let delegations =
        [Delegation { head: row.our_head, count: row.our_count }, Delegation { head: row.their_head, count: row.their_count }];
    Ok(Sitting {
        kind,
        number: row.number,
        title: row.title,
        dates,
        place: row.place,
        mode: MeetingMode::from_code(&row.mode),
        host: parties.iter().find(|(code, _)| *code == row.host_party).cloned(),
        parties,
        delegations: (readers >= Field::MeetingHeads.clearance()).then_some(delegations),
    })
}

/// What was dealt with: as the partner knows it where the partner took part, else as the delegation does. Minutes are never told.
async fn dealt(conn: &mut Conn, meeting: MeetingId, kind: MeetingKind) -> Result<Vec<Dealt>, AppError> {
    let known = if kind.is_with_partner() { Clearance::Partner } else { Clearance::Delegation };
    let sessions = sessions_in(conn, meeting, known, &Roles::default()).await?;
    let told = sessions.into_iter().map(|session| Dealt {
        chapter: Titled { kind: session.chapter_kind, title: session.chapter_title },
        agenda: session.agenda.into_iter().map(|item| (item.title, item.done)).collect(),
        outcome: session.outcome,
    });
    Ok(told.collect())
}

async fn chapters_in(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<String>, AppError> {
    let addresses: Vec<(String,)> = fetch_all!(
        conn,
        (String,),
        "select c.address from meeting_sessions s join chapters c on c.id = s.chapter_id where s.meeting_id = $1",
        meeting.0
    )?;
    Ok(addresses.into_iter().map(|(address,)| address).collect())
}

/// The meeting that follows, as far as the readers may know of it: planned ones are the partner's to know.
async fn next(
    conn: &mut Conn,
    agreement: AgreementId,
    (name, dates): (&MeetingName, Option<PartialDate>),
    readers: Clearance,
) -> Result<Option<Next>, AppError> {
    let lines = meetings_of(conn, agreement, readers.min(Field::PlannedMeeting.clearance())).await?;
    let follows = |line: &MeetingLine| {
        let later = match (dates, line.dates) {
            (Some(own), Some(other)) => other.order() > own.order(),
            _ => name.number.zip(line.name.number).is_some_and(|(own, other)| other > own),
        };
        later && line.name.address != name.address && line.state != MeetingState::CalledOff && line.name.kind.is_with_partner()
    };
    // They come the latest first.
    let line = lines.into_iter().rfind(follows);
    Ok(line.map(|line| Next {
        kind: line.name.kind,
        number: line.name.number,
        title: line.name.title,
        dates: line.dates,
        place: line.place,
    }))
}

/// The stretch of the record that belongs to a meeting: from its first day or its opening, whichever is earlier, to its last day or its
/// closing, whichever is later; while it is under way, up to now.
struct Stretch {
    /// The last revision before it, and the last one in it.
    before: i64,
    after: i64,
    from: NaiveDate,
    to: NaiveDate,
}

impl Stretch {
    async fn of(
        conn: &mut Conn,
        (agreement, meeting): (AgreementId, MeetingId),
        state: MeetingState,
        dates: Option<PartialDate>,
        at: DateTime<Utc>,
    ) -> Result<Self, AppError> {
        let scope = scope_of(agreement);
        let steps: Vec<(i64, DateTime<Utc>, Option<String>)> = fetch_all!(
            &mut *conn,
            (i64, DateTime<Utc>, Option<String>),
            "select ch.revision, ch.at, ch.new from threads t join thread_steps s on s.scope = t.scope and s.thread = t.thread \
             join changes ch on ch.scope = s.scope and ch.revision = s.revision and ch.ordinal = s.ordinal \
             where t.scope = $1 and t.subject_id = $2 and t.field = 'state' order by ch.revision",
            scope,
            meeting.0
        )?;
        let at_state =
            |state: MeetingState| move |step: &&(i64, DateTime<Utc>, Option<String>)| step.2.as_deref() == Some(state.code());
        let opened = steps.iter().find(at_state(MeetingState::InProgress)).map(|(revision, at, _)| (*revision, *at));
        let closed = steps.iter().rfind(at_state(MeetingState::Closed)).map(|(revision, at, _)| (*revision, *at));
        // Of a day until which it lasted, the beginning is not known.
        let first = dates.filter(|dates| dates.precision() != Precision::Until).map(|dates| beginning_of(HOME_ZONE, dates.from()));
        let last = dates.map(|dates| beginning_of(HOME_ZONE, dates.to().checked_add_days(Days::new(1)).unwrap_or(dates.to())));
        let now = at + TimeDelta::microseconds(1);
        let (opening, opened_at) = opened.unwrap_or((1, at));
        let from = first.map_or(opened_at, |first| first.min(opened_at));
        let before = match first {
            Some(first) => revision_before(conn, &scope, first).await?.min(opening - 1),
            None => opening - 1,
        };
        let (after, until) = match closed.filter(|_| state == MeetingState::Closed) {
            Some((closing, closed_at)) => {
                let last = last.map_or(closed_at, |last| last.min(now));
                (revision_before(conn, &scope, last).await?.max(closing), closed_at.max(last - TimeDelta::microseconds(1)))
            }
            None => (revision_before(conn, &scope, now).await?, at),
        };
        Ok(Self { before, after, from: day_in(HOME_ZONE, from), to: day_in(HOME_ZONE, until) })
    }
}

fn of_chapters(
    stretch: &Stretch,
    before: &[ChapterMark],
    after: &[ChapterMark],
    dealt_with: &[String],
) -> Vec<(Part, ReportFacts)> {
    let was = |mark: &ChapterMark| before.iter().find(|earlier| earlier.address == mark.address);
    let text_of = |mark: &ChapterMark| was(mark).map_or(TextStatus::NotStarted, |earlier| earlier.text);
    let is_closed = |mark: &&ChapterMark| mark.text.counts_as_closed();
    let has_moved = |mark: &&ChapterMark| text_of(mark) != mark.text;
    let has_other_brackets = |mark: &ChapterMark| was(mark).is_some_and(|earlier| earlier.open_brackets != mark.open_brackets);
    // What moved was dealt with, be it outside a session.
    let is_left = |mark: &&ChapterMark| !dealt_with.contains(&mark.address) && !has_moved(mark) && !has_other_brackets(mark);
    let left = after.iter().filter(is_left);
    let not_discussed = left.map(Titled::of).collect();
    let moves =
        after.iter().filter(has_moved).map(|mark| Move { chapter: Titled::of(mark), from: text_of(mark), to: mark.text }).collect();
    let now = after.iter().filter(is_closed).filter(|mark| !text_of(mark).counts_as_closed()).map(Titled::of).collect();
    let counts = after.iter().map(|mark| Count {
        chapter: Titled::of(mark),
        before: was(mark).map(|earlier| earlier.open_brackets),
        after: mark.open_brackets,
    });
    vec![
        (Part::NotDiscussed, ReportFacts::NotDiscussed(not_discussed)),
        (Part::Movement, ReportFacts::Movement { from: stretch.from, to: stretch.to, moves }),
        (
            Part::ClosedChapters,
            ReportFacts::ClosedChapters { now, closed: after.iter().filter(is_closed).count(), chapters: after.len() },
        ),
        (
            Part::BracketCounts,
            ReportFacts::BracketCounts(counts.filter(|count| count.after > 0 || count.before.unwrap_or_default() > 0).collect()),
        ),
    ]
}
