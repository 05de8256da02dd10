//! What every import of a table shares: the file that is sent, the choice of its columns, what would come of it, and the rows refused.

pub mod nomenclature;
pub mod status_table;

use std::collections::HashMap;
use std::ops::ControlFlow;

use accord_domain::ids::WaitingFileId;
use accord_domain::{AppError, FieldError, text};
use accord_exchange::intake::columns::{Heads, Mapping, heads};
use accord_exchange::intake::rows::{ReadTable, RefusedRow};
use accord_exchange::intake::table::{FILE, TableFile, opened};
use accord_exchange::tables::{Cell, Table};
use accord_language::Speaker;
use accord_store::commands::waiting::{self, Purpose};
use axum::response::IntoResponse;
use leptos::prelude::*;

use crate::components::form::{Filled, file, input, select, tick};
use crate::pages::document::{Place, Screen, page};
use crate::pages::downloads::{Format, sent};
use crate::web::failure::{Answer, Failure};
use crate::web::upload::{TABLES, blocking};
use crate::web::visitor::{Reader, form_urlencoded};

/// How many refused rows a page lists; the others stand in a file.
const LISTED: usize = 100;

/// What may be imported, as the reader's rights have it.
pub async fn choose(reader: Reader) -> Answer {
    let mut offered = Vec::new();
    for (purpose, href, title, told) in [
        (Purpose::StatusTable, "/import/status-table", "import-status-table", "import-status-table-told"),
        (Purpose::TradeFigures, "/trade/import", "import-figures", "import-figures-told"),
        (Purpose::Nomenclature, "/import/nomenclature", "import-nomenclature", "import-nomenclature-told"),
    ] {
        if waiting::may_import(reader.db(), reader.actor(), purpose).await? {
            offered.push((href, reader.speaker().t(title), reader.speaker().t(told)));
        }
    }
    if offered.is_empty() {
        return Err(Failure(AppError::NotFound));
    }
    let l = *reader.speaker();
    let document = page(&reader.visitor, Screen::plain(l.t("import-table"), Place::Portfolio), || {
        view! {
            <h1>{l.t("import-table")}</h1>
            <p class="lede">{l.t("import-table-lede")}</p>
            <ul class="plain-list">
                {offered
                    .into_iter()
                    .map(|(href, title, told)| view! { <li><strong><a href=href>{title}</a></strong> <span class="q">{told}</span></li> })
                    .collect_view()}
            </ul>
        }
    });
    Ok(document.into_response())
}

/// Nothing where the reader does not import files of the purpose.
pub async fn allowed(reader: &Reader, purpose: Purpose) -> Result<(), Failure> {
    if waiting::may_import(reader.db(), reader.actor(), purpose).await? { Ok(()) } else { Err(Failure(AppError::NotFound)) }
}

/// The name a file is kept under.
fn kept_name(sent: &str) -> String {
    let name: String = text::file_name(sent).trim().chars().take(text::LINE).collect();
    if name.is_empty() { "–".to_owned() } else { name }
}

/// A file that holds a table, or what is wrong with it.
pub async fn judged(bytes: Vec<u8>) -> Result<Result<Vec<u8>, FieldError>, AppError> {
    blocking(move || opened(bytes.clone()).map(|_| bytes)).await
}

/// Keeps a file until it is imported.
pub async fn kept(reader: &Reader, purpose: Purpose, name: &str, bytes: Vec<u8>) -> Result<WaitingFileId, AppError> {
    let waits = waiting::WaitingFile { name: kept_name(name), bytes };
    waiting::keep(reader.db(), reader.command(), purpose, waits).await
}

/// A file that waits, with its columns as they are chosen.
pub struct Opened {
    pub file: WaitingFileId,
    pub name: String,
    pub sha256: String,
    pub sheets: Vec<String>,
    /// How many cells of the sheet are formulas.
    pub formulas: usize,
    pub heads: Heads,
    pub mapping: Mapping,
}

/// What the rows of a file say, or what is wrong with the choice of its columns.
pub type Said<T> = Result<ReadTable<T>, Vec<FieldError>>;

