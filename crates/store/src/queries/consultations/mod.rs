//! Consultations as the delegation reads them, and as one who was invited sees theirs by its link.

mod by_link;
mod heard;
mod history;

use std::collections::BTreeSet;

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Roles};
use accord_domain::chapter::ChapterKind;
use accord_domain::clearance::Field;
use accord_domain::consultation::{LineStance, Stances};
use accord_domain::ids::{AgreementId, InvitationId, StakeholderId};
use accord_domain::stakeholder::StakeholderKind;
use accord_domain::trade::hs::HsCode;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

pub use self::by_link::{Asked, by_token};
pub(crate) use self::heard::of_chapter;
pub use self::heard::{Heard, HeardLine};
pub use self::history::ChangedAnswer;
use super::stakeholders::{StakeholderLine, known};
use crate::actor::roles_in;
use crate::db::{Conn, Db, word};

row! {
    /// A consultation in a list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ConsultationLine {
        pub number: i64,
        pub title: String,
        pub chapter_kind: Option<String>,
        pub chapter_title: Option<String>,
        pub closes_on: NaiveDate,
        /// How many were asked, and how many of them answered, by however many links.
        pub invited: i64,
        pub answered: i64,
    }
}

/// The consultations of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationsView {
    pub slug: String,
    pub name: String,
    pub roles: Roles,
    pub archived: bool,
    pub consultations: Vec<ConsultationLine>,
    /// Address, kind and own title of each chapter.
    pub chapters: Vec<(String, ChapterKind, String)>,
}

impl ConsultationsView {
    /// Whether the reader may open consultations and invite.
    pub fn consults(&self) -> bool {
        self.roles.may(Act::Consult) && !self.archived
    }
}

pub(crate) async fn readable(conn: &mut Conn, actor: &Actor, slug: &str) -> Result<(AgreementId, String, bool, Roles), AppError> {
    let row: Option<(Uuid, String, bool)> = fetch_optional!(
        &mut *conn,
        (Uuid, String, bool),
        "select id, name, archived_at is not null from agreements where slug = $1",
        slug
    )?;
    let (id, name, archived) = row.ok_or(AppError::NotFound)?;
    let id = AgreementId(id);
    let roles = roles_in(conn, actor, id).await?;
    let cleared = roles.clearance().is_some_and(|clearance| clearance >= Field::Consultation.clearance());
    if cleared { Ok((id, name, archived, roles)) } else { Err(AppError::NotFound) }
}

/// Address, kind and own title of each chapter of an agreement.
pub(crate) async fn chapters_of(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<(String, ChapterKind, String)>, AppError> {
    let chapters: Vec<(String, String, String)> = fetch_all!(
        conn,
        (String, String, String),
        "select address, kind, title from chapters where agreement_id = $1 and archived_at is null order by number",
        agreement.0
    )?;
    chapters.into_iter().map(|(address, kind, title)| Ok((address, word(&kind, ChapterKind::from_code)?, title))).collect()
}

/// Loads the consultations of an agreement.
pub async fn list(db: &Db, actor: &Actor, slug: &str) -> Result<ConsultationsView, AppError> {
    let mut conn = db.read().await?;
    let (id, name, archived, roles) = readable(&mut conn, actor, slug).await?;
    let consultations = fetch_all!(
        &mut conn,
        ConsultationLine,
        "select c.number, c.title, h.kind as chapter_kind, h.title as chapter_title, c.closes_on, \
         (select count(distinct coalesce(s.merged_into, s.id)) from consultation_invitations i join stakeholders s \
         on s.id = i.stakeholder_id where i.consultation_id = c.id) as invited, \
         (select count(distinct coalesce(s.merged_into, s.id)) from consultation_invitations i join stakeholders s \
         on s.id = i.stakeholder_id where i.consultation_id = c.id and i.answered_at is not null) as answered \
         from consultations c left join chapters h on h.id = c.chapter_id where c.agreement_id = $1 order by c.number desc",
        id.0
    )?;
    let chapters = chapters_of(&mut conn, id).await?;
    Ok(ConsultationsView { slug: slug.to_owned(), name, roles, archived, consultations, chapters })
}

/// A line asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub position: i64,
    pub hs: Option<HsCode>,
    pub question: String,
}

/// What one said to one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The place of the line.
    pub position: i64,
    /// By which invitation.
    pub invitation: InvitationId,
    /// Who says it, by the name they were asked by.
    pub name: String,
    pub stance: LineStance,
    pub comment: String,
}

/// Somebody asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    /// Who it is now, where two were merged since.
    pub stakeholder: StakeholderId,
    pub stands: String,
    /// The name they were asked by.
    pub name: String,
    pub kind: StakeholderKind,
    pub invited_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    pub revoked: bool,
}

/// A consultation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsultationView {
    pub slug: String,
    pub agreement: String,
    pub roles: Roles,
    pub archived: bool,
    pub number: i64,
    pub title: String,
    pub introduction: String,
    pub closes_on: NaiveDate,
    pub version: i64,
    pub lines: Vec<Line>,
    pub answers: Vec<Answer>,
    /// What was answered otherwise before, the latest change first.
    pub changed: Vec<ChangedAnswer>,
    pub invitations: Vec<Invitation>,
    /// Whom the reader may invite and knows already; none where the reader may not invite.
    pub known: Vec<StakeholderLine>,
}

