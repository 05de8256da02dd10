-- Documents made from the record and finished by a person. about_id names what a document of its kind is about: of a brief, the
-- agreement. clearance is that of its approved versions, the delegation's (2) or the principals' (4); a draft needs at least that of
-- a chapter's team (3).
create table documents (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    kind text not null,
    about_id uuid not null,
    clearance smallint not null,
    version bigint not null,
    constraint documents_one_of_a_kind unique (kind, about_id)
);
create index documents_by_agreement on documents (agreement_id);

-- A version: a draft until it is approved, and frozen from then on. revision and generated_at say as of which point of the record
-- its facts were generated.
create table document_versions (
    id uuid primary key,
    document_id uuid not null references documents (id),
    number bigint not null,
    language text not null,
    illustrative boolean not null,
    revision bigint not null,
    generated_at timestamptz not null,
    approved_at timestamptz,
    approved_by text not null,
    constraint document_versions_numbered unique (document_id, number)
);

-- A part of a version. facts are what was generated, in no language yet, newer what has been generated since and nobody has decided
-- on, edited what a person wrote instead. They never overwrite one another.
create table document_parts (
    version_id uuid not null references document_versions (id),
    part text not null,
    facts text,
    newer text,
    edited text,
    primary key (version_id, part)
);
