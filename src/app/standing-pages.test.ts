import { afterAll, expect, test } from 'vitest'
import { NOBODY } from '#core/access/viewer.ts'
import { KeptPages } from '#core/http/kept-pages.ts'
import { openModeratedHouse } from '#ground/moderation/testing/moderators.ts'
import { findVisibleStory } from '../propose/submissions/index.ts'
import { asOwner } from './testing/database-server.ts'
import { announce, type HandedInForTest, handedIn } from './testing/handed-in.ts'
import { readPlans, relationsIn } from './testing/whole-reads.ts'

const keptPages = new KeptPages()
const house = await openModeratedHouse({ keptPages })
afterAll(() => house.close())
await house.hub.listen(house.url)

/** A reader who did something here once, and has no account. */
const read = async ({ path }: { path: string }) =>
  (await house.server.inject({ url: path, headers: { accept: 'text/html', cookie: 'seen=1' } })).body

async function readAnew(matter: { path: string }): Promise<string> {
  keptPages.setDeaf(true)
  keptPages.setDeaf(false)
  return read(matter)
}

/** A story that was read once all its steps had their places in the record: from now on its page stands. */
async function standing(by?: keyof typeof house.world.people): Promise<HandedInForTest> {
  const matter = await handedIn(house, {}, by)
  await house.runJobs()
  await read(matter)
  return matter
}

/** Another title that the database tells nobody of. */
const changeSilently = ({ number }: { number: number }) =>
  asOwner(
    house.url,
    `set session_replication_role = replica; update matters set title = 'Behind its back' where number = ${number}`,
  )

test('a page that stands is not made again: what nobody told of is not seen', async () => {
  const matter = await standing()
  await changeSilently(matter)
  expect(await read(matter)).not.toContain('Behind its back')
  expect(await readAnew(matter)).toContain('Behind its back')
})

test('news of more than a hundred lets go of every page', async () => {
  const matter = await standing()
  await changeSilently(matter)
  const tellOf = (many: number) =>
    house.database.pool.query('select tell_of(array(select gen_random_uuid() from generate_series(1, $1)))', [
      many,
    ])
  await tellOf(100)
  expect(await read(matter)).not.toContain('Behind its back')
  await tellOf(101)
  expect(await read(matter)).toContain('Behind its back')
})

test('while it cannot be known whether all news was heard, every page is made anew', async () => {
  const matter = await standing()
  await changeSilently(matter)
  keptPages.hearBy(async () => false)
  expect(await read(matter)).toContain('Behind its back')
  keptPages.hearBy(() => house.hub.catchUp())
})

test('a page with a step that waits for its place in the record does not stand', async () => {
  const matter = await handedIn(house)
  await read(matter)
  await changeSilently(matter)
  expect(await read(matter)).toContain('Behind its back')
})

test('it stands for the minute that it names', async () => {
  const matter = await standing()
  const before = await read(matter)
  house.clock.moveOn(60_000)
  expect(await read(matter)).not.toBe(before)
})

test('who is signed in gets a page of their own, and it is given to nobody else', async () => {
  const matter = await standing('nasreen')
  const nasreen = await house.as('nasreen')
  expect((await nasreen.get(matter.path)).body).toContain('id="yours"')
  expect(await read(matter)).not.toContain('id="yours"')
})

const ACTS: Record<string, (matter: HandedInForTest) => Promise<unknown>> = {
  'a report': ({ number }) =>
    house.visitor().post('/moderation/reports', { matter: String(number), reason: 'threat' }),
  'holding reported words': async ({ number }) => {
    await house.visitor().post('/moderation/reports', { matter: String(number), reason: 'threat' })
    const { id } = await house.caseOf(number)
    await (await house.as('olga')).post(`/moderation/cases/${id}/hold`)
  },
  'an answer, announced': async ({ path }) => {
    await (await house.as('noor')).post(`${path}/decision`, { outcome: 'answered', reason: 'It is done.' })
    await announce(house)
  },
  'another name of its author': ({ number }) =>
    house.db
      .updateTable('people')
      .set({ name: `Nasreen ${number}` })
      .where('id', '=', house.world.people.nasreen.id)
      .execute(),
  'another name of its body': ({ number }) =>
    house.db
      .updateTable('bodies')
      .set({ name: `Housing ${number}` })
      .where('slug', '=', 'housing')
      .execute(),
  'a link from another matter': async ({ number }) => {
    const other = await handedIn(house)
    const ids = await house.db
      .selectFrom('matters')
      .select('id')
      .where('number', 'in', [number, other.number])
      .orderBy('number')
      .execute()
    const [from, to] = ids.map(({ id }) => id)
    await house.db
      .insertInto('links')
      .values({ fromId: from ?? '', toId: to ?? '', relation: 'cites', madeAt: house.clock.now() })
      .execute()
  },
}

test.each(Object.keys(ACTS))('whoever asks after %s sees it', async (act) => {
  const matter = await standing('nasreen')
  const before = await read(matter)
  await ACTS[act]?.(matter)
  const after = await read(matter)
  expect(after).not.toBe(before)
  expect(after).toBe(await readAnew(matter))
})

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
  const { number } = await standing()
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
    where (proname like 'tells_of_%' or proname = 'entries_tell_of_matters') and tgtype & bit > 0`)
  const told = new Set(rows.map(({ change }) => change))
  const changes = asked
    .flatMap(({ plan }) => relationsIn(plan))
    .flatMap((table) => [`insert into ${table}`, `update of ${table}`, `delete from ${table}`])
  expect(changes.length).toBeGreaterThan(50)
  expect(changes.filter((change) => !told.has(change) && !UNTOLD.has(change))).toEqual([])
})
