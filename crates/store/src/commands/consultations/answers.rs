//! What those who were asked answer, by their links. Each line that they answer otherwise than before is a change of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use accord_domain::access::Actor;
use accord_domain::consultation::{LineStance, MOST_LINES, said as said_to, too_long};
use accord_domain::error::Form;
use accord_domain::ids::{AccountId, AgreementId, ChapterId};
use accord_domain::{AppError, FieldError};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::of_consultation;
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::commands::saving::same_version;
use crate::db::{Conn, Db, word};
use crate::queries::calendar::hash_of;

/// What one says to one line.
#[derive(Clone, Debug, Default)]
pub struct LineAnswer {
    /// The place of the line among those asked.
    pub position: i64,
    /// Blank where nothing is said.
    pub stance: String,
    pub comment: String,
}

/// When an answer was given, and whether history is being replayed: who answers by a link commands nothing else.
#[derive(Clone, Copy, Debug)]
pub struct When {
    pub at: DateTime<Utc>,
    pub imported: bool,
}

row! {
    struct Invited {
        id: Uuid,
        name: String,
        version: i64,
        answered_at: Option<DateTime<Utc>>,
        consultation_id: Uuid,
        agreement_id: Uuid,
        chapter_id: Option<Uuid>,
        closes_on: NaiveDate,
    }
}

/// Whom a link invited.
async fn invited_by(conn: &mut Conn, token: &str) -> Result<Invited, AppError> {
    let found: Option<Invited> = fetch_optional!(
        conn,
        Invited,
        "select i.id, s.name, i.version, i.answered_at, i.consultation_id, c.agreement_id, c.chapter_id, c.closes_on \
         from consultation_invitations i join stakeholders s on s.id = i.stakeholder_id \
         join consultations c on c.id = i.consultation_id \
         join agreements a on a.id = c.agreement_id and a.archived_at is null where i.token_hash = $1",
        hash_of(token)
    )?;
    found.ok_or(AppError::NotFound)
}

/// Stance and comment by the place of the line.
type Answers = BTreeMap<i64, (LineStance, String)>;

/// What stands answered.
async fn standing(conn: &mut Conn, invitation: Uuid) -> Result<Answers, AppError> {
    let rows: Vec<(i64, String, String)> = fetch_all!(
        conn,
        (i64, String, String),
        "select l.position, w.stance, w.comment from consultation_answers w join consultation_lines l on l.id = w.line_id \
         where w.invitation_id = $1",
        invitation
    )?;
    rows.into_iter().map(|(position, stance, comment)| Ok((position, (word(&stance, LineStance::from_code)?, comment)))).collect()
}

/// What can be kept of what is said to the lines that are asked; the form is told of the rest.
async fn sound(conn: &mut Conn, form: &mut Form, consultation: Uuid, said: &[LineAnswer]) -> Result<Answers, AppError> {
    let places: Vec<(i64,)> =
        fetch_all!(conn, (i64,), "select position from consultation_lines where consultation_id = $1", consultation)?;
    let places: BTreeSet<i64> = places.into_iter().map(|(position,)| position).collect();
    let mut sound = Answers::new();
    for line in said.iter().filter(|line| places.contains(&line.position)) {
        if let Some(answer) = said_to(form, line.position, &line.stance, &line.comment) {
            sound.insert(line.position, answer);
        }
    }
    if let Some(error) = too_long(sound.iter().map(|(position, (_, comment))| (*position, comment.as_str()))) {
        form.refuse(error);
    }
    if sound.is_empty() && form.is_sound() {
        form.refuse(FieldError::new("answers", "nothing-answered"));
    }
    Ok(sound)
}

/// The field under which the answers of an invitation to the line of a place stand in the record.
fn field_of(position: i64) -> &'static str {
    static FIELDS: LazyLock<Vec<String>> = LazyLock::new(|| (1..=MOST_LINES).map(|place| format!("answer-{place}")).collect());
    let at = usize::try_from(position).unwrap_or_default();
    at.checked_sub(1).and_then(|at| FIELDS.get(at)).map_or("answer", String::as_str)
}

/// An answer in the text of the change record: the stance on the first line, the comment on those that follow.
fn told((stance, comment): &(LineStance, String)) -> String {
    if comment.is_empty() { stance.code().to_owned() } else { format!("{}\n{comment}", stance.code()) }
}

/// A change of each line that is answered otherwise than it was.
fn changes(invited: &Invited, stood: &Answers, sound: &Answers) -> Vec<Change> {
    let places: BTreeSet<i64> = stood.keys().chain(sound.keys()).copied().collect();
    let chapter = invited.chapter_id.map(ChapterId);
    places
        .into_iter()
        .filter(|place| stood.get(place) != sound.get(place))
        .map(|place| {
            let (old, new) = (stood.get(&place).map(told), sound.get(&place).map(told));
            Change { field: field_of(place), ..of_consultation(chapter, invited.id, "answer-line", old, new) }
        })
        .collect()
}

async fn keep(conn: &mut Conn, invited: &Invited, sound: &Answers, at: DateTime<Utc>) -> Result<(), AppError> {
    execute!(&mut *conn, "delete from consultation_answers where invitation_id = $1", invited.id)?;
    for (position, (stance, comment)) in sound {
        execute!(
            &mut *conn,
            "insert into consultation_answers (invitation_id, line_id, stance, comment) \
             select $1, id, $4, $5 from consultation_lines where consultation_id = $2 and position = $3",
            invited.id,
            invited.consultation_id,
            position,
            stance.code(),
            comment
        )?;
    }
    execute!(conn, "update consultation_invitations set answered_at = $2, version = version + 1 where id = $1", invited.id, at)?;
    Ok(())
}

/// Answers by a link, all lines together; what is left blank is no answer. `version` is of the answers that were shown. Saying again
/// what stands changes nothing.
pub async fn answer(db: &Db, when: When, token: String, version: i64, said: Vec<LineAnswer>) -> Result<(), AppError> {
    let When { at, imported } = when;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let found = invited_by(conn, &token).await?;
            // Who has no account is told by name in the record.
            let actor = Actor { account: AccountId(Uuid::nil()), name: found.name, rights: Vec::new() };
            let by = Command { actor, at, imported };
            let mut record = Record::of_agreement(conn, &by, AgreementId(found.agreement_id)).await?;
            // Read again: whoever held the agreement until now may have answered by the same link, or ended it.
            let invited = invited_by(conn, &token).await?;
            if invited.closes_on < day_in(HOME_ZONE, at) {
                return Err(AppError::field("answers", "consultation-closed"));
            }
            let mut form = Form::default();
            let stood = standing(conn, invited.id).await?;
            let sound = sound(conn, &mut form, invited.consultation_id, &said).await?;
            if form.is_sound() && sound == stood {
                return Ok(());
            }
            same_version(invited.version, version)?;
            form.finish()?;
            keep(conn, &invited, &sound, by.at).await?;
            let verb = if invited.answered_at.is_some() { "answer-anew" } else { "answer" };
            let told = format!("{}\n{}", invited.name, sound.len());
            let chapter = invited.chapter_id.map(ChapterId);
            record.append(conn, of_consultation(chapter, invited.consultation_id, verb, None, Some(told))).await?;
            for change in changes(&invited, &stood, &sound) {
                record.append(conn, change).await?;
            }
            record.finish(conn).await
        })
    }))
    .await
}
