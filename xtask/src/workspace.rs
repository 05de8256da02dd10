//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder of the workspace's `Cargo.toml`.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// A path inside the workspace.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Where Cargo puts what it builds for the server.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), |folder| root().join(folder))
}

/// The finished assets and their manifest, which the application's `build.rs` embeds. It looks in this very place whatever
/// `CARGO_TARGET_DIR` says.
pub fn site() -> PathBuf {
    path("target/site")
}
