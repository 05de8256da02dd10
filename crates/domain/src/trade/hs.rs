//! Codes of the Harmonized System (International Convention on the Harmonized Commodity Description and Coding System, 1983).

use std::fmt;

use crate::error::FieldError;

/// The most digits of a code: six are the Convention's, a country adds up to four.
const DIGITS: usize = 10;
/// The chapter the Convention keeps free.
const RESERVED: u8 = 77;

/// A chapter (2 digits), heading (4), subheading (6) or national tariff line (8 or 10). It stands in place, as files hold a hundred
/// thousand of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HsCode {
    /// The digits; behind the last of them zero bytes, which sort before every digit.
    digits: [u8; DIGITS],
    length: u8,
}

impl fmt::Debug for HsCode {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "HsCode({})", self.as_str())
    }
}

impl HsCode {
    /// Reads a code as tables have it: points and spaces are left out, and the zeros that a spreadsheet took away are put back.
    /// Every code has an even number of digits, so that an odd number tells what is missing; where a spreadsheet took the code for a
    /// number with decimals, the point tells on which side: `901.1` was 0901.10, and `1.0` is chapter 1.
    ///
    /// # Errors
    /// The field, where it is blank, is no code, or its chapter does not exist.
    pub fn parse(field: &str, raw: &str) -> Result<Self, FieldError> {
        let text = raw.trim();
        let digits = text
            .split_once('.')
            .and_then(|(heading, rest)| decimal(heading, rest))
            .unwrap_or_else(|| text.chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect());
        if digits.is_empty() {
            return Err(FieldError::new(field, "required"));
        }
        if digits.len() > DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(FieldError::new(field, "not-an-hs-code"));
        }
        let whole = if digits.len() % 2 == 1 { format!("0{digits}") } else { digits };
        let chapter = whole.get(..2).and_then(|chapter| chapter.parse::<u8>().ok()).unwrap_or_default();
        if chapter == 0 || chapter == RESERVED {
            return Err(FieldError::with(field, "no-such-hs-chapter", &whole[..2]));
        }
        let (mut digits, length) = ([0; DIGITS], whole.len());
        digits[..length].copy_from_slice(whole.as_bytes());
        Ok(Self { digits, length: length as u8 })
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.digits[..usize::from(self.length)]).unwrap_or_default()
    }

    /// The chapter's two digits.
    pub fn chapter(&self) -> &str {
        &self.as_str()[..2]
    }
}

/// The digits of a code that a spreadsheet took for a number with decimals; none where it is no such number.
fn decimal(heading: &str, rest: &str) -> Option<String> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // A number has lost its leading zero: what has one is text, and stands as it is.
    if !is_digits(heading) || !is_digits(rest) || heading.len() > 4 || heading.starts_with('0') {
        return None;
    }
    if rest == "0" {
        return Some(heading.to_owned());
    }
    let zero = |text: &str| if text.len() % 2 == 1 { "0" } else { "" };
    Some(format!("{}{heading}{rest}{}", zero(heading), zero(rest)))
}

/// Whether a chapter has a title of the Convention: 1 to 97 but the one kept free. 98 and 99 are for national use.
pub fn is_titled(chapter: u8) -> bool {
    (1..=97).contains(&chapter) && chapter != RESERVED
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Result<String, String> {
        HsCode::parse("hs", typed).map(|code| code.as_str().to_owned()).map_err(|error| error.code)
    }

    #[test]
    fn a_lost_zero_is_put_back() {
        for (typed, code) in [("1", "01"), ("01", "01"), ("101", "0101"), ("0101.21", "010121"), ("10121", "010121"), ("98", "98")]
        {
            assert_eq!(read(typed), Ok(code.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_number_with_decimals_is_the_code_it_was() {
        for (typed, code) in [
            ("1.0", "01"),
            ("10.0", "10"),
            ("8471.0", "8471"),
            ("101.0", "0101"),
            ("901.1", "090110"),
            ("901.11", "090111"),
            ("8471.3", "847130"),
            ("8471.301", "84713010"),
            ("0901.10", "090110"),
            ("0101.21.00", "01012100"),
            ("0101 21 00", "01012100"),
        ] {
            assert_eq!(read(typed), Ok(code.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for (typed, code) in [
            ("", "required"),
            ("77", "no-such-hs-chapter"),
            ("00", "no-such-hs-chapter"),
            ("0", "no-such-hs-chapter"),
            ("ab", "not-an-hs-code"),
            ("१२", "not-an-hs-code"),
            ("01012100000", "not-an-hs-code"),
            ("0901.1", "no-such-hs-chapter"),
        ] {
            assert_eq!(read(typed), Err(code.to_owned()), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn codes_are_ordered_as_their_digits(one in "0[1-9]([0-9]{2}){0,4}", other in "0[1-9]([0-9]{2}){0,4}") {
            let read = |typed: &str| HsCode::parse("hs", typed).ok();
            prop_assert_eq!(read(&one).cmp(&read(&other)), one.cmp(&other));
        }

        #[test]
        fn every_code_survives_a_spreadsheet(chapter in 1_u8..=99, rest in prop::sample::select(vec!["", "01", "0121", "012110"])) {
            prop_assume!(chapter != RESERVED);
            let code = format!("{chapter:02}{rest}");
            let as_number = code.parse::<u64>().map(|number| number.to_string()).unwrap_or_default();
            prop_assert_eq!(read(&as_number), Ok(code.clone()));
            if let Some((heading, rest)) = code.split_at_checked(4).filter(|(_, rest)| !rest.is_empty()) {
                let as_decimal = format!("{heading}.{rest}").parse::<f64>().map(|number| number.to_string()).unwrap_or_default();
                prop_assert_eq!(read(&as_decimal), Ok(code));
            }
        }
    }
}
