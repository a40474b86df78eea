-- Why: a photograph chosen is kept when the form comes back, in a preview and in a draft; no browser sends it again by itself.
-- It is found by the draft's own key and goes with it. Lock: none (new table). Undone by: dropping the table.
create table submission_draft_files (
  draft_id uuid not null references submission_drafts (id) on delete cascade,
  place smallint not null,
  media_type text not null constraint draft_media_type_is_one_of
    check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes bytea not null,
  sha256 bytea not null,
  primary key (draft_id, place)
);
alter table submission_draft_files alter column bytes set storage external;
