-- Its words and the moment by which lists are ordered stand in one row: what was said of late is found without the whole history of
-- a word. The value is that of its matter, which never changes.
create extension if not exists btree_gin;
alter table submissions add column opened_at timestamptz;

-- For writers of the version before, while a house is brought up to date under them.
create function submission_opens_with_its_matter() returns trigger language plpgsql as $$
begin
  new.opened_at := (select opened_at from matters where id = new.id);
  return new;
end $$;
create trigger submission_opens_with_its_matter
  before insert on submissions
  for each row when (new.opened_at is null)
  execute function submission_opens_with_its_matter();
