-- Trade figures (public clearance): what a source says was traded. Figures of one subject from two sources stand side by side.

-- A region whose countries' trade is told together.
create table regions (
    code text primary key,
    name text not null,
    publisher text not null,
    illustrative boolean not null,
    version bigint not null
);
create table region_members (
    region text not null references regions (code),
    country text not null,
    primary key (region, country)
);

-- Who published figures. mapping is how the columns of its last file were read, as JSON; empty before the first.
create table trade_sources (
    id uuid primary key,
    publisher text not null,
    title text not null,
    verified boolean not null,
    illustrative boolean not null,
    mapping text not null,
    entry bigint not null unique,
    unique (publisher, title)
);

-- amount is in hundredths of the currency's unit; scale and places are how it was printed, in which scale with how many decimals. hs is empty where the figure is of all goods or of services, commodity where it
-- is of everything or of a code. A figure without either is whole.
create table trade_figures (
    id uuid primary key,
    source_id uuid not null references trade_sources (id),
    reporter text not null,
    partner text not null,
    traded text not null,
    flow text not null,
    currency text not null,
    period_kind text not null,
    starts date not null,
    ends date not null,
    hs text not null,
    commodity text not null,
    amount bigint not null,
    scale text not null,
    places smallint not null,
    version bigint not null,
    unique (reporter, partner, source_id, hs, commodity, traded, flow, currency, starts, ends)
);

-- All trade of a source, for every reporter and partner, flow and period: the whole figure, else the sum of the coarsest codes the source
-- gives. lines is how many figures were added up, 0 where the source tells the whole. Made anew from trade_figures by each command.
create table trade_totals (
    reporter text not null,
    partner text not null,
    traded text not null,
    flow text not null,
    currency text not null,
    starts date not null,
    ends date not null,
    source_id uuid not null references trade_sources (id),
    period_kind text not null,
    amount bigint not null,
    scale text not null,
    places smallint not null,
    lines bigint not null,
    primary key (reporter, partner, traded, flow, currency, starts, ends, source_id)
);

-- Which source is to be believed where several speak of the same subject, and why.
create table trade_preferences (
    reporter text not null,
    partner text not null,
    traded text not null,
    flow text not null,
    currency text not null,
    starts date not null,
    ends date not null,
    hs text not null,
    commodity text not null,
    source_id uuid not null references trade_sources (id),
    reason text not null,
    version bigint not null,
    primary key (reporter, partner, traded, flow, currency, starts, ends, hs, commodity)
);

-- What trade is meant to reach by the end of a year.
create table trade_targets (
    id uuid primary key,
    reporter text not null,
    partner text not null,
    traded text not null,
    flow text not null,
    currency text not null,
    amount bigint not null,
    scale text not null,
    period_kind text not null,
    starts date not null,
    ends date not null,
    publisher text not null,
    note text not null,
    verified boolean not null,
    illustrative boolean not null,
    version bigint not null
);

-- Files that were imported: what of them was kept.
create table trade_imports (
    id uuid primary key,
    source_id uuid not null references trade_sources (id),
    file_name text not null,
    sha256 text not null,
    added bigint not null,
    changed bigint not null,
    imported_by text not null,
    imported_at timestamptz not null
);

-- Files that wait to be imported, kept for a day and for who sent them alone.
create table waiting_files (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    purpose text not null,
    file_name text not null,
    bytes bytea not null,
    sent_at timestamptz not null
);
create index waiting_files_by_account on waiting_files (account_id);
