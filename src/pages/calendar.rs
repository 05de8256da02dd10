//! The calendar feed: read by other people's programs with a token in the address; made and revoked in my account.

use accord_domain::AppError;
use accord_exchange::calendar::feed;
use accord_language::{Locale, Speaker};
use accord_store::actor::signed_in;
use accord_store::clock::HOME_ZONE;
use accord_store::commands::calendars;
use accord_store::queries::calendar::{load, opened_by};
use axum::extract::{Path, State};
use axum::http::HeaderName;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::document::{Place, Screen, page};
use super::lists::done;
use crate::components::form::escaped;
use crate::web::app::App;
use crate::web::failure::{Answer, status_of};
use crate::web::visitor::Reader;

/// The feed of a token; anything else is not found. A program is told no more than a status, so that a failure is logged here.
pub async fn read(State(app): State<App>, Path(file): Path<String>) -> Response {
    opened(&app, &file).await.unwrap_or_else(|error| {
        if let AppError::Internal(cause) = &error {
            tracing::error!(cause, "a calendar could not be read");
        }
        status_of(&error).into_response()
    })
}

/// The feed as its person may see things now, in their language. Before a first password is changed nothing may be read.
async fn opened(app: &App, file: &str) -> Result<Response, AppError> {
    let token = file.strip_suffix(".ics").ok_or(AppError::NotFound)?;
    let account = opened_by(&app.db, token).await?;
    let person = signed_in(&app.db, account).await?.filter(|person| !person.must_change_password).ok_or(AppError::NotFound)?;
    let l = Speaker {
        locale: Locale::from_code(&person.language).unwrap_or(Locale::EnIn),
        zone: person.zone.parse().unwrap_or(HOME_ZONE),
        now: app.clock.now(),
    };
    let view = load(&app.db, &person.actor, l.today()).await?;
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"accord.ics\""),
        (CACHE_CONTROL, "private, no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    Ok((headers, feed(&l, &app.settings.public_url, &person.actor.name, &view)).into_response())
}

/// The part of my account that makes the feed and revokes it. `made` is when it was made, none where there is none.
pub fn section(l: &Speaker, made: Option<DateTime<Utc>>) -> AnyView {
    let label = if made.is_some() { l.t("calendar-make-anew") } else { l.t("calendar-make") };
    view! {
        <section aria-labelledby="calendar">
            <h2 id="calendar">{l.t("calendar")}</h2>
            <p>{l.t("calendar-told")}</p>
            {made.map(|at| view! { <p>{l.with("calendar-made", &[("when", l.instant(at).into())])} " " {l.t("calendar-anew-told")}</p> })}
            <div class="actions">
                <form method="post" action="/me/calendar"><button class="plain">{label}</button></form>
                {made.is_some().then(|| view! {
                    <form method="post" action="/me/calendar/revoke"><button class="danger">{l.t("calendar-revoke")}</button></form>
                })}
            </div>
        </section>
    }
    .into_any()
}

/// Makes the feed, and shows its address this once.
pub async fn make(reader: Reader) -> Answer {
    let token = calendars::make(reader.db(), reader.command()).await?;
    Ok(address(&reader, &token).into_response())
}

fn address(reader: &Reader, token: &str) -> Html<String> {
    let l = *reader.speaker();
    let address = format!("{}/calendar/{token}.ics", reader.visitor.app.settings.public_url);
    // The scheme by which programs are asked to subscribe rather than to download.
    let subscribe = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}")).unwrap_or_default();
    page(&reader.visitor, Screen::plain(l.t("calendar"), Place::Account), || {
        view! {
            <div class="narrow">
                <h1>{l.t("calendar-address")}</h1>
                <p class="notice warn" role="status">{l.t("calendar-once")}</p>
                <div class="field">
                    <label for="address">{l.t("calendar-address")}</label>
                    <small class="hint" id="address-hint">{l.t("calendar-address-hint")}</small>
                    <textarea id="address" rows="3" readonly="readonly" aria-describedby="address-hint" inner_html=escaped(&address)></textarea>
                </div>
                <p class="actions"><a class="button" href=subscribe>{l.t("calendar-subscribe")}</a> <a href="/me">{l.t("my-account")}</a></p>
            </div>
        }
    })
}

/// Revokes the feed.
pub async fn revoke(reader: Reader) -> Answer {
    calendars::revoke(reader.db(), reader.command()).await?;
    Ok(done("/me", "calendar-revoked"))
}
