-- How a stakeholder stands to an agreement or one of its chapters, as it was heard elsewhere than in a consultation: in a meeting, by a letter
-- (delegation clearance in its agreement). One that is withdrawn is deleted; the record keeps it with the reason.
create table stakeholder_stances (
    id uuid primary key,
    stakeholder_id uuid not null references stakeholders (id),
    agreement_id uuid not null references agreements (id),
    chapter_id uuid references chapters (id),
    stance text not null,
    words text not null,
    heard_on date not null,
    publisher text not null,
    illustrative boolean not null,
    recorded_by text not null,
    recorded_at timestamptz not null
);
create index stakeholder_stances_by_stakeholder on stakeholder_stances (stakeholder_id);
create index stakeholder_stances_by_agreement on stakeholder_stances (agreement_id);
