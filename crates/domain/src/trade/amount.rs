//! Amounts of money as sources print them: in which currency, in which scale, with which marks.

use serde::{Deserialize, Serialize};

use crate::agreement::words;
use crate::error::FieldError;

words!(
    /// The currency of a figure (ISO 4217). Figures in two currencies are never compared.
    Currency {
        Usd = "USD",
        Inr = "INR",
        Eur = "EUR",
        Gbp = "GBP",
        Pen = "PEN",
        Clp = "CLP",
        Cny = "CNY",
        Jpy = "JPY",
    }
);

words!(
    /// What the printed number counts.
    Scale {
        Units = "units",
        Thousand = "thousand",
        Lakh = "lakh",
        Million = "million",
        Crore = "crore",
        Billion = "billion",
    }
);

impl Scale {
    /// How many units of the currency one is.
    pub fn units(self) -> i64 {
        match self {
            Self::Units => 1,
            Self::Thousand => 1_000,
            Self::Lakh => 100_000,
            Self::Million => 1_000_000,
            Self::Crore => 10_000_000,
            Self::Billion => 1_000_000_000,
        }
    }
}

words!(
    /// Which mark parts the decimals of a printed number.
    DecimalMark {
        Point = "point",
        Comma = "comma",
    }
);

/// An amount in hundredths of the currency's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount(pub i64);

/// An amount with the scale it was printed in and how many decimals stood there: what tells how exact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Printed {
    pub amount: Amount,
    pub scale: Scale,
    pub places: u8,
}

impl Printed {
    /// What the last printed digit counts, in hundredths of the currency's unit; at least one.
    fn grain(self) -> i128 {
        let parts = 10_i128.checked_pow(u32::from(self.places)).unwrap_or(i128::MAX);
        (i128::from(self.scale.units()) * 100 / parts).max(1)
    }

    /// Both added up, as exact as the less exact of them; none where that is no amount any more.
    pub fn plus(self, other: Self) -> Option<Self> {
        let amount = Amount(self.amount.0.checked_add(other.amount.0)?);
        Some(Self { amount, ..if self.grain() < other.grain() { other } else { self } })
    }

    /// How far off rounding may have left it, in hundredths, where it is so many figures added up: half of the last printed digit each.
    pub fn slack(self, figures: i64) -> i128 {
        self.grain() * i128::from(figures.max(1)) / 2
    }
}

/// The largest amount, in hundredths: a hundred trillion units, more than the world trades in a year in any of the currencies. Hundreds
/// of them can be added up.
const MOST: i128 = 10_000_000_000_000_000;

impl Amount {
    /// Reads a number as tables print it, counted in a scale: grouped in thousands or as in India, negative with a sign or within
    /// parentheses. Decimals beyond a hundredth of the unit are rounded half away from zero.
    ///
    /// # Errors
    /// The field, where it is blank, is no number, its groups are none that people write, or it is too large to be one.
    pub fn parse(field: &str, raw: &str, mark: DecimalMark, scale: Scale) -> Result<Printed, FieldError> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(FieldError::new(field, "required"));
        }
        let wrong = || FieldError::with(field, "not-an-amount", text);
        let (negative, number) = signed(text).ok_or_else(wrong)?;
        let (digits, decimals) = plain(number, mark).ok_or_else(wrong)?;
        let hundredths = i128::from(scale.units()) * 100;
        let rounded = 10_i128
            .checked_pow(decimals)
            .and_then(|parts| digits.checked_mul(hundredths).map(|amount| (amount + parts / 2) / parts))
            .filter(|amount| *amount <= MOST);
        let amount =
            rounded.and_then(|amount| i64::try_from(amount).ok()).ok_or_else(|| FieldError::new(field, "amount-too-large"))?;
        let places = u8::try_from(decimals).unwrap_or(u8::MAX);
        Ok(Printed { amount: Self(if negative { -amount } else { amount }), scale, places })
    }

    /// How many times it is another; none where that is nothing.
    pub fn ratio(self, to: Self) -> Option<f64> {
        (to.0 != 0).then(|| self.0 as f64 / to.0 as f64)
    }

    /// The number in a scale, with as few decimals as tell the amount whole, and a point: what [`Self::parse`] reads back.
    pub fn to_text(self, scale: Scale) -> String {
        let one = i128::from(scale.units()) * 100;
        let (whole, rest) = (i128::from(self.0).abs() / one, i128::from(self.0).abs() % one);
        let places = one.to_string().len() - 1;
        let decimals = format!("{:0>places$}", rest * 10_i128.pow(places as u32) / one);
        let decimals = decimals.trim_end_matches('0');
        let sign = if self.0 < 0 { "-" } else { "" };
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }
}

