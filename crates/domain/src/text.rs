//! What people type: trimmed, measured, and refused with a reason when it cannot be kept.

use crate::error::FieldError;

/// Longest one-line text, in characters.
pub const LINE: usize = 200;
/// Fewest characters of a password; NIST SP 800-63B asks for at least 8.
pub const SHORTEST_PASSWORD: usize = 10;
/// Longest text of several lines, in characters.
pub const PARAGRAPHS: usize = 20_000;

fn has_control(text: &str, newline: bool) -> bool {
    text.chars().any(|c| c.is_control() && !(newline && matches!(c, '\n' | '\t')))
}

/// An optional text of one line. Blank is none.
pub fn optional_line(field: &str, raw: &str) -> Result<Option<String>, FieldError> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if has_control(text, false) {
        return Err(FieldError::new(field, "control-character"));
    }
    if text.chars().count() > LINE {
        return Err(FieldError::with(field, "too-long", LINE));
    }
    Ok(Some(text.to_owned()))
}

/// A text of one line that must be there.
pub fn line(field: &str, raw: &str) -> Result<String, FieldError> {
    optional_line(field, raw)?.ok_or_else(|| FieldError::new(field, "required"))
}

/// An optional text of several lines; line ends become `\n`. Blank is none.
pub fn optional_paragraphs(field: &str, raw: &str) -> Result<Option<String>, FieldError> {
    optional_text(field, raw, PARAGRAPHS)
}

/// An optional text of several lines of at most so many characters; line ends become `\n`. Blank is none.
pub fn optional_text(field: &str, raw: &str, most: usize) -> Result<Option<String>, FieldError> {
    let text = raw.replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() {
        return Ok(None);
    }
    if has_control(&text, true) {
        return Err(FieldError::new(field, "control-character"));
    }
    if text.chars().count() > most {
        return Err(FieldError::with(field, "too-long", most));
    }
    Ok(Some(text))
}

/// A text of several lines that must be there.
pub fn paragraphs(field: &str, raw: &str) -> Result<String, FieldError> {
    optional_paragraphs(field, raw)?.ok_or_else(|| FieldError::new(field, "required"))
}

/// A whole number from 0 to `most`. Blank is 0.
pub fn count(field: &str, raw: &str, most: u32) -> Result<u32, FieldError> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(0);
    }
    match text.parse::<u32>() {
        Ok(number) if number <= most => Ok(number),
        Ok(_) => Err(FieldError::with(field, "too-large", most)),
        Err(_) => Err(FieldError::new(field, "not-a-count")),
    }
}

/// One of the words of an enumeration.
pub fn choice<T>(field: &str, raw: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T, FieldError> {
    if raw.trim().is_empty() {
        return Err(FieldError::new(field, "required"));
    }
    from_code(raw.trim()).ok_or_else(|| FieldError::new(field, "unknown-choice"))
}

/// The readable part of an address: lower-case ASCII letters, digits and single hyphens.
pub fn slug(field: &str, raw: &str) -> Result<String, FieldError> {
    let text = line(field, raw)?;
    let sound = text.len() <= 60
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if sound { Ok(text) } else { Err(FieldError::new(field, "not-a-slug")) }
}

/// The readable part of an address made of a name; `word` and a number where the name has no Latin letters.
pub fn address_of(name: &str, word: &str, number: i64) -> String {
    let spaced: String = name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let address = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let short: String = address.chars().take(50).collect();
    let short = short.trim_end_matches('-');
    if short.is_empty() { format!("{word}-{number}") } else { short.to_owned() }
}

/// An address for mail, as far as it can be judged without sending: lower-cased, one `@`, a dot after it.
pub fn email(field: &str, raw: &str) -> Result<String, FieldError> {
    let text = line(field, raw)?.to_lowercase();
    let sound = text.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    }) && !text.contains(char::is_whitespace);
    if sound { Ok(text) } else { Err(FieldError::new(field, "not-an-email")) }
}

/// A new password: at least [`SHORTEST_PASSWORD`] characters and not the account's own address.
pub fn new_password(field: &str, raw: &str, email: &str) -> Result<String, FieldError> {
    let length = raw.chars().count();
    if length < SHORTEST_PASSWORD {
        return Err(FieldError::with(field, "password-short", SHORTEST_PASSWORD));
    }
    if length > 200 {
        return Err(FieldError::with(field, "too-long", 200));
    }
    if raw.to_lowercase() == email.to_lowercase() {
        return Err(FieldError::new(field, "password-is-email"));
    }
    Ok(raw.to_owned())
}

/// The name of a file without its folders, without what no file system takes, and without marks of direction, which could make its
/// ending look like another.
pub fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    last.chars().filter(|c| !c.is_control() && !turns(c) && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_the_name() {
        assert_eq!(address_of("Drugs & pharmaceuticals", "sector", 4), "drugs-pharmaceuticals");
        assert_eq!(address_of("औषधि", "sector", 4), "sector-4");
    }
}
