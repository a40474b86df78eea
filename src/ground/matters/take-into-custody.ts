import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
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

export interface Clock {
  id: string
  dueAt: Date
  promiseDays: number
}

/** A new custody: due by the promise the body had published when the matter arrived. A later promise changes nothing. */
export async function takeIntoCustody(tx: Tx, arrival: Arrival): Promise<Clock> {
  const [clock] = await takeManyIntoCustody(tx, [arrival])
  if (!clock) throw new Error('A custody was not begun.')
  return clock
}

/** Many arrivals at once, in their order. */
export async function takeManyIntoCustody(tx: Tx, arrivals: readonly Arrival[]): Promise<Clock[]> {
  const promises = new Map<string, number>()
  for (const { bodyId, at } of arrivals) {
    const key = promiseKey(bodyId, at)
    if (!promises.has(key)) promises.set(key, await promiseOf(tx, bodyId, at))
  }
  const rows = arrivals.map(({ matterId, bodyId, at, dueAt }) => {
    const promiseDays = promises.get(promiseKey(bodyId, at)) ?? UNPROMISED_DAYS
    return {
      id: orderedId(at),
      matterId,
      bodyId,
      receivedAt: at,
      promiseDays,
      dueAt: dueAt ?? addDays(at, promiseDays),
    }
  })
  await insertRows(tx, 'custody', rows)
  return rows.map(({ id, dueAt, promiseDays }) => ({ id, dueAt, promiseDays }))
}

const promiseKey = (bodyId: string, at: Date) => `${bodyId} ${at.getTime()}`

async function promiseOf(tx: Tx, bodyId: string, at: Date): Promise<number> {
  const promise = await tx
    .selectFrom('bodyPromises')
    .select('days')
    .where('bodyId', '=', bodyId)
    .where('fromAt', '<=', at)
    .orderBy('fromAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return promise?.days ?? UNPROMISED_DAYS
}
