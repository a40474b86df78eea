import { toHex } from './bytes.ts'
import type { Leaf } from './leaf.ts'
import { type Signer, signBytes, type Verifier, vkeyText } from './note-keys.ts'

/**
 * The `key` member of a `record.key-changed` leaf: the old key vouches for the new one. The new key bears the record's
 * name, so that only the key changes. From the first checkpoint that covers the leaf, the new key signs.
 */
export function keyChange(oldKey: Signer, newKey: Verifier): NonNullable<Leaf['key']> {
  if (newKey.name !== oldKey.name) throw new TypeError('a new key bears the name of the old one')
  return {
    public: toHex(newKey.publicKey),
    signature: toHex(signBytes(new TextEncoder().encode(keyChangeText(newKey)), oldKey.seed)),
  }
}

/** What the old key signs: two lines, each ended by a line feed. */
export function keyChangeText(newKey: Verifier): string {
  return `folkmoot key/v1\n${vkeyText(newKey)}\n`
}
