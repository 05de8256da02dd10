-- Standing bodies, and the meetings that are of no agreement: the conferences of missions and the meetings of standing bodies.

-- A standing body of the house's own country and others, as a joint economic and trade committee. What it is, is public.
create table standing_bodies (
    id uuid primary key,
    address text not null unique,
    name text not null,
    abbreviation text not null,
    mandate text not null,
    founded_on date,
    ended_on date,
    publisher text not null,
    illustrative boolean not null,
    version bigint not null
);
create table standing_body_countries (
    body_id uuid not null references standing_bodies (id),
    country text not null,
    primary key (body_id, country)
);
create index standing_body_countries_by_country on standing_body_countries (country);

-- A conference of missions has no body. number is never given twice. The public knows of a body's meeting once it is held: when and
-- where; all else has the clearance of the programme, and a draft is its keeper's. starts, ends and date_precision are null together.
create table house_meetings (
    id uuid primary key,
    number bigint not null unique,
    body_id uuid references standing_bodies (id),
    title text not null,
    state text not null,
    state_reason text not null,
    mode text not null,
    place text not null,
    zone text not null,
    starts date,
    ends date,
    date_precision text,
    clock text not null,
    note text not null,
    outcome text not null,
    publisher text not null,
    source_title text not null,
    verified boolean not null,
    illustrative boolean not null,
    version bigint not null,
    planned_at timestamptz not null
);
create index house_meetings_by_body on house_meetings (body_id);

-- country is that of the mission or the delegation somebody comes with, empty for a department at home.
create table house_attendees (
    id uuid primary key,
    meeting_id uuid not null references house_meetings (id),
    name text not null,
    office text not null,
    country text not null,
    attendance text not null,
    illustrative boolean not null,
    position bigint not null
);
create index house_attendees_by_meeting on house_attendees (meeting_id);

-- audience is whom the paper is for: headquarters alone, or the missions too.
create table house_papers (
    id uuid primary key,
    meeting_id uuid not null references house_meetings (id),
    audience text not null,
    title text not null,
    file_name text not null,
    kind text not null,
    size bigint not null,
    sha256 text not null,
    put_by text not null,
    put_at timestamptz not null
);
create index house_papers_by_meeting on house_papers (meeting_id);
create table house_paper_files (
    paper_id uuid primary key references house_papers (id),
    bytes bytea not null
);

-- What is to be done in or by a country after such a meeting. A mission sees the lines of its own country alone.
create table plan_lines (
    id uuid primary key,
    meeting_id uuid not null references house_meetings (id),
    number bigint not null,
    country text not null,
    sector_id uuid references programme_sectors (id),
    title text not null,
    owner text not null,
    first_due date not null,
    due date not null,
    moved smallint not null,
    state text not null,
    state_reason text not null,
    progress text not null,
    illustrative boolean not null,
    version bigint not null,
    unique (meeting_id, number)
);
create index plan_lines_open on plan_lines (country, due) where state = 'open';
