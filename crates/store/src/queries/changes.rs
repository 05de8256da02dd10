//! The change record as a reader may see it: who changed what, when and why.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::ids::{AgreementId, ChapterId};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::changes::scope_of;
use crate::clock::{HOME_ZONE, beginning_of};
use crate::db::{Conn, Db};
use crate::threads;

row! {
    /// One change, as the reader's clearance shows it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SeenChange {
        pub at: DateTime<Utc>,
        pub actor_name: String,
        pub agreement_slug: String,
        pub agreement_name: String,
        pub chapter_address: Option<String>,
        pub chapter_kind: Option<String>,
        pub chapter_title: Option<String>,
        /// The meeting it is about, if it is about one the reader may see; so too its kind, number and title.
        pub meeting_address: Option<String>,
        pub meeting_kind: Option<String>,
        pub meeting_number: Option<i16>,
        pub meeting_title: Option<String>,
        /// The number of the action point it is about, and what is to be done.
        pub point_number: Option<i16>,
        pub point_title: Option<String>,
        pub subject: String,
        pub verb: String,
        pub field: String,
        pub old: Option<String>,
        pub new: Option<String>,
        /// The reason, for the delegation's clearance and above.
        pub reason: Option<String>,
        pub imported: bool,
    }
}

/// Which changes are wanted.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// All agreements the reader has a role in.
    Portfolio,
    Agreement(AgreementId),
    Chapter(ChapterId),
    /// One thing of an agreement, by its id.
    Thing(AgreementId, Uuid),
}

/// A span of the record: from one instant on, up to but without another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Span {
    /// From the beginning of one day to the end of another, as days begin and end in the zone of the home party.
    pub fn of_days(first: NaiveDate, last: NaiveDate) -> Self {
        let next = last.succ_opt().unwrap_or(last);
        Self { from: beginning_of(HOME_ZONE, first), until: beginning_of(HOME_ZONE, next) }
    }
}

/// Where the record is read: in all agreements what moved within a span of time, in one agreement or one of its chapters its revisions
/// from one to another, or all that became of one thing.
#[derive(Clone, Copy, Debug)]
enum Stretch {
    Moves(Option<Span>),
    Revisions(Revisions),
    Thing(AgreementId, Uuid),
}

#[derive(Clone, Copy, Debug)]
struct Revisions {
    agreement: AgreementId,
    chapter: Option<ChapterId>,
    first: i64,
    last: i64,
}

impl Stretch {
    async fn of(conn: &mut Conn, of: Of, span: Option<Span>) -> Result<Self, AppError> {
        Ok(match of {
            Of::Portfolio => Self::Moves(span),
            Of::Thing(agreement, id) => Self::Thing(agreement, id),
            Of::Agreement(id) => Self::Revisions(Revisions::of(conn, id, None, span).await?),
            Of::Chapter(chapter) => {
                let agreement: (Uuid,) =
                    fetch_one!(&mut *conn, (Uuid,), "select agreement_id from chapters where id = $1", chapter.0)?;
                Self::Revisions(Revisions::of(conn, AgreementId(agreement.0), Some(chapter), span).await?)
            }
        })
    }
}

impl Revisions {
    async fn of(conn: &mut Conn, agreement: AgreementId, chapter: Option<ChapterId>, span: Option<Span>) -> Result<Self, AppError> {
        let Some(span) = span else { return Ok(Self { agreement, chapter, first: 1, last: i64::MAX }) };
        let scope = scope_of(agreement);
        let first = threads::revision_before(conn, &scope, span.from).await? + 1;
        Ok(Self { agreement, chapter, first, last: threads::revision_before(conn, &scope, span.until).await? })
    }
}

/// What is news: neither a card nor an answer to a line of a consultation. Beside a card the record tells what changed, and beside such
/// answers that the consultation was answered; they are read where the consultation is.
macro_rules! news {
    ($change:literal) => {
        concat!("(", $change, ".field <> 'card' and ", $change, ".field not like 'answer-%')")
    };
}

/// Adds the span, if there is one.
macro_rules! within {
    ($query:ident, $span:expr) => {
        if let Some(span) = $span {
            $query.push(" and ch.at >= ");
            $query.push_bind(span.from);
            $query.push(" and ch.at < ");
            $query.push_bind(span.until);
        }
    };
}

