//! Commands on the export programme: its keeper shapes it, a mission fills the cells of its own country.

use accord_domain::access::HouseRight;
use accord_domain::clearance::Field;
use accord_domain::error::Form;
use accord_domain::ids::{CellId, SectorId};
use accord_domain::programme::{CellStatus, SectorKind};
use accord_domain::trade::amount::{Amount, Currency, DecimalMark, Scale};
use accord_domain::trade::period::{PeriodKind, PeriodReading, TradePeriod};
use accord_domain::{AppError, FieldError, country, text};
use chrono::NaiveDate;
use uuid::Uuid;

use super::saving::{Edits, same_version};
use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
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

fn keeper(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::EditProgramme) { Ok(()) } else { Err(AppError::NotFound) }
}

fn change(
    subject: &'static str,
    id: Uuid,
    verb: &'static str,
    old: Option<String>,
    new: Option<String>,
    reason: Option<String>,
) -> Change {
    Change {
        chapter: None,
        subject,
        subject_id: id,
        verb,
        field: subject,
        old,
        new,
        reason,
        clearance: Field::Programme.clearance(),
    }
}

async fn recorded(conn: &mut Conn, by: &Command, change: Change) -> Result<(), AppError> {
    let mut record = Record::of_house(conn, by).await?;
    record.append(conn, change).await?;
    record.finish(conn).await
}

/// A sector, as typed.
#[derive(Clone, Debug, Default)]
pub struct SectorForm {
    pub kind: String,
    pub name: String,
    pub publisher: String,
    pub illustrative: bool,
}

/// Adds a sector; answers its address.
pub async fn add_sector(db: &Db, by: Command, typed: SectorForm) -> Result<String, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let kind = form.take(text::choice("sector_kind", &typed.kind, SectorKind::from_code));
            let name = form.take(text::line("sector_name", &typed.name));
            let publisher = form.take(text::line("sector_publisher", &typed.publisher));
            form.finish()?;
            let (Some(kind), Some(name), Some(publisher)) = (kind, name, publisher) else { return Err(AppError::NotFound) };
            let (last,): (i64,) = fetch_one!(&mut *conn, (i64,), "select coalesce(max(position), 0) from programme_sectors")?;
            let (id, address) = (new_id(), text::address_of(&name, "sector", last + 1));
            let added = execute!(
                &mut *conn,
                "insert into programme_sectors (id, address, kind, name, publisher, illustrative, position, retired) \
                 values ($1, $2, $3, $4, $5, $6, $7, false) on conflict do nothing",
                id,
                address,
                kind.code(),
                name,
                publisher,
                typed.illustrative,
                last + 1
            )?;
            if added == 0 {
                return Err(AppError::field("sector_name", "sector-exists"));
            }
            let told = format!("{}\n{name}\n{publisher}", kind.code());
            recorded(conn, &by, change("programme_sector", id, "add", None, Some(told), None)).await?;
            Ok(address)
        })
    }))
    .await
}

/// A focus country, as typed.
#[derive(Clone, Debug, Default)]
pub struct CountryForm {
    pub country: String,
    pub publisher: String,
    pub illustrative: bool,
}

/// Adds a focus country, or takes one that was retired back in.
pub async fn add_country(db: &Db, by: Command, typed: CountryForm) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let code = form.take(country::country("country", &typed.country));
            let publisher = form.take(text::line("country_publisher", &typed.publisher));
            form.finish()?;
            let (Some(code), Some(publisher)) = (code, publisher) else { return Err(AppError::NotFound) };
            let added = execute!(
                &mut *conn,
                "insert into programme_countries (code, publisher, illustrative, position, retired) \
                 select $1, $2, $3, coalesce(max(position), 0) + 1, false from programme_countries where true \
                 on conflict (code) do update set retired = false, publisher = excluded.publisher where programme_countries.retired",
                code,
                publisher,
                typed.illustrative
            )?;
            if added == 0 {
                return Err(AppError::field("country", "country-in-programme"));
            }
            recorded(conn, &by, change("programme_country", Uuid::nil(), "add", None, Some(code), None)).await
        })
    }))
    .await
}

/// Retires a sector by its address, with a reason; its cells stay in the record.
pub async fn retire_sector(db: &Db, by: Command, address: String, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let row: Option<(Uuid, String)> = fetch_optional!(
                &mut *conn,
                (Uuid, String),
                "select id, name from programme_sectors where address = $1 and not retired",
                address
            )?;
            let (id, name) = row.ok_or_else(|| AppError::field("retired_sector", "unknown-choice"))?;
            let reason = text::paragraphs("retire_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            execute!(&mut *conn, "update programme_sectors set retired = true where id = $1", id)?;
            recorded(conn, &by, change("programme_sector", id, "retire", Some(name), None, Some(reason))).await
        })
    }))
    .await
}

/// Retires a focus country, with a reason; its cells stay in the record.
pub async fn retire_country(db: &Db, by: Command, code: String, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let reason = text::paragraphs("retire_reason", &reason).map_err(|error| AppError::Invalid(vec![error]))?;
            let retired =
                execute!(&mut *conn, "update programme_countries set retired = true where code = $1 and not retired", code)?;
            if retired == 0 {
                return Err(AppError::field("retired_country", "unknown-choice"));
            }
            recorded(conn, &by, change("programme_country", Uuid::nil(), "retire", Some(code), None, Some(reason))).await
        })
    }))
    .await
}

/// Says which country an account with the right of a mission is accredited to.
pub async fn accredit(db: &Db, by: Command, email: String, code: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mission: Option<(Uuid,)> = fetch_optional!(
                &mut *conn,
                (Uuid,),
                "select a.id from accounts a join house_rights h on h.account_id = a.id and h.house_right = 'mission' where a.email = $1",
                email.trim().to_lowercase()
            )?;
            let known: Option<(String,)> = fetch_optional!(
                &mut *conn,
                (String,),
                "select code from programme_countries where code = $1 and not retired",
                code
            )?;
            let mut form = Form::default();
            let mission = form.take(mission.ok_or_else(|| FieldError::new("mission", "no-such-mission")));
            let known = form.take(known.ok_or_else(|| FieldError::new("mission_country", "unknown-choice")));
            form.finish()?;
            let (Some((account,)), Some((code,))) = (mission, known) else { return Err(AppError::NotFound) };
            execute!(
                &mut *conn,
                "insert into programme_missions (account_id, country) values ($1, $2) \
                 on conflict (account_id) do update set country = excluded.country",
                account,
                code
            )?;
            recorded(conn, &by, change("programme_mission", account, "accredit", None, Some(code), None)).await
        })
    }))
    .await
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
