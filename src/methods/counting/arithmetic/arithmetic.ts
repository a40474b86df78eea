/** Which way a result that does not fit the decimals is cut. */
export type Rounding = 'down' | 'up'

/**
 * How a rule book reckons votes. Every rule names its arithmetic, because two that agree on the method and differ in the
 * decimals can elect different people. No implementation uses floating point.
 */
export interface Arithmetic<Value> {
  /** Words for the report, such as "fixed decimals, 5 places". */
  name: string
  /** Exact (or nearly): a vote must exceed the quota. Otherwise the quota is rounded up and reaching it is enough. */
  isExact: boolean
  zero: Value
  one: Value
  /** The smallest step, zero where there is none. */
  step: Value
  of(papers: number): Value
  add(a: Value, b: Value): Value
  subtract(a: Value, b: Value): Value
  /** Exact multiple: a parcel of so many papers at this value. */
  times(value: Value, papers: number): Value
  multiply(a: Value, b: Value, rounding?: Rounding): Value
  divide(a: Value, b: Value, rounding?: Rounding): Value
  /** `a × b ÷ c`, cut once, after the division. */
  share(a: Value, b: Value, c: Value): Value
  /** Below zero, zero or above, as `Array.sort` wants it. */
  compare(a: Value, b: Value): number
  format(value: Value): string
}

/** 10 to the power of `places`, as an integer. */
export function powerOfTen(places: number): bigint {
  return 10n ** BigInt(places)
}

/** `value` counts steps of 10^-places: 150000n with 5 places → "1.50000". */
export function formatSteps(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const sign = value < 0n ? '-' : ''
  const whole = digits.slice(0, digits.length - places)
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - places)}`
}