/// Joins the meeting that a change is about, as far as the reader may know of it now, or the action point: who sees a change of one
/// may know of it.
macro_rules! of_thing {
    ($query:ident, $actor:expr, $change:literal) => {
        $query.push(concat!(
            " left join meetings m on m.id = ",
            $change,
            ".subject_id and ",
            $change,
            ".subject in ('meeting', 'session', 'report') and exists (select 1 from grants mg where mg.agreement_id = m.agreement_id \
             and mg.agreement_rank >= m.clearance and mg.account_id = "
        ));
        $query.push_bind($actor.account.0);
        $query.push(concat!(
            ") left join action_points ap on ap.id = ",
            $change,
            ".subject_id and ",
            $change,
            ".subject = 'action_point'"
        ));
    };
}

/// Adds which changes are wanted, of which no more than the newest are.
macro_rules! wanted {
    ($query:ident, $stretch:expr, $newest:expr) => {
        match $stretch {
            Stretch::Moves(span) => {
                $query.push(" and ch.verb in ('move', 'park', 'unpark', 'escalate', 'answer', 'stage')");
                within!($query, span);
            }
            Stretch::Revisions(Revisions { agreement, chapter: None, first, last }) => {
                $query.push(" and ch.scope = ");
                $query.push_bind(scope_of(agreement));
                $query.push(" and ch.revision between ");
                $query.push_bind(first);
                $query.push(" and ");
                $query.push_bind(last);
            }
            // The newest of all are among the newest of each thread, which is seen as a whole or not at all.
            Stretch::Revisions(Revisions { agreement, chapter: Some(chapter), first, last }) => {
                $query.push(" and ch.scope = ");
                $query.push_bind(scope_of(agreement));
                $query.push(
                    " and (ch.revision, ch.ordinal) in (select s.revision, s.ordinal from threads t join thread_steps s \
                     on s.scope = t.scope and s.thread = t.thread where t.chapter_id = ",
                );
                $query.push_bind(chapter.0);
                $query.push(concat!(" and ", news!("t"), " and s.revision between "));
                $query.push_bind(first);
                $query.push(" and ");
                $query.push_bind(last);
                $query.push(
                    " and s.revision >= coalesce((select x.revision from thread_steps x where x.scope = t.scope and x.thread = t.thread \
                     and x.revision <= ",
                );
                $query.push_bind(last);
                $query.push(" order by x.revision desc, x.ordinal desc limit 1 offset ");
                $query.push_bind($newest);
                $query.push("), 0))");
            }
            Stretch::Thing(agreement, id) => {
                $query.push(" and ch.scope = ");
                $query.push_bind(scope_of(agreement));
                $query.push(
                    " and (ch.revision, ch.ordinal) in (select s.revision, s.ordinal from threads t join thread_steps s \
                     on s.scope = t.scope and s.thread = t.thread where t.scope = ",
                );
                $query.push_bind(scope_of(agreement));
                $query.push(" and t.subject_id = ");
                $query.push_bind(id);
                $query.push(")");
            }
        }
    };
}

/// The newest changes the reader may see, at most `limit`.
pub async fn recent(db: &Db, actor: &Actor, of: Of, limit: i64) -> Result<Vec<SeenChange>, AppError> {
    let mut conn = db.read().await?;
    recent_on(&mut conn, actor, of, None, limit).await
}

/// The newest changes of a span the reader may see, at most `limit`.
pub async fn steps(db: &Db, actor: &Actor, of: Of, span: Span, limit: i64) -> Result<Vec<SeenChange>, AppError> {
    let mut conn = db.read().await?;
    recent_on(&mut conn, actor, of, Some(span), limit).await
}

