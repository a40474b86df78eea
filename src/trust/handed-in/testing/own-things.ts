import { openTestCall } from '../../../app/testing/open-test-call.ts'
import type { TestHouse } from '../../../app/testing/open-test-house.ts'
import { takingIn } from '../../../app/testing/taking-in.ts'

type Line = { sort: string; title?: string; number?: number; awaits?: string | null } & Record<
  string,
  unknown
>

interface Told {
  handed_in: Line[]
  awaiting: number
  next: string | null
}

type Who = 'nasreen' | 'olga' | 'idris'

export const numbersOf = ({ handed_in }: Told) => handed_in.map(({ number }) => number)

/** What somebody has, as their program reads it, and ways to have more. */
export function ownThings(house: TestHouse) {
  return {
    told: async (who: Who, search = ''): Promise<Told> =>
      (await (await house.as(who)).getJson(`/handed-in${search}`)).json(),
    /** Nasreen answers a call under her name. */
    async answered(publishes: 'words' | 'counts' = 'words') {
      const call = await openTestCall(house, { publishes })
      const { saying, named, takeIn } = takingIn(house, call)
      const taken = await takeIn(saying('No bus after six.', { author: named('nasreen') }))
      if (!taken.ok) throw new Error('not taken in')
      return { call, number: taken.number }
    },
    async nobodyHasAnything() {
      await house.db.deleteFrom('submissionAuthors').execute()
      await house.db.deleteFrom('answerAuthors').execute()
      await house.db.deleteFrom('drafts').execute()
      house.clock.moveOn(60_000)
    },
  }
}
