//! Trade figures from a table: what each row says, or why it says nothing.

mod reading;
mod words;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use accord_domain::trade::amount::{Currency, DecimalMark, Scale};
use accord_domain::trade::figure::Traded;
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodReading, TradePeriod};

pub use self::reading::read;
use super::columns::{Heads, Mapping, column_of, guess, value_of};
use super::table::TableFile;

/// What a column may say of a figure. Each may be one value for all rows instead, but the value.
pub const FIELDS: [&str; 10] = ["hs", "commodity", "value", "period", "partner", "reporter", "flow", "traded", "currency", "scale"];
/// The choice for the value where periods stand side by side: every column that a period heads.
pub const EVERY_PERIOD: &str = "*";

/// The words in the heads of columns by which each is guessed, in the languages of the sources met.
const WORDS: [(&str, &[&str]); 10] = [
    ("hs", &["hscode", "hs", "itchs", "code", "código", "codigo", "partida", "subpartida"]),
    ("commodity", &["commodity", "description", "product", "commodities", "descripción", "producto", "वस्तु", "item"]),
    ("value", &["value", "values", "amount", "valor", "मूल्य", "fob", "cif", "usd", "us$", "million"]),
    ("period", &["date", "period", "month", "year", "fecha", "periodo", "período", "mes", "año", "fy", "अवधि"]),
    ("partner", &["partner", "contraparte", "भागीदार", "country", "countries", "país", "pais", "destination", "origin"]),
    ("reporter", &["reporter", "reportedfor", "informadode", "किसकीओरसे"]),
    ("flow", &["flow", "flujo", "प्रवाह"]),
    ("traded", &["traded", "goodsorservices", "bienesoservicios", "वस्तुएँयासेवाएँ"]),
    ("currency", &["currency", "moneda", "मुद्रा"]),
    // No `unit`: beside a quantity it tells kilograms.
    ("scale", &["scale", "counts", "escala", "cuenta", "किसमें"]),
];

/// What is guessed where a person has not chosen: the columns by their heads, and what a file from India mostly is.
pub fn guessed(file: &TableFile, heads: &Heads, chosen: Mapping) -> Mapping {
    let mut mapping = as_remembered(heads, chosen).or("head", heads.row.to_string());
    for (field, words) in WORDS {
        if mapping.get(&value_of(field)).is_empty() {
            mapping = mapping.or(&column_of(field), guess(heads, words).unwrap_or_default());
        }
    }
    mapping = of_periods(heads, mapping);
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

/// The field that says that the choices are those of the source's last file, which nobody has looked at beside this one.
pub const REMEMBERED: &str = "remembered";

/// What is remembered of the last file, as far as it fits this one: a column that is gone is looked for anew, and where this file has a
/// column, what was said of all rows of the last one is not said of this one's.
fn as_remembered(heads: &Heads, mut mapping: Mapping) -> Mapping {
    if mapping.get(REMEMBERED).is_empty() {
        return mapping;
    }
    for (field, words) in WORDS {
        let label = mapping.get(&column_of(field));
        let stands = heads.place(label).is_some() || (label == EVERY_PERIOD && headed_by_periods(heads).next().is_some());
        if !stands {
            mapping = mapping.set(&column_of(field), "");
            if guess(heads, words).is_some() {
                mapping = mapping.set(&value_of(field), "");
            }
        }
    }
    mapping.set(REMEMBERED, "")
}

/// The field that says whether the codes of the file are all trade, so that their sum is its total, or a part of it.
pub const WHOLE: &str = "whole";
/// The fewest chapters of a file whose codes are taken to be all trade, while a person has not said so.
const MANY_CHAPTERS: usize = 30;

/// The period a head names, where it names one.
fn period_of(head: &str) -> Option<TradePeriod> {
    TradePeriod::parse("period", head, PeriodReading::AsWritten).ok()
}

/// The heads that name periods, be it that they leave a doubt which.
pub fn headed_by_periods(heads: &Heads) -> impl Iterator<Item = &String> {
    heads.labels.iter().filter(|head| match TradePeriod::parse("period", head, PeriodReading::AsWritten) {
        Ok(_) => true,
        Err(error) => error.code == "ambiguous-period",
    })
}

/// Where periods stand side by side: each of their columns holds values. Where there is one, or one is chosen, its head tells the period,
/// whatever was told of a column chosen before.
fn of_periods(heads: &Heads, mapping: Mapping) -> Mapping {
    let several = headed_by_periods(heads).nth(1).is_some();
    let column = if several { Some(EVERY_PERIOD) } else { headed_by_periods(heads).next().map(String::as_str) };
    let mapping = mapping.or(&column_of("value"), column.unwrap_or_default());
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
    let place = match column {
        EVERY_PERIOD => heads.place(headed_by_periods(heads).next()?)?,
        column => heads.place(column)?,
    };
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
