//! Consultations: opened on an agreement or one of its chapters, answered by a private link without an account.

use accord_domain::access::{Act, Actor};
use accord_domain::clearance::Field;
use accord_domain::consultation::{AskedLine, lines, said as said_to};
use accord_domain::error::Form;
use accord_domain::ids::{AccountId, AgreementId, ChapterId, ConsultationId, InvitationId, StakeholderId};
use accord_domain::stakeholder::{StakeholderKind, likeness};
use accord_domain::trade::hs::HsCode;
use accord_domain::{AppError, FieldError, dates, text};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::calendars::new_token;
use super::saving::{agreement_for, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db};
use crate::queries::calendar::hash_of;
use crate::queries::stakeholders::known;

/// A consultation, as typed.
#[derive(Clone, Debug, Default)]
pub struct ConsultationForm {
    pub title: String,
    pub introduction: String,
    /// The address of the chapter it concerns; blank for the whole agreement.
    pub chapter: String,
    /// The last day on which it is answered.
    pub closes_on: String,
    /// One a line: a code with words, or a question.
    pub lines: String,
}

/// Whom to ask, as typed.
#[derive(Clone, Debug, Default)]
pub struct InvitationForm {
    /// That of somebody known, or of somebody new.
    pub name: String,
    pub kind: String,
    /// Whether to invite although somebody invited looks alike.
    pub anyway: bool,
}

/// What one says to one line.
#[derive(Clone, Debug, Default)]
pub struct LineAnswer {
    /// The place of the line among those asked.
    pub position: i64,
    /// Blank where nothing is said.
    pub stance: String,
    pub comment: String,
}

fn of_consultation(chapter: Option<ChapterId>, id: Uuid, verb: &'static str, old: Option<String>, new: Option<String>) -> Change {
    Change {
        chapter,
        subject: "consultation",
        subject_id: id,
        verb,
        field: "consultation",
        old,
        new,
        reason: None,
        clearance: Field::Consultation.clearance(),
    }
}

async fn chapter_of(conn: &mut Conn, agreement: AgreementId, address: &str) -> Result<Option<ChapterId>, AppError> {
    if address.is_empty() {
        return Ok(None);
    }
    let row: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select id from chapters where agreement_id = $1 and address = $2 and archived_at is null",
        agreement.0,
        address
    )?;
    row.map(|(id,)| Some(ChapterId(id))).ok_or_else(|| AppError::field("chapter", "unknown-choice"))
}

fn closing_day(raw: &str, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    let day = dates::day("closes_on", raw.trim())?;
    if day < today { Err(FieldError::new("closes_on", "day-is-past")) } else { Ok(day) }
}

/// Opens a consultation; answers its number in the agreement.
pub async fn open(db: &Db, by: Command, slug: String, typed: ConsultationForm) -> Result<i64, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let mut form = Form::default();
            let title = form.take(text::line("title", &typed.title));
            let introduction = form.take(text::optional_paragraphs("introduction", &typed.introduction));
            let closes_on = form.take(closing_day(&typed.closes_on, day_in(HOME_ZONE, by.at)));
            let asked = form.take(lines("lines", &typed.lines));
            let chapter = match chapter_of(conn, agreement, typed.chapter.trim()).await {
                Ok(chapter) => chapter,
                Err(AppError::Invalid(errors)) => {
                    errors.into_iter().for_each(|error| form.refuse(error));
                    None
                }
                Err(error) => return Err(error),
            };
            form.finish()?;
            let (Some(title), Some(closes_on), Some(asked)) = (title, closes_on, asked) else { return Err(AppError::NotFound) };
            let id = ConsultationId(new_id());
            let (number,): (i64,) = fetch_one!(
                &mut *conn,
                (i64,),
                "insert into consultations (id, agreement_id, chapter_id, number, title, introduction, closes_on, opened_by, opened_at) \
                 select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8 from consultations where agreement_id = $2 \
                 returning number",
                id.0,
                agreement.0,
                chapter.map(|chapter| chapter.0),
                title,
                introduction.flatten().unwrap_or_default(),
                closes_on,
                by.actor.name,
                by.at
            )?;
            keep_lines(conn, id, &asked).await?;
            let told = format!("{title}\n{closes_on}\n{}", asked.len());
            record.append(conn, of_consultation(chapter, id.0, "open", None, Some(told))).await?;
            record.finish(conn).await?;
            Ok(number)
        })
    }))
    .await
}

