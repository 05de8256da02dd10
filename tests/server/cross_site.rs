//! Requests from other sites change nothing, and no request to read changes anything.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, COOKIE};
use sqlx::{Connection as _, SqliteConnection};

use crate::house::{House, Tested, Who, demo_cookie};
use crate::routes::table;

fn foreign(row: &crate::routes::Row, house: &House, header: (&'static str, &str), cookie: &str) -> Tested<Request<Body>> {
    Ok(Request::post(house.known.fill(row.2))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("host", "accord.example")
        .header(header.0, header.1)
        .header(COOKIE, cookie)
        .body(Body::from(house.known.fill(row.3)))?)
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    for row in table().iter().filter(|row| row.0 == "POST") {
        for who in [Who::Chief, Who::Admin, Who::Goods] {
            for header in [
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
                ("origin", "https://evil.example"),
                ("origin", "null"),
            ] {
                let answer = house.send(foreign(row, &house, header, &demo_cookie(who)?)?).await?;
                assert_eq!(answer.status, 403, "{who:?} {} with {header:?}", row.2);
                assert!(answer.is_in_the_house_look(), "{} with {header:?}: {}", row.2, answer.text());
                assert!(answer.header("set-cookie").is_empty(), "{} set a cookie", row.2);
            }
        }
    }
    assert_eq!(before, house.memory().await?);
    // The session of the refused sign-outs lives on.
    assert_eq!(house.get(Who::Chief, "/").await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn a_form_of_this_site_is_taken_however_the_browser_says_so() -> Tested {
    let house = House::open().await?;
    let rows = table();
    let row = rows.iter().find(|row| row.1 == "/me" && row.0 == "POST").ok_or("no row")?;
    for (who, header) in [
        (Who::Chief, ("sec-fetch-site", "same-origin")),
        (Who::Goods, ("sec-fetch-site", "none")),
        (Who::Official, ("origin", "https://accord.example")),
        (Who::Services, ("accept", "*/*")),
    ] {
        let answer = house.send(foreign(row, &house, header, &demo_cookie(who)?)?).await?;
        assert_eq!((answer.status, answer.location()), (303, "/me?saved=preferences"), "{header:?}");
    }
    Ok(())
}

/// Every GET and HEAD of the table by everybody, with garbage in the query too; the database sees no commit.
#[tokio::test]
async fn reading_writes_nothing() -> Tested {
    let house = House::open().await?;
    let mut watching = SqliteConnection::connect(&house.database).await?;
    // Counts the commits of other connections.
    let (before,): (i64,) = sqlx::query_as("pragma data_version").fetch_one(&mut watching).await?;
    let mut committed = Vec::new();
    let rows = table();
    // The addresses of forms too: a GET there must not do what the POST does.
    let addresses: BTreeSet<&str> = rows.iter().map(|row| row.2).collect();
    for address in addresses {
        for who in Who::ALL {
            for (method, query) in [("GET", ""), ("GET", "?saved=step&reason=x&text_status=closed&q=%25&page=9"), ("HEAD", "")] {
                let request = crate::house::bare_request(method, &format!("{}{query}", house.known.fill(address)))?;
                let answer = house.send(house.signed(who, request)?).await?;
                assert!(answer.status < 500, "{who:?} {method} {address}{query}: {}", answer.status);
                assert!(method != "HEAD" || answer.body.is_empty(), "HEAD {address} has a body");
            }
        }
        let (after,): (i64,) = sqlx::query_as("pragma data_version").fetch_one(&mut watching).await?;
        if after != before && committed.is_empty() {
            committed.push(address.to_owned());
        }
    }
    assert!(committed.is_empty(), "a request to read was followed by a commit: {committed:?}");
    // What would have been noticed.
    assert_eq!(house.post(Who::Chief, "/agreements/india-peru/archive", "reason=Done").await?.status, 303);
    let (written,): (i64,) = sqlx::query_as("pragma data_version").fetch_one(&mut watching).await?;
    assert_ne!(before, written);
    Ok(())
}
