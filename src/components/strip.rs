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

/// From one vessel to the next.
const PITCH: usize = 13;
/// Where vessels stand.
const FLOOR: usize = 22;
const HEIGHT: f32 = 21.0;

/// One path for all lines that look alike: hundreds of vessels stand on a portfolio, and each element costs.
fn path(svg: &mut String, class: &str, lines: impl IntoIterator<Item = String>) {
    let lines: String = lines.into_iter().collect();
    if !lines.is_empty() {
        svg.push_str(&format!("<path class=\"{class}\" d=\"{lines}\"/>"));
    }
}

/// The inside of the drawing: outlines, then fills by step, then what lies under and on top of the vessels.
fn drawn(vessels: &[Vessel]) -> String {
    let placed: Vec<(usize, Vessel)> = vessels.iter().enumerate().map(|(index, of)| (index * PITCH, *of)).collect();
    let mut svg = String::new();
    path(&mut svg, "vessel", placed.iter().map(|(x, _)| format!("M{x}.5 1.5h9v20h-9z")));
    for step in 0..=7 {
        let fill = HEIGHT * (step as f32 + 1.0) / 8.0 - 1.0;
        let full = placed.iter().filter(|(_, of)| of.text == step);
        path(&mut svg, &format!("fill p{step}"), full.map(|(x, _)| format!("M{} {FLOOR}v-{fill:.1}", x + 5)));
    }
    for step in 1..=5 {
        let reached = placed.iter().filter(|(_, of)| of.market == Some(step));
        path(&mut svg, &format!("market m{step}"), reached.map(|(x, _)| format!("M{x} 25h{}", step * 2)));
    }
    let parked = placed.iter().filter(|(_, of)| of.parked);
    path(&mut svg, "parked", parked.map(|(x, _)| format!("M{} 4v7M{} 4v7", x + 3, x + 7)));
    let escalated = placed.iter().filter(|(_, of)| of.escalated);
    path(&mut svg, "escalated", escalated.map(|(x, _)| format!("M{} 1.5l4 6.5h-8z", x + 5)));
    svg
}

/// The strip of an agreement; `told` says in words what it shows.
pub fn strip(vessels: &[Vessel], told: String) -> AnyView {
    let width = (vessels.len() * PITCH).max(PITCH);
    let frame = format!("0 0 {width} 27");
    view! { <svg class="strip" width=width height="27" viewBox=frame role="img" aria-label=told inner_html=drawn(vessels)></svg> }
        .into_any()
}

/// A single vessel, as in the legend or a table.
pub fn single(of: Vessel) -> AnyView {
    view! { <svg class="strip" width="12" height="27" viewBox="0 0 12 27" aria-hidden="true" inner_html=drawn(&[of])></svg> }
        .into_any()
}
