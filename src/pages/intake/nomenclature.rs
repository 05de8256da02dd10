//! A nomenclature from a file: what the codes of the Harmonized System are called.

use accord_domain::AppError;
use accord_exchange::intake::nomenclature::{FIELDS, guessed, read as read_lines};
use accord_exchange::intake::table::FILE;
use accord_language::Speaker;
use accord_store::commands::trade::nomenclature::{HsLine, Intake, commit, trial};
use accord_store::commands::waiting::Purpose;
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::response::{Html, IntoResponse, Redirect};
use leptos::prelude::*;

use super::{
    Opened, Said, address, allowed, chosen, columns, file_field, first_rows, hindrance, judged, keep_form, kept, read,
    refused_file, refused_table, sheet_and_head, would,
};
use crate::components::form::{Filled, select, summary};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse};
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::Upload;
use crate::web::visitor::Reader;

const PATH: &str = "/import/nomenclature";

fn way(l: &Speaker) -> Vec<(String, String)> {
    vec![("/trade".into(), l.t("trade")), ("/trade/hs".into(), l.t("nomenclature"))]
}

/// The form that sends a file.
pub async fn new(reader: Reader) -> Answer {
    allowed(&reader, Purpose::Nomenclature).await?;
    Ok(sending(&reader, &Filled::default()).into_response())
}

fn sending(reader: &Reader, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t("import-nomenclature");
    page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), way(&l), title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("import-nomenclature-lede")}</p>
            {summary(filled, l.t("problem"))}
            <form method="post" enctype="multipart/form-data" action=PATH>
                {file_field(&l, filled)}
                <p class="actions"><button>{l.t("send-file")}</button></p>
            </form>
        }
    })
}

/// Takes a file in.
pub async fn send(reader: Reader, request: Request) -> Answer {
    allowed(&reader, Purpose::Nomenclature).await?;
    let Upload { name, bytes, .. } = Upload::from_request(request, &()).await?;
    match judged(bytes).await? {
        Ok(bytes) => {
            let id = kept(&reader, Purpose::Nomenclature, &name, bytes).await?;
            Ok(Redirect::to(&format!("{PATH}/{}", id.0)).into_response())
        }
        Err(error) => {
            let error = AppError::Invalid(vec![error]);
            again(error, |error| sending(&reader, &refuse(reader.speaker(), Vec::new(), error, FILE)))
        }
    }
}

async fn tried(reader: &Reader, id: &str, pairs: Vec<(String, String)>) -> Result<(Opened, Said<HsLine>), Failure> {
    allowed(reader, Purpose::Nomenclature).await?;
    let chosen = chosen(pairs, &FIELDS, &[]);
    read(reader, Purpose::Nomenclature, id, chosen, |_, heads, chosen| guessed(heads, chosen), read_lines).await
}

/// The screen on which the columns are chosen, with all that would come of it.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let (opened, said) = tried(&reader, &id, pairs).await?;
    Ok(document(&reader, &opened, &said, Vec::new()).await?.into_response())
}

/// The refused rows, all of them, as a file.
pub async fn refused_rows(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let (opened, said) = tried(&reader, &id, pairs).await?;
    let refused = said.map_err(|errors| Failure(AppError::Invalid(errors)))?.refused;
    refused_file(&reader, Purpose::Nomenclature, opened, refused).await
}

/// Keeps the lines: all, or none.
pub async fn keep(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    let (opened, said) = tried(&reader, &id, fields.pairs().to_vec()).await?;
    if let Some(error) = hindrance(&said, fields.get("leave_out") == "yes") {
        let told = refuse(reader.speaker(), Vec::new(), &error, "commit").errors().to_vec();
        let document = document(&reader, &opened, &said, told).await?;
        return again(error, |_| document);
    }
    let lines = said.map(|read| read.rows).unwrap_or_default();
    let intake = Intake { file: opened.file, file_name: opened.name, sha256: opened.sha256, lines };
    commit(reader.db(), reader.command(), intake).await?;
    Ok(done("/trade/hs", "nomenclature"))
}

async fn document(
    reader: &Reader,
    opened: &Opened,
    said: &Said<HsLine>,
    told: Vec<(String, String)>,
) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let effect = match said {
        Ok(read) => Some((read, trial(reader.db(), reader.actor(), &read.rows).await?)),
        Err(_) => None,
    };
    let mut errors = told;
    if let Err(wrong) = said {
        errors.extend(wrong.iter().map(|error| (error.field.clone(), l.field_error(error))));
    }
    let values = opened.mapping.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let filled = Filled::refused(values, errors);
    let title = l.t("import-try");
    let own = format!("{PATH}/{}", opened.file.0);
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        let mut way = way(&l);
        way.push((PATH.into(), l.t("import-nomenclature")));
        let all = columns(&l, opened);
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            <p class="lede" dir="auto">{opened.name.clone()}</p>
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
                        {keep_form(&l, &own, &opened.mapping, &filled, l.count("import-commit-rows", read.rows.len()), read.refused.len())}
                        {refused_table(&l, &read.refused, format!("{own}/refused.csv?{}", address(&opened.mapping)))}
                    }
                    .into_any()
                }
            }}
            <h2>{l.t("columns-of-file")}</h2>
            <form method="get" action=own.clone() class="mapping">
                {sheet_and_head(&l, opened, &filled)}
                {select(&filled, "column-hs", l.word("field-of", "hs"), String::new(), all.clone())}
                {select(&filled, "column-description", l.word("field-of", "description"), String::new(), all.clone())}
                {select(&filled, "column-level", l.word("field-of", "level"), l.t("level-hint"), all)}
                <p class="actions"><button class="plain">{l.t("try-again")}</button></p>
            </form>
            {first_rows(&l, &opened.heads)}
        }
    }))
}
