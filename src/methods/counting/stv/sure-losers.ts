import { byVotes, continuing, placesLeft, sum, surplusOf, type Tally, totalOf } from './tally.ts'

/**
 * The largest set of lowest candidates who cannot win whatever happens: their votes and all untransferred surpluses
 * together stay below the next candidate, equals go together, and enough candidates remain (Reference WIGM, B.2).
 */
export function sureLosers<Value>(tally: Tally<Value>): number[] {
  const surpluses = [...tally.pending].map((candidate) => surplusOf(tally, candidate))
  return sureLosersAt(tally, sum(tally.arithmetic, surpluses))
}

/** The same with the total surplus told. */
export function sureLosersAt<Value>(tally: Tally<Value>, surplus: Value): number[] {
  // Minimums for groups can save a loser: then one goes at a time.
  if (tally.minimums.length > 0) return []
  const { arithmetic } = tally
  const rising = byVotes(tally, continuing(tally)).reverse()
  const mostExcluded = Math.min(rising.length - placesLeft(tally), rising.length - 1)
  let votes = surplus
  let size = 0
  for (let i = 0; i < mostExcluded; i += 1) {
    votes = arithmetic.add(votes, totalOf(tally, rising[i] ?? 0))
    if (arithmetic.compare(votes, totalOf(tally, rising[i + 1] ?? 0)) < 0) size = i + 1
  }
  return rising.slice(0, size).sort((a, b) => a - b)
}
