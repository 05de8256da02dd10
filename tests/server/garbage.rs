//! Requests nobody's browser sends: too large, of another kind, with nonsense in the address, the query or the cookie. The answer is
//! a page of the house that says so, and never a failure of the server.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, COOKIE};

use crate::forms;
use crate::house::{House, Tested, Who, bare_request};

const TEN_MEGABYTES: usize = 10 * 1024 * 1024;
/// More than all answers to a consultation may take, as the one larger form.
const ALL_ANSWERS: usize = 16 * 1024 * 1024;

fn posted(house: &House, who: Who, address: &str, kind: &str, body: impl Into<Body>) -> Tested<Request<Body>> {
    let mut request = Request::post(house.known.fill(address)).header("sec-fetch-site", "same-origin");
    if !kind.is_empty() {
        request = request.header(CONTENT_TYPE, kind);
    }
    house.signed(who, request.body(body.into())?)
}

#[tokio::test]
async fn ten_megabytes_are_too_large() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    for form in forms::all().filter(|form| !form.fields.is_empty() && !form.is_act) {
        let size = if form.address == "/consultations/{token}" { ALL_ANSWERS } else { TEN_MEGABYTES };
        let body = format!("reason={}", "a".repeat(size));
        let answer = house.send(posted(&house, form.who, form.address, "application/x-www-form-urlencoded", body)?).await?;
        assert_eq!(answer.status, 413, "{}", form.address);
        assert!(answer.is_in_the_house_look(), "{}", form.address);
    }
    // One that says its size before it sends it, and one that never says.
    let kind = "application/x-www-form-urlencoded";
    let mut request = posted(&house, Who::Chief, "/me", kind, "a=b")?;
    request.headers_mut().insert(CONTENT_LENGTH, TEN_MEGABYTES.to_string().parse()?);
    assert!(house.send(request).await?.status < 500);
    assert_eq!(before, house.memory().await?);
    Ok(())
}

#[tokio::test]
async fn what_is_no_form_is_unreadable() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    for (kind, body) in [
        ("application/json", "{\"reason\":\"x\"}".as_bytes().to_vec()),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nx\r\n--x--".to_vec()),
        ("text/plain", b"reason=x".to_vec()),
        ("", b"reason=x".to_vec()),
        ("nonsense", b"reason=x".to_vec()),
        ("application/x-www-form-urlencoded", vec![0xff, 0xfe, b'=', 0x80]),
        ("application/x-www-form-urlencoded; charset=utf-16", vec![0xff, 0xfe, b'r', 0]),
    ] {
        for form in forms::all().filter(|form| !form.fields.is_empty() && !form.is_act) {
            let answer = house.send(posted(&house, form.who, form.address, kind, body.clone())?).await?;
            assert_eq!(answer.status, 400, "{} as {kind:?}", form.address);
            assert!(answer.is_in_the_house_look(), "{} as {kind:?}", form.address);
        }
    }
    assert_eq!(before, house.memory().await?);
    Ok(())
}

/// Fields twice, without a name, without an equals sign, a thousand of them.
#[tokio::test]
async fn odd_forms_are_forms() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    let thousand = (0..5_000).map(|n| format!("f{n}=x")).collect::<Vec<_>>().join("&");
    for body in ["&&&", "=", "reason", "=x&=y", "reason=&reason=", "%=%&%zz=%", thousand.as_str(), "+++", "a=b;c=d"] {
        let answer = house.post(Who::Chief, "/agreements/india-peru/archive", body).await?;
        assert_eq!(answer.status, 422, "{}", body.chars().take(40).collect::<String>());
    }
    assert_eq!(before, house.memory().await?);
    Ok(())
}

const QUERIES: &[&str] = &[
    "stage=zzz&page=-1",
    "stage=zzz&page=-1&%ff",
    "%ff=%fe&q=%c3%28",
    "stage=negotiating&stage=paused",
    "saved=a&saved=b",
    "page=99999999999999999999",
    "page=0",
    "page=1.5",
    "page=100000",
    "q=%25%25%25&party=%5f",
    "q='%20or%201=1--&party='",
    "q=%00&party=%00&stage=%00",
    "q=%E2%80%AE%E0%A4%B5",
    "&&&=&==",
    "?",
    "saved=%3Cscript%3Ealert(1)%3C/script%3E",
    "next=a&next=b",
    "as-of=2025-02-30",
];

