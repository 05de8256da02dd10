//! A nomenclature from a table: which code is called what.

use std::hash::BuildHasher as _;

use accord_domain::error::Form;
use accord_domain::trade::hs::HsCode;
use accord_domain::{FieldError, text};
use accord_store::commands::trade::nomenclature::HsLine;

use super::columns::{Heads, Mapping, column_of, guess};
use super::rows::{Columns, ReadTable, errors_of, read_all};
use super::table::TableFile;

/// What a column may say of a code.
pub const FIELDS: [&str; 3] = ["hs", "description", "level"];

/// The words in the heads of columns by which each is guessed.
const WORDS: [(&str, &[&str]); 3] = [
    ("hs", &["hscode", "hs", "itchs", "code", "tariff", "código", "codigo", "partida"]),
    ("description", &["description", "commodity", "title", "text", "descripción", "descripcion"]),
    ("level", &["level", "digits", "nivel"]),
];

/// What is guessed where a person has not chosen.
pub fn guessed(heads: &Heads, chosen: Mapping) -> Mapping {
    WORDS.into_iter().fold(chosen.or("head", heads.row.to_string()), |mapping, (field, words)| {
        mapping.or(&column_of(field), guess(heads, words).unwrap_or_default())
    })
}

fn line(columns: &Columns, cells: &[String]) -> Result<HsLine, Vec<FieldError>> {
    let mut form = Form::default();
    let code = form.take(HsCode::parse("hs", columns.cell(cells, "hs")));
    let told = columns.cell(cells, "description").split_whitespace().collect::<Vec<_>>().join(" ");
    let description = form.take(text::optional_text("description", &told, 1_000)).flatten();
    if description.is_none() && told.is_empty() {
        form.refuse(FieldError::new("description", "required"));
    }
    if let (Some(code), level) = (&code, columns.cell(cells, "level"))
        && !level.is_empty()
        && level.parse() != Ok(code.as_str().len())
    {
        form.refuse(FieldError::with("level", "not-the-level", code.as_str().len()));
    }
    match (code, description) {
        (Some(code), Some(description)) if form.is_sound() => Ok(HsLine { code, description }),
        _ => Err(errors_of(form)),
    }
}

/// Reads a table to its end as a person chose.
///
/// # Errors
/// What is wrong with the choice, or with the file, by field; what is wrong with a row is told in the table read.
pub fn read(file: &TableFile, heads: &Heads, mapping: &Mapping) -> Result<ReadTable<HsLine>, Vec<FieldError>> {
    let mut form = Form::default();
    let columns = Columns::of(heads, mapping, &FIELDS, &["hs", "description"], &mut form);
    let wrong = errors_of(form);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    read_all(
        file,
        mapping.get("sheet"),
        heads,
        |_, cells, lines| line(&columns, cells).map(|line| lines.push(line)),
        |line, hashes| hashes.hash_one(line.code),
    )
}
