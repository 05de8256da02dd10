//! What is above one's clearance is absent: from pages, from what islands are given, from downloads, from pages of refusal and
//! conflict. Strings that occur nowhere else are put into every confidential field through the commands, and looked for.

use std::io::Read as _;

use accord_domain::clearance::Clearance;
use accord_domain::document::Part;
use accord_domain::paper::PaperKind;
use accord_language::{Locale, Speaker};
use accord_store::clock::HOME_ZONE;
use accord_store::commands::action_points::{ActionPointForm, agree};
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::commands::calendars;
use accord_store::commands::chapters::{self, At, ChapterForm, StepForm};
use accord_store::commands::documents::{self, DocumentForm, DraftForm, PartForm};
use accord_store::commands::events::{self, ClaimForm, EventForm};
use accord_store::commands::meeting_sessions::{self, ItemForm, SessionForm};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::papers::{self, PaperForm};
use accord_store::commands::priorities::AreaForm;
use accord_store::commands::priority_proposals::{Wanted, propose};
use accord_store::commands::publications::publish;
use accord_store::queries::document::About;

use crate::house::{Answer, House, Tested, Who, now};
use crate::markup::read;
use crate::routes::table;

/// A canary, and who may see it.
struct Canary {
    text: &'static str,
    seen_by: &'static [Who],
    /// A page on which those see it.
    on: &'static str,
}

const DELEGATION: &[Who] = &[Who::Minister, Who::Chief, Who::Goods, Who::Services, Who::Official];
const BOTH_SIDES: &[Who] = &[Who::Minister, Who::Chief, Who::Goods, Who::Services, Who::Official, Who::Partner];
const LEADERS: &[Who] = &[Who::Minister, Who::Chief];
const TEAM_OF_GOODS: &[Who] = &[Who::Minister, Who::Chief, Who::Goods];

const GOODS: &str = "/agreements/india-peru/chapters/goods";
const SPS: &str = "/agreements/india-peru/chapters/sps";
const TBT: &str = "/agreements/india-peru/chapters/tbt";
const ROUND: &str = "/agreements/india-peru/meetings/round-11";
const PREPARATION: &str = "/agreements/india-peru/meetings/preparation-round-11";
const PERU: &str = "/agreements/india-peru";
const PRIORITIES: &str = "/agreements/india-peru/priorities";

const CANARIES: &[Canary] = &[
    Canary { text: "canary-of-the-point", seen_by: DELEGATION, on: "/agreements/india-peru/action-points" },
    Canary { text: "canary-of-the-point", seen_by: DELEGATION, on: SPS },
    Canary { text: "canary-of-the-owner", seen_by: DELEGATION, on: "/agreements/india-peru/meetings/round-11/pack" },
    Canary { text: "canary-of-the-priority", seen_by: DELEGATION, on: PRIORITIES },
    Canary { text: "canary-of-the-priority", seen_by: DELEGATION, on: SPS },
    Canary { text: "canary-of-the-proposal", seen_by: DELEGATION, on: PRIORITIES },
    Canary { text: "canary-of-the-proposer", seen_by: DELEGATION, on: PRIORITIES },
    Canary { text: "canary-of-the-step", seen_by: DELEGATION, on: GOODS },
    Canary { text: "canary-of-the-market-step", seen_by: DELEGATION, on: GOODS },
    Canary { text: "canary-of-the-note", seen_by: TEAM_OF_GOODS, on: GOODS },
    Canary { text: "canary-of-the-older-note", seen_by: TEAM_OF_GOODS, on: GOODS },
    Canary { text: "canary-of-the-parking", seen_by: DELEGATION, on: SPS },
    Canary { text: "canary-of-the-question", seen_by: DELEGATION, on: TBT },
    Canary { text: "canary-of-the-answer", seen_by: DELEGATION, on: "/agreements/india-peru/chapters/{escalated}" },
    Canary { text: "canary-of-the-card", seen_by: DELEGATION, on: GOODS },
    Canary { text: "canary-of-the-agreement", seen_by: DELEGATION, on: PERU },
    Canary { text: "canary-of-the-correction", seen_by: DELEGATION, on: PERU },
    Canary { text: "canary-of-the-withdrawal", seen_by: DELEGATION, on: PERU },
    Canary { text: "canary-of-the-minutes", seen_by: DELEGATION, on: ROUND },
    Canary { text: "canary-of-our-item", seen_by: DELEGATION, on: ROUND },
    Canary { text: "canary-of-the-delegates", seen_by: DELEGATION, on: ROUND },
    Canary { text: "canary-of-the-preparation", seen_by: DELEGATION, on: PREPARATION },
    Canary { text: "canary-of-the-draft", seen_by: DELEGATION, on: "/agreements/india-peru/meetings/canary-draft" },
    Canary { text: "canary-of-the-report-draft", seen_by: LEADERS, on: "/agreements/india-peru/meetings/round-9/report" },
    Canary { text: "canary-of-our-report", seen_by: DELEGATION, on: "/agreements/india-peru/meetings/round-5/report" },
    Canary { text: "canary-of-the-report.", seen_by: BOTH_SIDES, on: "/agreements/india-peru/meetings/round-4/report" },
    Canary { text: "canary-of-the-team-paper", seen_by: TEAM_OF_GOODS, on: ROUND },
    Canary { text: "canary-of-our-paper", seen_by: DELEGATION, on: ROUND },
    Canary { text: "canary-of-the-shared-paper", seen_by: BOTH_SIDES, on: ROUND },
    Canary { text: "canary-of-the-shared-item", seen_by: BOTH_SIDES, on: ROUND },
    Canary { text: "canary-of-the-outcome", seen_by: BOTH_SIDES, on: ROUND },
];

