//! Signing in and out: back to the page asked for and never elsewhere, sessions that end when they must, and attempts throttled
//! without locking anybody out.

use std::net::{IpAddr, Ipv4Addr};

use accord_store::commands::accounts;
use accord_store::demo::PASSWORD;
use axum::body::Body;
use axum::http::Request;
use axum::http::header::COOKIE;

use crate::house::{Answer, House, NEWCOMER, Tested, Who, by_machine, encoded, post_request, sent_from};
use crate::markup::read;

async fn signs_in(house: &House, email: &str, password: &str, next: &str) -> Tested<Answer> {
    let body = encoded(&[("email", email), ("password", password), ("next", next)]);
    house.send(post_request("/sign-in", &body)?).await
}

async fn with_cookie(house: &House, cookie: &str, address: &str) -> Tested<Answer> {
    house.send(Request::get(address).header(COOKIE, cookie).body(Body::empty())?).await
}

#[tokio::test]
async fn a_stranger_is_led_to_the_door_and_back() -> Tested {
    let house = House::open().await?;
    for address in ["/agreements/india-peru?saved=step&x=%C3%A9", "/?stage=negotiating&q=a+b", "/me", "/agreements/no-such"] {
        let led = house.get(Who::Anonymous, address).await?;
        assert_eq!(led.status, 303, "{address}");
        let door = house.get(Who::Anonymous, led.location()).await?;
        assert_eq!(door.status, 200, "{}", led.location());
        let document = read(&door.text());
        let kept = document.root.named("input").into_iter().find(|input| input.attribute("name") == Some("next"));
        let next = kept.and_then(|input| input.attribute("value")).unwrap_or_default().to_owned();
        assert_eq!(next, address);
        let back = signs_in(&house, "official@accord.example", PASSWORD, &next).await?;
        assert_eq!((back.status, back.location()), (303, address));
    }
    Ok(())
}

/// A form posted after the session ended leads to a page that exists once signed in, not to an address that only takes forms.
#[tokio::test]
async fn a_form_posted_too_late_leads_back_to_its_page() -> Tested {
    let house = House::open().await?;
    for (posted, page) in [
        ("/agreements/india-peru/chapters/goods/park", "/agreements/india-peru/chapters/goods"),
        ("/agreements/india-peru/archive", "/agreements/india-peru"),
        ("/me/password", "/me"),
    ] {
        let mut request = post_request(posted, "version=1&reason=x")?;
        request.headers_mut().insert("referer", format!("http://127.0.0.1:3000{page}").parse()?);
        let led = house.send(request).await?;
        assert_eq!((led.status, led.location()), (303, format!("/sign-in?{}", encoded(&[("next", page)])).as_str()), "{posted}");
    }
    // A referrer of another site is nobody's way back.
    let mut request = post_request("/me/password", "")?;
    request.headers_mut().insert("referer", "https://evil.example/x".parse()?);
    let led = house.send(request).await?;
    assert!(!led.location().contains("evil"), "{}", led.location());
    Ok(())
}

#[tokio::test]
async fn nobody_is_led_elsewhere() -> Tested {
    let house = House::open().await?;
    for elsewhere in [
        "//evil.example",
        "///evil.example",
        "https://evil.example",
        "http:evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/%0d%0aSet-Cookie:x=y\r\nx",
        "javascript:alert(1)",
        "evil.example",
        "",
        " //evil.example",
        "/a\u{0}",
    ] {
        let answer = signs_in(&house, "official@accord.example", PASSWORD, elsewhere).await?;
        assert_eq!((answer.status, answer.location()), (303, "/"), "{elsewhere:?}");
        if elsewhere.contains('\u{0}') {
            // No address holds one: there is no such page.
            continue;
        }
        let address = format!("/sign-in?{}", encoded(&[("next", elsewhere)]));
        let shown = house.get(Who::Anonymous, &address).await?;
        let document = read(&shown.text());
        let kept = document.root.named("input").into_iter().find(|input| input.attribute("name") == Some("next"));
        assert_eq!(kept.and_then(|input| input.attribute("value")), Some("/"), "{elsewhere:?}");
        let led = house.get(Who::Official, &address).await?;
        assert_eq!((led.status, led.location()), (303, "/"), "{elsewhere:?} when signed in");
        let chosen = house.post_fields(Who::Anonymous, "/language", &[("language", "es-PE"), ("next", elsewhere)]).await?;
        assert_eq!((chosen.status, chosen.location()), (303, "/"), "{elsewhere:?} after the language");
    }
    Ok(())
}

