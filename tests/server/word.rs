//! The brief as a Word document, read back by other people's programs: python-docx, and LibreOffice where it is installed.

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

async fn downloaded(house: &House, folder: &Path, locale: Locale) -> Tested<PathBuf> {
    let address = format!("/agreements/india-peru/brief.docx?version=1&language={}", locale.code());
    let answer = house.get(Who::Chief, &address).await?;
    assert_eq!(answer.status, 200);
    let path = folder.join(format!("{}.docx", locale.code()));
    std::fs::write(&path, &answer.body)?;
    Ok(path)
}

/// The heads of parts and the words of the chief that the document must hold.
fn expected(locale: Locale) -> [&'static str; 4] {
    let own = "Settle the question on rules of origin";
    match locale {
        Locale::EnIn => ["Minister’s brief", "Our objectives", "Under negotiation", own],
        Locale::EsPe => ["Nota para el ministro", "Nuestros objetivos", "En negociación", own],
        Locale::HiIn => ["मंत्री हेतु संक्षिप्त टिप्पणी", "हमारे उद्देश्य", "वार्ताधीन", own],
    }
}

#[tokio::test]
async fn python_docx_reads_the_brief_in_all_languages() -> Tested {
    let Some(python) = python("docx", "python-docx==1.2.0")? else { return Ok(()) };
    let (house, folder) = (House::open().await?, tempfile::tempdir()?);
    for locale in Locale::ALL {
        let path = downloaded(&house, folder.path(), locale).await?;
        let done = Command::new(&python).env("PYTHONIOENCODING", "utf-8").args(["-c", READ]).arg(&path).output()?;
        assert!(done.status.success(), "{}: {}", locale.code(), told(&done));
        let text = String::from_utf8(done.stdout)?;
        for said in expected(locale) {
            assert!(text.contains(said), "{}: no {said:?} in\n{text}", locale.code());
        }
        assert!(text.contains("PAPER 210 297") && text.contains("FACE Nirmala UI"), "{text}");
        assert!(text.contains(&format!("LANGUAGE {}", locale.code())) && text.contains(&format!("| {}", locale.code())), "{text}");
        assert!(text.lines().filter(|line| line.starts_with("HEADING ")).count() > 5, "{text}");
        assert!(text.lines().any(|line| line.starts_with("HEAD ") && line.len() > 10), "no marking at the head: {text}");
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
    for locale in Locale::ALL {
        let path = downloaded(&house, folder.path(), locale).await?;
        let done = Command::new(office)
            .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
            .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
            .arg(folder.path())
            .arg(&path)
            .output()?;
        let text = std::fs::read_to_string(path.with_extension("txt")).map_err(|error| format!("{error}: {}", told(&done)))?;
        for said in expected(locale) {
            assert!(text.contains(said), "{}: no {said:?} in\n{text}", locale.code());
        }
    }
    Ok(())
}
