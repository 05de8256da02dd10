//! Every screen in each language as each role: sound HTML, and no key of a message left where its words should be.

use std::collections::BTreeSet;
use std::path::Path;

use accord_language::{Locale, keys};
use accord_store::commands::accounts::{self, Preferences};

use crate::floors::sources;
use crate::house::{House, Tested, Who};
use crate::markup::{Document, Node, faults, read};
use crate::routes::table;

/// The screens, with one of each state that looks different.
fn addresses() -> Vec<String> {
    let shown = table().into_iter().filter(|row| row.0 == "GET").map(|row| row.2.to_owned());
    let pages = shown.filter(|address| {
        ![".csv", ".xlsx", ".docx", ".ics", ".svg", ".txt", "healthz", "readyz", "none.css"]
            .iter()
            .any(|end| address.ends_with(end))
    });
    let more = [
        "/?q=no-such-name",
        "/?archived=yes",
        "/?stage=negotiating&party=PE",
        "/?saved=opened",
        "/agreements/india-uae-cepa",
        "/agreements/india-chile-cepa",
        "/agreements/india-peru?saved=card",
        "/agreements/india-peru/chapters/{parked}",
        "/agreements/india-peru/chapters/{escalated}",
        "/agreements/india-peru/chapters/cooperation",
        "/nowhere",
        "/sign-in?next=%2Fme",
    ];
    pages.chain(more.map(str::to_owned)).collect()
}

async fn speak(house: &House, locale: Locale) -> Tested {
    for who in Who::signed_in() {
        let email = who.email().unwrap_or_default();
        let (name, version): (String, i64) =
            crate::house::one(&house.db, &format!("select name, version from accounts where email = '{email}'")).await?;
        let form =
            Preferences { name, language: locale.code().into(), zone: "Asia/Kolkata".into(), theme: "system".into(), version };
        accounts::save_preferences(&house.db, house.command(who)?, form).await?;
    }
    Ok(())
}

/// Each screen in a language as everybody, once per screen that looks the same.
async fn every_screen(locale: Locale, judge: impl Fn(&Document, &str) -> Vec<String>) -> Tested {
    let house = House::open().await?;
    speak(&house, locale).await?;
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for address in addresses() {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for who in Who::ALL {
            let mut request = crate::house::bare_request("GET", &house.known.fill(&address))?;
            request.headers_mut().insert("accept-language", locale.code().parse()?);
            let answer = house.send(house.signed(who, request)?).await?;
            if answer.status == 303 || answer.header("content-disposition").starts_with("attachment") {
                continue;
            }
            let html = answer.text();
            // The same screen for somebody of another name need not be read again.
            let main = html.split("<main").nth(1).unwrap_or_default().to_owned();
            if !seen.insert(main) {
                continue;
            }
            looked_at += 1;
            let document = read(&html);
            let lang = document.root.named("html").first().and_then(|html| html.attribute("lang")).unwrap_or_default().to_owned();
            if lang != locale.code() {
                wrong.push(format!("{who:?} {address} is in {lang}"));
            }
            wrong.extend(judge(&document, &html).into_iter().map(|fault| format!("{who:?} {address}: {fault}")));
        }
    }
    assert!(looked_at > 60, "only {looked_at} screens were looked at");
    assert!(wrong.is_empty(), "{} faults in {}:\n{}", wrong.len(), locale.code(), wrong.join("\n"));
    Ok(())
}

fn sound(document: &Document, html: &str) -> Vec<String> {
    let mut found = faults(document);
    if !html.starts_with("<!DOCTYPE html><html") {
        found.push("it does not begin as a document".into());
    }
    let root = &document.root;
    let title = root.named("title").first().map(|title| title.words()).unwrap_or_default();
    let heading = root.named("h1").first().map(|h1| h1.words()).unwrap_or_default();
    if title.trim().is_empty() || heading.trim().is_empty() {
        found.push(format!("the title is {title:?}, the heading {heading:?}"));
    }
    // The way past the navigation.
    if root.named("a").first().is_none_or(|first| first.attribute("href") != Some("#main")) {
        found.push("the first link does not lead to the content".into());
    }
    found
}

/// Soundness and words in one walk: walking is what takes time.
async fn sound_and_spoken(locale: Locale) -> Tested {
    let missing = missing(locale)?;
    let judge = |document: &Document, html: &str| {
        let mut found = sound(document, html);
        found.extend(raw_keys(document, &missing));
        found
    };
    every_screen(locale, judge).await
}

