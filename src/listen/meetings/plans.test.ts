import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db, Tables } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import { listGatherings } from '#ground/gatherings/list-gatherings.ts'
import { listeningFiguresOf } from '#ground/gatherings/listening-figures.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'
import { compareUnits } from './compare-units.ts'
import { heardAt, heardInUnit } from './list-heard.ts'
import { A_COUNTRY } from './testing/country.ts'

/** What grows with every gathering anywhere. */
const BIG = ['gatherings', 'things_heard', 'matters', 'works', 'memberships']

let house: TestHouse
let client: pg.Client
let watched: Db
const asked: CompiledQuery[] = []
let from: Date
let to: Date

beforeAll(async () => {
  house = await openTestHouse()
  client = new pg.Client({ connectionString: house.url })
  await client.connect()
  await client.query(A_COUNTRY, [])
  await client.query('analyze')
  // Forbidden to, the planner shows whether there is another way than reading a table from end to end.
  await client.query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off')
  watched = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: house.database.pool }),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void asked.push(query),
  })
  to = house.clock.now()
  from = addDays(to, -365)
}, 120_000)
afterAll(async () => {
  await client.end()
  await house.close()
})

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  Plans?: Node[]
}

function wholeReads(node: Node): string[] {
  const isWhole =
    node['Node Type'] === 'Seq Scan' || (node['Node Type'].startsWith('Index') && !node['Index Cond'])
  const own =
    isWhole && BIG.includes(node['Relation Name'] ?? '')
      ? [`${node['Node Type']} of ${node['Relation Name']}`]
      : []
  return [...own, ...(node.Plans ?? []).flatMap(wholeReads)]
}

async function wholeReadsOf(ask: (db: Db) => Promise<unknown>): Promise<string[]> {
  asked.length = 0
  await ask(watched)
  const found: string[] = []
  for (const { sql, parameters } of asked) {
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (format json) ${sql}`, [
      ...parameters,
    ])
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    if (plan) found.push(...wholeReads(plan))
  }
  expect(asked.length).toBeGreaterThan(0)
  return found
}

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
  expect(await wholeReadsOf(ask)).toEqual(['Seq Scan of gatherings'])
})
