//! The register of barriers: shaped by its keeper, followed by missions and leads, and public only in what another approved.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::barrier::{BarrierStatus, PublicState, Publicity, Rag};
use accord_domain::chapter::ChapterKind;
use accord_store::commands::action_points::agree;
use accord_store::commands::barriers::card::{BarrierForm, MoveForm, move_to, open, save};
use accord_store::commands::barriers::links::{link, unlink};
use accord_store::commands::barriers::notes::write;
use accord_store::commands::barriers::publications::{PublicForm, decide, propose, publish, take_back};
use accord_store::commands::programme::{CountryForm, SectorForm, accredit, add_country, add_sector};
use accord_store::queries::barriers::filters::Filters;
use accord_store::queries::barriers::list::load as register;
use accord_store::queries::barriers::public::{all, one};
use accord_store::queries::barriers::single::{linkable, load};
use accord_store::queries::programme::{cell, load as programme};
use accord_store::queries::{action_point, chapter, work};

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{PERU, World, action_point as point_form, assert_whole, email, person};

on_both!(
    its_keeper_enters_corrects_and_moves_it,
    who_sees_what_of_the_register,
    filters_narrow_the_list,
    what_the_programme_counts_is_what_the_list_shows,
    a_note_is_written_by_who_follows_it,
    it_stands_beside_what_it_is_linked_to,
    what_is_public_is_approved_by_another,
    who_decides_decides_on_what_was_seen,
    what_changed_since_published_is_told,
    what_is_refused_or_taken_back_is_not_public,
    a_stale_version_is_a_conflict,
    faults_are_refused_beside_their_fields,
);

/// Something in every table of the register.
pub async fn plant(world: &World) -> Outcome {
    let house = House::over(world, "MX").await?;
    agree(&world.bench.db, world.by(&world.lead), PERU.into(), point_form("goods", "2030-01-01")).await?;
    let number = house.entered("Labels", "PE").await?;
    for linked in ["india-peru/goods", "india-peru#1"] {
        house.linked(number, linked).await?;
    }
    write(&world.bench.db, world.by(&house.keeper), number, "They listen.".into()).await?;
    house.published(number).await
}

/// A barrier beside goods whose words are watched for, and a public version of it whose words are watched for too.
pub async fn plant_canaries(world: &World) -> Outcome {
    let keeper = person(&world.bench, "canary-register", &[HouseRight::EditBarriers]).await?;
    world.grant(PERU, "canary-register", "official", "", "").await?;
    let (db, by) = (&world.bench.db, || world.by(&keeper));
    let number = open(db, by(), BarrierForm { sectors: Vec::new(), ..form("canary barrier", "PE") }).await?;
    link(db, by(), number, "india-peru/goods".into()).await?;
    propose(db, by(), number, 1, public("canary public")).await?;
    decide(db, world.by(&world.chief), number, 1, None).await?;
    publish(db, by(), number, 1).await?;
    Ok(())
}

/// The keeper of the register, another, and the mission to Peru; a programme with one sector.
struct House<'w> {
    world: &'w World,
    keeper: Actor,
    other: Actor,
    mission: Actor,
}

impl<'w> House<'w> {
    async fn of(world: &'w World) -> Result<Self, Fault> {
        Self::over(world, "PE").await
    }

    /// With the mission to another country.
    async fn over(world: &'w World, imposing: &str) -> Result<Self, Fault> {
        let db = &world.bench.db;
        let keeper = person(&world.bench, "register", &[HouseRight::EditBarriers, HouseRight::EditProgramme]).await?;
        let other = person(&world.bench, "second", &[HouseRight::EditBarriers]).await?;
        let mission = person(&world.bench, "lima", &[HouseRight::Mission]).await?;
        world.grant(PERU, "register", "official", "", "").await?;
        let publisher = || "The ministry".to_owned();
        add_country(db, world.by(&keeper), CountryForm { country: imposing.into(), publisher: publisher(), illustrative: false })
            .await?;
        let sector = SectorForm { kind: "goods".into(), name: "Medicines".into(), publisher: publisher(), illustrative: false };
        add_sector(db, world.by(&keeper), sector).await?;
        accredit(db, world.by(&keeper), email("lima"), imposing.into()).await?;
        Ok(Self { world, keeper, other, mission })
    }

