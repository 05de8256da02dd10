-- complete says that the codes of a source add up to all its trade, so that their sum is a total; of one that tells of some goods alone it is
-- not. version is raised by each edit of the source.
alter table trade_sources add column complete boolean not null default true;
alter table trade_sources add column version bigint not null default 1;

-- What a total is: 'printed' by its source, or a sum of 'codes', of the 'months' of a year, or of 'flows', exports and imports. lines is how
-- many figures were added up in all, 0 of one that is printed. Totals are made anew when they are next asked for where none is kept.
alter table trade_totals add column basis text not null default 'printed';
delete from trade_totals;