async fn at(house: &House, address: &str) -> Tested<At> {
    let (version,): (i64,) = crate::house::one(
        &house.db,
        &format!(
            "select c.version from chapters c join agreements a on a.id = c.agreement_id \
             where a.slug = 'india-peru' and c.address = '{address}'"
        ),
    )
    .await?;
    Ok(At { slug: "india-peru".into(), address: address.into(), version })
}

fn event(note: &str) -> EventForm {
    let claim = ClaimForm { date: "2026-11-02".into(), publisher: "The ministry".into(), ..ClaimForm::default() };
    EventForm { kind: "round-held".into(), note: note.into(), held: true, illustrative: false, claims: vec![claim] }
}

/// Puts every canary where it belongs. The confidential edits are the newest changes, so that they would be shown first.
async fn release(house: &House) -> Tested {
    let (db, slug) = (&house.db, "india-peru".to_owned());
    let form = AgreementForm {
        name: "India–Peru FTA".into(),
        kind: "fta".into(),
        home_party: "IN".into(),
        partners: "PE Peru; Chief negotiator, Peru".into(),
        objective: "An open objective".into(),
        reason: "canary-of-the-agreement".into(),
        ..AgreementForm::default()
    };
    let wrong = events::record(db, house.command(Who::Chief)?, slug.clone(), event("Wrong")).await?;
    let reason = "canary-of-the-correction".to_owned();
    let right = events::correct(db, house.command(Who::Chief)?, slug.clone(), wrong, event("Right"), reason).await?;
    events::withdraw(db, house.command(Who::Chief)?, slug.clone(), right, "canary-of-the-withdrawal".into()).await?;

    let area = |title: &str| AreaForm {
        title: title.into(),
        stance: "defensive".into(),
        chapters: vec!["sps".into()],
        ..AreaForm::default()
    };
    let wanted = |title: &str| Wanted::Add { rank: "1".into(), area: area(title) };
    propose(db, house.command(Who::Chief)?, slug.clone(), wanted("canary-of-the-priority"), "Ours".into(), true).await?;
    let why = "canary-of-the-proposer".to_owned();
    propose(db, house.command(Who::Goods)?, slug.clone(), wanted("canary-of-the-proposal"), why, false).await?;

    let point = ActionPointForm {
        title: "canary-of-the-point".into(),
        who: "ours".into(),
        owner: "canary-of-the-owner".into(),
        due: "2026-12-20".into(),
        chapter: "sps".into(),
        meeting: "round-11".into(),
        ..ActionPointForm::default()
    };
    agree(db, house.command(Who::Chief)?, slug.clone(), point).await?;

    let step = |text: &str, market: &str, reason: &str| StepForm {
        text_status: text.into(),
        market_status: market.into(),
        reason: reason.into(),
        override_brackets: false,
    };
    let text = step("substantially-closed", "", "canary-of-the-step");
    chapters::record_step(db, house.command(Who::Goods)?, at(house, "goods").await?, text).await?;
    let market = step("", "package-agreed-ad-ref", "canary-of-the-market-step");
    chapters::record_step(db, house.command(Who::Chief)?, at(house, "goods").await?, market).await?;
    for (note, reason) in [("canary-of-the-older-note", "canary-of-the-card"), ("canary-of-the-note", "")] {
        let card = ChapterForm {
            number: if reason.is_empty() { "2" } else { "22" }.into(),
            open_brackets: "3".into(),
            note: Some(note.into()),
            reason: reason.into(),
            ..ChapterForm::default()
        };
        chapters::edit(db, house.command(Who::Goods)?, at(house, "goods").await?, card).await?;
    }
    chapters::set_parked(db, house.command(Who::Chief)?, at(house, "sps").await?, true, "canary-of-the-parking".into()).await?;
    let question = "canary-of-the-question".to_owned();
    chapters::escalate(db, house.command(Who::Chief)?, at(house, "tbt").await?, "ministers".into(), question).await?;
    let escalated = at(house, &house.known.escalated).await?;
    chapters::answer_escalation(db, house.command(Who::Chief)?, escalated, "canary-of-the-answer".into()).await?;
    release_in_meetings(house).await?;
    release_in_reports(house).await?;
    // Last, since the page of an agreement shows its newest changes alone.
    agreements::edit(db, house.command(Who::Chief)?, slug, form, house.known.agreement).await?;
    Ok(())
}

