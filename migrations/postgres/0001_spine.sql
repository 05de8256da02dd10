-- The house: accounts and their rights, sessions, and the change record every other table's history is read from.

-- One row per scope (an agreement, or the house). A command raises the revision first, which orders commands on both engines;
-- head is the hash of the scope's newest change record.
create table scopes (
    scope text primary key,
    revision bigint not null,
    head text not null
);

create table accounts (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text not null,
    must_change_password boolean not null,
    disabled_at timestamptz,
    language text not null,
    zone text not null,
    theme text not null,
    version bigint not null,
    created_at timestamptz not null,
    constraint accounts_email_taken unique (email)
);

create table house_rights (
    account_id uuid not null references accounts (id),
    house_right text not null,
    country text not null,
    primary key (account_id, house_right, country)
);

-- The id is the SHA-256 of the cookie's value: a copy of the database opens no session.
create table sessions (
    id text primary key,
    account_id uuid references accounts (id),
    data text not null,
    expires_at timestamptz not null
);
create index sessions_by_account on sessions (account_id);

-- Failed sign-ins by address and client together, so that nobody can lock another person out.
create table sign_in_attempts (
    client text primary key,
    failures bigint not null,
    last_at timestamptz not null
);

create table settings (
    name text primary key,
    value text not null
);

-- The change record. clearance is the rank a reader needs; a reason needs at least the delegation's (2).
create table changes (
    scope text not null references scopes (scope),
    revision bigint not null,
    ordinal bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    agreement_id uuid,
    chapter_id uuid,
    subject text not null,
    subject_id uuid not null,
    verb text not null,
    field text not null,
    old text,
    new text,
    reason text,
    clearance smallint not null,
    imported boolean not null,
    previous_hash text not null,
    hash text not null,
    primary key (scope, revision, ordinal)
);
-- In the order they are read: newest first, a command's changes in its own order. The last holds what moves a negotiation along,
-- which the portfolio shows: its verbs are those of the query.
create index changes_by_chapter on changes (chapter_id, at, scope, revision, ordinal);
create index changes_by_agreement on changes (agreement_id, at, scope, revision, ordinal);
create index changes_that_move on changes (at, scope, revision, ordinal)
    where verb in ('move', 'park', 'unpark', 'escalate', 'answer', 'stage');
