//! Accounts: added, disabled, given rights and passwords; what their owners set themselves.

use accord_domain::access::{Actor, HouseRight};
use accord_domain::{AppError, FieldError};
use accord_store::actor::{command_line, signed_in};
use accord_store::commands::accounts::{self, NewAccount, Preferences};
use accord_store::commands::sign_in;
use accord_store::queries::accounts::{AccountLine, list};
use accord_store::sessions;
use chrono::Duration;

use crate::harness::{Bench, Fault, Outcome, assert_not_found, assert_refused};
use crate::world::{World, assert_whole, email, now};

on_both!(
    are_added,
    are_refused_for_their_faults,
    a_taken_address_is_a_field_error,
    belong_to_administrators,
    are_disabled_and_enabled,
    rights_are_set,
    nobody_shuts_themselves_out,
    a_password_is_reset,
    a_password_is_changed_by_its_owner,
    preferences_are_saved,
    the_record_tells_of_each_command,
);

fn ada() -> NewAccount {
    NewAccount {
        email: " Ada@Test.example ".into(),
        name: " Ada ".into(),
        language: "hi-IN".into(),
        password: "ten or more".into(),
        rights: vec!["open-agreements".into(), "mission".into()],
        must_change_password: true,
    }
}

async fn line(world: &World, key: &str) -> Result<AccountLine, Fault> {
    let lines = list(&world.bench.db, &world.admin).await?;
    Ok(lines.into_iter().find(|line| line.email == email(key)).ok_or("no such account")?)
}

