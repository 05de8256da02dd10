//! The load of `cargo xtask bench`: pages against the same bytes from bare axum, the start of the server, its memory, durable
//! status changes against one row per commit, what is read from a long record, and trade figures imported. Prints a table and writes `target/bench.json`. Figures compare within one run;
//! the machine's own speed cancels out.

mod bare;
mod client;
mod data;
mod pages;
mod record;
mod report;
mod server;
mod trade;
mod writers;

use std::error::Error;
use std::path::PathBuf;

/// The parts that can be run alone, each behind the word `only`.
const PARTS: [&str; 3] = ["pages", "record", "trade"];

/// Any failure ends the run with its sentence.
pub type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let only = arguments.iter().position(|word| word == "only").and_then(|at| arguments.get(at + 1)).map(String::as_str);
    if let Some(unknown) = only.filter(|part| !PARTS.contains(part)) {
        return Err(format!("there is no part {unknown}, but {}", PARTS.join(", ")).into());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    if let Some(folder) = arguments.iter().position(|word| word == bare::WORD).and_then(|at| arguments.get(at + 1)) {
        return runtime.block_on(bare::serve(PathBuf::from(folder)));
    }
    let folder = std::env::temp_dir().join(format!("accord-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = run(&runtime, &folder, |part| only.is_none_or(|only| only == part));
    std::fs::remove_dir_all(&folder)?;
    outcome
}

fn run(runtime: &tokio::runtime::Runtime, folder: &std::path::Path, wanted: impl Fn(&str) -> bool) -> Outcome<()> {
    let mut report = report::Report::default();
    if wanted("pages") {
        measure_pages(runtime, folder, &mut report)?;
    }
    if wanted("record") {
        record::measure_and_report(runtime, folder, &mut report)?;
    }
    if wanted("trade") {
        trade::measure_and_report(runtime, folder, &mut report)?;
    }
    report.print();
    report.write()
}

/// The pages of a small and a large ministry; durable changes in the large one.
fn measure_pages(runtime: &tokio::runtime::Runtime, folder: &std::path::Path, report: &mut report::Report) -> Outcome<()> {
    let mut uncached = Vec::new();
    for agreements in [20, 1_000] {
        let database = folder.join(format!("{agreements}.db"));
        eprintln!("Making {agreements} agreements of {} chapters…", data::CHAPTERS);
        runtime.block_on(data::make(&database, data::Size { agreements, steps: 0 }))?;
        let accord = server::Accord::start(&database)?;
        report.start(agreements, &accord);
        uncached.push(pages::measure_and_report(&accord, folder, agreements, report)?);
        if agreements == 1_000 {
            writers::measure(runtime, &accord, folder, report)?;
        }
        report.memory(agreements, accord.resident()?);
        accord.end()?;
    }
    report.growth(&uncached);
    Ok(())
}
