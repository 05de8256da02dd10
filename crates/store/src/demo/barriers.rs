//! The register of barriers of the demonstration.

use accord_domain::AppError;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::Deserialize;

use super::data::day_of;
use super::replay::{People, person};
use crate::changes::Command;
use crate::commands::barriers::card::{BarrierForm, MoveForm, move_to, open};
use crate::commands::barriers::publications::{PublicForm, decide, propose, publish};
use crate::commands::barriers::{links, notes};
use crate::db::Db;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Barriers {
    pub barriers: Vec<Barrier>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Barrier {
    /// The key of the account that keeps it.
    by: String,
    raised: String,
    title: String,
    kind: String,
    imposing: String,
    affected: String,
    #[serde(default)]
    codes: String,
    #[serde(default)]
    sectors: Vec<String>,
    measure: String,
    description: String,
    owner: String,
    rag: String,
    #[serde(default)]
    next_step: String,
    #[serde(default)]
    links: Vec<String>,
    /// Who writes, when, what.
    #[serde(default)]
    notes: Vec<(String, String, String)>,
    public: Option<Public>,
    moved: Option<Moved>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Public {
    on: String,
    title: String,
    summary: String,
    /// Who approves it; none where it waits for that.
    approved_by: Option<String>,
    /// Whether it waits to be published after that.
    #[serde(default)]
    held: bool,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Moved {
    on: String,
    status: String,
    rag: String,
    next_step: String,
    reason: String,
}

/// What came after a barrier was entered.
enum After {
    Note(String, String),
    Public(Public),
    Moved(Moved),
}

/// Enters the register seven days before the seeding, and then all that came after, in its order.
pub(super) async fn enter(db: &Db, people: &People, barriers: Vec<Barrier>, now: DateTime<Utc>) -> Result<(), AppError> {
    let by = |key: &str, at: DateTime<Utc>| -> Result<Command, AppError> {
        Ok(Command { actor: person(people, key)?.clone(), at, imported: true })
    };
    let today = now.date_naive();
    let at =
        |text: &str| -> Result<DateTime<Utc>, AppError> { Ok(now - Duration::days((today - day_of(text, today)?).num_days())) };
    let mut later = Vec::new();
    for barrier in barriers {
        let Barrier { by: keeper, links, notes, public, moved, .. } = &barrier;
        let opened = by(keeper, now - Duration::days(7))?;
        let number = open(db, opened.clone(), form(&barrier, day_of(&barrier.raised, today)?)).await?;
        for linked in links {
            links::link(db, opened.clone(), number, linked.clone()).await?;
        }
        for (who, on, note) in notes {
            later.push((at(on)?, number, keeper.clone(), After::Note(who.clone(), note.clone())));
        }
        later
            .extend(public.clone().map(|public| Ok((at(&public.on)?, number, keeper.clone(), After::Public(public)))).transpose()?);
        later.extend(moved.clone().map(|moved| Ok((at(&moved.on)?, number, keeper.clone(), After::Moved(moved)))).transpose()?);
    }
    later.sort_by_key(|(at, ..)| *at);
    for (at, number, keeper, after) in later {
        match after {
            After::Note(who, note) => notes::write(db, by(&who, at)?, number, note).await?,
            After::Moved(Moved { status, rag, next_step, reason, .. }) => {
                move_to(db, by(&keeper, at)?, number, 1, MoveForm { status, rag, next_step, reason }).await?;
            }
            After::Public(Public { title, summary, approved_by, held, .. }) => {
                propose(db, by(&keeper, at)?, number, 1, PublicForm { title, summary }).await?;
                // It is the only one of its barrier.
                if let Some(approver) = approved_by {
                    decide(db, by(&approver, at)?, number, 1, None).await?;
                    if !held {
                        publish(db, by(&keeper, at)?, number, 1).await?;
                    }
                }
            }
        }
    }
    Ok(())
}

fn form(barrier: &Barrier, raised_on: NaiveDate) -> BarrierForm {
    BarrierForm {
        title: barrier.title.clone(),
        kind: barrier.kind.clone(),
        imposing: barrier.imposing.clone(),
        affected: barrier.affected.clone(),
        codes: barrier.codes.clone(),
        sectors: barrier.sectors.clone(),
        measure: barrier.measure.clone(),
        description: barrier.description.clone(),
        owner: barrier.owner.clone(),
        raised_on: raised_on.to_string(),
        publisher: "Demonstration data".into(),
        illustrative: true,
        reason: String::new(),
        rag: barrier.rag.clone(),
        next_step: barrier.next_step.clone(),
    }
}
