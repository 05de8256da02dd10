//! Who asks: the visitor of a request, signed in or not, with the language they are spoken to in.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::AccountId;
use accord_language::{Locale, Speaker};
use accord_store::actor::SignedIn;
use accord_store::changes::Command;
use accord_store::clock::HOME_ZONE;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, REFERER};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;
use uuid::Uuid;

use super::app::App;
use super::failure::{Failure, error_page};
use super::session_store::ACCOUNT;

/// The cookie a visitor's choice of language is kept in before sign-in.
pub const LANGUAGE_COOKIE: &str = "language";

/// Whoever asks.
#[derive(Clone)]
pub struct Visitor {
    pub app: App,
    pub signed_in: Option<Arc<SignedIn>>,
    pub speaker: Speaker,
    /// The path and query asked for.
    pub address: String,
    /// The client's address, as far as trusted proxies tell it.
    pub client: String,
}

/// A visitor who is signed in, and has no first password left to change.
#[derive(Clone)]
pub struct Reader {
    pub visitor: Visitor,
    pub person: Arc<SignedIn>,
}

impl Reader {
    /// The actor of queries.
    pub fn actor(&self) -> &Actor {
        &self.person.actor
    }

    /// A command of this reader, now.
    pub fn command(&self) -> Command {
        Command { actor: self.person.actor.clone(), at: self.visitor.speaker.now, imported: false }
    }

    /// The database.
    pub fn db(&self) -> &accord_store::db::Db {
        &self.visitor.app.db
    }

    /// How the page is spoken.
    pub fn speaker(&self) -> &Speaker {
        &self.visitor.speaker
    }
}

fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

fn client_of(request: &Request, app: &App) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let Some(peer) = peer else { return String::new() };
    if !app.settings.trusted_proxies.contains(&peer) {
        return peer.to_string();
    }
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
    // The last address not of a trusted proxy: what stands before it may have been written by anybody.
    forwarded
        .rsplit(',')
        .filter_map(|part| part.trim().parse::<IpAddr>().ok())
        .find(|address| !app.settings.trusted_proxies.contains(address))
        .unwrap_or(peer)
        .to_string()
}

/// Finds out who asks, answers, and turns a failure into a page in their language.
pub async fn identify(State(app): State<App>, session: Session, mut request: Request, next: Next) -> Response {
    let now = app.clock.now();
    let wished = cookie(request.headers(), LANGUAGE_COOKIE).and_then(Locale::from_code).unwrap_or_else(|| {
        let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Locale::preferred(accepted.unwrap_or_default())
    });
    let mut visitor = Visitor {
        signed_in: None,
        speaker: Speaker { locale: wished, zone: HOME_ZONE, now },
        address: request.uri().path_and_query().map(ToString::to_string).unwrap_or_else(|| "/".into()),
        client: client_of(&request, &app),
        app,
    };
    match person_of(&visitor.app, &session).await {
        Ok(Some(person)) => {
            visitor.speaker.locale = Locale::from_code(&person.language).unwrap_or(wished);
            visitor.speaker.zone = person.zone.parse().unwrap_or(HOME_ZONE);
            visitor.signed_in = Some(person);
        }
        Ok(None) => {}
        Err(error) => return error_page(&visitor, &error),
    }
    // No name and no search holds a NUL, and PostgreSQL fails on one.
    if visitor.address.contains("%00") {
        return error_page(&visitor, &AppError::NotFound);
    }
    request.extensions_mut().insert(visitor.clone());
    let response = next.run(request).await;
    match response.extensions().get::<Failure>().map(|failure| failure.0.clone()).or_else(|| told_plainly(&response)) {
        Some(error) => error_page(&visitor, &error),
        None => response,
    }
}

/// What the framework refused by itself, in a line of its own or none: a method that no route takes, an address that is no text.
fn told_plainly(response: &Response) -> Option<AppError> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("text/plain");
    if !response.status().is_client_error() || !kind.starts_with("text/plain") {
        return None;
    }
    Some(match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => AppError::NotFound,
        _ => AppError::Unreadable,
    })
}

async fn person_of(app: &App, session: &Session) -> Result<Option<Arc<SignedIn>>, AppError> {
    let account = session.get::<Uuid>(ACCOUNT).await.map_err(|error| AppError::Internal(error.to_string()))?;
    match account {
        Some(account) => app.memory.person(&app.db, AccountId(account)).await,
        None => Ok(None),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let visitor = Visitor::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        match visitor.signed_in.clone() {
            None => {
                let next = form_urlencoded(&way_back(&visitor, parts));
                Err(Redirect::to(&format!("/sign-in?next={next}")).into_response())
            }
            Some(person) if person.must_change_password && !is_own_account(parts.uri.path()) => {
                Err(Redirect::to("/me").into_response())
            }
            Some(person) => Ok(Self { visitor, person }),
        }
    }
}

/// Where to go after signing in: the page asked for; after a form, the page it stood on, as its own address may take forms alone.
fn way_back(visitor: &Visitor, parts: &Parts) -> String {
    if parts.method == Method::GET || parts.method == Method::HEAD {
        return visitor.address.clone();
    }
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let page = header(REFERER).and_then(|page| page.parse::<Uri>().ok());
    page.filter(|page| page.authority().map(Authority::as_str) == header(HOST))
        .and_then(|page| page.path_and_query().map(ToString::to_string))
        .unwrap_or_else(|| "/".into())
}

/// The page on which a first password is changed, and what it posts to.
fn is_own_account(path: &str) -> bool {
    path == "/me" || path == "/me/password"
}

/// Escapes a text for use as a query parameter.
pub fn form_urlencoded(text: &str) -> String {
    serde_urlencoded::to_string([("", text)]).map(|pair| pair.trim_start_matches('=').to_owned()).unwrap_or_default()
}
