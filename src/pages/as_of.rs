//! A screen as of a day: the day chosen, the plain word that it is the past, and the reader's now turned back to the day's end.

use accord_domain::FieldError;
use accord_domain::dates::day;
use accord_language::Speaker;
use accord_store::clock::{HOME_ZONE, beginning_of, day_in};
use chrono::{NaiveDate, TimeDelta};
use leptos::prelude::*;
use serde::Deserialize;

use crate::components::form::{Filled, input};

/// The name of the day in an address.
pub const AS_OF: &str = "as-of";

/// The day of an address that has nothing else but what was saved.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "as-of")]
    pub as_of: String,
    pub saved: Option<String>,
}

/// The day asked for; none for now, which a blank and today both mean.
///
/// # Errors
/// What is no day, and a day to come.
pub fn chosen(l: &Speaker, typed: &str) -> Result<Option<NaiveDate>, FieldError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let (asked, today) = (day(AS_OF, typed)?, day_in(HOME_ZONE, l.now));
    if asked > today { Err(FieldError::new(AS_OF, "in-the-future")) } else { Ok(Some(asked).filter(|asked| *asked < today)) }
}

/// The reader's language and zone at the end of a day: how long ago a thing is, is told from then.
pub fn then(l: &Speaker, day: NaiveDate) -> Speaker {
    let next = day.succ_opt().map_or(l.now, |next| beginning_of(HOME_ZONE, next) - TimeDelta::seconds(1));
    Speaker { now: next, ..*l }
}

/// Says that the screen shows the past, and leads back.
pub fn banner(l: &Speaker, day: NaiveDate, now: String) -> AnyView {
    view! {
        <div class="notice past">
            <strong>{l.with("as-of-day", &[("day", l.day(day).into())])}</strong>
            " "
            {l.t("as-of-told")}
            " "
            <a href=now>{l.t("as-of-now")}</a>
        </div>
    }
    .into_any()
}

/// What was typed for the day, and what is wrong with it.
pub fn filled(l: &Speaker, typed: &str, error: Option<&FieldError>) -> Filled {
    let errors = error.map(|error| (AS_OF.to_owned(), l.field_error(error)));
    Filled::refused(vec![(AS_OF.to_owned(), typed.trim().to_owned())], errors.into_iter().collect())
}

/// The field for the day. A browser's field for days shows nothing of what is no day, and what was typed must not be lost.
pub fn field(l: &Speaker, filled: &Filled) -> AnyView {
    let typed = filled.value(AS_OF);
    let kind = if typed.is_empty() || typed.parse::<NaiveDate>().is_ok() { "date" } else { "text" };
    input(filled, AS_OF, l.t("as-of"), String::new(), kind, "off")
}

/// The choice of a day on a screen without other choices.
pub fn choice(l: &Speaker, filled: &Filled, address: String) -> AnyView {
    view! {
        <form class="bar as-of" method="get" action=address>
            {field(l, filled)}
            <button class="plain">{l.t("show")}</button>
        </form>
    }
    .into_any()
}
