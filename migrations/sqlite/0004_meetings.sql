-- Meetings, their sessions (one a chapter), agendas, minutes and outcomes; each clearance in a table of its own.

-- clearance is that of the meeting as it stands: a draft and an internal preparation the delegation's, a planned meeting the
-- partner's, a round under way or held the public's. It follows from kind and state, and is kept for the filters of queries.
-- number is that of a round, null for any other kind. starts, ends and date_precision are null together: not known.
-- clock is the hour it opens, HH:MM on the venue's clocks on the first day, empty where none is set; zone is an IANA name.
create table meetings (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    kind text not null,
    address text not null,
    number smallint,
    title text not null,
    state text not null,
    clearance smallint not null,
    mode text not null,
    host_party text not null,
    place text not null,
    zone text not null,
    starts date,
    ends date,
    date_precision text,
    clock text not null,
    note text not null,
    publisher text not null,
    source_title text not null,
    verified boolean not null,
    illustrative boolean not null,
    version bigint not null,
    planned_at timestamptz not null,
    constraint meetings_address_taken unique (agreement_id, address)
);
-- The portfolio asks for the next meeting of each of its rows.
create index meetings_ahead on meetings (agreement_id, starts) where state in ('open', 'in-progress');

-- Partner clearance, or the meeting's where that is higher: who leads the delegations and how many come.
create table meeting_delegations (
    meeting_id uuid primary key references meetings (id),
    our_head text not null,
    their_head text not null,
    our_count smallint,
    their_count smallint
);

-- Delegation clearance: the delegates, one a line, and why the meeting was last taken back, reopened or called off.
create table meeting_confidences (
    meeting_id uuid primary key references meetings (id),
    our_delegates text not null,
    their_delegates text not null,
    state_reason text not null
);

-- Partner clearance, or the meeting's where that is higher. A session is the meeting on one chapter.
create table meeting_sessions (
    id uuid primary key,
    meeting_id uuid not null references meetings (id),
    chapter_id uuid not null references chapters (id),
    outcome text not null,
    illustrative boolean not null,
    version bigint not null,
    constraint meeting_sessions_once unique (meeting_id, chapter_id)
);
create index meeting_sessions_by_chapter on meeting_sessions (chapter_id);

-- Partner clearance where shared, else delegation. carried_from is the unfinished item of an earlier meeting that this one takes up.
create table agenda_items (
    id uuid primary key,
    session_id uuid not null references meeting_sessions (id),
    position smallint not null,
    title text not null,
    shared boolean not null,
    done boolean not null,
    carried_from uuid references agenda_items (id)
);
create index agenda_items_by_session on agenda_items (session_id, position);
create unique index agenda_items_carried_once on agenda_items (carried_from) where carried_from is not null;

-- Delegation clearance.
create table session_minutes (
    session_id uuid primary key references meeting_sessions (id),
    minutes text not null
);
