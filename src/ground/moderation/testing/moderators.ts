import { orderedId } from '#core/ids/ids.ts'
import type { TestHouse } from '../../../app/testing/open-test-house.ts'

/** In the world of tests Olga moderates the Housing Commission, and Gwen the Executive, which hears its appeals. */
export async function appointModerators(house: TestHouse): Promise<void> {
  const { alliance } = house.world.units
  const { housing, executive } = house.world.bodies
  await appoint(house, { who: 'olga', unitId: alliance.id, bodyId: housing.id })
  await appoint(house, { who: 'gwen', unitId: alliance.id, bodyId: executive.id })
}

async function appoint(
  house: TestHouse,
  { who, unitId, bodyId }: { who: 'olga' | 'gwen'; unitId: string; bodyId: string },
): Promise<void> {
  const now = house.clock.now()
  await house.db
    .insertInto('grants')
    .values({
      id: orderedId(now),
      personId: house.world.people[who].id,
      role: 'moderator',
      unitId,
      bodyId,
      purpose: 'to look at words',
      fromOn: '2026-01-01',
      toOn: '2028-01-01',
      grantedAt: now,
    })
    .execute()
}

/** Lets the Housing Commission hold the words of strangers while the work is done. */
export async function holding<T>(house: TestHouse, work: () => Promise<T>): Promise<T> {
  const set = (holdsStrangers: boolean) =>
    house.db.updateTable('bodies').set({ holdsStrangers }).where('slug', '=', 'housing').execute()
  await set(true)
  const result = await work()
  await set(false)
  return result
}

/** The newest case about a matter. */
export function caseAbout(house: TestHouse, number: number) {
  return house.db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .selectAll('moderationCases')
    .where('matters.number', '=', number)
    .orderBy('openedAt', 'desc')
    .executeTakeFirstOrThrow()
}

export type Moderating = 'olga' | 'noor' | 'gwen'

export async function decideOn(
  house: TestHouse,
  { who, id, fields }: { who: Moderating; id: string; fields: Record<string, string> },
) {
  return (await house.as(who)).post(`/moderation/cases/${id}/decision`, fields)
}
