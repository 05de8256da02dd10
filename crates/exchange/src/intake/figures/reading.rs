//! The rows of a table of trade figures: what each says, or why it says nothing.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::sync::Arc;

use accord_domain::error::Form;
use accord_domain::trade::amount::{Amount, Currency, DecimalMark, Printed, Scale};
use accord_domain::trade::figure::{Flow, Subject, Traded};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodReading, TradePeriod};
use accord_domain::{FieldError, country, text};
use accord_language::places;
use accord_store::commands::trade::NewFigure;

use super::super::columns::{Heads, Mapping, column_of};
use super::super::rows::{Columns, ReadTable, errors_of, read_all};
use super::super::table::{Cells, TableFile};
use super::words::{currency_of, flow_of, is_all, is_nothing, scale_of, traded_of};
use super::{EVERY_PERIOD, FIELDS};

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

/// Where the values of a row stand.
enum Values {
    /// In one column, the row or the choice telling the period.
    One,
    /// In every column that a period heads.
    EachPeriod(Vec<(usize, TradePeriod)>),
}

/// The columns that a period heads.
fn headed_by_periods(heads: &Heads, reading: PeriodReading, form: &mut Form) -> Values {
    let mut found = Vec::new();
    for (place, head) in heads.labels.iter().enumerate() {
        match TradePeriod::parse("reading", head, reading) {
            Ok(period) if found.iter().any(|(_, other)| *other == period) => {
                form.refuse(FieldError::with(&column_of("value"), "period-heads-twice", head));
            }
            Ok(period) => found.push((place, period)),
            // Left out, its figures would be missed by nobody.
            Err(error) if error.code == "ambiguous-period" => form.refuse(error),
            Err(_) => {}
        }
    }
    if found.is_empty() && form.is_sound() {
        form.refuse(FieldError::new(&column_of("value"), "no-period-heads"));
    }
    Values::EachPeriod(found)
}

/// How each row is read.
struct Reading<'r> {
    columns: Columns,
    values: Values,
    regions: &'r [String],
    /// Where no column says it.
    currency: Currency,
    scale: Scale,
    mark: DecimalMark,
    periods: PeriodReading,
    reporters_met: Met<Arc<str>>,
    partners_met: Met<Arc<str>>,
    periods_met: Met<TradePeriod>,
    flows_met: Met<Flow>,
    traded_met: Met<Traded>,
}

/// What all figures of a row have in common.
struct Common {
    reporter: Arc<str>,
    partner: Arc<str>,
    traded: Traded,
    flow: Flow,
    hs: Option<HsCode>,
    commodity: Arc<str>,
    currency: Currency,
    scale: Scale,
}

impl<'r> Reading<'r> {
    fn of(heads: &Heads, mapping: &'r Mapping, regions: &'r [String]) -> Result<Self, Vec<FieldError>> {
        let mut form = Form::default();
        let currency = form.take(text::choice("currency", mapping.get("currency"), Currency::from_code));
        let scale = form.take(text::choice("scale", mapping.get("scale"), Scale::from_code));
        let mark = form.take(text::choice("mark", mapping.get("mark"), DecimalMark::from_code));
        let periods = form.take(text::choice("reading", mapping.get("reading"), PeriodReading::from_code));
        let side_by_side = mapping.get(&column_of("value")) == EVERY_PERIOD;
        let values = match periods {
            Some(periods) if side_by_side => headed_by_periods(heads, periods, &mut form),
            _ => Values::One,
        };
        let fields: Vec<&'static str> =
            FIELDS.into_iter().filter(|field| !side_by_side || !["value", "period"].contains(field)).collect();
        let needed: &[&str] = if side_by_side { &["partner", "flow"] } else { &["value", "period", "partner", "flow"] };
        let columns = Columns::of(heads, mapping, &fields, needed, &mut form);
        match (form.finish(), currency, scale, mark, periods) {
            (Ok(()), Some(currency), Some(scale), Some(mark), Some(periods)) => Ok(Self {
                columns,
                values,
                regions,
                currency,
                scale,
                mark,
                periods,
                reporters_met: Met::none(),
                partners_met: Met::none(),
                periods_met: Met::none(),
                flows_met: Met::none(),
                traded_met: Met::none(),
            }),
            (Err(error), ..) => Err(error.fields().to_vec()),
            _ => Err(Vec::new()),
        }
    }

