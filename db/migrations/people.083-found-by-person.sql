-- Why: everything held about somebody is asked for by their id or address; a big house answers without reading whole tables.
-- Lock: each table against writing while its index is built (a second for a million rows). Undone by: dropping the indexes.
create index signatures_by_address on submission_signatures (email) where email is not null;
create index letters_out_by_address on letters_out (to_address);
create index lookups_by_looker on lookups (looked_by) where looked_by is not null;
create index grants_by_giver on grants (granted_by) where granted_by is not null;
create index grant_endings_by_ender on grant_endings (ended_by) where ended_by is not null;
create index moderation_cases_by_decider on moderation_cases (decided_by) where decided_by is not null;
