-- Consultations (delegation clearance): exporters, councils and ministries are asked by a private link, line by line.

create table consultations (
    id uuid primary key,
    agreement_id uuid not null references agreements (id),
    chapter_id uuid references chapters (id),
    number bigint not null,
    title text not null,
    introduction text not null,
    closes_on date not null,
    opened_by text not null,
    opened_at timestamptz not null,
    unique (agreement_id, number)
);

create index consultations_by_chapter on consultations (chapter_id);

-- A line asks about a code of the Harmonized System, or anything else where hs is empty.
create table consultation_lines (
    id uuid primary key,
    consultation_id uuid not null references consultations (id),
    position bigint not null,
    hs text not null,
    question text not null,
    unique (consultation_id, position)
);

-- Who was asked. token_hash is the SHA-256 of the link's secret part, in hexadecimal; empty once the link is revoked.
create table consultation_invitations (
    id uuid primary key,
    consultation_id uuid not null references consultations (id),
    name text not null,
    kind text not null,
    token_hash text not null,
    invited_by text not null,
    invited_at timestamptz not null,
    answered_at timestamptz,
    version bigint not null
);
create index consultation_invitations_by_token on consultation_invitations (token_hash);
create index consultation_invitations_by_consultation on consultation_invitations (consultation_id);

create table consultation_answers (
    invitation_id uuid not null references consultation_invitations (id),
    line_id uuid not null references consultation_lines (id),
    stance text not null,
    comment text not null,
    primary key (invitation_id, line_id)
);
