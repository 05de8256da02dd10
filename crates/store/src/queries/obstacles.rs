//! What stands in the way in the chapters of an agreement: what is parked and why, what is escalated and to whom.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::chapter::EscalationLevel;
use accord_domain::clearance::Field;
use accord_domain::ids::AgreementId;

use crate::db::{Db, word};

/// A chapter's obstacles, by the chapter's part of the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacles {
    pub chapter: String,
    /// Why it is parked.
    pub parked: Option<String>,
    /// To whom which question is escalated.
    pub escalated: Option<(EscalationLevel, String)>,
}

row! {
    struct Row {
        address: String,
        parked_reason: Option<String>,
        escalated_to: Option<String>,
        escalated_question: Option<String>,
    }
}

/// The chapters in whose way something stands, in their order; none below the delegation's clearance.
pub async fn of(db: &Db, actor: &Actor, agreement: AgreementId) -> Result<Vec<Obstacles>, AppError> {
    let mut conn = db.read().await?;
    let rows: Vec<Row> = fetch_all!(
        &mut conn,
        Row,
        "select c.address, d.parked_reason, d.escalated_to, d.escalated_question from chapters c \
         join chapter_confidences d on d.chapter_id = c.id where c.agreement_id = $1 and c.archived_at is null \
         and (d.parked_since is not null or d.escalated_to is not null) \
         and exists (select 1 from grants g where g.agreement_id = c.agreement_id and g.account_id = $2 and g.agreement_rank >= $3) \
         order by c.number, c.address",
        agreement.0,
        actor.account.0,
        Field::Escalated.clearance().rank()
    )?;
    rows.into_iter()
        .map(|row| {
            let escalated = match (row.escalated_to, row.escalated_question) {
                (Some(to), Some(question)) => Some((word(&to, EscalationLevel::from_code)?, question)),
                _ => None,
            };
            Ok(Obstacles { chapter: row.address, parked: row.parked_reason, escalated })
        })
        .collect()
}
