//! The draft of another order of the priority areas: a number for each, typed or moved with buttons, kept in the form until it is
//! proposed as one.

use accord_language::Speaker;
use accord_store::queries::priorities::{AreaLine, PrioritiesView};
use leptos::prelude::*;

use super::priorities::proposing;
use crate::components::form::{Filled, area};
use crate::web::fields::Fields;

/// The ranks as typed, by the rank at which each area stands; and the button that takes focus: its place, and whether it moves up.
pub struct Draft {
    ranks: Vec<String>,
    focus: Option<(usize, bool)>,
}

impl Draft {
    /// The order as it stands.
    pub fn standing(areas: usize) -> Self {
        Self { ranks: (1..=areas).map(|rank| rank.to_string()).collect(), focus: None }
    }

    /// The fields `rank_1`, `rank_2`… of a form, as many as were sent.
    pub fn read(fields: &Fields) -> Self {
        let names = (1..).map(|place| format!("rank_{place}"));
        Self { ranks: names.take_while(|name| fields.has(name)).map(|name| fields.get(&name)).collect(), focus: None }
    }

    /// What was typed for each area that stands; blank for one that was not sent.
    pub fn typed(&self, areas: usize) -> Vec<String> {
        (0..areas).map(|place| self.ranks.get(place).cloned().unwrap_or_default()).collect()
    }

    /// The places in the order that the numbers give; what is no number stays where it stood.
    fn order(&self, areas: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..areas).collect();
        order.sort_by_key(|place| {
            let typed = self.ranks.get(*place).and_then(|rank| rank.trim().parse::<usize>().ok());
            (typed.unwrap_or(place + 1), *place)
        });
        order
    }

    /// After a press of `up-N` or `down-N`, of the area that stands at rank N; of anything else, sorted by the numbers.
    pub fn moved(&self, pressed: &str, areas: usize) -> Self {
        let mut order = self.order(areas);
        let (up, place) = match pressed.split_once('-') {
            Some(("up", place)) => (true, place.parse::<usize>().ok()),
            Some(("down", place)) => (false, place.parse::<usize>().ok()),
            _ => (false, None),
        };
        let at = place.and_then(|place| order.iter().position(|other| other + 1 == place));
        if let Some(at) = at {
            let to = if up { at.saturating_sub(1) } else { (at + 1).min(areas - 1) };
            order.swap(at, to);
        }
        let mut ranks = vec![String::new(); areas];
        for (rank, place) in order.iter().enumerate() {
            ranks[*place] = (rank + 1).to_string();
        }
        Self { ranks, focus: place.zip(at).map(|(place, _)| (place, up)) }
    }

    /// The titles in the order wanted, as the form carries them.
    pub fn titles(&self, fields: &Fields) -> Vec<String> {
        self.order(self.ranks.len())
            .into_iter()
            .map(|place| fields.get(&format!("title_{}", place + 1)))
            .filter(|title| !title.is_empty())
            .collect()
    }
}

/// The form that proposes another order.
pub fn draft_form(l: &Speaker, v: &PrioritiesView, draft: Draft, filled: &Filled) -> AnyView {
    let l = *l;
    let order = draft.order(v.areas.len());
    let last = order.len().saturating_sub(1);
    let error = filled.error("order").map(|sentence| ("order-error".to_owned(), sentence));
    let described = error.as_ref().map(|(id, _)| id.clone());
    let rows = order
        .iter()
        .enumerate()
        .filter_map(|(at, place)| v.areas.get(*place).map(|area| (at, *place, area)))
        .map(|(at, place, area)| draft_row(&l, area, (place, at == 0, at == last), &draft, filled))
        .collect_view();
    view! {
        <h2 id="reorder">{l.t("propose-order")}</h2>
        <form method="post" action=format!("/agreements/{}/priorities/order", v.slug)>
            <input type="hidden" name="version" value=v.version />
            <fieldset id="order" aria-describedby=described>
                <legend>{l.t("wanted-order")}</legend>
                {error.map(|(id, sentence)| view! { <p class="field-error" id=id>{sentence}</p> })}
                <p class="actions"><button class="plain" name="move" value="sort">{l.t("sort-by-numbers")}</button></p>
                <ol class="draft">{rows}</ol>
            </fieldset>
            {area(filled, "order_reason", l.t("reason"), l.t("proposal-reason-hint"))}
            {proposing(&l, v, l.t("propose-this-order"))}
        </form>
    }
    .into_any()
}

fn draft_row(l: &Speaker, area: &AreaLine, (place, first, last): (usize, bool, bool), draft: &Draft, filled: &Filled) -> AnyView {
    let number = place + 1;
    let name = format!("rank_{number}");
    let error = filled.error(&name).map(|sentence| (format!("{name}-error"), sentence));
    let described = error.as_ref().map(|(id, _)| id.clone());
    let button = |up: bool, end: bool| {
        let way = if up { "up" } else { "down" };
        // At the end of its way a button has nothing to do: the other one takes the focus.
        let takes =
            draft.focus.is_some_and(|(focus, pressed)| focus == number && !end && (pressed == up || if up { last } else { first }));
        let label = if up { l.t("move-up") } else { l.t("move-down") };
        view! {
            <button class="plain" name="move" value=format!("{way}-{number}") disabled=end autofocus=takes.then_some("autofocus")>
                {label} <span class="visually-hidden" dir="auto">": " {area.title.clone()}</span>
            </button>
        }
    };
    view! {
        <li>
            <input type="hidden" name=format!("title_{number}") value=area.title.clone() />
            <input
                id=name.clone()
                name=name.clone()
                inputmode="numeric"
                autocomplete="off"
                value=draft.ranks.get(place).cloned().unwrap_or_default()
                aria-label=format!("{}: {}", l.t("rank"), area.title)
                aria-describedby=described
                aria-invalid=error.is_some().then_some("true")
            />
            <span dir="auto">{area.title.clone()}</span>
            <span class="moves">{button(true, first)} {button(false, last)}</span>
            {error.map(|(id, sentence)| view! { <p class="field-error" id=id>{sentence}</p> })}
        </li>
    }
    .into_any()
}
