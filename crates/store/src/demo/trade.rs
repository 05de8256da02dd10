//! The trade figures, regions and targets of the demonstration.

use accord_domain::AppError;
use accord_domain::error::Form;
use accord_domain::ids::SourceId;
use serde::Deserialize;
use uuid::Uuid;

use super::data::wrong;
use crate::changes::Command;
use crate::commands::trade::figures::{self, FigureForm, ValueForm};
use crate::commands::trade::preferences::prefer;
use crate::commands::trade::regions::{self, RegionForm};
use crate::commands::trade::targets::{self, TargetForm};
use crate::commands::trade::{SourceForm, SubjectForm};
use crate::db::Db;

/// Whose trade it is.
const REPORTER: &str = "IN";
const CURRENCY: &str = "USD";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trade {
    #[serde(default)]
    regions: Vec<Region>,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    preferences: Vec<Preference>,
    #[serde(default)]
    targets: Vec<Target>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    code: String,
    name: String,
    publisher: String,
    countries: String,
    illustrative: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    publisher: String,
    title: String,
    verified: bool,
    illustrative: bool,
    /// Whether its codes add up to all trade.
    #[serde(default)]
    complete: bool,
    figures: Vec<Figure>,
}

fn goods() -> String {
    "goods".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    partner: String,
    #[serde(default = "goods")]
    traded: String,
    flow: String,
    period: String,
    #[serde(default)]
    hs: String,
    value: String,
    scale: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preference {
    partner: String,
    flow: String,
    period: String,
    /// The title of the source preferred.
    title: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    partner: String,
    flow: String,
    value: String,
    scale: String,
    by: String,
    publisher: String,
    note: String,
    verified: bool,
    illustrative: bool,
}

fn subject(partner: &str, traded: &str, flow: &str, period: &str, hs: &str) -> SubjectForm {
    SubjectForm {
        reporter: REPORTER.into(),
        partner: partner.into(),
        traded: traded.into(),
        flow: flow.into(),
        hs: hs.into(),
        commodity: String::new(),
        currency: CURRENCY.into(),
        period: period.into(),
    }
}

/// Enters all of it.
pub(super) async fn enter(db: &Db, by: &Command, trade: Trade) -> Result<(), AppError> {
    let mut codes = Vec::new();
    for region in trade.regions {
        let Region { code, name, publisher, countries, illustrative } = region;
        codes.push(regions::make(db, by.clone(), RegionForm { code, name, publisher, countries, illustrative }).await?);
    }
    for source in trade.sources {
        for figure in source.figures {
            let form = FigureForm {
                subject: subject(&figure.partner, &figure.traded, &figure.flow, &figure.period, &figure.hs),
                value: ValueForm { value: figure.value, scale: figure.scale },
                source: SourceForm {
                    publisher: source.publisher.clone(),
                    title: source.title.clone(),
                    verified: source.verified,
                    illustrative: source.illustrative,
                    complete: source.complete,
                },
            };
            figures::record(db, by.clone(), form).await?;
        }
    }
    for preference in trade.preferences {
        let of =
            subject(&preference.partner, "goods", &preference.flow, &preference.period, "").sound(&codes, &mut Form::default());
        let of = of.ok_or_else(|| wrong(format!("the preference on {}", preference.period)))?;
        let source = source_of(db, &preference.title).await?;
        prefer(db, by.clone(), of, source, 0, preference.reason).await?;
    }
    for target in trade.targets {
        let Target { partner, flow, value, scale, by: year, publisher, note, verified, illustrative } = target;
        let form = TargetForm {
            reporter: REPORTER.into(),
            partner,
            traded: goods(),
            flow,
            currency: CURRENCY.into(),
            value: ValueForm { value, scale },
            by: year,
            publisher,
            note,
            verified,
            illustrative,
        };
        targets::set(db, by.clone(), form).await?;
    }
    Ok(())
}

async fn source_of(db: &Db, title: &str) -> Result<SourceId, AppError> {
    let mut conn = db.read().await?;
    let row: Option<(Uuid,)> = fetch_optional!(&mut conn, (Uuid,), "select id from trade_sources where title = $1", title)?;
    row.map(|(id,)| SourceId(id)).ok_or_else(|| wrong(format!("there is no source {title}")))
}
