//! All trade kept: each relation with its newest year, regions, and what was imported.

use accord_domain::trade::figure::Flow;
use accord_domain::trade::growth::growth;
use accord_language::Speaker;
use accord_store::queries::trade::overview::{Relation, load, of_goods_alone};
use accord_store::queries::trade::region::{RegionLine, all};
use accord_store::queries::trade::sources::{SourceView, all as sources, imports};
use axum::extract::Query;
use axum::response::IntoResponse;
use leptos::prelude::*;

use super::imported::import_list;
use super::tables::source_name;
use super::{keeps, pair, pair_path};
use crate::pages::document::{Place, Screen, page};
use crate::pages::lists::Saved;
use crate::pages::words::{illustrative, saved};
use crate::web::failure::Answer;
use crate::web::visitor::Reader;

/// How many imports are listed.
const IMPORTS: i64 = 5;

/// The screen.
pub async fn show(reader: Reader, Query(query): Query<Saved>) -> Answer {
    let mut relations = load(reader.db(), reader.actor()).await?;
    let some = of_goods_alone(reader.db(), reader.actor()).await?;
    let regions = all(reader.db(), reader.actor()).await?;
    let keeps = keeps(&reader);
    let (imported, sources) = if keeps {
        (imports(reader.db(), reader.actor(), None, IMPORTS).await?, sources(reader.db(), reader.actor()).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let l = *reader.speaker();
    relations.sort_by_cached_key(|relation| pair(&l, &relation.reporter, &relation.partner));
    let document = page(&reader.visitor, Screen::plain(l.t("trade"), Place::Trade), || {
        view! {
            <h1>{l.t("trade")}</h1>
            <p class="lede">{l.t("trade-lede")}</p>
            {saved(&l, query.saved.as_deref())}
            {(!relations.is_empty() || some.is_empty()).then(|| table(&l, &relations))}
            {of_some_goods(&l, &some)}
            {region_list(&l, &regions)}
            <p class="actions"><a href="/bodies">{l.t("standing-bodies")}</a> " " <a href="/trade/hs">{l.t("nomenclature")}</a></p>
            {keeps.then(|| view! {
                <p class="actions">
                    <a class="button" href="/trade/figures/new">{l.t("record-figure")}</a>
                    <a class="button" href="/trade/import">{l.t("import-figures")}</a>
                    <a class="button" href="/regions/new">{l.t("make-region")}</a>
                </p>
            })}
            {import_list(&l, &imported, true)}
            {source_list(&l, &sources)}
        }
    });
    Ok(document.into_response())
}

fn table(l: &Speaker, relations: &[Relation]) -> AnyView {
    if relations.is_empty() {
        return view! { <p class="empty">{l.t("no-figures")}</p> }.into_any();
    }
    let l = *l;
    let rows = relations.iter().map(|relation| {
        let (series, period, line) = &relation.newest;
        let before = relation.before.as_ref().and_then(|before| before.amount(Flow::Total));
        let grown = before.zip(line.amount(Flow::Total)).and_then(|(before, after)| growth(before, after));
        let cell = |flow: Flow| line.amount(flow).map_or_else(|| "–".to_owned(), |amount| l.amount(amount, series.currency));
        view! {
            <tr>
                <td class="wide">
                    <strong><a href=pair_path(&relation.reporter, &relation.partner)>{pair(&l, &relation.reporter, &relation.partner)}</a></strong>
                    " " {illustrative(&l, line.is_illustrative())}
                    <span class="q">{l.word("traded", series.traded.code())} ", " {l.trade_period(*period)}</span>
                </td>
                <td class="n" data-l=l.word("flow", "exports")>{cell(Flow::Exports)}</td>
                <td class="n" data-l=l.word("flow", "imports")>{cell(Flow::Imports)}</td>
                <td class="n" data-l=l.word("flow", "total")>{cell(Flow::Total)}</td>
                <td class="n" data-l=l.word("flow", "balance")>{cell(Flow::Balance)}</td>
                <td class="n" data-l=l.t("growth")>{grown.map_or_else(|| "–".to_owned(), |grown| l.growth(grown))}</td>
                <td class="wide">
                    {(relation.conflicts > 0).then(|| view! {
                        <a class="differs" href=format!("{}#conflicts", pair_path(&relation.reporter, &relation.partner))>
                            {l.count("flag-contradictions", relation.conflicts)}
                        </a>
                    })}
                </td>
            </tr>
        }
    });
    view! {
        <table class="trade">
            <caption class="visually-hidden">{l.t("trade")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("between")}</th>
                    <th scope="col" class="n">{l.word("flow", "exports")}</th>
                    <th scope="col" class="n">{l.word("flow", "imports")}</th>
                    <th scope="col" class="n">{l.word("flow", "total")}</th>
                    <th scope="col" class="n">{l.word("flow", "balance")}</th>
                    <th scope="col" class="n">{l.t("growth")}</th>
                    <th scope="col">{l.t("look-here")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Where figures are kept on some goods alone.
fn of_some_goods(l: &Speaker, pairs: &[(String, String)]) -> AnyView {
    if pairs.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2>{l.t("some-goods")}</h2>
        <ul class="plain-list">
            {pairs
                .iter()
                .map(|(reporter, partner)| view! { <li><a href=pair_path(reporter, partner)>{pair(&l, reporter, partner)}</a></li> })
                .collect_view()}
        </ul>
    }
    .into_any()
}

fn region_list(l: &Speaker, regions: &[RegionLine]) -> AnyView {
    if regions.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2>{l.t("regions")}</h2>
        <ul class="plain-list">
            {regions
                .iter()
                .map(|region| view! {
                    <li>
                        <a href=format!("/regions/{}", region.code.to_lowercase()) dir="auto">{region.name.clone()}</a> " "
                        <span class="q">{l.count("countries-count", usize::try_from(region.countries).unwrap_or_default())}</span> " "
                        {illustrative(&l, region.illustrative)}
                    </li>
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

/// Every source, each with the way to edit what is known of it.
fn source_list(l: &Speaker, sources: &[SourceView]) -> AnyView {
    if sources.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2>{l.t("sources")}</h2>
        <ul class="plain-list">
            {sources
                .iter()
                .map(|source| view! {
                    <li>
                        <a href=super::source::path(source.id) dir="auto">{source_name(&source.publisher, &source.title)}</a> " "
                        {(!source.verified).then(|| view! { <span class="illustrative">{l.t("unverified")}</span> })} " "
                        {illustrative(&l, source.illustrative)}
                        <span class="q">{l.count("figures-of-source", usize::try_from(source.figures).unwrap_or_default())}</span>
                    </li>
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}
