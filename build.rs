//! Embeds the finished assets in the server: one file to deploy.
//!
//! `cargo xtask build` writes them and their manifest to `target/site/`. Without them the table is empty, so that
//! `cargo check` and `cargo test` work on a fresh checkout; pages then come without style.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SSR").is_none() {
        return Ok(());
    }
    let site = folder("CARGO_MANIFEST_DIR")?.join("target/site");
    let manifest = site.join("manifest.tsv");
    if !manifest.exists() {
        create_empty(&manifest)?;
    }
    println!("cargo::rerun-if-changed={}", manifest.display());
    let table = table(&site, &fs::read_to_string(&manifest)?)?;
    fs::write(folder("OUT_DIR")?.join("assets.rs"), table)
}

/// Cargo takes a missing file for a changed one, and would build the server each time. An empty manifest of a distant past
/// changes when the first real one is written.
fn create_empty(manifest: &Path) -> io::Result<()> {
    if let Some(folder) = manifest.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create(manifest)?.set_modified(SystemTime::UNIX_EPOCH)
}

/// The table as Rust: an entry per line of the manifest (logical name, hashed name, compressed forms).
fn table(site: &Path, manifest: &str) -> io::Result<Vec<u8>> {
    let mut code = Vec::new();
    writeln!(code, "static ASSETS: &[Asset] = &[")?;
    for line in manifest.lines() {
        let mut fields = line.split('\t');
        let (Some(logical), Some(name), Some(forms)) = (fields.next(), fields.next(), fields.next()) else {
            return Err(io::Error::other(format!("the manifest of assets has a line without three fields: {line}")));
        };
        let file = site.join(name).display().to_string();
        let include = |form: &str| {
            if forms.split(',').any(|present| present == form) {
                format!("Some(include_bytes!({:?}))", format!("{file}.{form}"))
            } else {
                "None".to_owned()
            }
        };
        writeln!(code, "    Asset {{")?;
        writeln!(code, "        logical: {logical:?},")?;
        writeln!(code, "        url: {:?},", format!("/assets/{name}"))?;
        writeln!(code, "        content_type: {:?},", content_type(logical))?;
        writeln!(code, "        identity: include_bytes!({file:?}),")?;
        writeln!(code, "        brotli: {},", include("br"))?;
        writeln!(code, "        gzip: {},", include("gz"))?;
        writeln!(code, "    }},")?;
    }
    writeln!(code, "];")?;
    Ok(code)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn folder(variable: &str) -> io::Result<PathBuf> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("Cargo did not set {variable}")))
}
