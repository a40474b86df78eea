-- Why: wrong follow-up keys are counted for all processes together. A keyed hash stands for the number, the minute for the time, and a job
-- empties it; it is unlogged, so that neither the journal nor a backup by copying it tells who was tried.
-- Lock: none (new table). Undone by: drop table key_tries.
create unlogged table key_tries (
  bucket bytea primary key,
  tries integer not null,
  since timestamptz not null
);
