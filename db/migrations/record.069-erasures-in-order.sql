-- Why: erasures are repeated after a restore in the order in which they were done: what leans on another row goes first.
-- Lock: erasures, while its few rows are numbered. Undone by: alter table erasures drop column arrival.
alter table erasures add column arrival bigint generated always as identity;
