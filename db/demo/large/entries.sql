-- The entries of these submissions: leaves in canonical JSON (RFC 8785: members sorted, no blanks), hashed as RFC 6962 says,
-- words sealed beside them under a salt and committed in the leaf. A test reads them all with the code that reads others.
create temp table large_steps on commit drop as
select
  matters.i, matters.id as matter_id, matters.number, 'submission.handed-in' as kind, opened_at as at, 0 as nth,
  first_custody.body_id, null::uuid as to_body, null::uuid as into_id, null::text as outcome, first_custody.due_at, null::date as until_on,
  '{"authorship":"' || authorship || '"' || case when authorship = 'named' then ',"by":' || to_json(author) else '' end
    || ',"kind":"' || matters.kind || '","language":"' || language || '","route":"web","title":' || to_json(title)
    || ',"words":' || to_json(words) || '}' as public_words,
  case when authorship = 'withheld' then '{"name":' || to_json(author) || '}' end as private_words,
  authorship = 'anonymous' as is_unordered
from large_matters as matters
join large_custody as first_custody on first_custody.i = matters.i and first_custody.nth = 1
union all
select i, matter_id, number, 'matter.considered', considered_at, nth * 4, body_id, null, null, null, null, null, null, null, false
from large_custody
where considered_at < coalesce(decided_at, 'infinity')
union all
select
  custody.i, custody.matter_id, custody.number, 'matter.' || custody.outcome, custody.decided_at, custody.nth * 4 + 1, custody.body_id,
  case when custody.outcome = 'passed-on' then custody.next_body_id end,
  case when custody.outcome = 'merged' then custody.target_id end,
  custody.outcome,
  following.due_at,
  case when custody.outcome = 'deferred' then custody.until_on end,
  '{"language":"en","reason":' || to_json(custody.reason) || '}',
  '{"by":' || to_json(custody.clerk) || '}',
  false
from large_custody as custody
left join large_custody as following on following.i = custody.i and following.nth = custody.nth + 1
where custody.outcome is not null
union all
select target_i, target_id, target_number, 'matter.joined', decided_at, 100 + i % 10, body_id, null, null, null, null, null,
  '{"from":' || number || '}', null, false
from large_custody
where outcome = 'merged'
union all
select i, matter_id, number, 'matter.judged', decided_at + interval '15 days', 90, body_id, null, null,
  (array['yes', 'partly', 'no'])[1 + pg_temp.chance(i, 30, 3)], null, null, null, null, false
from large_custody
where nth = stays and outcome = 'answered' and decided_at + interval '15 days' < :today::timestamptz;

create temp table large_entries on commit drop as
select
  made.*,
  '{"at":"' || pg_temp.leaf_time(at) || '",'
    || pg_temp.member('body', body_id::text)
    || pg_temp.member('due', pg_temp.leaf_time(due_at))
    || pg_temp.member('id', id::text)
    || pg_temp.member('into', into_id::text)
    || pg_temp.member('matter', matter_id::text)
    || '"number":' || number || ','
    || pg_temp.member('outcome', outcome)
    || case when public_words is null and private_words is null then '' else '"sealed":{' || rtrim(
        pg_temp.member('private', encode(sha256(private_salt || convert_to(private_words, 'UTF8')), 'hex'))
        || pg_temp.member('public', encode(sha256(public_salt || convert_to(public_words, 'UTF8')), 'hex')), ',') || '},' end
    || pg_temp.member('to_body', to_body::text)
    || pg_temp.member('type', kind)
    || pg_temp.member('until', until_on::text)
    || '"v":1}' as leaf
from (
  select
    steps.*,
    case when is_unordered then pg_temp.made_id('entry ' || i || ' ' || nth) else pg_temp.made_id(at, 'entry ' || i || ' ' || nth) end as id,
    sha256(convert_to('public ' || i || ' ' || nth, 'UTF8')) as public_salt,
    sha256(convert_to('private ' || i || ' ' || nth, 'UTF8')) as private_salt
  from large_steps as steps
) as made;

insert into entries (id, kind, matter_id, body_id, at, leaf, leaf_hash)
select id, kind, matter_id, body_id, at, leaf, sha256('\x00'::bytea || convert_to(leaf, 'UTF8'))
from large_entries
order by at, i, nth;

insert into sealed (entry_id, part, salt, content)
select id, 'public', public_salt, public_words from large_entries where public_words is not null
union all
select id, 'private', private_salt, private_words from large_entries where private_words is not null;

insert into receipts (matter_id, entry_id, promised_by)
select matter_id, id, date_trunc('minute', at) + interval '6 minutes' from large_entries where kind = 'submission.handed-in';

insert into unsequenced (entry_id) select id from large_entries order by at, i, nth;
