import { fromBase64, toBase64 } from './bytes.ts'
import { HASH_BYTES } from './hashing.ts'

/** An entry's place in the record, to be checked without the record (C2SP tlog-proof). */
export interface TlogProof {
  /** Position of the entry, from 0. */
  index: number
  /** From the leaf's sibling up. */
  proof: readonly Uint8Array[]
  /** The signed checkpoint, verbatim, with whatever cosignatures it carries. */
  checkpoint: string
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'

/** No tree of 2^63 leaves needs more. */
const PROOF_HASHES_MAX = 63

/** The proof as a text file. No `extra` line is written: it would not be signed. */
export function tlogProofText({ index, proof, checkpoint }: TlogProof): string {
  const hashes = proof.map((hash) => `${toBase64(hash)}\n`).join('')
  return `${FIRST_LINE}\nindex ${index}\n${hashes}\n${checkpoint}`
}

/** The proof in a text, or null. Nothing is checked yet; an `extra` line is passed over, for nobody signed it. */
export function parseTlogProof(text: string): TlogProof | null {
  const border = text.indexOf('\n\n')
  if (border < 0) return null
  const lines = text.slice(0, border).split('\n')
  const first = lines.shift()
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? []
  const proof = lines.map(fromBase64)
  if (first !== FIRST_LINE || digits === undefined || proof.length > PROOF_HASHES_MAX) return null
  if (!proof.every((hash) => hash?.length === HASH_BYTES)) return null
  const index = Number(digits)
  const hashes = proof.filter((hash) => hash !== null)
  return Number.isSafeInteger(index) ? { index, proof: hashes, checkpoint: text.slice(border + 2) } : null
}
