//! Figures from a file: sent, its columns chosen, tried, and only then kept.

use accord_domain::trade::amount::{Currency, DecimalMark, Scale};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::period::PeriodReading;
use accord_domain::{AppError, FieldError};
use accord_exchange::intake::columns::Mapping;
use accord_exchange::intake::figures::{EVERY_PERIOD, FIELDS, REMEMBERED, WHOLE, guessed, headed_by_periods, read as read_figures};
use accord_exchange::intake::table::FILE;
use accord_language::Speaker;
use accord_store::commands::trade::import::{Intake, commit, trial};
use accord_store::commands::trade::{NewFigure, SourceForm};
use accord_store::commands::waiting::Purpose;
use accord_store::queries::trade::region::all;
use accord_store::queries::trade::sources;
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::response::{Html, IntoResponse, Redirect};
use leptos::prelude::*;

use super::figure_form::{source_fields, source_of};
use super::keeper;
use super::preview::as_read;
use super::tables::source_name;
use crate::components::form::{Filled, input, select, summary};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::intake::{
    Opened, Said, address, chosen, columns, file_field, first_rows, hindrance, judged, keep_form, kept, read, refused_file,
    refused_table, sheet_and_head, would,
};
use crate::pages::lists::{again, done, options, refuse, typed};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::Upload;
use crate::web::visitor::{Reader, form_urlencoded};

/// The fields of the source among the choices.
const SOURCE: [&str; 4] = ["publisher", "source_title", "verified", "illustrative"];
/// The fields among the choices that no other table has.
const OTHERS: [&str; 10] =
    [REMEMBERED, "publisher", "source_title", "verified", "illustrative", "mark", "reading", "currency", "scale", WHOLE];
/// What is of one file alone and not remembered for the next: where its heads stand, and which period all of it is of.
const OF_ONE_FILE: [&str; 3] = ["sheet", "head", "all-period"];

/// The form that sends a file.
pub async fn new(reader: Reader) -> Answer {
    keeper(&reader)?;
    Ok(sending(&reader, &Filled::default()).await?.into_response())
}

async fn sending(reader: &Reader, filled: &Filled) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let known = sources::all(reader.db(), reader.actor()).await?;
    let title = l.t("import-figures");
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("import-lede")}</p>
            {summary(filled, l.t("problem"))}
            <form method="post" enctype="multipart/form-data" action="/trade/import">
                {file_field(&l, filled)}
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
    let bytes = match (judged(bytes).await?, form.finish()) {
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
    let id = kept(&reader, Purpose::TradeFigures, &name, bytes).await?;
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
    pairs.extend(remembered.map(|mapping| format!("{mapping}&{REMEMBERED}=yes")));
    Ok(Redirect::to(&format!("/trade/import/{}?{}", id.0, pairs.join("&"))).into_response())
}

/// Whose figures a file holds, as chosen.
fn source(chosen: &Mapping) -> SourceForm {
    SourceForm {
        publisher: chosen.get("publisher").to_owned(),
        title: chosen.get("source_title").to_owned(),
        verified: chosen.get("verified") == "yes",
        illustrative: chosen.get("illustrative") == "yes",
        complete: chosen.get(WHOLE) == "all",
    }
}

async fn tried(reader: &Reader, id: &str, pairs: Vec<(String, String)>) -> Result<(Opened, Said<NewFigure>), Failure> {
    let regions: Vec<String> = all(reader.db(), reader.actor()).await?.into_iter().map(|region| region.code).collect();
    let rows = move |table: &_, heads: &_, mapping: &_| read_figures(table, heads, mapping, &regions);
    read(reader, Purpose::TradeFigures, id, chosen(pairs, &FIELDS, &OTHERS), guessed, rows).await
}

/// How the columns were read, as the source remembers it.
fn remembered(mapping: &Mapping) -> String {
    let pairs = mapping.pairs().filter(|(name, _)| !SOURCE.contains(name) && !OF_ONE_FILE.contains(name));
    address(&Mapping::of(pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))))
}

/// The screen on which the columns are chosen, with all that would come of it.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    keeper(&reader)?;
    let (opened, said) = tried(&reader, &id, pairs).await?;
    Ok(document(&reader, &opened, &said, Vec::new()).await?.into_response())
}

/// The refused rows, all of them, as a file.
pub async fn refused_rows(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    keeper(&reader)?;
    let (opened, said) = tried(&reader, &id, pairs).await?;
    let refused = said.map_err(|errors| Failure(AppError::Invalid(errors)))?.refused;
    refused_file(&reader, Purpose::TradeFigures, opened, refused).await
}

/// Keeps the figures: all, or none.
pub async fn keep(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let (opened, said) = tried(&reader, &id, fields.pairs().to_vec()).await?;
    if let Some(error) = hindrance(&said, fields.get("leave_out") == "yes") {
        return refused(&reader, &opened, &said, error).await;
    }
    let figures = said.map(|read| read.rows).unwrap_or_default();
    let (source, mapping) = (source(&opened.mapping), remembered(&opened.mapping));
    let intake = Intake { source, file: opened.file, file_name: opened.name, sha256: opened.sha256, mapping, figures };
    match commit(reader.db(), reader.command(), intake).await {
        Ok(_) => Ok(done("/trade", "import")),
        Err(error) => {
            let (opened, said) = tried(&reader, &id, fields.pairs().to_vec()).await?;
            refused(&reader, &opened, &said, error).await
        }
    }
}

