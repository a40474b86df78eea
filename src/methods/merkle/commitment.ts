import { sameBytes } from './bytes.ts'
import { canonicalBytes } from './canonical-json.ts'
import { sha256 } from './hashing.ts'

/** Secret random bytes before each sealed content: without them a short text could be guessed from its hash. */
export const SALT_BYTES = 32

/** What a leaf holds in place of content: SHA-256(32 random bytes ‖ canonical JSON of the content). */
export function commitmentTo(content: unknown, salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`)
  return sha256(salt, canonicalBytes(content))
}

/** True when salt and content are those that were committed to. */
export function opensCommitment(commitment: Uint8Array, content: unknown, salt: Uint8Array): boolean {
  return salt.length === SALT_BYTES && sameBytes(commitmentTo(content, salt), commitment)
}
