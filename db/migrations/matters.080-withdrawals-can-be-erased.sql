-- Why: whoever erases their words erases the reason of their withdrawal too. It stands in a decided custody, which otherwise never
-- changes; only this reason, which is the author's own, may be emptied.
-- Lock: none that is noticed (a function is replaced). Undone by: the function as it was in 005.
create or replace function custody_keeps_its_clock() returns trigger language plpgsql as $$
declare
  is_erasure boolean := old.outcome is not distinct from 'withdrawn' and new.reason is null
    and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason';
begin
  if not is_erasure and (
    old.decided_at is not null
    or (new.id, new.matter_id, new.body_id, new.received_at, new.promise_days, new.due_at)
      is distinct from (old.id, old.matter_id, old.body_id, old.received_at, old.promise_days, old.due_at)
    or (old.considered_at is not null and new.considered_at is distinct from old.considered_at)
  ) then
    raise exception 'custody keeps its clock' using errcode = 'restrict_violation', constraint = 'custody_keeps_its_clock';
  end if;
  return new;
end $$;
