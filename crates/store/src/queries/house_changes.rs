//! What the change record says of one thing of the house, which no agreement has.

use accord_domain::AppError;
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
        pub reason: Option<String>,
    }
}

/// All changes of one thing, the newest first. Who may see the thing may see them.
pub(crate) async fn of(conn: &mut Conn, subject: &str, id: Uuid) -> Result<Vec<HouseChange>, AppError> {
    fetch_all!(
        conn,
        HouseChange,
        "select revision, at, actor_name, verb, field, old, new, reason from changes where agreement_id is null and scope = 'house' \
         and subject = $1 and subject_id = $2 order by revision desc, ordinal",
        subject,
        id
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
