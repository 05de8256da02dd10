//! One meeting: its card, its delegations, its sessions, each clearance's part read by itself.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Roles};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::{Clearance, Field};
use accord_domain::dates::PartialDate;
use accord_domain::document::DocumentKind;
use accord_domain::ids::{AgreementId, ChapterId, MeetingId};
use accord_domain::meeting::{MeetingKind, MeetingMode, MeetingState};
use accord_domain::tracks::{TextStatus, Track};
use chrono::{DateTime, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use uuid::Uuid;

use super::action_points::{self, ActionPoint};
use super::document::{Lead, lead_to};
use super::meetings::{MeetingLine, MeetingName, meetings_of};
use super::papers::{self, PaperLine};
use super::portfolio::{ChapterMark, chapters_of};
use crate::actor::roles_in;
use crate::clock::{HOME_ZONE, instant_of};
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db, word};

/// Who leads the delegations, and how many come; known to both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegations {
    pub our_head: String,
    pub their_head: String,
    pub our_count: Option<i16>,
    pub their_count: Option<i16>,
}

/// What the delegation knows of a meeting beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingConfidences {
    /// The delegates, one a line.
    pub our_delegates: String,
    pub their_delegates: String,
    /// Why it was last taken back, reopened or called off.
    pub state_reason: String,
}

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaLine {
    pub id: Uuid,
    pub title: String,
    pub shared: bool,
    pub done: bool,
    /// The meeting it was left open at.
    pub from: Option<MeetingName>,
    /// The meeting that took it up.
    pub to: Option<MeetingName>,
}

/// A session.
#[derive(Clone, Debug)]
pub struct SessionView {
    pub chapter: ChapterId,
    pub chapter_address: String,
    pub chapter_kind: ChapterKind,
    pub chapter_number: i16,
    pub chapter_title: String,
    /// Where the chapter's text stands now.
    pub text: TextStatus,
    pub open_brackets: i64,
    pub agenda: Vec<AgendaLine>,
    /// In the order they were put; none where sessions are read for no reader.
    pub papers: Vec<PaperLine>,
    /// None below the delegation's clearance.
    pub minutes: Option<String>,
    pub outcome: String,
    pub illustrative: bool,
    /// Versions of the session and of its chapter; 0 for a reader who does not write in it.
    pub version: i64,
    pub chapter_version: i64,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct MeetingView {
    pub agreement: AgreementId,
    pub agreement_slug: String,
    pub agreement_name: String,
    pub archived: bool,
    pub id: MeetingId,
    pub name: MeetingName,
    pub state: MeetingState,
    pub mode: Option<MeetingMode>,
    /// Code and name of the host.
    pub host: Option<(String, String)>,
    /// Code and name of every party, the home party first.
    pub parties: Vec<(String, String)>,
    pub place: String,
    pub zone: Tz,
    pub dates: Option<PartialDate>,
    pub clock: Option<NaiveTime>,
    pub note: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub illustrative: bool,
    /// 0 for a reader who does not hold meetings here.
    pub version: i64,
    /// None below the partner's clearance.
    pub delegations: Option<Delegations>,
    /// None below the delegation's clearance.
    pub confidences: Option<MeetingConfidences>,
    /// None below the partner's clearance.
    pub sessions: Option<Vec<SessionView>>,
    /// Chapters the reader may put on the programme: not on it yet.
    pub addable: Vec<ChapterMark>,
    /// Unfinished items of closed meetings that no later one took up; 0 where none could be taken up here.
    pub to_carry_over: i64,
    /// Action points left open at closed meetings and not on the table here; 0 where none could be taken up here.
    pub points_to_carry_over: usize,
    /// Agreed here or carried over to here, open ones first; none below the delegation's clearance.
    pub action_points: Vec<ActionPoint>,
    /// Whether the reader agrees action points of the agreement or of a chapter.
    pub keeps_points: bool,
    /// Of a closed meeting: those not closed yet that may take up what is left open here, the earliest first.
    pub waiting: Vec<MeetingLine>,
    /// What leads to its report, once it has begun, where the reader may see one or may draft it.
    pub report: Option<Lead>,
    pub roles: Roles,
}

impl MeetingView {
    /// Whether the reader does the act here now.
    pub fn may(&self, act: Act) -> bool {
        self.roles.may(act) && !self.archived
    }

