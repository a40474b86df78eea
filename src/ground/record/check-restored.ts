import type { Tx } from '#core/db/connect.ts'
import { type Edge, growTree, rootOfEdge } from '#methods/merkle/append.ts'
import { leafHash } from '#methods/merkle/hashing.ts'

const BATCH = 10_000

/**
 * Whether every entry in the database, hashed again in its order, makes the root that was signed last; with as many leaves as
 * that says. Reads a batch at a time, so that memory stays flat.
 */
export async function entriesMakeTheRoot(tx: Tx): Promise<boolean> {
  const signed = await tx
    .selectFrom('checkpoints')
    .select(['treeSize', 'root'])
    .orderBy('treeSize', 'desc')
    .limit(1)
    .executeTakeFirst()
  let edge: Edge = []
  let size = 0
  for (;;) {
    const leaves = await leavesFrom(tx, size)
    if (leaves.length === 0) break
    if (leaves.some(({ leafIndex }, at) => leafIndex !== size + at)) return false
    edge = growTree(
      edge,
      leaves.map(({ leaf }) => leafHash(Buffer.from(leaf))),
    ).edge
    size += leaves.length
  }
  if (!signed) return size === 0
  return signed.treeSize === size && signed.root.equals(Buffer.from(rootOfEdge(edge)))
}

function leavesFrom(tx: Tx, size: number) {
  return tx
    .selectFrom('recordLeaves')
    .innerJoin('entries', 'entries.id', 'recordLeaves.entryId')
    .select(['leafIndex', 'leaf'])
    .where('leafIndex', '>=', size)
    .orderBy('leafIndex')
    .limit(BATCH)
    .execute()
}
