//! What a file really is: found from its content, and refused where that is not what its name says, or could do harm.

use std::io::{Cursor, Read};

use accord_domain::FieldError;
use accord_domain::paper::{LARGEST, PaperKind};
use zip::ZipArchive;

/// The form field of the file.
pub const FILE: &str = "paper";
/// The most that the parts of a file may come to when they are unpacked, in bytes: 200 MiB.
const UNPACKED: u64 = 200 * 1024 * 1024;
/// How many times its own size a file may unpack to, once it comes to more than [`HARMLESS`].
const RATIO: u64 = 100;
/// What a file may unpack to whatever its size, in bytes: 10 MiB.
const HARMLESS: u64 = 10 * 1024 * 1024;
/// The most parts a file may have.
const PARTS: usize = 10_000;
/// The longest list of contents read, in bytes.
const CONTENTS: u64 = 1024 * 1024;

/// How a compound file begins (MS-CFB), and how a package (ZIP) does.
pub(crate) const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
pub(crate) const PACKAGE: &[u8] = b"PK\x03\x04";
/// How an entry of a package's directory begins.
const ENTRY: &[u8] = b"PK\x01\x02";

/// Finds what a file is. Nothing in it is run or shown, and its parts are unpacked only to be counted.
///
/// # Errors
/// The field, where there is no file, it is too large or of no kind that is taken, its content is not what its name says, it is
/// encrypted or holds macros, or it would unpack to more than it may.
pub fn kind_of(name: &str, bytes: &[u8]) -> Result<PaperKind, FieldError> {
    if name.trim().is_empty() && bytes.is_empty() {
        return Err(FieldError::new(FILE, "paper-missing"));
    }
    if bytes.is_empty() {
        return Err(FieldError::new(FILE, "paper-empty"));
    }
    if bytes.len() > LARGEST {
        return Err(FieldError::with(FILE, "paper-too-large", LARGEST / 1024 / 1024));
    }
    let said = PaperKind::of_name(name).ok_or_else(|| FieldError::new(FILE, "paper-kind"))?;
    let is = match said {
        PaperKind::PlainText | PaperKind::Csv => is_text(bytes),
        // An office file with a password is no longer a package, but a compound file around one.
        PaperKind::Word | PaperKind::Excel | PaperKind::PowerPoint if bytes.starts_with(COMPOUND) => {
            return Err(FieldError::new(FILE, "paper-encrypted"));
        }
        PaperKind::Word | PaperKind::Excel | PaperKind::PowerPoint if bytes.starts_with(PACKAGE) => return office(said, bytes),
        PaperKind::Word | PaperKind::Excel | PaperKind::PowerPoint => false,
        PaperKind::Pdf => bytes.starts_with(b"%PDF-") && has_type(bytes, "application/pdf"),
        PaperKind::Png => has_type(bytes, "image/png"),
        PaperKind::Jpeg => has_type(bytes, "image/jpeg"),
    };
    if is { Ok(said) } else { Err(FieldError::new(FILE, "paper-lies")) }
}

fn has_type(bytes: &[u8], media_type: &str) -> bool {
    infer::get(bytes).is_some_and(|found| found.mime_type() == media_type)
}

/// Whether it is text in UTF-8 without control characters.
fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')))
}

/// The main part of each kind of office file, as its list of contents names it (ECMA-376, part 1).
fn main_part(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Word => "wordprocessingml.document.main+xml",
        PaperKind::Excel => "spreadsheetml.sheet.main+xml",
        _ => "presentationml.presentation.main+xml",
    }
}

/// Judges an office file, which is a package of parts.
pub(crate) fn office(said: PaperKind, bytes: &[u8]) -> Result<PaperKind, FieldError> {
    // Counted before the directory is read into memory.
    if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > PARTS {
        return Err(FieldError::new(FILE, "paper-bomb"));
    }
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FieldError::new(FILE, "paper-broken"))?;
    let most = UNPACKED.min(HARMLESS.max(bytes.len() as u64 * RATIO));
    let mut unpacked = 0;
    let mut contents = String::new();
    for at in 0..package.len() {
        let raw = package.by_index_raw(at).map_err(|_| FieldError::new(FILE, "paper-broken"))?;
        if raw.encrypted() {
            return Err(FieldError::new(FILE, "paper-encrypted"));
        }
        let (name, declared) = (raw.name().to_lowercase(), raw.size());
        drop(raw);
        if name.contains("vbaproject") || name.contains("macrosheets/") {
            return Err(FieldError::new(FILE, "paper-macros"));
        }
        // What is declared is believed only where it speaks against the file: what is unpacked is counted.
        if declared.saturating_add(unpacked) > most {
            return Err(FieldError::new(FILE, "paper-bomb"));
        }
        let mut part = package.by_index(at).map_err(|_| FieldError::new(FILE, "paper-broken"))?;
        if name == "[content_types].xml" {
            let read =
                part.by_ref().take(CONTENTS).read_to_string(&mut contents).map_err(|_| FieldError::new(FILE, "paper-broken"))?;
            unpacked += read as u64;
            // What is beyond could not be judged.
            if read as u64 == CONTENTS {
                return Err(FieldError::new(FILE, "paper-bomb"));
            }
        }
        let rest = std::io::copy(&mut part.by_ref().take(most - unpacked.min(most) + 1), &mut std::io::sink());
        unpacked += rest.map_err(|_| FieldError::new(FILE, "paper-broken"))?;
        if unpacked > most {
            return Err(FieldError::new(FILE, "paper-bomb"));
        }
    }
    let contents = contents.to_lowercase();
    if contents.contains("macroenabled") || contents.contains("vbaproject") || contents.contains("macrosheet") {
        return Err(FieldError::new(FILE, "paper-macros"));
    }
    if contents.contains(main_part(said)) { Ok(said) } else { Err(FieldError::new(FILE, "paper-lies")) }
}
