//! The demonstration: it loads on both engines to the same views, its record is whole, and its people see what they should.

use std::collections::BTreeMap;
use std::path::Path;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::{AccountId, AgreementId};
use accord_store::actor::signed_in;
use accord_store::audit::verify;
use accord_store::clock::{HOME_ZONE, day_in};
use accord_store::commands::events::derived_stage;
use accord_store::commands::sign_in;
use accord_store::demo::{self, Files, PASSWORD};
use accord_store::queries::changes::{Of, recent};
use accord_store::queries::portfolio::{Filters, load_all};
use accord_store::queries::{agreement, chapter};
use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use crate::harness::{Bench, Engine, Fault, Outcome, run, run_pair};
use crate::world::{assert_strips, portfolio};

/// The day of seeding.
fn seeded_at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 4, 15, 9, 0, 0).single().unwrap_or_default()
}

async fn seed(bench: &Bench) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let accounts = std::fs::read_to_string(folder.join("accounts.toml"))?;
    let milestones = std::fs::read_to_string(folder.join("milestones.toml"))?;
    let trade = std::fs::read_to_string(folder.join("trade.toml"))?;
    let programme = std::fs::read_to_string(folder.join("programme.toml"))?;
    let consultations = std::fs::read_to_string(folder.join("consultations.toml"))?;
    let barriers = std::fs::read_to_string(folder.join("barriers.toml"))?;
    let bodies = std::fs::read_to_string(folder.join("bodies.toml"))?;
    let mut paths: Vec<_> =
        std::fs::read_dir(folder.join("agreements"))?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let agreements = paths.iter().map(std::fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let agreements: Vec<&str> = agreements.iter().map(String::as_str).collect();
    assert!(demo::is_empty(&bench.db).await? && !demo::is_demo(&bench.db).await?);
    demo::seed(
        &bench.db,
        Files {
            accounts: &accounts,
            milestones: &milestones,
            trade: &trade,
            programme: &programme,
            consultations: &consultations,
            barriers: &barriers,
            bodies: &bodies,
            agreements: &agreements,
        },
        seeded_at(),
    )
    .await?;
    Ok(())
}

async fn actor(bench: &Bench, key: &str) -> Result<Actor, Fault> {
    let id = format!("select id from accounts where email = '{key}@accord.example'");
    let (id,): (Uuid,) = bench.row(&id).await?;
    Ok(signed_in(&bench.db, AccountId(id)).await?.ok_or("disabled")?.actor)
}

/// Everything everybody is shown, without the identifiers, which are made anew each time.
async fn everything(bench: &Bench) -> Result<BTreeMap<String, String>, Fault> {
    let (db, mut all) = (&bench.db, BTreeMap::new());
    for key in ["chief", "minister", "goods", "services", "official", "partner", "admin", "adhikari"] {
        let actor = actor(bench, key).await?;
        let found = load_all(db, &actor, &Filters::default(), seeded_at().date_naive()).await?;
        all.insert(format!("{key}: portfolio"), format!("{found:#?}"));
        all.insert(format!("{key}: changes"), format!("{:#?}", recent(db, &actor, Of::Portfolio, 200).await?));
        for row in &found {
            let view = agreement::load(db, &actor, &row.slug).await?;
            let told = recent(db, &actor, Of::Agreement(view.id), 10_000).await?;
            all.insert(format!("{key}: changes of {}", row.slug), format!("{told:#?}"));
            let events: Vec<_> = view
                .events
                .iter()
                .map(|e| {
                    format!(
                        "{:?} {} {} {:?} {:?} {} {:#?}",
                        e.kind, e.note, e.held, e.standing, e.standing_reason, e.illustrative, e.claims
                    )
                })
                .collect();
            let people: Vec<_> = view
                .people
                .iter()
                .flatten()
                .map(|line| format!("{} {} {:?} {} {:?} {}", line.name, line.email, line.role, line.party, line.chapter, line.own))
                .collect();
            let card = (&view.name, view.kind, &view.home_party, &view.lead_ministry, &view.objective, &view.languages);
            let state = (view.illustrative, view.stage, view.version, view.archived);
            let lists = (&view.parties, &view.relatives, &view.ratification, &view.chapters, events, people);
            all.insert(format!("{key}: {}", row.slug), format!("{card:#?} {state:#?} {lists:#?}"));
            for mark in view.chapters.iter().flatten() {
                let c = chapter::load(db, &actor, &row.slug, &mark.address).await?;
                let card = (c.kind, c.number, &c.title, c.text, c.text_since, &c.our_lead, &c.their_lead, &c.line_ministry);
                let rest = (&c.target_round, c.open_brackets, c.illustrative, c.version, &c.confidences, &c.note, &c.changes);
                all.insert(format!("{key}: {} {}", row.slug, mark.address), format!("{card:#?} {rest:#?}"));
            }
        }
    }
    Ok(all)
}