/// Puts canaries into a round that both sides know of, into an internal preparation and into a draft.
async fn release_in_meetings(house: &House) -> Tested {
    let (db, slug) = (&house.db, "india-peru".to_owned());
    let item = |title: &str, shared| ItemForm { title: title.into(), shared, ..ItemForm::default() };
    let form = SessionForm {
        items: vec![item("canary-of-the-shared-item", true), item("canary-of-our-item", false)],
        minutes: "canary-of-the-minutes".into(),
        outcome: "canary-of-the-outcome".into(),
        ..SessionForm::default()
    };
    let version = house.known.sessions.get("services").copied().unwrap_or_default();
    let session = meeting_sessions::At { slug: slug.clone(), meeting: "round-11".into(), chapter: "services".into(), version };
    meeting_sessions::save(db, house.command(Who::Services)?, session, form).await?;
    for (title, audience) in [
        ("canary-of-the-team-paper", Clearance::ChapterTeam),
        ("canary-of-our-paper", Clearance::Delegation),
        ("canary-of-the-shared-paper", Clearance::Partner),
    ] {
        let table = papers::At { slug: slug.clone(), meeting: "round-11".into(), chapter: "goods".into() };
        let paper = PaperForm {
            title: title.into(),
            audience: audience.code().into(),
            file_name: format!("{title}.txt"),
            kind: PaperKind::PlainText,
            bytes: title.as_bytes().to_vec(),
        };
        papers::put(db, house.command(Who::Goods)?, table, paper).await?;
    }
    let round = |address: &str, place: &str| MeetingForm {
        number: "11".into(),
        address: address.into(),
        place: place.into(),
        dates: "2026-12-08".into(),
        zone: "America/Lima".into(),
        our_delegates: "canary-of-the-delegates".into(),
        ..MeetingForm::default()
    };
    let version = |address: &str| house.known.meetings.get(address).copied().unwrap_or_default();
    let at = |address: &str| meetings::At { slug: slug.clone(), address: address.into(), version: version(address) };
    meetings::edit(db, house.command(Who::Chief)?, at("round-11"), round("", "Lima")).await?;
    let preparation = MeetingForm { number: String::new(), ..round("", "canary-of-the-preparation") };
    meetings::edit(db, house.command(Who::Chief)?, at("preparation-round-11"), preparation).await?;
    let draft = MeetingForm { kind: "round".into(), number: "13".into(), ..round("canary-draft", "canary-of-the-draft") };
    meetings::plan(db, house.command(Who::Chief)?, slug.clone(), draft).await?;
    Ok(())
}

/// Puts canaries into a draft that follows a published report, into one for the delegation and into one for both sides.
async fn release_in_reports(house: &House) -> Tested {
    let (db, by) = (&house.db, || house.command(Who::Chief));
    let of = |meeting: &str| About::Meeting("india-peru".into(), meeting.into());
    let written = |words: &str, clearance: &str| DocumentForm {
        parts: vec![PartForm { part: Part::Summary, text: Some(words.into()), shown: String::new(), settlement: String::new() }],
        clearance: clearance.into(),
        regenerate: true,
    };
    let version = house.known.reports.get("round-9").copied().unwrap_or_default();
    documents::edit(db, by()?, of("round-9"), written("canary-of-the-report-draft", "partner"), version).await?;
    for (meeting, words, clearance) in
        [("round-5", "canary-of-our-report", "delegation"), ("round-4", "canary-of-the-report.", "partner")]
    {
        let form = DraftForm { language: "en-IN".into(), clearance: clearance.into(), illustrative: false };
        documents::draft(db, by()?, of(meeting), form).await?;
        documents::edit(db, by()?, of(meeting), written(words, clearance), 1).await?;
        documents::approve(db, by()?, of(meeting), 2).await?;
        publish(db, by()?, of(meeting), true, 3).await?;
    }
    Ok(())
}

