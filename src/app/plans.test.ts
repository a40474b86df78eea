import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NOBODY } from '#core/access/viewer.ts'
import { connect, type Database, type Db, type Tables } from '#core/db/connect.ts'
import { figuresOf } from '#ground/bodies/body-figures.ts'
import { overdueByBody, overdueMatters } from '#ground/bodies/overdue-matters.ts'
import { findBody } from '#ground/bodies/queries.ts'
import { provenanceOf } from '#ground/matters/provenance-of.ts'
import { queueOf } from '#ground/matters/queue-of.ts'
import { openCustodyOf, storyOf } from '#ground/matters/story-of.ts'
import { walkProvenance } from '#ground/matters/walk-provenance.ts'
import { newestEntries } from '#ground/record/newest-entries.ts'
import { findVisibleSubmission, listSubmissions } from '../propose/submissions/index.ts'
import { growDemo } from './demo/grow-demo.ts'
import { settleDemo } from './demo/settle-demo.ts'
import { keptPromises } from './home/kept-promises.ts'
import { cloneDatabase } from './testing/database-server.ts'

const NOW = new Date('2026-11-22T12:00:00Z')

/** Tables that grow with what people do. */
const BIG = new Set([
  ...[
    'matters',
    'submissions',
    'custody',
    'entries',
    'sealed',
    'record_leaves',
    'receipts',
    'links',
    'people',
  ],
  ...['submission_authors', 'submission_signatures', 'memberships', 'attachments', 'answer_verdicts'],
])

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let database: Database
let watched: { db: Db; asked: CompiledQuery[] }
let client: pg.Client
let some: { id: string; number: number; title: string }

beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
  database = connect({ url: copy.url, most: 4 })
  // The bodies of a country without their year: a body must have few of all matters, as in life.
  await settleDemo(database.db, { baseUrl: 'http://127.0.0.1:3000', now: NOW, themes: [] })
  await growDemo(database, { size: 1_500, now: NOW })
  client = new pg.Client({ connectionString: copy.url })
  await client.connect()
  await client.query('analyze')
  // A table of some thousand rows is rightly read whole. Forbidden to, the planner shows whether there is another way:
  // where it still reads the table, no index can answer, and among a million it would have to.
  // The same for joins: row by row is dear among a thousand, and the only way that does not read all of a million.
  await client.query('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off')
  watched = watch(database.pool)
  const row = await database.db
    .selectFrom('matters')
    .select(['id', 'number', 'title'])
    .where('slice', '=', 'submissions')
    .orderBy('openedAt', 'desc')
    .offset(700)
    .limit(1)
    .executeTakeFirstOrThrow()
  some = { ...row, title: row.title ?? '' }
}, 180_000)
afterAll(async () => {
  await client.end()
  await database.close()
  await copy.drop()
})

/** The same tables, with every question noted. */
function watch(pool: pg.Pool): { db: Db; asked: CompiledQuery[] } {
  const asked: CompiledQuery[] = []
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void asked.push(query),
  })
  return { db, asked }
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Index Name'?: string
  Plans?: Node[]
}

/** Read by a condition, or the few deferrals, which have an index of their own and are read whole on purpose (migration 023). */
const isSpared = (node: Node) => Boolean(node['Index Cond']) || node['Index Name'] === 'deferred_custody'

/** What reads a big table from one end to the other: no index at all, or all of one with nothing to stop it. */
function wholeReads(node: Node, isCut = false): string[] {
  const table = node['Relation Name'] ?? ''
  const isWhole =
    node['Node Type'] === 'Seq Scan' || (node['Node Type'].startsWith('Index') && !isSpared(node))
  const isStopped = isCut && node['Node Type'] !== 'Seq Scan'
  const own = BIG.has(table) && isWhole && !isStopped ? [`${node['Node Type']} of ${table}`] : []
  const isCutBelow =
    node['Node Type'] === 'Limit' || (isCut && !/Sort|Aggregate|Hash/.test(node['Node Type']))
  return [...own, ...(node.Plans ?? []).flatMap((below) => wholeReads(below, isCutBelow))]
}

