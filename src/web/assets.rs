//! The stylesheet, scripts, wasm, fonts and icons, embedded in the binary.
//!
//! Names carry the content's digest, so a browser keeps each file for ever and never asks again: there are no ETags. Each file
//! was compressed when it was built; a request chooses among the forms.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use axum::{
    Router,
    extract::Path,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY},
    },
    response::{IntoResponse, Response},
    routing::get,
};

use self::encoding::Encoding;

mod encoding;

/// A year, the longest that caches honour.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// For the two files whose names outsiders know.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// One file in the forms it can be sent in.
struct Asset {
    /// The name in the source: `main.css`, `fonts/x.woff2`.
    logical: &'static str,
    /// The address with the digest in it.
    url: &'static str,
    content_type: &'static str,
    identity: &'static [u8],
    /// Present where it is smaller.
    brotli: Option<&'static [u8]>,
    /// Present where it is smaller.
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of the one stylesheet. Without built assets it leads to nothing, and the page comes plain.
pub fn stylesheet_url() -> &'static str {
    asset_url("main.css").unwrap_or("/assets/main.css")
}

/// The stylesheet with the fonts it names within it, for a document that stands alone.
pub fn stylesheet_alone() -> String {
    let css = ASSETS.iter().find(|asset| asset.logical == "main.css").map_or(&[][..], |asset| asset.identity);
    let css = String::from_utf8_lossy(css).into_owned();
    ASSETS.iter().filter(|asset| asset.logical.starts_with("fonts/")).fold(css, |css, font| {
        if !css.contains(font.url) {
            return css;
        }
        css.replace(font.url, &format!("data:{};base64,{}", font.content_type, BASE64_STANDARD.encode(font.identity)))
    })
}

/// The address of the script that brings islands to life, a module; only pages with islands load it.
pub fn loader_url() -> &'static str {
    asset_url("islands.js").unwrap_or("/assets/islands.js")
}

/// The address of an asset by its name in the source, such as `icons/sprite.svg`; `None` when there is no such asset.
pub fn asset_url(logical: &str) -> Option<&'static str> {
    ASSETS.iter().find(|asset| asset.logical == logical).map(|asset| asset.url)
}

/// Serves `/assets/…`, `/robots.txt` and `/favicon.svg`.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*path}", get(hashed))
        .route("/robots.txt", get(|headers: HeaderMap| async move { well_known("robots.txt", &headers) }))
        .route("/favicon.svg", get(|headers: HeaderMap| async move { well_known("favicon.svg", &headers) }))
}

async fn hashed(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let asset = ASSETS.iter().find(|asset| asset.url.strip_prefix("/assets/") == Some(path.as_str()));
    respond(asset, &headers, FOR_EVER)
}

fn well_known(logical: &str, headers: &HeaderMap) -> Response {
    respond(ASSETS.iter().find(|asset| asset.logical == logical), headers, FOR_AN_HOUR)
}

fn respond(asset: Option<&'static Asset>, headers: &HeaderMap, caching: HeaderValue) -> Response {
    let Some(asset) = asset else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (encoding, bytes) = match encoding::choose(accepted, asset.brotli.is_some(), asset.gzip.is_some()) {
        Encoding::Brotli => (Some("br"), asset.brotli),
        Encoding::Gzip => (Some("gzip"), asset.gzip),
        Encoding::Identity => (None, None),
    };
    let mut response = bytes.unwrap_or(asset.identity).into_response();
    let head = response.headers_mut();
    head.insert(CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    head.insert(CACHE_CONTROL, caching);
    head.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        head.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::{
        ACCEPT_ENCODING, Asset, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, FOR_EVER, HeaderMap, StatusCode, VARY, respond,
    };

    static SCRIPT: Asset = Asset {
        logical: "x.js",
        url: "/assets/x.1.js",
        content_type: "text/javascript; charset=utf-8",
        identity: b"as written",
        brotli: Some(b"br"),
        gzip: None,
    };

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_compressed_form_is_named_and_kept_for_ever() {
        let response = respond(Some(&SCRIPT), &accepting("gzip, br"), FOR_EVER);
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[CONTENT_ENCODING], "br");
        assert_eq!(response.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert_eq!(response.headers()[VARY], "accept-encoding");
        assert_eq!(response.headers()[CACHE_CONTROL], FOR_EVER);
    }

    #[test]
    fn a_form_that_does_not_exist_is_not_promised() {
        let response = respond(Some(&SCRIPT), &accepting("gzip"), FOR_EVER);
        assert!(response.headers().get(CONTENT_ENCODING).is_none());
    }

    #[test]
    fn what_is_missing_is_not_kept() {
        let response = respond(None, &HeaderMap::new(), FOR_EVER);
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert!(response.headers().get(CACHE_CONTROL).is_none());
    }
}