/// The text of an answer, a workbook's parts unpacked.
fn told(answer: &Answer) -> Tested<String> {
    if answer.header("content-type").starts_with("text/calendar") {
        return Ok(answer.text().replace("\r\n ", ""));
    }
    if !answer.header("content-type").contains("openxmlformats") {
        return Ok(answer.text());
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.body.to_vec()))?;
    let mut text = String::new();
    for index in 0..archive.len() {
        archive.by_index(index)?.read_to_string(&mut text)?;
    }
    Ok(text)
}

/// The calendar of somebody, asked for without a session; none of the anonymous.
async fn calendar(house: &House, who: Who) -> Tested<Option<Answer>> {
    if who == Who::Anonymous {
        return Ok(None);
    }
    let token = calendars::make(&house.db, house.command(who)?).await?;
    Ok(Some(house.get(Who::Anonymous, &format!("/calendar/{token}.ics")).await?))
}

async fn asked(house: &House, who: Who, forms_too: bool) -> Tested<Vec<(String, Answer)>> {
    let mut answers: Vec<(String, Answer)> =
        calendar(house, who).await?.map(|feed| ("the calendar".into(), feed)).into_iter().collect();
    let mut addresses: Vec<String> = table().iter().filter(|row| row.0 == "GET").map(|row| row.2.to_owned()).collect();
    addresses.extend(CANARIES.iter().map(|canary| canary.on.to_owned()));
    addresses.extend([SPS, TBT].map(|base| format!("{base}/edit")));
    addresses.push("/agreements/india-peru/chapters/services".into());
    for address in addresses {
        answers.push((format!("GET {address}"), house.get(who, &address).await?));
    }
    if !forms_too {
        return Ok(answers);
    }
    // Every form, refused and in conflict, by everybody: the pages of refusal hold whole screens. What makes a link anew is not refused to
    // who may, and again and again would fill the lists of changes.
    let renews = |route: &str| route.ends_with("/renew") && TEAM_OF_GOODS.contains(&who);
    let passed_over = |route: &str| route.starts_with("/sign") || route.starts_with("/me") || renews(route);
    for row in table().iter().filter(|row| row.0 == "POST" && !passed_over(row.1)) {
        for body in ["", "version=0", "version=0&number=x&text_status=zzz&reason=%07&park_reason=%07&archive_reason=%07"] {
            let answer = house.post(who, row.2, body).await?;
            if answer.status != 303 {
                answers.push((format!("POST {} {body}", row.2), answer));
            }
        }
    }
    for base in [GOODS, SPS, TBT] {
        for (path, body) in [
            ("", "version=0&text_status=closed&market_status=agreed&reason=mine"),
            ("/edit", "version=0&number=2&note=mine"),
            ("/park", "version=0&park_reason=mine"),
            ("/archive", "version=0&archive_reason=mine"),
            ("/escalate", "version=0&escalated_to=ministers&question=mine"),
        ] {
            answers.push((format!("POST {base}{path}"), house.post(who, &format!("{base}{path}"), body).await?));
        }
    }
    Ok(answers)
}

