//! My work: what the reader owes, what waits for their decision, what changed in their chapters, what comes next.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Role};
use accord_domain::chapter::{ChapterKind, EscalationLevel};
use accord_domain::clearance::Field;
use accord_domain::dates::PartialDate;
use accord_domain::document::DocumentKind;
use accord_domain::ids::ChapterId;
use accord_domain::meeting::MeetingKind;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::action_points::{ActionPoint, owed};
use super::barriers::public::{AwaitingPublic, awaiting as awaiting_public};
use super::changes::{Of, SeenChange, Span, recent_on};
use super::document::About;
use super::house_meetings::plan::{PlanLine, of_mission};
use super::house_meetings::{HouseAheadLine, ahead as house_ahead};
use super::meetings::MeetingName;
use super::priorities::{AwaitingLine, awaiting};
use super::programme::seen;
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db, word};

/// A question escalated to the reader, or to the ministers whose answer the reader records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionLine {
    pub agreement_slug: String,
    pub agreement_name: String,
    pub chapter_address: String,
    pub chapter_kind: ChapterKind,
    pub chapter_title: String,
    pub to: EscalationLevel,
    pub question: String,
    pub since: DateTime<Utc>,
}

/// A draft that the reader may approve, or a version approved that the reader may publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    pub about: About,
    pub agreement_name: String,
    /// The meeting of a report.
    pub meeting: Option<MeetingName>,
    pub approved: bool,
    pub generated_at: DateTime<Utc>,
}

/// A meeting that lies ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AheadLine {
    pub agreement_slug: String,
    pub agreement_name: String,
    pub meeting: MeetingName,
    pub dates: Option<PartialDate>,
    pub place: String,
    pub illustrative: bool,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct WorkView {
    /// By the day it is due.
    pub owed: Vec<ActionPoint>,
    /// What a mission has to do by action plans, by the day it is due.
    pub plan: Vec<PlanLine>,
    /// The longest waiting first, as of questions and drafts.
    pub proposals: Vec<AwaitingLine>,
    pub questions: Vec<QuestionLine>,
    pub drafts: Vec<DraftLine>,
    /// Public versions of barriers.
    pub public: Vec<AwaitingPublic>,
    /// Of the last days, in the reader's own chapters or, of a reader without any, what moved in all agreements. The latest first.
    pub changes: Vec<SeenChange>,
    /// Whether those are of chapters granted to the reader.
    pub own_chapters: bool,
    /// The earliest first.
    pub ahead: Vec<AheadLine>,
    /// Those of no agreement, the earliest first.
    pub house_ahead: Vec<HouseAheadLine>,
}

impl WorkView {
    /// How many things wait for the reader's decision.
    pub fn waiting(&self) -> usize {
        self.proposals.len() + self.questions.len() + self.drafts.len() + self.public.len()
    }
}

/// Days looked back for what changed.
const BACK: u64 = 14;
/// Changes shown.
const CHANGES: i64 = 20;
/// Meetings shown.
const AHEAD: i64 = 8;

/// Loads the screen as of a day of the reader's.
pub async fn load(db: &Db, actor: &Actor, today: NaiveDate) -> Result<WorkView, AppError> {
    let (owed, proposals) = (owed(db, actor).await?, awaiting(db, actor).await?);
    let mut conn = db.read().await?;
    let chapters: Vec<(Uuid,)> = fetch_all!(
        &mut conn,
        (Uuid,),
        "select distinct g.chapter_id from grants g join chapters c on c.id = g.chapter_id join agreements a on a.id = c.agreement_id \
         where g.account_id = $1 and c.archived_at is null and a.archived_at is null",
        actor.account.0
    )?;
    let span = Span::of_days(today - chrono::Days::new(BACK), today);
    let mut changes = Vec::new();
    for (chapter,) in &chapters {
        changes.extend(recent_on(&mut conn, actor, Of::Chapter(ChapterId(*chapter)), Some(span), CHANGES).await?);
    }
    if chapters.is_empty() {
        changes = recent_on(&mut conn, actor, Of::Portfolio, Some(span), CHANGES).await?;
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    changes.truncate(CHANGES as usize);
    let (plan, house_ahead) = match seen(&mut conn, actor).await {
        Ok(seen) => (of_mission(&mut conn, &seen).await?, house_ahead(&mut conn, &seen, today, AHEAD).await?),
        Err(AppError::NotFound) => (Vec::new(), Vec::new()),
        Err(error) => return Err(error),
    };
    Ok(WorkView {
        owed,
        plan,
        house_ahead,
        proposals,
        questions: questions(&mut conn, actor).await?,
        drafts: drafts(&mut conn, actor).await?,
        public: awaiting_public(&mut conn, actor).await?,
        changes,
        own_chapters: !chapters.is_empty(),
        ahead: ahead(&mut conn, actor, today).await?,
    })
}

/// The roles that do an act throughout an agreement.
pub(super) fn doing(act: Act) -> Vec<&'static str> {
    Role::ALL.iter().filter(|role| role.may(act, false)).map(|role| role.code()).collect()
}

