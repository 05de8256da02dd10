//! `accord audit verify`: reads the whole change record and checks that nothing in it was altered, dropped or put in between.

use accord_domain::AppError;

use crate::changes::StoredChange;
use crate::db::{Conn, Db};

/// How many records are read at a time.
const PAGE: i64 = 5_000;

/// What the verification found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub scopes: usize,
    pub records: usize,
    /// A sentence for each break in a chain.
    pub breaks: Vec<String>,
}

/// Verifies the chain of every scope against its records and its head, as they stand at one moment; commands go on meanwhile.
pub async fn verify(db: &Db) -> Result<Findings, AppError> {
    let mut conn = db.snapshot().await?;
    let found = verify_with(&mut conn).await;
    conn.release().await?;
    found
}

/// The same, as a transaction sees the record.
pub(crate) async fn verify_with(conn: &mut Conn) -> Result<Findings, AppError> {
    // Records whose scope is gone have no head, and so are a break.
    let heads: Vec<(String, String)> = fetch_all!(
        &mut *conn,
        (String, String),
        "select scope, head from scopes union all \
         select distinct c.scope, '' from changes c where not exists (select 1 from scopes s where s.scope = c.scope) order by 1"
    )?;
    let mut findings = Findings { scopes: heads.len(), ..Findings::default() };
    for (scope, head) in heads {
        let (mut previous, mut at) = (String::new(), (0_i64, 0_i64));
        loop {
            let page: Vec<StoredChange> = fetch_all!(
                &mut *conn,
                StoredChange,
                "select * from changes where scope = $1 and (revision > $2 or (revision = $2 and ordinal > $3)) \
                 order by revision, ordinal limit $4",
                scope,
                at.0,
                at.1,
                PAGE
            )?;
            let Some(last) = page.last() else { break };
            at = (last.revision, last.ordinal);
            for change in page {
                findings.records += 1;
                let place = format!("scope {scope}, revision {}, record {}", change.revision, change.ordinal);
                if change.previous_hash != previous {
                    findings.breaks.push(format!("{place}: does not follow the record before it"));
                }
                if change.computed_hash() != change.hash {
                    findings.breaks.push(format!("{place}: was altered after it was written"));
                }
                previous = change.hash;
            }
        }
        if previous != head {
            findings.breaks.push(format!("scope {scope}: its newest records are missing"));
        }
    }
    Ok(findings)
}
