import type { Db } from '#core/db/connect.ts'
import { tileReader } from '#methods/merkle/read-tiles.ts'
import { tlogProofText } from '#methods/merkle/tlog-proof.ts'
import { readInclusionProof } from '#methods/merkle/tree.ts'
import { checkpointToProve } from './checkpoints.ts'
import { storedTiles } from './stored-tiles.ts'

/**
 * The proof that the leaf at `leafIndex` is in the record, as a C2SP tlog-proof: against the newest checkpoint that an outside
 * witness cosigned, or the newest of all while none did.
 */
export async function proofOf(db: Db, leafIndex: number): Promise<string> {
  const checkpoint = await checkpointToProve(db, leafIndex)
  if (!checkpoint) throw new Error('A leaf has a place, but the record has no checkpoint.')
  const readHashes = tileReader(checkpoint.size, (tiles) => storedTiles(db, tiles))
  const proof = await readInclusionProof(leafIndex, checkpoint.size, readHashes)
  return tlogProofText({ index: leafIndex, proof, checkpoint: checkpoint.note })
}
