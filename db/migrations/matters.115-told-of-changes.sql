-- Whatever a story shows tells of itself when it changes, by whichever hand: pages kept of it are let go before the writer has an
-- answer. What comes with a hand-in tells nothing: nobody can have read that story before.
-- Lock: each table named for a moment. Undone by: dropping the triggers, then the functions.

-- Public numbers of matters and works, each a word on the channel of live news; of too many one word tells enough.
create function tell_of(ids uuid[]) returns void language plpgsql as $$
begin
  if cardinality(ids) > 100 then
    perform pg_notify('folkmoot_live', 'told:everything');
  else
    perform pg_notify('folkmoot_live', 'told:' || number)
    from (select number from matters where id = any (ids) union select number from works where id = any (ids)) as told;
  end if;
end $$;

-- The argument says where a changed row names its matter or work.
create function tells_of_matters() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  execute format('select array_agg(distinct id) from (select %s as id from changed) as named where id is not null', tg_argv[0]) into ids;
  if ids is not null then
    perform tell_of(ids);
  end if;
  return null;
end $$;

-- Entries are written by every hand-in: this one is planned once.
create function entries_tell_of_matters() returns trigger language plpgsql as $$
declare
  ids uuid[] := (
    select array_agg(distinct matter_id) from changed
    where matter_id is not null and kind not like '%.handed-in' and kind <> 'moderation.held'
  );
begin
  if ids is not null then
    perform tell_of(ids);
  end if;
  return null;
end $$;

-- Names stand on so many pages that none is looked for.
create function tells_of_names() returns trigger language plpgsql as $$
begin
  perform pg_notify('folkmoot_live', 'told:everything');
  return null;
end $$;

create trigger tells_of_new after insert on entries referencing new table as changed
  for each statement execute function entries_tell_of_matters();
create trigger tells_of_gone after delete on sealed referencing old table as changed
  for each statement execute function tells_of_matters('(select matter_id from entries where entries.id = changed.entry_id)');

create trigger tells_of_changed after update on matters referencing new table as changed
  for each statement execute function tells_of_matters('id');
create trigger tells_of_changed after update on works referencing new table as changed
  for each statement execute function tells_of_matters('id');
create trigger tells_of_changed after update on custody referencing new table as changed
  for each statement execute function tells_of_matters('matter_id');
create trigger tells_of_new after insert on links referencing new table as changed
  for each statement execute function tells_of_matters('unnest(array[from_id, to_id])');
create trigger tells_of_gone after delete on links referencing old table as changed
  for each statement execute function tells_of_matters('unnest(array[from_id, to_id])');

create trigger tells_of_changed after update on submissions referencing new table as changed
  for each statement execute function tells_of_matters('id');
create trigger tells_of_changed after update on submission_authors referencing new table as changed
  for each statement execute function tells_of_matters('submission_id');
create trigger tells_of_gone after delete on submission_authors referencing old table as changed
  for each statement execute function tells_of_matters('submission_id');
create trigger tells_of_changed after update on submission_signatures referencing new table as changed
  for each statement execute function tells_of_matters('submission_id');
create trigger tells_of_gone after delete on submission_signatures referencing old table as changed
  for each statement execute function tells_of_matters('submission_id');

create trigger tells_of_gone after delete on attachments referencing old table as changed
  for each statement execute function tells_of_matters('matter_id');
-- A hold is opened with the hand-in.
create trigger tells_of_new after insert on moderation_cases referencing new table as changed
  for each statement execute function tells_of_matters('case when sort <> ''hold'' then matter_id end');
create trigger tells_of_gone after delete on moderation_cases referencing old table as changed
  for each statement execute function tells_of_matters('matter_id');

create trigger tells_of_changed after update on translations referencing new table as changed
  for each statement execute function tells_of_matters('text_id');
create trigger tells_of_gone after delete on translations referencing old table as changed
  for each statement execute function tells_of_matters('text_id');
create trigger tells_of_changed after update on translation_parts referencing new table as changed
  for each statement execute function tells_of_matters('(select text_id from translations where translations.id = changed.translation_id)');
create trigger tells_of_new after insert on further_forms referencing new table as changed
  for each statement execute function tells_of_matters('text_id');
create trigger tells_of_changed after update on further_forms referencing new table as changed
  for each statement execute function tells_of_matters('text_id');
create trigger tells_of_gone after delete on further_forms referencing old table as changed
  for each statement execute function tells_of_matters('text_id');

create trigger tells_of_names after update of name on people
  for each row when (old.name is distinct from new.name) execute function tells_of_names();
create trigger tells_of_names after update of name, slug on bodies
  for each row when ((old.name, old.slug) is distinct from (new.name, new.slug)) execute function tells_of_names();
create trigger tells_of_names after update of name, slug on units
  for each row when ((old.name, old.slug) is distinct from (new.name, new.slug)) execute function tells_of_names();
