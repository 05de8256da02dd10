//! Figures from a file: tried first, then kept all or none.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use accord_domain::AppError;
use accord_domain::access::{Actor, HouseRight};
use accord_domain::error::Form;
use accord_domain::ids::{ImportId, SourceId, WaitingFileId};
use accord_domain::trade::amount::Currency;
use accord_domain::trade::figure::{Flow, Subject, Traded};
use accord_domain::trade::period::TradePeriod;
use uuid::Uuid;

use super::kept::each_of;
use super::{NewFigure, SourceForm, change, digits, keeper, preferences, recorded, totals};
use crate::actor::new_id;
use crate::changes::Command;
use crate::db::{Conn, Db};

/// How many figures are looked at in one go.
const AT_ONCE: usize = 200;

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

/// What a source said before.
struct Before {
    hashes: RandomState,
    /// Figure and amount by the hash of the subject: a hundred thousand subjects would fill the memory.
    figures: HashMap<u64, (Uuid, i64)>,
}

/// What an import does with a figure.
enum Fate {
    Added,
    Changed(Uuid),
    Same,
}

impl Before {
    /// Of a source that says nothing yet.
    fn nothing() -> Self {
        Self { hashes: RandomState::new(), figures: HashMap::new() }
    }

    async fn of(conn: &mut Conn, source: Uuid) -> Result<Self, AppError> {
        let mut before = Self::nothing();
        each_of(conn, source, None, |id, subject, printed| {
            before.figures.insert(before.hashes.hash_one(&subject), (id, printed.amount.0));
        })
        .await?;
        Ok(before)
    }

    fn fate(&self, figure: &NewFigure) -> Fate {
        match self.figures.get(&self.hashes.hash_one(&figure.subject)) {
            None => Fate::Added,
            Some((_, amount)) if *amount == figure.printed.amount.0 => Fate::Same,
            Some((id, _)) => Fate::Changed(*id),
        }
    }
}

impl Effect {
    fn note(&mut self, fate: &Fate) {
        match fate {
            Fate::Added => self.added += 1,
            Fate::Changed(_) => self.changed += 1,
            Fate::Same => self.same += 1,
        }
    }
}

/// Tells what an import would do, and does nothing.
pub async fn trial(db: &Db, actor: &Actor, source: &SourceForm, figures: &[NewFigure]) -> Result<Effect, AppError> {
    if !actor.holds(HouseRight::EditTradeFigures) {
        return Err(AppError::NotFound);
    }
    let mut conn = db.read().await?;
    let before = match source_of(&mut conn, source).await? {
        Some(source) => Before::of(&mut conn, source).await?,
        None => Before::nothing(),
    };
    let mut effect = Effect::default();
    for figure in figures {
        effect.note(&before.fate(figure));
    }
    Ok(effect)
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
            // Whoever imports of the same source waits here.
            execute!(
                &mut *conn,
                "update trade_sources set mapping = $2, complete = $3 where id = $1",
                source,
                intake.mapping,
                typed.complete
            )?;
            let import = ImportId(new_id());
            execute!(
                &mut *conn,
                "insert into trade_imports (id, source_id, file_name, sha256, added, changed, imported_by, imported_at, traced) \
                 values ($1,$2,$3,$4,0,0,$5,$6,true)",
                import.0,
                source,
                intake.file_name,
                intake.sha256,
                by.actor.name,
                by.at
            )?;
            let before = Before::of(conn, source).await?;
            let effect = take_in(conn, source, import, &before, &intake.figures).await?;
            if before.figures.is_empty() {
                totals::make(conn, source, &intake.figures).await?;
            } else {
                // Reading all again takes memory of its own.
                drop((before, intake.figures));
                totals::renew(conn, source, None).await?;
            }
            execute!(
                &mut *conn,
                "update trade_imports set added = $2, changed = $3 where id = $1",
                import.0,
                effect.added,
                effect.changed
            )?;
            preferences::end_of_silent(conn, &by, SourceId(source)).await?;
            execute!(&mut *conn, "delete from waiting_files where id = $1 and account_id = $2", intake.file.0, by.actor.account.0)?;
            let told = format!("{}\n{}\n{}\n{}", intake.file_name, intake.sha256, effect.added, effect.changed);
            recorded(conn, &by, change("import", import.0, "import", None, Some(told), None)).await?;
            Ok(effect)
        })
    }))
    .await
}

/// Keeps figures as an import's; answers what came of it.
async fn take_in(
    conn: &mut Conn,
    source: Uuid,
    import: ImportId,
    before: &Before,
    figures: &[NewFigure],
) -> Result<Effect, AppError> {
    let mut effect = Effect::default();
    for some in figures.chunks(AT_ONCE) {
        let (mut news, mut changed) = (Vec::with_capacity(some.len()), Vec::new());
        for figure in some {
            let fate = before.fate(figure);
            effect.note(&fate);
            match fate {
                Fate::Added => news.push(figure),
                Fate::Changed(id) => {
                    news.push(figure);
                    changed.push(id);
                }
                Fate::Same => {}
            }
        }
        if !changed.is_empty() {
            keep_what_was(conn, import, &changed).await?;
        }
        if !news.is_empty() {
            keep_all(conn, source, import, &news).await?;
        }
    }
    Ok(effect)
}

/// Keeps what figures are before an import changes them.
async fn keep_what_was(conn: &mut Conn, import: ImportId, figures: &[Uuid]) -> Result<(), AppError> {
    built_execute!(conn, |query| {
        query.push("insert into trade_import_changes (figure_id, import_id, amount, scale, places, version) select id, ");
        query.push_bind(import.0);
        query.push(", amount, scale, places, version + 1 from trade_figures where id in (");
        listed!(query, figures);
        query.push(")");
    })?;
    Ok(())
}

/// Keeps figures, each new or changed.
async fn keep_all(conn: &mut Conn, source: Uuid, import: ImportId, figures: &[&NewFigure]) -> Result<(), AppError> {
    insert_rows!(
        conn,
        "insert into trade_figures (id, source_id, reporter, partner, traded, flow, currency, period_kind, starts, ends, hs, commodity, \
         amount, scale, places, version, import_id)",
        figures,
        |figure| [
            new_id(),
            source,
            &*figure.subject.reporter,
            &*figure.subject.partner,
            figure.subject.traded.code(),
            figure.subject.flow.code(),
            figure.subject.currency.code(),
            figure.subject.period.kind().code(),
            figure.subject.period.from(),
            figure.subject.period.to(),
            digits(&figure.subject),
            &*figure.subject.commodity,
            figure.printed.amount.0,
            figure.printed.scale.code(),
            i16::from(figure.printed.places),
            1_i64,
            import.0,
        ],
        "on conflict (reporter, partner, source_id, hs, commodity, traded, flow, currency, starts, ends) do update set \
         amount = excluded.amount, scale = excluded.scale, places = excluded.places, version = trade_figures.version + 1"
    )
}
