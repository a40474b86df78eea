-- Why: what a hand-in fires was planned anew at each: 0.3 ms for the list of submissions, as much for a hold, of some 2 ms in all.
-- Lock: writers of moderation_cases wait for a moment. Undone by: `alter function … reset all`, and the trigger as in 115.

-- A plan for any number of ids, made once for each connection: they are looked up by index, however many.
alter function list_submissions(uuid[]) set plan_cache_mode = force_generic_plan;

-- A hold is opened with the hand-in, which nobody can have read before.
create function cases_tell_of_matters() returns trigger language plpgsql as $$
begin
  perform tell_of(array_agg(distinct matter_id)) from changed where sort <> 'hold' having count(*) > 0;
  return null;
end $$;
create or replace trigger tells_of_new after insert on moderation_cases referencing new table as changed
  for each statement execute function cases_tell_of_matters();
