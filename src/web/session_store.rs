//! Sessions kept in Accord's own database, behind tower-sessions.

use std::sync::Arc;

use accord_domain::ids::AccountId;
use accord_store::clock::Clock;
use accord_store::db::Db;
use accord_store::sessions;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use uuid::Uuid;

use super::memory::Memory;

/// The key of the signed-in account in a session.
pub const ACCOUNT: &str = "account";

/// The store of sessions.
#[derive(Clone)]
pub struct Sessions {
    pub db: Db,
    pub memory: Arc<Memory>,
}

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

fn to_chrono(at: OffsetDateTime) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp(at.unix_timestamp(), 0).ok_or_else(|| Error::Encode("the expiry is out of range".into()))
}

impl Sessions {
    async fn keep(&self, record: &Record, only_new: bool) -> Result<bool> {
        let data = serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        let account = record.data.get(ACCOUNT).and_then(|id| id.as_str()).and_then(|id| id.parse::<Uuid>().ok()).map(AccountId);
        let expires = to_chrono(record.expiry_date)?;
        sessions::save(&self.db, &record.id.to_string(), account, data, expires, only_new).await.map_err(backend)
    }
}

#[async_trait]
impl tower_sessions::SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        while !self.keep(record, true).await? {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.keep(record, false).await.map(|_| ())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        // Expiry is judged by the system's clock even when the record's clock stands still.
        let now = Clock::System.now();
        let Some((data, expires)) = self.memory.session(&self.db, &id.to_string(), now).await.map_err(backend)? else {
            return Ok(None);
        };
        let data = serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(expires.timestamp()).map_err(backend)?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::delete(&self.db, &id.to_string()).await.map_err(backend)
    }
}
