//! Trade figures: a hundred thousand sent, tried and committed, against bare inserts in one transaction on the same disk; what that
//! takes of memory, also where they come a second time; and a region's page with them, against the page with a hundred.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use rusqlite::{Connection as Bare, params};

use crate::client::{Connection, Speed, measure};
use crate::report::Report;
use crate::server::Accord;
use crate::{Outcome, data};

/// The headings and months of the large file: 98 chapters × 34 headings × 30 months are 99,960 figures.
const HEADINGS: usize = 34;
const MONTHS: usize = 30;
/// The figures of the small one.
const FEW: usize = 100;

/// What was measured.
pub struct Figures {
    pub count: usize,
    /// Figures kept in a second, from the first byte sent to the answer that all are committed.
    pub imported: f64,
    /// Rows inserted in a second by bare SQLite in one transaction.
    pub bare: f64,
    /// The most memory the server had held by the end of both imports, in bytes.
    pub peak: u64,
    /// The region's page with few figures and with all.
    pub region: [Speed; 2],
}

/// A row of the file: code, year and month, amount.
fn rows() -> impl Iterator<Item = (String, String, usize)> {
    let chapters = (1..=99).filter(|chapter| *chapter != 77);
    chapters.flat_map(|chapter| {
        (0..MONTHS).flat_map(move |month| {
            let date = format!("{}-{:02}", 2022 + month / 12, month % 12 + 1);
            (1..=HEADINGS).map(move |heading| (format!("{chapter:02}{heading:02}"), date.clone(), chapter * 100 + heading))
        })
    })
}

/// The file, with the leading zeros lost.
fn file(count: usize) -> String {
    let mut text = "HSCode,Value,Date\n".to_owned();
    for (code, date, amount) in rows().take(count) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{},{amount}.25,{date}", code.trim_start_matches('0'));
    }
    text
}

fn import(accord: &Accord, cookie: &str, publisher: &str, text: &str) -> Outcome<()> {
    let body = format!(
        "--accord\r\nContent-Disposition: form-data; name=\"file\"; filename=\"figures.csv\"\r\n\r\n{text}\r\n--accord\r\n\
         Content-Disposition: form-data; name=\"publisher\"\r\n\r\n{publisher}\r\n--accord--\r\n"
    );
    let mut connection = Connection::open(&accord.address)?;
    let sent = connection.post_as("/trade/import", cookie, "multipart/form-data; boundary=accord", &body)?;
    let place = sent.header("location").and_then(|place| place.split('?').next()).ok_or("the file was not taken")?.to_owned();
    let form = format!("publisher={publisher}&all-partner=Peru&all-flow=exports&reading=months&whole=all");
    let tried = connection.get(&format!("{place}?{form}"), cookie)?;
    if tried.status != 200 {
        return Err(format!("the trial was answered with {}", tried.status).into());
    }
    let kept = connection.post(&place, cookie, &form)?;
    if kept.status == 303 { Ok(()) } else { Err(format!("the import was answered with {}", kept.status).into()) }
}

fn bare(folder: &Path) -> Outcome<f64> {
    let connection = Bare::open(folder.join("bare.db"))?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.execute_batch(
        "create table figures (id blob primary key, source blob, reporter text, partner text, traded text, flow text, currency text, \
         period_kind text, starts text, ends text, hs text, commodity text, amount integer, scale text, places integer, version integer, \
         unique (reporter, partner, source, hs, commodity, traded, flow, currency, starts, ends))",
    )?;
    let start = Instant::now();
    connection.execute_batch("begin immediate")?;
    let mut count = 0;
    {
        let mut insert =
            connection.prepare("insert into figures values (?1, x'00', 'IN', 'PE', 'goods', 'exports', 'USD', 'month', ?2, ?2, ?3, '', ?4, 'million', 2, 1)")?;
        for (code, date, amount) in rows() {
            insert.execute(params![(count as u128).to_be_bytes(), date, code, amount as i64])?;
            count += 1;
        }
    }
    connection.execute_batch("commit")?;
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

/// Measures and reports.
pub fn measure_and_report(runtime: &tokio::runtime::Runtime, folder: &Path, report: &mut Report) -> Outcome<()> {
    let database = folder.join("trade.db");
    eprintln!("Making a region and its figures…");
    runtime.block_on(data::make(&database, data::Size { agreements: 20, steps: 0 }))?;
    runtime.block_on(data::region(&database))?;
    let accord = Accord::start(&database)?;
    let cookie = accord.sign_in(data::CHIEF)?;
    let page = || measure(&accord.address, &cookie, |_| "/regions/lac".to_owned());
    import(&accord, &cookie, "Few", &file(FEW))?;
    let few = page()?;
    let (text, count) = (file(usize::MAX), rows().count());
    let start = Instant::now();
    import(&accord, &cookie, "Many", &text)?;
    let imported = count as f64 / start.elapsed().as_secs_f64();
    // The next month's file holds most figures again.
    import(&accord, &cookie, "Many", &text)?;
    let peak = accord.peak()?;
    let many = page()?;
    accord.end()?;
    report.trade(&Figures { count, imported, bare: bare(folder)?, peak, region: [few, many] });
    Ok(())
}
