//! A region: what is traded with its countries, added up.

use std::collections::BTreeMap;

use accord_domain::trade::amount::{Amount, Currency};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::growth::share;
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use accord_language::Speaker;
use accord_store::queries::trade::bilateral::{Bilateral, Series};
use accord_store::queries::trade::region::{RegionView, load};
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use leptos::prelude::*;

use super::bilateral::newest_of;
use super::tables::{Lines, Sources, conflicts, drawn, periods, targets};
use super::{keeps, pair_path, place};
use crate::pages::bodies;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::Saved;
use crate::pages::words::{illustrative, saved};
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// Whose trade with the region is told.
const REPORTER: &str = "IN";
/// What is added up.
const ADDED: Series = Series { traded: Traded::Goods, currency: Currency::Usd, kind: PeriodKind::FiscalYear };

/// What the countries' figures add up to in one period.
#[derive(Default)]
struct Sum {
    flows: BTreeMap<Flow, Amount>,
    /// The countries with a figure.
    countries: Vec<String>,
}

fn sums(region: &RegionView) -> BTreeMap<TradePeriod, Sum> {
    let mut sums: BTreeMap<TradePeriod, Sum> = BTreeMap::new();
    for (country, series) in &region.members {
        for (period, line) in series.get(&ADDED).into_iter().flatten() {
            let sum = sums.entry(*period).or_default();
            for flow in [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance] {
                if let Some(amount) = line.amount(flow) {
                    let of = sum.flows.entry(flow).or_default();
                    of.0 = of.0.saturating_add(amount.0);
                }
            }
            sum.countries.push(country.clone());
        }
    }
    sums
}

/// The screen.
pub async fn show(reader: Reader, Path(code): Path<String>, Query(query): Query<Saved>) -> Answer {
    let region = load(reader.db(), reader.actor(), &code.to_uppercase(), REPORTER).await?;
    let l = *reader.speaker();
    let keeps = keeps(&reader);
    let title = region.name.clone();
    let whole = region.whole.get(&ADDED);
    let sources = Sources::of(whole);
    let places = (REPORTER, region.code.as_str());
    let as_one =
        Bilateral { reporter: REPORTER.into(), partner: region.code.clone(), series: region.whole.clone(), targets: Vec::new() };
    let bodies = bodies::beside(&reader, &region.countries).await?;
    let document = page(&reader.visitor, Screen::plain(title.clone(), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1 dir="auto">{title.clone()}</h1>
            <p class="lede">
                {l.count("countries-count", region.countries.len())} " · "
                {l.with("region-counted-by", &[("publisher", region.publisher.clone().into())])} " "
                {illustrative(&l, region.illustrative)}
            </p>
            {saved(&l, query.saved.as_deref())}
            {summed(&l, &region)}
            {whole.map(|lines| view! {
                <h2>{l.t("region-as-one")}</h2>
                {drawn(&l, "region", title.clone(), ADDED, lines)}
                {periods(&l, places, ADDED, lines, &sources)}
                {conflicts(&l, places, ADDED, lines)}
            })}
            {targets(&l, &region.targets, |target| newest_of(&as_one, target), keeps)}
            {members(&l, &region)}
            {bodies}
            {sources.list(&l)}
            {keeps.then(|| {
                let of = format!("?reporter={REPORTER}&partner={}", form_urlencoded(&region.code));
                view! {
                    <p class="actions">
                        <a class="button" href=format!("/regions/{}/edit", region.code.to_lowercase())>{l.t("edit-region")}</a>
                        <a class="button" href=format!("/trade/figures/new{of}")>{l.t("record-figure")}</a>
                        <a class="button" href=format!("/trade/targets/new{of}")>{l.t("set-target")}</a>
                    </p>
                }
            })}
        }
    });
    Ok(document.into_response())
}

