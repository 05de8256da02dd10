//! The configuration: file, then variables, then flags; later ones win.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use accord_store::clock::Clock;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::arguments::Options;

/// The settings, read and checked.
pub struct Config {
    pub listen: SocketAddr,
    pub public_url: Option<String>,
    pub database: String,
    /// Whether the database was named, or is the default.
    pub database_named: bool,
    pub trusted_proxies: Vec<IpAddr>,
    pub json_log: bool,
    pub clock: Clock,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    listen: Option<String>,
    public_url: Option<String>,
    database: Option<String>,
    trusted_proxies: Vec<String>,
    log: Option<String>,
}

fn file(path: &Path) -> Result<File, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

impl Config {
    /// Reads the configuration; the sentence of an error names the setting.
    pub fn read(options: &Options) -> Result<Self, String> {
        let file = options.config.as_deref().map(file).transpose()?.unwrap_or_default();
        let listen = options.listen.clone().or(file.listen).unwrap_or_else(|| "127.0.0.1:3000".into());
        let listen = listen.parse().map_err(|_| format!("--listen {listen}: give an address and a port, as in 127.0.0.1:3000"))?;
        let named = options.database.clone().or(file.database);
        let proxies = match &options.trusted_proxies {
            Some(list) => list.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect(),
            None => file.trusted_proxies,
        };
        let trusted_proxies = proxies
            .iter()
            .map(|proxy| proxy.parse().map_err(|_| format!("--trusted-proxies {proxy}: this is not an address")))
            .collect::<Result<_, _>>()?;
        let json_log = match options.log.clone().or(file.log).as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(other) => return Err(format!("--log {other}: choose text or json")),
        };
        let clock = match &options.now {
            None => Clock::System,
            Some(text) => DateTime::parse_from_rfc3339(text)
                .map(|at| Clock::Frozen(at.with_timezone(&Utc)))
                .map_err(|_| format!("--now {text}: give an instant as in 2026-11-23T05:30:00Z"))?,
        };
        let public_url = options.public_url.clone().or(file.public_url);
        if let Some(url) = public_url.as_deref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            return Err(format!("--public-url {url}: give the whole address, as in https://accord.example"));
        }
        Ok(Self {
            listen,
            public_url,
            database_named: named.is_some(),
            database: match named {
                Some(named) => named,
                None => default_database()?,
            },
            trusted_proxies,
            json_log,
            clock,
        })
    }

    /// The database's address without a password.
    pub fn shown_database(&self) -> String {
        match (self.database.split_once("://"), self.database.rsplit_once('@')) {
            (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
            _ => self.database.clone(),
        }
    }
}

fn default_database() -> Result<String, String> {
    let folders =
        directories::ProjectDirs::from("", "", "accord").ok_or("there is no home folder: name a database with --database")?;
    let folder = folders.data_dir();
    std::fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    Ok(format!("sqlite:{}", folder.join("accord.db").display()))
}
