//! Sessions: found by the hash of their name, ended by their expiry, their owner or an administrator.

use accord_store::sessions;
use chrono::{Duration, SubsecRound};

use crate::harness::{Bench, Outcome};
use crate::world::{World, now};

on_both!(
    are_kept_and_read,
    a_taken_name_is_not_taken_twice,
    are_cycled_at_sign_in,
    expire_and_are_swept,
    one_that_was_ended_is_not_brought_back,
    their_names_are_not_kept,
);

async fn are_kept_and_read(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let expires = now() + Duration::days(7);
    assert!(sessions::load(db, "a", now()).await?.is_none());
    assert!(sessions::save(db, "a", None, "{\"x\":1}".into(), expires, true).await?);
    assert_eq!(sessions::load(db, "a", now()).await?, Some(("{\"x\":1}".into(), expires)));
    let later = (now() + Duration::days(8)).trunc_subsecs(0);
    assert!(sessions::save(db, "a", Some(world.chief.account), "{\"x\":2}".into(), later, false).await?);
    assert_eq!(sessions::load(db, "a", now()).await?, Some(("{\"x\":2}".into(), later)));
    sessions::delete(db, "a").await?;
    sessions::delete(db, "a").await?;
    assert!(sessions::load(db, "a", now()).await?.is_none());
    Ok(())
}

async fn a_taken_name_is_not_taken_twice(bench: Bench) -> Outcome {
    let expires = now() + Duration::days(7);
    assert!(sessions::save(&bench.db, "a", None, "first".into(), expires, true).await?);
    assert!(!sessions::save(&bench.db, "a", None, "second".into(), expires, true).await?);
    assert_eq!(sessions::load(&bench.db, "a", now()).await?.map(|(data, _)| data), Some("first".into()));
    Ok(())
}

async fn are_cycled_at_sign_in(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let expires = now() + Duration::days(7);
    sessions::save(db, "before", None, "{}".into(), expires, true).await?;
    // What the session layer does: the old name is forgotten, a new one is made.
    sessions::delete(db, "before").await?;
    assert!(sessions::save(db, "after", Some(world.chief.account), "{}".into(), expires, true).await?);
    assert!(sessions::load(db, "before", now()).await?.is_none() && sessions::load(db, "after", now()).await?.is_some());
    Ok(())
}

async fn expire_and_are_swept(bench: Bench) -> Outcome {
    let db = &bench.db;
    for (id, seconds) in [("gone", -1), ("now", 0), ("soon", 1)] {
        sessions::save(db, id, None, "{}".into(), now() + Duration::seconds(seconds), true).await?;
    }
    // Times with and without fractions of a second are compared as times, not as texts.
    sessions::save(db, "fraction", None, "{}".into(), now() + Duration::microseconds(1), true).await?;
    for (id, alive) in [("gone", false), ("now", false), ("soon", true), ("fraction", true)] {
        assert_eq!(sessions::load(db, id, now()).await?.is_some(), alive, "{id}");
    }
    assert_eq!(sessions::sweep(db, now()).await?, 2);
    assert_eq!(sessions::sweep(db, now()).await?, 0);
    assert_eq!(bench.number("select count(*) from sessions").await?, 2);
    assert_eq!(sessions::sweep(db, now() + Duration::seconds(1)).await?, 2);
    Ok(())
}

async fn one_that_was_ended_is_not_brought_back(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let expires = now() + Duration::days(7);
    sessions::save(db, "stolen", Some(world.chief.account), "{}".into(), expires, true).await?;
    // While a request of the session is under way, its owner changes the password or signs out.
    sessions::delete(db, "stolen").await?;
    assert!(!sessions::save(db, "stolen", Some(world.chief.account), "{}".into(), expires, false).await?);
    assert!(sessions::load(db, "stolen", now()).await?.is_none());
    Ok(())
}

async fn their_names_are_not_kept(bench: Bench) -> Outcome {
    sessions::save(&bench.db, "secret-name", None, "{}".into(), now() + Duration::days(7), true).await?;
    let (id,): (String,) = bench.row("select id from sessions").await?;
    assert_eq!(id.len(), 64);
    assert!(!id.contains("secret"), "a copy of the database opens no session");
    Ok(())
}
