//! Tables sent to be imported: what is no table is refused beside its field, what is too large is told so, and nothing is kept until it
//! is asked for.

use crate::house::{House, Tested, Who, post_request};
use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;

/// A form with a file and one field more.
pub fn with_file(address: &str, bytes: &[u8], (name, value): (&str, &str)) -> Tested<Request<Body>> {
    let head = "--accord\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a\u{202e}.csv\"\r\n\r\n";
    let tail = format!("\r\n--accord\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n--accord--\r\n");
    let body = [head.as_bytes(), bytes, tail.as_bytes()].concat();
    Ok(Request::post(address)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=accord")
        .header("sec-fetch-site", "same-origin")
        .header("host", "127.0.0.1:3000")
        .body(Body::from(body))?)
}

async fn send(house: &House, bytes: &[u8], publisher: &str) -> Tested<crate::house::Answer> {
    house.send(house.signed(Who::Chief, with_file("/trade/import", bytes, ("publisher", publisher))?)?).await
}

#[tokio::test]
async fn what_is_no_table_is_refused_beside_its_field() -> Tested {
    let house = House::open().await?;
    for (bytes, told) in [
        (&b""[..], "Choose a file that holds something."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "The file has a password"),
        (b"\x89PNG\r\n\x1a\n\0\0", "This is no table"),
        (b"PK\x03\x04 no package", "The file cannot be read to its end."),
    ] {
        let answer = send(&house, bytes, "<script>The ministry</script>").await?;
        let text = answer.text();
        assert_eq!(answer.status, 422, "{told}");
        assert!(text.contains(told) && text.contains("id=\"file-error\""), "{told}: {text}");
        assert!(
            text.contains("&lt;script&gt;The ministry") && !text.contains("<script>The"),
            "what was typed comes back, and is text"
        );
    }
    let answer = send(&house, b"HSCode,Value\n1,5\n", " ").await?;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("id=\"publisher-error\""));
    Ok(())
}

#[tokio::test]
async fn what_is_too_large_is_told_so() -> Tested {
    let house = House::open().await?;
    let answer = send(&house, &vec![b'a'; 33 * 1024 * 1024], "The ministry").await?;
    assert_eq!(answer.status, 422, "a little too large is refused beside the field");
    assert!(answer.text().contains("larger than 32 MB"));
    for megabytes in [40, 200] {
        let answer = send(&house, &vec![b'a'; megabytes * 1024 * 1024], "The ministry").await?;
        assert_eq!(answer.status, 413, "{megabytes} MB");
        assert!(answer.is_in_the_house_look());
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_kept_until_it_is_asked_for() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    let answer = send(&house, b"HSCode,Value,Date\n1,5,2024-01\n77,6,2024-01\n", "The ministry").await?;
    let place = answer.location();
    assert!(place.starts_with("/trade/import/") && place.contains("publisher=The+ministry"), "{place}");
    let own = place.split('?').next().unwrap_or_default().to_owned();
    let columns = "publisher=The+ministry&all-partner=Peru&all-flow=exports";
    let shown = house.get(Who::Chief, &own).await?.text();
    assert!(shown.contains(">a.csv<"), "the name is without its folder and without marks that turn it round");
    let tried = house.get(Who::Chief, &format!("{own}?{columns}")).await?.text();
    assert!(tried.contains("has no chapter 77"), "{tried}");
    for (body, told) in [
        (columns.to_owned(), "1 rows would be refused"),
        ("publisher=The+ministry&leave_out=yes".to_owned(), "Choose a column, or one value for all rows."),
        (format!("{columns}&leave_out=yes&scale=zzz"), "Choose one of the values offered."),
        (format!("{columns}&leave_out=yes&column-value=Nowhere"), "has no column “Nowhere”"),
        (format!("{columns}&leave_out=yes&column-period=HSCode"), "No row can be kept."),
    ] {
        let answer = house.send(house.signed(Who::Chief, post_request(&own, &body)?)?).await?;
        assert_eq!(answer.status, 422, "{body}: {}", answer.text());
        assert!(answer.text().contains(told), "{body}: {}", answer.text());
    }
    assert_eq!(house.memory().await?, before, "nothing was kept");
    assert_eq!(house.get(Who::Minister, &own).await?.status, 404, "a file is for who sent it");
    let answer = house.send(house.signed(Who::Chief, post_request(&own, &format!("{columns}&leave_out=yes"))?)?).await?;
    assert_eq!((answer.status, answer.location()), (303, "/trade?saved=import"));
    assert_eq!(house.get(Who::Chief, &own).await?.status, 404, "what is imported waits no more");
    Ok(())
}