/// Whether a printed number is negative, and the number without what says so.
fn signed(text: &str) -> Option<(bool, &str)> {
    if let Some(inner) = text.strip_prefix('(') {
        return inner.strip_suffix(')').map(|number| (true, number.trim()));
    }
    let negative = text.strip_prefix(['-', '−']);
    Some((negative.is_some(), negative.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim_start()))
}

/// The digits of a printed number and how many of them are decimals.
fn plain(number: &str, mark: DecimalMark) -> Option<(i128, u32)> {
    let (point, comma) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, decimals) = number.split_once(point).unwrap_or((number, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split([comma, ' ', '\u{a0}', '\u{202f}', '\'', '’']).collect();
    let grouped = match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            (1..=3).contains(&first.len())
                && last.len() == 3
                && (middle.iter().all(|group| group.len() == 3)
                    || (first.len() <= 2 && middle.iter().all(|group| group.len() == 2)))
        }
        [] => false,
    };
    let written = groups.iter().all(|group| is_digits(group)) && is_digits(decimals) && decimals.len() <= 18;
    let digits: String = groups.concat() + decimals;
    if !grouped || !written || digits.is_empty() || digits.len() > 30 {
        return None;
    }
    Some((digits.parse().ok()?, u32::try_from(decimals.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, mark: DecimalMark) -> Result<i64, String> {
        Amount::parse("value", text, mark, Scale::Units).map(|printed| printed.amount.0).map_err(|error| error.code)
    }

    fn printed(text: &str, scale: Scale) -> Printed {
        match Amount::parse("value", text, DecimalMark::Point, scale) {
            Ok(printed) => printed,
            Err(error) => panic!("{text}: {error:?}"),
        }
    }

    #[test]
    fn rounding_leaves_half_of_the_last_digit_for_each_figure() {
        assert_eq!(printed("3.12", Scale::Billion).slack(1), 500_000_000);
        assert_eq!(printed("3115.91", Scale::Million).slack(1), 500_000);
        assert_eq!(printed("3115.91", Scale::Million).slack(98), 49_000_000);
        assert_eq!(printed("7", Scale::Units).slack(0), 50, "nothing is exact beyond what is printed");
    }

    #[test]
    fn numbers_are_read_as_tables_print_them() {
        use DecimalMark::{Comma, Point};
        for (typed, mark, hundredths) in [
            ("1,23,456.78", Point, 12_345_678),
            ("123,456.78", Point, 12_345_678),
            ("(1,234)", Point, -123_400),
            ("-1,234", Point, -123_400),
            ("−5", Point, -500),
            ("1.234,56", Comma, 123_456),
            ("1 234,56", Comma, 123_456),
            ("1\u{a0}234", Comma, 123_400),
            ("0.005", Point, 1),
            ("1.004", Point, 100),
            (".5", Point, 50),
            ("1,00,00,000", Point, 1_000_000_000),
        ] {
            assert_eq!(read(typed, mark), Ok(hundredths), "{typed}");
        }
        assert_eq!(printed("865.91", Scale::Million).amount, Amount(86_591_000_000));
        assert_eq!(printed("3.11", Scale::Billion).amount, Amount(311_000_000_000));
        assert_eq!(printed("2", Scale::Crore).amount, Amount(2_000_000_000));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["=1+1", "12,34", "1,2345", "1.2.3", "(5", "5)", "--5", "abc", "1e5", "१२", ".", "1,,234"] {
            assert_eq!(read(typed, DecimalMark::Point), Err("not-an-amount".into()), "{typed}");
        }
        assert_eq!(read("1.5", DecimalMark::Comma), Err("not-an-amount".into()), "a point is no decimal mark there");
        assert_eq!(read(" ", DecimalMark::Point), Err("required".into()));
        assert_eq!(read("99999999999999999999", DecimalMark::Point), Err("amount-too-large".into()));
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_as_it_is_written(hundredths in -1_000_000_000_000_000_i64..1_000_000_000_000_000, scale in 0..6_usize) {
            let (amount, scale) = (Amount(hundredths), Scale::ALL[scale]);
            prop_assert_eq!(printed(&amount.to_text(scale), scale).amount, amount);
        }

        #[test]
        fn nothing_typed_is_a_panic(typed in "\\PC{0,40}") {
            let _ = Amount::parse("value", &typed, DecimalMark::Point, Scale::Billion);
        }
    }
}
