//! Targets: what trade is meant to reach by the end of a year.

use accord_domain::country;
use accord_domain::error::Form;
use accord_domain::ids::TargetId;
use accord_domain::trade::amount::{Currency, Printed};
use accord_domain::trade::figure::{Flow, Traded};
use accord_domain::trade::period::{PeriodKind, PeriodReading, TradePeriod};
use accord_domain::{AppError, FieldError, text};

use super::figures::ValueForm;
use super::{change, keeper, recorded, region_codes};
use crate::actor::new_id;
use crate::changes::Command;
use crate::commands::saving::same_version;
use crate::db::{Conn, Db};

/// A target, as typed.
#[derive(Clone, Debug, Default)]
pub struct TargetForm {
    pub reporter: String,
    pub partner: String,
    pub traded: String,
    pub flow: String,
    pub currency: String,
    pub value: ValueForm,
    /// The year by whose end it is to be reached.
    pub by: String,
    pub publisher: String,
    pub note: String,
    pub verified: bool,
    pub illustrative: bool,
}

struct Sound {
    reporter: String,
    partner: String,
    traded: Traded,
    flow: Flow,
    currency: Currency,
    printed: Printed,
    by: TradePeriod,
    publisher: String,
    note: String,
}

impl Sound {
    /// A target in the text of the change record, a line for each part.
    fn told(&self) -> String {
        let Self { reporter, partner, publisher, note, .. } = self;
        let (traded, flow, currency) = (self.traded.code(), self.flow.code(), self.currency.code());
        format!(
            "{reporter}\n{partner}\n{traded}\n{flow}\n{currency}\n{}\n{}\n{publisher}\n{note}",
            self.by.to_text(),
            self.printed.amount.0
        )
    }
}

fn sound(typed: &TargetForm, regions: &[String], form: &mut Form) -> Option<Sound> {
    let reporter = form.take(country::country("reporter", &typed.reporter));
    let partner = form.take(country::place("partner", &typed.partner, regions));
    let traded = form.take(text::choice("traded", &typed.traded, Traded::from_code));
    let flow = form.take(text::choice("flow", &typed.flow, Flow::from_code));
    let currency = form.take(text::choice("currency", &typed.currency, Currency::from_code));
    let printed = typed.value.sound(form);
    let by = form.take(TradePeriod::parse("by", &typed.by, PeriodReading::AsWritten));
    let publisher = form.take(text::line("publisher", &typed.publisher));
    let note = form.take(text::optional_paragraphs("note", &typed.note));
    if by.is_some_and(|by| !matches!(by.kind(), PeriodKind::FiscalYear | PeriodKind::CalendarYear)) {
        form.refuse(FieldError::new("by", "not-a-year"));
    }
    if printed.is_some_and(|printed| printed.amount.0 <= 0) {
        form.refuse(FieldError::new("value", "target-of-nothing"));
    }
    if reporter.is_some() && reporter == partner {
        form.refuse(FieldError::new("partner", "trades-with-itself"));
    }
    Some(Sound {
        reporter: reporter?,
        partner: partner?,
        traded: traded?,
        flow: flow?,
        currency: currency?,
        printed: printed?,
        by: by?,
        publisher: publisher?,
        note: note?.unwrap_or_default(),
    })
}

async fn read(conn: &mut Conn, typed: &TargetForm) -> Result<Sound, AppError> {
    let regions = region_codes(conn).await?;
    let mut form = Form::default();
    let target = sound(typed, &regions, &mut form);
    form.finish()?;
    target.ok_or(AppError::NotFound)
}

/// Sets a target.
pub async fn set(db: &Db, by: Command, typed: TargetForm) -> Result<TargetId, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let target = read(conn, &typed).await?;
            let id = TargetId(new_id());
            execute!(
                &mut *conn,
                "insert into trade_targets (id, reporter, partner, traded, flow, currency, amount, scale, period_kind, starts, ends, \
                 publisher, note, verified, illustrative, version) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,1)",
                id.0,
                target.reporter,
                target.partner,
                target.traded.code(),
                target.flow.code(),
                target.currency.code(),
                target.printed.amount.0,
                target.printed.scale.code(),
                target.by.kind().code(),
                target.by.from(),
                target.by.to(),
                target.publisher,
                target.note,
                typed.verified,
                typed.illustrative
            )?;
            recorded(conn, &by, change("target", id.0, "set", None, Some(target.told()), None)).await?;
            Ok(id)
        })
    }))
    .await
}

/// Drops a target, with a reason.
pub async fn drop_target(db: &Db, by: Command, id: TargetId, version: i64, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let stands: Option<(i64, String, String, String, i64)> = fetch_optional!(
                &mut *conn,
                (i64, String, String, String, i64),
                "select version, reporter, partner, flow, amount from trade_targets where id = $1",
                id.0
            )?;
            let (stands, reporter, partner, flow, amount) = stands.ok_or(AppError::NotFound)?;
            same_version(stands, version)?;
            let reason = text::paragraphs("reason", &reason).map_err(super::invalid)?;
            execute!(&mut *conn, "delete from trade_targets where id = $1", id.0)?;
            let old = format!("{reporter}\n{partner}\n{flow}\n{amount}");
            recorded(conn, &by, change("target", id.0, "drop", Some(old), None, Some(reason))).await
        })
    }))
    .await
}
