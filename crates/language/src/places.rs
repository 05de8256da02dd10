//! The names people write for countries, and the letters that stand for them.

use std::collections::HashMap;
use std::sync::OnceLock;

use accord_domain::country::{COUNTRIES, GROUPS};

use crate::Locale;
use crate::messages::{has, message};

/// What India's trade statistics and other common tables call countries otherwise than the locales do.
const ALSO: [(&str, &str); 16] = [
    ("usa", "US"),
    ("u s a", "US"),
    ("united states of america", "US"),
    ("uk", "GB"),
    ("u k", "GB"),
    ("uae", "AE"),
    ("u arab emts", "AE"),
    ("china p rp", "CN"),
    ("korea rp", "KR"),
    ("south korea", "KR"),
    ("korea, republic of", "KR"),
    ("russian federation", "RU"),
    ("vietnam", "VN"),
    ("vietnam soc rep", "VN"),
    ("brasil", "BR"),
    ("holland", "NL"),
];

fn names() -> &'static HashMap<String, &'static str> {
    static NAMES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names: HashMap<String, &'static str> = ALSO.iter().map(|(name, code)| ((*name).to_owned(), *code)).collect();
        for code in COUNTRIES.iter().chain(&GROUPS) {
            let key = format!("party-{}", code.to_lowercase());
            for locale in Locale::ALL {
                if has(locale, &key) {
                    names.insert(message(locale, &key, &[]).to_lowercase(), code);
                }
            }
        }
        names
    })
}

/// The letters of a country or a group by a name it has in any of the languages.
pub fn code_of(name: &str) -> Option<&'static str> {
    names().get(name.trim().to_lowercase().as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_its_names() {
        for (name, code) in [("Peru", "PE"), ("Perú", "PE"), ("पेरू", "PE"), (" U S A ", "US"), ("World", "WLD"), ("KOREA RP", "KR")]
        {
            assert_eq!(code_of(name), Some(code), "{name}");
        }
        assert_eq!(code_of("Atlantis"), None);
    }

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for code in COUNTRIES.iter().chain(&GROUPS) {
            for locale in Locale::ALL {
                assert!(has(locale, &format!("party-{}", code.to_lowercase())), "{code} in {}", locale.code());
            }
        }
    }
}
