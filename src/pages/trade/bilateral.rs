//! The trade of two places: plot, periods, where sources differ, what it is made of, and what it is meant to reach.

use accord_domain::AppError;
use accord_domain::country;
use accord_domain::trade::amount::{Amount, Currency};
use accord_domain::trade::figure::{Flow, Subject, Traded};
use accord_domain::trade::growth::share;
use accord_domain::trade::period::{PeriodKind, PeriodReading, TradePeriod};
use accord_language::Speaker;
use accord_store::queries::trade::bilateral::{Bilateral, Series, load};
use accord_store::queries::trade::breakdown::{self, Breakdown};
use accord_store::queries::trade::goods::kept;
use accord_store::queries::trade::targets::TargetView;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use leptos::prelude::*;
use serde::Deserialize;

use super::drawing::drawn;
use super::goods::{called, goods_path};
use super::some_goods::{LISTED, some_goods};
use super::tables::{Of, Sources, conflicts, periods, source_name};
use super::targets::targets;
use super::{keeps, pair, pair_path, query_of};
use crate::components::form::{Filled, select};
use crate::pages::bodies;
use crate::pages::document::{Place, Screen, crumbs, page};
use crate::pages::lists::options;
use crate::pages::words::saved;
use crate::web::failure::Answer;
use crate::web::visitor::{Reader, form_urlencoded};

/// How many parts of the trade are listed.
const PARTS: i64 = 25;

/// What is shown: which series, and of which flow and period the parts. Unknown words are none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub series: String,
    pub flow: String,
    pub period: String,
    pub saved: Option<String>,
}

/// The word of a series in an address.
pub fn series_word(series: Series) -> String {
    format!("{}.{}.{}", series.traded.code(), series.currency.code(), series.kind.code())
}

/// The series a word in an address names.
pub fn series_of(word: &str) -> Option<Series> {
    let mut parts = word.split('.');
    let (traded, currency, kind) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Series {
        traded: Traded::from_code(traded)?,
        currency: Currency::from_code(currency)?,
        kind: PeriodKind::from_code(kind)?,
    })
}

/// A series as it is told among others.
fn series_title(l: &Speaker, series: Series) -> String {
    let kind = l.word("period-kind", series.kind.code());
    format!("{}, {}, {}", l.word("traded", series.traded.code()), kind, l.word("currency", series.currency.code()))
}

/// The newest amount of what a target is of.
pub fn newest_of(bilateral: &Bilateral, target: &TargetView) -> Option<(TradePeriod, Amount)> {
    let of = |kind| Series { traded: target.traded, currency: target.currency, kind };
    let newest = |kind| {
        let lines = bilateral.series.get(&of(kind))?;
        lines.iter().rev().find_map(|(period, line)| Some((*period, line.amount(target.flow)?)))
    };
    newest(target.by.kind()).or_else(|| newest(PeriodKind::FiscalYear)).or_else(|| newest(PeriodKind::CalendarYear))
}

