//! Links and forms on every page lead to addresses that answer their reader.

use std::collections::BTreeSet;

use crate::house::{House, Tested, Who};
use crate::markup::read;

/// Follows every link from the portfolio on, as each role, and asks whether each form's address is one of the router's.
#[tokio::test]
async fn no_link_is_dead() -> Tested {
    let house = House::open().await?;
    let mut wrong = Vec::new();
    // The minister sees the chief's screens, the lead of services those of the lead of goods.
    for who in Who::signed_in().filter(|who| !matches!(who, Who::Minister | Who::Services)) {
        let mut seen: BTreeSet<String> = BTreeSet::from(["/".to_owned()]);
        let mut waiting = vec![("/".to_owned(), String::new())];
        let mut actions: BTreeSet<String> = BTreeSet::new();
        while let Some((address, from)) = waiting.pop() {
            let answer = house.get(who, &address).await?;
            if answer.status != 200 {
                wrong.push(format!("{who:?}: {address}, linked from {from}, answers {}", answer.status));
                continue;
            }
            if !answer.header("content-type").starts_with("text/html") {
                continue;
            }
            let document = read(&answer.text());
            for node in document.root.all() {
                if let Some(action) = node.attribute("action").filter(|_| node.attribute("method") == Some("post")) {
                    actions.insert(action.to_owned());
                }
                let Some(href) = node.attribute("href").filter(|_| node.name == "a") else { continue };
                let path = href.split('#').next().unwrap_or_default();
                // Chapters of one agreement look alike; its own and Goods of each are enough.
                let alike = path.contains("/chapters/") && !path.contains("india-peru") && !path.contains("/goods");
                if path.starts_with('/') && !alike && seen.insert(path.to_owned()) {
                    waiting.push((path.to_owned(), address.clone()));
                } else if !path.is_empty() && !path.starts_with('/') {
                    wrong.push(format!("{who:?}: {address} leads out of the house, to {href}"));
                }
            }
        }
        for action in actions {
            if !crate::routes::table().iter().any(|row| row.0 == "POST" && fits(row.1, &action)) {
                wrong.push(format!("{who:?}: a form posts to {action}, which is no route"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// Whether an address is one of a route's.
fn fits(route: &str, address: &str) -> bool {
    let (wanted, given): (Vec<_>, Vec<_>) = (route.split('/').collect(), address.split('/').collect());
    wanted.len() == given.len() && wanted.iter().zip(given).all(|(wanted, part)| wanted.starts_with('{') || *wanted == part)
}
