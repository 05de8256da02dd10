//! One chapter, each clearance's part read by itself.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Roles};
use accord_domain::chapter::{ChapterKind, EscalationLevel};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::ids::{AgreementId, ChapterId};
use accord_domain::lifecycle::Stage;
use accord_domain::tracks::{MarketAccessStatus, TextStatus, Track};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::action_points::{self, ActionPoint};
use super::barriers::{self, list::BarrierLine};
use super::changes::{Of, SeenChange, recent_on};
use super::consultations::{Heard, of_chapter};
use super::meetings::{ChapterSession, sessions_of};
use super::priorities::{AreaLine, areas_of};
use super::stances::{StanceLine, of_chapter as stances_on};
use crate::actor::roles_in;
use crate::db::{Db, word};

/// A question escalated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    pub to: EscalationLevel,
    pub question: String,
    pub since: DateTime<Utc>,
}

/// What the delegation knows of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterConfidences {
    /// None where the kind has no market access.
    pub market: Option<(MarketAccessStatus, DateTime<Utc>)>,
    /// The reason and since when.
    pub parked: Option<(String, DateTime<Utc>)>,
    pub escalated: Option<Escalation>,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct ChapterView {
    pub agreement_id: AgreementId,
    pub agreement_slug: String,
    pub agreement_name: String,
    pub stage: Stage,
    pub id: ChapterId,
    pub kind: ChapterKind,
    pub address: String,
    pub number: i16,
    pub title: String,
    pub text: TextStatus,
    pub text_since: DateTime<Utc>,
    pub our_lead: String,
    pub their_lead: String,
    pub line_ministry: String,
    pub target_round: String,
    pub open_brackets: i64,
    pub illustrative: bool,
    /// 0 for a reader who edits nothing here: it rises with every command, also with one above the reader's clearance.
    pub version: i64,
    /// None below the delegation's clearance.
    pub confidences: Option<ChapterConfidences>,
    /// None below the chapter team's clearance.
    pub note: Option<String>,
    /// The latest first.
    pub sessions: Vec<ChapterSession>,
    /// The priority areas linked to it; none below the delegation's clearance.
    pub priorities: Vec<AreaLine>,
    /// Open ones first, by the day they are due; none below the delegation's clearance.
    pub action_points: Vec<ActionPoint>,
    pub changes: Vec<SeenChange>,
    /// What exporters and others are asked on it; none below the delegation's clearance.
    pub consultations: Option<Vec<Heard>>,
    /// How stakeholders stand to it, as it was heard elsewhere; none below the delegation's clearance.
    pub stances: Vec<StanceLine>,
    /// Those linked to the chapter; none below the delegation's clearance.
    pub barriers: Option<Vec<BarrierLine>>,
    pub roles: Roles,
}

impl ChapterView {
    /// Whether the reader does the act in this chapter.
    pub fn may(&self, act: Act) -> bool {
        self.roles.may_in_chapter(self.id, act)
    }
}

row! {
    struct Row {
        agreement_id: Uuid,
        slug: String,
        name: String,
        stage: String,
        id: Uuid,
        kind: String,
        address: String,
        number: i16,
        title: String,
        text_status: String,
        text_since: DateTime<Utc>,
        our_lead: String,
        their_lead: String,
        line_ministry: String,
        target_round: String,
        open_brackets: i64,
        illustrative: bool,
        version: i64,
        /// None below the delegation's clearance, as all of the confidences.
        market_status: Option<String>,
        market_since: Option<DateTime<Utc>>,
        parked_reason: Option<String>,
        parked_since: Option<DateTime<Utc>>,
        escalated_to: Option<String>,
        escalated_question: Option<String>,
        escalated_since: Option<DateTime<Utc>>,
        /// None below the chapter team's clearance, or where none was written.
        note: Option<String>,
    }
}

/// Changes shown in the chapter's history.
const HISTORY: i64 = 50;

