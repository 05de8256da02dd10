//! Figures from a file: sent, its columns chosen, tried, and only then kept.

use std::sync::Arc;

use accord_domain::access::HouseRight;
use accord_domain::trade::amount::{Currency, DecimalMark, Scale};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::period::PeriodReading;
use accord_domain::{AppError, FieldError, text};
use accord_exchange::intake::columns::{Heads, Mapping, column_of, heads, value_of};
use accord_exchange::intake::figures::{FIELDS, ReadTable, RefusedRow, guessed, read};
use accord_exchange::intake::table::{FILE, opened};
use accord_exchange::tables::{Cell, Table};
use accord_language::Speaker;
use accord_store::commands::trade::import::{Effect, Intake, commit, trial};
use accord_store::commands::trade::{SourceForm, waiting};
use accord_store::queries::trade::region::all;
use accord_store::queries::trade::sources;
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::response::{Html, IntoResponse, Redirect};
use leptos::prelude::*;

use super::figure_form::{source_fields, source_of};
use super::keeper;
use super::tables::source_name;
use crate::components::form::{Filled, input, select, summary, tick};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::downloads::{Format, sent};
use crate::pages::lists::{again, done, options, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::Upload;
use crate::web::visitor::{Reader, form_urlencoded};

/// What files sent here are for.
const PURPOSE: &str = "trade-figures";
/// How many refused rows the page lists; the others stand in a file.
const LISTED: usize = 100;
/// The fields of the source among the choices.
const SOURCE: [&str; 4] = ["publisher", "source_title", "verified", "illustrative"];

/// The form that sends a file.
pub async fn new(reader: Reader) -> Answer {
    keeper(&reader)?;
    Ok(sending(&reader, &Filled::default()).await?.into_response())
}

async fn sending(reader: &Reader, filled: &Filled) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let known = sources::all(reader.db(), reader.actor()).await?;
    let title = l.t("import-figures");
    let error = filled.error(FILE);
    let described = if error.is_some() { "file-hint file-error" } else { "file-hint" };
    let invalid = error.as_ref().map(|_| "true");
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("import-lede")}</p>
            {summary(filled, l.t("problem"))}
            <form method="post" enctype="multipart/form-data" action="/trade/import">
                <div class=if error.is_some() { "field bad" } else { "field" }>
                    <label for=FILE>{l.t("table-file")}</label>
                    <small class="hint" id="file-hint">{l.t("table-file-hint")}</small>
                    {error.clone().map(|sentence| view! { <p class="field-error" id="file-error">{sentence}</p> })}
                    <input id=FILE name=FILE type="file" accept=".csv,.txt,.tsv,.xlsx" aria-describedby=described aria-invalid=invalid />
                </div>
                {source_fields(&l, filled, known)}
                <p class="actions"><button>{l.t("send-file")}</button></p>
            </form>
        }
    }))
}

/// Takes a file in, from who keeps figures alone.
pub async fn send(reader: Reader, request: Request) -> Answer {
    keeper(&reader)?;
    let Upload { fields, name, bytes } = Upload::from_request(request, &()).await?;
    let source = source_of(&fields);
    let mut form = accord_domain::error::Form::default();
    source.sound(&mut form);
    let judged = blocking(move || opened(bytes.clone()).map(|_| bytes)).await?;
    let bytes = match (judged, form.finish()) {
        (Ok(bytes), Ok(())) => bytes,
        (judged, sound) => {
            let mut errors: Vec<FieldError> = judged.err().into_iter().collect();
            errors.extend(sound.err().iter().flat_map(AppError::fields).cloned());
            let error = AppError::Invalid(errors);
            let filled = refuse(reader.speaker(), typed(&fields, &SOURCE), &error, FILE);
            let document = sending(&reader, &filled).await?;
            return again(error, |_| document);
        }
    };
    let file = waiting::WaitingFile { name: kept_name(&name), bytes };
    let id = waiting::keep(reader.db(), reader.command(), HouseRight::EditTradeFigures, PURPOSE, file).await?;
    let known = sources::all(reader.db(), reader.actor()).await?;
    let known = known.into_iter().find(|known| known.publisher == source.publisher.trim() && known.title == source.title.trim());
    let remembered = known.map(|known| known.mapping).filter(|mapping| !mapping.is_empty());
    let mut pairs = vec![
        format!("publisher={}", form_urlencoded(&source.publisher)),
        format!("source_title={}", form_urlencoded(&source.title)),
    ];
    pairs.extend(
        [("verified", source.verified), ("illustrative", source.illustrative)]
            .iter()
            .filter(|(_, is)| *is)
            .map(|(name, _)| format!("{name}=yes")),
    );
    pairs.extend(remembered);
    Ok(Redirect::to(&format!("/trade/import/{}?{}", id.0, pairs.join("&"))).into_response())
}

