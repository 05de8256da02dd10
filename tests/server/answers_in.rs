//! Answers to a consultation by its template: down with what was answered, up into the form, and nothing kept until it is sent.

use accord_domain::consultation::{LONGEST_ANSWER, LONGEST_COMMENT, MOST_LINES};
use accord_store::changes::Command;
use accord_store::commands::consultations::{self, ConsultationForm, InvitationForm};
use accord_store::queries::consultations::load;
use chrono::Duration;
use rust_xlsxwriter::Workbook;

use crate::house::{Answer, House, Tested, Who, now};
use crate::markup::{Node, read};
use crate::tables_in::with_file;

fn own(house: &House) -> String {
    format!("/consultations/{}", house.known.token)
}

async fn sent(house: &House, bytes: &[u8], version: &str) -> Tested<Answer> {
    house.send(with_file(&format!("{}/file", own(house)), bytes, ("version", version))?).await
}

/// The stance and the comment that the form shows for each line.
fn shown(answer: &Answer) -> Vec<(String, String)> {
    let root = read(&answer.text()).root;
    let chosen = |node: &Node| {
        let option = node.named("option").into_iter().find(|option| option.attribute("selected").is_some());
        option.and_then(|option| option.attribute("value")).unwrap_or_default().to_owned()
    };
    (1..)
        .map_while(|line: usize| {
            let stance = chosen(root.by_id(&format!("stance-{line}"))?);
            Some((stance, root.by_id(&format!("comment-{line}"))?.words().trim().to_owned()))
        })
        .collect()
}

fn pairs(shown: &[(String, String)]) -> Vec<(&str, &str)> {
    shown.iter().map(|(stance, comment)| (stance.as_str(), comment.as_str())).collect()
}

#[tokio::test]
async fn the_template_goes_down_and_comes_up() -> Tested {
    let house = House::open().await?;
    let answered = "version=1&stance-2=conditional&comment-2=%3D1%2B1";
    assert_eq!(house.post(Who::Anonymous, &own(&house), answered).await?.status, 303);
    let template = house.get(Who::Anonymous, &format!("{}/answers.xlsx", own(&house))).await?;
    assert_eq!(template.status, 200);
    assert!(template.header("content-type").contains("spreadsheetml"));
    assert!(!template.header("content-disposition").contains(&house.known.token), "the name of the file is no secret");
    let before = house.memory().await?;
    let filled = sent(&house, &template.body, "2").await?;
    assert_eq!(filled.status, 200, "{}", filled.text());
    assert_eq!(pairs(&shown(&filled)), [("", ""), ("conditional", "=1+1")], "what was answered goes round");
    assert!(filled.text().contains("Nothing is sent yet"));
    assert_eq!(house.memory().await?, before, "a file saves nothing");
    Ok(())
}

