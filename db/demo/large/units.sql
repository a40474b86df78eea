-- The branches of the country, seven a constituency at most, and a meeting for each unit that has no body yet.
insert into units (id, slug, name, kind, parent_id, lineage, opened_on)
select id, slug, name, 'branch', parent_id, lineage || id, '2016-01-01'
from (
  select
    pg_temp.made_id('branch ' || units.slug || ' ' || part) as id,
    units.slug || '-' || lower(part) as slug,
    units.name || ' ' || part as name,
    units.id as parent_id,
    units.lineage
  from units
  cross join unnest(array['North', 'South', 'East', 'West', 'Central', 'Hillside', 'Riverside']) with ordinality as parts (part, nth)
  where units.kind = 'constituency' and nth <= :branches
) as branches
on conflict (slug) do nothing;

insert into bodies (id, slug, name, kind, unit_id, about, reviewed_by, opened_on)
select
  pg_temp.made_id('meeting ' || units.slug), units.slug || '-meeting', units.name || ' meeting', 'meeting', units.id,
  'Considers what members here hand in.',
  (select id from bodies where slug = 'executive'),
  '2016-01-01'
from units
where not exists (select from bodies where bodies.unit_id = units.id)
on conflict (slug) do nothing;

insert into body_promises (body_id, from_at, days)
select id, '2016-01-01', 14 + pg_temp.chance(hashtextextended(slug, 0), 1, 4) * 7
from bodies
where kind = 'meeting'
on conflict do nothing;
