//! Building and serving again whenever a source file changes.

use std::{
    path::Path,
    process::Child,
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use anyhow::{Context, Result};
use notify::{EventKind, RecursiveMode, Watcher};

use crate::{
    build, demo,
    process::{self, step},
    workspace,
};

const WATCHED: [&str; 11] = [
    "Cargo.lock",
    "Cargo.toml",
    "build.rs",
    "crates",
    "demo",
    "locales",
    "migrations",
    "public",
    "src",
    "style",
    "xtask/Cargo.toml",
];

/// A save touches several files; they are taken together when nothing more happened for this long.
const QUIET: Duration = Duration::from_millis(300);

/// What the loop waits for.
enum Event {
    Changed,
    Interrupted,
}

/// Serves the demo until interrupted. A build that fails leaves the last good server running.
pub fn serve(arguments: &[String]) -> Result<()> {
    let (sender, events) = mpsc::channel();
    let interruption = sender.clone();
    // A signal that reaches this process alone must not leave the server running.
    ctrlc::set_handler(move || {
        let _sent = interruption.send(Event::Interrupted);
    })?;
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // A read by the compiler is no change. Nobody listens any more only while the program ends.
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            let _sent = sender.send(Event::Changed);
        }
    })?;
    for relative in WATCHED {
        let path = workspace::path(relative);
        if path.exists() {
            watch(&mut watcher, &path)?;
        }
    }
    let mut server: Option<Child> = None;
    loop {
        match build::development() {
            Ok(()) => {
                if let Some(mut old) = server.take() {
                    process::stop(&mut old);
                }
                server = Some(demo::command(arguments).spawn().context("the server could not be started")?);
            }
            Err(error) => eprintln!("{error:#}"),
        }
        step("Waiting for a change (Ctrl-C ends)");
        if matches!(next(&events)?, Event::Interrupted) {
            if let Some(mut server) = server {
                process::stop(&mut server);
            }
            return Ok(());
        }
    }
}

fn watch(watcher: &mut impl Watcher, path: &Path) -> Result<()> {
    watcher.watch(path, RecursiveMode::Recursive).with_context(|| format!("{} cannot be watched", path.display()))
}

/// Waits for an event, and then until changes pause.
fn next(events: &Receiver<Event>) -> Result<Event> {
    let mut event = events.recv().context("the system stopped reporting changes")?;
    while matches!(event, Event::Changed) {
        match events.recv_timeout(QUIET) {
            Ok(later) => event = later,
            Err(_) => break,
        }
    }
    Ok(event)
}