async fn keep_lines(conn: &mut Conn, id: ConsultationId, asked: &[AskedLine]) -> Result<(), AppError> {
    for (position, line) in asked.iter().enumerate() {
        execute!(
            &mut *conn,
            "insert into consultation_lines (id, consultation_id, position, hs, question) values ($1, $2, $3, $4, $5)",
            new_id(),
            id.0,
            position as i64 + 1,
            line.hs.as_ref().map_or("", HsCode::as_str),
            line.question
        )?;
    }
    Ok(())
}

async fn consultation(conn: &mut Conn, agreement: AgreementId, number: i64) -> Result<(Uuid, Option<ChapterId>), AppError> {
    let row: Option<(Uuid, Option<Uuid>)> = fetch_optional!(
        conn,
        (Uuid, Option<Uuid>),
        "select id, chapter_id from consultations where agreement_id = $1 and number = $2",
        agreement.0,
        number
    )?;
    row.map(|(id, chapter)| (id, chapter.map(ChapterId))).ok_or(AppError::NotFound)
}

/// Whom a name stands for among those the actor may know of, one of the same kind before others; by the name of one that was merged,
/// the one that stays.
async fn known_by(conn: &mut Conn, by: &Command, name: &str, kind: StakeholderKind) -> Result<Option<StakeholderId>, AppError> {
    let mut named = known(conn, &by.actor).await?;
    named.retain(|line| line.name == name);
    named.sort_by_key(|line| line.kind != kind);
    if let Some(line) = named.first() {
        return Ok(Some(line.id));
    }
    let merged: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select s.merged_into from stakeholders s where s.name = $1 and s.merged_into is not null and exists (select 1 \
         from consultation_invitations i join consultations c on c.id = i.consultation_id join grants g \
         on g.agreement_id = c.agreement_id and g.account_id = $2 and g.agreement_rank >= $3 where i.stakeholder_id = s.id) limit 1",
        name,
        by.actor.account.0,
        Field::Consultation.clearance().rank()
    )?;
    Ok(merged.map(|(id,)| StakeholderId(id)))
}

/// Refuses whoever was invited already, and a name that looks like that of one who was, unless it is said that they are not the same.
async fn not_invited_yet(
    conn: &mut Conn,
    consultation: Uuid,
    name: &str,
    known: Option<StakeholderId>,
    anyway: bool,
) -> Result<(), AppError> {
    let invited: Vec<(Uuid, String, String)> = fetch_all!(
        conn,
        (Uuid, String, String),
        "select t.id, t.name, s.name from consultation_invitations i join stakeholders s on s.id = i.stakeholder_id \
         join stakeholders t on t.id = coalesce(s.merged_into, s.id) where i.consultation_id = $1 order by i.invited_at, i.id",
        consultation
    )?;
    if invited.iter().any(|(id, stands, asked)| known.is_some_and(|known| known.0 == *id) || stands == name || asked == name) {
        return Err(AppError::field("name", "already-invited"));
    }
    let looks = likeness(name);
    let alike = invited.iter().flat_map(|(_, stands, asked)| [stands, asked]).find(|other| likeness(other) == looks);
    match alike.filter(|_| !anyway) {
        Some(other) => Err(AppError::Invalid(vec![FieldError::with("name", "looks-invited", other)])),
        None => Ok(()),
    }
}

/// Enters somebody new in the register.
async fn enter(conn: &mut Conn, name: &str, kind: StakeholderKind) -> Result<StakeholderId, AppError> {
    let id = StakeholderId(new_id());
    execute!(
        conn,
        "insert into stakeholders (id, name, kind, country, note, merged_by, merge_reason, version) values ($1, $2, $3, '', '', '', '', 1)",
        id.0,
        name,
        kind.code()
    )?;
    Ok(id)
}

