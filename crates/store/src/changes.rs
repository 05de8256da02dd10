//! The change record: what every command appends in its transaction, chained by hash within its scope.

use accord_domain::AppError;
use accord_domain::access::Actor;
use accord_domain::clearance::Clearance;
use accord_domain::ids::{AgreementId, ChapterId};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::{HOME_ZONE, day_in};
use crate::db::Conn;
use crate::{standings, strips, threads};

/// Who commands, when, and whether history is being replayed.
#[derive(Clone, Debug)]
pub struct Command {
    pub actor: Actor,
    /// In whole microseconds.
    pub at: DateTime<Utc>,
    /// Whether the change is imported, not made as it happened.
    pub imported: bool,
}

/// The scope of changes that concern no agreement: accounts and settings.
pub const HOUSE: &str = "house";

/// The scope of an agreement.
pub fn scope_of(agreement: AgreementId) -> String {
    agreement.0.to_string()
}

/// What changed, before its place in the record is known.
#[derive(Clone, Debug)]
pub struct Change {
    pub chapter: Option<ChapterId>,
    /// The kind of thing changed: `agreement`, `chapter`, `event`, `account`…
    pub subject: &'static str,
    pub subject_id: Uuid,
    pub verb: &'static str,
    pub field: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
    pub reason: Option<String>,
    pub clearance: Clearance,
}

/// The locked scope of a command, at the end of whose record changes are appended.
#[derive(Clone)]
pub struct Record {
    scope: String,
    agreement: Option<AgreementId>,
    revision: i64,
    ordinal: i64,
    head: String,
    /// When the command was given, or its record would go back in time, when the one before was.
    at: DateTime<Utc>,
    actor: Uuid,
    actor_name: String,
    imported: bool,
    /// Whether the agreement itself is among what changed.
    of_itself: bool,
    marks: Marks,
}

/// Which marks of the agreement's strip a command changed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    None,
    /// Those of one chapter, which stays where it stands.
    Of(ChapterId),
    All,
}

/// The verbs of what moves one chapter and leaves its card alone.
const STEPS: [&str; 6] = ["move", "override", "park", "unpark", "escalate", "answer"];

impl Marks {
    fn and(self, change: &Change) -> Self {
        match (self, change.chapter) {
            (_, None) => self,
            (_, Some(_)) if change.subject != "chapter" => self,
            (Self::None, Some(chapter)) if STEPS.contains(&change.verb) => Self::Of(chapter),
            (Self::Of(before), Some(chapter)) if before == chapter && STEPS.contains(&change.verb) => self,
            _ => Self::All,
        }
    }
}

impl Record {
    /// Locks an agreement's scope by raising its revision: commands on one agreement follow one another on both engines.
    pub async fn of_agreement(conn: &mut Conn, by: &Command, agreement: AgreementId) -> Result<Self, AppError> {
        Self::lock(conn, by, scope_of(agreement), Some(agreement)).await
    }

    /// Locks the scope of the house.
    pub async fn of_house(conn: &mut Conn, by: &Command) -> Result<Self, AppError> {
        Self::lock(conn, by, HOUSE.to_owned(), None).await
    }

    async fn lock(conn: &mut Conn, by: &Command, scope: String, agreement: Option<AgreementId>) -> Result<Self, AppError> {
        let (revision, head, newest): (i64, String, Option<DateTime<Utc>>) = fetch_one!(
            conn,
            (i64, String, Option<DateTime<Utc>>),
            "insert into scopes (scope, revision, head) values ($1, 1, '') \
             on conflict (scope) do update set revision = scopes.revision + 1 returning revision, head, at",
            scope
        )?;
        Ok(Self {
            scope,
            agreement,
            revision,
            ordinal: 0,
            head,
            // Clocks of several servers differ; the record does not go back in time.
            at: newest.map_or(by.at, |newest| newest.max(by.at)),
            actor: by.actor.account.0,
            actor_name: by.actor.name.clone(),
            imported: by.imported,
            of_itself: false,
            marks: Marks::None,
        })
    }

