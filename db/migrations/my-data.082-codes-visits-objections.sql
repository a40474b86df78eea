-- Why: whoever has no account sees what is held under an address by a code sent or posted to it; whoever objects gets an answer
-- by a date. Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table data_codes (
  id uuid primary key,
  address text not null constraint data_code_address_is_lower_case check (address = lower(address)),
  language text not null,
  -- Null until the letter with the code is written; a job does that, in the same time for every address.
  code_hash bytea constraint one_data_code_a_hash unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- For a code on paper: who made it, and how they know whose address it is.
  made_by uuid references people (id) on delete set null,
  checked_how text,
  constraint posted_code_says_how check (made_by is null or btrim(coalesce(checked_how, '')) <> '')
);
create index data_codes_by_address on data_codes (address, asked_at);
create index data_codes_by_maker on data_codes (made_by) where made_by is not null;
create index data_codes_to_write on data_codes (asked_at) where code_hash is null;

-- Half an hour with what is held under one address, begun by a code.
create table data_visits (
  id uuid primary key,
  token_hash bytea not null constraint one_data_visit_a_token unique,
  address text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null
);
create index data_visits_by_address on data_visits (address);

create table objections (
  id uuid primary key,
  person_id uuid references people (id) on delete cascade,
  address text,
  language text not null,
  -- The look it is about, when it is about one.
  lookup_id uuid references lookups (id) on delete set null,
  words text not null constraint objection_says_what check (btrim(words) <> ''),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  outcome text constraint objection_outcome check (outcome in ('upheld', 'refused')),
  reason text,
  decided_by uuid references people (id),
  constraint objection_is_somebodys check ((person_id is null) <> (address is null)),
  constraint objection_due_after_asking check (due_at > asked_at),
  constraint objection_decided_with_an_outcome check ((decided_at is null) = (outcome is null)),
  constraint no_objection_decided_without_a_reason check (outcome is null or btrim(coalesce(reason, '')) <> '')
);
create index objections_by_person on objections (person_id, asked_at) where person_id is not null;
create index objections_by_address on objections (address, asked_at) where address is not null;
create index open_objections on objections (due_at) where decided_at is null;
create index objections_by_lookup on objections (lookup_id) where lookup_id is not null;
