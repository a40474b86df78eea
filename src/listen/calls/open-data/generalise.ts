/**
 * What of a person stands beside an answer in open data, made coarser until at least `least` rows look the same: k-anonymity
 * by generalising a place to its nation and then leaving things out, the most telling first; who still stands apart is
 * dropped. (Sweeney, 2002, with one fixed order of steps, so that the same answers give the same rows.) Pure.
 */
export interface Facts {
  route: string
  language: string
  standing: string
  nation: string
  region: string
  is_from_office_holder: boolean | null
}

export interface Generalised<T> {
  /** In the order they came, with facts as coarse as they have to be. */
  kept: { row: T; facts: Facts }[]
  dropped: number
}

/** Each step leaves out more; an empty text is "not said". */
const STEPS: readonly ((facts: Facts) => Facts)[] = [
  (facts) => facts,
  (facts) => ({ ...facts, is_from_office_holder: null }),
  (facts) => ({ ...facts, is_from_office_holder: null, region: '' }),
  (facts) => ({ ...facts, is_from_office_holder: null, region: '', nation: '' }),
  ({ route, language }) => ({ ...NOTHING, route, language }),
  ({ route }) => ({ ...NOTHING, route }),
  () => NOTHING,
]

/** The step that says of an answer no more than its own page does. */
const AS_ITS_PAGE = 4

const NOTHING: Facts = {
  route: '',
  language: '',
  standing: '',
  nation: '',
  region: '',
  is_from_office_holder: null,
}

/** `hasPage`: the row names its answer, whose public page says its route and language: to leave these out would hide nothing. */
export interface Row<T> {
  row: T
  facts: Facts
  hasPage: boolean
}

export function generalise<T>(rows: readonly Row<T>[], least = 5): Generalised<T> {
  const settled = new Map<number, Facts>()
  let left = [...rows.entries()]
  for (const [place, step] of STEPS.entries()) {
    const coarse = left.map(([at, { facts, hasPage }]) => ({ at, hasPage, facts: step(facts) }))
    // Rows that name their answer stand apart from those that do not, and are no cover for them.
    const groups = Map.groupBy(coarse, ({ facts, hasPage }) => `${hasPage} ${keyOf(facts)}`)
    for (const group of groups.values())
      for (const { at, facts, hasPage } of group)
        if (group.length >= least || (hasPage && place === AS_ITS_PAGE)) settled.set(at, facts)
    left = left.filter(([at]) => !settled.has(at))
  }
  const kept = rows.flatMap(({ row }, at) => {
    const facts = settled.get(at)
    return facts ? [{ row, facts }] : []
  })
  return { kept, dropped: left.length }
}

function keyOf(facts: Facts): string {
  return JSON.stringify([
    facts.route,
    facts.language,
    facts.standing,
    facts.nation,
    facts.region,
    facts.is_from_office_holder,
  ])
}
