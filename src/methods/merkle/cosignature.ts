import { type Note, type NoteSignature, signaturesBy } from './note.ts'
import { isSignatureOf, keyId, type Signer, signBytes, type Verifier } from './note-keys.ts'

/**
 * A witness's line under a checkpoint (C2SP tlog-cosignature, `cosignature/v1`): "at this time, this was the largest
 * tree of this record that I had seen, and it kept all I had seen before".
 */
export function cosign(checkpointText: string, witness: Signer, atSeconds: number): NoteSignature {
  const signature = signBytes(messageOf(checkpointText, BigInt(atSeconds)), witness.seed)
  const bytes = new Uint8Array(8 + signature.length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(atSeconds))
  bytes.set(signature, 8)
  return { name: witness.name, keyId: keyId(witness), bytes }
}

/** When the witness (a key of kind 4) cosigned the note, in seconds since 1970; null when no line of its holds. */
export function cosignedAt(note: Note, witness: Verifier): number | null {
  for (const { bytes } of signaturesBy(note, witness)) {
    if (bytes.length !== 72) continue
    const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
    if (isSignatureOf(messageOf(note.text, seconds), bytes.slice(8), witness.publicKey))
      return Number(seconds)
  }
  return null
}

function messageOf(checkpointText: string, seconds: bigint): Uint8Array {
  return new TextEncoder().encode(`cosignature/v1\ntime ${seconds}\n${checkpointText}`)
}
