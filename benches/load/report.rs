//! The report: a table for people, a file for programs; each figure beside the bound it is held against.

use std::time::Duration;

use serde_json::{Value, json};

use crate::Outcome;
use crate::client::Speed;
use crate::server::Accord;
use crate::trade::Figures;

/// The figures of one page.
pub struct PageFigures {
    pub bytes: usize,
    pub bare: Speed,
    pub warm: Speed,
    pub anew: Speed,
}

/// Pages that read the record, and the live ones they are held against, all made anew.
pub struct Reading {
    pub portfolio: Speed,
    pub portfolio_then: Speed,
    pub agreement: Speed,
    pub agreement_then: Speed,
    pub changes: Speed,
    /// The brief as a Word document.
    pub brief: Speed,
}

struct Line {
    what: String,
    figure: String,
    bound: &'static str,
    holds: bool,
}

/// What was measured.
#[derive(Default)]
pub struct Report {
    lines: Vec<Line>,
    json: Vec<Value>,
}

const MEBIBYTE: f64 = 1024.0 * 1024.0;

fn milliseconds(span: Duration) -> f64 {
    span.as_secs_f64() * 1_000.0
}

fn told(speed: &Speed) -> Value {
    json!({ "per_second": speed.per_second, "p50_ms": milliseconds(speed.p50), "p99_ms": milliseconds(speed.p99) })
}

impl Report {
    fn line(&mut self, what: String, figure: String, bound: &'static str, holds: bool) {
        self.lines.push(Line { what, figure, bound, holds });
    }

    /// The time from the start of the process to its first answer.
    pub fn start(&mut self, agreements: usize, accord: &Accord) {
        let start = milliseconds(accord.start);
        self.json.push(json!({ "measured": "start", "agreements": agreements, "milliseconds": start }));
        self.line(format!("start, {agreements} agreements"), format!("{start:.0} ms"), "within 150 ms", start <= 150.0);
    }

    /// A page.
    pub fn page(&mut self, agreements: usize, name: &str, page: PageFigures) {
        let warm = page.warm.per_second / page.bare.per_second;
        let anew = page.anew.per_second / page.bare.per_second;
        self.json.push(json!({
            "measured": "page", "page": name, "agreements": agreements, "bytes": page.bytes,
            "bare": told(&page.bare), "warm": told(&page.warm), "anew": told(&page.anew),
            "warm_of_bare": warm, "anew_of_bare": anew,
        }));
        let what = format!("{name}, {agreements} agreements, {:.0} KB", page.bytes as f64 / 1_000.0);
        let speed = |speed: &Speed, share: f64| format!("{:.0}/s, 1/{:.1} of bare", speed.per_second, 1.0 / share);
        self.line(format!("{what}, bare axum"), format!("{:.0}/s", page.bare.per_second), "the measure", true);
        self.line(format!("{what}, warm"), speed(&page.warm, warm), "at least 1/3 of bare", warm >= 1.0 / 3.0);
        self.line(format!("{what}, anew"), speed(&page.anew, anew), "at least 1/12 of bare", anew >= 1.0 / 12.0);
    }

