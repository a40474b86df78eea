-- Why: a grave role counts only for an hour after a passkey was shown; who signed in by a recovery code may make a new one.
-- Lock: sessions, for a moment. Undone by: alter table sessions drop column proved_at, drop column is_by_recovery_code.
alter table sessions
  add column proved_at timestamptz,
  add column is_by_recovery_code boolean not null default false;
