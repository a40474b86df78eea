-- Members :from to :to, each with a membership; the first of them clerk the meetings.
create temp table large_members on commit drop as
select
  i,
  pg_temp.made_id('member ' || i) as id,
  given_names[1 + pg_temp.chance(i, 1, 24)] || ' ' || family_names[1 + pg_temp.chance(i, 2, 24)] as name,
  large_bodies.unit_id,
  large_bodies.id as body_id,
  :today::timestamptz - make_interval(days => 30 + pg_temp.chance(i, 3, 3000)) as joined_at
from generate_series(:from::bigint, :to::bigint) as i
cross join large_words
cross join large_counts
join large_bodies on not is_central and place = i % local;

insert into people (id, name, email, unit_id, joined_at)
select id, name, 'member' || i || '@example.org', unit_id, joined_at from large_members;

insert into memberships (id, person_id, unit_id, number, from_on)
select pg_temp.made_id('membership ' || i), id, unit_id, 'M-' || lpad(i::text, 8, '0'), joined_at::date from large_members;

insert into grants (id, person_id, role, unit_id, body_id, purpose, from_on, to_on, granted_at)
select
  pg_temp.made_id('grant ' || i), id, 'clerk', unit_id, body_id, 'to receive what is handed in, and to record and announce decisions',
  joined_at::date, :today::date + 365, joined_at
from large_members
where i <= (select local from large_counts);
