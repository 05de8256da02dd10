-- An import can be withdrawn as a whole: the figures it added know it, and what it changed of others is kept. Figures corrected by hand since
-- are nobody's import. Of imports made before nothing of the kind is known: these cannot be withdrawn.
-- No foreign key: it would be looked up for each of a hundred thousand figures, and an import is never deleted.
alter table trade_figures add column import_id uuid;
alter table trade_imports add column traced boolean not null default false;
alter table trade_imports add column withdrawn_by text;
alter table trade_imports add column withdrawn_at timestamptz;

-- What figures were before an import changed them, and the version it left them at.
create table trade_import_changes (
    figure_id uuid not null references trade_figures (id),
    import_id uuid not null references trade_imports (id),
    amount bigint not null,
    scale text not null,
    places smallint not null,
    version bigint not null,
    primary key (figure_id, import_id)
);
