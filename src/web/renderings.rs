//! Finished pages, kept while what they were made of stands: the reader, the address, the minute it says it is, the encoding,
//! and the position of the record. A page is kept for one reader alone.

use accord_domain::ids::AccountId;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::app::App;
use super::failure::Failure;
use super::visitor::Visitor;

/// All pages together, in bytes.
const LARGEST: u64 = 2 * 1024 * 1024;
/// How many pages are expected at most.
const MANY: usize = 1_000;

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    account: AccountId,
    address: String,
    minute: i64,
    accepts: String,
}

#[derive(Clone)]
struct Rendering {
    position: i64,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Clone)]
struct Bulk;

impl Weighter<Key, Rendering> for Bulk {
    fn weight(&self, key: &Key, rendering: &Rendering) -> u64 {
        (key.address.len() + rendering.body.len()) as u64
    }
}

/// The pages kept.
pub struct Renderings(Cache<Key, Rendering, Bulk>);

impl Default for Renderings {
    fn default() -> Self {
        Self(Cache::with_weighter(MANY, LARGEST, Bulk))
    }
}

/// Answers from the pages kept, or keeps the answer if it is a page.
pub async fn keep(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(key) = key(&request) else {
        return next.run(request).await;
    };
    let position = match app.memory.position(&app.db).await {
        Ok(position) => position,
        Err(error) => return Failure(error).into_response(),
    };
    let renderings = &app.memory.renderings.0;
    if let Some(kept) = renderings.get(&key).filter(|kept| kept.position == position) {
        return (kept.headers, kept.body).into_response();
    }
    let response = next.run(request).await;
    if !is_page(&response) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let body = match to_bytes(body, usize::MAX).await {
        // A copy, as the page was written into more room than it took.
        Ok(body) => Bytes::copy_from_slice(&body),
        Err(error) => return Failure(accord_domain::AppError::Internal(error.to_string())).into_response(),
    };
    renderings.insert(key, Rendering { position, headers: parts.headers.clone(), body: body.clone() });
    Response::from_parts(parts, Body::from(body))
}

fn key(request: &Request) -> Option<Key> {
    let visitor = request.extensions().get::<Visitor>().filter(|_| request.method() == Method::GET)?;
    let accepts = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Some(Key {
        account: visitor.signed_in.as_ref()?.actor.account,
        address: visitor.address.clone(),
        minute: visitor.speaker.now.timestamp().div_euclid(60),
        accepts: accepts.to_owned(),
    })
}

fn is_page(response: &Response) -> bool {
    let headers = response.headers();
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    response.status() == StatusCode::OK && kind.starts_with("text/html") && !headers.contains_key(SET_COOKIE)
}
