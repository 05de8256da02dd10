//! What a change must satisfy before it is tested.

use anyhow::Result;

use crate::{
    notices,
    process::{self, cargo, step},
    toolchain::{self, WASM},
};

/// Formatting, lints of the server and of the browser side, and the rules for dependencies; warnings are errors.
pub fn run() -> Result<()> {
    step("Formatting");
    process::run(cargo().args(["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")?;
    step("Lints of the server (profile dev)");
    process::run(
        cargo().args(["clippy", "--workspace", "--all-targets", "--features", "accord/ssr", "--", "-D", "warnings"]),
        "Correct what clippy says.",
    )?;
    browser_lints()?;
    notices::check()?;
    dependencies()
}

fn browser_lints() -> Result<()> {
    let mut clippy = cargo();
    clippy.args(["clippy", "--package", "accord", "--lib", "--no-default-features", "--features", "hydrate"]);
    if toolchain::has_wasm_target() {
        step("Lints of the browser side (profile dev)");
        clippy.args(["--target", WASM]);
    } else {
        step("Lints of the browser side (profile dev; for this machine, as the compiler lacks the browser's target)");
    }
    process::run(clippy.args(["--", "-D", "warnings"]), "Correct what clippy says about the browser side.")
}

fn dependencies() -> Result<()> {
    if !process::is_installed("cargo-deny") {
        step("Licences and sources of dependencies: skipped, as cargo-deny is not installed (`cargo install cargo-deny`)");
        return Ok(());
    }
    step("Licences and sources of dependencies");
    process::run(
        cargo().args(["deny", "--all-features", "check", "licenses", "bans", "sources"]),
        "Replace the dependency it names, or state in deny.toml why it is allowed.",
    )
}
