//! Targets for trade, and how far the newest figures are from them.

use accord_domain::trade::amount::Amount;
use accord_domain::trade::growth::distance;
use accord_domain::trade::period::TradePeriod;
use accord_language::Speaker;
use accord_store::queries::trade::targets::TargetView;
use leptos::prelude::*;

use crate::pages::words::illustrative;

/// Targets against the newest figure of the same.
pub fn targets(
    l: &Speaker,
    targets: &[TargetView],
    reached: impl Fn(&TargetView) -> Option<(TradePeriod, Amount)>,
    keeps: bool,
) -> AnyView {
    if targets.is_empty() {
        return ().into_any();
    }
    let l = *l;
    let rows = targets.iter().map(|target| {
        let newest = reached(target);
        let far = newest.map(|(period, amount)| distance(amount, period, target.amount, target.by));
        view! {
            <tr>
                <td class="wide">
                    {l.word("flow", target.flow.code())} ", " {l.word("traded", target.traded.code())} " "
                    {illustrative(&l, target.illustrative)}
                    <span class="q" dir="auto">{target.note.clone()}</span>
                    <span class="q" dir="auto">{target.publisher.clone()}</span>
                    {keeps.then(|| view! { <span class="q"><a href=format!("/trade/targets/{}", target.id.0)>{l.t("drop-target")}</a></span> })}
                </td>
                <td class="n" data-l=l.t("trade-target")>{l.amount(target.amount, target.currency)}</td>
                <td data-l=l.t("target-by")>{l.trade_period(target.by)}</td>
                <td class="n" data-l=l.t("newest")>
                    {newest.map_or_else(|| "–".to_owned(), |(_, amount)| l.amount(amount, target.currency))}
                    {newest.map(|(period, _)| view! { <span class="q">{l.trade_period(period)}</span> })}
                </td>
                <td class="n" data-l=l.t("target-reached")>{far.map_or_else(|| "–".to_owned(), |far| l.percent(far.reached))}</td>
                <td class="n" data-l=l.t("target-missing")>
                    {far.map_or_else(|| "–".to_owned(), |far| if far.missing.0 > 0 { l.amount(far.missing, target.currency) } else { l.t("target-met") })}
                </td>
                <td class="n" data-l=l.t("target-yearly")>{far.and_then(|far| far.yearly).map_or_else(|| "–".to_owned(), |yearly| l.growth(yearly))}</td>
            </tr>
        }
    });
    view! {
        <h2 id="targets">{l.t("targets")}</h2>
        <table>
            <thead>
                <tr>
                    <th scope="col">{l.t("target-of")}</th>
                    <th scope="col" class="n">{l.t("trade-target")}</th>
                    <th scope="col">{l.t("target-by")}</th>
                    <th scope="col" class="n">{l.t("newest")}</th>
                    <th scope="col" class="n">{l.t("target-reached")}</th>
                    <th scope="col" class="n">{l.t("target-missing")}</th>
                    <th scope="col" class="n">{l.t("target-yearly")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
