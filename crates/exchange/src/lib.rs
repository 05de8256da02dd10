//! Outside formats in and out, over queries and commands.

mod brief;
pub mod calendar;
pub mod consultation;
pub mod docx;
pub mod intake;
pub mod meetings;
pub mod papers;
pub mod programme;
mod report;
pub mod sheet;
pub mod tables;
