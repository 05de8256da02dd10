//! The one stylesheet: `style/main.css` and everything it imports, small.

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Browsers, Targets},
};

/// The browsers of May 2024 and later: nesting, `light-dark()` and `oklch()` stay as they are written.
const BROWSERS: Browsers = Browsers {
    android: Some(version(123, 0)),
    chrome: Some(version(123, 0)),
    edge: Some(version(123, 0)),
    firefox: Some(version(121, 0)),
    ie: None,
    ios_saf: Some(version(17, 5)),
    opera: Some(version(109, 0)),
    safari: Some(version(17, 5)),
    samsung: Some(version(27, 0)),
};

/// Bundles the stylesheet at `entry`.
///
/// # Errors
/// The place and the reason, when a file is missing or is not CSS.
pub fn bundle(entry: &Path) -> Result<String> {
    ensure!(entry.is_file(), "{} is missing: the stylesheet begins there", entry.display());
    let files = FileProvider::new();
    let mut sheet =
        Bundler::new(&files, None, ParserOptions::default()).bundle(entry).map_err(|error| anyhow!("the stylesheet: {error}"))?;
    let targets = Targets::from(BROWSERS);
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("the stylesheet: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("the stylesheet: {error}"))?;
    Ok(printed.code)
}

const fn version(major: u32, minor: u32) -> u32 {
    major << 16 | minor << 8
}
