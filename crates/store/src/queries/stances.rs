//! How stakeholders stand to agreements and chapters, as it was heard elsewhere than in a consultation: with the delegation's clearance in
//! the agreement it concerns.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Field;
use accord_domain::consultation::LineStance;
use accord_domain::ids::{AgreementId, ChapterId, StakeholderId, StanceId};
use chrono::NaiveDate;
use uuid::Uuid;

use super::consultations::{chapters_of, readable};
use super::stakeholders::{StakeholderLine, known};
use crate::db::{Conn, Db, word};

/// How a stakeholder stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceLine {
    pub id: StanceId,
    /// Whose it is, by the name that stands now.
    pub stakeholder: StakeholderId,
    pub name: String,
    /// The address and the name of the agreement.
    pub slug: String,
    pub agreement: String,
    /// Kind and own title of the chapter; none where it concerns the whole agreement.
    pub chapter: Option<(ChapterKind, String)>,
    pub stance: LineStance,
    pub words: String,
    pub heard_on: NaiveDate,
    pub publisher: String,
    pub illustrative: bool,
}

row! {
    struct Row {
        id: Uuid,
        stakeholder_id: Uuid,
        name: String,
        slug: String,
        agreement: String,
        chapter_kind: Option<String>,
        chapter_title: Option<String>,
        stance: String,
        words: String,
        heard_on: NaiveDate,
        publisher: String,
        illustrative: bool,
    }
}

impl Row {
    fn line(self) -> Result<StanceLine, AppError> {
        let chapter = match (self.chapter_kind, self.chapter_title) {
            (Some(kind), Some(title)) => Some((word(&kind, ChapterKind::from_code)?, title)),
            _ => None,
        };
        Ok(StanceLine {
            id: StanceId(self.id),
            stakeholder: StakeholderId(self.stakeholder_id),
            name: self.name,
            slug: self.slug,
            agreement: self.agreement,
            chapter,
            stance: word(&self.stance, LineStance::from_code)?,
            words: self.words,
            heard_on: self.heard_on,
            publisher: self.publisher,
            illustrative: self.illustrative,
        })
    }
}

/// A query on stances `t`, the latest first.
macro_rules! stances_where {
    ($condition:literal) => {
        concat!(
            "select t.id, s.id as stakeholder_id, s.name, a.slug, a.name as agreement, h.kind as chapter_kind, h.title as chapter_title, \
             t.stance, t.words, t.heard_on, t.publisher, t.illustrative from stakeholder_stances t \
             join stakeholders o on o.id = t.stakeholder_id join stakeholders s on s.id = coalesce(o.merged_into, o.id) \
             join agreements a on a.id = t.agreement_id left join chapters h on h.id = t.chapter_id where ",
            $condition,
            " order by t.heard_on desc, t.id desc"
        )
    };
}

fn lines(rows: Vec<Row>) -> Result<Vec<StanceLine>, AppError> {
    rows.into_iter().map(Row::line).collect()
}

async fn of_agreement(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<StanceLine>, AppError> {
    lines(fetch_all!(conn, Row, stances_where!("t.agreement_id = $1"), agreement.0)?)
}

/// The stances on a chapter, for a reader of the delegation's clearance.
pub(crate) async fn of_chapter(conn: &mut Conn, chapter: ChapterId) -> Result<Vec<StanceLine>, AppError> {
    lines(fetch_all!(conn, Row, stances_where!("t.chapter_id = $1"), chapter.0)?)
}

/// The stances of a stakeholder in the agreements whose delegation the reader belongs to.
pub(crate) async fn of_stakeholder(conn: &mut Conn, actor: &Actor, id: StakeholderId) -> Result<Vec<StanceLine>, AppError> {
    lines(fetch_all!(
        conn,
        Row,
        stances_where!(
            "s.id = $1 and exists (select 1 from grants g where g.agreement_id = t.agreement_id and g.account_id = $2 \
             and g.agreement_rank >= $3)"
        ),
        id.0,
        actor.account.0,
        Field::Consultation.clearance().rank()
    )?)
}

/// What was heard on an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StancesView {
    pub slug: String,
    pub name: String,
    /// Whether the reader records stances.
    pub records: bool,
    pub stances: Vec<StanceLine>,
    /// Address, kind and own title of each chapter.
    pub chapters: Vec<(String, ChapterKind, String)>,
    /// Whose stance it may be, among those the reader may know of.
    pub known: Vec<StakeholderLine>,
}

/// Loads what was heard on an agreement.
pub async fn load(db: &Db, actor: &Actor, slug: &str) -> Result<StancesView, AppError> {
    let mut conn = db.read().await?;
    let (id, name, archived, roles) = readable(&mut conn, actor, slug).await?;
    Ok(StancesView {
        slug: slug.to_owned(),
        name,
        records: roles.may(Act::Consult) && !archived,
        stances: of_agreement(&mut conn, id).await?,
        chapters: chapters_of(&mut conn, id).await?,
        known: known(&mut conn, actor).await?,
    })
}