async fn assert_sound(bench: &Bench) -> Outcome {
    let db = &bench.db;
    assert!(demo::is_demo(db).await? && !demo::is_empty(db).await?);
    assert_strips(bench).await?;
    let found = verify(db).await?;
    assert_eq!((found.breaks, found.scopes), (Vec::new(), 12));
    assert!(found.records > 300, "{}", found.records);
    assert_eq!(bench.number("select count(*) from changes where not imported").await?, 0, "all of it is marked imported");
    let late = format!("select count(*) from changes where at > '{}'", seeded_at().to_rfc3339());
    assert_eq!(bench.number(&late).await?, 0, "nothing is recorded before it happens");
    // The stage of every agreement can be rebuilt from its events.
    let rows: Vec<(Uuid, String, String)> = bench.rows("select id, slug, stage from agreements").await?;
    assert_eq!(rows.len(), 11);
    for (id, slug, stage) in rows {
        let derived = derived_stage(&mut db.read().await?, AgreementId(id), day_in(HOME_ZONE, seeded_at())).await?;
        assert_eq!(derived.code(), stage, "{slug}");
    }
    // Records of an agreement follow one another in time.
    let back = "select g.slug, b.revision, b.subject, b.verb from changes a join changes b on b.scope = a.scope and b.revision = a.revision + 1 \
                join agreements g on g.id = b.agreement_id where b.at < a.at order by g.slug, b.revision";
    assert_eq!(bench.rows::<(String, i64, String, String)>(back).await?, []);
    // The guest of Peru sees one agreement, the administrator none.
    for (key, many) in
        [("chief", 11), ("minister", 11), ("official", 11), ("goods", 2), ("services", 2), ("partner", 1), ("admin", 0)]
    {
        let actor = actor(bench, key).await?;
        let found = portfolio(db, &actor, &Filters::default()).await?;
        assert_eq!(found.rows.len(), many, "{key}");
        if key == "admin" {
            assert_eq!(agreement::load(db, &actor, "india-peru").await.err(), Some(AppError::NotFound));
        }
        if key == "partner" {
            assert!(found.rows[0].chapters.iter().flatten().all(|mark| mark.confidence.is_none()));
        }
    }
    let chief = actor(bench, "chief").await?;
    assert_eq!(sign_in::check(db, "chief@accord.example", PASSWORD, "127.0.0.1", seeded_at()).await?, chief.account);
    Ok(())
}

#[test]
fn loads_on_sqlite() -> Outcome {
    run(Engine::Sqlite, async |bench| {
        seed(&bench).await?;
        assert_sound(&bench).await?;
        // A database is filled once.
        let files = Files {
            accounts: "accounts = []",
            milestones: "",
            trade: "",
            programme: "",
            consultations: "",
            barriers: "",
            bodies: "",
            agreements: &[],
        };
        assert!(demo::seed(&bench.db, files, seeded_at()).await.is_err());
        Ok(())
    })
}

#[test]
fn loads_on_postgres_to_the_same_views() -> Outcome {
    run_pair(async |sqlite, postgres| {
        let (first, second) = tokio::join!(seed(&sqlite), seed(&postgres));
        first?;
        second?;
        assert_sound(&postgres).await?;
        let (left, right) = (everything(&sqlite).await?, everything(&postgres).await?);
        assert!(left.len() > 100, "{}", left.len());
        assert_eq!(left.keys().collect::<Vec<_>>(), right.keys().collect::<Vec<_>>());
        for (what, shown) in &left {
            assert_eq!(shown, &right[what], "{what} differs between the engines");
        }
        Ok(())
    })
}
