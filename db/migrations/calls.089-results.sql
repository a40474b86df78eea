-- Why: what a call found stands in rows, not in forty thousand answers counted anew for each reader; a published result is an edition
-- with the hash of its dataset; words are looked through before they are published; what is not published is a row too.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.

-- While a call is open its figures are counted by a job now and then; the page says when.
create table call_figures (
  call_id uuid primary key references calls (id),
  counted_at timestamptz not null,
  -- What was there when they were counted; while it is the same nothing is counted again.
  seen text not null,
  figures jsonb not null
);

-- The clerk asks, a job makes it: forty thousand answers are more than a request should wait for.
create table result_requests (
  call_id uuid primary key references calls (id),
  asked_by uuid references people (id) on delete set null,
  asked_at timestamptz not null
);

create table result_editions (
  call_id uuid not null references calls (id),
  edition smallint not null constraint result_edition_counts_from_one check (edition >= 1),
  published_at timestamptz not null,
  figures jsonb not null,
  -- SHA-256 of answers.csv; the first edition's stands in the record for ever.
  dataset_sha256 bytea not null constraint dataset_hash_is_whole check (length(dataset_sha256) = 32),
  dataset_bytes bigint not null,
  dataset_rows integer not null,
  -- What changed since the edition before: counts by reason.
  changes jsonb not null,
  entry_id uuid not null references entries (id),
  primary key (call_id, edition)
);
create trigger result_editions_are_append_only before update or delete or truncate on result_editions for each statement execute function is_append_only();

-- One row an answer of the published dataset, as coarse as it has to be; words are read from the answer itself, so that erased ones are gone.
create table dataset_rows (
  call_id uuid not null references calls (id),
  -- A place that tells nothing of when the answer came.
  place integer not null,
  answer_id uuid not null constraint one_dataset_row_an_answer unique references answers (id),
  facts jsonb not null,
  publishes_words boolean not null,
  primary key (call_id, place)
);

-- Every text that could be published was looked through once; where something was found, a person decides.
create table screenings (
  answer_id uuid not null references answers (id),
  question_id uuid not null references call_questions (id),
  screened_at timestamptz not null,
  -- Places in the words and what they look like, never the words themselves; null where nothing was found.
  spans jsonb,
  decided text constraint screening_decided check (decided in ('publish', 'mask', 'withhold')),
  decided_by uuid references people (id) on delete set null,
  decided_at timestamptz,
  primary key (answer_id, question_id),
  constraint screening_decided_at_a_time check ((decided is null) = (decided_at is null))
);
create index screenings_waiting on screenings (question_id, answer_id) where spans is not null and decided is null;

-- What is not published, why, and when that is looked at again.
create table withheld_data (
  call_id uuid not null references calls (id),
  what text not null constraint withheld_what check (what in ('words', 'held', 'screened', 'small-cells', 'names', 'times', 'withdrawn', 'twins')),
  count integer not null,
  review_on date not null,
  primary key (call_id, what)
);

-- A salted sample for researchers: asked for with a purpose, granted by a data officer, for a time.
create table sample_requests (
  id uuid primary key,
  call_id uuid not null references calls (id),
  asked_by uuid references people (id) on delete set null,
  purpose text not null constraint sample_has_a_purpose check (btrim(purpose) <> ''),
  asked_at timestamptz not null,
  -- Which answers fall into it is decided by this secret alone.
  salt bytea not null,
  decided_at timestamptz,
  decided_by uuid references people (id) on delete set null,
  outcome text constraint sample_outcome check (outcome in ('granted', 'refused')),
  reason text,
  expires_on date,
  constraint sample_decided_with_an_outcome check ((decided_at is null) = (outcome is null)),
  constraint sample_refused_with_a_reason check (outcome is distinct from 'refused' or btrim(coalesce(reason, '')) <> ''),
  constraint sample_granted_until check ((outcome is not distinct from 'granted') = (expires_on is not null))
);
create index sample_requests_of_call on sample_requests (call_id, asked_at);
