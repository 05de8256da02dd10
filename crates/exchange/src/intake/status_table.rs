//! A status table as ministries keep it: which chapter of which agreement stands where, who leads it, and what is remarked.

use std::hash::{BuildHasher as _, RandomState};

use accord_domain::FieldError;
use accord_domain::error::Form;
use accord_language::statuses::{chapter_of, status_of};
use accord_store::commands::status_table::StatusRow;

use super::columns::{Heads, Mapping, column_of, guess, value_of};
use super::rows::{Columns, ReadTable, errors_of, read_all};
use super::table::{FILE, TableFile};

/// What a column may say of a chapter. The agreement may be one for all rows instead.
pub const FIELDS: [&str; 5] = ["agreement", "chapter", "status", "lead", "remarks"];

/// The most chapters of a table: more than all agreements of a ministry have. Each is tried by its rules, one after the other.
const MOST: usize = 2_000;

/// The words in the heads of columns by which each is guessed.
const WORDS: [(&str, &[&str]); 5] = [
    ("agreement", &["agreement", "fta", "negotiation", "acuerdo", "समझौता"]),
    ("chapter", &["chapter", "track", "subject", "capítulo", "capitulo", "अध्याय"]),
    ("status", &["status", "state", "stage", "estado", "स्थिति"]),
    ("lead", &["lead", "leads", "officer", "responsible", "responsable", "प्रमुख"]),
    ("remarks", &["remarks", "remark", "comments", "notes", "observaciones", "टिप्पणी"]),
];

/// What is guessed where a person has not chosen.
pub fn guessed(heads: &Heads, chosen: Mapping) -> Mapping {
    WORDS.into_iter().fold(chosen.or("head", heads.row.to_string()), |mapping, (field, words)| {
        if mapping.get(&value_of(field)).is_empty() {
            mapping.or(&column_of(field), guess(heads, words).unwrap_or_default())
        } else {
            mapping
        }
    })
}

fn row(columns: &Columns, number: u32, cells: &[String]) -> Result<StatusRow, Vec<FieldError>> {
    let mut form = Form::default();
    let mut needed = |field: &'static str| {
        let cell = columns.cell(cells, field);
        if cell.is_empty() {
            form.refuse(FieldError::new(field, "required"));
        }
        cell.to_owned()
    };
    let (agreement, chapter, word) = (needed("agreement"), needed("chapter"), needed("status"));
    let status = status_of(&word);
    if status.is_none() && !word.is_empty() {
        form.refuse(FieldError::with("status", "no-such-status", word));
    }
    let wrong = errors_of(form);
    match status {
        Some(status) if wrong.is_empty() => Ok(StatusRow {
            number,
            agreement,
            kind: chapter_of(&chapter),
            chapter,
            status,
            lead: columns.cell(cells, "lead").to_owned(),
            remarks: columns.cell(cells, "remarks").to_owned(),
        }),
        _ => Err(wrong),
    }
}

/// Reads a table to its end as a person chose.
///
/// # Errors
/// What is wrong with the choice, or with the file, by field; what is wrong with a row is told in the table read.
pub fn read(file: &TableFile, heads: &Heads, mapping: &Mapping) -> Result<ReadTable<StatusRow>, Vec<FieldError>> {
    let mut form = Form::default();
    let columns = Columns::of(heads, mapping, &FIELDS, &["agreement", "chapter", "status"], &mut form);
    let wrong = errors_of(form);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let key = |row: &StatusRow, hashes: &RandomState| hashes.hash_one((row.agreement.to_lowercase(), row.chapter.to_lowercase()));
    let read = read_all(
        file,
        mapping.get("sheet"),
        heads,
        |number, cells, rows| row(&columns, number, cells).map(|row| rows.push(row)),
        key,
    )?;
    if read.rows.len() > MOST { Err(vec![FieldError::with(FILE, "table-too-long", MOST)]) } else { Ok(read) }
}
