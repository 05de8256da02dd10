//! A cell of the export programme: filled by its keeper, or by the mission to its country.

use accord_domain::access::HouseRight;
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::{CellId, SectorId};
use accord_domain::programme::CellStatus;
use accord_domain::trade::amount::{Amount, Currency, DecimalMark, Scale};
use accord_domain::trade::period::{PeriodKind, PeriodReading, TradePeriod};
use accord_domain::{AppError, FieldError, text};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::actor::new_id;
use crate::changes::{Command, Record};
use crate::commands::saving::{Edits, same_version};
use crate::db::{Conn, Db};
use crate::queries::programme::mission_of;

/// What one may fill.
enum May {
    Everything,
    /// The cells of one country, but for their target and owner.
    Country(String),
}

async fn may(conn: &mut Conn, by: &Command) -> Result<May, AppError> {
    if by.actor.holds(HouseRight::EditProgramme) {
        return Ok(May::Everything);
    }
    mission_of(conn, &by.actor).await?.map(May::Country).ok_or(AppError::NotFound)
}

/// A cell, as typed. Its target and owner are its keeper's to set: from a mission they are left as they are.
#[derive(Clone, Debug, Default)]
pub struct CellForm {
    pub status: String,
    pub target: String,
    pub scale: String,
    pub currency: String,
    /// The year by whose end the target is to be reached.
    pub by: String,
    pub owner: String,
    pub next_step: String,
    pub mission_input: String,
    pub reason: String,
    pub illustrative: bool,
}

/// What is to be reached, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Target {
    amount: Amount,
    by: TradePeriod,
}

fn target_of(typed: &CellForm, form: &mut Form) -> Option<Target> {
    if typed.target.trim().is_empty() && typed.by.trim().is_empty() {
        return None;
    }
    let scale = form.take(text::choice("scale", &typed.scale, Scale::from_code));
    let amount = scale.and_then(|scale| form.take(Amount::parse("target", &typed.target, DecimalMark::Point, scale)));
    let by = form.take(TradePeriod::parse("by", &typed.by, PeriodReading::AsWritten));
    if amount.is_some_and(|amount| amount.amount.0 <= 0) {
        form.refuse(FieldError::new("target", "target-of-nothing"));
    }
    if by.is_some_and(|by| !matches!(by.kind(), PeriodKind::FiscalYear | PeriodKind::CalendarYear)) {
        form.refuse(FieldError::new("by", "not-a-year"));
    }
    Some(Target { amount: amount?.amount, by: by? })
}

/// A target in the text of the change record.
fn told(target: Option<Target>, currency: &str) -> String {
    target.map(|target| format!("{} {currency} {}", target.amount.0, target.by.to_text())).unwrap_or_default()
}

row! {
    struct CellRow {
        id: Uuid,
        status: String,
        target: Option<i64>,
        currency: String,
        target_kind: String,
        target_starts: Option<NaiveDate>,
        target_ends: Option<NaiveDate>,
        owner: String,
        next_step: String,
        mission_input: String,
        version: i64,
    }
}

impl CellRow {
    fn target(&self) -> Option<Target> {
        let kind = PeriodKind::from_code(&self.target_kind)?;
        let by = TradePeriod::stored(self.target_starts?, self.target_ends?, kind)?;
        Some(Target { amount: Amount(self.target?), by })
    }

    /// A cell nobody has filled.
    fn blank() -> Self {
        Self {
            id: new_id(),
            status: CellStatus::NotStarted.code().into(),
            target: None,
            currency: Currency::Usd.code().into(),
            target_kind: String::new(),
            target_starts: None,
            target_ends: None,
            owner: String::new(),
            next_step: String::new(),
            mission_input: String::new(),
            version: 0,
        }
    }
}

