-- What listening events heard, and how large units are, so that units of like size can be compared.
-- Lock: none (new tables). Undone by: dropping both tables.
-- By the id that the row was given on the helper's machine: sending a sheet twice changes nothing.
create table things_heard (
  row_id uuid primary key,
  gathering_id uuid not null references gatherings (id),
  matter_id uuid not null constraint heard_once unique references matters (id),
  entered_by uuid references people (id) on delete set null,
  entered_at timestamptz not null
);
create index things_heard_at on things_heard (gathering_id);

-- Members of each unit with all below it, counted by a job: the public comparison never walks through the memberships.
create table unit_sizes (
  unit_id uuid primary key references units (id),
  members integer not null constraint unit_size_is_a_count check (members >= 0),
  counted_at timestamptz not null
);
