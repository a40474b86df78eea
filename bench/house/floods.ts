import { inTransaction } from '#core/db/transaction.ts'
import { handSetClock } from '#core/time/clock.ts'
import { openCases } from '#ground/moderation/case-of.ts'
import { carryOutFloods, decideFlood } from '#ground/moderation/decide-flood.ts'
import type { HandIn } from '../../src/propose/submissions/hand-in-submission.ts'
import { storeSubmissions } from '../../src/propose/submissions/store-submissions.ts'
import { asOwner } from './as-owner.ts'
import type { BenchHouse } from './bench-house.ts'
import { bareInserts } from './hand-ins.ts'
import { untilSequenced } from './imports.ts'
import { load } from './load-process.ts'
import { count, millis, ms, type Row, times } from './row.ts'

const JUNK = 100_000
const BATCH = 2_000
const SECONDS = 8
const ALONE = { connections: 1, seconds: SECONDS }

/**
 * A real person's hand-in, one after the other, before and after an attacker's hundred thousand lie held beside it; then all of
 * them removed by one decision.
 */
export async function measureFloods(house: BenchHouse): Promise<Row[]> {
  const { db } = house.database
  const before = await oneVoice(house)
  const bareBefore = await bareInserts(house, ALONE)
  const body = await db
    .selectFrom('bodies')
    .select(['id', 'slug', 'unitId'])
    .where('slug', '=', 'housing')
    .executeTakeFirstOrThrow()
  const desk = await millisecondsOf(() => openCases(db))
  for (let at = 0; at < JUNK; at += BATCH)
    await inTransaction(db, (tx) => storeSubmissions(tx, junk(at, body), new Date()))
  await untilSequenced(house)
  await asOwner(house.url, 'vacuum (analyze)')
  const after = await oneVoice(house)
  const bareAfter = await bareInserts(house, ALONE)
  const fullDesk = await millisecondsOf(() => openCases(db))
  const seconds = await removeAll(house, body.id)
  // Minutes lie between the two: what a bare insert costs then tells how much slower the machine itself has become.
  const ratio = after.p50 / before.p50 / (bareAfter.p50 / bareBefore.p50)
  return [
    {
      work: `a real person’s hand-in beside ${count(JUNK)} held as a flood`,
      measured: `p50 ${ms(after.p50)}, p95 ${ms(after.p95)}, ${after.unexpected} refused`,
      aim: 'as quick as before',
      peer: `before: p50 ${ms(before.p50)}, p95 ${ms(before.p95)}; a bare insert p50 ${millis(bareBefore.p50)} before, ${millis(bareAfter.p50)} after`,
      ratio: times(ratio),
      must: '≤ 1.25 ×',
      isHeld: ratio <= 1.25 && after.unexpected === 0,
    },
    {
      work: `the moderators’ desk beside them; all removed by one decision, an entry each`,
      measured: `${ms(fullDesk)}; ${Math.round(seconds)} s, ${count(JUNK / seconds)}/s`,
      aim: 'as quick as before',
      peer: `before: ${ms(desk)}`,
      ratio: times(fullDesk / desk),
      must: '≤ 2 ×',
      isHeld: fullDesk <= desk * 2,
    },
  ]
}

const oneVoice = ({ port }: BenchHouse) => load({ kind: 'hand-ins', port, ...ALONE, to: ['housing'] })

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const samples: number[] = []
  for (let turn = 0; turn < 9; turn += 1) {
    const begun = performance.now()
    await work()
    samples.push(performance.now() - begun)
  }
  return samples.toSorted((a, b) => a - b)[4] ?? 0
}

function junk(from: number, body: { id: string; slug: string; unitId: string }): HandIn[] {
  return Array.from({ length: BATCH }, (_, at) => ({
    title: `Buy cheap watches ${from + at}`,
    words: 'Only today: watches, watches, watches.',
    language: 'en',
    kind: 'idea',
    body: { ...body, holdsStrangers: false },
    isWhoeverShould: false,
    onBehalfOf: null,
    author: { authorship: 'anonymous' },
    route: 'web',
    isFlood: true,
  }))
}

async function removeAll({ database: { db } }: BenchHouse, bodyId: string): Promise<number> {
  const { id: by } = await db.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow()
  const begun = performance.now()
  const reason = 'advertising' as const
  const decision = {
    bodyId,
    outcome: 'removed' as const,
    reason,
    explanation: 'Advertising.',
    containing: '',
  }
  await decideFlood(db, { ...decision, language: 'en', by, now: new Date() })
  const clock = handSetClock(new Date())
  const isLeft = async () =>
    (await db.selectFrom('floodDecisions').select('id').where('endedAt', 'is', null).execute()).length > 0
  // The worker beside us carries it out too; whoever is free takes the next thousand.
  while (await isLeft()) await carryOutFloods({ db, clock })
  return (performance.now() - begun) / 1000
}