/// As [`recent`], on a connection already held, and of a span alone where one is given.
pub async fn recent_on(
    conn: &mut Conn,
    actor: &Actor,
    of: Of,
    span: Option<Span>,
    limit: i64,
) -> Result<Vec<SeenChange>, AppError> {
    let stretch = Stretch::of(conn, of, span).await?;
    built_all!(conn, SeenChange, |query| {
        query.push(
            "select ch.at, ch.actor_name, a.slug as agreement_slug, a.name as agreement_name, c.address as chapter_address, \
             c.kind as chapter_kind, c.title as chapter_title, m.address as meeting_address, m.kind as meeting_kind, \
             m.number as meeting_number, m.title as meeting_title, ap.number as point_number, ap.title as point_title, ch.subject, ch.verb, ch.field, \
             case when ch.field <> 'minutes' then ch.old end as old, case when ch.field <> 'minutes' then ch.new end as new, \
             case when exists (select 1 from grants r where r.agreement_id = ch.agreement_id and r.agreement_rank >= 2 and r.account_id = ",
        );
        query.push_bind(actor.account.0);
        query.push(
            ") then ch.reason end as reason, ch.imported from changes ch join agreements a on a.id = ch.agreement_id \
             left join chapters c on c.id = ch.chapter_id",
        );
        of_thing!(query, actor, "ch");
        query.push(" where ");
        // Compared before the limit.
        visible!(query, actor, of);
        query.push(concat!(" and ", news!("ch")));
        if let Of::Portfolio = of {
            query.push(" and a.archived_at is null");
        }
        wanted!(query, stretch, limit);
        // Within one scope the order of its commands is that of their times.
        query.push(match stretch {
            Stretch::Moves(_) => " order by ch.at desc, ch.scope desc, ch.revision desc, ch.ordinal desc limit ",
            Stretch::Revisions(..) | Stretch::Thing(..) => " order by ch.revision desc, ch.ordinal desc limit ",
        });
        query.push_bind(limit);
    })
}

/// What became of one thing within a span: from what it was before to what it was after, however many steps lay between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetChange {
    /// The last step, with the value before the first one as its old value.
    pub change: SeenChange,
    /// How many steps it took.
    pub steps: i64,
}

/// What changed within a span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Net {
    /// By agreement, then by chapter with the agreement itself before them, the newest first.
    pub changes: Vec<NetChange>,
    /// Things that were changed and are as they were before.
    pub back: usize,
    /// Steps taken, those of what is as before among them.
    pub steps: i64,
}

row! {
    struct NetRow {
        steps: i64,
        first_verb: String,
        at: DateTime<Utc>,
        actor_name: String,
        agreement_slug: String,
        agreement_name: String,
        chapter_address: Option<String>,
        chapter_kind: Option<String>,
        chapter_title: Option<String>,
        meeting_address: Option<String>,
        meeting_kind: Option<String>,
        meeting_number: Option<i16>,
        meeting_title: Option<String>,
        point_number: Option<i16>,
        point_title: Option<String>,
        subject: String,
        subject_id: Uuid,
        verb: String,
        field: String,
        old: Option<String>,
        new: Option<String>,
        reason: Option<String>,
        imported: bool,
    }
}

impl NetRow {
    /// Whether the last step led back to where the first one began. Parking, archiving and withdrawing carry no value, so that only
    /// their opposite leads back.
    fn is_back(&self) -> bool {
        let says_nothing = self.old.is_none() && self.verb == self.first_verb && self.verb != "edit";
        self.steps > 1 && self.old == self.new && !says_nothing
    }
}

/// What is told of a meeting to more and more people is recorded for each of them, in threads of their own: to who sees them all it is
/// one thing.
fn as_one(rows: Vec<NetRow>) -> Vec<NetRow> {
    let mut told: Vec<NetRow> = Vec::with_capacity(rows.len());
    for row in rows {
        let same = |later: &&mut NetRow| {
            ["meeting", "session"].contains(&later.subject.as_str())
                && (later.subject_id, &later.field, &later.chapter_address) == (row.subject_id, &row.field, &row.chapter_address)
        };
        match told.iter_mut().find(same) {
            Some(later) => {
                later.steps += row.steps;
                later.first_verb = row.first_verb;
                later.old = row.old;
            }
            None => told.push(row),
        }
    }
    told
}

/// How many records a command may append at most, as they are told apart within a scope.
pub(super) const PLACES: i64 = 1_000_000;

/// What changed within a span, as the reader may see it: the effect, not the steps.
pub async fn net(db: &Db, actor: &Actor, of: Of, span: Span) -> Result<Net, AppError> {
    let mut conn = db.read().await?;
    net_on(&mut conn, actor, of, span).await
}