#[tokio::test]
async fn english_screens_are_sound_and_have_words() -> Tested {
    sound_and_spoken(Locale::EnIn).await
}

#[tokio::test]
async fn spanish_screens_are_sound_and_have_words() -> Tested {
    sound_and_spoken(Locale::EsPe).await
}

#[tokio::test]
async fn hindi_screens_are_sound_and_have_words() -> Tested {
    sound_and_spoken(Locale::HiIn).await
}

/// The string that follows each occurrence of an opening.
fn literals(text: &str, opening: &str) -> Vec<String> {
    text.split(opening).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Every key the sources may ask for, as far as it is written in them, and that a locale lacks.
fn missing(locale: Locale) -> Tested<BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known: BTreeSet<String> = Locale::ALL.into_iter().flat_map(keys).collect();
    let (mut prefixes, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for folder in ["src", "crates/exchange/src", "crates/domain/src", "crates/store/src/commands"] {
        for path in sources(&root.join(folder))? {
            let text = std::fs::read_to_string(path)?;
            for opening in [".t(\"", ".with(\"", ".count(\""] {
                known.extend(literals(&text, opening));
            }
            prefixes.extend(literals(&text, ".word(\""));
            prefixes.extend(["error", "failure"].map(str::to_owned));
            for opening in ["= \"", "=> \"", "\"", ", \""] {
                codes.extend(literals(&text, opening));
            }
        }
    }
    let is_code =
        |code: &&String| !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    for prefix in &prefixes {
        known.extend(codes.iter().filter(is_code).map(|code| format!("{prefix}-{code}")));
    }
    let has = keys(locale);
    Ok(known.into_iter().filter(|key| is_code(&key) && !has.contains(key)).collect())
}

/// What a reader reads or hears on a page, but for what people typed.
fn pieces<'d>(node: &'d Node, found: &mut Vec<&'d str>) {
    let typed = matches!(node.name.as_str(), "code" | "cite" | "textarea") || node.attribute("dir") == Some("auto");
    if typed {
        return;
    }
    if !node.text.trim().is_empty() {
        found.push(node.text.trim());
    }
    for name in ["aria-label", "title", "alt", "placeholder", "data-l"] {
        found.extend(node.attribute(name));
    }
    for child in &node.children {
        pieces(child, found);
    }
}

fn raw_keys(document: &Document, missing: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    pieces(&document.root, &mut found);
    let mut raw = BTreeSet::new();
    for piece in found {
        if missing.contains(piece) {
            raw.insert(piece.to_owned());
        }
        for token in piece.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')) {
            if token.contains('-') && missing.contains(token) {
                raw.insert(token.to_owned());
            }
        }
    }
    // The words an island is given and does not show yet.
    for island in document.root.named("leptos-island") {
        let props = island.attribute("data-props").unwrap_or_default();
        raw.extend(props.split('"').filter(|part| part.contains('-') && missing.contains(*part)).map(str::to_owned));
    }
    raw.into_iter().map(|key| format!("the key {key} is shown for want of words")).collect()
}

/// Accounts whose addresses look alike do not share the ids of their rows.
#[tokio::test]
async fn accounts_that_look_alike_are_told_apart() -> Tested {
    let house = House::open().await?;
    for email in
        ["a.b@accord.example", "a-b@accord.example", "a.b@accord-example.org", "\"a\"'<b>&@accord.example", "अ@accord.example"]
    {
        let form = [("email", email), ("name", "A <b>& \"B\""), ("language", "en-IN"), ("password", "a-longer-secret")];
        assert_eq!(house.post_fields(Who::Admin, "/admin/accounts", &form).await?.status, 303, "{email}");
    }
    let page = house.get(Who::Admin, "/admin").await?.text();
    assert_eq!(faults(&read(&page)), Vec::<String>::new());
    Ok(())
}

#[test]
fn raw_keys_are_found() {
    let missing = BTreeSet::from(["stage-launched".to_owned(), "portfolio".to_owned()]);
    let page = read("<!doctype html><p>stage-launched · today<a title=portfolio>Portfolio</a><b dir=auto>stage-launched</b></p>");
    assert_eq!(raw_keys(&page, &missing).len(), 2);
    let page = read("<!doctype html><p>The portfolio <b dir=auto>stage-launched</b></p>");
    assert_eq!(raw_keys(&page, &missing).len(), 0);
}
