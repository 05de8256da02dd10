//! What a barrier is linked to: agreements, their chapters, and their action points.

use accord_domain::AppError;
use accord_domain::barrier::Linked;
use accord_domain::clearance::Field;
use accord_domain::ids::AgreementId;
use uuid::Uuid;

use super::{confidential, keeper, of_number};
use crate::actor::roles_in;
use crate::changes::{Command, Record};
use crate::db::{Conn, Db};

/// The agreement, of those the actor is cleared for, and the chapter or action point in it.
async fn found(conn: &mut Conn, by: &Command, linked: &Linked) -> Result<(AgreementId, Uuid), AppError> {
    let unknown = || AppError::field("link", "unknown-choice");
    let agreement: Option<(Uuid,)> =
        fetch_optional!(&mut *conn, (Uuid,), "select id from agreements where slug = $1 and archived_at is null", linked.slug())?;
    let agreement = AgreementId(agreement.ok_or_else(unknown)?.0);
    let cleared = roles_in(conn, &by.actor, agreement).await?.clearance();
    if cleared.is_none_or(|clearance| clearance < Field::Barrier.clearance()) {
        return Err(unknown());
    }
    let thing: Option<(Uuid,)> = match linked {
        Linked::Agreement(_) => Some((agreement.0,)),
        Linked::Chapter(_, address) => fetch_optional!(
            &mut *conn,
            (Uuid,),
            "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
            agreement.0,
            address
        )?,
        Linked::ActionPoint(_, number) => fetch_optional!(
            &mut *conn,
            (Uuid,),
            "select id from action_points where agreement_id = $1 and number = $2",
            agreement.0,
            number
        )?,
    };
    Ok((agreement, thing.ok_or_else(unknown)?.0))
}

/// Links a barrier to something of an agreement the keeper is cleared for, as typed, and so to that agreement.
pub async fn link(db: &Db, by: Command, number: i64, typed: String) -> Result<(), AppError> {
    keeper(&by)?;
    let linked = Linked::parse("link", &typed).map_err(|error| AppError::Invalid(vec![error]))?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            let (agreement, thing) = found(conn, &by, &linked).await?;
            let whole = execute!(
                &mut *conn,
                "insert into barrier_agreements (barrier_id, agreement_id) values ($1, $2) on conflict do nothing",
                barrier.id,
                agreement.0
            )?;
            let part = match linked {
                Linked::Agreement(_) => whole,
                Linked::Chapter(..) => execute!(
                    &mut *conn,
                    "insert into barrier_chapters (barrier_id, chapter_id) values ($1, $2) on conflict do nothing",
                    barrier.id,
                    thing
                )?,
                Linked::ActionPoint(..) => execute!(
                    &mut *conn,
                    "insert into barrier_action_points (barrier_id, action_point_id) values ($1, $2) on conflict do nothing",
                    barrier.id,
                    thing
                )?,
            };
            if part == 0 {
                return Err(AppError::field("link", "linked-already"));
            }
            record.append(conn, confidential(barrier.id, "link", None, Some(linked.to_text()), None)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Unlinks it again; with an agreement go its chapters and action points.
pub async fn unlink(db: &Db, by: Command, number: i64, typed: String) -> Result<(), AppError> {
    keeper(&by)?;
    let linked = Linked::parse("link", &typed).map_err(|_| AppError::NotFound)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let barrier = of_number(conn, number).await?;
            let (agreement, thing) = found(conn, &by, &linked).await.map_err(|_| AppError::NotFound)?;
            let gone = match linked {
                Linked::Chapter(..) => execute!(
                    &mut *conn,
                    "delete from barrier_chapters where barrier_id = $1 and chapter_id = $2",
                    barrier.id,
                    thing
                )?,
                Linked::ActionPoint(..) => execute!(
                    &mut *conn,
                    "delete from barrier_action_points where barrier_id = $1 and action_point_id = $2",
                    barrier.id,
                    thing
                )?,
                Linked::Agreement(_) => unlink_whole(conn, barrier.id, agreement).await?,
            };
            if gone == 0 {
                return Err(AppError::NotFound);
            }
            record.append(conn, confidential(barrier.id, "unlink", Some(linked.to_text()), None, None)).await?;
            record.finish(conn).await
        })
    }))
    .await
}

async fn unlink_whole(conn: &mut Conn, barrier: Uuid, agreement: AgreementId) -> Result<u64, AppError> {
    execute!(
        &mut *conn,
        "delete from barrier_chapters where barrier_id = $1 and chapter_id in (select id from chapters where agreement_id = $2)",
        barrier,
        agreement.0
    )?;
    execute!(
        &mut *conn,
        "delete from barrier_action_points where barrier_id = $1 \
         and action_point_id in (select id from action_points where agreement_id = $2)",
        barrier,
        agreement.0
    )?;
    execute!(&mut *conn, "delete from barrier_agreements where barrier_id = $1 and agreement_id = $2", barrier, agreement.0)
}
