//! What is read from the record: the portfolio as of a day, what changed in an agreement, and its brief as a Word document, while the
//! record grows a hundredfold.

use std::path::Path;

use crate::client::measure;
use crate::report::{Reading, Report};
use crate::server::Accord;
use crate::{Outcome, data};

const AGREEMENTS: usize = 100;
/// Steps of each agreement: some ten thousand records in all, and a million.
const STEPS: [usize; 2] = [0, 9_900];
/// The day looked back at, so many days before the run.
const BACK: i64 = 400;

/// Measures both records and reports.
pub fn measure_and_report(runtime: &tokio::runtime::Runtime, folder: &Path, report: &mut Report) -> Outcome<()> {
    let mut readings = Vec::new();
    for steps in STEPS {
        let database = folder.join(format!("record-{steps}.db"));
        eprintln!("Making {AGREEMENTS} agreements with {steps} steps each…");
        runtime.block_on(data::make(&database, data::Size { agreements: AGREEMENTS, steps }))?;
        let accord = Accord::start(&database)?;
        let reading = read(&accord)?;
        accord.end()?;
        report.reading(steps * AGREEMENTS, &reading);
        readings.push(reading);
    }
    report.record_growth(&readings);
    Ok(())
}

/// Every page made anew: an address asked for once only is never answered from a kept rendering.
fn read(accord: &Accord) -> Outcome<Reading> {
    let cookie = accord.sign_in(data::OFFICIAL)?;
    let busy = format!("/agreements/{}", data::slug(data::BUSY));
    let (then, today) = (data::days_ago(BACK).date_naive(), data::days_ago(0).date_naive());
    let anew = |path: String| measure(&accord.address, &cookie, |number| format!("{path}once={number}"));
    Ok(Reading {
        portfolio: anew("/?".into())?,
        portfolio_then: anew(format!("/?as-of={then}&"))?,
        agreement: anew(format!("{busy}?"))?,
        agreement_then: anew(format!("{busy}?as-of={then}&"))?,
        changes: anew(format!("{busy}/changes?from={today}&"))?,
        brief: anew(format!("{busy}/brief.docx?"))?,
    })
}
