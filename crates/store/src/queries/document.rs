//! A document, the minister's brief or the report of a meeting: the version asked for, as far as the reader may know of it.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Roles};
use accord_domain::clearance::{Clearance, Field};
use accord_domain::document::{DocumentKind, Part};
use accord_domain::ids::AgreementId;
use accord_domain::meeting::{MeetingKind, MeetingState};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::facts::{Text, parts_of};
use super::meetings::MeetingName;
use crate::actor::roles_in;
use crate::db::{Conn, Db, word};

/// What a document is about, by its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// An agreement: its document is the minister's brief.
    Agreement(String),
    /// A meeting of an agreement: its document is the report.
    Meeting(String, String),
}

impl About {
    /// What the document is.
    pub fn kind(&self) -> DocumentKind {
        match self {
            Self::Agreement(_) => DocumentKind::Brief,
            Self::Meeting(..) => DocumentKind::Report,
        }
    }

    /// The address of the agreement.
    pub fn agreement(&self) -> &str {
        match self {
            Self::Agreement(slug) | Self::Meeting(slug, _) => slug,
        }
    }
}

row! {
    /// A version, without its text.
    #[derive(Clone, Debug)]
    pub struct VersionLine {
        pub id: Uuid,
        pub number: i64,
        /// The language it is written in.
        pub language: String,
        pub illustrative: bool,
        /// The point of the record its facts were generated as of.
        pub revision: i64,
        pub generated_at: DateTime<Utc>,
        /// None while it is a draft.
        pub approved_at: Option<DateTime<Utc>>,
        pub approved_by: String,
        /// The rank of the clearance it is meant for.
        pub rank: i16,
        /// None while it is not read by those it is meant for.
        pub published_at: Option<DateTime<Utc>>,
    }
}

impl VersionLine {
    /// The clearance it is meant for.
    pub fn clearance(&self) -> Clearance {
        Clearance::from_rank(self.rank).unwrap_or(Clearance::Principals)
    }
}

/// A document with one of its versions.
#[derive(Clone, Debug)]
pub struct Document {
    /// Of the document, for edits; 0 for a reader who does not write it.
    pub version: i64,
    /// The versions the reader may see, the newest first.
    pub versions: Vec<VersionLine>,
    pub shown: VersionLine,
    pub parts: Vec<(Part, Text)>,
}

/// The meeting a report is about.
#[derive(Clone, Debug)]
pub struct Reported {
    pub name: MeetingName,
    pub state: MeetingState,
    /// The lowest clearance that may know of it.
    pub clearance: Clearance,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct DocumentView {
    pub about: About,
    /// The agreement's name.
    pub name: String,
    pub archived: bool,
    pub roles: Roles,
    /// None of a brief.
    pub meeting: Option<Reported>,
    /// None while nobody has drafted it.
    pub document: Option<Document>,
}

impl DocumentView {
    /// What the document is.
    pub fn kind(&self) -> DocumentKind {
        self.about.kind()
    }

    /// Whether the reader does the act here now.
    pub fn may(&self, act: Act) -> bool {
        self.roles.may(act) && !self.archived
    }

    /// Whether it may be drafted by now: there is nothing to report before a meeting has begun.
    pub fn has_matter(&self) -> bool {
        self.meeting.as_ref().is_none_or(|meeting| meeting.state.is_held())
    }

