//! The server: who asks, what they get, and what every answer carries.

pub mod act;
pub mod app;
pub mod assets;
pub mod failure;
pub mod fields;
pub mod headers;
pub mod memory;
pub mod renderings;
pub mod router;
pub mod session_store;
pub mod upload;
pub mod visitor;
