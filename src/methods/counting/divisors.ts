import { divideFractions, formatFraction, fraction } from './arithmetic/rational.ts'
import type { CountRequest } from './count-request.ts'
import { CANDIDATE, nameOf, type Papers } from './papers.ts'
import {
  CountRefused,
  headOfResult,
  plainStage,
  type Result,
  type ResultTable,
  type Stage,
} from './result.ts'
import { strictPapers } from './strict-papers.ts'

/** A divisor method: the nth seat of a list costs votes ÷ divisor(n), n from 1. */
interface Divisors {
  rules: string
  divisor(seat: number): number
}

/**
 * Seats for lists by highest averages, each paper one vote for the list of its first preference. D'Hondt (Système pratique
 * et raisonné de représentation proportionnelle, 1882) divides by 1, 2, 3 …, as the European Parliamentary Elections Act
 * 2002, section 2, wrote for Great Britain.
 */
export function countDHondt(request: CountRequest): Result {
  return countByDivisors(request, { rules: 'dhondt', divisor: (seat) => seat })
}

/** Sainte-Laguë ("La représentation proportionnelle et la méthode des moindres carrés", 1910) divides by 1, 3, 5 … */
export function countSainteLague(request: CountRequest): Result {
  return countByDivisors(request, { rules: 'sainte-lague', divisor: (seat) => 2 * seat - 1 })
}

export interface Seat {
  list: number
  /** Lists that had the same average, when a lot chose. */
  equals: number[]
}

/**
 * Gives out seats one by one to the largest average, compared exactly; equal averages go to the list with more votes, and
 * if these are equal too, in the order `lots`.
 */
export function apportion(
  votes: readonly number[],
  seats: number,
  { divisor, lots }: { divisor(seat: number): number; lots(): readonly number[] },
): Seat[] {
  const won = votes.map(() => 0)
  const given: Seat[] = []
  while (given.length < seats) {
    const average = (list: number) => fraction(votes[list] ?? 0, divisor((won[list] ?? 0) + 1))
    const isBetter = (a: number, b: number) => {
      const [x, y] = [average(a), average(b)]
      const difference = x.top * y.bottom - y.top * x.bottom
      return difference === 0n ? (votes[a] ?? 0) - (votes[b] ?? 0) : difference > 0n ? 1 : -1
    }
    const best = [...votes.keys()].reduce((found, list) => (isBetter(list, found) > 0 ? list : found), 0)
    const equals = [...votes.keys()].filter((list) => isBetter(list, best) === 0)
    const list = equals.length === 1 ? best : (lots().find((drawn) => equals.includes(drawn)) ?? best)
    won[list] = (won[list] ?? 0) + 1
    given.push({ list, equals: equals.length > 1 ? equals : [] })
  }
  return given
}

function countByDivisors(request: CountRequest, { rules, divisor }: Divisors): Result {
  if (request.minimums.length > 0)
    throw new CountRefused('Lists set their own order: drop the minimums for groups.')
  const papers = strictPapers(request.papers, 'stop')
  const votes = votesForLists(papers)
  if (!votes.some((count) => count > 0))
    throw new CountRefused('No paper names a list, so no seat can be given.')
  const seats = apportion(votes, request.places, { divisor, lots: request.lots.order })
  const elected = seats.map(({ list }) => nameOf(papers, list))
  const usedLots = seats.some(({ equals }) => equals.length > 0)
  const order = () => request.lots.order().map((list) => nameOf(papers, list))
  return {
    ...headOfResult(papers, rules, request.places),
    arithmetic: 'exact fractions',
    quota: null,
    stages: seats.map((_, at) => seatStage(papers, seats.slice(0, at + 1), { votes, divisor })),
    elected,
    lots: usedLots ? { source: request.lots.source, order: order() } : null,
    tables: [seatTable(papers, votes, elected)],
    notes: [],
  }
}

function seatTable(
  { candidates }: Papers,
  votes: readonly number[],
  elected: readonly string[],
): ResultTable {
  const seatsOf = (name: string) => elected.filter((one) => one === name).length
  const rows = candidates.map((name, list) => [name, votes[list] ?? 0, seatsOf(name)])
  return { title: 'Seats', headings: ['List', 'Votes', 'Seats'], rows }
}

function votesForLists(papers: Papers): number[] {
  const votes = papers.candidates.map(() => 0)
  for (let group = 0; group < papers.counts.length; group += 1) {
    const list = (papers.marks[papers.starts[group] ?? 0] ?? 0) & CANDIDATE
    if (!papers.withdrawn.has(list)) votes[list] = (votes[list] ?? 0) + (papers.counts[group] ?? 0)
  }
  return votes
}

/** Totals are the averages that competed for this seat, to five decimals; they were compared exactly. */
function seatStage(
  papers: Papers,
  seats: readonly Seat[],
  { votes, divisor }: { votes: readonly number[]; divisor(seat: number): number },
): Stage {
  const last = seats.at(-1)
  const before = seats.slice(0, -1)
  const name = (list: number) => nameOf(papers, list)
  const totals = votes.map((count, list): [string, string] => {
    const won = before.filter((seat) => seat.list === list).length
    return [name(list), formatFraction(divideFractions(fraction(count), fraction(divisor(won + 1))), 5)]
  })
  const elected = last ? [name(last.list)] : []
  const equals = (last?.equals ?? []).map(name)
  const tie = { between: equals, purpose: 'this seat', chosen: elected.join(), decidedBy: 'lot' }
  return plainStage({
    n: seats.length,
    action: `Seat ${seats.length}`,
    totals: Object.fromEntries(totals),
    elected,
    ties: equals.length > 0 ? [tie] : [],
  })
}