/// The name a file is kept under.
fn kept_name(sent: &str) -> String {
    let name: String = text::file_name(sent).trim().chars().take(text::LINE).collect();
    if name.is_empty() { "–".to_owned() } else { name }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| AppError::Internal(error.to_string()))
}

/// A file read as it is chosen to be.
struct Tried {
    file: accord_domain::ids::WaitingFileId,
    name: String,
    sha256: String,
    sheets: Vec<String>,
    heads: Heads,
    mapping: Mapping,
    source: SourceForm,
    /// What the rows say, or what is wrong with the choice.
    read: Result<ReadTable, Vec<FieldError>>,
}

async fn tried(reader: &Reader, id: &str, chosen: Mapping) -> Result<Tried, Failure> {
    let file = waiting::id_of(id)?;
    let waiting = waiting::load(reader.db(), reader.actor(), PURPOSE, file).await?;
    let regions: Vec<String> = all(reader.db(), reader.actor()).await?.into_iter().map(|region| region.code).collect();
    let source = SourceForm {
        publisher: chosen.get("publisher").to_owned(),
        title: chosen.get("source_title").to_owned(),
        verified: chosen.get("verified") == "yes",
        illustrative: chosen.get("illustrative") == "yes",
    };
    let told = |errors: Vec<FieldError>| Failure(AppError::Invalid(errors));
    let found = blocking(move || {
        let (sha256, name) = (waiting.sha256(), waiting.name);
        let table = opened(waiting.bytes).map_err(|error| vec![error])?;
        let asked = chosen.get("head").parse().ok();
        let heads = heads(&table, chosen.get("sheet"), asked).map_err(|error| vec![error])?;
        let mapping = guessed(&table, &heads, chosen);
        let read = read(&table, &heads, &mapping, &regions);
        Ok(Tried { file, name, sha256, sheets: table.sheets().to_vec(), heads, mapping, source, read })
    });
    found.await?.map_err(told)
}

fn mapping_of(pairs: Vec<(String, String)>) -> Mapping {
    let known = |name: &str| {
        SOURCE.contains(&name)
            || ["sheet", "head", "mark", "reading", "currency", "scale"].contains(&name)
            || FIELDS.iter().any(|field| name == column_of(field) || name == value_of(field))
    };
    Mapping::of(pairs.into_iter().filter(|(name, _)| known(name)))
}

/// How the columns were read, as an address and the source remember it.
fn remembered(mapping: &Mapping) -> String {
    let pairs = mapping.pairs().filter(|(name, _)| !SOURCE.contains(name));
    pairs.map(|(name, value)| format!("{name}={}", form_urlencoded(value))).collect::<Vec<_>>().join("&")
}

/// The screen on which the columns are chosen, with all that would come of it.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    keeper(&reader)?;
    let tried = tried(&reader, &id, mapping_of(pairs)).await?;
    Ok(document(&reader, &tried, Vec::new()).await?.into_response())
}

/// The refused rows, all of them, as a file.
pub async fn refused_rows(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    keeper(&reader)?;
    let tried = tried(&reader, &id, mapping_of(pairs)).await?;
    let l = reader.speaker();
    let rows = tried.read.map_err(|errors| Failure(AppError::Invalid(errors)))?.refused;
    let rows = rows.iter().map(|row| vec![Cell::Number(row.number.into()), Cell::Text(reasons(l, row).join(" "))]).collect();
    let table = Table { sheet: l.t("refused-rows"), head: vec![l.t("row"), l.t("why-refused")], rows };
    Ok(sent(&table, "refused-rows", Format::Csv)?)
}