    /// The clearances it may be read at.
    pub fn clearances(&self) -> Vec<Clearance> {
        self.kind().clearances(self.meeting.as_ref().map_or(Clearance::Public, |meeting| meeting.clearance))
    }
}

/// Loads the version of a number, else the newest the reader may see.
///
/// # Errors
/// `NotFound` where there is none that the reader may see, unless the reader may draft one.
pub async fn load(db: &Db, actor: &Actor, about: &About, number: Option<i64>) -> Result<DocumentView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(Uuid, String, bool)> = fetch_optional!(
        &mut conn,
        (Uuid, String, bool),
        "select a.id, a.name, a.archived_at is not null from agreements a where a.slug = $1 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2)",
        about.agreement(),
        actor.account.0
    )?;
    let (id, name, archived) = row.ok_or(AppError::NotFound)?;
    let roles = roles_in(&mut conn, actor, AgreementId(id)).await?;
    let (subject, meeting) = match about {
        About::Agreement(_) => (id, None),
        About::Meeting(_, address) => {
            let (subject, meeting) = reported(&mut conn, actor, id, address).await?.ok_or(AppError::NotFound)?;
            (subject, Some(meeting))
        }
    };
    let mut view = DocumentView { about: about.clone(), name, archived, roles, meeting, document: None };
    let writes = view.may(view.kind().edit_act());
    let versions = versions_of(&mut conn, actor, view.kind(), subject).await?;
    if let Some(shown) = versions.iter().find(|line| number.is_none_or(|number| line.number == number)).cloned() {
        let mut parts = parts_of(&mut conn, shown.id).await?;
        let version = if writes { version_of(&mut conn, view.kind(), subject).await? } else { 0 };
        if !writes {
            // What waits for a decision is for who decides.
            parts.iter_mut().for_each(|(_, text)| text.newer = None);
        }
        view.document = Some(Document { version, versions, shown, parts });
    }
    if view.document.is_none() && (!writes || number.is_some()) { Err(AppError::NotFound) } else { Ok(view) }
}

/// A meeting the actor may see.
async fn reported(conn: &mut Conn, actor: &Actor, agreement: Uuid, address: &str) -> Result<Option<(Uuid, Reported)>, AppError> {
    type Row = (Uuid, String, Option<i16>, String, String, i16);
    let row: Option<Row> = fetch_optional!(
        conn,
        Row,
        "select m.id, m.kind, m.number, m.title, m.state, m.clearance from meetings m where m.agreement_id = $1 and m.address = $2 \
         and m.clearance <= (select max(g.agreement_rank) from grants g where g.agreement_id = m.agreement_id and g.account_id = $3)",
        agreement,
        address,
        actor.account.0
    )?;
    let Some((id, kind, number, title, state, rank)) = row else { return Ok(None) };
    let kind = word(&kind, MeetingKind::from_code)?;
    let meeting = Reported {
        name: MeetingName { address: address.to_owned(), kind, number, title },
        state: word(&state, MeetingState::from_code)?,
        clearance: Clearance::from_rank(rank).unwrap_or(Clearance::Principals),
    };
    Ok(Some((id, meeting)))
}

/// The versions of a document that the reader may see, the newest first: those published, by their clearance; the others are for who
/// writes them.
async fn versions_of(conn: &mut Conn, actor: &Actor, kind: DocumentKind, about: Uuid) -> Result<Vec<VersionLine>, AppError> {
    fetch_all!(
        conn,
        VersionLine,
        "select v.id, v.number, v.language, v.illustrative, v.revision, v.generated_at, v.approved_at, v.approved_by, \
         v.clearance as rank, v.published_at from documents d join document_versions v on v.document_id = d.id \
         join (select agreement_id, max(agreement_rank) as clearance from grants where account_id = $3 group by agreement_id) g \
         on g.agreement_id = d.agreement_id and g.clearance >= v.clearance and (v.published_at is not null or g.clearance >= $4) \
         where d.kind = $1 and d.about_id = $2 order by v.number desc",
        kind.code(),
        about,
        actor.account.0,
        Field::ReportDraft.clearance().rank()
    )
}

async fn version_of(conn: &mut Conn, kind: DocumentKind, about: Uuid) -> Result<i64, AppError> {
    let (version,): (i64,) =
        fetch_one!(conn, (i64,), "select version from documents where kind = $1 and about_id = $2", kind.code(), about)?;
    Ok(version)
}

/// What leads to a document: the newest version the reader may see; none where the reader may draft the first.
#[derive(Clone, Debug)]
pub struct Lead(pub Option<VersionLine>);

/// What leads to the document about a thing of an agreement, where the reader may see one or may draft it.
pub(super) async fn lead_to(
    conn: &mut Conn,
    actor: &Actor,
    (kind, about): (DocumentKind, Uuid),
    roles: &Roles,
    archived: bool,
) -> Result<Option<Lead>, AppError> {
    let newest = versions_of(conn, actor, kind, about).await?.into_iter().next();
    let drafts = roles.may(kind.edit_act()) && !archived;
    Ok((newest.is_some() || drafts).then_some(Lead(newest)))
}
