import type { Db } from '#core/db/connect.ts'
import { tileReader } from '#methods/merkle/read-tiles.ts'
import { tlogProofText } from '#methods/merkle/tlog-proof.ts'
import { readInclusionProof } from '#methods/merkle/tree.ts'
import { newestCheckpoint, newestWitnessed, type SignedCheckpoint } from './checkpoints.ts'
import { tileBytes } from './sequence-entries.ts'

/**
 * The proof that the leaf at `leafIndex` is in the record, as a C2SP tlog-proof: against the newest checkpoint that an outside
 * witness cosigned, or the newest of all while none did.
 */
export async function proofOf(db: Db, leafIndex: number): Promise<string> {
  const witnessed = await newestWitnessed(db)
  const checkpoint = witnessed && witnessed.size > leafIndex ? witnessed : await newestCheckpoint(db)
  if (!checkpoint) throw new Error('A leaf has a place, but the record has no checkpoint.')
  const proof = await readInclusionProof(leafIndex, checkpoint.size, hashesAt(db, checkpoint))
  return tlogProofText({ index: leafIndex, proof, checkpoint: checkpoint.note })
}

function hashesAt(db: Db, { size }: SignedCheckpoint) {
  return tileReader(size, async ({ level, index, width }) => {
    const bytes = await tileBytes(db, { level: Number(level), index })
    return bytes.subarray(0, width * 32)
  })
}
