//! The demonstration.

use accord_store::db::{Db, migrate};
use accord_store::demo::{Files, PASSWORD, is_demo, is_empty, seed};

use super::config::Config;
use super::{serve, told};

macro_rules! agreements {
    ($($name:literal),+ $(,)?) => {
        [$(include_str!(concat!("../../demo/agreements/", $name, ".toml"))),+]
    };
}

const ACCOUNTS: &str = include_str!("../../demo/accounts.toml");
const MILESTONES: &str = include_str!("../../demo/milestones.toml");
const TRADE: &str = include_str!("../../demo/trade.toml");
const PROGRAMME: &str = include_str!("../../demo/programme.toml");
const BARRIERS: &str = include_str!("../../demo/barriers.toml");
const BODIES: &str = include_str!("../../demo/bodies.toml");
const CONSULTATIONS: &str = include_str!("../../demo/consultations.toml");
const AGREEMENTS: [&str; 11] = agreements![
    "10-india-peru",
    "12-india-peru-investment",
    "20-india-chile-framework",
    "21-india-chile-pta",
    "22-india-chile-expanded-pta",
    "23-india-chile-cepa",
    "24-india-chile-professions",
    "30-india-uae-cepa",
    "31-india-australia-ecta",
    "32-india-efta-tepa",
    "33-india-uk-ceta",
];

/// Serves the demonstration, filling its database if it is empty.
pub async fn run(mut config: Config) -> Result<(), String> {
    if !config.listen.ip().is_loopback() {
        return Err("the demo is served on loopback only: everybody knows its passwords".into());
    }
    let throwaway = if config.database_named { None } else { Some(throwaway_folder()?) };
    if let Some(folder) = &throwaway {
        config.database = format!("sqlite:{}", folder.join("demo.db").display());
    }
    let db = Db::open(&config.database).await.map_err(told)?;
    migrate(&db).await.map_err(told)?;
    if is_empty(&db).await.map_err(told)? {
        println!("Filling the demo database…");
        seed(
            &db,
            Files {
                accounts: ACCOUNTS,
                milestones: MILESTONES,
                trade: TRADE,
                programme: PROGRAMME,
                consultations: CONSULTATIONS,
                barriers: BARRIERS,
                bodies: BODIES,
                agreements: &AGREEMENTS,
            },
            config.clock.now(),
        )
        .await
        .map_err(told)?;
    } else if !is_demo(&db).await.map_err(told)? {
        return Err(format!("{} holds accounts and is not a demo database: it was left as it is", config.shown_database()));
    }
    let clock = config.clock;
    let outcome = serve::serve(db, config, clock, Some(Box::new(greet))).await;
    if let Some(folder) = throwaway {
        // A folder that cannot be removed is the system's to clear.
        let _ = std::fs::remove_dir_all(folder);
    }
    outcome
}

fn throwaway_folder() -> Result<std::path::PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("accord-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    Ok(folder)
}

fn greet(address: std::net::SocketAddr) {
    println!();
    println!("Accord's demo is at http://{address}");
    println!();
    println!("  chief@accord.example      chief negotiator: opens, closes, grants roles");
    println!("  goods@accord.example      lead of Trade in Goods: records its steps");
    println!("  services@accord.example   lead of Trade in Services");
    println!("  official@accord.example   official: reads");
    println!("  adhikari@accord.example   official, in Hindi");
    println!("  minister@accord.example   minister: a principal");
    println!("  partner@accord.example    Peru's guest, in Spanish");
    println!("  statistics@accord.example statistician: keeps trade figures");
    println!("  mission@accord.example    mission in Peru: fills its cells of the export programme");
    println!("  mission-cl@accord.example mission in Chile: sees none of Peru's");
    println!("  admin@accord.example      administrator: accounts, and no agreement");
    println!();
    println!("Password of all: {PASSWORD}. Ctrl+C ends it.");
}
