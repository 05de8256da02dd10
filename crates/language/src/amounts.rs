//! Amounts, shares and periods of trade as each locale writes them.

use accord_domain::trade::amount::{Amount, Currency, Printed, Scale};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use chrono::Datelike;

use crate::dates::formatters;
use crate::{Locale, Speaker};

impl Speaker {
    /// A number of so many decimals, given without the mark between: 1234 with two is 12.34.
    pub fn decimal(&self, digits: i64, places: u8) -> String {
        formatters(self.locale).decimal(digits, places)
    }

    /// A part of a thousand as per cent with one decimal.
    pub fn percent(&self, per_mille: i64) -> String {
        self.with("per-cent", &[("n", self.decimal(per_mille, 1).into())])
    }

    /// The same with its sign, as a growth is told.
    pub fn growth(&self, per_mille: i64) -> String {
        let told = self.percent(per_mille.abs());
        match per_mille {
            0 => told,
            up if up > 0 => format!("+{told}"),
            _ => format!("−{told}"),
        }
    }

    /// The number an amount is in a scale.
    pub fn in_scale(&self, amount: Amount, scale: Scale, places: u8) -> String {
        let one = i128::from(scale.units()) * 100;
        let parts = 10_i128.pow(u32::from(places.min(9)));
        let scaled = i128::from(amount.0).abs() * parts;
        let digits = i64::try_from((scaled + one / 2) / one).unwrap_or(i64::MAX);
        let told = self.decimal(digits, places.min(9));
        if amount.0 < 0 && digits != 0 { format!("−{told}") } else { told }
    }

    /// An amount as its source printed it, with its currency and scale.
    pub fn printed(&self, printed: Printed, currency: Currency) -> String {
        self.amount_in(printed.amount, currency, printed.scale, printed.places)
    }

    /// An amount in the scale people say it in: millions and billions, rupees in lakh and crore where the language has them.
    pub fn amount(&self, amount: Amount, currency: Currency) -> String {
        let size = amount.0.unsigned_abs() / 100;
        let scale = match size {
            10_000_000.. if self.counts_in_crore(currency) => Scale::Crore,
            100_000.. if self.counts_in_crore(currency) => Scale::Lakh,
            1_000_000_000.. => Scale::Billion,
            1_000_000.. => Scale::Million,
            _ => Scale::Units,
        };
        let places = match scale {
            Scale::Units => 0,
            Scale::Million => 1,
            _ => 2,
        };
        self.amount_in(amount, currency, scale, places)
    }

    fn amount_in(&self, amount: Amount, currency: Currency, scale: Scale, places: u8) -> String {
        let n = self.in_scale(Amount(amount.0.saturating_abs()), scale, places);
        let sign = if amount.0 < 0 { "−" } else { "" };
        let amount = match scale {
            Scale::Units => "amount-units",
            Scale::Thousand => "amount-thousand",
            Scale::Lakh => "amount-lakh",
            Scale::Million => "amount-million",
            Scale::Crore => "amount-crore",
            Scale::Billion => "amount-billion",
        };
        let told = self.with(amount, &[("currency", self.word("currency", currency.code()).into()), ("n", n.into())]);
        format!("{sign}{told}")
    }

    /// Whether a currency is counted in lakh and crore here: rupees, where the language has these.
    fn counts_in_crore(&self, currency: Currency) -> bool {
        currency == Currency::Inr && self.locale != Locale::EsPe
    }

    /// The scale of a column of amounts of which this is the largest.
    pub fn column_scale(&self, most: Amount, currency: Currency) -> Scale {
        match most.0.unsigned_abs() / 100 {
            _ if self.counts_in_crore(currency) => Scale::Crore,
            100_000_000_000.. => Scale::Billion,
            _ => Scale::Million,
        }
    }

    /// What a column of amounts in a scale counts: US$ million.
    pub fn unit(&self, currency: Currency, scale: Scale) -> String {
        let unit = match scale {
            Scale::Billion => "unit-billion",
            Scale::Crore | Scale::Lakh => "unit-crore",
            Scale::Million | Scale::Thousand | Scale::Units => "unit-million",
        };
        self.with(unit, &[("currency", self.word("currency", currency.code()).into())])
    }

    /// A period of trade.
    pub fn trade_period(&self, period: TradePeriod) -> String {
        let shown = formatters(self.locale);
        let (from, to) = (period.from(), period.to());
        match period.kind() {
            PeriodKind::FiscalYear => {
                let years = format!("{:04}-{:02}", from.year(), to.year() % 100);
                self.with("period-fiscal", &[("years", years.into())])
            }
            PeriodKind::CalendarYear => format!("{:04}", from.year()),
            PeriodKind::Month => shown.month(from),
            PeriodKind::Months => self.with("date-range", &[("from", shown.month(from).into()), ("to", shown.month(to).into())]),
        }
    }

    /// What a code is called as far as the product knows: a chapter by its title, a finer code as a part of its chapter.
    pub fn hs_title(&self, code: &HsCode) -> String {
        let chapter = self.word("hs", code.chapter());
        if code.as_str().len() == 2 { chapter } else { self.with("hs-part-of", &[("chapter", chapter.into())]) }
    }
}
