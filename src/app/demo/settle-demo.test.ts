import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, type Database } from '#core/db/connect.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { handSetClock } from '#core/time/clock.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { cloneDatabase } from '../testing/database-server.ts'
import { moveOn } from './move-on.ts'
import { settleDemo } from './settle-demo.ts'
import { whatChanged } from './what-changed.ts'

const BASE_URL = 'http://127.0.0.1:3000'
const NOW = new Date('2026-11-22T12:00:00Z')

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let database: Database
beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
  database = connect({ url: copy.url })
  await settleDemo(database.db, { baseUrl: BASE_URL, now: NOW })
}, 400_000)
afterAll(async () => {
  await database.close()
  await copy.drop()
})

async function countsBy(table: 'matters' | 'moderationCases' | 'answerVerdicts', column: string) {
  const rows = await database.db
    .selectFrom(table)
    .select((eb) => [eb.ref(column as never).as('what'), eb.fn.countAll<number>().as('count')])
    .groupBy('what')
    .execute()
  return Object.fromEntries(rows.map(({ what, count }) => [String(what ?? 'open'), Number(count)]))
}

describe('a year of life', () => {
  test('more than four hundred submissions stand in every state', async () => {
    const counts = await countsBy('matters', 'closingOutcome')
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(400)
    for (const state of ['open', 'accepted', 'answered', 'refused', 'merged', 'withdrawn'])
      expect(counts[state], state).toBeGreaterThan(0)
    expect(await countsBy('answerVerdicts', 'verdict')).toMatchObject({
      yes: expect.any(Number),
      partly: expect.any(Number),
      no: expect.any(Number),
    })
    expect(Object.keys(await countsBy('matters', 'visibility')).toSorted()).toEqual([
      'held',
      'public',
      'removed',
    ])
    expect(Object.keys(await countsBy('matters', 'language')).length).toBeGreaterThan(10)
    expect(await countsBy('moderationCases', 'outcome')).toMatchObject({
      open: expect.any(Number),
      kept: expect.any(Number),
      released: expect.any(Number),
      removed: expect.any(Number),
    })
  })

  test('one body has an awful queue, one is prompt, one passes everything on', async () => {
    const { rows } = await database.pool.query(
      `
      select slug,
        count(*) filter (where decided_at is null and due_at < $1)::int as overdue,
        count(*) filter (where decided_at > due_at)::int as late,
        count(*) filter (where outcome = 'passed-on')::int as passed,
        count(*) filter (where outcome is not null)::int as decided
      from custody join bodies on bodies.id = body_id group by slug`,
      [NOW],
    )
    const of = (slug: string) => rows.find((row) => row.slug === slug)
    expect(of('london-board').overdue).toBeGreaterThan(10)
    expect(of('leeds-east-meeting')).toMatchObject({ overdue: 0, late: 0 })
    expect(of('leeds-east-meeting').decided).toBeGreaterThan(5)
    expect(of('west-midlands-board').passed).toBe(of('west-midlands-board').decided)
  })

  test('a whole movement: nations to branches, unions, societies, three hundred people', async () => {
    const { db } = database
    const units = await db.selectFrom('units').select('kind').execute()
    const kinds = new Set(units.map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual([
      'branch',
      'constituency',
      'nation',
      'national',
      'region',
      'society',
      'union',
    ])
    expect(units.filter(({ kind }) => kind === 'constituency')).toHaveLength(650)
    const people = await db.selectFrom('people').select('demoLine').execute()
    expect(people.length).toBeGreaterThanOrEqual(300)
    expect(people.filter(({ demoLine }) => demoLine !== null).length).toBeGreaterThan(50)
  })

  test('every entry has its place in the record, and the house is there', async () => {
    expect(await database.db.selectFrom('unsequenced').select('arrival').execute()).toEqual([])
    expect((await readHouse(database.db, BASE_URL))?.isDemo).toBe(true)
  })
})

describe('time is moved on', () => {
  let lines: string[]
  beforeAll(async () => {
    const { db } = database
    const house = await readHouse(db, BASE_URL)
    if (!house) throw new Error('no house')
    const translators = await loadTranslators(new URL('../../../locales', import.meta.url).pathname)
    const span = await moveOn(db, { house, clock: handSetClock(NOW), translators, days: 14 })
    lines = await whatChanged(db, { ...span, baseUrl: BASE_URL, t: translators.en })
  }, 120_000)

  const numberAfter = (word: string) =>
    Number(lines.find((line) => line.startsWith(word))?.match(/: (\d+)/)?.[1])

  test('things are handed in, announced and become overdue, letters go, answers are asked about, a role lapses', () => {
    expect(lines[0]).toBe('It is 6 December 2026.')
    for (const word of ['Handed in', 'Announced', 'Became overdue', 'Letters', 'Roles that lapsed'])
      expect(numberAfter(word), word).toBeGreaterThan(0)
    expect(lines.join('\n')).toContain('Who has a shovel')
    expect(lines.join('\n')).toMatch(/of which [1-9]\d* ask whether it was an answer/)
  })

  test('the clock of the house follows, and nothing waits for its place in the record', async () => {
    expect((await readHouse(database.db, BASE_URL))?.daysAhead).toBe(14)
    expect(await database.db.selectFrom('unsequenced').select('arrival').execute()).toEqual([])
  })
})
