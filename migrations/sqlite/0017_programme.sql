-- The export programme (delegation clearance): what is to be exported where. A mission sees its own country alone.

-- position orders the sectors of a kind; retired ones stay for their history.
create table programme_sectors (
    id uuid primary key,
    address text not null unique,
    kind text not null,
    name text not null,
    publisher text not null,
    illustrative boolean not null,
    position bigint not null,
    retired boolean not null
);

create table programme_countries (
    code text primary key,
    publisher text not null,
    illustrative boolean not null,
    position bigint not null,
    retired boolean not null
);

-- target is in hundredths of the currency's unit, to be reached by the end of a year; none where nobody set one.
create table programme_cells (
    id uuid primary key,
    country text not null references programme_countries (code),
    sector_id uuid not null references programme_sectors (id),
    status text not null,
    target bigint,
    currency text not null,
    target_kind text not null,
    target_starts date,
    target_ends date,
    owner text not null,
    next_step text not null,
    mission_input text not null,
    illustrative boolean not null,
    version bigint not null,
    saved_by text not null,
    saved_at timestamptz not null,
    unique (country, sector_id)
);

-- The country an account with the right of a mission is accredited to.
create table programme_missions (
    account_id uuid primary key references accounts (id),
    country text not null references programme_countries (code)
);
