//! The export programme: the matrix of focus countries and sectors, its cells, and what shapes it.

pub mod cell;
pub mod matrix;
pub mod order;
pub mod shape;

/// The address of a cell.
fn cell_path(country: &str, sector: &str) -> String {
    format!("/programme/{}/{sector}", country.to_lowercase())
}
