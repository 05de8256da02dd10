//! The timeline as a drawing: a lane for each kind or agreement, a shape for what an entry is, full once it has happened and hollow
//! while it lies ahead. Every entry is named beside its shape, and a table under the drawing says the same.

use std::fmt::Write as _;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::form::escaped;

/// What an entry is; each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A circle.
    Event,
    /// A square.
    Meeting,
    /// A diamond.
    Milestone,
}

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub lane: usize,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Whether the days are known; else it lies somewhere between them.
    pub exact: bool,
    pub shape: Shape,
    pub ahead: bool,
    pub label: String,
}

/// What is drawn.
pub struct Chronology {
    /// The name of the drawing, and what it shows in a sentence.
    pub title: String,
    pub told: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The days named along the top.
    pub ticks: Vec<(NaiveDate, String)>,
    /// The present day and its word, where it lies within.
    pub today: Option<(NaiveDate, String)>,
    pub lanes: Vec<String>,
    pub marks: Vec<Mark>,
}

const WIDTH: f64 = 1120.0;
/// Between the edge and the first and last day.
const MARGIN: f64 = 14.0;
/// Above the first lane: the ticks and the word of the present day.
const HEAD: f64 = 40.0;
/// The name of a lane, a line of entries, and the room under the last.
const NAME: f64 = 24.0;
const LINE: f64 = 22.0;
const FOOT: f64 = 12.0;
/// From a shape's middle to its edge.
const HALF: f64 = 6.0;
/// The longest label, in characters.
const LONGEST: usize = 36;

/// A mark at its place: the line of its lane, and the side its label stands on.
struct Placed<'m> {
    mark: &'m Mark,
    label: String,
    x: f64,
    from: f64,
    to: f64,
    line: usize,
    before: bool,
}

/// How wide a label is drawn, about: what is not Latin is wider.
fn width(label: &str) -> f64 {
    label.chars().map(|c| if c < '\u{300}' { 6.6 } else { 7.6 }).sum()
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    label.chars().take(LONGEST - 1).collect::<String>().trim_end().to_owned() + "…"
}

impl Chronology {
    fn x(&self, day: NaiveDate) -> f64 {
        let all = (self.to - self.from).num_days().max(1) as f64;
        MARGIN + (day.clamp(self.from, self.to) - self.from).num_days() as f64 / all * (WIDTH - 2.0 * MARGIN)
    }

    /// Puts each mark of a lane on the first line where neither it nor its label meets another.
    fn placed(&self, lane: usize) -> Vec<Placed<'_>> {
        let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
        let of_lane = self.marks.iter().filter(|mark| mark.lane == lane);
        of_lane
            .map(|mark| {
                let (from, to) = (self.x(mark.from), self.x(mark.to));
                let x = if mark.exact { from } else { f64::midpoint(from, to) };
                let label = shortened(&mark.label);
                let (right, wide) = (to.max(x + HALF) + 4.0, width(&label));
                let before = right + wide > WIDTH;
                let taken = if before { (from - HALF - 8.0 - wide, right) } else { (from - HALF - 2.0, right + wide + 6.0) };
                let free = |line: &Vec<(f64, f64)>| line.iter().all(|(start, end)| taken.1 <= *start || *end <= taken.0);
                let line = lines.iter().position(free).unwrap_or(lines.len());
                if line == lines.len() {
                    lines.push(Vec::new());
                }
                lines[line].push(taken);
                Placed { mark, label, x, from, to, line, before }
            })
            .collect()
    }

    /// The inside of the drawing, and how high it is.
    fn drawn(&self) -> (String, f64) {
        let (mut back, mut front, mut y) = (String::new(), String::new(), HEAD);
        for (lane, name) in self.lanes.iter().enumerate() {
            let placed = self.placed(lane);
            let lines = placed.iter().map(|placed| placed.line + 1).max().unwrap_or(1);
            // Writing to a string does not fail.
            let _ = write!(back, "<path class=\"lane\" d=\"M0 {y:.0}H{WIDTH:.0}\"/>");
            let _ = write!(front, "<text class=\"lane-name\" x=\"2\" y=\"{:.0}\">{}</text>", y + 16.0, escaped(name));
            for placed in &placed {
                one(&mut front, placed, y + NAME + placed.line as f64 * LINE + 8.0);
            }
            y += NAME + lines as f64 * LINE + FOOT;
        }
        let named = |x: f64, room: f64| if x + room > WIDTH { ("end", x - 4.0) } else { ("start", x + 4.0) };
        for (day, name) in &self.ticks {
            let x = self.x(*day);
            let (anchor, beside) = named(x, width(name));
            let _ = write!(
                back,
                "<path class=\"tick\" d=\"M{x:.1} 20V{y:.0}\"/>\
                 <text class=\"tick-name\" text-anchor=\"{anchor}\" x=\"{beside:.1}\" y=\"14\">{}</text>",
                escaped(name)
            );
        }
        if let Some((day, word)) = &self.today {
            let x = self.x(*day);
            let (anchor, beside) = named(x, width(word));
            let _ = write!(
                back,
                "<path class=\"present\" d=\"M{x:.1} 20V{y:.0}\"/>\
                 <text class=\"present-name\" text-anchor=\"{anchor}\" x=\"{beside:.1}\" y=\"33\">{}</text>",
                escaped(word)
            );
        }
        (back + &front, y)
    }
}

