//! What the screens' forms and lists share: a refusal shown in the form it was typed in, lists of words to choose from, and the way between
//! the pages of a list.

use accord_domain::AppError;
use accord_language::Speaker;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::*;

use crate::components::form::Filled;
use crate::web::failure::{Answer, Failure, status_of};

/// The form as typed, with the sentences of its refusal. An error without fields is told at `fallback`.
pub fn refuse(l: &Speaker, typed: Vec<(String, String)>, error: &AppError, fallback: &str) -> Filled {
    let mut errors: Vec<(String, String)> =
        error.fields().iter().map(|field| (field.field.clone(), l.field_error(field))).collect();
    // A conflict is told by the page that shows both edits: no field is wrong.
    if errors.is_empty() && !matches!(error, AppError::Conflict { .. }) {
        let told = match error {
            AppError::TooMany { seconds } => l.count("failure-too-many-advice", *seconds as usize),
            _ => l.t(&format!("failure-{}-advice", error.code())),
        };
        errors.push((fallback.to_owned(), told));
    }
    Filled::refused(typed, errors)
}

/// Answers a refusal with the page rendered again, and anything else as a failure.
pub fn again(error: AppError, render: impl FnOnce(&AppError) -> Html<String>) -> Answer {
    match &error {
        AppError::Invalid(_) => Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&error)).into_response()),
        AppError::Conflict { .. } => Ok((status_of(&error), render(&error)).into_response()),
        _ => Err(Failure(error)),
    }
}

/// A redirect to a page that says what was saved.
pub fn done(path: &str, what: &str) -> Response {
    axum::response::Redirect::to(&format!("{path}?saved={what}")).into_response()
}

/// Value and label of each code.
pub fn options<'c>(l: &Speaker, prefix: &str, codes: impl IntoIterator<Item = &'c str>) -> Vec<(String, String)> {
    codes.into_iter().map(|code| (code.to_owned(), l.word(prefix, code))).collect()
}

/// The same with a blank choice first.
pub fn options_or_blank<'c>(
    l: &Speaker,
    blank: &str,
    prefix: &str,
    codes: impl IntoIterator<Item = &'c str>,
) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), l.t(blank))];
    all.extend(options(l, prefix, codes));
    all
}

/// The fields a form was sent with, to be shown again.
pub fn typed(fields: &crate::web::fields::Fields, names: &[&str]) -> Vec<(String, String)> {
    names.iter().flat_map(|name| fields.all(name).into_iter().map(|value| ((*name).to_owned(), value))).collect()
}

/// What a redirect said was saved.
#[derive(Default, serde::Deserialize)]
pub struct Saved {
    pub saved: Option<String>,
}

/// The way between the pages of a list; nothing where there is one.
pub fn pager(l: &Speaker, asked: u32, pages: usize, address: impl Fn(u32) -> String) -> AnyView {
    let last = u32::try_from(pages).unwrap_or(u32::MAX).max(1);
    let now = asked.min(last);
    if last == 1 {
        return ().into_any();
    }
    let link = |page: u32, label: String| view! { <a href=address(page)>{label}</a> };
    view! {
        <nav class="pager" aria-label=l.t("pages")>
            {(now > 1).then(|| link(now - 1, l.t("page-before")))}
            <span>{l.with("page-of", &[("page", l.number(now.into()).into()), ("pages", l.number(last.into()).into())])}</span>
            {(now < last).then(|| link(now + 1, l.t("page-after")))}
        </nav>
    }
    .into_any()
}
