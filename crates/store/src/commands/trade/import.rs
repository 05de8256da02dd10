//! Figures from a file: tried first, then kept all or none.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::error::Form;
use accord_domain::ids::{SourceId, WaitingFileId};
use accord_domain::trade::amount::Currency;
use accord_domain::trade::figure::{Flow, Subject, Traded};
use accord_domain::trade::period::TradePeriod;
use uuid::Uuid;

use super::{NewFigure, SourceForm, StoredSubject, change, digits, keeper, preferences, recorded, totals};
use crate::actor::new_id;
use crate::changes::Command;
use crate::db::{Conn, Db};

/// How many figures a statement keeps.
const AT_ONCE: usize = 200;
/// How many figures a question reads.
const READ_AT_ONCE: i64 = 5_000;

/// A file read to its end: what is to be kept of it, and as whose.
pub struct Intake {
    pub source: SourceForm,
    pub file: WaitingFileId,
    pub file_name: String,
    /// The digest of the file in hexadecimal (SHA-256).
    pub sha256: String,
    /// How its columns were read, to be remembered for the source's next file.
    pub mapping: String,
    pub figures: Vec<NewFigure>,
}

/// What an import adds, changes, and finds as it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    pub added: i64,
    pub changed: i64,
    pub same: i64,
}

row! {
    struct Known {
        id: Uuid,
        reporter: String,
        partner: String,
        traded: String,
        flow: String,
        currency: String,
        period_kind: String,
        starts: chrono::NaiveDate,
        ends: chrono::NaiveDate,
        hs: String,
        commodity: String,
        amount: i64,
    }
}

async fn source_of(conn: &mut Conn, typed: &SourceForm) -> Result<Option<Uuid>, AppError> {
    let row: Option<(Uuid,)> = fetch_optional!(
        conn,
        (Uuid,),
        "select id from trade_sources where publisher = $1 and title = $2",
        typed.publisher.trim(),
        typed.title.trim()
    )?;
    Ok(row.map(|(id,)| id))
}

/// The amounts of a source, each by the hash of its subject: a hundred thousand subjects would fill the memory.
async fn known(conn: &mut Conn, source: Uuid, hashes: &RandomState) -> Result<HashMap<u64, i64>, AppError> {
    let (mut known, mut after) = (HashMap::new(), Uuid::nil());
    loop {
        let rows: Vec<Known> = fetch_all!(
            &mut *conn,
            Known,
            "select id, reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, amount from trade_figures \
             where source_id = $1 and id > $2 order by id limit $3",
            source,
            after,
            READ_AT_ONCE
        )?;
        let Some(last) = rows.last() else { return Ok(known) };
        after = last.id;
        for row in rows {
            let amount = row.amount;
            if let Some(subject) = row.subject() {
                known.insert(hashes.hash_one(&subject), amount);
            }
        }
    }
}

/// Tells what an import would do, and does nothing.
pub async fn trial(db: &Db, actor: &Actor, source: &SourceForm, figures: &[NewFigure]) -> Result<Effect, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    let hashes = RandomState::new();
    let known = match source_of(&mut conn, source).await? {
        Some(source) => known(&mut conn, source, &hashes).await?,
        None => HashMap::new(),
    };
    let mut effect = Effect::default();
    for figure in figures {
        match known.get(&hashes.hash_one(&figure.subject)) {
            None => effect.added += 1,
            Some(amount) if *amount == figure.printed.amount.0 => effect.same += 1,
            Some(_) => effect.changed += 1,
        }
    }
    Ok(effect)
}

impl Known {
    fn subject(self) -> Option<Subject> {
        let Self { reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, .. } = self;
        StoredSubject { reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity }.read()
    }
}

/// Refuses figures of one flow and period that add up to more than any number holds.
fn check_sums(figures: &[NewFigure]) -> Result<(), AppError> {
    let mut sums: HashMap<(&str, &str, Traded, Flow, Currency, TradePeriod), i128> = HashMap::new();
    for NewFigure { subject, printed } in figures {
        let Subject { reporter, partner, traded, flow, currency, period, .. } = subject;
        let sum = sums.entry((reporter, partner, *traded, *flow, *currency, *period)).or_default();
        *sum += i128::from(printed.amount.0).abs();
    }
    // The months of a year and both flows are added up in turn.
    if sums.into_values().any(|sum| sum > i128::from(i64::MAX) / 24) {
        return Err(AppError::field("commit", "sum-too-large"));
    }
    Ok(())
}

