-- Why: the job that forgets addresses twelve months after a story ended looks at those rows alone.
-- Lock: submission_signatures, against writing, while the index is built (a second for a million rows). Undone by: drop index signatures_with_an_address.
create index signatures_with_an_address on submission_signatures (submission_id) where email is not null;
