//! The islands' server functions: one address each, and refusals a program and a person can read.

use std::collections::BTreeSet;
use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, COOKIE};

use crate::house::{Answer, House, Tested, Who, encoded};

const STEP: &str = "/act/record_step";

/// What is wrong with the answer of a server function: a refusal is `{code, message, fields}` with a status that says the same.
pub fn faults_of_refusal(answer: &Answer, refused: bool) -> Vec<String> {
    let mut faults = Vec::new();
    if !refused {
        return faults;
    }
    let Ok(told) = serde_json::from_slice::<serde_json::Value>(&answer.body) else {
        return vec![format!("{} with no JSON: {}", answer.status, answer.text().chars().take(200).collect::<String>())];
    };
    if !answer.header("content-type").starts_with("application/json") {
        faults.push(format!("the content type is {}", answer.header("content-type")));
    }
    let keys: BTreeSet<&str> = told.as_object().map(|all| all.keys().map(String::as_str).collect()).unwrap_or_default();
    if keys != BTreeSet::from(["code", "fields", "message"]) {
        faults.push(format!("the keys are {keys:?}"));
    }
    let code = told["code"].as_str().unwrap_or_default();
    let wanted = match code {
        "not-found" => 404,
        "sign-in-required" => 401,
        "invalid" => 422,
        "conflict" => 409,
        "too-large" => 413,
        "unreadable" => 400,
        "cross-site" => 403,
        _ => 0,
    };
    if answer.status != wanted {
        faults.push(format!("{code:?} came with {}", answer.status));
    }
    if told["message"].as_str().unwrap_or_default().is_empty() {
        faults.push("no sentence".into());
    }
    let fields = told["fields"].as_array().cloned().unwrap_or_default();
    if (code == "invalid") == fields.is_empty() {
        faults.push(format!("{code} with {} fields", fields.len()));
    }
    for field in fields {
        let pair = field.as_array().cloned().unwrap_or_default();
        if pair.len() != 2 || pair.iter().any(|part| part.as_str().unwrap_or_default().is_empty()) {
            faults.push(format!("the field {field}"));
        }
    }
    faults
}

fn step(version: i64, status: &str, reason: &str) -> String {
    encoded(&[
        ("agreement", "india-peru"),
        ("chapter", "goods"),
        ("version", &version.to_string()),
        ("text_status", status),
        ("market_status", ""),
        ("reason", reason),
        ("override_brackets", ""),
    ])
}

#[tokio::test]
async fn a_refusal_says_why_in_the_readers_language() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    let version = house.known.chapters["goods"];
    for (who, body, status, code) in [
        (Who::Anonymous, step(version, "substantially-closed", ""), 401, "sign-in-required"),
        (Who::Official, step(version, "substantially-closed", ""), 404, "not-found"),
        (Who::Partner, step(version, "substantially-closed", ""), 404, "not-found"),
        (Who::Services, step(version, "zzz", ""), 404, "not-found"),
        (Who::Goods, step(version, "closed", ""), 422, "invalid"),
        (Who::Goods, step(version, "not-started", ""), 422, "invalid"),
        (Who::Goods, step(version, "zzz", "\u{0}"), 422, "invalid"),
        (Who::Goods, step(version - 1, "substantially-closed", ""), 409, "conflict"),
        (Who::Goods, String::new(), 404, "not-found"),
        (Who::Goods, "agreement=india-peru".into(), 404, "not-found"),
        (Who::Goods, "%ff=%fe&agreement=%ff".into(), 400, "unreadable"),
    ] {
        let answer = house.post(who, STEP, &body).await?;
        assert_eq!(faults_of_refusal(&answer, true), Vec::<String>::new(), "{who:?} {body}");
        let told: serde_json::Value = serde_json::from_slice(&answer.body)?;
        assert_eq!((answer.status, told["code"].as_str()), (status, Some(code)), "{who:?} {body}");
    }
    assert_eq!(before, house.memory().await?);
    let fields = |answer: &Answer| -> Tested<Vec<String>> {
        let told: serde_json::Value = serde_json::from_slice(&answer.body)?;
        let pairs = told["fields"].as_array().cloned().unwrap_or_default();
        Ok(pairs.iter().map(|pair| pair[0].as_str().unwrap_or_default().to_owned()).collect())
    };
    let back = house.post(Who::Goods, STEP, &step(version, "not-started", " ")).await?;
    assert_eq!(fields(&back)?, ["reason"]);
    let close = house.post(Who::Goods, STEP, &step(version, "closed", "Done")).await?;
    assert_eq!(fields(&close)?, ["text_status"]);
    Ok(())
}