fn one(svg: &mut String, placed: &Placed<'_>, y: f64) {
    let Placed { mark, label, x, from, to, before, .. } = placed;
    if to - from > 2.0 * HALF || !mark.exact {
        let class = if mark.exact { "span" } else { "span vague" };
        let _ = write!(svg, "<path class=\"{class}\" d=\"M{from:.1} {y:.1}H{to:.1}\"/>");
    }
    let ahead = if mark.ahead { " ahead" } else { "" };
    let _ = match mark.shape {
        Shape::Event => write!(svg, "<circle class=\"mark{ahead}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>"),
        Shape::Meeting => {
            let (left, top) = (x - 4.5, y - 4.5);
            write!(svg, "<rect class=\"mark meeting{ahead}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"9\" height=\"9\"/>")
        }
        Shape::Milestone => {
            write!(
                svg,
                "<path class=\"mark milestone{ahead}\" d=\"M{x:.1} {:.1}l{HALF} {HALF}l-{HALF} {HALF}l-{HALF}-{HALF}z\"/>",
                y - HALF
            )
        }
    };
    let (anchor, beside) = if *before { ("end", from.min(x - HALF) - 6.0) } else { ("start", to.max(x + HALF) + 5.0) };
    let _ = write!(
        svg,
        "<text class=\"label\" text-anchor=\"{anchor}\" x=\"{beside:.1}\" y=\"{:.1}\">{}</text>",
        y + 4.0,
        escaped(label)
    );
}

/// Draws the timeline; `id` is the drawing's on its page.
pub fn chronology(id: &'static str, of: &Chronology) -> AnyView {
    let (inside, height) = of.drawn();
    let named =
        format!("<title id=\"{id}-title\">{}</title><desc id=\"{id}-told\">{}</desc>", escaped(&of.title), escaped(&of.told));
    view! {
        <svg
            class="chronology"
            viewBox=format!("0 0 {WIDTH:.0} {height:.0}")
            width=format!("{WIDTH:.0}")
            height=format!("{height:.0}")
            role="img"
            aria-labelledby=format!("{id}-title")
            aria-describedby=format!("{id}-told")
            inner_html=named + &inside
        ></svg>
    }
    .into_any()
}

/// A shape alone, as in the legend.
pub fn shape(of: Shape, ahead: bool) -> AnyView {
    let ahead = if ahead { " ahead" } else { "" };
    let inside = match of {
        Shape::Event => format!("<circle class=\"mark{ahead}\" cx=\"8\" cy=\"8\" r=\"5\"/>"),
        Shape::Meeting => format!("<rect class=\"mark meeting{ahead}\" x=\"3.5\" y=\"3.5\" width=\"9\" height=\"9\"/>"),
        Shape::Milestone => format!("<path class=\"mark milestone{ahead}\" d=\"M8 2l6 6l-6 6l-6-6z\"/>"),
    };
    view! { <svg class="chronology" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" inner_html=inside></svg> }
        .into_any()
}
