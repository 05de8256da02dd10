//! Standing bodies: what they are is every reader's to know, and when and where they met; what they plan and write is not.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::dates::PartialDate;
use chrono::NaiveDate;
use uuid::Uuid;

use super::house_changes::{self, HouseChange};
use super::house_meetings::{HouseMeetingLine, listed};
use super::programme::{Seen, seen};
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db};

/// A standing body in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLine {
    pub address: String,
    pub name: String,
    pub abbreviation: String,
    pub countries: Vec<String>,
    pub founded_on: Option<NaiveDate>,
    /// None while it stands.
    pub ended_on: Option<NaiveDate>,
    pub illustrative: bool,
    /// The days of the last meeting that was held.
    pub last: Option<PartialDate>,
    /// The days of the next one, as far as the reader may know of it.
    pub next: Option<PartialDate>,
}

row! {
    struct Row {
        id: Uuid,
        address: String,
        name: String,
        abbreviation: String,
        mandate: String,
        founded_on: Option<NaiveDate>,
        ended_on: Option<NaiveDate>,
        publisher: String,
        illustrative: bool,
        version: i64,
    }
}

/// How much of the programme the reader sees, if any of it.
async fn seen_at_all(conn: &mut Conn, actor: &Actor) -> Result<Option<Seen>, AppError> {
    match seen(conn, actor).await {
        Ok(seen) => Ok(Some(seen)),
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn countries_of(conn: &mut Conn) -> Result<Vec<(Uuid, String)>, AppError> {
    fetch_all!(conn, (Uuid, String), "select body_id, country from standing_body_countries order by country")
}

row! {
    /// A meeting that was held: all that the public knows of it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    struct HeldRow {
        body_id: Uuid,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        place: String,
        illustrative: bool,
    }
}

async fn held(conn: &mut Conn) -> Result<Vec<HeldRow>, AppError> {
    fetch_all!(
        conn,
        HeldRow,
        "select body_id, starts, ends, date_precision, place, illustrative from house_meetings where body_id is not null \
         and state in ('in-progress', 'closed') order by starts desc, number desc"
    )
}

/// Every standing body: those with one of the countries, or all where none is named; those that stand first, then by name.
async fn lines(conn: &mut Conn, actor: &Actor, with: Option<&[String]>, today: NaiveDate) -> Result<Vec<BodyLine>, AppError> {
    let rows: Vec<Row> = fetch_all!(
        &mut *conn,
        Row,
        "select id, address, name, abbreviation, mandate, founded_on, ended_on, publisher, illustrative, version from standing_bodies \
         order by case when ended_on is null then 0 else 1 end, name"
    )?;
    let (countries, held, seen) = (countries_of(conn).await?, held(conn).await?, seen_at_all(conn, actor).await?);
    let mut lines = Vec::new();
    for row in rows {
        let own: Vec<String> = countries.iter().filter(|(body, _)| *body == row.id).map(|(_, country)| country.clone()).collect();
        if with.is_some_and(|with| !own.iter().any(|country| with.contains(country))) {
            continue;
        }
        let last = held.iter().find(|meeting| meeting.body_id == row.id);
        let last = last.map(|row| stored_dates(row.starts, row.ends, row.date_precision.as_deref())).transpose()?.flatten();
        let planned = match &seen {
            Some(seen) => listed(conn, seen, Some(row.id), today).await?,
            None => Vec::new(),
        };
        let ahead = planned.iter().filter(|line| line.state.takes_words() && !line.state.is_held()).filter_map(|line| line.dates);
        let next = ahead.filter(|dates| dates.to() >= today).min_by_key(|dates| dates.order());
        lines.push(BodyLine {
            address: row.address,
            name: row.name,
            abbreviation: row.abbreviation,
            countries: own,
            founded_on: row.founded_on,
            ended_on: row.ended_on,
            illustrative: row.illustrative,
            last,
            next,
        });
    }
    Ok(lines)
}

/// Every standing body.
pub async fn all(db: &Db, actor: &Actor, today: NaiveDate) -> Result<Vec<BodyLine>, AppError> {
    let mut conn = db.read().await?;
    lines(&mut conn, actor, None, today).await
}

/// The standing bodies that one of the countries has a part in.
pub async fn with_any_of(db: &Db, actor: &Actor, countries: &[String], today: NaiveDate) -> Result<Vec<BodyLine>, AppError> {
    let mut conn = db.read().await?;
    lines(&mut conn, actor, Some(countries), today).await
}

/// A meeting that was held, as the public knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldMeeting {
    pub dates: Option<PartialDate>,
    pub place: String,
    pub illustrative: bool,
}

/// A standing body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyView {
    pub address: String,
    pub name: String,
    pub abbreviation: String,
    pub mandate: String,
    pub countries: Vec<String>,
    pub founded_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub publisher: String,
    pub illustrative: bool,
    pub version: i64,
    /// Whether the reader edits it.
    pub keeps: bool,
    /// Its meetings, for who sees the programme; none to whom only the held ones are public.
    pub meetings: Option<Vec<HouseMeetingLine>>,
    /// The held ones, the latest first.
    pub held: Vec<HeldMeeting>,
    /// The newest first.
    pub history: Vec<HouseChange>,
}

/// Loads a standing body.
pub async fn load(db: &Db, actor: &Actor, address: &str, today: NaiveDate) -> Result<BodyView, AppError> {
    let mut conn = db.read().await?;
    let row: Option<Row> = fetch_optional!(
        &mut conn,
        Row,
        "select id, address, name, abbreviation, mandate, founded_on, ended_on, publisher, illustrative, version from standing_bodies \
         where address = $1",
        address
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    let countries = countries_of(&mut conn).await?.into_iter().filter(|(body, _)| *body == row.id).map(|(_, country)| country);
    let countries: Vec<String> = countries.collect();
    let meetings = match seen_at_all(&mut conn, actor).await? {
        // A mission of another country is told what the public is.
        Some(Seen::Country(own)) if !countries.contains(&own) => None,
        Some(seen) => Some(listed(&mut conn, &seen, Some(row.id), today).await?),
        None => None,
    };
    let held = held(&mut conn).await?.into_iter().filter(|meeting| meeting.body_id == row.id);
    let held = held
        .map(|held| {
            let dates = stored_dates(held.starts, held.ends, held.date_precision.as_deref())?;
            Ok(HeldMeeting { dates, place: held.place, illustrative: held.illustrative })
        })
        .collect::<Result<_, AppError>>()?;
    let keeps = actor.holds(HouseRight::EditProgramme);
    let history = house_changes::of(&mut conn, actor, keeps, "standing_body", row.id).await?;
    Ok(BodyView {
        address: row.address,
        name: row.name,
        abbreviation: row.abbreviation,
        mandate: row.mandate,
        countries,
        founded_on: row.founded_on,
        ended_on: row.ended_on,
        publisher: row.publisher,
        illustrative: row.illustrative,
        version: row.version,
        keeps,
        meetings,
        held,
        history,
    })
}
