//! Answers to a consultation from a table, most often its template: what each row says to the line it is about.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use accord_domain::FieldError;
use accord_domain::consultation::{LineStance, MOST_LINES, said};
use accord_domain::error::Form;
use accord_domain::trade::hs::HsCode;
use accord_language::{code_said, in_every_language};
use accord_store::commands::consultations::LineAnswer;
use accord_store::queries::consultations::Line;

use super::columns::{Heads, guess, heads};
use super::rows::RefusedRow;
use super::table::{FILE, opened};

/// The largest file, in bytes: 4 MiB. What may be said to all lines fits in it in any script.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// The most rows below the heads.
const ROWS: usize = 2 * MOST_LINES;
/// How many rows that are about no line are named.
const NAMED: usize = 10;
/// The longest word that is named where it is no stance, in characters.
const WORD: usize = 40;

/// A table read to its end.
#[derive(Clone, Debug, Default)]
pub struct ReadAnswers {
    /// What the rows say, as typed but for the stance, which is its code.
    pub said: Vec<LineAnswer>,
    /// Rows whose stance or comment cannot be kept, or which say something to a line once more.
    pub refused: Vec<RefusedRow>,
    /// What is to be told of the file as a whole.
    pub told: Option<FieldError>,
}

/// The place of a column, by the head it has in the template of any language, else by a word in its head.
fn place(heads: &Heads, key: &str, others: &[&str]) -> Option<usize> {
    let own: Vec<String> = in_every_language(key).iter().map(|head| head.to_lowercase()).collect();
    let words: Vec<&str> = own.iter().map(String::as_str).chain(others.iter().copied()).collect();
    heads.place(&guess(heads, &words)?)
}

/// Where a row says what.
struct Columns {
    number: Option<usize>,
    hs: Option<usize>,
    stance: usize,
    comment: Option<usize>,
}

impl Columns {
    fn of(heads: &Heads) -> Result<Self, FieldError> {
        let number = place(heads, "number", &["number", "no", "n", "número", "numero", "nº", "#"]);
        let hs = place(heads, "hs-code", &["hs", "hscode", "code", "código", "codigo"]);
        let stance = place(heads, "your-stance", &["stance", "position", "posición", "posicion", "postura", "मत"]);
        let comment = place(heads, "your-words", &["comment", "comments", "remarks", "comentario", "comentarios", "टिप्पणी"]);
        match stance {
            Some(stance) if number.is_some() || hs.is_some() => Ok(Self { number, hs, stance, comment }),
            _ => Err(FieldError::new(FILE, "no-answer-columns")),
        }
    }

    /// The line a row is about: that of its number, if it has the code of the row too; without a number the only one of the code.
    fn line<'l>(&self, cells: &[String], lines: &'l [Line]) -> Option<&'l Line> {
        let typed = |place: Option<usize>| Some(cell(cells, place)).filter(|typed| !typed.is_empty());
        let hs = typed(self.hs).map(|typed| HsCode::parse("hs", typed).ok());
        let fits = |line: &&Line| hs.as_ref().is_none_or(|hs| hs.is_some() && *hs == line.hs);
        match typed(self.number) {
            Some(number) => {
                let number: i64 = number.parse().ok()?;
                lines.iter().find(|line| line.position == number).filter(fits)
            }
            None => {
                let mut fitting = lines.iter().filter(|line| hs.is_some() && fits(line));
                fitting.next().filter(|_| fitting.next().is_none())
            }
        }
    }
}

fn cell(cells: &[String], place: Option<usize>) -> &str {
    place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
}

/// The code of a stance as a person wrote it; blank where nothing is said.
fn stance_of(typed: &str) -> Option<&'static str> {
    let none = in_every_language("no-answer").iter().any(|word| word.eq_ignore_ascii_case(typed));
    if typed.is_empty() || none {
        return Some("");
    }
    code_said("line-stance", LineStance::ALL.iter().map(|stance| stance.code()), typed)
}

/// What a row says to its line, with what is wrong with it.
fn judged(position: i64, typed: &str, comment: &str) -> (LineAnswer, Vec<FieldError>) {
    let comment = comment.to_owned();
    let Some(stance) = stance_of(typed) else {
        let word: String = typed.chars().take(WORD).collect();
        let error = FieldError::with(&format!("stance-{position}"), "unknown-stance", word);
        return (LineAnswer { position, stance: String::new(), comment }, vec![error]);
    };
    let mut form = Form::default();
    said(&mut form, position, stance, &comment);
    let errors = form.finish().err().map(|error| error.fields().to_vec()).unwrap_or_default();
    (LineAnswer { position, stance: stance.to_owned(), comment }, errors)
}

/// Reads what a file says to the lines of a consultation.
///
/// # Errors
/// The field of the file, where it is no table that can be read, is too large, or has no columns for answers.
pub fn read(bytes: Vec<u8>, lines: &[Line]) -> Result<ReadAnswers, FieldError> {
    if bytes.len() > LARGEST {
        return Err(FieldError::with(FILE, "table-too-large", LARGEST / 1024 / 1024));
    }
    let file = opened(bytes)?;
    let heads = heads(&file, "", None)?;
    let columns = Columns::of(&heads)?;
    let mut read = ReadAnswers::default();
    let (mut met, mut strange, mut rows) = (BTreeMap::<i64, u32>::new(), Vec::new(), 0);
    file.each_row("", |number, cells| {
        if number <= heads.row {
            return ControlFlow::Continue(());
        }
        rows += 1;
        if rows > ROWS {
            return ControlFlow::Break(());
        }
        let Some(line) = columns.line(cells, lines) else {
            strange.push(number);
            return ControlFlow::Continue(());
        };
        let errors = match met.get(&line.position) {
            Some(first) => vec![FieldError::with(&format!("stance-{}", line.position), "line-answered-twice", first)],
            None => {
                met.insert(line.position, number);
                let (answer, errors) = judged(line.position, cell(cells, Some(columns.stance)), cell(cells, columns.comment));
                read.said.push(answer);
                errors
            }
        };
        if !errors.is_empty() {
            read.refused.push(RefusedRow { number, errors });
        }
        ControlFlow::Continue(())
    })?;
    if rows > ROWS {
        return Err(FieldError::with(FILE, "table-too-long", ROWS));
    }
    read.told = (!strange.is_empty()).then(|| FieldError::with(FILE, "rows-not-asked", named(&strange)));
    Ok(read)
}

/// The numbers of rows, the first of them where they are many.
fn named(rows: &[u32]) -> String {
    let first = rows.iter().take(NAMED).map(u32::to_string).collect::<Vec<_>>().join(", ");
    if rows.len() > NAMED { format!("{first} …") } else { first }
}