/// Keeps the figures: all, or none.
pub async fn keep(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let tried = tried(&reader, &id, mapping_of(fields.pairs().to_vec())).await?;
    let shared = Arc::new(tried);
    let refused = shared.read.as_ref().map_or(0, |read| read.refused.len());
    let error = match &shared.read {
        Err(errors) => Some(AppError::Invalid(errors.clone())),
        Ok(read) if read.figures.is_empty() => Some(AppError::field("commit", "no-sound-row")),
        Ok(_) if refused > 0 && fields.get("leave_out") != "yes" => {
            Some(AppError::Invalid(vec![FieldError::with("leave_out-yes", "rows-refused", refused)]))
        }
        Ok(_) => None,
    };
    if let Some(error) = error {
        let told = refuse(reader.speaker(), Vec::new(), &error, "commit").errors().to_vec();
        let document = document(&reader, &shared, told).await?;
        return again(error, |_| document);
    }
    let tried = Arc::into_inner(shared).ok_or_else(|| AppError::Internal("a file is read twice".into()))?;
    let mapping = remembered(&tried.mapping);
    let figures = tried.read.map(|read| read.figures).unwrap_or_default();
    let intake = Intake { source: tried.source, file: tried.file, file_name: tried.name, sha256: tried.sha256, mapping, figures };
    commit(reader.db(), reader.command(), intake).await?;
    Ok(done("/trade", "import"))
}

async fn document(reader: &Reader, tried: &Tried, told: Vec<(String, String)>) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let effect = match &tried.read {
        Ok(read) => Some(trial(reader.db(), reader.actor(), &tried.source, &read.figures).await?),
        Err(_) => None,
    };
    let mut errors = told;
    if let Err(wrong) = &tried.read {
        errors.extend(wrong.iter().map(|error| (error.field.clone(), l.field_error(error))));
    }
    let values = tried.mapping.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let filled = Filled::refused(values, errors);
    let title = l.t("import-try");
    let own = format!("/trade/import/{}", tried.file.0);
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade")), ("/trade/import".into(), l.t("import-figures"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">
                <span dir="auto">{tried.name.clone()}</span> " – "
                <span dir="auto">{source_name(&tried.source.publisher, &tried.source.title)}</span>
            </p>
            {summary(&filled, l.t("problem"))}
            {outcome(&l, tried, effect, &filled, &own)}
            <h2>{l.t("columns-of-file")}</h2>
            <form method="get" action=own.clone() class="mapping">
                {SOURCE
                    .into_iter()
                    .filter(|name| !tried.mapping.get(name).is_empty())
                    .map(|name| view! { <input type="hidden" name=name value=tried.mapping.get(name).to_owned() /> })
                    .collect_view()}
                {choices(&l, tried, &filled)}
                <p class="actions"><button class="plain">{l.t("try-again")}</button></p>
            </form>
            {first_rows(&l, &tried.heads)}
        }
    }))
}

/// What would come of it, and the button that makes it come.
fn outcome(l: &Speaker, tried: &Tried, effect: Option<Effect>, filled: &Filled, own: &str) -> AnyView {
    let (Some(effect), Ok(read)) = (effect, &tried.read) else {
        return view! { <p class="notice">{l.t("import-choose-columns")}</p> }.into_any();
    };
    let l = *l;
    let count = |number: i64| l.number(number);
    let refused = read.refused.len();
    view! {
        <h2>{l.t("import-would")}</h2>
        <dl class="facts">
            <dt>{l.t("import-added")}</dt><dd>{count(effect.added)}</dd>
            <dt>{l.t("import-changed")}</dt><dd>{count(effect.changed)}</dd>
            <dt>{l.t("import-same")}</dt><dd>{count(effect.same)}</dd>
            <dt>{l.t("import-refused")}</dt><dd>{count(refused as i64)}</dd>
        </dl>
        <form method="post" action=own.to_owned()>
            {tried
                .mapping
                .pairs()
                .map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned() /> })
                .collect_view()}
            {(refused > 0).then(|| view! {
                {filled.error("leave_out-yes").map(|sentence| view! { <p class="field-error">{sentence}</p> })}
                {tick(filled, "leave_out", "yes", l.count("leave-rows-out", refused))}
            })}
            <p class="actions"><button id="commit" disabled=read.figures.is_empty()>{l.count("import-commit", read.figures.len())}</button></p>
        </form>
        {refused_table(&l, &read.refused, format!("{own}/refused.csv?{}", address(&tried.mapping)))}
    }
    .into_any()
}

