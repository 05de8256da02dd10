//! What a page weighs on the wire: a reader's page fits the first round trip, an islands' page its allowance.

use std::io::Write as _;
use std::path::Path;

use axum::body::Body;
use axum::http::Request;

use crate::house::{Answer, House, Tested, Who};
use crate::markup::read;

/// A page for reading, with its style.
const READING: usize = 14 * 1024;
/// The script and wasm of a page with an island.
const ISLANDS: usize = 150 * 1024;

/// The files of `target/site`: logical name and the size of the Brotli form.
fn site() -> Tested<Vec<(String, usize)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site");
    let manifest = std::fs::read_to_string(folder.join("manifest.tsv")).unwrap_or_default();
    let mut files = Vec::new();
    for line in manifest.lines() {
        let mut fields = line.split('\t');
        let (Some(logical), Some(name), Some(forms)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let sent = if forms.split(',').any(|form| form == "br") { format!("{name}.br") } else { name.to_owned() };
        files.push((logical.to_owned(), usize::try_from(std::fs::metadata(folder.join(sent))?.len())?));
    }
    Ok(files)
}

fn size_of(files: &[(String, usize)], logical: &str) -> Tested<usize> {
    let found = files.iter().find(|(name, _)| name == logical).map(|(_, size)| *size);
    found.ok_or_else(|| format!("target/site has no {logical}: run `cargo xtask build`, and then the tests again").into())
}

/// What the page weighs as the server sends it, or as a proxy in front would pack it.
fn packed(answer: &Answer) -> Tested<usize> {
    if answer.header("content-encoding") == "br" {
        return Ok(answer.body.len());
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 5, 22);
    writer.write_all(&answer.body)?;
    Ok(writer.into_inner().len())
}

async fn page(house: &House, who: Who, address: &str) -> Tested<Answer> {
    let request = Request::get(address).header("accept-encoding", "br, gzip").body(Body::empty())?;
    let answer = house.send(house.signed(who, request)?).await?;
    assert_eq!(answer.status, 200, "{address}");
    Ok(answer)
}

fn unpacked(answer: &Answer) -> Tested<String> {
    if answer.header("content-encoding") != "br" {
        return Ok(answer.text());
    }
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut answer.body.as_ref(), &mut text)?;
    Ok(String::from_utf8(text)?)
}

#[tokio::test]
async fn a_page_for_reading_is_light_and_has_no_script() -> Tested {
    let house = House::open().await?;
    let css = size_of(&site()?, "main.css")?;
    let mut told = Vec::new();
    for address in ["/", "/agreements/india-peru/chapters/goods"] {
        let answer = page(&house, Who::Official, address).await?;
        let root = read(&unpacked(&answer)?).root;
        assert!(root.named("script").is_empty(), "{address} has a script");
        assert!(root.named("leptos-island").is_empty(), "{address} has an island");
        let html = packed(&answer)?;
        told.push(format!("{address}: {html} + {css} = {} bytes of {READING}", html + css));
        println!("{}", told.last().map_or("", String::as_str));
        assert!(html + css <= READING, "{}", told.join("\n"));
    }
    Ok(())
}

#[tokio::test]
async fn a_page_with_an_island_keeps_its_allowance() -> Tested {
    let house = House::open().await?;
    let files = site()?;
    let answer = page(&house, Who::Goods, "/agreements/india-peru/chapters/goods").await?;
    let root = read(&unpacked(&answer)?).root;
    let scripts: Vec<_> = root.named("script").iter().filter_map(|script| script.attribute("src").map(str::to_owned)).collect();
    assert_eq!(scripts.len(), 1, "the page loads {scripts:?}");
    assert!(scripts[0].starts_with("/assets/islands."), "{scripts:?}");
    let parts = ["islands.js", "accord.js", "accord.wasm"];
    let sizes: Vec<usize> = parts.iter().map(|part| size_of(&files, part)).collect::<Tested<_>>()?;
    let total: usize = sizes.iter().sum();
    println!("{parts:?}: {sizes:?}, {total} bytes of {ISLANDS}");
    assert!(total <= ISLANDS, "{parts:?} weigh {sizes:?}, together {total}");
    Ok(())
}
