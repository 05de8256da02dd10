//! What every handler shares: the database, the clock and the house's settings.

use std::sync::Arc;

use accord_store::clock::Clock;
use accord_store::db::Db;

use super::memory::Memory;

/// The settings of the running server.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where people reach the server, as in `https://accord.example`.
    pub public_url: String,
    /// Whether cookies are for TLS only: the public address begins with https.
    pub secure: bool,
    /// Whether the database is the demo's.
    pub demo: bool,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

/// The application.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub settings: Arc<Settings>,
    pub memory: Arc<Memory>,
}

impl App {
    /// An application that remembers nothing yet.
    pub fn new(db: Db, clock: Clock, settings: Settings) -> Self {
        Self { db, clock, settings: Arc::new(settings), memory: Arc::default() }
    }
}
