//! The pages: warm from kept renderings, and made anew each time, against the same bytes from bare axum.

use std::path::Path;

use crate::client::{Connection, measure};
use crate::report::{PageFigures, Report};
use crate::server::{Accord, Bare};
use crate::{Outcome, data};

/// Measures one screen.
fn measure_page(accord: &Accord, folder: &Path, cookie: &str, path: &str) -> Outcome<PageFigures> {
    let page = Connection::open(&accord.address)?.get(path, cookie)?;
    if page.status != 200 {
        return Err(format!("{path} was answered with {}", page.status).into());
    }
    let bare = Bare::start(folder, &page.body)?;
    let warm = measure(&accord.address, cookie, |_| path.to_owned())?;
    let against = measure(&bare.address, cookie, |_| "/".to_owned())?;
    // An address asked for once only is never answered from a kept rendering.
    let anew = measure(&accord.address, cookie, |number| format!("{path}?once={number}"))?;
    Ok(PageFigures { bytes: page.body.len(), bare: against, warm, anew })
}

/// All three, as the official sees them.
fn measure_all(accord: &Accord, folder: &Path) -> Outcome<Vec<(&'static str, PageFigures)>> {
    let cookie = accord.sign_in(data::OFFICIAL)?;
    let agreement = format!("/agreements/{}", data::slug(7));
    let chapter = format!("{agreement}/chapters/goods");
    [("portfolio", "/"), ("agreement", &agreement), ("chapter", &chapter)]
        .into_iter()
        .map(|(name, path)| Ok((name, measure_page(accord, folder, &cookie, path)?)))
        .collect()
}

/// Measures and reports; answers how long each screen takes when made anew, in seconds.
pub fn measure_and_report(accord: &Accord, folder: &Path, agreements: usize, report: &mut Report) -> Outcome<Vec<f64>> {
    let figures = measure_all(accord, folder)?;
    let anew: Vec<f64> = figures.iter().map(|(_, page)| 1.0 / page.anew.per_second).collect();
    for (name, page) in figures {
        report.page(agreements, name, page);
    }
    Ok(anew)
}
