//! Outside formats in and out, over queries and commands.

pub mod tables;
