//! Building the application: browser side, assets, then the server, which embeds both.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    assets,
    process::{self, step},
    wasm, workspace,
};

/// The quick build.
pub fn development() -> Result<()> {
    browser_side()?;
    step("Building the server (profile dev: quick to build, not fast)");
    process::run(process::cargo().args(SERVER), ADVICE)
}

/// The build to deploy.
pub fn distribution() -> Result<()> {
    browser_side()?;
    step("Building the server (profile dist: optimised, thin LTO; this takes minutes)");
    process::run(process::cargo().args(SERVER).args(["--profile", "dist"]), ADVICE)?;
    step(&format!("Done: {}", workspace::target().join("dist/accord").display()));
    Ok(())
}

/// The wasm and the assets, without the server.
pub fn browser_side() -> Result<()> {
    assets::build(wasm::build()?)
}

/// The server that `development` builds.
pub fn binary() -> PathBuf {
    workspace::target().join("debug/accord")
}

const SERVER: [&str; 7] = ["build", "--package", "accord", "--bin", "accord", "--features", "ssr"];
const ADVICE: &str = "Correct what the compiler says about the server.";
