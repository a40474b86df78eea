import type { Person } from './pool.ts'
import type { Quota } from './quotas.ts'
import { type Stream, streamFrom } from './stream.ts'

/** The shape of a made-up pool. */
export interface PoolShape {
  people: number
  size: number
  /** Number of values of each category. */
  values: readonly number[]
  /** By how much those who answer differ from the population: 0 not at all, 0.6 as volunteers do. */
  skew?: number
  /** How far the quotas reach beyond the population's share, in persons; 0: the whole numbers on either side. */
  slack?: number
}

/**
 * A made-up pool with quotas from a made-up population, for tests and benchmarks. Whoever answers differs from the
 * population, categories hang together by one hidden trait, and quotas are the population's shares. The same seed
 * gives the same pool for ever.
 */
export function syntheticPool(shape: PoolShape, seed: string): { pool: Person[]; quotas: Quota[] } {
  const stream = streamFrom(Buffer.from(seed, 'utf8'), 'folkmoot synthetic pool, v1')
  const { skew = 0.6, slack = 0, size } = shape
  const shares = shape.values.map((count) => sharesOf(count, stream))
  const answering = shares.map((share) => share.map((part) => part * Math.exp(skew * normal(stream))))
  const pool = Array.from({ length: shape.people }, (_, index) => {
    const trait = normal(stream)
    const values = answering.map(
      (weights, category) => `v${pick(tilted(weights, category % 2 ? trait : -trait), stream)}`,
    )
    return { id: `p${index + 1}`, values }
  })
  const quotas = shares.flatMap((share, category) =>
    share.map((part, value) => ({
      category: `c${category}`,
      value: `v${value}`,
      min: Math.max(0, Math.floor(part * size - slack)),
      max: Math.ceil(part * size + slack),
    })),
  )
  return { pool, quotas }
}

function sharesOf(count: number, stream: Stream): number[] {
  const weights = Array.from({ length: count }, () => 0.4 + stream.fraction())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function tilted(weights: readonly number[], trait: number): number[] {
  const last = Math.max(1, weights.length - 1)
  return weights.map((weight, value) => weight * Math.exp(0.5 * trait * (value / last - 0.5)))
}

function pick(weights: readonly number[], stream: Stream): number {
  let left = stream.fraction() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return found < 0 ? weights.length - 1 : found
}

/** Box–Muller, from two fractions. */
function normal(stream: Stream): number {
  return Math.sqrt(-2 * Math.log(1 - stream.fraction())) * Math.cos(2 * Math.PI * stream.fraction())
}
