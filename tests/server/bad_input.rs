//! Bad input in every field of every form: a clear page that keeps what was typed and says what is wrong beside the field, or safe
//! text; never a failure of the server, and nothing changed by what was refused.

use crate::forms::{self, Form, Kind};
use crate::house::{Answer, House, Memory, Tested, encoded};
use crate::markup::{Node, in_closed_details, read};
use crate::routes::table;

const SCRIPT: &str = "</textarea><script>alert(1)</script>";
const ATTRIBUTE: &str = "\"><img src=x onerror=alert(1)>'";
const NUL: &str = "a\u{0}b";

/// What must become of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Refused, beside its field.
    Refused,
    /// Taken as text or refused, as long as it is safe.
    Either,
    /// Somebody else seems to have saved: 409.
    Conflict,
    /// There is no such thing.
    NotFound,
}

fn combining() -> String {
    format!("e{}", "\u{301}".repeat(60))
}

/// Text that does not compress, as an attacker would send.
fn noise(length: usize) -> String {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + ((state >> 33) % 26) as u8)
    })
    .take(length)
    .collect()
}

/// Bad values of a kind, each with its fate.
fn bad(kind: Kind) -> Vec<(String, Fate)> {
    use Fate::{Conflict, Either, NotFound, Refused};
    let asks = |required: bool| if required { Refused } else { Either };
    let text = [
        (SCRIPT.to_owned(), Either),
        (ATTRIBUTE.to_owned(), Either),
        ("\u{202e}gnissim\u{202c} \u{200f}x".to_owned(), Either),
        (combining(), Either),
        ("\u{1f3f3}\u{fe0f}\u{200d}\u{1f308} मूल नियम".to_owned(), Either),
    ];
    let unfit = |values: &[&str]| values.iter().map(|value| ((*value).to_owned(), Refused)).collect::<Vec<_>>();
    match kind {
        Kind::Line(required) => {
            let mut all = vec![
                (String::new(), asks(required)),
                ("  \t ".into(), asks(required)),
                (noise(201), Refused),
                // Refused, so that the page shows them in the form again.
                (format!("{SCRIPT}{}", noise(201)), Refused),
                (format!("{ATTRIBUTE}{}", noise(201)), Refused),
                (NUL.into(), Refused),
                ("a\u{7}b".into(), Refused),
                ("a\nb".into(), Refused),
            ];
            all.extend(text);
            all
        }
        Kind::Paragraphs(required) => {
            let mut all = vec![
                (String::new(), asks(required)),
                (" \r\n ".into(), asks(required)),
                (noise(20_001), Refused),
                (format!("{SCRIPT}{ATTRIBUTE}{}", noise(20_001)), Refused),
                (format!("<!--{}", noise(20_001)), Refused),
                (NUL.into(), Refused),
                ("a\u{1b}[31mb".into(), Refused),
                ("one\r\ntwo\n\nthree".into(), Either),
            ];
            all.extend(text);
            all
        }
        Kind::Minutes => {
            let mut all = vec![
                (String::new(), Either),
                (noise(200_000), Either),
                (noise(200_001), Refused),
                ("क".repeat(200_001), Refused),
                (format!("{SCRIPT}{ATTRIBUTE}{}", noise(200_000)), Refused),
                (NUL.into(), Refused),
                ("a\u{1b}[31mb".into(), Refused),
            ];
            all.extend(text);
            all
        }
        Kind::Choice(required) => {
            let mut all = unfit(&["zzz", SCRIPT, NUL, "CLOSED", "\u{202e}fta"]);
            all.push((String::new(), asks(required)));
            all.push((noise(5_000), Refused));
            all
        }
        Kind::Day => {
            unfit(&["", " ", "2025-02-30", "2025-13", "2026", "tomorrow", "2026-10-01..03", "२०२५-०१-०१", "-1", NUL, SCRIPT])
        }
        Kind::Date(required) => {
            let mut all = unfit(&[
                "2025-02-30",
                "2025-13",
                "yesterday",
                "0000-00-00",
                "2026-10-03..2026-10-01",
                "..",
                "2026-10-01..",
                "99999-01-01",
                "२०२५-०१-०१",
                "-1",
                NUL,
                SCRIPT,
            ]);
            all.push((String::new(), asks(required)));
            all.push((noise(5_000), Refused));
            all
        }
        Kind::Count(required) => {
            let mut all = unfit(&["-1", "1.5", "1e3", "99999999999999999999", "10000", "१२", "0x10", NUL, SCRIPT]);
            all.push((String::new(), asks(required)));
            all
        }
        Kind::Slug(required) => {
            let mut all = unfit(&["UPPER", "with space", "-a", "a--b", "../x", "é", "a/b", NUL, SCRIPT]);
            all.push((String::new(), asks(required)));
            all.push((noise(61), Refused));
            all
        }
        Kind::Email => {
            let mut all = unfit(&["", "nobody", "a@b", "a b@c.d", "@c.d", "a@@c.d", NUL, SCRIPT, "a@b.c\n"]);
            all.push((format!("{}@c.d", noise(3_000)), Refused));
            // The last is trimmed, and then names nobody or is a sound new address.
            all[8].1 = Either;
            all
        }
        Kind::Partners => {
            let mut all = unfit(&["", " \n ", "P", "toolongcode Peru", "12 Peru", "PE Peru\nPE Peru", "IN India", NUL]);
            all.push((format!("PE {}", noise(201)), Refused));
            all.extend([
                (format!("PE {SCRIPT}"), Either),
                (format!("PE Peru; {ATTRIBUTE}"), Either),
                (format!("PE {}", combining()), Either),
            ]);
            all
        }
        Kind::Place => unfit(&["", "Atlantis", "X", NUL, SCRIPT, "\u{202e}PE", &noise(5_000)]),
        Kind::Lines => {
            let mut all = unfit(&["", " \n ", "7701 Nothing", "12345678901 x", "a\u{7}b", NUL]);
            all.extend([(noise(201), Refused), ("a\n".repeat(501), Refused), (SCRIPT.to_owned(), Either)]);
            all
        }
        Kind::Words => {
            let mut all = unfit(&["a\u{1b}[31mb", NUL]);
            all.extend([
                (String::new(), Either),
                (noise(2_001), Refused),
                (format!("{SCRIPT}{ATTRIBUTE}{}", noise(2_001)), Refused),
            ]);
            all.extend(text);
            all
        }
        Kind::Focus => unfit(&["", "Atlantis", "World", "EFTA", "PE", NUL, SCRIPT]),
        Kind::Home => unfit(&["Atlantis", "World", "EFTA", NUL, SCRIPT, "\u{202e}PE"]),
        Kind::HsCode => unfit(&["77", "00", "abc", "012345678901", "०१", NUL, SCRIPT]),
        Kind::TradePeriod => unfit(&["", "2010-11", "2022-24", "2025-02-30", "FY", "०१", NUL, SCRIPT, &noise(5_000)]),
        Kind::Year => unfit(&["", "2030-04", "soon", NUL, SCRIPT]),
        Kind::Amount => unfit(&["", "three", "1,2", "(5)", "1e5", "१", "=1+1", "99999999999999999999999999999999", NUL, SCRIPT]),
        Kind::Countries => unfit(&["", " , ", "PE Atlantis", NUL, SCRIPT, &noise(30_000)]),
        Kind::RegionCode => unfit(&["", "X", "EU", "LAC", "toolongforacode", "é12", NUL, SCRIPT]),
        Kind::Party(_) => unfit(&["", "X", "toolongcode", "12", "P E", NUL, SCRIPT, "é"]),
        Kind::Password => {
            let mut all = unfit(&["", "short", "123456789"]);
            all.push((noise(201), Refused));
            all
        }
        Kind::SignIn => unfit(&["", "nobody@accord.example", "wrong-password", NUL, SCRIPT, &noise(50_000), &noise(3_000)]),
        Kind::Tick => vec![("zzz".into(), Either), (SCRIPT.into(), Either), (NUL.into(), Either)],
        Kind::Version => ["", "x", "-1", "99999999999999999999", "0", "1.0", "9999", NUL, SCRIPT]
            .map(|value| (value.to_owned(), Conflict))
            .into(),
        Kind::FirstVersion => ["", "x", "-1", "7", "99999999999999999999", NUL].map(|value| (value.to_owned(), Conflict)).into(),
        Kind::Next => vec![
            ("https://evil.example/".into(), Either),
            (format!("/{SCRIPT}"), Either),
            (format!("/{NUL}"), Either),
            (format!("/{}", noise(20_000)), Either),
        ],
        Kind::Hidden => ["", "nobody@accord.example", NUL, SCRIPT, &noise(5_000)].map(|value| (value.to_owned(), NotFound)).into(),
    }
}