/// The sums of the countries' figures; a sum says of how many countries it is.
fn summed(l: &Speaker, region: &RegionView) -> AnyView {
    let l = *l;
    let sums = sums(region);
    if sums.is_empty() {
        return view! { <p class="empty">{l.t("no-figures-of-region")}</p> }.into_any();
    }
    let all = region.countries.len();
    let flows = [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance];
    let rows = sums.iter().rev().map(|(period, sum)| {
        let known = sum.countries.len();
        view! {
            <tr>
                <th scope="row">{l.trade_period(*period)}</th>
                {flows
                    .into_iter()
                    .map(|flow| view! {
                        <td class="n" data-l=l.word("flow", flow.code())>
                            {sum.flows.get(&flow).map_or_else(|| "–".to_owned(), |amount| l.amount(*amount, ADDED.currency))}
                        </td>
                    })
                    .collect_view()}
                <td class="n" data-l=l.t("countries-known")>
                    {l.with("of-total", &[("part", l.number(known as i64).into()), ("total", l.number(all as i64).into())])}
                </td>
            </tr>
        }
    });
    view! {
        <h2>{l.t("region-sum")}</h2>
        <p class="lede">{l.t("region-sum-lede")}</p>
        <table class="figures">
            <thead>
                <tr>
                    <th scope="col">{l.t("period")}</th>
                    {flows.into_iter().map(|flow| view! { <th scope="col" class="n">{l.word("flow", flow.code())}</th> }).collect_view()}
                    <th scope="col" class="n">{l.t("countries-known")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A country of the region, with what is traded with it in its newest year, and the agreements with it.
struct Member<'r> {
    name: String,
    code: &'r str,
    newest: Option<(TradePeriod, Amount)>,
    agreements: Vec<&'r (String, String, String)>,
}

impl Member<'_> {
    fn amount(&self) -> Option<Amount> {
        self.newest.map(|(_, amount)| amount)
    }
}

/// The members, those with the most trade first.
fn ordered<'r>(l: &Speaker, region: &'r RegionView) -> Vec<Member<'r>> {
    let newest = |country: &String| {
        let lines: &Lines = region.members.get(country)?.get(&ADDED)?;
        lines.iter().rev().find_map(|(period, line)| Some((*period, line.amount(Flow::Total)?)))
    };
    let member = |code: &'r String| Member {
        name: place(l, code),
        code,
        newest: newest(code),
        agreements: region.agreements.iter().filter(|(_, _, country)| country == code).collect(),
    };
    let mut members: Vec<Member<'r>> = region.countries.iter().map(member).collect();
    members.sort_by(|a, b| b.amount().cmp(&a.amount()).then_with(|| a.name.cmp(&b.name)));
    members
}

/// The countries with what is traded with each; those of which nothing is known are named below.
fn members(l: &Speaker, region: &RegionView) -> AnyView {
    let l = *l;
    let (told, silent): (Vec<Member<'_>>, Vec<Member<'_>>) =
        ordered(&l, region).into_iter().partition(|member| member.newest.is_some() || !member.agreements.is_empty());
    let whole = Amount(told.iter().filter_map(Member::amount).map(|amount| amount.0).sum());
    let silent: Vec<String> = silent.into_iter().map(|member| member.name).collect();
    let rows = told.into_iter().map(|member| {
        let part = member.amount().and_then(|amount| share(amount, whole));
        view! {
            <tr>
                <td class="wide">
                    {if region.members.contains_key(member.code) {
                        view! { <a href=pair_path(REPORTER, member.code)>{member.name}</a> }.into_any()
                    } else {
                        member.name.into_any()
                    }}
                </td>
                <td class="n" data-l=l.word("flow", "total")>
                    {member.newest.map_or_else(|| "–".to_owned(), |(_, amount)| l.amount(amount, ADDED.currency))}
                    {member.newest.map(|(period, _)| view! { <span class="q">{l.trade_period(period)}</span> })}
                </td>
                <td class="n" data-l=l.t("share")>{part.map(|share| l.percent(share))}</td>
                <td class="wide">
                    {member
                        .agreements
                        .into_iter()
                        .map(|(slug, name, _)| view! { <span class="q"><a href=format!("/agreements/{slug}") dir="auto">{name.clone()}</a></span> })
                        .collect_view()}
                </td>
            </tr>
        }
    });
    view! {
        <h2>{l.t("countries")}</h2>
        <table class="members">
            <thead>
                <tr>
                    <th scope="col">{l.t("country")}</th>
                    <th scope="col" class="n">{l.word("flow", "total")}</th>
                    <th scope="col" class="n">{l.t("share")}</th>
                    <th scope="col">{l.t("agreements")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {(!silent.is_empty()).then(|| view! { <p class="q">{l.t("no-figure-on")} " " {silent.join(", ")}</p> })}
    }
    .into_any()
}
