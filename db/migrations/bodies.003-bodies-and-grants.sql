-- Bodies consider and decide; a grant is a role in a unit (or at one body) for a time and a purpose.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table bodies (
  id uuid primary key,
  slug text not null constraint body_slug_is_free unique constraint body_slug_reads_as_url check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null constraint body_has_a_name check (btrim(name) <> ''),
  kind text not null,
  unit_id uuid not null references units (id),
  about text not null default '',
  -- Hears reviews and appeals about this body; the judged body never grades itself.
  reviewed_by uuid references bodies (id),
  -- Matters handed in to "whoever should" arrive here.
  is_front_desk boolean not null default false,
  -- The body's published rule: words of strangers wait for a person before they are shown.
  holds_strangers boolean not null default false,
  opened_on date not null,
  closed_on date,
  constraint reviewed_by_another check (reviewed_by <> id)
);
create unique index one_front_desk on bodies (is_front_desk) where is_front_desk;
create index bodies_by_unit on bodies (unit_id);

-- A changed promise is a new row: it applies to later arrivals only.
create table body_promises (
  body_id uuid not null references bodies (id),
  from_at timestamptz not null,
  days integer not null constraint promise_is_days check (days between 1 and 366),
  primary key (body_id, from_at)
);

create table body_seats (
  id uuid primary key,
  body_id uuid not null references bodies (id),
  person_id uuid not null references people (id),
  seat text not null,
  from_on date not null,
  to_on date,
  constraint seat_ends_after_it_begins check (to_on is null or to_on >= from_on)
);
create index body_seats_by_body on body_seats (body_id);
create index body_seats_by_person on body_seats (person_id);

create table grants (
  id uuid primary key,
  person_id uuid not null references people (id),
  role text not null,
  unit_id uuid not null references units (id),
  body_id uuid references bodies (id),
  is_down_the_tree boolean not null default false,
  purpose text not null constraint grant_says_what_for check (btrim(purpose) <> ''),
  from_on date not null,
  to_on date not null,
  granted_by uuid references people (id),
  granted_at timestamptz not null,
  constraint grant_ends_after_it_begins check (to_on >= from_on)
);
create index grants_by_person on grants (person_id);
create index grants_by_unit on grants (unit_id);
create index grants_by_body on grants (body_id);

create table grant_endings (
  grant_id uuid primary key references grants (id),
  ended_at timestamptz not null,
  ended_by uuid references people (id),
  reason text not null constraint ending_has_a_reason check (btrim(reason) <> '')
);
