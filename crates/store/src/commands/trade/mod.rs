//! Commands on trade figures: entered one by one or from a file, corrected, preferred, and what they are to reach.

pub mod figures;
pub mod import;
mod kept;
pub mod nomenclature;
pub mod preferences;
pub mod regions;
pub mod sources;
pub mod targets;
pub mod totals;
pub mod withdrawal;

use accord_domain::access::HouseRight;
use accord_domain::error::Form;
use accord_domain::trade::figure::{Flow, Subject, Traded};
use accord_domain::{AppError, FieldError, country, text};
use uuid::Uuid;

use crate::actor::new_id;
use crate::changes::{Change, Command, Record};
use crate::db::Conn;
use crate::queries::trade::printed;
use accord_domain::clearance::Field;
use accord_domain::trade::amount::{Amount, Currency, Printed};
use accord_domain::trade::hs::HsCode;
use accord_domain::trade::period::{PeriodKind, PeriodReading, TradePeriod};
use chrono::NaiveDate;

fn keeper(by: &Command) -> Result<(), AppError> {
    if by.actor.holds(HouseRight::EditTradeFigures) { Ok(()) } else { Err(AppError::NotFound) }
}

/// Who published figures, as typed.
#[derive(Clone, Debug, Default)]
pub struct SourceForm {
    pub publisher: String,
    pub title: String,
    pub verified: bool,
    pub illustrative: bool,
    /// Whether its codes add up to all trade.
    pub complete: bool,
}

/// Who published figures: their name and the title of the publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub publisher: String,
    pub title: String,
    pub verified: bool,
    pub illustrative: bool,
    pub complete: bool,
}

impl SourceForm {
    /// The source, with what is wrong noted in the form.
    pub fn sound(&self, form: &mut Form) -> Option<Source> {
        let publisher = form.take(text::line("publisher", &self.publisher));
        let title = form.take(text::optional_line("source_title", &self.title))?.unwrap_or_default();
        let Self { verified, illustrative, complete, .. } = *self;
        publisher.map(|publisher| Source { publisher, title, verified, illustrative, complete })
    }
}

impl Source {
    /// Finds the source of this name and title, or makes it.
    async fn found(&self, conn: &mut Conn) -> Result<Uuid, AppError> {
        let known: Option<(Uuid,)> = fetch_optional!(
            &mut *conn,
            (Uuid,),
            "select id from trade_sources where publisher = $1 and title = $2",
            self.publisher,
            self.title
        )?;
        if let Some((id,)) = known {
            return Ok(id);
        }
        let id = new_id();
        execute!(
            conn,
            "insert into trade_sources (id, publisher, title, verified, illustrative, mapping, entry, complete, version) \
             select $1, $2, $3, $4, $5, '', coalesce(max(entry), 0) + 1, $6, 1 from trade_sources",
            id,
            self.publisher,
            self.title,
            self.verified,
            self.illustrative,
            self.complete
        )?;
        Ok(id)
    }
}

/// What a figure is of, as typed.
#[derive(Clone, Debug, Default)]
pub struct SubjectForm {
    pub reporter: String,
    pub partner: String,
    pub traded: String,
    pub flow: String,
    pub hs: String,
    pub commodity: String,
    pub currency: String,
    pub period: String,
}

impl SubjectForm {
    /// The subject, with what is wrong noted in the form. `regions` are the letters of the regions the house keeps.
    pub fn sound(&self, regions: &[String], form: &mut Form) -> Option<Subject> {
        let reporter = form.take(country::country("reporter", &self.reporter));
        let partner = form.take(country::place("partner", &self.partner, regions));
        let traded = form.take(text::choice("traded", &self.traded, Traded::from_code));
        let flow = form.take(text::choice("flow", &self.flow, Flow::from_code));
        let hs = match self.hs.trim() {
            "" => Some(None),
            typed => form.take(HsCode::parse("hs", typed)).map(Some),
        };
        let commodity = form.take(text::optional_line("commodity", &self.commodity));
        let currency = form.take(text::choice("currency", &self.currency, Currency::from_code));
        let period = form.take(TradePeriod::parse("period", &self.period, PeriodReading::AsWritten));
        let subject = Subject {
            reporter: reporter?.into(),
            partner: partner?.into(),
            traded: traded?,
            flow: flow?,
            hs: hs?,
            commodity: commodity?.unwrap_or_default().into(),
            currency: currency?,
            period: period?,
        };
        form.take(subject.check())?;
        Some(subject)
    }
}

