-- Barriers other than tariffs (delegation clearance), and what of them is public (public clearance).

-- number is never given twice. imposing and affected are the letters of countries or of groups. facts is the digest of what a public version
-- tells, by which it is known whether that changed since.
create table barriers (
    id uuid primary key,
    number bigint not null unique,
    title text not null,
    kind text not null,
    imposing text not null,
    affected text not null,
    measure text not null,
    description text not null,
    owner text not null,
    raised_on date not null,
    publisher text not null,
    illustrative boolean not null,
    rag text not null,
    status text not null,
    next_step text not null,
    facts text not null,
    version bigint not null,
    opened_at timestamptz not null,
    moved_at timestamptz not null
);
create index barriers_by_imposing on barriers (imposing);

create table barrier_codes (
    barrier_id uuid not null references barriers (id),
    code text not null,
    primary key (barrier_id, code)
);
create table barrier_sectors (
    barrier_id uuid not null references barriers (id),
    sector_id uuid not null references programme_sectors (id),
    primary key (barrier_id, sector_id)
);

-- What it is linked to. Who is cleared in none of the agreements of a barrier does not see it.
create table barrier_agreements (
    barrier_id uuid not null references barriers (id),
    agreement_id uuid not null references agreements (id),
    primary key (barrier_id, agreement_id)
);
create index barrier_agreements_by_agreement on barrier_agreements (agreement_id);
create table barrier_chapters (
    barrier_id uuid not null references barriers (id),
    chapter_id uuid not null references chapters (id),
    primary key (barrier_id, chapter_id)
);
create index barrier_chapters_by_chapter on barrier_chapters (chapter_id);
create table barrier_action_points (
    barrier_id uuid not null references barriers (id),
    action_point_id uuid not null references action_points (id),
    primary key (barrier_id, action_point_id)
);
create index barrier_action_points_by_point on barrier_action_points (action_point_id);

-- How it went on; written once, never edited.
create table barrier_notes (
    id uuid primary key,
    barrier_id uuid not null references barriers (id),
    note text not null,
    written_by text not null,
    written_at timestamptz not null
);
create index barrier_notes_by_barrier on barrier_notes (barrier_id);

-- What is or was meant for the public, with the facts as they stood when it was proposed at a revision of the house.
create table barrier_publications (
    id uuid primary key,
    barrier_id uuid not null references barriers (id),
    number bigint not null,
    title text not null,
    summary text not null,
    kind text not null,
    imposing text not null,
    affected text not null,
    codes text not null,
    status text not null,
    facts text not null,
    revision bigint not null,
    state text not null,
    proposer_id uuid not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text not null,
    decided_at timestamptz,
    refused_because text not null,
    published_by text not null,
    published_at timestamptz,
    unique (barrier_id, number)
);
create unique index barrier_publications_once on barrier_publications (barrier_id) where state = 'published';
create unique index barrier_publications_waiting on barrier_publications (barrier_id) where state in ('proposed', 'approved');

-- The history of one thing of the house.
create index changes_of_the_house on changes (subject_id, revision, ordinal) where agreement_id is null;