    /// What is read from a record, whose steps beyond those of today are told.
    pub fn reading(&mut self, steps: usize, reading: &Reading) {
        let Reading { portfolio, portfolio_then, agreement, agreement_then, changes, brief } = reading;
        self.json.push(json!({
            "measured": "record", "steps": steps, "portfolio": told(portfolio), "portfolio_as_of": told(portfolio_then),
            "agreement": told(agreement), "agreement_as_of": told(agreement_then), "what_changed": told(changes), "brief_docx": told(brief),
        }));
        let mut against = |what: &str, speed: &Speed, page: &Speed, of: &str, bound: &'static str, most: f64| {
            let times = page.per_second / speed.per_second;
            let figure = format!("{:.0}/s, {times:.1} times {of}", speed.per_second);
            self.line(format!("{what}, record of {steps} steps"), figure, bound, times <= most);
        };
        against("portfolio as of a day", portfolio_then, portfolio, "the live one", "at most twice", 2.0);
        against("agreement as of a day", agreement_then, agreement, "the live one", "no bound", f64::INFINITY);
        against("what changed, 5,000 changes", changes, agreement, "an agreement's page", "at most 5 times", 5.0);
        against("brief as Word", brief, agreement, "an agreement's page", "at most 20 times", 20.0);
    }

    /// How what is read from the record grows with it.
    pub fn record_growth(&mut self, readings: &[Reading]) {
        let [small, large] = readings else { return };
        for (name, small, large) in [
            ("portfolio as of a day", &small.portfolio_then, &large.portfolio_then),
            ("what changed", &small.changes, &large.changes),
            ("brief as Word", &small.brief, &large.brief),
        ] {
            let growth = small.per_second / large.per_second;
            self.json.push(json!({ "measured": "growth with the record", "page": name, "time_large_of_small": growth }));
            self.line(format!("{name}, a hundredfold record"), format!("{growth:.2} times the time"), "flat, ±¼", growth <= 1.25);
        }
    }

    /// How each page made anew grows from the small to the large data set, whose portfolio shows as many rows.
    pub fn growth(&mut self, anew: &[Vec<f64>]) {
        let [small, large] = anew else { return };
        for (name, (small, large)) in ["portfolio", "agreement", "chapter"].into_iter().zip(small.iter().zip(large)) {
            let growth = large / small;
            self.json.push(json!({ "measured": "growth", "page": name, "time_1000_of_20": growth }));
            let what = format!("{name} anew, 1,000 against 20 agreements");
            // A quarter is the noise of two measurements.
            self.line(what, format!("{growth:.2} times the time"), "as the rows shown, ±¼", growth <= 1.25);
        }
    }

    /// Memory after everything was measured.
    pub fn memory(&mut self, agreements: usize, resident: u64) {
        let mebibytes = resident as f64 / MEBIBYTE;
        self.json.push(json!({ "measured": "resident memory", "agreements": agreements, "mebibytes": mebibytes }));
        let what = format!("resident memory after the run, {agreements} agreements");
        self.line(what, format!("{mebibytes:.1} MiB"), "under 40 MiB", mebibytes < 40.0);
    }

    /// Durable changes.
    pub fn writers(&mut self, rows: Speed, changes: Speed) {
        let share = changes.per_second / rows.per_second;
        let spread = milliseconds(changes.p99) / milliseconds(changes.p50);
        self.json.push(json!({
            "measured": "durable changes", "rows": told(&rows), "changes": told(&changes),
            "changes_of_rows": share, "p99_of_p50": spread,
        }));
        self.line("one row per commit".into(), format!("{:.0}/s", rows.per_second), "the measure", true);
        let figure = format!("{:.0}/s, {share:.2} of it", changes.per_second);
        self.line("durable status changes, 8 writers".into(), figure, "more than one row per commit", share > 1.0);
        let figure = format!("{:.1} ms, {spread:.1} times the p50", milliseconds(changes.p99));
        self.line("their p99".into(), figure, "at most 4 times", spread <= 4.0);
    }

    /// Trade figures.
    pub fn trade(&mut self, figures: &Figures) {
        let [few, many] = &figures.region;
        let (share, peak) = (figures.imported / figures.bare, figures.peak as f64 / MEBIBYTE);
        let times = few.per_second / many.per_second;
        self.json.push(json!({
            "measured": "trade figures", "count": figures.count, "imported_per_second": figures.imported,
            "bare_inserts_per_second": figures.bare, "imported_of_bare": share, "peak_mebibytes": peak,
            "region_with_few": told(few), "region_with_many": told(many), "time_many_of_few": times,
        }));
        self.line("bare inserts in one transaction".into(), format!("{:.0}/s", figures.bare), "the measure", true);
        let what = format!("{} figures sent, tried and committed", figures.count);
        self.line(
            what,
            format!("{:.0}/s, 1/{:.1} of bare", figures.imported, 1.0 / share),
            "at least 1/3 of bare",
            share >= 1.0 / 3.0,
        );
        self.line("most memory held by then".into(), format!("{peak:.1} MiB"), "within 100 MiB", peak <= 100.0);
        let figure = format!("{:.0}/s, {times:.2} times the time", many.per_second);
        self.line("region with them, against a hundred".into(), figure, "at most twice", times <= 2.0);
    }

    /// Prints the table.
    pub fn print(&self) {
        for line in &self.lines {
            let mark = if line.holds { ' ' } else { '✗' };
            println!("{mark} {:<52} {:>38}   {}", line.what, line.figure, line.bound);
        }
    }

    /// Writes the file.
    pub fn write(&self) -> Outcome<()> {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench.json");
        std::fs::write(&file, serde_json::to_vec_pretty(&self.json)?)?;
        println!("\nAs a file: {}", file.display());
        Ok(())
    }
}
