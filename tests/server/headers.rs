//! What every answer carries: the policy, that pages are not kept, that assets are, and how the cookie is set.

use std::path::Path;

use axum::body::Body;
use axum::http::Request;

use crate::house::{Answer, House, Tested, Who, bare_request, encoded, post_request};
use crate::routes::table;

/// The policy as the design states it, word for word.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn secured(answer: &Answer, what: &str) {
    assert_eq!(answer.header("content-security-policy"), POLICY, "{what}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert!(!answer.header("permissions-policy").is_empty(), "{what}");
    assert!(!answer.header("x-request-id").is_empty(), "{what}");
    assert_eq!(answer.headers.get_all("content-security-policy").iter().count(), 1, "{what}");
}

#[tokio::test]
async fn every_answer_carries_the_policy_and_no_page_is_kept() -> Tested {
    let house = House::open().await?;
    for row in table() {
        for who in [Who::Anonymous, Who::Chief, Who::Stranger] {
            let answer = house.send(house.signed(who, bare_request(row.0, &house.known.fill(row.2))?)?).await?;
            let what = format!("{who:?} {} {}", row.0, row.2);
            secured(&answer, &what);
            let well_known = ["/robots.txt", "/favicon.svg"].contains(&row.2);
            let kept = if well_known { "public, max-age=3600" } else { "no-store" };
            assert_eq!(answer.header("cache-control"), kept, "{what}");
            if !answer.body.is_empty() {
                let kind = answer.header("content-type");
                assert!(!kind.is_empty(), "{what} has no content type");
                assert!(!kind.starts_with("text/") || kind.contains("charset=utf-8"), "{what}: {kind}");
            }
        }
    }
    for (method, address) in [("GET", "/nowhere"), ("BREW", "/"), ("GET", "/%ff"), ("GET", "/agreements/%ff")] {
        let answer = house.send(bare_request(method, address)?).await?;
        secured(&answer, address);
        assert_eq!(answer.header("cache-control"), "no-store", "{address}");
    }
    Ok(())
}

#[tokio::test]
async fn downloads_are_files() -> Tested {
    let house = House::open().await?;
    for (address, name, kind) in [
        ("/portfolio.csv", "portfolio.csv", "text/csv; charset=utf-8"),
        ("/agreements/india-peru/chapters.csv", "india-peru-chapters.csv", "text/csv; charset=utf-8"),
        ("/agreements/india-peru/meetings/round-11/pack.html", "india-peru-round-11.html", "text/html; charset=utf-8"),
        ("/portfolio.xlsx", "portfolio.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ] {
        let answer = house.get(Who::Chief, address).await?;
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{name}\""));
        assert_eq!(answer.header("content-type"), kind);
    }
    Ok(())
}

#[tokio::test]
async fn assets_are_kept_for_ever() -> Tested {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/manifest.tsv");
    let manifest = std::fs::read_to_string(manifest).unwrap_or_default();
    let names: Vec<&str> = manifest.lines().filter_map(|line| line.split('\t').nth(1)).collect();
    assert!(!names.is_empty(), "target/site is empty: run `cargo xtask build`, and then the tests again");
    let house = House::open().await?;
    for name in names {
        let address = format!("/assets/{name}");
        for accepted in ["br", "gzip", "identity", ""] {
            let request = Request::get(&address).header("accept-encoding", accepted).body(Body::empty())?;
            let answer = house.send(request).await?;
            assert_eq!(answer.status, 200, "{address}: is the binary older than the assets?");
            secured(&answer, &address);
            assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{address}");
            assert_eq!(answer.header("vary"), "accept-encoding", "{address}");
            assert!(answer.header("set-cookie").is_empty(), "{address}");
            let encoding = answer.header("content-encoding");
            assert!(encoding.is_empty() || encoding == accepted, "{address}: {encoding} to one who accepts {accepted}");
        }
    }
    Ok(())
}

async fn signing_in(house: &House) -> Tested<Answer> {
    let form = encoded(&[("email", "chief@accord.example"), ("password", accord_store::demo::PASSWORD)]);
    house.send(post_request("/sign-in", &form)?).await
}

fn parts(cookie: &str) -> Vec<&str> {
    cookie.split(';').map(str::trim).skip(1).collect()
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() -> Tested {
    let house = House::open().await?;
    let answer = signing_in(&house).await?;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("accord="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(parts(cookie).contains(&part), "{part} is not in {cookie}");
    }
    // Over plain HTTP, as on a developer's machine, a secure cookie would be thrown away.
    assert!(!parts(cookie).contains(&"Secure"), "{cookie}");
    let value = cookie.split(['=', ';']).nth(1).unwrap_or_default();
    assert!(value.len() >= 22, "128 bits at least: {value}");
    let language = house.post_fields(Who::Anonymous, "/language", &[("language", "hi-IN")]).await?;
    let language = language.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(parts(language).contains(&part), "{part} is not in {language}");
    }
    Ok(())
}

#[tokio::test]
async fn over_tls_the_cookie_belongs_to_the_host_alone() -> Tested {
    let house = House::over_tls().await?;
    let answer = signing_in(&house).await?;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-accord="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
        assert!(parts(cookie).contains(&part), "{part} is not in {cookie}");
    }
    // A browser refuses the name's prefix with a domain.
    assert!(!cookie.to_lowercase().contains("domain="), "{cookie}");
    let pair = answer.cookie("__Host-accord").ok_or("no cookie")?;
    let page = house.send(Request::get("/").header("cookie", pair).body(Body::empty())?).await?;
    assert_eq!(page.status, 200);
    let language = house.post_fields(Who::Anonymous, "/language", &[("language", "hi-IN")]).await?;
    assert!(parts(language.header("set-cookie")).contains(&"Secure"));
    Ok(())
}

/// The Back button after signing out shows nothing, and nothing in an answer tells the reader's secrets to a log of addresses.
#[tokio::test]
async fn no_page_sets_a_cookie_or_names_the_session() -> Tested {
    let house = House::open().await?;
    for row in table().iter().filter(|row| row.0 == "GET") {
        let answer = house.get(Who::Chief, row.2).await?;
        assert!(answer.header("set-cookie").is_empty(), "{} sets a cookie", row.2);
        let value = house.known.cookies["chief@accord.example"].split('=').nth(1).unwrap_or("none").to_owned();
        assert!(!answer.text().contains(&value), "{} shows the session", row.2);
    }
    Ok(())
}
