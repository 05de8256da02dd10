//! A region: what is traded with its countries, added up.

use std::collections::BTreeMap;

use accord_domain::trade::amount::{Amount, Scale};
use accord_domain::trade::figure::Flow;
use accord_domain::trade::growth::{growth, share};
use accord_domain::trade::period::TradePeriod;
use accord_language::Speaker;
use accord_store::queries::trade::bilateral::{Bilateral, PeriodLine, Series};
use accord_store::queries::trade::region::{RegionView, load};
use accord_store::queries::trade::targets::TargetView;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::bilateral::{newest_of, series_choice, series_of};
use super::drawing::{drawn, drawn_of};
use super::tables::{Of, Sources, conflicts, in_column, periods};
use super::targets::targets;
use super::{keeps, pair_path, place};
use crate::pages::bodies;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::words::{illustrative, saved};
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// Whose trade with the region is told.
const REPORTER: &str = "IN";
/// The flows that are added up.
const FLOWS: [Flow; 4] = [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance];

/// What the countries' figures add up to in one period.
#[derive(Default)]
struct Sum {
    /// None of a flow whose sum no number holds.
    flows: BTreeMap<Flow, Option<Amount>>,
    /// How many countries have a figure of each flow.
    known: BTreeMap<Flow, usize>,
    /// Whether a figure in it is invented.
    illustrative: bool,
}

impl Sum {
    fn add(&mut self, line: &PeriodLine) {
        for flow in FLOWS {
            if let Some(amount) = line.amount(flow) {
                let sum = self.flows.entry(flow).or_insert(Some(Amount(0)));
                *sum = sum.and_then(|sum| sum.0.checked_add(amount.0)).map(Amount);
                *self.known.entry(flow).or_default() += 1;
            }
        }
        self.illustrative |= line.is_illustrative();
    }

    fn amount(&self, flow: Flow) -> Option<Amount> {
        self.flows.get(&flow).copied().flatten()
    }

    /// The countries with a figure of any flow.
    fn countries(&self) -> usize {
        self.known.values().copied().max().unwrap_or_default()
    }
}

fn sums(region: &RegionView) -> BTreeMap<TradePeriod, Sum> {
    let mut sums: BTreeMap<TradePeriod, Sum> = BTreeMap::new();
    for (period, line) in region.members.values().flatten() {
        sums.entry(*period).or_default().add(line);
    }
    sums
}

/// What is asked for; unknown words are none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub series: String,
    pub saved: Option<String>,
}

/// The newest amount of what a target is of: of the region as one or, where no source speaks of it, the sum of its countries.
fn reached(as_one: &Bilateral, region: &RegionView, target: &TargetView) -> Option<(TradePeriod, Amount)> {
    let of = Series { traded: target.traded, currency: target.currency, kind: target.by.kind() };
    let summed = || sums(region).into_iter().rev().find_map(|(period, sum)| Some((period, sum.amount(target.flow)?)));
    newest_of(as_one, target).or_else(|| if of == region.series { summed() } else { None })
}

