//! Standing bodies: made and edited by who keeps the programme.

use accord_domain::access::HouseRight;
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::BodyId;
use accord_domain::{AppError, FieldError, country, dates, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::saving::{Edits, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::clock::{HOME_ZONE, day_in};
use crate::db::{Conn, Db};

const SUBJECT: &str = "standing_body";

/// A standing body, as typed.
#[derive(Clone, Debug, Default)]
pub struct BodyForm {
    pub name: String,
    /// Blank where it has none; its address is made of it, else of the name.
    pub abbreviation: String,
    /// The letters of the countries it is with, parted by spaces, commas or lines.
    pub countries: String,
    /// What it is for.
    pub mandate: String,
    /// The day it was founded; blank where that is not known, or where it is only proposed.
    pub founded_on: String,
    /// The day it was wound up; blank while it stands.
    pub ended_on: String,
    /// Who says so.
    pub publisher: String,
    pub reason: String,
    pub illustrative: bool,
}

struct Card {
    name: String,
    abbreviation: String,
    countries: Vec<String>,
    mandate: String,
    founded_on: Option<NaiveDate>,
    ended_on: Option<NaiveDate>,
    publisher: String,
    reason: Option<String>,
}

fn past(field: &str, raw: &str, today: NaiveDate) -> Result<Option<NaiveDate>, FieldError> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let day = dates::day(field, raw.trim())?;
    if day > today { Err(FieldError::new(field, "day-ahead")) } else { Ok(Some(day)) }
}

fn sound(typed: &BodyForm, today: NaiveDate) -> Result<Card, AppError> {
    let mut form = Form::default();
    let name = form.take(text::line("name", &typed.name));
    let abbreviation = form.take(text::optional_line("abbreviation", &typed.abbreviation));
    let countries = country::countries("countries", &typed.countries, &mut form);
    let mandate = form.take(text::optional_paragraphs("mandate", &typed.mandate));
    let founded_on = form.take(past("founded_on", &typed.founded_on, today));
    let ended_on = form.take(past("ended_on", &typed.ended_on, today));
    if let (Some(Some(founded)), Some(Some(ended))) = (founded_on, ended_on)
        && ended < founded
    {
        form.refuse(FieldError::new("ended_on", "ends-before-start"));
    }
    let publisher = form.take(text::line("publisher", &typed.publisher));
    let reason = form.take(text::optional_paragraphs("reason", &typed.reason));
    form.finish()?;
    match (name, countries, publisher) {
        (Some(name), Some(countries), Some(publisher)) => Ok(Card {
            name,
            abbreviation: abbreviation.flatten().unwrap_or_default(),
            countries,
            mandate: mandate.flatten().unwrap_or_default(),
            founded_on: founded_on.flatten(),
            ended_on: ended_on.flatten(),
            publisher,
            reason: reason.flatten(),
        }),
        _ => Err(AppError::NotFound),
    }
}

fn keeper(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::EditProgramme) { Ok(()) } else { Err(AppError::NotFound) }
}

async fn keep_countries(conn: &mut Conn, body: BodyId, countries: &[String]) -> Result<(), AppError> {
    execute!(&mut *conn, "delete from standing_body_countries where body_id = $1", body.0)?;
    for country in countries {
        execute!(&mut *conn, "insert into standing_body_countries (body_id, country) values ($1, $2)", body.0, country)?;
    }
    Ok(())
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Enters a standing body; answers its address.
pub async fn found(db: &Db, by: Command, typed: BodyForm) -> Result<String, AppError> {
    keeper(&by)?;
    let card = sound(&typed, day_in(HOME_ZONE, by.at))?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let (standing,): (i64,) = fetch_one!(&mut *conn, (i64,), "select count(*) from standing_bodies")?;
            let named = if card.abbreviation.is_empty() { &card.name } else { &card.abbreviation };
            let address = text::address_of(named, "body", standing + 1);
            let id = BodyId(new_id());
            let made = execute!(
                &mut *conn,
                "insert into standing_bodies (id, address, name, abbreviation, mandate, founded_on, ended_on, publisher, illustrative, \
                 version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) on conflict do nothing",
                id.0,
                address,
                card.name,
                card.abbreviation,
                card.mandate,
                card.founded_on,
                card.ended_on,
                card.publisher,
                typed.illustrative
            )?;
            if made == 0 || address == "new" {
                let field = if card.abbreviation.is_empty() { "name" } else { "abbreviation" };
                return Err(AppError::field(field, "body-exists"));
            }
            keep_countries(conn, id, &card.countries).await?;
            let told = format!("{}\n{}", card.name, card.countries.join(" "));
            record.append(conn, of_body(id.0, "found", told, card.reason)).await?;
            record.finish(conn).await?;
            Ok(address)
        })
    }))
    .await
}

fn of_body(id: Uuid, verb: &'static str, new: String, reason: Option<String>) -> Change {
    Change {
        chapter: None,
        subject: SUBJECT,
        subject_id: id,
        verb,
        field: verb,
        old: None,
        new: Some(new),
        reason,
        clearance: Field::StandingBody.clearance(),
    }
}

row! {
    struct Stands {
        id: Uuid,
        name: String,
        abbreviation: String,
        mandate: String,
        founded_on: Option<NaiveDate>,
        ended_on: Option<NaiveDate>,
        publisher: String,
        version: i64,
    }
}

/// Edits what is said of a standing body; its address stays. `version` is the one that was edited.
pub async fn edit(db: &Db, by: Command, address: String, version: i64, typed: BodyForm) -> Result<(), AppError> {
    keeper(&by)?;
    let card = sound(&typed, day_in(HOME_ZONE, by.at))?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut record = Record::of_house(conn, &by).await?;
            let old: Option<Stands> = fetch_optional!(
                &mut *conn,
                Stands,
                "select id, name, abbreviation, mandate, founded_on, ended_on, publisher, version from standing_bodies where address = $1",
                address
            )?;
            let old = old.ok_or(AppError::NotFound)?;
            same_version(old.version, version)?;
            let were: Vec<(String,)> = fetch_all!(
                &mut *conn,
                (String,),
                "select country from standing_body_countries where body_id = $1 order by country",
                old.id
            )?;
            execute!(
                &mut *conn,
                "update standing_bodies set name = $2, abbreviation = $3, mandate = $4, founded_on = $5, ended_on = $6, publisher = $7, \
                 version = version + 1 where id = $1",
                old.id,
                card.name,
                card.abbreviation,
                card.mandate,
                card.founded_on,
                card.ended_on,
                card.publisher
            )?;
            keep_countries(conn, BodyId(old.id), &card.countries).await?;
            let were = were.into_iter().map(|(country,)| country).collect::<Vec<_>>().join(" ");
            let mut edits = Edits { record: &mut record, chapter: None, subject: SUBJECT, subject_id: old.id, reason: card.reason };
            for (field, old, new) in [
                ("name", old.name, card.name),
                ("abbreviation", old.abbreviation, card.abbreviation),
                ("countries", were, card.countries.join(" ")),
                ("mandate", old.mandate, card.mandate),
                ("founded_on", day(old.founded_on), day(card.founded_on)),
                ("ended_on", day(old.ended_on), day(card.ended_on)),
                ("publisher", old.publisher, card.publisher),
            ] {
                edits.field(conn, field, &old, &new, Field::StandingBody.clearance()).await?;
            }
            record.finish(conn).await
        })
    }))
    .await
}