/// The letters of the regions the house keeps.
pub async fn region_codes(conn: &mut Conn) -> Result<Vec<String>, AppError> {
    let rows: Vec<(String,)> = fetch_all!(conn, (String,), "select code from regions")?;
    Ok(rows.into_iter().map(|(code,)| code).collect())
}

row! {
    /// The subject of a figure as the database keeps it.
    pub struct StoredSubject {
        pub reporter: String,
        pub partner: String,
        pub traded: String,
        pub flow: String,
        pub currency: String,
        pub period_kind: String,
        pub starts: NaiveDate,
        pub ends: NaiveDate,
        pub hs: String,
        pub commodity: String,
    }
}

impl StoredSubject {
    /// The subject, or none if its parts are no words of the trade.
    pub fn read(self) -> Option<Subject> {
        let hs = if self.hs.is_empty() { None } else { Some(HsCode::parse("hs", &self.hs).ok()?) };
        Some(Subject {
            traded: Traded::from_code(&self.traded)?,
            flow: Flow::from_code(&self.flow)?,
            currency: Currency::from_code(&self.currency)?,
            period: TradePeriod::stored(self.starts, self.ends, PeriodKind::from_code(&self.period_kind)?)?,
            reporter: self.reporter.into(),
            partner: self.partner.into(),
            hs,
            commodity: self.commodity.into(),
        })
    }
}

row! {
    /// A figure as the database keeps it.
    pub struct StoredFigure {
        pub id: Uuid,
        pub reporter: String,
        pub partner: String,
        pub traded: String,
        pub flow: String,
        pub currency: String,
        pub period_kind: String,
        pub starts: NaiveDate,
        pub ends: NaiveDate,
        pub hs: String,
        pub commodity: String,
        pub amount: i64,
        pub scale: String,
        pub places: i16,
    }
}

impl StoredFigure {
    /// What it is of, and its amount.
    ///
    /// # Errors
    /// Where a part of it is no word of the trade.
    pub fn read(self) -> Result<(Subject, Printed), AppError> {
        let Self { reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, .. } = self;
        let stored = StoredSubject { reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity };
        let subject = stored.read().ok_or_else(|| AppError::Internal("a trade figure of no subject".into()))?;
        Ok((subject, printed(self.amount, &self.scale, self.places)?))
    }
}

/// The digits of a subject's code as the database keeps them.
fn digits(subject: &Subject) -> &str {
    subject.hs.as_ref().map_or("", HsCode::as_str)
}

/// A subject in the text of the change record, a line for each: reporter, partner, what is traded, flow, currency, period, code,
/// commodity.
fn told_subject(subject: &Subject) -> String {
    let Subject { reporter, partner, commodity, period, .. } = subject;
    let (traded, flow, currency) = (subject.traded.code(), subject.flow.code(), subject.currency.code());
    format!("{reporter}\n{partner}\n{traded}\n{flow}\n{currency}\n{}\n{}\n{commodity}", period.to_text(), digits(subject))
}

/// A figure in the text of the change record: its subject, its amount in hundredths, and who published it.
fn told(subject: &Subject, amount: Amount, publisher: &str, title: &str) -> String {
    format!("{}\n{}\n{publisher}\n{title}", told_subject(subject), amount.0)
}

/// A figure before its source is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFigure {
    pub subject: Subject,
    pub printed: Printed,
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
        clearance: Field::TradeFigure.clearance(),
    }
}

async fn recorded(conn: &mut Conn, by: &Command, change: Change) -> Result<(), AppError> {
    let mut record = Record::of_house(conn, by).await?;
    record.append(conn, change).await?;
    record.finish(conn).await
}

fn invalid(error: FieldError) -> AppError {
    AppError::Invalid(vec![error])
}
