//! My account: language, zone, theme, name and password.

use accord_domain::AppError;
use accord_language::Locale;
use accord_store::commands::accounts::{self, LANGUAGES, Preferences, THEMES};
use accord_store::queries::calendar::made_at;
use axum::extract::Query;
use axum::response::{Html, IntoResponse};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::agreement_form::both_edits;
use super::calendar;
use super::document::{Place, Screen, page};
use super::lists::{Saved, again, done, options, refuse, typed};
use super::words::saved;
use crate::components::form::{Filled, input, select, summary};
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// Zones offered: those of the parties and capitals of the demo and of most of the ministry's posts.
const ZONES: [&str; 16] = [
    "Asia/Kolkata",
    "America/Lima",
    "America/Santiago",
    "America/Bogota",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "America/New_York",
    "Europe/London",
    "Europe/Zurich",
    "Europe/Brussels",
    "Asia/Dubai",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Sydney",
    "UTC",
];

fn preferences(reader: &Reader) -> Filled {
    let person = &reader.person;
    Filled::of([
        ("name", person.actor.name.clone()),
        ("language", person.language.clone()),
        ("zone", person.zone.clone()),
        ("theme", person.theme.clone()),
    ])
}

/// The screen.
pub async fn show(reader: Reader, Query(query): Query<Saved>) -> Answer {
    let shown = Shown { preferences: preferences(&reader), told: query.saved, ..Shown::of(&reader).await? };
    Ok(document(&reader, &shown).into_response())
}

/// What the page shows.
#[derive(Default)]
struct Shown {
    preferences: Filled,
    password: Filled,
    told: Option<String>,
    /// What stands, when it was saved meanwhile in another window.
    conflict: Option<Filled>,
    /// When the calendar feed was made; none where there is none.
    feed: Option<DateTime<Utc>>,
}

impl Shown {
    async fn of(reader: &Reader) -> Result<Self, AppError> {
        Ok(Self { feed: made_at(reader.db(), reader.actor()).await?, ..Self::default() })
    }
}

fn document(reader: &Reader, shown: &Shown) -> Html<String> {
    let l = *reader.speaker();
    let Shown { preferences: filled, password, told, conflict, feed } = shown;
    let languages = LANGUAGES
        .iter()
        .map(|code| ((*code).to_owned(), Locale::from_code(code).map(Locale::own_name).unwrap_or(code).to_owned()))
        .collect();
    let mut zones: Vec<(String, String)> = ZONES.iter().map(|zone| ((*zone).to_owned(), zone.replace('_', " "))).collect();
    if !ZONES.contains(&filled.value("zone").as_str()) {
        zones.push((filled.value("zone"), filled.value("zone").replace('_', " ")));
    }
    let must_change = reader.person.must_change_password;
    page(&reader.visitor, Screen::plain(l.t("my-account"), Place::Account), || {
        view! {
            <div class="narrow">
                <h1>{l.t("my-account")}</h1>
                <p class="lede">{reader.person.email.clone()}</p>
                {saved(&l, told.as_deref())}
                {must_change.then(|| view! { <p class="notice warn" role="alert">{l.t("first-password")}</p> })}
                {(!must_change).then(|| view! {
                    <section aria-labelledby="preferences">
                        <h2 id="preferences">{l.t("preferences")}</h2>
                        {conflict.as_ref().map(|stands| both_edits(reader, stands, filled, &[
                            ("name", l.t("name")), ("language", l.t("language")), ("zone", l.t("zone")), ("theme", l.t("theme")),
                        ]))}
                        {conflict.is_none().then(|| summary(filled, l.t("problem")))}
                        <form method="post" action="/me">
                            <input type="hidden" name="version" value=reader.person.version />
                            {input(filled, "name", l.t("name"), String::new(), "text", "name")}
                            {select(filled, "language", l.t("language"), String::new(), languages)}
                            {select(filled, "zone", l.t("zone"), l.t("zone-hint"), zones)}
                            {select(filled, "theme", l.t("theme"), String::new(), options(&l, "theme", THEMES))}
                            <p class="actions"><button>{l.t("save")}</button></p>
                        </form>
                    </section>
                })}
                <section aria-labelledby="password-heading">
                    <h2 id="password-heading">{l.t("change-password")}</h2>
                    {summary(password, l.t("problem"))}
                    <form method="post" action="/me/password">
                        {input(password, "present", l.t("present-password"), String::new(), "password", "current-password")}
                        {input(password, "next", l.t("new-password"), l.t("new-password-hint"), "password", "new-password")}
                        {input(password, "again", l.t("new-password-again"), String::new(), "password", "new-password")}
                        <p class="actions"><button class="plain">{l.t("change-password")}</button></p>
                    </form>
                </section>
                {(!must_change).then(|| calendar::section(&l, *feed))}
            </div>
        }
    })
}

/// Saves the preferences.
pub async fn save(reader: Reader, fields: Fields) -> Answer {
    let form = Preferences {
        name: fields.get("name"),
        language: fields.get("language"),
        zone: fields.get("zone"),
        theme: fields.get("theme"),
        version: fields.version(),
    };
    match accounts::save_preferences(reader.db(), reader.command(), form).await {
        Ok(()) => Ok(done("/me", "preferences")),
        Err(error) => {
            let shown = Shown::of(&reader).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &["name", "language", "zone", "theme"]), error, "name");
                let conflict = matches!(error, AppError::Conflict { .. }).then(|| preferences(&reader));
                document(&reader, &Shown { preferences: filled, conflict, ..shown })
            })
        }
    }
}

/// Changes the password. Every session ends, so the reader signs in anew.
pub async fn change_password(reader: Reader, fields: Fields) -> Answer {
    let (present, next, repeated) = (fields.get("present"), fields.get("next"), fields.get("again"));
    match accounts::change_own_password(reader.db(), reader.command(), present, next, repeated).await {
        Ok(()) => Ok(done("/sign-in", "password")),
        Err(error) => {
            let shown = Shown::of(&reader).await?;
            again(error, |error| {
                let password = refuse(reader.speaker(), Vec::new(), error, "present");
                document(&reader, &Shown { preferences: preferences(&reader), password, ..shown })
            })
        }
    }
}
