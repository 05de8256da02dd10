//! The nomenclature: the chapters of the Harmonized System, and below them what the house has imported.

use accord_domain::trade::hs::{HsCode, is_titled};
use accord_language::Speaker;
use accord_store::queries::trade::nomenclature::{HsText, MOST, load};
use axum::extract::Query;
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::keeps;
use crate::components::form::{Filled, input};
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::words::saved;
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The digits a code begins with.
    pub under: String,
    pub q: String,
    pub saved: Option<String>,
}

/// The screen.
pub async fn show(reader: Reader, Query(asked): Query<Asked>) -> Answer {
    let digits: String = asked.under.chars().filter(char::is_ascii_digit).take(10).collect();
    let words: String = asked.q.trim().chars().take(100).collect();
    let looked = !digits.is_empty() || !words.is_empty();
    let lines = if looked { load(reader.db(), reader.actor(), &digits, &words).await? } else { Vec::new() };
    let l = *reader.speaker();
    let title = l.t("nomenclature");
    let filled = Filled::of([("under", digits.clone()), ("q", words)]);
    let document = page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        let way = vec![("/trade".into(), l.t("trade"))];
        view! {
            {crumbs(l.t("breadcrumb"), way, title.clone())}
            <h1>{title}</h1>
            <p class="lede">{l.t("nomenclature-lede")}</p>
            {saved(&l, asked.saved.as_deref())}
            <form class="bar" method="get" action="/trade/hs" role="search">
                {input(&filled, "q", l.t("words-contained"), String::new(), "search", "off")}
                {input(&filled, "under", l.t("hs-code"), String::new(), "text", "off")}
                <button class="plain">{l.t("show")}</button>
                {looked.then(|| view! { <a href="/trade/hs">{l.t("all-hs-chapters")}</a> })}
            </form>
            {if looked { found(&l, &digits, &lines) } else { chapters(&l) }}
            {keeps(&reader).then(|| view! {
                <p class="actions"><a class="button" href="/import/nomenclature">{l.t("import-nomenclature")}</a></p>
            })}
        }
    });
    Ok(document.into_response())
}

fn chapters(l: &Speaker) -> AnyView {
    let l = *l;
    let codes =
        (1..=97).filter(|chapter| is_titled(*chapter)).filter_map(|chapter| HsCode::parse("hs", &format!("{chapter:02}")).ok());
    let rows = codes.map(|code| {
        let href = format!("/trade/hs?under={}", code.as_str());
        view! { <tr><td class="n"><a href=href>{code.as_str().to_owned()}</a></td><td class="wide">{l.hs_title(&code)}</td></tr> }
    });
    table(&l, rows.collect_view().into_any())
}

fn table(l: &Speaker, rows: AnyView) -> AnyView {
    view! {
        <table class="nomenclature">
            <thead><tr><th scope="col" class="n">{l.t("hs-code")}</th><th scope="col">{l.t("description")}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn found(l: &Speaker, digits: &str, lines: &[HsText]) -> AnyView {
    let l = *l;
    let chapter = HsCode::parse("hs", digits.get(..2).unwrap_or_default()).ok();
    let heading = chapter.map(|code| format!("{} {}", code.as_str(), l.hs_title(&code)));
    if lines.is_empty() {
        return view! { {heading.map(|text| view! { <h2>{text}</h2> })} <p class="empty">{l.t("no-hs-lines")}</p> }.into_any();
    }
    let full = i64::try_from(lines.len()).is_ok_and(|count| count >= MOST);
    let rows = lines.iter().map(|line| {
        let code = line.code.as_str().to_owned();
        let described = line.description.clone();
        // The Convention's descriptions are kept in the language of the file, which is mostly English.
        if code.len() <= 4 {
            view! { <tr><td class="n"><strong>{code}</strong></td><td class="wide"><strong lang="en">{described}</strong></td></tr> }.into_any()
        } else {
            view! { <tr><td class="n">{code}</td><td class="wide" lang="en">{described}</td></tr> }.into_any()
        }
    });
    view! {
        {heading.map(|text| view! { <h2>{text}</h2> })}
        {full.then(|| view! { <p class="notice">{l.t("too-many-hs-lines")}</p> })}
        {table(&l, rows.collect_view().into_any())}
    }
    .into_any()
}
