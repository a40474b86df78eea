-- People with an account, their memberships, and the ways to sign in. There are no passwords.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table people (
  id uuid primary key,
  name text not null constraint person_has_a_name check (btrim(name) <> ''),
  email text,
  language text not null default 'en',
  unit_id uuid references units (id),
  joined_at timestamptz not null,
  -- Shown on the demonstration's sign-in page; empty in a real organisation.
  demo_line text,
  constraint email_is_lower_case check (email = lower(email))
);
create unique index one_person_an_email on people (email) where email is not null;

create table memberships (
  id uuid primary key,
  person_id uuid not null references people (id),
  unit_id uuid not null references units (id),
  number text,
  from_on date not null,
  to_on date,
  constraint membership_ends_after_it_begins check (to_on is null or to_on >= from_on)
);
create unique index one_member_a_number on memberships (number) where number is not null;
create index memberships_by_person on memberships (person_id);
create index memberships_by_unit on memberships (unit_id) where to_on is null;

create table sign_in_links (
  token_hash bytea primary key,
  person_id uuid not null references people (id) on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  goes_to text not null
);
create index sign_in_links_by_person on sign_in_links (person_id, made_at);

create table sessions (
  id uuid primary key,
  token_hash bytea not null constraint one_session_a_token unique,
  person_id uuid not null references people (id) on delete cascade,
  begun_at timestamptz not null,
  -- Only the day: enough to see an old session, too coarse to join it to anything handed in.
  seen_on date not null,
  expires_at timestamptz not null,
  stepped_up_at timestamptz,
  device text not null
);
create index sessions_by_person on sessions (person_id);

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  credential_id text not null constraint one_passkey_a_credential unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null
);
create index passkeys_by_person on passkeys (person_id);

create table passkey_challenges (
  id uuid primary key,
  person_id uuid references people (id) on delete cascade,
  challenge text not null,
  expires_at timestamptz not null
);

create table recovery_codes (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  code_hash bytea not null constraint recovery_code_is_one_of_a_kind unique,
  made_at timestamptz not null,
  used_at timestamptz
);
create index recovery_codes_by_person on recovery_codes (person_id);

create table access_tokens (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  name text not null,
  token_hash bytea not null constraint one_token_a_hash unique,
  scopes text[] not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_on date,
  revoked_at timestamptz
);
create index access_tokens_by_person on access_tokens (person_id);

-- Who looked at a person's record, in which role and why: the person sees every row.
create table lookups (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  looked_by uuid references people (id) on delete set null,
  role text not null,
  purpose text not null,
  looked_at timestamptz not null
);
create index lookups_by_person on lookups (person_id, looked_at);
