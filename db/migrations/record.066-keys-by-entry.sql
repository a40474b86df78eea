-- Why: a key signs from the checkpoint that covers the entry which brought it in (a change of key, an epoch); the first needs none.
-- Lock: record_keys, for an instant (a table of few rows). Undone by: dropping the column.
alter table record_keys add column entry_id uuid constraint one_key_an_entry unique references entries (id);
