import type { Arithmetic } from './arithmetic/arithmetic.ts'
import { fixedDecimals } from './arithmetic/fixed.ts'
import { guardedDecimals } from './arithmetic/guarded.ts'
import type { CountRequest } from './count-request.ts'
import { validPapers } from './papers.ts'
import type { Result } from './result.ts'
import { strictPapers } from './strict-papers.ts'
import { countByGregory } from './stv/gregory.ts'
import { sureLosers } from './stv/sure-losers.ts'
import { type Tally, totalOf } from './stv/tally.ts'

/**
 * The weighted inclusive Gregory method without any statute's decimals: quota = valid papers ÷ (places + 1), not rounded;
 * more than the quota elects; all papers of the largest surplus go on at value × surplus ÷ votes; ties by lot. The model
 * rule of Lundell's Droop ("wigm"), with 18 decimals and 9 guard digits; `arithmetic` may be exact fractions instead.
 */
export function countWigm(request: CountRequest): Result {
  return countWigmWith(request, guardedDecimals(18, 9))
}

export function countWigmWith<Value>(request: CountRequest, arithmetic: Arithmetic<Value>): Result {
  const { papers, places, lots, minimums } = request
  return countByGregory(
    { papers: strictPapers(papers, 'go on'), places, arithmetic, lots, minimums },
    {
      rules: 'wigm',
      quota: (tally) => droopQuota(tally),
      hasQuota: (tally, candidate) => arithmetic.compare(totalOf(tally, candidate), tally.quota) > 0,
      lookBack: 'not at all',
      transfersZeroSurplus: false,
    },
  )
}

/**
 * The reference rule of the Proportional Representation Foundation, "Reference WIGM": quota to four decimals plus 0.0001
 * (A.1), every product and quotient cut to four (D.4), a surplus of nothing still takes a round (B.3), ties by one order
 * drawn beforehand (D.1). With `batch`, all sure losers are excluded together (B.2).
 */
export function countWigmReference(request: CountRequest, { batch = false } = {}): Result {
  const { papers, places, lots, minimums } = request
  const arithmetic = fixedDecimals(4)
  return countByGregory(
    { papers: strictPapers(papers, 'go on'), places, arithmetic, lots, minimums },
    {
      rules: batch ? 'wigm-prf-batch' : 'wigm-prf',
      quota: (tally) => droopQuota(tally),
      hasQuota: (tally, candidate) => totalOf(tally, candidate) >= tally.quota,
      lookBack: 'not at all',
      transfersZeroSurplus: true,
      transferValue: (value, surplus, votes) => arithmetic.divide(arithmetic.multiply(value, surplus), votes),
      sureLosers: batch ? sureLosers : undefined,
    },
  )
}

/** Valid papers ÷ (places + 1), one step more where decimals are cut. */
function droopQuota<Value>({ papers, places, arithmetic }: Tally<Value>): Value {
  const share = arithmetic.divide(arithmetic.of(validPapers(papers)), arithmetic.of(places + 1))
  return arithmetic.add(share, arithmetic.step)
}