#[tokio::test]
async fn what_is_no_form_is_refused_as_json() -> Tested {
    let house = House::open().await?;
    let cookie = &house.known.cookies["goods@accord.example"];
    let before = house.memory().await?;
    for (address, kind, body, status) in [
        (STEP, "application/json", "{\"agreement\":1}".to_owned(), 400),
        (STEP, "multipart/form-data; boundary=x", "--x\r\n\r\n".to_owned(), 400),
        (STEP, "application/x-www-form-urlencoded", "a".repeat(10 * 1024 * 1024), 413),
        ("/act/nothing", "application/x-www-form-urlencoded", String::new(), 404),
        ("/act/%ff", "application/x-www-form-urlencoded", String::new(), 404),
        ("/act/..%2fadmin", "application/x-www-form-urlencoded", String::new(), 404),
    ] {
        let request = Request::post(address)
            .header(CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin")
            .header(COOKIE, cookie)
            .body(Body::from(body))?;
        let answer = house.send(request).await?;
        assert_eq!(answer.status, status, "{address} {kind}: {}", answer.text());
        assert_eq!(faults_of_refusal(&answer, true), Vec::<String>::new(), "{address} {kind}");
    }
    assert_eq!(before, house.memory().await?);
    Ok(())
}

/// A browser's plain form never gets here, and a referrer does not turn the answer into a redirect.
#[tokio::test]
async fn a_refusal_is_no_redirect() -> Tested {
    let house = House::open().await?;
    let request = Request::post(STEP)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("accept", "text/html")
        .header("referer", "https://evil.example/")
        .header(COOKIE, &house.known.cookies["goods@accord.example"])
        .body(Body::from(step(house.known.chapters["goods"], "closed", "")))?;
    let answer = house.send(request).await?;
    assert!(answer.location().is_empty(), "it leads to {}", answer.location());
    assert_eq!(answer.status, 422);
    Ok(())
}

#[test]
fn each_server_function_has_an_address_of_its_own() -> Tested {
    // The server's own list.
    let served: Vec<String> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    assert!(!served.is_empty(), "no server function is registered");
    let unique: BTreeSet<&String> = served.iter().collect();
    assert_eq!(unique.len(), served.len(), "two server functions share an address: {served:?}");
    for path in &served {
        let name = path.strip_prefix("/act/").unwrap_or_default();
        let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        assert!(plain, "{path} is not /act/ and a plain name: without an explicit endpoint it would change with each build");
    }
    // The sources: every one names both, so that none is missing above because nobody uses it yet.
    let mut declared = 0;
    for path in crate::floors::sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))? {
        for part in std::fs::read_to_string(&path)?.split("#[server").skip(1) {
            if part.starts_with("(default)]") {
                continue;
            }
            declared += 1;
            let head = part.split(']').next().unwrap_or_default();
            assert!(head.contains("prefix = \"/act\""), "{}: #[server{head}] has another prefix", path.display());
            assert!(head.contains("endpoint = \""), "{}: #[server{head}] has no endpoint", path.display());
        }
    }
    assert_eq!(declared, served.len(), "not every server function of the sources is served");
    Ok(())
}
