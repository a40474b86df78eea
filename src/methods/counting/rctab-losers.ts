import type { Lots } from './lots.ts'
import type { RctabRules } from './rctab.ts'

interface Field {
  tally: ReadonlyMap<number, bigint>
  continuing: readonly number[]
  placesLeft: number
  writeIns: number | undefined
  rules: RctabRules
  lots: Lots
}

/** Who goes out now: undeclared write-ins first, then all who cannot be saved where the rules say so, then the lowest. */
export function losersOf(field: Field): { excluded: number[]; tieBroken: number[] } {
  const { tally, continuing, writeIns, rules, lots } = field
  const votesOf = (candidate: number) => tally.get(candidate) ?? 0n
  if (writeIns !== undefined && continuing.includes(writeIns) && votesOf(writeIns) > 0n)
    return { excluded: [writeIns], tieBroken: [] }
  const rising = [...continuing].sort((a, b) => compare(votesOf(a), votesOf(b)) || a - b)
  const together = rules.excludesTogether ? sureLosers(rising, field) : []
  if (together.length > 1) return { excluded: together.sort((a, b) => a - b), tieBroken: [] }
  const lowest = votesOf(rising[0] ?? 0)
  const equals = rising.filter((candidate) => votesOf(candidate) === lowest)
  if (equals.length === 1) return { excluded: equals, tieBroken: [] }
  const chosen = rules.tiesByCandidateOrder
    ? equals.at(-1)
    : lots.order().find((candidate) => equals.includes(candidate))
  return { excluded: [chosen ?? equals[0] ?? 0], tieBroken: equals }
}

function sureLosers(rising: readonly number[], { tally, placesLeft }: Field): number[] {
  let votes = 0n
  let size = 0
  for (let i = 0; i < rising.length - placesLeft && i + 1 < rising.length; i += 1) {
    votes += tally.get(rising[i] ?? 0) ?? 0n
    if (votes < (tally.get(rising[i + 1] ?? 0) ?? 0n)) size = i + 1
  }
  return rising.slice(0, size)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
