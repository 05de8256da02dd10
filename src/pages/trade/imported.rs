//! One import: whose figures, what it added and changed, and the way to take all of it back.

use accord_domain::AppError;
use accord_domain::ids::ImportId;
use accord_language::Speaker;
use accord_store::commands::trade::withdrawal;
use accord_store::queries::trade::import::{Changed, ImportView, load};
use accord_store::queries::trade::sources::ImportLine;
use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::said::told;
use super::tables::source_name;
use super::{keeper, pair, query_of};
use crate::components::form::{Filled, area, summary};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{Saved, again, done, refuse, typed};
use crate::pages::words::saved;
use crate::web::failure::{Answer, Failure};
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The address of an import.
fn path(id: ImportId) -> String {
    format!("/trade/imports/{}", id.0)
}

fn import_id(raw: &str) -> Result<ImportId, AppError> {
    raw.parse().map(ImportId).map_err(|_| AppError::NotFound)
}

/// The screen.
pub async fn show(reader: Reader, Path(id): Path<String>, Query(query): Query<Saved>) -> Answer {
    keeper(&reader)?;
    let import = load(reader.db(), reader.actor(), import_id(&id)?).await?;
    Ok(document(&reader, &import, &Filled::default(), query.saved.as_deref()).into_response())
}

fn document(reader: &Reader, import: &ImportView, filled: &Filled, what: Option<&str>) -> Html<String> {
    let l = *reader.speaker();
    let title = import.file_name.clone();
    page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1 dir="auto">{title}</h1>
            <p class="lede">
                <a href=super::source::path(import.source) dir="auto">{source_name(&import.publisher, &import.title)}</a>
            </p>
            {saved(&l, what)}
            {summary(filled, l.t("problem"))}
            {facts(&l, import)}
            {changes(&l, import)}
            {taking_back(&l, import, filled)}
        }
    })
}

fn facts(l: &Speaker, import: &ImportView) -> AnyView {
    let l = *l;
    let withdrawal = import.withdrawal.as_ref().map(|withdrawal| {
        let (by, at, reason) = (withdrawal.by.clone(), l.ago(withdrawal.at), withdrawal.reason.clone());
        view! {
            <dt>{l.t("import-withdrawn")}</dt>
            <dd>{by} ", " {at} <div class="q" dir="auto">{reason}</div></dd>
        }
    });
    view! {
        <dl class="facts">
            <dt>{l.t("imported-by")}</dt><dd>{import.imported_by.clone()} ", " {l.ago(import.imported_at)}</dd>
            {withdrawal}
            <dt>{l.word("import", "added")}</dt><dd>{l.number(import.added)}</dd>
            <dt>{l.word("import", "changed")}</dt><dd>{l.number(import.changed)}</dd>
            <dt>"SHA-256"</dt><dd><code class="digest">{import.sha256.clone()}</code></dd>
        </dl>
    }
    .into_any()
}

/// What figures were before, beside what they are today.
fn changes(l: &Speaker, import: &ImportView) -> AnyView {
    if import.changes.is_empty() {
        return ().into_any();
    }
    let l = *l;
    let shown = import.changes.len();
    let row = |changed: &Changed| {
        let subject = &changed.subject;
        view! {
            <tr>
                <td class="wide">
                    <a href=format!("/trade/said?{}", query_of(subject)) dir="auto">{told(&l, subject)}</a>
                    <span class="q">{pair(&l, &subject.reporter, &subject.partner)}</span>
                </td>
                <td class="n" data-l=l.t("before-import")>{l.printed(changed.before, subject.currency)}</td>
                <td class="n" data-l=l.t("today")>{l.printed(changed.now, subject.currency)}</td>
            </tr>
        }
    };
    let all = import.changed;
    view! {
        <h2 id="changed">{l.t("figures-changed")}</h2>
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("figure")}</th>
                    <th scope="col" class="n">{l.t("before-import")}</th>
                    <th scope="col" class="n">{l.t("today")}</th>
                </tr>
            </thead>
            <tbody>{import.changes.iter().map(row).collect_view()}</tbody>
        </table>
        {(all > shown as i64).then(|| view! {
            <p class="q">{l.with("first-of", &[("shown", l.number(shown as i64).into()), ("all", l.number(all).into())])}</p>
        })}
    }
    .into_any()
}

/// The form that takes it back, or why there is none.
fn taking_back(l: &Speaker, import: &ImportView, filled: &Filled) -> AnyView {
    let l = *l;
    if import.withdrawal.is_some() {
        return ().into_any();
    }
    if !import.traced {
        return view! { <p class="notice">{l.t("error-import-untraced")}</p> }.into_any();
    }
    if let Some(later) = import.later {
        return view! { <p class="notice">{l.t("error-import-not-last")} " " <a href=path(later)>{l.t("later-import")}</a></p> }
            .into_any();
    }
    view! {
        <h2 id="withdraw">{l.t("withdraw-import")}</h2>
        <form method="post" action=format!("{}/withdraw", path(import.id))>
            {area(filled, "reason", l.t("reason"), l.t("withdraw-import-hint"))}
            <p class="actions"><button class="danger">{l.t("withdraw-import")}</button></p>
        </form>
    }
    .into_any()
}

/// Takes it back.
pub async fn withdraw(reader: Reader, Path(id): Path<String>, fields: Fields) -> Answer {
    keeper(&reader)?;
    let id = import_id(&id)?;
    match withdrawal::withdraw(reader.db(), reader.command(), id, fields.get("reason")).await {
        Ok(_) => Ok(done(&path(id), "import-withdrawn")),
        Err(AppError::NotFound) => Err(Failure(AppError::NotFound)),
        Err(error) => {
            let import = load(reader.db(), reader.actor(), id).await?;
            again(error, |error| {
                let filled = refuse(reader.speaker(), typed(&fields, &["reason"]), error, "reason");
                document(&reader, &import, &filled, None)
            })
        }
    }
}

/// Imports, each with the way to what it did; `of_all` names their sources.
pub fn import_list(l: &Speaker, imported: &[ImportLine], of_all: bool) -> AnyView {
    if imported.is_empty() {
        return ().into_any();
    }
    let l = *l;
    let line = |line: &ImportLine| {
        let source = of_all.then(|| view! { " – " <span dir="auto">{source_name(&line.publisher, &line.title)}</span> });
        view! {
            <li>
                <a href=path(ImportId(line.id)) dir="auto">{line.file_name.clone()}</a> {source} " "
                {line.withdrawn_at.is_some().then(|| view! { <span class="flag late">{l.t("import-withdrawn")}</span> " " })}
                <span class="q">
                    {l.with("import-effect", &[("added", l.number(line.added).into()), ("changed", l.number(line.changed).into())])}
                    " · " {line.imported_by.clone()} " · " {l.ago(line.imported_at)}
                </span>
            </li>
        }
    };
    view! {
        <h2>{l.t("imported-files")}</h2>
        <ul class="plain-list">{imported.iter().map(line).collect_view()}</ul>
    }
    .into_any()
}
