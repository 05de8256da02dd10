-- Agreements and what the public may know of them, then chapters, each clearance in a table of its own.

-- stage and stage_order are a projection of the lifecycle events, kept for filtering and paging; it can be rebuilt from them.
create table agreements (
    id uuid primary key,
    slug text not null,
    name text not null,
    sort_name text collate "C" not null,
    kind text not null,
    home_party text not null,
    lead_ministry text not null,
    objective text not null,
    languages text not null,
    illustrative boolean not null,
    stage text not null,
    stage_order smallint not null,
    version bigint not null,
    opened_at timestamptz not null,
    archived_at timestamptz,
    constraint agreements_slug_taken unique (slug)
);
create index agreements_in_portfolio on agreements (stage_order, sort_name, id);

create table agreement_parties (
    agreement_id uuid not null references agreements (id),
    position smallint not null,
    code text not null,
    name text not null,
    chief_negotiator text not null,
    primary key (agreement_id, code)
);

create table agreement_relations (
    agreement_id uuid not null references agreements (id),
    relation text not null,
    earlier_id uuid not null references agreements (id),
    primary key (agreement_id, earlier_id)
);
create index agreement_relations_by_earlier on agreement_relations (earlier_id);

-- A lifecycle event; its dates are claims of sources, of which one is preferred. Superseded entries stay.
create table lifecycle_events (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    kind text not null,
    note text not null,
    held boolean not null,
    standing text not null,
    standing_reason text not null,
    superseded_by uuid references lifecycle_events (id),
    clearance smallint not null,
    illustrative boolean not null,
    entry bigint not null,
    entered_at timestamptz not null
);
create index lifecycle_events_by_agreement on lifecycle_events (agreement_id, entry);

create table lifecycle_claims (
    event_id uuid not null references lifecycle_events (id),
    position smallint not null,
    starts date not null,
    ends date not null,
    date_precision text not null,
    place text not null,
    publisher text not null,
    title text not null,
    preferred boolean not null,
    verified boolean not null,
    primary key (event_id, position)
);

create table ratification_steps (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    party text not null,
    step text not null,
    starts date,
    ends date,
    date_precision text,
    publisher text not null,
    illustrative boolean not null,
    constraint ratification_step_taken unique (agreement_id, party, step)
);

-- Partner clearance: what both sides know of a chapter. address is the readable part of its address, stable when numbers change.
create table chapters (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    kind text not null,
    address text not null,
    number smallint not null,
    title text not null,
    text_status text not null,
    text_since timestamptz not null,
    our_lead text not null,
    their_lead text not null,
    line_ministry text not null,
    target_round text not null,
    open_brackets bigint not null,
    illustrative boolean not null,
    version bigint not null,
    archived_at timestamptz,
    constraint chapters_address_taken unique (agreement_id, address)
);

-- Delegation clearance.
create table chapter_confidences (
    chapter_id uuid primary key references chapters (id),
    market_status text not null,
    market_since timestamptz not null,
    parked_reason text,
    parked_since timestamptz,
    escalated_to text,
    escalated_question text,
    escalated_since timestamptz
);

-- Chapter team clearance.
create table chapter_notes (
    chapter_id uuid primary key references chapters (id),
    note text not null
);

-- Roles. The ranks repeat what domain::access says of the role, so that a query can compare them.
create table grants (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    agreement_id uuid not null references agreements (id),
    role text not null,
    party text not null,
    chapter_id uuid references chapters (id),
    agreement_rank smallint not null,
    chapter_rank smallint not null,
    granted_at timestamptz not null
);
create index grants_by_account on grants (account_id, agreement_id);
create index grants_by_agreement on grants (agreement_id);
create unique index grants_once on grants (account_id, agreement_id, role, chapter_id) where chapter_id is not null;
create unique index grants_once_whole on grants (account_id, agreement_id, role) where chapter_id is null;
