-- How an agreement stood in the portfolio, from one day until but not including another: a day is told as it ended in the zone of the
-- home party. What stands now has the end 9999-12-31. parties holds codes and names as JSON, the home party first.
create table agreement_standings (
    agreement_id uuid not null references agreements (id),
    since date not null,
    until date not null,
    name text not null,
    sort_name text not null,
    stage text not null,
    stage_order smallint not null,
    illustrative boolean not null,
    archived boolean not null,
    home_party text not null,
    parties text not null,
    primary key (agreement_id, since)
);
create index agreement_standings_in_order on agreement_standings (stage_order, sort_name, agreement_id, since, until);
-- Of the days before this version only the last is known.
insert into agreement_standings (agreement_id, since, until, name, sort_name, stage, stage_order, illustrative, archived, home_party, parties)
select a.id, cast(s.at at time zone 'Asia/Kolkata' as date), '9999-12-31', a.name, a.sort_name, a.stage, a.stage_order, a.illustrative, a.archived_at is not null,
    a.home_party, (select cast(json_agg(json_build_array(p.code, p.name) order by p.position) as text) from agreement_parties p where p.agreement_id = a.id)
from agreements a join scopes s on s.scope = cast(a.id as text);

-- The strips of days past: a strip moves here when it is first written anew on a later day, so that most changes write one strip.
create table strip_days (
    agreement_id uuid not null references agreements (id),
    day date not null,
    texts text not null,
    confidences text not null,
    open_brackets bigint not null,
    last_moved timestamptz,
    primary key (agreement_id, day)
);
-- The day the strip was last written, if this version wrote it.
alter table agreement_strips add column day date;

-- The day the lineage was recorded, if this version did.
alter table agreement_relations add column since date;
