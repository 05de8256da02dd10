//! Trade figures as they are read: every source beside the others, and which of them is believed. They are public: any reader sees all.

/// The SQL that reads totals with their source, the figure where there is one, and the preference; the condition on `t` follows.
macro_rules! totals_where {
    ($condition:literal) => {
        concat!(
            "select t.reporter, t.partner, t.traded, t.flow, t.currency, t.period_kind, t.starts, t.ends, t.source_id, \
     s.publisher, s.title, s.verified, s.illustrative, s.entry, t.amount, t.scale, t.places, t.lines, t.basis, \
     (select f.id from trade_figures f where f.reporter = t.reporter and f.partner = t.partner and f.source_id = t.source_id \
     and f.hs = '' and f.commodity = '' and f.traded = t.traded and f.flow = t.flow and f.currency = t.currency \
     and f.starts = t.starts and f.ends = t.ends) as figure_id, \
     p.source_id as preferred, p.reason, p.version as preference_version \
     from trade_totals t join trade_sources s on s.id = t.source_id \
     left join trade_preferences p on p.reporter = t.reporter and p.partner = t.partner and p.traded = t.traded and p.flow = t.flow \
     and p.currency = t.currency and p.starts = t.starts and p.ends = t.ends and p.hs = '' and p.commodity = '' where ",
            $condition
        )
    };
}

pub mod bilateral;
pub mod breakdown;
pub mod figures;
pub mod goods;
pub mod import;
pub mod nomenclature;
pub mod overview;
pub mod region;
pub mod sources;
pub mod targets;

use std::collections::BTreeMap;

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::clearance::Field;
use accord_domain::ids::{FigureId, SourceId};
use accord_domain::trade::amount::{Amount, Currency, Printed, Scale};
use accord_domain::trade::figure::{Basis, Flow, Traded};
use accord_domain::trade::period::{PeriodKind, TradePeriod};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::actor::cleared_somewhere;
use crate::db::{Conn, word};

/// What one source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub source: SourceId,
    pub publisher: String,
    pub title: String,
    pub verified: bool,
    pub illustrative: bool,
    pub printed: Printed,
    /// Whether the source says it so, or what was added up to it.
    pub basis: Basis,
    /// How many figures were added up to it; 0 where the source says it whole.
    pub lines: i64,
    /// The figure, where it is one.
    pub figure: Option<FigureId>,
    /// Which came first to the house.
    entry: i64,
}

impl Said {
    /// Whether both say the same: whether they are no further apart than rounding may have left either of them off.
    fn agrees_with(&self, other: &Self) -> bool {
        let apart = (i128::from(self.printed.amount.0) - i128::from(other.printed.amount.0)).abs();
        apart <= self.printed.slack(self.lines).max(other.printed.slack(other.lines))
    }
}

/// That a source is believed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preference {
    pub source: SourceId,
    /// Blank for who is not told.
    pub reason: String,
    pub version: i64,
}

/// All that is said of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sayings {
    /// Never empty; the one that is believed comes first.
    pub said: Vec<Said>,
    pub preference: Option<Preference>,
}

impl Sayings {
    /// Orders what is said: the source preferred by a person; else a verified one, one that tells the whole, the one entered last.
    pub fn of(mut said: Vec<Said>, preference: Option<Preference>) -> Self {
        let preferred = preference.as_ref().map(|preference| preference.source);
        said.sort_by_key(|said| (Some(said.source) != preferred, !said.verified, said.basis != Basis::Printed, -said.entry));
        Self { said, preference }
    }

    /// What is believed.
    pub fn believed(&self) -> &Said {
        &self.said[0]
    }

    /// The amount that is believed.
    pub fn amount(&self) -> Amount {
        self.believed().printed.amount
    }

    /// Whether sources contradict each other.
    pub fn conflicts(&self) -> bool {
        self.said.iter().skip(1).any(|other| !other.agrees_with(self.believed()))
    }
}

row! {
    /// A total of a source as the database keeps it.
    #[derive(Clone)]
    struct TotalRow {
        reporter: String,
        partner: String,
        traded: String,
        flow: String,
        currency: String,
        period_kind: String,
        starts: NaiveDate,
        ends: NaiveDate,
        source_id: Uuid,
        publisher: String,
        title: String,
        verified: bool,
        illustrative: bool,
        entry: i64,
        amount: i64,
        scale: String,
        places: i16,
        lines: i64,
        basis: String,
        figure_id: Option<Uuid>,
        preferred: Option<Uuid>,
        reason: Option<String>,
        preference_version: Option<i64>,
    }
}

/// All trade between two places of one kind, in one direction and period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Total {
    pub reporter: String,
    pub partner: String,
    pub traded: Traded,
    pub currency: Currency,
    pub period: TradePeriod,
    pub flow: Flow,
}

pub(crate) fn printed(amount: i64, scale: &str, places: i16) -> Result<Printed, AppError> {
    let places = u8::try_from(places).map_err(|error| AppError::Internal(error.to_string()))?;
    Ok(Printed { amount: Amount(amount), scale: word(scale, Scale::from_code)?, places })
}

fn period(starts: NaiveDate, ends: NaiveDate, kind: &str) -> Result<TradePeriod, AppError> {
    TradePeriod::stored(starts, ends, word(kind, PeriodKind::from_code)?)
        .ok_or_else(|| AppError::Internal("a period ends before it starts".into()))
}

/// Whether the reader is told why a source is believed.
async fn reads_reasons(conn: &mut Conn, actor: &Actor) -> Result<bool, AppError> {
    Ok(actor.holds(HouseRight::EditTradeFigures) || cleared_somewhere(conn, actor, Field::Reason).await?)
}

/// What is said of each total, in the order of the totals; why a source is believed for who is told so.
fn gathered(rows: Vec<TotalRow>, reasons: bool) -> Result<BTreeMap<Total, Sayings>, AppError> {
    let mut gathered: BTreeMap<Total, (Vec<Said>, Option<Preference>)> = BTreeMap::new();
    for row in rows {
        let of = Total {
            traded: word(&row.traded, Traded::from_code)?,
            currency: word(&row.currency, Currency::from_code)?,
            period: period(row.starts, row.ends, &row.period_kind)?,
            flow: word(&row.flow, Flow::from_code)?,
            reporter: row.reporter,
            partner: row.partner,
        };
        let said = Said {
            source: SourceId(row.source_id),
            publisher: row.publisher,
            title: row.title,
            verified: row.verified,
            illustrative: row.illustrative,
            printed: printed(row.amount, &row.scale, row.places)?,
            basis: word(&row.basis, Basis::from_code)?,
            lines: row.lines,
            figure: row.figure_id.map(FigureId),
            entry: row.entry,
        };
        let preference = match (row.preferred, row.reason, row.preference_version) {
            (Some(source), Some(reason), Some(version)) => {
                Some(Preference { source: SourceId(source), reason: if reasons { reason } else { String::new() }, version })
            }
            _ => None,
        };
        let sayings = gathered.entry(of).or_default();
        sayings.0.push(said);
        sayings.1 = preference;
    }
    Ok(gathered.into_iter().map(|(of, (said, preference))| (of, Sayings::of(said, preference))).collect())
}
