-- How many chapters come before another, without reading them: a step of one chapter writes its own mark of the agreement's strip.
create index chapters_in_order on chapters (agreement_id, number, address) where archived_at is null;

-- The next meeting of an agreement, without sorting those that start on one day.
drop index meetings_ahead;
create index meetings_ahead on meetings (agreement_id, starts, id) where state in ('open', 'in-progress');

-- What somebody may see of an agreement or a chapter, asked for with each row of a list, without reading the grant itself.
drop index grants_by_account;
create index grants_by_account on grants (account_id, agreement_id, agreement_rank, chapter_id, chapter_rank);

-- What changed in a chapter is found through its threads: they are begun seldom, while an index of the record is written with each
-- change.
create index threads_by_chapter on threads (chapter_id) where chapter_id is not null;
drop index changes_by_chapter;
