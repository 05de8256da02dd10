//! Outside formats in and out, over queries and commands.

pub mod brief;
pub mod calendar;
pub mod docx;
pub mod names;
pub mod papers;
pub mod tables;
