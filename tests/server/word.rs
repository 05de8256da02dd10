//! The brief and the report of a meeting as Word documents, read back by other people's programs: python-docx, and LibreOffice where it
//! is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use accord_language::Locale;

use crate::house::{House, Tested, Who};
use crate::python::{python, told};

/// What reads a document back: its text, its headings, its tables, its language and its paper, one line each.
const READ: &str = r#"
import sys, docx
from docx.oxml.ns import qn
d = docx.Document(sys.argv[1])
s = d.sections[0]
print("PAPER", round(s.page_width.mm), round(s.page_height.mm))
print("LANGUAGE", d.styles.element.find('.//' + qn('w:rPrDefault')).find('.//' + qn('w:lang')).get(qn('w:val')))
print("FACE", d.styles.element.find('.//' + qn('w:rPrDefault')).find('.//' + qn('w:rFonts')).get(qn('w:cs')))
print("TITLE", d.core_properties.title, "|", d.core_properties.language)
print("HEAD", s.header.paragraphs[0].text)
print("FOOT", s.footer.paragraphs[0].text)
for p in d.paragraphs:
    print("HEADING" if p.style is not None and p.style.name.lower().startswith("heading") else "TEXT", p.text)
for t in d.tables:
    assert t.rows[0]._tr.find('.//' + qn('w:tblHeader')) is not None, "a table without a head row"
    for r in t.rows: print("ROW", " | ".join(c.text for c in r.cells))
"#;

/// A document to be read back.
struct Document {
    name: &'static str,
    address: &'static str,
    /// Heads of parts, words of the trade and words of a person that it must hold in a language.
    says: fn(Locale) -> [&'static str; 4],
}

const DOCUMENTS: [Document; 2] = [
    Document { name: "brief", address: "/agreements/india-peru/brief.docx", says: said_by_the_brief },
    Document { name: "report", address: "/agreements/india-peru/meetings/round-9/report.docx", says: said_by_the_report },
];

fn said_by_the_brief(locale: Locale) -> [&'static str; 4] {
    let own = "Settle the question on rules of origin";
    match locale {
        Locale::EnIn => ["Minister’s brief", "Our objectives", "Under negotiation", own],
        Locale::EsPe => ["Nota para el ministro", "Nuestros objetivos", "En negociación", own],
        Locale::HiIn => ["मंत्री हेतु संक्षिप्त टिप्पणी", "हमारे उद्देश्य", "वार्ताधीन", own],
    }
}

fn said_by_the_report(locale: Locale) -> [&'static str; 4] {
    let own = "The round concentrated on goods";
    match locale {
        Locale::EnIn => ["Report of Round 9", "Open brackets", "Substantially closed", own],
        Locale::EsPe => ["Informe: Ronda 9", "Corchetes abiertos", "Cerrado sustancialmente", own],
        Locale::HiIn => ["का प्रतिवेदन", "खुले कोष्ठक", "सारतः संपन्न", own],
    }
}

async fn downloaded(house: &House, folder: &Path, document: &Document, locale: Locale) -> Tested<PathBuf> {
    let answer = house.get(Who::Chief, &format!("{}?version=1&language={}", document.address, locale.code())).await?;
    assert_eq!(answer.status, 200);
    let path = folder.join(format!("{}-{}.docx", document.name, locale.code()));
    std::fs::write(&path, &answer.body)?;
    Ok(path)
}

#[tokio::test]
async fn python_docx_reads_every_document_in_all_languages() -> Tested {
    let Some(python) = python("docx", "python-docx==1.2.0")? else { return Ok(()) };
    let (house, folder) = (House::open().await?, tempfile::tempdir()?);
    for (document, locale) in DOCUMENTS.iter().flat_map(|document| Locale::ALL.map(|locale| (document, locale))) {
        let path = downloaded(&house, folder.path(), document, locale).await?;
        let done = Command::new(&python).env("PYTHONIOENCODING", "utf-8").args(["-c", READ]).arg(&path).output()?;
        let what = format!("{} in {}", document.name, locale.code());
        assert!(done.status.success(), "{what}: {}", told(&done));
        let text = String::from_utf8(done.stdout)?;
        for said in (document.says)(locale) {
            assert!(text.contains(said), "{what}: no {said:?} in\n{text}");
        }
        assert!(text.contains("PAPER 210 297") && text.contains("FACE Nirmala UI"), "{text}");
        assert!(text.contains(&format!("LANGUAGE {}", locale.code())) && text.contains(&format!("| {}", locale.code())), "{text}");
        assert!(text.lines().filter(|line| line.starts_with("HEADING ")).count() > 5, "{text}");
        assert!(text.lines().any(|line| line.starts_with("HEAD ") && line.len() > 10), "no marking at the head: {text}");
        assert!(text.lines().any(|line| line.starts_with("ROW ")), "{what} has no table: {text}");
    }
    Ok(())
}

#[tokio::test]
async fn libreoffice_reads_the_same() -> Tested {
    let Some(office) = ["soffice", "libreoffice"].into_iter().find(|name| Command::new(name).arg("--version").output().is_ok())
    else {
        eprintln!("SKIPPED: LibreOffice is not installed");
        return Ok(());
    };
    let (house, folder) = (House::open().await?, tempfile::tempdir()?);
    for (document, locale) in DOCUMENTS.iter().flat_map(|document| Locale::ALL.map(|locale| (document, locale))) {
        let path = downloaded(&house, folder.path(), document, locale).await?;
        let done = Command::new(office)
            .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
            .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
            .arg(folder.path())
            .arg(&path)
            .output()?;
        let text = std::fs::read_to_string(path.with_extension("txt")).map_err(|error| format!("{error}: {}", told(&done)))?;
        for said in (document.says)(locale) {
            assert!(text.contains(said), "{} in {}: no {said:?} in\n{text}", document.name, locale.code());
        }
    }
    Ok(())
}
