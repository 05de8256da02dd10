//! The portfolio: filtered, ordered and paged alike on both engines, each reader's own.

use accord_domain::access::Actor;
use accord_domain::lifecycle::Stage;
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::commands::chapters::{self, ChapterForm, StepForm};
use accord_store::commands::events;
use accord_store::queries::agreement;
use accord_store::queries::portfolio::{Filters, PAGE, load_all};
use chrono::Duration;

use crate::harness::{Bench, Fault, Outcome};
use crate::world::{PERU, Portfolio, World, agreement as other, event, now, portfolio, text};

on_both!(
    a_row_counts_what_its_chapters_say,
    is_filtered,
    words_are_no_patterns,
    is_ordered_by_stage_and_then_by_name,
    is_paged,
    lists_the_parties_of_the_reader,
    chapters_and_relatives_are_in_order,
);

async fn page(world: &World, actor: &Actor, filters: Filters) -> Result<Portfolio, Fault> {
    Ok(portfolio(&world.bench.db, actor, &filters).await?)
}

async fn slugs(world: &World, filters: Filters) -> Result<Vec<String>, Fault> {
    let found = page(world, &world.chief, filters).await?;
    assert_eq!(found.total as usize, found.rows.len());
    Ok(found.rows.into_iter().map(|row| row.slug).collect())
}

async fn open(world: &World, form: AgreementForm) -> Outcome {
    agreements::open(&world.bench.db, world.by(&world.chief), form).await?;
    Ok(())
}

async fn a_row_counts_what_its_chapters_say(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    assert_eq!(page(&world, &world.chief, Filters::default()).await?.rows[0].last_moved, None, "opening is no movement");
    world.step(&world.chief, "goods", text("closed", "")).await??;
    let by = world.by_after(&world.chief, 10);
    chapters::record_step(db, by, world.at("services").await?, text("under-negotiation", "")).await?;
    world.set_brackets("services", "7").await??;
    world.set_brackets("sps", "4").await??;
    chapters::set_parked(db, world.by_after(&world.chief, 20), world.at("sps").await?, true, "Waiting".into()).await?;
    chapters::escalate(db, world.by(&world.chief), world.at("tbt").await?, "ministers".into(), "May we?".into()).await?;
    chapters::record_step(
        db,
        world.by(&world.chief),
        world.at("goods").await?,
        StepForm { market_status: "agreed".into(), ..text("", "") },
    )
    .await?;
    let row = page(&world, &world.official, Filters::default()).await?.rows.remove(0);
    let moved = Some(now() + Duration::minutes(10));
    assert_eq!((row.closed(), row.open_brackets, row.last_moved, row.parked(), row.escalated()), (1, 11, moved, 1, 1));
    let row = page(&world, &world.partner, Filters::default()).await?.rows.remove(0);
    assert_eq!((row.closed(), row.open_brackets, row.last_moved, row.parked(), row.escalated()), (1, 11, moved, 0, 0));
    assert_eq!(page(&world, &world.stranger, Filters::default()).await?.total, 0);
    assert_eq!(page(&world, &world.admin, Filters::default()).await?.total, 0);
    // An archived chapter counts for nothing.
    chapters::archive(db, world.by(&world.chief), world.at("services").await?, "Over".into()).await?;
    let row = page(&world, &world.official, Filters::default()).await?.rows.remove(0);
    assert_eq!((row.open_brackets, row.last_moved), (4, Some(now())));
    Ok(())
}

async fn is_filtered(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    open(&world, AgreementForm { partners: "CL Chile".into(), ..other("chile", "India–Chile CEPA") }).await?;
    open(&world, AgreementForm { partners: "CL Chile\nPE Peru".into(), ..other("alliance", "Pacific Alliance") }).await?;
    events::record(&world.bench.db, world.by(&world.chief), "chile".into(), event("launched", "2025", true)).await?;
    let all = Filters::default;
    let party = |code: &str| Filters { party: code.into(), ..all() };
    let words = |words: &str| Filters { words: words.into(), ..all() };
    assert_eq!(slugs(&world, all()).await?, ["chile", PERU, "alliance"]);
    assert_eq!(slugs(&world, party("CL")).await?, ["chile", "alliance"]);
    assert_eq!(slugs(&world, party("XX")).await?, [""; 0]);
    assert_eq!(slugs(&world, Filters { stage: Some(Stage::Launched), ..all() }).await?, ["chile"]);
    assert_eq!(slugs(&world, Filters { stage: Some(Stage::Signed), ..all() }).await?, [""; 0]);
    assert_eq!(slugs(&world, words("INDIA cepa")).await?, ["chile"]);
    assert_eq!(slugs(&world, words("india-pe")).await?, [PERU], "punctuation parts words");
    assert_eq!(slugs(&world, words("chile peru")).await?, [""; 0]);
    assert_eq!(slugs(&world, Filters { words: "alliance".into(), ..party("CL") }).await?, ["alliance"]);
    assert_eq!(slugs(&world, Filters { archived: true, ..all() }).await?, [""; 0]);
    Ok(())
}

