-- The words and the closing day of a consultation are corrected: version tells whoever does that somebody else did meanwhile.
alter table consultations add column version bigint not null default 1;
