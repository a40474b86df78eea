import { bestPanel, wholeRoom } from './panel-within.ts'
import type { Person } from './pool.ts'
import type { Problem } from './problem.ts'
import { groupProfiles } from './profiles.ts'
import type { Quota } from './quotas.ts'
import { modelOf, type Program, type Solver, solves } from './solver.ts'

/** One half of a quota: at least, or at most, so many. */
export interface QuotaBound {
  category: string
  value: string
  bound: 'min' | 'max'
  number: number
}

/** A bound moved so that panels exist. */
export interface QuotaChange extends QuotaBound {
  becomes: number
}

export type Feasibility =
  | { feasible: true }
  /** Too few people, or too few households, for the size: no quota is to blame. */
  | { feasible: false; why: 'too-few-people'; mostSeats: number }
  /** `conflict`: as few bounds as can be of which no panel keeps all. `change`: the fewest persons to move bounds by. */
  | { feasible: false; why: 'quotas-conflict'; conflict: QuotaBound[]; change: QuotaChange[] }

export interface Asked {
  pool: readonly Person[]
  quotas: readonly Quota[]
  size: number
}

/** Whether some panel keeps every quota; where none does, the smallest conflict and the least change that ends it. */
export function testFeasibility(solver: Solver, { pool, quotas, size }: Asked): Feasibility {
  const { problem } = groupProfiles(pool, quotas, size)
  const worth = problem.counts.map(() => 0)
  if (bestPanel(solver, problem, { worth, room: wholeRoom(problem) })) return { feasible: true }
  const bounds = boundsOf(quotas, size)
  const question: Question = { solver, problem, bounds, quotas }
  const loosest = leastBreach(question, { kept: new Set(), by: 'person' })
  if (!loosest) return { feasible: false, why: 'too-few-people', mostSeats: mostSeats(solver, problem) }
  return {
    feasible: false,
    why: 'quotas-conflict',
    conflict: smallestConflict(question),
    change: changesOf(bounds, loosest),
  }
}

interface Question {
  solver: Solver
  problem: Problem
  bounds: readonly PlacedBound[]
  quotas: readonly Quota[]
}

interface PlacedBound extends QuotaBound {
  /** Place of the quota, which is that of its rule too. */
  quota: number
}

/** Bounds that say something: at least 0 and at most everybody do not. */
function boundsOf(quotas: readonly Quota[], size: number): PlacedBound[] {
  return quotas.flatMap(({ category, value, min, max }, quota) => [
    ...(min > 0 ? [{ category, value, bound: 'min' as const, number: min, quota }] : []),
    ...(max < size ? [{ category, value, bound: 'max' as const, number: max, quota }] : []),
  ])
}

/**
 * For each bound how far some panel breaks it, so that the sum is smallest: counted by person, or once for each broken
 * bound. `kept` are not broken at all. Undefined where no panel keeps them.
 */
function leastBreach(question: Question, kind: BreachKind): number[] | undefined {
  const { solver, problem } = question
  const model = modelOf(solver, breachProgram(question, kind))
  try {
    if (!solves(solver, model)) return undefined
    return Array.from(model.getSolution().colValue.slice(problem.counts.length), Math.round)
  } finally {
    model.dispose()
  }
}

interface BreachKind {
  kept: ReadonlySet<number>
  by: 'person' | 'bound'
}

function breachProgram({ solver, problem, bounds, quotas }: Question, { kept, by }: BreachKind): Program {
  const most = bounds.map(({ bound, number }) =>
    bound === 'min' ? number : Math.max(1, problem.size - number),
  )
  const { others, ofProfiles } = boundRows({ problem, bounds, quotas })
  const least = bounds.map(({ bound, number }) => (bound === 'min' ? number : -solver.infinity))
  const greatest = bounds.map(({ bound, number }) => (bound === 'max' ? number : solver.infinity))
  return {
    costs: [...problem.counts.map(() => 0), ...bounds.map(() => -1)],
    lower: [...problem.counts, ...bounds].map(() => 0),
    upper: [
      ...problem.counts,
      ...most.map((persons, at) => (kept.has(at) ? 0 : by === 'person' ? persons : 1)),
    ],
    rowLower: [...least, ...others.map(({ min }) => min)],
    rowUpper: [...greatest, ...others.map(({ max }) => max)],
    rows: [...ofProfiles, ...bounds.map((_, at) => [at])],
    weights: [
      ...ofProfiles.map((places) => places.map(() => 1)),
      ...bounds.map(({ bound }, at) => [
        (by === 'person' ? 1 : (most[at] ?? 1)) * (bound === 'min' ? 1 : -1),
      ]),
    ],
    isInteger: true,
  }
}

