import { type Fraction, fraction, isLess } from './fraction.ts'
import type { Problem } from './problem.ts'

/** Prices that prove a bound, one whole number a rule, and the bound they prove. */
export interface PriceProof {
  prices: bigint[]
  high: Fraction
}

/** Denominators tried before giving up on small numbers: enough for pools of hundreds. */
const MOST_DENOMINATOR = 5_000
const NEAR = 1e-6
const FINE = 1e12

/**
 * What the prices prove, in whole numbers: no lottery gives everyone (but those in `never`, whom no panel can hold) a
 * chance above this.
 *
 * Let u be the prices and g_t = (people of profile t) · (sum of u over its rules). For any panel the priced sums are at
 * most β = Σ (u > 0 ? u·max : u·min), and on average they are Σ g_t p_t. Where every chance is at least z, and none is
 * above 1, β ≥ z · Σ(positive g) + Σ(negative g); so z ≤ (β − Σ negative g) / Σ positive g. Any prices prove some
 * bound; good ones a sharp one. No solver has to be believed.
 */
export function provenBound(
  problem: Problem,
  prices: readonly bigint[],
  never: readonly number[],
): Fraction | undefined {
  let most = 0n
  problem.rules.forEach(({ min, max }, rule) => {
    const price = prices[rule] ?? 0n
    most += price * BigInt(price > 0n ? max : min)
  })
  const excluded = new Set(never)
  let positive = 0n
  problem.counts.forEach((count, profile) => {
    if (excluded.has(profile)) return
    let gain = 0n
    for (const rule of problem.rulesOf[profile] ?? []) gain += prices[rule] ?? 0n
    gain *= BigInt(count)
    if (gain > 0n) positive += gain
    else most -= gain
  })
  return positive > 0n ? fraction(most, positive) : undefined
}

/** Whole-number prices near the solver's, chosen to prove the sharpest bound. Undefined where they prove nothing. */
export function proofFrom(
  problem: Problem,
  prices: readonly number[],
  never: readonly number[],
): PriceProof | undefined {
  let best: PriceProof | undefined
  for (const whole of [smallPrices(prices), finePrices(prices)]) {
    const high = whole && provenBound(problem, whole, never)
    if (whole && high && (!best || isLess(high, best.high))) best = { prices: whole, high }
  }
  return best
}

/** Prices of small pools are simple fractions of one another: brought to their common denominator they are exact. */
function smallPrices(prices: readonly number[]): bigint[] | undefined {
  const unit = Math.min(...prices.map(Math.abs).filter((price) => price > NEAR * NEAR))
  if (!Number.isFinite(unit)) return undefined
  const ratios = prices.map((price) => price / unit)
  for (let denominator = 1; denominator <= MOST_DENOMINATOR; denominator++)
    if (
      ratios.every(
        (ratio) => Math.abs(ratio * denominator - Math.round(ratio * denominator)) < NEAR * denominator,
      )
    )
      return ratios.map((ratio) => BigInt(Math.round(ratio * denominator)))
  return undefined
}

function finePrices(prices: readonly number[]): bigint[] {
  const largest = Math.max(...prices.map(Math.abs))
  return prices.map((price) => BigInt(Math.round((price / (largest || 1)) * FINE)))
}
