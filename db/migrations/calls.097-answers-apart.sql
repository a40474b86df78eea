-- Why: answers ride in their call and come by the ten thousand: the spine's lists are walked by indexes that leave them out. What may
-- be published of what was given is one view; whoever is asked again is told once; authors of answers are among those told of a step.
-- Lock: writers of matters wait while each index is made (seconds a million rows). Undone by: the indexes as in 005, 071 and 072, the
-- functions as in 071 and 074, the view matter_addressees as in 042, and dropping usable_as and the column.
drop index matters_by_opening;
create index matters_by_opening on matters (opened_at desc, id desc) where parent_id is null;
drop index matters_by_unit;
create index matters_by_unit on matters (unit_id, opened_at desc) where parent_id is null;
drop index matters_by_kind;
create index matters_by_kind on matters (kind, opened_at desc) where parent_id is null;
drop index matters_by_language;
create index matters_by_language on matters (language, opened_at desc, id desc) where parent_id is null;
drop index open_matters_by_opening;
create index open_matters_by_opening on matters (opened_at desc, id desc) where closed_at is null and parent_id is null;

-- Authors of answers, by account or by the address they left, hear of what concerns them.
create or replace view matter_addressees as
select matter_id, address, language from matter_author_addresses
union all
select answer_authors.answer_id, people.email, people.language
from answer_authors
join people on people.id = answer_authors.person_id
where people.email is not null
union all
select answer_signatures.answer_id, answer_signatures.email, matters.language
from answer_signatures
join matters on matters.id = answer_signatures.answer_id
where answer_signatures.email is not null;

-- What may be done today with what was given: as far as the newest version agreed to goes, and no further than the newest in force, which
-- may have narrowed since.
create view usable_as as
select
  agreed.matter_id,
  agreed.notice_id,
  agreed.version,
  (array['nothing', 'counts', 'quotations', 'words', 'names'])[least(
    array_position(array['nothing', 'counts', 'quotations', 'words', 'names'], then_in_force.publishes),
    array_position(array['nothing', 'counts', 'quotations', 'words', 'names'], newest.publishes)
  )] as publishes,
  array(select unnest(then_in_force.purposes) intersect select unnest(newest.purposes)) as purposes,
  array(select unnest(then_in_force.recipients) intersect select unnest(newest.recipients)) as recipients
from (
  select distinct on (matter_id) matter_id, notice_id, version
  from notice_agreements
  order by matter_id, version desc
) as agreed
join notice_versions as then_in_force
  on then_in_force.notice_id = agreed.notice_id and then_in_force.version = agreed.version
join lateral (
  select publishes, purposes, recipients
  from notice_versions
  where notice_versions.notice_id = agreed.notice_id
  order by version desc
  limit 1
) as newest on true;

-- Whoever is asked again is told once.
alter table notice_askings add column told_at timestamptz;
create index notice_askings_to_tell on notice_askings (asked_at) where told_at is null;
create index notice_agreements_of_notice on notice_agreements (notice_id, version);

-- An announced call whose words are lawfully removed loses them; everything else of it stands.
create or replace function call_keeps_its_word() returns trigger language plpgsql as $$
begin
  if old.announced_at is not null and (
    (new.body_id, new.audience, new.audience_unit, new.opens_at, new.promise, new.promised_on, new.notice_id, new.notice_version,
     new.announced_at)
      is distinct from (old.body_id, old.audience, old.audience_unit, old.opens_at, old.promise, old.promised_on, old.notice_id,
     old.notice_version, old.announced_at)
    or (new.about <> old.about and new.about <> '')
    or new.closes_at < old.closes_at or new.helpers_until < old.helpers_until
  ) then
    raise exception 'a call keeps its word once it is announced' using errcode = 'restrict_violation', constraint = 'call_keeps_its_word';
  end if;
  return new;
end $$;
