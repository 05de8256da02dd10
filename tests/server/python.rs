//! Other people's programs in Python, which read what Accord writes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::house::Tested;

/// All that a program wrote.
pub fn told(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

/// A Python that has a module, which a package brings, in a folder of its own under target/; none where it cannot be installed and CI is
/// not set.
pub fn python(module: &str, package: &str) -> Tested<Option<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join(format!("python-{module}"));
    let python = folder.join("bin/python");
    let import = format!("import {module}");
    let has_it = |python: &Path| Command::new(python).args(["-c", &import]).output().is_ok_and(|done| done.status.success());
    if !has_it(&python) {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&folder).output();
        let put = Command::new(&python).args(["-m", "pip", "install", "--quiet", package]).output();
        if !has_it(&python) {
            let why = [made, put].map(|done| done.map_or_else(|error| error.to_string(), |done| told(&done))).join("\n");
            assert!(std::env::var_os("CI").is_none(), "{package} could not be installed: {why}");
            eprintln!("SKIPPED: nothing is read back by {module}, as it could not be installed: {why}");
            return Ok(None);
        }
    }
    Ok(Some(python))
}
