//! A figure entered by hand, corrected, and withdrawn.

use accord_domain::error::Form;
use accord_domain::ids::{FigureId, SourceId};
use accord_domain::trade::amount::{Amount, DecimalMark, Printed, Scale};
use accord_domain::trade::figure::Subject;
use accord_domain::{AppError, text};
use uuid::Uuid;

use super::{
    NewFigure, SourceForm, StoredSubject, SubjectForm, change, digits, keeper, preferences, recorded, region_codes, told, totals,
};
use crate::actor::new_id;
use crate::changes::Command;
use crate::commands::saving::same_version;
use crate::db::{Conn, Db};

/// A figure, as typed.
#[derive(Clone, Debug, Default)]
pub struct FigureForm {
    pub subject: SubjectForm,
    pub value: ValueForm,
    pub source: SourceForm,
}

/// A value, as typed.
#[derive(Clone, Debug, Default)]
pub struct ValueForm {
    pub value: String,
    /// A word of [`Scale`].
    pub scale: String,
}

impl ValueForm {
    /// The amount, with what is wrong noted in the form.
    pub fn sound(&self, form: &mut Form) -> Option<Printed> {
        let scale = form.take(text::choice("scale", &self.scale, Scale::from_code))?;
        form.take(Amount::parse("value", &self.value, DecimalMark::Point, scale))
    }
}

/// Keeps a figure; answers its id, or none where its source has one of the same already.
pub(super) async fn keep(conn: &mut Conn, source: Uuid, figure: &NewFigure) -> Result<Option<FigureId>, AppError> {
    let (id, subject, printed) = (new_id(), &figure.subject, &figure.printed);
    let kept = execute!(
        conn,
        "insert into trade_figures (id, source_id, reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, \
         amount, scale, places, version) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,1) on conflict do nothing",
        id,
        source,
        subject.reporter,
        subject.partner,
        subject.traded.code(),
        subject.flow.code(),
        subject.currency.code(),
        subject.period.kind().code(),
        subject.period.from(),
        subject.period.to(),
        digits(subject),
        subject.commodity,
        printed.amount.0,
        printed.scale.code(),
        i16::from(printed.places)
    )?;
    Ok((kept > 0).then_some(FigureId(id)))
}

/// Enters a figure.
pub async fn record(db: &Db, by: Command, typed: FigureForm) -> Result<FigureId, AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let regions = region_codes(conn).await?;
            let mut form = Form::default();
            let subject = typed.subject.sound(&regions, &mut form);
            let printed = typed.value.sound(&mut form);
            let source = typed.source.sound(&mut form);
            if let (Some(subject), Some(printed)) = (&subject, &printed) {
                form.take(subject.check_amount(printed.amount));
            }
            form.finish()?;
            let (Some(subject), Some(printed), Some(source)) = (subject, printed, source) else { return Err(AppError::NotFound) };
            let from = source.found(conn).await?;
            let figure = NewFigure { subject, printed };
            let id = keep(conn, from, &figure).await?.ok_or_else(|| AppError::field("value", "figure-exists"))?;
            totals::renew(conn, from, Some((&figure.subject.reporter, &figure.subject.partner))).await?;
            let new = told(&figure.subject, figure.printed.amount, &source.publisher, &source.title);
            recorded(conn, &by, change("figure", id.0, "record", None, Some(new), None)).await?;
            Ok(id)
        })
    }))
    .await
}

row! {
    struct Row {
        source_id: Uuid,
        publisher: String,
        title: String,
        amount: i64,
        version: i64,
    }
}

/// A figure locked for a command. From now on it is no import's any more.
struct Locked {
    source: Uuid,
    publisher: String,
    title: String,
    subject: Subject,
    amount: Amount,
}

async fn locked(conn: &mut Conn, id: FigureId, version: i64) -> Result<Locked, AppError> {
    let row: Option<Row> = fetch_optional!(
        &mut *conn,
        Row,
        "update trade_figures set version = version + 1, import_id = null where id = $1 returning source_id, \
         (select publisher from trade_sources s where s.id = source_id) as publisher, \
         (select title from trade_sources s where s.id = source_id) as title, amount, version - 1 as version",
        id.0
    )?;
    let row = row.ok_or(AppError::NotFound)?;
    same_version(row.version, version)?;
    let subject: StoredSubject = fetch_one!(
        conn,
        StoredSubject,
        "select reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity from trade_figures where id = $1",
        id.0
    )?;
    let subject = subject.read().ok_or_else(|| AppError::Internal("a trade figure of no subject".into()))?;
    let Row { source_id, publisher, title, amount, .. } = row;
    Ok(Locked { source: source_id, publisher, title, subject, amount: Amount(amount) })
}

impl Locked {
    /// The figure in the text of the change record, with an amount.
    fn told(&self, amount: Amount) -> String {
        told(&self.subject, amount, &self.publisher, &self.title)
    }
}

/// Corrects the value of a figure, with a reason.
pub async fn correct(db: &Db, by: Command, id: FigureId, version: i64, typed: ValueForm, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = locked(conn, id, version).await?;
            let mut form = Form::default();
            let printed = typed.sound(&mut form);
            let reason = form.take(text::paragraphs("reason", &reason));
            if let Some(printed) = printed {
                form.take(locked.subject.check_amount(printed.amount));
            }
            form.finish()?;
            let Some(printed) = printed else { return Err(AppError::NotFound) };
            execute!(
                &mut *conn,
                "update trade_figures set amount = $2, scale = $3, places = $4 where id = $1",
                id.0,
                printed.amount.0,
                printed.scale.code(),
                i16::from(printed.places)
            )?;
            totals::renew(conn, locked.source, Some((&locked.subject.reporter, &locked.subject.partner))).await?;
            let (old, new) = (locked.told(locked.amount), locked.told(printed.amount));
            recorded(conn, &by, change("figure", id.0, "correct", Some(old), Some(new), reason)).await
        })
    }))
    .await
}

/// Withdraws a figure entered in error, with a reason.
pub async fn withdraw(db: &Db, by: Command, id: FigureId, version: i64, reason: String) -> Result<(), AppError> {
    keeper(&by)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let locked = locked(conn, id, version).await?;
            let reason = text::paragraphs("reason", &reason).map_err(super::invalid)?;
            execute!(&mut *conn, "delete from trade_import_changes where figure_id = $1", id.0)?;
            execute!(&mut *conn, "delete from trade_figures where id = $1", id.0)?;
            totals::renew(conn, locked.source, Some((&locked.subject.reporter, &locked.subject.partner))).await?;
            preferences::end_of_silent(conn, &by, SourceId(locked.source)).await?;
            let old = locked.told(locked.amount);
            recorded(conn, &by, change("figure", id.0, "withdraw", Some(old), None, Some(reason))).await
        })
    }))
    .await
}
