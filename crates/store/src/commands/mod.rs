//! Every write. A command authorises, locks its scope, loads with the version, asks the domain's rule, saves, and appends what
//! changed to the record, in one transaction.

pub mod accounts;
pub mod action_point_steps;
pub mod action_points;
pub mod agreements;
pub mod barriers;
pub mod bodies;
pub mod calendars;
pub mod carry_over;
pub mod chapters;
pub mod consultations;
pub mod documents;
pub mod events;
pub mod grants;
pub mod house_meetings;
pub mod meeting_card;
pub mod meeting_sessions;
pub mod meetings;
pub mod milestones;
pub mod papers;
pub mod priorities;
pub mod priority_proposals;
pub mod programme;
pub mod publications;
mod saving;
pub mod sign_in;
pub mod stakeholders;
pub mod stances;
pub mod status_table;
pub mod trade;
pub mod waiting;