#[tokio::test]
async fn the_language_is_chosen_before_signing_in() -> Tested {
    let house = House::open().await?;
    let chosen = house.post_fields(Who::Anonymous, "/language", &[("language", "es-PE"), ("next", "/sign-in")]).await?;
    let cookie = chosen.cookie("language").ok_or("no cookie")?;
    assert!(with_cookie(&house, &cookie, "/sign-in").await?.text().contains("lang=\"es-PE\""));
    let asked = Request::get("/sign-in").header("accept-language", "fr, hi;q=0.8, en;q=0.5").body(Body::empty())?;
    assert!(house.send(asked).await?.text().contains("<html lang=\"hi-IN\""));
    // The account's own language wins over the cookie.
    let own = format!("{cookie}; {}", house.known.cookies["official@accord.example"]);
    assert!(with_cookie(&house, &own, "/rights").await?.text().contains("<html lang=\"en-IN\""));
    Ok(())
}

#[tokio::test]
async fn a_session_is_new_at_each_sign_in_and_dead_after_the_last() -> Tested {
    let house = House::open().await?;
    let first = signs_in(&house, "chief@accord.example", PASSWORD, "/").await?.cookie("accord").ok_or("no cookie")?;
    assert_eq!(with_cookie(&house, &first, "/").await?.status, 200);

    // Signing in with a session gives another one, and the first is worth nothing.
    let mut request = post_request("/sign-in", &encoded(&[("email", "goods@accord.example"), ("password", PASSWORD)]))?;
    request.headers_mut().insert(COOKIE, first.parse()?);
    let second = house.send(request).await?.cookie("accord").ok_or("no second cookie")?;
    assert_ne!(first, second);
    assert_eq!(with_cookie(&house, &first, "/").await?.status, 303, "the session from before the sign-in lives");
    assert!(with_cookie(&house, &second, "/me").await?.text().contains("goods@accord.example"));

    // A session somebody else made up is not taken over.
    let forged = "accord=AAAAAAAAAAAAAAAAAAAAAA";
    let mut request = post_request("/sign-in", &encoded(&[("email", "goods@accord.example"), ("password", PASSWORD)]))?;
    request.headers_mut().insert(COOKIE, forged.parse()?);
    let third = house.send(request).await?.cookie("accord").ok_or("no third cookie")?;
    assert_ne!(third, forged);
    assert_eq!(with_cookie(&house, forged, "/").await?.status, 303);

    let mut request = post_request("/sign-out", "")?;
    request.headers_mut().insert(COOKIE, second.parse()?);
    let left = house.send(request).await?;
    assert_eq!((left.status, left.location()), (303, "/sign-in"));
    let ended = left.header("set-cookie");
    assert!(ended.starts_with("accord=;") && ended.contains("Max-Age=0"), "the cookie stays in the browser: {ended}");
    assert_eq!(with_cookie(&house, &second, "/").await?.status, 303, "the session outlives the sign-out");
    assert_eq!(with_cookie(&house, &third, "/").await?.status, 200, "another session ended with it");
    Ok(())
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() -> Tested {
    let house = House::open().await?;
    assert_eq!(house.get(Who::Official, "/").await?.status, 200);
    let body = [("account", "official@accord.example")];
    assert_eq!(house.post_fields(Who::Admin, "/admin/disable", &body).await?.status, 303);
    assert_eq!(house.get(Who::Official, "/").await?.status, 303);
    let refused = signs_in(&house, "official@accord.example", PASSWORD, "/").await?;
    assert_eq!(refused.status, 422);
    assert!(refused.cookie("accord").is_none());
    // Enabled again, the old session stays ended, and the password works.
    assert_eq!(house.post_fields(Who::Admin, "/admin/enable", &body).await?.status, 303);
    assert_eq!(house.get(Who::Official, "/").await?.status, 303);
    assert_eq!(signs_in(&house, "official@accord.example", PASSWORD, "/").await?.status, 303);
    Ok(())
}

#[tokio::test]
async fn a_new_password_ends_every_session() -> Tested {
    let house = House::open().await?;
    let other = signs_in(&house, "official@accord.example", PASSWORD, "/").await?.cookie("accord").ok_or("no cookie")?;
    let form = [("present", PASSWORD), ("next", "a-longer-secret"), ("again", "a-longer-secret")];
    let changed = house.post_fields(Who::Official, "/me/password", &form).await?;
    assert_eq!((changed.status, changed.location()), (303, "/sign-in?saved=password"));
    assert_eq!(house.get(Who::Official, "/").await?.status, 303);
    assert_eq!(with_cookie(&house, &other, "/").await?.status, 303);
    assert_eq!(signs_in(&house, "official@accord.example", PASSWORD, "/").await?.status, 422);
    assert_eq!(signs_in(&house, "official@accord.example", "a-longer-secret", "/").await?.status, 303);
    // The administrator gives another: the same.
    accounts::reset_password(&house.db, by_machine(), "goods@accord.example".into(), "given-by-admin".into()).await?;
    assert_eq!(house.get(Who::Goods, "/").await?.status, 303);
    Ok(())
}

#[tokio::test]
async fn a_first_password_is_changed_before_anything_else() -> Tested {
    let house = House::open().await?;
    let cookie = house.known.cookies[NEWCOMER].clone();
    for address in ["/", "/rights", "/agreements/india-peru", "/admin", "/portfolio.csv", "/meetings"] {
        let led = with_cookie(&house, &cookie, address).await?;
        let is_page = address != "/meetings";
        assert_eq!((led.status, led.location()), if is_page { (303, "/me") } else { (404, "") }, "{address}");
    }
    let page = with_cookie(&house, &cookie, "/me").await?;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("name=\"next\""));
    let mut act = post_request(
        "/act/record_step",
        "agreement=india-peru&chapter=goods&version=1&text_status=&market_status=&reason=&override_brackets=",
    )?;
    act.headers_mut().insert(COOKIE, cookie.parse()?);
    assert_eq!(house.send(act).await?.status, 401);

    let change = |next: &str| -> Tested<Request<Body>> {
        let mut request = post_request("/me/password", &encoded(&[("present", PASSWORD), ("next", next), ("again", next)]))?;
        request.headers_mut().insert(COOKIE, cookie.parse()?);
        Ok(request)
    };
    for unfit in [PASSWORD, "short", NEWCOMER] {
        assert_eq!(house.send(change(unfit)?).await?.status, 422, "{unfit}");
    }
    assert_eq!(house.send(change("a-longer-secret")?).await?.status, 303);
    let fresh = signs_in(&house, NEWCOMER, "a-longer-secret", "/").await?.cookie("accord").ok_or("no cookie")?;
    assert_eq!(with_cookie(&house, &fresh, "/").await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn guessing_is_slow_and_locks_nobody_out() -> Tested {
    let house = House::open().await?;
    let guesser = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7));
    let guess = |password: &str| post_request("/sign-in", &encoded(&[("email", "chief@accord.example"), ("password", password)]));
    for _ in 0..5 {
        assert_eq!(sent_from(&house.router, guesser, guess("wrong")?).await?.status, 422);
    }
    let slowed = sent_from(&house.router, guesser, guess(PASSWORD)?).await?;
    assert_eq!(slowed.status, 429, "the sixth guess is not slowed");
    assert!(slowed.is_in_the_house_look());
    assert!(slowed.text().contains("chief@accord.example"), "the address typed is gone");
    // A header anybody may write does not make the guesser somebody else.
    let mut forwarded = guess(PASSWORD)?;
    forwarded.headers_mut().insert("x-forwarded-for", "198.51.100.1".parse()?);
    assert_eq!(sent_from(&house.router, guesser, forwarded).await?.status, 429);
    let owner = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 9));
    assert_eq!(sent_from(&house.router, owner, guess(PASSWORD)?).await?.status, 303, "the owner is locked out");
    Ok(())
}

/// An unknown address, a disabled account and a wrong password are told in the same words.
#[tokio::test]
async fn nobody_learns_which_accounts_exist() -> Tested {
    let house = House::open().await?;
    accounts::set_disabled(&house.db, by_machine(), "goods@accord.example".into(), true).await?;
    let mut pages = Vec::new();
    for email in ["chief@accord.example", "goods@accord.example", "nobody@accord.example"] {
        let answer = signs_in(&house, email, "wrong-password", "/").await?;
        assert_eq!(answer.status, 422);
        pages.push(answer.text().replace(&format!("value=\"{email}\""), "value=\"EMAIL\""));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[0], pages[2]);
    Ok(())
}