/// Keeps all figures of a file in one transaction; a figure its source had already is changed to what the file says.
pub async fn commit(db: &Db, by: Command, intake: Intake) -> Result<Effect, AppError> {
    keeper(&by)?;
    check_sums(&intake.figures)?;
    db.write(Box::new(move |conn| {
        Box::pin(async move {
            let mut form = Form::default();
            let source = intake.source.sound(&mut form);
            form.finish()?;
            let typed = source.ok_or(AppError::NotFound)?;
            let source = typed.found(conn).await?;
            let before = count(conn, source).await?;
            let mut touched = 0;
            let all = i64::try_from(intake.figures.len()).unwrap_or(i64::MAX);
            for figures in intake.figures.chunks(AT_ONCE) {
                touched += keep_all(conn, source, figures).await?;
            }
            // Adding them up takes memory of its own.
            drop(intake.figures);
            let added = count(conn, source).await? - before;
            let effect = Effect { added, changed: touched - added, same: all - touched };
            execute!(
                &mut *conn,
                "update trade_sources set mapping = $2, complete = $3 where id = $1",
                source,
                intake.mapping,
                typed.complete
            )?;
            totals::renew(conn, source, None).await?;
            preferences::end_of_silent(conn, &by, SourceId(source)).await?;
            let id = new_id();
            execute!(
                &mut *conn,
                "insert into trade_imports (id, source_id, file_name, sha256, added, changed, imported_by, imported_at) \
                 values ($1,$2,$3,$4,$5,$6,$7,$8)",
                id,
                source,
                intake.file_name,
                intake.sha256,
                effect.added,
                effect.changed,
                by.actor.name,
                by.at
            )?;
            execute!(&mut *conn, "delete from waiting_files where id = $1 and account_id = $2", intake.file.0, by.actor.account.0)?;
            let told = format!("{}\n{}\n{}\n{}", intake.file_name, intake.sha256, effect.added, effect.changed);
            recorded(conn, &by, change("import", id, "import", None, Some(told), None)).await?;
            Ok(effect)
        })
    }))
    .await
}

async fn count(conn: &mut Conn, source: Uuid) -> Result<i64, AppError> {
    let (count,): (i64,) = fetch_one!(conn, (i64,), "select count(*) from trade_figures where source_id = $1", source)?;
    Ok(count)
}

/// Keeps figures; answers how many were added or changed.
async fn keep_all(conn: &mut Conn, source: Uuid, figures: &[NewFigure]) -> Result<i64, AppError> {
    let touched = built_execute!(conn, |query| {
        query.push(
            "insert into trade_figures (id, source_id, reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, \
             commodity, amount, scale, places, version) values ",
        );
        for (at, NewFigure { subject, printed }) in figures.iter().enumerate() {
            query.push(if at == 0 { "(" } else { ", (" });
            query.push_bind(new_id());
            query.push(", ");
            query.push_bind(source);
            for place in [&subject.reporter, &subject.partner] {
                query.push(", ");
                query.push_bind(place.clone());
            }
            for word in [subject.traded.code(), subject.flow.code(), subject.currency.code(), subject.period.kind().code()] {
                query.push(", ");
                query.push_bind(word);
            }
            for day in [subject.period.from(), subject.period.to()] {
                query.push(", ");
                query.push_bind(day);
            }
            for word in [digits(subject), subject.commodity.as_str()] {
                query.push(", ");
                query.push_bind(word.to_owned());
            }
            query.push(", ");
            query.push_bind(printed.amount.0);
            query.push(", ");
            query.push_bind(printed.scale.code());
            query.push(", ");
            query.push_bind(i16::from(printed.places));
            query.push(", 1)");
        }
        query.push(
            " on conflict (reporter, partner, source_id, hs, commodity, traded, flow, currency, starts, ends) do update set \
             amount = excluded.amount, scale = excluded.scale, places = excluded.places, version = trade_figures.version + 1 \
             where trade_figures.amount <> excluded.amount",
        );
    })?;
    i64::try_from(touched).map_err(|error| AppError::Internal(error.to_string()))
}
