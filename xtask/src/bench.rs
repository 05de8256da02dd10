//! Speed, memory and durability, measured on the build that is deployed.

use anyhow::Result;

use crate::{
    build,
    process::{self, cargo, step},
};

/// Builds and runs the load of `benches/load`: all of it, or one part.
pub fn run(part: Option<&str>) -> Result<()> {
    build::browser_side()?;
    step("Building the server and its load (profile dist: optimised, thin LTO; this takes minutes)");
    let mut bench = cargo();
    bench.args(["bench", "--package", "accord", "--features", "ssr", "--profile", "dist", "--bench", "load"]);
    if let Some(part) = part {
        bench.args(["--", "only", part]);
    }
    process::run(&mut bench, "The sentence above says what was not answered.")
}
