//! Data sets, made by the application's own commands.

use std::ops::Range;
use std::path::Path;

use accord_domain::access::{Actor, HouseRight};
use accord_store::actor::command_line;
use accord_store::changes::Command;
use accord_store::clock::Clock;
use accord_store::commands::accounts::{self, NewAccount};
use accord_store::commands::agreements::{self, AgreementForm};
use accord_store::commands::chapters::{self, At, StepForm};
use accord_store::commands::documents::{self, DraftForm};
use accord_store::commands::grants::{self, GrantForm};
use accord_store::commands::trade::regions::{self, RegionForm};
use accord_store::db::{Db, migrate};
use accord_store::queries::document::About;
use chrono::{DateTime, TimeDelta, Utc};
use futures::{StreamExt, TryStreamExt, stream};

use crate::Outcome;

/// Chapters of each agreement: what the template of a CEPA has.
pub const CHAPTERS: usize = accord_domain::chapter::ChapterTemplate::Cepa.chapters().len();
/// The agreement with a long record, and how many changes it holds beyond the others'.
pub const BUSY: usize = 9;
pub const CHANGES: usize = 5_000;
/// The password of both accounts.
pub const PASSWORD: &str = "the-bench-of-accord";
/// Who reads every agreement.
pub const OFFICIAL: &str = "official@accord.example";
/// Who opens every agreement.
pub const CHIEF: &str = "chief@accord.example";

/// The rights of the chief.
const KEEPS: [HouseRight; 2] = [HouseRight::OpenAgreements, HouseRight::EditTradeFigures];

/// Makes a region of the countries whose trade is told.
pub async fn region(database: &Path) -> Outcome<()> {
    let db = Db::open(&format!("sqlite:{}", database.display())).await?;
    let actor = Actor { rights: KEEPS.to_vec(), ..command_line() };
    let form = RegionForm {
        code: "LAC".into(),
        name: "Latin America and the Caribbean".into(),
        publisher: "The bench".into(),
        countries: "AR BO BR CL CO EC PE PY UY".into(),
        illustrative: true,
    };
    regions::make(&db, Command { actor, at: Clock::System.now(), imported: false }, form).await?;
    db.close().await;
    Ok(())
}

/// The address of an agreement by its number.
pub fn slug(number: usize) -> String {
    format!("negotiation-{number}")
}

/// How many days before the run the agreements were opened: their history lies between.
const OPENED: i64 = 800;

/// The day so many days before the run, in UTC.
pub fn days_ago(days: i64) -> DateTime<Utc> {
    Clock::System.now() - TimeDelta::days(days)
}

/// What a database is filled with.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub agreements: usize,
    /// Steps of each agreement's chapters, on as many days as there were since it was opened.
    pub steps: usize,
}

/// Fills a new database. Beside the steps of its past, one agreement has many of today.
pub async fn make(database: &Path, size: Size) -> Outcome<()> {
    let db = Db::open(&format!("sqlite:{}", database.display())).await?;
    migrate(&db).await?;
    let house = Command { actor: command_line(), at: days_ago(OPENED), imported: false };
    for (email, rights) in [(OFFICIAL, vec![]), (CHIEF, KEEPS.map(|right| right.code().to_owned()).to_vec())] {
        let new = NewAccount {
            email: email.into(),
            name: email.into(),
            language: "en-IN".into(),
            password: PASSWORD.into(),
            rights,
            must_change_password: false,
        };
        let account = accounts::add(&db, house.clone(), new).await?;
        if email == CHIEF {
            let actor = Actor { account, name: email.into(), rights: vec![HouseRight::OpenAgreements] };
            let chief = Command { actor, ..house.clone() };
            let all = stream::iter(0..size.agreements).map(|number| life(&db, &chief, number, size.steps));
            all.buffer_unordered(64).try_collect::<Vec<_>>().await?;
            history(&db, &chief, BUSY, size.steps..size.steps + CHANGES, |_| Clock::System.now()).await?;
            brief(&db, Command { at: Clock::System.now(), ..chief.clone() }).await?;
        }
    }
    db.close().await;
    Ok(())
}

/// Drafts and approves the brief of the agreement with a long record.
async fn brief(db: &Db, chief: Command) -> Outcome<()> {
    let form = DraftForm { language: "en-IN".into(), ..DraftForm::default() };
    documents::draft(db, chief.clone(), About::Agreement(slug(BUSY)), form).await?;
    Ok(documents::approve(db, chief, About::Agreement(slug(BUSY)), 1).await?)
}

/// Opens an agreement and takes its steps, evenly from the day after until yesterday.
async fn life(db: &Db, chief: &Command, number: usize, steps: usize) -> Outcome<()> {
    agreement(db, chief, number).await?;
    let day = |step: usize| days_ago(OPENED - 1 - (step as i64 * (OPENED - 2)) / steps.max(1) as i64);
    history(db, chief, number, 0..steps, day).await
}

/// Moves every chapter of an agreement to and fro, from one of its steps to another.
async fn history(
    db: &Db,
    chief: &Command,
    agreement: usize,
    steps: Range<usize>,
    at: impl Fn(usize) -> DateTime<Utc>,
) -> Outcome<()> {
    let kinds = accord_domain::chapter::ChapterTemplate::Cepa.chapters();
    let opened = [("goods", 2), ("services", 2), ("sps", 2)];
    for number in steps {
        let address = kinds[number % kinds.len()].code();
        let first = opened.iter().find(|(moved, _)| *moved == address).map_or(1, |(_, version)| *version);
        let round = number / kinds.len();
        let place = At { slug: slug(agreement), address: address.into(), version: first + round as i64 };
        let status = if round.is_multiple_of(2) { "proposals-exchanged" } else { "under-negotiation" };
        let step = StepForm { text_status: status.into(), reason: "As agreed in the round.".into(), ..StepForm::default() };
        chapters::record_step(db, Command { at: at(number), ..chief.clone() }, place, step).await?;
    }
    Ok(())
}

async fn agreement(db: &Db, chief: &Command, number: usize) -> Outcome<()> {
    let form = AgreementForm {
        slug: slug(number),
        name: format!("India–Partner {number:04} CEPA"),
        kind: "cepa".into(),
        home_party: "IN".into(),
        home_name: "India".into(),
        partners: "PE Peru".into(),
        lead_ministry: "Department of Commerce".into(),
        objective: "A comprehensive agreement on goods, services and investment.".into(),
        template: "cepa".into(),
        ..AgreementForm::default()
    };
    agreements::open(db, chief.clone(), form).await?;
    let official = GrantForm { email: OFFICIAL.into(), role: "official".into(), ..GrantForm::default() };
    grants::grant(db, chief.clone(), slug(number), official).await?;
    for (address, status) in [("goods", "under-negotiation"), ("services", "consolidated-text"), ("sps", "substantially-closed")] {
        let at = At { slug: slug(number), address: address.into(), version: 1 };
        let step = StepForm { text_status: status.into(), reason: "As agreed in the round.".into(), ..StepForm::default() };
        chapters::record_step(db, chief.clone(), at, step).await?;
    }
    Ok(())
}
