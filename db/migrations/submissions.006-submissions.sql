-- Submissions: an idea, a question, a motion or a challenge, in its author's words.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table submissions (
  id uuid primary key references matters (id),
  words text,
  authorship text not null constraint authorship_is_one_of check (authorship in ('named', 'withheld', 'anonymous')),
  on_behalf_of uuid references units (id),
  is_whoever_should boolean not null default false,
  -- Where it came from when it was imported, so that repeating the import changes nothing.
  source text constraint one_import_a_source unique,
  search tsvector
);
create index submissions_by_search on submissions using gin (search);

-- The author of a named or withheld submission. An anonymous one has no row here, nor anywhere.
create table submission_authors (
  submission_id uuid primary key references submissions (id),
  person_id uuid not null references people (id)
);
create index submission_authors_by_person on submission_authors (person_id);

-- A name given without an account: shown (named) or for the clerk only (withheld).
create table submission_signatures (
  submission_id uuid primary key references submissions (id),
  name text,
  email text
);

create table withdrawals (
  submission_id uuid primary key references submissions (id),
  withdrawn_at timestamptz not null,
  reason text not null default ''
);

create table submission_drafts (
  id uuid primary key,
  key_hash bytea not null constraint one_draft_a_key unique,
  person_id uuid references people (id) on delete cascade,
  content jsonb not null,
  saved_at timestamptz not null,
  expires_on date not null
);
create index submission_drafts_by_person on submission_drafts (person_id);

-- Correspondence between the clerk and an author whose name is withheld or absent.
create table letters (
  id uuid primary key,
  submission_id uuid not null references submissions (id),
  from_body uuid references bodies (id),
  words text not null,
  written_at timestamptz not null
);
create index letters_by_submission on letters (submission_id, written_at);
