//! What of the register is looked for, and how it is asked of the database.

use accord_domain::barrier::{BarrierKind, BarrierStatus, Publicity, Rag};
use accord_domain::chapter::ChapterKind;

/// What is looked for; blank, none or nothing is no filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    pub words: String,
    pub kind: Option<BarrierKind>,
    /// The letters of who imposes.
    pub imposing: String,
    /// The letters of whose exports meet it.
    pub affected: String,
    /// Who follows it.
    pub owner: String,
    pub publicity: Option<Publicity>,
    /// The address of a sector of the export programme.
    pub sector: String,
    /// The digits a code begins with.
    pub code: String,
    /// Where it stands: one of these.
    pub statuses: Vec<BarrierStatus>,
    pub rag: Option<Rag>,
    /// The address of an agreement.
    pub agreement: String,
    /// A kind of chapter, of whatever agreement.
    pub chapter: Option<ChapterKind>,
    /// From 1.
    pub page: u32,
}

/// The condition on how a barrier, as `b`, stands to the public.
pub(super) fn stands_to_the_public(publicity: Publicity) -> &'static str {
    match publicity {
        Publicity::None => {
            " and not exists (select 1 from barrier_publications p where p.barrier_id = b.id and p.state = 'published')"
        }
        Publicity::Published => {
            " and exists (select 1 from barrier_publications p where p.barrier_id = b.id and p.state = 'published' and p.facts = b.facts)"
        }
        Publicity::Changed => {
            " and exists (select 1 from barrier_publications p where p.barrier_id = b.id and p.state = 'published' and p.facts <> b.facts)"
        }
    }
}

/// Adds that a barrier, as `b`, stands at one of these.
macro_rules! stands_at {
    ($query:ident, $statuses:expr) => {
        let codes: Vec<&'static str> = $statuses.iter().map(|status| status.code()).collect();
        $query.push("b.status in (");
        listed!($query, codes);
        $query.push(")");
    };
}

/// Adds the filters, after a condition.
macro_rules! filtered {
    ($query:ident, $filters:expr) => {
        for part in $filters.words.to_lowercase().split_whitespace() {
            let part = format!("%{}%", part.replace(['%', '_', '\\'], ""));
            $query.push(" and (lower(b.title) like ");
            $query.push_bind(part.clone());
            $query.push(" or lower(b.description) like ");
            $query.push_bind(part.clone());
            $query.push(" or lower(b.measure) like ");
            $query.push_bind(part);
            $query.push(")");
        }
        let of = [
            (" and b.kind = ", $filters.kind.map(accord_domain::barrier::BarrierKind::code)),
            (" and b.rag = ", $filters.rag.map(accord_domain::barrier::Rag::code)),
        ];
        for (condition, code) in of {
            if let Some(code) = code {
                $query.push(condition);
                $query.push_bind(code);
            }
        }
        if !$filters.statuses.is_empty() {
            $query.push(" and ");
            stands_at!($query, $filters.statuses);
        }
        for (condition, value) in [
            (" and b.imposing = ", &$filters.imposing),
            (" and b.affected = ", &$filters.affected),
            (" and b.owner = ", &$filters.owner),
        ] {
            if !value.is_empty() {
                $query.push(condition);
                $query.push_bind(value.clone());
            }
        }
        if let Some(publicity) = $filters.publicity {
            $query.push($crate::queries::barriers::filters::stands_to_the_public(publicity));
        }
        if !$filters.sector.is_empty() {
            $query.push(
                " and exists (select 1 from barrier_sectors s join programme_sectors p on p.id = s.sector_id \
                 where s.barrier_id = b.id and p.address = ",
            );
            $query.push_bind($filters.sector.clone());
            $query.push(")");
        }
        if !$filters.code.is_empty() {
            $query.push(" and exists (select 1 from barrier_codes c where c.barrier_id = b.id and c.code like ");
            $query.push_bind(format!("{}%", $filters.code));
            $query.push(")");
        }
    };
}

/// Adds the agreement and the kind of chapter looked for, of those whose links the reader is shown.
macro_rules! linked {
    ($query:ident, $reads:expr, $filters:expr) => {
        if !$filters.agreement.is_empty() {
            $query.push(
                " and exists (select 1 from barrier_agreements l join agreements a on a.id = l.agreement_id \
                 join grants g on g.agreement_id = a.id and g.account_id = ",
            );
            $query.push_bind($reads.account);
            $query.push(" and g.agreement_rank >= ");
            $query.push_bind(accord_domain::clearance::Field::Barrier.clearance().rank());
            $query.push(" where l.barrier_id = b.id and a.slug = ");
            $query.push_bind($filters.agreement.clone());
            $query.push(")");
        }
        if let Some(kind) = $filters.chapter {
            $query.push(
                " and exists (select 1 from barrier_chapters l join chapters c on c.id = l.chapter_id and c.archived_at is null \
                 join grants g on g.agreement_id = c.agreement_id and g.account_id = ",
            );
            $query.push_bind($reads.account);
            $query.push(" and g.agreement_rank >= ");
            $query.push_bind(accord_domain::clearance::Field::Barrier.clearance().rank());
            $query.push(" where l.barrier_id = b.id and c.kind = ");
            $query.push_bind(kind.code());
            $query.push(")");
        }
    };
}
