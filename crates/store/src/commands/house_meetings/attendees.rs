//! Who is asked to such a meeting, and who comes.

use accord_domain::access::HouseRight;
use accord_domain::error::Form;
use accord_domain::house_meeting::{Attendance, MOST_ATTENDEES};
use accord_domain::ids::AttendeeId;
use accord_domain::meeting::MeetingState;
use accord_domain::{AppError, FieldError, country, text};
use uuid::Uuid;

use super::{Locked, of_meeting};
use crate::actor::new_id;
use crate::changes::Command;
use crate::db::{Conn, Db};
use crate::queries::programme::mission_of;

/// Somebody who is asked, as typed.
#[derive(Clone, Debug, Default)]
pub struct AttendeeForm {
    pub name: String,
    /// What the person is, or the department.
    pub office: String,
    /// The letters of the country of the mission or the delegation; blank for a department at home.
    pub country: String,
    pub illustrative: bool,
}

/// Asks somebody to a meeting.
pub async fn ask(db: &Db, by: Command, number: i64, typed: AttendeeForm) -> Result<AttendeeId, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::kept(conn, &by, number).await?;
            locked.stands("attendee_name")?;
            let mut form = Form::default();
            let name = form.take(text::line("attendee_name", &typed.name));
            let office = form.take(text::optional_line("office", &typed.office)).flatten().unwrap_or_default();
            let country = match typed.country.trim() {
                "" => Some(String::new()),
                typed => form.take(country::country("attendee_country", typed)),
            };
            let (asked,): (i64,) =
                fetch_one!(&mut *conn, (i64,), "select count(*) from house_attendees where meeting_id = $1", locked.id.0)?;
            if asked >= MOST_ATTENDEES {
                form.refuse(FieldError::with("attendee_name", "too-many-attendees", MOST_ATTENDEES));
            }
            form.finish()?;
            let (Some(name), Some(country)) = (name, country) else { return Err(AppError::NotFound) };
            let id = AttendeeId(new_id());
            execute!(
                &mut *conn,
                "insert into house_attendees (id, meeting_id, name, office, country, attendance, illustrative, position) \
                 select $1, $2, $3, $4, $5, $6, $7, coalesce(max(position), 0) + 1 from house_attendees where meeting_id = $2",
                id.0,
                locked.id.0,
                name,
                office,
                country,
                Attendance::Invited.code(),
                typed.illustrative
            )?;
            let told = [name, office, country].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let change = of_meeting(locked.id, "ask", None, Some(told), None);
            locked.recorded(conn, change).await?;
            Ok(id)
        })
    }))
    .await
}

row! {
    struct Asked {
        id: Uuid,
        name: String,
        country: String,
        attendance: String,
    }
}

async fn asked(conn: &mut Conn, locked: &Locked) -> Result<Vec<Asked>, AppError> {
    fetch_all!(
        conn,
        Asked,
        "select id, name, country, attendance from house_attendees where meeting_id = $1 order by position",
        locked.id.0
    )
}

/// What is said of somebody who was asked, and what stood where it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub attendee: AttendeeId,
    pub was: String,
    pub now: String,
}

impl Said {
    /// Whether it says something else than stood.
    pub fn is_news(&self) -> bool {
        self.was != self.now
    }

    /// Whether it says something else than stands by now, of what stood otherwise before.
    pub fn contradicts(&self, stands: &str) -> bool {
        self.is_news() && self.was != stands && self.now != stands
    }
}

/// The country whose people the actor answers for: none where all answers are the actor's to keep.
///
/// # Errors
/// `NotFound` for who neither keeps the programme nor is the mission of a country that may know of the meeting.
async fn answers_for(conn: &mut Conn, by: &Command, locked: &Locked) -> Result<Option<String>, AppError> {
    if by.actor.holds(HouseRight::EditProgramme) {
        return Ok(None);
    }
    let own = mission_of(conn, &by.actor).await?.filter(|_| locked.state != MeetingState::Draft).ok_or(AppError::NotFound)?;
    if let Some(body) = locked.body {
        let (sits,): (i64,) = fetch_one!(
            conn,
            (i64,),
            "select count(*) from standing_body_countries where body_id = $1 and country = $2",
            body,
            own
        )?;
        if sits == 0 {
            return Err(AppError::NotFound);
        }
    }
    Ok(Some(own))
}

/// Says of some of those asked whether they come, or came; of the others, who were left as they stood, nothing is said. A mission answers
/// for the people of its country, until the meeting is held.
///
/// # Errors
/// `Conflict` where somebody else has said otherwise since.
pub async fn answer(db: &Db, by: Command, number: i64, said: Vec<Said>) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut locked = Locked::of_number(conn, &by, number).await?;
            let own = answers_for(conn, &by, &locked).await?;
            locked.stands("attendance")?;
            let mut form = Form::default();
            let (mut moved, mut contradicted) = (Vec::new(), false);
            let asked = asked(conn, &locked).await?;
            let news = said.iter().filter(|said| said.is_news());
            if news.clone().any(|said| !asked.iter().any(|one| one.id == said.attendee.0)) {
                form.refuse(FieldError::new("attendance", "attendee-struck"));
            }
            for one in asked {
                let Some(said) = news.clone().find(|said| said.attendee.0 == one.id) else { continue };
                let Some(attendance) = form.take(text::choice("attendance", &said.now, Attendance::from_code)) else { continue };
                if attendance.code() == one.attendance {
                    continue;
                }
                if own.as_ref().is_some_and(|own| *own != one.country) {
                    return Err(AppError::NotFound);
                }
                if own.is_some() && !attendance.answers_in(locked.state) {
                    form.refuse(FieldError::new("attendance", "attendance-not-yours"));
                } else if !attendance.said_in(locked.state) {
                    form.refuse(FieldError::new("attendance", "attendance-before-meeting"));
                }
                contradicted |= said.contradicts(&one.attendance);
                moved.push((one, attendance));
            }
            form.finish()?;
            if contradicted {
                return Err(AppError::Conflict { current_version: locked.version });
            }
            for (one, attendance) in moved {
                execute!(&mut *conn, "update house_attendees set attendance = $2 where id = $1", one.id, attendance.code())?;
                let (old, new) = (format!("{}: {}", one.name, one.attendance), format!("{}: {}", one.name, attendance.code()));
                locked.record.append(conn, of_meeting(locked.id, "attendance", Some(old), Some(new), None)).await?;
            }
            locked.record.finish(conn).await
        })
    }))
    .await
}

/// Takes somebody off the list of those asked, with a reason.
pub async fn strike(db: &Db, by: Command, number: i64, attendee: AttendeeId, reason: String) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = Locked::kept(conn, &by, number).await?;
            let one = asked(conn, &locked).await?.into_iter().find(|one| one.id == attendee.0);
            let one = one.ok_or_else(|| AppError::field("struck", "unknown-choice"))?;
            let reason = text::paragraphs("strike_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "delete from house_attendees where id = $1", one.id)?;
            let change = of_meeting(locked.id, "strike", Some(one.name), None, Some(reason));
            locked.recorded(conn, change).await
        })
    }))
    .await
}
