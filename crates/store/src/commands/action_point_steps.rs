//! What becomes of an action point: put off to another day, done, dropped, taken up again, carried over to a later meeting.

use accord_domain::action_point::{self, ActionState, MOST_MOVES};
use accord_domain::error::Form;
use accord_domain::{AppError, text};

use super::action_points::{At, Locked, due, of_action_point};
use super::meetings;
use crate::changes::{Change, Command};
use crate::db::{Conn, Db};
use crate::queries::action_points::left_open;

/// Changes the day an action point is due, with a reason. Whoever has to do it may, and whoever keeps the list.
pub async fn put_off(db: &Db, by: Command, at: At, day: String, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at).await?;
            let mut form = Form::default();
            let day = form.take(due(&day));
            let reason = form.take(text::optional_paragraphs("reason", &reason)).flatten();
            form.finish()?;
            let day = day.ok_or(AppError::NotFound)?;
            action_point::may_change_day(locked.state, locked.due, day, reason.is_some())
                .map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(
                &mut *conn,
                "update action_points set due = $2, moved = case when moved < $3 then moved + 1 else moved end, version = version + 1 \
                 where id = $1",
                locked.id.0,
                day,
                MOST_MOVES
            )?;
            let (old, new) = (Some(locked.due.to_string()), Some(day.to_string()));
            let change = of_action_point(locked.chapter, locked.id, "put-off", "due", old, new);
            locked.record.append(conn, Change { reason, ..change }).await?;
            locked.finish(conn).await
        })
    }))
    .await
}

/// Settles an action point, as done or dropped, or takes it up again.
pub async fn move_to(db: &Db, by: Command, at: At, to: String, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::take(conn, &by, &at).await?;
            let to = ActionState::from_code(&to).ok_or(AppError::NotFound)?;
            let reason = text::optional_paragraphs("reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            // Who has to do it says when it is done; that it need not be done is for those to say who keep the list.
            if to == ActionState::Dropped && !locked.keeps() {
                return Err(AppError::NotFound);
            }
            action_point::may_move(locked.state, to, reason.is_some()).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(
                &mut *conn,
                "update action_points set state = $2, state_reason = $3, settled_at = $4, version = version + 1 where id = $1",
                locked.id.0,
                to.code(),
                reason.clone().unwrap_or_default(),
                (to != ActionState::Open).then_some(by.at)
            )?;
            let (old, new) = (Some(locked.state.code().to_owned()), Some(to.code().to_owned()));
            let change = of_action_point(locked.chapter, locked.id, "settle", action_point::STATE, old, new);
            locked.record.append(conn, Change { reason, ..change }).await?;
            locked.finish(conn).await
        })
    }))
    .await
}

/// Puts what was left open at closed meetings on the table of a meeting; answers how many.
pub(super) async fn carry_over(conn: &mut Conn, locked: &mut meetings::Locked) -> Result<usize, AppError> {
    let open = left_open(conn, locked.agreement, locked.meeting).await?;
    if open.is_empty() {
        return Ok(0);
    }
    let (kind, number, title): (String, Option<i16>, String) = fetch_one!(
        &mut *conn,
        (String, Option<i16>, String),
        "select kind, number, title from meetings where id = $1",
        locked.meeting.0
    )?;
    let meeting = [kind, number.map(|number| number.to_string()).unwrap_or_default(), title].join("\n");
    for (id, chapter) in &open {
        execute!(
            &mut *conn,
            "insert into action_point_meetings (action_point_id, meeting_id) values ($1, $2)",
            id.0,
            locked.meeting.0
        )?;
        let change = of_action_point(*chapter, *id, "carry", "carried", None, Some(meeting.clone()));
        locked.record.append(conn, change).await?;
    }
    Ok(open.len())
}
