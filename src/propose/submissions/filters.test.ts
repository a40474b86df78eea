import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '#core/db/connect.ts'
import { timeCursorOf } from '#core/http/time-cursor.ts'
import { addDays } from '#core/time/days.ts'
import { latenessOf, queueOf } from '#ground/matters/queue-of.ts'
import { showMatters } from '#ground/matters/show-matter.ts'
import { openTestHouse, type TestHouse } from '../../app/testing/open-test-house.ts'
import { KINDS } from './input.ts'
import { type ListQuery, STATES } from './list-input.ts'
import { listSubmissions } from './list-submissions.ts'
import { noteLate } from './note-late.ts'
import { LANGUAGES, liveThrough, type Step, WORDS } from './testing/lives.ts'

const SEED = 42
const FROM = new Date('2026-01-01T08:00:00Z')

let house: TestHouse
let bodies: { id: string; slug: string }[]
beforeAll(async () => {
  house = await openTestHouse()
  bodies = await house.db.selectFrom('bodies').select(['id', 'slug']).orderBy('slug').execute()
  for (const steps of fc.sample(lives, { seed: SEED, numRuns: 140 }))
    await liveThrough(house.db, { steps, bodies, from: FROM })
}, 120_000)
afterAll(() => house.close())

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom(
    ...(['consider', 'pass on', 'close', 'open again', 'hold', 'show', 'remove', 'call it Welsh'] as const),
  ),
  place: fc.nat(),
  afterHours: fc.integer({ min: 1, max: 900 }),
})
const lives = fc.array(step, { minLength: 1, maxLength: 7 })

const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const queries: fc.Arbitrary<ListQuery> = fc.record({
  q: some(fc.constantFrom(...WORDS, `${WORDS[0]} -${WORDS[1]}`, '2003')),
  kind: some(fc.constantFrom(...KINDS)),
  state: some(fc.constantFrom(...STATES)),
  body: some(fc.constantFrom('housing', 'executive', 'front-desk', 'nobody')),
  language: some(fc.constantFrom(...LANGUAGES, 'fr')),
})
const days = fc.integer({ min: 0, max: 200 }).map((day) => addDays(FROM, day))

test('every row is what its matter and its custody say, whatever they went through', async () => {
  const { rows } = await sql<{ amiss: number; listed: number; states: number }>`
    select
      (select count(*) from (
        (select id, opened_at, kind, language, body_id, due_at, state from submissions_to_list)
        except
        (select id, opened_at, kind, language, body_id, due_at, state from listed_submissions)
      ) as either) as amiss,
      (select count(*) from listed_submissions) as listed,
      (select count(distinct state) from listed_submissions) as states`.execute(house.db)
  expect(rows).toEqual([{ amiss: 0, listed: 140, states: 7 }])
})

describe.each([
  ['before anything late was noted', null],
  ['once some of it was', addDays(FROM, 60)],
  ['once more was than is late by then', addDays(FROM, 150)],
] as const)('%s, every filter shows what a plain question finds', (_, notedAt) => {
  test('page by page, in the same order', async () => {
    if (notedAt) await noteLate(house.db, notedAt)
    await fc.assert(
      fc.asyncProperty(queries, days, fc.integer({ min: 1, max: 40 }), async (query, now, most) => {
        expect(await pages(query, { now, most })).toEqual(await plainly(query, now))
      }),
      { numRuns: 150, seed: SEED },
    )
  }, 120_000)
})

test('a body’s queue, page by page, is the whole of it, overdue ones first', async () => {
  for (const [day, { id: bodyId }] of bodies.flatMap((body) =>
    [20, 60, 150].map((day) => [day, body] as const),
  )) {
    const now = addDays(FROM, day)
    const whole = await queueOf(house.db, { bodyId, now, limit: 1_000, offset: 0 })
    const paged: typeof whole = []
    for (let offset = 0; offset <= whole.length; offset += 4)
      paged.push(...(await queueOf(house.db, { bodyId, now, limit: 4, offset })))
    expect(paged).toEqual(whole)
    const late = whole.filter((one) => latenessOf(one, now) === 'overdue')
    expect(whole.slice(0, late.length)).toEqual(late)
  }
})

test('of a hold and a decision at the same moment, the held one is not shown', async () => {
  const { id } = await house.db
    .selectFrom('listedSubmissions')
    .select('id')
    .where('state', '=', 'received')
    .limit(1)
    .executeTakeFirstOrThrow()
  let considered: Promise<unknown> = Promise.resolve()
  await house.db.transaction().execute(async (tx) => {
    await showMatters(tx, [id], 'removed')
    considered = house.db
      .updateTable('custody')
      .set({ consideredAt: addDays(FROM, 300) })
      .where('matterId', '=', id)
      .where('decidedAt', 'is', null)
      .execute()
    await waiting(tx)
  })
  await considered
  const { state } = await house.db
    .selectFrom('listedSubmissions')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(state).toBeNull()
})

/** Until somebody waits for this transaction. */
async function waiting(tx: Tx): Promise<void> {
  for (let waits = 0; waits === 0; ) {
    const { rows } = await sql<{ waits: number }>`
      select count(*)::int as waits from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(
      tx,
    )
    waits = rows[0]?.waits ?? 0
  }
}

async function pages(query: ListQuery, { now, most }: { now: Date; most: number }): Promise<number[]> {
  const numbers: number[] = []
  // Small bounds, so that a search turns from each way of looking to the next.
  const bounds = { filtered: 10, further: 25, daily: 2, lately: 10, rare: 15 }
  for (let after: string | undefined; ; ) {
    const { submissions, next } = await listSubmissions(house.db, { ...query, after }, { now, most, bounds })
    numbers.push(...submissions.map(({ number }) => number))
    if (!next) return numbers
    expect(timeCursorOf(next)).not.toBeNull()
    after = next
  }
}

/** The list as it was first written: every matter, its custody, and what is asked of them. */
async function plainly({ q, kind, state, body, language }: ListQuery, now: Date): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select matters.number
    from matters
    join submissions using (id)
    left join custody on custody.matter_id = matters.id and custody.decided_at is null
    left join bodies on bodies.id = custody.body_id
    where matters.visibility = 'public'
      and matters.parent_id is null
      and (${q ?? null}::text is null or matters.number::text = ${q ?? null}
        or submissions.search @@ websearch_to_tsquery('simple', unaccent(${q ?? ''})))
      and matters.kind = coalesce(${kind ?? null}, matters.kind)
      and matters.language = coalesce(${language ?? null}, matters.language)
      and (${body ?? null}::text is null or bodies.slug = ${body ?? null})
      and case ${state ?? 'any'}
        when 'any' then true
        when 'open' then matters.closed_at is null
        when 'overdue' then custody.due_at < ${now}
        when 'received' then custody.id is not null and custody.considered_at is null
        when 'being-considered' then custody.considered_at is not null
        when 'closed' then matters.closed_at is not null
        else matters.closing_outcome = ${state ?? null}
      end
    order by matters.opened_at desc, matters.id desc`.execute(house.db)
  return rows.map(({ number }) => number)
}
