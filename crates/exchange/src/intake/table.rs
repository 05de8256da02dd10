//! A table in a file, whatever program wrote it: its rows one after the other, each cell as a person reads it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Cursor;
use std::ops::{ControlFlow, Deref};

use accord_domain::FieldError;
use calamine::{DataRef, Reader, Xlsx};
use chrono::{Duration, NaiveDate};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::papers;

/// The form field of the file.
pub const FILE: &str = "file";
/// The largest file, in bytes: 32 MiB.
pub const LARGEST: usize = 32 * 1024 * 1024;
/// The most rows that hold anything.
const ROWS: usize = 200_000;
/// The most columns; what stands further right is left out.
const COLUMNS: usize = 256;
/// The longest cell, in bytes: more than any field takes in whatever script, so that what is too long is refused, not cut.
const CELL: usize = 10_000;
/// How much of a file its encoding and its separator are found from, in bytes.
const SAMPLE: usize = 64 * 1024;
/// The mark that UTF-8 may begin with.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// From how many days after the first of 1900 on the calendar of old Macintosh workbooks begins.
const YEARS_OF_1904: f64 = 1_462.0;

/// The cells of a row as a person reads them, and which of them a workbook keeps as numbers: these have a point before their decimals,
/// wherever the workbook comes from.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// Those of the row, and behind them what longer rows left: each row is written over the one before.
    texts: Vec<String>,
    numbers: Vec<bool>,
    used: usize,
}

impl Cells {
    fn clear(&mut self) {
        self.used = 0;
    }

    fn set(&mut self, place: usize, text: &str, is_number: bool) {
        if self.texts.len() <= place {
            self.texts.resize(place + 1, String::new());
            self.numbers.resize(place + 1, false);
        }
        for skipped in self.used..=place {
            self.texts[skipped].clear();
            self.numbers[skipped] = false;
        }
        self.used = self.used.max(place + 1);
        self.texts[place].clear();
        self.texts[place].push_str(cut(text));
        self.numbers[place] = is_number;
    }

    /// Whether the workbook keeps the cell as a number.
    pub fn is_number(&self, place: usize) -> bool {
        place < self.used && self.numbers[place]
    }
}

impl Deref for Cells {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.texts[..self.used]
    }
}

/// A file that holds tables.
pub struct TableFile {
    kind: Kind,
}

enum Kind {
    Text { text: String, separator: u8 },
    Workbook { bytes: Vec<u8>, sheets: Vec<String> },
}

/// Opens a file. Its name does not matter: what it is shows in its bytes.
///
/// # Errors
/// The field, where there is no file, it is too large, has a password, is of a kind that holds no table that can be read, or would
/// unpack to more than it may.
pub fn opened(bytes: Vec<u8>) -> Result<TableFile, FieldError> {
    if bytes.is_empty() {
        return Err(FieldError::new(FILE, "table-missing"));
    }
    if bytes.len() > LARGEST {
        return Err(FieldError::with(FILE, "table-too-large", LARGEST / 1024 / 1024));
    }
    if bytes.starts_with(papers::COMPOUND) {
        return Err(FieldError::new(FILE, "table-encrypted"));
    }
    if bytes.starts_with(papers::PACKAGE) {
        papers::office(accord_domain::paper::PaperKind::Excel, &bytes).map_err(|error| match error.code.as_str() {
            "paper-encrypted" => FieldError::new(FILE, "table-encrypted"),
            "paper-bomb" => FieldError::new(FILE, "table-bomb"),
            "paper-macros" => FieldError::new(FILE, "table-macros"),
            "paper-lies" => FieldError::new(FILE, "table-kind"),
            _ => FieldError::new(FILE, "table-broken"),
        })?;
        let sheets = workbook(&bytes)?.sheet_names();
        return Ok(TableFile { kind: Kind::Workbook { bytes, sheets } });
    }
    let text = decoded(bytes)?;
    let separator = separator_of(&text);
    Ok(TableFile { kind: Kind::Text { text, separator } })
}

fn workbook(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, FieldError> {
    Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => FieldError::new(FILE, "table-encrypted"),
        _ => FieldError::new(FILE, "table-broken"),
    })
}

/// The encoding: by its mark, as UTF-8 where it is that throughout, as UTF-16 where every other byte is zero, else Windows-1252.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |start: usize| sample.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if odd * 4 > sample.len() && even * 8 < sample.len() => UTF_16LE,
        () if even * 4 > sample.len() && odd * 8 < sample.len() => UTF_16BE,
        () if std::str::from_utf8(bytes).is_ok() => UTF_8,
        () => WINDOWS_1252,
    }
}