/// The screen.
pub async fn show(reader: Reader, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let region = load(reader.db(), reader.actor(), &code.to_uppercase(), REPORTER, series_of(&asked.series)).await?;
    let l = *reader.speaker();
    let keeps = keeps(&reader);
    let title = region.name.clone();
    let series = region.series;
    let whole = region.whole.get(&series);
    let sources = Sources::of(whole);
    let places = Of::all(REPORTER, &region.code);
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
            {saved(&l, asked.saved.as_deref())}
            {series_choice(&l, &format!("/regions/{}", region.code.to_lowercase()), region.known.iter().copied(), Some(series))}
            {summed(&l, &region)}
            {whole.map(|lines| view! {
                <h2>{l.t("region-as-one")}</h2>
                {drawn(&l, "region", title.clone(), series, lines)}
                {periods(&l, places, series, lines, &sources)}
                {conflicts(&l, places, series, lines)}
            })}
            {targets(&l, &region.targets, |target| reached(&as_one, &region, target), keeps)}
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
    let (l, series) = (*l, region.series);
    let sums = sums(region);
    if sums.is_empty() {
        return view! { <p class="empty">{l.t("no-figures-of-region")}</p> }.into_any();
    }
    let most = sums.values().flat_map(|sum| FLOWS.map(|flow| sum.amount(flow))).flatten().max_by_key(|sum| sum.0.unsigned_abs());
    let scale = l.column_scale(most.unwrap_or_default(), series.currency);
    let rows = sums.iter().rev().map(|(period, sum)| {
        let before = period.year_before().and_then(|before| sums.get(&before));
        sum_row(&l, (*period, sum), before, scale, region.countries.len())
    });
    let rows = rows.collect_view();
    let unit = format!("{} · {}", l.word("traded", series.traded.code()), l.unit(series.currency, scale));
    view! {
        <h2>{l.t("region-sum")}</h2>
        <p class="lede">{l.t("region-sum-lede")}</p>
        {drawn_of(&l, "region-sum", l.t("region-sum"), (series.currency, scale), sums, Sum::amount, |sum| Some(l.number(sum.countries() as i64)))}
        <div class="scroll" tabindex="0" role="group" aria-label=l.t("region-sum")>
            <table class="figures">
                <caption>{unit}</caption>
                <thead>
                    <tr>
                        <th scope="col">{l.t("period")}</th>
                        {FLOWS.into_iter().map(|flow| view! { <th scope="col" class="n">{l.word("flow", flow.code())}</th> }).collect_view()}
                        <th scope="col" class="n">{l.t("countries-known")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A period of the sums. What grew is told where both years are of as many countries.
fn sum_row(l: &Speaker, (period, sum): (TradePeriod, &Sum), before: Option<&Sum>, scale: Scale, all: usize) -> AnyView {
    let l = *l;
    let grown = |flow: Flow| {
        let before = before.filter(|before| before.known.get(&flow) == sum.known.get(&flow))?;
        let grown = growth(before.amount(flow)?, sum.amount(flow)?)?;
        Some(l.with("growth-on-year", &[("growth", l.growth(grown).into())]))
    };
    let cell = |flow: Flow| {
        let told = sum.amount(flow).map_or_else(|| "–".to_owned(), |amount| in_column(&l, amount, scale));
        view! {
            <td class="n" data-l=l.word("flow", flow.code())>
                {told} {(flow != Flow::Balance).then(|| grown(flow).map(|told| view! { <span class="q">{told}</span> }))}
            </td>
        }
    };
    let known = sum.countries() as i64;
    view! {
        <tr>
            <th scope="row">{l.trade_period(period)} " " {illustrative(&l, sum.illustrative)}</th>
            {FLOWS.into_iter().map(cell).collect_view()}
            <td class="n" data-l=l.t("countries-known")>
                {l.with("of-total", &[("part", l.number(known).into()), ("total", l.number(all as i64).into())])}
            </td>
        </tr>
    }
    .into_any()
}

/// A country of the region, with what is traded with it in its newest year, and the agreements with it.
struct Member<'r> {
    name: String,
    code: &'r str,
    newest: Option<(TradePeriod, Amount)>,
    /// Whether that is invented.
    illustrative: bool,
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
        let lines = region.members.get(country)?;
        lines
            .iter()
            .rev()
            .find_map(|(period, line)| Some((*period, line.amount(Flow::Total).or(line.amount(Flow::Exports))?, line)))
    };
    let member = |code: &'r String| {
        let newest = newest(code);
        Member {
            name: place(l, code),
            code,
            illustrative: newest.is_some_and(|(_, _, line)| line.is_illustrative()),
            newest: newest.map(|(period, amount, _)| (period, amount)),
            agreements: region.agreements.iter().filter(|(_, _, country)| country == code).collect(),
        }
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
    // Shares are of what the newest year of any has: those of an older year have none.
    let year = told.iter().filter_map(|member| member.newest).map(|(period, _)| period).max();
    let of_year = |member: &Member<'_>| member.newest.filter(|(period, _)| Some(*period) == year).map(|(_, amount)| amount);
    let whole = told.iter().filter_map(of_year).try_fold(0_i64, |sum, amount| sum.checked_add(amount.0)).map_or(Amount(0), Amount);
    let silent: Vec<String> = silent.into_iter().map(|member| member.name).collect();
    let rows = told.into_iter().map(|member| {
        let part = of_year(&member).and_then(|amount| share(amount, whole));
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
                    {member.newest.map_or_else(|| "–".to_owned(), |(_, amount)| l.amount(amount, region.series.currency))} " "
                    {illustrative(&l, member.illustrative)}
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
