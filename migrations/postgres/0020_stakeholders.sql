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

alter table consultation_invitations add column stakeholder_id uuid references stakeholders (id);
update consultation_invitations set stakeholder_id = (
    select s.id from stakeholders s where s.name = consultation_invitations.name and s.kind = consultation_invitations.kind
);
alter table consultation_invitations alter column stakeholder_id set not null, drop column name, drop column kind;
create index consultation_invitations_by_stakeholder on consultation_invitations (stakeholder_id);
