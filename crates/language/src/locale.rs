//! The three locales.

/// A language as written in a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    EnIn,
    EsPe,
    HiIn,
}

impl Locale {
    /// All locales, the default first.
    pub const ALL: [Self; 3] = [Self::EnIn, Self::EsPe, Self::HiIn];

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::EnIn => "en-IN",
            Self::EsPe => "es-PE",
            Self::HiIn => "hi-IN",
        }
    }

    /// The language's own name.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::EnIn => "English",
            Self::EsPe => "Español",
            Self::HiIn => "हिन्दी",
        }
    }

    /// The locale of a tag.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The locale a browser prefers by its `Accept-Language`, English when it asks for none of the three.
    pub fn preferred(accept_language: &str) -> Self {
        let mut wishes: Vec<(f32, &str)> = accept_language
            .split(',')
            .map(|wish| {
                let (tag, quality) = wish.split_once(";q=").unwrap_or((wish, "1"));
                (quality.trim().parse().unwrap_or(0.0), tag.trim())
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        wishes
            .iter()
            .find_map(|(_, tag)| Self::ALL.into_iter().find(|locale| language(locale.code()) == language(tag)))
            .unwrap_or(Self::EnIn)
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_best_wish_wins() {
        assert_eq!(Locale::preferred("fr, es-419;q=0.8, en;q=0.5"), Locale::EsPe);
        assert_eq!(Locale::preferred("hi"), Locale::HiIn);
        assert_eq!(Locale::preferred("de"), Locale::EnIn);
        assert_eq!(Locale::preferred(""), Locale::EnIn);
    }
}
