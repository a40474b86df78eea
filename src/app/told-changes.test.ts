import { afterAll, expect, test } from 'vitest'
import { NOBODY } from '#core/access/viewer.ts'
import { findVisibleStory } from '../propose/submissions/index.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse } from './testing/open-test-house.ts'
import { readPlans, relationsIn } from './testing/whole-reads.ts'

const house = await openTestHouse()
afterAll(() => house.close())

/** Changes that no page can have been made before, or that come with another one that tells. */
const UNTOLD = new Set([
  // Come with a hand-in, or with an entry.
  ...['matters', 'submissions', 'submission_authors', 'submission_signatures', 'receipts', 'attachments'].map(
    (table) => `insert into ${table}`,
  ),
  ...['custody', 'sealed'].map((table) => `insert into ${table}`),
  // Nothing is shown of a translation before a change of it says so.
  ...['insert into translations', 'insert into translation_parts', 'delete from translation_parts'],
  // A page of which a step waits for its place in the record does not stand.
  ...['record_leaves', 'unsequenced'].flatMap((table) => [
    `insert into ${table}`,
    `update of ${table}`,
    `delete from ${table}`,
  ]),
  // Refused by a trigger, a foreign key, or never done.
  ...['entries', 'sealed', 'receipts', 'links', 'attachments'].map((table) => `update of ${table}`),
  ...['entries', 'matters', 'works', 'submissions', 'custody', 'receipts', 'bodies', 'units', 'people'].map(
    (table) => `delete from ${table}`,
  ),
  // Named nowhere yet.
  ...['works', 'bodies', 'units', 'people'].map((table) => `insert into ${table}`),
  // The story links to a case, whatever became of it.
  'update of moderation_cases',
])

test('every change of every table that a story is read from is told, or cannot matter', async () => {
  const { number } = await handedIn(house)
  const plans = await readPlans({ url: house.url, pool: house.database.pool }, [])
  const asked = await plans.plansOf((db) =>
    findVisibleStory(db, NOBODY, { number: String(number), language: 'en' }),
  )
  await plans.close()
  const { rows } = await house.database.pool.query<{ change: string }>(`
    select distinct change || ' ' || relname as change
    from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    join pg_proc on pg_proc.oid = tgfoid
    cross join lateral (values (4, 'insert into'), (8, 'delete from'), (16, 'update of')) as sort (bit, change)
    where proname ~ '^tells_of_|_tell_of_matters$' and tgtype & bit > 0`)
  const told = new Set(rows.map(({ change }) => change))
  const changes = asked
    .flatMap(({ plan }) => relationsIn(plan))
    .flatMap((table) => [`insert into ${table}`, `update of ${table}`, `delete from ${table}`])
  expect(changes.length).toBeGreaterThan(50)
  expect(changes.filter((change) => !told.has(change) && !UNTOLD.has(change))).toEqual([])
})
