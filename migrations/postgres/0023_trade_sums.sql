-- complete says that the codes of a source add up to all its trade, so that their sum is a total; of one that tells of some goods alone it is
-- not. version is raised by each edit of the source.
alter table trade_sources add column complete boolean not null default true;
alter table trade_sources add column version bigint not null default 1;

-- All trade of a source, for every reporter and partner, flow and period, as a projection of its figures that each command makes anew; those
-- of sources that have none are made when the program starts. basis says what a total is: 'printed' by its source, or a sum of 'codes', of
-- the 'months' of a year, or of 'flows', exports and imports. lines is how many figures were added up in all, 0 of one that is printed.
drop table trade_totals;
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
    basis text not null,
    primary key (reporter, partner, traded, flow, currency, starts, ends, source_id)
);