/// The screen.
pub async fn show(reader: Reader, Path((reporter, partner)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let reporter = country::country("reporter", &reporter).map_err(|_| AppError::NotFound)?;
    let partner = partner.to_uppercase();
    let found = load(reader.db(), reader.actor(), &reporter, &partner).await?;
    let keeps = keeps(&reader);
    let (goods, all_goods) = if found.series.is_empty() {
        kept(reader.db(), reader.actor(), &reporter, &partner, LISTED).await?
    } else {
        (Vec::new(), 0)
    };
    let has_figures = !found.series.is_empty() || !goods.is_empty();
    if !has_figures && found.targets.is_empty() && !keeps {
        return Err(AppError::NotFound.into());
    }
    let series = series_of(&asked.series).filter(|series| found.series.contains_key(series)).or_else(|| found.main_series());
    let flow = Flow::from_code(&asked.flow).unwrap_or(Flow::Exports);
    let period = series.and_then(|series| {
        let lines = found.series.get(&series)?;
        let chosen =
            TradePeriod::parse("period", &asked.period, PeriodReading::AsWritten).ok().filter(|period| lines.contains_key(period));
        chosen.or_else(|| lines.iter().rev().find(|(_, line)| line.said(flow).is_some()).map(|(period, _)| *period))
    });
    let parts = match (series, period) {
        (Some(series), Some(period)) => {
            let of = breakdown::Of { reporter: &reporter, partner: &partner, series, flow, period };
            breakdown::load(reader.db(), reader.actor(), of, PARTS).await?
        }
        _ => None,
    };
    let l = *reader.speaker();
    let title = pair(&l, &reporter, &partner);
    let own = pair_path(&reporter, &partner);
    let places = Of::all(&reporter, &partner);
    let lines = series.and_then(|series| found.series.get(&series));
    let sources = Sources::of(lines);
    let differ =
        lines.map_or(0, |lines| lines.values().flat_map(|line| line.flows.values()).filter(|said| said.conflicts()).count());
    let bodies = bodies::beside(&reader, std::slice::from_ref(&partner)).await?;
    let document = page(&reader.visitor, Screen::plain(format!("{}: {title}", l.t("trade")), Place::Trade), || {
        view! {
            {crumbs(l.t("breadcrumb"), vec![("/trade".into(), l.t("trade"))], title.clone())}
            <h1>{title.clone()}</h1>
            <p class="lede">{l.with("trade-reported-by", &[("reporter", super::place(&l, &reporter).into())])}</p>
            {saved(&l, asked.saved.as_deref())}
            {(differ > 0).then(|| view! { <p class="notice"><a href="#conflicts">{l.count("figures-contradict", differ)}</a></p> })}
            {series_choice(&l, &own, found.series.keys().copied(), series)}
            {match (series, lines) {
                (Some(series), Some(lines)) => view! {
                    {drawn(&l, "trade", title.clone(), series, lines)}
                    {periods(&l, places, series, lines, &sources)}
                    {conflicts(&l, places, series, lines)}
                    {made_of(&l, places, series, lines.keys().copied().collect(), (flow, period), parts.as_ref())}
                }.into_any(),
                _ if has_figures => some_goods(&l, &reporter, &partner, &goods, all_goods),
                _ => view! { <p class="empty">{l.t("no-figures-of-pair")}</p> }.into_any(),
            }}
            {targets(&l, &found.targets, |target| newest_of(&found, target), keeps)}
            {bodies}
            {sources.list(&l)}
            <p class="actions">
                {has_figures.then(|| view! {
                    <span class="downloads"><a href=format!("{own}/figures.xlsx")>"XLSX"</a> <a href=format!("{own}/figures.csv")>"CSV"</a></span>
                })}
                {keeps.then(|| {
                    let of = format!("?reporter={}&partner={}", form_urlencoded(&reporter), form_urlencoded(&partner));
                    view! {
                        <a class="button" href=format!("/trade/figures/new{of}")>{l.t("record-figure")}</a>
                        <a class="button" href=format!("/trade/targets/new{of}")>{l.t("set-target")}</a>
                    }
                })}
            </p>
        }
    });
    Ok(document.into_response())
}

/// The links to each series there is, where there are several.
pub fn series_choice(l: &Speaker, own: &str, all: impl ExactSizeIterator<Item = Series>, chosen: Option<Series>) -> AnyView {
    if all.len() < 2 {
        return ().into_any();
    }
    let l = *l;
    view! {
        <nav class="seg" aria-label=l.t("which-figures")>
            {all
                .map(|series| {
                    let current = (Some(series) == chosen).then_some("page");
                    let mark = if own.contains('?') { '&' } else { '?' };
                    view! { <a href=format!("{own}{mark}series={}", series_word(series)) aria-current=current>{series_title(&l, series)}</a> }
                })
                .collect_view()}
        </nav>
    }
    .into_any()
}

/// What the trade of a period is made of, by one source.
fn made_of(
    l: &Speaker,
    places: Of<'_>,
    series: Series,
    all: Vec<TradePeriod>,
    (flow, period): (Flow, Option<TradePeriod>),
    parts: Option<&Breakdown>,
) -> AnyView {
    let Some(period) = period else { return ().into_any() };
    let l = *l;
    let filled = Filled::of([("flow", flow.code().to_owned()), ("period", period.to_text())]);
    let periods = all.iter().rev().map(|period| (period.to_text(), l.trade_period(*period))).collect();
    let flows = options(&l, "flow", [Flow::Exports.code(), Flow::Imports.code(), Flow::Total.code()]);
    view! {
        <h2 id="parts">{l.t("trade-made-of")}</h2>
        <form class="bar" method="get" action=format!("{}#parts", pair_path(places.reporter, places.partner))>
            <input type="hidden" name="series" value=series_word(series) />
            {select(&filled, "flow", l.t("flow"), String::new(), flows)}
            {select(&filled, "period", l.t("period"), String::new(), periods)}
            <button class="plain">{l.t("show")}</button>
        </form>
        {match parts {
            None => view! { <p class="empty">{l.t("no-parts")}</p> }.into_any(),
            Some(parts) => part_table(&l, &places.subject(series, flow, period), parts),
        }}
    }
    .into_any()
}

/// The parts of a whole.
fn part_table(l: &Speaker, whole: &Subject, parts: &Breakdown) -> AnyView {
    let l = *l;
    let shown = parts.parts.len();
    let rows = parts.parts.iter().map(|part| {
        let title = called(&l, part.hs.as_ref(), &part.commodity, &part.description);
        let of = Subject { hs: part.hs, commodity: part.commodity.as_str().into(), ..whole.clone() };
        view! {
            <tr>
                <td>{part.hs.as_ref().map(|hs| hs.as_str().to_owned())}</td>
                <td class="wide"><a href=goods_path(&of.reporter, &of.partner, of.hs.as_ref(), &of.commodity) dir="auto">{title}</a></td>
                <td class="n" data-l=l.t("value")>
                    <a href=format!("/trade/said?{}", query_of(&of))>{l.amount(part.printed.amount, whole.currency)}</a>
                </td>
                <td class="n" data-l=l.t("share")>{share(part.printed.amount, parts.whole).map(|share| l.percent(share))}</td>
            </tr>
        }
    });
    view! {
        <table class="parts">
            <caption dir="auto">{source_name(&parts.publisher, &parts.title)}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("hs-code")}</th>
                    <th scope="col">{l.t("commodity")}</th>
                    <th scope="col" class="n">{l.t("value")}</th>
                    <th scope="col" class="n">{l.t("share")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {(parts.count > shown as i64).then(|| view! {
            <p class="q">{l.with("largest-of", &[("shown", l.number(shown as i64).into()), ("all", l.number(parts.count).into())])}</p>
        })}
    }
    .into_any()
}
