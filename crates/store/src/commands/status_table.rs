//! A status table from a file: every row goes by the rules of a chapter's own page, all in one transaction or none.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use accord_domain::access::{Act, Roles};
use accord_domain::chapter::{ChapterKind, numbered};
use accord_domain::ids::{AgreementId, ChapterId, WaitingFileId};
use accord_domain::tracks::TextStatus;
use accord_domain::{AppError, FieldError, text};
use uuid::Uuid;

use super::chapters::{Locked, NewChapter, insert_chapter, step_to};
use super::waiting::moving;
use crate::actor::roles_in;
use crate::changes::{Command, Record};
use crate::db::{Conn, Db, word};

/// A row of the table: where a chapter stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusRow {
    /// The number of the row in its file.
    pub number: u32,
    /// The agreement by its name or its address.
    pub agreement: String,
    /// The chapter by its number or its title.
    pub chapter: String,
    /// The kind of chapter the title is the standard one of.
    pub kind: Option<ChapterKind>,
    pub status: TextStatus,
    /// Blank where the table names nobody.
    pub lead: String,
    /// The reason of the step.
    pub remarks: String,
}

/// What a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowEffect {
    pub number: u32,
    pub agreement: String,
    pub kind: ChapterKind,
    /// The chapter's own title; blank where it has the standard one.
    pub title: String,
    /// None where the chapter is opened by the row.
    pub from: Option<TextStatus>,
    pub to: TextStatus,
    /// Whether somebody else leads for our side from then on.
    pub lead: bool,
}

impl RowEffect {
    /// Whether all stands already as the row says.
    pub fn is_same(&self) -> bool {
        self.from == Some(self.to) && !self.lead
    }
}

/// What a table does, and which of its rows it cannot do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableEffect {
    pub done: Vec<RowEffect>,
    /// The number of each refused row with what is wrong with it.
    pub refused: Vec<(u32, Vec<FieldError>)>,
}

/// An agreement the table speaks of, locked.
struct Held {
    id: AgreementId,
    name: String,
    roles: Roles,
    record: Record,
}

/// A name as people write it: without case, and with one space for whatever parts its words.
fn plain(name: &str) -> String {
    let spaced: String = name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The agreements in which the actor moves chapters, by their plain names and addresses; a name that two have is none's.
async fn agreements(conn: &mut Conn, by: &Command) -> Result<BTreeMap<String, Option<AgreementId>>, AppError> {
    let rows: Vec<(Uuid, String, String)> = built_all!(&mut *conn, (Uuid, String, String), |query| {
        query.push(
            "select a.id, a.name, a.slug from agreements a where a.archived_at is null and exists \
             (select 1 from grants g where g.agreement_id = a.id and g.account_id = ",
        );
        query.push_bind(by.actor.account.0);
        query.push(" and g.role in (");
        let roles = moving();
        listed!(query, roles);
        query.push("))");
    })?;
    let mut known = BTreeMap::new();
    for (id, name, slug) in rows {
        let id = AgreementId(id);
        let names = std::collections::BTreeSet::from([plain(&name), plain(&slug)]);
        for name in names {
            known.entry(name).and_modify(|found| *found = None).or_insert(Some(id));
        }
    }
    Ok(known)
}

/// Locks the agreements, each once and in the order of their identifiers, so that two tables never wait for each other.
async fn hold(
    conn: &mut Conn,
    by: &Command,
    ids: impl Iterator<Item = AgreementId>,
) -> Result<BTreeMap<AgreementId, Held>, AppError> {
    let mut ids: Vec<AgreementId> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let mut held = BTreeMap::new();
    for id in ids {
        let roles = roles_in(conn, &by.actor, id).await?;
        let record = Record::of_agreement(conn, by, id).await?;
        let (name,): (String,) = fetch_one!(&mut *conn, (String,), "select name from agreements where id = $1", id.0)?;
        held.insert(id, Held { id, name, roles, record });
    }
    Ok(held)
}

/// A chapter of an agreement as a table may name it.
struct Named {
    id: ChapterId,
    kind: ChapterKind,
    number: i16,
    title: String,
    address: String,
}

async fn chapters(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<Named>, AppError> {
    let rows: Vec<(Uuid, String, i16, String, String)> = fetch_all!(
        &mut *conn,
        (Uuid, String, i16, String, String),
        "select id, kind, number, title, address from chapters where agreement_id = $1 and archived_at is null order by number, address",
        agreement.0
    )?;
    rows.into_iter()
        .map(|(id, kind, number, title, address)| {
            Ok(Named { id: ChapterId(id), kind: word(&kind, ChapterKind::from_code)?, number, title, address })
        })
        .collect()
}

/// The chapter a row names: by its own title, its address, or its kind; by its number where there is nothing else.
fn named<'n>(all: &'n [Named], row: &StatusRow) -> Result<Option<&'n Named>, AppError> {
    let (number, title) = numbered(&row.chapter);
    let (typed, whole) = (plain(title), plain(&row.chapter));
    let fits = |chapter: &&Named| match number.filter(|_| title.is_empty()) {
        Some(number) => chapter.number == number,
        None => {
            [&typed, &whole]
                .iter()
                .any(|name| !name.is_empty() && (plain(&chapter.title) == **name || plain(&chapter.address) == **name))
                || (chapter.title.is_empty() && row.kind == Some(chapter.kind))
        }
    };
    let mut found = all.iter().filter(fits);
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(AppError::field("chapter", "chapter-not-clear")),
        (one, _) => Ok(one),
    }
}

