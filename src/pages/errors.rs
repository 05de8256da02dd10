//! What a person sees when something cannot be shown or done.

use accord_domain::AppError;
use axum::response::Html;
use leptos::prelude::*;

use super::document::{Place, Screen, page};
use crate::web::failure::Failure;
use crate::web::visitor::Visitor;

/// The page of an error.
pub fn document(visitor: &Visitor, error: &AppError) -> Html<String> {
    let l = visitor.speaker;
    let title = l.t(&format!("failure-{}", error.code()));
    let advice = match error {
        AppError::TooMany { seconds } => l.count("failure-too-many-advice", *seconds as usize),
        _ => l.t(&format!("failure-{}-advice", error.code())),
    };
    page(visitor, Screen::plain(title.clone(), Place::Outside), || {
        view! {
            <div class="error-page">
                <h1>{title}</h1>
                <p class="lede">{advice}</p>
                <p><a href="/">{l.t("back-to-portfolio")}</a></p>
            </div>
        }
    })
}

/// An address nothing answers to.
pub async fn not_found() -> Failure {
    Failure(AppError::NotFound)
}
