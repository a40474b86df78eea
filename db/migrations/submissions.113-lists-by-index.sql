-- Why: each filter, and any of them together, is one stretch of an index in the order of the list; a state or a kind that is not asked
-- for is a handful of stretches. The indexes of matters that lists used before are asked by nobody now.
-- Lock: none that waits. Undone by: dropping these, and the others as in 072 and 097.
drop index concurrently if exists listed_by_state;
create index concurrently listed_by_state
  on listed_submissions (state, is_late, kind, opened_at desc, id desc) where state is not null;
drop index concurrently if exists listed_by_language;
create index concurrently listed_by_language
  on listed_submissions (state, is_late, kind, language, opened_at desc, id desc) where state is not null;
drop index concurrently if exists listed_by_body;
create index concurrently listed_by_body
  on listed_submissions (body_id, state, is_late, kind, opened_at desc, id desc) where body_id is not null and state is not null;
drop index concurrently if exists listed_by_body_and_language;
create index concurrently listed_by_body_and_language
  on listed_submissions (body_id, state, is_late, kind, language, opened_at desc, id desc) where body_id is not null and state is not null;
drop index concurrently if exists listed_and_not_noted;
create index concurrently listed_and_not_noted
  on listed_submissions (due_at) where not is_late and state in ('received', 'being-considered');
drop index concurrently if exists matters_by_kind;
drop index concurrently if exists matters_by_language;
drop index concurrently if exists open_matters_by_opening;
drop index concurrently if exists closed_matters_by_opening;
drop index concurrently if exists closed_matters_by_outcome;
