import { nameOf } from '../papers.ts'
import { type Tally, totalOf } from './tally.ts'

/** In which order the earlier stages are asked when votes are equal. */
export type LookBack = 'latest stage first' | 'earliest stage first' | 'not at all'

export interface Question {
  purpose: string
  wanted: 'most votes' | 'fewest votes'
  lookBack: LookBack
}

/**
 * The one candidate with most (or fewest) votes; between equals the stages behind decide in the order the rule book wants,
 * and last the lot. Every tie is written down with what decided it.
 */
export function choose<Value>(
  tally: Tally<Value>,
  candidates: readonly number[],
  question: Question,
): number {
  const equals = extreme(tally.totals, candidates, { tally, question })
  const [first] = equals
  if (equals.length === 1 && first !== undefined) return first
  return breakTie(tally, equals, question)
}

export function breakTie<Value>(tally: Tally<Value>, equals: readonly number[], question: Question): number {
  let left = equals
  for (const { label, totals } of pointsToAsk(tally, question.lookBack)) {
    left = extreme(totals, left, { tally, question })
    const [only] = left
    if (left.length === 1 && only !== undefined)
      return noteTie(tally, equals, { question, chosen: only, decidedBy: `votes at ${label}` })
  }
  const chosen = tally.lots.order().find((candidate) => left.includes(candidate)) ?? left[0] ?? 0
  tally.usedLots = true
  return noteTie(tally, equals, { question, chosen, decidedBy: `lot (${tally.lots.source})` })
}

function pointsToAsk<Value>(tally: Tally<Value>, lookBack: LookBack): Tally<Value>['history'] {
  if (lookBack === 'not at all') return []
  return lookBack === 'latest stage first' ? tally.history.toReversed() : tally.history
}

function extreme<Value>(
  votes: readonly Value[],
  candidates: readonly number[],
  { tally, question }: { tally: Tally<Value>; question: Question },
): number[] {
  const { compare, zero } = tally.arithmetic
  const sign = question.wanted === 'most votes' ? 1 : -1
  const of = (candidate: number) => votes[candidate] ?? zero
  let best = candidates[0] ?? 0
  for (const candidate of candidates) if (sign * compare(of(candidate), of(best)) > 0) best = candidate
  return candidates.filter((candidate) => compare(of(candidate), of(best)) === 0)
}

function noteTie<Value>(
  tally: Tally<Value>,
  equals: readonly number[],
  { question, chosen, decidedBy }: { question: Question; chosen: number; decidedBy: string },
): number {
  tally.open.ties.push({
    between: equals.map((candidate) => nameOf(tally.papers, candidate)),
    purpose: question.purpose,
    chosen: nameOf(tally.papers, chosen),
    decidedBy,
  })
  return chosen
}

/** The vote that equals have, for messages. */
export function votesOf<Value>(tally: Tally<Value>, candidate: number): string {
  return tally.arithmetic.format(totalOf(tally, candidate))
}
