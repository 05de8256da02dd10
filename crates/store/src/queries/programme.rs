//! The export programme as a reader may see it: whole to its keeper and to who has the delegation's clearance somewhere, the cells of
//! its own country to a mission, nothing to others.

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::clearance::Field;
use accord_domain::ids::CellId;
use accord_domain::lifecycle::Stage;
use accord_domain::programme::{CellStatus, SectorKind};
use accord_domain::trade::amount::{Amount, Currency};
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::barriers::list::{BarrierLine, counts, of_cell};
use super::house_changes::{self, HouseChange};
use super::house_meetings::plan::{PlanLine, of_cell as planned_in};
use crate::actor::cleared_somewhere;
use crate::db::{Conn, Db, word};

/// The country a mission is accredited to; none for any other account.
pub(crate) async fn mission_of(conn: &mut Conn, actor: &Actor) -> Result<Option<String>, AppError> {
    if !actor.holds(HouseRight::Mission) {
        return Ok(None);
    }
    let row: Option<(String,)> = fetch_optional!(
        conn,
        (String,),
        "select m.country from programme_missions m join programme_countries c on c.code = m.country and not c.retired \
         where m.account_id = $1",
        actor.account.0
    )?;
    Ok(row.map(|(country,)| country))
}

/// How much of the programme a reader sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// All of it; `mission` is the country of a mission that has the delegation's clearance too, or keeps the programme.
    Whole { keeps: bool, mission: Option<String> },
    /// That of the country a mission is accredited to.
    Country(String),
}

impl Seen {
    /// Whether the reader may fill the cells of a country.
    pub fn fills(&self, country: &str) -> bool {
        match self {
            Self::Whole { keeps: true, .. } => true,
            Self::Whole { .. } | Self::Country(_) => self.mission() == Some(country),
        }
    }

    /// The country of a mission, whatever else it sees.
    pub fn mission(&self) -> Option<&str> {
        match self {
            Self::Whole { mission, .. } => mission.as_deref(),
            Self::Country(own) => Some(own),
        }
    }

    /// Whether the reader keeps the programme.
    pub fn keeps(&self) -> bool {
        matches!(self, Self::Whole { keeps: true, .. })
    }

    /// The one country seen, blank where all are.
    pub(crate) fn country(&self) -> &str {
        match self {
            Self::Whole { .. } => "",
            Self::Country(own) => own,
        }
    }
}

pub(crate) async fn seen(conn: &mut Conn, actor: &Actor) -> Result<Seen, AppError> {
    let mission = mission_of(conn, actor).await?;
    if actor.holds(HouseRight::EditProgramme) {
        return Ok(Seen::Whole { keeps: true, mission });
    }
    if cleared_somewhere(conn, actor, Field::Programme).await? {
        return Ok(Seen::Whole { keeps: false, mission });
    }
    mission.map(Seen::Country).ok_or(AppError::NotFound)
}

/// A sector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sector {
    pub address: String,
    pub kind: SectorKind,
    pub name: String,
    pub publisher: String,
    pub illustrative: bool,
}

row! {
    /// A focus country.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FocusCountry {
        pub code: String,
        pub publisher: String,
        pub illustrative: bool,
    }
}

/// A sector in a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub id: CellId,
    pub country: String,
    /// The address of the sector.
    pub sector: String,
    pub status: CellStatus,
    pub target: Option<Amount>,
    pub currency: Currency,
    pub by: Option<TradePeriod>,
    pub owner: String,
    pub next_step: String,
    pub mission_input: String,
    pub illustrative: bool,
    pub version: i64,
    pub saved_by: String,
    pub saved_at: DateTime<Utc>,
}

row! {
    struct CellRow {
        id: Uuid,
        country: String,
        address: String,
        status: String,
        target: Option<i64>,
        currency: String,
        target_kind: String,
        target_starts: Option<NaiveDate>,
        target_ends: Option<NaiveDate>,
        owner: String,
        next_step: String,
        mission_input: String,
        illustrative: bool,
        version: i64,
        saved_by: String,
        saved_at: DateTime<Utc>,
    }
}

impl CellRow {
    fn cell(self) -> Result<Cell, AppError> {
        let kind = PeriodKind::from_code(&self.target_kind);
        let by = match (kind, self.target_starts, self.target_ends) {
            (Some(kind), Some(starts), Some(ends)) => TradePeriod::stored(starts, ends, kind),
            _ => None,
        };
        Ok(Cell {
            id: CellId(self.id),
            status: word(&self.status, CellStatus::from_code)?,
            currency: word(&self.currency, Currency::from_code)?,
            target: self.target.map(Amount),
            by,
            country: self.country,
            sector: self.address,
            owner: self.owner,
            next_step: self.next_step,
            mission_input: self.mission_input,
            illustrative: self.illustrative,
            version: self.version,
            saved_by: self.saved_by,
            saved_at: self.saved_at,
        })
    }
}

/// The programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    pub seen: Seen,
    pub sectors: Vec<Sector>,
    pub countries: Vec<FocusCountry>,
    pub cells: Vec<Cell>,
    /// How many barriers that are pursued each country imposes on each sector: country, address of the sector, how many.
    pub barriers: Vec<(String, String, i64)>,
}

impl Programme {
    /// The cell of a sector in a country, if anybody filled it.
    pub fn cell(&self, country: &str, sector: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.country == country && cell.sector == sector)
    }

    /// How many barriers that are pursued the country imposes on the sector.
    pub fn barriers(&self, country: &str, sector: &str) -> i64 {
        self.barriers.iter().find(|(by, on, _)| by == country && on == sector).map_or(0, |(_, _, count)| *count)
    }
}

