-- Gatherings that come again, and who came in by the door.
-- Lock: two small tables get a column each (a moment). Undone by: dropping the columns, then the table.

-- Each time is a gathering of its own, with its number, its places and what was heard there; a series says which belong together.
create table gathering_series (
  id uuid primary key,
  rhythm text not null constraint series_has_a_rhythm check (rhythm in ('weekly', 'fortnightly', 'monthly')),
  made_at timestamptz not null
);
alter table gatherings
  add column series_id uuid references gathering_series (id),
  -- Those who came without having registered; nobody is named.
  add column walked_in integer not null default 0 constraint walked_in_is_a_count check (walked_in between 0 and 1000000);
create index gatherings_of_series on gatherings (series_id, starts_at) where series_id is not null;

-- Goes with its registration, thirty days after the end.
alter table gathering_registrations add column came_at timestamptz;
