import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import type { Call } from '../call.ts'
import { levelNamed, levelOf } from '../result/counted-answers.ts'
import type { CallFigures } from '../result/figures.ts'
import type { Frozen } from './freeze-rows.ts'

/** What of a call is not published. The sentence that says why stands in the messages, under the same word. */
export const WITHHELD = [
  'words',
  'screened',
  'held',
  'withdrawn',
  'twins',
  'small-cells',
  'names',
  'times',
] as const
export type WithheldWhat = (typeof WITHHELD)[number]

export interface Withheld {
  what: WithheldWhat
  count: number
  /** The day on which it is looked at again. */
  reviewOn: string
}

/** Whether it is still right to keep it back is asked once a year. */
const REVIEW_DAYS = 365

interface Noting {
  call: Call
  figures: CallFigures
  frozen: Frozen
  now: Date
}

/** Writes the list of what an edition leaves out anew: nothing is left out silently. */
export async function noteWithheld(tx: Tx, { call, figures, frozen, now }: Noting): Promise<void> {
  const counts: Record<WithheldWhat, number> = {
    words: frozen.withoutWords,
    screened: await screenedOut(tx, call.id),
    held: figures.held.reduce((sum, { waiting, removed }) => sum + waiting + removed, 0),
    withdrawn: figures.withdrawn,
    twins: figures.joined,
    'small-cells': frozen.dropped,
    names: figures.counted,
    times: figures.counted,
  }
  const reviewOn = isoDate(addDays(now, REVIEW_DAYS))
  await tx.deleteFrom('withheldData').where('callId', '=', call.id).execute()
  const rows = WITHHELD.filter((what) => counts[what] > 0)
  await insertRows(
    tx,
    'withheldData',
    rows.map((what) => ({ callId: call.id, what, count: counts[what], reviewOn })),
  )
}

async function screenedOut(tx: Tx, callId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from answers
    join matters on matters.id = answers.id
    join answer_words on answer_words.answer_id = answers.id and answer_words.words is not null
    left join screenings using (answer_id, question_id)
    where answers.call_id = ${callId} and answers.withdrawn_at is null and matters.visibility = 'public'
      and ${levelOf} >= ${levelNamed('words')}
      and (screenings.answer_id is null
        or (screenings.spans is not null and coalesce(screenings.decided, 'withhold') = 'withhold'))`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

export async function withheldOf(db: Db, callId: string): Promise<Withheld[]> {
  const rows = await db
    .selectFrom('withheldData')
    .select(['what', 'count', 'reviewOn'])
    .where('callId', '=', callId)
    .execute()
  return WITHHELD.flatMap((what) => rows.filter((row) => row.what === what).map((row) => ({ ...row, what })))
}