/// Opens a file that waits and reads it as it is chosen to be; `guess` adds what was not chosen.
pub async fn read<T: Send + 'static>(
    reader: &Reader,
    purpose: Purpose,
    id: &str,
    chosen: Mapping,
    guess: impl FnOnce(&TableFile, &Heads, Mapping) -> Mapping + Send + 'static,
    rows: impl FnOnce(&TableFile, &Heads, &Mapping) -> Said<T> + Send + 'static,
) -> Result<(Opened, Said<T>), Failure> {
    let file = waiting::id_of(id)?;
    let waiting = waiting::load(reader.db(), reader.actor(), purpose, file).await?;
    let found = blocking(move || {
        let (sha256, name) = (waiting.sha256(), waiting.name);
        let table = opened(waiting.bytes).map_err(|error| vec![error])?;
        let sheet = table.sheet(chosen.get("sheet"));
        let heads = heads(&table, &sheet, chosen.get("head").parse().ok()).map_err(|error| vec![error])?;
        let formulas = table.formulas(&sheet);
        let mapping = guess(&table, &heads, chosen.set("sheet", sheet));
        let said = rows(&table, &heads, &mapping);
        Ok((Opened { file, name, sha256, sheets: table.sheets().to_vec(), formulas, heads, mapping }, said))
    });
    found.await?.map_err(|errors| Failure(AppError::Invalid(errors)))
}

/// The choices among the fields that were sent: those of the columns, and those a purpose knows besides.
pub fn chosen(pairs: Vec<(String, String)>, fields: &[&str], others: &[&str]) -> Mapping {
    let known = |name: &str| {
        ["sheet", "head"].contains(&name)
            || others.contains(&name)
            || fields.iter().any(|field| {
                use accord_exchange::intake::columns::{column_of, value_of};
                name == column_of(field) || name == value_of(field)
            })
    };
    Mapping::of(pairs.into_iter().filter(|(name, _)| known(name)))
}

/// The part of an address that holds the choices.
pub fn address(mapping: &Mapping) -> String {
    mapping.pairs().map(|(name, value)| format!("{name}={}", form_urlencoded(value))).collect::<Vec<_>>().join("&")
}

/// The choices as hidden fields of a form.
pub fn hidden(mapping: &Mapping) -> AnyView {
    mapping
        .pairs()
        .map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned() /> })
        .collect_view()
        .into_any()
}

/// The control that takes a file.
pub fn file_field(l: &Speaker, filled: &Filled) -> AnyView {
    file(filled, FILE, l.t("table-file"), l.t("table-file-hint"), TABLES)
}

/// The sheet and the row of the heads.
pub fn sheet_and_head(l: &Speaker, opened: &Opened, filled: &Filled) -> AnyView {
    let sheets: Vec<(String, String)> = opened.sheets.iter().map(|sheet| (sheet.clone(), sheet.clone())).collect();
    view! {
        {(sheets.len() > 1).then(|| select(filled, "sheet", l.t("sheet"), String::new(), sheets))}
        {input(filled, "head", l.t("head-row"), l.t("head-row-hint"), "text", "off")}
    }
    .into_any()
}

/// The columns to choose from, none first.
pub fn columns(l: &Speaker, opened: &Opened) -> Vec<(String, String)> {
    let mut columns = vec![(String::new(), l.t("no-column"))];
    columns.extend(opened.heads.labels.iter().map(|label| (label.clone(), label.clone())));
    columns
}

