//! The tables of trade: periods with their flows, and the sources they come from.

use std::collections::BTreeMap;

use accord_domain::ids::SourceId;
use accord_domain::trade::amount::{Amount, Currency, Scale};
use accord_domain::trade::figure::{Basis, Flow, Subject};
use accord_domain::trade::growth::growth;
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::TradePeriod;
use accord_language::Speaker;
use accord_store::queries::trade::bilateral::{PeriodLine, Series};
use accord_store::queries::trade::{Said, Sayings};
use leptos::prelude::*;

use super::query_of;
use crate::pages::words::illustrative;

/// The periods of a series.
pub type Lines = BTreeMap<TradePeriod, PeriodLine>;

/// The flows a table has columns for.
const FLOWS: [Flow; 4] = [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance];

/// The sources of a page, each with the number it is referred to by.
#[derive(Default)]
pub struct Sources(Vec<(SourceId, Said)>);

impl Sources {
    /// Of all that is said in some lines.
    pub fn of<'l>(lines: impl IntoIterator<Item = &'l Lines>) -> Self {
        let mut sources = Self::default();
        for said in lines.into_iter().flat_map(BTreeMap::values).flat_map(|line| line.flows.values()).flat_map(|all| &all.said) {
            if !sources.0.iter().any(|(known, _)| *known == said.source) {
                sources.0.push((said.source, said.clone()));
            }
        }
        sources
    }

    fn number(&self, source: SourceId) -> usize {
        self.0.iter().position(|(known, _)| *known == source).map_or(0, |at| at + 1)
    }

    /// The list the numbers refer to.
    pub fn list(&self, l: &Speaker) -> AnyView {
        if self.0.is_empty() {
            return ().into_any();
        }
        view! {
            <h2>{l.t("sources")}</h2>
            {self.notes(l)}
        }
        .into_any()
    }

    /// The same without a heading.
    pub fn notes(&self, l: &Speaker) -> AnyView {
        let l = *l;
        view! {
            <ol class="sources" id="sources">
                {self
                    .0
                    .iter()
                    .map(|(_, said)| view! {
                        <li>
                            <span dir="auto">{source_name(&said.publisher, &said.title)}</span> " "
                            {(!said.verified).then(|| view! { <span class="illustrative">{l.t("unverified")}</span> })} " "
                            {illustrative(&l, said.illustrative)}
                        </li>
                    })
                    .collect_view()}
            </ol>
        }
        .into_any()
    }
}

/// A source by its publisher and the title of the publication.
pub fn source_name(publisher: &str, title: &str) -> String {
    if title.is_empty() { publisher.to_owned() } else { format!("{publisher}: {title}") }
}

/// The scale in which a series is told: that of its largest amount.
pub fn scale_of(l: &Speaker, lines: &Lines, currency: Currency) -> Scale {
    let amounts = lines.values().flat_map(|line| FLOWS.into_iter().filter_map(|flow| line.amount(flow)));
    l.column_scale(amounts.max_by_key(|amount| amount.0.unsigned_abs()).unwrap_or_default(), currency)
}

/// An amount in the scale of its column.
pub fn in_column(l: &Speaker, amount: Amount, scale: Scale) -> String {
    l.in_scale(amount, scale, if scale == Scale::Million { 1 } else { 2 })
}

/// Whose trade a table is of, and in which goods; in all of them where neither a code nor a commodity is named.
#[derive(Clone, Copy, Debug)]
pub struct Of<'o> {
    pub reporter: &'o str,
    pub partner: &'o str,
    pub hs: Option<&'o HsCode>,
    pub commodity: &'o str,
}

impl<'o> Of<'o> {
    /// All trade of two places.
    pub fn all(reporter: &'o str, partner: &'o str) -> Self {
        Self { reporter, partner, hs: None, commodity: "" }
    }

    /// What a figure of it is of.
    pub fn subject(self, series: Series, flow: Flow, period: TradePeriod) -> Subject {
        Subject {
            reporter: self.reporter.into(),
            partner: self.partner.into(),
            traded: series.traded,
            flow,
            hs: self.hs.copied(),
            commodity: self.commodity.into(),
            currency: series.currency,
            period,
        }
    }

    /// The address at which all that is said of it stands.
    fn said_path(self, series: Series, flow: Flow, period: TradePeriod) -> String {
        format!("/trade/said?{}", query_of(&self.subject(series, flow, period)))
    }
}

