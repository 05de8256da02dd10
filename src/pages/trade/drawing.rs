//! What a plot of trade shows: exports and imports or, where only both together are known, the total.

use std::collections::BTreeMap;

use accord_domain::trade::amount::{Amount, Currency, Scale};
use accord_domain::trade::figure::Flow;
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use accord_language::Speaker;
use accord_store::queries::trade::bilateral::{PeriodLine, Series};
use leptos::prelude::*;

use super::tables::{Lines, scale_of};
use crate::components::plot::{Drawn, Plot, Point, plot};

/// The most periods that are drawn; older ones stand in the table alone.
const MOST: usize = 240;

/// The plot of a series.
pub fn drawn(l: &Speaker, id: &'static str, title: String, series: Series, lines: &Lines) -> AnyView {
    let scale = scale_of(l, lines, series.currency);
    let amounts = lines.iter().map(|(period, line)| (*period, line)).collect();
    drawn_of(l, id, title, (series.currency, scale), amounts, |line: &&PeriodLine, flow| line.amount(flow), |_| None)
}

/// The plot of whatever has an amount of each flow, period by period; `noted` says what stands beside the name of a period.
pub fn drawn_of<T>(
    l: &Speaker,
    id: &'static str,
    title: String,
    (currency, scale): (Currency, Scale),
    of: BTreeMap<TradePeriod, T>,
    amount: impl Fn(&T, Flow) -> Option<Amount>,
    noted: impl Fn(&T) -> Option<String>,
) -> AnyView {
    let l = *l;
    let knows = |flow: Flow| of.values().any(|one| amount(one, flow).is_some());
    let flows = if knows(Flow::Exports) || knows(Flow::Imports) { vec![Flow::Exports, Flow::Imports] } else { vec![Flow::Total] };
    if !flows.iter().any(|flow| knows(*flow)) {
        return ().into_any();
    }
    let one = scale.units() as f64 * 100.0;
    let point = |period: TradePeriod| Point {
        label: match of.get(&period).and_then(&noted) {
            Some(note) => format!("{} ({note})", l.trade_period(period)),
            None => l.trade_period(period),
        },
        values: flows
            .iter()
            .map(|flow| of.get(&period).and_then(|one| amount(one, *flow)).map(|amount| amount.0 as f64 / one))
            .collect(),
    };
    let points: Vec<Point> = in_a_row(of.keys().copied().collect()).into_iter().map(point).collect();
    let [first, last] = [points.first(), points.last()].map(|point| point.map(|point| point.label.clone()).unwrap_or_default());
    let told: Vec<String> = flows.iter().map(|flow| l.word("flow", flow.code())).collect();
    let description = l.with(
        "plot-description",
        &[("from", first.into()), ("to", last.into()), ("flows", told.join(", ").into()), ("unit", l.unit(currency, scale).into())],
    );
    let flows = flows.iter().zip(told).map(|(flow, label)| Drawn { class: flow.code(), label }).collect();
    let drawing = Plot { id, title, description, unit: l.unit(currency, scale), flows, points };
    plot(drawing, move |value, places| l.decimal((value * 10_f64.powi(i32::from(places))).round() as i64, places))
}

/// Every period from the first to the last, those of which nothing is known too, so that time has the same pace throughout.
fn in_a_row(known: Vec<TradePeriod>) -> Vec<TradePeriod> {
    let (Some(first), Some(last)) = (known.first().copied(), known.last().copied()) else { return known };
    if first.kind() == PeriodKind::Months {
        return known;
    }
    let all: Vec<TradePeriod> =
        std::iter::successors(Some(first), |period| period.following()).take_while(|period| *period <= last).collect();
    all[all.len().saturating_sub(MOST)..].to_vec()
}