/// A house in which the form may be posted.
async fn prepared(form: &Form, house: House) -> Tested<House> {
    if let Some((address, body)) = form.before {
        let answer = house.post(form.who, address, body).await?;
        assert!(answer.status < 400, "{address} could not be posted first");
    }
    Ok(house)
}

async fn posted(house: &House, form: &Form, values: &[(&'static str, String)]) -> Tested<Answer> {
    let filled: Vec<(&str, String)> = values.iter().map(|(name, value)| (*name, house.known.fill(value))).collect();
    let fields: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
    house.post_fields(form.who, form.address, &fields).await
}

/// The form on the page that would post the same again.
fn form_of<'p>(root: &'p Node, house: &House, form: &Form, values: &[(&'static str, String)]) -> Option<&'p Node> {
    let action = house.known.fill(form.address);
    // Several forms that post to one address are told apart by what they hold hidden.
    let held = |name: &str| form.fields.iter().any(|(field, kind, _)| *field == name && *kind == Kind::Hidden);
    let hidden = values.iter().filter(|(name, _)| ["account", "state"].contains(name) && held(name)).collect::<Vec<_>>();
    root.named("form").into_iter().filter(|found| found.attribute("action") == Some(&action)).find(|found| {
        let inputs = found.named("input");
        hidden.iter().all(|(name, value)| {
            inputs.iter().any(|input| input.attribute("name") == Some(name) && input.attribute("value") == Some(value))
        })
    })
}

/// What a control would send now; none where it cannot hold the value typed (an unknown word of a list).
fn kept(form: &Node, name: &str, typed: &str) -> Option<Vec<String>> {
    let controls: Vec<&Node> = form.all().into_iter().filter(|node| node.attribute("name") == Some(name)).collect();
    let mut values = Vec::new();
    for control in controls {
        match control.name.as_str() {
            "textarea" => values.push(control.words()),
            "select" => {
                let options = control.named("option");
                if !options.iter().any(|option| option.attribute("value") == Some(typed)) {
                    return None;
                }
                let chosen = options.iter().find(|option| option.attribute("selected").is_some()).or(options.first());
                values.push(chosen.and_then(|option| option.attribute("value")).unwrap_or_default().to_owned());
            }
            "input" if control.attribute("type") == Some("checkbox") => {
                if control.attribute("value") != Some(typed) {
                    return None;
                }
                values.push(if control.attribute("checked").is_some() { typed.to_owned() } else { String::new() });
            }
            _ => values.push(control.attribute("value").unwrap_or_default().to_owned()),
        }
    }
    Some(values)
}

fn same_text(kept: &str, typed: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n");
    // A parser reads a NUL as nothing or as a replacement; it was refused, and need not come back.
    plain(kept) == plain(typed) || typed.contains('\u{0}')
}

/// What is wrong with a page of refusal.
fn faults_of_refusal(
    house: &House,
    form: &Form,
    (field, kind): (&str, Kind),
    values: &[(&'static str, String)],
    answer: &Answer,
) -> Vec<String> {
    let mut faults = Vec::new();
    if !answer.is_in_the_house_look() {
        return vec![format!("not in the house look: {}", answer.text().chars().take(200).collect::<String>())];
    }
    let document = read(&answer.text());
    let root = &document.root;
    // A control character, refused, may come back to be seen: the parser says so, and there is no harm in it.
    let controls = values.iter().any(|(_, value)| value.chars().any(char::is_control));
    faults.extend(crate::markup::faults(&document).into_iter().filter(|fault| !controls || !fault.starts_with("the parser:")));
    let summaries = root.classed("error-summary");
    let links: Vec<String> = summaries
        .iter()
        .flat_map(|summary| summary.named("a"))
        .filter_map(|link| link.attribute("href").and_then(|href| href.strip_prefix('#')).map(str::to_owned))
        .collect();
    if summaries.len() != 1 || links.is_empty() {
        faults.push(format!("{} summaries with {} links", summaries.len(), links.len()));
    }
    if !summaries.iter().all(|summary| summary.attribute("tabindex") == Some("-1") && summary.attribute("autofocus").is_some()) {
        faults.push("the summary does not take focus".into());
    }
    let told_at = if kind == Kind::SignIn { "password" } else { field };
    let Some(found) = form_of(root, house, form, values) else {
        faults.push(format!("the form is not on the page; the summary links to {links:?}"));
        return faults;
    };
    let is_of_field = |node: &Node| node.attribute("name") == Some(told_at);
    let leads = |link: &String| {
        found
            .by_id(link)
            .is_some_and(|node| is_of_field(node) || node.name == "fieldset" && node.all().into_iter().any(is_of_field))
    };
    if !links.iter().any(leads) {
        faults.push(format!("the summary links to {links:?}, not to {told_at}"));
    }
    for link in &links {
        faults.extend(faults_of_field(root, found, link));
    }
    for (name, typed) in values {
        let own = form.fields.iter().find(|(other, ..)| other == name).map(|(_, kind, _)| *kind);
        let secret = own == Some(Kind::Password) || (own == Some(Kind::SignIn) && *name == "password");
        let typed = house.known.fill(typed);
        match kept(found, name, &typed) {
            None => {}
            Some(values) if secret && values.iter().all(String::is_empty) => {}
            Some(_) if secret => faults.push(format!("the page shows the password in {name}")),
            Some(values) if values.is_empty() => faults.push(format!("{name} is not on the page")),
            Some(values) if values.iter().any(|value| same_text(value, &typed)) => {}
            Some(values) => {
                let shown: Vec<String> = values.iter().map(|value| short(value)).collect();
                faults.push(format!("{name} was typed as {:?} and came back as {shown:?}", short(&typed)));
            }
        }
    }
    faults
}

/// What is wrong beside a field that the summary names.
fn faults_of_field(root: &Node, form: &Node, id: &str) -> Vec<String> {
    let Some(control) = form.by_id(id) else {
        return vec![format!("{id} is not in the form that was posted")];
    };
    let mut faults = Vec::new();
    if in_closed_details(root, id) {
        faults.push(format!("{id} is folded away"));
    }
    // A group of boxes is told of as a group.
    if control.name != "fieldset" && control.attribute("aria-invalid") != Some("true") {
        faults.push(format!("{id} is not marked as invalid"));
    }
    let described: Vec<&str> = control.attribute("aria-describedby").unwrap_or_default().split_whitespace().collect();
    let errors: Vec<&Node> = described
        .iter()
        .filter_map(|id| root.by_id(id))
        .filter(|node| node.attribute("class").is_some_and(|class| class.contains("field-error")))
        .collect();
    if errors.is_empty() || errors.iter().any(|error| error.words().trim().is_empty()) {
        faults.push(format!("{id} is not described by its error ({described:?})"));
    }
    faults
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Text that was typed is nowhere a tag.
fn faults_of_escaping(answer: &Answer) -> Vec<String> {
    if !answer.header("content-type").starts_with("text/html") {
        return Vec::new();
    }
    let text = answer.text();
    let mut faults = Vec::new();
    let document = read(&text);
    if document.root.named("script").iter().any(|script| script.words().contains("alert(1)")) {
        faults.push("a script that was typed is run".to_owned());
    }
    if document.root.all().iter().any(|node| node.attribute("onerror").is_some()) {
        faults.push("an attribute that was typed is taken".to_owned());
    }
    faults
}

/// Posts one bad value and judges the answer; whether the house must be opened anew.
async fn judged(
    house: &House,
    form: &Form,
    (name, kind): (&'static str, Kind),
    (value, fate): (&str, Fate),
    before: &Memory,
) -> Tested<(Vec<String>, bool)> {
    let values = form.with(Some((name, value)));
    let answer = posted(house, form, &values).await?;
    let mut faults = faults_of_escaping(&answer);
    let unchanged = *before == house.memory().await?;
    if form.is_act {
        faults.extend(crate::acts::faults_of_refusal(&answer, answer.status != 200));
    }
    match answer.status {
        200 if (form.is_act || shows_a_secret(form)) && fate == Fate::Either => {}
        303 if fate == Fate::Either || harmless(form) => {
            // A browser encodes what is no part of an address before it follows.
            let place = answer.location().replace('<', "%3C").replace('>', "%3E");
            let shown = house.get(form.who, &place).await?;
            faults.extend(faults_of_escaping(&shown));
            if shown.status >= 400 && kind != Kind::Next {
                faults.push(format!("it leads to {place}, which answers {}", shown.status));
            }
        }
        422 if form.is_act && fate != Fate::Conflict => {}
        422 if fate != Fate::Conflict && fate != Fate::NotFound => {
            faults.extend(faults_of_refusal(house, form, (name, kind), &values, &answer));
        }
        404 if fate == Fate::NotFound || (form.is_act && matches!(kind, Kind::Slug(_))) => {}
        409 if fate == Fate::Conflict => {}
        429 if kind == Kind::SignIn => {}
        other => faults.push(format!("the answer is {other}")),
    }
    if answer.status >= 400 && !unchanged {
        faults.push("something was changed".into());
    }
    Ok((faults, answer.status < 400))
}

/// Forms whose page shows an address that is a secret, this once: of a calendar, or of somebody invited or given a new link.
fn shows_a_secret(form: &Form) -> bool {
    form.address == "/me/calendar" || form.address.ends_with("/invitations") || form.address.ends_with("/renew")
}

/// Forms that take anything: a language nobody speaks is none.
fn harmless(form: &Form) -> bool {
    ["/language", "/sign-out"].contains(&form.address)
}

async fn judge_all(forms: &[Form]) -> Tested {
    let mut wrong = Vec::new();
    for form in forms {
        let mut house = prepared(form, House::open().await?).await?;
        let mut before = house.memory().await?;
        for (name, kind, _) in form.fields {
            for (value, fate) in bad(*kind) {
                let (faults, taken) = judged(&house, form, (name, *kind), (&value, fate), &before).await?;
                wrong.extend(faults.iter().map(|fault| format!("{} {name}={:?}: {fault}", form.address, short(&value))));
                // What was taken moved versions; and attempts to sign in are throttled, which is another test's matter.
                if taken || *kind == Kind::SignIn {
                    house = prepared(form, House::open().await?).await?;
                    before = house.memory().await?;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn every_form_is_described() {
    let posts: Vec<&str> = table().iter().filter(|row| row.0 == "POST").map(|row| row.1).collect();
    let told: Vec<String> = forms::all().map(|form| form.address.to_owned()).collect();
    let shape = |address: &str| address.matches('/').count();
    // Those that carry a file, or what was read of one, are described where files are.
    let of_files = |route: &str| {
        route.ends_with("/papers")
            || route.ends_with("/file")
            || route.starts_with("/trade/import")
            || route.starts_with("/import/")
    };
    for route in posts.into_iter().filter(|route| !of_files(route)) {
        let fixed: Vec<&str> = route.split('/').filter(|part| !part.starts_with('{')).collect();
        let fits = |address: &String| {
            shape(address) == shape(route)
                && route.split('/').zip(address.split('/')).all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
        };
        assert!(told.iter().any(fits), "no form is described for POST {route} ({fixed:?})");
    }
}

/// The sound form of each is taken: else the bad ones would prove nothing.
#[tokio::test]
async fn sound_forms_are_taken() -> Tested {
    for form in forms::all() {
        let house = prepared(form, House::open().await?).await?;
        let answer = posted(&house, form, &form.with(None)).await?;
        let wanted = if form.is_act || shows_a_secret(form) { 200 } else { 303 };
        assert_eq!(answer.status, wanted, "{}: {}", form.address, answer.text());
    }
    Ok(())
}

#[tokio::test]
async fn bad_agreements() -> Tested {
    judge_all(forms::AGREEMENTS).await
}

#[tokio::test]
async fn bad_briefs() -> Tested {
    judge_all(forms::BRIEFS).await
}

#[tokio::test]
async fn bad_reports() -> Tested {
    judge_all(forms::REPORTS).await
}

#[tokio::test]
async fn bad_events() -> Tested {
    judge_all(forms::EVENTS).await
}

#[tokio::test]
async fn bad_chapters() -> Tested {
    judge_all(forms::CHAPTERS).await
}

#[tokio::test]
async fn bad_consultations() -> Tested {
    judge_all(forms::CONSULTATIONS).await
}

#[tokio::test]
async fn bad_barriers() -> Tested {
    judge_all(forms::BARRIERS).await
}

#[tokio::test]
async fn bad_programme() -> Tested {
    judge_all(forms::PROGRAMME).await
}

#[tokio::test]
async fn bad_house_meetings() -> Tested {
    judge_all(forms::HOUSE_MEETINGS).await
}

#[tokio::test]
async fn bad_trade() -> Tested {
    judge_all(forms::TRADE).await
}

#[tokio::test]
async fn bad_priorities_and_milestones() -> Tested {
    judge_all(forms::PRIORITIES).await
}

#[tokio::test]
async fn bad_withdrawals_of_papers() -> Tested {
    judge_all(forms::PAPERS).await
}

#[tokio::test]
async fn bad_action_points() -> Tested {
    judge_all(forms::ACTION_POINTS).await
}

#[tokio::test]
async fn bad_accounts() -> Tested {
    judge_all(forms::ACCOUNTS).await
}

#[tokio::test]
async fn bad_acts() -> Tested {
    judge_all(forms::ACTS).await
}

/// Whether PostgreSQL is ever asked what it cannot answer (a NUL, a key that is too long): the pages are the same as on SQLite.
#[tokio::test]
async fn bad_input_on_postgres() -> Tested {
    let mut told = Vec::new();
    let Some(mut house) = House::on_postgres().await? else { return Ok(()) };
    for form in forms::all() {
        house = prepared(form, house).await?;
        house.look_again().await?;
        for (name, kind, _) in form.fields {
            for (value, fate) in bad(*kind) {
                // What only the engine can stumble over; the rest is judged on SQLite before it reaches any.
                let odd = value.contains('\u{0}') || value.len() > 200 || !value.is_ascii();
                if fate == Fate::Either && !value.contains('\u{0}') || !odd {
                    continue;
                }
                let answer = posted(&house, form, &form.with(Some((name, &value)))).await?;
                if answer.status >= 500 {
                    told.push(format!("{} {name}={:?}: {}", form.address, short(&value), answer.status));
                }
            }
        }
    }
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
    Ok(())
}

/// Percent-encoded bytes that are no UTF-8, in every field: a page that says so.
#[tokio::test]
async fn bytes_that_are_no_text() -> Tested {
    let house = House::open().await?;
    let before = house.memory().await?;
    for form in forms::all() {
        for (name, ..) in form.fields {
            for bytes in ["%ff%fe", "%c3%28", "%ed%a0%80", "%f0%9f", "\u{fffd}"] {
                let mut body = encoded(&[]);
                for (other, value) in form.with(None) {
                    let value =
                        if other == *name { bytes.to_owned() } else { encoded(&[("", &house.known.fill(&value))])[1..].to_owned() };
                    body = format!("{body}{}{other}={value}", if body.is_empty() { "" } else { "&" });
                }
                let answer = house.post(form.who, form.address, &body).await?;
                let what = format!("{} {name}={bytes}", form.address);
                if form.is_act {
                    assert_eq!(crate::acts::faults_of_refusal(&answer, true), Vec::<String>::new(), "{what}");
                    assert!((400..500).contains(&answer.status), "{what}: {}", answer.status);
                } else {
                    assert_eq!(answer.status, 400, "{what}");
                    assert!(answer.is_in_the_house_look(), "{what}");
                }
            }
        }
    }
    assert_eq!(before, house.memory().await?);
    Ok(())
}
