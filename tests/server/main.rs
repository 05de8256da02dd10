//! The server as people, programs and strangers meet it: every role on every route, what a form does with bad input, what an answer
//! carries and what it must never carry, and the command line.
//!
//! Requests go straight into the router (no socket), each test on its own copy of one demo database that is seeded once.

mod acts;
mod addresses;
mod answers_in;
mod bad_input;
mod calendar;
mod canary;
mod command_line;
mod conflicts;
mod cross_site;
mod floors;
mod forms;
mod garbage;
mod headers;
mod house;
mod markup;
mod papers;
mod python;
mod renderings;
mod routes;
mod screens;
mod serving;
mod signing_in;
mod tables_in;
mod weight;
mod word;
