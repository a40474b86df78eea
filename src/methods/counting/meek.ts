import type { Arithmetic } from './arithmetic/arithmetic.ts'
import { fixedDecimals } from './arithmetic/fixed.ts'
import { guardedDecimals } from './arithmetic/guarded.ts'
import type { CountRequest } from './count-request.ts'
import type { Result } from './result.ts'
import { rankedPapers, strictPapers } from './strict-papers.ts'
import { countByKeepFactors, droopShare } from './stv/keep-factors.ts'

/**
 * Meek's rule (Hill, Wichmann and Woodall, "Single transferable vote by Meek's method", Computer Journal 30, 1987): every
 * elected candidate keeps a share of each paper, the same share of all, so that he or she holds just the quota; the quota
 * falls as votes become non-transferable. Equal ranks share a paper equally. 18 decimals with 9 guard digits; an iteration
 * ends at a surplus of 10^-9, or earlier when some candidates can no longer win. A missing rank is passed over.
 */
export function countMeek(request: CountRequest): Result {
  return countMeekWith(request, guardedDecimals(18, 9), 9)
}

/** The same by another arithmetic, down to a surplus of 10^-`omegaPlaces`. */
export function countMeekWith<Value>(
  request: CountRequest,
  arithmetic: Arithmetic<Value>,
  omegaPlaces: number,
): Result {
  const { papers, places, lots, minimums } = request
  const omega = arithmetic.divide(arithmetic.one, arithmetic.of(10 ** omegaPlaces))
  const start = { papers: rankedPapers(papers), places, arithmetic, lots, minimums }
  return countByKeepFactors(start, {
    rules: 'meek',
    keep: (factor, weight) => ({
      kept: arithmetic.multiply(weight, factor),
      passed: arithmetic.multiply(weight, arithmetic.subtract(arithmetic.one, factor)),
    }),
    quota: droopShare(arithmetic, places),
    isSmall: (surplus) => arithmetic.compare(surplus, omega) <= 0,
    excludesSureLosers: true,
  })
}

/**
 * The reference rule of the Proportional Representation Foundation, "Reference Meek Rule": nine decimals, products and
 * quotients of keep factors rounded up (B.2.a, B.2.f), quota cut and one step more (B.2.b), an iteration ends below a
 * surplus of 0.000001 (B.2.e), one exclusion at a time (B.3).
 */
export function countMeekReference({ papers, places, lots, minimums }: CountRequest): Result {
  const arithmetic = fixedDecimals(9)
  const start = { papers: strictPapers(papers, 'go on'), places, arithmetic, lots, minimums }
  return countByKeepFactors(start, {
    rules: 'meek-prf',
    keep: (factor, weight) => {
      const kept = arithmetic.multiply(weight, factor, 'up')
      return { kept, passed: weight - kept }
    },
    quota: droopShare(arithmetic, places),
    isSmall: (surplus) => surplus < 1_000n,
    excludesSureLosers: false,
  })
}
