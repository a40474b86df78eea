/**
 * The pool as a lottery sees it: people whom no rule tells apart are one profile, and a panel is how many of each
 * profile it takes. Chances within a profile can be made equal without loss (the best lotteries form a convex set), so
 * nothing is given up, and hundreds of people become dozens of numbers.
 */
export interface Problem {
  /** Places on the panel. */
  size: number
  /** People of each profile, all at least 1. */
  counts: readonly number[]
  /** What every panel keeps; the last one is the size of the panel. */
  rules: readonly Rule[]
  /** For each profile the places of its rules in `rules`. */
  rulesOf: readonly (readonly number[])[]
}

/** The members of these profiles on a panel are together at least `min` and at most `max`. */
export interface Rule {
  name: string
  profiles: readonly number[]
  min: number
  max: number
  /** For the rule of a household: its make-up. */
  home?: string
}

/** The first rule that a panel (members by profile) breaks. */
export function brokenRule(problem: Problem, members: ArrayLike<number>): Rule | undefined {
  return problem.rules.find((rule) => {
    const held = sumOver(rule.profiles, members)
    return held < rule.min || held > rule.max
  })
}

export function sumOver(profiles: readonly number[], values: ArrayLike<number>): number {
  let sum = 0
  for (const profile of profiles) sum += values[profile] ?? 0
  return sum
}

/** A problem from its rules; `rulesOf` is derived. */
export function problemFrom(size: number, counts: readonly number[], rules: readonly Rule[]): Problem {
  const everyone: Rule = {
    name: 'panel size',
    profiles: counts.map((_, profile) => profile),
    min: size,
    max: size,
  }
  const all = [...rules, everyone]
  const rulesOf: number[][] = counts.map(() => [])
  all.forEach((rule, place) => {
    for (const profile of rule.profiles) rulesOf[profile]?.push(place)
  })
  return { size, counts, rules: all, rulesOf }
}

/** The same profiles with every bound of every rule multiplied: what `times` panels keep together. */
export function timesOver(problem: Problem, times: number): Problem {
  const rules = problem.rules.map((rule) => ({ ...rule, min: rule.min * times, max: rule.max * times }))
  const counts = problem.counts.map((count) => count * times)
  return { ...problem, size: problem.size * times, counts, rules }
}
