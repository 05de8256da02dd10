//! Serving the demo.

use std::{os::unix::process::CommandExt, process::Command};

use anyhow::{Context, Result};

use crate::{
    build,
    process::{forget_outer_cargo, step},
};

/// Builds, then becomes `accord demo`.
pub fn serve(arguments: &[String]) -> Result<()> {
    build::development()?;
    step("Starting the demo");
    // The process is replaced, so that a signal meant for the server reaches the server.
    let error = command(arguments).exec();
    Err(error).context("the server could not be started")
}

/// `accord demo` with these arguments.
pub fn command(arguments: &[String]) -> Command {
    let mut command = Command::new(build::binary());
    forget_outer_cargo(&mut command);
    command.arg("demo").args(arguments);
    command
}
