-- Milestones (partner clearance): dated outside events, each tied to one agreement or several. Who has a role in one of them sees the
-- milestone, and of its agreements those they have a role in. Its history stands in the record of each agreement it is or was tied to;
-- one that is tied to none any more is seen by nobody.
create table milestones (
    id uuid primary key,
    kind text not null,
    title text not null,
    starts date not null,
    ends date not null,
    date_precision text not null,
    place text not null,
    publisher text not null,
    source_title text not null,
    verified boolean not null,
    illustrative boolean not null,
    version bigint not null
);

create table milestone_agreements (
    milestone_id uuid not null references milestones (id),
    agreement_id uuid not null references agreements (id),
    primary key (milestone_id, agreement_id)
);
create index milestone_agreements_by_agreement on milestone_agreements (agreement_id);
