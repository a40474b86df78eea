-- Why: a session that nobody uses ends; where a grave role is held that takes hours, for which the day it was last seen is too coarse.
-- Lock: sessions, for a moment. Undone by: alter table sessions drop column used_from.
alter table sessions
  -- When the quarter of the day began in which it was last used; null where the day is enough.
  add column used_from timestamptz;
