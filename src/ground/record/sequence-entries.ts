import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { type Edge, type Growth, growTree, rootOfEdge } from '#methods/merkle/append.ts'
import { checkpointText } from '#methods/merkle/checkpoint.ts'
import { leafHash } from '#methods/merkle/hashing.ts'
import { signNote } from '#methods/merkle/note.ts'
import { hashesOfTile } from '#methods/merkle/read-tiles.ts'
import { TILE_WIDTH } from '#methods/merkle/tiles.ts'
import { recordSigner } from './record-key.ts'
import { storedTile } from './stored-tiles.ts'

/** Entries a batch; at 300 hand-ins a second a batch holds a hundred. */
const BATCH = 5_000

/**
 * Gives the waiting entries their places in the tree, in the order they arrived, and signs the new checkpoint: all in one
 * transaction, one sequencer at a time. Answers how many it placed. Writers never wait for it.
 */
export async function sequenceEntries(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await isMine(tx))) return 0
    const waiting = await waitingEntries(tx)
    if (waiting.length === 0) return 0
    const size = await recordSize(tx)
    // The rows are hashed again before they are signed for: a bit that flipped in the table is never sealed.
    const hashes = waiting.map(({ leaf }) => leafHash(Buffer.from(leaf)))
    const wrong = waiting.find((entry, at) => !entry.leafHash.equals(hashes[at] ?? new Uint8Array()))
    if (wrong) throw new Error(`Entry ${wrong.entryId} does not hash to what was promised for it.`)
    const edge = await edgeOf(tx, size)
    await refuseChangedTiles(tx, edge, size)
    const growth = growTree(edge, hashes)
    await storeGrowth(tx, { growth, firstIndex: size, entryIds: waiting.map(({ entryId }) => entryId), now })
    await tx
      .deleteFrom('unsequenced')
      .where(
        'arrival',
        'in',
        waiting.map(({ arrival }) => arrival),
      )
      .execute()
    await announceChange(tx, 'record:head')
    return waiting.length
  })
}

/** Leaves in the record now. */
export async function recordSize(db: Db | Tx): Promise<number> {
  const row = await db
    .selectFrom('checkpoints')
    .select('treeSize')
    .orderBy('treeSize', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.treeSize ?? 0
}

const SEQUENCER_LOCK = 7_030_251_999

/** Waits for the sequencer and keeps it away until the transaction ends. */
export async function lockSequencer(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEQUENCER_LOCK}::bigint)`.execute(tx)
}

async function isMine(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    isMine: boolean
  }>`select pg_try_advisory_xact_lock(${SEQUENCER_LOCK}::bigint) as is_mine`.execute(tx)
  return rows[0]?.isMine === true
}

async function waitingEntries(tx: Tx) {
  return tx
    .selectFrom('unsequenced')
    .innerJoin('entries', 'entries.id', 'unsequenced.entryId')
    .select(['unsequenced.arrival', 'unsequenced.entryId', 'entries.leaf', 'entries.leafHash'])
    .orderBy('unsequenced.arrival')
    .limit(BATCH)
    .execute()
}

/** The right edge of the tree: the partial tile of each level. */
async function edgeOf(tx: Tx, size: number): Promise<Edge> {
  const edge: Uint8Array[][] = []
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH
    const hashes =
      width === 0 ? [] : hashesOfTile(await storedTile(tx, { level, index: Math.floor(count / TILE_WIDTH) }))
    if (hashes.length < width) throw new Error(`The record’s tile of level ${level} is cut short.`)
    edge.push(hashes.slice(0, width))
  }
  return edge
}

/** The stored edge must still give the root that was signed last, or a changed tile would be signed for. */
async function refuseChangedTiles(tx: Tx, edge: Edge, size: number): Promise<void> {
  if (size === 0) return
  const signed = await tx
    .selectFrom('checkpoints')
    .select('root')
    .where('treeSize', '=', size)
    .executeTakeFirstOrThrow()
  if (!signed.root.equals(Buffer.from(rootOfEdge(edge))))
    throw new Error('The record’s tiles no longer give the root that was signed. Nothing is added to it.')
}

interface Batch {
  growth: Growth
  firstIndex: number
  entryIds: readonly string[]
  now: Date
}

async function storeGrowth(tx: Tx, { growth, firstIndex, entryIds, now }: Batch): Promise<void> {
  await sql`
    insert into record_leaves (leaf_index, entry_id)
    select ${firstIndex}::bigint + place - 1, entry_id
    from unnest(${entryIds}::uuid[]) with ordinality as batch (entry_id, place)`.execute(tx)
  for (const { tile, hashes } of growth.tiles) {
    const row = { level: Number(tile.level), tileIndex: tile.index, hashes: Buffer.concat(hashes) }
    await tx
      .insertInto('recordTiles')
      .values(row)
      .onConflict((conflict) => conflict.columns(['level', 'tileIndex']).doUpdateSet({ hashes: row.hashes }))
      .execute()
  }
  const signer = await recordSigner(tx)
  const text = checkpointText({ origin: signer.name, size: growth.size, root: growth.root })
  await tx
    .insertInto('checkpoints')
    .values({
      treeSize: growth.size,
      root: Buffer.from(growth.root),
      note: signNote(text, signer),
      signedAt: now,
    })
    .execute()
}
