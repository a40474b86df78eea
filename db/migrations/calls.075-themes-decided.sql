-- How themes are computed, kept from run to run, changed by people step by step, and decided about.
-- Lock: short (new columns with constant defaults on tables just made; new tables). Undone by: dropping what is added here.
alter table theming_runs add column attempts smallint not null default 0;

alter table call_themes
  -- Rises with every step of people, so that of two who change it at once the second is told.
  add column version integer not null default 1,
  -- The run that proposed it; null where people made it out of another.
  add column run_id uuid references theming_runs (id),
  add column language text not null default 'und',
  -- No later run found it again, and nobody had decided anything about it: its number and its story stay.
  add column ended_at timestamptz,
  -- Which of its answers were hidden when its words were read: when others are now, the words are not shown until they are read anew.
  add column hidden_mark bigint not null default 0;

-- What new answers are measured by: one space a run and language (see methods/themes/theme-space.ts).
create table theme_spaces (
  run_id uuid not null references theming_runs (id),
  language text not null,
  -- How often a theme of such a lead held in other runs.
  sure jsonb not null,
  space bytea not null,
  primary key (run_id, language)
);

-- A step of the team, with what it takes to undo it by a further step.
create table theme_steps (
  id uuid primary key,
  question_id uuid not null references call_questions (id),
  theme_id uuid not null references call_themes (id),
  -- The other theme of a merger, a move or a split.
  other_id uuid references call_themes (id),
  kind text not null constraint theme_step_kind check (kind in ('named', 'merged', 'split', 'answers-moved', 'raised', 'undone')),
  -- The name, the description and the parent as they were.
  before jsonb not null default '{}',
  answers integer not null default 0,
  made_by uuid references people (id) on delete set null,
  made_at timestamptz not null,
  undone_by uuid constraint step_undone_once unique references theme_steps (id)
);
create index theme_steps_of_theme on theme_steps (theme_id, made_at);
create index theme_steps_of_other on theme_steps (other_id) where other_id is not null;
create index theme_steps_of_question on theme_steps (question_id, made_at);

-- Where the answers of a step were before it.
create table theme_step_answers (
  step_id uuid not null references theme_steps (id),
  answer_id uuid not null references answers (id),
  theme_id uuid not null references call_themes (id),
  rank smallint not null,
  sure real,
  put_by text not null,
  primary key (step_id, answer_id, theme_id)
);
create index theme_step_answers_of_answer on theme_step_answers (answer_id);

-- A choice of the body waits five minutes and can be taken back; its entry is written when it is announced.
create table pending_theme_decisions (
  id uuid primary key,
  theme_id uuid constraint one_pending_decision_a_theme unique references call_themes (id),
  answer_id uuid constraint one_pending_decision_an_answer unique references answers (id),
  body_id uuid not null references bodies (id),
  outcome text not null constraint pending_outcome check (outcome in ('taken-up', 'not-taken-up', 'done', 'answered')),
  reason text not null constraint pending_decision_has_a_reason check (btrim(reason) <> ''),
  language text not null,
  on_day date,
  leads_to uuid references matters (id),
  decided_by uuid references people (id) on delete set null,
  made_at timestamptz not null,
  announce_at timestamptz not null,
  constraint decided_about_one_thing check ((theme_id is null) <> (answer_id is null))
);
create index pending_theme_decisions_by_time on pending_theme_decisions (announce_at);

alter table answer_decisions
  add column on_day date,
  add column leads_to uuid references matters (id);

-- Who codes a sample: only they see it, and nobody's codes but their own, until it is closed.
alter table coding_samples
  add column drawn_by uuid references people (id) on delete set null,
  -- How many answers it was drawn from.
  add column drawn_from integer not null default 0;
create unique index one_open_sample on coding_samples (question_id) where closed_at is null;

-- Which answers are in which theme, a broad theme having those of its parts, and whether anybody may read their words now: sizes are
-- counted by it, and words of themes are shown only while they were read without exactly those that may not be.
create view answers_in_themes as
select distinct reach.theme_id, t.question_id, p.answer_id,
  (m.visibility = 'public' and a.withdrawn_at is null and w.words is not null) as is_readable
from (
  select id as theme_id, id as part_id from call_themes
  union all
  select parent_id, id from call_themes where parent_id is not null
) as reach
join call_themes t on t.id = reach.part_id
join answer_themes p on p.theme_id = reach.part_id
join answers a on a.id = p.answer_id
join matters m on m.id = a.id
left join answer_words w on w.answer_id = a.id and w.question_id = t.question_id;
