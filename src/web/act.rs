//! The island's door: runs a command for the reader and answers a refusal in their language with the true status.

use std::future::Future;

use accord_domain::AppError;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::failure::status_of;
use super::visitor::{Reader, Visitor};
use crate::islands::Refused;

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
        let fields = error.fields().iter().map(|field| (field.field.clone(), speaker.field_error(field))).collect();
        Refused { code: error.code().into(), message: speaker.t(&format!("failure-{}", error.code())), fields }
    })
}
