//! Forms that carry a file, as browsers send them: `multipart/form-data`.

use accord_domain::AppError;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;

use super::failure::Failure;
use super::fields::Fields;

/// What files with tables end in, as a browser is told.
pub const TABLES: &str = ".csv,.txt,.tsv,.xlsx";

/// Reads a file where it keeps no other request waiting.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| AppError::Internal(error.to_string()))
}

/// The fields of a posted form, and the one file it carries.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    pub fields: Fields,
    /// The file's name as the browser sent it; empty where none was chosen.
    pub name: String,
    pub bytes: Vec<u8>,
}

fn unreadable(error: &MultipartError) -> Failure {
    let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
    Failure(if too_large { AppError::TooLarge } else { AppError::Unreadable })
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        // Whoever sends another kind of form sends no file; whether they may is for the page to say first.
        if !kind.starts_with("multipart/form-data") {
            return Ok(Self { fields: Fields::from_request(request, state).await?, ..Self::default() });
        }
        let mut parts = Multipart::from_request(request, state).await.map_err(|_| Failure(AppError::Unreadable))?;
        let (mut upload, mut pairs) = (Self::default(), Vec::new());
        while let Some(part) = parts.next_field().await.map_err(|error| unreadable(&error))? {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                Some(file) => {
                    upload.name = file;
                    upload.bytes = part.bytes().await.map_err(|error| unreadable(&error))?.to_vec();
                }
                None => {
                    let bytes = part.bytes().await.map_err(|error| unreadable(&error))?;
                    let text = std::str::from_utf8(&bytes).map_err(|_| Failure(AppError::Unreadable))?;
                    pairs.push((name, text.to_owned()));
                }
            }
        }
        upload.fields = Fields::of(pairs);
        Ok(upload)
    }
}
