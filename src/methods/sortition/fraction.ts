/** An exact number: numerator over a positive denominator, in lowest terms. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('A fraction needs a denominator other than 0.')
  const divisor = commonDivisor(
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  )
  const sign = denominator < 0n ? -1n : 1n
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor }
}

export function isLess(one: Fraction, other: Fraction): boolean {
  return one.numerator * other.denominator < other.numerator * one.denominator
}

/** The nearest floating-point number, for people and JSON; the fraction itself is what counts. */
export function decimalOf({ numerator, denominator }: Fraction): number {
  const scaled = (numerator * 10n ** 18n) / denominator
  return Number(scaled) / 1e18
}

export function wordsOf({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger === 0n ? 1n : larger
}