impl ConsultationView {
    /// Whether the reader may invite.
    pub fn consults(&self) -> bool {
        self.roles.may(Act::Consult) && !self.archived
    }

    /// How many were asked, and how many of them answered, by however many links.
    pub fn rate(&self) -> (i64, i64) {
        let count = |of: &dyn Fn(&&Invitation) -> bool| {
            self.invitations.iter().filter(of).map(|invited| invited.stakeholder).collect::<BTreeSet<_>>().len() as i64
        };
        (count(&|invited| invited.answered_at.is_some()), count(&|_| true))
    }

    /// Whether somebody has answered: from then on the lines stay as they are asked.
    pub fn is_answered(&self) -> bool {
        self.invitations.iter().any(|invited| invited.answered_at.is_some())
    }

    /// Who gave an answer.
    pub fn invitation_of(&self, answer: &Answer) -> Option<&Invitation> {
        self.invitations.iter().find(|invited| invited.id == answer.invitation)
    }

    /// How many take each stance to a line, by however many links.
    pub fn stances(&self, line: &Line) -> Stances {
        let answers = self.answers.iter().filter(|answer| answer.position == line.position);
        let taken: BTreeSet<_> =
            answers.map(|answer| (answer.stance, self.invitation_of(answer).map(|invited| invited.stakeholder))).collect();
        let mut stances = Stances::default();
        taken.into_iter().for_each(|(stance, _)| stances.add(stance, 1));
        stances
    }
}

async fn lines_of(conn: &mut Conn, id: Uuid) -> Result<Vec<Line>, AppError> {
    let rows: Vec<(i64, String, String)> = fetch_all!(
        conn,
        (i64, String, String),
        "select position, hs, question from consultation_lines where consultation_id = $1 order by position",
        id
    )?;
    Ok(rows.into_iter().map(|(position, hs, question)| line_of(position, &hs, question)).collect())
}

/// A line as it is kept.
pub(super) fn line_of(position: i64, hs: &str, question: String) -> Line {
    Line { position, hs: HsCode::parse("hs", hs).ok(), question }
}

row! {
    struct InvitationRow {
        id: Uuid,
        stakeholder_id: Uuid,
        stands: String,
        name: String,
        kind: String,
        token_hash: String,
        invited_at: DateTime<Utc>,
        answered_at: Option<DateTime<Utc>>,
    }
}

/// Loads a consultation.
pub async fn load(db: &Db, actor: &Actor, slug: &str, number: i64) -> Result<ConsultationView, AppError> {
    let mut conn = db.read().await?;
    let (agreement_id, agreement, archived, roles) = readable(&mut conn, actor, slug).await?;
    let row: Option<(Uuid, String, String, NaiveDate, i64)> = fetch_optional!(
        &mut conn,
        (Uuid, String, String, NaiveDate, i64),
        "select id, title, introduction, closes_on, version from consultations where agreement_id = $1 and number = $2",
        agreement_id.0,
        number
    )?;
    let (id, title, introduction, closes_on, version) = row.ok_or(AppError::NotFound)?;
    let answers: Vec<(i64, Uuid, String, String, String)> = fetch_all!(
        &mut conn,
        (i64, Uuid, String, String, String),
        "select l.position, i.id, s.name, w.stance, w.comment from consultation_answers w join consultation_lines l on l.id = w.line_id \
         join consultation_invitations i on i.id = w.invitation_id join stakeholders s on s.id = i.stakeholder_id \
         where l.consultation_id = $1 order by l.position, s.name, i.id",
        id
    )?;
    let invitations: Vec<InvitationRow> = fetch_all!(
        &mut conn,
        InvitationRow,
        "select i.id, t.id as stakeholder_id, t.name as stands, s.name, s.kind, i.token_hash, i.invited_at, i.answered_at \
         from consultation_invitations i join stakeholders s on s.id = i.stakeholder_id \
         join stakeholders t on t.id = coalesce(s.merged_into, s.id) where i.consultation_id = $1 order by t.name, s.name, i.id",
        id
    )?;
    let known = if roles.may(Act::Consult) && !archived { known(&mut conn, actor).await? } else { Vec::new() };
    Ok(ConsultationView {
        known,
        slug: slug.to_owned(),
        agreement,
        roles,
        archived,
        number,
        title,
        introduction,
        closes_on,
        version,
        lines: lines_of(&mut conn, id).await?,
        answers: answers
            .into_iter()
            .map(|(position, invitation, name, stance, comment)| {
                let stance = word(&stance, LineStance::from_code)?;
                Ok(Answer { position, invitation: InvitationId(invitation), name, stance, comment })
            })
            .collect::<Result<_, AppError>>()?,
        changed: history::changed(&mut conn, actor, agreement_id, id).await?,
        invitations: invitations
            .into_iter()
            .map(|row| {
                Ok(Invitation {
                    id: InvitationId(row.id),
                    stakeholder: StakeholderId(row.stakeholder_id),
                    stands: row.stands,
                    name: row.name,
                    kind: word(&row.kind, StakeholderKind::from_code)?,
                    invited_at: row.invited_at,
                    answered_at: row.answered_at,
                    revoked: row.token_hash.is_empty(),
                })
            })
            .collect::<Result<_, AppError>>()?,
    })
}
