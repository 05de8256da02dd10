//! Stakeholders: those who are asked, whatever agreement it is about, and when two of them look like one.

use serde::{Deserialize, Serialize};

use crate::agreement::words;

words!(
    /// Who a stakeholder is.
    StakeholderKind {
        Exporter = "exporter",
        Importer = "importer",
        Council = "council",
        Ministry = "ministry",
        Union = "union",
        Other = "other",
    }
);

/// What firms put behind their names to say how they are founded, in India and in Peru. "Private" counts before one of them alone.
const FOUNDED: [&str; 17] = [
    "ltd",
    "limited",
    "pvt",
    "llp",
    "llc",
    "plc",
    "inc",
    "sa",
    "sac",
    "saa",
    "srl",
    "eirl",
    "spa",
    "ltda",
    "cia",
    "लिमिटेड",
    "प्रालि",
];
const PRIVATE: &str = "private";

/// A letter without the accent that Spanish writes on it, or people leave out.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' => 'i',
        'ó' | 'ô' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

/// What may stand inside of a word and says nothing: points of abbreviations, apostrophes, marks without width.
fn is_nothing(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '`' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn parts_words(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{2027}' | '«' | '»' | '¿' | '¡' | '·' | '।' | '॥')
}

/// A name as it looks when case, spacing, punctuation, accents and the legal form are left out: two stakeholders with the same likeness
/// may be one. It never says that they are.
pub fn likeness(name: &str) -> String {
    let lower: String = name.to_lowercase().chars().filter(|c| !is_nothing(*c)).map(plain).collect();
    let mut words: Vec<String> = Vec::new();
    let mut spelt = false;
    for word in lower.split(parts_words).filter(|word| !word.is_empty()) {
        let letter = word.chars().nth(1).is_none();
        // "S. A. C." is one word.
        match words.last_mut().filter(|_| letter && spelt) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
        spelt = letter;
    }
    let founded = |word: Option<&String>| word.is_some_and(|word| FOUNDED.contains(&word.as_str()));
    let is_form = |at: usize| founded(words.get(at)) || (words[at] == PRIVATE && founded(words.get(at + 1)));
    let kept: String = (0..words.len()).filter(|at| !is_form(*at)).map(|at| words[at].as_str()).collect();
    match (kept.is_empty(), words.is_empty()) {
        (false, _) => kept,
        (true, false) => words.concat(),
        (true, true) => name.trim().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_write_otherwise_looks_alike() {
        for (one, other) in [
            ("Motors of Pune Pvt. Ltd.", "MOTORS OF PUNE"),
            ("Motors of Pune Private Limited", "motors-of-pune"),
            ("Pesquera del Sur S.A.C.", "Pesquera  del Sur S. A. C."),
            ("Pesquera del Sur S.A.", "PESQUERA DEL SUR"),
            ("Cámara de Comercio", "Camara de Comercio"),
            ("Motor Cycles (Pune)", "Motorcycles, Pune"),
            ("Fishers’ Union", "Fishers\u{200b} Union"),
            ("पुणे मोटर लिमिटेड", "पुणे  मोटर"),
        ] {
            assert_eq!(likeness(one), likeness(other), "{one} / {other}");
        }
    }

    #[test]
    fn what_differs_does_not() {
        for (one, other) in [
            ("Motors of Pune", "Motors of Pimpri"),
            ("Association of Private Ports", "Association of Ports"),
            ("Ltd", "Limited"),
            ("!", "?"),
            ("पुणे", "पुण"),
        ] {
            assert_ne!(likeness(one), likeness(other), "{one} / {other}");
        }
    }

    proptest! {
        #[test]
        fn a_name_always_looks_like_something(name in "\\PC*[\\p{L}\\p{N}]\\PC*") {
            prop_assert!(!likeness(&name).is_empty());
        }

        #[test]
        fn a_likeness_looks_like_itself(name in "\\PC{0,60}") {
            let once = likeness(&name);
            prop_assert_eq!(likeness(&once), once);
        }

        #[test]
        fn case_spacing_points_and_form_do_not_count(
            words in proptest::collection::vec("[a-z]{3,9}", 1..5),
            between in "[ \\t,;/&-]{1,3}",
            form in proptest::sample::select(vec!["", " Ltd", " Ltd.", " Pvt. Ltd.", " Private Limited", " S.A.", " S.A.C.", " S. A. C."]),
        ) {
            prop_assume!(words.iter().any(|word| !FOUNDED.contains(&word.as_str()) && word != PRIVATE));
            let plain = words.join(" ");
            let written = format!("  {}{form}", words.join(&between).to_uppercase());
            prop_assume!(words.last().is_some_and(|word| word != PRIVATE));
            prop_assert_eq!(likeness(&written), likeness(&plain));
        }
    }
}
