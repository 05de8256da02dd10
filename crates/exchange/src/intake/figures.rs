//! Trade figures from a table: what each row says, or why it says nothing.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::hash::BuildHasher as _;
use std::ops::ControlFlow;

use accord_domain::error::Form;
use accord_domain::trade::amount::{Amount, Currency, DecimalMark, Scale};
use accord_domain::trade::figure::{Flow, Subject, Traded};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodReading, TradePeriod};
use accord_domain::{FieldError, country, text};
use accord_language::places;
use accord_store::commands::trade::NewFigure;

use super::columns::{Heads, Mapping, column_of, guess, value_of};
use super::rows::{Columns, ReadTable, errors_of, read_all};
use super::table::{Cells, TableFile};

/// What a column may say of a figure. Each may be one value for all rows instead, but the value.
pub const FIELDS: [&str; 8] = ["hs", "commodity", "value", "period", "partner", "reporter", "flow", "traded"];

/// The words in the heads of columns by which each is guessed, in the languages of the sources met.
const WORDS: [(&str, &[&str]); 8] = [
    ("hs", &["hscode", "hs", "itchs", "code", "código", "codigo", "partida", "subpartida"]),
    ("commodity", &["commodity", "description", "product", "commodities", "descripción", "producto", "item"]),
    ("value", &["value", "values", "amount", "valor", "fob", "cif", "usd", "us$", "million"]),
    ("period", &["date", "period", "month", "year", "fecha", "periodo", "período", "mes", "año", "fy"]),
    ("partner", &["partner", "country", "countries", "país", "pais", "destination", "origin"]),
    ("reporter", &["reporter"]),
    ("flow", &["flow", "flujo"]),
    ("traded", &["traded"]),
];

/// What is guessed where a person has not chosen: the columns by their heads, and what a file from India mostly is.
pub fn guessed(file: &TableFile, heads: &Heads, chosen: Mapping) -> Mapping {
    let mut mapping = chosen.or("head", heads.row.to_string());
    for (field, words) in WORDS {
        if mapping.get(&value_of(field)).is_empty() {
            mapping = mapping.or(&column_of(field), guess(heads, words).unwrap_or_default());
        }
    }
    mapping = of_a_year(heads, mapping);
    let mark = mark_of(heads, mapping.get(&column_of("value"))).unwrap_or_else(|| {
        // As where cells are parted by semicolons.
        if file.has_semicolons() { DecimalMark::Comma } else { DecimalMark::Point }
    });
    let whole = if mapping.get(WHOLE).is_empty() && tells_all(file, heads, &mapping) { "all" } else { "part" };
    mapping
        .or(WHOLE, whole)
        .or("mark", mark.code())
        .or("reading", PeriodReading::AsWritten.code())
        .or("currency", Currency::Usd.code())
        .or("scale", Scale::Million.code())
        .or(&value_of("reporter"), "IN")
        .or(&value_of("traded"), Traded::Goods.code())
}

/// The field that says whether the codes of the file are all trade, so that their sum is its total, or a part of it.
pub const WHOLE: &str = "whole";
/// The fewest chapters of a file whose codes are taken to be all trade, while a person has not said so.
const MANY_CHAPTERS: usize = 30;

/// The period a head names, where it names one.
fn period_of(head: &str) -> Option<TradePeriod> {
    TradePeriod::parse("period", head, PeriodReading::AsWritten).ok()
}

/// Where years stand side by side: the column of the first of them holds the values, and the head of the column tells the period, whatever
/// was told of the column chosen before.
fn of_a_year(heads: &Heads, mapping: Mapping) -> Mapping {
    let year = heads.labels.iter().find(|label| period_of(label).is_some()).cloned().unwrap_or_default();
    let mapping = mapping.or(&column_of("value"), year);
    if !mapping.get(&column_of("period")).is_empty() {
        return mapping;
    }
    match period_of(mapping.get(&column_of("value"))) {
        Some(period) => mapping.set(&value_of("period"), period.to_text()),
        None => mapping,
    }
}

