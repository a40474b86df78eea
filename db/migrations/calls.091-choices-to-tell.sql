-- Why: authors hear once what the body chose about the theme their answer is in, by a job that can be cut off and goes on. A row stands
-- until everybody was told, and holds nobody's address. Lock: none (new table). Undone by: dropping it.
create table choices_to_tell (
  -- Of theme_decisions, or of answer_decisions.
  decision_id uuid primary key,
  theme_id uuid references call_themes (id),
  answer_id uuid references answers (id),
  decided_at timestamptz not null,
  -- How far the job is, in the order of its own hashes of addresses.
  told_up_to text not null default '',
  constraint choice_is_about_one_thing check (num_nonnulls(theme_id, answer_id) = 1)
);
create index choices_to_tell_by_time on choices_to_tell (decided_at);
