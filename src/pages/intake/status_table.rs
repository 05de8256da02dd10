//! A status table from a file: each row goes by the rules of the chapter's own page.

use accord_domain::AppError;
use accord_exchange::intake::rows::RefusedRow;
use accord_exchange::intake::status_table::{FIELDS, guessed, read as read_rows};
use accord_exchange::intake::table::FILE;
use accord_language::Speaker;
use accord_store::commands::status_table::{RowEffect, StatusRow, TableEffect, commit, trial};
use accord_store::commands::waiting::Purpose;
use axum::extract::{FromRequest as _, Path, Query, Request};
use axum::response::{Html, IntoResponse, Redirect};
use leptos::prelude::*;

use super::{
    Opened, Said, address, allowed, chosen, columns, file_field, first_rows, hindrance, judged, keep_form, kept, read,
    refused_file, refused_table, rows_refused, sheet_and_head, would,
};
use crate::components::form::{Filled, input, select, summary};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse};
use crate::pages::words::chapter_title;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::upload::Upload;
use crate::web::visitor::Reader;

const PATH: &str = "/import/status-table";

/// The form that sends a file.
pub async fn new(reader: Reader) -> Answer {
    allowed(&reader, Purpose::StatusTable).await?;
    Ok(sending(&reader, &Filled::default()).into_response())
}

fn way(l: &Speaker) -> Vec<(String, String)> {
    vec![("/".into(), l.t("portfolio")), ("/import".into(), l.t("import-table"))]
}

fn sending(reader: &Reader, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let title = l.t("import-status-table");
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way(&l), title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("import-status-table-lede")}</p>
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
    allowed(&reader, Purpose::StatusTable).await?;
    let Upload { name, bytes, .. } = Upload::from_request(request, &()).await?;
    match judged(bytes).await? {
        Ok(bytes) => {
            let id = kept(&reader, Purpose::StatusTable, &name, bytes).await?;
            Ok(Redirect::to(&format!("{PATH}/{}", id.0)).into_response())
        }
        Err(error) => {
            let error = AppError::Invalid(vec![error]);
            again(error, |error| sending(&reader, &refuse(reader.speaker(), Vec::new(), error, FILE)))
        }
    }
}

async fn tried(reader: &Reader, id: &str, pairs: Vec<(String, String)>) -> Result<(Opened, Said<StatusRow>), Failure> {
    allowed(reader, Purpose::StatusTable).await?;
    let chosen = chosen(pairs, &FIELDS, &[]);
    read(reader, Purpose::StatusTable, id, chosen, |_, heads, chosen| guessed(heads, chosen), read_rows).await
}

/// What would come of the rows, with those refused by either: by how they are written, or by the rules.
async fn outcome(reader: &Reader, said: &Said<StatusRow>) -> Result<Option<TableOutcome>, AppError> {
    let Ok(read) = said else { return Ok(None) };
    let effect = trial(reader.db(), reader.command(), read.rows.clone()).await?;
    let mut refused = read.refused.clone();
    refused.extend(effect.refused.iter().map(|(number, errors)| RefusedRow { number: *number, errors: errors.clone() }));
    refused.sort_by_key(|row| row.number);
    Ok(Some(TableOutcome { effect, refused }))
}

/// What would come of a table.
struct TableOutcome {
    effect: TableEffect,
    refused: Vec<RefusedRow>,
}

/// The screen on which the columns are chosen, with all that would come of it.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let (opened, said) = tried(&reader, &id, pairs).await?;
    Ok(document(&reader, &opened, &said, Vec::new()).await?.into_response())
}

/// The refused rows, all of them, as a file.
pub async fn refused_rows(reader: Reader, Path(id): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let (opened, said) = tried(&reader, &id, pairs).await?;
    let outcome = outcome(&reader, &said).await?;
    refused_file(&reader, Purpose::StatusTable, opened, outcome.map(|outcome| outcome.refused).unwrap_or_default()).await
}

/// Does all of the table, or nothing.
pub async fn keep(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    let (opened, said) = tried(&reader, &id, fields.pairs().to_vec()).await?;
    let leave_out = fields.get("leave_out") == "yes";
    let kept = match hindrance(&said, leave_out) {
        Some(error) => Err(error),
        None => {
            let rows = said.as_ref().map(|read| read.rows.clone()).unwrap_or_default();
            commit(reader.db(), reader.command(), opened.file, rows, leave_out).await
        }
    };
    let Err(error) = kept else { return Ok(done("/", "status-table")) };
    // Rows refused for how they are written and rows refused by the rules are told as one number.
    let error = match outcome(&reader, &said).await? {
        Some(outcome) if !leave_out && !outcome.refused.is_empty() => rows_refused(outcome.refused.len()),
        _ => error,
    };
    let told = refuse(reader.speaker(), Vec::new(), &error, "commit").errors().to_vec();
    let document = document(&reader, &opened, &said, told).await?;
    again(error, |_| document)
}