/** One row a bound, so that breaking the least says nothing of the most; then households and the size. */
function boundRows({ problem, bounds, quotas }: Pick<Question, 'problem' | 'bounds' | 'quotas'>) {
  const others = problem.rules.slice(quotas.length)
  const rowsOfRule = problem.rules.map((_, rule) =>
    rule < quotas.length
      ? bounds.flatMap(({ quota }, at) => (quota === rule ? [at] : []))
      : [bounds.length + rule - quotas.length],
  )
  return {
    others,
    ofProfiles: problem.rulesOf.map((rules) => rules.flatMap((rule) => rowsOfRule[rule] ?? [])),
  }
}

function changesOf(bounds: readonly PlacedBound[], breach: readonly number[]): QuotaChange[] {
  return bounds.flatMap(({ quota: _, ...bound }, at) => {
    const persons = breach[at] ?? 0
    return persons === 0
      ? []
      : [{ ...bound, becomes: bound.number + (bound.bound === 'min' ? -persons : persons) }]
  })
}

/**
 * The smallest set of bounds of which no panel keeps all, by hitting sets (Ignatiev, Previti, Liffiton, Marques-Silva,
 * "Smallest MUS extraction with minimal hitting set dualization", CP 2015): every conflict meets every set of bounds
 * whose breach makes a panel possible. So the smallest set that meets all of those known is tried; if a panel keeps it,
 * what that panel breaks is one more set to be met; if none does, it is the smallest conflict.
 */
function smallestConflict(question: Question): QuotaBound[] {
  const corrections: number[][] = []
  for (;;) {
    const kept = new Set(smallestHitting(question.solver, corrections, question.bounds.length))
    const breach = leastBreach(question, { kept, by: 'bound' })
    if (!breach) return question.bounds.flatMap(({ quota: _, ...bound }, at) => (kept.has(at) ? [bound] : []))
    corrections.push(breach.flatMap((broken, at) => (broken > 0 ? [at] : [])))
  }
}

function smallestHitting(solver: Solver, sets: readonly (readonly number[])[], elements: number): number[] {
  if (sets.length === 0) return []
  const places = Array.from({ length: elements }, (_, element) =>
    sets.flatMap((set, index) => (set.includes(element) ? [index] : [])),
  )
  const model = modelOf(solver, {
    costs: places.map(() => -1),
    lower: places.map(() => 0),
    upper: places.map(() => 1),
    rowLower: sets.map(() => 1),
    rowUpper: sets.map(() => elements),
    rows: places,
    weights: places.map((rows) => rows.map(() => 1)),
    isInteger: true,
  })
  try {
    solves(solver, model)
    return Array.from(model.getSolution().colValue).flatMap((value, element) =>
      value > 0.5 ? [element] : [],
    )
  } finally {
    model.dispose()
  }
}

/** How many people could sit at once if there were no quotas and any number of places. */
function mostSeats(solver: Solver, problem: Problem): number {
  const room = wholeRoom(problem)
  const homesOnly = problem.rules.map(({ home, max }): readonly [number, number] =>
    home !== undefined ? [0, max] : [0, Number.MAX_SAFE_INTEGER],
  )
  const fullest = bestPanel(solver, problem, {
    worth: problem.counts.map(() => 1),
    room: { ...room, sums: homesOnly },
  })
  return fullest ? fullest.members.reduce((sum, members) => sum + members, 0) : 0
}
