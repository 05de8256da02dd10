//! One file per screen: its GET, its POSTs, its document. A page is loaded whole, then rendered by pure functions.

pub mod account;
pub mod administration;
pub mod agreement;
pub mod agreement_form;
pub mod as_of;
pub mod chapter;
pub mod chapter_form;
pub mod document;
pub mod downloads;
pub mod errors;
pub mod events;
pub mod lists;
pub mod meeting;
pub mod meeting_form;
pub mod meeting_session;
pub mod meetings;
pub mod pack;
pub mod people;
pub mod portfolio;
pub mod rights;
pub mod sign_in;
pub mod what_changed;
pub mod words;
