//! A sheet as a Word document: A4, real headings, tables with a head row, the marking on every page, the language of every word.

use std::io::Cursor;

use accord_domain::AppError;
use accord_language::Locale;
use chrono::{DateTime, SecondsFormat, Utc};
use docx_rs::{
    AlignmentType, Docx, Footer, Header, LineSpacing, NumPages, PageMargin, PageNum, Paragraph, Run, RunFonts, Style, StyleType,
    Table, TableCell, TableRow, WidthType,
};

use crate::sheet::{Body, Section, Sheet};

/// A4 and its margins, in twentieths of a point.
const A4: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_000;
/// The width of a table.
const WIDTH: usize = 9_900;
/// Sizes, in half points.
const TEXT: usize = 19;
const SMALL: usize = 16;

fn broken(error: impl std::fmt::Display) -> AppError {
    AppError::Internal(format!("a document could not be written: {error}"))
}

/// Text that XML can hold: two code points that are no characters are left out.
fn sound(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}') && (!c.is_control() || matches!(c, '\t' | '\n'))).collect()
}

/// A face that has Latin and Devanagari, each for its script.
fn fonts() -> RunFonts {
    RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Nirmala UI")
}

/// The character style of words in a language.
fn words_style(locale: Locale) -> String {
    format!("Words{}", locale.code().replace('-', ""))
}

/// A run of words, marked with their language.
fn words(text: &str, locale: Locale) -> Run {
    Run::new().add_text(sound(text)).style(&words_style(locale)).fonts(fonts())
}

fn heading(id: &str, name: &str, size: usize, level: usize) -> Style {
    Style::new(id, StyleType::Paragraph)
        .name(name)
        .based_on("Normal")
        .next("Normal")
        .q_format(true)
        .size(size)
        .bold()
        .fonts(fonts())
        .outline_lvl(level)
        .line_spacing(LineSpacing::new().before(120).after(30))
}

fn line(run: Run) -> Paragraph {
    Paragraph::new().add_run(run).line_spacing(LineSpacing::new().after(20))
}

/// The widths of columns: of two the first names what the second tells at length, of more the first is as wide as the others together.
fn widths(columns: usize) -> Vec<usize> {
    match columns {
        0..=2 => vec![2_700, WIDTH - 2_700],
        _ => [vec![WIDTH / 2], vec![WIDTH / 2 / (columns - 1); columns - 1]].concat(),
    }
}

fn row(cells: &[String], locale: Locale, is_head: bool) -> TableRow {
    let cells = cells.iter().zip(widths(cells.len())).map(|(text, width)| {
        let run = words(text, locale);
        let run = if is_head { run.bold() } else { run };
        TableCell::new().width(width, WidthType::Dxa).add_paragraph(line(run))
    });
    TableRow::new(cells.collect()).cant_split()
}

fn add(docx: Docx, section: &Section) -> Docx {
    let docx = docx
        .add_paragraph(Paragraph::new().style("Heading2").keep_next(true).add_run(Run::new().add_text(sound(&section.heading))));
    match &section.body {
        Body::Paragraphs(lines) => lines.iter().fold(docx, |docx, text| docx.add_paragraph(line(words(text, section.language)))),
        Body::Table { head, rows } => {
            let first = std::iter::once(row(head, section.language, true));
            let rows = first.chain(rows.iter().map(|cells| row(cells, section.language, false))).collect();
            let widths = widths(head.len());
            docx.add_table(Table::new(rows).width(widths.iter().sum(), WidthType::Dxa).set_grid(widths))
        }
    }
}

