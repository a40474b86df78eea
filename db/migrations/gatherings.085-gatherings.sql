-- Gatherings: meetings and listening events, with what one needs to know to come, who registered, and what was heard there.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table gatherings (
  id uuid primary key references works (id),
  unit_id uuid not null references units (id),
  body_id uuid references bodies (id),
  -- In light markup; the title is the work's.
  about text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- IANA name: the hours on the page are those of the place.
  time_zone text not null,
  address text not null default '',
  -- Shown to those who have a place, and to nobody else.
  online_url text,
  audience text not null constraint gathering_audience check (audience in ('anyone', 'members', 'unit')),
  -- Null: as many as come.
  places integer constraint gathering_places check (places between 1 and 100000),
  contact text not null constraint gathering_has_a_contact check (btrim(contact) <> ''),
  -- A listening event that belongs to a call: what is heard there are answers to it.
  call_id uuid references calls (id),
  -- Counts the changes, for calendars (RFC 5545, SEQUENCE).
  sequence integer not null default 0,
  changed_at timestamptz not null,
  made_by uuid references people (id) on delete set null,
  -- How many people were there, as counted by whoever led it.
  people_there integer constraint gathering_people_there check (people_there between 0 and 1000000),
  -- Names what was imported or settled, so that doing it again changes nothing.
  source text constraint one_import_a_gathering unique,
  constraint gathering_ends_after_it_begins check (ends_at > starts_at),
  constraint gathering_is_somewhere check (btrim(address) <> '' or online_url is not null)
);
create index gatherings_by_start on gatherings (starts_at, id);
create index gatherings_of_unit on gatherings (unit_id, starts_at);
create index gatherings_of_body on gatherings (body_id, starts_at) where body_id is not null;

-- A fact about access, said with yes or no; what was not said has no row, and the page says so.
create table gathering_access (
  gathering_id uuid not null references gatherings (id),
  fact text not null constraint access_fact check (fact in ('step-free', 'hearing-loop', 'interpreter', 'quiet-space', 'creche', 'parking', 'toilets')),
  is_there boolean not null,
  -- Which language is interpreted, where the quiet room is.
  detail text not null default '',
  primary key (gathering_id, fact)
);

create table gathering_cancellations (
  gathering_id uuid primary key references gatherings (id),
  reason text not null constraint cancelled_with_a_reason check (btrim(reason) <> ''),
  called_off_at timestamptz not null,
  called_off_by uuid references people (id) on delete set null
);

-- Who comes. A row goes when its person cancels, and all of them thirty days after the end.
create table gathering_registrations (
  id uuid primary key,
  gathering_id uuid not null references gatherings (id),
  person_id uuid references people (id),
  name text not null constraint registered_with_a_name check (btrim(name) <> ''),
  email text,
  language text not null,
  -- Read by the organisers alone.
  needs text not null default '',
  needs_named text[] not null default '{}',
  registered_at timestamptz not null,
  -- Null while on the waiting list.
  place_since timestamptz,
  -- Without an account the key is the only handle.
  key_hash bytea constraint one_registration_a_key unique,
  week_told_at timestamptz,
  day_told_at timestamptz,
  constraint registration_has_a_handle check ((person_id is null) = (key_hash is not null))
);
create unique index one_registration_a_person on gathering_registrations (gathering_id, person_id) where person_id is not null;
create index registrations_of_gathering on gathering_registrations (gathering_id, registered_at, id);
create index registrations_by_person on gathering_registrations (person_id) where person_id is not null;

-- Letters to write to those who registered; a job writes each in its reader's language and empties this.
create table gathering_letters (
  id uuid primary key,
  registration_id uuid not null references gathering_registrations (id) on delete cascade,
  what text not null constraint gathering_letter_is_about check (what in ('registered', 'place', 'changed', 'called-off')),
  -- The organisers' own words, of a change and of calling it off.
  reason text not null default '',
  made_at timestamptz not null
);
create index gathering_letters_of_registration on gathering_letters (registration_id);
