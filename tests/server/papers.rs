//! Papers over HTTP: a file that lies, bursts or is too large is refused beside its field, and a file that is taken is never shown inline.

use std::io::Write;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::house::{Answer, House, Tested, Who};
use crate::markup::read;

const TABLE: &str = "/agreements/india-peru/meetings/round-11/sessions/goods/papers";

/// Sends a file as a browser would.
async fn sent(house: &House, who: Who, name: &str, bytes: &[u8], title: &str, audience: &str) -> Tested<Answer> {
    let field = |name: &str, value: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let mut body = format!("{}{}", field("title", title), field("audience", audience)).into_bytes();
    let head =
        format!("--b\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n");
    body.extend(head.as_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--b--\r\n");
    let request = Request::post(TABLE)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header("sec-fetch-site", "same-origin")
        .header("host", "127.0.0.1:3000")
        .body(Body::from(body))?;
    house.send(house.signed(who, request)?).await
}

/// A package that unpacks to thirty megabytes of nothing.
fn bomb() -> Tested<Vec<u8>> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default())?;
    writer.write_all(&vec![0; 30 * 1024 * 1024])?;
    Ok(writer.finish()?.into_inner())
}

#[tokio::test]
async fn a_bad_file_is_refused_beside_its_field_and_what_was_typed_is_kept() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    let large = vec![b'a'; accord_domain::paper::LARGEST + 1];
    for (name, bytes, said) in [
        ("", b"".to_vec(), "Choose a file"),
        ("offer.pdf", b"".to_vec(), "is empty"),
        ("offer.pdf", b"MZ\x90\0".to_vec(), "not what its name says"),
        ("page.html", b"<script>alert(1)</script>".to_vec(), "of this kind"),
        ("offer.docx", bomb()?, "unpacks to far more"),
        ("offer.xlsx", b"PK\x03\x04cut".to_vec(), "damaged"),
        ("offer.txt", large, "too large: 20 MB"),
    ] {
        let answer = sent(&house, Who::Goods, name, &bytes, "What I typed \"<i>", "chapter-team").await?;
        assert_eq!(answer.status, 422, "{name}");
        let document = read(&answer.text());
        let faults = crate::markup::faults(&document);
        assert_eq!(faults, Vec::<String>::new(), "{name}");
        let inputs = document.root.named("input");
        let of = |id: &str| inputs.iter().find(|input| input.attribute("id") == Some(id));
        let file = of("paper").ok_or("no field for the file")?;
        assert_eq!(file.attribute("aria-invalid"), Some("true"), "{name}");
        assert!(file.attribute("aria-describedby").is_some_and(|ids| ids.contains("paper-error")), "{name}");
        assert_eq!(of("title").and_then(|input| input.attribute("value")), Some("What I typed \"<i>"), "{name}");
        assert!(answer.text().contains(said), "{name}: no {said:?}");
        assert!(document.root.classed("error-summary").iter().any(|summary| summary.words().contains(said)), "{name}");
    }
    assert_eq!(before, house.memory().await?);
    Ok(())
}

#[tokio::test]
async fn what_is_far_too_large_or_no_form_is_told_on_a_page() -> Tested {
    let house = House::open().await?;
    let huge = vec![b'a'; accord_domain::paper::LARGEST + 4 * 1024 * 1024];
    let answer = sent(&house, Who::Goods, "a.txt", &huge, "", "delegation").await?;
    assert_eq!((answer.status, answer.is_in_the_house_look()), (413, true));
    for body in ["--b", "--b\r\n\r\n", "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\u{0}", ""] {
        let request = Request::post(TABLE)
            .header(CONTENT_TYPE, "multipart/form-data; boundary=b")
            .header("sec-fetch-site", "same-origin")
            .header("host", "127.0.0.1:3000")
            .body(Body::from(body))?;
        let answer = house.send(house.signed(Who::Goods, request)?).await?;
        assert!((400..=422).contains(&answer.status) && answer.is_in_the_house_look(), "{body:?}: {}", answer.status);
    }
    Ok(())
}

#[tokio::test]
async fn a_file_is_sent_to_be_kept_and_never_shown() -> Tested {
    let house = House::open().await?;
    let answer = sent(&house, Who::Goods, "शुल्क.txt", "<script>alert(1)</script>".as_bytes(), "", "partner").await?;
    assert_eq!(answer.status, 303);
    let page = house.get(Who::Partner, "/agreements/india-peru/meetings/round-11").await?.text();
    let document = read(&page);
    let links = document.root.named("a");
    let link = links.iter().find(|link| link.words().contains("शुल्क")).ok_or("the partner is not shown the paper")?;
    let address = link.attribute("href").ok_or("no address")?.to_owned();
    let file = house.get(Who::Partner, &address).await?;
    assert_eq!((file.status, file.header("content-type")), (200, "text/plain; charset=utf-8"));
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(file.header("cache-control"), "no-store");
    let kept = file.header("content-disposition");
    assert!(kept.starts_with("attachment; filename=\"") && kept.contains("filename*=UTF-8''%E0%A4%B6"), "{kept}");
    assert_eq!(file.text(), "<script>alert(1)</script>");
    Ok(())
}

#[tokio::test]
async fn a_paper_of_the_team_is_nowhere_for_others() -> Tested {
    let house = House::open().await?;
    assert_eq!(sent(&house, Who::Goods, "secret.txt", b"Ours", "canary-of-the-paper", "chapter-team").await?.status, 303);
    for (who, sees) in
        [(Who::Goods, true), (Who::Chief, true), (Who::Services, false), (Who::Official, false), (Who::Partner, false)]
    {
        for address in ["/agreements/india-peru/meetings/round-11", "/agreements/india-peru/meetings/round-11/pack.html"] {
            let text = house.get(who, address).await?.text();
            assert_eq!(text.contains("canary-of-the-paper"), sees, "{who:?} {address}");
        }
    }
    Ok(())
}