/// Opens the chapter a row names, where the actor opens chapters.
async fn opened(conn: &mut Conn, by: &Command, held: &mut Held, all: &[Named], row: &StatusRow) -> Result<ChapterId, AppError> {
    let (_, title) = numbered(&row.chapter);
    if title.is_empty() || !held.roles.may(Act::OpenChapters) {
        return Err(AppError::field("chapter", "no-such-chapter"));
    }
    let number = all.iter().map(|chapter| chapter.number).max().unwrap_or_default() + 1;
    let free = |kind: &ChapterKind| all.iter().all(|chapter| chapter.address != kind.code());
    let new = match row.kind.filter(free) {
        Some(kind) => NewChapter { number, ..NewChapter::of(kind) },
        None => {
            let title = text::line("chapter", title).map_err(|error| AppError::Invalid(vec![error]))?;
            NewChapter { number, title, address: format!("chapter-{number}"), ..NewChapter::of(ChapterKind::Other) }
        }
    };
    let address = new.address.clone();
    insert_chapter(conn, by, &mut held.record, held.id, new).await?;
    let (id,): (Uuid,) =
        fetch_one!(&mut *conn, (Uuid,), "select id from chapters where agreement_id = $1 and address = $2", held.id.0, address)?;
    Ok(ChapterId(id))
}

/// Does what a row says; answers which chapter it was.
async fn one(conn: &mut Conn, by: &Command, held: &mut Held, row: &StatusRow) -> Result<(ChapterId, RowEffect), AppError> {
    let all = chapters(conn, held.id).await?;
    let found = named(&all, row)?.map(|chapter| chapter.id);
    let id = match found {
        Some(id) => id,
        None => opened(conn, by, held, &all, row).await?,
    };
    let mut locked = Locked::of(conn, held.id, id, held.roles.clone(), held.record.clone()).await?;
    let lead = text::optional_line("lead", &row.lead).map_err(|error| AppError::Invalid(vec![error]))?;
    let (kind, title, from) = locked.stands()?;
    if from != row.status {
        locked.step(conn, by, step_to(row.status, &row.remarks)?).await?;
    }
    let leads = match lead {
        Some(lead) => locked.set_our_lead(conn, lead).await?,
        None => false,
    };
    held.record = locked.record;
    let effect = RowEffect {
        number: row.number,
        agreement: held.name.clone(),
        kind,
        title,
        from: found.map(|_| from),
        to: row.status,
        lead: leads,
    };
    Ok((id, effect))
}