async fn no_canary_sings(house: &House, forms_too: bool) -> Tested {
    release(house).await?;
    let mut wrong = Vec::new();
    // Those who see most ask first, so that a rendering kept for them would be found with the others.
    for who in [
        Who::Chief,
        Who::Minister,
        Who::Goods,
        Who::Services,
        Who::Official,
        Who::Partner,
        Who::Admin,
        Who::Stranger,
        Who::Anonymous,
    ] {
        for canary in CANARIES.iter().filter(|canary| canary.seen_by.contains(&who)) {
            if !house.get(who, canary.on).await?.text().contains(canary.text) {
                wrong.push(format!("{who:?} should see {} on {}", canary.text, canary.on));
            }
        }
        for (what, answer) in asked(house, who, forms_too).await? {
            let told = told(&answer)?;
            let planned = ["canary-of-the-preparation", "canary-of-the-draft"];
            if what == "the calendar" && DELEGATION.contains(&who) && !planned.iter().all(|canary| told.contains(canary)) {
                wrong.push(format!("{who:?} should see what is planned in {what}"));
            }
            for canary in CANARIES.iter().filter(|canary| !canary.seen_by.contains(&who)) {
                if told.contains(canary.text) {
                    wrong.push(format!("{who:?} sees {} in {what} ({})", canary.text, answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn what_is_above_ones_clearance_is_absent() -> Tested {
    no_canary_sings(&House::open().await?, true).await
}

#[tokio::test]
async fn what_is_above_ones_clearance_is_absent_on_postgres() -> Tested {
    match House::on_postgres().await? {
        Some(house) => no_canary_sings(&house, false).await,
        None => Ok(()),
    }
}

/// Market access, parked and escalated are no free text: the partner's pages have no place for them.
#[tokio::test]
async fn the_partner_knows_nothing_of_market_access() -> Tested {
    let house = House::open().await?;
    release(&house).await?;
    let market: Vec<String> = Locale::ALL
        .into_iter()
        .flat_map(|locale| {
            let speaker = Speaker { locale, zone: HOME_ZONE, now: now() };
            ["package-agreed-ad-ref", "improved-offers", "offers-exchanged"].map(|code| speaker.word("market", code))
        })
        .collect();
    let mut wrong = Vec::new();
    let mut pages = asked(&house, Who::Partner, true).await?;
    pages.push(("GET /?q=peru".into(), house.get(Who::Partner, "/?q=peru").await?));
    for (what, answer) in pages {
        let told = told(&answer)?;
        for word in market.iter().chain([&"market_status".to_owned()]) {
            if told.contains(word.as_str()) {
                wrong.push(format!("the partner reads {word:?} in {what} ({})", answer.status));
            }
        }
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let root = read(&told).root;
        // The legend explains all signs to everybody; the drawings of chapters are what counts.
        let drawn = root.named("svg").into_iter().filter(|svg| svg.attribute("aria-hidden").is_none() || in_table(&root, svg));
        for svg in drawn {
            for sign in ["market", "parked", "escalated"] {
                if !svg.classed(sign).is_empty() {
                    wrong.push(format!("the partner sees the sign of {sign} in {what}"));
                }
            }
        }
        if !root.classed("flag").is_empty() {
            wrong.push(format!("the partner sees a flag in {what}"));
        }
        if !root.named("leptos-island").is_empty() {
            wrong.push(format!("the partner is given an island in {what}"));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    // And the official sees them, so that the above is no accident.
    let official = read(&house.get(Who::Official, "/?q=peru").await?.text()).root;
    assert!(!official.classed("flag").is_empty());
    Ok(())
}

fn in_table(root: &crate::markup::Node, svg: &crate::markup::Node) -> bool {
    root.named("table").iter().any(|table| table.named("svg").iter().any(|other| std::ptr::eq(*other, svg)))
}

/// A count of what the reader may not know is no count: the column is not there.
#[tokio::test]
async fn a_download_has_no_column_for_what_may_not_be_known() -> Tested {
    let house = House::open().await?;
    let columns = |answer: &Answer| answer.text().lines().next().unwrap_or_default().split(',').count();
    for address in ["/agreements/india-peru/chapters.csv", "/portfolio.csv"] {
        let (official, partner) = (house.get(Who::Official, address).await?, house.get(Who::Partner, address).await?);
        assert!(columns(&partner) < columns(&official), "{address} has {} columns for both", columns(&partner));
    }
    Ok(())
}

/// The island is given what its page shows, no more: its props name no field above the reader's clearance in the chapter.
#[tokio::test]
async fn an_island_gets_what_it_shows() -> Tested {
    let house = House::open().await?;
    release(&house).await?;
    for (who, has_island) in
        [(Who::Goods, true), (Who::Chief, true), (Who::Minister, true), (Who::Services, false), (Who::Official, false)]
    {
        let page = house.get(who, GOODS).await?;
        let root = read(&page.text()).root;
        let islands = root.named("leptos-island");
        assert_eq!(islands.len(), usize::from(has_island), "{who:?}");
        let scripts = root.named("script").len();
        assert_eq!(scripts, usize::from(has_island), "{who:?}: scripts");
        for island in islands {
            let props = island.attribute("data-props").unwrap_or_default();
            assert!(!props.is_empty());
            for canary in CANARIES {
                assert!(!props.contains(canary.text), "{who:?}: the island carries {}", canary.text);
            }
        }
    }
    Ok(())
}
