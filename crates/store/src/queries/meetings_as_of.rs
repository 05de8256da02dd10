//! The meetings of an agreement as the change record tells of them: what each was planned or announced with, and every edit since.

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::clearance::Clearance;
use accord_domain::dates::PartialDate;
use accord_domain::meeting::{self, MeetingKind, MeetingState, STATE};
use serde_json::Value;
use uuid::Uuid;

use super::meetings::{MeetingLine, MeetingName, latest_first};
use crate::db::{internal, word};

/// What is known of each meeting by the name of its field, in the order in which it was said.
#[derive(Default)]
pub(super) struct Told(BTreeMap<Uuid, BTreeMap<String, String>>);

impl Told {
    /// Hears one more step of a meeting's record.
    pub(super) fn hear(&mut self, meeting: Uuid, field: &str, new: Option<&str>) -> Result<(), AppError> {
        let known = self.0.entry(meeting).or_default();
        if field != "meeting" {
            known.insert(field.to_owned(), new.unwrap_or_default().to_owned());
            return Ok(());
        }
        // Planned, or announced to more people: all of it, but for the state and the delegations, which are told apart.
        known.retain(|name, _| name == STATE);
        let values: BTreeMap<String, Value> = serde_json::from_str(new.unwrap_or("{}")).map_err(internal)?;
        let text = |value: Value| match value {
            Value::String(text) => Some(text),
            Value::Bool(true) => Some("yes".to_owned()),
            _ => None,
        };
        known.extend(values.into_iter().filter_map(|(name, value)| text(value).map(|text| (name, text))));
        Ok(())
    }

    /// The meetings a clearance sees, the latest first.
    pub(super) fn lines(self, clearance: Clearance) -> Result<Vec<MeetingLine>, AppError> {
        let mut lines = Vec::new();
        for known in self.0.into_values() {
            let text = |name: &str| known.get(name).cloned().unwrap_or_default();
            let kind = word(&text("kind"), MeetingKind::from_code)?;
            let state = MeetingState::from_code(&text(STATE)).unwrap_or(MeetingState::Draft);
            // Taken back to draft, it is no longer known to those who may still read that it was announced.
            if meeting::clearance(kind, state, Clearance::Public) > clearance {
                continue;
            }
            lines.push(MeetingLine {
                name: MeetingName { kind, address: text("address"), number: text("number").parse().ok(), title: text("title") },
                state,
                dates: PartialDate::parse("dates", &text("dates")).ok(),
                place: text("place"),
                verified: text("verified") == "yes",
                publisher: text("publisher"),
                illustrative: text("illustrative") == "yes",
            });
        }
        Ok(latest_first(lines))
    }
}
