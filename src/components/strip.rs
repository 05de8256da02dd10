//! The heat strip: one vessel a chapter, filling and darkening in eight steps, drawn so that height alone tells the step.

use std::fmt::{self, Write as _};

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
/// The outline of the next vessel.
const NEXT: &str = "m13 0h9v20h-9z";
/// How high a vessel is filled at each step of the text track: an eighth of its inside more each time.
const FILLED: [&str; 8] = ["1.6", "4.2", "6.9", "9.5", "12.1", "14.8", "17.4", "20"];

/// Draws one path for all vessels that look alike: hundreds of vessels stand on a portfolio, and each element costs.
fn path(svg: &mut String, class: fmt::Arguments<'_>, alike: impl Iterator<Item = usize>, line: impl Fn(&mut String, usize)) {
    let mut alike = alike.peekable();
    if alike.peek().is_none() {
        return;
    }
    add(svg, format_args!("<path class=\"{class}\" d=\""));
    alike.for_each(|at| line(svg, at * PITCH));
    svg.push_str("\"/>");
}

fn add(svg: &mut String, text: fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = svg.write_fmt(text);
}

/// The inside of the drawing: outlines, then fills by step, then what lies under and on top of the vessels.
fn drawn(vessels: &[Vessel]) -> String {
    let mut svg = String::with_capacity(160 + vessels.len() * 50);
    let alike =
        |is: fn(&Vessel, usize) -> bool, step| vessels.iter().enumerate().filter(move |(_, of)| is(of, step)).map(|(at, _)| at);
    // From its own corner each outline goes on to the next.
    add(&mut svg, format_args!("<path class=\"vessel\" d=\"M.5 1.5h9v20h-9z{}\"/>", NEXT.repeat(vessels.len().saturating_sub(1))));
    for (step, filled) in FILLED.into_iter().enumerate() {
        let full = alike(|of, step| of.text == step, step);
        path(&mut svg, format_args!("fill p{step}"), full, |svg, x| add(svg, format_args!("M{} 22v-{filled}", x + 5)));
    }
    for step in 1..=5 {
        let reached = alike(|of, step| of.market == Some(step), step);
        path(&mut svg, format_args!("market m{step}"), reached, |svg, x| add(svg, format_args!("M{x} 25h{}", step * 2)));
    }
    let parked = alike(|of, _| of.parked, 0);
    path(&mut svg, format_args!("parked"), parked, |svg, x| add(svg, format_args!("M{} 4v7M{} 4v7", x + 3, x + 7)));
    let escalated = alike(|of, _| of.escalated, 0);
    path(&mut svg, format_args!("escalated"), escalated, |svg, x| add(svg, format_args!("M{} 1.5l4 6.5h-8z", x + 5)));
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
