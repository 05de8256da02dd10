//! Finding a compiler that can build for the browser.

use std::{fs, path::Path, time::Duration};

use anyhow::Result;

use crate::{
    debian,
    process::{self, command, forget_outer_cargo, step},
};

/// The target of the browser side.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Debian's newest Rust, kept current there for building browsers, with the standard library's source.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// A compiler for the browser side.
pub enum Toolchain {
    /// The compiler in use has the target's standard library.
    Current,
    /// Debian's compiler, which builds the standard library from its source first.
    Debian,
}

impl Toolchain {
    /// The compiler in use where the target is there; else Debian's when it is installed already; else whichever of rustup and
    /// Debian can be reached. Rustup gets a short time only: on a closed network it may wait for ever.
    pub fn find() -> Result<Self> {
        if has_wasm_target() {
            return Ok(Self::Current);
        }
        if debian_is_ready() {
            return Ok(Self::Debian);
        }
        if process::is_installed("rustup") {
            step(&format!("Adding the target {WASM} by rustup"));
            let added = process::succeeds_within(command("rustup").args(["target", "add", WASM]), Duration::from_secs(40));
            if added && has_wasm_target() {
                return Ok(Self::Current);
            }
        }
        let reason = format!("the compiler lacks the target {WASM}, and `rustup target add {WASM}` did not bring it");
        debian::install(&DEBIAN_PACKAGES, &reason)?;
        Ok(Self::Debian)
    }

    /// `cargo rustc` of this toolchain for the browser: the crate type is given here, so that no build of the server links a
    /// library that nobody loads.
    pub fn compile(&self) -> std::process::Command {
        match self {
            Self::Current => {
                let mut cargo = process::cargo();
                cargo.args(["rustc", "--target", WASM, "--crate-type", "cdylib"]);
                cargo
            }
            Self::Debian => {
                let mut cargo = command(DEBIAN_CARGO);
                forget_outer_cargo(&mut cargo);
                // Building the standard library is a feature that Cargo still calls unstable; a stable compiler takes it only
                // under this switch.
                cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", DEBIAN_RUSTC).env_remove("RUSTUP_TOOLCHAIN");
                cargo.args(["rustc", "-Zbuild-std=std,panic_abort", "--target", WASM, "--crate-type", "cdylib"]);
                cargo
            }
        }
    }
}

/// Whether the compiler in use has the standard library for the browser.
pub fn has_wasm_target() -> bool {
    let mut rustc = command("rustc");
    forget_outer_cargo(&mut rustc);
    let Ok(output) = rustc.args(["--print", "target-libdir", "--target", WASM]).output() else { return false };
    let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

fn debian_is_ready() -> bool {
    debian::is_debian() && [DEBIAN_RUSTC, DEBIAN_CARGO, DEBIAN_LIBRARY].iter().all(|path| Path::new(path).exists())
}
