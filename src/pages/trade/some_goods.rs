//! The goods two places trade, where no source tells all their trade: each with the way to its figures.

use accord_language::Speaker;
use accord_store::queries::trade::goods::GoodsLine;
use leptos::prelude::*;

use super::goods::{called, goods_path};

/// How many of the goods are listed.
pub const LISTED: i64 = 100;

/// The goods that figures are kept on, the first of so many.
pub fn some_goods(l: &Speaker, reporter: &str, partner: &str, lines: &[GoodsLine], all: i64) -> AnyView {
    let l = *l;
    let row = |line: &GoodsLine| {
        let (hs, commodity) = (line.goods.hs.as_ref(), line.goods.commodity.as_str());
        view! {
            <tr>
                <td>{hs.map(|hs| hs.as_str().to_owned())}</td>
                <td class="wide">
                    <a href=goods_path(reporter, partner, hs, commodity) dir="auto">{called(&l, hs, commodity, &line.description)}</a>
                </td>
                <td class="n" data-l=l.t("figures")>{l.number(line.figures)}</td>
            </tr>
        }
    };
    view! {
        <p class="notice">{l.t("some-goods-alone")}</p>
        <table class="parts">
            <caption class="visually-hidden">{l.t("some-goods")}</caption>
            <thead>
                <tr>
                    <th scope="col">{l.t("hs-code")}</th>
                    <th scope="col">{l.t("commodity")}</th>
                    <th scope="col" class="n">{l.t("figures")}</th>
                </tr>
            </thead>
            <tbody>{lines.iter().map(row).collect_view()}</tbody>
        </table>
        {(all > lines.len() as i64).then(|| view! {
            <p class="q">
                {l.with("first-of", &[("shown", l.number(lines.len() as i64).into()), ("all", l.number(all).into())])}
            </p>
        })}
    }
    .into_any()
}