async fn words_are_no_patterns(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    open(&world, other("hundred", "100% Étude_नेपाल व्यापार")).await?;
    let words = |words: &str| Filters { words: words.into(), ..Filters::default() };
    for (typed, found) in
        [("%", 2), ("_", 2), ("100%", 1), ("%x%", 0), ("étude", 1), ("ÉTUDE", 1), ("व्यापार", 1), ("नेपाल", 1), ("'", 2), ("x'", 0)]
    {
        assert_eq!(slugs(&world, words(typed)).await?.len(), found, "{typed}");
    }
    Ok(())
}

async fn is_ordered_by_stage_and_then_by_name(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    // Names that a server's own language would order otherwise than their bytes.
    for (slug, name) in
        [("e-acute", "Étoile"), ("zed", "Zed"), ("two", "a b"), ("one", "ab"), ("dash", "A-c"), ("hindi", "भारत"), ("digit", "9 a")]
    {
        open(&world, other(slug, name)).await?;
    }
    events::record(&world.bench.db, world.by(&world.chief), "zed".into(), event("launched", "2025", true)).await?;
    events::record(&world.bench.db, world.by(&world.chief), "one".into(), event("terminated", "2025", true)).await?;
    assert_eq!(slugs(&world, Filters::default()).await?, ["zed", "digit", "two", "dash", PERU, "e-acute", "hindi", "one"]);
    Ok(())
}

async fn is_paged(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    for index in 0..PAGE {
        open(&world, other(&format!("n{index:02}"), &format!("Name {index:02}"))).await?;
    }
    let page_of = |number| page(&world, &world.chief, Filters { page: number, ..Filters::default() });
    let (zeroth, first, second, third) = (page_of(0).await?, page_of(1).await?, page_of(2).await?, page_of(3).await?);
    assert_eq!((first.rows.len(), second.rows.len(), third.rows.len()), (20, 1, 0));
    assert!([&zeroth, &first, &second, &third].iter().all(|page| page.total == 21), "the total is of all pages");
    assert_eq!((first.rows[0].slug.as_str(), second.rows[0].slug.as_str()), (PERU, "n19"));
    assert_eq!(zeroth.rows[0].slug, first.rows[0].slug);
    let last = page(&world, &world.chief, Filters { page: u32::MAX, ..Filters::default() }).await?;
    assert!(last.rows.is_empty());
    let whole = load_all(&world.bench.db, &world.chief, &Filters { page: 2, ..Filters::default() }, now().date_naive()).await?;
    assert_eq!(whole.len(), 21, "an export holds every page");
    Ok(())
}

async fn lists_the_parties_of_the_reader(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    open(&world, AgreementForm { partners: "CL Chile\nPE Peru".into(), ..other("alliance", "Pacific Alliance") }).await?;
    let parties = async |actor| -> Result<Vec<String>, Fault> {
        Ok(page(&world, actor, Filters::default()).await?.parties.into_iter().map(|(code, _)| code).collect())
    };
    assert_eq!(parties(&world.chief).await?, ["CL", "PE"]);
    assert_eq!(parties(&world.official).await?, ["PE"]);
    assert!(parties(&world.admin).await?.is_empty());
    Ok(())
}

async fn chapters_and_relatives_are_in_order(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    open(&world, other("order", "Order")).await?;
    for (address, number) in [("b", "10"), ("a", "9"), ("d", "100"), ("c", "11")] {
        let card = ChapterForm {
            kind: "other".into(),
            address: address.into(),
            number: number.into(),
            title: "T".into(),
            ..ChapterForm::default()
        };
        chapters::open(db, world.by(&world.chief), "order".into(), card).await?;
    }
    for (slug, name) in [("r1", "Étoile"), ("r2", "a b"), ("r3", "ab")] {
        open(&world, other(slug, name)).await?;
        agreements::relate(db, world.by(&world.chief), "order".into(), "expands".into(), slug.into()).await?;
    }
    let view = agreement::load(db, &world.chief, "order").await?;
    let addresses: Vec<_> = view.chapters.unwrap_or_default().into_iter().map(|mark| mark.address).collect();
    assert_eq!(addresses, ["a", "b", "c", "d"]);
    let row = page(&world, &world.chief, Filters { words: "order".into(), ..Filters::default() }).await?.rows.remove(0);
    assert_eq!(row.after, ["a b", "ab", "Étoile"]);
    Ok(())
}
