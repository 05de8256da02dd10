//! The action plan of such a meeting: by country, what is to be done by whom and when. A mission says how the lines of its own country
//! go on; who keeps the programme does all else.

use accord_domain::access::HouseRight;
use accord_domain::action_point::{self, ActionState, MOST_MOVES};
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::house_meeting::MOST_LINES;
use accord_domain::ids::PlanLineId;
use accord_domain::{AppError, FieldError, country, dates, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::Locked;
use crate::actor::new_id;
use crate::changes::{Change, Command};
use crate::commands::saving::{Edits, same_version};
use crate::db::{Conn, Db, word};
use crate::queries::programme::mission_of;

const SUBJECT: &str = "plan_line";

/// A line of an action plan, as typed.
#[derive(Clone, Debug, Default)]
pub struct LineForm {
    /// The letters of the country; those of a line that stands stay.
    pub country: String,
    /// The address of a sector of the programme; blank where it concerns no one sector.
    pub sector: String,
    pub title: String,
    pub owner: String,
    pub due: String,
    pub state: String,
    pub progress: String,
    pub reason: String,
    pub illustrative: bool,
}

/// Refuses a country that a standing body is not with.
async fn check_country(conn: &mut Conn, locked: &Locked, code: &str) -> Result<(), AppError> {
    let Some(body) = locked.body else { return Ok(()) };
    let (with,): (i64,) =
        fetch_one!(conn, (i64,), "select count(*) from standing_body_countries where body_id = $1 and country = $2", body, code)?;
    if with > 0 { Ok(()) } else { Err(AppError::field("country", "country-not-of-body")) }
}

async fn sector_of(conn: &mut Conn, address: &str) -> Result<Option<(Uuid, String)>, AppError> {
    if address.is_empty() {
        return Ok(None);
    }
    let row: Option<(Uuid, String)> =
        fetch_optional!(conn, (Uuid, String), "select id, name from programme_sectors where address = $1", address)?;
    row.map(Some).ok_or_else(|| AppError::field("sector", "unknown-choice"))
}

fn due(raw: &str) -> Result<NaiveDate, FieldError> {
    dates::day("due", raw.trim())
}

/// Puts a line in the action plan of a meeting; answers its number there.
pub async fn agree(db: &Db, by: Command, meeting: i64, typed: LineForm) -> Result<i64, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::kept(conn, &by, meeting).await?;
            let mut form = Form::default();
            let country = form.take(country::country("country", &typed.country));
            let title = form.take(text::line("title", &typed.title));
            let owner = form.take(text::optional_line("owner", &typed.owner)).flatten().unwrap_or_default();
            let due = form.take(due(&typed.due));
            let progress = form.take(text::optional_paragraphs("progress", &typed.progress)).flatten().unwrap_or_default();
            form.finish()?;
            locked.stands("title")?;
            let (Some(country), Some(title), Some(due)) = (country, title, due) else { return Err(AppError::NotFound) };
            check_country(conn, &locked, &country).await?;
            let sector = sector_of(conn, &typed.sector).await?;
            let (last,): (i64,) = fetch_one!(
                &mut *conn,
                (i64,),
                "select coalesce(max(number), 0) from plan_lines where meeting_id = $1",
                locked.id.0
            )?;
            if last >= MOST_LINES {
                return Err(AppError::field("title", "plan-full"));
            }
            let (id, number) = (PlanLineId(new_id()), last + 1);
            execute!(
                &mut *conn,
                "insert into plan_lines (id, meeting_id, number, country, sector_id, title, owner, first_due, due, moved, state, \
                 state_reason, progress, illustrative, version) values ($1,$2,$3,$4,$5,$6,$7,$8,$8,0,$9,'',$10,$11,1)",
                id.0,
                locked.id.0,
                number,
                country,
                sector.map(|(id, _)| id),
                title,
                owner,
                due,
                ActionState::Open.code(),
                progress,
                typed.illustrative
            )?;
            let change = Change {
                chapter: None,
                subject: SUBJECT,
                subject_id: id.0,
                verb: "agree",
                field: "agree",
                old: None,
                new: Some(format!("{country}\n{title}\n{due}")),
                reason: None,
                clearance: Field::HouseMeeting.clearance(),
            };
            locked.recorded(conn, change).await?;
            Ok(number)
        })
    }))
    .await
}

row! {
    struct Stands {
        id: Uuid,
        country: String,
        sector: String,
        sector_name: String,
        title: String,
        owner: String,
        due: NaiveDate,
        state: String,
        progress: String,
        version: i64,
    }
}

