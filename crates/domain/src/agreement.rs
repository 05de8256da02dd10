//! What an agreement is: its kind, its parties and its place in a lineage.

use serde::{Deserialize, Serialize};

use crate::error::FieldError;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            /// All values, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in data, forms and locale keys.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a word.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}
pub(crate) use words;

words!(
    /// The kind of an agreement, as its parties name it.
    AgreementKind {
        Fta = "fta",
        Pta = "pta",
        Cepa = "cepa",
        Ceca = "ceca",
        Ecta = "ecta",
        Tepa = "tepa",
        Ceta = "ceta",
        Framework = "framework",
        Protocol = "protocol",
    }
);

words!(
    /// How an agreement stands to an earlier one.
    Relation {
        Implements = "implements",
        Expands = "expands",
        Supersedes = "supersedes",
    }
);

/// A party: a short code (ISO 3166 where there is one, else the usual letters, such as `EFTA`) and the name its locale lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub code: String,
    pub name: String,
}

/// Reads the code of a party: 2 to 8 capital letters.
pub fn party_code(field: &str, raw: &str) -> Result<String, FieldError> {
    let code = raw.trim().to_uppercase();
    if code.is_empty() {
        return Err(FieldError::new(field, "required"));
    }
    let sound = (2..=8).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase());
    if sound { Ok(code) } else { Err(FieldError::new(field, "not-a-party")) }
}
