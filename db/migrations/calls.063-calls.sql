-- Calls for input: a body asks, anyone answers, everyone sees what came of it. Answers are matters that ride in the call's custody.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table calls (
  id uuid primary key references matters (id),
  body_id uuid not null references bodies (id),
  -- Why it asks, in light markup; the title is the matter's.
  about text not null,
  audience text not null constraint call_audience check (audience in ('anyone', 'members', 'unit')),
  audience_unit uuid references units (id),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- What was written or said before the closing may be brought in by helpers until then.
  helpers_until timestamptz not null,
  -- What will be done with the answers, in words; by when; the asking body answers for it.
  promise text not null constraint call_has_a_promise check (btrim(promise) <> ''),
  promised_on date not null,
  notice_id uuid not null constraint call_has_a_notice references notices (id),
  notice_version integer not null,
  made_by uuid references people (id) on delete set null,
  -- Until it is announced it is a draft that only its body's clerks see; after that its questions never change.
  announced_at timestamptz,
  result_published_at timestamptz,
  -- Where it came from when it was brought in by an import.
  source text constraint one_import_a_call unique,
  constraint call_opens_before_it_closes check (closes_at > opens_at),
  constraint helpers_have_until_the_closing check (helpers_until >= closes_at),
  constraint call_of_a_unit_names_it check ((audience = 'unit') = (audience_unit is not null)),
  constraint call_promises_after_it_closes check (promised_on >= (closes_at at time zone 'UTC')::date),
  foreign key (notice_id, notice_version) references notice_versions (notice_id, version)
);
create index calls_by_body on calls (body_id);
create index calls_by_closing on calls (closes_at);
create trigger call_has_a_notice before insert or update of notice_id on calls for each row execute function notice_says_something();

create table call_questions (
  id uuid primary key,
  call_id uuid not null references calls (id),
  place smallint not null,
  kind text not null constraint question_kind check (kind in ('open', 'choice', 'statements', 'place')),
  wording text not null constraint question_has_a_wording check (btrim(wording) <> ''),
  help text not null default '',
  is_required boolean not null default false,
  -- Of a choice: how many may be chosen.
  most_choices smallint not null default 1 constraint question_most_choices check (most_choices between 1 and 50),
  constraint one_question_a_place unique (call_id, place)
);

-- A choice's options, or the statements to agree or disagree with.
create table call_options (
  id uuid primary key,
  question_id uuid not null references call_questions (id),
  place smallint not null,
  wording text not null constraint option_has_a_wording check (btrim(wording) <> ''),
  constraint one_option_a_place unique (question_id, place)
);

create table answers (
  id uuid primary key references matters (id),
  call_id uuid not null references calls (id),
  -- The instant it arrived, by which the closing is exact; of an anonymous one cut to the hour in everything public.
  given_at timestamptz not null,
  authorship text not null constraint answer_authorship check (authorship in ('named', 'withheld', 'anonymous')),
  standing text not null constraint answer_standing check (standing in ('member', 'not-member', 'unknown')),
  -- Marked as such, weighs the same.
  is_from_office_holder boolean not null default false,
  on_behalf_of uuid references units (id),
  -- The unit of the place it was given for (a place question, the slip, the meeting), never of where it was typed.
  unit_id uuid references units (id),
  -- Withdrawn by its author; it stays in the count of what was received and goes from everything else.
  withdrawn_at timestamptz,
  -- "partner:id" of what came by API, CSV, mail or text message, so that bringing it in again changes nothing.
  source text constraint one_answer_a_source unique,
  search tsvector
);
create index answers_of_call on answers (call_id, given_at, id);
create index answers_by_search on answers using gin (search);

create table answer_words (
  answer_id uuid not null references answers (id),
  question_id uuid not null references call_questions (id),
  -- Null once erased.
  words text,
  primary key (answer_id, question_id)
);
create index answer_words_of_question on answer_words (question_id);

create table answer_marks (
  answer_id uuid not null references answers (id),
  option_id uuid not null references call_options (id),
  -- A choice: 1. A statement: 1 agree, -1 disagree, 0 pass.
  mark smallint not null constraint mark_is_one_of check (mark in (-1, 0, 1)),
  primary key (answer_id, option_id)
);
create index answer_marks_of_option on answer_marks (option_id, mark);

create table answer_authors (
  answer_id uuid primary key references answers (id),
  person_id uuid not null references people (id)
);
create index answer_authors_by_person on answer_authors (person_id);

-- A name or an address given without an account.
create table answer_signatures (
  answer_id uuid primary key references answers (id),
  name text,
  email text,
  phone text
);

-- Closing at noon is exact at noon, whichever process took it in and by whichever route. Slips, sheets and calls that a helper
-- wrote before the closing and brings in after it say so in intake_entries.
create function answer_is_in_time() returns trigger language plpgsql as $$
declare
  the_call calls%rowtype;
begin
  select * into the_call from calls where id = new.call_id;
  if the_call.announced_at is null or new.given_at < the_call.opens_at or new.given_at >= the_call.closes_at then
    raise exception 'the call is not open' using errcode = 'integrity_constraint_violation', constraint = 'answer_is_in_time';
  end if;
  return new;
end $$;
create trigger answer_is_in_time before insert on answers for each row execute function answer_is_in_time();

-- Once announced, what was asked stands.
create function questions_stand() returns trigger language plpgsql as $$
declare
  the_call uuid;
begin
  if tg_table_name = 'call_questions' then
    the_call := (to_jsonb(coalesce(new, old)) ->> 'call_id')::uuid;
  else
    select call_id into the_call from call_questions where id = (to_jsonb(coalesce(new, old)) ->> 'question_id')::uuid;
  end if;
  if exists (select from calls where id = the_call and announced_at is not null) then
    raise exception 'a call''s questions stand once it is announced' using errcode = 'restrict_violation', constraint = 'questions_stand';
  end if;
  return coalesce(new, old);
end $$;
create trigger questions_stand before insert or update or delete on call_questions for each row execute function questions_stand();
create trigger questions_stand before insert or update or delete on call_options for each row execute function questions_stand();
