import { randomInt } from 'node:crypto'
import { sha256 } from '#core/ids/hashes.ts'

const LETTERS = 8
// No 0, 1, I, L, O: a code is read from paper and typed.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
// The number before the code, whatever stands between them; nothing else of an address is looked at.
const READ = /(?:^|[/\s])([1-9]\d{0,14})[\s\p{Pd}]+([0-9A-Z]{4})[\s\p{Pd}]?([0-9A-Z]{4})\s*$/u

/** What a slip's code says: its public number, and eight letters that nobody makes up. */
export interface SlipCode {
  number: number
  code: string
}

export function makeCode(): string {
  return Array.from({ length: LETTERS }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

/** `2417-K7WM-2FQX`, below the square. */
export function written({ number, code }: SlipCode): string {
  return `${number}-${code.slice(0, 4)}-${code.slice(4)}`
}

export function pathOfSlip(slip: SlipCode): string {
  return `/intake/slip/${written(slip)}`
}

/** Reads what a phone found or a person typed: an address ending in the code, or the code alone. Null when it is none. */
export function parseSlipCode(text: string): SlipCode | null {
  const found = READ.exec(
    text
      .replace(/\p{Cf}/gu, '')
      .trim()
      .toUpperCase(),
  )
  if (!found) return null
  return { number: Number(found[1]), code: `${found[2]}${found[3]}` }
}

/** What is kept of a code, bound to its number. */
export function hashOfCode({ number, code }: SlipCode): Buffer {
  return sha256('slip\0', String(number), '\0', code)
}
