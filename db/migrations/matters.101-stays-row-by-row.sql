-- Why: the page of one body read every deferral of the house to find the few of its own: 7 s among a million matters. Now each custody
-- looks for the deferrals right before it, by index: as many look-ups as rows asked for.
-- Lock: none that waits (a view is replaced). Undone by: the view of the migration before.

create or replace view stays as
select
  custody.matter_id,
  custody.body_id,
  coalesce(deferrals_before.received_at, custody.received_at) as arrived_at,
  coalesce(deferrals_before.promise_days, custody.promise_days) as promise_days,
  coalesce(deferrals_before.due_at, custody.due_at) as promised_by,
  custody.due_at,
  custody.id as custody_id,
  custody.outcome,
  custody.decided_at,
  deferrals_before.deferrals
from custody
left join lateral (
  -- The deferrals of one stay follow each other: a decision of another sort between them ended the stay before.
  select
    min(deferred.received_at) as received_at,
    (array_agg(deferred.promise_days order by deferred.received_at))[1] as promise_days,
    (array_agg(deferred.due_at order by deferred.received_at))[1] as due_at,
    count(*) as deferrals
  from custody as deferred
  where deferred.matter_id = custody.matter_id
    and deferred.body_id = custody.body_id
    and deferred.outcome = 'deferred'
    and deferred.received_at < custody.received_at
    and not exists (
      select
      from custody as between_them
      where between_them.matter_id = custody.matter_id
        and between_them.body_id = custody.body_id
        and between_them.outcome is distinct from 'deferred'
        and between_them.received_at > deferred.received_at
        and between_them.received_at < custody.received_at
    )
) as deferrals_before on true
where custody.outcome is distinct from 'deferred';
