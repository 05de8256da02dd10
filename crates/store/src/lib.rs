//! The record: both database engines, the change record, every query (reads, into views) and every command (writes).
//!
//! A query and a command take the actor. What the actor's clearance does not reach is filtered in the SQL.

#[macro_use]
mod macros;

pub mod actor;
pub mod archive;
pub mod audit;
pub mod cards;
pub mod changes;
pub mod clock;
pub mod commands;
pub mod db;
pub mod demo;
pub mod passwords;
pub mod queries;
pub mod sessions;
pub mod standings;
pub mod strips;
pub mod threads;
