import type { Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { isoDate } from '#core/time/days.ts'

export interface NewPerson {
  name: string
  email: string | null
  language: string
  unitId: string
  /** Null for somebody with an account who is no member. */
  memberNumber: string | null
  /** Shown on a demonstration's sign-in page. */
  demoLine?: string
  now: Date
}

/** Adds a person and, unless they are no member, their membership of the unit. */
export async function addPerson(
  tx: Tx,
  { memberNumber, demoLine, now, ...person }: NewPerson,
): Promise<{ id: string; name: string }> {
  const id = orderedId(now)
  await tx
    .insertInto('people')
    .values({ ...person, id, joinedAt: now, demoLine: demoLine ?? null })
    .execute()
  if (memberNumber !== null) {
    await tx
      .insertInto('memberships')
      .values({
        id: orderedId(now),
        personId: id,
        unitId: person.unitId,
        number: memberNumber,
        fromOn: isoDate(now),
      })
      .execute()
  }
  return { id, name: person.name }
}
