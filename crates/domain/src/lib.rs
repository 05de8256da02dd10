//! The rules of trade negotiation as Accord keeps them: pure types and functions, without a clock, a database or a page.
//!
//! One module per word of the trade. Everything here compiles for the server and for the browser.

pub mod access;
pub mod action_point;
pub mod agreement;
pub mod barrier;
pub mod chapter;
pub mod clearance;
pub mod consultation;
pub mod country;
pub mod dates;
pub mod document;
pub mod error;
pub mod house_meeting;
pub mod ids;
pub mod lifecycle;
pub mod meeting;
pub mod milestone;
pub mod paper;
pub mod priority;
pub mod programme;
pub mod ratification;
pub mod stakeholder;
pub mod text;
pub mod tracks;
pub mod trade;

pub use error::{AppError, FieldError};
