//! What can go wrong, as a person meets it: a stable code and an HTTP status; the sentence is rendered in the reader's language.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// One thing wrong with one field of a form. `code` names the sentence (`error-CODE` in the locales), `argument` fills its gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    pub field: String,
    pub code: String,
    pub argument: Option<String>,
}

impl FieldError {
    /// A field error without an argument.
    pub fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), argument: None }
    }

    /// A field error whose sentence names a limit, a count or a word.
    pub fn with(field: &str, code: &str, argument: impl ToString) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), argument: Some(argument.to_string()) }
    }
}

/// The one error of the application.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AppError {
    /// There is no such thing, or this reader may not know that there is.
    #[error("not found")]
    NotFound,
    /// The page needs a signed-in person.
    #[error("sign-in required")]
    SignInRequired,
    /// The form was refused; nothing was changed.
    #[error("refused: {0:?}")]
    Invalid(Vec<FieldError>),
    /// Somebody else saved first. Nothing was changed; the page shows both edits.
    #[error("conflict: the record stands at version {current_version}")]
    Conflict { current_version: i64 },
    /// Too many attempts; may be tried again after so many seconds.
    #[error("too many attempts, wait {seconds} s")]
    TooMany { seconds: u32 },
    /// What was sent is larger than a form may be.
    #[error("too large")]
    TooLarge,
    /// What was sent is not a form, or not UTF-8.
    #[error("unreadable")]
    Unreadable,
    /// The request came from another site.
    #[error("cross-site request")]
    CrossSite,
    /// The database or another part did not answer. The cause is logged, never shown.
    #[error("internal: {0}")]
    Internal(String),
}

impl AppError {
    /// A refusal of one field.
    pub fn field(field: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldError::new(field, code)])
    }

    /// The stable code, as sent to a program and written in the log.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignInRequired => "sign-in-required",
            Self::Invalid(_) => "invalid",
            Self::Conflict { .. } => "conflict",
            Self::TooMany { .. } => "too-many",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::CrossSite => "cross-site",
            Self::Internal(_) => "internal",
        }
    }

    /// The HTTP status of an answer that reports this error.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::SignInRequired => 401,
            Self::Invalid(_) => 422,
            Self::Conflict { .. } => 409,
            Self::TooMany { .. } => 429,
            Self::TooLarge => 413,
            Self::Unreadable => 400,
            Self::CrossSite => 403,
            Self::Internal(_) => 500,
        }
    }

    /// The field errors of a refusal, none otherwise.
    pub fn fields(&self) -> &[FieldError] {
        match self {
            Self::Invalid(fields) => fields,
            _ => &[],
        }
    }
}

/// Collects the errors of a form's fields, so that a person is told of all of them at once.
#[derive(Default)]
pub struct Form {
    errors: Vec<FieldError>,
}

impl Form {
    /// Keeps the value, or notes the error and goes on.
    pub fn take<T>(&mut self, parsed: Result<T, FieldError>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push(error);
                None
            }
        }
    }

    /// Notes an error found by a rule over several fields.
    pub fn refuse(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// Ends the form: the errors, if any field had one.
    pub fn finish(self) -> Result<(), AppError> {
        if self.errors.is_empty() { Ok(()) } else { Err(AppError::Invalid(self.errors)) }
    }

    /// Whether nothing was refused so far.
    pub fn is_sound(&self) -> bool {
        self.errors.is_empty()
    }
}