async fn document(
    reader: &Reader,
    opened: &Opened,
    said: &Said<StatusRow>,
    told: Vec<(String, String)>,
) -> Result<Html<String>, Failure> {
    let l = *reader.speaker();
    let outcome = outcome(reader, said).await?;
    let mut errors = told;
    if let Err(wrong) = said {
        errors.extend(wrong.iter().map(|error| (error.field.clone(), l.field_error(error))));
    }
    let values = opened.mapping.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let filled = Filled::refused(values, errors);
    let title = l.t("import-try");
    let own = format!("{PATH}/{}", opened.file.0);
    Ok(page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        let mut way = way(&l);
        way.push((PATH.into(), l.t("import-status-table")));
        let all = columns(&l, opened);
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            <p class="lede" dir="auto">{opened.name.clone()}</p>
            {summary(&filled, l.t("problem"))}
            {match &outcome {
                None => view! { <p class="notice">{l.t("import-choose-columns")}</p> }.into_any(),
                Some(outcome) => what_comes(&l, opened, outcome, &filled, &own),
            }}
            <h2>{l.t("columns-of-file")}</h2>
            <form method="get" action=own.clone() class="mapping">
                {sheet_and_head(&l, opened, &filled)}
                <div class="pair">
                    {select(&filled, "column-agreement", l.word("field-of", "agreement"), String::new(), all.clone())}
                    {input(&filled, "all-agreement", l.t("for-all-rows"), String::new(), "text", "off")}
                </div>
                {select(&filled, "column-chapter", l.word("field-of", "chapter"), String::new(), all.clone())}
                {select(&filled, "column-status", l.word("field-of", "status"), String::new(), all.clone())}
                {select(&filled, "column-lead", l.word("field-of", "lead"), String::new(), all.clone())}
                {select(&filled, "column-remarks", l.word("field-of", "remarks"), l.t("remarks-hint"), all)}
                <p class="actions"><button class="plain">{l.t("try-again")}</button></p>
            </form>
            {first_rows(&l, &opened.heads)}
        }
    }))
}

fn what_comes(l: &Speaker, opened: &Opened, outcome: &TableOutcome, filled: &Filled, own: &str) -> AnyView {
    let done = &outcome.effect.done;
    let opens = done.iter().filter(|row| row.from.is_none()).count();
    let same = done.iter().filter(|row| row.is_same()).count();
    view! {
        {would(l, [("opened", opens), ("moved", done.len() - opens - same), ("same", same), ("refused", outcome.refused.len())])}
        {keep_form(l, own, &opened.mapping, filled, l.count("import-commit-rows", done.len()), outcome.refused.len())}
        {refused_table(l, &outcome.refused, format!("{own}/refused.csv?{}", address(&opened.mapping)))}
        {moves(l, done)}
    }
    .into_any()
}

/// What each row would do, without those that find all as it is.
fn moves(l: &Speaker, done: &[RowEffect]) -> AnyView {
    let l = *l;
    let rows: Vec<RowEffect> = done.iter().filter(|row| !row.is_same()).cloned().collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <h3 id="moves">{l.t("what-rows-do")}</h3>
        <table>
            <thead>
                <tr>
                    <th scope="col" class="n">{l.t("row")}</th>
                    <th scope="col">{l.t("agreement")}</th>
                    <th scope="col">{l.t("chapter")}</th>
                    <th scope="col">{l.t("report-before")}</th>
                    <th scope="col">{l.t("report-after")}</th>
                </tr>
            </thead>
            <tbody>
                {rows
                    .into_iter()
                    .map(|row| view! {
                        <tr>
                            <td class="n" data-l=l.t("row")>{l.number(row.number.into())}</td>
                            <td data-l=l.t("agreement") dir="auto">{row.agreement.clone()}</td>
                            <td data-l=l.t("chapter") dir="auto">{chapter_title(&l, row.kind, &row.title)}</td>
                            <td data-l=l.t("report-before")>{row.from.map_or_else(|| l.t("not-there-yet"), |from| status(&l, from))}</td>
                            <td data-l=l.t("report-after")>
                                {status(&l, row.to)} {row.lead.then(|| view! { <span class="q">{l.t("and-lead")}</span> })}
                            </td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

fn status(l: &Speaker, of: accord_domain::tracks::TextStatus) -> String {
    use accord_domain::tracks::Track as _;
    l.word("text", of.code())
}
