-- Priority areas (delegation clearance): the list as it stands, and what was proposed of it.

-- Those that stand are ranked 1 to n within their agreement; rank is null once an area was dropped.
-- owner is a person or a ministry. for_minister is the flag that a principal sets.
create table priority_areas (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    rank smallint,
    title text not null,
    stance text not null,
    sector text not null,
    owner text not null,
    for_minister boolean not null,
    illustrative boolean not null,
    version bigint not null
);
create index priority_areas_standing on priority_areas (agreement_id, rank) where rank is not null;

-- Chapters of the same agreement that an area is pursued in.
create table priority_chapters (
    area_id uuid not null references priority_areas (id),
    chapter_id uuid not null references chapters (id),
    primary key (area_id, chapter_id)
);
create index priority_chapters_by_chapter on priority_chapters (chapter_id);

-- A proposal to add, drop or re-rank. area_id is the area to be dropped, or the one that was added once it is approved.
-- rank, title, stance, sector, owner and illustrative are those of an area to be added, else null or empty.
-- How many were approved tells how often the list has changed, which is its version.
create table priority_proposals (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    wish text not null,
    area_id uuid references priority_areas (id),
    rank smallint,
    title text not null,
    stance text not null,
    sector text not null,
    owner text not null,
    illustrative boolean not null,
    reason text not null,
    state text not null,
    proposed_by uuid not null references accounts (id),
    proposed_at timestamptz not null,
    decided_by uuid references accounts (id),
    decided_at timestamptz,
    decision_reason text not null
);
create index priority_proposals_by_agreement on priority_proposals (agreement_id, state);

create table priority_proposal_chapters (
    proposal_id uuid not null references priority_proposals (id),
    chapter_id uuid not null references chapters (id),
    primary key (proposal_id, chapter_id)
);

-- The ranks a proposal was made upon: of every area for another order, with the rank wanted; of the areas above for one to be added.
create table priority_proposal_ranks (
    proposal_id uuid not null references priority_proposals (id),
    area_id uuid not null references priority_areas (id),
    stood smallint not null,
    wanted smallint,
    primary key (proposal_id, area_id)
);
