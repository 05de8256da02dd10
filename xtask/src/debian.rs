//! Packages of Debian that a build or a test needs.

use std::{env, fs, os::unix::fs::MetadataExt, path::Path};

use anyhow::{Result, bail};

use crate::process::{self, command, step};

/// Installs the packages as root or with `CI=true`; else prints the one line to run, and stops.
///
/// # Errors
/// When the machine is not Debian's kin, or the person has to install the packages, or apt fails.
pub fn install(packages: &[&str], reason: &str) -> Result<()> {
    let line = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
    if !is_debian() {
        bail!("{reason}: please install what Debian calls {} with your system's package manager.", packages.join(", "));
    }
    if !is_root() && !is_ci() {
        bail!("{reason}. Run this line, then try again:\n\n    sudo {line}\n");
    }
    step(&format!("Installing {} from Debian: {reason}", packages.join(", ")));
    let advice = format!("Look at the message above, or run `{line}` yourself.");
    process::run(apt().arg("update").arg("--quiet"), &advice)?;
    process::run(apt().args(line.split_whitespace().skip(1)).env("DEBIAN_FRONTEND", "noninteractive"), &advice)
}

/// Whether apt can be expected to be there.
pub fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// Whether this process runs as root, where PostgreSQL refuses to work and Chromium wants no sandbox.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}

fn apt() -> std::process::Command {
    if is_root() {
        return command("apt-get");
    }
    let mut sudo = command("sudo");
    sudo.arg("apt-get");
    sudo
}
