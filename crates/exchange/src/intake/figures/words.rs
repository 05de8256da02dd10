//! The words of tables of trade figures, as their publishers write them in the languages met.

use accord_domain::FieldError;
use accord_domain::trade::amount::{Currency, Scale};
use accord_domain::trade::figure::{Flow, Traded};

/// Words that say that a row is of everything.
const ALL: [&str; 8] = ["total", "all", "todos", "todo", "कुल", "overall", "everything", "सब"];
/// Words that may stand beside them: of whose and which trade it is the total.
const BESIDE: [&str; 23] = [
    "कुछ",
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
pub(super) fn is_all(cell: &str) -> bool {
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

pub(super) fn flow_of(cell: &str) -> Result<Flow, FieldError> {
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

pub(super) fn traded_of(cell: &str) -> Result<Traded, FieldError> {
    let word = cell.to_lowercase();
    let tells = |words: &[&str]| words.iter().any(|known| word.contains(known));
    match (tells(&["good", "merch", "bien", "mercanc", "वस्तु"]), tells(&["servi", "सेवा"])) {
        _ if word.is_empty() => Err(FieldError::new("traded", "required")),
        (true, true) => Ok(Traded::GoodsAndServices),
        (true, false) => Ok(Traded::Goods),
        (false, true) => Ok(Traded::Services),
        (false, false) => Err(FieldError::new("traded", "unknown-choice")),
    }
}

/// Signs that stand for one currency; a bare `$` stands for several.
const SIGNS: [(&str, Currency); 8] = [
    ("US$", Currency::Usd),
    ("US $", Currency::Usd),
    ("₹", Currency::Inr),
    ("RS", Currency::Inr),
    ("RS.", Currency::Inr),
    ("€", Currency::Eur),
    ("£", Currency::Gbp),
    ("S/", Currency::Pen),
];

pub(super) fn currency_of(cell: &str) -> Result<Currency, FieldError> {
    let word = cell.to_uppercase();
    let sign = SIGNS.iter().find(|(sign, _)| *sign == word).map(|(_, currency)| *currency);
    Currency::from_code(&word).or(sign).ok_or_else(|| FieldError::with("currency", "no-such-currency", cell))
}

pub(super) fn scale_of(cell: &str) -> Result<Scale, FieldError> {
    // `Crores (ten millions)`: what stands first says it.
    let word = cell.split('(').next().unwrap_or_default().trim().to_lowercase();
    let scale = match word.as_str() {
        "units" | "unit" | "single units" | "unidades" | "unidad" | "इकाइयाँ" | "इकाई" => Scale::Units,
        "thousand" | "thousands" | "miles" | "mil" | "हज़ार" => Scale::Thousand,
        "lakh" | "lakhs" | "lac" | "लाख" => Scale::Lakh,
        "million" | "millions" | "mn" | "millones" | "millón" | "मिलियन" => Scale::Million,
        "crore" | "crores" | "cr" | "करोड़" => Scale::Crore,
        "billion" | "billions" | "bn" | "miles de millones" | "बिलियन" => Scale::Billion,
        _ => return Err(FieldError::with("scale", "no-such-scale", cell)),
    };
    Ok(scale)
}

/// Whether a cell says that there is no figure, as tables with periods side by side have them.
pub(super) fn is_nothing(cell: &str) -> bool {
    ["", "-", "–", "—", "..", "...", "na", "n.a.", "n/a", "nil"].contains(&cell.to_lowercase().as_str())
}
