-- Themes of a call: proposed by a method, decided by people. A theme is a work, with a public number and a story.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table call_themes (
  id uuid primary key references works (id),
  question_id uuid not null references call_questions (id),
  parent_id uuid references call_themes (id),
  -- The words that stand out, from the method; the name that people gave is the work's title.
  label text not null,
  words text[] not null,
  about text not null default '',
  is_named boolean not null default false,
  is_small boolean not null default false,
  -- Where new answers are measured against: the method's own description of the theme (see methods/themes).
  measure jsonb,
  merged_into uuid references call_themes (id),
  constraint theme_is_not_merged_into_itself check (merged_into <> id)
);
create index call_themes_of_question on call_themes (question_id);

-- Each answer in up to three themes; who put it there, and how sure the method is.
create table answer_themes (
  answer_id uuid not null references answers (id),
  theme_id uuid not null references call_themes (id),
  rank smallint not null constraint theme_rank check (rank between 1 and 3),
  sure real,
  put_by text not null constraint put_by check (put_by in ('method', 'team')),
  primary key (answer_id, theme_id)
);
create index answer_themes_of_theme on answer_themes (theme_id, answer_id);

create table answer_readings (
  answer_id uuid not null references answers (id),
  question_id uuid not null references call_questions (id),
  -- The earliest answer in (nearly) the same words.
  like_id uuid references answers (id),
  -- As people coded it, as a measured model told it, or 'not assessed'.
  stance text not null default 'not assessed',
  sentiment text not null default 'not assessed',
  read_at timestamptz not null,
  primary key (answer_id, question_id)
);
create index answer_readings_alike on answer_readings (like_id) where like_id is not null;

-- A job with a page: where it stands, what it found, how it was computed.
create table theming_runs (
  id uuid primary key,
  question_id uuid not null references call_questions (id),
  asked_by uuid references people (id) on delete set null,
  asked_at timestamptz not null,
  begun_at timestamptz,
  step text not null default '',
  done integer not null default 0,
  total integer not null default 0,
  ended_at timestamptz,
  failed text,
  -- How it was made and how well it holds (`made`, `stability`, `measured` of methods/themes).
  figures jsonb
);
create index theming_runs_of_question on theming_runs (question_id, asked_at);
create unique index one_theming_at_a_time on theming_runs (question_id) where ended_at is null;

create table theme_quotations (
  theme_id uuid not null references call_themes (id),
  answer_id uuid not null references answers (id),
  passage text,
  marked_by uuid references people (id) on delete set null,
  marked_at timestamptz not null,
  primary key (theme_id, answer_id)
);

-- The public choice: taken up or not, and why. One entry a decision; the answers in the theme are told by their links.
create table theme_decisions (
  id uuid primary key,
  theme_id uuid not null references call_themes (id),
  body_id uuid not null references bodies (id),
  outcome text not null constraint theme_outcome check (outcome in ('taken-up', 'not-taken-up', 'done', 'answered')),
  reason text not null constraint theme_decision_has_a_reason check (btrim(reason) <> ''),
  language text not null,
  -- The day on which something was or will be done with it ("asked in the chamber on 16 September").
  on_day date,
  leads_to uuid references matters (id),
  decided_by uuid references people (id) on delete set null,
  decided_at timestamptz not null
);
create index theme_decisions_of_theme on theme_decisions (theme_id, decided_at);

-- Single answers that were taken up, or not, outside their theme.
create table answer_decisions (
  id uuid primary key,
  answer_id uuid not null references answers (id),
  body_id uuid not null references bodies (id),
  outcome text not null constraint answer_outcome check (outcome in ('taken-up', 'not-taken-up', 'answered')),
  reason text not null constraint answer_decision_has_a_reason check (btrim(reason) <> ''),
  language text not null,
  decided_by uuid references people (id) on delete set null,
  decided_at timestamptz not null
);
create index answer_decisions_of_answer on answer_decisions (answer_id, decided_at);

-- Two people code the same answers without seeing the other's codes; how far they agree stands beside the result.
create table coding_samples (
  id uuid primary key,
  question_id uuid not null references call_questions (id),
  seed text not null,
  drawn_at timestamptz not null,
  closed_at timestamptz,
  -- Krippendorff's alpha with its interval, and what it was computed from.
  agreement jsonb
);
create table coding_sample_answers (
  sample_id uuid not null references coding_samples (id),
  place integer not null,
  answer_id uuid not null references answers (id),
  primary key (sample_id, place)
);
create table coding_sample_codes (
  sample_id uuid not null references coding_samples (id),
  answer_id uuid not null references answers (id),
  coder_id uuid not null references people (id),
  theme_id uuid references call_themes (id),
  stance text,
  sentiment text,
  coded_at timestamptz not null,
  primary key (sample_id, answer_id, coder_id)
);