/// Whether the actor keeps the programme; one who does not has to be the mission to the country of the line.
async fn keeps(conn: &mut Conn, by: &Command, line: &Stands, locked: &Locked) -> Result<bool, AppError> {
    if by.actor.holds(HouseRight::EditProgramme) {
        return Ok(true);
    }
    let own = mission_of(conn, &by.actor).await?;
    let knows = locked.state != accord_domain::meeting::MeetingState::Draft;
    if knows && own.as_deref() == Some(line.country.as_str()) { Ok(false) } else { Err(AppError::NotFound) }
}

/// Says how it goes on with a line. From a mission its words, its day and its owner are left as they are. `version` is the one that was
/// shown.
pub async fn save(db: &Db, by: Command, meeting: i64, number: i64, version: i64, typed: LineForm) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::of_number(conn, &by, meeting).await?;
            let old: Option<Stands> = fetch_optional!(
                &mut *conn,
                Stands,
                "select p.id, p.country, coalesce(s.address, '') as sector, coalesce(s.name, '') as sector_name, p.title, p.owner, p.due, \
                 p.state, p.progress, p.version from plan_lines p left join programme_sectors s on s.id = p.sector_id \
                 where p.meeting_id = $1 and p.number = $2",
                locked.id.0,
                number
            )?;
            let old = old.ok_or(AppError::NotFound)?;
            let keeps = keeps(conn, &by, &old, &locked).await?;
            same_version(old.version, version)?;
            let typed = if keeps {
                typed
            } else {
                let (sector, title, owner) = (old.sector.clone(), old.title.clone(), old.owner.clone());
                LineForm { sector, title, owner, due: old.due.to_string(), ..typed }
            };
            let mut form = Form::default();
            let title = form.take(text::line("title", &typed.title));
            let owner = form.take(text::optional_line("owner", &typed.owner)).flatten().unwrap_or_default();
            let day = form.take(due(&typed.due));
            let state = form.take(text::choice(action_point::STATE, &typed.state, ActionState::from_code));
            let progress = form.take(text::optional_paragraphs("progress", &typed.progress)).flatten().unwrap_or_default();
            let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
            // A reason that cannot be kept is told of once, as it is; that it is missing would be untrue.
            let reasoned = !typed.reason.trim().is_empty();
            let was = word(&old.state, ActionState::from_code)?;
            if let Some(to) = state.filter(|to| *to != was) {
                form.take(action_point::may_move(was, to, reasoned));
                // That something need not be done is for those to say who agreed it.
                if to == ActionState::Dropped && !keeps {
                    form.refuse(FieldError::new(action_point::STATE, "unknown-choice"));
                }
            }
            if let Some(day) = day.filter(|day| *day != old.due) {
                form.take(action_point::may_change_day(was, old.due, day, reasoned));
            }
            form.finish()?;
            let sector = if typed.sector == old.sector {
                (!old.sector.is_empty()).then(|| old.sector_name.clone())
            } else {
                let sector = sector_of(conn, &typed.sector).await?;
                let id = sector.as_ref().map(|(id, _)| *id);
                execute!(&mut *conn, "update plan_lines set sector_id = $2 where id = $1", old.id, id)?;
                sector.map(|(_, name)| name)
            };
            let (Some(title), Some(day), Some(state)) = (title, day, state) else { return Err(AppError::NotFound) };
            execute!(
                &mut *conn,
                "update plan_lines set title = $2, owner = $3, due = $4, state = $5, progress = $6, \
                 state_reason = case when state = $5 then state_reason else $7 end, \
                 moved = case when due <> $4 and moved < $8 then moved + 1 else moved end, version = version + 1 where id = $1",
                old.id,
                title,
                owner,
                day,
                state.code(),
                progress,
                reason.clone().unwrap_or_default(),
                MOST_MOVES
            )?;
            let mut edits = Edits { record: &mut locked.record, chapter: None, subject: SUBJECT, subject_id: old.id, reason };
            for (field, old, new) in [
                ("title", old.title, title),
                ("sector", old.sector_name, sector.unwrap_or_default()),
                ("owner", old.owner, owner),
                ("due", old.due.to_string(), day.to_string()),
                ("state", old.state, state.code().to_owned()),
                ("progress", old.progress, progress),
            ] {
                edits.field(conn, field, &old, &new, Field::HouseMeeting.clearance()).await?;
            }
            locked.record.finish(conn).await
        })
    }))
    .await
}
