//! The arrows of the layout. Between crates the compiler holds them; between the floors of `src/` this does, and the manifests say
//! which crates the browser's side may have.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::house::Tested;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under a folder, in order.
pub fn sources(folder: &Path) -> Tested<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A source without its comments and without what follows `#[cfg(test)]`.
fn code(path: &Path) -> Tested<String> {
    let text = std::fs::read_to_string(path)?;
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    Ok(text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n"))
}

/// The floors from the ground up; a module may use those on its own floor and below. `web` is two: what every handler stands on,
/// and the roof that knows every page.
const FLOORS: [&[&str]; 6] = [
    &["components"],
    &["islands"],
    &[
        "web::app",
        "web::assets",
        "web::fields",
        "web::headers",
        "web::memory",
        "web::renderings",
        "web::session_store",
        "web::upload",
        "web::visitor",
        "web::failure",
        "web::act",
    ],
    &["pages"],
    &["web::router"],
    &["program"],
];

/// Arrows that point up, each with why it is borne: a server function is the server's door in the islands' file, its body is compiled
/// for the server alone; and a failure is a page of its own.
const BORNE: &[(&str, &str)] =
    &[("islands::status_control", "web::act"), ("islands::status_control", "pages::chapter"), ("web::failure", "pages::errors")];

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.iter().any(|known| module == *known || module.starts_with(&format!("{known}::"))))
}

/// The module of a file of `src/`: `web/visitor.rs` is `web::visitor`, `web/assets/encoding.rs` is `web::assets::encoding`.
fn module_of(path: &Path) -> Tested<String> {
    let inside = path.strip_prefix(root().join("src"))?.with_extension("");
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    Ok(parts.join("::").trim_end_matches("::mod").to_owned())
}

/// The paths after `crate::`, `accord::` and `super::` in a source, as far as they name modules.
fn used(module: &str, code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |base: &str, rest: &str| {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':' || c == '{')).unwrap_or(rest.len());
        let path = &rest[..end];
        match path.split_once('{') {
            // `use crate::web::{assets, headers}` names several.
            Some((before, _)) => {
                let inner = rest.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map_or("", |(inner, _)| inner);
                for name in inner.split(',').map(|name| name.trim().trim_start_matches("self::")) {
                    found.insert(format!("{base}{before}{}", name.split(' ').next().unwrap_or_default()));
                }
            }
            None => {
                found.insert(format!("{base}{path}"));
            }
        }
    };
    for opening in ["crate::", "accord::"] {
        for (at, _) in code.match_indices(opening) {
            let preceded = code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
            if !preceded {
                take("", &code[at + opening.len()..]);
            }
        }
    }
    let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
    for (at, _) in code.match_indices("super::") {
        let preceded = code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == ':');
        if !preceded && !parent.is_empty() {
            take(&format!("{parent}::"), &code[at + "super::".len()..]);
        }
    }
    found
}

