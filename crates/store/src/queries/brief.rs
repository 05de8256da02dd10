//! The minister's brief of an agreement: the version asked for, as far as the reader may know of it.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor, Roles};
use accord_domain::clearance::Clearance;
use accord_domain::document::{DocumentKind, Part, clearance_of};
use accord_domain::ids::AgreementId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::facts::{Text, parts_of};
use crate::actor::roles_in;
use crate::db::{Conn, Db};

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
    }
}

/// A brief with one of its versions.
#[derive(Clone, Debug)]
pub struct Brief {
    pub clearance: Clearance,
    /// Of the document, for edits.
    pub version: i64,
    /// The versions the reader may see, the newest first.
    pub versions: Vec<VersionLine>,
    pub shown: VersionLine,
    pub parts: Vec<(Part, Text)>,
}

/// The screen.
#[derive(Clone, Debug)]
pub struct BriefView {
    pub slug: String,
    pub name: String,
    pub archived: bool,
    pub roles: Roles,
    /// None while nobody has drafted it.
    pub brief: Option<Brief>,
}

impl BriefView {
    /// Whether the reader does the act here now.
    pub fn may(&self, act: Act) -> bool {
        self.roles.may(act) && !self.archived
    }
}

/// Loads the version of a number, else the newest the reader may see.
///
/// # Errors
/// `NotFound` where there is none that the reader may see, unless the reader may draft one.
pub async fn load(db: &Db, actor: &Actor, slug: &str, number: Option<i64>) -> Result<BriefView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(Uuid, String, bool)> = fetch_optional!(
        &mut conn,
        (Uuid, String, bool),
        "select a.id, a.name, a.archived_at is not null from agreements a where a.slug = $1 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2)",
        slug,
        actor.account.0
    )?;
    let (id, name, archived) = row.ok_or(AppError::NotFound)?;
    let roles = roles_in(&mut conn, actor, AgreementId(id)).await?;
    let document: Option<(Uuid, i16, i64)> = fetch_optional!(
        &mut conn,
        (Uuid, i16, i64),
        "select d.id, d.clearance, d.version from documents d where d.kind = $1 and d.about_id = $2 \
         and (select max(g.agreement_rank) from grants g where g.agreement_id = d.agreement_id and g.account_id = $3) >= d.clearance",
        DocumentKind::Brief.code(),
        id,
        actor.account.0
    )?;
    let mut view = BriefView { slug: slug.to_owned(), name, archived, roles, brief: None };
    if let Some((document, rank, version)) = document {
        let clearance = Clearance::from_rank(rank).ok_or_else(|| AppError::Internal("a document without a clearance".into()))?;
        let versions: Vec<VersionLine> = fetch_all!(
            &mut conn,
            VersionLine,
            "select v.id, v.number, v.language, v.illustrative, v.revision, v.generated_at, v.approved_at, v.approved_by \
             from document_versions v join documents d on d.id = v.document_id where d.id = $1 and (v.approved_at is not null or $2 <= \
             (select max(g.agreement_rank) from grants g where g.agreement_id = d.agreement_id and g.account_id = $3)) \
             order by v.number desc",
            document,
            clearance_of(clearance, false).rank(),
            actor.account.0
        )?;
        let shown = versions.iter().find(|line| number.is_none_or(|number| line.number == number)).cloned();
        if let Some(shown) = shown {
            let parts = parts_of(&mut conn, shown.id).await?;
            view.brief = Some(Brief { clearance, version, versions, shown, parts });
        }
    }
    let offers = view.may(Act::EditBrief) && number.is_none();
    if view.brief.is_none() && !offers { Err(AppError::NotFound) } else { Ok(view) }
}

/// Whether there is a brief the reader may see, or may draft: then the agreement's page leads to it.
pub(super) async fn is_there(
    conn: &mut Conn,
    actor: &Actor,
    id: AgreementId,
    roles: &Roles,
    archived: bool,
) -> Result<bool, AppError> {
    if roles.may(Act::EditBrief) && !archived {
        return Ok(true);
    }
    let row: Option<(i64,)> = fetch_optional!(
        conn,
        (i64,),
        "select cast(1 as bigint) from documents d join document_versions v on v.document_id = d.id and v.approved_at is not null \
         where d.kind = $1 and d.about_id = $2 and d.clearance <= \
         (select max(g.agreement_rank) from grants g where g.agreement_id = d.agreement_id and g.account_id = $3) limit 1",
        DocumentKind::Brief.code(),
        id.0,
        actor.account.0
    )?;
    Ok(row.is_some())
}
