-- How many chapters come before another, without reading them: a step of one chapter writes its own mark of the agreement's strip.
create index chapters_in_order on chapters (agreement_id, number, address) where archived_at is null;

-- The next meeting of an agreement, without sorting those that start on one day.
drop index meetings_ahead;
create index meetings_ahead on meetings (agreement_id, starts, id) where state in ('open', 'in-progress');

-- What somebody may see of an agreement or a chapter, asked for with each row of a list, without reading the grant itself.
drop index grants_by_account;
create index grants_by_account on grants (account_id, agreement_id, agreement_rank, chapter_id, chapter_rank);

-- What changed in a chapter is found through its threads: they are begun seldom, while an index of the record is written with each
-- change.
create index threads_by_chapter on threads (chapter_id) where chapter_id is not null;

-- Records are wide: kept within the tree of their key they made it deep, and each one written moved its neighbours. Kept in the order
-- they are written, those of a group share a page.
create table changes_as_written (
    scope text not null references scopes (scope),
    revision bigint not null,
    ordinal bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    agreement_id uuid,
    chapter_id uuid,
    subject text not null,
    subject_id uuid not null,
    verb text not null,
    field text not null,
    old text,
    new text,
    reason text,
    clearance smallint not null,
    imported boolean not null,
    previous_hash text not null,
    hash text not null,
    primary key (scope, revision, ordinal)
);
insert into changes_as_written select * from changes order by at, scope, revision, ordinal;
drop table changes;
alter table changes_as_written rename to changes;
-- What moves a negotiation along, which the portfolio shows: its verbs are those of the query.
create index changes_that_move on changes (at, scope, revision, ordinal)
    where verb in ('move', 'park', 'unpark', 'escalate', 'answer', 'stage');