/// The document as a file.
///
/// # Errors
/// `Internal` where it could not be written.
pub fn write(sheet: &Sheet, at: DateTime<Utc>) -> Result<Vec<u8>, AppError> {
    let small = |text: &str| words(text, sheet.locale).size(SMALL);
    let margin = PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: 500, footer: 500, gutter: 0 };
    let status = [Some(sheet.standing.clone()), Some(sheet.generated.clone()), sheet.illustrative.clone()];
    let status = status.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let foot = Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(small(&format!("{} · ", sheet.marking)))
        .add_page_num(PageNum::new())
        .add_run(small(" / "))
        .add_num_pages(NumPages::new());
    let mut docx = Docx::new()
        .page_size(A4.0, A4.1)
        .page_margin(margin)
        .default_fonts(fonts())
        .default_size(TEXT)
        .add_style(heading("Heading1", "heading 1", 32, 0))
        .add_style(heading("Heading2", "heading 2", 22, 1))
        .header(Header::new().add_paragraph(Paragraph::new().align(AlignmentType::Center).add_run(small(&sheet.marking).bold())))
        .footer(Footer::new().add_paragraph(foot))
        .created_at(&at.to_rfc3339_opts(SecondsFormat::Secs, true))
        .updated_at(&at.to_rfc3339_opts(SecondsFormat::Secs, true));
    for locale in Locale::ALL {
        docx = docx.add_style(Style::new(words_style(locale), StyleType::Character).name(format!("Words {}", locale.code())));
    }
    docx = docx
        .add_paragraph(
            Paragraph::new()
                .style("Heading1")
                .add_run(Run::new().add_text(sound(&format!("{}: {}", sheet.title, sheet.agreement)))),
        )
        .add_paragraph(line(small(&status)));
    docx = sheet.sections.iter().fold(docx, add);
    let mut parts = docx.build();
    // What the library has no word for: languages, head rows, and what the document is called.
    parts.styles = languages(&parts.styles, sheet.locale)?;
    parts.document = head_rows(&parts.document)?;
    parts.doc_props.core = called(&parts.doc_props.core, sheet)?;
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(broken)?;
    Ok(file.into_inner())
}

fn text_of(part: &[u8]) -> Result<String, AppError> {
    String::from_utf8(part.to_vec()).map_err(broken)
}

/// The mark of a language, for Latin and for complex scripts.
fn language(locale: Locale) -> String {
    format!("<w:lang w:val=\"{0}\" w:bidi=\"{0}\" />", locale.code())
}

/// Marks the language of the document as a whole, and that of each style of words.
fn languages(styles: &[u8], whole: Locale) -> Result<Vec<u8>, AppError> {
    let mut xml = text_of(styles)?;
    let mut places = vec![("<w:rPrDefault>".to_owned(), whole)];
    places.extend(Locale::ALL.map(|locale| (format!("w:styleId=\"{}\"", words_style(locale)), locale)));
    for (place, locale) in places {
        let after = xml.find(&place).ok_or_else(|| broken(format!("no {place} among the styles")))?;
        let from = after + place.len();
        let start = xml[from..].find("<w:rPr").map(|at| from + at).ok_or_else(|| broken(format!("no properties after {place}")))?;
        let rest = &xml[start..];
        xml = match (rest.starts_with("<w:rPr />"), rest.find("</w:rPr>")) {
            (true, _) => xml[..start].to_owned() + "<w:rPr>" + &language(locale) + "</w:rPr>" + &rest["<w:rPr />".len()..],
            (false, Some(end)) => xml[..start + end].to_owned() + &language(locale) + &rest[end..],
            (false, None) => return Err(broken(format!("no properties after {place}"))),
        };
    }
    Ok(xml.into_bytes())
}

/// The first row of each table is its head, and is repeated on the next page.
fn head_rows(document: &[u8]) -> Result<Vec<u8>, AppError> {
    let xml = text_of(document)?;
    let mut tables = xml.split("<w:tbl>");
    let mut marked = tables.next().unwrap_or_default().to_owned();
    for table in tables {
        marked.push_str("<w:tbl>");
        marked.push_str(&table.replacen("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />", 1));
    }
    Ok(marked.into_bytes())
}

/// Names the document, its maker and its language.
fn called(core: &[u8], sheet: &Sheet) -> Result<Vec<u8>, AppError> {
    let escaped = |text: &str| sound(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let named = format!(
        "<dc:title>{}: {}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&sheet.title),
        escaped(&sheet.agreement),
        sheet.locale.code()
    );
    let xml = text_of(core)?.replace("unknown", "Accord");
    Ok(xml.replace("</cp:coreProperties>", &named).into_bytes())
}
