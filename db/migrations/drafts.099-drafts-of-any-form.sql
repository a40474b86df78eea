-- Why: an answer to a call is kept while it is written, with its files, as what is handed in is: one table for the drafts of any
-- form, which says on which page they go on. Lock: both tables, briefly (new names, and a column with a constant default: no rewrite).
-- Undone by: dropping the column and taking the old names again.
alter table submission_drafts rename to drafts;
alter table submission_draft_files rename to draft_files;
alter index submission_drafts_by_person rename to drafts_by_person;
alter table drafts add column page text not null default '/submissions/new'
  constraint draft_page_is_ours check (page ~ '^/[a-z]');
