import type { Db } from '#core/db/connect.ts'
import { isoDate } from '#core/time/days.ts'
import { grantsToday } from '#ground/grants/grants-today.ts'

/** Roles are public: who sits in a body, who clerks it, and until when. */
export interface PeopleOfBody {
  members: { name: string; seat: string; fromOn: string; toOn: string | null }[]
  clerks: { name: string; toOn: string }[]
}

export async function peopleOfBody(
  db: Db,
  { bodyId, now }: { bodyId: string; now: Date },
): Promise<PeopleOfBody> {
  const today = isoDate(now)
  const [members, clerks] = await Promise.all([
    db
      .selectFrom('bodySeats')
      .innerJoin('people', 'people.id', 'bodySeats.personId')
      .leftJoin('bodySeatEndings', 'bodySeatEndings.seatId', 'bodySeats.id')
      .select(['people.name', 'bodySeats.seat', 'bodySeats.fromOn', 'bodySeats.toOn'])
      .where('bodySeats.bodyId', '=', bodyId)
      .where('bodySeatEndings.seatId', 'is', null)
      .where('bodySeats.fromOn', '<=', today)
      .where((eb) => eb.or([eb('bodySeats.toOn', 'is', null), eb('bodySeats.toOn', '>=', today)]))
      .orderBy('bodySeats.seat')
      .orderBy('people.name')
      .execute(),
    grantsToday(db, now)
      .innerJoin('people', 'people.id', 'grants.personId')
      .select(['people.name', 'grants.toOn'])
      .where('grants.bodyId', '=', bodyId)
      .where('grants.role', '=', 'clerk')
      .orderBy('people.name')
      .execute(),
  ])
  return { members, clerks }
}

export interface Promised {
  days: number
  fromAt: Date
}

/** Newest first. */
export async function promisesOf(db: Db, bodyId: string): Promise<Promised[]> {
  return db
    .selectFrom('bodyPromises')
    .select(['days', 'fromAt'])
    .where('bodyId', '=', bodyId)
    .orderBy('fromAt', 'desc')
    .execute()
}
