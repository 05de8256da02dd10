//! Every read: each query takes the actor and fills the view of one screen, with nothing in it the actor may not see.

#[macro_use]
mod visible;

pub mod accounts;
pub mod action_point;
pub mod action_points;
pub mod agreement;
pub mod as_of;
pub mod barriers;
pub mod bodies;
pub mod calendar;
pub mod changes;
pub mod chapter;
pub mod consultations;
pub mod document;
pub mod facts;
pub mod house_changes;
pub mod house_meetings;
pub mod meeting;
pub mod meetings;
mod meetings_as_of;
pub mod milestones;
pub mod obstacles;
pub mod papers;
pub mod portfolio;
pub mod portfolio_as_of;
pub mod priorities;
pub mod programme;
pub mod report_facts;
pub mod stakeholders;
pub mod stances;
pub mod timeline;
pub mod trade;
pub mod work;
