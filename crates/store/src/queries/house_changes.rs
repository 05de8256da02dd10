//! What the change record says of one thing of the house, which no agreement has.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::clearance::Field;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::db::Conn;

row! {
    /// A change of a thing of the house.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct HouseChange {
        pub revision: i64,
        pub at: DateTime<Utc>,
        pub actor_name: String,
        pub verb: String,
        pub field: String,
        pub old: Option<String>,
        pub new: Option<String>,
        /// The reason, for who has the delegation's clearance somewhere, who keeps the thing, and who gave it.
        pub reason: Option<String>,
    }
}

/// All changes of one thing, the newest first. Who may see the thing may see them, but for their reasons; `keeps` is whether the reader
/// keeps it.
pub(crate) async fn of(conn: &mut Conn, actor: &Actor, keeps: bool, subject: &str, id: Uuid) -> Result<Vec<HouseChange>, AppError> {
    fetch_all!(
        conn,
        HouseChange,
        "select c.revision, c.at, c.actor_name, c.verb, c.field, c.old, c.new, case when $3 or c.actor_id = $4 or exists \
         (select 1 from grants g where g.account_id = $4 and g.agreement_rank >= $5) then c.reason end as reason from changes c \
         where c.agreement_id is null and c.scope = 'house' and c.subject = $1 and c.subject_id = $2 order by c.revision desc, c.ordinal",
        subject,
        id,
        keeps,
        actor.account.0,
        Field::Reason.clearance().rank()
    )
}

/// What differs since a revision: each of these fields from what it was to what it is, without those that came back to what they were.
pub(crate) fn net_since(history: &[HouseChange], revision: i64, fields: &[&str]) -> Vec<(String, String, String)> {
    let mut net: Vec<(String, String, String)> = Vec::new();
    for change in history.iter().rev().filter(|change| change.revision > revision && fields.contains(&change.field.as_str())) {
        let new = change.new.clone().unwrap_or_default();
        match net.iter_mut().find(|(field, _, _)| *field == change.field) {
            Some((_, _, last)) => *last = new,
            None => net.push((change.field.clone(), change.old.clone().unwrap_or_default(), new)),
        }
    }
    net.retain(|(_, old, new)| old != new);
    net
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(revision: i64, field: &str, old: &str, new: &str) -> HouseChange {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        HouseChange {
            revision,
            at: DateTime::UNIX_EPOCH,
            actor_name: String::new(),
            verb: "edit".into(),
            field: field.into(),
            old: filled(old),
            new: filled(new),
            reason: None,
        }
    }

    #[test]
    fn what_came_back_is_no_difference() {
        let history = [
            change(9, "status", "resolved", "open"),
            change(8, "owner", "a", "b"),
            change(7, "title", "x", "y"),
            change(7, "status", "open", "resolved"),
            change(5, "title", "w", "x"),
        ];
        assert_eq!(net_since(&history, 6, &["status", "title"]), [("title".to_owned(), "x".to_owned(), "y".to_owned())]);
        assert_eq!(net_since(&history, 4, &["title"]), [("title".to_owned(), "w".to_owned(), "y".to_owned())]);
        assert_eq!(net_since(&history, 9, &["status"]), []);
    }
}
