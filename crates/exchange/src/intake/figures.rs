//! Trade figures from a table: what each row says, or why it says nothing.

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
use super::table::TableFile;

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
    let mark = if file.has_semicolons() { DecimalMark::Comma } else { DecimalMark::Point };
    mapping
        .or("mark", mark.code())
        .or("reading", PeriodReading::AsWritten.code())
        .or("currency", Currency::Usd.code())
        .or("scale", Scale::Million.code())
        .or(&value_of("reporter"), "IN")
        .or(&value_of("traded"), Traded::Goods.code())
}

/// How each row is read.
struct Reading<'r> {
    columns: Columns<'r>,
    regions: &'r [String],
    currency: Currency,
    scale: Scale,
    mark: DecimalMark,
    periods: PeriodReading,
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
                Ok(Self { columns, regions, currency, scale, mark, periods })
            }
            (Err(error), ..) => Err(error.fields().to_vec()),
            _ => Err(Vec::new()),
        }
    }

    fn place(&self, cells: &[String], field: &'static str) -> Result<String, FieldError> {
        let typed = self.columns.cell(cells, field);
        let code = places::code_of(typed).unwrap_or(typed);
        if field == "reporter" { country::country(field, code) } else { country::place(field, code, self.regions) }
    }

    fn figure(&self, cells: &[String]) -> Result<NewFigure, Vec<FieldError>> {
        let mut form = Form::default();
        let reporter = form.take(self.place(cells, "reporter"));
        let partner = form.take(self.place(cells, "partner"));
        let flow = form.take(flow_of(self.columns.cell(cells, "flow")));
        let traded = form.take(text::choice("traded", self.columns.cell(cells, "traded"), Traded::from_code));
        let period = form.take(TradePeriod::parse("period", self.columns.cell(cells, "period"), self.periods));
        let printed = form.take(Amount::parse("value", self.columns.cell(cells, "value"), self.mark, self.scale));
        let hs = match self.columns.cell(cells, "hs") {
            "" => Some(None),
            typed if is_all(typed) => Some(None),
            typed => form.take(HsCode::parse("hs", typed)).map(Some),
        };
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

/// Whether a cell says that the row is of everything.
fn is_all(cell: &str) -> bool {
    matches!(cell.to_lowercase().as_str(), "total" | "all" | "grand total" | "total general" | "todos" | "कुल")
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
    read_all(file, mapping.get("sheet"), heads, |_, cells| reading.figure(cells), |figure| figure.subject.clone())
}
