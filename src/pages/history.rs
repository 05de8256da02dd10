//! The history of one thing of the house, as the change record tells it.

use accord_language::Speaker;
use accord_store::queries::house_changes::HouseChange;
use leptos::prelude::*;

/// How many changes are told at once; the older ones are folded away.
const TOLD: usize = 8;

/// A table of changes, the newest first; nothing where there are none. `prefix` names the words of the fields, `told` says a value in the
/// reader's words.
pub fn house_history(l: &Speaker, changes: &[HouseChange], prefix: &str, told: impl Fn(&HouseChange, &str) -> String) -> AnyView {
    if changes.is_empty() {
        return ().into_any();
    }
    let (newest, older) = changes.split_at(changes.len().min(TOLD));
    view! {
        <h2 id="history">{l.t("history")}</h2>
        {table(l, newest, prefix, &told)}
        {(!older.is_empty()).then(|| view! {
            <details>
                <summary>{l.count("older-changes", older.len())}</summary>
                {table(l, older, prefix, &told)}
            </details>
        })}
    }
    .into_any()
}

fn table(l: &Speaker, changes: &[HouseChange], prefix: &str, told: &impl Fn(&HouseChange, &str) -> String) -> AnyView {
    let l = *l;
    let shown =
        |change: &HouseChange, value: &Option<String>| value.as_deref().map_or_else(|| "–".to_owned(), |text| told(change, text));
    view! {
        <table class="house-history">
            <thead>
                <tr><th scope="col">{l.t("field")}</th><th scope="col">{l.t("report-before")}</th><th scope="col">{l.t("report-after")}</th><th scope="col">{l.t("who-and-when")}</th></tr>
            </thead>
            <tbody>
                {changes
                    .iter()
                    .map(|change| view! {
                        <tr>
                            <td class="wide">{l.word(prefix, &change.field)}</td>
                            <td dir="auto" data-l=l.t("report-before")>{shown(change, &change.old)}</td>
                            <td dir="auto" data-l=l.t("report-after")>{shown(change, &change.new)}</td>
                            <td class="wide">
                                {change.actor_name.clone()} <span class="q">{l.ago(change.at)}</span>
                                {change.reason.clone().map(|reason| view! { <span class="q" dir="auto">{reason}</span> })}
                            </td>
                        </tr>
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}
