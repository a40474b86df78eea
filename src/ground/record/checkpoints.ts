import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'

export interface SignedCheckpoint {
  size: number
  /** The signed note with the cosignatures it carries. */
  note: string
  signedAt: Date
  /** Names of the outside witnesses who cosigned it. */
  witnesses: string[]
}

export function newestCheckpoint(db: Db | Tx): Promise<SignedCheckpoint | null> {
  return checkpointOfSize(db, newestSize)
}

/**
 * Against which the leaf at `leafIndex`, which has its place, is to be proved: the newest checkpoint that covers it and carries an
 * outside cosignature; where none does, the newest of all.
 */
export function checkpointToProve(db: Db | Tx, leafIndex: number): Promise<SignedCheckpoint | null> {
  return checkpointOfSize(
    db,
    sql<number>`coalesce((select max(tree_size) from cosignatures where tree_size > ${leafIndex}::bigint), ${newestSize})`,
  )
}

const newestSize = sql<number>`(select max(tree_size) from checkpoints)`

async function checkpointOfSize(db: Db | Tx, size: RawBuilder<number>): Promise<SignedCheckpoint | null> {
  const row = await db
    .selectFrom('checkpoints')
    .select([
      'treeSize',
      'note',
      'signedAt',
      sql<{ line: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('line', line, 'name', name) order by name), '[]')
        from cosignatures join witnesses on witnesses.id = witness_id
        where cosignatures.tree_size = checkpoints.tree_size
      )`.as('cosignatures'),
    ])
    .where('treeSize', '=', size)
    .modifyEnd(kept)
    .executeTakeFirst()
  if (!row) return null
  const { treeSize, note, signedAt, cosignatures } = row
  return {
    size: treeSize,
    note: note + cosignatures.map(({ line }) => line).join(''),
    signedAt,
    witnesses: cosignatures.map(({ name }) => name),
  }
}