    fn reporter(&self, cells: &Cells) -> Result<Arc<str>, FieldError> {
        let typed = self.columns.cell(cells, "reporter");
        self.reporters_met.of(typed, || country::country("reporter", places::code_of(typed).unwrap_or(typed)).map(Arc::from))
    }

    fn partner(&self, cells: &Cells) -> Result<Arc<str>, FieldError> {
        let typed = self.columns.cell(cells, "partner");
        let read = || country::place("partner", places::code_of(typed).unwrap_or(typed), self.regions).map(Arc::from);
        self.partners_met.of(typed, read)
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

    fn common(&self, cells: &Cells, form: &mut Form) -> Option<Common> {
        let reporter = form.take(self.reporter(cells));
        let partner = form.take(self.partner(cells));
        let (flow, traded) = (self.columns.cell(cells, "flow"), self.columns.cell(cells, "traded"));
        let flow = form.take(self.flows_met.of(flow, || flow_of(flow)));
        let traded = form.take(self.traded_met.of(traded, || traded_of(traded)));
        let hs = form.take(self.code(cells));
        // What a code is called is known: a name without a code is what the figure is of.
        let commodity = match (self.columns.cell(cells, "commodity"), &hs) {
            (_, Some(Some(_))) => Some(Arc::default()),
            (typed, _) if is_all(typed) => Some(Arc::default()),
            (typed, _) => form.take(text::optional_line("commodity", typed)).map(|name| name.unwrap_or_default().into()),
        };
        let currency = match self.columns.cell(cells, "currency") {
            "" => Some(self.currency),
            typed => form.take(currency_of(typed)),
        };
        let scale = match self.columns.cell(cells, "scale") {
            "" => Some(self.scale),
            typed => form.take(scale_of(typed)),
        };
        Some(Common {
            reporter: reporter?,
            partner: partner?,
            traded: traded?,
            flow: flow?,
            hs: hs?,
            commodity: commodity?,
            currency: currency?,
            scale: scale?,
        })
    }

    fn printed(&self, cell: &str, is_number: bool, scale: Scale) -> Result<Printed, FieldError> {
        let mark = if is_number { DecimalMark::Point } else { self.mark };
        Amount::parse("value", cell, mark, scale)
    }

    /// Adds what a row says to the figures read.
    fn figures(&self, cells: &Cells, figures: &mut Vec<NewFigure>) -> Result<(), Vec<FieldError>> {
        let mut form = Form::default();
        let common = self.common(cells, &mut form);
        // What is wrong with a value is told even where nothing else is sound.
        let scale = common.as_ref().map_or(self.scale, |common| common.scale);
        let mut values = Vec::new();
        match &self.values {
            Values::One => {
                let period = form.take(self.period(cells));
                let cell = self.columns.cell(cells, "value");
                let printed = form.take(self.printed(cell, self.columns.is_number(cells, "value"), scale));
                values.extend(period.zip(printed));
            }
            Values::EachPeriod(columns) => {
                for (place, period) in columns {
                    let cell = cells.get(*place).map_or("", |cell| cell.trim());
                    if !is_nothing(cell) {
                        let printed = form.take(self.printed(cell, cells.is_number(*place), scale));
                        values.extend(printed.map(|printed| (*period, printed)));
                    }
                }
                if values.is_empty() && form.is_sound() {
                    form.refuse(FieldError::new("value", "required"));
                }
            }
        }
        let Some(common) = common else { return Err(errors_of(form)) };
        for (period, printed) in values {
            let subject = common.subject(period);
            form.take(subject.check());
            form.take(subject.check_amount(printed.amount));
            figures.push(NewFigure { subject, printed });
        }
        if form.is_sound() { Ok(()) } else { Err(errors_of(form)) }
    }
}

impl Common {
    fn subject(&self, period: TradePeriod) -> Subject {
        let Self { reporter, partner, traded, flow, hs, commodity, currency, .. } = self;
        Subject {
            reporter: reporter.clone(),
            partner: partner.clone(),
            traded: *traded,
            flow: *flow,
            hs: *hs,
            commodity: commodity.clone(),
            currency: *currency,
            period,
        }
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
    let sheet = mapping.get("sheet");
    read_all(
        file,
        sheet,
        heads,
        |_, cells, figures| reading.figures(cells, figures),
        |figure, hashes| hashes.hash_one(&figure.subject),
    )
}
