//! Milestones as a reader may see them: those tied to an agreement they have a role in, with these agreements and no others.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::dates::{PartialDate, Precision};
use accord_domain::ids::MilestoneId;
use accord_domain::milestone::MilestoneKind;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::db::{Db, word};

/// A milestone.
#[derive(Clone, Debug)]
pub struct MilestoneView {
    pub id: MilestoneId,
    pub kind: MilestoneKind,
    pub title: String,
    pub date: PartialDate,
    pub place: String,
    pub publisher: String,
    pub source_title: String,
    pub verified: bool,
    pub version: i64,
    /// The addresses of the agreements it is tied to and the reader has a role in.
    pub agreements: Vec<String>,
}

row! {
    struct Row {
        id: Uuid,
        kind: String,
        title: String,
        starts: NaiveDate,
        ends: NaiveDate,
        date_precision: String,
        place: String,
        publisher: String,
        source_title: String,
        verified: bool,
        version: i64,
    }
}

/// Loads a milestone the actor may see.
pub async fn load(db: &Db, actor: &Actor, id: MilestoneId) -> Result<MilestoneView, AppError> {
    let mut conn = db.read().await?;
    let agreements: Vec<(String,)> = fetch_all!(
        &mut conn,
        (String,),
        "select a.slug from milestone_agreements t join agreements a on a.id = t.agreement_id where t.milestone_id = $1 \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2 and g.agreement_rank >= 1) order by a.slug",
        id.0,
        actor.account.0
    )?;
    if agreements.is_empty() {
        return Err(AppError::NotFound);
    }
    let row: Row = fetch_one!(
        &mut conn,
        Row,
        "select id, kind, title, starts, ends, date_precision, place, publisher, source_title, verified, version \
         from milestones where id = $1",
        id.0
    )?;
    Ok(MilestoneView {
        id: MilestoneId(row.id),
        kind: word(&row.kind, MilestoneKind::from_code)?,
        title: row.title,
        date: PartialDate::stored(row.starts, row.ends, word(&row.date_precision, Precision::from_code)?)
            .ok_or_else(|| AppError::Internal("a milestone ends before it starts".into()))?,
        place: row.place,
        publisher: row.publisher,
        source_title: row.source_title,
        verified: row.verified,
        version: row.version,
        agreements: agreements.into_iter().map(|(slug,)| slug).collect(),
    })
}

/// The agreements a milestone may be tied to by the actor: address and name.
pub async fn agreements(db: &Db, actor: &Actor) -> Result<Vec<(String, String)>, AppError> {
    let mut conn = db.read().await?;
    fetch_all!(
        &mut conn,
        (String, String),
        "select a.slug, a.name from agreements a where a.archived_at is null \
         and exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $1 and g.agreement_rank >= 1) \
         order by a.stage_order, a.sort_name, a.id",
        actor.account.0
    )
}