/// Invites somebody; answers the secret part of their link, which is shown this once.
pub async fn invite(db: &Db, by: Command, slug: String, number: i64, typed: InvitationForm) -> Result<String, AppError> {
    let token = new_token()?;
    let hash = hash_of(&token);
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let (id, chapter) = consultation(conn, agreement, number).await?;
            let mut form = Form::default();
            let name = form.take(text::line("name", &typed.name));
            let kind = form.take(text::choice("stakeholder_kind", &typed.kind, StakeholderKind::from_code));
            form.finish()?;
            let (Some(name), Some(kind)) = (name, kind) else { return Err(AppError::NotFound) };
            let known = known_by(conn, &by, &name, kind).await?;
            not_invited_yet(conn, id, &name, known, typed.anyway).await?;
            let stakeholder = match known {
                Some(known) => known,
                None => enter(conn, &name, kind).await?,
            };
            execute!(
                &mut *conn,
                "insert into consultation_invitations (id, consultation_id, stakeholder_id, token_hash, invited_by, invited_at, version) \
                 values ($1, $2, $3, $4, $5, $6, 1)",
                new_id(),
                id,
                stakeholder.0,
                hash,
                by.actor.name,
                by.at
            )?;
            record.append(conn, of_consultation(chapter, id, "invite", None, Some(name))).await?;
            record.finish(conn).await
        })
    }))
    .await?;
    Ok(token)
}

/// Ends the link of somebody invited; what they answered stays.
pub async fn revoke(db: &Db, by: Command, slug: String, number: i64, invitation: InvitationId) -> Result<(), AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let (agreement, _) = agreement_for(conn, &by, &slug, Act::Consult).await?;
            let mut record = Record::of_agreement(conn, &by, agreement).await?;
            let (id, chapter) = consultation(conn, agreement, number).await?;
            let row: Option<(String,)> = fetch_optional!(
                &mut *conn,
                (String,),
                "update consultation_invitations set token_hash = '' where id = $1 and consultation_id = $2 and token_hash <> '' \
                 returning (select s.name from stakeholders s where s.id = consultation_invitations.stakeholder_id)",
                invitation.0,
                id
            )?;
            let (name,) = row.ok_or(AppError::NotFound)?;
            record.append(conn, of_consultation(chapter, id, "revoke", Some(name), None)).await?;
            record.finish(conn).await
        })
    }))
    .await
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
        consultation_id: Uuid,
        agreement_id: Uuid,
        chapter_id: Option<Uuid>,
        closes_on: NaiveDate,
    }
}

/// Answers by a link, all lines together; what is left blank is no answer. `version` is of the answers that were shown.
pub async fn answer(db: &Db, when: When, token: String, version: i64, said: Vec<LineAnswer>) -> Result<(), AppError> {
    let When { at, imported } = when;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let found: Option<Invited> = fetch_optional!(
                &mut *conn,
                Invited,
                "select i.id, s.name, i.version, i.consultation_id, c.agreement_id, c.chapter_id, c.closes_on \
                 from consultation_invitations i join stakeholders s on s.id = i.stakeholder_id \
                 join consultations c on c.id = i.consultation_id \
                 join agreements a on a.id = c.agreement_id and a.archived_at is null where i.token_hash = $1",
                hash_of(&token)
            )?;
            let invited = found.ok_or(AppError::NotFound)?;
            // Who has no account is told by name in the record.
            let actor = Actor { account: AccountId(Uuid::nil()), name: invited.name.clone(), rights: Vec::new() };
            let by = Command { actor, at, imported };
            let mut record = Record::of_agreement(conn, &by, AgreementId(invited.agreement_id)).await?;
            same_version(invited.version, version)?;
            if invited.closes_on < day_in(HOME_ZONE, at) {
                return Err(AppError::field("answers", "consultation-closed"));
            }
            let mut form = Form::default();
            let mut sound = Vec::new();
            for line in &said {
                if let Some((stance, comment)) = said_to(&mut form, line.position, &line.stance, &line.comment) {
                    sound.push((line.position, stance, comment));
                }
            }
            if sound.is_empty() && form.is_sound() {
                form.refuse(FieldError::new("answers", "nothing-answered"));
            }
            form.finish()?;
            execute!(&mut *conn, "delete from consultation_answers where invitation_id = $1", invited.id)?;
            for (position, stance, comment) in &sound {
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
            execute!(
                &mut *conn,
                "update consultation_invitations set answered_at = $2, version = version + 1 where id = $1",
                invited.id,
                by.at
            )?;
            let told = format!("{}\n{}", invited.name, sound.len());
            let chapter = invited.chapter_id.map(ChapterId);
            record.append(conn, of_consultation(chapter, invited.consultation_id, "answer", None, Some(told))).await?;
            record.finish(conn).await
        })
    }))
    .await
}
