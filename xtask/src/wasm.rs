//! The browser side: the islands as WebAssembly, and the script that joins it to the page.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    compress::digest,
    process::{self, step},
    toolchain::{Toolchain, WASM},
    workspace,
};

/// What the browser loads.
pub struct Browser {
    /// The module, named sections removed.
    pub wasm: Vec<u8>,
    /// The script that wasm-bindgen writes around it.
    pub glue: Vec<u8>,
}

/// Compiles the islands. Cargo decides whether anything changed; the rest is skipped when the compiled file is the same.
pub fn build() -> Result<Browser> {
    let version = bindgen_version()?;
    step("Building the browser side (profile wasm: for size)");
    let toolchain = Toolchain::find()?;
    // A folder of its own, because two compilers in one would throw away each other's work.
    let target = workspace::path("target/wasm");
    process::run(
        toolchain
            .compile()
            .args(["--package", "accord", "--lib", "--no-default-features", "--features", "hydrate", "--profile", "wasm"])
            .arg("--target-dir")
            .arg(&target),
        "Correct what the compiler says about the browser side: `cargo check --lib --no-default-features --features hydrate` \
         is the quick way to see it.",
    )?;
    let compiled = target.join(WASM).join("wasm/accord.wasm");
    let input = fs::read(&compiled).with_context(|| format!("{} should be there now", compiled.display()))?;
    bind(input, &version)
}

/// Runs wasm-bindgen over the compiled module, or takes its last result when the same module was bound by the same version.
fn bind(input: Vec<u8>, version: &str) -> Result<Browser> {
    let kept = Kept::new();
    let stamp = format!("{version} {}", digest(&input));
    if let Some(browser) = kept.read(&stamp) {
        return Ok(browser);
    }
    step("Binding the browser side to its script");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("accord", input)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen could not read the compiled browser side")?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "a dependency of the browser side carries a script of its own, which the asset pipeline does not serve: \
         leave that dependency out of the `hydrate` feature"
    );
    let browser = Browser { glue: output.js().as_bytes().to_vec(), wasm: output.wasm_mut().emit_wasm() };
    kept.write(&stamp, &browser)?;
    Ok(browser)
}

/// The last result of wasm-bindgen, on disk.
struct Kept {
    folder: PathBuf,
}

impl Kept {
    fn new() -> Self {
        Self { folder: workspace::path("target/wasm/bound") }
    }

    fn read(&self, stamp: &str) -> Option<Browser> {
        let last = fs::read_to_string(self.folder.join("stamp")).ok()?;
        if last != stamp {
            return None;
        }
        let wasm = fs::read(self.folder.join("accord.wasm")).ok()?;
        let glue = fs::read(self.folder.join("accord.js")).ok()?;
        Some(Browser { wasm, glue })
    }

    /// The stamp is written last, so that an interrupted run is not taken for a finished one.
    fn write(&self, stamp: &str, browser: &Browser) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        fs::write(self.folder.join("accord.wasm"), &browser.wasm)?;
        fs::write(self.folder.join("accord.js"), &browser.glue)?;
        fs::write(self.folder.join("stamp"), stamp)?;
        Ok(())
    }
}

/// The version of wasm-bindgen in `Cargo.lock`, once it is known to be the one this build tool speaks.
fn bindgen_version() -> Result<String> {
    let lock = fs::read_to_string(workspace::path("Cargo.lock")).context("Cargo.lock should be in the workspace's folder")?;
    let library = locked_version(&lock, "wasm-bindgen").context("wasm-bindgen is not in Cargo.lock")?;
    let tool = locked_version(&lock, "wasm-bindgen-cli-support").context("wasm-bindgen-cli-support is not in Cargo.lock")?;
    if library != tool {
        bail!(
            "Cargo.lock has wasm-bindgen {library}, but xtask/Cargo.toml asks for wasm-bindgen-cli-support {tool}. \
             Write `wasm-bindgen-cli-support = \"={library}\"` there and run this again."
        );
    }
    Ok(library.to_owned())
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_locked_version_is_that_of_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "lightningcss"), None);
    }
}
