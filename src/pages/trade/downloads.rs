//! Figures to take away.

use accord_domain::AppError;
use accord_exchange::tables::trade_figures;
use accord_store::queries::trade::figures::of_pair;
use axum::extract::Path;

use crate::pages::downloads::{Format, sent};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

async fn table(reader: &Reader, reporter: &str, partner: &str, format: Format) -> Answer {
    let (reporter, partner) = (reporter.to_uppercase(), partner.to_uppercase());
    let found = of_pair(reader.db(), reader.actor(), &reporter, &partner).await?;
    if found.is_empty() {
        return Err(AppError::NotFound.into());
    }
    let l = reader.speaker();
    let name = format!("{}-{}-trade", reporter.to_lowercase(), partner.to_lowercase());
    let table = trade_figures(l, &super::pair(l, &reporter, &partner), &found);
    // A hundred thousand rows take a while to write.
    let sent = tokio::task::spawn_blocking(move || sent(&table, &name, format)).await;
    Ok(sent.map_err(|error| AppError::Internal(error.to_string()))??)
}

/// The figures of two places as a workbook.
pub async fn xlsx(reader: Reader, Path((reporter, partner)): Path<(String, String)>) -> Answer {
    table(&reader, &reporter, &partner, Format::Xlsx).await
}

/// The figures of two places as comma-separated values.
pub async fn csv(reader: Reader, Path((reporter, partner)): Path<(String, String)>) -> Answer {
    table(&reader, &reporter, &partner, Format::Csv).await
}
