//! Forms as they arrive: plain strings by name, so that no framework error ever reaches a person.

use accord_domain::AppError;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;

use super::failure::Failure;

/// The fields of a posted form, in order.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The fields as they were sent.
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        // PostgreSQL keeps no NUL and fails on one: it stands as another control character, which no field takes and nothing has in
        // its name.
        Self(pairs.into_iter().map(|(name, value)| (name, value.replace('\0', "\u{1}"))).collect())
    }

    /// All fields, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// The first value of a field, empty when it was not sent.
    pub fn get(&self, name: &str) -> String {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Every value of a field, as of checkboxes that share a name.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    }

    /// Whether a field was sent, as a ticked box is.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// The version the person edited; one that no record has when it was tampered with, so that it ends as a conflict.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(-1)
    }

    /// As a browser would post them.
    pub fn encoded(&self) -> String {
        serde_urlencoded::to_string(&self.0).unwrap_or_default()
    }

    /// Reads `a=b&c=d`.
    pub fn read(text: &str) -> Self {
        Self(serde_urlencoded::from_str(text).unwrap_or_default())
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let is_form = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Failure(AppError::TooLarge)
            } else {
                Failure(AppError::Unreadable)
            }
        })?;
        if !is_form && !body.is_empty() {
            return Err(Failure(AppError::Unreadable));
        }
        let text = std::str::from_utf8(&body).map_err(|_| Failure(AppError::Unreadable))?;
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(text).map_err(|_| Failure(AppError::Unreadable))?;
        // Percent-encoded bytes that are not UTF-8 arrive as replacement characters.
        if pairs.iter().any(|(_, value)| value.contains('\u{fffd}')) {
            return Err(Failure(AppError::Unreadable));
        }
        Ok(Self::of(pairs))
    }
}
