//! The heat strip: one vessel a chapter, filling and darkening in eight steps, drawn so that height alone tells the step.

use leptos::prelude::*;

/// One vessel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vessel {
    /// The step of the text track, 0 to 7.
    pub text: usize,
    /// The step of market access, 0 to 5; none where there is none or it may not be known.
    pub market: Option<usize>,
    pub parked: bool,
    pub escalated: bool,
}

const WIDTH: usize = 13;
const TOP: f32 = 1.0;
const HEIGHT: f32 = 21.0;

fn vessel(index: usize, of: Vessel) -> AnyView {
    let x = index * WIDTH;
    let fill = HEIGHT * (of.text as f32 + 1.0) / 8.0 - 1.0;
    let y = TOP + HEIGHT - fill;
    view! {
        <rect class="vessel" x=x y="1" width="10" height="21" rx="1.5" />
        <rect class=format!("fill p{}", of.text) x=x y=format!("{y:.1}") width="10" height=format!("{fill:.1}") rx="1.5" />
        {of.market.filter(|step| *step > 0).map(|step| view! {
            <rect class=format!("market m{step}") x=x y="24" width=step * 2 height="2" />
        })}
        {of.parked.then(|| view! { <path class="parked" d=format!("M{} 4v7M{} 4v7", x + 3, x + 7) /> })}
        {of.escalated.then(|| view! { <path class="escalated" d=format!("M{} 1.5l4 6.5h-8z", x + 5) /> })}
    }
    .into_any()
}

/// The strip of an agreement; `told` says in words what it shows.
pub fn strip(vessels: &[Vessel], told: String) -> AnyView {
    let width = (vessels.len() * WIDTH).max(WIDTH);
    view! {
        <svg class="strip" width=width height="27" viewBox=format!("0 0 {width} 27") role="img" aria-label=told>
            {vessels.iter().enumerate().map(|(index, of)| vessel(index, *of)).collect_view()}
        </svg>
    }
    .into_any()
}

/// A single vessel, as in the legend or a table.
pub fn single(of: Vessel) -> AnyView {
    view! {
        <svg class="strip" width="12" height="27" viewBox="0 0 12 27" aria-hidden="true">
            {vessel(0, of)}
        </svg>
    }
    .into_any()
}
