//! Signing in and out, and the language before it.

use accord_domain::{AppError, text};
use accord_language::Locale;
use accord_store::commands::sign_in;
use axum::Extension;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use leptos::prelude::*;
use serde::Deserialize;
use tower_sessions::Session;

use super::document::{Place, Screen, page};
use super::lists::refuse;
use super::words::saved;
use crate::components::form::{Filled, input, summary};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::session_store::ACCOUNT;
use crate::web::visitor::{LANGUAGE_COOKIE, Visitor};

/// Where to go after signing in, and what was saved before: a new password ends every session.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Next {
    next: String,
    saved: String,
}

/// Only a path of this server: never another site, however it is written.
fn safe_next(next: &str) -> &str {
    let local = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && !next.contains(char::is_control);
    if local { next } else { "/" }
}

/// The form.
pub async fn form(visitor: Visitor, Query(next): Query<Next>) -> Response {
    if visitor.signed_in.is_some() {
        return Redirect::to(safe_next(&next.next)).into_response();
    }
    document(&visitor, &next.next, &Filled::default(), Some(&next.saved)).into_response()
}

fn document(visitor: &Visitor, next: &str, filled: &Filled, told: Option<&str>) -> Html<String> {
    let l = visitor.speaker;
    let demo = visitor.app.settings.demo.then(|| {
        view! {
            <aside class="card">
                <h2>{l.t("demo-accounts")}</h2>
                <p>{l.t("demo-accounts-advice")}</p>
                <ul class="accounts">
                    {["chief", "minister", "goods", "services", "official", "adhikari", "partner", "statistics", "mission", "admin"]
                        .map(|key| view! { <li><code>{format!("{key}@accord.example")}</code> " " <span class="q">{l.word("demo-account", key)}</span></li> })
                        .collect_view()}
                </ul>
            </aside>
        }
    });
    page(visitor, Screen::plain(l.t("sign-in"), Place::Outside), || {
        view! {
            <div class="narrow">
                <h1>{l.t("sign-in")}</h1>
                <p class="lede">{l.t("sign-in-lede")}</p>
                {saved(&l, told)}
                {summary(filled, l.t("problem"))}
                <form method="post" action="/sign-in">
                    <input type="hidden" name="next" value=safe_next(next).to_owned() />
                    {input(filled, "email", l.t("email"), String::new(), "email", "username")}
                    {input(filled, "password", l.t("password"), String::new(), "password", "current-password")}
                    <p class="actions"><button>{l.t("sign-in")}</button></p>
                </form>
                {demo}
            </div>
        }
    })
}

/// Signs in, and on to the page asked for.
pub async fn enter(visitor: Visitor, session: Session, fields: Fields) -> Answer {
    let (email, next) = (fields.get("email"), fields.get("next"));
    let checked = if email.chars().count() > text::LINE {
        // Nobody's address is so long; the attempt would be noted under it.
        Err(AppError::field("password", "wrong-sign-in"))
    } else {
        sign_in::check(&visitor.app.db, &email, &fields.get("password"), &visitor.client, visitor.speaker.now).await
    };
    let account = match checked {
        Ok(account) => account,
        Err(error @ (AppError::Invalid(_) | AppError::TooMany { .. })) => {
            let status = if matches!(error, AppError::TooMany { .. }) {
                StatusCode::TOO_MANY_REQUESTS
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            let filled = refuse(&visitor.speaker, vec![("email".to_owned(), email)], &error, "password");
            return Ok((status, document(&visitor, &next, &filled, None)).into_response());
        }
        Err(error) => return Err(Failure(error)),
    };
    let stored = |error: tower_sessions::session::Error| Failure(AppError::Internal(error.to_string()));
    session.cycle_id().await.map_err(stored)?;
    session.insert(ACCOUNT, account.0).await.map_err(stored)?;
    Ok(Redirect::to(safe_next(&next)).into_response())
}

/// Signs out.
pub async fn leave(session: Session) -> Answer {
    session.flush().await.map_err(|error| Failure(AppError::Internal(error.to_string())))?;
    Ok(Redirect::to("/sign-in").into_response())
}

/// Chooses the language of a visitor who has not signed in.
pub async fn choose_language(Extension(visitor): Extension<Visitor>, fields: Fields) -> Response {
    let locale = Locale::from_code(&fields.get("language")).unwrap_or(visitor.speaker.locale);
    let secure = if visitor.app.settings.secure { "; Secure" } else { "" };
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}", locale.code());
    let next = fields.get("next");
    (AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(safe_next(&next))).into_response()
}

#[cfg(test)]
mod tests {
    use super::safe_next;

    #[test]
    fn only_paths_of_this_server() {
        assert_eq!(safe_next("/agreements/india-peru?x=1"), "/agreements/india-peru?x=1");
        for elsewhere in ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "", "javascript:1"] {
            assert_eq!(safe_next(elsewhere), "/");
        }
    }
}
