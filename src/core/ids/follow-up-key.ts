import { randomBytes } from 'node:crypto'
import { keyedHash, sha256 } from './hashes.ts'

/** Bytes of a key: 80 random bits. */
export const FOLLOW_UP_KEY_BYTES = 10

const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aiou'
const GROUPS = 6
const LETTERS = 5 * GROUPS

/**
 * A key that can be said on the telephone in any language: the ten bytes and two check bytes (the first of their
 * SHA-256) as six proquints, each five letters for sixteen bits (Wilkerson, arXiv:0901.4016). Example:
 * `lusab-babad-gutih-tugad-tobog-lugav`.
 */
export function makeFollowUpKey(bytes: Uint8Array): string {
  if (bytes.length !== FOLLOW_UP_KEY_BYTES) throw new RangeError('a follow-up key has ten bytes')
  const whole = Buffer.concat([bytes, checkOf(bytes)])
  return Array.from({ length: GROUPS }, (_, group) => proquint(whole.readUInt16BE(group * 2))).join('-')
}

/** The bytes of a new key: the same for a retry with the same retry key, so that a lost answer loses nobody their handle. */
export function followUpBytes(secret: Uint8Array, onceKey: string | null): Buffer {
  if (onceKey === null) return randomBytes(FOLLOW_UP_KEY_BYTES)
  return keyedHash(secret, 'follow-up key', onceKey).subarray(0, FOLLOW_UP_KEY_BYTES)
}

export type ParsedKey = { ok: true; key: Uint8Array } | { ok: false; why: 'mistyped' | 'wrong-length' }

/** Reads a key as people type it: case, blanks, hyphens and direction marks do not matter. A slip of the hand is told apart from an unknown key. */
export function parseFollowUpKey(text: string): ParsedKey {
  const letters = text.toLowerCase().replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
  if (letters.length !== LETTERS) return { ok: false, why: 'wrong-length' }
  const words = letters.match(/.{5}/g)?.map(bitsOf) ?? []
  const whole = Buffer.alloc(GROUPS * 2)
  for (const [group, bits] of words.entries()) {
    if (bits === null) return { ok: false, why: 'mistyped' }
    whole.writeUInt16BE(bits, group * 2)
  }
  const key = whole.subarray(0, FOLLOW_UP_KEY_BYTES)
  const isWhole = checkOf(key).equals(whole.subarray(FOLLOW_UP_KEY_BYTES))
  return isWhole ? { ok: true, key: new Uint8Array(key) } : { ok: false, why: 'mistyped' }
}

function checkOf(bytes: Uint8Array): Buffer {
  return sha256(bytes).subarray(0, 2)
}

function proquint(bits: number): string {
  const consonant = (shift: number) => CONSONANTS[(bits >> shift) & 15]
  const vowel = (shift: number) => VOWELS[(bits >> shift) & 3]
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`
}

function bitsOf(word: string): number | null {
  const [a, b, c, d, e] = [...word].map((letter, at) => (at % 2 === 0 ? CONSONANTS : VOWELS).indexOf(letter))
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) return null
  if (Math.min(a, b, c, d, e) < 0) return null
  return (a << 12) | (b << 10) | (c << 6) | (d << 4) | e
}
