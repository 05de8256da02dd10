//! Everything the server sends that never changes under its name: stylesheet, scripts, wasm, fonts, icons.
//!
//! Each file gets its content's digest into its name (`main.0123456789abcdef.css`), so that a browser may keep it for ever, and
//! is compressed ahead where that makes it smaller. The result is `target/site/` with a manifest that the application's
//! `build.rs` embeds. The manifest has one line per file, its fields parted by tabs: the logical name (`fonts/x.woff2`), the
//! hashed name, and the compressed forms beside it (`br`, `gz`, or both parted by a comma).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    compress::{self, digest},
    process::step,
    stylesheet,
    wasm::Browser,
    workspace,
};

/// Where the server serves assets; references in stylesheets and scripts begin with it.
const PREFIX: &str = "/assets/";
const LOADER: &str = "islands.js";
const MANIFEST: &str = "manifest.tsv";
/// Formats that are compressed in themselves; trying again would only take time.
const COMPRESSED: [&str; 2] = ["png", "woff2"];

/// Writes all assets into `target/site/`.
///
/// # Errors
/// When a file cannot be read or written, or a stylesheet or script refers to an asset that does not exist.
pub fn build(browser: Browser) -> Result<()> {
    step("Writing the assets (hashed names, compressed by Brotli and gzip)");
    let mut site = Site::new(workspace::site());
    let public = workspace::path("public");
    for (logical, bytes) in read_folder(&public)? {
        if logical != LOADER {
            site.add(&logical, bytes)?;
        }
    }
    let css = stylesheet::bundle(&workspace::path("style/main.css"))?;
    site.add_text("main.css", &css)?;
    site.add("accord.wasm", browser.wasm)?;
    site.add("accord.js", browser.glue)?;
    let loader = fs::read_to_string(public.join(LOADER)).context("public/islands.js, which loads the islands, cannot be read")?;
    site.add_text(LOADER, &loader)?;
    site.finish()
}

/// The folder of finished assets while it is written.
struct Site {
    folder: PathBuf,
    /// From logical to hashed name.
    names: BTreeMap<String, String>,
    manifest: Vec<String>,
    written: BTreeSet<String>,
}

impl Site {
    fn new(folder: PathBuf) -> Self {
        Self { folder, names: BTreeMap::new(), manifest: Vec::new(), written: BTreeSet::new() }
    }

    /// Adds a stylesheet or script after giving the assets it names their hashed names.
    fn add_text(&mut self, logical: &str, text: &str) -> Result<()> {
        let text = with_hashed_names(text, &self.names).with_context(|| format!("{logical} cannot be finished"))?;
        self.add(logical, text.into_bytes())
    }

    fn add(&mut self, logical: &str, bytes: Vec<u8>) -> Result<()> {
        let hashed = hashed_name(logical, &bytes);
        let mut forms = Vec::new();
        if self.save_if_smaller(&format!("{hashed}.br"), &bytes, compress::brotli)? {
            forms.push("br");
        }
        if self.save_if_smaller(&format!("{hashed}.gz"), &bytes, compress::gzip)? {
            forms.push("gz");
        }
        self.save(&hashed, &bytes)?;
        self.manifest.push(format!("{logical}\t{hashed}\t{}\n", forms.join(",")));
        self.names.insert(logical.to_owned(), hashed);
        Ok(())
    }

    /// Compresses, unless an earlier run did: the name says that the content is the same.
    fn save_if_smaller(&mut self, name: &str, bytes: &[u8], compress: fn(&[u8]) -> Result<Vec<u8>>) -> Result<bool> {
        if COMPRESSED.iter().any(|format| name.contains(&format!(".{format}."))) {
            return Ok(false);
        }
        if self.folder.join(name).exists() {
            self.written.insert(name.to_owned());
            return Ok(true);
        }
        let compressed = compress(bytes)?;
        if compressed.len() >= bytes.len() {
            return Ok(false);
        }
        self.save(name, &compressed)?;
        Ok(true)
    }

    fn save(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.written.insert(name.to_owned());
        write_if_changed(&self.folder.join(name), bytes)
    }

    /// Writes the manifest and removes what an earlier run left.
    fn finish(mut self) -> Result<()> {
        self.manifest.sort();
        let manifest = self.manifest.concat();
        self.save(MANIFEST, manifest.as_bytes())?;
        for (name, _) in read_folder(&self.folder)? {
            if !self.written.contains(&name) {
                fs::remove_file(self.folder.join(name))?;
            }
        }
        Ok(())
    }
}

/// `fonts/x.woff2` becomes `fonts/x.0123456789abcdef.woff2`.
fn hashed_name(logical: &str, bytes: &[u8]) -> String {
    let (stem, extension) = logical.rsplit_once('.').unwrap_or((logical, "bin"));
    format!("{stem}.{}.{extension}", digest(bytes))
}

/// Replaces every reference to an asset (`/assets/NAME`) by one to its hashed name.
fn with_hashed_names(text: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut parts = text.split(PREFIX);
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || "-_./".contains(c))).unwrap_or(part.len());
        let (logical, rest) = part.split_at(end);
        let Some(hashed) = names.get(logical) else {
            bail!("it refers to {PREFIX}{logical}, but there is no such file in public/");
        };
        result.push_str(PREFIX);
        result.push_str(hashed);
        result.push_str(rest);
    }
    Ok(result)
}

/// A file that stays the same keeps its time, so that Cargo does not build again.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

/// All files under a folder, by their path inside it with forward slashes.
fn read_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("{} cannot be read", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                files.push((name, fs::read(&path)?));
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{hashed_name, with_hashed_names};

    #[test]
    fn a_name_keeps_its_folder_and_its_extension() {
        assert_eq!(hashed_name("fonts/x.woff2", b""), "fonts/x.e3b0c44298fc1c14.woff2");
    }

    #[test]
    fn references_get_the_hashed_names() {
        let names = BTreeMap::from([("fonts/x.woff2".to_owned(), "fonts/x.1.woff2".to_owned())]);
        let css = "@font-face{src:url(/assets/fonts/x.woff2)format(\"woff2\")}";
        let expected = "@font-face{src:url(/assets/fonts/x.1.woff2)format(\"woff2\")}";
        assert_eq!(with_hashed_names(css, &names).ok().as_deref(), Some(expected));
    }

    #[test]
    fn a_reference_to_nothing_is_refused() {
        assert!(with_hashed_names("url(/assets/missing.svg)", &BTreeMap::new()).is_err());
    }
}