/// As [`net`], on a connection already held.
pub async fn net_on(conn: &mut Conn, actor: &Actor, of: Of, span: Span) -> Result<Net, AppError> {
    let by_bytes = conn.by_bytes();
    let stretch = Stretch::of(&mut *conn, of, Some(span)).await?;
    let rows: Vec<NetRow> = built_all!(conn, NetRow, |query| {
        // The first and the last step of each thread within the stretch.
        query.push("with ends as materialized (");
        if let Stretch::Revisions(Revisions { agreement, chapter, first, last }) = stretch {
            query.push(format_args!(
                "select ch.scope, ch.thread, (select s.revision * {PLACES} + s.ordinal from thread_steps s where s.scope = ch.scope \
                 and s.thread = ch.thread and s.revision >= "
            ));
            query.push_bind(first);
            query.push(format_args!(
                " order by s.revision, s.ordinal limit 1) as first_place, \
                 (select s.revision * {PLACES} + s.ordinal from thread_steps s where s.scope = ch.scope and s.thread = ch.thread \
                 and s.revision <= "
            ));
            query.push_bind(last);
            query.push(" order by s.revision desc, s.ordinal desc limit 1) as last_place from threads ch where ch.scope = ");
            query.push_bind(scope_of(agreement));
            if let Some(chapter) = chapter {
                query.push(" and ch.chapter_id = ");
                query.push_bind(chapter.0);
            }
            query.push(concat!(" and ", news!("ch"), " and "));
            visible!(query, actor, of);
        } else {
            query.push(format_args!(
                "select ch.scope, s.thread, min(ch.revision * {PLACES} + ch.ordinal) as first_place, \
                 max(ch.revision * {PLACES} + ch.ordinal) as last_place from changes ch join threads s on s.scope = ch.scope \
                 and s.subject_id = ch.subject_id and s.field = ch.field and s.clearance = ch.clearance \
                 and s.chapter_id is not distinct from ch.chapter_id where "
            ));
            visible!(query, actor, of);
            wanted!(query, stretch, i64::MAX);
            query.push(" group by ch.scope, s.thread");
        }
        query.push(
            ") select ls.step - fs.step + 1 as steps, f.verb as first_verb, l.at, l.actor_name, a.slug as agreement_slug, \
             a.name as agreement_name, c.address as chapter_address, c.kind as chapter_kind, c.title as chapter_title, \
             m.address as meeting_address, m.kind as meeting_kind, m.number as meeting_number, m.title as meeting_title, \
             ap.number as point_number, ap.title as point_title, l.subject, l.subject_id, l.verb, l.field, \
             case when l.field <> 'minutes' then f.old end as old, case when l.field <> 'minutes' then l.new end as new, \
             case when exists (select 1 from grants r where r.agreement_id = l.agreement_id and r.agreement_rank >= 2 and r.account_id = ",
        );
        query.push_bind(actor.account.0);
        let place = |of: &str, end: &str| {
            format!("{of}.scope = n.scope and {of}.revision = n.{end} / {PLACES} and {of}.ordinal = n.{end} % {PLACES}")
        };
        query.push(format_args!(
            ") then l.reason end as reason, l.imported from ends n join changes f on {} \
             join thread_steps fs on fs.thread = n.thread and {} join changes l on {} join thread_steps ls on ls.thread = n.thread and {} \
             join agreements a on a.id = l.agreement_id left join chapters c on c.id = l.chapter_id",
            place("f", "first_place"),
            place("fs", "first_place"),
            place("l", "last_place"),
            place("ls", "last_place"),
        ));
        of_thing!(query, actor, "l");
        query.push(" where n.first_place <= n.last_place");
        if let Of::Portfolio = of {
            query.push(" and a.archived_at is null");
        }
        query.push(" order by a.sort_name").push(by_bytes).push(
            ", a.id, case when c.number is null then 0 else 1 end, c.number, c.id, l.at desc, l.revision desc, l.ordinal desc",
        );
    })?;
    let mut net = Net { steps: rows.iter().map(|row| row.steps).sum(), ..Net::default() };
    for row in as_one(rows) {
        if row.is_back() {
            net.back += 1;
            continue;
        }
        let change = SeenChange {
            at: row.at,
            actor_name: row.actor_name,
            agreement_slug: row.agreement_slug,
            agreement_name: row.agreement_name,
            chapter_address: row.chapter_address,
            chapter_kind: row.chapter_kind,
            chapter_title: row.chapter_title,
            meeting_address: row.meeting_address,
            meeting_kind: row.meeting_kind,
            meeting_number: row.meeting_number,
            meeting_title: row.meeting_title,
            point_number: row.point_number,
            point_title: row.point_title,
            subject: row.subject,
            verb: row.verb,
            field: row.field,
            old: row.old,
            new: row.new,
            reason: row.reason,
            imported: row.imported,
        };
        net.changes.push(NetChange { change, steps: row.steps });
    }
    Ok(net)
}