/// Counts of what would come of it.
pub fn would(l: &Speaker, counts: [(&'static str, usize); 4]) -> AnyView {
    let l = *l;
    view! {
        <h2>{l.t("import-would")}</h2>
        <dl class="facts">
            {counts
                .into_iter()
                .map(|(key, count)| view! { <dt>{l.word("import", key)}</dt><dd>{l.number(i64::try_from(count).unwrap_or(i64::MAX))}</dd> })
                .collect_view()}
        </dl>
    }
    .into_any()
}

/// The form that keeps what was read, leaving refused rows out if that is ticked.
pub fn keep_form(l: &Speaker, own: &str, mapping: &Mapping, filled: &Filled, label: String, refused: usize) -> AnyView {
    let nothing = filled.error("commit").is_some();
    view! {
        <form method="post" action=own.to_owned()>
            {hidden(mapping)}
            {(refused > 0).then(|| view! {
                {filled.error("leave_out-yes").map(|sentence| view! { <p class="field-error">{sentence}</p> })}
                {tick(filled, "leave_out", "yes", l.count("leave-rows-out", refused))}
            })}
            <p class="actions"><button id="commit" disabled=nothing>{label}</button></p>
        </form>
    }
    .into_any()
}

/// What keeps a file from being kept as a whole: what is wrong with the choice, no sound row, or refused rows that are not left out.
pub fn hindrance<T>(said: &Said<T>, leave_out: bool) -> Option<AppError> {
    match said {
        Err(errors) => Some(AppError::Invalid(errors.clone())),
        Ok(read) if read.rows.is_empty() => Some(AppError::field("commit", "no-sound-row")),
        Ok(read) if !read.refused.is_empty() && !leave_out => Some(rows_refused(read.refused.len())),
        Ok(_) => None,
    }
}

/// That rows would be refused.
pub fn rows_refused(count: usize) -> AppError {
    AppError::Invalid(vec![FieldError::with("leave_out-yes", "rows-refused", count)])
}

/// Why a row is refused, each reason with the field it is about.
fn reasons(l: &Speaker, row: &RefusedRow) -> Vec<String> {
    row.errors
        .iter()
        .map(|error| {
            let sentence = l.field_error(error);
            if error.field == "row" { sentence } else { format!("{}: {sentence}", l.word("field-of", &error.field)) }
        })
        .collect()
}

/// The refused rows, all of them, as a file: each as it stands in the file that was sent, and why it is refused.
pub async fn refused_file(reader: &Reader, purpose: Purpose, from: Opened, refused: Vec<RefusedRow>) -> Answer {
    let l = *reader.speaker();
    let waiting = waiting::load(reader.db(), reader.actor(), purpose, from.file).await?;
    let head = [vec![l.t("row")], from.heads.labels.clone(), vec![l.t("why-refused")]].concat();
    let rows = blocking(move || {
        let why = refused.iter().map(|row| (row.number, reasons(&l, row).join(" "))).collect();
        opened(waiting.bytes).and_then(|table| as_sent(&table, &from, why))
    });
    let rows = rows.await?.map_err(|error| Failure(AppError::Invalid(vec![error])))?;
    Ok(sent(&Table { sheet: l.t("refused-rows"), head, rows }, "refused-rows", Format::Csv)?)
}

/// Rows of a table as they were sent, between their numbers and what is said of them.
fn as_sent(table: &TableFile, from: &Opened, mut said: HashMap<u32, String>) -> Result<Vec<Vec<Cell>>, FieldError> {
    let mut rows = Vec::with_capacity(said.len());
    table.each_row(from.mapping.get("sheet"), |number, cells| {
        if let Some(said) = said.remove(&number) {
            let columns = from.heads.labels.len();
            let cells = (0..columns).map(|at| Cell::Text(cells.get(at).cloned().unwrap_or_default()));
            rows.push([Cell::Number(number.into())].into_iter().chain(cells).chain([Cell::Text(said)]).collect());
        }
        if said.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(rows)
}

/// The first of the refused rows, with the way to all.
pub fn refused_table(l: &Speaker, refused: &[RefusedRow], all: String) -> AnyView {
    if refused.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h3 id="refused">{l.t("refused-rows")}</h3>
        <p>
            {(refused.len() > LISTED).then(|| l.with("largest-of", &[("shown", l.number(LISTED as i64).into()), ("all", l.number(refused.len() as i64).into())]))}
            " " <a href=all>{l.t("refused-rows-all")}</a>
        </p>
        <table>
            <thead><tr><th scope="col" class="n">{l.t("row")}</th><th scope="col">{l.t("why-refused")}</th></tr></thead>
            <tbody>
                {refused
                    .iter()
                    .take(LISTED)
                    .map(|row| view! {
                        <tr>
                            <td class="n" data-l=l.t("row")>{l.number(row.number.into())}</td>
                            <td class="wide">{reasons(&l, row).into_iter().map(|reason| view! { <span class="reason" dir="auto">{reason}</span> " " }).collect_view()}</td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// The heads and the first rows of the file.
pub fn first_rows(l: &Speaker, heads: &Heads) -> AnyView {
    let l = *l;
    view! {
        <h2>{l.t("first-rows")}</h2>
        <div class="scroll" tabindex="0" role="group" aria-label=l.t("first-rows")>
            <table>
                <thead>
                    <tr>
                        <th scope="col" class="n">{l.t("row")}</th>
                        {heads.labels.iter().map(|label| view! { <th scope="col" dir="auto">{label.clone()}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {heads
                        .first
                        .iter()
                        .map(|(number, cells)| view! {
                            <tr>
                                <td class="n">{l.number((*number).into())}</td>
                                {(0..heads.labels.len())
                                    .map(|at| view! { <td dir="auto">{cells.get(at).cloned().unwrap_or_default()}</td> })
                                    .collect_view()}
                            </tr>
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
