//! Tables to take away: the portfolio and an agreement's chapters as XLSX and CSV, as the reader may see them.

use accord_domain::AppError;
use accord_exchange::tables::{Table, action_points, chapters, portfolio};
use accord_store::queries::action_points as points_query;
use accord_store::queries::agreement;
use accord_store::queries::portfolio as portfolio_query;
use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::portfolio::Asked;
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// The form a table is taken away in.
#[derive(Clone, Copy)]
pub enum Format {
    Xlsx,
    Csv,
}

/// The answer that carries a table.
pub fn sent(table: &Table, name: &str, format: Format) -> Result<Response, AppError> {
    let bytes = match format {
        Format::Xlsx => table.xlsx()?,
        Format::Csv => table.csv()?,
    };
    Ok(file(bytes, name, format))
}

/// The answer that carries a file.
pub fn file(bytes: Vec<u8>, name: &str, format: Format) -> Response {
    let (kind, ending) = match format {
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
    };
    let headers = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\""))];
    (headers, bytes).into_response()
}

async fn portfolio_table(reader: &Reader, asked: &Asked, format: Format) -> Answer {
    let found = portfolio_query::load_all(reader.db(), reader.actor(), &asked.filters(), reader.speaker().today()).await?;
    Ok(sent(&portfolio(reader.speaker(), &found), "portfolio", format)?)
}

async fn chapter_table(reader: &Reader, slug: &str, format: Format) -> Answer {
    let found = agreement::load(reader.db(), reader.actor(), slug).await?;
    let marks = found.chapters.ok_or(AppError::NotFound)?;
    Ok(sent(&chapters(reader.speaker(), &found.name, &marks), &format!("{slug}-chapters"), format)?)
}

async fn action_point_table(reader: &Reader, slug: &str, format: Format) -> Answer {
    let found = points_query::list(reader.db(), reader.actor(), slug).await?;
    Ok(sent(&action_points(reader.speaker(), &found), &format!("{slug}-action-points"), format)?)
}

/// The portfolio as a workbook.
pub async fn portfolio_xlsx(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    portfolio_table(&reader, &asked, Format::Xlsx).await
}

/// The portfolio as comma-separated values.
pub async fn portfolio_csv(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    portfolio_table(&reader, &asked, Format::Csv).await
}

/// The chapters as a workbook.
pub async fn chapters_xlsx(reader: Reader, Path(slug): Path<String>) -> Answer {
    chapter_table(&reader, &slug, Format::Xlsx).await
}

/// The chapters as comma-separated values.
pub async fn chapters_csv(reader: Reader, Path(slug): Path<String>) -> Answer {
    chapter_table(&reader, &slug, Format::Csv).await
}

/// The action points as a workbook.
pub async fn action_points_xlsx(reader: Reader, Path(slug): Path<String>) -> Answer {
    action_point_table(&reader, &slug, Format::Xlsx).await
}

/// The action points as comma-separated values.
pub async fn action_points_csv(reader: Reader, Path(slug): Path<String>) -> Answer {
    action_point_table(&reader, &slug, Format::Csv).await
}