fn address(mapping: &Mapping) -> String {
    mapping.pairs().map(|(name, value)| format!("{name}={}", form_urlencoded(value))).collect::<Vec<_>>().join("&")
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

fn refused_table(l: &Speaker, refused: &[RefusedRow], all: String) -> AnyView {
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

/// The names of the fields that choose a column, as the form needs them.
const COLUMNS: [(&str, &str, &str); 8] = [
    ("hs", "column-hs", "all-hs"),
    ("commodity", "column-commodity", "all-commodity"),
    ("value", "column-value", "all-value"),
    ("period", "column-period", "all-period"),
    ("partner", "column-partner", "all-partner"),
    ("reporter", "column-reporter", "all-reporter"),
    ("flow", "column-flow", "all-flow"),
    ("traded", "column-traded", "all-traded"),
];

fn choices(l: &Speaker, tried: &Tried, filled: &Filled) -> AnyView {
    let mut columns = vec![(String::new(), l.t("no-column"))];
    columns.extend(tried.heads.labels.iter().map(|label| (label.clone(), label.clone())));
    let sheets: Vec<(String, String)> = tried.sheets.iter().map(|sheet| (sheet.clone(), sheet.clone())).collect();
    let words = |prefix: &str, codes: Vec<&str>| options(l, prefix, codes);
    let blank = |mut of: Vec<(String, String)>| {
        of.insert(0, (String::new(), l.t("no-value-for-all")));
        of
    };
    let for_all = |field: &'static str, name: &'static str| {
        let label = l.t("for-all-rows");
        match field {
            "flow" => {
                select(filled, name, label, String::new(), blank(words("flow", Flow::ALL.iter().map(|flow| flow.code()).collect())))
            }
            "traded" => {
                select(filled, name, label, String::new(), blank(words("traded", Traded::ALL.iter().map(|of| of.code()).collect())))
            }
            "value" | "hs" | "commodity" => ().into_any(),
            _ => input(filled, name, label, String::new(), "text", "off"),
        }
    };
    view! {
        {(sheets.len() > 1).then(|| select(filled, "sheet", l.t("sheet"), String::new(), sheets))}
        {input(filled, "head", l.t("head-row"), l.t("head-row-hint"), "text", "off")}
        {COLUMNS
            .into_iter()
            .map(|(field, column, all)| view! {
                <div class="pair">
                    {select(filled, column, l.word("field-of", field), String::new(), columns.clone())}
                    {for_all(field, all)}
                </div>
            })
            .collect_view()}
        {select(filled, "reading", l.t("period-reading"), l.t("period-reading-hint"), words("reading", PeriodReading::ALL.iter().map(|of| of.code()).collect()))}
        {select(filled, "mark", l.t("decimal-mark"), String::new(), words("mark", DecimalMark::ALL.iter().map(|of| of.code()).collect()))}
        {select(filled, "currency", l.t("currency"), String::new(), words("currency", Currency::ALL.iter().map(|of| of.code()).collect()))}
        {select(filled, "scale", l.t("scale"), l.t("scale-hint"), words("scale", Scale::ALL.iter().map(|of| of.code()).collect()))}
    }
    .into_any()
}

fn first_rows(l: &Speaker, heads: &Heads) -> AnyView {
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
