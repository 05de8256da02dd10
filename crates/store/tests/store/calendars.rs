//! Calendar feeds: opened by their token alone, and by nothing once they are made anew or revoked.

use accord_domain::access::Actor;
use accord_exchange::calendar::feed;
use accord_language::{Locale, Speaker};
use accord_store::clock::HOME_ZONE;
use accord_store::commands::action_points::{ActionPointForm, agree};
use accord_store::commands::meetings::{self, MeetingForm};
use accord_store::commands::milestones::{self, MilestoneForm};
use accord_store::commands::{accounts, calendars, grants};
use accord_store::queries::calendar::{load, made_at, opened_by};
use chrono::Duration;

use crate::harness::{Bench, Fault, Outcome, assert_not_found};
use crate::world::{PERU, World, action_point, assert_whole, email, now, round};

on_both!(
    a_token_opens_one_feed_until_it_is_replaced_or_revoked,
    an_administrator_ends_it_with_the_sessions,
    holds_what_its_person_may_see,
    knows_no_day_it_was_not_told,
    what_is_done_in_confidence_leaves_no_mark,
    no_text_breaks_out_of_its_line,
);

/// The feed of somebody as it is sent.
async fn text(world: &World, actor: &Actor) -> Result<String, Fault> {
    let speaker = Speaker { locale: Locale::EnIn, zone: HOME_ZONE, now: now() };
    let view = load(&world.bench.db, actor, now().date_naive()).await?;
    Ok(feed(&speaker, "https://accord.example", &actor.name, &view))
}

/// What follows a name in the unfolded lines of a feed.
fn values(feed: &str, name: &str) -> Vec<String> {
    let unfolded = feed.replace("\r\n ", "");
    unfolded.split("\r\n").filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
}

async fn a_token_opens_one_feed_until_it_is_replaced_or_revoked(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    assert_eq!(made_at(db, &world.official).await?, None);
    let first = calendars::make(db, world.by(&world.official)).await?;
    let others = calendars::make(db, world.by(&world.partner)).await?;
    assert_eq!(first.len(), 64);
    assert_ne!(first, others);
    assert_eq!(opened_by(db, &first).await?, world.official.account);
    assert_eq!(opened_by(db, &others).await?, world.partner.account);
    assert_eq!(made_at(db, &world.official).await?, Some(now()));
    // What is kept opens nothing.
    let (kept,): (String,) = world
        .bench
        .row(&format!("select token_hash from calendar_feeds where account_id = {}", world.bench.uuid(world.official.account.0)))
        .await?;
    for wrong in [kept.as_str(), "", "%", &first[..63], &first.to_uppercase()] {
        assert_not_found(opened_by(db, wrong).await);
    }
    let second = calendars::make(db, world.by_after(&world.official, 5)).await?;
    assert_not_found(opened_by(db, &first).await);
    assert_eq!(opened_by(db, &second).await?, world.official.account);
    calendars::revoke(db, world.by(&world.official)).await?;
    assert_not_found(calendars::revoke(db, world.by(&world.official)).await);
    assert_not_found(opened_by(db, &second).await);
    assert_eq!(opened_by(db, &others).await?, world.partner.account);
    let told: Vec<String> =
        world.changes().await?.into_iter().filter(|change| change.field == "calendar").map(|change| change.verb).collect();
    assert_eq!(told, ["make", "make", "make", "revoke"]);
    let secret =
        world.bench.number(&format!("select count(*) from changes where new like '%{second}%' or old like '%{second}%'")).await?;
    assert_eq!(secret, 0, "the record holds no token");
    assert_whole(&world.bench).await
}

async fn holds_what_its_person_may_see(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let plan = async |form: MeetingForm| meetings::plan(db, world.by(&world.chief), PERU.into(), form).await;
    plan(MeetingForm { clock: "09:00".into(), ..round("2026-05-04") }).await?;
    world.take_to("round-9", &["open"], "").await?;
    plan(MeetingForm { number: "10".into(), ..round("2026-06-01..03") }).await?;
    let milestone = MilestoneForm {
        kind: "summit".into(),
        title: "A summit".into(),
        date: "2026-09-01".into(),
        publisher: "The Gazette".into(),
        agreements: vec![PERU.into()],
        ..MilestoneForm::default()
    };
    milestones::record(db, world.by(&world.chief), milestone).await?;
    let owed = ActionPointForm { who: world.official.account.0.to_string(), ..action_point("goods", "2026-04-20") };
    agree(db, world.by(&world.chief), PERU.into(), owed).await?;
    let today = now().date_naive();
    for (actor, meetings, milestones, owed) in [
        (&world.chief, vec!["round-9", "round-10"], 1, 0),
        (&world.official, vec!["round-9", "round-10"], 1, 1),
        (&world.partner, vec!["round-9"], 1, 0),
        (&world.stranger, vec![], 0, 0),
        (&world.admin, vec![], 0, 0),
    ] {
        let view = load(db, actor, today).await?;
        let found: Vec<&str> = view.meetings.iter().map(|meeting| meeting.name.address.as_str()).collect();
        assert_eq!((found, view.milestones.len(), view.owed.len()), (meetings, milestones, owed), "{}", actor.name);
    }
    let opens = load(db, &world.partner, today).await?.meetings[0].opens.ok_or("no hour")?;
    assert_eq!(opens.to_rfc3339(), "2026-05-04T09:00:00-05:00");
    // Whoever has no role any more is told nothing more.
    let (grant,): (uuid::Uuid,) = world.bench.row("select g.id from grants g where g.role = 'official'").await?;
    grants::revoke(db, world.by(&world.chief), PERU.into(), accord_domain::ids::GrantId(grant)).await?;
    let view = load(db, &world.official, today).await?;
    assert_eq!((view.meetings.len(), view.milestones.len(), view.owed.len()), (0, 0, 0));
    Ok(())
}