#[test]
fn arrows_point_down() -> Tested {
    let mut wrong = Vec::new();
    let mut borne = BTreeSet::new();
    for path in sources(&root().join("src"))? {
        let module = module_of(&path)?;
        if ["lib", "main", "web", "pages", "islands", "components"].contains(&module.as_str()) {
            continue;
        }
        let Some(own) = floor_of(&module) else {
            wrong.push(format!("{module} is on no floor: give it one in tests/server/floors.rs"));
            continue;
        };
        for used in used(&module, &code(&path)?) {
            let Some(other) = floor_of(&used) else { continue };
            if other <= own {
                continue;
            }
            match BORNE.iter().find(|(from, to)| module == *from && (used == *to || used.starts_with(&format!("{to}::")))) {
                Some(known) => {
                    borne.insert(*known);
                }
                None => wrong.push(format!("{module} uses {used}, which is above it")),
            }
        }
    }
    for gone in BORNE.iter().filter(|known| !borne.contains(*known)) {
        wrong.push(format!("{} no longer uses {}: take it off the list", gone.0, gone.1));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Pieces of view know no language and no server; islands know the server only in the bodies of their server functions.
#[test]
fn what_reaches_the_browser_needs_no_server() -> Tested {
    let server = ["accord_store", "accord_language", "accord_exchange", "axum", "sqlx", "tower", "tokio", "tracing", "chrono_tz"];
    let mut wrong = Vec::new();
    for folder in ["src/components", "src/islands"] {
        for path in sources(&root().join(folder))? {
            let code = code(&path)?;
            for name in server.iter().filter(|name| code.contains(&format!("{name}::"))) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What each crate must not know, by word.
#[rustfmt::skip]
const UNKNOWN: &[(&str, &[&str])] = &[
    ("crates/domain", &["leptos", "sqlx", "axum", "tokio", "Utc::now", "Local::now", "SystemTime", "Instant::now", "std::env",
        "std::fs", "now_v7", "rand::", "accord_store", "accord_language"]),
    ("crates/store", &["leptos", "axum", "Utc::now", "Local::now", "accord_language", "accord_exchange", "println!"]),
    ("crates/language", &["leptos", "axum", "sqlx", "Utc::now", "SystemTime", "accord_store"]),
    ("crates/exchange", &["leptos", "axum", "sqlx", "Utc::now", "SystemTime"]),
    ("src", &["Utc::now", "Local::now", "sqlx::"]),
];

#[test]
fn each_crate_knows_only_its_own() -> Tested {
    let mut wrong = Vec::new();
    for (folder, words) in UNKNOWN {
        for path in sources(&root().join(folder).join(if *folder == "src" { "" } else { "src" }))? {
            let code = code(&path)?;
            for word in words.iter().filter(|word| code.contains(**word)) {
                wrong.push(format!("{} uses {word}", path.display()));
            }
        }
    }
    // The system's clock is read in one place.
    for path in sources(&root().join("crates/store/src"))? {
        if !path.ends_with("clock.rs") && code(&path)?.contains("SystemTime") {
            wrong.push(format!("{} reads the system's clock", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn manifest(path: &str) -> Tested<toml::Table> {
    Ok(std::fs::read_to_string(root().join(path))?.parse()?)
}

fn names(manifest: &toml::Table, section: &str) -> BTreeSet<String> {
    manifest.get(section).and_then(toml::Value::as_table).map(|all| all.keys().cloned().collect()).unwrap_or_default()
}

fn feature(manifest: &toml::Table, name: &str) -> Vec<String> {
    let feature = manifest.get("features").and_then(|all| all.get(name)).and_then(toml::Value::as_array);
    feature.into_iter().flatten().filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

#[test]
fn only_the_server_depends_on_the_servers_crates() -> Tested {
    let own = manifest("Cargo.toml")?;
    let dependencies = own.get("dependencies").and_then(toml::Value::as_table).ok_or("no dependencies")?;
    let optional =
        |name: &str| dependencies.get(name).and_then(|one| one.get("optional")).and_then(toml::Value::as_bool).unwrap_or_default();
    for server in ["accord-store", "accord-language", "accord-exchange", "axum", "tokio", "tower", "tower-http", "leptos_axum"] {
        assert!(optional(server), "{server} is not optional");
        assert!(feature(&own, "ssr").contains(&format!("dep:{server}")), "ssr does not bring {server}");
        assert!(!feature(&own, "hydrate").contains(&format!("dep:{server}")), "hydrate brings {server}");
    }
    // The browser's side: what is not optional reaches it. A name more here is weight for every reader.
    let always: BTreeSet<&str> = dependencies.keys().map(String::as_str).filter(|name| !optional(name)).collect();
    assert_eq!(always, BTreeSet::from(["accord-domain", "chrono", "leptos", "serde", "uuid"]));
    let hydrate: BTreeSet<String> = feature(&own, "hydrate").into_iter().collect();
    let wanted = ["leptos/hydrate", "dep:console_error_panic_hook", "dep:wasm-bindgen", "dep:web-sys"];
    assert_eq!(hydrate, wanted.map(str::to_owned).into());
    assert!(feature(&own, "default").is_empty(), "a default feature would reach the browser's side");
    Ok(())
}

#[test]
fn each_manifest_points_down() -> Tested {
    let ours = |path: &str| -> Tested<BTreeSet<String>> {
        Ok(names(&manifest(path)?, "dependencies").into_iter().filter(|name| name.starts_with("accord")).collect())
    };
    let set = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(names(&manifest("crates/domain/Cargo.toml")?, "dependencies"), set(&["chrono", "serde", "thiserror", "uuid"]));
    assert_eq!(ours("crates/store/Cargo.toml")?, set(&["accord-domain"]));
    assert_eq!(ours("crates/language/Cargo.toml")?, set(&["accord-domain"]));
    assert_eq!(ours("crates/exchange/Cargo.toml")?, set(&["accord-domain", "accord-language", "accord-store"]));
    // Time and chance stay out of the browser's side.
    let workspace = manifest("Cargo.toml")?;
    let shared = workspace.get("workspace").and_then(|all| all.get("dependencies")).cloned().ok_or("no shared dependencies")?;
    for (name, unwanted) in [("chrono", "clock"), ("chrono", "now"), ("uuid", "v4"), ("uuid", "v7")] {
        let features = shared.get(name).and_then(|one| one.get("features")).cloned();
        let given: Vec<toml::Value> = features.and_then(|all| all.as_array().cloned()).unwrap_or_default();
        assert!(!given.iter().any(|one| one.as_str() == Some(unwanted)), "{name} has {unwanted} for everybody");
        assert_eq!(
            shared.get(name).and_then(|one| one.get("default-features")).and_then(toml::Value::as_bool),
            Some(false),
            "{name}"
        );
    }
    Ok(())
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let code = "use crate::web::{assets, headers};\nuse super::fields::Fields;\nlet x = crate::pages::chapter::record(1);\n\
                use accord::web::router::router;\nuse accord_domain::AppError;";
    let found = used("web::visitor", code);
    let wanted = ["pages::chapter::record", "web::assets", "web::fields::Fields", "web::headers", "web::router::router"];
    assert_eq!(found, wanted.map(str::to_owned).into());
}
