//! Starting other programs, and saying plainly what to do when they fail.

use std::{
    env,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Says what is about to take a while.
pub fn step(message: &str) {
    eprintln!("==> {message}");
}

/// A command in the workspace's folder.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    command
}

/// Cargo of the toolchain in use.
pub fn cargo() -> Command {
    let mut cargo = command("cargo");
    forget_outer_cargo(&mut cargo);
    cargo
}

/// Removes what `cargo run` told this program about this program: an inner Cargo would hand it on to compilers and build
/// scripts, which then build again for no reason, or load the wrong toolchain's libraries.
pub fn forget_outer_cargo(command: &mut Command) {
    const EXACT: [&str; 6] =
        ["CARGO", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "LD_LIBRARY_PATH", "RUSTC", "RUST_RECURSION_COUNT"];
    const PREFIXES: [&str; 3] = ["CARGO_BIN_", "CARGO_MANIFEST_", "CARGO_PKG_"];
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if EXACT.contains(&text) || PREFIXES.iter().any(|prefix| text.starts_with(prefix)) {
            command.env_remove(&name);
        }
    }
}

/// Runs a command to its end, its output shown; `advice` completes the sentence when it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    accept(command, status, advice)
}

/// Runs a command with its output kept, which is shown only when it fails.
pub fn run_quietly(command: &mut Command, advice: &str) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| not_started(command))?;
    if !output.status.success() {
        eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    accept(command, output.status, advice)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command for at most `limit`; `false` when it failed, was not there or took longer.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).spawn() else { return false };
    let end = Instant::now() + limit;
    while Instant::now() < end {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(200)),
            Err(_) => break,
        }
    }
    stop(&mut child);
    false
}

/// Whether a program of this name is on the path.
pub fn is_installed(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Asks a child to end (SIGTERM), waits up to five seconds, then ends it.
pub fn stop(child: &mut Child) {
    let asked = Command::new("kill").arg(child.id().to_string()).stderr(Stdio::null()).status();
    if asked.is_ok_and(|status| status.success()) {
        for _ in 0..50 {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
    // An error here means that it has ended by itself, which is what is wanted.
    let _ended = child.kill().and_then(|()| child.wait());
}

fn accept(command: &Command, status: ExitStatus, advice: &str) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status}). {advice}", line(command));
    }
    Ok(())
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started. Is it installed and on the path?", command.get_program().to_string_lossy())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
