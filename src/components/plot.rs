//! A plot of trade over time, drawn as SVG: bars while there are few periods, lines when there are many. Its table stands beside it, so
//! that nobody needs the drawing.

use leptos::prelude::*;

/// A period with what it shows of each flow, in the plot's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub label: String,
    pub values: Vec<Option<f64>>,
}

/// A flow that is drawn: the class of its marks, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    pub class: &'static str,
    pub label: String,
}

/// What a plot shows and how it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Distinguishes the plots of a page.
    pub id: &'static str,
    pub title: String,
    pub description: String,
    /// What the numbers count.
    pub unit: String,
    /// In the order of the values of each point.
    pub flows: Vec<Drawn>,
    /// One for each period from the first to the last, also where nothing is known of it.
    pub points: Vec<Point>,
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 280.0;
const LEFT: f64 = 58.0;
const RIGHT: f64 = 10.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 30.0;
/// Up to how many periods are bars.
const BARS: usize = 16;
/// How many labels find room below the axis.
const LABELS: usize = 10;

/// The next round number that at most five steps of reach a value.
fn step(most: f64) -> f64 {
    let rough = (most / 4.0).max(f64::MIN_POSITIVE);
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough).unwrap_or(rough)
}

struct Scale {
    most: f64,
    step: f64,
    count: usize,
}

impl Scale {
    fn of(points: &[Point]) -> Self {
        let most = points.iter().flat_map(|point| &point.values).flatten().copied().fold(0.0, f64::max);
        let step = if most > 0.0 { step(most) } else { 1.0 };
        let most = (most / step).ceil().max(1.0) * step;
        Self { most, step, count: points.len().max(1) }
    }

    /// How many decimals the numbers of the axis need.
    fn places(&self) -> u8 {
        let whole = |places: &u8| {
            let parts = self.step * 10_f64.powi(i32::from(*places));
            (parts - parts.round()).abs() < 1e-6
        };
        (0..=3).find(whole).unwrap_or(3)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - BOTTOM - value.max(0.0) / self.most * (HEIGHT - TOP - BOTTOM)
    }

    /// The width of a period, and where it begins.
    fn slot(&self, at: usize) -> (f64, f64) {
        let width = (WIDTH - LEFT - RIGHT) / self.count as f64;
        (width, LEFT + width * at as f64)
    }
}

fn bars(plot: &Plot, scale: &Scale) -> String {
    let mut drawn = String::new();
    let flows = plot.flows.len().max(1) as f64;
    for (at, point) in plot.points.iter().enumerate() {
        let (slot, from) = scale.slot(at);
        let width = (slot * 0.64 / flows).min(40.0);
        let left = from + (slot - (width + 2.0) * flows + 2.0) / 2.0;
        for (place, (flow, value)) in plot.flows.iter().zip(&point.values).enumerate() {
            let Some(value) = value else { continue };
            let (x, y, class) = (left + (width + 2.0) * place as f64, scale.y(*value), flow.class);
            let height = HEIGHT - BOTTOM - y;
            drawn.push_str(&format!(
                "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
            ));
        }
    }
    drawn
}

fn lines(plot: &Plot, scale: &Scale) -> String {
    let mut drawn = String::new();
    for (place, flow) in plot.flows.iter().enumerate() {
        let (mut path, mut pen_down) = (String::new(), false);
        for (at, point) in plot.points.iter().enumerate() {
            let Some(value) = point.values.get(place).copied().flatten() else {
                pen_down = false;
                continue;
            };
            let (slot, from) = scale.slot(at);
            path.push_str(&format!("{}{:.1} {:.1}", if pen_down { 'L' } else { 'M' }, from + slot / 2.0, scale.y(value)));
            pen_down = true;
        }
        if !path.is_empty() {
            drawn.push_str(&format!("<path class=\"line {}\" d=\"{path}\"/>", flow.class));
        }
    }
    drawn
}

