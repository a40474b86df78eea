-- Why: a word that people write at the beginning of a text message instead of the number of a call.
-- Lock: none, a new table. Undone by: dropping it.

create table call_keywords (
  call_id uuid primary key references calls (id),
  -- In small letters, without accents: as it is compared.
  folded text not null constraint one_call_a_keyword unique,
  -- As it is shown.
  keyword text not null,
  set_by uuid references people (id) on delete set null,
  set_at timestamptz not null
);
