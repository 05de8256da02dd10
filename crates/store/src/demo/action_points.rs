//! The replay of action points: agreed, put off and settled as the file tells it.

use accord_domain::AppError;
use accord_domain::action_point::Side;
use chrono::{DateTime, Utc};

use super::data::{ActionPoint, ActionPointStep};
use super::replay::Replay;
use crate::commands::action_point_steps::{move_to, put_off};
use crate::commands::action_points::{self, ActionPointForm, At};

/// Agrees an action point.
pub(super) async fn agree(replay: &Replay<'_>, point: ActionPoint, at: DateTime<Utc>) -> Result<(), AppError> {
    let who = match Side::from_code(&point.who) {
        Some(side) => side.code().to_owned(),
        None => replay.by(&point.who, at)?.actor.account.0.to_string(),
    };
    let form = ActionPointForm {
        title: point.title,
        note: point.note,
        who,
        owner: point.owner,
        due: point.due,
        chapter: point.chapter,
        meeting: point.meeting,
        reason: String::new(),
        illustrative: true,
    };
    action_points::agree(replay.db, replay.by(&point.by, at)?, replay.agreement.slug.clone(), form).await.map(|_| ())
}

/// Settles an action point, or puts it off.
pub(super) async fn step(replay: &Replay<'_>, title: &str, step: ActionPointStep, at: DateTime<Utc>) -> Result<(), AppError> {
    let mut conn = replay.db.read().await?;
    let (number, version): (i16, i64) = fetch_one!(
        &mut conn,
        (i16, i64),
        "select p.number, p.version from action_points p join agreements a on a.id = p.agreement_id where a.slug = $1 and p.title = $2",
        replay.agreement.slug,
        title
    )?;
    drop(conn);
    let (by, place) = (replay.by(&step.by, at)?, At { slug: replay.agreement.slug.clone(), number, version });
    match step.state {
        Some(state) => move_to(replay.db, by, place, state, step.reason).await,
        None => put_off(replay.db, by, place, step.due, step.reason).await,
    }
}
