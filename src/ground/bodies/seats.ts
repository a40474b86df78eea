import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { isoDate } from '#core/time/days.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { addSeat } from './add-body.ts'

export interface SeatWords {
  body: { id: string }
  person: { id: string; name: string }
  /** What they are there: "member", "chair", "treasurer". */
  seat: string
  fromOn: string
  /** Null: no end is set. */
  toOn: string | null
  by?: string
}

export type SeatOutcome = { ok: true } | { ok: false; why: 'sits-already' }

/** Names a member of a body for a term, with its entry. */
export function giveSeat(
  db: Db,
  { seat, once }: { seat: SeatWords; once: Once },
): Promise<DoneOnce<SeatOutcome>> {
  return inTransaction(db, (tx) => doOnce(tx, once, () => giveSeatIn(tx, seat, once.now)))
}

/** The same inside a transaction of the caller's. */
export async function giveSeatIn(tx: Tx, words: SeatWords, now: Date): Promise<SeatOutcome> {
  const { body, person, seat, fromOn, toOn, by } = words
  // Two at once wait for each other here, so that nobody sits twice on one seat.
  await tx.selectFrom('bodies').select('id').where('id', '=', body.id).forUpdate().execute()
  if (await sitsThere(tx, words)) return { ok: false, why: 'sits-already' }
  await addSeat(tx, { bodyId: body.id, personId: person.id, seat, fromOn, toOn }, now)
  await appendEntry(tx, {
    kind: 'body.seat-given',
    at: now,
    bodyId: body.id,
    untilOn: toOn ?? undefined,
    publicWords: { name: person.name, seat, from: fromOn, to: toOn ?? undefined, by },
  })
  return { ok: true }
}

/** The same person on the same seat, in a term that overlaps. */
async function sitsThere(tx: Tx, { body, person, seat, fromOn, toOn }: SeatWords): Promise<boolean> {
  const standing = await seatsThatStand(tx)
    .where('bodySeats.bodyId', '=', body.id)
    .where('bodySeats.personId', '=', person.id)
    .where('bodySeats.seat', '=', seat)
    .where((or) => or.or([or('bodySeats.toOn', 'is', null), or('bodySeats.toOn', '>=', fromOn)]))
    .$if(toOn !== null, (query) => query.where('bodySeats.fromOn', '<=', toOn ?? ''))
    .executeTakeFirst()
  return standing !== undefined
}

function seatsThatStand(db: Db | Tx) {
  return db
    .selectFrom('bodySeats')
    .leftJoin('bodySeatEndings', 'bodySeatEndings.seatId', 'bodySeats.id')
    .select('bodySeats.id')
    .where('bodySeatEndings.seatId', 'is', null)
}

export interface Seat {
  id: string
  name: string
  seat: string
  fromOn: string
  toOn: string | null
}

/** Seats that are held today or will be, by seat and name. */
export function seatsOf(db: Db, { bodyId, now }: { bodyId: string; now: Date }): Promise<Seat[]> {
  return seatsThatStand(db)
    .innerJoin('people', 'people.id', 'bodySeats.personId')
    .select(['people.name', 'bodySeats.seat', 'bodySeats.fromOn', 'bodySeats.toOn'])
    .where('bodySeats.bodyId', '=', bodyId)
    .where((or) => or.or([or('bodySeats.toOn', 'is', null), or('bodySeats.toOn', '>=', isoDate(now))]))
    .orderBy('bodySeats.seat')
    .orderBy('people.name')
    .execute()
}

export interface SeatEnding {
  bodyId: string
  seat: Seat
  reason: string
  by: { id: string; name: string }
  now: Date
}

/** Ends a seat before its term with a reason; false when it had ended already. */
export function endSeat(db: Db, { bodyId, seat, reason, by, now }: SeatEnding): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const ended = await tx
      .insertInto('bodySeatEndings')
      .values({ seatId: seat.id, endedAt: now, endedBy: by.id, reason })
      .onConflict((conflict) => conflict.column('seatId').doNothing())
      .returning('seatId')
      .executeTakeFirst()
    if (!ended) return false
    const publicWords = { name: seat.name, seat: seat.seat, reason, by: by.name }
    await appendEntry(tx, { kind: 'body.seat-ended', at: now, bodyId, publicWords })
    return true
  })
}
