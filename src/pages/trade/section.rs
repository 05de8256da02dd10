//! The trade figures on an agreement's page: the plot of each partner, and the way to the rest.

use accord_language::Speaker;
use accord_store::queries::trade::bilateral::Bilateral;
use leptos::prelude::*;

use super::drawing::drawn;
use super::tables::{Of, Sources, periods};
use super::{pair, pair_path};

/// The newest periods an agreement's page draws and lists.
const PERIODS: usize = 8;

/// The section; nothing where no figure is kept.
pub fn trade_figures(l: &Speaker, trades: &[Bilateral]) -> AnyView {
    let shown: Vec<_> = trades.iter().filter_map(|trade| Some((trade, trade.main_series()?))).collect();
    if shown.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2 id="trade">{l.t("trade-figures")}</h2>
        {shown
            .into_iter()
            .enumerate()
            .filter_map(|(at, (trade, series))| {
                let lines = trade.series.get(&series)?;
                let newest = lines.iter().rev().take(PERIODS).map(|(period, line)| (*period, line.clone())).collect();
                let sources = Sources::of([&newest]);
                let title = pair(&l, &trade.reporter, &trade.partner);
                let id = IDS.get(at)?;
                let places = Of::all(&trade.reporter, &trade.partner);
                Some(view! {
                    {drawn(&l, id, title, series, &newest)}
                    {periods(&l, places, series, &newest, &sources)}
                    {sources.notes(&l)}
                    <p class="actions"><a href=pair_path(&trade.reporter, &trade.partner)>{l.t("all-figures")}</a></p>
                })
            })
            .collect_view()}
    }
    .into_any()
}

/// What distinguishes the plots of a page; an agreement with more partners shows those of the first.
const IDS: [&str; 4] = ["trade-1", "trade-2", "trade-3", "trade-4"];
