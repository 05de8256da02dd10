//! Signing in: one answer to whatever is wrong, guessing made slow, nobody locked out by another.

use accord_domain::AppError;
use accord_domain::ids::AccountId;
use accord_store::commands::{accounts, sign_in};
use accord_store::passwords;
use chrono::{DateTime, Duration, Utc};
use tokio::sync::OnceCell;

use crate::harness::{Bench, Outcome, assert_refused};
use crate::world::{World, email, now};

on_both!(
    one_answer_to_whatever_is_wrong,
    guessing_becomes_slow_and_the_wait_ends,
    another_client_and_another_account_are_not_held_back,
    a_success_begins_anew,
    an_hour_forgets,
    the_longest_wait_is_a_quarter_of_an_hour,
    guesses_made_at_once_are_counted_too,
    what_nobody_would_type_is_only_wrong,
);

const RIGHT: &str = "the right one";
const WRONG: &str = "the wrong one";

/// The hash of the right password, made once: it is meant to be slow.
async fn hash() -> Result<String, AppError> {
    static HASH: OnceCell<String> = OnceCell::const_new();
    HASH.get_or_try_init(|| passwords::hash(RIGHT.to_owned())).await.cloned()
}

/// A world in which everybody has the right password.
async fn world(bench: Bench) -> Result<World, crate::harness::Fault> {
    let world = World::make(bench).await?;
    world.bench.tamper(&format!("update accounts set password_hash = '{}'", hash().await?)).await?;
    Ok(world)
}

async fn enter(world: &World, key: &str, password: &str, client: &str, at: DateTime<Utc>) -> Result<AccountId, AppError> {
    sign_in::check(&world.bench.db, &email(key), password, client, at).await
}

/// Puts failures on the count without the slow checking of a password.
async fn failed(world: &World, key: &str, client: &str, failures: i64, at: DateTime<Utc>) -> Outcome {
    let (attempt, at) = (format!("{} {client}", email(key)), at.to_rfc3339());
    let sql = format!(
        "delete from sign_in_attempts where client = '{attempt}'; \
         insert into sign_in_attempts (client, failures, last_at) values ('{attempt}', {failures}, '{at}')"
    );
    world.bench.tamper(&sql).await
}

fn waits(seconds: u32) -> Option<AppError> {
    Some(AppError::TooMany { seconds })
}

async fn one_answer_to_whatever_is_wrong(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    assert_eq!(enter(&world, "chief", RIGHT, "c", now()).await?, world.chief.account);
    let shouted = sign_in::check(&world.bench.db, "  CHIEF@Test.Example ", RIGHT, "c", now()).await?;
    assert_eq!(shouted, world.chief.account);
    assert_refused(enter(&world, "chief", WRONG, "c", now()).await, "password", "wrong-sign-in");
    assert_refused(enter(&world, "chief", "", "c", now()).await, "password", "wrong-sign-in");
    assert_refused(enter(&world, "nobody", RIGHT, "c", now()).await, "password", "wrong-sign-in");
    accounts::set_disabled(&world.bench.db, world.by(&world.admin), email("official"), true).await?;
    assert_refused(enter(&world, "official", RIGHT, "c", now()).await, "password", "wrong-sign-in");
    Ok(())
}

async fn guessing_becomes_slow_and_the_wait_ends(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    for _ in 0..5 {
        assert_refused(enter(&world, "chief", WRONG, "c", now()).await, "password", "wrong-sign-in");
    }
    let at = |seconds| now() + Duration::seconds(seconds);
    // Even the right password waits, or a guess could be told from the answer.
    assert_eq!(enter(&world, "chief", RIGHT, "c", at(0)).await.err(), waits(15));
    assert_eq!(enter(&world, "chief", WRONG, "c", at(14)).await.err(), waits(1));
    assert_refused(enter(&world, "chief", WRONG, "c", at(15)).await, "password", "wrong-sign-in");
    assert_eq!(enter(&world, "chief", RIGHT, "c", at(15)).await.err(), waits(30));
    assert_eq!(enter(&world, "chief", RIGHT, "c", at(44)).await.err(), waits(1), "asking while waiting does not lengthen the wait");
    assert_eq!(enter(&world, "chief", RIGHT, "c", at(45)).await?, world.chief.account);
    Ok(())
}

