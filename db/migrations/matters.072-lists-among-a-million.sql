-- Why: a filter of the public list that few or none answer (a language, an outcome, what is still open) walked the whole table
-- from the newest on; the front page's figures read every custody there ever was.
-- Lock: writers of matters and custody wait while each is made (seconds a million rows). Undone by: dropping the indexes.
create index matters_by_language on matters (language, opened_at desc, id desc);
create index open_matters_by_opening on matters (opened_at desc, id desc) where closed_at is null;
create index closed_matters_by_opening on matters (opened_at desc, id desc) where closed_at is not null;
create index closed_matters_by_outcome on matters (closing_outcome, opened_at desc, id desc) where closed_at is not null;
create index custody_by_decision on custody (decided_at) include (received_at, due_at) where decided_at is not null;
