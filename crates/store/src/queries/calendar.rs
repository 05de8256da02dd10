//! What a person's calendar holds: the meetings they may know of, the milestones of their agreements, and what they owe by when.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::clearance::Clearance;
use accord_domain::dates::{PartialDate, Period, Precision};
use accord_domain::ids::AccountId;
use accord_domain::meeting::{MeetingKind, MeetingMode, MeetingState};
use accord_domain::milestone::MilestoneKind;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::action_points::{ActionPoint, owed};
use super::house_meetings::since;
use super::meetings::MeetingName;
use super::programme::seen;
use super::timeline::{self, Entry};
use crate::clock::{HOME_ZONE, instant_of};
use crate::commands::meeting_card::stored_dates;
use crate::db::{Conn, Db, word};

/// What of a token is kept.
pub(crate) fn hash_of(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The account whose feed a token opens.
///
/// # Errors
/// `NotFound` where it opens none. Whether the account is disabled is not asked here.
pub async fn opened_by(db: &Db, token: &str) -> Result<AccountId, AppError> {
    let row: Option<(Uuid,)> = fetch_optional!(
        &mut db.read().await?,
        (Uuid,),
        "select account_id from calendar_feeds where token_hash = $1",
        hash_of(token)
    )?;
    row.map(|(id,)| AccountId(id)).ok_or(AppError::NotFound)
}

/// When the actor's own feed was made; none where there is none.
pub async fn made_at(db: &Db, actor: &Actor) -> Result<Option<DateTime<Utc>>, AppError> {
    let row: Option<(DateTime<Utc>,)> = fetch_optional!(
        &mut db.read().await?,
        (DateTime<Utc>,),
        "select made_at from calendar_feeds where account_id = $1",
        actor.account.0
    )?;
    Ok(row.map(|(at,)| at))
}

/// Whose a meeting is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    Agreement {
        slug: String,
        name: String,
    },
    /// The house's: of a standing body, by its name; blank for a conference of missions.
    House {
        body: String,
    },
}

/// A meeting with days of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingDays {
    /// What it is known by as long as it stands.
    pub uid: String,
    pub holder: Holder,
    pub name: MeetingName,
    pub state: MeetingState,
    pub mode: Option<MeetingMode>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The instant it opens, on the clocks of the venue; none where no hour is set.
    pub opens: Option<DateTime<Tz>>,
    pub place: String,
    /// How often it was edited; none for who does not hold meetings, as its confidences count too.
    pub version: Option<i64>,
}

/// A milestone with days of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneDays {
    /// What it is known by as long as it stands.
    pub uid: String,
    pub kind: MilestoneKind,
    pub title: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub place: String,
    /// The agreements it is tied to, by their names.
    pub agreements: Vec<String>,
}

/// What a calendar holds. What is known by the month alone is on no day, and stands in no calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarView {
    pub meetings: Vec<MeetingDays>,
    pub milestones: Vec<MilestoneDays>,
    /// Open action points the person owes.
    pub owed: Vec<ActionPoint>,
}

/// Days looked back.
const BACK: u64 = 366;
/// Days looked ahead: a lifetime.
const AHEAD: u64 = 36_525;

/// Loads the calendar of the actor, from a year before a day on.
pub async fn load(db: &Db, actor: &Actor, today: NaiveDate) -> Result<CalendarView, AppError> {
    let from = today - chrono::Days::new(BACK);
    let ahead = Period { from, to: today + chrono::Days::new(AHEAD) };
    let milestones = timeline::load(db, actor, timeline::Of::Portfolio, Some(ahead)).await?.into_iter().filter_map(|dated| {
        let (from, to) = days_of(Some(dated.date))?;
        match dated.entry {
            Entry::Milestone { id, kind, title } => Some(MilestoneDays {
                uid: uid_of(id.0),
                kind,
                title,
                from,
                to,
                place: dated.place,
                agreements: dated.agreements.into_iter().map(|(_, name)| name).collect(),
            }),
            Entry::Event { .. } | Entry::Meeting { .. } => None,
        }
    });
    let meetings = meetings(&mut db.read().await?, actor, from).await?;
    Ok(CalendarView { meetings, milestones: milestones.collect(), owed: owed(db, actor).await? })
}

/// An identifier that tells nothing: the record's own tell when a thing was made, and a meeting is a draft before it is announced.
fn uid_of(id: Uuid) -> String {
    hash_of(&format!("calendar {id}")).chars().take(32).collect()
}

/// The days of a date that is known to the day.
fn days_of(date: Option<PartialDate>) -> Option<(NaiveDate, NaiveDate)> {
    date.filter(|date| date.precision() == Precision::Day).map(|date| (date.from(), date.to()))
}

row! {
    /// A meeting as the database keeps it: an agreement's, or, where the address of the agreement is blank, the house's.
    pub(crate) struct MeetingRow {
        id: Uuid,
        slug: String,
        holder: String,
        address: String,
        kind: String,
        number: Option<i16>,
        title: String,
        state: String,
        mode: String,
        starts: Option<NaiveDate>,
        ends: Option<NaiveDate>,
        date_precision: Option<String>,
        clock: String,
        zone: String,
        place: String,
        version: i64,
        holds: bool,
    }
}

impl MeetingRow {
    /// The meeting; none where its days are not known.
    pub(crate) fn days(self) -> Result<Option<MeetingDays>, AppError> {
        let Some((from, to)) = days_of(stored_dates(self.starts, self.ends, self.date_precision.as_deref())?) else {
            return Ok(None);
        };
        let zone: Tz = self.zone.parse().unwrap_or(HOME_ZONE);
        let clock = NaiveTime::parse_from_str(&self.clock, "%H:%M").ok();
        Ok(Some(MeetingDays {
            uid: uid_of(self.id),
            holder: if self.slug.is_empty() {
                Holder::House { body: self.holder }
            } else {
                Holder::Agreement { slug: self.slug, name: self.holder }
            },
            name: MeetingName {
                kind: word(&self.kind, MeetingKind::from_code)?,
                address: self.address,
                number: self.number,
                title: self.title,
            },
            state: word(&self.state, MeetingState::from_code)?,
            mode: MeetingMode::from_code(&self.mode),
            opens: clock.and_then(|clock| instant_of("clock", zone, from, clock).ok()),
            from,
            to,
            place: self.place,
            version: self.holds.then_some(self.version),
        }))
    }
}

async fn meetings(conn: &mut Conn, actor: &Actor, from: NaiveDate) -> Result<Vec<MeetingDays>, AppError> {
    // Who holds meetings is who leads the agreement.
    let mut rows: Vec<MeetingRow> = fetch_all!(
        &mut *conn,
        MeetingRow,
        "select m.id, a.slug, a.name as holder, m.address, m.kind, m.number, m.title, m.state, m.mode, \
         m.starts, m.ends, m.date_precision, m.clock, m.zone, m.place, m.version, g.clearance >= $3 as holds from agreements a \
         join (select agreement_id, max(agreement_rank) as clearance from grants where account_id = $1 group by agreement_id) g \
         on g.agreement_id = a.id join meetings m on m.agreement_id = a.id and m.clearance <= g.clearance \
         where m.ends >= $2 and a.archived_at is null \
         order by m.starts, m.id",
        actor.account.0,
        from,
        Clearance::Principals.rank()
    )?;
    match seen(conn, actor).await {
        Ok(seen) => rows.extend(since(conn, &seen, from).await?),
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error),
    }
    rows.into_iter().filter_map(|row| row.days().transpose()).collect()
}
