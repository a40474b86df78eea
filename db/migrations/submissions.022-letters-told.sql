-- Why: a letter between clerk and author is told of by e-mail once; what only the author may hear is not sent to followers.
-- Lock: letters, briefly. Undone by: dropping the column, then the views, then making matter_addressees as before.
alter table letters add column told_at timestamptz;
create index letters_to_tell on letters (written_at) where told_at is null;

create view matter_author_addresses as
select submission_authors.submission_id as matter_id, people.email as address, people.language
from submission_authors
join people on people.id = submission_authors.person_id
where people.email is not null
union all
select submission_signatures.submission_id, submission_signatures.email, matters.language
from submission_signatures
join matters on matters.id = submission_signatures.submission_id
where submission_signatures.email is not null;

create or replace view matter_addressees as select matter_id, address, language from matter_author_addresses;
