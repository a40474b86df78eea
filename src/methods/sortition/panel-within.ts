import type { Problem } from './problem.ts'
import { modelOf, type Solver, solves } from './solver.ts'
import type { Room } from './swaps.ts'

export interface Wanted {
  /** Worth of one member of each profile. */
  worth: readonly number[]
  room: Room
  /** Branches to look at before giving up; absent: until the answer is proven. */
  mostNodes?: number
}

/** The most that any panel allows: everyone of a profile, and the rules as they are. */
export function wholeRoom(problem: Problem): Room {
  return {
    atLeast: problem.counts.map(() => 0),
    atMost: problem.counts,
    sums: problem.rules.map(({ min, max }) => [min, max] as const),
  }
}

/**
 * The panel worth most within its room, by branch and bound. Undefined where there is none: proven, unless `mostNodes`
 * ended the search.
 */
export function bestPanel(
  solver: Solver,
  problem: Problem,
  { worth, room, mostNodes }: Wanted,
): { members: Int32Array; worth: number } | undefined {
  if (room.sums.some(([least, most]) => least > most)) return undefined
  const model = modelOf(solver, {
    costs: worth,
    lower: Array.from(room.atLeast),
    upper: Array.from(room.atMost),
    rowLower: room.sums.map(([least]) => least),
    rowUpper: room.sums.map(([, most]) => most),
    rows: problem.rulesOf,
    weights: problem.rulesOf.map((rules) => rules.map(() => 1)),
    isInteger: true,
  })
  try {
    if (mostNodes !== undefined) model.options.set({ mip_max_nodes: mostNodes })
    if (!solves(solver, model, { mayStop: mostNodes !== undefined })) return undefined
    const members = Int32Array.from(model.getSolution().colValue, Math.round)
    return { members, worth: model.getObjectiveValue() }
  } finally {
    model.dispose()
  }
}
