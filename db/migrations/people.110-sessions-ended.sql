-- Why: who keeps the accounts ends the sessions of somebody whose telephone was stolen, or everybody's after a break-in, with a reason.
-- Lock: none (new table). Undone by: drop table session_endings.
create table session_endings (
  id uuid primary key,
  -- Null: everybody's.
  person_id uuid references people (id) on delete cascade,
  is_of_everybody boolean not null,
  with_tokens boolean not null,
  with_passkeys boolean not null,
  reason text not null constraint session_ending_says_why check (btrim(reason) <> ''),
  ended_by uuid references people (id) on delete set null,
  ended_at timestamptz not null,
  constraint session_ending_is_of_one_or_all check (is_of_everybody = (person_id is null)),
  -- Whoever lost their passkeys makes new ones by their mail: a house in which all have to is a house with a back door.
  constraint only_one_loses_passkeys check (not (is_of_everybody and with_passkeys))
);
create index session_endings_by_person on session_endings (person_id) where person_id is not null;
create index session_endings_by_ender on session_endings (ended_by) where ended_by is not null;
create index everybody_signed_out on session_endings (ended_at) where is_of_everybody;
