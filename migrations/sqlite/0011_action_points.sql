-- What somebody has to do after a meeting. Delegation clearance, all of it.

-- number is that of the action point within its agreement and is never given twice. owner_id is the account of our side that has to
-- do it; where it is null, owner names who has, and may be empty for the other side as such. first_due is the day agreed at first;
-- due, the day it stands at, was changed so many times as moved says.
create table action_points (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    chapter_id uuid references chapters (id),
    meeting_id uuid references meetings (id),
    number smallint not null,
    title text not null,
    note text not null,
    side text not null,
    owner_id uuid references accounts (id),
    owner text not null,
    first_due date not null,
    due date not null,
    moved smallint not null,
    state text not null,
    state_reason text not null,
    illustrative boolean not null,
    version bigint not null,
    agreed_at timestamptz not null,
    settled_at timestamptz,
    constraint action_points_numbered unique (agreement_id, number)
);
-- Each row of the portfolio counts what is overdue, and each person asks for what they owe.
create index action_points_open on action_points (agreement_id, due) where state = 'open';
create index action_points_owed on action_points (owner_id, due) where state = 'open' and owner_id is not null;
create index action_points_by_chapter on action_points (chapter_id) where chapter_id is not null;
create index action_points_by_meeting on action_points (meeting_id) where meeting_id is not null;

-- The later meetings at which an action point still open was taken up again.
create table action_point_meetings (
    action_point_id uuid not null references action_points (id),
    meeting_id uuid not null references meetings (id),
    primary key (action_point_id, meeting_id)
);
create index action_point_meetings_by_meeting on action_point_meetings (meeting_id);
