//! The consultations that concern a chapter, on its page: who answered, and how those who did stand to the lines that divide them.

use accord_language::Speaker;
use accord_store::queries::consultations::{Heard, HeardLine};
use leptos::prelude::*;

use super::list::rate;
use super::{anchor, asked, path, told};

/// The most lines of one consultation that are told beside its chapter; the rest are a link away.
const LINES: usize = 8;

/// The consultations of a chapter; nothing where there are none.
pub fn beside(l: &Speaker, slug: &str, heard: &[Heard]) -> AnyView {
    if heard.is_empty() {
        return ().into_any();
    }
    let l = *l;
    view! {
        <h2 id="consultations">{l.t("consultations")}</h2>
        <ul class="plain-list">{heard.iter().map(|heard| consultation(&l, slug, heard)).collect_view()}</ul>
    }
    .into_any()
}

fn consultation(l: &Speaker, slug: &str, heard: &Heard) -> AnyView {
    let l = *l;
    let line = &heard.consultation;
    let own = path(slug, line.number);
    let more = heard.lines.len().saturating_sub(LINES);
    view! {
        <li>
            <a href=own.clone() dir="auto">{line.title.clone()}</a> " "
            <span class="q">
                {l.with("answered-told", &[("rate", rate(&l, line.answered, line.invited).into())])} " · "
                {l.with("closes-told", &[("day", l.day(line.closes_on).into())])}
            </span>
            {(!heard.lines.is_empty()).then(|| view! {
                <ul class="plain-list">
                    {heard.lines.iter().take(LINES).map(|heard| stances(&l, &own, heard)).collect_view()}
                    {(more > 0).then(|| view! { <li><a href=own.clone()>{l.count("lines-more", more)}</a></li> })}
                </ul>
            })}
        </li>
    }
    .into_any()
}

/// How those who answered a line stand to it.
fn stances(l: &Speaker, own: &str, heard: &HeardLine) -> AnyView {
    let address = format!("{own}#{}", anchor(heard.line.position));
    view! {
        <li><a href=address dir="auto">{asked(l, &heard.line)}</a> " " <span class="q">{told(l, &heard.stances)}</span></li>
    }
    .into_any()
}
