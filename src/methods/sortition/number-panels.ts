import { bestPanel, type Wanted, wholeRoom } from './panel-within.ts'
import { type Problem, sumOver, timesOver } from './problem.ts'
import { roundedAtRandom } from './rounding.ts'
import type { Solver } from './solver.ts'
import { type Stream, shuffled } from './stream.ts'
import { mend, type Room } from './swaps.ts'

/** What the making of panels needs: nothing here is random but by this stream. */
export interface Workshop {
  solver: Solver
  problem: Problem
  stream: Stream
  /** Told after each panel. */
  onPanel?: ((done: number, total: number) => void) | undefined
}

export interface NumberedPanels {
  /** Members by profile, panel by panel. */
  panels: Int32Array[]
  /** Panels that could not keep to the totals: 0 when the chances are exactly as asked. */
  strays: number
}

const TRIES = 30
/** Enough for small pools, where the walk may miss the only panel left; large ones have others, and would take minutes. */
const MOST_NODES = 200
export const MOST_PROFILES = 500
const ROUNDING = 1e-7

/**
 * How many numbered panels: the number from `atLeast` to twice that which costs the least chance least. A chance of
 * 1/11 is exact among 1,001 panels and is not among 1,000.
 */
export function panelCountFor(leastChance: number, atLeast: number): number {
  let best = { count: atLeast, loss: Number.POSITIVE_INFINITY }
  for (let count = atLeast; count < 2 * atLeast; count++) {
    const loss = leastChance - Math.floor(count * leastChance + ROUNDING) / count
    if (loss < best.loss - 1e-12) best = { count, loss }
  }
  return best.count
}

/** The chances to aim at, and those that nobody may fall short of by more than one panel: for maximin the least. */
export interface Aim {
  chances: readonly number[]
  promised: readonly number[]
}

/**
 * On how many of the panels each profile sits: the chances times the number of panels, rounded so that all panels
 * together can keep the rules. Where the nearest whole numbers cannot, anyone may sit on one panel more than that, and
 * on as few as is promised. Undefined where no such rounding was found.
 */
export function totalsFor(workshop: Workshop, aim: Aim, panels: number): Int32Array | undefined {
  const { problem, stream } = workshop
  const together = timesOver(problem, panels)
  const people = problem.counts
  const wanted = people.map((count, profile) => nearlyWhole((aim.chances[profile] ?? 0) * count * panels))
  const { sums } = wholeRoom(together)
  const near: Room = { atLeast: wanted.map(Math.floor), atMost: wanted.map(Math.ceil), sums }
  const wide: Room = {
    atLeast: people.map(
      (count, profile) => count * Math.floor((aim.promised[profile] ?? 0) * panels + ROUNDING),
    ),
    atMost: wanted.map((value, profile) =>
      Math.min(Math.ceil(value) + (people[profile] ?? 0), (people[profile] ?? 0) * panels),
    ),
    sums,
  }
  for (const room of [near, wide])
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const totals = mend(together, roundedAtRandom(together, wanted, stream), { room, stream })
      if (totals) return totals
    }
  const worth = wanted.map((value) => value - Math.floor(value) - 0.5)
  return searched(workshop, together, { worth, room: wide })
}

/**
 * Splits totals into numbered panels, one after the other: each is a rounding of the average of what is left, so chosen
 * that what is left can still keep every rule on average. Should whole numbers run out of room, the last panels keep
 * the rules all the same and stray from the totals if they `mayStray`; otherwise the answer is undefined.
 */
export function splitIntoPanels(
  workshop: Workshop,
  totals: ArrayLike<number>,
  { count, mayStray }: { count: number; mayStray: boolean },
): NumberedPanels | undefined {
  const left = Float64Array.from(totals)
  const panels: Int32Array[] = []
  let strays = 0
  while (panels.length < count) {
    const remaining = count - panels.length
    const panel = strays === 0 ? panelFrom(workshop, left, remaining) : undefined
    if (!panel && !mayStray) return undefined
    if (!panel) strays++
    panels.push(panel ?? strayPanel(workshop, left))
    panels.at(-1)?.forEach((members, profile) => {
      left[profile] = Math.max(0, (left[profile] ?? 0) - members)
    })
    workshop.onPanel?.(panels.length, count)
  }
  return { panels, strays }
}

/**
 * Numbers a lottery that already has weights: each panel as often as its weight says, whole times only, and the rest
 * split anew.
 */
export function numberPortfolio(
  workshop: Workshop,
  {
    panels,
    weights,
    chances,
  }: { panels: readonly Int32Array[]; weights: readonly number[]; chances: readonly number[] },
  count: number,
): NumberedPanels | undefined {
  const totals = totalsFor(workshop, { chances, promised: chances }, count)
  const wanted =
    totals ?? chances.map((chance, profile) => chance * (workshop.problem.counts[profile] ?? 0) * count)
  const whole = panels.flatMap((panel, index) =>
    new Array<Int32Array>(Math.floor(count * (weights[index] ?? 0) + ROUNDING)).fill(panel),
  )
  const seated = workshop.problem.counts.map((_, profile) =>
    whole.reduce((sum, panel) => sum + (panel[profile] ?? 0), 0),
  )
  const owed = seated.map((held, profile) => Math.max(0, (wanted[profile] ?? 0) - held))
  const rest = splitIntoPanels(workshop, owed, { count: count - whole.length, mayStray: true })
  return rest && { panels: shuffled([...whole, ...rest.panels], workshop.stream), strays: rest.strays }
}

function nearlyWhole(value: number): number {
  return Math.abs(value - Math.round(value)) < 1e-5 ? Math.round(value) : value
}

/** What one panel may be so that the others can share the rest. */
function roomFor(problem: Problem, left: ArrayLike<number>, remaining: number): Room {
  const others = remaining - 1
  return {
    atLeast: problem.counts.map((count, profile) => Math.max(0, (left[profile] ?? 0) - count * others)),
    atMost: problem.counts.map((count, profile) => Math.min(count, left[profile] ?? 0)),
    sums: problem.rules.map(({ profiles, min, max }) => {
      const sum = sumOver(profiles, left)
      return [Math.max(min, sum - max * others), Math.min(max, sum - min * others)] as const
    }),
  }
}

function panelFrom(workshop: Workshop, left: Float64Array, remaining: number): Int32Array | undefined {
  const { problem, stream } = workshop
  const room = roomFor(problem, left, remaining)
  if (room.sums.some(([least, most]) => least > most)) return undefined
  const average = left.map((value) => value / remaining)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const panel = mend(problem, roundedAtRandom(problem, average, stream), { room, stream })
    if (panel) return panel
  }
  return searched(workshop, problem, { worth: [...average], room })
}

function searched({ solver }: Workshop, problem: Problem, wanted: Wanted): Int32Array | undefined {
  if (problem.counts.length > MOST_PROFILES) return undefined
  return bestPanel(solver, problem, { ...wanted, mostNodes: MOST_NODES })?.members
}

/** A panel that keeps the rules and takes as many as it can of those whose turns are still owed. */
function strayPanel({ solver, problem }: Workshop, left: Float64Array): Int32Array {
  const room = wholeRoom(problem)
  const owed = problem.counts.map(
    (count, profile) => Math.min(count, left[profile] ?? 0) / Math.max(1, count),
  )
  const panel = bestPanel(solver, problem, { worth: owed, room })
  if (!panel) throw new Error('No panel keeps the rules: test feasibility first.')
  return panel.members
}
