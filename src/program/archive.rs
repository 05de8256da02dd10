//! Backup and restore.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use accord_domain::AppError;
use accord_store::archive;

use super::config::Config;
use super::{Told, open, told};

/// Writes the archive beside its final name first, so that a file of that name is always a whole one.
pub async fn backup(config: &Config, file: &Path) -> Result<(), Told> {
    if file.exists() {
        return Err(format!("{} exists already: name a new file", file.display()));
    }
    let mut partial = file.as_os_str().to_owned();
    partial.push(".partial");
    let partial = Path::new(&partial);
    let db = open(config).await?;
    // The owner alone may read what holds every confidence of the house.
    let into = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(partial);
    let into = into.map_err(|error| format!("{} cannot be written: {error}", partial.display()))?;
    let keep = into.try_clone().map_err(told)?;
    let written = archive::backup(&db, into, config.clock.now()).await;
    db.close().await;
    match written {
        Ok(summary) => {
            keep.sync_all().map_err(told)?;
            std::fs::rename(partial, file).map_err(told)?;
            println!("{} rows, {} change records among them, are in {}.", summary.rows, summary.changes, file.display());
            Ok(())
        }
        Err(error) => {
            std::fs::remove_file(partial).map_err(told)?;
            Err(cause(error))
        }
    }
}

/// Reads an archive into the database named, which must be empty.
pub async fn restore(config: &Config, file: &Path) -> Result<(), Told> {
    let from = File::open(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    let db = open(config).await?;
    let restored = archive::restore(&db, from).await;
    db.close().await;
    let summary = restored.map_err(|error| format!("nothing was restored: {}", cause(error)))?;
    println!("{} rows, {} change records among them, are in {}.", summary.rows, summary.changes, config.shown_database());
    println!("The change record is whole. Everybody signs in again.");
    Ok(())
}

/// What is wrong with the file or the database, without the word that marks it as no fault of a form.
fn cause(error: AppError) -> Told {
    match error {
        AppError::Internal(cause) => cause,
        other => other.to_string(),
    }
}
