//! How answers were changed, as the change record tells it: what somebody said to a line before.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::consultation::LineStance;
use accord_domain::ids::AgreementId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::changes::scope_of;
use crate::db::{Conn, word};

/// The most changes that are shown; a link may be answered again and again.
const NEWEST: i64 = 500;

/// An answer that was changed, given again or taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAnswer {
    /// The place of the line.
    pub position: i64,
    /// Who changed it, by the name they were asked by.
    pub name: String,
    pub at: DateTime<Utc>,
    /// Stance and comment before; none where nothing was said.
    pub old: Option<(LineStance, String)>,
    pub new: Option<(LineStance, String)>,
}

row! {
    struct Row {
        field: String,
        actor_name: String,
        at: DateTime<Utc>,
        old: Option<String>,
        new: Option<String>,
    }
}

/// An answer as the record holds it.
fn answer_of(told: Option<String>) -> Result<Option<(LineStance, String)>, AppError> {
    let Some(told) = told else { return Ok(None) };
    let (stance, comment) = told.split_once('\n').unwrap_or((&told, ""));
    Ok(Some((word(stance, LineStance::from_code)?, comment.to_owned())))
}

/// The changes of a consultation's answers that the actor may know of, the latest first. What somebody said to a line first is none.
pub(super) async fn changed(
    conn: &mut Conn,
    actor: &Actor,
    agreement: AgreementId,
    consultation: Uuid,
) -> Result<Vec<ChangedAnswer>, AppError> {
    let rows: Vec<Row> = fetch_all!(
        conn,
        Row,
        "select ch.field, ch.actor_name, ch.at, ch.old, ch.new from consultation_invitations i \
         join threads t on t.scope = $2 and t.subject_id = i.id and t.field like 'answer-%' \
         join thread_steps s on s.scope = t.scope and s.thread = t.thread \
         join changes ch on ch.scope = s.scope and ch.revision = s.revision and ch.ordinal = s.ordinal \
         where i.consultation_id = $1 and (s.step > 1 or ch.old is not null) and exists (select 1 from grants g \
         where g.agreement_id = ch.agreement_id and g.account_id = $3 and g.agreement_rank >= ch.clearance) \
         order by ch.revision desc, ch.ordinal limit $4",
        consultation,
        scope_of(agreement),
        actor.account.0,
        NEWEST
    )?;
    rows.into_iter()
        .map(|row| {
            Ok(ChangedAnswer {
                position: row.field.strip_prefix("answer-").and_then(|place| place.parse().ok()).unwrap_or_default(),
                name: row.actor_name,
                at: row.at,
                old: answer_of(row.old)?,
                new: answer_of(row.new)?,
            })
        })
        .collect()
}
