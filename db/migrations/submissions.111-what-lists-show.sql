-- Why: a filter of the public list walked through whatever stood newer than what it looked for: after a day of 213,000 hand-ins half a
-- second for what is overdue. Now all a list filters and orders by stands in one narrow row a submission, kept by triggers and so by
-- writers of the version before too; every filter is one short stretch of an index (decision 042).
-- Lock: writers of matters and custody wait while triggers are hung up (a moment). Undone by: dropping the triggers, functions and table,
-- and the indexes of matters that 113 drops, as in 072 and 097.

create table listed_submissions (
  id uuid primary key,
  opened_at timestamptz not null,
  kind text not null,
  language text not null,
  -- Of its open custody; null once the matter closed.
  body_id uuid,
  due_at timestamptz,
  -- Where it stands ("received", "being-considered") or how it ended; null while the public may not read it.
  state text,
  -- Noted by a job after the day it was promised by; what came due since the job ran is found by the index of those not noted.
  is_late boolean not null default false
);

-- The truth of which the table is a copy. Between two steps of one transaction a matter has neither custodian nor outcome, and waits.
create view submissions_to_list as
select
  matters.id,
  matters.opened_at,
  matters.kind,
  matters.language,
  custody.body_id,
  custody.due_at,
  case
    when matters.visibility <> 'public' then null
    when custody.id is null then matters.closing_outcome
    when custody.considered_at is null then 'received'
    else 'being-considered'
  end as state
from matters
left join custody on custody.matter_id = matters.id and custody.decided_at is null
where matters.slice = 'submissions'
  and matters.parent_id is null
  and (matters.closed_at is not null or custody.id is not null);

-- Of two that change one matter at once the second waits here, and then reads what the first left. Never a delete: a row that another
-- transaction has not yet committed would escape it.
create function list_submissions(ids uuid[]) returns void language plpgsql as $$
declare
  made integer;
begin
  insert into listed_submissions (id, opened_at, kind, language, body_id, due_at, state)
  select id, opened_at, kind, language, body_id, due_at, state
  from submissions_to_list
  where id = any (ids)
  on conflict (id) do nothing;
  get diagnostics made = row_count;
  if made = cardinality(ids) then return; end if;
  perform from listed_submissions where id = any (ids) order by id for update;
  update listed_submissions as listed
  set
    language = now_so.language,
    body_id = now_so.body_id,
    due_at = now_so.due_at,
    state = now_so.state,
    is_late = listed.is_late and listed.due_at is not distinct from now_so.due_at
  from submissions_to_list as now_so
  where listed.id = any (ids)
    and now_so.id = listed.id
    and (listed.language, listed.body_id, listed.due_at, listed.state)
      is distinct from (now_so.language, now_so.body_id, now_so.due_at, now_so.state);
end $$;

create function custody_is_listed() returns trigger language plpgsql as $$
begin
  perform list_submissions(array(select matter_id from changed));
  return null;
end $$;
create trigger new_custody_is_listed after insert on custody
  referencing new table as changed for each statement execute function custody_is_listed();
create trigger changed_custody_is_listed after update on custody
  referencing new table as changed for each statement execute function custody_is_listed();

create function matter_is_listed() returns trigger language plpgsql as $$
begin
  perform list_submissions(array(select id from changed where parent_id is null));
  return null;
end $$;
create trigger changed_matter_is_listed after update on matters
  referencing new table as changed for each statement execute function matter_is_listed();

-- At once, not with the grants that end all migrations: whoever writes meanwhile fires these triggers.
grant select, insert, update on listed_submissions to folkmoot_app;
grant select on submissions_to_list to folkmoot_app;
