import { giveRole } from '../../../app/testing/give-role.ts'
import type { TestHouse } from '../../../app/testing/open-test-house.ts'

const HOMES = { olga: 'southdown', nasreen: 'millbrook' } as const

/** Gives Olga or Nasreen a role in their own unit. */
export async function makeHelper(
  house: Pick<TestHouse, 'db' | 'clock' | 'world'>,
  who: keyof typeof HOMES,
  role: 'helper' | 'call-taker',
): Promise<void> {
  await giveRole(house, who, { role, unit: HOMES[who] })
}