/// Draws the plot. `tick` writes a number of the axis with so many decimals.
pub fn plot(plot: Plot, tick: impl Fn(f64, u8) -> String) -> AnyView {
    let scale = Scale::of(&plot.points);
    let places = scale.places();
    let ticks = (scale.most / scale.step).round() as usize;
    let axis = (0..=ticks)
        .map(|at| {
            let value = scale.step * at as f64;
            let y = scale.y(value);
            view! {
                <line class="grid" x1=LEFT x2=WIDTH - RIGHT y1=y y2=y></line>
                <text class="n" x=LEFT - 8.0 y=y + 4.0>{tick(value, places)}</text>
            }
        })
        .collect_view();
    let every = plot.points.len().div_ceil(LABELS).max(1);
    let labels = plot
        .points
        .iter()
        .enumerate()
        .filter(|(at, _)| at % every == 0)
        .map(|(at, point)| {
            let (slot, from) = scale.slot(at);
            view! { <text class="period" x=from + slot / 2.0 y=HEIGHT - 10.0>{point.label.clone()}</text> }
        })
        .collect_view();
    let drawn = if plot.points.len() <= BARS { bars(&plot, &scale) } else { lines(&plot, &scale) };
    let frame = format!("0 0 {WIDTH} {HEIGHT}");
    let (title_id, description_id) = (format!("{}-title", plot.id), format!("{}-description", plot.id));
    let described = format!("{title_id} {description_id}");
    let legends = plot
        .flows
        .iter()
        .enumerate()
        .map(|(place, flow)| {
            let x = LEFT + 130.0 * place as f64;
            view! {
                <rect class=flow.class x=x y="6" width="12" height="12"></rect>
                <text x=x + 18.0 y="16">{flow.label.clone()}</text>
            }
        })
        .collect_view();
    let (unit, title, named) = (plot.unit.clone(), plot.title.clone(), plot.title.clone());
    let description = plot.description.clone();
    view! {
        <figure class="plot">
            <div class="scroll" tabindex="0" role="group" aria-label=named>
                <svg viewBox=frame role="img" aria-labelledby=described>
                    <title id=title_id>{title}</title>
                    <desc id=description_id>{description}</desc>
                    {legends}
                    <text class="n" x=WIDTH - RIGHT y="16">{unit}</text>
                    {axis}
                    {labels}
                    <g inner_html=drawn></g>
                </svg>
            </div>
        </figure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_has_round_steps() {
        for (most, wanted) in [(3.0, 1.0), (4.9, 2.0), (9.0, 2.5), (98.0, 25.0), (1_000.0, 250.0)] {
            assert!((step(most) - wanted).abs() < 1e-9, "{most}: {}", step(most));
        }
    }

    #[test]
    fn the_axis_has_as_many_decimals_as_its_steps() {
        for (step, places) in [(1.0, 0), (250.0, 0), (2.5, 1), (0.5, 1), (0.25, 2), (0.2, 1), (0.05, 2)] {
            assert_eq!(Scale { most: 1.0, step, count: 1 }.places(), places, "{step}");
        }
    }

    fn of(values: &[Option<f64>]) -> Plot {
        Plot {
            id: "x",
            title: String::new(),
            description: String::new(),
            unit: String::new(),
            flows: vec![Drawn { class: "total", label: String::new() }],
            points: values.iter().map(|value| Point { label: String::new(), values: vec![*value] }).collect(),
        }
    }

    #[test]
    fn a_plot_of_nothing_is_drawn() {
        let (plot, scale) = (of(&[]), Scale::of(&[]));
        assert!(scale.y(0.0).is_finite() && bars(&plot, &scale).is_empty() && lines(&plot, &scale).is_empty());
    }

    #[test]
    fn what_is_unknown_breaks_a_line_and_leaves_a_bar_out() {
        let plot = of(&[Some(1.0), None, Some(2.0)]);
        let scale = Scale::of(&plot.points);
        assert_eq!(lines(&plot, &scale).matches(['M']).count(), 2);
        assert_eq!(bars(&plot, &scale).matches("<rect").count(), 2);
    }
}