async fn here(conn: &mut Conn, code: &str, sector: &str) -> Result<SectorId, AppError> {
    let row: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select s.id from programme_sectors s, programme_countries c where s.address = $1 and not s.retired and c.code = $2 \
         and not c.retired",
        sector,
        code
    )?;
    row.map(|(id,)| SectorId(id)).ok_or(AppError::NotFound)
}

/// Fills the cell of a sector in a country. `version` is 0 where nobody has filled it.
pub async fn fill(db: &Db, by: Command, code: String, sector: String, version: i64, typed: CellForm) -> Result<CellId, AppError> {
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let may = may(conn, &by).await?;
            if matches!(&may, May::Country(own) if *own != code) {
                return Err(AppError::NotFound);
            }
            let sector = here(conn, &code, &sector).await?;
            let mut record = Record::of_house(conn, &by).await?;
            let stands: Option<CellRow> = fetch_optional!(
                &mut *conn,
                CellRow,
                "select id, status, target, currency, target_kind, target_starts, target_ends, owner, next_step, mission_input, version \
                 from programme_cells where country = $1 and sector_id = $2",
                code,
                sector.0
            )?;
            let old = stands.unwrap_or_else(CellRow::blank);
            same_version(old.version, version)?;
            let mut form = Form::default();
            let status = form.take(text::choice("cell_status", &typed.status, CellStatus::from_code));
            let next_step = form.take(text::optional_paragraphs("next_step", &typed.next_step)).flatten().unwrap_or_default();
            let input = form.take(text::optional_paragraphs("mission_input", &typed.mission_input)).flatten().unwrap_or_default();
            let reason = form.take(text::optional_paragraphs("reason", &typed.reason)).flatten();
            let (target, currency, owner) = match may {
                May::Everything => {
                    let currency = form.take(text::choice("currency", &typed.currency, Currency::from_code));
                    let owner = form.take(text::optional_line("owner", &typed.owner)).flatten().unwrap_or_default();
                    (target_of(&typed, &mut form), currency.map(Currency::code).unwrap_or_default().to_owned(), owner)
                }
                May::Country(_) => (old.target(), old.currency.clone(), old.owner.clone()),
            };
            form.finish()?;
            let status = status.ok_or(AppError::NotFound)?;
            let kind = target.map(|target| target.by.kind().code()).unwrap_or_default();
            execute!(
                &mut *conn,
                "insert into programme_cells (id, country, sector_id, status, target, currency, target_kind, target_starts, target_ends, \
                 owner, next_step, mission_input, illustrative, version, saved_by, saved_at) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,1,$14,$15) on conflict (country, sector_id) do update set \
                 status = excluded.status, target = excluded.target, currency = excluded.currency, target_kind = excluded.target_kind, \
                 target_starts = excluded.target_starts, target_ends = excluded.target_ends, owner = excluded.owner, \
                 next_step = excluded.next_step, mission_input = excluded.mission_input, version = programme_cells.version + 1, \
                 saved_by = excluded.saved_by, saved_at = excluded.saved_at",
                old.id,
                code,
                sector.0,
                status.code(),
                target.map(|target| target.amount.0),
                currency,
                kind,
                target.map(|target| target.by.from()),
                target.map(|target| target.by.to()),
                owner,
                next_step,
                input,
                typed.illustrative,
                by.actor.name,
                by.at
            )?;
            let before = told(old.target(), &old.currency);
            let clearance = Field::Programme.clearance();
            let mut edits = Edits { record: &mut record, chapter: None, subject: "programme_cell", subject_id: old.id, reason };
            edits.field(conn, "status", if old.version == 0 { "" } else { &old.status }, status.code(), clearance).await?;
            edits.field(conn, "target", &before, &told(target, &currency), clearance).await?;
            edits.field(conn, "owner", &old.owner, &owner, clearance).await?;
            edits.field(conn, "next_step", &old.next_step, &next_step, clearance).await?;
            edits.field(conn, "mission_input", &old.mission_input, &input, clearance).await?;
            record.finish(conn).await?;
            Ok(CellId(old.id))
        })
    }))
    .await
}