    /// Whether the reader writes in a chapter's session now.
    pub fn may_write(&self, chapter: ChapterId) -> bool {
        self.state.takes_words() && !self.archived && self.roles.may_in_chapter(chapter, Act::WriteSessions)
    }

    /// The instant it opens, on the clocks of the venue.
    pub fn opens(&self) -> Option<DateTime<Tz>> {
        let (dates, clock) = (self.dates?, self.clock?);
        instant_of("clock", self.zone, dates.from(), clock).ok()
    }
}

row! {
    struct Row {
        agreement_id: Uuid,
        slug: String,
        agreement_name: String,
        archived: bool,
        id: Uuid,
        kind: String,
        address: String,
        number: Option<i16>,
        title: String,
        state: String,
        mode: String,
        host_party: String,
        place: String,
        zone: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        clock: String,
        note: String,
        publisher: String,
        source_title: String,
        verified: bool,
        illustrative: bool,
        version: i64,
        /// None below the partner's clearance, as all of the delegations.
        our_head: Option<String>,
        their_head: Option<String>,
        our_count: Option<i16>,
        their_count: Option<i16>,
        /// None below the delegation's clearance, as all of the confidences.
        our_delegates: Option<String>,
        their_delegates: Option<String>,
        state_reason: Option<String>,
    }
}

/// Loads a meeting the actor may see.
pub async fn load(db: &Db, actor: &Actor, slug: &str, address: &str) -> Result<MeetingView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<Row> = fetch_optional!(
        &mut conn,
        Row,
        "select m.agreement_id, a.slug, a.name as agreement_name, a.archived_at is not null as archived, m.id, m.kind, m.address, m.number, \
         m.title, m.state, m.mode, m.host_party, m.place, m.zone, m.starts, m.ends, m.date_precision, m.clock, m.note, m.publisher, \
         m.source_title, m.verified, m.illustrative, m.version, d.our_head, d.their_head, d.our_count, d.their_count, c.our_delegates, \
         c.their_delegates, c.state_reason from agreements a \
         join (select agreement_id, max(agreement_rank) as clearance from grants where account_id = $3 group by agreement_id) g \
         on g.agreement_id = a.id join meetings m on m.agreement_id = a.id and m.clearance <= g.clearance \
         left join meeting_delegations d on d.meeting_id = m.id and g.clearance >= 1 \
         left join meeting_confidences c on c.meeting_id = m.id and g.clearance >= 2 where a.slug = $1 and m.address = $2",
        slug,
        address,
        actor.account.0
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let (agreement, id) = (AgreementId(row.agreement_id), MeetingId(row.id));
    let roles = roles_in(&mut conn, actor, agreement).await?;
    let clearance = roles.clearance().ok_or(AppError::NotFound)?;
    let kind = word(&row.kind, MeetingKind::from_code)?;
    let state = word(&row.state, MeetingState::from_code)?;
    let parties: Vec<(String, String)> = fetch_all!(
        &mut conn,
        (String, String),
        "select code, name from agreement_parties where agreement_id = $1 order by position",
        agreement.0
    )?;
    let sessions = if clearance >= Field::SharedAgenda.clearance() {
        let mut sessions = sessions_in(&mut conn, id, clearance, &roles).await?;
        for (chapter, paper) in papers::in_meeting(&mut conn, actor, id).await? {
            sessions.iter_mut().filter(|session| session.chapter == chapter).for_each(|session| session.papers.push(paper.clone()));
        }
        Some(sessions)
    } else {
        None
    };
    let addable = addable(&mut conn, actor, agreement, id, &roles).await?;
    let takes_up = state.takes_words() && kind.is_with_partner() && roles.may(Act::HoldMeetings);
    let to_carry_over = if takes_up { left_open(&mut conn, agreement, id).await? } else { 0 };
    let points_left = if takes_up { action_points::left_open(&mut conn, agreement, id).await?.len() } else { 0 };
    let lines = meetings_of(&mut conn, agreement, clearance).await?;
    let report =
        if state.is_held() { lead_to(&mut conn, actor, (DocumentKind::Report, id.0), &roles, row.archived).await? } else { None };
    Ok(MeetingView {
        agreement,
        id,
        name: MeetingName { address: row.address, kind, number: row.number, title: row.title },
        state,
        mode: MeetingMode::from_code(&row.mode),
        host: parties.iter().find(|(code, _)| *code == row.host_party).cloned(),
        parties,
        zone: row.zone.parse().unwrap_or(HOME_ZONE),
        dates: stored_dates(row.starts, row.ends, row.date_precision.as_deref())?,
        clock: NaiveTime::parse_from_str(&row.clock, "%H:%M").ok(),
        delegations: row.our_head.zip(row.their_head).map(|(our_head, their_head)| Delegations {
            our_head,
            their_head,
            our_count: row.our_count,
            their_count: row.their_count,
        }),
        confidences: row.our_delegates.zip(row.their_delegates).map(|(our_delegates, their_delegates)| MeetingConfidences {
            our_delegates,
            their_delegates,
            state_reason: row.state_reason.unwrap_or_default(),
        }),
        sessions,
        addable,
        to_carry_over,
        points_to_carry_over: points_left,
        action_points: action_points::load(&mut conn, actor, action_points::Of::Meeting(id), None).await?,
        keeps_points: roles.0.iter().any(|grant| grant.role.may(Act::KeepActionPoints, grant.chapter.is_some())),
        waiting: if state == MeetingState::Closed { waiting(lines) } else { Vec::new() },
        report,
        agreement_slug: row.slug,
        agreement_name: row.agreement_name,
        archived: row.archived,
        place: row.place,
        note: row.note,
        publisher: row.publisher,
        source_title: row.source_title,
        verified: row.verified,
        illustrative: row.illustrative,
        version: if roles.may(Act::HoldMeetings) { row.version } else { 0 },
        roles,
    })
}

/// The meetings with the partner that are still to come or under way.
fn waiting(mut lines: Vec<MeetingLine>) -> Vec<MeetingLine> {
    lines.retain(|line| line.state.takes_words() && line.name.kind.is_with_partner());
    lines.reverse();
    lines
}

async fn addable(
    conn: &mut Conn,
    actor: &Actor,
    agreement: AgreementId,
    meeting: MeetingId,
    roles: &Roles,
) -> Result<Vec<ChapterMark>, AppError> {
    if !roles.0.iter().any(|grant| grant.role.may(Act::WriteSessions, grant.chapter.is_some())) {
        return Ok(Vec::new());
    }
    let open: Vec<(Uuid, String)> = fetch_all!(
        &mut *conn,
        (Uuid, String),
        "select c.id, c.address from chapters c where c.agreement_id = $1 and c.archived_at is null \
         and not exists (select 1 from meeting_sessions s where s.meeting_id = $2 and s.chapter_id = c.id)",
        agreement.0,
        meeting.0
    )?;
    let writes = |(id, _): &&(Uuid, String)| roles.may_in_chapter(ChapterId(*id), Act::WriteSessions);
    let addresses: Vec<&String> = open.iter().filter(writes).map(|(_, address)| address).collect();
    let marks = chapters_of(conn, actor, agreement).await?;
    Ok(marks.into_iter().filter(|mark| addresses.contains(&&mark.address)).collect())
}

async fn left_open(conn: &mut Conn, agreement: AgreementId, meeting: MeetingId) -> Result<i64, AppError> {
    let (count,): (i64,) = fetch_one!(
        conn,
        (i64,),
        "select count(*) from agenda_items i join meeting_sessions s on s.id = i.session_id join meetings m on m.id = s.meeting_id \
         join chapters c on c.id = s.chapter_id where m.agreement_id = $1 and m.id <> $2 and m.state = 'closed' \
         and m.kind <> 'internal-preparation' and not i.done and c.archived_at is null \
         and not exists (select 1 from agenda_items l where l.carried_from = i.id)",
        agreement.0,
        meeting.0
    )?;
    Ok(count)
}

row! {
    struct SessionRow {
        id: Uuid,
        chapter_id: Uuid,
        chapter_address: String,
        chapter_kind: String,
        chapter_number: i16,
        chapter_title: String,
        text_status: String,
        open_brackets: i64,
        minutes: Option<String>,
        outcome: String,
        illustrative: bool,
        version: i64,
        chapter_version: i64,
    }
}

pub(super) async fn sessions_in(
    conn: &mut Conn,
    meeting: MeetingId,
    clearance: Clearance,
    roles: &Roles,
) -> Result<Vec<SessionView>, AppError> {
    let rows: Vec<SessionRow> = fetch_all!(
        &mut *conn,
        SessionRow,
        "select s.id, s.chapter_id, c.address as chapter_address, c.kind as chapter_kind, c.number as chapter_number, \
         c.title as chapter_title, c.text_status, c.open_brackets, n.minutes, s.outcome, s.illustrative, s.version, \
         c.version as chapter_version from meeting_sessions s join chapters c on c.id = s.chapter_id \
         left join session_minutes n on n.session_id = s.id and cast($2 as smallint) >= 2 \
         where s.meeting_id = $1 order by c.number, c.address",
        meeting.0,
        clearance.rank()
    )?;
    let mut sessions = Vec::with_capacity(rows.len());
    let mut items = agenda_in(conn, meeting, clearance).await?;
    for row in rows {
        let chapter = ChapterId(row.chapter_id);
        let writes = roles.may_in_chapter(chapter, Act::WriteSessions);
        let (agenda, others) = items.into_iter().partition(|(session, _)| *session == row.id);
        items = others;
        let agenda: Vec<(Uuid, AgendaLine)> = agenda;
        sessions.push(SessionView {
            chapter,
            chapter_kind: word(&row.chapter_kind, ChapterKind::from_code)?,
            text: word(&row.text_status, TextStatus::from_code)?,
            agenda: agenda.into_iter().map(|(_, line)| line).collect(),
            papers: Vec::new(),
            minutes: (clearance >= Field::Minutes.clearance()).then(|| row.minutes.unwrap_or_default()),
            chapter_address: row.chapter_address,
            chapter_number: row.chapter_number,
            chapter_title: row.chapter_title,
            open_brackets: row.open_brackets,
            outcome: row.outcome,
            illustrative: row.illustrative,
            version: if writes { row.version } else { 0 },
            chapter_version: if writes { row.chapter_version } else { 0 },
        });
    }
    Ok(sessions)
}

row! {
    struct ItemRow {
        id: Uuid,
        session_id: Uuid,
        title: String,
        shared: bool,
        done: bool,
        from_address: Option<String>,
        from_kind: Option<String>,
        from_number: Option<i16>,
        from_title: Option<String>,
        to_address: Option<String>,
        to_kind: Option<String>,
        to_number: Option<i16>,
        to_title: Option<String>,
    }
}

/// The items of a meeting's sessions that a clearance sees, each with its session.
async fn agenda_in(conn: &mut Conn, meeting: MeetingId, clearance: Clearance) -> Result<Vec<(Uuid, AgendaLine)>, AppError> {
    let rows: Vec<ItemRow> = fetch_all!(
        conn,
        ItemRow,
        "select i.id, i.session_id, i.title, i.shared, i.done, f.address as from_address, f.kind as from_kind, f.number as from_number, \
         f.title as from_title, t.address as to_address, t.kind as to_kind, t.number as to_number, t.title as to_title \
         from agenda_items i join meeting_sessions s on s.id = i.session_id \
         left join agenda_items fi on fi.id = i.carried_from left join meeting_sessions fs on fs.id = fi.session_id \
         left join meetings f on f.id = fs.meeting_id and f.clearance <= $2 \
         left join agenda_items ti on ti.carried_from = i.id left join meeting_sessions ts on ts.id = ti.session_id \
         left join meetings t on t.id = ts.meeting_id and t.clearance <= $2 \
         where s.meeting_id = $1 and (i.shared or cast($2 as smallint) >= 2) order by i.position, i.id",
        meeting.0,
        clearance.rank()
    )?;
    let name = |address: Option<String>, kind: Option<String>, number, title: Option<String>| match (address, kind) {
        (Some(address), Some(kind)) => {
            let kind = word(&kind, MeetingKind::from_code)?;
            Ok::<_, AppError>(Some(MeetingName { address, kind, number, title: title.unwrap_or_default() }))
        }
        _ => Ok(None),
    };
    rows.into_iter()
        .map(|row| {
            let line = AgendaLine {
                id: row.id,
                title: row.title,
                shared: row.shared,
                done: row.done,
                from: name(row.from_address, row.from_kind, row.from_number, row.from_title)?,
                to: name(row.to_address, row.to_kind, row.to_number, row.to_title)?,
            };
            Ok((row.session_id, line))
        })
        .collect()
}
