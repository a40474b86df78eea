import { orderedId } from '#core/ids/ids.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import type { TestHouse } from '../../../app/testing/open-test-house.ts'

/** Gives somebody of the test world a role in their own unit: Olga's is Southdown. */
export async function makeHelper(
  house: Pick<TestHouse, 'db' | 'clock' | 'world'>,
  who: keyof TestHouse['world']['people'],
  role: 'helper' | 'call-taker',
): Promise<void> {
  const now = house.clock.now()
  const { id: personId } = house.world.people[who]
  const { unitId } = await house.db
    .selectFrom('people')
    .select('unitId')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const grant = {
    id: orderedId(now),
    personId,
    role,
    unitId: unitId ?? '',
    bodyId: null,
    isDownTheTree: false,
  }
  const time = { fromOn: isoDate(now), toOn: isoDate(addDays(now, 365)), grantedAt: now }
  await house.db
    .insertInto('grants')
    .values({ ...grant, ...time, purpose: 'to bring answers in' })
    .execute()
}