/// The periods of a series, the newest first: what is believed of each flow, its growth, its source, and where sources differ.
pub fn periods(l: &Speaker, of: Of<'_>, series: Series, lines: &Lines, sources: &Sources) -> AnyView {
    let (l, scale) = (*l, scale_of(l, lines, series.currency));
    let caption = format!("{} · {}", l.word("traded", series.traded.code()), l.unit(series.currency, scale));
    let rows = lines.iter().rev().map(|(period, line)| {
        let before = period.year_before().and_then(|before| lines.get(&before));
        view! {
            <tr>
                <th scope="row">{l.trade_period(*period)}</th>
                {FLOWS
                    .into_iter()
                    .map(|flow| view! {
                        <td class="n" data-l=l.word("flow", flow.code())>
                            {amount(&l, line, flow, scale, sources)}
                            {line.said(flow).filter(|said| said.conflicts()).map(|said| {
                                let told = l.count("sources-differ", said.said.len());
                                view! { <span class="q"><a class="differs" href=of.said_path(series, flow, *period)>{told}</a></span> }
                            })}
                            {(flow != Flow::Balance).then(|| grown(&l, before, line, flow))}
                        </td>
                    })
                    .collect_view()}
            </tr>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=caption.clone()>
            <table class="figures">
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{l.t("period")}</th>
                        {FLOWS.into_iter().map(|flow| view! { <th scope="col" class="n">{l.word("flow", flow.code())}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn amount(l: &Speaker, line: &PeriodLine, flow: Flow, scale: Scale, sources: &Sources) -> AnyView {
    let Some(amount) = line.amount(flow) else { return "–".into_any() };
    let told = in_column(l, amount, scale);
    match line.said(flow) {
        Some(said) => {
            let believed = said.believed();
            let number = sources.number(believed.source);
            view! {
                {told} <sup aria-hidden="true">{number}</sup>
                <span class="visually-hidden">{l.with("source-number", &[("n", l.number(number as i64).into())])}</span>
                {believed.illustrative.then(|| view! { " " {illustrative(l, true)} })}
                {added_up(l, believed).map(|told| view! { <span class="q">{told}</span> })}
            }
            .into_any()
        }
        None => view! { {told} <span class="q">{l.t("reckoned")}</span> }.into_any(),
    }
}

/// What was added up to what a source is said to say; nothing where it says so itself.
fn added_up(l: &Speaker, said: &Said) -> Option<String> {
    match said.basis {
        Basis::Printed => None,
        Basis::Codes => Some(l.count("sum-of-lines", usize::try_from(said.lines).unwrap_or_default())),
        Basis::Months => Some(l.t("sum-of-months")),
        Basis::Flows => Some(l.t("sum-of-flows")),
    }
}

fn grown(l: &Speaker, before: Option<&PeriodLine>, line: &PeriodLine, flow: Flow) -> Option<impl IntoView + use<>> {
    let (before, after) = (before?.amount(flow)?, line.amount(flow)?);
    let told = l.with("growth-on-year", &[("growth", l.growth(growth(before, after)?).into())]);
    Some(view! { <span class="q">{told}</span> })
}

/// Every total on which sources contradict each other, each source beside the others.
pub fn conflicts(l: &Speaker, of: Of<'_>, series: Series, lines: &Lines) -> AnyView {
    let l = *l;
    let found: Vec<(TradePeriod, Flow, &Sayings)> = lines
        .iter()
        .rev()
        .flat_map(|(period, line)| line.flows.iter().map(move |(flow, said)| (*period, *flow, said)))
        .filter(|(_, _, said)| said.conflicts())
        .collect();
    if found.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 id="conflicts">{l.t("where-sources-differ")}</h2>
        <p class="lede">{l.t("where-sources-differ-lede")}</p>
        {found
            .into_iter()
            .map(|(period, flow, said)| {
                let title = format!("{}, {}", l.word("flow", flow.code()), l.trade_period(period));
                view! {
                    <h3><a href=of.said_path(series, flow, period)>{title}</a></h3>
                    {sayings(&l, series, said)}
                }
            })
            .collect_view()}
    }
    .into_any()
}

/// What each source says of the same, the believed one first and marked.
pub fn sayings(l: &Speaker, series: Series, all: &Sayings) -> AnyView {
    let l = *l;
    let believed = all.believed().clone();
    let reason = all.preference.as_ref().map(|preference| preference.reason.clone());
    let rows = all.said.iter().enumerate().map(|(at, said)| {
        let apart = growth(believed.printed.amount, said.printed.amount).filter(|_| at > 0);
        view! {
            <tr>
                <td class="wide">
                    <span dir="auto">{source_name(&said.publisher, &said.title)}</span> " "
                    {(!said.verified).then(|| view! { <span class="illustrative">{l.t("unverified")}</span> })} " "
                    {illustrative(&l, said.illustrative)}
                    {added_up(&l, said).map(|told| view! { <span class="q">{told}</span> })}
                </td>
                <td class="n" data-l=l.t("value")>{l.printed(said.printed, series.currency)}</td>
                <td class="n" data-l=l.t("apart")>{apart.map(|apart| l.growth(apart))}</td>
                <td data-l=l.t("believed")>
                    {(at == 0).then(|| match &reason {
                        // Why is not everybody's to know.
                        Some(reason) => view! {
                            <strong>{l.t("preferred")}</strong>
                            {(!reason.is_empty()).then(|| view! { <span class="q" dir="auto">{reason.clone()}</span> })}
                        }.into_any(),
                        None => view! { <strong>{l.t("shown")}</strong> <span class="q">{l.t("shown-why")}</span> }.into_any(),
                    })}
                </td>
            </tr>
        }
    });
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("source")}</th>
                    <th scope="col" class="n">{l.t("value")}</th>
                    <th scope="col" class="n">{l.t("apart")}</th>
                    <th scope="col">{l.t("believed")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
