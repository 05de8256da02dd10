//! Cards: all of a thing's own fields at once, written into the record whenever one of them is set, so that the record alone tells how
//! the thing stood on any day. A card is no news: beside it the record tells what changed, field by field.

use accord_domain::AppError;
use accord_domain::clearance::Clearance;
use accord_domain::dates::PartialDate;
use accord_domain::ids::ChapterId;
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::changes::Change;
use crate::db::internal;

/// The field under which a card stands in the record.
pub const CARD: &str = "card";

/// What the public may know of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementCard {
    pub name: String,
    pub kind: String,
    pub home_party: String,
    pub lead_ministry: String,
    pub objective: String,
    pub languages: String,
    pub illustrative: bool,
    /// Code and name, the home party first.
    pub parties: Vec<(String, String)>,
}

/// Who leads each side, by the code of the party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChiefsCard(pub Vec<(String, String)>);

/// What both sides know of a chapter beside its text track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterCard {
    pub kind: String,
    pub address: String,
    pub number: i16,
    pub title: String,
    pub our_lead: String,
    pub their_lead: String,
    pub line_ministry: String,
    pub target_round: String,
    pub open_brackets: i64,
    pub illustrative: bool,
}

/// What a source says of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimCard {
    pub date: PartialDate,
    pub place: String,
    pub publisher: String,
    pub title: String,
    pub verified: bool,
}

/// A lifecycle event as it was entered, the preferred claim first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCard {
    pub kind: String,
    pub note: String,
    pub held: bool,
    pub illustrative: bool,
    pub claims: Vec<ClaimCard>,
}

/// A party's step of ratification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatificationCard {
    pub party: String,
    pub step: String,
    /// None while the step is expected.
    pub date: Option<PartialDate>,
    pub publisher: String,
    pub illustrative: bool,
}

/// A priority area of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityCard {
    pub id: Uuid,
    pub title: String,
    pub stance: String,
    pub sector: String,
    pub owner: String,
    pub for_minister: bool,
    pub illustrative: bool,
}

/// The priority areas of an agreement, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrioritiesCard(pub Vec<PriorityCard>);

/// An action point: what has to be done, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionPointCard {
    pub number: i16,
    /// None where it is the agreement's as a whole.
    pub chapter: Option<Uuid>,
    pub title: String,
    pub side: String,
    /// Empty for the other side as such.
    pub owner: String,
    pub first_due: NaiveDate,
    pub due: NaiveDate,
    pub moved: i16,
    pub state: String,
    pub illustrative: bool,
}

/// The record of a card.
///
/// # Errors
/// When it cannot be written as text, which no card is known to do.
pub fn card(
    chapter: Option<ChapterId>,
    subject: &'static str,
    subject_id: Uuid,
    clearance: Clearance,
    of: &impl Serialize,
) -> Result<Change, AppError> {
    let new = Some(serde_json::to_string(of).map_err(internal)?);
    Ok(Change { chapter, subject, subject_id, verb: "card", field: CARD, old: None, new, reason: None, clearance })
}

/// A card as the record holds it.
///
/// # Errors
/// When the record holds something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    serde_json::from_str(text).map_err(internal)
}