fn decoded(bytes: Vec<u8>) -> Result<String, FieldError> {
    let encoding = encoding_of(&bytes);
    if encoding == UTF_8 && !bytes.starts_with(MARK) {
        // As most files are: nothing is copied.
        return String::from_utf8(bytes).ok().filter(|text| is_text(text)).ok_or_else(|| FieldError::new(FILE, "table-kind"));
    }
    let (text, _, broken) = encoding.decode(&bytes);
    if broken || !is_text(&text) {
        return Err(FieldError::new(FILE, "table-kind"));
    }
    Ok(match text {
        Cow::Owned(text) => text,
        Cow::Borrowed(text) => text.to_owned(),
    })
}

/// Whether it holds what people write: a picture or a program is no table, in whatever encoding it is read.
fn is_text(text: &str) -> bool {
    !text.chars().take(SAMPLE).any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// What parts the cells: the mark of which, outside of quotes, most of the first lines have the same number. A comma in a description or
/// before decimals stands in some lines more often than in others.
fn separator_of(text: &str) -> u8 {
    // Where two serve as well, the one that is less often part of a cell.
    let marks = [b'\t', b';', b'|', b','];
    let lines = counted(text, marks);
    let evenness = |at: usize| {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for line in lines.iter().filter(|line| line[at] > 0) {
            *counts.entry(line[at]).or_default() += 1;
        }
        counts.into_values().max().unwrap_or_default()
    };
    let best = (0..marks.len()).rev().max_by_key(|at| evenness(*at)).filter(|at| evenness(*at) > 0);
    best.map_or(b',', |at| marks[at])
}

/// How often each mark stands in each of the first lines, outside of quotes.
fn counted(text: &str, marks: [u8; 4]) -> Vec<[usize; 4]> {
    let (mut lines, mut line, mut quoted) = (Vec::new(), [0; 4], false);
    for byte in text.bytes().take(SAMPLE) {
        quoted ^= byte == b'"';
        if byte == b'\n' && !quoted {
            lines.push(std::mem::take(&mut line));
        } else if let Some(at) = marks.iter().position(|mark| *mark == byte && !quoted) {
            line[at] += 1;
        }
    }
    lines.push(line);
    lines
}

/// A cell of a workbook as a person reads it there, a day without its time.
fn shown<'c>(cell: &'c DataRef<'_>, since_1904: bool) -> Cow<'c, str> {
    match cell {
        DataRef::Int(number) => number.to_string().into(),
        DataRef::Float(number) => fifteen_digits(*number).to_string().into(),
        DataRef::String(text) => text.into(),
        DataRef::SharedString(text) => (*text).into(),
        DataRef::Bool(is) => is.to_string().into(),
        DataRef::DateTime(at) => {
            let days = at.as_f64() + if since_1904 { YEARS_OF_1904 } else { 0.0 };
            let first = NaiveDate::from_ymd_opt(1899, 12, 30);
            let day = first.filter(|_| days.abs() < 1e6).map(|first| first + Duration::days(days.floor() as i64));
            day.map(|day| day.to_string()).unwrap_or_default().into()
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.into(),
        DataRef::Error(error) => error.to_string().into(),
        DataRef::Empty => Cow::default(),
    }
}

/// A number with the digits a spreadsheet shows of it: what lies beyond came from counting in twos.
fn fifteen_digits(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

fn cut(cell: &str) -> &str {
    &cell[..cell.floor_char_boundary(CELL)]
}

impl TableFile {
    /// The names of its sheets; none where it is no workbook.
    pub fn sheets(&self) -> &[String] {
        match &self.kind {
            Kind::Workbook { sheets, .. } => sheets,
            Kind::Text { .. } => &[],
        }
    }

    /// Whether it reads as from a place where decimals have commas: its cells are parted by semicolons, as there.
    pub fn has_semicolons(&self) -> bool {
        matches!(self.kind, Kind::Text { separator: b';', .. })
    }

    /// The sheet of a name; where it has none of that name the first that holds anything, else the first. Blank where it is no workbook.
    pub fn sheet(&self, name: &str) -> String {
        let holds = |sheet: &&String| {
            let mut found = false;
            let read = self.each_row(sheet, |_, _| {
                found = true;
                ControlFlow::Break(())
            });
            read.is_ok() && found
        };
        let sheets = self.sheets();
        let named = sheets.iter().find(|sheet| *sheet == name).or_else(|| sheets.iter().find(holds)).or_else(|| sheets.first());
        named.cloned().unwrap_or_default()
    }

    /// How many cells of a sheet are formulas: of these what the workbook reckoned last is read.
    pub fn formulas(&self, sheet: &str) -> usize {
        let Kind::Workbook { bytes, .. } = &self.kind else { return 0 };
        let Ok(mut book) = workbook(bytes) else { return 0 };
        let Ok(mut cells) = book.worksheet_cells_reader(sheet) else { return 0 };
        std::iter::from_fn(|| cells.next_formula().ok().flatten()).filter(|cell| !cell.get_value().is_empty()).count()
    }

    /// How many rows it has at most, where that is known without reading it: none where it is not.
    pub fn rows_at_most(&self) -> usize {
        match &self.kind {
            Kind::Text { text, .. } => text.bytes().filter(|byte| *byte == b'\n').count().min(ROWS) + 1,
            Kind::Workbook { .. } => 0,
        }
    }

    /// Calls a function with the number of each row that holds anything, as a spreadsheet counts them, and its cells, until it breaks off.
    ///
    /// # Errors
    /// The field, where the table cannot be read to its end or has too many rows.
    pub fn each_row(&self, sheet: &str, mut each: impl FnMut(u32, &Cells) -> ControlFlow<()>) -> Result<(), FieldError> {
        let mut rows = 0;
        let mut counted = |number: u32, cells: &Cells| {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                return Ok(ControlFlow::Continue(()));
            }
            rows += 1;
            if rows > ROWS { Err(FieldError::with(FILE, "table-too-long", ROWS)) } else { Ok(each(number, cells)) }
        };
        match &self.kind {
            Kind::Text { text, separator } => each_line(text, *separator, &mut counted),
            Kind::Workbook { bytes, sheets } => {
                let sheet = sheets.iter().find(|name| *name == sheet).or_else(|| sheets.first());
                let sheet = sheet.ok_or_else(|| FieldError::new(FILE, "table-broken"))?;
                each_cell(bytes, sheet, &mut counted)
            }
        }
    }
}

type Row<'f> = dyn FnMut(u32, &Cells) -> Result<ControlFlow<()>, FieldError> + 'f;

fn each_line(text: &str, separator: u8, each: &mut Row<'_>) -> Result<(), FieldError> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let (mut record, mut cells) = (csv::StringRecord::new(), Cells::default());
    let (mut line, mut counted) = (1_u32, 0);
    while reader.read_record(&mut record).map_err(|_| FieldError::new(FILE, "table-broken"))? {
        cells.clear();
        for (place, cell) in record.iter().take(COLUMNS).enumerate() {
            cells.set(place, cell, false);
        }
        // The reader's own count falls behind where lines end as on Windows, and it leaves blank lines out.
        let start = record.position().map_or(counted, |position| position.byte() as usize).min(text.len());
        let blank = text.as_bytes()[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = &text.as_bytes()[counted..start + blank];
        line = line.saturating_add(passed.iter().filter(|byte| **byte == b'\n').count() as u32);
        counted = start + blank;
        if each(line, &cells)?.is_break() {
            break;
        }
    }
    Ok(())
}

fn each_cell(bytes: &[u8], sheet: &str, each: &mut Row<'_>) -> Result<(), FieldError> {
    let mut book = workbook(bytes)?;
    let since_1904 = book.has_1904_epoch();
    let mut cells_of = book.worksheet_cells_reader(sheet).map_err(|_| FieldError::new(FILE, "table-broken"))?;
    let (mut row, mut cells) = (0_u32, Cells::default());
    while let Some(cell) = cells_of.next_cell().map_err(|_| FieldError::new(FILE, "table-broken"))? {
        let (at, column) = cell.get_position();
        if at != row {
            if !cells.is_empty() && each(row + 1, &cells)?.is_break() {
                return Ok(());
            }
            cells.clear();
            row = at;
        }
        let column = column as usize;
        if column < COLUMNS {
            let is_number = matches!(cell.get_value(), DataRef::Int(_) | DataRef::Float(_));
            cells.set(column, &shown(cell.get_value(), since_1904), is_number);
        }
    }
    if !cells.is_empty() {
        let _ = each(row + 1, &cells)?;
    }
    Ok(())
}
