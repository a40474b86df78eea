import { createHash } from 'node:crypto'
import { type PriceProof, proofFrom } from './certificate.ts'
import { fairestPortfolio } from './column-generation.ts'
import { type FairChances, fairestChances } from './fair-chances.ts'
import { decimalOf, type Fraction, fraction } from './fraction.ts'
import { geometricMean, nashChances } from './nash.ts'
import { nashPortfolio } from './nash-portfolio.ts'
import {
  MOST_PROFILES,
  type NumberedPanels,
  numberPortfolio,
  panelCountFor,
  splitIntoPanels,
  totalsFor,
  type Workshop,
} from './number-panels.ts'
import type { Person } from './pool.ts'
import { brokenRule } from './problem.ts'
import { groupProfiles } from './profiles.ts'
import type { Quota } from './quotas.ts'
import { seatPeople } from './seats.ts'
import type { Solver } from './solver.ts'
import { streamFrom } from './stream.ts'

export type Method = 'leximin' | 'maximin' | 'nash'

export interface LotteryRequest {
  pool: readonly Person[]
  quotas: readonly Quota[]
  /** Places on the panel. */
  size: number
  method: Method
  /** Exactly this many numbered panels; absent: 1,000 to 1,999, whichever serves the least chance best. */
  panels?: number | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** Numbered panels of which one number decides. Panel 1 is `panels[0]`. */
export interface Lottery {
  method: Method
  /** Places in the pool, ascending, panel by panel. */
  panels: number[][]
  /** For each person the number of panels they sit on: the exact chance is this over the number of panels. */
  seats: number[]
  /** Exact least chance of those whom some panel can hold. */
  least: Fraction
  /** Between these lies the best any lottery can do: the least chance, or for `nash` the geometric mean. */
  bounds: { low: number; high: number; of: 'minimum chance' | 'geometric mean' }
  /** What proves the upper bound: prices of the rules, checked in whole numbers, or the word of the solver. */
  proof: { kind: 'prices'; proof: PriceProof } | { kind: 'solver' }
  /** Places in the pool of people whom no panel can hold. */
  never: number[]
}

/** As many as three ten-sided dice decide between. */
const FEWEST_PANELS = 1_000
/** The panels are made before any public number is known, from the pool itself: nobody can steer them by a seed. */
const MAKING = 'folkmoot sortition: making panels, v1'

/**
 * The fairest lottery over panels that keep every quota, as numbered panels, with the proof of how good it is.
 * Undefined where no panel keeps the quotas (`feasibility.ts` says why). Time: under a second for hundreds of people.
 */
export function findLottery(solver: Solver, request: LotteryRequest): Lottery | undefined {
  const { pool, quotas, size, method } = request
  const { problem, profiles } = groupProfiles(pool, quotas, size)
  const stream = streamFrom(fingerprintOf(request), MAKING)
  const workshop: Workshop = { solver, problem, stream, onPanel: request.onProgress }
  const ideal = fairestChances(solver, problem, { onlyLeast: method === 'maximin' })
  if (!ideal) return undefined
  const made = makePanels(workshop, ideal, request)
  if (!made) return undefined
  const broken = made.panels.map((panel) => brokenRule(problem, panel)).find((rule) => rule !== undefined)
  if (broken) throw new Error(`A panel was made that breaks "${broken.name}".`)
  const panels = seatPeople({ pool, profiles }, made.panels, stream)
  const seats = seatsOf(pool.length, panels)
  const never = made.never
    .flatMap((profile) => profiles[profile]?.members ?? [])
    .sort((one, other) => one - other)
  const least = leastOf(seats, { panels: panels.length, never: new Set(never) })
  return {
    method,
    panels,
    seats,
    least,
    never,
    ...boundsOf(made, { method, seats, least, never, panels: panels.length }),
  }
}

interface Made extends NumberedPanels {
  never: number[]
  leastAtMost: number
  proof?: PriceProof | undefined
  meanAtMost?: number | undefined
}

/** Panels are split anew so often before their average is thought out of reach. */
const ATTEMPTS = 3

/** First for the chances that the average panel allows; where whole panels cannot reach them, for those they can. */
function makePanels(workshop: Workshop, ideal: FairChances, request: LotteryRequest): Made | undefined {
  const { problem } = workshop
  const nash = request.method === 'nash' ? nashChances(problem, ideal.never) : undefined
  const count = request.panels ?? panelCountFor(ideal.least, FEWEST_PANELS)
  const chances = nash?.chances ?? ideal.chances
  const promised =
    request.method === 'maximin' ? chances.map((chance) => Math.min(chance, ideal.least)) : chances
  const totals = totalsFor(workshop, { chances, promised }, count)
  const numbered = totals && panelsWithTotals(workshop, totals, count)
  if (!numbered) return makeWholePanels(workshop, request)
  const proof = proofFrom(problem, ideal.prices, ideal.never)
  const leastAtMost = proof ? decimalOf(proof.high) : ideal.least
  return { ...numbered, never: ideal.never, proof, leastAtMost, meanAtMost: nash?.meanAtMost }
}

function panelsWithTotals(workshop: Workshop, totals: Int32Array, count: number): NumberedPanels | undefined {
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const numbered = splitIntoPanels(workshop, totals, { count, mayStray: false })
    if (numbered) return numbered
  }
  // Column generation over so many profiles would take hours; there the last few panels may stray instead.
  const isLarge = workshop.problem.counts.length > MOST_PROFILES
  return splitIntoPanels(workshop, totals, { count, mayStray: isLarge })
}

