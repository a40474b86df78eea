import type { Problem } from './problem.ts'

export interface NashChances {
  chances: number[]
  /** No lottery has a geometric mean of the chances (of those who can be drawn) above this. */
  meanAtMost: number
}

const MOST_ROUNDS = 20_000
const CLOSE = 1e-10

/**
 * The chances with the largest product (Nash welfare), over the average panel.
 *
 * Solved by prices: with u_r the price of rule r and g_t the sum of the prices over a profile's rules, the best chance
 * at these prices is min(1, 1/g_t), and the prices are right when every priced rule is just kept. One price after the
 * other is set so that its own rule is kept (coordinate descent on the convex dual), until none moves. By weak duality
 * any prices prove a bound on the product: that is `meanAtMost`.
 */
export function nashChances(problem: Problem, never: readonly number[]): NashChances {
  const excluded = new Set(never)
  const counts = problem.counts.map((count, profile) => (excluded.has(profile) ? 0 : count))
  const people = counts.reduce((sum, count) => sum + count, 0)
  const market: Market = {
    problem,
    counts,
    prices: problem.rules.map(() => 0),
    sums: new Float64Array(counts.length),
  }
  setPrice(market, problem.rules.length - 1, people / problem.size)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0
    for (let rule = 0; rule < problem.rules.length; rule++) moved = Math.max(moved, settlePrice(market, rule))
    if (moved < CLOSE) break
  }
  const chances = counts.map((count, profile) => (count === 0 ? 0 : chanceAt(market.sums[profile] ?? 0)))
  return { chances, meanAtMost: Math.exp(dualValue(market) / people) }
}

/** The geometric mean of the chances of those who can be drawn. */
export function geometricMean(chances: readonly number[], never: ReadonlySet<number>): number {
  const drawn = chances.filter((_, person) => !never.has(person))
  return Math.exp(drawn.reduce((sum, chance) => sum + Math.log(chance), 0) / drawn.length)
}

interface Market {
  problem: Problem
  /** People of each profile, 0 for those whom no panel can hold. */
  counts: number[]
  prices: number[]
  /** For each profile the sum of the prices of its rules. */
  sums: Float64Array
}

function chanceAt(price: number): number {
  return price <= 1 ? 1 : 1 / price
}

/** Members expected under a rule if its price changed by `change`. */
function expected({ problem, counts, sums }: Market, rule: number, change: number): number {
  let members = 0
  for (const profile of problem.rules[rule]?.profiles ?? [])
    members += (counts[profile] ?? 0) * chanceAt((sums[profile] ?? 0) + change)
  return members
}

function setPrice({ problem, prices, sums }: Market, rule: number, price: number) {
  const change = price - (prices[rule] ?? 0)
  prices[rule] = price
  for (const profile of problem.rules[rule]?.profiles ?? []) sums[profile] = (sums[profile] ?? 0) + change
}

/** Price 0 if the rule is kept without one; else the price at which it is just kept. Returns by how much it moved. */
function settlePrice(market: Market, rule: number): number {
  const { min, max } = market.problem.rules[rule] ?? { min: 0, max: 0 }
  const old = market.prices[rule] ?? 0
  const free = expected(market, rule, -old)
  const price = free > max ? priceFor(market, rule, max) : free < min ? priceFor(market, rule, min) : 0
  const scale = Math.max(1, Math.abs(price))
  setPrice(market, rule, price)
  return Math.abs(price - old) / scale
}

/** More members mean a lower price: halving between two prices that lie on either side. */
function priceFor(market: Market, rule: number, target: number): number {
  const old = market.prices[rule] ?? 0
  let [low, high] = [-1, 1]
  while (expected(market, rule, low) < target && low > -1e12) low *= 2
  while (expected(market, rule, high) > target && high < 1e12) high *= 2
  for (let halving = 0; halving < 100 && high - low > 1e-13 * Math.max(1, Math.abs(old)); halving++) {
    const middle = (low + high) / 2
    if (expected(market, rule, middle) > target) low = middle
    else high = middle
  }
  return old + (low + high) / 2
}

/** Σ over rules of the priced bound + Σ over people of the best they can have at these prices. */
function dualValue({ problem, prices, counts, sums }: Market): number {
  let value = 0
  problem.rules.forEach(({ min, max }, rule) => {
    const price = prices[rule] ?? 0
    value += price * (price > 0 ? max : min)
  })
  counts.forEach((count, profile) => {
    const price = sums[profile] ?? 0
    value += count * (price <= 1 ? -price : -1 - Math.log(price))
  })
  return value
}
