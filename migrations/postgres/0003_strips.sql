-- The position of the record is the sum of these, read after every commit.
create index scopes_by_revision on scopes (revision);

-- The chapters of an agreement in short, in their order: what the portfolio shows of hundreds at once. Each command that touches a
-- chapter writes it anew.
-- texts holds a digit a chapter, the step of its text track (partner clearance). confidences holds two signs a chapter, the step of
-- its market access or - for none, and . or p for parked, e for escalated, b for both (delegation clearance).
create table agreement_strips (
    agreement_id uuid primary key references agreements (id),
    texts text not null,
    confidences text not null,
    open_brackets bigint not null,
    last_moved timestamptz
);

insert into agreement_strips (agreement_id, texts, confidences, open_brackets, last_moved)
select c.agreement_id,
    string_agg(case c.text_status when 'not-started' then '0' when 'proposals-exchanged' then '1' when 'consolidated-text' then '2'
        when 'under-negotiation' then '3' when 'substantially-closed' then '4' when 'provisionally-closed' then '5'
        when 'closed' then '6' else '7' end, '' order by c.number, c.address),
    string_agg(case when c.kind not in ('goods', 'services', 'financial-services', 'telecommunications', 'natural-persons',
        'investment', 'procurement') then '-'
        else case d.market_status when 'not-started' then '0' when 'requests-exchanged' then '1' when 'offers-exchanged' then '2'
        when 'improved-offers' then '3' when 'package-agreed-ad-ref' then '4' else '5' end end
        || case when d.parked_since is null then case when d.escalated_to is null then '.' else 'e' end
        else case when d.escalated_to is null then 'p' else 'b' end end, '' order by c.number, c.address),
    cast(sum(c.open_brackets) as bigint),
    max(case when c.text_status <> 'not-started' then c.text_since end)
from chapters c join chapter_confidences d on d.chapter_id = c.id
where c.archived_at is null
group by c.agreement_id;