/// The mark before decimals that the first values show; none where they show none.
fn mark_of(heads: &Heads, column: &str) -> Option<DecimalMark> {
    let place = heads.place(column)?;
    heads.first.iter().filter_map(|(_, cells)| cells.get(place)).find_map(|cell| {
        let (at, mark) = cell.char_indices().rev().find(|(_, c)| matches!(c, '.' | ','))?;
        let other = if mark == '.' { ',' } else { '.' };
        let decimals = cell[at + 1..].trim_end_matches(')').trim_end().len();
        // Three digits behind the only mark may be a group of thousands.
        let tells = decimals != 3 || cell[..at].contains(other);
        (tells && !cell[..at].contains(mark)).then_some(if mark == '.' { DecimalMark::Point } else { DecimalMark::Comma })
    })
}

/// Whether the codes of a file are of so many chapters that they are all trade.
fn tells_all(file: &TableFile, heads: &Heads, mapping: &Mapping) -> bool {
    let Some(place) = heads.place(mapping.get(&column_of("hs"))) else { return false };
    let mut chapters = BTreeSet::new();
    let read = file.each_row(mapping.get("sheet"), |_, cells| {
        let code = cells.get(place).and_then(|cell| HsCode::parse("hs", cell).ok());
        chapters.extend(code.map(|code| code.chapter().to_owned()));
        if chapters.len() < MANY_CHAPTERS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    read.is_ok() && chapters.len() >= MANY_CHAPTERS
}

/// The most different cells of a column whose reading is remembered.
const MET: usize = 4_096;

/// How the cells of a column were read: places and periods come again in every row of a table.
struct Met<T>(RefCell<HashMap<String, Result<T, FieldError>>>);

impl<T: Clone> Met<T> {
    fn none() -> Self {
        Self(RefCell::new(HashMap::new()))
    }

    fn of(&self, cell: &str, read: impl FnOnce() -> Result<T, FieldError>) -> Result<T, FieldError> {
        if let Some(met) = self.0.borrow().get(cell) {
            return met.clone();
        }
        let read = read();
        let mut met = self.0.borrow_mut();
        if met.len() < MET {
            met.insert(cell.to_owned(), read.clone());
        }
        read
    }
}

/// How each row is read.
struct Reading<'r> {
    columns: Columns<'r>,
    regions: &'r [String],
    currency: Currency,
    scale: Scale,
    mark: DecimalMark,
    periods: PeriodReading,
    reporters_met: Met<String>,
    partners_met: Met<String>,
    periods_met: Met<TradePeriod>,
}

impl<'r> Reading<'r> {
    fn of(heads: &Heads, mapping: &'r Mapping, regions: &'r [String]) -> Result<Self, Vec<FieldError>> {
        let mut form = Form::default();
        let currency = form.take(text::choice("currency", mapping.get("currency"), Currency::from_code));
        let scale = form.take(text::choice("scale", mapping.get("scale"), Scale::from_code));
        let mark = form.take(text::choice("mark", mapping.get("mark"), DecimalMark::from_code));
        let periods = form.take(text::choice("reading", mapping.get("reading"), PeriodReading::from_code));
        let columns = Columns::of(heads, mapping, &FIELDS, &["value", "period", "partner", "flow"], &mut form);
        match (form.finish(), currency, scale, mark, periods) {
            (Ok(()), Some(currency), Some(scale), Some(mark), Some(periods)) => {
                let (reporters_met, partners_met, periods_met) = (Met::none(), Met::none(), Met::none());
                Ok(Self { columns, regions, currency, scale, mark, periods, reporters_met, partners_met, periods_met })
            }
            (Err(error), ..) => Err(error.fields().to_vec()),
            _ => Err(Vec::new()),
        }
    }

    fn reporter(&self, cells: &Cells) -> Result<String, FieldError> {
        let typed = self.columns.cell(cells, "reporter");
        self.reporters_met.of(typed, || country::country("reporter", places::code_of(typed).unwrap_or(typed)))
    }

    fn partner(&self, cells: &Cells) -> Result<String, FieldError> {
        let typed = self.columns.cell(cells, "partner");
        self.partners_met.of(typed, || country::place("partner", places::code_of(typed).unwrap_or(typed), self.regions))
    }

    fn period(&self, cells: &Cells) -> Result<TradePeriod, FieldError> {
        let typed = self.columns.cell(cells, "period");
        self.periods_met.of(typed, || TradePeriod::parse("period", typed, self.periods))
    }

    /// The code of a row, none where it is of everything. A row without a code is of a named commodity, or nobody knows of what.
    fn code(&self, cells: &Cells) -> Result<Option<HsCode>, FieldError> {
        match self.columns.cell(cells, "hs") {
            "" if self.columns.has("hs") && self.columns.cell(cells, "commodity").is_empty() => {
                Err(FieldError::new("hs", "required"))
            }
            "" => Ok(None),
            typed if is_all(typed) => Ok(None),
            typed => HsCode::parse("hs", typed).map(Some),
        }
    }

    fn figure(&self, cells: &Cells) -> Result<NewFigure, Vec<FieldError>> {
        let mut form = Form::default();
        let reporter = form.take(self.reporter(cells));
        let partner = form.take(self.partner(cells));
        let flow = form.take(flow_of(self.columns.cell(cells, "flow")));
        let traded = form.take(text::choice("traded", self.columns.cell(cells, "traded"), Traded::from_code));
        let period = form.take(self.period(cells));
        let mark = if self.columns.is_number(cells, "value") { DecimalMark::Point } else { self.mark };
        let printed = form.take(Amount::parse("value", self.columns.cell(cells, "value"), mark, self.scale));
        let hs = form.take(self.code(cells));
        // What a code is called is known: a name without a code is what the figure is of.
        let commodity = match (self.columns.cell(cells, "commodity"), &hs) {
            (_, Some(Some(_))) => Some(String::new()),
            (typed, _) if is_all(typed) => Some(String::new()),
            (typed, _) => form.take(text::optional_line("commodity", typed)).map(Option::unwrap_or_default),
        };
        let (Some(reporter), Some(partner), Some(flow), Some(traded), Some(period), Some(printed), Some(hs), Some(commodity)) =
            (reporter, partner, flow, traded, period, printed, hs, commodity)
        else {
            return Err(errors_of(form));
        };
        let subject = Subject { reporter, partner, traded, flow, hs, commodity, currency: self.currency, period };
        form.take(subject.check());
        form.take(subject.check_amount(printed.amount));
        if form.is_sound() { Ok(NewFigure { subject, printed }) } else { Err(errors_of(form)) }
    }
}

/// Words that say that a row is of everything.
const ALL: [&str; 6] = ["total", "all", "todos", "todo", "कुल", "overall"];
/// Words that may stand beside them: of whose and which trade it is the total.
const BESIDE: [&str; 22] = [
    "grand",
    "general",
    "india's",
    "india",
    "of",
    "the",
    "export",
    "exports",
    "import",
    "imports",
    "trade",
    "commodities",
    "products",
    "goods",
    "value",
    "de",
    "las",
    "los",
    "exportaciones",
    "importaciones",
    "निर्यात",
    "आयात",
];

/// Whether a cell says that the row is of everything: `Total`, `India's total export`, but no `Total petroleum` and no `Sub-total`.
fn is_all(cell: &str) -> bool {
    // As most codes do.
    if cell.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let cell = cell.to_lowercase().replace('’', "'");
    let mut words = cell.split([' ', ':', '.', '\u{a0}']).filter(|word| !word.is_empty()).peekable();
    let (mut all, mut known) = (false, words.peek().is_some());
    for word in words {
        all |= ALL.contains(&word);
        known &= ALL.contains(&word) || BESIDE.contains(&word);
    }
    all && known
}

fn flow_of(cell: &str) -> Result<Flow, FieldError> {
    let word = cell.to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    match () {
        () if word.is_empty() => Err(FieldError::new("flow", "required")),
        () if begins(&["exp", "निर्यात"]) || word == "x" => Ok(Flow::Exports),
        () if begins(&["imp", "आयात"]) || word == "m" => Ok(Flow::Imports),
        () if begins(&["total", "कुल"]) => Ok(Flow::Total),
        () if begins(&["balan", "शेष", "संतुलन"]) => Ok(Flow::Balance),
        () => Err(FieldError::with("flow", "no-such-flow", cell)),
    }
}

/// Reads a table to its end as a person chose. `regions` are the letters of the regions the house keeps.
///
/// # Errors
/// What is wrong with the choice, or with the file, by field; what is wrong with a row is told in the table read.
pub fn read(
    file: &TableFile,
    heads: &Heads,
    mapping: &Mapping,
    regions: &[String],
) -> Result<ReadTable<NewFigure>, Vec<FieldError>> {
    let reading = Reading::of(heads, mapping, regions)?;
    read_all(file, mapping.get("sheet"), heads, |_, cells| reading.figure(cells), |figure, hashes| hashes.hash_one(&figure.subject))
}
