import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { createLog } from '#core/log/log.ts'
import { handSetClock } from '#core/time/clock.ts'
import { addDays } from '#core/time/days.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { type OpenHouse, openHouse } from '../open-house.ts'
import { openDemoDatabase } from '../testing/open-demo-database.ts'
import { Visitor } from '../testing/visitor.ts'
import { moveOn } from './move-on.ts'
import type { Asked, Walk } from './walks/walk.ts'
import { walks } from './walks/walks.ts'
import { whatChanged } from './what-changed.ts'

const BASE_URL = 'http://127.0.0.1:3000'
const NOW = new Date('2026-11-22T12:00:00Z')

const translators = await loadTranslators(fileURLToPath(new URL('../../../locales', import.meta.url)))
const clock = handSetClock(NOW)
let demo: Awaited<ReturnType<typeof openDemoDatabase>>
let open: OpenHouse
let asked: Asked
// One settling for all of this: on a busy machine a year takes minutes.
beforeAll(async () => {
  demo = await openDemoDatabase({ baseUrl: BASE_URL, now: NOW })
  const house = await readHouse(demo.db, BASE_URL)
  if (!house) throw new Error('The house was not founded.')
  const assets = { folder: fileURLToPath(new URL('.', import.meta.url)), urlOf: (name: string) => `/${name}` }
  const parts = { databaseUrl: demo.url, house, clock, translators, assets, log: createLog('silent') }
  // A busy machine is no finding.
  open = await openHouse({ ...parts, writesPerMinute: 100_000, mostQueuedMs: 60_000 })
  asked = { db: demo.db, now: NOW, house }
}, 400_000)
afterAll(async () => {
  await open.close()
  await demo.close()
})

async function countsBy(table: 'matters' | 'moderationCases' | 'answerVerdicts', column: string) {
  const rows = await demo.db
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
    const { rows } = await demo.pool.query(
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
    const { db } = demo
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
    expect(await demo.db.selectFrom('unsequenced').select('arrival').execute()).toEqual([])
    expect((await readHouse(demo.db, BASE_URL))?.isDemo).toBe(true)
  })
})

describe.each(walks.map((walk) => ({ name: walk.slug, walk })))('the walk of $name', ({ walk }) => {
  test('leads to real things, and each page shows what the step promises', () => followWalk(walk))
})

async function followWalk(walk: Walk): Promise<void> {
  const visitor = new Visitor(open.server)
  if (walk.who) await visitor.post('/demo/sign-in', { person: walk.who })
  const page = await visitor.get(`/demo/walks/${walk.slug}`)
  expect(page.status).toBe(200)
  for (const [place, { find }] of walk.steps.entries()) {
    const found = await find(asked)
    if (!found) throw new Error(`Step ${place + 1} of ${walk.slug} finds nothing.`)
    expect(page.body).toContain(`href="${found.href}"`)
    const reply = await visitor.get(found.href)
    expect(reply.status, found.href).toBe(200)
    expect(reply.text(), found.href).toContain((found.shows ?? found.label).replace(/\s+/g, ' '))
  }
}

test('the key of the author’s walk opens what it says it does', async () => {
  const steps = walks.find(({ slug }) => slug === 'author')?.steps ?? []
  const found = await Promise.all(steps.map(({ find }) => find(asked)))
  const [story, receipt] = found
  const opened = await new Visitor(open.server).post(receipt?.href ?? '', { key: receipt?.copy ?? '' })
  expect(opened.status).toBe(200)
  expect(opened.text()).toContain(story?.label)
})

test('the first page shows twelve, and finds the others', async () => {
  const visitor = new Visitor(open.server)
  const buttons = async (path: string) =>
    (await visitor.get(path)).body.match(/action="\/demo\/sign-in"/g)?.length
  expect(await buttons('/demo')).toBe(12)
  expect(await buttons('/demo?q=dabrowska')).toBe(1)
  expect(await buttons('/demo?all=1')).toBeGreaterThan(50)
})

describe('time is moved on', () => {
  let lines: string[]
  beforeAll(async () => {
    const { db, house } = asked
    const span = await moveOn(db, { house, clock, translators, days: 14 })
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
    expect((await readHouse(demo.db, BASE_URL))?.daysAhead).toBe(14)
    expect(await demo.db.selectFrom('unsequenced').select('arrival').execute()).toEqual([])
  })

  test('every walk still finds its way', async () => {
    const later = { ...asked, now: addDays(NOW, 14) }
    for (const { find } of walks.flatMap(({ steps }) => steps)) expect(await find(later)).not.toBeNull()
  })
})
