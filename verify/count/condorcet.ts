import type { Election } from './papers.ts'
import type { Recount } from './recount.ts'

/** `table[a][b]`: papers that put a above b; who is unranked stands below all who are ranked. */
export function contests({ names, kinds, withdrawn }: Election): number[][] {
  const table = names.map(() => names.map(() => 0))
  for (const { ranks, papers } of kinds) {
    const rankOf = new Map(
      ranks.flatMap((rank, at) => rank.map((candidate): [number, number] => [candidate, at])),
    )
    for (const a of names.keys())
      for (const b of names.keys()) {
        const isAbove = (rankOf.get(a) ?? names.length) < (rankOf.get(b) ?? names.length)
        const row = table[a]
        if (row && isAbove && !withdrawn.has(a) && !withdrawn.has(b)) row[b] = (row[b] ?? 0) + papers
      }
  }
  return table
}

export function countCondorcet(election: Election, method: string, lots: readonly number[]): Recount {
  const table = contests(election)
  const standing = [...election.names.keys()].filter((candidate) => !election.withdrawn.has(candidate))
  const beats = method === 'schulze' ? bySchulze(table, standing) : byRankedPairs(table, standing, lots)
  const left = lots.filter((candidate) => standing.includes(candidate))
  const order: number[] = []
  while (left.length > 0) {
    const at = left.findIndex((candidate) => left.every((other) => !beats(other, candidate)))
    order.push(...left.splice(Math.max(0, at), 1))
  }
  const names = (candidates: number[]) => candidates.map((candidate) => election.names[candidate] ?? '')
  const won = (a: number) => standing.filter((b) => (table[a]?.[b] ?? 0) > (table[b]?.[a] ?? 0)).length
  return {
    quota: null,
    stages: [Object.fromEntries(standing.map((a) => [election.names[a] ?? '', String(won(a))]))],
    elected: names(order.slice(0, election.places)),
  }
}

type Beats = (a: number, b: number) => boolean

/** Schulze by widening: a path as strong as `limit` exists when b can be reached over defeats of at least that many votes. */
function bySchulze(table: number[][], standing: readonly number[]): Beats {
  const defeat = (a: number, b: number) =>
    (table[a]?.[b] ?? 0) > (table[b]?.[a] ?? 0) ? (table[a]?.[b] ?? 0) : 0
  const strength = (from: number, to: number): number => {
    const limits = [...new Set(standing.flatMap((a) => standing.map((b) => defeat(a, b))))].sort(
      (a, b) => b - a,
    )
    for (const limit of limits)
      if (limit > 0 && isReached(from, to, (a, b) => defeat(a, b) >= limit, standing)) return limit
    return 0
  }
  const strengths = new Map(
    standing.flatMap((a) =>
      standing.map((b): [string, number] => [`${a},${b}`, a === b ? 0 : strength(a, b)]),
    ),
  )
  return (a, b) => (strengths.get(`${a},${b}`) ?? 0) > (strengths.get(`${b},${a}`) ?? 0)
}

function isReached(from: number, to: number, joins: Beats, standing: readonly number[]): boolean {
  const found = new Set([from])
  for (const a of found) for (const b of standing) if (joins(a, b)) found.add(b)
  return found.has(to)
}

/** Ranked pairs: the largest defeat first, equal ones by lot; one that would close a circle is left out. */
function byRankedPairs(table: number[][], standing: readonly number[], lots: readonly number[]): Beats {
  const pairs = standing
    .flatMap((a) => standing.map((b) => ({ a, b, for: table[a]?.[b] ?? 0, against: table[b]?.[a] ?? 0 })))
    .filter((pair) => pair.for > pair.against)
  pairs.sort(
    (x, y) =>
      y.for - x.for ||
      x.against - y.against ||
      lots.indexOf(y.b) - lots.indexOf(x.b) ||
      lots.indexOf(x.a) - lots.indexOf(y.a),
  )
  const locked = new Set<string>()
  const isLocked: Beats = (a, b) => locked.has(`${a}>${b}`)
  for (const { a, b } of pairs) if (!isReached(b, a, isLocked, standing)) locked.add(`${a}>${b}`)
  return isLocked
}
