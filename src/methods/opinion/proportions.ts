/** One-sided 90 %: production's `z-sig-90?`. */
export const Z_90 = 1.2816
/** Two-sided 95 %. */
const Z_95 = 1.959963984540054

/** The share who did, drawn a little towards one half: (k + 1) / (n + 2) (production code, `repness/comment-stats`). */
export function shrunkShare(count: number, trials: number): number {
  return (count + 1) / (trials + 2)
}

/**
 * z of "more than half did": 2√(n + 1) ((k + 1) / (n + 1) − ½) (production code, `stats/prop-test`; it adds one to both
 * before testing).
 */
export function moreThanHalf(count: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((count + 1) / (trials + 1) - 0.5)
}

export interface Count {
  count: number
  trials: number
}

/**
 * z of "more of these did than of those": the pooled two-proportion test, one added to every count; 0 where everyone did
 * (production code, `stats/two-prop-test`).
 */
export function moreThanOthers(inside: Count, outside: Count): number {
  const insideTrials = inside.trials + 1
  const outsideTrials = outside.trials + 1
  const insideShare = (inside.count + 1) / insideTrials
  const outsideShare = (outside.count + 1) / outsideTrials
  const pooled = (inside.count + outside.count + 2) / (insideTrials + outsideTrials)
  if (pooled === 1) return 0
  return (
    (insideShare - outsideShare) / Math.sqrt(pooled * (1 - pooled) * (1 / insideTrials + 1 / outsideTrials))
  )
}

/**
 * Where the true share lies with 95 % confidence: Wilson's score interval (Wilson 1927; Brown, Cai and DasGupta 2001,
 * "Interval Estimation for a Binomial Proportion", §3.1.1). Nobody asked: 0 … 1.
 */
export function shareInterval(count: number, trials: number): [low: number, high: number] {
  if (trials === 0) return [0, 1]
  const share = count / trials
  const spread = (Z_95 * Z_95) / trials
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z_95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))
  // At none and at all the interval ends in the share itself; rounding must not put it outside.
  return [Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half))]
}
