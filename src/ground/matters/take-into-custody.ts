import { type RawBuilder, sql } from 'kysely'
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
  const { rows } = await sql<{ promises: (number | null)[] }>`
    select ${promisesAt([arrival])} as promises`.execute(tx)
  const row = custodyOf(arrival, rows[0]?.promises[0])
  await insertRows(tx, 'custody', [row])
  return { id: row.id, dueAt: row.dueAt, promiseDays: row.promiseDays }
}

/** The row of a new custody; `promise` is what its body had published by then, in days. */
export function custodyOf({ matterId, bodyId, at, dueAt }: Arrival, promise: number | null | undefined) {
  const promiseDays = promise ?? UNPROMISED_DAYS
  return {
    id: orderedId(at),
    matterId,
    bodyId,
    receivedAt: at,
    promiseDays,
    dueAt: dueAt ?? addDays(at, promiseDays),
  }
}

/** What each body had promised by the time of each arrival, in their order, as a part of a larger question. */
export function promisesAt(
  arrivals: readonly Pick<Arrival, 'bodyId' | 'at'>[],
): RawBuilder<(number | null)[]> {
  const asked = JSON.stringify(arrivals.map(({ bodyId, at }) => ({ body_id: bodyId, at })))
  return sql`(
    select coalesce(json_agg((
      select days from body_promises where body_id = arrival.body_id and from_at <= arrival.at order by from_at desc limit 1
    )), '[]')
    from json_to_recordset(${asked}::json) as arrival (body_id uuid, at timestamptz)
  )`
}
