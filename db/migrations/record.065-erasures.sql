-- Why: what was erased must not come back with a backup. Each erasure is a row here, which is copied to the list `erasures` in the
-- data folder, outside the database; a restore erases again whatever that list names.
-- Lock: none (new table). Undone by: drop table erasures.
create table erasures (
  id uuid primary key,
  -- What was erased, in the words of the slice that erases it again: sealed.public, matter.words …
  kind text not null constraint erasure_kind check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  -- The row that it was: an entry, a matter, a person. No foreign key: it may be gone, or not be in the backup.
  subject_id uuid not null,
  erased_at timestamptz not null
);
create index erasures_by_time on erasures (erased_at);

create trigger erasures_are_append_only before update or delete or truncate on erasures for each statement execute function is_append_only();
