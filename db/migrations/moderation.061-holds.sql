-- Why: a moderator hides reported words until the case is decided; the case, its clock and its reason stay the report's.
-- Lock: none (new table). Undone by: showing the matters of open holds again, then drop table moderation_holds.
create table moderation_holds (
  case_id uuid primary key references moderation_cases (id),
  held_at timestamptz not null,
  held_by uuid not null references people (id)
);
