import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { isoDate } from '#core/time/days.ts'

export interface NewBody {
  slug: string
  name: string
  kind: string
  about: string
  unitId: string
  promiseDays: number
  reviewedBy: string | null
  isFrontDesk: boolean
  holdsStrangers: boolean
  now: Date
}

/** Adds a body with its first promise. */
export async function addBody(
  tx: Tx,
  { promiseDays, now, ...body }: NewBody,
): Promise<{ id: string; slug: string; unitId: string; holdsStrangers: boolean }> {
  const id = orderedId(now)
  await tx
    .insertInto('bodies')
    .values({ ...body, id, openedOn: isoDate(now) })
    .execute()
  await tx.insertInto('bodyPromises').values({ bodyId: id, fromAt: now, days: promiseDays }).execute()
  return { id, slug: body.slug, unitId: body.unitId, holdsStrangers: body.holdsStrangers }
}

export interface NewSeat {
  bodyId: string
  personId: string
  seat: string
  fromOn: string
  toOn: string | null
}

/** Somebody sits on a body for a term. */
export async function addSeat(tx: Tx, seat: NewSeat, now: Date): Promise<void> {
  await tx
    .insertInto('bodySeats')
    .values({ ...seat, id: orderedId(now) })
    .execute()
}
