-- Submissions :from to :to of :total, handed in over three years, with their way from body to body as far as it has come
-- by :today. Everything goes in through the promises of the database; nothing is switched off.
create temp table large_matters on commit drop as
select
  i,
  case when authorship = 'anonymous' then pg_temp.made_id('matter ' || i) else pg_temp.made_id(handed_in_at, 'matter ' || i) end as id,
  nextval('public_numbers') as number,
  (array['idea', 'question', 'motion', 'challenge'])[1 + least(3, pg_temp.chance(i, 9, 7) / 2)] as kind,
  case when pg_temp.chance(i, 8, 40) = 0 then 'cy' else 'en' end as language,
  authorship,
  case when authorship = 'anonymous' then date_trunc('hour', handed_in_at) else handed_in_at end as opened_at,
  verbs[1 + pg_temp.chance(i, 1, 24)] || ' ' || things[1 + pg_temp.chance(i, 2, 60)] || ' in '
    || home.unit_name || ' ' || endings[1 + pg_temp.chance(i, 4, 20)] as title,
  sentences[1 + pg_temp.chance(i, 5, 16)] || E'\n\n' || sentences[1 + pg_temp.chance(i, 6, 16)] || ' '
    || sentences[1 + pg_temp.chance(i, 7, 16)] || ' It is about ' || things[1 + pg_temp.chance(i, 10, 60)] || ' as well.' as words,
  given_names[1 + pg_temp.chance(1 + i % :members, 1, 24)] || ' ' || family_names[1 + pg_temp.chance(1 + i % :members, 2, 24)] as author,
  pg_temp.made_id('member ' || (1 + i % :members)) as author_id,
  3 + pg_temp.chance(i, 11, 3) as stays,
  home.unit_id
from (
  select
    i,
    :today::timestamptz - make_interval(secs => floor((:total - i + 1) * 94608000.0 / :total)) as handed_in_at,
    (array['named', 'named', 'named', 'withheld', 'anonymous'])[1 + pg_temp.chance(i, 12, 5)] as authorship
  from generate_series(:from::bigint, :to::bigint) as i
) as handed_in
cross join large_words
cross join large_counts
join large_bodies as home on not home.is_central and home.place = pg_temp.chance(i, 3, 1000000) % large_counts.local;
create unique index on large_matters (i);
analyze large_matters;

create temp table large_custody on commit drop as
with durations as (
  select
    matters.*, nth,
    case when nth = stays and pg_temp.chance(i, 20, 100) < 4 then 315360000
      else 259200 + pg_temp.chance(i * 8 + nth, 21, 3000000) end as held_seconds,
    nth = 2 and nth < stays and pg_temp.chance(i, 22, 4) = 0 as is_deferred,
    nth = 3 and stays > 2 and pg_temp.chance(i, 22, 4) = 0 as was_deferred
  from large_matters as matters
  cross join lateral generate_series(1, stays) as nth
), places as (
  select
    durations.*,
    opened_at + make_interval(secs => coalesce(sum(held_seconds) over (partition by i order by nth rows between unbounded preceding and 1 preceding), 0))
      as received_at,
    -- A matter that was deferred stays with its body.
    case when was_deferred then 2 else nth end as place_nth
  from durations
), aimed as (
  select
    places.*,
    pg_temp.chance(i * 8 + place_nth, 23, 10) < 4 as is_central,
    pg_temp.chance(i, 24, 1000000) + place_nth * 5 as place
  from places
  where received_at < :today::timestamptz
), placed as (
  select aimed.*, bodies.id as body_id, bodies.days, received_at + make_interval(secs => held_seconds) as ends_at
  from aimed
  cross join large_counts
  join large_bodies as bodies
    on bodies.is_central = aimed.is_central
    and bodies.place = aimed.place % case when aimed.is_central then large_counts.central else large_counts.local end
)
select
  placed.i, nth, placed.id as matter_id, placed.number, placed.stays,
  pg_temp.made_id(received_at, 'custody ' || placed.i || ' ' || nth) as id,
  body_id, received_at, days as promise_days,
  case when was_deferred then (lag(ends_at) over way)::date::timestamptz + interval '31 days'
    else received_at + make_interval(days => days) end as due_at,
  case when received_at + interval '2 days' < :today::timestamptz then received_at + interval '2 days' end as considered_at,
  case when ends_at < :today::timestamptz then ends_at end as decided_at,
  case
    when ends_at >= :today::timestamptz then null
    when is_deferred then 'deferred'
    when nth < placed.stays then 'passed-on'
    when pg_temp.chance(placed.i, 25, 10) = 0 and target.i is not null then 'merged'
    else (array['answered', 'answered', 'accepted', 'refused'])[1 + pg_temp.chance(placed.i, 26, 4)]
  end as outcome,
  lead(body_id) over way as next_body_id,
  -- One of the next ten takes in those that ask for the same.
  target.id as target_id, target.number as target_number, target.i as target_i,
  (ends_at::date + 30) as until_on,
  reasons[1 + pg_temp.chance(placed.i * 8 + nth, 27, 6)] as reason,
  given_names[1 + pg_temp.chance(placed.i * 8 + nth, 28, 24)] || ' Clerk' as clerk
from placed
cross join large_words
left join large_matters as target on target.i = (placed.i / 10 + 1) * 10 and placed.i % 10 <> 0
window way as (partition by placed.i order by nth);

insert into matters (id, number, slice, kind, title, language, unit_id, opened_at, closed_at, closing_outcome)
select matters.id, matters.number, 'submissions', kind, title, language, unit_id, opened_at, ending.decided_at, ending.outcome
from large_matters as matters
left join large_custody as ending on ending.i = matters.i and ending.nth = matters.stays and ending.decided_at is not null
order by matters.i;

insert into custody (
  id, matter_id, body_id, received_at, promise_days, due_at, considered_at, decided_at, outcome, reason, passed_to, merged_into, deferred_until
)
select
  id, matter_id, body_id, received_at, promise_days, due_at, considered_at, decided_at, outcome,
  case when outcome is not null then reason end,
  case when outcome = 'passed-on' then next_body_id end,
  case when outcome = 'merged' then target_id end,
  case when outcome = 'deferred' then until_on end
from large_custody
order by i, nth;

insert into submissions (id, words, authorship, is_whoever_should, source, opened_at, search)
select id, words, authorship, false, 'large:' || i, opened_at, to_tsvector('simple', unaccent(title || E'\n' || words))
from large_matters
order by i;

insert into submission_authors (submission_id, person_id)
select id, author_id from large_matters where authorship <> 'anonymous' order by i;

insert into follow_up_keys (matter_id, key_hash)
select id, sha256(convert_to('follow-up ' || i, 'UTF8')) from large_matters where authorship = 'anonymous';

insert into answer_verdicts (custody_id, verdict, given_at)
select id, (array['yes', 'partly', 'no'])[1 + pg_temp.chance(i, 30, 3)], decided_at + interval '15 days'
from large_custody
where nth = stays and outcome = 'answered' and decided_at + interval '15 days' < :today::timestamptz;

-- Each cites an earlier one, within reach of a few thousand: provenance has something to walk.
insert into links (from_id, to_id, relation, made_at)
select matter_id, target_id, 'merged-into', decided_at from large_custody where outcome = 'merged'
union all
select matters.id, cited.id, 'cites', matters.opened_at
from large_matters as matters
join submissions as cited on cited.source = 'large:' || (matters.i - 1 - pg_temp.chance(matters.i, 31, 3000));
