import type { Person } from './pool.ts'
import { categoriesOf, type Quota } from './quotas.ts'

export interface Vacancies {
  pool: readonly Person[]
  quotas: readonly Quota[]
  /** Places on the whole panel. */
  size: number
  /** Ids of those who stay on the panel. */
  staying: readonly string[]
  /** Ids of those who are no longer to be asked: they left, declined, or cannot. */
  declined: readonly string[]
}

/** The draw that fills the vacant places: an ordinary one, from who is left, for what the panel still needs. */
export interface VacancyDraw {
  pool: Person[]
  quotas: Quota[]
  size: number
}

/**
 * Replacement that keeps the quotas: each quota is lowered by those who stay, the pool is whoever is neither on the
 * panel nor has declined nor lives with somebody on it, and the same fair lottery decides. So a replacement is as
 * fair, as public and as checkable as the draw itself. When it proves impossible, `testFeasibility` says which quotas
 * are in the way.
 */
export function vacancyDraw({ pool, quotas, size, staying, declined }: Vacancies): VacancyDraw {
  const stays = new Set(staying)
  const gone = new Set(declined)
  const members = pool.filter(({ id }) => stays.has(id))
  const homes = new Set(members.flatMap(({ household }) => (household === undefined ? [] : [household])))
  const eligible = pool.filter(
    ({ id, household }) =>
      !stays.has(id) && !gone.has(id) && (household === undefined || !homes.has(household)),
  )
  return { pool: eligible, quotas: needsOf(quotas, members), size: size - members.length }
}

function needsOf(quotas: readonly Quota[], members: readonly Person[]): Quota[] {
  const categories = categoriesOf(quotas)
  return quotas.map((quota) => {
    const place = categories.indexOf(quota.category)
    const held = members.filter(({ values }) => values[place] === quota.value).length
    return { ...quota, min: Math.max(0, quota.min - held), max: Math.max(0, quota.max - held) }
  })
}