#[tokio::test]
async fn whatever_program_wrote_it_it_is_read() -> Tested {
    let house = House::open().await?;
    let wide: Vec<u8> = b"\xff\xfe"
        .iter()
        .copied()
        .chain("संख्या\tआपका मत\tटिप्पणी\n1\tविरोध में\tनहीं\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let spanish = "N\u{fa}mero;C\u{f3}digo SA;Su posici\u{f3}n;En sus palabras\n1;8703;Sin inter\u{e9}s;\u{a1}No!\n2;;;\n";
    let windows: Vec<u8> = spanish.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["HS code", "Stance"].iter().enumerate() {
        sheet.write_string(0, column as u16, *head)?;
    }
    // A spreadsheet took the zero of 0304 away.
    sheet.write_number(1, 0, 304)?;
    sheet.write_string(1, 1, " ON  conditions ")?;
    let book = book.save_to_buffer()?;
    for (what, bytes, wanted) in [
        ("UTF-16, Hindi", wide, [("oppose", "नहीं"), ("", "")]),
        ("Windows-1252 with semicolons, Spanish", windows, [("no-interest", "¡No!"), ("", "")]),
        ("a workbook of codes", book, [("", ""), ("conditional", "")]),
        ("codes of stances", b"no,stance\n2,support\n".to_vec(), [("", ""), ("support", "")]),
    ] {
        let filled = sent(&house, &bytes, "1").await?;
        assert_eq!(filled.status, 200, "{what}: {}", filled.text());
        assert_eq!(pairs(&shown(&filled)), wanted, "{what}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_with_a_row_is_told_beside_its_line() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    let long = "अ".repeat(2_001);
    for (rows, told) in [
        ("1,,<b>Perhaps</b>,Mine\n", vec![("stance-1", "Row 2: “&lt;b&gt;Perhaps&lt;/b&gt;” is no answer offered.")]),
        ("1,,,Mine\n", vec![("stance-1", "Row 2: Choose how you stand to this line.")]),
        ("1,,support,\n1,,oppose,\n", vec![("stance-1", "Row 3: Row 2 answers this line already")]),
        ("7,,support,\n,7207,support,\n1,0304,support,\n,,support,\n", vec![("file", "of different lines: 2, 3, 4, 5.")]),
        (&format!("1,,support,{long}\n"), vec![("comment-1", "Row 2: ")]),
    ] {
        let answer = sent(&house, format!("number,hs,stance,comment\n{rows}").as_bytes(), "1").await?;
        let text = answer.text();
        assert_eq!(answer.status, 422, "{rows}: {text}");
        for (field, sentence) in told {
            assert!(text.contains(sentence), "{rows}: {text}");
            assert!(text.contains(&format!("id=\"{field}-error\"")), "{rows}: not told at {field}");
        }
    }
    let kept = sent(&house, b"number,stance,comment\n1,Perhaps,Mine\n2,support,\n", "1").await?;
    assert_eq!(pairs(&shown(&kept)), [("", "Mine"), ("support", "")], "what can be kept is in the form");
    assert_eq!(house.memory().await?, before);
    Ok(())
}

#[tokio::test]
async fn what_is_no_table_is_refused_at_the_file() -> Tested {
    let house = House::open().await?;
    let many = format!("number,stance\n{}", "1,support\n".repeat(1_001));
    for (bytes, told) in [
        (&b""[..], "Choose a file that holds something."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "The file has a password"),
        (b"\x89PNG\r\n\x1a\n\0\0", "This is no table"),
        (b"PK\x03\x04 no package", "The file cannot be read to its end."),
        (b"Dear sirs,\nwe are in favour.\n", "Begin with the template."),
        (many.as_bytes(), "more than 1,000 rows"),
        (&vec![b'a'; 4 * 1024 * 1024 + 1], "larger than 4 MB"),
    ] {
        let answer = sent(&house, bytes, "1").await?;
        assert_eq!(answer.status, 422, "{told}");
        assert!(answer.text().contains(told) && answer.text().contains("id=\"file-error\""), "{told}: {}", answer.text());
    }
    let answer = sent(&house, &vec![b'a'; 20 * 1024 * 1024], "1").await?;
    assert_eq!(answer.status, 413);
    assert!(answer.is_in_the_house_look());
    Ok(())
}

#[tokio::test]
async fn answers_given_meanwhile_are_told_of() -> Tested {
    let house = House::open().await?;
    assert_eq!(house.post(Who::Anonymous, &own(&house), "version=1&stance-1=oppose").await?.status, 303);
    let answer = sent(&house, b"number,stance\n1,support\n", "1").await?;
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("answered by the same link meanwhile"));
    assert_eq!(pairs(&shown(&answer))[0], ("support", ""));
    Ok(())
}

/// A link that is revoked opens nothing, nor does one that never was; after its last day a consultation takes no file.
#[tokio::test]
async fn a_link_that_ended_takes_no_file() -> Tested {
    let house = House::open().await?;
    let form = ConsultationForm {
        title: "Closed".into(),
        closes_on: (now() - Duration::days(5)).date_naive().to_string(),
        lines: "8703".into(),
        ..ConsultationForm::default()
    };
    let db = &house.db;
    let earlier = || -> Tested<Command> { Ok(Command { at: now() - Duration::days(9), ..house.command(Who::Goods)? }) };
    let number = consultations::open(db, earlier()?, "india-peru".into(), form).await?;
    let asked = InvitationForm { name: "Cars of Delhi".into(), kind: "exporter".into(), anyway: false };
    let token = consultations::invite(db, earlier()?, "india-peru".into(), number, asked).await?;
    let closed = format!("/consultations/{token}");
    let answer = house.send(with_file(&format!("{closed}/file"), b"number,stance\n1,support\n", ("version", "1"))?).await?;
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("This consultation is closed: nothing was sent."));
    let template = house.get(Who::Anonymous, &format!("{closed}/answers.xlsx")).await?;
    assert_eq!((template.status, template.location()), (303, closed.as_str()));
    // That of the consultation opened before.
    let (by, slug) = (house.command(Who::Goods)?, "india-peru");
    let id =
        load(db, &by.actor, slug, number - 1).await?.invitations.first().map(|invited| invited.id).ok_or("nobody was asked")?;
    consultations::revoke(db, by, slug.into(), number - 1, id).await?;
    for gone in [own(&house), "/consultations/0123".to_owned()] {
        assert_eq!(house.get(Who::Anonymous, &format!("{gone}/answers.xlsx")).await?.status, 404);
        let answer = house.send(with_file(&format!("{gone}/file"), b"number,stance\n1,support\n", ("version", "1"))?).await?;
        assert_eq!(answer.status, 404, "{gone}");
    }
    Ok(())
}

/// A consultation of as many lines as there may be; the address of a link to it.
async fn longest(house: &House) -> Tested<String> {
    let form = ConsultationForm {
        title: "Everything".into(),
        closes_on: "2099-01-01".into(),
        lines: "8703 Motor cars\n".repeat(MOST_LINES),
        ..ConsultationForm::default()
    };
    let by = || house.command(Who::Goods);
    let number = consultations::open(&house.db, by()?, "india-peru".into(), form).await?;
    let asked = InvitationForm { name: "Cars of Delhi".into(), kind: "exporter".into(), anyway: false };
    Ok(format!("/consultations/{}", consultations::invite(&house.db, by()?, "india-peru".into(), number, asked).await?))
}

/// A form with a comment of so many letters of Devanagari on every line, each of nine bytes as a browser sends it.
fn filled(letters: usize) -> String {
    let comment = "%E0%A4%95".repeat(letters);
    let lines = (1..=MOST_LINES).map(|line| format!("&stance-{line}=conditional&comment-{line}={comment}"));
    format!("version=1{}", lines.collect::<String>())
}

#[tokio::test]
async fn the_largest_answer_is_taken_and_a_larger_one_refused_beside_its_comment() -> Tested {
    let house = House::open().await?;
    let own = longest(&house).await?;
    let before = house.memory().await?;
    for (letters, comment) in [(LONGEST_ANSWER / MOST_LINES + 1, 499), (LONGEST_COMMENT, 101)] {
        let refused = house.post(Who::Anonymous, &own, &filled(letters)).await?;
        assert_eq!(refused.status, 422);
        let root = read(&refused.text()).root;
        let error = root.by_id(&format!("comment-{comment}-error")).ok_or("the comment is not told of")?;
        assert!(error.words().contains("2,00,000 characters"), "{}", error.words());
        let kept = root.by_id("comment-500").ok_or("no comment")?;
        assert_eq!(kept.words().trim().chars().count(), letters, "what was typed is kept");
    }
    assert_eq!(house.memory().await?, before);
    let taken = house.post(Who::Anonymous, &own, &filled(LONGEST_ANSWER / MOST_LINES)).await?;
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert_eq!(shown(&house.get(Who::Anonymous, &own).await?).len(), MOST_LINES);
    Ok(())
}

#[tokio::test]
async fn the_answers_are_taken_away_without_formulas() -> Tested {
    let house = House::open().await?;
    let body = "version=1&stance-1=support&comment-1=%3D1%2B1&stance-2=oppose";
    assert_eq!(house.post(Who::Anonymous, &own(&house), body).await?.status, 303);
    let number = "select max(c.number) from consultations c join agreements a on a.id = c.agreement_id and a.slug = 'india-peru'";
    let (number,): (i64,) = house.db.all(number).await?.pop().ok_or("no consultation")?;
    let address = format!("/agreements/india-peru/consultations/{number}/answers.csv");
    let answer = house.get(Who::Official, &address).await?;
    assert_eq!(answer.status, 200);
    assert!(answer.header("content-disposition").contains("india-peru-consultation-"));
    let text = answer.text();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 3, "{text}");
    assert!(rows[1].starts_with("1,8703,Motor cars,Motors of Pune,Exporter,In favour,'=1+1,20"), "{text}");
    assert!(rows[2].starts_with("2,0304,Fish fillets,Motors of Pune,Exporter,Against,,20"), "{text}");
    Ok(())
}
