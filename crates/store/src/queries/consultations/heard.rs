//! What was answered, as it stands beside the chapter it concerns: how many take each stance to each line.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::consultation::{LineStance, Stances};
use accord_domain::ids::ChapterId;

use super::{ConsultationLine, Line, line_of};
use crate::db::{Conn, word};

/// A line that somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardLine {
    pub line: Line,
    pub stances: Stances,
}

/// A consultation with what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    pub consultation: ConsultationLine,
    /// The lines that have answers, the most contested first.
    pub lines: Vec<HeardLine>,
}

row! {
    struct StanceRow {
        number: i64,
        position: i64,
        hs: String,
        question: String,
        stance: String,
        stakeholders: i64,
    }
}

/// The answered lines of a chapter's consultations, by the number of the consultation. A stakeholder counts once to a stance, by however
/// many links.
async fn lines_heard(conn: &mut Conn, chapter: ChapterId) -> Result<BTreeMap<i64, Vec<HeardLine>>, AppError> {
    let rows: Vec<StanceRow> = fetch_all!(
        conn,
        StanceRow,
        "select c.number, l.position, l.hs, l.question, w.stance, count(distinct coalesce(s.merged_into, s.id)) as stakeholders \
         from consultations c join consultation_lines l on l.consultation_id = c.id \
         join consultation_answers w on w.line_id = l.id join consultation_invitations i on i.id = w.invitation_id \
         join stakeholders s on s.id = i.stakeholder_id where c.chapter_id = $1 \
         group by c.number, l.position, l.hs, l.question, w.stance order by c.number, l.position",
        chapter.0
    )?;
    let mut heard: BTreeMap<i64, Vec<HeardLine>> = BTreeMap::new();
    for row in rows {
        let stance = word(&row.stance, LineStance::from_code)?;
        let lines = heard.entry(row.number).or_default();
        if lines.last().is_none_or(|last| last.line.position != row.position) {
            lines.push(HeardLine { line: line_of(row.position, &row.hs, row.question), stances: Stances::default() });
        }
        if let Some(last) = lines.last_mut() {
            last.stances.add(stance, row.stakeholders);
        }
    }
    Ok(heard)
}

/// The consultations that concern one chapter, the latest first, for a reader of the delegation's clearance.
pub(crate) async fn of_chapter(conn: &mut Conn, chapter: ChapterId) -> Result<Vec<Heard>, AppError> {
    let consultations: Vec<ConsultationLine> = fetch_all!(
        &mut *conn,
        ConsultationLine,
        "select c.number, c.title, h.kind as chapter_kind, h.title as chapter_title, c.closes_on, \
         (select count(distinct coalesce(s.merged_into, s.id)) from consultation_invitations i join stakeholders s \
         on s.id = i.stakeholder_id where i.consultation_id = c.id) as invited, \
         (select count(distinct coalesce(s.merged_into, s.id)) from consultation_invitations i join stakeholders s \
         on s.id = i.stakeholder_id where i.consultation_id = c.id and i.answered_at is not null) as answered \
         from consultations c join chapters h on h.id = c.chapter_id where c.chapter_id = $1 order by c.number desc",
        chapter.0
    )?;
    let mut lines = lines_heard(conn, chapter).await?;
    let heard = |consultation: ConsultationLine| {
        let mut lines = lines.remove(&consultation.number).unwrap_or_default();
        // Lines that are contested alike keep the order in which they are asked.
        lines.sort_by_key(|heard| Reverse(heard.stances.contest()));
        Heard { consultation, lines }
    };
    Ok(consultations.into_iter().map(heard).collect())
}
