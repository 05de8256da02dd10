//! The arguments.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Accord: a confidential, live picture of every trade negotiation.
#[derive(Parser)]
#[command(version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
    #[command(flatten)]
    pub options: Options,
}

/// Settings: each may also stand in the configuration file or in a variable; a variable wins over the file, a flag over both.
#[derive(Args, Default)]
pub struct Options {
    /// A configuration file (TOML) with the keys listen, public_url, database, trusted_proxies, log.
    #[arg(long, env = "ACCORD_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    /// Where to listen, as in 127.0.0.1:3000.
    #[arg(long, env = "ACCORD_LISTEN", global = true)]
    pub listen: Option<String>,
    /// The address people use, as in https://accord.example; https makes cookies secure.
    #[arg(long, env = "ACCORD_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,
    /// The database: sqlite:PATH or postgres://…
    #[arg(long, env = "ACCORD_DATABASE", global = true)]
    pub database: Option<String>,
    /// Addresses of proxies whose X-Forwarded-For is believed, separated by commas.
    #[arg(long, env = "ACCORD_TRUSTED_PROXIES", global = true)]
    pub trusted_proxies: Option<String>,
    /// How the log is written: text or json.
    #[arg(long, env = "ACCORD_LOG", global = true)]
    pub log: Option<String>,
    /// Freezes the clock at an instant (RFC 3339), for tests.
    #[arg(long, global = true, hide = true)]
    pub now: Option<String>,
}

/// What to do.
#[derive(Subcommand)]
pub enum Verb {
    /// Serve the application.
    Serve,
    /// Serve a demonstration, in a throwaway database unless one is named; only an empty one is filled.
    Demo,
    /// Bring the database to this version.
    Migrate,
    /// Accounts, for the administrator of the machine.
    #[command(subcommand)]
    User(User),
    /// Write the whole record into one file, while the application goes on. The file holds everything: guard it.
    Backup {
        /// The file to make; an existing one is left alone.
        file: PathBuf,
    },
    /// Read a backup into a new, empty database of either engine.
    Restore {
        /// The file that `accord backup` made.
        file: PathBuf,
    },
    /// The change record.
    #[command(subcommand)]
    Audit(Audit),
}

/// What to do with accounts. A password is read from the first line of standard input.
#[derive(Subcommand)]
pub enum User {
    /// Add an account; its first password must be changed at the first sign-in.
    Add {
        email: String,
        name: String,
        /// A right of the house, as in administrator or open-agreements; may be given several times.
        #[arg(long = "right")]
        rights: Vec<String>,
        /// en-IN, es-PE or hi-IN.
        #[arg(long, default_value = "en-IN")]
        language: String,
    },
    /// List the accounts.
    List,
    /// Disable an account and end its sessions.
    Disable { email: String },
    /// Give an account a new first password and end its sessions.
    Password { email: String },
}

/// What to do with the change record.
#[derive(Subcommand)]
pub enum Audit {
    /// Check the hash chain of every scope.
    Verify,
}
