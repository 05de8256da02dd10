-- Those who are asked, kept for the whole house (delegation clearance). A reader is told of those asked in agreements whose
-- delegation they belong to, of no others.
-- Two that turn out to be one are merged on purpose: the one that goes keeps its row and the invitations it was asked by, and
-- merged_into leads to the one that stays, never to one that was merged itself.
create table stakeholders (
    id uuid primary key,
    name text not null,
    kind text not null,
    country text not null,
    note text not null,
    merged_into uuid references stakeholders (id),
    merged_by text not null,
    merged_at timestamptz,
    merge_reason text not null,
    version bigint not null
);
create index stakeholders_by_name on stakeholders (name);
create index stakeholders_merged on stakeholders (merged_into);

-- Until now every invitation had its name: who has the same name and kind is one stakeholder, with the id of its first invitation.
insert into stakeholders (id, name, kind, country, note, merged_by, merge_reason, version)
select i.id, i.name, i.kind, '', '', '', '', 1 from consultation_invitations i
where not exists (
    select 1 from consultation_invitations e
    where e.name = i.name and e.kind = i.kind and (e.invited_at < i.invited_at or (e.invited_at = i.invited_at and e.id < i.id))
);

-- A column that must be filled cannot be added to a table that has rows: it is made anew, with the answers that refer to it.
create table consultation_invitations_of_stakeholders (
    id uuid primary key,
    consultation_id uuid not null references consultations (id),
    stakeholder_id uuid not null references stakeholders (id),
    token_hash text not null,
    invited_by text not null,
    invited_at timestamptz not null,
    answered_at timestamptz,
    version bigint not null
);
insert into consultation_invitations_of_stakeholders
select i.id, i.consultation_id, s.id, i.token_hash, i.invited_by, i.invited_at, i.answered_at, i.version
from consultation_invitations i join stakeholders s on s.name = i.name and s.kind = i.kind;
create table consultation_answers_of_stakeholders (
    invitation_id uuid not null references consultation_invitations_of_stakeholders (id),
    line_id uuid not null references consultation_lines (id),
    stance text not null,
    comment text not null,
    primary key (invitation_id, line_id)
);
insert into consultation_answers_of_stakeholders select invitation_id, line_id, stance, comment from consultation_answers;
drop table consultation_answers;
drop table consultation_invitations;
alter table consultation_invitations_of_stakeholders rename to consultation_invitations;
alter table consultation_answers_of_stakeholders rename to consultation_answers;
create index consultation_invitations_by_token on consultation_invitations (token_hash);
create index consultation_invitations_by_consultation on consultation_invitations (consultation_id);
create index consultation_invitations_by_stakeholder on consultation_invitations (stakeholder_id);
