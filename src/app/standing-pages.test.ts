import { afterAll, expect, test } from 'vitest'
import { KeptPages } from '#core/http/kept-pages.ts'
import { openModeratedHouse } from '#ground/moderation/testing/moderators.ts'
import { asOwner } from './testing/database-server.ts'
import { announce, type HandedInForTest, handedIn } from './testing/handed-in.ts'

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

test('its author gets a page of their own, and it is given to nobody else', async () => {
  const matter = await standing('nasreen')
  const [nasreen, noor] = [await house.as('nasreen'), await house.as('noor')]
  await changeSilently(matter)
  const own = (await nasreen.get(matter.path)).body
  expect([own.includes('id="yours"'), own.includes('Behind its back')]).toEqual([true, true])
  for (const others of [await read(matter), (await noor.get(matter.path)).body])
    expect([others.includes('id="yours"'), others.includes('Behind its back')]).toEqual([false, false])
})

test('who has an account gets what stands in a frame of their own, the very page that is made anew for them', async () => {
  const matter = await standing()
  const noor = await house.as('noor')
  const first = await noor.get(matter.path)
  await changeSilently(matter)
  const given = await noor.get(matter.path)
  expect(given.body).toBe(first.body)
  expect(given.body).toContain(house.world.people.noor.name)
  const told = ({ headers }: typeof given) =>
    ['content-type', 'cache-control', 'vary', 'etag'].map((name) => headers[name])
  expect(told(given)).toEqual(told(first))
  expect(told(given)).toContain('no-store')
  keptPages.setDeaf(true)
  keptPages.setDeaf(false)
  expect((await noor.get(matter.path)).body).toContain('Behind its back')
})

test('what was made for one with an account is given to others with one, and greets each by their own name', async () => {
  const matter = await handedIn(house)
  await house.runJobs()
  const [noor, olga] = [await house.as('noor'), await house.as('olga')]
  await noor.get(matter.path)
  await changeSilently(matter)
  const { body } = await olga.get(matter.path)
  const { people } = house.world
  expect(
    ['Behind its back', people.noor.name, people.olga.name].map((words) => body.includes(words)),
  ).toEqual([false, false, true])
  expect(await read(matter)).toContain('Behind its back')
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
  const member = await house.as('idris')
  const asMember = async () => (await member.get(matter.path)).body
  const before = [await read(matter), await asMember()]
  await ACTS[act]?.(matter)
  const after = [await read(matter), await asMember()]
  for (const [at, page] of after.entries()) expect(page).not.toBe(before[at])
  expect(after).toEqual([await readAnew(matter), await asMember()])
})
