-- Why: what comes in a flood from one part of the network waits for a person, and is shown or removed by the thousand.
-- Lock: moderation_cases is locked while its two checks are made anew (it holds cases, not words: a scan of milliseconds), and while its indexes
-- are built. Undone by: deciding every case of the reason flood, then putting the two checks back and dropping the tables.
alter table moderation_cases drop constraint case_reason;
alter table moderation_cases add constraint case_reason check (
  reason in ('stranger', 'flood', 'insult', 'hatred', 'threat', 'private-person', 'unlawful', 'advertising', 'repetition'));
alter table moderation_cases drop constraint only_strangers_are_held;
alter table moderation_cases add constraint only_some_are_held check ((sort = 'hold') = (reason in ('stranger', 'flood')));

-- A hundred thousand waiting junk cases are in nobody's way: the desk reads the others by an index of their own.
create index open_cases_but_floods on moderation_cases (due_at) where decided_at is null and reason <> 'flood';
create index open_floods on moderation_cases (body_id) where decided_at is null and reason = 'flood';

-- One decision about many cases; carried out by a job, a thousand at a time.
create table flood_decisions (
  id uuid primary key,
  body_id uuid not null references bodies (id),
  outcome text not null constraint flood_outcome check (outcome in ('released', 'removed')),
  reason text,
  explanation text not null constraint flood_decision_says_why check (btrim(explanation) <> ''),
  language text not null,
  decided_by uuid references people (id) on delete set null,
  decided_at timestamptz not null,
  cases integer not null,
  ended_at timestamptz,
  constraint flood_removal_has_a_reason check ((outcome = 'removed') = (reason is not null))
);
create index floods_to_carry_out on flood_decisions (decided_at) where ended_at is null;

-- The very cases that stood before the moderator: what comes later is not decided with them.
create table flood_decision_cases (
  decision_id uuid not null references flood_decisions (id),
  case_id uuid not null references moderation_cases (id),
  primary key (decision_id, case_id)
);