    async fn entered(&self, title: &str, imposing: &str) -> Result<i64, AppError> {
        open(&self.world.bench.db, self.world.by(&self.keeper), form(title, imposing)).await
    }

    async fn linked(&self, number: i64, text: &str) -> Result<(), AppError> {
        link(&self.world.bench.db, self.world.by(&self.keeper), number, text.to_owned()).await
    }

    async fn moved(&self, number: i64, version: i64, status: &str, reason: &str) -> Result<(), AppError> {
        move_to(&self.world.bench.db, self.world.by(&self.keeper), number, version, step(status, reason)).await
    }

    async fn proposed(&self, number: i64) -> Result<(), AppError> {
        let version = load(&self.world.bench.db, &self.keeper, number).await?.barrier.version;
        propose(&self.world.bench.db, self.world.by(&self.keeper), number, version, public("Labels, in short")).await
    }

    /// The number of the publication that waits.
    async fn waits(&self, number: i64) -> Result<i64, AppError> {
        let found = load(&self.world.bench.db, &self.keeper, number).await?;
        Ok(found.waiting().map_or(0, |waiting| waiting.number))
    }

    async fn published(&self, number: i64) -> Outcome {
        let db = &self.world.bench.db;
        self.proposed(number).await?;
        let waits = self.waits(number).await?;
        decide(db, self.world.by(&self.other), number, waits, None).await?;
        publish(db, self.world.by(&self.keeper), number, waits).await?;
        Ok(())
    }
}