function makeWholePanels(workshop: Workshop, { method, panels }: LotteryRequest): Made | undefined {
  const { solver, problem } = workshop
  const nash = method === 'nash' ? nashPortfolio(solver, problem) : undefined
  const portfolio = nash ?? fairestPortfolio(solver, problem, { onlyLeast: method === 'maximin' })
  const count = panels ?? panelCountFor(portfolio.least, FEWEST_PANELS)
  const numbered = numberPortfolio(workshop, portfolio, count)
  return (
    numbered && {
      ...numbered,
      never: portfolio.never,
      leastAtMost: portfolio.atMost,
      meanAtMost: nash?.meanAtMost,
    }
  )
}

function seatsOf(people: number, panels: readonly (readonly number[])[]): number[] {
  const seats = new Array<number>(people).fill(0)
  for (const panel of panels) for (const place of panel) seats[place] = (seats[place] ?? 0) + 1
  return seats
}

function leastOf(
  seats: readonly number[],
  { panels, never }: { panels: number; never: ReadonlySet<number> },
): Fraction {
  const fewest = seats.reduce(
    (least, held, place) => (never.has(place) ? least : Math.min(least, held)),
    panels,
  )
  return fraction(BigInt(fewest), BigInt(panels))
}

interface Outcome {
  method: Method
  seats: readonly number[]
  least: Fraction
  never: readonly number[]
  panels: number
}

function boundsOf(
  made: Made,
  { method, seats, least, never, panels }: Outcome,
): Pick<Lottery, 'bounds' | 'proof'> {
  const proof = made.proof ? ({ kind: 'prices', proof: made.proof } as const) : ({ kind: 'solver' } as const)
  if (method === 'nash') {
    const low = geometricMean(
      seats.map((held) => held / panels),
      new Set(never),
    )
    return { bounds: { low, high: Math.max(low, made.meanAtMost ?? low), of: 'geometric mean' }, proof }
  }
  const low = decimalOf(least)
  return { bounds: { low, high: Math.max(low, made.leastAtMost), of: 'minimum chance' }, proof }
}

function fingerprintOf({ pool, quotas, size, method }: LotteryRequest): Uint8Array {
  const plain = [
    pool.map(({ id, values, household }) => [id, values, household ?? null]),
    quotas.map(({ category, value, min, max }) => [category, value, min, max]),
    [size, method],
  ]
  return createHash('sha256').update(JSON.stringify(plain)).digest()
}
