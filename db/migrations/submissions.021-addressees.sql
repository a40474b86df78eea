-- Why: who hears of each step by letter. Another slice that knows of addresses (followers) replaces the view with its own added.
-- Lock: none (new view). Undone by: drop view matter_addressees.
create view matter_addressees as
select submission_authors.submission_id as matter_id, people.email as address, people.language
from submission_authors
join people on people.id = submission_authors.person_id
where people.email is not null
union all
select submission_signatures.submission_id, submission_signatures.email, matters.language
from submission_signatures
join matters on matters.id = submission_signatures.submission_id
where submission_signatures.email is not null;