/// Loads what the reader may see of the programme.
pub async fn load(db: &Db, actor: &Actor) -> Result<Programme, AppError> {
    let mut conn = db.read().await?;
    let seen = seen(&mut conn, actor).await?;
    let sectors: Vec<(String, String, String, String, bool)> = fetch_all!(
        &mut conn,
        (String, String, String, String, bool),
        "select address, kind, name, publisher, illustrative from programme_sectors where not retired order by kind, position"
    )?;
    let countries: Vec<FocusCountry> = fetch_all!(
        &mut conn,
        FocusCountry,
        "select code, publisher, illustrative from programme_countries where not retired and ($1 = '' or code = $1) order by position",
        seen.country()
    )?;
    let rows: Vec<CellRow> = fetch_all!(
        &mut conn,
        CellRow,
        "select x.id, x.country, s.address, x.status, x.target, x.currency, x.target_kind, x.target_starts, x.target_ends, x.owner, \
         x.next_step, x.mission_input, x.illustrative, x.version, x.saved_by, x.saved_at from programme_cells x \
         join programme_sectors s on s.id = x.sector_id and not s.retired \
         join programme_countries c on c.code = x.country and not c.retired where $1 = '' or x.country = $1",
        seen.country()
    )?;
    let sectors = sectors
        .into_iter()
        .map(|(address, kind, name, publisher, illustrative)| {
            Ok(Sector { kind: word(&kind, SectorKind::from_code)?, address, name, publisher, illustrative })
        })
        .collect::<Result<_, AppError>>()?;
    let barriers = counts(&mut conn, actor).await?;
    Ok(Programme { seen, sectors, countries, barriers, cells: rows.into_iter().map(CellRow::cell).collect::<Result<_, _>>()? })
}

/// An agreement with a country, as the public knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementWith {
    /// Its address, for who has a role in it.
    pub slug: Option<String>,
    pub name: String,
    pub stage: Stage,
    pub illustrative: bool,
}

/// The agreements with a country, what is negotiated first.
async fn agreements_with(conn: &mut Conn, actor: &Actor, country: &str) -> Result<Vec<AgreementWith>, AppError> {
    let rows: Vec<(Option<String>, String, String, bool)> = fetch_all!(
        conn,
        (Option<String>, String, String, bool),
        "select case when exists (select 1 from grants g where g.agreement_id = a.id and g.account_id = $2) then a.slug end as slug, \
         a.name, a.stage, a.illustrative from agreements a join agreement_parties p on p.agreement_id = a.id and p.code = $1 \
         where a.archived_at is null and a.home_party <> $1 order by a.stage_order, a.sort_name",
        country,
        actor.account.0
    )?;
    rows.into_iter()
        .map(|(slug, name, stage, illustrative)| {
            Ok(AgreementWith { slug, name, stage: word(&stage, Stage::from_code)?, illustrative })
        })
        .collect()
}

/// A cell with what surrounds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellView {
    pub seen: Seen,
    pub country: FocusCountry,
    pub sector: Sector,
    /// None where nobody has filled it.
    pub cell: Option<Cell>,
    /// Those with the country; what is negotiated first.
    pub agreements: Vec<AgreementWith>,
    /// The newest first.
    pub history: Vec<HouseChange>,
    /// What that country puts in the way of the sector, as far as the reader sees it.
    pub barriers: Vec<BarrierLine>,
    /// What is planned to be done there and is not done yet.
    pub plan: Vec<PlanLine>,
}

/// Loads the cell of a sector in a country that the reader may see.
pub async fn cell(db: &Db, actor: &Actor, country: &str, sector: &str) -> Result<CellView, AppError> {
    let programme = load(db, actor).await?;
    let cell = programme.cell(country, sector).cloned();
    let country = programme.countries.into_iter().find(|focus| focus.code == country).ok_or(AppError::NotFound)?;
    let sector = programme.sectors.into_iter().find(|known| known.address == sector).ok_or(AppError::NotFound)?;
    let mut conn = db.read().await?;
    let agreements = agreements_with(&mut conn, actor, &country.code).await?;
    let history = match &cell {
        Some(cell) => house_changes::of(&mut conn, actor, programme.seen.keeps(), "programme_cell", cell.id.0).await?,
        None => Vec::new(),
    };
    let barriers = of_cell(&mut conn, actor, &country.code, &sector.address).await?;
    let plan = planned_in(&mut conn, &programme.seen, &country.code, &sector.address).await?;
    Ok(CellView { seen: programme.seen, country, sector, cell, agreements, history, barriers, plan })
}

row! {
    /// A mission and the country it is accredited to; blank where nobody has said.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct MissionLine {
        pub email: String,
        pub name: String,
        pub country: String,
    }
}

/// Every account with the right of a mission, for the keeper of the programme.
pub async fn missions(db: &Db, actor: &Actor) -> Result<Vec<MissionLine>, AppError> {
    if !actor.holds(HouseRight::EditProgramme) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    fetch_all!(
        &mut conn,
        MissionLine,
        "select a.email, a.name, coalesce(m.country, '') as country from accounts a join house_rights h on h.account_id = a.id \
         and h.house_right = 'mission' left join programme_missions m on m.account_id = a.id order by a.email"
    )
}
