-- How an answer came that its author did not type into the web: by a helper, a slip, a meeting's sheet, a letter, a text message.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table slip_batches (
  id uuid primary key,
  call_id uuid not null references calls (id),
  language text not null,
  is_large_print boolean not null,
  count integer not null constraint batch_has_slips check (count between 1 and 10000),
  -- A unit or a gathering it is printed for; answers on these slips are counted for it.
  unit_id uuid references units (id),
  gathering_id uuid,
  printed_by uuid references people (id) on delete set null,
  printed_at timestamptz not null
);
create index slip_batches_of_call on slip_batches (call_id);

create table slips (
  id uuid primary key,
  batch_id uuid not null references slip_batches (id),
  -- The receipt's public number, taken before the answer exists.
  number bigint not null constraint one_slip_a_number unique,
  -- Of the follow-up key printed under the fold.
  key_hash bytea not null constraint one_slip_a_key unique,
  -- What the QR code says besides the number, so that nobody makes slips up.
  code_hash bytea not null constraint one_slip_a_code unique,
  answer_id uuid constraint one_answer_a_slip unique references answers (id),
  used_at timestamptz,
  constraint slip_used_with_an_answer check ((answer_id is null) = (used_at is null))
);
create index slips_of_batch on slips (batch_id, number);

-- What was said about how an answer came; its helper, and the consent the author gave to the helper.
create table intake_entries (
  answer_id uuid primary key references answers (id),
  helper_id uuid references people (id) on delete set null,
  consent text not null constraint intake_consent check (consent in ('signed', 'spoken', 'sent', 'by-agreement')),
  -- When the author wrote or said it, where it was entered later.
  said_on date,
  slip_id uuid references slips (id),
  gathering_id uuid,
  -- The sheet's own id and the row in it, made on the helper's machine: sending it twice changes nothing.
  sheet_id uuid,
  sheet_row integer,
  entered_at timestamptz not null,
  constraint one_entry_a_sheet_row unique (sheet_id, sheet_row)
);
create index intake_entries_by_helper on intake_entries (helper_id, entered_at);
create index intake_entries_of_gathering on intake_entries (gathering_id);

-- Two answers that look like one: offered, never joined by itself.
create table answer_twins (
  earlier_id uuid not null references answers (id),
  later_id uuid not null references answers (id),
  likeness real not null,
  found_at timestamptz not null,
  decided text constraint twins_decided check (decided in ('joined', 'apart')),
  reason text,
  decided_by uuid references people (id) on delete set null,
  decided_at timestamptz,
  primary key (earlier_id, later_id),
  constraint twins_are_two check (earlier_id <> later_id),
  constraint twins_decided_with_a_reason check ((decided is null) = (decided_at is null) and (decided is null or btrim(coalesce(reason, '')) <> ''))
);
create index answer_twins_of_later on answer_twins (later_id);
