-- Why: answers by e-mail, text message and from partners; what of a sender is kept only until they are answered.
-- Lock: letters_out is locked for the moment of adding empty columns. Undone by: dropping the tables and the three columns.

-- A mail is accepted from its server once it stands here; a job takes it in and empties `raw`, `sender` and `recipients`.
create table mails_in (
  id uuid primary key,
  -- Of its Message-ID, its recipients and its body: the same mail brought twice is one.
  hash bytea not null constraint one_mail_a_hash unique,
  received_at timestamptz not null,
  -- Our own addresses, without the domain.
  recipients text[] not null,
  -- The envelope's; empty for what no answer may be sent to.
  sender text not null,
  raw bytea,
  -- What SPF, DKIM and DMARC said when it arrived: shown to clerks, decides nothing.
  checks jsonb not null default '{}',
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  done_at timestamptz,
  outcome text constraint mail_outcome check (outcome in ('taken', 'told', 'ignored', 'set-aside')),
  constraint mail_done_with_an_outcome check ((done_at is null) = (outcome is null)),
  constraint mail_done_is_forgotten check (raw is null or done_at is null or outcome = 'set-aside')
);
create index mails_to_take_in on mails_in (next_try_at) where done_at is null;
create index mails_by_time on mails_in (received_at);

-- Letters about an answer that came by mail: the first is the mail itself as it was written; null words were erased.
create table answer_letters (
  id uuid primary key,
  answer_id uuid not null references answers (id),
  -- Null when the author wrote.
  from_body uuid references bodies (id),
  words text,
  checks jsonb not null default '{}',
  written_at timestamptz not null,
  constraint answer_letter_says_something check (btrim(words) <> '')
);
create index answer_letters_of_answer on answer_letters (answer_id, written_at);

-- Where an answer to it goes, which mail it answers, and that a program wrote it (RFC 3834).
alter table letters_out add column reply_to text;
alter table letters_out add column in_reply_to text;
alter table letters_out add column is_reply boolean not null default false;
create index replies_by_address on letters_out (to_address, made_at) where is_reply;

-- Parts of a long text message, until all have come or ten minutes are over.
create table text_parts (
  -- Of the sender's number and the provider's reference, under the house's secret.
  whole bytea not null,
  part smallint not null constraint part_counts_from_one check (part between 1 and 255),
  parts smallint not null constraint parts_are_at_most_255 check (parts between 1 and 255),
  sender text not null,
  words text not null,
  received_at timestamptz not null,
  primary key (whole, part)
);
create index text_parts_by_time on text_parts (received_at);

-- Which messages of a provider were taken in, so that its repeats change nothing.
create table texts_in (
  provider_id text primary key,
  -- Of a text that came in parts: what arrives late is put beside it.
  whole bytea,
  answer_id uuid references answers (id),
  received_at timestamptz not null
);
create index texts_in_by_whole on texts_in (whole) where whole is not null;
create index texts_in_by_time on texts_in (received_at);

-- A number stands here until its text was handed to the provider, two days at most.
create table texts_out (
  id uuid primary key,
  to_number text,
  -- Of the number, for the limit of answers an hour.
  number_hash bytea not null,
  words text not null,
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  constraint texts_done_forget_the_number check (to_number is null or (sent_at is null and given_up_at is null))
);
create index texts_to_send on texts_out (next_try_at) where sent_at is null and given_up_at is null;
create index texts_out_by_hash on texts_out (number_hash, made_at);

-- Two answers from one telephone, without the telephone: a keyed hash, gone when the call's answers are no longer joined.
create table answer_prints (
  answer_id uuid not null references answers (id),
  hash bytea not null,
  until timestamptz not null,
  primary key (answer_id, hash)
);
create index answer_prints_by_hash on answer_prints (hash);
create index answer_prints_by_end on answer_prints (until);

-- A set that a partner brought: what became of it, for the partner and for the counts.
create table partner_sets (
  id uuid primary key,
  call_id uuid not null references calls (id),
  -- Whose answers they are: an affiliate, another platform.
  unit_id uuid not null references units (id),
  brought_by uuid references people (id) on delete set null,
  brought_at timestamptz not null,
  taken integer not null,
  known integer not null,
  refused integer not null
);
create index partner_sets_of_call on partner_sets (call_id, unit_id);

create table partner_answers (
  answer_id uuid primary key references answers (id),
  set_id uuid not null references partner_sets (id)
);
create index partner_answers_of_set on partner_answers (set_id);
