-- Without the index of words each row is written once, and one after another they stay in the order of their days. A million take
-- some minutes, in which a search for rare words is slow and nobody else waits.
drop index submissions_by_search;
update submissions set opened_at = (select opened_at from matters where matters.id = submissions.id) where opened_at is null;
alter table submissions alter column opened_at set not null;
