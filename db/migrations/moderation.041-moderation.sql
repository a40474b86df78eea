-- Why: words held by a body's published rule, words reported, and what became of each. A case has a clock, a reason and an appeal.
-- Lock: none (new tables). Undone by: dropping the tables in reverse order.
create table moderation_cases (
  id uuid primary key,
  matter_id uuid not null references matters (id),
  -- Whose moderators decide: the body that had the matter when the case was opened.
  body_id uuid not null references bodies (id),
  sort text not null constraint case_sort check (sort in ('hold', 'report')),
  reason text not null constraint case_reason
    check (reason in ('stranger', 'insult', 'hatred', 'threat', 'private-person', 'unlawful', 'advertising', 'repetition')),
  -- What reporters wrote, the first few; nothing of who they are.
  remarks text[] not null default '{}',
  times integer not null default 1,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  outcome text constraint case_outcome check (outcome in ('released', 'kept', 'removed')),
  outcome_reason text,
  explanation text,
  decided_by uuid references people (id),
  -- Removed words are erased for good on this day, unless an appeal brought them back.
  erase_on date,
  erased_at timestamptz,
  constraint only_strangers_are_held check ((sort = 'hold') = (reason = 'stranger')),
  constraint case_due_after_opening check (due_at > opened_at),
  constraint case_decided_with_an_outcome check ((decided_at is null) = (outcome is null)),
  constraint removal_has_a_reason check (outcome is distinct from 'removed' or (outcome_reason is not null and btrim(coalesce(explanation, '')) <> '')),
  constraint removal_has_an_end check ((erase_on is not null) = (outcome is not distinct from 'removed'))
);
-- A flood of reports is one case that counts them.
create unique index one_open_case_a_reason on moderation_cases (matter_id, reason) where decided_at is null;
create index open_cases_by_body on moderation_cases (body_id, due_at) where decided_at is null;
create index cases_of_matter on moderation_cases (matter_id, opened_at);
create index cases_to_erase on moderation_cases (erase_on) where erased_at is null and outcome = 'removed';

-- Once: another body looks at a removal again.
create table moderation_appeals (
  case_id uuid primary key references moderation_cases (id),
  by_body uuid not null references bodies (id),
  words text not null constraint appeal_says_why check (btrim(words) <> ''),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  outcome text constraint appeal_outcome check (outcome in ('stands', 'overturned')),
  explanation text,
  decided_by uuid references people (id),
  constraint appeal_due_after_asking check (due_at > asked_at),
  constraint appeal_decided_with_an_outcome check ((decided_at is null) = (outcome is null)),
  constraint appeal_decided_with_a_reason check (outcome is null or btrim(coalesce(explanation, '')) <> '')
);
create index open_appeals_by_body on moderation_appeals (by_body, due_at) where decided_at is null;

-- Entries of which the author was not told by letter yet; a job empties it.
create table moderation_letters (
  entry_id uuid primary key references entries (id),
  case_id uuid not null references moderation_cases (id)
);