async fn are_added(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let id = accounts::add(db, world.by(&world.admin), ada()).await?;
    let found = line(&world, "ada").await?;
    assert_eq!((found.name.as_str(), found.language.as_str()), ("Ada", "hi-IN"));
    assert_eq!((found.disabled, found.must_change_password, found.own), (false, true, false));
    assert_eq!(found.rights, [HouseRight::Mission, HouseRight::OpenAgreements]);
    let person = signed_in(db, id).await?.ok_or("not there")?;
    assert_eq!(
        (person.email.as_str(), person.zone.as_str(), person.theme.as_str()),
        ("ada@test.example", "Asia/Kolkata", "system")
    );
    assert!(person.must_change_password && person.actor.holds(HouseRight::OpenAgreements) && person.actor.name == "Ada");
    assert_eq!(sign_in::check(db, "ada@test.example", "ten or more", "1.2.3.4", now()).await?, id);
    let kept: (String,) = world.bench.row("select password_hash from accounts where email = 'ada@test.example'").await?;
    assert!(kept.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", kept.0);
    // The first administrator is made on the command line.
    let first = NewAccount { email: "root@test.example".into(), rights: vec!["administrator".into()], ..ada() };
    accounts::add(db, accord_store::changes::Command { actor: command_line(), ..world.by(&world.admin) }, first).await?;
    assert_eq!(world.changes().await?.iter().filter(|change| change.actor_name == "Command line").count(), 2);
    assert_whole(&world.bench).await
}

async fn are_refused_for_their_faults(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let typed = NewAccount {
        email: "ada at test".into(),
        name: String::new(),
        language: "fr-FR".into(),
        password: "short".into(),
        rights: vec!["king".into()],
        must_change_password: true,
    };
    let expected = vec![
        FieldError::new("email", "not-an-email"),
        FieldError::new("name", "required"),
        FieldError::new("language", "unknown-choice"),
        FieldError::new("rights", "unknown-choice"),
        FieldError::with("password", "password-short", 10),
    ];
    assert_eq!(accounts::add(&world.bench.db, world.by(&world.admin), typed).await.err(), Some(AppError::Invalid(expected)));
    let own = NewAccount { password: "ADA@test.example".into(), email: "ada@test.example".into(), ..ada() };
    assert_refused(accounts::add(&world.bench.db, world.by(&world.admin), own).await, "password", "password-is-email");
    assert_eq!(world.bench.number("select count(*) from accounts").await?, 8);
    Ok(())
}

async fn a_taken_address_is_a_field_error(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let before = world.count().await?;
    let typed = NewAccount { email: "OFFICIAL@test.example".into(), ..ada() };
    assert_refused(accounts::add(&world.bench.db, world.by(&world.admin), typed).await, "email", "email-taken");
    assert_eq!(world.count().await?, before);
    Ok(())
}

async fn belong_to_administrators(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    for (name, actor) in world.everybody().into_iter().filter(|(name, _)| *name != "admin") {
        let refused = [
            list(db, actor).await.err(),
            accounts::add(db, world.by(actor), ada()).await.err(),
            accounts::set_disabled(db, world.by(actor), email("official"), true).await.err(),
            accounts::set_rights(db, world.by(actor), email("official"), vec!["administrator".into()]).await.err(),
            accounts::reset_password(db, world.by(actor), email("official"), "another one".into()).await.err(),
        ];
        assert!(refused.iter().all(|error| *error == Some(AppError::NotFound)), "{name}: {refused:?}");
    }
    let emails: Vec<_> = list(db, &world.admin).await?.into_iter().map(|line| line.email).collect();
    let mut sorted = emails.clone();
    sorted.sort();
    assert_eq!((emails.len(), &emails), (8, &sorted));
    assert_eq!(world.bench.number("select count(*) from changes where scope = 'house'").await?, 0);
    Ok(())
}

async fn are_disabled_and_enabled(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let official = world.official.account;
    let expires = now() + Duration::days(1);
    for (id, account) in [("one", official), ("two", official), ("three", world.chief.account)] {
        sessions::save(db, id, Some(account), "{}".into(), expires, true).await?;
    }
    accounts::set_disabled(db, world.by(&world.admin), " OFFICIAL@test.example".into(), true).await?;
    assert!(line(&world, "official").await?.disabled);
    assert!(signed_in(db, official).await?.is_none());
    for (id, there) in [("one", false), ("two", false), ("three", true)] {
        assert_eq!(sessions::load(db, id, now()).await?.is_some(), there, "session {id}");
    }
    let recorded = world.count().await?;
    accounts::set_disabled(db, world.by(&world.admin), email("official"), true).await?;
    assert_eq!(world.count().await?, recorded, "what is disabled already is not recorded again");
    accounts::set_disabled(db, world.by(&world.admin), email("official"), false).await?;
    assert!(signed_in(db, official).await?.is_some());
    assert_not_found(accounts::set_disabled(db, world.by(&world.admin), email("nobody"), true).await);
    assert_whole(&world.bench).await
}

async fn rights_are_set(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let set = |codes: &[&str]| {
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        accounts::set_rights(db, world.by(&world.admin), email("official"), codes)
    };
    set(&["mission", "edit-barriers", "mission"]).await?;
    assert_eq!(line(&world, "official").await?.rights, [HouseRight::EditBarriers, HouseRight::Mission]);
    let recorded = world.count().await?;
    set(&["edit-barriers", "mission"]).await?;
    assert_eq!(world.count().await?, recorded, "the same rights again record nothing");
    assert_refused(set(&["mission", "king"]).await, "rights", "unknown-choice");
    set(&[]).await?;
    assert!(line(&world, "official").await?.rights.is_empty());
    let told: Vec<_> = world.changes().await?.into_iter().filter(|c| c.field == "rights").map(|c| (c.old, c.new)).collect();
    let words = Some("edit-barriers, mission".to_owned());
    assert_eq!(told, [(None, words.clone()), (words, None)]);
    assert_not_found(accounts::set_rights(db, world.by(&world.admin), email("nobody"), Vec::new()).await);
    assert_whole(&world.bench).await
}

async fn nobody_shuts_themselves_out(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let by = || world.by(&world.admin);
    assert_refused(accounts::set_disabled(db, by(), email("admin"), true).await, "account", "not-yourself");
    assert_refused(accounts::set_rights(db, by(), " ADMIN@test.example".into(), Vec::new()).await, "account", "not-yourself");
    assert_eq!(line(&world, "admin").await?.rights, [HouseRight::Administrator]);
    assert_eq!(world.bench.number("select count(*) from changes where scope = 'house'").await?, 0);
    Ok(())
}

async fn a_password_is_reset(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    sessions::save(db, "one", Some(world.official.account), "{}".into(), now() + Duration::days(1), true).await?;
    let reset = |password: &str| accounts::reset_password(db, world.by(&world.admin), email("official"), password.into());
    assert_refused(reset("too short").await, "password", "password-short");
    assert_refused(reset("official@test.example").await, "password", "password-is-email");
    assert!(sessions::load(db, "one", now()).await?.is_some());
    reset("a first password").await?;
    assert!(line(&world, "official").await?.must_change_password);
    assert!(sessions::load(db, "one", now()).await?.is_none(), "whoever sat in the session is out");
    assert_eq!(sign_in::check(db, &email("official"), "a first password", "c", now()).await?, world.official.account);
    assert_not_found(accounts::reset_password(db, world.by(&world.admin), email("nobody"), "a first password".into()).await);
    let record = format!("{:?}", world.changes().await?);
    assert!(!record.contains("a first password") && !record.contains("argon2"), "no password reaches the record");
    assert_whole(&world.bench).await
}

async fn a_password_is_changed_by_its_owner(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    accounts::reset_password(db, world.by(&world.admin), email("official"), "a first password".into()).await?;
    for session in ["one", "two"] {
        sessions::save(db, session, Some(world.official.account), "{}".into(), now() + Duration::days(1), true).await?;
    }
    let change = |present: &str, next: &str, again: &str| {
        accounts::change_own_password(db, world.by(&world.official), present.into(), next.into(), again.into())
    };
    assert_refused(change("a wrong password", "a second password", "a second password").await, "present", "wrong-password");
    assert_refused(change("a first password", "a second password", "a second passwort").await, "again", "passwords-differ");
    assert_refused(change("a first password", "a first password", "a first password").await, "next", "password-unchanged");
    assert_refused(change("a first password", "short", "short").await, "next", "password-short");
    assert!(line(&world, "official").await?.must_change_password);
    change("a first password", "a second password", "a second password").await?;
    assert!(!line(&world, "official").await?.must_change_password);
    for session in ["one", "two"] {
        assert!(sessions::load(db, session, now()).await?.is_none());
    }
    assert!(sign_in::check(db, &email("official"), "a first password", "c", now()).await.is_err());
    sign_in::check(db, &email("official"), "a second password", "c", now()).await?;
    assert_whole(&world.bench).await
}

async fn preferences_are_saved(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let typed = |version| Preferences {
        name: " Ñusta ".into(),
        language: "es-PE".into(),
        zone: "America/Lima".into(),
        theme: "dark".into(),
        version,
    };
    let save = |typed| accounts::save_preferences(db, world.by(&world.partner), typed);
    save(typed(1)).await?;
    let person = signed_in(db, world.partner.account).await?.ok_or("gone")?;
    let read = (person.actor.name.as_str(), person.language.as_str(), person.zone.as_str(), person.theme.as_str(), person.version);
    assert_eq!(read, ("Ñusta", "es-PE", "America/Lima", "dark", 2));
    assert_eq!(save(typed(1)).await.err(), Some(AppError::Conflict { current_version: 2 }));
    let recorded = world.count().await?;
    save(typed(2)).await?;
    assert_eq!(world.count().await?, recorded, "nothing changed");
    let wrong =
        Preferences { name: String::new(), language: "x".into(), zone: "Mars/Olympus".into(), theme: "loud".into(), version: 3 };
    let refused = save(wrong).await.err().map(|error| error.fields().iter().map(|e| e.field.clone()).collect::<Vec<_>>());
    assert_eq!(refused, Some(["name", "language", "zone", "theme"].map(String::from).to_vec()));
    let told: Vec<_> = world.changes().await?.into_iter().filter(|c| c.scope == "house").map(|c| (c.field, c.clearance)).collect();
    assert_eq!(told, ["name", "language", "zone", "theme"].map(|field| (field.to_owned(), 4)));
    assert_whole(&world.bench).await
}

async fn the_record_tells_of_each_command(bench: Bench) -> Outcome {
    let world = World::make(bench).await?;
    let db = &world.bench.db;
    let by = |actor: &Actor| world.by(actor);
    accounts::add(db, by(&world.admin), ada()).await?;
    accounts::set_disabled(db, by(&world.admin), email("ada"), true).await?;
    accounts::set_disabled(db, by(&world.admin), email("ada"), false).await?;
    accounts::set_rights(db, by(&world.admin), email("ada"), Vec::new()).await?;
    accounts::reset_password(db, by(&world.admin), email("official"), "a first password".into()).await?;
    let (first, second) = ("a first password".to_owned(), "a second password".to_owned());
    accounts::change_own_password(db, by(&world.official), first, second.clone(), second).await?;
    let record: Vec<_> = world.changes().await?.into_iter().filter(|change| change.scope == "house").collect();
    let told: Vec<_> = record.iter().map(|c| (c.revision, c.ordinal, c.verb.as_str(), c.field.as_str())).collect();
    assert_eq!(
        told,
        [
            (1, 1, "add", "account"),
            (1, 2, "edit", "rights"),
            (2, 1, "disable", "account"),
            (3, 1, "enable", "account"),
            (4, 1, "edit", "rights"),
            (5, 1, "reset", "password"),
            (6, 1, "change", "password"),
        ]
    );
    assert!(record.iter().all(|change| change.clearance == 4 && change.agreement_id.is_none() && change.subject == "account"));
    assert_whole(&world.bench).await
}
