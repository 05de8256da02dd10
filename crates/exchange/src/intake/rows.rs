//! The rows of a table, one after the other: what each says, or why it says nothing.

use std::collections::HashMap;
use std::hash::RandomState;
use std::ops::ControlFlow;

use accord_domain::FieldError;
use accord_domain::error::Form;

use super::columns::{Heads, Mapping, column_of, value_of};
use super::table::{Cells, TableFile};

/// A row that is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    pub number: u32,
    pub errors: Vec<FieldError>,
}

/// A table read to its end.
#[derive(Clone, Debug)]
pub struct ReadTable<T> {
    pub rows: Vec<T>,
    pub refused: Vec<RefusedRow>,
}

/// What says something of a field: a column, else one value for all rows.
struct Says {
    field: &'static str,
    place: Option<usize>,
    of_all: String,
}

/// Which column says what.
pub struct Columns(Vec<Says>);

impl Columns {
    /// Finds the columns that were chosen. What is `needed` has a column or one value for all rows.
    ///
    /// # Errors
    /// The choices of columns that the table does not have, and what is needed and has neither.
    pub fn of(heads: &Heads, mapping: &Mapping, fields: &[&'static str], needed: &[&str], form: &mut Form) -> Self {
        let mut says = Vec::with_capacity(fields.len());
        for field in fields {
            let label = mapping.get(&column_of(field));
            let place = heads.place(label);
            if place.is_none() && !label.is_empty() {
                form.refuse(FieldError::with(&column_of(field), "no-such-column", label));
            }
            says.push(Says { field, place, of_all: mapping.get(&value_of(field)).trim().to_owned() });
        }
        let columns = Self(says);
        for field in needed {
            if !columns.says(field).is_some_and(|says| says.place.is_some() || !says.of_all.is_empty()) {
                form.refuse(FieldError::new(&column_of(field), "column-or-value"));
            }
        }
        columns
    }

    fn says(&self, field: &str) -> Option<&Says> {
        self.0.iter().find(|says| says.field == field)
    }

    fn place(&self, field: &str) -> Option<usize> {
        self.says(field)?.place
    }

    /// Whether a column says it.
    pub fn has(&self, field: &str) -> bool {
        self.place(field).is_some()
    }

    /// Whether what a row says of a field is a cell that a workbook keeps as a number.
    pub fn is_number(&self, cells: &Cells, field: &str) -> bool {
        self.place(field).is_some_and(|place| cells.is_number(place))
    }

    /// What a row says of a field: its cell, else the value of all rows.
    pub fn cell<'c>(&'c self, cells: &'c [String], field: &str) -> &'c str {
        let Some(says) = self.says(field) else { return "" };
        let cell = says.place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim());
        if cell.is_empty() { &says.of_all } else { cell }
    }
}

/// What is wrong with a form, as a list.
pub(super) fn errors_of(form: Form) -> Vec<FieldError> {
    form.finish().err().map(|error| error.fields().to_vec()).unwrap_or_default()
}

/// Reads every row below the heads, each adding what it says; of two things said whose keys have one hash the row of the second is refused.
///
/// # Errors
/// What is wrong with the file; what is wrong with a row is told in the table read.
pub(super) fn read_all<T>(
    file: &TableFile,
    sheet: &str,
    heads: &Heads,
    read: impl Fn(u32, &Cells, &mut Vec<T>) -> Result<(), Vec<FieldError>>,
    key: impl Fn(&T, &RandomState) -> u64,
) -> Result<ReadTable<T>, Vec<FieldError>> {
    let mut table = ReadTable { rows: Vec::with_capacity(file.rows_at_most()), refused: Vec::new() };
    let hashes = RandomState::new();
    let mut met: HashMap<u64, u32> = HashMap::new();
    file.each_row(sheet, |number, cells| {
        if number > heads.row {
            let before = table.rows.len();
            let sound = read(number, cells, &mut table.rows).and_then(|()| {
                let said = table.rows[before..].iter().map(|row| key(row, &hashes));
                let first = said.clone().find_map(|hash| met.get(&hash).copied());
                if let Some(first) = first {
                    return Err(vec![FieldError::with("row", "row-repeats", first)]);
                }
                met.extend(said.map(|hash| (hash, number)));
                Ok(())
            });
            if let Err(errors) = sound {
                table.rows.truncate(before);
                table.refused.push(RefusedRow { number, errors });
            }
        }
        ControlFlow::Continue(())
    })
    .map_err(|error| vec![error])?;
    Ok(table)
}
