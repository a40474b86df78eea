-- For one connection: chance and ids that are the same on every run, the words that titles are made of, and the bodies.
-- Each function is written so that the planner can put its body in its place: called a million times, a call is the dear part.
create or replace function pg_temp.chance(i bigint, salt integer, below integer) returns integer language sql immutable as $$
  select ((hashint8extended(i, salt) & 2147483647) % below)::integer
$$;

-- UUIDv7 by its time, its random bits taken from its name.
create or replace function pg_temp.made_id(at timestamptz, name text) returns uuid language sql stable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
    || overlay(overlay(substr(md5(name), 1, 20) placing '7' from 1 for 1) placing '8' from 5 for 1))::uuid
$$;

-- UUIDv4: says nothing of when.
create or replace function pg_temp.made_id(name text) returns uuid language sql immutable as $$
  select overlay(overlay(md5(name) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid
$$;

-- As a leaf writes a moment.
create or replace function pg_temp.leaf_time(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

-- JSON text of a member, with its comma; nothing where there is no value.
create or replace function pg_temp.member(name text, value text) returns text language sql immutable as $$
  select coalesce('"' || name || '":"' || value || '",', '')
$$;

create temp table if not exists large_words as select
  array['Reopen', 'Repair', 'Fund', 'Extend', 'Protect', 'Insulate', 'Staff', 'Publish the costs of', 'Bring back', 'Buy back',
    'Inspect', 'Replant', 'Heat', 'Light', 'Widen', 'Share', 'Name the owner of', 'Lower the rent of', 'Open on Sundays', 'Train people for',
    'Connect', 'Plan', 'Count the users of', 'Keep'] as verbs,
  array['the swimming pool', 'the night bus', 'the library', 'the market hall', 'the advice centre', 'the health visitors', 'the youth club',
    'the allotments', 'the footbridge', 'the school kitchen', 'the river path', 'the tenants’ register', 'the station lift', 'the day nursery',
    'the repair shop', 'the ferry', 'the tram line', 'the street trees', 'the dental surgery', 'the cycle lane', 'the community orchard',
    'the heat network', 'the bus shelter', 'the care home', 'the sports field', 'the music school', 'the flood wall', 'the post office',
    'the village shop', 'the law centre', 'the public toilets', 'the play street', 'the lambing shed', 'the harbour light', 'the canal lock',
    'the solar roof', 'the recycling yard', 'the language classes', 'the apprentices’ hostel', 'the mobile clinic', 'the sewing room', 'the archive',
    'the quarry lake', 'the bowling green', 'the pharmacy', 'the crossing', 'the noticeboard', 'the food bank', 'the hedgerows', 'the council flats',
    'the bakery', 'the cinema', 'the fire station', 'the hospice', 'the beach huts', 'the printing press', 'the choir', 'the workshop', 'the weir',
    'the lighthouse'] as things,
  array['before winter', 'for carers', 'by next spring', 'with its users', 'for good', 'within a year', 'at a fair price', 'with the union',
    'for every ward', 'in both languages', 'without delay', 'as promised', 'for night workers', 'for the young', 'for the old', 'out of the reserve',
    'with a public vote', 'once the lease ends', 'after the flood', 'for a trial year'] as endings,
  array['My neighbours and I have asked for this since the spring, and nobody told us who decides.',
    'It was closed without a meeting, and the nearest other one is an hour away by bus.',
    'Eleven households in our street would use it every week; four of them cannot drive.',
    'The money was set aside two years ago and stands in the accounts under another name.',
    'I work nights, and so do most of the people who would need it.',
    'A survey at the school gate gave ninety answers in favour and six against.',
    'Please say what it would cost, who would run it and by when we can hear of it.',
    'The branch has talked about it three times and always put it off.',
    'There is a place a valley further on where they did it with volunteers and a small grant.',
    'If it cannot be done, tell us why, so that we can ask for something else.',
    'My mother can no longer go there alone, and she is not the only one.',
    'It would also take traffic from the bridge, which the county says it wants.',
    'We have found a roof, a lease and somebody with the right papers.',
    'The children drew how it should look; the drawings hang in the hall.',
    'Rain comes in, and each winter makes the repair dearer.',
    'Whoever decides should come and look first.'] as sentences,
  array['Adopted into the programme of work for the coming year.', 'The reasons are set out in the minutes of the meeting.',
    'It belongs with those who hold the budget for it.', 'The figures that are needed come with the autumn accounts.',
    'It was done in part already; the rest is dated in the plan.', 'The law leaves this to another authority, which we have asked in writing.'] as reasons,
  array['Ada', 'Ben', 'Carys', 'Dilys', 'Efe', 'Farah', 'Gwil', 'Hana', 'Imran', 'Jo', 'Kasia', 'Leon', 'Mair', 'Nadia', 'Owen', 'Priya', 'Rhys', 'Sana',
    'Tomasz', 'Una', 'Viktor', 'Wanda', 'Yusuf', 'Zofia'] as given_names,
  array['Abbott', 'Bello', 'Cope', 'Davies', 'Eze', 'Farrow', 'Grant', 'Hussain', 'Iqbal', 'Jones', 'Kaur', 'Lewis', 'Malik', 'Nowak', 'Okoro',
    'Patel', 'Quinn', 'Rees', 'Shah', 'Thomas', 'Underhill', 'Vaughan', 'Wójcik', 'Young'] as family_names;

-- Where matters go: the bodies of the demonstration (central), and one for each unit of the country (local).
create temp table if not exists large_bodies as
select
  row_number() over (partition by is_central order by slug) - 1 as place,
  is_central, id, slug, name, unit_id, unit_name, days
from (
  select bodies.*, units.name as unit_name, not bodies.kind = 'meeting' as is_central,
    coalesce((select days from body_promises where body_id = bodies.id order by from_at desc limit 1), 28) as days
  from bodies
  join units on units.id = bodies.unit_id
  where bodies.kind <> 'conference'
) as found;
create unique index if not exists large_bodies_by_place on large_bodies (is_central, place);
analyze large_bodies;

create temp table if not exists large_counts as
select count(*) filter (where is_central) as central, count(*) filter (where not is_central) as local from large_bodies;
