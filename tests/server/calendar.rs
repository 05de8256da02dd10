//! The calendar feed: read with its address alone, by other people's programs too, and never told of in the log.

use std::io::Write;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use accord_store::commands::meetings::{self, MeetingForm};
use tracing_subscriber::fmt::MakeWriter;

use crate::house::{Answer, House, Tested, Who, bare_request};
use crate::python::{python, told};

/// What a real client library makes of a feed: each event in a line, with what stands before its start and its end.
const READ: &str = r#"
import sys, icalendar
with open(sys.argv[1], "rb") as f: c = icalendar.Calendar.from_ical(f.read())
assert c.walk("VCALENDAR")[0].property_items().count(("PRODID", c["PRODID"])) == 1
print("CALENDAR", c["NAME"], c["VERSION"], c["METHOD"])
uids = [str(e["UID"]) for e in c.walk("VEVENT")]
assert len(uids) == len(set(uids)), "two events of one name"
for e in c.walk("VEVENT"):
    end = e.decoded("DTEND") if "DTEND" in e else None
    print("EVENT", e["SUMMARY"], "|", e.decoded("DTSTART"), "|", end, "|", e.get("STATUS"), "|", e.get("LOCATION"), "|", e["URL"])
    e.decoded("DTSTAMP")
    if "Lima, " in str(e.get("LOCATION")): print("PLACE", repr(str(e["LOCATION"])))
"#;

/// Makes a feed for somebody and answers the path of its address.
async fn made(house: &House, who: Who) -> Tested<String> {
    let answer = house.post(who, "/me/calendar", "").await?;
    assert_eq!(answer.status, 200);
    let text = answer.text();
    let start = text.find("/calendar/").ok_or("no address is shown")?;
    let end = text[start..].find(".ics").ok_or("no end of the address")? + start + 4;
    Ok(text[start..end].to_owned())
}

async fn read(house: &House, path: &str) -> Tested<Answer> {
    house.send(bare_request("GET", path)?).await
}

#[tokio::test]
async fn is_read_without_signing_in_until_it_is_revoked() -> Tested {
    let house = House::open().await?;
    let path = made(&house, Who::Official).await?;
    let answer = read(&house, &path).await?;
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert_eq!((answer.header("cache-control"), answer.header("x-robots-tag")), ("private, no-store", "noindex"));
    assert!(answer.text().contains("Round 11"));
    let newer = made(&house, Who::Official).await?;
    assert_eq!((read(&house, &path).await?.status, read(&house, &newer).await?.status), (404, 200));
    assert!(house.get(Who::Official, "/me").await?.text().contains("The address was made"));
    assert_eq!(house.post(Who::Official, "/me/calendar/revoke", "").await?.status, 303);
    for gone in [newer.as_str(), "/calendar/.ics", "/calendar/x", "/calendar/%ff.ics", "/calendar/0.ics?a=b"] {
        let answer = read(&house, gone).await?;
        assert!((400..=404).contains(&answer.status), "{gone}: {}", answer.status);
    }
    Ok(())
}

#[tokio::test]
async fn a_disabled_account_is_read_no_more() -> Tested {
    let house = House::open().await?;
    let path = made(&house, Who::Official).await?;
    assert_eq!(house.post(Who::Admin, "/admin/disable", "account=official%40accord.example").await?.status, 303);
    assert_eq!(read(&house, &path).await?.status, 404);
    assert_eq!(house.post(Who::Admin, "/admin/enable", "account=official%40accord.example").await?.status, 303);
    assert_eq!(read(&house, &path).await?.status, 404, "it ended with the sessions");
    Ok(())
}

