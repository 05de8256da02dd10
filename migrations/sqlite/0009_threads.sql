-- The change record lies in the order of its scopes and commands, which is the order most of it is read in: a scope's newest records
-- are found without an index of their own, and a command writes fewer pages. at does not fall within a scope, so that a day is found
-- in it by halving.
create table changes_in_order (
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
) without rowid;
insert into changes_in_order select * from changes order by scope, revision, ordinal;
drop table changes;
alter table changes_in_order rename to changes;
create index changes_by_chapter on changes (chapter_id, revision, ordinal);
-- What moves a negotiation along, which the portfolio shows: its verbs are those of the query.
create index changes_that_move on changes (at, scope, revision, ordinal)
    where verb in ('move', 'park', 'unpark', 'escalate', 'answer', 'stage');

drop index scopes_by_revision;
-- When the scope's newest record was written.
alter table scopes add column at timestamptz;
update scopes set at = (select max(c.at) from changes c where c.scope = scopes.scope);

-- A thread is the line of all changes of one field of one thing, as far as they have one clearance: what a thing was on a day, and
-- what became of it between two days, is a step or two of its thread, however many there are. It can be made anew from the record.
create table threads (
    scope text not null,
    thread bigint not null,
    chapter_id uuid,
    subject_id uuid not null,
    field text not null,
    clearance smallint not null,
    primary key (scope, thread)
) without rowid;
create index threads_by_subject on threads (scope, subject_id, field, clearance, chapter_id);
insert into threads (scope, thread, chapter_id, subject_id, field, clearance)
select scope, row_number() over (partition by scope order by min(revision * 1000000 + ordinal)), chapter_id, subject_id, field, clearance
from changes group by scope, chapter_id, subject_id, field, clearance;

create table thread_steps (
    scope text not null,
    thread bigint not null,
    revision bigint not null,
    ordinal bigint not null,
    -- The how-manieth of its thread.
    step bigint not null,
    primary key (scope, thread, revision, ordinal)
) without rowid;
insert into thread_steps (scope, thread, revision, ordinal, step)
select c.scope, t.thread, c.revision, c.ordinal, row_number() over (partition by c.scope, t.thread order by c.revision, c.ordinal)
from changes c join threads t on t.scope = c.scope and t.subject_id = c.subject_id and t.field = c.field and t.clearance = c.clearance
and t.chapter_id is not distinct from c.chapter_id;

-- How often a session was begun or ended: whoever remembers one asks whether it still stands.
create table session_turns (
    turn bigint not null
);
insert into session_turns (turn) values (0);
