//! The words in which tables tell where a chapter stands and which it is, in any of the languages.

use std::collections::HashMap;
use std::sync::OnceLock;

use accord_domain::chapter::{ChapterKind, numbered};
use accord_domain::tracks::{TextStatus, Track};

use crate::Locale;
use crate::messages::message;

/// What ministries' own tables call the statuses otherwise than the locales do.
const ALSO: [(&str, TextStatus); 22] = [
    ("pending", TextStatus::NotStarted),
    ("yet to start", TextStatus::NotStarted),
    ("yet to be taken up", TextStatus::NotStarted),
    ("text exchanged", TextStatus::ProposalsExchanged),
    ("proposal exchanged", TextStatus::ProposalsExchanged),
    ("consolidated", TextStatus::ConsolidatedText),
    ("ongoing", TextStatus::UnderNegotiation),
    ("in progress", TextStatus::UnderNegotiation),
    ("under discussion", TextStatus::UnderNegotiation),
    ("negotiating", TextStatus::UnderNegotiation),
    ("open", TextStatus::UnderNegotiation),
    ("substantially concluded", TextStatus::SubstantiallyClosed),
    ("nearly closed", TextStatus::SubstantiallyClosed),
    ("agreed in principle", TextStatus::ProvisionallyClosed),
    ("agreed ad ref", TextStatus::ProvisionallyClosed),
    ("provisionally concluded", TextStatus::ProvisionallyClosed),
    ("concluded", TextStatus::Closed),
    ("agreed", TextStatus::Closed),
    ("completed", TextStatus::Closed),
    ("finalised", TextStatus::Closed),
    ("finalized", TextStatus::Closed),
    ("legally scrubbed", TextStatus::Scrubbed),
];

/// A word without its case, and with single spaces for whatever stands between its parts.
pub fn plain(word: &str) -> String {
    let spaced: String =
        word.to_lowercase().chars().map(|c| if matches!(c, '-' | '_' | '–' | '.' | '/') { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn worded<T: Copy>(prefix: &str, all: &[T], code: impl Fn(T) -> &'static str) -> HashMap<String, T> {
    let mut words = HashMap::new();
    for of in all {
        words.insert(plain(code(*of)), *of);
        for locale in Locale::ALL {
            words.insert(plain(&message(locale, &format!("{prefix}-{}", code(*of)), &[])), *of);
        }
    }
    words
}

/// The status of the text track by a word for it.
pub fn status_of(word: &str) -> Option<TextStatus> {
    static WORDS: OnceLock<HashMap<String, TextStatus>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = worded("text", TextStatus::ALL, TextStatus::code);
        words.extend(ALSO.iter().map(|(word, status)| (plain(word), *status)));
        words
    });
    words.get(&plain(word)).copied()
}

/// The kind of chapter by its standard title, a number before it left out.
pub fn chapter_of(title: &str) -> Option<ChapterKind> {
    static WORDS: OnceLock<HashMap<String, ChapterKind>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = worded("chapter", ChapterKind::ALL, ChapterKind::code);
        // Whatever is none of the others has a title of its own.
        words.retain(|_, kind| *kind != ChapterKind::Other);
        words
    });
    words.get(&plain(numbered(title).1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_known_by_the_words_of_ministries_and_of_every_language() {
        for (word, status) in [
            ("Concluded", TextStatus::Closed),
            ("ONGOING", TextStatus::UnderNegotiation),
            ("Not started", TextStatus::NotStarted),
            ("provisionally-closed", TextStatus::ProvisionallyClosed),
            ("En negociación", TextStatus::UnderNegotiation),
        ] {
            assert_eq!(status_of(word), Some(status), "{word}");
        }
        assert_eq!(status_of("perhaps"), None);
        for status in TextStatus::ALL {
            for locale in Locale::ALL {
                assert_eq!(status_of(&message(locale, &format!("text-{}", status.code()), &[])), Some(*status));
            }
        }
    }

    #[test]
    fn a_chapter_is_known_by_its_standard_title() {
        assert_eq!(chapter_of("Trade in Goods"), Some(ChapterKind::Goods));
        assert_eq!(chapter_of("rules of origin"), Some(ChapterKind::RulesOfOrigin));
        assert_eq!(chapter_of("other"), None);
        for kind in ChapterKind::ALL.iter().filter(|kind| **kind != ChapterKind::Other) {
            assert_eq!(chapter_of(&message(Locale::HiIn, &format!("chapter-{}", kind.code()), &[])), Some(*kind));
        }
    }
}
