//! Files that are what they say are taken; those that lie, hide something or would burst are refused, quickly and without harm.

use std::io::{Cursor, Write};
use std::time::Instant;

use accord_domain::paper::{LARGEST, PaperKind};
use accord_exchange::papers::kind_of;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Fallible<T = ()> = Result<T, Box<dyn std::error::Error>>;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const POINTS: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

/// A package of parts, the first of which lists what the main part is.
fn package(main: &str, parts: &[(&str, &[u8])]) -> Fallible<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let contents = format!("<Types><Override PartName=\"/main.xml\" ContentType=\"{main}\"/></Types>");
    writer.start_file("[Content_Types].xml", SimpleFileOptions::default())?;
    writer.write_all(contents.as_bytes())?;
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default())?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[track_caller]
fn refused(name: &str, bytes: &[u8], code: &str) {
    match kind_of(name, bytes) {
        Err(error) => assert_eq!((error.field.as_str(), error.code.as_str()), ("paper", code), "{name}"),
        Ok(kind) => panic!("{name} was taken as {kind:?} and not refused as {code}"),
    }
}

#[test]
fn what_is_what_it_says_is_taken() -> Fallible {
    for (name, bytes, kind) in [
        ("Offer.PDF", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj".to_vec(), PaperKind::Pdf),
        ("note.docx", package(WORD, &[("word/document.xml", b"<w:document/>")])?, PaperKind::Word),
        ("list.xlsx", package(EXCEL, &[("xl/workbook.xml", b"<workbook/>")])?, PaperKind::Excel),
        ("talk.pptx", package(POINTS, &[("ppt/presentation.xml", b"<p/>")])?, PaperKind::PowerPoint),
        ("शुल्क.txt", "मूल नियम\r\n\tArt. 3".as_bytes().to_vec(), PaperKind::PlainText),
        ("lines.csv", b"\xef\xbb\xbfhs,rate\n0101,5\n".to_vec(), PaperKind::Csv),
        ("map.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), PaperKind::Png),
        ("hall.jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(), PaperKind::Jpeg),
    ] {
        assert_eq!(kind_of(name, &bytes).map_err(|error| format!("{name}: {}", error.code))?, kind);
    }
    Ok(())
}

#[test]
fn what_lies_is_refused() -> Fallible {
    let (word, excel) = (package(WORD, &[])?, package(EXCEL, &[])?);
    for (name, bytes) in [
        ("a.pdf", b"MZ\x90\0This program cannot be run in DOS mode".as_slice()),
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.png", b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
        ("a.jpg", b"%PDF-1.7"),
        ("a.docx", excel.as_slice()),
        ("a.xlsx", word.as_slice()),
        ("a.docx", b"%PDF-1.7"),
        ("a.txt", b"PK\x03\x04\0\0\x08\0"),
        ("a.txt", b"\xff\xfe\0a"),
        ("a.csv", b"a,b\0,c"),
    ] {
        refused(name, bytes, "paper-lies");
    }
    refused("a.xlsx", &package("application/zip", &[("readme", b"a plain archive")])?, "paper-lies");
    for name in ["a.exe", "a.html", "a.svg", "a.docm", "a.zip", "a.doc", "pdf", "a.", ".", "a.pdf.exe"] {
        refused(name, b"%PDF-1.7", "paper-kind");
    }
    refused("", b"", "paper-missing");
    refused("a.pdf", b"", "paper-empty");
    refused("a.pdf", &vec![b' '; LARGEST + 1], "paper-too-large");
    Ok(())
}

#[test]
fn what_hides_something_is_refused() -> Fallible {
    refused("a.docx", &package(WORD, &[("word/vbaProject.bin", b"Sub AutoOpen()")])?, "paper-macros");
    refused("a.xlsx", &package(EXCEL, &[("xl/macrosheets/sheet1.xml", b"<macrosheet/>")])?, "paper-macros");
    let enabled = "application/vnd.ms-word.document.macroEnabled.main+xml";
    refused("a.docx", &package(enabled, &[])?, "paper-macros");
    // An office file with a password: a compound file.
    refused("a.xlsx", &[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat(), "paper-encrypted");
    // A package whose part is marked as encrypted (bit 0 of its flags, in the local head and in the directory).
    let mut locked = package(WORD, &[("word/document.xml", b"<w:document/>")])?;
    let heads: Vec<usize> =
        (0..locked.len() - 4).filter(|at| matches!(&locked[*at..*at + 4], b"PK\x03\x04" | b"PK\x01\x02")).collect();
    for at in heads {
        let flags = if locked[at + 2] == 3 { at + 6 } else { at + 8 };
        locked[flags] |= 1;
    }
    refused("a.docx", &locked, "paper-encrypted");
    Ok(())
}

#[test]
fn what_would_burst_is_refused_before_it_does() -> Fallible {
    let zeros = vec![0; 30 * 1024 * 1024];
    let bomb = package(WORD, &[("word/media/a", &zeros)])?;
    assert!(bomb.len() < 100_000);
    let began = Instant::now();
    refused("a.docx", &bomb, "paper-bomb");
    assert!(began.elapsed().as_secs() < 5);
    // More parts than any office file has.
    let many = (0..10_100).map(|n| format!("p{n}")).collect::<Vec<_>>();
    let parts: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    refused("a.docx", &package(WORD, &parts)?, "paper-bomb");
    // A contents list longer than can be judged.
    refused("a.docx", &package(&format!("{WORD}{}", " ".repeat(2 * 1024 * 1024)), &[])?, "paper-bomb");
    // The same, with a directory that says that the part is small.
    let size = (zeros.len() as u32).to_le_bytes();
    let mut lying = bomb;
    while let Some(at) = lying.windows(4).position(|window| window == size) {
        lying[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
    }
    let told = kind_of("a.docx", &lying);
    assert!(told.is_err_and(|error| ["paper-bomb", "paper-broken"].contains(&error.code.as_str())));
    Ok(())
}

#[test]
fn what_is_cut_off_is_refused() -> Fallible {
    let whole = package(WORD, &[("word/document.xml", &[7; 3_000])])?;
    for end in (4..whole.len()).step_by(37) {
        assert!(kind_of("a.docx", &whole[..end]).is_err(), "cut off at {end}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn noise_never_panics(name in "[a-z]{0,8}(\\.(pdf|docx|xlsx|pptx|txt|csv|png|jpg|exe))?", bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = kind_of(&name, &bytes);
    }

    #[test]
    fn a_spoilt_package_never_panics(at in 0..400usize, byte in any::<u8>()) {
        let mut bytes = package(WORD, &[("word/document.xml", b"<w:document/>")]).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let length = bytes.len();
        bytes[at % length] = byte;
        let _ = kind_of("a.docx", &bytes);
    }
}
