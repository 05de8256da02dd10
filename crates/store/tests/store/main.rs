//! The store on both engines: every query and every command, the change record, clearances, the writer and the demo.
//!
//! SQLite is always tested. PostgreSQL is tested when `ACCORD_TEST_POSTGRES` names a server on which databases may be created
//! (`postgres://postgres@127.0.0.1:5432/postgres`); they share one, with a
//! collation unlike SQLite's where the server can, have a schema of their own in it each, and drop it at the end.

#[macro_use]
mod harness;
mod world;

mod accounts;
mod action_points;
mod agreements;
mod archive;
mod as_of;
mod barriers;
mod briefs;
mod calendars;
mod changes;
mod chapters;
mod clearance;
mod consultations;
mod demo;
mod engines;
mod events;
mod grants;
mod house_meetings;
mod imports;
mod meetings;
mod milestones;
mod papers;
mod portfolio;
mod priorities;
mod programme;
mod record;
mod reports;
mod rights;
mod sessions;
mod sign_in;
mod stakeholders;
mod status_table;
mod trade;
mod versions;
mod writer;