/// The screen again, with what stands in the way.
async fn refused(reader: &Reader, opened: &Opened, said: &Said<NewFigure>, error: AppError) -> Answer {
    let told = refuse(reader.speaker(), Vec::new(), &error, "commit").errors().to_vec();
    let document = document(reader, opened, said, told).await?;
    again(error, |_| document)
}

async fn document(
    reader: &Reader,
    opened: &Opened,
    said: &Said<NewFigure>,
    told: Vec<(String, String)>,
) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let source = source(&opened.mapping);
    let effect = match said {
        Ok(read) => Some((read, trial(reader.db(), reader.actor(), &source, &read.rows).await?)),
        Err(_) => None,
    };
    let mut errors = told;
    if let Err(wrong) = said {
        errors.extend(wrong.iter().map(|error| (error.field.clone(), l.field_error(error))));
    }
    let values = opened.mapping.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let filled = Filled::refused(values, errors);
    let title = l.t("import-try");
    let own = format!("/trade/import/{}", opened.file.0);
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        let mapping = &opened.mapping;
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade")), ("/trade/import".into(), l.t("import-figures"))], title.clone())}
            <h1>{title}</h1>
            <p class="lede">
                <span dir="auto">{opened.name.clone()}</span> " – "
                <span dir="auto">{source_name(&source.publisher, &source.title)}</span>
            </p>
            {summary(&filled, l.t("problem"))}
            {match effect {
                None => view! { <p class="notice">{l.t("import-choose-columns")}</p> }.into_any(),
                Some((read, effect)) => {
                    let count = |number: i64| usize::try_from(number).unwrap_or_default();
                    view! {
                        {would(&l, [
                            ("added", count(effect.added)), ("changed", count(effect.changed)), ("same", count(effect.same)),
                            ("refused", read.refused.len()),
                        ])}
                        {keep_form(&l, &own, mapping, &filled, l.count("import-commit", read.rows.len()), read.refused.len())}
                        {as_read(&l, &read.rows)}
                        {refused_table(&l, &read.refused, format!("{own}/refused.csv?{}", address(mapping)))}
                    }
                    .into_any()
                }
            }}
            {(opened.formulas > 0).then(|| view! { <p class="notice">{l.count("table-formulas", opened.formulas)}</p> })}
            <h2>{l.t("columns-of-file")}</h2>
            <form method="get" action=own.clone() class="mapping">
                {SOURCE
                    .into_iter()
                    .filter(|name| !mapping.get(name).is_empty())
                    .map(|name| view! { <input type="hidden" name=name value=mapping.get(name).to_owned() /> })
                    .collect_view()}
                {choices(&l, opened, &filled)}
                <p class="actions"><button class="plain">{l.t("try-again")}</button></p>
            </form>
            {first_rows(&l, &opened.heads)}
        }
    }))
}

/// The names of the fields that choose a column, as the form needs them.
const COLUMNS: [(&str, &str, &str); 10] = [
    ("hs", "column-hs", "all-hs"),
    ("commodity", "column-commodity", "all-commodity"),
    ("value", "column-value", "all-value"),
    ("period", "column-period", "all-period"),
    ("partner", "column-partner", "all-partner"),
    ("reporter", "column-reporter", "all-reporter"),
    ("flow", "column-flow", "all-flow"),
    ("traded", "column-traded", "all-traded"),
    ("currency", "column-currency", "currency"),
    ("scale", "column-scale", "scale"),
];

fn choices(l: &Speaker, opened: &Opened, filled: &Filled) -> AnyView {
    let columns = columns(l, opened);
    let words = |prefix: &str, codes: Vec<&str>| options(l, prefix, codes);
    let blank = |mut of: Vec<(String, String)>| {
        of.insert(0, (String::new(), l.t("no-value-for-all")));
        of
    };
    // Periods side by side are read in one go.
    let value_columns = || {
        let mut columns = columns.clone();
        if headed_by_periods(&opened.heads).nth(1).is_some() {
            columns.insert(1, (EVERY_PERIOD.to_owned(), l.t("every-period-column")));
        }
        columns
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
            "currency" => {
                select(filled, name, label, String::new(), words("currency", Currency::ALL.iter().map(|of| of.code()).collect()))
            }
            "scale" => {
                select(filled, name, label, l.t("scale-hint"), words("scale", Scale::ALL.iter().map(|of| of.code()).collect()))
            }
            "value" | "hs" | "commodity" => ().into_any(),
            _ => input(filled, name, label, String::new(), "text", "off"),
        }
    };
    view! {
        {sheet_and_head(l, opened, filled)}
        {COLUMNS
            .into_iter()
            .map(|(field, column, all)| view! {
                <div class="pair">
                    {select(
                        filled, column, l.word("field-of", field), String::new(),
                        if field == "value" { value_columns() } else { columns.clone() },
                    )}
                    {for_all(field, all)}
                </div>
            })
            .collect_view()}
        {select(filled, "reading", l.t("period-reading"), l.t("period-reading-hint"), words("reading", PeriodReading::ALL.iter().map(|of| of.code()).collect()))}
        {select(filled, "mark", l.t("decimal-mark"), String::new(), words("mark", DecimalMark::ALL.iter().map(|of| of.code()).collect()))}
        {select(filled, WHOLE, l.t("codes-whole"), l.t("codes-whole-hint"), words("codes-whole", vec!["all", "part"]))}
    }
    .into_any()
}
