-- Why: a pending decision keeps the promises of the custody it will close; how long bodies take, with deferrals counted in;
-- who was asked whether an answer was one.
-- Lock: pending_decisions, briefly (it holds minutes of work). Undone by: dropping the column, the constraints, the view and the table.
alter table pending_decisions add column language text not null default 'en';
alter table pending_decisions
  add constraint pending_outcome check (outcome in ('passed-on', 'accepted', 'merged', 'answered', 'deferred', 'refused')),
  add constraint no_decision_without_a_reason check (outcome = 'accepted' or btrim(coalesce(reason, '')) <> ''),
  add constraint decision_passes_on_to_a_body check ((outcome = 'passed-on') = (pass_to is not null)),
  add constraint decision_merges_into_a_matter check ((outcome = 'merged') = (merge_into is not null)),
  add constraint decision_defers_until_a_date check ((outcome = 'deferred') = (until_on is not null)),
  add constraint announced_after_it_was_made check (announce_at > made_at);
alter table return_requests
  add column language text not null default 'en',
  -- When the author was told by letter; a job writes it.
  add column told_at timestamptz;

-- A letter that asked the author "was it an answer?": one for each decision.
create table verdict_requests (
  custody_id uuid primary key references custody (id),
  asked_at timestamptz not null
);

-- How long a body had a matter: from its arrival to a decision other than a deferral. A deferral moves the due date of the
-- custody, never `promised_by`: what was deferred past its promise is late in the figures of the body.
create view stays as
select
  matter_id,
  body_id,
  min(received_at) as arrived_at,
  (array_agg(promise_days order by received_at))[1] as promise_days,
  (array_agg(due_at order by received_at))[1] as promised_by,
  (array_agg(due_at order by received_at desc))[1] as due_at,
  (array_agg(id order by received_at desc))[1] as custody_id,
  (array_agg(outcome order by received_at desc))[1] as outcome,
  (array_agg(decided_at order by received_at desc))[1] as decided_at,
  count(*) filter (where outcome = 'deferred') as deferrals
from (
  select *, count(*) filter (where is_arrival) over (partition by matter_id, body_id order by received_at) as stay
  from (
    select *, lag(outcome) over (partition by matter_id, body_id order by received_at) is distinct from 'deferred' as is_arrival
    from custody
  ) as arrivals
) as numbered
group by matter_id, body_id, stay;
