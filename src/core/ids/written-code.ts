import { randomInt } from 'node:crypto'
import { sha256 } from './hashes.ts'

// No 0, 1, I, L, O: a code is written down by hand and read out.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code of groups of about 20 random bits each, to be written down, read out and typed: `K7WM-2FQX-9HTN-CV4P`. */
export function makeWrittenCode(groups = 4): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** What is kept of it; capitals, blanks and hyphens do not matter. */
export function hashOfWrittenCode(code: string): Buffer {
  return sha256(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
}
