import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOBODY } from '#core/access/viewer.ts'
import type { Database, Db } from '#core/db/connect.ts'
import { timeCursorText } from '#core/http/time-cursor.ts'
import { figuresOf } from '#ground/bodies/body-figures.ts'
import { overdueByBody, overdueMatters } from '#ground/bodies/overdue-matters.ts'
import { findBody } from '#ground/bodies/queries.ts'
import { draftsOf } from '#ground/drafts/draft-of.ts'
import { provenanceOf } from '#ground/matters/provenance-of.ts'
import { queueOf } from '#ground/matters/queue-of.ts'
import { openCustodyOf, storyOf } from '#ground/matters/story-of.ts'
import { walkProvenance } from '#ground/matters/walk-provenance.ts'
import { newestEntries } from '#ground/record/newest-entries.ts'
import {
  findVisibleSubmission,
  listSubmissions,
  ownSubmissions,
  submissionsAwaiting,
} from '../propose/submissions/index.ts'
import { noteLate } from '../propose/submissions/note-late.ts'
import { keptPromises } from './home/kept-promises.ts'
import { type GrownHouse, openGrownHouse } from './testing/grown-house.ts'
import { type PlanReader, stretchesOf } from './testing/whole-reads.ts'

const NOW = new Date('2026-11-22T12:00:00Z')

/** Tables that grow with what people do. */
const BIG = [
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
  ...['letters', 'return_requests', 'drafts', 'listed_submissions'],
]

let house: GrownHouse
let database: Database
let plans: PlanReader
let some: { id: string; number: number; title: string }

beforeAll(async () => {
  house = await openGrownHouse({ now: NOW, size: 1_500, big: BIG })
  ;({ database, plans } = house)
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
afterAll(() => house.close())

const wholeReadsOf = (ask: (db: Db) => Promise<unknown>) => plans.wholeReadsOf(ask)
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
    ['a kind that ended so', { state: 'refused', kind: 'motion' }],
    ['what is overdue at a body', { state: 'overdue', body: 'housing' }],
    ['all at once', { state: 'received', kind: 'challenge', body: 'housing', language: 'cy' }],
    ['words and what is overdue', { q: 'library', state: 'overdue' }],
    ['words and a body', { q: 'winter', body: 'housing' }],
    ['words in vain', { q: 'zanzibar', state: 'overdue' }],
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

  test.each([undefined, 'waiting', 'open', 'closed'] as const)(
    'what one person handed in, %s',
    async (state) => {
      const { personId } = await database.db
        .selectFrom('submissionAuthors')
        .select('personId')
        .limit(1)
        .executeTakeFirstOrThrow()
      const wish = { personId, now: NOW, state, after: null, most: 21 }
      const ask = async (db: Db) => {
        await ownSubmissions(db, wish)
        await draftsOf(db, personId, wish)
        await submissionsAwaiting(db, wish)
      }
      expect(await wholeReadsOf(ask)).toEqual([])
    },
  )

  test('the front page and the record’s newest', async () => {
    const ask = async (db: Db) => {
      await keptPromises(db, NOW)
      await newestEntries(db, 10)
    }
    expect(await wholeReadsOf(ask)).toEqual([])
  })
})

describe('a filter is one stretch of an index in the order of the list, whatever stands beside it:', () => {
  test.each([
    ['none', {}, 'listed_by_state'],
    ['what is overdue', { state: 'overdue' }, 'listed_by_state'],
    ['a kind that ended so', { state: 'refused', kind: 'motion' }, 'listed_by_state'],
    ['a language', { language: 'ur' }, 'listed_by_language'],
    ['a language and a state', { language: 'cy', state: 'overdue' }, 'listed_by_language'],
    ['a body', { body: 'housing' }, 'listed_by_body'],
    ['what is overdue at a body', { body: 'housing', state: 'overdue' }, 'listed_by_body'],
    ['a body and a language', { body: 'housing', language: 'ur' }, 'listed_by_body_and_language'],
  ] as const)('%s', async (_, query, index) => {
    const after = timeCursorText(NOW, some.id)
    for (const asked of [query, { ...query, after }]) {
      const [first] = await plans.plansForMany((db) => listSubmissions(db, asked, page))
      const [stretch, ...others] = stretchesOf(first?.plan)
      expect(others).toEqual([])
      expect(stretch).toMatchObject({ 'Index Name': index })
      expect(stretch?.['Index Cond']).toMatch(/state = .* AND .*is_late = .* AND .*kind = /)
      if (asked !== query) expect(stretch?.['Index Cond']).toContain('ROW(')
    }
  })
})

test('what is late is noted, and what is not yet noted is found, by the day it was due', async () => {
  const named = /"Index Name":"listed_and_not_noted"/
  const [list] = await plans.plansOf((db) => listSubmissions(db, { body: 'housing', state: 'overdue' }, page))
  const [noting] = await plans.plansOf((db) => noteLate(db, NOW))
  expect(JSON.stringify(list)).toMatch(named)
  expect(JSON.stringify(noting)).toMatch(named)
})

test('similar titles are found by the index of stems', async () => {
  const plan = await plans.explain(
    `select id from matters
     where title_stems(title) @> array['repa', 'swim'] and closed_at is null and visibility = 'public' limit 100`,
  )
  expect(JSON.stringify(plan)).toContain('matters_by_stem')
})

test('a search walks from day to day by the index of day and words', async () => {
  const [walk] = await plans.plansOf((db) => listSubmissions(db, { q: 'lighthouse' }, page))
  expect(JSON.stringify(walk)).toMatch(/"Index Cond":"[^"]*::date = [^"]* AND [^"]*search @@/)
})

test('a question without an index is noticed', async () => {
  const ask = (db: Db) => db.selectFrom('submissions').select('id').where('words', '=', some.title).execute()
  expect(await wholeReadsOf(ask)).toEqual([expect.stringContaining('Seq Scan of submissions')])
})
