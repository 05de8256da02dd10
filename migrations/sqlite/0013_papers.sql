-- Papers of sessions: files that somebody put on the table of a meeting on one chapter.

-- clearance is whom the paper is for: the other side too (1), the delegation (2) or the chapter's team (3); who may not know of the
-- meeting knows of none of its papers. kind is what the file was found to be, size its bytes, sha256 their digest in hexadecimal.
create table papers (
    id uuid primary key,
    session_id uuid not null references meeting_sessions (id),
    clearance smallint not null,
    title text not null,
    file_name text not null,
    kind text not null,
    size bigint not null,
    sha256 text not null,
    put_by text not null,
    put_at timestamptz not null
);
create index papers_by_session on papers (session_id);

-- The file itself, apart, so that no list reads it.
create table paper_files (
    paper_id uuid primary key references papers (id),
    bytes blob not null
);
