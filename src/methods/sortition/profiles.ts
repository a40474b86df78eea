import type { Person } from './pool.ts'
import { type Problem, problemFrom, type Rule } from './problem.ts'
import { categoriesOf, type Quota } from './quotas.ts'

/** People whom no rule tells apart: the same values and, where households count, the same make-up of the household. */
export interface Profile {
  values: readonly string[]
  /** Places in the pool. */
  members: readonly number[]
  /** Key of the household's make-up; '' for those who share no household with others of the pool. */
  home: string
}

export interface Grouped {
  problem: Problem
  profiles: readonly Profile[]
}

/**
 * Groups a pool by profile. Households of the same make-up (say, one man of 30 to 44 and one woman of 30 to 44) are
 * alike too: with H of them, "at most one from each" is "at most H from all together", because members can always be
 * taken from different ones. So household exclusion is one rule for each make-up and costs no equality of chances.
 */
export function groupProfiles(pool: readonly Person[], quotas: readonly Quota[], size: number): Grouped {
  const homes = homesOf(pool)
  const byKey = new Map<string, { values: readonly string[]; members: number[]; home: string }>()
  pool.forEach((person, place) => {
    const home = homes[place] ?? ''
    const key = JSON.stringify([person.values, home])
    const profile = byKey.get(key)
    if (profile) profile.members.push(place)
    else byKey.set(key, { values: person.values, members: [place], home })
  })
  const profiles = [...byKey.values()]
  const rules = [...quotaRules(profiles, quotas), ...homeRules(profiles, pool)]
  return {
    profiles,
    problem: problemFrom(
      size,
      profiles.map(({ members }) => members.length),
      rules,
    ),
  }
}

function quotaRules(profiles: readonly Profile[], quotas: readonly Quota[]): Rule[] {
  const categories = categoriesOf(quotas)
  return quotas.map(({ category, value, min, max }) => {
    const place = categories.indexOf(category)
    const among = profiles.flatMap((profile, index) => (profile.values[place] === value ? [index] : []))
    return { name: `${category}: ${value}`, profiles: among, min, max }
  })
}

/** For each person the make-up of their household, '' where nobody else of the pool lives in it. */
function homesOf(pool: readonly Person[]): string[] {
  const members = householdsOf(pool)
  const homes = pool.map(() => '')
  for (const places of members.values()) {
    if (places.length < 2) continue
    const makeUp = JSON.stringify(places.map((place) => JSON.stringify(pool[place]?.values)).sort())
    for (const place of places) homes[place] = makeUp
  }
  return homes
}

function householdsOf(pool: readonly Person[]): Map<string, number[]> {
  const members = new Map<string, number[]>()
  pool.forEach(({ household }, place) => {
    if (household === undefined) return
    const places = members.get(household)
    if (places) places.push(place)
    else members.set(household, [place])
  })
  return members
}

function homeRules(profiles: readonly Profile[], pool: readonly Person[]): Rule[] {
  const homes = [...new Set(profiles.map(({ home }) => home))].filter((home) => home !== '')
  return homes.map((home) => {
    const among = profiles.flatMap((profile, index) => (profile.home === home ? [index] : []))
    const people = among.flatMap((index) => profiles[index]?.members ?? [])
    const households = new Set(people.map((place) => pool[place]?.household)).size
    return { name: 'one a household', home, profiles: among, min: 0, max: households }
  })
}
