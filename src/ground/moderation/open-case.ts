import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { rowsToInsert } from '#core/db/insert-rows.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import type { EntryDraft } from '#ground/record/append-entry.ts'
import { CASE_DAYS, type HoldReason, MOST_REMARKS, type Reason } from './reasons.ts'

interface Held {
  matter: { id: string; number: number }
  bodyId: string
  /** As coarse as the matter's own time, when it is anonymous. */
  at: Date
  /** By the body's rule for strangers, unless it came in a flood. */
  reason?: HoldReason
}

/**
 * The cases of words that bodies' rules hold, and their entries, not yet written: they go with the hand-in, so that the story says
 * so from its first moment.
 */
export function holdsToOpen(held: readonly Held[]): {
  insert: RawBuilder<unknown> | null
  entries: EntryDraft[]
} {
  const rows = held.map(({ matter, bodyId, at, reason = 'stranger' }) => ({
    id: unorderedId(),
    matterId: matter.id,
    bodyId,
    sort: 'hold',
    reason,
    openedAt: at,
    dueAt: addDays(at, CASE_DAYS),
  }))
  const entries = held.map(({ matter, bodyId, at }) => ({
    kind: 'moderation.held',
    at,
    matter,
    bodyId,
    isUnordered: true,
  }))
  return { insert: rowsToInsert('moderationCases', rows), entries }
}

export interface Report {
  matterId: string
  bodyId: string
  reason: Reason
  remark: string | null
  now: Date
}

/**
 * Opens a case, or counts one more report of the same reason in the open one: a flood is one line on the desk. Nothing
 * says who reported, and only the day is kept.
 */
export async function reportWords(
  db: Db,
  { matterId, bodyId, reason, remark, now }: Report,
): Promise<string> {
  const openedAt = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  const remarks = remark === null ? [] : [remark]
  const row = await inTransaction(db, (tx) =>
    tx
      .insertInto('moderationCases')
      .values({
        id: unorderedId(),
        matterId,
        bodyId,
        sort: 'report',
        reason,
        remarks,
        openedAt,
        dueAt: addDays(openedAt, CASE_DAYS + 1),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['matterId', 'reason'])
          .where('decidedAt', 'is', null)
          .doUpdateSet({
            times: sql`moderation_cases.times + 1`,
            remarks: sql`(moderation_cases.remarks || excluded.remarks)[1:${sql.lit(MOST_REMARKS)}]`,
          }),
      )
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
