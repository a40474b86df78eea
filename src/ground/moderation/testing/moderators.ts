import { giveRole } from '../../../app/testing/give-role.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import type { WorldOptions } from '../../../app/testing/open-world.ts'

/** A test house where Olga moderates the Housing Commission, and Gwen the Executive, which hears its appeals. */
export async function openModeratedHouse(options: WorldOptions = {}) {
  const house = await openTestHouse(options)
  await giveRole(house, 'olga', { role: 'moderator', unit: 'alliance', body: 'housing' })
  await giveRole(house, 'gwen', { role: 'moderator', unit: 'alliance', body: 'executive' })
  const holdStrangers = (holdsStrangers: boolean) =>
    house.db.updateTable('bodies').set({ holdsStrangers }).where('slug', '=', 'housing').execute()
  return {
    ...house,
    /** Lets the Housing Commission hold the words of strangers while the work is done. */
    holding: async <T>(work: () => Promise<T>): Promise<T> => {
      await holdStrangers(true)
      const result = await work()
      await holdStrangers(false)
      return result
    },
    /** The newest case about a matter. */
    caseOf: (number: number) =>
      house.db
        .selectFrom('moderationCases')
        .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
        .selectAll('moderationCases')
        .where('matters.number', '=', number)
        .orderBy('openedAt', 'desc')
        .executeTakeFirstOrThrow(),
    decide: async (who: 'olga' | 'noor' | 'gwen', id: string, fields: Record<string, string>) =>
      (await house.as(who)).post(`/moderation/cases/${id}/decision`, fields),
  }
}
