import type { TestHouse } from '../../../../app/testing/open-test-house.ts'
import { type Theme, themeNumbered } from '../themes-of.ts'

interface Numbered {
  number: number
}

/** How tests of the team look at a theme: as the database has it, and as a stranger's program reads it. */
export function seenThemes(house: TestHouse) {
  const told = async ({ number }: Numbered) =>
    (await house.visitor().getJson(`/api/v1/themes/${number}`)).json() as {
      list: { number: number }[]
      story: { type: string }[]
    }
  const theme = async ({ number }: Numbered): Promise<Theme> => {
    const found = await themeNumbered(house.db, number)
    if (!found) throw new Error('no such theme')
    return found
  }
  return {
    theme,
    answersOf: async (of: Numbered) =>
      (await told(of)).list.map(({ number }) => number).toSorted((a, b) => a - b),
    stepsOf: async (of: Numbered) => (await told(of)).story.map(({ type }) => type),
    /** What the page of a theme carries; each step is made a second after the one before. */
    version: async (of: Numbered) => {
      house.clock.moveOn(1_000)
      return { version: String((await theme(of)).version) }
    },
  }
}
