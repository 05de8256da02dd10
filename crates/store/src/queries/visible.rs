//! What of the record a reader may see, as SQL says it, for every query of changes or of threads of them.

/// Adds which changes, or threads of them, the actor may see: a reader's rank for a record is the highest any of their roles gives for
/// its chapter. Within one agreement the rank outside one's own chapters, never above that within them, is looked up once for all.
macro_rules! visible {
    ($query:ident, $actor:expr, $of:expr) => {
        if let $crate::queries::changes::Of::Agreement(id) = $of {
            $query.push("(ch.clearance <= (select max(g.agreement_rank) from grants g where g.agreement_id = ");
            $query.push_bind(id.0);
            $query.push(" and g.account_id = ");
            $query.push_bind($actor.account.0);
            $query.push(") or exists (select 1 from grants g where g.agreement_id = ");
            $query.push_bind(id.0);
            $query.push(" and g.account_id = ");
            $query.push_bind($actor.account.0);
            $query.push(" and g.chapter_id = ch.chapter_id and g.chapter_rank >= ch.clearance))");
        } else {
            $query.push("exists (select 1 from grants g where g.agreement_id = ch.agreement_id and g.account_id = ");
            $query.push_bind($actor.account.0);
            $query.push(" and case when g.chapter_id = ch.chapter_id then g.chapter_rank else g.agreement_rank end >= ch.clearance)");
        }
        $query.push(" and (ch.field <> 'lineage' or exists (select 1 from grants e where e.agreement_id = ch.subject_id and e.account_id = ");
        $query.push_bind($actor.account.0);
        $query.push("))");
    };
}
