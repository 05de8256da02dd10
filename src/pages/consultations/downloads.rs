//! The answers to a consultation, to be taken away as XLSX and CSV by whoever reads it.

use accord_exchange::consultation::answers;
use accord_store::queries::consultations::load;
use axum::extract::Path;

use super::number_of;
use crate::pages::downloads::{Format, sent};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

async fn table(reader: &Reader, slug: &str, number: &str, format: Format) -> Answer {
    let found = load(reader.db(), reader.actor(), slug, number_of(number)?).await?;
    Ok(sent(&answers(reader.speaker(), &found), &format!("{slug}-consultation-{}", found.number), format)?)
}

/// The answers as a workbook.
pub async fn xlsx(reader: Reader, Path((slug, number)): Path<(String, String)>) -> Answer {
    table(&reader, &slug, &number, Format::Xlsx).await
}

/// The answers as comma-separated values.
pub async fn csv(reader: Reader, Path((slug, number)): Path<(String, String)>) -> Answer {
    table(&reader, &slug, &number, Format::Csv).await
}