row! {
    struct QuestionRow {
        agreement_slug: String,
        agreement_name: String,
        chapter_address: String,
        chapter_kind: String,
        chapter_title: String,
        escalated_to: String,
        question: String,
        since: DateTime<Utc>,
    }
}

/// Questions escalated in agreements in which the actor answers them.
async fn questions(conn: &mut Conn, actor: &Actor) -> Result<Vec<QuestionLine>, AppError> {
    let rows: Vec<QuestionRow> = built_all!(conn, QuestionRow, |query| {
        query.push(
            "select a.slug as agreement_slug, a.name as agreement_name, c.address as chapter_address, c.kind as chapter_kind, \
             c.title as chapter_title, d.escalated_to, d.escalated_question as question, d.escalated_since as since \
             from chapter_confidences d join chapters c on c.id = d.chapter_id join agreements a on a.id = c.agreement_id \
             where d.escalated_to is not null and c.archived_at is null and a.archived_at is null \
             and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(" and g.role in (");
        let roles = doing(Act::AnswerEscalation);
        listed!(query, roles);
        query.push(")) order by d.escalated_since, c.id");
    })?;
    rows.into_iter()
        .map(|row| {
            Ok(QuestionLine {
                chapter_kind: word(&row.chapter_kind, ChapterKind::from_code)?,
                to: word(&row.escalated_to, EscalationLevel::from_code)?,
                agreement_slug: row.agreement_slug,
                agreement_name: row.agreement_name,
                chapter_address: row.chapter_address,
                chapter_title: row.chapter_title,
                question: row.question,
                since: row.since,
            })
        })
        .collect()
}

row! {
    struct DraftRow {
        slug: String,
        name: String,
        approved: bool,
        generated_at: DateTime<Utc>,
        meeting_address: Option<String>,
        meeting_kind: Option<String>,
        meeting_number: Option<i16>,
        meeting_title: Option<String>,
    }
}

/// Documents whose newest version waits for an approval or a publication that the actor may give.
async fn drafts(conn: &mut Conn, actor: &Actor) -> Result<Vec<DraftLine>, AppError> {
    let rows: Vec<DraftRow> = built_all!(conn, DraftRow, |query| {
        query.push(
            "select a.slug, a.name, v.approved_at is not null as approved, v.generated_at, m.address as meeting_address, \
             m.kind as meeting_kind, m.number as meeting_number, m.title as meeting_title from documents d join agreements a on a.id = d.agreement_id \
             join document_versions v on v.document_id = d.id and v.number = (select max(n.number) from document_versions n \
             where n.document_id = d.id) left join meetings m on m.id = d.about_id \
             where v.published_at is null and a.archived_at is null \
             and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(" and g.agreement_rank >= v.clearance and g.agreement_rank >= ");
        query.push_bind(Field::BriefDraft.clearance().rank());
        query.push(" and case d.kind");
        for kind in DocumentKind::ALL {
            query.push(" when ");
            query.push_bind(kind.code());
            query.push(" then g.role in (");
            let roles = doing(kind.approve_act());
            listed!(query, roles);
            query.push(")");
        }
        query.push(" end) order by v.generated_at, d.id");
    })?;
    rows.into_iter()
        .map(|row| {
            let meeting = match row.meeting_kind {
                Some(kind) => Some(MeetingName {
                    address: row.meeting_address.unwrap_or_default(),
                    kind: word(&kind, MeetingKind::from_code)?,
                    number: row.meeting_number,
                    title: row.meeting_title.unwrap_or_default(),
                }),
                None => None,
            };
            let about = match &meeting {
                Some(meeting) => About::Meeting(row.slug, meeting.address.clone()),
                None => About::Agreement(row.slug),
            };
            Ok(DraftLine { about, agreement_name: row.name, meeting, approved: row.approved, generated_at: row.generated_at })
        })
        .collect()
}

row! {
    struct AheadRow {
        agreement_slug: String,
        agreement_name: String,
        address: String,
        kind: String,
        number: Option<i16>,
        title: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        place: String,
        illustrative: bool,
    }
}

/// The next meetings that the actor may know of.
async fn ahead(conn: &mut Conn, actor: &Actor, today: NaiveDate) -> Result<Vec<AheadLine>, AppError> {
    let rows: Vec<AheadRow> = fetch_all!(
        conn,
        AheadRow,
        "select a.slug as agreement_slug, a.name as agreement_name, m.address, m.kind, m.number, m.title, m.starts, m.ends, \
         m.date_precision, m.place, m.illustrative from meetings m join agreements a on a.id = m.agreement_id \
         where m.state in ('draft', 'open', 'in-progress') and m.ends >= $2 and a.archived_at is null \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $1 and g.agreement_rank >= m.clearance) \
         order by m.starts, m.id limit $3",
        actor.account.0,
        today,
        AHEAD
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(AheadLine {
                dates: stored_dates(row.starts, row.ends, row.date_precision.as_deref())?,
                meeting: MeetingName {
                    kind: word(&row.kind, MeetingKind::from_code)?,
                    address: row.address,
                    number: row.number,
                    title: row.title,
                },
                agreement_slug: row.agreement_slug,
                agreement_name: row.agreement_name,
                place: row.place,
                illustrative: row.illustrative,
            })
        })
        .collect()
}
