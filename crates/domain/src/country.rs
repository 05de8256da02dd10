//! Countries by their two letters (ISO 3166-1), and the groups of countries that negotiate or are reported on together.

use crate::error::{FieldError, Form};

/// Every country of ISO 3166-1.
pub const COUNTRIES: [&str; 249] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB", "BD", "BE", "BF",
    "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG",
    "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC",
    "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL",
    "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN",
    "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA",
    "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN",
    "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP",
    "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO",
    "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV",
    "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG",
    "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
];

/// Groups that have the letters people know them by; `WLD` is the world.
pub const GROUPS: [&str; 8] = ["WLD", "ASEAN", "EAEU", "EFTA", "EU", "GCC", "MERCOSUR", "SACU"];

/// The code of the world as a partner in trade.
pub const WORLD: &str = "WLD";

/// Whether the letters are a country's.
pub fn is_country(code: &str) -> bool {
    COUNTRIES.binary_search(&code).is_ok()
}

/// Reads a country's letters, in capitals or not.
///
/// # Errors
/// The field, where it is blank or no country has these letters.
pub fn country(field: &str, raw: &str) -> Result<String, FieldError> {
    let code = raw.trim().to_uppercase();
    match code.as_str() {
        "" => Err(FieldError::new(field, "required")),
        known if is_country(known) => Ok(code),
        _ => Err(FieldError::with(field, "no-such-country", raw.trim())),
    }
}

/// Reads the letters of one or more countries, parted by spaces, commas, semicolons or lines; they come sorted, each once.
pub fn countries(field: &str, raw: &str, form: &mut Form) -> Option<Vec<String>> {
    let typed = raw.split([' ', ',', ';', '\n', '\r', '\t']).filter(|code| !code.is_empty());
    let found: Result<Vec<String>, FieldError> = typed.map(|code| country(field, code)).collect();
    let mut countries = form.take(found)?;
    countries.sort_unstable();
    countries.dedup();
    if countries.is_empty() {
        form.refuse(FieldError::new(field, "required"));
    }
    Some(countries)
}

/// Reads the letters of a country, of one of [`GROUPS`], or of a region the house keeps.
///
/// # Errors
/// The field, where it is blank or nothing of the kind has these letters.
pub fn place(field: &str, raw: &str, regions: &[String]) -> Result<String, FieldError> {
    let code = raw.trim().to_uppercase();
    let known = is_country(&code) || GROUPS.contains(&code.as_str()) || regions.contains(&code);
    match (code.is_empty(), known) {
        (true, _) => Err(FieldError::new(field, "required")),
        (false, true) => Ok(code),
        (false, false) => Err(FieldError::with(field, "no-such-place", raw.trim())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_stand_in_order_and_are_found() {
        assert!(COUNTRIES.is_sorted());
        assert_eq!(country("country", " pe "), Ok("PE".into()));
        assert_eq!(country("country", "Peru").map_err(|error| error.code), Err("no-such-country".into()));
    }

    #[test]
    fn a_place_is_a_country_a_group_or_a_region() {
        let regions = ["LAC".to_owned()];
        for (typed, code) in [("in", "IN"), ("wld", "WLD"), ("lac", "LAC"), ("EFTA", "EFTA")] {
            assert_eq!(place("partner", typed, &regions), Ok(code.to_owned()));
        }
        assert!(place("partner", "XX", &regions).is_err());
        assert!(place("partner", "", &regions).is_err());
    }
}
