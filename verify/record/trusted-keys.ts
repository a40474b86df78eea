import { type Bytes, equal } from './hash.ts'
import type { Leaf } from './leaf.ts'
import { type Head, isEd25519, isSignedBy, type SignedNote, type Vkey, vkeyOf } from './note.ts'

/**
 * The key itself, and the same key in the name of a later epoch: after a restore from backup a record goes on under
 * `<name>/epoch-2`, so that nobody takes the restore for a rollback (docs/formats/checkpoint.md).
 */
export function keyFor(origin: string, key: Vkey): Vkey | undefined {
  if (origin === key.name) return key
  return baseOf(origin) === baseOf(key.name) ? vkeyOf(origin, key.kind, key.key) : undefined
}

/** The record's first name, without the epoch. */
export function baseOf(origin: string): string {
  return origin.replace(/\/epoch-[1-9]\d*$/, '')
}

/** The epoch that a name speaks of; the first has none in its name. */
export function epochOf(origin: string): number {
  return Number(/\/epoch-([1-9]\d*)$/.exec(origin)?.[1] ?? 1)
}

/** Which of the keys signed the checkpoint; undefined when none did. */
export function signerOf(note: SignedNote, head: Head, keys: readonly Vkey[]): Vkey | undefined {
  return keys.find((key) => {
    const own = keyFor(head.origin, key)
    return own?.kind === 1 && isSignedBy(note, own)
  })
}

/**
 * The new key that a `record.key-changed` leaf brings in, when one of the keys vouches for it under one of the record's
 * names (a change bears the name of its epoch); undefined when none does.
 */
export function changedKey(
  leaf: Leaf,
  keys: readonly Vkey[],
  names: readonly string[] = keys.map(({ name }) => name),
): Vkey | undefined {
  const { public: key, signature } = leaf.key as { public: string; signature: string }
  for (const old of keys) {
    for (const name of names) {
      const fresh = vkeyOf(name, 1, Buffer.from(key, 'hex'))
      const message = Buffer.from(`folkmoot key/v1\n${fresh.text}\n`)
      if (isEd25519(message, Buffer.from(signature, 'hex'), old.key)) return fresh
    }
  }
  return undefined
}

export interface Followed {
  /** Those given, and those that they vouch for. */
  keys: Vkey[]
  /** Leaves whose new key one known by then vouches for. */
  vouched: number[]
  /** Leaves whose new key nobody trusted vouches for. */
  unvouched: number[]
  /** The same, but before a key that was given: what led to it is not for its holder to judge. */
  before: number[]
}

/** Follows every change of key from those given. `origin` is the name the record bears now. */
export function followKeys(
  changes: readonly { index: number; leaf: Leaf }[],
  given: readonly Vkey[],
  origin: string,
): Followed {
  const keys = [...given]
  const [vouched, loose]: [number[], number[]] = [[], []]
  const names = namesOf(origin, given)
  let trustedFrom = -1
  for (const { index, leaf } of changes) {
    if (leaf.key === undefined) continue
    const fresh = changedKey(leaf, keys, names)
    if (fresh) vouched.push(index)
    else loose.push(index)
    if (fresh && !has(keys, fresh.key)) keys.push(fresh)
    if (has(given, Buffer.from((leaf.key as { public: string }).public, 'hex'))) trustedFrom = index
  }
  return {
    keys,
    vouched,
    unvouched: loose.filter((index) => index > trustedFrom),
    before: loose.filter((index) => index <= trustedFrom),
  }
}

function has(keys: readonly Vkey[], key: Bytes): boolean {
  return keys.some((known) => equal(known.key, key))
}

// A record that was restored more often than this has other troubles; a forged name shall not cost us an hour.
const MOST_EPOCHS = 100

function namesOf(origin: string, given: readonly Vkey[]): string[] {
  const base = baseOf(origin)
  const later = Array.from(
    { length: Math.min(epochOf(origin), MOST_EPOCHS) - 1 },
    (_, i) => `${base}/epoch-${i + 2}`,
  )
  return [...new Set([base, ...later, origin, ...given.map(({ name }) => name)])]
}
