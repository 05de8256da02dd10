//! The whole build of Accord behind one command: `cargo xtask <verb>`.
//!
//! It needs only Cargo and crates, so that a fresh machine serves the demo in minutes.

mod assets;
mod bench;
mod build;
mod check;
mod compress;
mod debian;
mod demo;
mod notices;
mod postgres;
mod process;
mod stylesheet;
mod tests;
mod toolchain;
mod wasm;
mod watch;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Build, run, check and package Accord.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", version, about)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build (dev profile) and serve the demo.
    Demo {
        /// Passed to `accord demo` as they are.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Build the browser side (wasm profile), the assets and the server (dev profile).
    Build,
    /// Build and serve the demo, and again whenever a source file changes (dev profile).
    Watch {
        /// Passed to `accord demo` as they are.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Formatting, lints of both sides, licences and sources of dependencies (dev profile).
    Check,
    /// Write THIRD-PARTY-NOTICES.md from the lock file.
    Notices,
    /// Every test: Rust on both database engines, then the journeys in a real browser (dev profile).
    Test(tests::Selection),
    /// Speed, memory and durability against their bounds (dist profile); writes target/bench.json.
    Bench {
        /// One part alone: pages, record or trade.
        part: Option<String>,
    },
    /// Build the one file to deploy: target/dist/accord (dist profile: optimised, thin LTO).
    Dist,
}

fn main() -> ExitCode {
    match perform() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The sentence alone, whatever RUST_BACKTRACE says: it tells what to do.
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform() -> Result<()> {
    match Arguments::parse().verb {
        Verb::Demo { arguments } => demo::serve(&arguments),
        Verb::Build => build::development(),
        Verb::Watch { arguments } => watch::serve(&arguments),
        Verb::Check => check::run(),
        Verb::Notices => notices::write(),
        Verb::Test(selection) => tests::run(selection),
        Verb::Bench { part } => bench::run(part.as_deref()),
        Verb::Dist => build::distribution(),
    }
}
