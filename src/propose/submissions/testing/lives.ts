import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { CLOSING, closeCustody } from '#ground/matters/close-custody.ts'
import { openMatters } from '#ground/matters/open-matter.ts'
import { setLanguage } from '#ground/matters/set-language.ts'
import { showMatter } from '#ground/matters/show-matter.ts'
import { takeIntoCustody } from '#ground/matters/take-into-custody.ts'
import { KINDS } from '../input.ts'

/** What may happen to a submission, `afterHours` after what came before; `place` chooses among bodies, outcomes and words. */
export interface Step {
  deed: 'consider' | 'pass on' | 'close' | 'open again' | 'hold' | 'show' | 'remove' | 'call it Welsh'
  place: number
  afterHours: number
}

export const LANGUAGES = ['en', 'cy', 'ur'] as const
export const WORDS = ['library', 'winter', 'ferry'] as const

interface Life {
  steps: readonly Step[]
  bodies: readonly { id: string }[]
  from: Date
}

interface Moment extends Pick<Life, 'bodies'> {
  matterId: string
  place: number
  at: Date
}

/** Hands one submission in and takes it through its steps, each in a transaction; what cannot happen by then does not. */
export async function liveThrough(db: Db, { steps, bodies, from }: Life): Promise<void> {
  const [first = { place: 0, afterHours: 1 }] = steps
  let at = hoursAfter(from, first.afterHours)
  const matterId = await inTransaction(db, (tx) => handIn(tx, { bodies, place: first.place, at }))
  for (const { deed, place, afterHours } of steps) {
    at = hoursAfter(at, afterHours)
    await inTransaction(db, (tx) => DEEDS[deed](tx, { matterId, bodies, place, at }))
  }
}

const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000)

function oneOf<T>(choices: readonly T[], place: number): T {
  const chosen = choices[place % choices.length]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

async function handIn(tx: Tx, { bodies, place, at }: Omit<Moment, 'matterId'>): Promise<string> {
  const { id: unitId } = await tx.selectFrom('units').select('id').limit(1).executeTakeFirstOrThrow()
  const title = WORDS.filter((_, which) => (place >> which) % 2 === 1).join(' ')
  const [matter] = await openMatters(tx, [
    {
      slice: 'submissions',
      kind: oneOf(KINDS, place),
      title: title || 'something',
      language: oneOf(LANGUAGES, place >> 3),
      unitId,
      route: 'web',
      visibility: place % 11 === 0 ? 'held' : 'public',
      bodyId: oneOf(bodies, place >> 5).id,
      at,
      // To the hour, so that many have the same moment and only their ids tell their order.
      isAnonymous: place % 2 === 0,
    },
  ])
  if (!matter) throw new Error('nothing was opened')
  await sql`
    insert into submissions (id, words, authorship, opened_at, search)
    values (${matter.id}, ${title}, 'anonymous', ${matter.openedAt}, to_tsvector('simple', ${title}))`.execute(
    tx,
  )
  return matter.id
}

const DEEDS: Record<Step['deed'], (tx: Tx, moment: Moment) => Promise<void>> = {
  consider: async (tx, { matterId, at }) => {
    await openCustody(tx, matterId, (id) =>
      tx
        .updateTable('custody')
        .set({ consideredAt: at })
        .where('id', '=', id)
        .where('consideredAt', 'is', null)
        .execute(),
    )
  },
  'pass on': async (tx, { matterId, bodies, place, at }) => {
    const bodyId = oneOf(bodies, place).id
    await openCustody(tx, matterId, async (custodyId) => {
      await closeCustody(tx, {
        custodyId,
        matterId,
        at,
        outcome: 'passed-on',
        reason: 'Theirs.',
        passedTo: bodyId,
      })
      await takeIntoCustody(tx, { matterId, bodyId, at })
    })
  },
  close: async (tx, { matterId, place, at }) => {
    const outcome = oneOf(CLOSING, place)
    const other = await tx
      .selectFrom('matters')
      .select('id')
      .where('id', '<>', matterId)
      .limit(1)
      .executeTakeFirst()
    if (outcome === 'merged' && !other) return
    const mergedInto = outcome === 'merged' ? other?.id : undefined
    await openCustody(tx, matterId, (custodyId) =>
      closeCustody(tx, { custodyId, matterId, at, outcome, reason: 'So it is.', mergedInto }),
    )
  },
  'open again': async (tx, { matterId, bodies, place, at }) => {
    const opened = await tx
      .updateTable('matters')
      .set({ closedAt: null, closingOutcome: null })
      .where('id', '=', matterId)
      .where('closedAt', 'is not', null)
      .returning('id')
      .executeTakeFirst()
    if (opened) await takeIntoCustody(tx, { matterId, bodyId: oneOf(bodies, place).id, at })
  },
  hold: (tx, { matterId }) => showMatter(tx, matterId, 'held'),
  show: (tx, { matterId }) => showMatter(tx, matterId, 'public'),
  remove: (tx, { matterId }) => showMatter(tx, matterId, 'removed'),
  'call it Welsh': (tx, { matterId }) => setLanguage(tx, matterId, 'cy'),
}

async function openCustody(tx: Tx, matterId: string, deed: (id: string) => Promise<unknown>): Promise<void> {
  const open = await tx
    .selectFrom('custody')
    .select('id')
    .where('matterId', '=', matterId)
    .where('decidedAt', 'is', null)
    .executeTakeFirst()
  if (open) await deed(open.id)
}
