//! The minister's brief of an agreement: its addresses.

use accord_store::queries::document::About;
use axum::extract::{Path, Query};

use super::sheet::{self, Asked};
use super::sheet_form;
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    sheet::show(reader, About::Agreement(slug), asked).await
}

/// The Word document.
pub async fn docx(reader: Reader, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    sheet::docx(reader, About::Agreement(slug), asked).await
}

/// Drafts it.
pub async fn draft(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    sheet_form::draft(reader, About::Agreement(slug), fields).await
}

/// The form.
pub async fn edit(reader: Reader, Path(slug): Path<String>) -> Answer {
    sheet_form::edit(reader, About::Agreement(slug)).await
}

/// Saves the edit.
pub async fn save(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    sheet_form::save(reader, About::Agreement(slug), fields).await
}

/// Approves the newest version.
pub async fn approve(reader: Reader, Path(slug): Path<String>, fields: Fields) -> Answer {
    sheet_form::approve(reader, About::Agreement(slug), fields).await
}
