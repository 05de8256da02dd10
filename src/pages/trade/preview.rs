//! How figures of a file are read: the first of them and what they add up to, so that a wrong scale, mark or column is seen before
//! anything is kept.

use std::collections::{BTreeMap, BTreeSet};

use accord_domain::trade::amount::{Amount, Currency};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::TradePeriod;
use accord_language::Speaker;
use accord_store::commands::trade::NewFigure;
use leptos::prelude::*;

use super::pair;

/// How many figures are shown.
const SHOWN: usize = 8;

/// What figures of one kind add up to.
struct Sum<'f> {
    figures: usize,
    /// None where no number holds it.
    amount: Option<Amount>,
    from: TradePeriod,
    to: TradePeriod,
    chapters: BTreeSet<&'f str>,
}

type Kind<'f> = (&'f str, &'f str, Traded, Flow, Currency);

fn sums(figures: &[NewFigure]) -> BTreeMap<Kind<'_>, Sum<'_>> {
    let mut sums: BTreeMap<Kind<'_>, Sum<'_>> = BTreeMap::new();
    for NewFigure { subject, printed } in figures {
        let kind = (&*subject.reporter, &*subject.partner, subject.traded, subject.flow, subject.currency);
        let sum = sums.entry(kind).or_insert_with(|| Sum {
            figures: 0,
            amount: Some(Amount(0)),
            from: subject.period,
            to: subject.period,
            chapters: BTreeSet::new(),
        });
        sum.figures += 1;
        sum.amount = sum.amount.and_then(|amount| amount.0.checked_add(printed.amount.0)).map(Amount);
        sum.from = sum.from.min(subject.period);
        sum.to = sum.to.max(subject.period);
        sum.chapters.extend(subject.hs.as_ref().map(HsCode::chapter));
    }
    sums
}

/// The figures as they are read.
pub fn as_read(l: &Speaker, figures: &[NewFigure]) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    view! {
        <h2 id="as-read">{l.t("as-read")}</h2>
        <p class="lede">{l.t("as-read-lede")}</p>
        {summed(l, figures)}
        {first(l, figures)}
    }
    .into_any()
}

fn summed(l: &Speaker, figures: &[NewFigure]) -> AnyView {
    let l = *l;
    let rows = sums(figures).into_iter().map(|((reporter, partner, traded, flow, currency), sum)| {
        let periods = if sum.from == sum.to {
            l.trade_period(sum.from)
        } else {
            l.with("date-range", &[("from", l.trade_period(sum.from).into()), ("to", l.trade_period(sum.to).into())])
        };
        view! {
            <tr>
                <td class="wide">
                    {pair(&l, reporter, partner)} <span class="q">{l.word("flow", flow.code())} ", " {l.word("traded", traded.code())}</span>
                </td>
                <td class="n" data-l=l.t("figures")>{l.number(sum.figures as i64)}</td>
                <td class="n" data-l=l.t("hs-chapters")>{l.number(sum.chapters.len() as i64)}</td>
                <td data-l=l.t("period")>{periods}</td>
                <td class="n" data-l=l.t("sum")>{sum.amount.map_or_else(|| "–".to_owned(), |amount| l.amount(amount, currency))}</td>
            </tr>
        }
    });
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("between")}</th>
                    <th scope="col" class="n">{l.t("figures")}</th>
                    <th scope="col" class="n">{l.t("hs-chapters")}</th>
                    <th scope="col">{l.t("period")}</th>
                    <th scope="col" class="n">{l.t("sum")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn first(l: &Speaker, figures: &[NewFigure]) -> AnyView {
    let l = *l;
    let rows = figures.iter().take(SHOWN).map(|NewFigure { subject, printed }| {
        let what = match &subject.hs {
            Some(hs) => format!("{} {}", hs.as_str(), l.hs_title(hs)),
            None if subject.commodity.is_empty() => l.t("everything"),
            None => subject.commodity.to_string(),
        };
        view! {
            <tr>
                <td class="wide" dir="auto">{what}</td>
                <td data-l=l.t("period")>{l.trade_period(subject.period)}</td>
                <td data-l=l.t("flow")>{l.word("flow", subject.flow.code())}</td>
                <td class="n" data-l=l.t("value")>{l.printed(*printed, subject.currency)}</td>
            </tr>
        }
    });
    view! {
        <table>
            <caption class="visually-hidden">{l.t("as-read")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("commodity")}</th>
                    <th scope="col">{l.t("period")}</th>
                    <th scope="col">{l.t("flow")}</th>
                    <th scope="col" class="n">{l.t("value")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        {(figures.len() > SHOWN).then(|| view! {
            <p class="q">{l.with("first-of", &[("shown", l.number(SHOWN as i64).into()), ("all", l.number(figures.len() as i64).into())])}</p>
        })}
    }
    .into_any()
}
