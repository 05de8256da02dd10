//! Tables that people bring: files of comma-separated values and workbooks, read as a stream, judged row by row before anything is kept.

pub mod answers;
pub mod columns;
pub mod figures;
pub mod nomenclature;
pub mod rows;
pub mod status_table;
pub mod table;
