//! The notices of the libraries that are in the program people receive: `THIRD-PARTY-NOTICES.md`, made from the lock file.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write as _,
    fs,
    path::PathBuf,
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{
    process::{self, cargo, step},
    workspace,
};

const INTRODUCTION: &str = "# Third-party notices\n\n\
    Accord is built on the work of others. The server and the browser side contain the libraries below, each under its own\n\
    licence; its source, with the text of the licence, is at the address given. The Devanagari letters are a subset of Noto Sans\n\
    Devanagari, under the SIL Open Font License 1.1 (`public/fonts/`).\n\n\
    This file is made by `cargo xtask notices`, and `cargo xtask check` compares it with the lock file.\n\n\
    | Library | Version | Licence | Source |\n|---|---|---|---|\n";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    /// None for members of the workspace.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// None for what ends up in the program, else `dev` or `build`.
    kind: Option<String>,
}

/// Writes the file.
pub fn write() -> Result<()> {
    step("Writing the third-party notices");
    fs::write(file(), notices()?)?;
    Ok(())
}

/// Refuses a file that does not fit the lock file.
pub fn check() -> Result<()> {
    step("Third-party notices");
    let kept = fs::read_to_string(file()).unwrap_or_default();
    ensure!(kept == notices()?, "THIRD-PARTY-NOTICES.md does not fit Cargo.lock. Run `cargo xtask notices`.");
    Ok(())
}

fn file() -> PathBuf {
    workspace::path("THIRD-PARTY-NOTICES.md")
}

fn notices() -> Result<String> {
    let text = process::run_quietly(
        cargo().args(["metadata", "--format-version", "1", "--locked", "--features", "accord/ssr,accord/hydrate"]),
        "Cargo could not read the lock file.",
    )?;
    let metadata: Metadata = serde_json::from_str(&text).context("cargo metadata has a form this tool does not know")?;
    let inside = inside(&metadata)?;
    let mut lines = BTreeSet::new();
    for package in metadata.packages.iter().filter(|package| package.source.is_some() && inside.contains(package.id.as_str())) {
        let licence = package.license.as_deref().unwrap_or("see its source");
        let source = package.repository.as_deref().unwrap_or("crates.io");
        lines.insert(format!("| {} | {} | {licence} | {source} |\n", package.name, package.version));
    }
    let mut notices = INTRODUCTION.to_owned();
    for line in lines {
        notices.write_str(&line)?;
    }
    Ok(notices)
}

/// The packages that end up in the program: reached from it without a step for tests or build scripts.
fn inside(metadata: &Metadata) -> Result<BTreeSet<&str>> {
    let nodes: HashMap<&str, &Node> = metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let program = metadata.packages.iter().find(|package| package.name == "accord" && package.source.is_none());
    let mut inside = BTreeSet::new();
    let mut next = vec![program.context("the workspace has no package accord")?.id.as_str()];
    while let Some(id) = next.pop() {
        if inside.insert(id)
            && let Some(node) = nodes.get(id)
        {
            let linked = node.deps.iter().filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            next.extend(linked.map(|dependency| dependency.pkg.as_str()));
        }
    }
    Ok(inside)
}
