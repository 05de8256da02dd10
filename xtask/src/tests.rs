//! Every test there is, on both database engines and in a real browser.

use std::{env, fs, path::Path};

use anyhow::Result;
use clap::Args;

use crate::{
    build, debian, postgres,
    process::{self, cargo, command, step},
    workspace,
};

/// Which tests to run; without a flag, all.
#[derive(Args)]
pub struct Selection {
    /// Only the Rust tests.
    #[arg(long, conflicts_with = "browser_only")]
    rust_only: bool,
    /// Only the journeys in the browser.
    #[arg(long)]
    browser_only: bool,
    /// Passed to Playwright as they are, such as a file's name (browser), or to `cargo test` with `--rust-only`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Prepares the machine and runs the selected tests. The throwaway PostgreSQL is stopped whatever happens.
pub fn run(selection: Selection) -> Result<()> {
    let rust = !selection.browser_only;
    let browser = !selection.rust_only;
    prepare(browser)?;
    build::development()?;
    let server = postgres::Server::start()?;
    if rust {
        rust_tests(&server.url, if browser { &[] } else { &selection.arguments })?;
    }
    if browser {
        browser_tests(&server.url, &selection.arguments)?;
    }
    Ok(())
}

/// Installs what is missing, or says what to install.
fn prepare(browser: bool) -> Result<()> {
    let mut missing = Vec::new();
    if postgres::is_needed() && postgres::programs().is_none() {
        missing.push("postgresql");
    }
    if browser {
        if !Path::new(&chromium()).exists() {
            missing.push("chromium");
        }
        // Devanagari: without a font, screens in Hindi would be tested as rows of boxes.
        if !Path::new("/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf").exists() {
            missing.push("fonts-noto-core");
        }
        if !process::is_installed("node") {
            missing.push("nodejs");
        }
        if !process::is_installed("npm") {
            missing.push("npm");
        }
    }
    if missing.is_empty() { Ok(()) } else { debian::install(&missing, "the tests need it") }
}

fn rust_tests(postgres: &str, arguments: &[String]) -> Result<()> {
    step("Rust tests, on SQLite and PostgreSQL (profile dev)");
    process::run(
        cargo().args(["test", "--workspace", "--features", "accord/ssr"]).args(arguments).env(postgres::VARIABLE, postgres),
        "A test's name is above with what it found.",
    )
}

fn browser_tests(postgres: &str, arguments: &[String]) -> Result<()> {
    let folder = workspace::path("end2end");
    if !installed_is_current(&folder) {
        step("Installing Playwright (no browser is downloaded)");
        process::run(
            command("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                .current_dir(&folder),
            "It needs the npm registry once; after that the packages are kept.",
        )?;
    }
    step("Journeys in Chromium, with and without JavaScript");
    process::run(
        command("npx")
            .args(["--no-install", "playwright", "test"])
            .args(arguments)
            .current_dir(&folder)
            .env("ACCORD_BIN", build::binary())
            .env("ACCORD_CHROMIUM", chromium())
            .env(postgres::VARIABLE, postgres),
        "A journey's name is above with what it found; pictures are in end2end/test-results.",
    )
}

/// Whether `npm ci` has run for the present lock file.
fn installed_is_current(folder: &Path) -> bool {
    let time = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified()).ok();
    let installed = time("node_modules/.package-lock.json");
    installed.is_some() && installed >= time("package-lock.json")
}

fn chromium() -> String {
    env::var("ACCORD_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned())
}
