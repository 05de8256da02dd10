//! Failures as answers: handlers return them, the visitor's middleware renders them in the reader's language.

use accord_domain::AppError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::visitor::Visitor;
use crate::pages::errors;

/// An error on its way to become a page.
#[derive(Clone, Debug)]
pub struct Failure(pub AppError);

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status_of(&self.0).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The HTTP status of an error.
pub fn status_of(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The page of an error. The cause of an internal one is logged here, once.
pub fn error_page(visitor: &Visitor, error: &AppError) -> Response {
    if let AppError::Internal(cause) = error {
        tracing::error!(cause, address = visitor.address, "a request failed");
    }
    (status_of(error), errors::document(visitor, error)).into_response()
}

/// What a handler answers.
pub type Answer = Result<Response, Failure>;
