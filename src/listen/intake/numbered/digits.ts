/** Figures of any script as `0` to `9`: every script's ten stand in a row that begins at its zero. */
export function inLatinDigits(digits: string): string {
  return [...digits].map((digit) => digitValue(digit.codePointAt(0) ?? 48)).join('')
}

const IS_DIGIT = /^\p{Nd}$/u

function digitValue(point: number): number {
  let zero = point
  while (IS_DIGIT.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1
  return point - zero
}
