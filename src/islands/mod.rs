//! The islands: what reaches the browser. Each holds a plain form that works without it.

pub mod refused;
pub mod status_control;

pub use refused::Refused;
