//! What an archive holds: every table but those of sessions, their turns and failed sign-ins, in an order in which each row finds those it
//! refers to. A test compares this with the tables of both engines.

use super::value::Kind::{self, Bool, Day, Id, Instant, Long, Small, Text};

/// A table of the archive.
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Kind)],
    /// The order of its rows: of use where rows refer to others of their table.
    pub order: &'static str,
}

/// All of them.
pub const TABLES: [Table; 20] = [
    Table { name: "settings", columns: &[("name", Text), ("value", Text)], order: "name" },
    Table {
        name: "accounts",
        columns: &[
            ("id", Id),
            ("email", Text),
            ("name", Text),
            ("password_hash", Text),
            ("must_change_password", Bool),
            ("disabled_at", Instant),
            ("language", Text),
            ("zone", Text),
            ("theme", Text),
            ("version", Long),
            ("created_at", Instant),
        ],
        order: "id",
    },
    Table {
        name: "house_rights",
        columns: &[("account_id", Id), ("house_right", Text), ("country", Text)],
        order: "account_id, house_right, country",
    },
    Table { name: "scopes", columns: &[("scope", Text), ("revision", Long), ("head", Text), ("at", Instant)], order: "scope" },
    Table {
        name: CHANGES,
        columns: &[
            ("scope", Text),
            ("revision", Long),
            ("ordinal", Long),
            ("at", Instant),
            ("actor_id", Id),
            ("actor_name", Text),
            ("agreement_id", Id),
            ("chapter_id", Id),
            ("subject", Text),
            ("subject_id", Id),
            ("verb", Text),
            ("field", Text),
            ("old", Text),
            ("new", Text),
            ("reason", Text),
            ("clearance", Small),
            ("imported", Bool),
            ("previous_hash", Text),
            ("hash", Text),
        ],
        order: "scope, revision, ordinal",
    },
    Table {
        name: "threads",
        columns: &[
            ("scope", Text),
            ("thread", Long),
            ("chapter_id", Id),
            ("subject_id", Id),
            ("field", Text),
            ("clearance", Small),
        ],
        order: "scope, thread",
    },
    Table {
        name: "thread_steps",
        columns: &[("scope", Text), ("thread", Long), ("revision", Long), ("ordinal", Long), ("step", Long)],
        order: "scope, thread, revision, ordinal",
    },
    Table {
        name: "agreements",
        columns: &[
            ("id", Id),
            ("slug", Text),
            ("name", Text),
            ("sort_name", Text),
            ("kind", Text),
            ("home_party", Text),
            ("lead_ministry", Text),
            ("objective", Text),
            ("languages", Text),
            ("illustrative", Bool),
            ("stage", Text),
            ("stage_order", Small),
            ("version", Long),
            ("opened_at", Instant),
            ("archived_at", Instant),
        ],
        order: "id",
    },
    Table {
        name: "agreement_parties",
        columns: &[("agreement_id", Id), ("position", Small), ("code", Text), ("name", Text), ("chief_negotiator", Text)],
        order: "agreement_id, position, code",
    },
    Table {
        name: "agreement_relations",
        columns: &[("agreement_id", Id), ("relation", Text), ("earlier_id", Id), ("since", Day)],
        order: "agreement_id, earlier_id",
    },
    Table {
        name: "lifecycle_events",
        columns: &[
            ("id", Id),
            ("agreement_id", Id),
            ("kind", Text),
            ("note", Text),
            ("held", Bool),
            ("standing", Text),
            ("standing_reason", Text),
            ("superseded_by", Id),
            ("clearance", Small),
            ("illustrative", Bool),
            ("entry", Long),
            ("entered_at", Instant),
        ],
        // A superseded event refers to one entered after it.
        order: "agreement_id, entry desc",
    },
    Table {
        name: "lifecycle_claims",
        columns: &[
            ("event_id", Id),
            ("position", Small),
            ("starts", Day),
            ("ends", Day),
            ("date_precision", Text),
            ("place", Text),
            ("publisher", Text),
            ("title", Text),
            ("preferred", Bool),
            ("verified", Bool),
        ],
        order: "event_id, position",
    },
    Table {
        name: "ratification_steps",
        columns: &[
            ("id", Id),
            ("agreement_id", Id),
            ("party", Text),
            ("step", Text),
            ("starts", Day),
            ("ends", Day),
            ("date_precision", Text),
            ("publisher", Text),
            ("illustrative", Bool),
        ],
        order: "id",
    },
    Table {
        name: "chapters",
        columns: &[
            ("id", Id),
            ("agreement_id", Id),
            ("kind", Text),
            ("address", Text),
            ("number", Small),
            ("title", Text),
            ("text_status", Text),
            ("text_since", Instant),
            ("our_lead", Text),
            ("their_lead", Text),
            ("line_ministry", Text),
            ("target_round", Text),
            ("open_brackets", Long),
            ("illustrative", Bool),
            ("version", Long),
            ("archived_at", Instant),
        ],
        order: "id",
    },
    Table {
        name: "chapter_confidences",
        columns: &[
            ("chapter_id", Id),
            ("market_status", Text),
            ("market_since", Instant),
            ("parked_reason", Text),
            ("parked_since", Instant),
            ("escalated_to", Text),
            ("escalated_question", Text),
            ("escalated_since", Instant),
        ],
        order: "chapter_id",
    },
    Table {
        name: "agreement_strips",
        columns: &[
            ("agreement_id", Id),
            ("texts", Text),
            ("confidences", Text),
            ("open_brackets", Long),
            ("last_moved", Instant),
            ("day", Day),
        ],
        order: "agreement_id",
    },
    Table {
        name: "strip_days",
        columns: &[
            ("agreement_id", Id),
            ("day", Day),
            ("texts", Text),
            ("confidences", Text),
            ("open_brackets", Long),
            ("last_moved", Instant),
        ],
        order: "agreement_id, day",
    },
    Table {
        name: "agreement_standings",
        columns: &[
            ("agreement_id", Id),
            ("since", Day),
            ("until", Day),
            ("name", Text),
            ("sort_name", Text),
            ("stage", Text),
            ("stage_order", Small),
            ("illustrative", Bool),
            ("archived", Bool),
            ("home_party", Text),
            ("parties", Text),
        ],
        order: "agreement_id, since",
    },
    Table { name: "chapter_notes", columns: &[("chapter_id", Id), ("note", Text)], order: "chapter_id" },
    Table {
        name: "grants",
        columns: &[
            ("id", Id),
            ("account_id", Id),
            ("agreement_id", Id),
            ("role", Text),
            ("party", Text),
            ("chapter_id", Id),
            ("agreement_rank", Small),
            ("chapter_rank", Small),
            ("granted_at", Instant),
        ],
        order: "id",
    },
];

/// The table of the change record.
pub const CHANGES: &str = "changes";

impl Table {
    /// The columns, as a statement lists them.
    pub fn list(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }
}
