//! Serving: the listener, the log, and a clean end.

use std::net::SocketAddr;
use std::time::Duration;

use accord::web::app::{App, Settings};
use accord::web::router::router;
use accord_store::clock::Clock;
use accord_store::db::Db;
use accord_store::sessions;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::config::Config;

/// How long requests in flight may take once the server is told to end.
const LAST_REQUESTS: Duration = Duration::from_secs(4);
/// How often expired sessions are forgotten.
const SWEEP: Duration = Duration::from_secs(3_600);

/// Sets up the log.
pub fn start_log(json: bool) {
    let filter = EnvFilter::try_from_env("RUST_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,tower_http=info"));
    // It writes whole addresses, at its lowest level and nothing else: that of a calendar holds a secret.
    let filter = match "tower_http::csrf=off".parse() {
        Ok(quiet) => filter.add_directive(quiet),
        Err(_) => filter,
    };
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second set-up in one process (never in the program itself) changes nothing.
    let _ = if json { log.json().try_init() } else { log.try_init() };
}

/// Serves until told to end. `ready` is told the address once connections are accepted.
pub async fn serve(db: Db, config: Config, clock: Clock, ready: Option<Box<dyn FnOnce(SocketAddr) + Send>>) -> Result<(), String> {
    start_log(config.json_log);
    // Listened for before anybody is told that the server is there: a signal that came sooner would end the process at once.
    let signals = [signal(SignalKind::terminate()), signal(SignalKind::interrupt())];
    let demo = accord_store::demo::is_demo(&db).await.map_err(|error| error.to_string())?;
    let listener =
        TcpListener::bind(config.listen).await.map_err(|error| format!("{} cannot be listened on: {error}", config.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let public_url = config.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let settings =
        Settings { secure: public_url.starts_with("https://"), public_url, demo, trusted_proxies: config.trusted_proxies.clone() };
    tracing::info!(%address, database = config.shown_database(), engine = db.version().await.unwrap_or_default(), "serving");
    let app = App::new(db.clone(), clock, settings);
    let sweeping = tokio::spawn(sweep(db.clone()));
    if let Some(ready) = ready {
        ready(address);
    }
    // Small answers wait 40 ms for more data unless told not to.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no TCP_NODELAY");
        }
    });
    let (end, ended) = tokio::sync::watch::channel(false);
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        told_to_end(signals).await;
        // Nobody listens if serving has failed already.
        let _ = end.send(true);
    });
    let outcome = tokio::select! {
        outcome = serving.into_future() => outcome.map_err(|error| error.to_string()),
        () = too_long(ended) => Ok(()),
    };
    sweeping.abort();
    db.close().await;
    tracing::info!("ended");
    outcome
}

async fn too_long(mut ended: tokio::sync::watch::Receiver<bool>) {
    // An error means serving ended by itself; the other branch reports it.
    if ended.wait_for(|ended| *ended).await.is_err() {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(LAST_REQUESTS).await;
    tracing::warn!("connections were still open at the end");
}

async fn told_to_end([terminated, interrupted]: [std::io::Result<Signal>; 2]) {
    tokio::select! {
        () = received(terminated) => {}
        () = received(interrupted) => {}
    }
}

async fn received(signal: std::io::Result<Signal>) {
    match signal {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

async fn sweep(db: Db) {
    loop {
        tokio::time::sleep(SWEEP).await;
        if let Err(error) = sessions::sweep(&db, Clock::System.now()).await {
            tracing::warn!(%error, "expired sessions were not forgotten");
        }
    }
}
