/** 650 constituencies, 10,000 gatherings over two years, two things heard at each of every second one: as rows, through the constraints. */
export const A_COUNTRY = `
with root as (select id, lineage from units where slug = 'alliance'),
seats as (
  insert into units (id, slug, name, kind, parent_id, lineage, opened_on)
  select made.id, 'seat-' || made.n, 'Seat ' || made.n, 'constituency', root.id, root.lineage || made.id, '2020-01-01'
  from root, (select n, gen_random_uuid() as id from generate_series(1, 650) as n offset 0) as made
  returning id, slug
),
events as (
  select n, gen_random_uuid() as id, seats.id as unit_id, timestamptz '2024-11-10 19:00Z' + make_interval(hours => (n * 1.7)::integer) as starts_at
  from generate_series(1, 10000) as n
  join (select id, row_number() over (order by slug) as place from seats) as seats on seats.place = 1 + n % 650
  offset 0
),
made_works as (
  insert into works (id, number, slice, kind, title, language, unit_id, opened_at)
  select id, 100000 + n, 'gatherings', 'meeting', 'Meeting ' || n, 'en', unit_id, starts_at from events
  returning id
),
made_gatherings as (
  insert into gatherings (id, unit_id, starts_at, ends_at, time_zone, address, audience, contact, changed_at, people_there)
  select id, unit_id, starts_at, starts_at + interval '2 hours', 'Europe/London', 'Hall', 'anyone', 'Clerk', starts_at, n % 60
  from events
  returning id
),
said as (
  select gen_random_uuid() as id, events.id as gathering_id, events.unit_id, events.n, events.starts_at, k
  from events, generate_series(1, 2) as k
  where n % 2 = 0
  offset 0
),
made_matters as (
  insert into matters (id, number, slice, kind, title, language, unit_id, route, opened_at, closed_at, closing_outcome)
  select id, 200000 + n * 2 + k, 'submissions', 'idea', 'Thing ' || n, 'en', unit_id, 'meeting', starts_at, starts_at + interval '9 days',
    case when n % 3 = 0 then 'answered' else 'refused' end
  from said
  returning id
)
insert into things_heard (row_id, gathering_id, matter_id, entered_at)
select gen_random_uuid(), gathering_id, id, starts_at from said`