/// Does every row that can be done, and tells which cannot; a row that cannot leaves nothing behind.
async fn apply(conn: &mut Conn, by: &Command, rows: &[StatusRow]) -> Result<TableEffect, AppError> {
    let known = agreements(conn, by).await?;
    let of = |row: &StatusRow| known.get(&plain(&row.agreement)).copied().flatten();
    let mut held = hold(conn, by, rows.iter().filter_map(of)).await?;
    let mut effect = TableEffect::default();
    let mut met: BTreeMap<ChapterId, u32> = BTreeMap::new();
    for row in rows {
        let Some(held) = of(row).and_then(|id| held.get_mut(&id)) else {
            effect.refused.push((row.number, vec![FieldError::with("agreement", "agreement-unknown", &row.agreement)]));
            continue;
        };
        let before = held.record.clone();
        execute!(&mut *conn, "savepoint table_row")?;
        let done = match one(conn, by, held, row).await {
            Ok((chapter, done)) => match met.insert(chapter, row.number) {
                Some(first) => Err(AppError::Invalid(vec![FieldError::with("row", "row-repeats", first)])),
                None => Ok(done),
            },
            Err(error) => Err(error),
        };
        match done {
            Ok(done) => {
                execute!(&mut *conn, "release savepoint table_row")?;
                effect.done.push(done);
            }
            Err(error) => {
                execute!(&mut *conn, "rollback to savepoint table_row")?;
                execute!(&mut *conn, "release savepoint table_row")?;
                held.record = before;
                effect.refused.push((row.number, told(error)?));
            }
        }
    }
    for (_, held) in held {
        held.record.finish(conn).await?;
    }
    Ok(effect)
}

/// What a row is refused for; what the actor may not do is told as such, as they see the agreement.
fn told(error: AppError) -> Result<Vec<FieldError>, AppError> {
    match error {
        AppError::Invalid(errors) => Ok(errors),
        AppError::NotFound => Ok(vec![FieldError::new("chapter", "chapter-not-yours")]),
        other => Err(other),
    }
}

/// Tells what a table would do: does it, and undoes it.
pub async fn trial(db: &Db, by: Command, rows: Vec<StatusRow>) -> Result<TableEffect, AppError> {
    let shared = Arc::new(Mutex::new(TableEffect::default()));
    let seen = shared.clone();
    let undone = db
        .write(Box::new(move |conn| {
            Box::pin(async move {
                let effect = apply(conn, &by, &rows).await?;
                *seen.lock().unwrap_or_else(PoisonError::into_inner) = effect;
                // The transaction is rolled back by whatever it fails with.
                Err::<(), _>(AppError::Conflict { current_version: 0 })
            })
        }))
        .await;
    match undone {
        Err(AppError::Conflict { .. }) | Ok(()) => Ok(std::mem::take(&mut *shared.lock().unwrap_or_else(PoisonError::into_inner))),
        Err(error) => Err(error),
    }
}

/// Does all of a table in one transaction, or nothing. `leave_out`: rows that cannot be done are left out, as the person was told.
///
/// # Errors
/// `leave_out-yes` where rows cannot be done and were not left out; nothing is kept then.
pub async fn commit(
    db: &Db,
    by: Command,
    file: WaitingFileId,
    rows: Vec<StatusRow>,
    leave_out: bool,
) -> Result<TableEffect, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let effect = apply(conn, &by, &rows).await?;
            if !effect.refused.is_empty() && !leave_out {
                return Err(AppError::Invalid(vec![FieldError::with("leave_out-yes", "rows-refused", effect.refused.len())]));
            }
            if effect.done.is_empty() {
                return Err(AppError::field("commit", "no-sound-row"));
            }
            execute!(&mut *conn, "delete from waiting_files where id = $1 and account_id = $2", file.0, by.actor.account.0)?;
            Ok(effect)
        })
    }))
    .await
}