async function wholeReadsOf(ask: (db: Db) => Promise<unknown>): Promise<string[]> {
  watched.asked.length = 0
  await ask(watched.db)
  expect(watched.asked.length).toBeGreaterThan(0)
  const found: string[] = []
  for (const { sql, parameters } of watched.asked) {
    if (/^\s*explain/.test(sql)) continue
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (format json) ${sql}`, [
      ...parameters,
    ])
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    if (plan) found.push(...wholeReads(plan).map((read) => `${read} for ${sql.slice(0, 2_000)}`))
  }
  return found
}

const page = { now: NOW, most: 20 }

describe('no big table is read whole for', () => {
  test.each([
    ['the newest', {}],
    ['words', { q: 'lighthouse' }],
    ['a number', { q: '2417' }],
    ['a kind', { kind: 'motion' }],
    ['a language', { language: 'ur' }],
    ['a body', { body: 'housing' }],
    ['what is open', { state: 'open' }],
    ['what is overdue', { state: 'overdue' }],
    ['what is closed', { state: 'closed' }],
    ['an outcome', { state: 'withdrawn' }],
  ] as const)('the list by %s', async (_, query) => {
    expect(await wholeReadsOf((db) => listSubmissions(db, query, page))).toEqual([])
  })

  test('its second page', async () => {
    const { next } = await listSubmissions(database.db, {}, page)
    expect(next).not.toBeNull()
    expect(await wholeReadsOf((db) => listSubmissions(db, { after: next ?? '' }, page))).toEqual([])
  })

  test('a story', async () => {
    const ask = async (db: Db) => {
      await findVisibleSubmission(db, NOBODY, String(some.number))
      await storyOf(db, some.id)
      await openCustodyOf(db, some.id)
      await provenanceOf(db, some.id)
      await walkProvenance(db, some.id)
    }
    expect(await wholeReadsOf(ask)).toEqual([])
  })

  test('a body’s page', async () => {
    const body = await findBody(database.db, 'housing', NOW)
    const bodyId = body?.id ?? ''
    const ask = async (db: Db) => {
      await figuresOf(db, { bodyId, now: NOW })
      await queueOf(db, { bodyId, now: NOW, limit: 20, offset: 0 })
    }
    expect(await wholeReadsOf(ask)).toEqual([])
  })

  test('what is overdue, across all and for one body', async () => {
    const ask = async (db: Db) => {
      await overdueMatters(db, { now: NOW, limit: 50 })
      await overdueMatters(db, { now: NOW, limit: 50, body: 'housing' })
      await overdueByBody(db, NOW)
    }
    expect(await wholeReadsOf(ask)).toEqual([])
  })

  test('the front page and the record’s newest', async () => {
    const ask = async (db: Db) => {
      await keptPromises(db, NOW)
      await newestEntries(db, 10)
    }
    expect(await wholeReadsOf(ask)).toEqual([])
  })
})

test('similar titles are found by the index of stems', async () => {
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
    `explain (format json) select id from matters
     where title_stems(title) @> array['repa', 'swim'] and closed_at is null and visibility = 'public' limit 100`,
  )
  expect(JSON.stringify(rows[0])).toContain('matters_by_stem')
})

test('a search walks from day to day by the index of day and words', async () => {
  watched.asked.length = 0
  await listSubmissions(watched.db, { q: 'lighthouse' }, page)
  const [walk] = watched.asked
  const { rows } = await client.query(`explain ${walk?.sql}`, [...(walk?.parameters ?? [])])
  const conditions = rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Index Cond'))
  expect(conditions).toContainEqual(expect.stringMatching(/::date = .* AND .*search @@/))
})

test('a question without an index is noticed', async () => {
  const ask = (db: Db) => db.selectFrom('submissions').select('id').where('words', '=', some.title).execute()
  expect(await wholeReadsOf(ask)).toEqual([expect.stringContaining('Seq Scan of submissions')])
})
