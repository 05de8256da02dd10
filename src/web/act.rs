//! The island's door: runs a command for the reader and answers a refusal in their language with the true status.

use std::future::Future;

use accord_domain::AppError;
use accord_language::Speaker;
use axum::Json;
use axum::body::Body;
use axum::extract::{FromRequest as _, Request};
use axum::http::Method;
use axum::http::header::{ACCEPT, CONTENT_LENGTH};
use axum::response::{IntoResponse, Response};
use leptos::prelude::{provide_context, use_context};
use leptos::server_fn::axum::get_server_fn_service;
use leptos_axum::{ResponseOptions, handle_server_fns_with_context};

use super::failure::{Failure, status_of};
use super::fields::Fields;
use super::visitor::{Reader, Visitor};
use crate::islands::Refused;

/// Tells the server function of an address who asks. What it could not read, or what is for none, is refused in the same shape.
pub async fn enter(visitor: Visitor, request: Request) -> Response {
    if get_server_fn_service(request.uri().path(), Method::POST).is_none() {
        return refusal(&visitor, &AppError::NotFound);
    }
    let (mut head, body) = request.into_parts();
    let fields = match Fields::from_request(Request::from_parts(head.clone(), body), &()).await {
        Ok(fields) => fields,
        Err(Failure(error)) => return refusal(&visitor, &error),
    };
    // Whoever accepts HTML would be led by the framework to whatever page the request names as its referrer.
    head.headers.remove(ACCEPT);
    head.headers.remove(CONTENT_LENGTH);
    let request = Request::from_parts(head, Body::from(fields.encoded()));
    handle_server_fns_with_context(move || provide_context(visitor.clone()), request).await.into_response()
}

fn refusal(visitor: &Visitor, error: &AppError) -> Response {
    (status_of(error), Json(refused(&visitor.speaker, error))).into_response()
}

fn refused(speaker: &Speaker, error: &AppError) -> Refused {
    let fields = error.fields().iter().map(|field| (field.field.clone(), speaker.field_error(field))).collect();
    Refused { code: error.code().into(), message: speaker.t(&format!("failure-{}", error.code())), fields }
}

/// Runs the act of a server function.
pub async fn answer<F, A>(act: A) -> Result<(), Refused>
where
    A: FnOnce(Reader) -> F,
    F: Future<Output = Result<(), AppError>>,
{
    let Some(visitor) = use_context::<Visitor>() else {
        return Err(Refused { code: "internal".into(), message: String::new(), fields: Vec::new() });
    };
    let speaker = visitor.speaker;
    let outcome = match visitor.signed_in.clone().filter(|person| !person.must_change_password) {
        Some(person) => act(Reader { visitor, person }).await,
        None => Err(AppError::SignInRequired),
    };
    outcome.map_err(|error| {
        if let AppError::Internal(cause) = &error {
            tracing::error!(cause, "an island's act failed");
        }
        if let Some(options) = use_context::<ResponseOptions>() {
            options.set_status(status_of(&error));
        }
        refused(&speaker, &error)
    })
}
