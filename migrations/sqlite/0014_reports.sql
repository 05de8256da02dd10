-- Reports of meetings: documents of the kind report, about_id being the meeting.

-- The clearance a version is meant for and its facts were generated for: what was approved for few does not come to be read by more
-- because a later version is. All versions of a brief have the same one, which its editors set. A version is read at its clearance from
-- published_at on; before that it needs at least that of a chapter's team (3). A brief is published by its approval.
alter table document_versions add column clearance smallint not null default 4;
alter table document_versions add column published_at timestamptz;
update document_versions set clearance = (select d.clearance from documents d where d.id = document_versions.document_id),
    published_at = approved_at;
alter table documents drop column clearance;
