//! What of the register is published: any reader sees it, and nothing else of the barrier.

use accord_domain::AppError;
use accord_domain::access::{Act, Actor};
use accord_domain::barrier::{BarrierKind, BarrierStatus, PublicState};
use chrono::{DateTime, Utc};

use super::keeps;
use crate::db::{Conn, Db, word};
use crate::queries::work::doing;

/// A barrier as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicVersion {
    /// The number of the barrier.
    pub number: i64,
    pub title: String,
    pub summary: String,
    pub kind: BarrierKind,
    pub imposing: String,
    pub affected: String,
    pub codes: String,
    pub status: BarrierStatus,
    pub illustrative: bool,
    pub published_at: DateTime<Utc>,
}

row! {
    struct PublicRow {
        number: i64,
        title: String,
        summary: String,
        kind: String,
        imposing: String,
        affected: String,
        codes: String,
        status: String,
        illustrative: bool,
        published_at: DateTime<Utc>,
    }
}

impl PublicRow {
    fn version(self) -> Result<PublicVersion, AppError> {
        Ok(PublicVersion {
            number: self.number,
            title: self.title,
            summary: self.summary,
            kind: word(&self.kind, BarrierKind::from_code)?,
            imposing: self.imposing,
            affected: self.affected,
            codes: self.codes,
            status: word(&self.status, BarrierStatus::from_code)?,
            illustrative: self.illustrative,
            published_at: self.published_at,
        })
    }
}

/// Every published version, the latest first. All who are signed in may read them.
pub async fn all(db: &Db, _: &Actor) -> Result<Vec<PublicVersion>, AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<PublicRow> = fetch_all!(
        &mut conn,
        PublicRow,
        "select b.number, p.title, p.summary, p.kind, p.imposing, p.affected, p.codes, p.status, b.illustrative, p.published_at \
         from barrier_publications p join barriers b on b.id = p.barrier_id where p.state = 'published' order by p.published_at desc, b.number"
    )?;
    rows.into_iter().map(PublicRow::version).collect()
}

/// The published version of a barrier.
pub async fn one(db: &Db, actor: &Actor, number: i64) -> Result<PublicVersion, AppError> {
    all(db, actor).await?.into_iter().find(|version| version.number == number).ok_or(AppError::NotFound)
}

/// A public version that waits for the reader: to be approved, or to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitingPublic {
    /// The number of the barrier.
    pub number: i64,
    /// What the register calls it.
    pub title: String,
    pub state: PublicState,
    pub proposed_by: String,
    pub proposed_at: DateTime<Utc>,
}

/// What waits for the reader, the longest waiting first.
pub(crate) async fn awaiting(conn: &mut Conn, actor: &Actor) -> Result<Vec<AwaitingPublic>, AppError> {
    let keeps = keeps(actor);
    let rows: Vec<(i64, String, String, String, DateTime<Utc>)> = built_all!(
        conn,
        (i64, String, String, String, DateTime<Utc>),
        |query| {
            query.push(
                "select b.number, b.title, p.state, p.proposed_by, p.proposed_at from barrier_publications p \
             join barriers b on b.id = p.barrier_id where (p.state = 'proposed' and p.proposer_id <> ",
            );
            query.push_bind(actor.account.0);
            if !keeps {
                query.push(
                " and exists (select 1 from barrier_agreements l join grants g on g.agreement_id = l.agreement_id and g.account_id = ",
            );
                query.push_bind(actor.account.0);
                query.push(" where l.barrier_id = b.id and g.role in (");
                let roles = doing(Act::ApproveBarriers);
                listed!(query, roles);
                query.push("))");
            }
            query.push(")");
            if keeps {
                query.push(" or p.state = 'approved'");
            }
            query.push(" order by p.proposed_at, b.number");
        }
    )?;
    rows.into_iter()
        .map(|(number, title, state, proposed_by, proposed_at)| {
            Ok(AwaitingPublic { number, title, state: word(&state, PublicState::from_code)?, proposed_by, proposed_at })
        })
        .collect()
}