/// Loads a chapter the actor may see.
pub async fn load(db: &Db, actor: &Actor, slug: &str, address: &str) -> Result<ChapterView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<Row> = fetch_optional!(
        &mut conn,
        Row,
        "select c.agreement_id, a.slug, a.name, a.stage, c.id, c.kind, c.address, c.number, c.title, c.text_status, c.text_since, c.our_lead, \
         c.their_lead, c.line_ministry, c.target_round, c.open_brackets, c.illustrative, c.version, d.market_status, d.market_since, d.parked_reason, \
         d.parked_since, d.escalated_to, d.escalated_question, d.escalated_since, n.note \
         from chapters c join agreements a on a.id = c.agreement_id \
         left join chapter_confidences d on d.chapter_id = c.id and (select max(case when g.chapter_id = c.id then g.chapter_rank else g.agreement_rank end) \
         from grants g where g.agreement_id = c.agreement_id and g.account_id = $3) >= 2 \
         left join chapter_notes n on n.chapter_id = c.id and (select max(case when g.chapter_id = c.id then g.chapter_rank else g.agreement_rank end) \
         from grants g where g.agreement_id = c.agreement_id and g.account_id = $3) >= 3 \
         where a.slug = $1 and c.address = $2 and a.archived_at is null and c.archived_at is null \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $3 and g.agreement_rank >= 1)",
        slug,
        address,
        actor.account.0
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let (agreement_id, id) = (AgreementId(row.agreement_id), ChapterId(row.id));
    let roles = roles_in(&mut conn, actor, agreement_id).await?;
    let clearance = roles.clearance_in_chapter(id).ok_or(AppError::NotFound)?;
    let kind = word(&row.kind, ChapterKind::from_code)?;
    let mut priorities = areas_of(&mut conn, actor, agreement_id).await?;
    priorities.retain(|area| area.chapters.iter().any(|chapter| chapter.id == id));
    Ok(ChapterView {
        priorities,
        confidences: confidences(&row, kind)?,
        note: (clearance >= Clearance::ChapterTeam).then(|| row.note.unwrap_or_default()),
        sessions: sessions_of(&mut conn, id, roles.clearance().ok_or(AppError::NotFound)?).await?,
        action_points: action_points::load(&mut conn, actor, action_points::Of::Chapter(id), None).await?,
        changes: recent_on(&mut conn, actor, Of::Chapter(id), None, HISTORY).await?,
        barriers: if clearance >= Field::Barrier.clearance() {
            Some(barriers::list::of_chapter(&mut conn, id).await?)
        } else {
            None
        },
        consultations: if clearance >= Field::Consultation.clearance() { Some(of_chapter(&mut conn, id).await?) } else { None },
        stances: if clearance >= Field::Consultation.clearance() { stances_on(&mut conn, id).await? } else { Vec::new() },
        agreement_id,
        id,
        kind,
        stage: word(&row.stage, Stage::from_code)?,
        text: word(&row.text_status, TextStatus::from_code)?,
        agreement_slug: row.slug,
        agreement_name: row.name,
        address: row.address,
        number: row.number,
        title: row.title,
        text_since: row.text_since,
        our_lead: row.our_lead,
        their_lead: row.their_lead,
        line_ministry: row.line_ministry,
        target_round: row.target_round,
        open_brackets: row.open_brackets,
        illustrative: row.illustrative,
        version: if roles.may_in_chapter(id, Act::EditChapter) { row.version } else { 0 },
        roles,
    })
}

fn confidences(row: &Row, kind: ChapterKind) -> Result<Option<ChapterConfidences>, AppError> {
    let (Some(market), Some(since)) = (&row.market_status, row.market_since) else { return Ok(None) };
    let market = word(market, MarketAccessStatus::from_code)?;
    let escalated = match (&row.escalated_to, row.escalated_since) {
        (Some(to), Some(since)) => Some(Escalation {
            to: word(to, EscalationLevel::from_code)?,
            question: row.escalated_question.clone().unwrap_or_default(),
            since,
        }),
        _ => None,
    };
    Ok(Some(ChapterConfidences {
        market: kind.has_market_access().then_some((market, since)),
        parked: row.parked_since.map(|since| (row.parked_reason.clone().unwrap_or_default(), since)),
        escalated,
    }))
}
