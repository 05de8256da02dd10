//! What each verb of the command line does.

mod archive;
pub mod arguments;
mod config;
mod demo;
mod serve;
mod users;

use accord_store::commands::trade::totals::renew_missing;
use accord_store::db::{Db, migrate};
use accord_store::{audit, demo as demonstration};

use arguments::{Arguments, Audit, Verb};
use config::Config;

/// An error as the command line tells it.
pub type Told = String;

/// Runs a verb.
pub async fn run(arguments: Arguments) -> Result<(), Told> {
    let config = Config::read(&arguments.options)?;
    match arguments.verb {
        Verb::Serve => {
            let db = open(&config).await?;
            if demonstration::is_demo(&db).await.map_err(told)? && !config.listen.ip().is_loopback() {
                return Err("this is a demo database, whose passwords everybody knows: it is served on loopback only".into());
            }
            let clock = config.clock;
            serve::serve(db, config, clock, None).await
        }
        Verb::Demo => demo::run(config).await,
        Verb::Migrate => {
            let db = open(&config).await?;
            println!("{} is up to date.", db.version().await.map_err(told)?);
            db.close().await;
            Ok(())
        }
        Verb::User(user) => {
            let db = open(&config).await?;
            let outcome = users::run(&db, config.clock, user).await;
            db.close().await;
            outcome
        }
        Verb::Backup { file } => archive::backup(&config, &file).await,
        Verb::Restore { file } => archive::restore(&config, &file).await,
        Verb::Audit(Audit::Verify) => {
            let db = open(&config).await?;
            let findings = audit::verify(&db).await.map_err(told)?;
            db.close().await;
            println!("{} records in {} scopes were read.", findings.records, findings.scopes);
            if findings.breaks.is_empty() {
                println!("The change record is whole.");
                return Ok(());
            }
            for found in &findings.breaks {
                println!("{found}");
            }
            Err(format!("the change record is broken in {} places", findings.breaks.len()))
        }
    }
}

async fn open(config: &Config) -> Result<Db, Told> {
    let db = Db::open(&config.database)
        .await
        .map_err(|error| format!("the database {} cannot be opened: {error}", config.shown_database()))?;
    let told = |error| format!("the database cannot be brought up to date: {error}");
    migrate(&db).await.map_err(told)?;
    renew_missing(&db).await.map_err(told)?;
    Ok(db)
}

fn told(error: impl std::fmt::Display) -> Told {
    error.to_string()
}
