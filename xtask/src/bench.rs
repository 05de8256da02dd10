//! Speed, memory and durability, measured on the build that is deployed.

use anyhow::Result;

use crate::{
    build,
    process::{self, cargo, step},
};

/// Builds and runs the load of `benches/load`.
pub fn run() -> Result<()> {
    build::browser_side()?;
    step("Building the server and its load (profile dist: optimised, thin LTO; this takes minutes)");
    process::run(
        cargo().args(["bench", "--package", "accord", "--features", "ssr", "--profile", "dist", "--bench", "load"]),
        "The sentence above says what was not answered.",
    )
}