async fn no_query_fails(house: &House, readers: &[Who]) -> Tested {
    let long = format!("q={}", "x".repeat(60_000));
    let many = (0..200).map(|n| format!("word{n}")).collect::<Vec<_>>().join("+");
    let many = format!("q={many}&party={many}");
    let mut wrong = Vec::new();
    for address in [
        "/",
        "/portfolio.csv",
        "/portfolio.xlsx",
        "/agreements/india-peru",
        "/agreements/india-peru/chapters/goods",
        "/agreements/india-peru/people",
        "/agreements/india-peru/changes",
        "/changes",
        "/timeline",
        "/agreements/india-peru/timeline",
        "/agreements/india-peru/priorities",
        "/agreements/india-peru/action-points",
        "/agreements/india-peru/action-points/new",
        "/work",
        "/milestones/new",
        "/agreements/india-peru/chapters.csv",
        "/me",
        "/rights",
        "/sign-in",
        "/agreements/new",
    ] {
        for query in QUERIES.iter().copied().chain([long.as_str(), many.as_str()]) {
            for who in readers.iter().copied() {
                let request = bare_request("GET", &format!("{address}?{query}"))?;
                let answer = house.send(house.signed(who, request)?).await?;
                let page = answer.header("content-type").starts_with("text/html");
                let told = answer.text();
                let shown: String = query.chars().take(60).collect();
                if !(answer.status == 200 || answer.status == 303 || (answer.status < 500 && answer.is_in_the_house_look())) {
                    wrong.push(format!(
                        "{who:?} {address}?{shown}: {} {}",
                        answer.status,
                        told.chars().take(120).collect::<String>()
                    ));
                }
                if page && told.contains("<script>alert") {
                    wrong.push(format!("{who:?} {address}?{shown}: the query is run"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn no_query_is_a_failure() -> Tested {
    no_query_fails(&House::open().await?, &[Who::Chief, Who::Anonymous]).await
}

#[tokio::test]
async fn no_query_is_a_failure_on_postgres() -> Tested {
    match House::on_postgres().await? {
        Some(house) => no_query_fails(&house, &[Who::Chief]).await,
        None => Ok(()),
    }
}

/// A page past the last, and a filter that lets nothing through, say so and lead back.
#[tokio::test]
async fn an_empty_portfolio_says_why() -> Tested {
    let house = House::open().await?;
    for (who, query) in [(Who::Chief, "?q=nothing-is-called-this"), (Who::Chief, "?party=ZZ"), (Who::Stranger, "")] {
        let answer = house.get(who, &format!("/{query}")).await?;
        assert_eq!(answer.status, 200);
        let document = crate::markup::read(&answer.text());
        assert!(!document.root.classed("empty").is_empty(), "{who:?} /{query} shows no empty state");
    }
    let past = house.get(Who::Chief, "/?page=99").await?;
    let document = crate::markup::read(&past.text());
    let rows = document.root.named("tbody").iter().map(|body| body.named("tr").len()).sum::<usize>();
    let said = !document.root.classed("empty").is_empty();
    assert!(past.status != 200 || rows > 0 || said, "page 99 is an empty page without a word");
    Ok(())
}

async fn unknown_things_are_not_found(house: &House) -> Tested {
    let uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
    let mut wrong = Vec::new();
    let mut addresses: Vec<String> = [
        "/agreements/no-such",
        "/agreements/no-such/edit",
        "/agreements/no-such/people",
        "/agreements/no-such/chapters.csv",
        "/agreements/india-peru/chapters/no-such",
        "/agreements/india-peru/chapters/no-such/edit",
        "/agreements/no-such/chapters/goods",
        "/agreements/india-peru/events/no-uuid",
        "/agreements/INDIA-PERU",
        "/agreements/%20",
        "/agreements/%00",
        "/agreements/india-peru%00",
        "/agreements/india-peru/chapters/%00",
        "/agreements/india-peru/chapters/goods%00/edit",
        "/agreements/%ff",
        "/agreements/%c3%28/edit",
        "/agreements/india-peru/chapters/%ff",
        "/agreements/..%2f..%2fetc%2fpasswd",
        "/agreements/%E2%80%AE",
        "/agreements/' or 1=1--".replace(' ', "%20").as_str(),
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/Cargo.toml",
        "/%00",
        "/%ff",
        "//",
        "/./",
    ]
    .map(str::to_owned)
    .into();
    addresses.push(format!("/agreements/{}", "x".repeat(30_000)));
    addresses.push(format!("/agreements/india-peru/events/{uuid}"));
    // An event of another agreement.
    addresses.push(house.known.fill("/agreements/india-chile-cepa/events/{event}"));
    for address in &addresses {
        for (who, method) in [(Who::Chief, "GET"), (Who::Chief, "POST"), (Who::Anonymous, "GET"), (Who::Anonymous, "POST")] {
            let answer = house.send(house.signed(who, bare_request(method, address)?)?).await?;
            let shown: String = address.chars().take(60).collect();
            let asset = address.starts_with("/assets");
            let led = who == Who::Anonymous && answer.status == 303;
            let hidden = if asset {
                matches!(answer.status, 404 | 405)
            } else {
                matches!(answer.status, 400 | 404) && answer.is_in_the_house_look()
            };
            if !led && !hidden {
                wrong.push(format!(
                    "{who:?} {method} {shown}: {} {}",
                    answer.status,
                    answer.text().chars().take(80).collect::<String>()
                ));
            }
        }
    }
    for address in [
        format!("/agreements/india-peru/people/{uuid}/revoke"),
        "/agreements/india-peru/people/no-uuid/revoke".to_owned(),
        format!("/agreements/india-peru/events/{uuid}/withdraw"),
        house.known.fill("/agreements/india-chile-cepa/people/{grant}/revoke"),
        house.known.fill("/agreements/india-chile-cepa/events/{event}/withdraw"),
        "/agreements/no-such/archive".to_owned(),
        "/agreements/india-peru/chapters/no-such/park".to_owned(),
        "/agreements/india-peru/chapters/goods%00/park".to_owned(),
    ] {
        let answer = house.post(Who::Chief, &address, "withdraw_reason=x&reason=x&park_reason=x&version=1").await?;
        if answer.status != 404 || !answer.is_in_the_house_look() {
            wrong.push(format!("POST {address}: {}", answer.status));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn unknown_things() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    unknown_things_are_not_found(&house).await?;
    assert_eq!(before, house.memory().await?);
    Ok(())
}

#[tokio::test]
async fn unknown_things_on_postgres() -> Tested {
    match House::on_postgres().await? {
        Some(house) => unknown_things_are_not_found(&house).await,
        None => Ok(()),
    }
}

#[tokio::test]
async fn a_garbage_cookie_is_no_cookie() -> Tested {
    let house = House::open().await?;
    let sound = house.known.cookies["chief@accord.example"].clone();
    let huge = format!("accord={}", "A".repeat(60_000));
    for cookie in [
        "accord=",
        "accord=x",
        "accord=%00%ff",
        "accord=../../etc/passwd",
        "accord=AAAAAAAAAAAAAAAAAAAAAA",
        "accord='; drop table sessions; --",
        "accord",
        "=accord",
        ";;;",
        "language=zzz",
        huge.as_str(),
    ] {
        let answer = house.send(Request::get("/").header(COOKIE, cookie).body(Body::empty())?).await?;
        assert_eq!(answer.status, 303, "{}", cookie.chars().take(40).collect::<String>());
        let page = house.send(Request::get("/sign-in").header(COOKIE, cookie).body(Body::empty())?).await?;
        assert_eq!(page.status, 200, "{}", cookie.chars().take(40).collect::<String>());
    }
    let bytes = Request::get("/sign-in").header(COOKIE, axum::http::HeaderValue::from_bytes(b"accord=\xff\xfe; language=\xff")?);
    assert_eq!(house.send(bytes.body(Body::empty())?).await?.status, 200);
    // A second cookie of the name, as a neighbouring site may plant, does not crash the first.
    let two = house.send(Request::get("/").header(COOKIE, format!("{sound}; accord=x")).body(Body::empty())?).await?;
    assert!(matches!(two.status, 200 | 303), "{}", two.status);
    for language in ["", "*", "en;q=nonsense", "\u{7f}".trim(), &"x,".repeat(5_000)] {
        let Ok(value) = axum::http::HeaderValue::from_str(language) else { continue };
        let page = house.send(Request::get("/sign-in").header("accept-language", value).body(Body::empty())?).await?;
        assert_eq!(page.status, 200, "{language:?}");
    }
    Ok(())
}

/// A failure of the house itself is a page too, and its cause stays inside.
#[tokio::test]
async fn a_failure_of_the_database_is_told_without_its_cause() -> Tested {
    let house = House::open().await?;
    house.db.close().await;
    for (method, address) in [("GET", "/"), ("GET", "/sign-in"), ("POST", "/me")] {
        let answer = house.send(house.signed(Who::Chief, bare_request(method, address)?)?).await?;
        assert_eq!(answer.status, 500, "{address}");
        assert!(answer.is_in_the_house_look(), "{address}: {}", answer.text());
        let told = answer.text().to_lowercase();
        for cause in ["pool", "sqlx", "sqlite", "session store"] {
            assert!(!told.contains(cause), "{address} tells the cause: {cause}");
        }
    }
    assert_eq!(house.send(bare_request("GET", "/readyz")?).await?.status, 503);
    assert_eq!(house.send(bare_request("GET", "/healthz")?).await?.status, 200);
    Ok(())
}
