import { hex } from './hash.ts'
import type { Leaf } from './leaf.ts'
import { type Head, isEd25519, isSignedBy, type SignedNote, type Vkey, vkeyOf } from './note.ts'

/**
 * The key itself, and the same key in the name of a later epoch: after a restore from backup a record goes on under
 * `<name>/epoch-2`, so that nobody takes the restore for a rollback (docs/formats/checkpoint.md).
 */
export function keyFor(origin: string, key: Vkey): Vkey | undefined {
  if (origin === key.name) return key
  const base = key.name.replace(/\/epoch-[1-9]\d*$/, '')
  const isLater =
    origin.startsWith(`${base}/epoch-`) && /^[1-9]\d*$/.test(origin.slice(base.length + '/epoch-'.length))
  return isLater || origin === base ? vkeyOf(origin, key.kind, key.key) : undefined
}

/** Which of the keys signed the checkpoint; undefined when none did. */
export function signerOf(note: SignedNote, head: Head, keys: readonly Vkey[]): Vkey | undefined {
  return keys.find((key) => {
    const own = keyFor(head.origin, key)
    return own?.kind === 1 && isSignedBy(note, own)
  })
}

/**
 * The new key that a `record.key-changed` leaf brings in, when one of the keys vouches for it; undefined when none does.
 */
export function changedKey(leaf: Leaf, keys: readonly Vkey[]): Vkey | undefined {
  const { public: key, signature } = leaf.key as { public: string; signature: string }
  for (const old of keys) {
    const fresh = vkeyOf(old.name, 1, Buffer.from(key, 'hex'))
    const message = Buffer.from(`folkmoot key/v1\n${fresh.text}\n`)
    if (isEd25519(message, Buffer.from(signature, 'hex'), old.key)) return fresh
  }
  return undefined
}

/** The outcome of following every change of key from those given. */
export function followKeys(changes: readonly { index: number; leaf: Leaf }[], given: readonly Vkey[]) {
  const keys = [...given]
  const unvouched: number[] = []
  for (const { index, leaf } of changes) {
    if (leaf.key === undefined) continue
    const fresh = changedKey(leaf, keys)
    if (fresh === undefined) unvouched.push(index)
    else if (!keys.some((key) => hex(key.key) === hex(fresh.key))) keys.push(fresh)
  }
  return { keys, unvouched }
}
