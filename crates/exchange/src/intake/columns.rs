//! Which column of a table says what: guessed from the heads, chosen by a person, remembered for the source's next file.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;

use accord_domain::FieldError;

use super::table::TableFile;

/// How many rows from the top are looked through for the heads of the columns.
const TOP: usize = 25;
/// How many rows of the table are shown.
const SHOWN: usize = 5;

/// The heads of the columns and the first rows below them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// The number of the row they stand in.
    pub row: u32,
    /// One a column: the text of the head, or the column's letters where it has none or another column has the same.
    pub labels: Vec<String>,
    /// The first rows with their numbers.
    pub first: Vec<(u32, Vec<String>)>,
}

impl Heads {
    /// The place of a column.
    pub fn place(&self, label: &str) -> Option<usize> {
        self.labels.iter().position(|other| other == label)
    }
}

/// The letters of a column, as a spreadsheet names it.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

fn is_word(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}

fn labels(cells: &[String], columns: usize) -> Vec<String> {
    let mut labels: Vec<String> = Vec::with_capacity(columns);
    for column in 0..columns {
        let head = cells.get(column).map(|head| head.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
        // A head merged over several cells stands in the first of them alone.
        let label = if head.is_empty() || labels.contains(&head) { letters(column) } else { head };
        labels.push(label);
    }
    labels
}

/// Finds the heads of the columns: in the row asked for, else in the one of the top that has the most words.
///
/// # Errors
/// The field of the file, where it cannot be read or has no rows.
pub fn heads(file: &TableFile, sheet: &str, asked: Option<u32>) -> Result<Heads, FieldError> {
    let mut top: VecDeque<(u32, Vec<String>)> = VecDeque::new();
    file.each_row(sheet, |number, cells| {
        // Of a row asked for far below, the rows above it are not shown.
        if top.len() == TOP {
            top.pop_front();
        }
        top.push_back((number, cells.to_vec()));
        let below = top.iter().rev().take_while(|(number, _)| asked.is_none_or(|asked| *number > asked)).count();
        let far = top.len() == TOP && (asked.is_none() || below >= SHOWN);
        if far { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    if asked.is_some_and(|asked| top.iter().all(|(number, _)| *number != asked)) {
        return self::heads(file, sheet, None);
    }
    let words = |cells: &[String]| cells.iter().filter(|cell| is_word(cell)).count();
    let guessed = top.iter().rev().max_by_key(|(_, cells)| words(cells)).map(|(number, _)| *number);
    let row = asked.or(guessed);
    let row = row.ok_or_else(|| FieldError::new(super::table::FILE, "table-without-rows"))?;
    let columns = top.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let head = top.iter().find(|(number, _)| *number == row).map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let labels = labels(head, columns);
    let first = top.into_iter().filter(|(number, _)| *number > row).take(SHOWN).collect();
    Ok(Heads { row, labels, first })
}

/// What a person chose, by the names of the form's fields: for each thing a column, or one value for all rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(BTreeMap<String, String>);

impl Mapping {
    /// From the fields of a form; blank ones are none.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect())
    }

    /// The choice of a field, blank where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Sets what is not chosen yet.
    pub fn or(mut self, name: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.entry(name.to_owned()).or_insert(value);
        }
        self
    }

    /// Sets what may be chosen already.
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.remove(name);
        self.or(name, value)
    }

    /// All choices, in the order of their names.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The name of the field that chooses a column.
pub fn column_of(field: &str) -> String {
    format!("column-{field}")
}

/// The name of the field that gives one value for all rows.
pub fn value_of(field: &str) -> String {
    format!("all-{field}")
}

/// The column whose head holds one of the words, in the order of the words: as all it says, else as one of its words, else within one.
pub fn guess(heads: &Heads, words: &[&str]) -> Option<String> {
    let plain: Vec<String> = heads.labels.iter().map(|label| label.to_lowercase().replace(['_', '-', '.'], " ")).collect();
    let place = words.iter().find_map(|word| {
        let all = plain.iter().position(|label| label.replace(' ', "") == *word);
        let part = || plain.iter().position(|label| label.split_whitespace().any(|part| part == *word));
        let within = || plain.iter().position(|label| word.len() > 4 && label.contains(word));
        all.or_else(part).or_else(within)
    });
    place.map(|place| heads.labels[place].clone())
}
