//! The measure of pages: axum that answers with bytes from memory and does nothing else, in a process of its own.

use std::path::PathBuf;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use crate::Outcome;

/// The argument that makes this program the bare server.
pub const WORD: &str = "bare";
/// How the bare server tells its address.
pub const READY: &str = "bare axum at ";

/// Serves the file `page` of a folder at every request.
pub async fn serve(folder: PathBuf) -> Outcome<()> {
    let page = Bytes::from(std::fs::read(folder.join("page"))?);
    let router = Router::new().route("/", get(|State(page): State<Bytes>| async move { Html(page) })).with_state(page);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{READY}{}", listener.local_addr()?);
    let listener = listener.tap_io(|stream| {
        // As the application does; without it nothing is comparable.
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router).await?;
    Ok(())
}
