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
export async function addPerson(tx: Tx, person: NewPerson): Promise<{ id: string; name: string }> {
  const [added] = await addPeople(tx, [person])
  if (!added) throw new Error('A person was not added.')
  return added
}

/** Adds many at once, in their order; two statements however many they are. */
export async function addPeople(
  tx: Tx,
  people: readonly NewPerson[],
): Promise<{ id: string; name: string }[]> {
  const added = people.map((person) => ({ ...person, id: orderedId(person.now) }))
  await tx
    .insertInto('people')
    .values(
      added.map(({ memberNumber: _, demoLine, now, ...person }) => ({
        ...person,
        joinedAt: now,
        demoLine: demoLine ?? null,
      })),
    )
    .execute()
  const memberships = added.flatMap(({ id: personId, memberNumber: number, unitId, now }) =>
    number === null ? [] : [{ id: orderedId(now), personId, unitId, number, fromOn: isoDate(now) }],
  )
  if (memberships.length > 0) await tx.insertInto('memberships').values(memberships).execute()
  return added.map(({ id, name }) => ({ id, name }))
}