async fn another_client_and_another_account_are_not_held_back(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    failed(&world, "chief", "attacker", 500, now()).await?;
    assert_eq!(enter(&world, "chief", RIGHT, "attacker", now()).await.err(), waits(900));
    assert_eq!(enter(&world, "chief", RIGHT, "office", now()).await?, world.chief.account);
    assert_eq!(enter(&world, "official", RIGHT, "attacker", now()).await?, world.official.account);
    assert_eq!(
        enter(&world, "chief", RIGHT, "attacker", now()).await.err(),
        waits(900),
        "their success does not help the attacker"
    );
    Ok(())
}

async fn a_success_begins_anew(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    failed(&world, "chief", "c", 4, now()).await?;
    enter(&world, "chief", RIGHT, "c", now()).await?;
    assert_eq!(world.bench.number("select count(*) from sign_in_attempts").await?, 0);
    assert_refused(enter(&world, "chief", WRONG, "c", now()).await, "password", "wrong-sign-in");
    assert_eq!(enter(&world, "chief", RIGHT, "c", now()).await?, world.chief.account);
    Ok(())
}

async fn an_hour_forgets(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    failed(&world, "chief", "c", 7, now()).await?;
    failed(&world, "official", "c", 9, now()).await?;
    let later = now() + Duration::minutes(61);
    assert_refused(enter(&world, "chief", WRONG, "c", later).await, "password", "wrong-sign-in");
    let (failures, rows) = world.bench.row::<(i64, i64)>("select max(failures), count(*) from sign_in_attempts").await?;
    assert_eq!((failures, rows), (1, 1), "old failures are swept");
    assert_eq!(enter(&world, "chief", RIGHT, "c", later).await?, world.chief.account);
    Ok(())
}

async fn the_longest_wait_is_a_quarter_of_an_hour(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    for (failures, wait) in [(5, 15), (6, 30), (10, 480), (11, 900), (12, 900), (1_000_000, 900)] {
        failed(&world, "chief", "c", failures, now()).await?;
        assert_eq!(enter(&world, "chief", RIGHT, "c", now()).await.err(), waits(wait), "{failures} failures");
    }
    assert_eq!(enter(&world, "chief", RIGHT, "c", now() + Duration::seconds(900)).await?, world.chief.account);
    Ok(())
}

async fn guesses_made_at_once_are_counted_too(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let guesses = (0..16).map(|_| enter(&world, "chief", WRONG, "c", now()));
    let answers = futures::future::join_all(guesses).await;
    let judged = answers.iter().filter(|answer| matches!(answer, Err(AppError::Invalid(_)))).count();
    let held_back = answers.iter().filter(|answer| matches!(answer, Err(AppError::TooMany { .. }))).count();
    assert_eq!((judged, held_back), (5, 11), "{answers:?}");
    assert_eq!(enter(&world, "chief", RIGHT, "c", now()).await.err(), waits(15));
    Ok(())
}

async fn what_nobody_would_type_is_only_wrong(bench: Bench) -> Outcome {
    let world = world(bench).await?;
    let mut seed = 7_u32;
    let noise = || {
        // Not compressible, so that PostgreSQL cannot shorten it into an index.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + (seed >> 24) as u8 % 26)
    };
    let long: String = std::iter::repeat_with(noise).take(20_000).collect();
    for address in ["", "\0", "chief@test.example\0", long.as_str(), "' or 1 = 1 --"] {
        let answer = sign_in::check(&world.bench.db, address, RIGHT, "c", now()).await;
        assert_refused(answer, "password", "wrong-sign-in");
    }
    Ok(())
}