#[tokio::test]
async fn nothing_is_read_before_a_first_password_is_changed() -> Tested {
    let house = House::open().await?;
    let path = made(&house, Who::Official).await?;
    let given = "account=official%40accord.example&password=a-longer-secret";
    assert_eq!(house.post(Who::Admin, "/admin/password", given).await?.status, 303);
    assert_eq!(read(&house, &path).await?.status, 404);
    // Neither made by who has one to change, nor read where it was made at another door.
    let mut request = crate::house::post_request("/me/calendar", "")?;
    request.headers_mut().insert("cookie", house.known.cookies[crate::house::NEWCOMER].parse()?);
    let answer = house.send(request).await?;
    assert_eq!((answer.status, answer.location()), (303, "/me"));
    let token = accord_store::commands::calendars::make(&house.db, house.command(Who::Official)?).await?;
    assert_eq!(read(&house, &format!("/calendar/{token}.ics")).await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn holds_nothing_above_the_clearance_of_its_person() -> Tested {
    let house = House::open().await?;
    let [partner, official, admin] = [Who::Partner, Who::Official, Who::Admin];
    let feed =
        async |who: Who| -> Tested<String> { Ok(read(&house, &made(&house, who).await?).await?.text().replace("\r\n ", "")) };
    let (theirs, ours, nobodys) = (feed(partner).await?, feed(official).await?, feed(admin).await?);
    assert!(ours.contains("Preparation of Round 11") && ours.contains("Circulate the consolidated text"));
    assert!(theirs.contains("Ronda 11"), "the partner reads in their language");
    for word in ["Preparation of Round 11", "Circulate the consolidated text", "India–Chile"] {
        assert!(!theirs.contains(word), "the partner is told {word}");
    }
    assert_eq!(nobodys.matches("BEGIN:VEVENT").count(), 0);
    Ok(())
}

#[tokio::test]
async fn a_client_library_reads_it() -> Tested {
    let Some(python) = python("icalendar", "icalendar==7.3.0")? else { return Ok(()) };
    let house = House::open().await?;
    // What would end an event and begin another, were it not escaped, and a line long enough to be folded.
    let title = format!("Talks; one, two\\n, BEGIN:VEVENT {}", "नीति ".repeat(30).trim());
    let sly = MeetingForm {
        kind: "intersessional".into(),
        title,
        address: "sly".into(),
        place: "Lima, hall; 2".into(),
        zone: "America/Lima".into(),
        dates: "2026-12-20".into(),
        clock: "18:30".into(),
        ..MeetingForm::default()
    };
    meetings::plan(&house.db, house.command(Who::Chief)?, "india-peru".into(), sly).await?;
    let answer = read(&house, &made(&house, Who::Goods).await?).await?;
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(&answer.body)?;
    let done = Command::new(&python).env("PYTHONIOENCODING", "utf-8").args(["-c", READ]).arg(file.path()).output()?;
    assert!(done.status.success(), "{}", told(&done));
    let text = String::from_utf8(done.stdout)?;
    for said in [
        "CALENDAR Accord – Lead, goods 2.0 PUBLISH",
        // Three days in Lima; the last is within, the day after is not.
        "EVENT Round 11 · India–Peru FTA | 2026-12-05 | 2026-12-08 | CONFIRMED | Ministry of Foreign Trade and Tourism, Lima | http",
        "EVENT Draft: Preparation of Round 11 · India–Peru FTA | 2026-11-28 10:00:00+00:00 | None | TENTATIVE | Vanijya Bhawan",
        "| 2026-12-20 23:30:00+00:00 | None | TENTATIVE | Lima, hall; 2 |",
        "PLACE 'Lima, hall; 2'",
        "EVENT Due: Send the revised request list on vehicles and parts | 2026-11-21 | 2026-11-22 |",
    ] {
        assert!(text.contains(said), "no {said:?} in\n{text}");
    }
    assert!(text.contains("Talks; one, two\\n, BEGIN:VEVENT नीति"), "{text}");
    Ok(())
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn its_address_is_not_in_the_log() -> Tested {
    let house = House::open().await?;
    let path = made(&house, Who::Official).await?;
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    let guard = tracing::subscriber::set_default(subscriber);
    assert_eq!(read(&house, &path).await?.status, 200);
    assert_eq!(read(&house, &path.replace("calendar", "Calendar").replace(".ics", "")).await?.status, 404);
    assert_eq!(read(&house, "/rights").await?.status, 303);
    drop(guard);
    let written = String::from_utf8(log.0.lock().unwrap_or_else(PoisonError::into_inner).clone())?;
    // The program turns these lines off.
    let written = written.lines().filter(|line| !line.contains("tower_http::csrf")).collect::<Vec<_>>().join("\n");
    assert!(written.contains("/calendar/") && written.contains("/rights"), "requests are told of:\n{written}");
    assert!(!written.contains(&path["/calendar/".len()..path.len() - 4]), "the log tells the secret:\n{written}");
    Ok(())
}
