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

/// Which column says what.
pub struct Columns<'m> {
    places: HashMap<&'static str, usize>,
    mapping: &'m Mapping,
}

impl<'m> Columns<'m> {
    /// Finds the columns that were chosen. What is `needed` has a column or one value for all rows.
    ///
    /// # Errors
    /// The choices of columns that the table does not have, and what is needed and has neither.
    pub fn of(heads: &Heads, mapping: &'m Mapping, fields: &[&'static str], needed: &[&str], form: &mut Form) -> Self {
        let mut places = HashMap::new();
        for field in fields {
            let label = mapping.get(&column_of(field));
            match heads.place(label) {
                Some(place) => {
                    places.insert(*field, place);
                }
                None if !label.is_empty() => form.refuse(FieldError::with(&column_of(field), "no-such-column", label)),
                None => {}
            }
        }
        for field in needed {
            if !places.contains_key(field) && mapping.get(&value_of(field)).is_empty() {
                form.refuse(FieldError::new(&column_of(field), "column-or-value"));
            }
        }
        Self { places, mapping }
    }

    /// Whether a column says it.
    pub fn has(&self, field: &'static str) -> bool {
        self.places.contains_key(field)
    }

    /// Whether what a row says of a field is a cell that a workbook keeps as a number.
    pub fn is_number(&self, cells: &Cells, field: &'static str) -> bool {
        self.places.get(field).is_some_and(|place| cells.is_number(*place))
    }

    /// What a row says of a field: its cell, else the value of all rows.
    pub fn cell<'c>(&'c self, cells: &'c [String], field: &'static str) -> &'c str {
        let cell = self.places.get(field).and_then(|place| cells.get(*place)).map_or("", |cell| cell.trim());
        if cell.is_empty() { self.mapping.get(&value_of(field)).trim() } else { cell }
    }
}

/// What is wrong with a form, as a list.
pub(super) fn errors_of(form: Form) -> Vec<FieldError> {
    form.finish().err().map(|error| error.fields().to_vec()).unwrap_or_default()
}

/// Reads every row below the heads; of two rows whose keys have one hash the second is refused.
///
/// # Errors
/// What is wrong with the file; what is wrong with a row is told in the table read.
pub(super) fn read_all<T>(
    file: &TableFile,
    sheet: &str,
    heads: &Heads,
    read: impl Fn(u32, &Cells) -> Result<T, Vec<FieldError>>,
    key: impl Fn(&T, &RandomState) -> u64,
) -> Result<ReadTable<T>, Vec<FieldError>> {
    let mut table = ReadTable { rows: Vec::new(), refused: Vec::new() };
    let hashes = RandomState::new();
    let mut met: HashMap<u64, u32> = HashMap::new();
    file.each_row(sheet, |number, cells| {
        if number > heads.row {
            let sound = read(number, cells).and_then(|row| {
                let hash = key(&row, &hashes);
                match met.insert(hash, number) {
                    Some(first) => {
                        met.insert(hash, first);
                        Err(vec![FieldError::with("row", "row-repeats", first)])
                    }
                    None => Ok(row),
                }
            });
            match sound {
                Ok(row) => table.rows.push(row),
                Err(errors) => table.refused.push(RefusedRow { number, errors }),
            }
        }
        ControlFlow::Continue(())
    })
    .map_err(|error| vec![error])?;
    Ok(table)
}
