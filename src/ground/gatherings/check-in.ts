import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { countPeople } from './count-people.ts'
import type { Gathering } from './find-gathering.ts'

/** Somebody who registered came in, or went in by mistake; false where they gave their place up meanwhile. */
export async function checkIn(
  db: Db,
  {
    gatheringId,
    registrationId,
    cameAt,
  }: { gatheringId: string; registrationId: string; cameAt: Date | null },
): Promise<boolean> {
  const changed = await db
    .updateTable('gatheringRegistrations')
    // Twice is the same as once: who is here stays here since the first time.
    .set((eb) => ({ cameAt: cameAt === null ? null : eb.fn.coalesce('cameAt', eb.val(cameAt)) }))
    .where('gatheringId', '=', gatheringId)
    .where('id', '=', registrationId)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Somebody came in who had not registered, or was counted by mistake; two doors at once count both. */
export function countAtDoor(
  db: Db,
  { gatheringId, more, once }: { gatheringId: string; more: 1 | -1; once: Once },
): Promise<DoneOnce<{ walkedIn: number }>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, () =>
      tx
        .updateTable('gatherings')
        .set({ walkedIn: sql`greatest(0, walked_in + ${more}::integer)` })
        .where('id', '=', gatheringId)
        .returning('walkedIn')
        .executeTakeFirstOrThrow(),
    ),
  )
}

/** Who came in so far. */
export interface AtTheDoor {
  people: readonly { id: string; name: string; cameAt: Date | null; placeSince: Date | null }[]
  here: number
  walkedIn: number
}

/** Those who are not here yet first, each by name. */
export async function atTheDoor(db: Db, gatheringId: string): Promise<AtTheDoor> {
  const [people, { walkedIn }] = await Promise.all([
    db
      .selectFrom('gatheringRegistrations')
      .select(['id', 'name', 'cameAt', 'placeSince'])
      .where('gatheringId', '=', gatheringId)
      .orderBy((eb) => eb('cameAt', 'is not', null))
      .orderBy('name')
      .orderBy('id')
      .execute(),
    db.selectFrom('gatherings').select('walkedIn').where('id', '=', gatheringId).executeTakeFirstOrThrow(),
  ])
  return { people, here: people.filter(({ cameAt }) => cameAt !== null).length, walkedIn }
}

/** Whose name, or a word of it, begins so, and who is not here yet. */
export function called(typed: string, { people }: AtTheDoor) {
  const begin = typed.trim().toLocaleLowerCase()
  return people.filter(({ name, cameAt }) => {
    const said = name.toLocaleLowerCase()
    return (
      cameAt === null && (said.startsWith(begin) || said.split(/\s+/).some((word) => word.startsWith(begin)))
    )
  })
}

/** Publishes how many came: those who registered and everybody else. */
export async function publishDoorCount(
  db: Db,
  { gathering, now }: { gathering: Gathering; now: Date },
): Promise<void> {
  const { here, walkedIn } = await atTheDoor(db, gathering.id)
  await inTransaction(db, (tx) => countPeople(tx, { gathering, people: here + walkedIn, now }))
}
