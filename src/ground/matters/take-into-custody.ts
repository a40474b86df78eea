import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'

export interface Arrival {
  matterId: string
  bodyId: string
  at: Date
  /** A deferred matter is due on the day it was deferred to, whatever the promise. */
  dueAt?: Date
}

/** The promise of a body that never published one. */
const UNPROMISED_DAYS = 28

/** A new custody: due by the promise the body had published when the matter arrived. A later promise changes nothing. */
export async function takeIntoCustody(
  tx: Tx,
  arrival: Arrival,
): Promise<{ id: string; dueAt: Date; promiseDays: number }> {
  const promise = await tx
    .selectFrom('bodyPromises')
    .select('days')
    .where('bodyId', '=', arrival.bodyId)
    .where('fromAt', '<=', arrival.at)
    .orderBy('fromAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const promiseDays = promise?.days ?? UNPROMISED_DAYS
  const dueAt = arrival.dueAt ?? addDays(arrival.at, promiseDays)
  const id = orderedId(arrival.at)
  await tx
    .insertInto('custody')
    .values({
      id,
      matterId: arrival.matterId,
      bodyId: arrival.bodyId,
      receivedAt: arrival.at,
      promiseDays,
      dueAt,
    })
    .execute()
  return { id, dueAt, promiseDays }
}
