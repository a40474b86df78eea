import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import { listGatherings } from '#ground/gatherings/list-gatherings.ts'
import { listeningFiguresOf } from '#ground/gatherings/listening-figures.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { type PlanReader, readPlans } from '../../app/testing/whole-reads.ts'
import { compareUnits } from './compare-units.ts'
import { heardAt, heardInUnit } from './list-heard.ts'
import { A_COUNTRY } from './testing/country.ts'

/** What grows with every gathering anywhere. */
const BIG = ['gatherings', 'things_heard', 'matters', 'works', 'memberships']

const house = await openTestHouse()
let plans: PlanReader
let from: Date
let to: Date

beforeAll(async () => {
  await sql.raw(A_COUNTRY).execute(house.db)
  plans = await readPlans({ url: house.url, pool: house.database.pool }, BIG)
  to = house.clock.now()
  from = addDays(to, -365)
}, 120_000)
afterAll(async () => {
  await plans.close()
  await house.close()
})

const wholeReadsOf = (ask: (db: Db) => Promise<unknown>) => plans.wholeReadsOf(ask)

test('lists and figures of a country are found by indexes', async () => {
  const { id: unitId } = house.world.units.alliance
  const { id: gathering } = await house.db
    .selectFrom('gatherings')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { id: seat } = await house.db
    .selectFrom('units')
    .select('id')
    .where('slug', '=', 'seat-7')
    .executeTakeFirstOrThrow()
  const page = { now: to, most: 20 }
  expect(await wholeReadsOf((db) => compareUnits(db, { kind: 'constituency', from, to }))).toEqual([])
  expect(await wholeReadsOf((db) => listeningFiguresOf(db, { unitId, from, to }))).toEqual([])
  expect(await wholeReadsOf((db) => listGatherings(db, { when: 'coming' }, page))).toEqual([])
  expect(await wholeReadsOf((db) => listGatherings(db, { when: 'past' }, page))).toEqual([])
  expect(await wholeReadsOf((db) => listGatherings(db, { when: 'past', unit: 'seat-7' }, page))).toEqual([])
  expect(await wholeReadsOf((db) => heardAt(db, gathering))).toEqual([])
  expect(await wholeReadsOf((db) => heardInUnit(db, { unitId: seat, before: undefined, most: 30 }))).toEqual(
    [],
  )
})

test('the figures are those of the rows', async () => {
  const { id: unitId } = house.world.units.alliance
  const year = await listeningFiguresOf(house.db, { unitId, from, to })
  const units = await compareUnits(house.db, { kind: 'constituency', from, to })
  expect(units).toHaveLength(650)
  const sum = (figure: 'held' | 'people' | 'heard' | 'answered') =>
    units.reduce((all, unit) => all + unit[figure], 0)
  expect([sum('held'), sum('people'), sum('heard'), sum('answered')]).toEqual([
    year.held,
    year.people,
    year.heard,
    year.answered,
  ])
  expect(year.held).toBeGreaterThan(1_000)
  expect(year.heard).toBeGreaterThan(2_000)
})

test('a question without an index is noticed', async () => {
  const ask = (db: Db) => db.selectFrom('gatherings').select('id').where('contact', '=', 'nobody').execute()
  expect(await wholeReadsOf(ask)).toEqual([expect.stringContaining('Seq Scan of gatherings')])
})
