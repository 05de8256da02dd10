-- The change record is read in the order of its scopes and commands, which is that of its key. at does not fall within a scope, so
-- that a day is found in it by halving.
drop index changes_by_agreement;
drop index changes_by_chapter;
create index changes_by_chapter on changes (chapter_id, revision, ordinal);

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
);
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
);
insert into thread_steps (scope, thread, revision, ordinal, step)
select c.scope, t.thread, c.revision, c.ordinal, row_number() over (partition by c.scope, t.thread order by c.revision, c.ordinal)
from changes c join threads t on t.scope = c.scope and t.subject_id = c.subject_id and t.field = c.field and t.clearance = c.clearance
and t.chapter_id is not distinct from c.chapter_id;

-- How often a session was begun or ended: whoever remembers one asks whether it still stands.
create table session_turns (
    turn bigint not null
);
insert into session_turns (turn) values (0);
