//! The messages of `locales/`, compiled in.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::Locale;

/// What fills a gap in a message.
#[derive(Clone, Debug)]
pub enum Argument {
    Text(String),
    /// Chooses a plural form; shown through its own text argument.
    Count(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! sources {
    ($($code:literal: [$($file:literal),+ $(,)?]),+ $(,)?) => {
        fn source(locale: Locale) -> &'static [&'static str] {
            match locale.code() {
                $($code => &[$(include_str!(concat!("../../../locales/", $code, "/", $file, ".ftl"))),+],)+
                _ => &[],
            }
        }
    };
}

sources! {
    "en-IN": ["words", "pages", "forms", "errors", "meetings", "documents", "brief", "report", "action_points", "calendar", "papers", "countries", "hs", "trade", "programme", "consultations", "barriers", "intake", "house_meetings"],
    "es-PE": ["words", "pages", "forms", "errors", "meetings", "documents", "brief", "report", "action_points", "calendar", "papers", "countries", "hs", "trade", "programme", "consultations", "barriers", "intake", "house_meetings"],
    "hi-IN": ["words", "pages", "forms", "errors", "meetings", "documents", "brief", "report", "action_points", "calendar", "papers", "countries", "hs", "trade", "programme", "consultations", "barriers", "intake", "house_meetings"],
}

fn bundle(locale: Locale) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: OnceLock<Vec<FluentBundle<FluentResource>>> = OnceLock::new();
    let all = BUNDLES.get_or_init(|| Locale::ALL.into_iter().map(read).collect());
    &all[locale as usize]
}

fn read(locale: Locale) -> FluentBundle<FluentResource> {
    let language = locale.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for text in source(locale) {
        // A faulty message is left out here and found by the test of the locales.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The message of a key in a locale; the key itself where there is none, so that nobody sees an empty label.
pub(crate) fn message(locale: Locale, key: &str, arguments: &[(&str, Argument)]) -> String {
    let bundle = bundle(locale);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut filled = FluentArgs::with_capacity(arguments.len());
    for (name, argument) in arguments {
        let value = match argument {
            Argument::Text(text) => FluentValue::from(text.clone()),
            Argument::Count(count) => FluentValue::from(*count),
        };
        filled.set((*name).to_owned(), value);
    }
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
}

/// Whether a locale has the message.
pub(crate) fn has(locale: Locale, key: &str) -> bool {
    bundle(locale).get_message(key).is_some_and(|message| message.value().is_some())
}

/// What a message says in each of the languages.
pub fn in_every_language(key: &str) -> Vec<String> {
    Locale::ALL.into_iter().map(|locale| message(locale, key, &[])).collect()
}

/// The code among some whose word a person wrote, in any of the languages, or the code itself.
pub fn code_said<'c>(prefix: &str, codes: impl IntoIterator<Item = &'c str>, said: &str) -> Option<&'c str> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let said = plain(said);
    let fits = |code: &str| code == said || in_every_language(&format!("{prefix}-{code}")).iter().any(|word| plain(word) == said);
    codes.into_iter().find(|code| fits(code))
}

/// Every key of a locale's files.
pub fn keys(locale: Locale) -> BTreeSet<String> {
    source(locale)
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| line.chars().next().is_some_and(|c| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
        .collect()
}