/// Each field refused, with why.
fn refusals(result: Result<(), AppError>) -> Vec<(String, String)> {
    let errors = result.err().map(|error| error.fields().to_vec()).unwrap_or_default();
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

/// A barrier linked to India–Peru; one that waits to be approved where it is proposed.
pub async fn linked(world: &World, key: &str, proposed: bool) -> Result<i64, Fault> {
    let keeper = person(&world.bench, key, &[HouseRight::EditBarriers]).await?;
    world.grant(PERU, key, "official", "", "").await?;
    let (db, by) = (&world.bench.db, || world.by(&keeper));
    let number = open(db, by(), BarrierForm { sectors: Vec::new(), ..form("Labels", "PE") }).await?;
    link(db, by(), number, PERU.into()).await?;
    if proposed {
        propose(db, by(), number, 1, public("Labels, in short")).await?;
    }
    Ok(number)
}

fn form(title: &str, imposing: &str) -> BarrierForm {
    BarrierForm {
        title: title.into(),
        kind: "tbt".into(),
        imposing: imposing.into(),
        affected: "IN".into(),
        codes: "3004; 304".into(),
        sectors: vec!["medicines".into()],
        measure: "Decree 1".into(),
        description: "Each box needs a label.".into(),
        owner: "Standards division".into(),
        raised_on: "2026-01-02".into(),
        publisher: "An exporter".into(),
        rag: "red".into(),
        next_step: "Ask for a list.".into(),
        ..BarrierForm::default()
    }
}

fn step(status: &str, reason: &str) -> MoveForm {
    MoveForm { status: status.into(), rag: "amber".into(), next_step: "Wait.".into(), reason: reason.into() }
}

fn public(title: &str) -> PublicForm {
    PublicForm { title: title.into(), summary: "Labels are asked for.".into() }
}

async fn its_keeper_enters_corrects_and_moves_it(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    let found = load(db, &house.keeper, number).await?;
    let barrier = &found.barrier;
    assert_eq!((barrier.codes.as_str(), barrier.status, barrier.rag), ("0304, 3004", BarrierStatus::Open, Rag::Red));
    assert_eq!(found.sectors, [("medicines".to_owned(), "Medicines".to_owned())]);
    let corrected =
        BarrierForm { codes: "3004".into(), sectors: Vec::new(), reason: "Fish is free".into(), ..form("Labels", "PE") };
    save(db, world.by(&house.keeper), number, 1, corrected).await?;
    house.moved(number, 2, "in-part", "").await?;
    let found = load(db, &house.keeper, number).await?;
    assert_eq!((found.barrier.status, found.barrier.rag, found.barrier.version), (BarrierStatus::InPart, Rag::Amber, 3));
    assert!(found.sectors.is_empty());
    let told = |field: &str| {
        found.history.iter().find(|change| change.field == field).map(|change| (change.old.clone(), change.new.clone()))
    };
    assert_eq!(told("codes"), Some((Some("0304, 3004".into()), Some("3004".into()))));
    assert_eq!(told("status"), Some((Some("open".into()), Some("in-part".into()))));
    assert_eq!(told("title"), None, "what was not edited is not in the record");
    assert_whole(&world.bench).await
}

async fn who_sees_what_of_the_register(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let (linked, free, chilean) =
        (house.entered("Labels", "PE").await?, house.entered("Stamps", "BR").await?, house.entered("Fruit", "CL").await?);
    house.linked(linked, PERU).await?;
    let numbers = async |actor: &Actor| -> Result<Vec<i64>, AppError> {
        let mut numbers: Vec<i64> =
            register(db, actor, &Filters::default(), true).await?.lines.iter().map(|line| line.number).collect();
        numbers.sort_unstable();
        Ok(numbers)
    };
    assert_eq!(numbers(&house.keeper).await?, [linked, free, chilean]);
    assert_eq!(numbers(&world.official).await?, [linked, free, chilean]);
    assert_eq!(numbers(&house.mission).await?, [linked], "a mission sees what its own country imposes");
    assert_not_found(load(db, &house.mission, free).await.map(|_| ()));
    for actor in [&world.partner, &world.stranger, &world.admin] {
        assert_not_found(numbers(actor).await.map(|_| ()));
        assert_not_found(load(db, actor, linked).await.map(|_| ()));
        assert_not_found(one(db, actor, linked).await.map(|_| ()));
    }
    // An official of another agreement sees what is linked to none.
    let elsewhere = person(&world.bench, "elsewhere", &[]).await?;
    accord_store::commands::agreements::open(db, world.by(&world.chief), crate::world::agreement("india-brazil", "India–Brazil"))
        .await?;
    world.grant("india-brazil", "elsewhere", "official", "", "").await?;
    assert_eq!(numbers(&elsewhere).await?, [free, chilean]);
    // Of a link, only who is cleared in its agreement is told; the keeper's right of the house gives no clearance.
    assert_eq!(load(db, &world.official, linked).await?.links.len(), 1);
    assert!(load(db, &house.other, linked).await?.links.is_empty());
    assert!(load(db, &house.mission, linked).await?.links.is_empty());
    assert!(linkable(db, &house.other).await?.is_empty());
    assert_not_found(linkable(db, &world.official).await.map(|_| ()));
    assert_refused(link(db, world.by(&house.other), free, PERU.into()).await, "link", "unknown-choice");
    Ok(())
}

async fn filters_narrow_the_list(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    house.entered("Labels on 100% of boxes", "PE").await?;
    let stamps = BarrierForm {
        kind: "pre-shipment".into(),
        codes: "8703".into(),
        sectors: Vec::new(),
        rag: "green".into(),
        affected: "PE".into(),
        owner: "Maritime division".into(),
        ..form("Stamps", "BR")
    };
    let second = open(db, world.by(&house.keeper), stamps).await?;
    house.moved(second, 1, "dormant", "Nobody asks").await?;
    house.linked(second, "india-peru/goods").await?;
    house.published(second).await?;
    let titles = async |filters: Filters| -> Result<Vec<String>, AppError> {
        let found = register(db, &house.keeper, &filters, true).await?;
        assert_eq!(found.total, i64::try_from(found.lines.len()).unwrap_or_default());
        Ok(found.lines.into_iter().map(|line| line.title).collect())
    };
    let (labels, stamps) = (["Labels on 100% of boxes"], ["Stamps"]);
    assert_eq!(titles(Filters::default()).await?, [labels[0], stamps[0]], "what is pursued comes first");
    assert_eq!(titles(Filters { words: "BOXES labels".into(), ..Filters::default() }).await?, labels);
    assert!(titles(Filters { words: "nothing".into(), ..Filters::default() }).await?.is_empty());
    assert_eq!(titles(Filters { words: "100%".into(), ..Filters::default() }).await?, labels);
    assert_eq!(titles(Filters { imposing: "BR".into(), ..Filters::default() }).await?, stamps);
    assert_eq!(titles(Filters { code: "87".into(), ..Filters::default() }).await?, stamps);
    assert_eq!(titles(Filters { code: "0304".into(), ..Filters::default() }).await?, labels);
    assert_eq!(titles(Filters { sector: "medicines".into(), ..Filters::default() }).await?, labels);
    assert_eq!(titles(Filters { statuses: vec![BarrierStatus::Dormant], ..Filters::default() }).await?, stamps);
    assert_eq!(titles(Filters { rag: Some(Rag::Red), ..Filters::default() }).await?, labels);
    assert_eq!(titles(Filters { agreement: PERU.into(), ..Filters::default() }).await?, stamps);
    let of_goods = || Filters { chapter: Some(ChapterKind::Goods), ..Filters::default() };
    assert_eq!(titles(of_goods()).await?, stamps);
    assert!(titles(Filters { chapter: Some(ChapterKind::Sps), ..Filters::default() }).await?.is_empty());
    assert_eq!(titles(Filters { affected: "IN".into(), ..Filters::default() }).await?, labels);
    assert_eq!(titles(Filters { owner: "Maritime division".into(), ..Filters::default() }).await?, stamps);
    let publicity = |of| Filters { publicity: Some(of), ..Filters::default() };
    assert_eq!(titles(publicity(Publicity::None)).await?, labels);
    assert_eq!(titles(publicity(Publicity::Published)).await?, stamps);
    assert!(titles(publicity(Publicity::Changed)).await?.is_empty());
    house.moved(second, 2, "open", "Asked again").await?;
    assert_eq!(titles(publicity(Publicity::Changed)).await?, stamps);
    let found = register(db, &house.keeper, &Filters::default(), true).await?;
    assert_eq!(
        (found.affected, found.owners),
        (vec!["IN".to_owned(), "PE".to_owned()], vec!["Maritime division".to_owned(), "Standards division".to_owned()],)
    );
    assert!(register(db, &house.other, &of_goods(), true).await?.lines.is_empty(), "nor is a chapter of it");
    let others = register(db, &house.other, &Filters { agreement: PERU.into(), ..Filters::default() }, true).await?;
    assert!(others.lines.is_empty(), "an agreement one has no role in is no filter that tells of it");
    Ok(())
}

async fn what_the_programme_counts_is_what_the_list_shows(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    for (title, status) in [("Labels", "open"), ("Stamps", "in-part"), ("Boxes", "resolved"), ("Seals", "dormant")] {
        let number = house.entered(title, "PE").await?;
        if status != "open" {
            house.moved(number, 1, status, "Because").await?;
        }
    }
    house.linked(1, PERU).await?;
    let listed = Filters {
        imposing: "PE".into(),
        sector: "medicines".into(),
        statuses: BarrierStatus::PURSUED.to_vec(),
        ..Filters::default()
    };
    for actor in [&house.keeper, &house.mission, &world.official] {
        let (counted, listed) =
            (programme(db, actor).await?.barriers("PE", "medicines"), register(db, actor, &listed, true).await?);
        assert_eq!((counted, listed.total, listed.lines.len()), (2, 2, 2), "{}", actor.name);
        assert!(listed.lines.iter().all(|line| line.status.is_pursued()));
    }
    Ok(())
}

async fn a_note_is_written_by_who_follows_it(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    let noted = async |actor: &Actor, note: &str| write(db, world.by(actor), number, note.into()).await;
    noted(&house.mission, "The ministry would see us.").await?;
    assert_not_found(noted(&world.lead, "Linked to nothing of mine.").await);
    house.linked(number, PERU).await?;
    noted(&world.lead, "Raised in the round.").await?;
    for actor in [&world.official, &world.partner, &world.stranger, &world.admin, &world.member] {
        assert_not_found(noted(actor, "Mine").await);
    }
    assert_refused(noted(&house.keeper, " ").await, "note", "required");
    let found = load(db, &world.official, number).await?;
    assert_eq!(
        found.notes.iter().map(|note| note.note.as_str()).collect::<Vec<_>>(),
        ["Raised in the round.", "The ministry would see us."]
    );
    assert!(!found.may.note && load(db, &world.lead, number).await?.may.note);
    Ok(())
}

async fn it_stands_beside_what_it_is_linked_to(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    agree(db, world.by(&world.lead), PERU.into(), point_form("goods", "2030-01-01")).await?;
    let number = house.entered("Labels", "PE").await?;
    house.linked(number, "india-peru/goods").await?;
    house.linked(number, "india-peru#1").await?;
    assert_refused(house.linked(number, "india-peru/goods").await, "link", "linked-already");
    assert_refused(house.linked(number, "india-peru/nowhere").await, "link", "unknown-choice");
    let goods = chapter::load(db, &world.official, PERU, "goods").await?;
    assert_eq!(goods.barriers.map(|lines| lines.len()), Some(1));
    assert_eq!(chapter::load(db, &world.partner, PERU, "goods").await?.barriers, None);
    assert_eq!(action_point::one(db, &world.official, PERU, 1).await?.barriers.len(), 1);
    assert_eq!(cell(db, &house.mission, "PE", "medicines").await?.barriers.len(), 1);
    assert_eq!(programme(db, &house.keeper).await?.barriers("PE", "medicines"), 1);
    assert_eq!(load(db, &house.keeper, number).await?.links.len(), 3, "the agreement, its chapter and its action point");
    unlink(db, world.by(&house.keeper), number, PERU.into()).await?;
    assert!(load(db, &house.keeper, number).await?.links.is_empty());
    assert_not_found(unlink(db, world.by(&house.keeper), number, "india-peru/goods".into()).await);
    Ok(())
}

async fn what_is_public_is_approved_by_another(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    house.linked(number, PERU).await?;
    assert_not_found(publish(db, world.by(&house.keeper), number, 1).await);
    house.proposed(number).await?;
    assert_not_found(publish(db, world.by(&house.keeper), number, 1).await);
    assert_not_found(decide(db, world.by(&house.keeper), number, 1, None).await);
    for actor in [&world.lead, &world.official, &world.partner, &world.stranger, &house.mission] {
        assert_not_found(decide(db, world.by(actor), number, 1, None).await);
    }
    assert!(load(db, &world.chief, number).await?.may.decide && !load(db, &house.keeper, number).await?.may.decide);
    assert!(all(db, &world.stranger).await?.is_empty());
    let waiting = async |actor: &Actor| -> Result<Vec<i64>, AppError> {
        let view = work::load(db, actor, crate::world::now().date_naive()).await?;
        Ok(view.public.iter().map(|version| version.number).collect())
    };
    for (actor, waits) in [(&world.chief, true), (&house.other, true), (&house.keeper, false), (&world.lead, false)] {
        assert_eq!(waiting(actor).await?.contains(&number), waits);
    }
    decide(db, world.by(&world.chief), number, 1, None).await?;
    assert_eq!(
        (waiting(&world.chief).await?, waiting(&house.keeper).await?),
        (vec![], vec![number]),
        "then it waits to be published"
    );
    assert!(all(db, &world.stranger).await?.is_empty(), "what is approved is not public before it is published");
    publish(db, world.by(&house.other), number, 1).await?;
    let seen = one(db, &world.stranger, number).await?;
    assert_eq!(
        (seen.title.as_str(), seen.summary.as_str(), seen.codes.as_str()),
        ("Labels, in short", "Labels are asked for.", "0304, 3004")
    );
    let all_told = format!("{:?}", all(db, &world.partner).await?);
    for confidential in ["Each box", "Ask for a list", "Standards division", "Decree 1"] {
        assert!(!all_told.contains(confidential), "{confidential}");
    }
    assert_whole(&world.bench).await
}

async fn who_decides_decides_on_what_was_seen(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    house.proposed(number).await?;
    house.moved(number, 1, "in-part", "").await?;
    let found = load(db, &house.keeper, number).await?;
    let waiting = found.waiting().ok_or("nothing waits")?;
    assert_eq!((waiting.number, waiting.by_now("status"), waiting.by_now("codes")), (1, Some("in-part"), None));
    assert!(waiting.facts.contains(&("status", "open".to_owned())) && waiting.facts.contains(&("codes", "0304, 3004".to_owned())));
    // A second proposal takes its place while others still look at the first.
    house.proposed(number).await?;
    let conflict = Err(AppError::Conflict { current_version: 2 });
    assert_eq!(decide(db, world.by(&house.other), number, 1, None).await, conflict);
    assert_eq!(decide(db, world.by(&house.other), number, 1, Some("Names a firm".into())).await, conflict);
    assert_not_found(decide(db, world.by(&world.official), number, 1, None).await);
    decide(db, world.by(&house.other), number, 2, None).await?;
    house.proposed(number).await?;
    assert_eq!(publish(db, world.by(&house.keeper), number, 2).await, Err(AppError::Conflict { current_version: 3 }));
    assert_not_found(publish(db, world.by(&house.keeper), number, 3).await);
    assert!(all(db, &world.stranger).await?.is_empty());
    assert_whole(&world.bench).await
}

async fn what_changed_since_published_is_told(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    let publicity = async || -> Result<Option<Publicity>, AppError> {
        Ok(register(db, &house.keeper, &Filters::default(), true).await?.lines.first().map(|line| line.publicity))
    };
    assert_eq!(publicity().await?, Some(Publicity::None));
    house.published(number).await?;
    assert_eq!(publicity().await?, Some(Publicity::Published));
    write(db, world.by(&house.keeper), number, "A note is nothing public.".into()).await?;
    assert_eq!(publicity().await?, Some(Publicity::Published));
    house.moved(number, 1, "resolved", "The decree is gone").await?;
    assert_eq!(publicity().await?, Some(Publicity::Changed));
    let changed = load(db, &house.keeper, number).await?.published().map(|published| published.changed.clone());
    assert_eq!(changed, Some(vec![("status".into(), "open".into(), "resolved".into())]));
    assert_eq!(one(db, &world.stranger, number).await?.status, BarrierStatus::Open, "the public sees what was published");
    house.moved(number, 2, "open", "It came back").await?;
    assert_eq!(publicity().await?, Some(Publicity::Published), "what came back is no change");
    house.moved(number, 3, "resolved", "Gone again").await?;
    house.published(number).await?;
    assert_eq!(one(db, &world.stranger, number).await?.status, BarrierStatus::Resolved);
    let states: Vec<_> = load(db, &house.keeper, number).await?.publications.iter().map(|version| version.state).collect();
    assert_eq!(states, [PublicState::Published, PublicState::Superseded]);
    Ok(())
}

async fn what_is_refused_or_taken_back_is_not_public(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    house.proposed(number).await?;
    assert_refused(decide(db, world.by(&house.other), number, 1, Some(" ".into())).await, "refused_because", "required");
    decide(db, world.by(&house.other), number, 1, Some("Names a firm".into())).await?;
    assert_not_found(publish(db, world.by(&house.keeper), number, 1).await);
    let found = load(db, &house.keeper, number).await?;
    assert_eq!(found.publications.first().map(|version| version.refused_because.as_str()), Some("Names a firm"));
    // A proposal in place of one that waits: only the newer can be approved.
    house.proposed(number).await?;
    house.proposed(number).await?;
    house.published(number).await?;
    assert_refused(take_back(db, world.by(&house.keeper), number, String::new()).await, "take_back_reason", "required");
    assert_not_found(take_back(db, world.by(&world.chief), number, "Mine".into()).await);
    take_back(db, world.by(&house.keeper), number, "It names a firm".into()).await?;
    assert_not_found(one(db, &world.stranger, number).await.map(|_| ()));
    assert_not_found(take_back(db, world.by(&house.keeper), number, "Again".into()).await);
    Ok(())
}

async fn a_stale_version_is_a_conflict(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let number = house.entered("Labels", "PE").await?;
    house.moved(number, 1, "in-part", "").await?;
    let conflict = Err(AppError::Conflict { current_version: 2 });
    assert_eq!(house.moved(number, 1, "resolved", "Mine").await, conflict);
    assert_eq!(save(db, world.by(&house.keeper), number, 1, form("Mine", "PE")).await, conflict);
    assert_eq!(propose(db, world.by(&house.keeper), number, 1, public("Old")).await, conflict);
    Ok(())
}

async fn faults_are_refused_beside_their_fields(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let house = House::of(&world).await?;
    let db = &world.bench.db;
    let bad = BarrierForm {
        kind: "x".into(),
        imposing: "WLD".into(),
        affected: "".into(),
        codes: "77".into(),
        sectors: vec!["nowhere".into()],
        description: String::new(),
        raised_on: "2030-01-01".into(),
        publisher: String::new(),
        rag: String::new(),
        ..form("", "PE")
    };
    assert_eq!(
        refusals(open(db, world.by(&house.keeper), bad).await.map(|_| ())),
        [
            ("title", "required"),
            ("kind", "unknown-choice"),
            ("imposing", "no-such-place"),
            ("affected", "required"),
            ("codes", "no-such-hs-chapter"),
            ("sectors", "unknown-choice"),
            ("description", "required"),
            ("raised_on", "day-ahead"),
            ("publisher", "required"),
            ("rag", "required"),
        ]
        .map(|(field, code)| (field.to_owned(), code.to_owned()))
    );
    let own = open(db, world.by(&house.keeper), form("Labels", "IN")).await.map(|_| ());
    assert_refused(own, "affected", "imposing-is-affected");
    for actor in [&world.chief, &world.official, &house.mission] {
        assert_not_found(open(db, world.by(actor), form("Labels", "PE")).await.map(|_| ()));
    }
    let number = house.entered("Labels", "PE").await?;
    assert_refused(house.moved(number, 1, "resolved", " ").await, "reason", "required");
    let same = MoveForm { rag: "red".into(), next_step: "Ask for a list.".into(), ..step("open", "x") };
    assert_refused(move_to(db, world.by(&house.keeper), number, 1, same).await, "status", "same-status");
    let empty = propose(db, world.by(&house.keeper), number, 1, PublicForm::default()).await;
    assert_eq!(refusals(empty).len(), 2, "title and summary");
    assert_not_found(load(db, &house.keeper, number + 1).await.map(|_| ()));
    Ok(())
}
