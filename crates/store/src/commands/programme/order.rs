//! In which order the sectors and the focus countries of the export programme are shown.

use accord_domain::AppError;
use uuid::Uuid;

use super::{change, keeper};
use crate::changes::{Change, Command, Record};
use crate::db::Db;

/// Whether something moves down; anything but up and down is not found.
fn is_down(to: &str) -> Result<bool, AppError> {
    match to {
        "up" => Ok(false),
        "down" => Ok(true),
        _ => Err(AppError::NotFound),
    }
}

/// Where something stands among those that are shown, and where the neighbour it changes places with; none where it is the first or the
/// last already.
fn places<T>(shown: &[T], is: impl Fn(&T) -> bool, down: bool) -> Result<Option<(usize, usize)>, AppError> {
    let at = shown.iter().position(is).ok_or(AppError::NotFound)?;
    let to = if down { Some(at + 1) } else { at.checked_sub(1) };
    Ok(to.filter(|to| *to < shown.len()).map(|to| (at, to)))
}

/// Its place among those shown before and after, as the record tells it.
fn moved(subject: &'static str, id: Uuid, name: &str, (from, to): (usize, usize)) -> Change {
    let told = |at: usize| Some(format!("{}\n{name}", at + 1));
    change(subject, id, "reorder", told(from), told(to), None)
}

/// Moves a sector one place up or down among those of its kind.
pub async fn move_sector(db: &Db, by: Command, address: String, to: String) -> Result<(), AppError> {
    keeper(&by)?;
    let down = is_down(&to)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let shown: Vec<(Uuid, String, String, i64)> = fetch_all!(
                &mut *conn,
                (Uuid, String, String, i64),
                "select id, address, name, position from programme_sectors where not retired and kind = \
                 (select kind from programme_sectors where address = $1) order by position",
                address
            )?;
            let Some((from, to)) = places(&shown, |(_, known, ..)| *known == address, down)? else {
                return record.finish(conn).await;
            };
            let ((id, _, name, own), (other, _, _, place)) = (&shown[from], &shown[to]);
            for (id, position) in [(id, place), (other, own)] {
                execute!(&mut *conn, "update programme_sectors set position = $2 where id = $1", *id, *position)?;
            }
            record.append(conn, moved("programme_sector", *id, name, (from, to))).await?;
            record.finish(conn).await
        })
    }))
    .await
}

/// Moves a focus country one place up or down.
pub async fn move_country(db: &Db, by: Command, code: String, to: String) -> Result<(), AppError> {
    keeper(&by)?;
    let down = is_down(&to)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let shown: Vec<(String, i64)> = fetch_all!(
                &mut *conn,
                (String, i64),
                "select code, position from programme_countries where not retired order by position"
            )?;
            let Some((from, to)) = places(&shown, |(known, _)| *known == code, down)? else { return record.finish(conn).await };
            let ((_, own), (other, place)) = (&shown[from], &shown[to]);
            for (code, position) in [(&code, place), (other, own)] {
                execute!(&mut *conn, "update programme_countries set position = $2 where code = $1", *code, *position)?;
            }
            record.append(conn, moved("programme_country", Uuid::nil(), &code, (from, to))).await?;
            record.finish(conn).await
        })
    }))
    .await
}
