//! The change record as a reader may see it: who changed what, when and why.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::{AgreementId, ChapterId};
use chrono::{DateTime, Utc};

use crate::db::{Conn, Db};

row! {
    /// One change, as the reader's clearance shows it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SeenChange {
        pub at: DateTime<Utc>,
        pub actor_name: String,
        pub agreement_slug: String,
        pub agreement_name: String,
        pub chapter_address: Option<String>,
        pub chapter_kind: Option<String>,
        pub chapter_title: Option<String>,
        pub subject: String,
        pub verb: String,
        pub field: String,
        pub old: Option<String>,
        pub new: Option<String>,
        /// The reason, for the delegation's clearance and above.
        pub reason: Option<String>,
        pub imported: bool,
    }
}

/// Which changes are wanted.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// All agreements the reader has a role in.
    Portfolio,
    Agreement(AgreementId),
    Chapter(ChapterId),
}

/// The newest changes the reader may see, at most `limit`.
pub async fn recent(db: &Db, actor: &Actor, of: Of, limit: i64) -> Result<Vec<SeenChange>, AppError> {
    let mut conn = db.read().await?;
    recent_on(&mut conn, actor, of, limit).await
}

/// As [`recent`], on a connection already held.
pub async fn recent_on(conn: &mut Conn, actor: &Actor, of: Of, limit: i64) -> Result<Vec<SeenChange>, AppError> {
    built_all!(conn, SeenChange, |query| {
        // The reader's rank for a record is the highest any of their roles gives for its chapter; it is compared before the limit.
        query.push(
            "select ch.at, ch.actor_name, a.slug as agreement_slug, a.name as agreement_name, c.address as chapter_address, \
             c.kind as chapter_kind, c.title as chapter_title, ch.subject, ch.verb, ch.field, ch.old, ch.new, \
             case when exists (select 1 from grants r where r.agreement_id = ch.agreement_id and r.agreement_rank >= 2 and r.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(
            ") then ch.reason end as reason, ch.imported from changes ch join agreements a on a.id = ch.agreement_id \
             left join chapters c on c.id = ch.chapter_id \
             where exists (select 1 from grants g where g.agreement_id = ch.agreement_id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(" and case when g.chapter_id = ch.chapter_id then g.chapter_rank else g.agreement_rank end >= ch.clearance)");
        query.push(" and (ch.field <> 'lineage' or exists (select 1 from grants e where e.agreement_id = ch.subject_id and e.account_id = ");
        query.push_bind(actor.account.0);
        query.push("))");
        match of {
            Of::Portfolio => {
                query.push(" and a.archived_at is null and ch.verb in ('move', 'park', 'unpark', 'escalate', 'answer', 'stage')");
            }
            Of::Agreement(id) => {
                query.push(" and ch.agreement_id = ");
                query.push_bind(id.0);
            }
            Of::Chapter(id) => {
                query.push(" and ch.chapter_id = ");
                query.push_bind(id.0);
            }
        }
        query.push(" order by ch.at desc, ch.scope desc, ch.revision desc, ch.ordinal desc limit ");
        query.push_bind(limit);
    })
}
