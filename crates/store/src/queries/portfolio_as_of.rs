//! The portfolio as Accord had it recorded at the end of a day. The reader sees of it what their roles of today let them see.

use std::collections::HashMap;

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::clearance::Clearance;
use accord_domain::lifecycle::Stage;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::changes::{Of, SeenChange, Span, recent_on};
use super::portfolio::{Filters, Frame, PAGE, PortfolioRow, parties};
use crate::db::{Conn, Db, word};
use crate::strips::marks;

row! {
    struct Row {
        id: Uuid,
        slug: String,
        name: String,
        stage: String,
        illustrative: bool,
        parties: String,
        /// None below the partner's clearance, or where no chapter was opened; so too the brackets and the movement.
        texts: Option<String>,
        /// None below the delegation's clearance.
        confidences: Option<String>,
        open_brackets: Option<i64>,
        last_moved: Option<DateTime<Utc>>,
        clearance: i16,
        follows: bool,
    }
}

/// Adds the agreements that stood on the day, as far as the filters let them through and the actor has a role in them.
macro_rules! stood {
    ($query:ident, $actor:expr, $filters:expr, $day:expr) => {
        // Asked of each agreement in its order, so that a page ends the search once it is full.
        $query.push(" from agreement_standings a where a.since <= ");
        $query.push_bind($day);
        $query.push(" and a.until > ");
        $query.push_bind($day);
        $query.push(" and a.archived = ");
        $query.push_bind($filters.archived);
        $query.push(" and exists (select 1 from grants g where g.agreement_id = a.agreement_id and g.account_id = ");
        $query.push_bind($actor.account.0);
        $query.push(")");
        if let Some(stage) = $filters.stage {
            $query.push(" and a.stage = ");
            $query.push_bind(stage.code());
        }
        if !$filters.party.is_empty() {
            let code: String = $filters.party.chars().filter(char::is_ascii_alphanumeric).collect();
            $query.push(" and a.parties like ");
            $query.push_bind(format!("%[\"{code}\",%"));
        }
        for part in $filters.words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            $query.push(" and a.sort_name like ");
            $query.push_bind(format!("%{part}%"));
        }
    };
}

/// A page of the portfolio, what stands around it, and the newest movements up to that day, at most `newest`.
pub async fn load(
    db: &Db,
    actor: &Actor,
    filters: &Filters,
    day: NaiveDate,
    newest: i64,
) -> Result<(Vec<PortfolioRow>, Frame, Vec<SeenChange>), AppError> {
    let mut conn = db.read().await?;
    let found = page(&mut conn, actor, filters, day).await?;
    let following: Vec<Uuid> = found.iter().filter(|row| row.follows).map(|row| row.id).collect();
    let mut after = earlier_of(&mut conn, actor, &following, day).await?;
    let rows = found.into_iter().map(|row| {
        let after = after.remove(&row.id).unwrap_or_default();
        told(row, after, filters.archived)
    });
    let rows = rows.collect::<Result<_, AppError>>()?;
    let frame = frame(&mut conn, actor, filters, day).await?;
    let span = Span { from: DateTime::UNIX_EPOCH, until: Span::of_days(day, day).until };
    Ok((rows, frame, recent_on(&mut conn, actor, Of::Portfolio, Some(span), newest).await?))
}

fn told(row: Row, after: Vec<String>, archived: bool) -> Result<PortfolioRow, AppError> {
    let chapters = marks(row.texts.as_deref().unwrap_or_default(), row.confidences.as_deref())?;
    Ok(PortfolioRow {
        stage: word(&row.stage, Stage::from_code)?,
        parties: parties(&row.parties)?,
        after,
        open_brackets: row.open_brackets.unwrap_or_default(),
        last_moved: row.last_moved,
        // What came next, and whether it came in time, is known by now.
        next_meeting: None,
        overdue: 0,
        chapters: (row.clearance >= Clearance::Partner.rank()).then_some(chapters),
        slug: row.slug,
        name: row.name,
        illustrative: row.illustrative,
        archived,
    })
}

