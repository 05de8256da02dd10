//! Two stakeholders side by side, and the form that makes one of them: on purpose, with a reason.

use accord_domain::AppError;
use accord_language::Speaker;
use accord_store::commands::stakeholders::{MergeForm, merge as merge_them};
use accord_store::queries::stakeholders::{Pair, StakeholderView, pair};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use leptos::prelude::*;

use super::{pair_path, stakeholder_id, stakeholder_path};
use crate::components::form::{Filled, area, select, summary};
use crate::pages::consultations::path;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::{again, done, refuse, typed};
use crate::pages::words::or_dash;
use crate::web::failure::Answer;
use crate::web::fields::Fields;
use crate::web::visitor::Reader;

/// The screen.
pub async fn show(reader: Reader, Path((one, other)): Path<(String, String)>) -> Answer {
    let found = pair(reader.db(), reader.actor(), stakeholder_id(&one)?, stakeholder_id(&other)?).await?;
    let filled = Filled::of([("stays", found.one.id.0.to_string())]);
    Ok(document(&reader, &found, &filled).into_response())
}

fn document(reader: &Reader, found: &Pair, filled: &Filled) -> Html<String> {
    let l = *reader.speaker();
    let way = vec![
        ("/".to_owned(), l.t("portfolio")),
        ("/stakeholders".to_owned(), l.t("stakeholders")),
        (stakeholder_path(found.one.id), found.one.name.clone()),
    ];
    let title = l.t("stakeholders-compared");
    page(&reader.visitor, Screen::plain(title.clone(), Place::Portfolio), || {
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            {found.is_alike().then(|| view! { <p class="lede">{l.t("possible-duplicates-told")}</p> })}
            {summary(filled, l.t("problem"))}
            {side_by_side(&l, found)}
            {if found.merges { form(&l, found, filled) } else { view! { <p class="notice">{l.t("may-not-merge")}</p> }.into_any() }}
        }
    })
}

fn side_by_side(l: &Speaker, found: &Pair) -> AnyView {
    let l = *l;
    let both = [&found.one, &found.other];
    let row = |label: String, cell: &dyn Fn(&StakeholderView) -> AnyView| {
        let cells = both.map(|of| view! { <td dir="auto" data-l=of.name.clone()>{cell(of)}</td> });
        view! { <tr><th scope="row">{label}</th>{cells.into_iter().collect_view()}</tr> }
    };
    let heads = both.map(|of| view! { <th scope="col" dir="auto"><a href=stakeholder_path(of.id)>{of.name.clone()}</a></th> });
    view! {
        <table class="compare">
            <thead><tr><th scope="col">{l.t("field")}</th>{heads.into_iter().collect_view()}</tr></thead>
            <tbody>
                {row(l.t("kind"), &|of| l.word("stakeholder-kind", of.kind.code()).into_any())}
                {row(l.t("country"), &|of| or_dash(l.party(&of.country, &of.country)).into_any())}
                {row(l.t("note"), &|of| or_dash(of.note.clone()).into_any())}
                {row(l.t("asked-in"), &|of| asked(&l, of))}
            </tbody>
        </table>
    }
    .into_any()
}

fn asked(l: &Speaker, of: &StakeholderView) -> AnyView {
    let l = *l;
    of.asked
        .iter()
        .map(|time| view! {
            <div>
                <a href=path(&time.slug, time.number) dir="auto">{time.title.clone()}</a>
                " " <span class="q"><span dir="auto">{time.agreement.clone()}</span> " · " {l.count("lines-answered", time.said.len())}</span>
            </div>
        })
        .collect_view()
        .into_any()
}

fn form(l: &Speaker, found: &Pair, filled: &Filled) -> AnyView {
    let choices = [&found.one, &found.other]
        .map(|of| (of.id.0.to_string(), format!("{} ({})", of.name, l.word("stakeholder-kind", of.kind.code()))));
    view! {
        <h2>{l.t("merge-stakeholders")}</h2>
        <form method="post" action=pair_path(found.one.id, found.other.id)>
            <input type="hidden" name="version" value=found.one.version />
            <input type="hidden" name="other_version" value=found.other.version />
            {select(filled, "stays", l.t("which-stays"), l.t("which-stays-hint"), choices.to_vec())}
            {area(filled, "reason", l.t("reason"), l.t("merge-reason-hint"))}
            <p class="actions"><button>{l.t("merge-stakeholders")}</button></p>
        </form>
    }
    .into_any()
}

/// Merges the two.
pub async fn merge(reader: Reader, Path((one, other)): Path<(String, String)>, fields: Fields) -> Answer {
    let (one, other) = (stakeholder_id(&one)?, stakeholder_id(&other)?);
    let other_version = fields.get("other_version").parse().unwrap_or(-1);
    let form = MergeForm { stays: fields.get("stays"), reason: fields.get("reason") };
    match merge_them(reader.db(), reader.command(), [(one, fields.version()), (other, other_version)], form).await {
        Ok(stays) => Ok(done(&stakeholder_path(stays), "merged")),
        Err(error @ AppError::NotFound) => Err(error.into()),
        Err(error) => {
            // Who merges again has seen both cards as they stand now.
            let found = pair(reader.db(), reader.actor(), one, other).await?;
            let typed = typed(&fields, &["stays", "reason"]);
            let filled = match &error {
                AppError::Conflict { .. } => {
                    Filled::refused(typed, vec![("stays".to_owned(), reader.speaker().t("failure-conflict-advice"))])
                }
                error => refuse(reader.speaker(), typed, error, "reason"),
            };
            again(error, |_| document(&reader, &found, &filled))
        }
    }
}
