import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Log } from '#core/log/log.ts'
import { slices } from './slices.ts'
import { addressesOf } from './testing/addresses-of.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse, type TestHouse } from './testing/open-test-house.ts'

const lines: string[] = []
const keep = (...line: unknown[]) => void lines.push(JSON.stringify(line))
const log: Log = { info: keep, warn: keep, error: keep }

const house = await openTestHouse({ log })
afterAll(() => house.close())

/** Handed in by Nasreen with her name withheld. */
const withheld = (await handedIn(house, { authorship: 'withheld' }, 'nasreen')).number
await house.runJobs()

/** What every live topic would send about the withheld one and its body. */
async function liveFragments(): Promise<string[]> {
  const { translators } = house.jobHouse
  const renderers = slices.flatMap(({ live }) => Object.values(live ?? {}))
  const asked = { db: house.db, now: house.clock.now(), t: translators.en }
  const keys = [String(withheld), 'housing']
  const fragments = await Promise.all(
    keys.flatMap((key) => renderers.map((render) => render({ ...asked, key }).catch(() => null))),
  )
  return fragments.flatMap((fragment) => fragment ?? [])
}

describe('an author whose name is withheld', () => {
  test('is on no page, in no answer, file, feed, tile or live news for anybody else', async () => {
    const { id } = house.world.people.nasreen
    const marks = new RegExp(`Nasreen|Akhtar|nasreen@|${id}`, 'i')
    const places = addressesOf('GET', withheld).filter((path) => !path.startsWith('/demo'))
    const searches = ['Nasreen', 'Akhtar', 'nasreen@example.org'].map((q) => `/api/v1/submissions?q=${q}`)
    for (const reader of [house.visitor(), await house.as('olga')])
      for (const path of places)
        for (const reply of [await reader.get(path), await reader.getJson(path)])
          expect({ path, found: marks.exec(reply.body)?.[0] }).toEqual({ path, found: undefined })
    for (const path of searches)
      expect((await house.visitor().getJson(path)).body).not.toContain(`submissions/${withheld}`)
    for (const fragment of await liveFragments()) expect(fragment).not.toMatch(marks)
  })

  test('is not told by a number that another guesses to be theirs', async () => {
    const [olga, stranger] = [await house.as('olga'), house.visitor()]
    const path = `/api/v1/submissions/${withheld}/withdrawal`
    const answers = await Promise.all([olga, stranger].map((asker) => asker.postJson(path, {})))
    expect(answers[0]?.body).toBe(answers[1]?.body)
  })
})

describe('an anonymous hand-in', () => {
  test('leaves nothing in any table, log line or cookie that joins it to a person', async () => {
    const nasreen = await house.as('nasreen')
    const before = await everyRow(house)
    house.clock.moveOn(37 * 60_000 + 13_457)
    const moment = house.clock.now()
    const marks = [
      'Marked Person',
      'marked@example.org',
      '5f0c1d7e-93ab-4c26-8e14-0a7b6d2f9c31',
      'MarkedAgent',
      '203.0.113.77',
      house.world.people.nasreen.id,
      moment.toISOString().slice(13, 19),
      moment.getTime().toString(16).padStart(12, '0').slice(0, 8),
    ]
    const reply = await nasreen.post(
      '/submissions',
      {
        title: 'The lift in Northgate is broken',
        words: 'It has been broken since May.',
        to: 'housing',
        authorship: 'anonymous',
        name: 'Marked Person',
        email: 'marked@example.org',
        once: '5f0c1d7e-93ab-4c26-8e14-0a7b6d2f9c31',
      },
      { headers: { 'user-agent': 'MarkedAgent/1.0', 'x-forwarded-for': '203.0.113.77' } },
    )
    expect(reply.status).toBe(303)
    const after = (await everyRow(house)).filter((row) => !before.includes(row))
    expect(after.length).toBeGreaterThan(3)
    for (const mark of marks) {
      expect({ mark, rows: after.filter((row) => row.includes(mark)) }).toEqual({ mark, rows: [] })
      expect({ mark, line: lines.find((line) => line.includes(mark)) }).toEqual({ mark, line: undefined })
      expect(String(reply.headers['set-cookie'])).not.toContain(mark)
    }
  })

  test('keeps no fingerprint from which the name typed into it could be guessed', async () => {
    const fields = {
      title: 'A lamp is out',
      words: 'At the ford.',
      to: 'housing',
      authorship: 'anonymous',
      once: 'c2a91e54-7b0d-4f83-a6e2-19d5f8037b4e',
    }
    const send = (name: string) => house.visitor().post('/submissions', { ...fields, name })
    expect((await send('One')).location).toBe((await send('Another')).location)
  })
})

test('a failure of ours is logged and answered without anybody’s words', async () => {
  const told = { title: 'MARKED-TITLE', words: 'MARKED-WORDS', authorship: 'named', name: 'MARKED-NAME' }
  await asOwner('alter table submissions rename to submissions_away')
  const reply = await (await house.as('nasreen')).postJson('/api/v1/submissions?q=MARKED-QUERY', told)
  await asOwner('alter table submissions_away rename to submissions')
  expect(reply.status).toBe(500)
  expect(lines.length).toBeGreaterThan(0)
  expect(reply.body).not.toMatch(/MARKED|Nasreen|submissions_|\.ts/)
  for (const line of lines) expect(line).not.toMatch(/MARKED|Nasreen/)
})

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** The whole database as text, a line a row. */
async function everyRow({ database }: TestHouse): Promise<string[]> {
  const tables = await database.pool.query<{ name: string }>(
    "select format('%I', tablename) as name from pg_tables where schemaname = 'public'",
  )
  const rows = await Promise.all(
    tables.rows.map(({ name }) =>
      database.pool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`),
    ),
  )
  return rows.flatMap((result, index) => result.rows.map(({ row }) => `${tables.rows[index]?.name} ${row}`))
}
