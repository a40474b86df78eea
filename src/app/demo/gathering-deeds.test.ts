import { afterAll, expect, test } from 'vitest'
import { listGatherings } from '#ground/gatherings/list-gatherings.ts'
import { openDemoDatabase } from '../testing/open-demo-database.ts'

const NOW = new Date('2026-11-22T12:00:00Z')

const demo = await openDemoDatabase({ baseUrl: 'http://127.0.0.1:3000', now: NOW, themes: [] })
afterAll(() => demo.close())

test('the movement has met, called one off, and announced what comes within weeks', async () => {
  const page = { now: NOW, most: 50 }
  const past = await listGatherings(demo.db, { when: 'past' }, page)
  const coming = await listGatherings(demo.db, { when: 'coming' }, page)
  expect(past.gatherings.length).toBeGreaterThan(9)
  expect(past.gatherings.filter(({ cancelledReason }) => cancelledReason !== null)).toHaveLength(1)
  expect(coming.gatherings.map(({ title }) => title)).toEqual([
    'Branch meeting: what became of what we heard',
    'Leeds East listens: growing old here',
    'Yorkshire board, open hour',
  ])
})

test('what was heard stands with bodies, and some of it has its answer', async () => {
  const rows = await demo.db
    .selectFrom('thingsHeard')
    .innerJoin('matters', 'matters.id', 'thingsHeard.matterId')
    .select(['matters.closingOutcome', 'matters.route', 'matters.language', 'thingsHeard.rowId'])
    .orderBy('thingsHeard.rowId')
    .execute()
  expect(rows).toHaveLength(19)
  expect(new Set(rows.map(({ route }) => route))).toEqual(new Set(['meeting']))
  expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['en', 'cy', 'ur']))
  for (const outcome of ['answered', 'accepted', 'refused', null])
    expect(rows.map(({ closingOutcome }) => closingOutcome)).toContain(outcome)
  // The same ids for ever: settling again, or moving time on, enters nothing twice.
  expect(rows[0]?.rowId).toMatchInlineSnapshot(`"026ada36-2313-49d0-a004-5143759f3d3d"`)
})
