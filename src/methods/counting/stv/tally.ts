import type { Arithmetic } from '../arithmetic/arithmetic.ts'
import type { Lots } from '../lots.ts'
import type { Papers } from '../papers.ts'
import type { Stage, Tie, Transfer } from '../result.ts'
import type { GroupMinimum } from './groups.ts'

export type Standing = 'continuing' | 'elected' | 'excluded' | 'withdrawn'

/** Papers that came to a candidate together and count the same each. */
export interface Parcel<Value> {
  /** Groups of papers. */
  groups: Uint32Array
  papers: number
  value: Value
  /** The point of the count at which they came: entries of `history` there were, plus one. */
  point: number
}

/** Where every paper lies while a count goes on, and what has been decided. Counts change it step by step. */
export interface Tally<Value> {
  papers: Papers
  places: number
  arithmetic: Arithmetic<Value>
  lots: Lots
  minimums: readonly GroupMinimum[]
  /** Index into `papers.marks` of the mark for which each group counts now. */
  position: Uint32Array
  parcels: Parcel<Value>[][]
  totals: Value[]
  standing: Standing[]
  /** Elected with a surplus (perhaps zero) that has not been dealt with. */
  pending: Set<number>
  nonTransferable: Value
  quota: Value
  elected: number[]
  /** Totals at the end of each stage (ERS97: of each batch), for ties. */
  history: { label: string; totals: Value[] }[]
  stages: Stage[]
  /** What the stage now under way has done so far. */
  open: { transfers: Transfer[]; ties: Tie[]; elected: number[]; excluded: number[] }
  usedLots: boolean
}

export interface TallyStart<Value> {
  papers: Papers
  places: number
  arithmetic: Arithmetic<Value>
  lots: Lots
  minimums: readonly GroupMinimum[]
}

export function openTally<Value>(start: TallyStart<Value>): Tally<Value> {
  const { papers, arithmetic } = start
  const { zero } = arithmetic
  return {
    ...start,
    position: papers.starts.slice(0, papers.counts.length),
    parcels: papers.candidates.map(() => []),
    totals: papers.candidates.map(() => zero),
    standing: papers.candidates.map((_, candidate) =>
      papers.withdrawn.has(candidate) ? 'withdrawn' : 'continuing',
    ),
    pending: new Set(),
    nonTransferable: zero,
    quota: zero,
    elected: [],
    history: [],
    stages: [],
    open: { transfers: [], ties: [], elected: [], excluded: [] },
    usedLots: false,
  }
}

/** Candidates neither elected nor excluded, in the order of the paper. */
export function continuing<Value>(tally: Tally<Value>): number[] {
  return tally.standing.flatMap((standing, candidate) => (standing === 'continuing' ? [candidate] : []))
}

export function placesLeft<Value>(tally: Tally<Value>): number {
  return tally.places - tally.elected.length
}

/** All places are filled, or no more candidates continue than places are left. */
export function isDecided<Value>(tally: Tally<Value>): boolean {
  return placesLeft(tally) <= 0 || continuing(tally).length <= placesLeft(tally)
}

export function totalOf<Value>(tally: Tally<Value>, candidate: number): Value {
  return tally.totals[candidate] ?? tally.arithmetic.zero
}

export function surplusOf<Value>(tally: Tally<Value>, candidate: number): Value {
  return tally.arithmetic.subtract(totalOf(tally, candidate), tally.quota)
}

export function elect<Value>(tally: Tally<Value>, candidate: number): void {
  tally.standing[candidate] = 'elected'
  tally.elected.push(candidate)
  tally.open.elected.push(candidate)
}

export function exclude<Value>(tally: Tally<Value>, candidate: number): void {
  tally.standing[candidate] = 'excluded'
  tally.open.excluded.push(candidate)
}

/** Highest votes first; equal ones in the order of the paper. */
export function byVotes<Value>(tally: Tally<Value>, candidates: readonly number[]): number[] {
  const { compare } = tally.arithmetic
  return [...candidates].sort((a, b) => compare(totalOf(tally, b), totalOf(tally, a)) || a - b)
}

export function sum<Value>(arithmetic: Arithmetic<Value>, values: Iterable<Value>): Value {
  let total = arithmetic.zero
  for (const value of values) total = arithmetic.add(total, value)
  return total
}