async fn page(conn: &mut Conn, actor: &Actor, filters: &Filters, day: NaiveDate) -> Result<Vec<Row>, AppError> {
    let by_bytes = conn.by_bytes();
    built_all!(conn, Row, |query| {
        query.push(
            "select p.id, e.slug, p.name, p.stage, p.illustrative, p.parties, p.clearance, coalesce(s.texts, d.texts) as texts, \
             case when p.clearance >= 2 then coalesce(s.confidences, d.confidences) end as confidences, \
             coalesce(s.open_brackets, d.open_brackets) as open_brackets, \
             case when s.agreement_id is null then d.last_moved else s.last_moved end as last_moved, \
             exists (select 1 from agreement_relations r where r.agreement_id = p.id and r.since <= ",
        );
        query.push_bind(day);
        query.push(
            ") as follows from (select a.agreement_id as id, a.name, a.stage, a.illustrative, a.parties, a.stage_order, a.sort_name, \
             (select max(g.agreement_rank) from grants g where g.agreement_id = a.agreement_id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(") as clearance");
        stood!(query, actor, filters, day);
        query.push(" order by a.stage_order, a.sort_name").push(by_bytes).push(", a.agreement_id limit ");
        query.push_bind(PAGE);
        query.push(" offset ");
        query.push_bind(i64::from(filters.page.max(1) - 1) * PAGE);
        // The strip of today, if it was already that of the day, or the last one put aside before.
        query.push(
            ") p join agreements e on e.id = p.id \
             left join agreement_strips s on s.agreement_id = p.id and p.clearance >= 1 and s.day <= ",
        );
        query.push_bind(day);
        query.push(
            " left join strip_days d on s.agreement_id is null and d.agreement_id = p.id and p.clearance >= 1 \
             and d.day = (select max(x.day) from strip_days x where x.agreement_id = p.id and x.day <= ",
        );
        query.push_bind(day);
        query.push(") order by p.stage_order, p.sort_name").push(by_bytes).push(", p.id");
    })
}

async fn frame(conn: &mut Conn, actor: &Actor, filters: &Filters, day: NaiveDate) -> Result<Frame, AppError> {
    let counts: Vec<(i64,)> = built_all!(&mut *conn, (i64,), |query| {
        query.push("select count(*)");
        stood!(query, actor, filters, day);
    })?;
    let any = Filters { archived: filters.archived, ..Filters::default() };
    let told: Vec<(String,)> = built_all!(conn, (String,), |query| {
        query.push("select distinct a.parties");
        stood!(query, actor, any, day);
    })?;
    let mut named = Vec::new();
    for (text,) in told {
        named.extend(parties(&text)?.into_iter().skip(1));
    }
    named.sort();
    named.dedup();
    Ok(Frame { total: counts.first().map_or(0, |(count,)| *count), parties: named })
}

async fn earlier_of(conn: &mut Conn, actor: &Actor, ids: &[Uuid], day: NaiveDate) -> Result<HashMap<Uuid, Vec<String>>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let by_bytes = conn.by_bytes();
    let rows: Vec<(Uuid, String)> = built_all!(conn, (Uuid, String), |query| {
        query.push(
            "select r.agreement_id, a.name from agreement_relations r join agreement_standings a on a.agreement_id = r.earlier_id \
             where exists (select 1 from grants g where g.agreement_id = a.agreement_id and g.account_id = ",
        );
        query.push_bind(actor.account.0);
        for and in [") and r.since <= ", " and a.since <= ", " and a.until > "] {
            query.push(and);
            query.push_bind(day);
        }
        query.push(" and r.agreement_id in (");
        listed!(query, ids);
        query.push(") order by r.agreement_id, a.sort_name").push(by_bytes);
    })?;
    let mut earlier: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (id, name) in rows {
        earlier.entry(id).or_default().push(name);
    }
    Ok(earlier)
}
