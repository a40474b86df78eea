-- Why: a new address counts from the moment its reader confirms it, so that nobody takes another's letters by a slip of the hand.
-- Lock: none (new table). Undone by: drop table address_changes.
create table address_changes (
  id uuid primary key,
  -- One wish at a time: a newer one takes the place of the older.
  person_id uuid not null constraint one_address_change_a_person unique references people (id) on delete cascade,
  address text not null constraint new_address_is_lower_case check (address = lower(address)),
  language text not null,
  -- Null until its letter is written; a job does that, so that the page says nothing of whose address it is.
  token_hash bytea constraint one_address_change_a_token unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
create index address_changes_by_address on address_changes (address);