    /// The revision of the scope that this command makes.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// Appends one change.
    pub async fn append(&mut self, conn: &mut Conn, change: Change) -> Result<(), AppError> {
        self.ordinal += 1;
        self.marks = self.marks.and(&change);
        self.of_itself |= change.subject == "agreement";
        let stored = StoredChange {
            scope: self.scope.clone(),
            revision: self.revision,
            ordinal: self.ordinal,
            at: self.at,
            actor_id: Some(self.actor),
            actor_name: self.actor_name.clone(),
            agreement_id: self.agreement.map(|id| id.0),
            chapter_id: change.chapter.map(|id| id.0),
            subject: change.subject.to_owned(),
            subject_id: change.subject_id,
            verb: change.verb.to_owned(),
            field: change.field.to_owned(),
            old: change.old,
            new: change.new,
            reason: change.reason,
            clearance: change.clearance.rank(),
            imported: self.imported,
            previous_hash: self.head.clone(),
            hash: String::new(),
        };
        let hash = stored.computed_hash();
        execute!(
            conn,
            "insert into changes (scope, revision, ordinal, at, actor_id, actor_name, agreement_id, chapter_id, subject, subject_id, \
             verb, field, old, new, reason, clearance, imported, previous_hash, hash) \
             values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19)",
            stored.scope,
            stored.revision,
            stored.ordinal,
            stored.at,
            stored.actor_id,
            stored.actor_name,
            stored.agreement_id,
            stored.chapter_id,
            stored.subject,
            stored.subject_id,
            stored.verb,
            stored.field,
            stored.old,
            stored.new,
            stored.reason,
            stored.clearance,
            stored.imported,
            stored.previous_hash,
            hash
        )?;
        self.head = hash;
        threads::lengthen(conn, &stored).await
    }

    /// Ends the command: the head of the chain is its last change, and what the portfolio shows of the agreement is as it stands now.
    pub async fn finish(self, conn: &mut Conn) -> Result<(), AppError> {
        execute!(&mut *conn, "update scopes set head = $2, at = $3 where scope = $1", self.scope, self.head, self.at)?;
        let Some(agreement) = self.agreement else { return Ok(()) };
        let today = day_in(HOME_ZONE, self.at);
        if self.of_itself {
            standings::keep(conn, agreement, today).await?;
        }
        match self.marks {
            Marks::None => Ok(()),
            Marks::Of(chapter) => strips::renew(conn, agreement, chapter, today).await,
            Marks::All => strips::keep(conn, agreement, today).await,
        }
    }
}

row! {
    /// A change as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct StoredChange {
        pub scope: String,
        pub revision: i64,
        pub ordinal: i64,
        pub at: DateTime<Utc>,
        pub actor_id: Option<Uuid>,
        pub actor_name: String,
        pub agreement_id: Option<Uuid>,
        pub chapter_id: Option<Uuid>,
        pub subject: String,
        pub subject_id: Uuid,
        pub verb: String,
        pub field: String,
        pub old: Option<String>,
        pub new: Option<String>,
        pub reason: Option<String>,
        pub clearance: i16,
        pub imported: bool,
        pub previous_hash: String,
        pub hash: String,
    }
}

impl StoredChange {
    /// The hash the record must carry: SHA-256 over its fields, each preceded by its length so that no two records read alike.
    pub fn computed_hash(&self) -> String {
        let mut digest = Sha256::new();
        let mut part = |value: Option<&str>| match value {
            Some(text) => {
                digest.update([1]);
                digest.update((text.len() as u64).to_be_bytes());
                digest.update(text.as_bytes());
            }
            None => digest.update([0]),
        };
        let text = |id: Option<Uuid>| id.map(|id| id.to_string());
        part(Some(&self.previous_hash));
        part(Some(&self.scope));
        part(Some(&self.revision.to_string()));
        part(Some(&self.ordinal.to_string()));
        part(Some(&self.at.timestamp_micros().to_string()));
        part(text(self.actor_id).as_deref());
        part(Some(&self.actor_name));
        part(text(self.agreement_id).as_deref());
        part(text(self.chapter_id).as_deref());
        part(Some(&self.subject));
        part(Some(&self.subject_id.to_string()));
        part(Some(&self.verb));
        part(Some(&self.field));
        part(self.old.as_deref());
        part(self.new.as_deref());
        part(self.reason.as_deref());
        part(Some(&self.clearance.to_string()));
        part(Some(if self.imported { "imported" } else { "live" }));
        digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
