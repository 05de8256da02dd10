//! A PostgreSQL for tests: fast, empty, and gone afterwards.

use std::{
    env, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    debian,
    process::{self, command, step},
};

/// Where a person names a server that the tests may create databases on.
pub const VARIABLE: &str = "ACCORD_TEST_POSTGRES";

/// Whether tests would need a cluster of their own, and so an installed PostgreSQL.
pub fn is_needed() -> bool {
    env::var_os(VARIABLE).is_none()
}

/// The newest installed PostgreSQL's programs.
pub fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let number = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<u32>().ok());
    let installed = versions.flatten().map(|entry| entry.path()).filter(|path| path.join("bin/initdb").exists());
    installed.max_by_key(number).map(|path| path.join("bin"))
}

/// A server for the duration of the tests. Dropping it stops and removes a throwaway cluster.
pub struct Server {
    /// How tests reach it.
    pub url: String,
    cluster: Option<Cluster>,
}

impl Server {
    /// The server that `ACCORD_TEST_POSTGRES` names, else a throwaway cluster.
    pub fn start() -> Result<Self> {
        if let Ok(url) = env::var(VARIABLE) {
            return Ok(Self { url, cluster: None });
        }
        step("Starting a throwaway PostgreSQL");
        let cluster = Cluster::create()?;
        // Ctrl-C and the end of a CI job must not leave a server behind: it left this process group when it started.
        let interrupted = cluster.clone();
        ctrlc::set_handler(move || {
            interrupted.remove();
            std::process::exit(130);
        })?;
        let mut server = Self { url: String::new(), cluster: Some(cluster.clone()) };
        server.url = cluster.start()?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(cluster) = &self.cluster {
            cluster.remove();
        }
    }
}

/// A cluster in a temporary folder of its own.
#[derive(Clone)]
struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
}

impl Cluster {
    fn create() -> Result<Self> {
        let programs = programs().context("PostgreSQL is not installed under /usr/lib/postgresql")?;
        let made = process::run_quietly(
            as_owner("mktemp").args(["--directory", "/tmp/accord-postgres-XXXXXX"]),
            "Tests need a temporary folder under /tmp.",
        )?;
        Ok(Self { programs, folder: PathBuf::from(made) })
    }

    /// Fills the folder and starts the server, without the care for power loss that a real one takes.
    fn start(&self) -> Result<String> {
        let log = self.folder.join("log");
        let advice = format!("Its log is {}.", log.display());
        process::run_quietly(
            self.program("initdb").args([
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ]),
            "The message above says why.",
        )?;
        let port = free_port()?;
        let folder = self.folder.display();
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c max_connections=200 \
             -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        );
        process::run_quietly(
            self.program("pg_ctl").args(["start", "--wait", "--silent", "--options", &options]).arg("--log").arg(&log),
            &advice,
        )?;
        Ok(format!("postgres://postgres@127.0.0.1:{port}/postgres"))
    }

    /// Stops the server, which may not have started, and removes the folder.
    fn remove(&self) {
        let stopped = self.program("pg_ctl").args(["stop", "--mode=immediate", "--silent"]).output();
        if let Err(error) = stopped.and_then(|_| fs::remove_dir_all(&self.folder)) {
            eprintln!("The throwaway PostgreSQL in {} could not be removed: {error}", self.folder.display());
        }
    }

    fn program(&self, name: &str) -> Command {
        let mut command = as_owner(&self.programs.join(name).to_string_lossy());
        command.current_dir(&self.folder).env("PGDATA", self.folder.join("data"));
        command
    }
}

/// PostgreSQL refuses to run as root, so root runs it as the user that its package made.
fn as_owner(program: &str) -> Command {
    if !debian::is_root() {
        return command(program);
    }
    let mut command = command("runuser");
    command.args(["--user", "postgres", "--", program]).current_dir(Path::new("/"));
    command
}

/// A port that is free now: the system does not give it out again soon.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
