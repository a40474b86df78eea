-- Why: a house demands a passkey of whoever holds a grave role; new real ones do, those that stand go on as they were.
-- Lock: house, one row, for a moment. Undone by: alter table house drop column demands_passkeys.
alter table house add column demands_passkeys boolean not null default false;
