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
/// The outline of the next vessel.
const NEXT: &str = "m13 0h9v20h-9z";
/// How high a vessel is filled at each step of the text track, an eighth of its inside more each time; and the step's class.
const FILLED: [(&str, &str); 8] = [
    (" 22v-1.6", "p0"),
    (" 22v-4.2", "p1"),
    (" 22v-6.9", "p2"),
    (" 22v-9.5", "p3"),
    (" 22v-12.1", "p4"),
    (" 22v-14.8", "p5"),
    (" 22v-17.4", "p6"),
    (" 22v-20", "p7"),
];
/// How far the line below reaches at each step of market access from the first on; and the step's class.
const REACHES: [(&str, &str); 5] = [(" 25h2", "m1"), (" 25h4", "m2"), (" 25h6", "m3"), (" 25h8", "m4"), (" 25h10", "m5")];

/// Draws one path for all vessels that look alike: hundreds of vessels stand on a portfolio, and each element costs.
fn path(svg: &mut String, class: [&str; 2], alike: impl Iterator<Item = usize>, line: impl Fn(&mut String, usize)) {
    let mut alike = alike.peekable();
    if alike.peek().is_none() {
        return;
    }
    svg.push_str("<path class=\"");
    svg.push_str(class[0]);
    svg.push_str(class[1]);
    svg.push_str("\" d=\"");
    alike.for_each(|at| line(svg, at * PITCH));
    svg.push_str("\"/>");
}

/// Writes a piece of a path: a letter, a number, and what follows. There are hundreds on a page, too many for the standard formatter.
fn piece(svg: &mut String, letter: char, number: usize, rest: &str) {
    svg.push(letter);
    digits(svg, number);
    svg.push_str(rest);
}

fn digits(svg: &mut String, number: usize) {
    if number >= 10 {
        digits(svg, number / 10);
    }
    svg.push(char::from(b'0' + (number % 10) as u8));
}

/// The inside of the drawing: outlines, then fills by step, then what lies under and on top of the vessels.
fn drawn(vessels: &[Vessel]) -> String {
    let mut svg = String::with_capacity(160 + vessels.len() * 50);
    let alike =
        |is: fn(&Vessel, usize) -> bool, step| vessels.iter().enumerate().filter(move |(_, of)| is(of, step)).map(|(at, _)| at);
    // From its own corner each outline goes on to the next.
    svg.push_str("<path class=\"vessel\" d=\"M.5 1.5h9v20h-9z");
    (1..vessels.len()).for_each(|_| svg.push_str(NEXT));
    svg.push_str("\"/>");
    for (step, (filled, class)) in FILLED.into_iter().enumerate() {
        let full = alike(|of, step| of.text == step, step);
        path(&mut svg, ["fill ", class], full, |svg, x| piece(svg, 'M', x + 5, filled));
    }
    for (step, (reaches, class)) in REACHES.into_iter().enumerate() {
        let reached = alike(|of, step| of.market == Some(step), step + 1);
        path(&mut svg, ["market ", class], reached, |svg, x| piece(svg, 'M', x, reaches));
    }
    path(&mut svg, ["parked", ""], alike(|of, _| of.parked, 0), |svg, x| {
        piece(svg, 'M', x + 3, " 4v7");
        piece(svg, 'M', x + 7, " 4v7");
    });
    path(&mut svg, ["escalated", ""], alike(|of, _| of.escalated, 0), |svg, x| piece(svg, 'M', x + 5, " 1.5l4 6.5h-8z"));
    svg
}

/// The strip of an agreement; `told` says in words what it shows.
pub fn strip(vessels: &[Vessel], told: String) -> impl IntoView + use<> {
    let width = (vessels.len() * PITCH).max(PITCH);
    let frame = format!("0 0 {width} 27");
    view! { <svg class="strip" width=width height="27" viewBox=frame role="img" aria-label=told inner_html=drawn(vessels)></svg> }
}

/// A single vessel, as in the legend or a table.
pub fn single(of: Vessel) -> impl IntoView + use<> {
    view! { <svg class="strip" width="12" height="27" viewBox="0 0 12 27" aria-hidden="true" inner_html=drawn(&[of])></svg> }
}