async fn knows_no_day_it_was_not_told(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    for (number, dates) in [("9", "2026-05"), ("10", ""), ("11", "2026"), ("12", "2024-01-08..10"), ("13", "2025-06-01")] {
        let form = MeetingForm { number: number.into(), ..round(dates) };
        meetings::plan(db, world.by(&world.chief), PERU.into(), form).await?;
    }
    let view = load(db, &world.chief, now().date_naive()).await?;
    let told: Vec<&str> = view.meetings.iter().map(|meeting| meeting.name.address.as_str()).collect();
    assert_eq!(told, ["round-13"], "neither months and years nor what is long past");
    assert!(load(db, &world.chief, now().date_naive() + Duration::days(500)).await?.meetings.is_empty());
    Ok(())
}

async fn an_administrator_ends_it_with_the_sessions(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let (db, by) = (&world.bench.db, || world.by(&world.admin));
    let official = calendars::make(db, world.by(&world.official)).await?;
    let partner = calendars::make(db, world.by(&world.partner)).await?;
    accounts::set_disabled(db, by(), email("official"), true).await?;
    accounts::set_disabled(db, by(), email("official"), false).await?;
    assert_not_found(opened_by(db, &official).await);
    accounts::reset_password(db, by(), email("partner"), "a first password".into()).await?;
    assert_not_found(opened_by(db, &partner).await);
    let told: Vec<_> = world.changes().await?.into_iter().filter(|c| c.verb == "revoke").map(|c| c.actor_name).collect();
    assert_eq!(told, ["Name of admin", "Name of admin"]);
    assert_whole(&world.bench).await
}

async fn what_is_done_in_confidence_leaves_no_mark(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    meetings::plan(db, world.by(&world.chief), PERU.into(), round("2026-05-04..06")).await?;
    world.take_to("round-9", &["open"], "").await?;
    let before = (text(&world, &world.partner).await?, text(&world, &world.chief).await?);
    let form = MeetingForm { our_delegates: "Somebody".into(), ..round("2026-05-04..06") };
    meetings::edit(db, world.by(&world.chief), world.meeting("round-9").await?, form).await?;
    let after = (text(&world, &world.partner).await?, text(&world, &world.chief).await?);
    assert_eq!(before.0, after.0, "a list of delegates changes nothing for the partner");
    assert_eq!((values(&before.1, "SEQUENCE:"), values(&after.1, "SEQUENCE:")), (vec!["2".to_owned()], vec!["3".to_owned()]));
    assert_eq!(values(&before.1, "UID:"), values(&after.1, "UID:"));
    let (id,): (uuid::Uuid,) = world.bench.row("select id from meetings").await?;
    assert!(!after.1.replace('-', "").contains(&id.simple().to_string()), "an identifier tells when it was made");
    Ok(())
}

async fn no_text_breaks_out_of_its_line(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let plan = async |form: MeetingForm| meetings::plan(db, world.by(&world.chief), PERU.into(), form).await;
    let bad = "Talks; on, \"all\" \\ things: मूल नियम और सेवाओं में व्यापार पर दोनों पक्षों की अंतिम बैठक, जो कई दिन चलेगी";
    plan(MeetingForm { title: bad.into(), place: format!("{bad};"), ..round("2026-05-04..06") }).await?;
    // Past the form, as if a check were lost.
    let broken = "X\r\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:One\u{2028}UID:1\u{85}\u{7}\u{b}Y";
    plan(MeetingForm { number: "10".into(), title: "PLANTED".into(), place: "PLANTED".into(), ..round("2026-05-08") }).await?;
    let planted = |column: &str| format!("update meetings set {column} = '{broken}' where {column} = 'PLANTED';");
    world.bench.tamper(&format!("{}{}", planted("title"), planted("place"))).await?;
    let named = Actor { name: format!("A, B; {broken}"), ..world.official.clone() };
    let told = text(&world, &named).await?;
    assert_eq!(told.matches("BEGIN:VEVENT\r\n").count(), 2, "{told}");
    for line in told.split("\r\n") {
        assert!(line.len() <= 75 && !line.chars().any(char::is_control), "{} octets: {line:?}", line.len());
    }
    let escaped = bad.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    let broken = "X END:VEVENT BEGIN:VEVENT SUMMARY:One UID:1Y";
    assert_eq!(values(&told, "LOCATION:"), [format!("{escaped}\\;"), broken.to_owned()]);
    assert_eq!(values(&told, "NAME;VALUE=TEXT:"), [format!("Accord – A\\, B\\; {broken}")]);
    assert_eq!((values(&told, "UID:").len(), values(&told, "PRODID:").len()), (2, 1));
    Ok(())
}
